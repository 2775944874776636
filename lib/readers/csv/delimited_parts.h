/* delimited_parts.h - the inside of the reader of delimited values, for the files delimited*.c
 * only. */
#ifndef SHEAF_READERS_CSV_DELIMITED_PARTS_H
#define SHEAF_READERS_CSV_DELIMITED_PARTS_H

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/layout.h"

/* Where the decimal mark is known from. */
enum decimal_origin { DECIMAL_ASSUMED, DECIMAL_DETECTED, DECIMAL_GIVEN };

/* Adjacent columns that are nothing but members of a dimension: a text that has been met before
 * is looked up as one. */
struct column_run {
    size_t first, count;
    const uint32_t *dimensions; /* one a column */
    struct string_cache cache;  /* to what its texts mean: struct meaning */
    struct meaning *latest;     /* of the row above; NULL: that is in no cache */
    uint32_t changes; /* how often a row had another text than the row above, or one in no cache */
};

struct delimited {
    sheaf_table *table;
    const sheaf_error *error; /* the table's */
    struct arena arena;
    struct csv csv;
    struct sample sample;
    struct layout layout;
    struct string_cache periods, compounds;
    size_t header;              /* row of the sample */
    char decimal;               /* '\0': not known yet */
    enum decimal_origin origin; /* of the decimal mark */
    size_t decimal_line;        /* that showed it */
    size_t rows;
    struct column_run *runs; /* before the other columns, as most are in them */
    size_t n_runs;
    struct column_run *changed; /* the last of them that did */
    uint32_t changes;           /* of all runs */
    size_t *others, n_others;   /* columns that are read before those of values */
    size_t *values, n_values;
    size_t period_column, flow_column; /* SIZE_MAX: there is none */
    int unit_power;                    /* of ten, that the unit of the row being read has */
    bool only_runs;                    /* say which series a row is of */
    bool is_series_known;              /* the number of the row's series, which then … */
    uint32_t series;                   /* … is this */
    bool is_plain;          /* rows have a period, members of runs, and one figure: no more */
    struct table_row usual; /* what all plain rows have */
};

static inline bool delimited_failed(const struct delimited *s)
{
    return s->error->status != SHEAF_OK;
}

/* How much of a field a message quotes: whole characters. */
static inline int delimited_quoted(const struct csv_field *field)
{
    return (int)(field->n <= 60 ? field->n : utf8_floor(field->text, 60));
}

/* delimited_headers.c: takes the sample, and finds the row of headers in it and the format. */
void delimited_find_headers(struct delimited *s, const char *bytes, size_t n);

/* delimited_figures.c */
void delimited_find_decimal(struct delimited *s);
/* A number and its decimals as written; NaN for a missing one. */
void delimited_number(struct delimited *s, const struct csv_field *field, struct cell *cell);
void delimited_integer(struct delimited *s, const struct layout_column *column,
                       const struct csv_field *cell, const char *what, int low, int high,
                       int *value);

/* delimited_periods.c: the number of the row's period in the table. */
uint32_t delimited_period(struct delimited *s);

/* delimited_statuses.c */
void delimited_status(struct delimited *s, const struct layout_column *column,
                      const struct csv_field *field, struct table_row *row);
void delimited_confidentiality(struct delimited *s, const struct layout_column *column,
                               const struct csv_field *field, char *letter);
void delimited_derived(struct delimited *s, const struct csv_field *field, bool *derived);
/* The mark glued to a figure. */
void delimited_glued(struct delimited *s, const struct csv_field *field, const struct cell *cell,
                     struct table_row *row);

/* delimited_members.c */
void delimited_list_runs(struct delimited *s);
void delimited_free_runs(struct delimited *s);
void delimited_dimensions(struct delimited *s);
/* The number of the row's series in the table. */
uint32_t delimited_series(struct delimited *s);
void delimited_member(struct delimited *s, size_t at);
/* Of flow_column. */
void delimited_flow_in_text(struct delimited *s);
void delimited_compound(struct delimited *s, const struct csv_field *field,
                        struct layout_column *column);

/* delimited_rows.c */
/* Which fields of a row are read, and as what. */
void delimited_list_columns(struct delimited *s);
void delimited_row(struct delimited *s);

#endif
