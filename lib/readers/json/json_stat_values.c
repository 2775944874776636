/* json_stat_values.c - reads the values and statuses of a JSON-stat dataset, from arrays or from
 * objects keyed by position. */
#include "readers/json/json_stat_parts.h"

#include <string.h>

#include "base/number.h"
#include "readers/cell.h"
#include "readers/formats/eurostat.h"

static bool read_flags(struct observation_builder *builder, const char *text)
{
    return text[0] != '\0' && eurostat_read_flags(text, strlen(text), &builder->row.status,
                                                  &builder->row.confidentiality);
}

static void read_status(struct json_stat *stat, const struct dataset *dataset, const json_t *status)
{
    const char *text = json_word(status), *label;
    struct place at = { .file = stat->json.name, .line = dataset->line };

    if (text == NULL || cell_read(text, strlen(text), '.').kind == CELL_MISSING)
        return;
    label = json_text(json_object_get(dataset->status_labels, text));
    if (read_flags(&stat->builder, text) || builder_status(&stat->builder, text, strlen(text)) ||
        (label != NULL && builder_status(&stat->builder, label, strlen(label))))
        return;
    table_warn(stat->builder.table, "status", at,
               "the status '%.60s' is none that is known; its values are taken as normal", text);
}

/* Sets the members, period and unit of a position in the cube. */
static void put_members(struct json_stat *stat, const struct dataset *dataset, size_t position)
{
    for (size_t i = dataset->axis_count; i-- > 0;) {
        const struct axis *axis = &dataset->axes[i];
        const struct category *category = &axis->categories[position % axis->size];
        int64_t number;

        position /= axis->size;
        if (axis->kind == AXIS_DIMENSION)
            builder_put(&stat->builder, axis->dimension, category->member);
        else if (axis->kind == AXIS_PERIOD)
            stat->builder.row.period = category->period;
        else if (axis->kind == AXIS_FREQUENCY)
            builder_frequency(&stat->builder, category->code, strlen(category->code));
        if (category->unit == NULL)
            continue;
        if (stat->unit_dimension != SIZE_MAX && json_stat_unit_text(category->unit) != NULL)
            builder_put(&stat->builder, stat->unit_dimension, category->unit_member);
        if (json_whole_number(json_object_get(category->unit, "decimals"), 0, 17, &number))
            builder_decimals(&stat->builder, number);
        if (json_whole_number(json_object_get(category->unit, "multiplier"), -15, 24, &number))
            builder_multiplier(&stat->builder, number);
    }
    if (stat->dataset_dimension != SIZE_MAX)
        builder_put(&stat->builder, stat->dataset_dimension,
                    builder_member(&stat->builder, stat->dataset_dimension, dataset->name,
                                   strlen(dataset->name)));
    if (stat->source_dimension != SIZE_MAX) {
        const char *source = json_text(json_object_get(dataset->node, "source"));

        if (source != NULL)
            builder_put(
                &stat->builder, stat->source_dimension,
                builder_member(&stat->builder, stat->source_dimension, source, strlen(source)));
    }
}

static const json_t *status_at(const struct dataset *dataset, size_t position)
{
    const json_t *status = json_object_get(dataset->node, "status");
    char key[NUMBER_TEXT];

    if (json_is_array(status)) /* one for all values, or one for each */
        return json_array_get(status, json_array_size(status) == 1 ? 0 : position);
    if (!json_is_object(status))
        return status;
    number_write(key, (double)position);
    return json_object_get(status, key);
}

static void add_value(struct json_stat *stat, struct dataset *dataset, size_t position,
                      const json_t *value, const struct json_path *path)
{
    const char *text = json_text(value);
    struct json_number number = { 0 };
    bool given = json_number(value, &number);

    if (!given && text == NULL && !json_is_null(value)) {
        json_stat_fail_kind(stat, path, "a number", value);
        return;
    }
    if (given)
        dataset->line = number.line;
    builder_clear(&stat->builder, dataset->line);
    put_members(stat, dataset, position);
    if (given)
        builder_value(&stat->builder, number.value, number.decimals);
    else if (text != NULL && !builder_value_text(&stat->builder, text, strlen(text)))
        json_fail_refused(&stat->json, path, &stat->builder);
    if (json_stat_failed(stat))
        return;
    read_status(stat, dataset, status_at(dataset, position));
    if (!builder_add(&stat->builder))
        json_fail_refused(&stat->json, path, &stat->builder);
}

static void check_length(struct json_stat *stat, const struct dataset *dataset, const char *key,
                         bool one_is_enough)
{
    const json_t *list = json_object_get(dataset->node, key);

    if (json_is_array(list) && json_array_size(list) != dataset->value_count &&
        !(one_is_enough && json_array_size(list) == 1))
        json_fail(&stat->json, &(struct json_path){ dataset->path, key, 0 },
                  "there are %zu, and the sizes make %zu", json_array_size(list),
                  dataset->value_count);
}

/* Adds the value at the position that a key gives. */
static void add_at_key(struct json_stat *stat, struct dataset *dataset, const char *key,
                       const json_t *value, const struct json_path *list)
{
    int64_t position;

    if (!number_read_integer(key, strlen(key), 0, INT64_MAX, &position) ||
        (uint64_t)position >= dataset->value_count)
        json_fail(&stat->json, list, "'%.60s' is no place among the %zu that the sizes make", key,
                  dataset->value_count);
    else
        add_value(stat, dataset, (size_t)position, value, &(struct json_path){ list, key, 0 });
}

/* Adds positions with a status and no value, which mostly are confidential. ":" only says that there
 * is no value. */
static void read_statuses_without_values(struct json_stat *stat, struct dataset *dataset)
{
    json_t *statuses = json_object_get(dataset->node, "status"), *status;
    const json_t *values = json_object_get(dataset->node, "value");
    const struct json_path list = { dataset->path, "status", 0 };
    const char *key;

    if (!json_is_object(values))
        return;
    json_object_foreach(statuses, key, status)
    {
        const char *text = json_word(status);

        if (json_object_get(values, key) != NULL || text == NULL ||
            cell_read(text, strlen(text), '.').kind == CELL_MISSING)
            continue;
        add_at_key(stat, dataset, key, json_null(), &list);
        if (json_stat_failed(stat))
            return;
    }
}

void json_stat_read_values(struct json_stat *stat, struct dataset *dataset)
{
    json_t *values = json_object_get(dataset->node, "value"), *value;
    const struct json_path list = { dataset->path, "value", 0 };
    const char *key;
    size_t i;

    check_length(stat, dataset, "value", false);
    check_length(stat, dataset, "status", true);
    if (!json_is_array(values) && !json_is_object(values))
        json_stat_fail_kind(stat, &list, "an array or an object", values);
    if (json_stat_failed(stat))
        return;
    json_array_foreach(values, i, value)
    {
        add_value(stat, dataset, i, value, &(struct json_path){ &list, NULL, i });
        if (json_stat_failed(stat))
            return;
    }
    json_object_foreach(values, key, value)
    {
        add_at_key(stat, dataset, key, value, &list);
        if (json_stat_failed(stat))
            return;
    }
    read_statuses_without_values(stat, dataset);
}
