/* json_stat_categories.c - reads the categories of a JSON-stat dimension: their positions, units and
 * members. */
#include "readers/json/json_stat_parts.h"

#include <string.h>

const char *json_stat_unit_text(const struct json_value *unit)
{
    static const char *const keys[] = { "label", "base", "symbol" };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *text = json_text(json_member(unit, keys[i]));

        if (text != NULL && *text != '\0')
            return text;
    }
    return NULL;
}

static void resolve_category(struct json_stat *stat, const struct dataset *dataset,
                             const struct axis *axis, struct category *category)
{
    const struct json_path dimension = { dataset->path, "dimension", 0 };
    const struct json_path node = { &dimension, axis->id, 0 }, at = { &node, "category", 0 };

    builder_clear(&stat->builder, 1);
    if (axis->kind == AXIS_DIMENSION) {
        category->member =
            builder_category(&stat->builder, axis->dimension, category->code, category->label);
    } else if (axis->kind == AXIS_PERIOD) {
        if (!builder_period(&stat->builder, category->code, strlen(category->code)) &&
            (category->label == NULL || !sheaf_period_read(category->label, strlen(category->label),
                                                           &stat->builder.row.period)))
            json_fail_refused(&stat->json, &at, &stat->builder);
        category->period = stat->builder.row.period;
    }
    if (category->unit != NULL && stat->unit_dimension != SIZE_MAX && !json_stat_failed(stat)) {
        const char *text = json_stat_unit_text(category->unit);

        if (text != NULL)
            category->unit_member =
                builder_member(&stat->builder, stat->unit_dimension, text, strlen(text));
    }
}

/* Stores a category at its position. False when that is out of range or taken. */
static bool place_category(struct axis *axis, const char *code, size_t position)
{
    const struct json_value *category = json_member(axis->node, "category");
    const char *label;

    if (code == NULL || position >= axis->size || axis->categories[position].code != NULL)
        return false;
    label = json_text(json_member(json_member(category, "label"), code));
    axis->categories[position].code = code;
    axis->categories[position].label = label;
    axis->categories[position].unit = json_member(json_member(category, "unit"), code);
    return true;
}

/* Stores all categories; index is an object or an array. False when their number is not the size
 * of the dimension, or two have one position. */
static bool place_categories(struct axis *axis)
{
    const struct json_value *category = json_member(axis->node, "category");
    const struct json_value *index = json_member(category, "index"),
                            *label = json_member(category, "label");

    if (json_is(index, JSON_ARRAY)) {
        for (size_t i = 0; i < index->count; i++)
            if (!place_category(axis, json_text(&index->items[i]), i))
                return false;
        return json_count(index, JSON_ARRAY) == axis->size;
    }
    if (index == NULL) /* may be left out if there is only one category */
        index = label;
    for (size_t i = 0; i < json_count(index, JSON_OBJECT); i++) {
        const struct json_value *item = &index->items[i];
        int64_t position = 0;

        if ((index != label && !json_whole_number(item, 0, INT32_MAX, &position)) ||
            !place_category(axis, item->key, (size_t)position))
            return false;
    }
    return json_count(index, JSON_OBJECT) == axis->size;
}

static size_t count_categories(const struct axis *axis)
{
    const struct json_value *category = json_member(axis->node, "category");
    const struct json_value *index = json_member(category, "index");

    if (index == NULL)
        index = json_member(category, "label");
    return json_is(index, JSON_ARRAY) ? json_count(index, JSON_ARRAY)
                                      : json_count(index, JSON_OBJECT);
}

void json_stat_read_categories(struct json_stat *stat, const struct dataset *dataset,
                               struct axis *axis)
{
    const struct json_path dimension = { dataset->path, "dimension", 0 };
    const struct json_path node = { &dimension, axis->id, 0 }, category = { &node, "category", 0 };
    size_t count = count_categories(axis);

    if (count != axis->size) {
        json_fail(&stat->json, &category, "there are %zu categories, and the size says %zu", count,
                  axis->size);
        return;
    }
    axis->categories = arena_array(&stat->arena, struct category, axis->size);
    if (axis->categories == NULL)
        return;
    if (!place_categories(axis)) {
        json_fail(&stat->json, &category,
                  "index must give each of the %zu categories a place of its own", axis->size);
        return;
    }
    for (size_t i = 0; i < axis->size && !json_stat_failed(stat); i++)
        resolve_category(stat, dataset, axis, &axis->categories[i]);
}
