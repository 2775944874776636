/* sdmx_ml_parts.h - a message of SDMX-ML, for the files of its reader only. */
#ifndef SHEAF_READERS_SDMX_SDMX_ML_PARTS_H
#define SHEAF_READERS_SDMX_SDMX_ML_PARTS_H

#include "base/buffer.h"
#include "base/string_cache.h"
#include "input/xml.h"
#include "readers/observation_builder.h"

/* How sure it is that a component is a dimension. Generic messages say it; in structure-specific
 * ones an XML attribute of a series may be either. */
enum sdmx_use { USE_ATTRIBUTE, USE_EITHER, USE_DIMENSION };

/* A dimension, measure or attribute, by its id. */
struct sdmx_component {
    const char *id;
    enum sdmx_use use;
    enum header_role role;
    bool is_resolved;            /* role and dimension are known */
    bool is_key;                 /* part of the keys that series and groups have */
    bool is_year_start;          /* the day on which reporting years begin */
    bool is_prose;               /* a value of it is no code, so it is no dimension */
    size_t dimension;            /* of the table; SIZE_MAX: none */
    size_t data_set;             /* the latest that has it */
    struct string_cache members; /* texts to member numbers (low half), powers of ten (high half) */
};

/* The value of a component. Texts stand in the level or, of a group, in the arena. */
struct sdmx_value {
    size_t component;
    size_t text, n;
};

/* The values that a message gives at one place: for a data set, a group, a series, an observation. */
struct sdmx_level {
    struct buffer texts;
    struct sdmx_value *values;
    size_t count, capacity;
};

enum sdmx_level_name { AT_DATA_SET, AT_GROUP, AT_SERIES, AT_OBSERVATION, SDMX_LEVELS };

/* Attributes of all series that have the group's members. */
struct sdmx_group {
    struct sdmx_level level;
    size_t next; /* another one of the same key; SIZE_MAX: none */
    size_t line;
};

/* The components that groups of one kind have in their keys. */
struct sdmx_pattern {
    size_t *components;
    size_t count;
    struct string_cache groups; /* keys to numbers of groups; SDMX_NO_GROUP: asked for in vain */
    size_t found;               /* the group of the current series; SIZE_MAX: none */
};

enum { SDMX_PATTERNS = 16, SDMX_COMPONENTS = 400, SDMX_NO_GROUP = UINT32_MAX };

struct sdmx_structure {
    const char *id; /* by which data sets name it */
    const char *dimension_at_observation;
    bool has_explicit_measures;
};

struct sdmx_ml {
    struct observation_builder builder;
    struct arena arena;
    const char *name; /* of the file */
    struct xml *xml;

    bool is_generic, is_root_known, has_begun;
    size_t element_depth;

    struct sdmx_structure *structures;
    size_t structure_count, structure_capacity;
    const char *dimension_at_observation; /* of the current data set, as the next */
    bool has_explicit_measures;

    struct sdmx_component *components;
    size_t component_count, component_capacity;
    size_t unresolved; /* components */
    size_t measure_dimension;

    struct sdmx_level levels[SDMX_LEVELS];
    enum sdmx_level_name at; /* where values belong now */
    bool in_data_set, in_key, in_series, is_skipped_set, is_first_series;
    size_t data_set, data_set_rows;
    struct place place;              /* of the current observation, series or group */
    const char *period, *year_start; /* as the observation has them; NULL: it has none */
    bool has_measure;                /* any observation has a value, be it NaN */

    struct sdmx_group *groups;
    size_t group_count, group_capacity, groups_indexed;
    struct sdmx_pattern patterns[SDMX_PATTERNS];
    size_t pattern_count;
    bool groups_found; /* for the current series */
    struct buffer key;

    /* An element whose text counts. */
    char text_of[24];
    const char *component_id; /* of <Comp>; NULL: none is open */
    char code[16];            /* of a message of the server */
    bool is_message, has_error;
    size_t parties; /* open elements of senders and receivers, which have names, too */
    bool has_english_title;
    bool is_title_english; /* as that of xml:lang="en" is, or of an element without a language */
};

static inline bool sdmx_ml_failed(const struct sdmx_ml *ml)
{
    return sheaf_table_status(ml->builder.table) != SHEAF_OK;
}

static inline bool sdmx_is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Fails at the current observation, series or group. */
void sdmx_ml_fail(struct sdmx_ml *ml, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Components (sdmx_ml_components.c) ------------------------------------------------ */

/* Adds a value to the level where values belong now. */
void sdmx_ml_put(struct sdmx_ml *ml, const char *id, enum sdmx_use use, const char *text);
/* Finds the roles of new components and adds their dimensions to the table. */
void sdmx_ml_resolve(struct sdmx_ml *ml);
void sdmx_level_clear(struct sdmx_level *level);
static inline const char *sdmx_text(const struct sdmx_level *level, const struct sdmx_value *value)
{
    return level->texts.bytes + value->text;
}

/* Observations (sdmx_ml_observations.c) -------------------------------------------- */

/* Sets the members and attributes of a level. False: failed. */
bool sdmx_ml_apply(struct sdmx_ml *ml, const struct sdmx_level *level)
    __attribute__((warn_unused_result));
void sdmx_ml_add_observation(struct sdmx_ml *ml);

/* Groups (sdmx_ml_groups.c) -------------------------------------------------------- */

/* Keeps the group's level for the series that follow. */
void sdmx_ml_keep_group(struct sdmx_ml *ml);
/* Applies the groups of the current observation. False: failed. */
bool sdmx_ml_apply_groups(struct sdmx_ml *ml) __attribute__((warn_unused_result));
/* Takes the groups kept since the last call. Fails for one whose series stand before it. */
void sdmx_ml_index_groups(struct sdmx_ml *ml);
void sdmx_ml_drop_groups(struct sdmx_ml *ml);

/* Other XML (xml_other.c) ---------------------------------------------------------- */

/* Fails with what a document is whose root is no data message of SDMX. */
void sdmx_ml_refuse_root(struct sdmx_ml *ml, const char *name, const char *const *attributes);

/* The title (sdmx_ml_title.c): of the elements of the header each start, each end and the text of
 * <Name>. In English if there is one, or else the first. */
void sdmx_ml_start_title(struct sdmx_ml *ml, const char *name, const char *const *attributes);
void sdmx_ml_end_party(struct sdmx_ml *ml, const char *name);
void sdmx_ml_take_title(struct sdmx_ml *ml, const char *text);

#endif
