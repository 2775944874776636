/* sdmx_json_parts.h - a message of SDMX-JSON, for the files of its reader only. */
#ifndef SHEAF_READERS_JSON_SDMX_JSON_PARTS_H
#define SHEAF_READERS_JSON_SDMX_JSON_PARTS_H

#include "readers/json/json.h"

enum level { LEVEL_DATA_SET, LEVEL_GROUP, LEVEL_SERIES, LEVEL_OBSERVATION, LEVELS };

struct component_value {
    struct observation_member member;
    sheaf_period period;
};

struct component {
    const char *id;
    const struct json_value *node, *values; /* values: NULL when they are written out */
    enum header_role role;                  /* HEADER_NONE: an attribute is skipped */
    bool is_skipped, is_year_start;
    size_t dimension;                 /* of the table; SIZE_MAX: none */
    size_t position;                  /* of a dimension, in the keys of groups */
    size_t place;                     /* of a dimension: index of the current observation's value */
    size_t count;                     /* of values */
    struct component_value *meanings; /* for each value of a dimension */
};

struct components {
    struct component *items;
    size_t count;
};

struct sdmx_json_structure {
    const struct json_path *path;
    const struct json_value *node;
    struct components dimensions[LEVELS], attributes[LEVELS], measures;
    size_t dimension_count;
    struct component_value *measure_members; /* if there are several measures */
};

enum { MAX_PATTERNS = 16 };

struct sdmx {
    struct json json;
    struct observation_builder builder;
    struct arena arena;
    const struct json_path *data; /* NULL: the root */
    struct sdmx_json_structure *structures;
    size_t count;
    size_t measure_dimension;        /* SIZE_MAX: there is only one measure */
    size_t line;                     /* of the latest number */
    const char *period, *year_start; /* texts of the latest observation; NULL: it has none */
    /* A key of a group of attributes for each set of dimensions that groups have. */
    const char *patterns[MAX_PATTERNS];
    size_t pattern_count;
};

static inline bool sdmx_failed(const struct sdmx *sdmx)
{
    return sheaf_table_status(sdmx->builder.table) != SHEAF_OK;
}

/* Structures (sdmx_json_structure.c) ------------------------------------------ */

/* Reads the structures, and adds the dimensions of their components to the table. */
void sdmx_find_structures(struct sdmx *sdmx, const struct json_value *data);
/* Reads the values of all components. Call it after builder_begin. */
void sdmx_resolve_structures(struct sdmx *sdmx);
/* The text of a component's value: its code, or the value as it is written out. */
const char *sdmx_value_text(const struct json_value *value);

/* Attributes (sdmx_json_attributes.c) ------------------------------------------ */

/* The text of an element in an array of attributes or measures; NULL: it is empty. False: failed. */
bool sdmx_element_text(struct sdmx *sdmx, const struct component *component,
                       const struct json_value *element, const struct json_path *path,
                       const char **text);
/* Sets the attributes from an array, in which they start at element first. */
void sdmx_put_attributes(struct sdmx *sdmx, const struct components *attributes,
                         const struct json_value *list, size_t first, const struct json_path *path);
/* Lists the patterns of a data set's groups (may be NULL); then sets the attributes of the groups
 * that contain the current observation. */
void sdmx_find_groups(struct sdmx *sdmx, const struct json_value *groups,
                      const struct json_path *path);
void sdmx_put_group_attributes(struct sdmx *sdmx, const struct sdmx_json_structure *structure,
                               const struct json_value *groups, const struct json_path *path);

/* Observations (sdmx_json_observations.c) --------------------------------------- */

/* Adds the series and the observations of a data set to the table. */
void sdmx_read_observations(struct sdmx *sdmx, struct sdmx_json_structure *structure,
                            const struct json_value *data_set, const struct json_path *path);

#endif
