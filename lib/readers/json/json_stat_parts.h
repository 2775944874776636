/* json_stat_parts.h - datasets of JSON-stat, for the files of its reader only. */
#ifndef SHEAF_READERS_JSON_JSON_STAT_PARTS_H
#define SHEAF_READERS_JSON_JSON_STAT_PARTS_H

#include "readers/json/json.h"

enum axis_kind { AXIS_DIMENSION, AXIS_PERIOD, AXIS_FREQUENCY, AXIS_SKIPPED };

struct category {
    const char *code, *label; /* label may be NULL */
    struct observation_member member;
    sheaf_period period;
    const struct json_value *unit; /* may be NULL */
    struct observation_member unit_member;
};

/* One dimension of a cube. */
struct axis {
    const char *id;
    const struct json_value *node;
    enum axis_kind kind;
    enum header_role role;
    size_t dimension; /* of the table */
    size_t size;
    struct category *categories;
};

struct dataset {
    const struct json_value *node;
    const struct json_path *path;
    const struct json_value *ids, *sizes,
        *roles; /* in version 2 members of node, in version 1 of dimension */
    const struct json_value *dimension, *status_labels;
    struct axis *axes;
    size_t axis_count;
    size_t value_count; /* the product of the sizes */
    const char *name;   /* member of the dimension "dataset" */
    size_t line;        /* of the latest value that is a number */
};

struct json_stat {
    struct json json;
    struct observation_builder builder;
    struct arena arena;
    struct dataset *datasets;
    size_t count, capacity;
    size_t dataset_dimension, source_dimension, unit_dimension; /* SIZE_MAX: there is none */
};

static inline bool json_stat_failed(const struct json_stat *stat)
{
    return sheaf_table_status(stat->builder.table) != SHEAF_OK;
}

/* "WANTED is expected, not a text". */
static inline void json_stat_fail_kind(struct json_stat *stat, const struct json_path *path,
                                       const char *wanted, const struct json_value *value)
{
    json_fail(&stat->json, path, "%s is expected, not %s", wanted, json_kind(value));
}

/* Dimensions (json_stat_shape.c) ------------------------------------------------ */

/* Reads the sizes of a cube's dimensions, and adds them to the table. */
void json_stat_read_shape(struct json_stat *stat, struct dataset *dataset);

/* Categories (json_stat_categories.c) ------------------------------------------- */

/* Reads the categories of a dimension. Call it after builder_begin. */
void json_stat_read_categories(struct json_stat *stat, const struct dataset *dataset,
                               struct axis *axis);
/* The name of a category's unit; NULL: it has none. */
const char *json_stat_unit_text(const struct json_value *unit);

/* Values (json_stat_values.c) --------------------------------------------------- */

/* Adds the values of a dataset to the table. */
void json_stat_read_values(struct json_stat *stat, struct dataset *dataset);

#endif
