/* displayed_parts.h - shared by the files of readers/statcan. */
#ifndef SHEAF_READERS_STATCAN_DISPLAYED_PARTS_H
#define SHEAF_READERS_STATCAN_DISPLAYED_PARTS_H

#include "input/csv.h"
#include "readers/observation_builder.h"

enum { FOOTNOTES = 1000 }; /* footnotes have numbers below */

/* The numbers of the footnotes below a table: only these are footnotes behind a text. */
struct footnotes {
    bool has[FOOTNOTES];
};

/* Notes the number of a footnote, which is the first field of its row. */
void footnotes_note(struct footnotes *footnotes, const struct csv_field *field);

/* A text without the footnotes and the power of ten behind it: "Employment (x 1,000) 7" is
 * "Employment" and 3. *power is left alone where the text has none. */
struct csv_field displayed_text(const struct csv_field *field, const struct footnotes *footnotes,
                                int *power);

enum { MOST_HEADS = 16 }; /* rows of headers, and columns of members */

struct kept_row {
    const struct csv_field *fields;
    size_t count, line;
};

/* A dimension whose members head columns (row) or rows (the column of the same number). */
struct head {
    size_t dimension; /* SIZE_MAX: it is the period */
    struct csv_field member;
    int power;
};

struct displayed {
    sheaf_table *table;
    struct arena arena;
    struct csv csv;
    struct observation_builder builder;
    struct footnotes footnotes;
    struct kept_row *rows; /* of the table */
    size_t count, capacity, width;
    struct csv_field title;
    char decimal;
    size_t names;                    /* the row that names the columns of members */
    size_t stubs;                    /* columns of members */
    bool has_periods;                /* the columns behind them are periods */
    struct head above[MOST_HEADS];   /* one a row above names */
    struct head beside[MOST_HEADS];  /* one a column of members */
    size_t unit_dimension, unit_row; /* SIZE_MAX: there is none; the latest row of units */
    int title_power;
};

static inline bool displayed_failed(const struct displayed *s)
{
    return sheaf_table_status(s->table) != SHEAF_OK;
}

static inline void displayed_fail(struct displayed *s, size_t row, const char *reason)
{
    if (!displayed_failed(s))
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table), .line = s->rows[row].line }, "%s",
                reason);
}

/* Empty where the row is shorter than others. */
static inline struct csv_field displayed_field(const struct displayed *s, size_t row, size_t column)
{
    return column < s->rows[row].count ? s->rows[row].fields[column]
                                       : (struct csv_field){ .text = "" };
}

static inline struct csv_field displayed_cell(const struct displayed *s, size_t row, size_t column,
                                              int *power)
{
    struct csv_field field = displayed_field(s, row, column);

    return displayed_text(&field, &s->footnotes, power);
}

/* displayed_heads.c */
/* Finds the row that names the columns of members. False: there is none. */
bool displayed_find_names(struct displayed *s);
/* Opens the dimensions of rows, columns and units. False: failed. */
bool displayed_open_heads(struct displayed *s);
/* True for a row of units: no member is in it. */
bool displayed_is_unit_row(const struct displayed *s, size_t row);
/* displayed_figures.c: adds the figures of the rows below the names. */
void displayed_read_figures(struct displayed *s);

#endif
