/* layout.h - the roles of the columns of delimited values.
 *
 * A role comes from the options of the caller, from the format's list of headers, or from the
 * vocabulary; a column of numbers with an unknown header may be one of values. */
#ifndef SHEAF_READERS_CSV_LAYOUT_H
#define SHEAF_READERS_CSV_LAYOUT_H

#include "period/period_words.h"
#include "readers/csv/flagged_period.h"
#include "readers/csv/sample.h"
#include "readers/formats/format.h"
#include "readers/members.h"
#include "vocabulary/vocabulary.h"

enum { NO_COLUMN = -1 };

struct worded_period;

/* A member that all observations of a column of values share. It is added to the table with the
 * first of them. */
struct fixed_member {
    size_t dimension;
    const char *text;
    uint32_t member;
    bool is_added;
};

struct layout_column {
    enum column_role role;
    const char *header;    /* as in the file */
    const char *name;      /* of the dimension; "": the role has none */
    size_t rank;           /* position in the format's list, lower is better; SIZE_MAX: none */
    bool is_named;         /* the caller gave the role */
    bool is_unknown;       /* the header is unknown */
    bool is_guessed;       /* a column of values only because the sample has numbers there */
    bool is_code;          /* COLUMN_DIMENSION of codes that only the format's office uses */
    enum period_part part; /* what a COLUMN_YEAR_PART counts */
    bool is_labelled;      /* cells are "A: Annual" */
    bool has_own_unit;     /* values in another unit than the one given for the file */
    const struct worded_period
        *worded;            /* a period among words of the header; NULL: there is none */
    const char *rest;       /* the words beside that period */
    bool is_written_out;    /* COLUMN_MULTIPLIER of 1000, 1000000 rather than 3, 6 */
    struct header words;    /* what the header above values names */
    sheaf_period period;    /* of a column of values or growth; SHEAF_NO_PERIOD: another column has
                              * it */
    int first_month;        /* of a column of values below a part of the row's year, 1 to 12 … */
    int month_count;        /* … and its length; 0: the column has none */
    bool is_year_to_date;   /* of a column of values: the year to the end of the row's month */
    char status;            /* of a flag in the header, "2023p"; '\0': there is none */
    struct members members; /* of dimensions and units */
    struct members *parts;  /* of a compound column */
    size_t n_parts;
    /* Of a column of values. */
    const struct format_measure *measure;
    struct fixed_member fixed[4];
    size_t n_fixed;
    bool has_shares; /* some of its cells are in per cent, others say no unit */
    int multiplier;
    int unit_column, estimate_column, growth_column, flag_column; /* NO_COLUMN: there is none */
    int fallback; /* column with the same meaning, read if a cell is empty; NO_COLUMN: none */
};

/* A member that the texts of a column mention. */
struct layout_text {
    size_t column;
    struct members members;
};

struct layout {
    sheaf_table *table;
    const struct delimited_format *format;
    const sheaf_read_options *options;
    struct csv *csv; /* at the row of headers while the layout is read */
    const struct sample *sample;
    size_t first; /* first row of the sample below the headers */
    size_t above; /* rows of the sample above the headers */
    struct member_lookup lookup;
    struct arena *arena;
    struct layout_column *columns; /* one for each header */
    size_t count;
    uint32_t *members;     /* of the current row, by dimension; those of constants are set */
    size_t unit_dimension; /* SIZE_MAX: there is none */
    /* Given for all rows by the options. */
    sheaf_period period; /* SHEAF_NO_PERIOD: columns have it */
    int multiplier;
    bool has_multiplier;
    char status;
    char confidentiality;
    int decimals;              /* or NOT_STATED */
    char frequency;            /* SDMX CL_FREQ of dates, given or detected; '\0': dates are days */
    bool is_guessed_frequency; /* found by the distances of dates */
    bool has_t_quarters;       /* set by the caller: 2025-T1 is a quarter */
    bool has_year_rows;        /* rows of months follow a row with their year */
    bool has_month_ends;       /* dates are the last days of months, not the first */
    struct period_usage usage;
    bool has_numbers;      /* the column of periods has plain numbers: prices, distances, shares */
    bool has_series_lines; /* the headers were made of lines with titles and units */
    int year_column, part_column, frequency_column, compound_column, row_kind_column;
    int codes_column; /* where "Codes" heads the statuses of the row above (INSEE), or NO_COLUMN */
    struct layout_text texts[FORMAT_TEXTS];
    size_t n_texts;
};

enum { NOT_STATED = INT8_MAX };

/* Reads the layout from the row of headers. Fails into the table's error. */
void layout_read(struct layout *layout);

/* Wide tables (wide.c). */

/* Reads a header that is a period, perhaps with a flag: 2015, 2023-04, "2015 [YR2015]", YR2015,
 * "2023p". */
bool header_read_period(const struct layout *layout, const char *header,
                        struct flagged_period *found);
/* Finds columns of values whose headers are parts of the year that another column has: Year, Jan,
 * Feb …, Total (parts_of_years.c). */
bool layout_find_parts_of_years(struct layout *layout);
/* True when the period of a column of values is, or is in, its header. */
static inline bool has_own_period(const struct layout_column *column)
{
    return column->period.unit != SHEAF_NO_PERIOD || column->month_count > 0;
}
/* Finds columns of values: those whose headers are periods, or columns of numbers without another
 * role. */
void layout_find_values(struct layout *layout);
/* Makes dimensions (flow, indicator, unit, series) of what the headers of several columns of values
 * name. */
void layout_distinguish_values(struct layout *layout);
/* True when the first cell below the header that is not empty is no number. */
bool layout_is_text(const struct layout *layout, size_t column);
bool layout_has(const struct layout *layout, enum column_role role);
bool layout_has_dimension(const struct layout *layout, const char *name);
/* Adds a dimension to the table and sets up members for it. False: failed. */
bool layout_open(struct layout *layout, const char *name, struct members *members);
/* Gives all observations of a column of values a member. text must outlive the layout. */
void layout_fix(struct layout *layout, struct layout_column *column, const char *dimension,
                const char *text);
/* The unit that the options give for the file; NULL: they do not. */
const char *layout_constant_unit(const struct layout *layout);
bool layout_failed(const struct layout *layout);

#endif
