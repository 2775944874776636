/* separated_parts.h - the inside of the reader of separated values, for the files separated*.c
 * only. */
#ifndef SHEAF_DATA_SEPARATED_PARTS_H
#define SHEAF_DATA_SEPARATED_PARTS_H

#include "base/strings.h"
#include "data/cell.h"
#include "data/layout.h"

/* Where the decimal mark is known from. */
enum origin { ASSUMED, SHOWN, SAID };

/* Adjacent columns that are nothing but members of a dimension: a text that has been met before
 * is looked up as one. */
struct run {
    size_t first, count;
    const uint32_t *dimensions; /* one a column */
    struct string_cache cache;  /* to what its texts mean: struct meaning */
    struct meaning *latest;     /* of the row above; NULL: that is in no cache */
    uint32_t changes; /* how often a row had another text than the row above, or one in no cache */
};

struct separated {
    sheaf_table *table;
    const sheaf_error *error; /* the table's */
    struct arena arena;
    struct csv csv;
    struct sample sample;
    struct layout layout;
    struct string_cache periods, compounds;
    size_t header;       /* row of the sample */
    char decimal;        /* '\0': not known yet */
    enum origin origin;  /* of the decimal mark */
    size_t decimal_line; /* that showed it */
    size_t rows;
    struct run *runs; /* before the other columns, as most are in them */
    size_t n_runs;
    struct run *changed;      /* the last of them that did */
    uint32_t changes;         /* of all runs */
    size_t *others, n_others; /* columns that are read before those of values */
    size_t *values, n_values;
    size_t period_column, flow_column; /* SIZE_MAX: there is none */
    int unit_power;                    /* of ten, that the unit of the row being read has */
    bool only_runs;                    /* say which series a row is of */
    bool is_series_known;              /* the number of the row's series, which then … */
    uint32_t series;                   /* … is this */
    bool is_plain;          /* rows have a period, members of runs, and one figure: no more */
    struct table_row usual; /* what all plain rows have */
};

static inline bool separated_failed(const struct separated *s)
{
    return s->error->status != SHEAF_OK;
}

/* How much of a field a message quotes: whole characters. */
static inline int separated_quoted(const struct csv_field *field)
{
    return (int)(field->n <= 60 ? field->n : utf8_floor(field->text, 60));
}

/* separated_headers.c: takes the sample, and finds the row of headers in it and the format. */
void separated_look_at(struct separated *s, const char *bytes, size_t n);

/* separated_figures.c */
void separated_find_decimal(struct separated *s);
/* A number and its decimals as written; NaN for a missing one. */
void separated_number(struct separated *s, const struct csv_field *field, struct cell *cell);
void separated_integer(struct separated *s, const struct column *column,
                       const struct csv_field *cell, const char *what, int low, int high,
                       int *value);

/* separated_periods.c: the number of the row's period in the table. */
uint32_t separated_period(struct separated *s);

/* separated_statuses.c */
void separated_status(struct separated *s, const struct column *column,
                      const struct csv_field *field, struct table_row *row);
void separated_confidentiality(struct separated *s, const struct column *column,
                               const struct csv_field *field, char *letter);
void separated_derived(struct separated *s, const struct csv_field *field, bool *derived);
/* The mark glued to a figure. */
void separated_glued(struct separated *s, const struct csv_field *field, const struct cell *cell,
                     struct table_row *row);

/* separated_members.c */
void separated_list_runs(struct separated *s);
void separated_free_runs(struct separated *s);
void separated_dimensions(struct separated *s);
/* The number of the row's series in the table. */
uint32_t separated_series(struct separated *s);
void separated_member(struct separated *s, size_t at);
/* Of flow_column. */
void separated_told_flow(struct separated *s);
void separated_compound(struct separated *s, const struct csv_field *field, struct column *column);

/* separated_rows.c */
/* Which fields of a row are read, and as what. */
void separated_list_columns(struct separated *s);
void separated_row(struct separated *s);

#endif
