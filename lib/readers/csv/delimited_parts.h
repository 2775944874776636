/* delimited_parts.h - the reader of delimited values, for the files delimited*.c only. */
#ifndef SHEAF_READERS_CSV_DELIMITED_PARTS_H
#define SHEAF_READERS_CSV_DELIMITED_PARTS_H

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/layout.h"
#include "readers/csv/year_rows.h"

/* How the decimal mark is known. */
enum decimal_origin { DECIMAL_ASSUMED, DECIMAL_DETECTED, DECIMAL_GIVEN };

/* A group of adjacent columns that hold only members. Their joined text is looked up at once if an
 * earlier row had the same. */
struct column_run {
    size_t first, count;
    const uint32_t *dimensions; /* one for each column */
    struct string_cache cache;  /* texts to struct meaning (delimited_members.c) */
    struct meaning *latest;     /* of the previous row; NULL: its text is not in the cache */
    uint32_t changes;           /* rows whose text differed from the previous, or is not cached */
};

struct delimited {
    sheaf_table *table;
    const sheaf_error *error; /* the table's */
    struct arena arena;
    struct csv csv;
    struct sample sample;
    struct layout layout;
    struct string_cache periods, compounds;
    size_t header;              /* row of headers in the sample, the lower of two */
    bool has_two_lines;         /* of headers */
    size_t series_lines;        /* that describe the columns, instead of headers; 0: none */
    size_t stacked_lines;       /* of headers that say together what a column holds; 0: none */
    char decimal;               /* '\0': not known yet */
    enum decimal_origin origin; /* of the decimal mark */
    size_t decimal_line;        /* line that showed the decimal mark */
    size_t rows;                /* read so far */
    struct column_run *runs;    /* most columns of members are in runs */
    size_t n_runs;
    struct column_run *changed; /* the run that changed last */
    uint32_t changes;           /* of all runs together */
    size_t *others, n_others;   /* columns outside runs, which are read before the values */
    size_t *values, n_values;   /* columns of values */
    size_t period_column;       /* SIZE_MAX: there is none */
    size_t year_start_column; /* of days on which reporting years begin; SIZE_MAX: there is none */
    struct year_row year;     /* above the row's month, if layout.has_year_rows */
    char period_status;       /* of the flag of the row's period; '\0': it has none */
    size_t notes_line;        /* where notes begin; 0: none yet */
    int unit_power;           /* power of ten of the unit in the current row */
    bool only_runs;           /* the series of a row depends on the runs alone */
    bool is_series_known;     /* series is the number of the current row's series */
    uint32_t series;
    /* Of the latest row of values, if rows of statuses can follow it; else NULL. */
    uint32_t *members_above;
    size_t *rows_above; /* for each of values, its row in the table, or SIZE_MAX */
    bool reads_days;    /* 2023-04-15 is that day, wherever it stands */
    struct {            /* of the day that was read last: nearly every row has the same */
        char text[8];   /* "2023-04-"; empty: none was */
        int32_t before; /* the day before its first, as days since 1970 */
        int days;
    } month;
    bool was_plain; /* the latest row was, and its period is a day */
    struct {
        size_t rows_to_wait, wait; /* before another run is looked for, and the last time */
        uint32_t period;           /* number of the latest row's period, if it was plain */
    } run;
    bool is_plain;              /* rows consist of a period, members in runs, and one number */
    struct table_row plain_row; /* what all plain rows share */
};

static inline bool delimited_failed(const struct delimited *s)
{
    return s->error->status != SHEAF_OK;
}

/* How many bytes of a field a message quotes: at most 60, without a partial character. */
static inline int delimited_quoted(const struct csv_field *field)
{
    return (int)(field->n <= 60 ? field->n : utf8_floor(field->text, 60));
}

/* delimited_headers.c: takes the sample; finds the row of headers, the format and the separator. */
void delimited_find_headers(struct delimited *s, const char *bytes, size_t n);

/* delimited_numbers.c */
void delimited_find_decimal(struct delimited *s);
/* Reads a number and its decimals as written; a missing one is NaN. */
void delimited_number(struct delimited *s, const struct csv_field *field, struct cell *cell);
void delimited_integer(struct delimited *s, const struct layout_column *column,
                       const struct csv_field *cell, const char *what, int low, int high,
                       int *value);
/* Warns of digits that a double cannot hold. */
void delimited_note_digits(struct delimited *s, const struct csv_field *field, double value,
                           int decimals);
static inline void delimited_check_digits(struct delimited *s, const struct csv_field *field,
                                          double value, int decimals)
{
    enum { HELD = 15, HELD_WITH_POINT = 18 }; /* bytes whose digits any double holds */

    if (field->n > (decimals > 0 ? HELD_WITH_POINT : HELD))
        delimited_note_digits(s, field, value, decimals);
}
/* Reads a power of ten: "6", "Millions", or 1000000 in a column of such numbers. */
void delimited_power(struct delimited *s, const struct layout_column *column,
                     const struct csv_field *cell, int *power);

enum { SKIPPED_ROW = UINT32_MAX };

/* delimited_periods.c: whether a date can only be its day. */
bool delimited_reads_days(const struct delimited *s);
/* Reads 2023-04-15 where it can only be that day. */
bool delimited_read_day(struct delimited *s, const struct csv_field *field, sheaf_period *period);
/* delimited_periods.c: the number of the row's period in the table, or SKIPPED_ROW. */
uint32_t delimited_period(struct delimited *s);
/* The number of the period of a column of values: the row's, the header's, or one of both. */
uint32_t delimited_column_period(struct delimited *s, const struct layout_column *column,
                                 uint32_t number);

/* delimited_statuses.c */
void delimited_status(struct delimited *s, const struct layout_column *column,
                      const struct csv_field *field, struct table_row *row);
/* Whether a figure of the latest row is confidential, or its mark is one that nobody knows; for csv.is_secret. */
bool delimited_row_is_secret(const void *reader, const struct csv *csv, bool is_read);
/* A figure as a message may quote it: dots where its row is, or may be, secret. */
struct csv_field delimited_shown(const struct delimited *s, const struct csv_field *field);
void delimited_confidentiality(struct delimited *s, const struct layout_column *column,
                               const struct csv_field *field, char *letter);
void delimited_derived(struct delimited *s, const struct csv_field *field, bool *derived);
/* The flag attached to a number. */
void delimited_attached_flag(struct delimited *s, const struct csv_field *field,
                             const struct cell *cell, struct table_row *row);

/* delimited_members.c */
void delimited_list_runs(struct delimited *s);
void delimited_free_runs(struct delimited *s);
void delimited_dimensions(struct delimited *s);
/* The number of the row's series in the table. */
uint32_t delimited_series(struct delimited *s);
void delimited_member(struct delimited *s, size_t at);
/* The unit of the current row; "": it has none. */
const char *delimited_unit(struct delimited *s);
/* The members that texts of the row mention among other words. */
void delimited_members_in_texts(struct delimited *s);
void delimited_compound(struct delimited *s, const struct csv_field *field,
                        struct layout_column *column);

/* delimited_columns.c */
/* Lists the columns in the order in which a row reads them. */
void delimited_list_columns(struct delimited *s);
/* A row before any of its cells is read. */
struct table_row delimited_row_of_layout(const struct delimited *s);

/* delimited_notes.c */
/* True when all fields but the first are empty. */
bool delimited_is_note(const struct delimited *s);
/* Sources and notes below a table are rows of text, mostly in the first column only. A row that has
 * a field for each header is one if it has no period. */
bool delimited_is_below_table(struct delimited *s);
void delimited_pass_over_note(struct delimited *s);
/* A text between rows may say what those below it are about, so that it cannot be passed over. */
void delimited_fail_below_note(struct delimited *s);

/* delimited_rows.c */
void delimited_row(struct delimited *s);

/* delimited_runs.c: reads the rows that follow the latest and are as it is but for day and number. Returns
 * how many; 0: delimited_row has to read the next. */
enum { RUN_ROWS = 512 };
size_t delimited_run(struct delimited *s);

#endif
