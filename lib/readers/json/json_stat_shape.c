/* json_stat_shape.c - reads the dimensions of a JSON-stat dataset: their sizes and roles. */
#include "readers/json/json_stat_parts.h"

#include <string.h>

static bool is_in_role(const struct dataset *dataset, const char *role, const char *id)
{
    const struct json_value *list = json_member(dataset->roles, role);

    for (size_t i = 0; i < json_count(list, JSON_ARRAY); i++) {
        const char *text = json_text(&list->items[i]);

        if (text != NULL && strcmp(text, id) == 0)
            return true;
    }
    return false;
}

/* A dimension of countries whose name does not say more is the reporter if it is the only one. */
static bool is_only_geo(const struct dataset *dataset)
{
    return json_count(json_member(dataset->roles, "geo"), JSON_ARRAY) == 1;
}

/* The role comes from the options or the name of the dimension, then from the dataset's role. */
static void resolve_role(struct json_stat *stat, const struct dataset *dataset, struct axis *axis)
{
    const char *name = axis->id;

    axis->role = builder_role(&stat->builder, &name);
    if (name == NULL)
        axis->kind = AXIS_SKIPPED;
    else if (axis->role == HEADER_FREQUENCY)
        axis->kind = AXIS_FREQUENCY;
    else if (axis->role == HEADER_PERIOD || axis->role == HEADER_YEAR ||
             is_in_role(dataset, "time", axis->id))
        axis->kind = AXIS_PERIOD;
    else if (axis->role == HEADER_NONE && is_in_role(dataset, "metric", axis->id))
        axis->role = HEADER_INDICATOR;
    else if (axis->role == HEADER_NONE && is_in_role(dataset, "geo", axis->id))
        axis->role = is_only_geo(dataset) ? HEADER_REPORTER : HEADER_NONE;
    if (axis->kind == AXIS_DIMENSION)
        axis->dimension = builder_dimension(&stat->builder, axis->role, name);
}

static bool is_taken(const struct dataset *dataset, const struct axis *axis)
{
    for (size_t i = 0; i < dataset->axis_count && axis->kind == AXIS_DIMENSION; i++)
        if (dataset->axes[i].kind == AXIS_DIMENSION &&
            dataset->axes[i].dimension == axis->dimension)
            return true;
    return false;
}

static void read_axis(struct json_stat *stat, struct dataset *dataset, size_t i)
{
    struct axis axis = { .id = json_text(json_element(dataset->ids, i)) };
    const struct json_path ids = { dataset->path, "id", 0 }, sizes = { dataset->path, "size", 0 };
    int64_t size = 0;

    if (axis.id == NULL) {
        json_stat_fail_kind(stat, &(struct json_path){ &ids, NULL, i }, "a dimension's name",
                            json_element(dataset->ids, i));
        return;
    }
    if (!json_whole_number(json_element(dataset->sizes, i), 0, INT32_MAX, &size)) {
        json_stat_fail_kind(stat, &(struct json_path){ &sizes, NULL, i }, "a count of categories",
                            json_element(dataset->sizes, i));
        return;
    }
    if (size == 0) {
        json_fail(&stat->json, &(struct json_path){ &sizes, NULL, i },
                  "'%.100s' has no categories: the query found nothing", axis.id);
        return;
    }
    axis.size = (size_t)size;
    axis.node = json_member(dataset->dimension, axis.id);
    if (axis.node == NULL) {
        json_fail(&stat->json, &(struct json_path){ dataset->path, "dimension", 0 },
                  "there is no dimension '%.100s', which id names", axis.id);
        return;
    }
    if (axis.size > SIZE_MAX / dataset->value_count) {
        json_fail(&stat->json, &sizes, "the sizes make more values than can be counted");
        return;
    }
    dataset->value_count *= axis.size;
    resolve_role(stat, dataset, &axis);
    if (json_stat_failed(stat))
        return;
    if (is_taken(dataset, &axis)) {
        json_fail(&stat->json, &ids, "two dimensions are '%.100s'",
                  table_dimension_name(stat->builder.table, axis.dimension));
        return;
    }
    dataset->axes[dataset->axis_count++] = axis;
}

static void require_one_period(struct json_stat *stat, const struct dataset *dataset)
{
    size_t periods = 0;

    for (size_t i = 0; i < dataset->axis_count; i++)
        periods += dataset->axes[i].kind == AXIS_PERIOD;
    if (periods != 1)
        json_fail(&stat->json, &(struct json_path){ dataset->path, "role", 0 },
                  periods == 0 ? "no dimension is the time: role.time names none, and none is "
                                 "called so"
                               : "two dimensions are the time; say by columns which one to "
                                 "pass over");
}

void json_stat_read_shape(struct json_stat *stat, struct dataset *dataset)
{
    const struct json_value *dimension = json_member(dataset->node, "dimension");
    const struct json_value *old =
        json_member(dataset->node, "id") == NULL ? dimension : dataset->node;

    dataset->dimension = dimension;
    dataset->ids = json_member(old, "id");
    dataset->sizes = json_member(old, "size");
    dataset->roles = json_member(old, "role");
    dataset->status_labels =
        json_member(json_member(json_member(dataset->node, "extension"), "status"), "label");
    dataset->value_count = 1;
    if (!json_is(dataset->ids, JSON_ARRAY) || !json_is(dataset->sizes, JSON_ARRAY) ||
        json_count(dataset->ids, JSON_ARRAY) != json_count(dataset->sizes, JSON_ARRAY)) {
        json_fail(&stat->json, &(struct json_path){ dataset->path, "size", 0 },
                  "id and size must be arrays of one length");
        return;
    }
    dataset->axes = arena_array(&stat->arena, struct axis, json_count(dataset->ids, JSON_ARRAY));
    for (size_t i = 0; i < json_count(dataset->ids, JSON_ARRAY) && !json_stat_failed(stat); i++)
        read_axis(stat, dataset, i);
    if (!json_stat_failed(stat))
        require_one_period(stat, dataset);
}
