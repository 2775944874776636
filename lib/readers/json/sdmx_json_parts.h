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
    const struct json_value *node, *values; /* values: NULL when there is no list */
    enum header_role role;                  /* HEADER_NONE for an attribute: passed over */
    bool is_skipped;
    size_t dimension;                 /* of the table, SIZE_MAX: none */
    size_t position;                  /* of a dimension, in the keys of groups */
    size_t place;                     /* of a dimension, in the observation being read */
    size_t count;                     /* of values */
    struct component_value *meanings; /* of a dimension's values */
};

struct components {
    struct component *items;
    size_t count;
};

struct structure {
    const struct json_path *path;
    const struct json_value *node;
    struct components dimensions[LEVELS], attributes[LEVELS], measures;
    size_t dimension_count;
    struct component_value *measure_members; /* when there are several */
};

enum { MAX_PATTERNS = 16 };

struct sdmx {
    struct json json;
    struct observation_builder builder;
    struct arena arena;
    const struct json_path *data; /* NULL: the root */
    struct structure *structures;
    size_t count;
    size_t measure_dimension; /* SIZE_MAX: one measure only */
    size_t line;              /* of the latest number */
    /* Keys of groups of attributes, one for each choice of dimensions. */
    const char *patterns[MAX_PATTERNS];
    size_t pattern_count;
};

static inline bool sdmx_failed(const struct sdmx *sdmx)
{
    return sheaf_table_status(sdmx->builder.table) != SHEAF_OK;
}

/* Structures (sdmx_json_structure.c) ------------------------------------------ */

/* Finds the structures and makes the table's dimensions of their components. */
void sdmx_find_structures(struct sdmx *sdmx, const struct json_value *data);
/* After builder_begin: what the values of all components mean. */
void sdmx_resolve_structures(struct sdmx *sdmx);
/* The text of one of a component's values: a code, or a value that is written out. */
const char *sdmx_value_text(const struct json_value *value);

/* Attributes (sdmx_json_attributes.c) ------------------------------------------ */

/* What an element of an array of attributes or measures says; NULL: nothing. False: failed. */
bool sdmx_element_text(struct sdmx *sdmx, const struct component *component,
                       const struct json_value *element, const struct json_path *path,
                       const char **text);
/* list: the array that holds the attributes from element first on. */
void sdmx_put_attributes(struct sdmx *sdmx, const struct components *attributes,
                         const struct json_value *list, size_t first, const struct json_path *path);
/* The groups of a data set, NULL when there are none; then those that the present places are in. */
void sdmx_find_groups(struct sdmx *sdmx, const struct json_value *groups,
                      const struct json_path *path);
void sdmx_put_group_attributes(struct sdmx *sdmx, const struct structure *structure,
                               const struct json_value *groups, const struct json_path *path);

/* Observations (sdmx_json_observations.c) --------------------------------------- */

/* Adds the series and the observations of a data set to the table. */
void sdmx_read_observations(struct sdmx *sdmx, struct structure *structure,
                            const struct json_value *data_set, const struct json_path *path);

#endif
