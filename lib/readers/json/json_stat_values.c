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

static void read_status(struct json_stat *stat, const struct dataset *dataset,
                        const struct json_value *status)
{
    const char *text = json_word(status), *label;
    struct place at = { .file = stat->json.name, .line = dataset->line };

    if (text == NULL || cell_read(text, strlen(text), '.').kind == CELL_MISSING)
        return;
    label = json_text(json_member(dataset->status_labels, text));
    if (read_flags(&stat->builder, text) || builder_status(&stat->builder, text, strlen(text)) ||
        (label != NULL && builder_status(&stat->builder, label, strlen(label)))) {
        stat->builder.is_unclear = false; /* the label says what the code does not */
        return;
    }
    table_warn(stat->builder.table, "status", at,
               "the status '%.60s' is unknown; its values are taken as normal", text);
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
        if (json_whole_number(json_member(category->unit, "decimals"), 0, 17, &number))
            builder_decimals(&stat->builder, number);
        if (json_whole_number(json_member(category->unit, "multiplier"), -15, 24, &number))
            builder_multiplier(&stat->builder, number);
    }
    if (stat->dataset_dimension != SIZE_MAX)
        builder_put(&stat->builder, stat->dataset_dimension,
                    builder_category(&stat->builder, stat->dataset_dimension, dataset->name,
                                     json_text(json_member(dataset->node, "label"))));
    if (stat->source_dimension != SIZE_MAX) {
        const char *source = json_text(json_member(dataset->node, "source"));

        if (source != NULL)
            builder_put(
                &stat->builder, stat->source_dimension,
                builder_member(&stat->builder, stat->source_dimension, source, strlen(source)));
    }
}

static const struct json_value *status_at(const struct dataset *dataset, size_t position)
{
    const struct json_value *status = json_member(dataset->node, "status");
    char key[NUMBER_TEXT];

    if (json_is(status, JSON_ARRAY)) /* one for all values, or one for each */
        return json_element(status, json_count(status, JSON_ARRAY) == 1 ? 0 : position);
    if (!json_is(status, JSON_OBJECT))
        return status;
    number_write(key, (double)position);
    return json_member(status, key);
}

/* The status says whether the reason may quote the figure. */
static void refuse_figure(struct json_stat *stat, const struct dataset *dataset, size_t position,
                          const char *text, const struct json_path *path)
{
    read_status(stat, dataset, status_at(dataset, position));
    if (!builder_value_text(&stat->builder, text, strlen(text)))
        json_fail_refused(&stat->json, path, &stat->builder);
}

static void add_value(struct json_stat *stat, struct dataset *dataset, size_t position,
                      const struct json_value *value, const struct json_path *path)
{
    const char *text = json_text(value);
    double number;
    int decimals;
    bool given = json_number(value, &number, &decimals);

    if (!given && text == NULL && !json_is(value, JSON_NULL)) {
        json_stat_fail_kind(stat, path, "a number", value);
        return;
    }
    if (given)
        dataset->line = json_line(&stat->json, value);
    builder_clear(&stat->builder, dataset->line);
    put_members(stat, dataset, position);
    if (given)
        builder_value(&stat->builder, number, decimals);
    else if (text != NULL && !builder_value_text(&stat->builder, text, strlen(text)))
        refuse_figure(stat, dataset, position, text, path);
    if (json_stat_failed(stat))
        return;
    read_status(stat, dataset, status_at(dataset, position));
    if (!builder_add(&stat->builder))
        json_fail_refused(&stat->json, path, &stat->builder);
}

static void check_length(struct json_stat *stat, const struct dataset *dataset, const char *key,
                         bool one_is_enough)
{
    const struct json_value *list = json_member(dataset->node, key);

    if (json_is(list, JSON_ARRAY) && json_count(list, JSON_ARRAY) != dataset->value_count &&
        !(one_is_enough && json_count(list, JSON_ARRAY) == 1))
        json_fail(&stat->json, &(struct json_path){ dataset->path, key, 0 },
                  "its length is %zu, and the sizes require %zu", json_count(list, JSON_ARRAY),
                  dataset->value_count);
}

/* Adds the value at the position that a key gives. */
static void add_at_key(struct json_stat *stat, struct dataset *dataset, const char *key,
                       const struct json_value *value, const struct json_path *list)
{
    int64_t position;

    if (!number_read_integer(key, strlen(key), 0, INT64_MAX, &position) ||
        (uint64_t)position >= dataset->value_count)
        json_fail(&stat->json, list, "'%.60s' is no position among the %zu of the sizes", key,
                  dataset->value_count);
    else
        add_value(stat, dataset, (size_t)position, value, &(struct json_path){ list, key, 0 });
}

/* Adds positions with a status and no value, which mostly are confidential. ":" only says that there
 * is no value. */
static void read_statuses_without_values(struct json_stat *stat, struct dataset *dataset)
{
    const struct json_value *statuses = json_member(dataset->node, "status");
    const struct json_value *values = json_member(dataset->node, "value");
    const struct json_path list = { dataset->path, "status", 0 };
    static const struct json_value nothing = { .kind = JSON_NULL };

    if (!json_is(values, JSON_OBJECT))
        return;
    for (size_t i = 0; i < json_count(statuses, JSON_OBJECT); i++) {
        const char *key = statuses->items[i].key, *text = json_word(&statuses->items[i]);

        if (json_member(values, key) != NULL || text == NULL ||
            cell_read(text, strlen(text), '.').kind == CELL_MISSING)
            continue;
        add_at_key(stat, dataset, key, &nothing, &list);
        if (json_stat_failed(stat))
            return;
    }
}

void json_stat_read_values(struct json_stat *stat, struct dataset *dataset)
{
    const struct json_value *values = json_member(dataset->node, "value");
    const struct json_path list = { dataset->path, "value", 0 };

    check_length(stat, dataset, "value", false);
    check_length(stat, dataset, "status", true);
    if (!json_is(values, JSON_ARRAY) && !json_is(values, JSON_OBJECT))
        json_stat_fail_kind(stat, &list, "an array or an object", values);
    if (json_stat_failed(stat))
        return;
    for (size_t i = 0; i < values->count && !json_stat_failed(stat); i++)
        if (values->kind == JSON_ARRAY)
            add_value(stat, dataset, i, &values->items[i], &(struct json_path){ &list, NULL, i });
        else
            add_at_key(stat, dataset, values->items[i].key, &values->items[i], &list);
    if (!json_stat_failed(stat))
        read_statuses_without_values(stat, dataset);
}
