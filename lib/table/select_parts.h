/* select_parts.h - shared by the files select*.c. */
#ifndef SHEAF_TABLE_SELECT_PARTS_H
#define SHEAF_TABLE_SELECT_PARTS_H

#include "table/table_parts.h"

/* The name of a series that no member tells from others. */
#define NAMELESS "value"

/* A selection in progress: each filter removes series, then the rows of the rest are collected.
 * Failures go to error, with the table's file. */
struct selection {
    const sheaf_table *table;
    sheaf_error error;
    uint32_t *series; /* still matching; a slice of all when members are taken one by one */
    size_t series_count;
    uint32_t *all;
    uint32_t *rows,
        *scratch; /* rows are sorted by period at the end; not listed if select_is_in_order */
    size_t count, capacity, scratch_capacity;
    bool *filtered;    /* by dimension: the caller gave a filter for it */
    const char *name;  /* the last filter's member, as the table spells it */
    const char *label; /* its name in the file ("Iron and steel"); "" if there is none */
    uint32_t **seen;   /* [dimension][member]: the last pass of members_left that met it */
    uint32_t pass;
    struct arena arena;
};

static inline bool select_failed(const struct selection *s)
{
    return s->error.status != SHEAF_OK;
}

static inline struct place select_place(const struct selection *s)
{
    return (struct place){ .file = s->table->name };
}

static inline uint32_t select_member_of(const struct selection *s, size_t index, size_t dimension)
{
    return table_series_members(s->table, s->series[index])[dimension];
}

/* select.c: counts the members of a dimension that the rows have; *names in the arena. */
size_t select_members_left(struct selection *s, size_t dimension, const char ***names);

/* select.c: whether the rows are known to ascend by period, as those of one series do in most files. Then they
 * are those of its list. */
bool select_is_in_order(const struct selection *s);

/* select_series.c */
/* The member of the dimension that all selected rows share; "": there is none. */
const char *select_common_member(struct selection *s, const char *name);
/* The series of the selected rows, which are of different periods. */
sheaf_series *select_make_series(struct selection *s, const char *name, const char *label);

#endif
