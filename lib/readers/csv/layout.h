/* layout.h - what the columns of a file of delimited values are for.
 *
 * The headers say it, read by what the caller said of them, by the format's own list, and by
 * the vocabulary; where they do not, the figures below them do. */
#ifndef SHEAF_READERS_CSV_LAYOUT_H
#define SHEAF_READERS_CSV_LAYOUT_H

#include "readers/csv/sample.h"
#include "readers/formats/format.h"
#include "readers/members.h"
#include "vocabulary/vocabulary.h"

enum { NO_COLUMN = -1 };

/* A member that every observation of a column of values has; made when there is one. */
struct fixed_member {
    size_t dimension;
    const char *text;
    uint32_t member;
    bool is_made;
};

struct layout_column {
    enum column_role role;
    const char *header;     /* as the file spells it */
    const char *name;       /* of the dimension; "" for what is none */
    size_t rank;            /* in the format's list, for those that say the same; SIZE_MAX: none */
    bool is_named;          /* the caller said what it is */
    bool is_unknown;        /* nothing is known by its name */
    bool is_guessed;        /* a column of values, by the figures of the sample */
    bool is_quarter;        /* a part of a year: 1 is the first quarter */
    bool is_labelled;       /* cells are "A: Annual" */
    bool has_own_unit;      /* of values in another unit than the one said of the whole file */
    struct header words;    /* what the header of a column of values says */
    sheaf_period period;    /* of a column of values; SHEAF_NO_PERIOD: another column says it */
    struct members members; /* of dimensions and units */
    struct members *parts;  /* of a compound column */
    size_t n_parts;
    struct members *flow; /* that its texts tell besides; NULL: none */
    /* Of a column of values. */
    const struct format_measure *measure;
    struct fixed_member fixed[4];
    size_t n_fixed;
    int multiplier;
    int unit_column, mark_column;
    int fallback; /* the column that says it in other words, where a cell of this one is empty */
};

struct layout {
    sheaf_table *table;
    const struct delimited_format *format;
    const sheaf_read_options *options;
    struct csv *csv; /* at the row of headers, while the layout is made */
    const struct sample *sample;
    size_t first; /* row of the sample below the headers */
    struct member_lookup lookup;
    struct arena *arena;
    struct layout_column *columns; /* one a header */
    size_t count;
    uint32_t *members;     /* of the row being read, by dimension; constants are set */
    size_t unit_dimension; /* SIZE_MAX: there is none */
    sheaf_period period;   /* of the whole file; SHEAF_NO_PERIOD: columns say it */
    int multiplier;        /* of the whole file */
    bool has_multiplier;
    char status;          /* of the whole file */
    char confidentiality; /* of the whole file */
    int decimals;         /* of the whole file; NOT_STATED */
    char frequency;       /* what dates stand for; '\0': themselves */
    int year_column, part_column, frequency_column, compound_column;
};

enum { NOT_STATED = INT8_MAX };

/* Fails into the table's error. */
void layout_read(struct layout *layout);

/* Wide tables (wide.c). */

/* A header that is a period: 2015, 2023-04, "2015 [YR2015]", YR2015. */
bool header_read_period(const char *header, sheaf_period *period);
/* Columns of values by their headers that are periods, or of figures that nothing else
 * claims. */
void layout_find_values(struct layout *layout);
/* What the headers of several columns of values tell apart, as dimensions. */
void layout_distinguish_values(struct layout *layout);
/* Every cell of the sample below that header is a number, or missing, and one is a number. */
bool layout_is_numeric(const struct layout *layout, size_t column, bool *has_decimals);

/* The first cell below that header that is not empty is no number. */
bool layout_is_text(const struct layout *layout, size_t column);
bool layout_has(const struct layout *layout, enum column_role role);
bool layout_has_dimension(const struct layout *layout, const char *name);
/* The dimension of that name, by the kind of its members. False: memory ran out. */
bool layout_open(struct layout *layout, const char *name, struct members *members);
/* Gives a column of values a member of its own. text: as long as the layout. */
void layout_fix(struct layout *layout, struct layout_column *column, const char *dimension,
                const char *text);
bool layout_failed(const struct layout *layout);

#endif
