/* json_stat_categories.c - reads the categories of a JSON-stat dimension: their positions, units and
 * members. */
#include "readers/json/json_stat_parts.h"

#include <string.h>

const char *json_stat_unit_text(const json_t *unit)
{
    static const char *const keys[] = { "label", "base", "symbol" };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *text = json_text(json_object_get(unit, keys[i]));

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
    const json_t *category = json_object_get(axis->node, "category");
    const char *label;

    if (code == NULL || position >= axis->size || axis->categories[position].code != NULL)
        return false;
    label = json_text(json_object_get(json_object_get(category, "label"), code));
    axis->categories[position].code = code;
    axis->categories[position].label = label;
    axis->categories[position].unit = json_object_get(json_object_get(category, "unit"), code);
    return true;
}

/* Stores all categories; index is an object or an array. False when their number is not the size
 * of the dimension, or two have one position. */
static bool place_categories(struct axis *axis)
{
    json_t *category = json_object_get(axis->node, "category"), *item;
    json_t *index = json_object_get(category, "index"), *label = json_object_get(category, "label");
    const char *code;
    size_t i;

    if (json_is_array(index)) {
        json_array_foreach(index, i,
                           item) if (!place_category(axis, json_text(item), i)) return false;
        return json_array_size(index) == axis->size;
    }
    if (index == NULL) /* may be left out if there is only one category */
        index = label;
    json_object_foreach(index, code, item)
    {
        int64_t position = 0;

        if ((index != label && !json_whole_number(item, 0, INT32_MAX, &position)) ||
            !place_category(axis, code, (size_t)position))
            return false;
    }
    return json_object_size(index) == axis->size;
}

static size_t count_categories(const struct axis *axis)
{
    const json_t *category = json_object_get(axis->node, "category");
    const json_t *index = json_object_get(category, "index");

    if (index == NULL)
        index = json_object_get(category, "label");
    return json_is_array(index) ? json_array_size(index) : json_object_size(index);
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
