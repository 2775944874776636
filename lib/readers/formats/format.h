/* format.h - what sets one format of delimited values apart from another. The engine
 * (delimited.c) reads them all; a new format is one file with a struct delimited_format, and one
 * row in formats.c. */
#ifndef SHEAF_READERS_FORMATS_FORMAT_H
#define SHEAF_READERS_FORMATS_FORMAT_H

#include "input/csv.h"
#include "sheaf/period.h"

/* What a column is for. */
enum column_role {
    COLUMN_SKIPPED, /* over */
    COLUMN_UNNAMED,
    COLUMN_PERIOD,
    COLUMN_YEAR,
    COLUMN_YEAR_PART, /* of the year: a month, a quarter, or a code that says it is whole */
    COLUMN_FREQUENCY,
    COLUMN_VALUE, /* its name: of the measure, "" where there is one */
    COLUMN_MULTIPLIER,
    COLUMN_DECIMALS,
    COLUMN_STATUS, /* as SDMX has it, or in the format's own letters (flags) */
    COLUMN_CONFIDENTIALITY,
    COLUMN_DERIVED, /* whether Sheaf computed the figure, as its own tables say */
    COLUMN_GROWTH,
    COLUMN_DIMENSION,     /* its name: of the dimension */
    COLUMN_COMPOUND,      /* several dimensions in one column, delimited by commas */
    COLUMN_ACTION,        /* SDMX: "D" rows are no observations */
    COLUMN_ESTIMATE_FLAG, /* of a measure: told by name which rows are estimates */
    COLUMN_UNIT           /* of a measure other than the value */
};

/* One header that the format is known to have, in any case. Where several rows have one use and
 * name, they say the same in other words: the first that the file has is taken, the
 * others are passed over. */
struct format_column {
    const char *header;
    enum column_role role;
    const char *name;
};

/* A column of values beside others of another kind; members of the dimension "indicator". */
struct format_measure {
    const char *header, *indicator;
    const char *unit; /* NULL: unit_header's column says it */
    int multiplier;
    const char *unit_header;
    const char *mark_header;  /* the column whose words … */
    const char *estimates[3]; /* … say that the figure is an estimate */
    bool zero_is_missing;     /* written where nothing is known */
};

/* A text of a dimension that the vocabulary does not know: by its exact spelling. */
struct format_alias {
    const char *dimension, *text, *member;
};

struct delimited_format {
    const char *name;  /* as callers name it: "comtrade" */
    const char *title; /* for messages: "UN Comtrade CSV" */
    /* By the row of headers. NULL: anything is. */
    bool (*recognises)(const struct csv_field *headers, size_t n);
    const struct format_column *columns; /* NULL-headed row last; NULL: none */
    const struct format_measure *measures;
    const struct format_alias *aliases;
    const struct format_alias *constants; /* text is unused */
    bool is_closed;                       /* headers that are not in columns are passed over */
    bool has_attributes;  /* SDMX: headers behind the value's that are not in columns say more of
                           * a value, and tell no series apart */
    bool has_names;       /* SDMX: each column of codes may be followed by one of their names */
    char decimal;         /* meant unless the figures say otherwise; '\0': to be found */
    bool decimal_is_sure; /* the figures are not asked */
    bool is_latin1;       /* downloads are ISO-8859-1: that it was found out is no news */
    bool is_sparse;       /* an empty cell is no observation */
    bool has_notes;       /* lines below the table with a text in their first column only */
    size_t limit;         /* of rows a download has: so many mean that it is cut short; 0: none */
    /* The office's own letters beside a figure; false: none of them. NULL: SDMX's. */
    bool (*read_flags)(const char *text, size_t n, char *status, char *confidentiality);
    /* Columns, the best first, whose texts tell the flow among other things; NULL last. NULL:
     * there are none. */
    const char *const *flow_headers;
    const char *(*read_flow)(const char *text, size_t n); /* of such a text; NULL: none */
};

/* True when one of the headers is that, in any case and without the spaces around it. */
bool headers_have(const struct csv_field *headers, size_t n, const char *header);

extern const struct delimited_format comtrade_format, comtrade_legacy_format, sdmx_csv_format,
    eurostat_tsv_format, wdi_format, wits_format, baci_format, wto_format, russia_format,
    tidy_format;

/* NULL: none of that name. */
const struct delimited_format *format_named(const char *name);
/* The formats' names, by index; NULL after the last. */
const char *format_name_at(size_t index);
/* The first particular format that recognises the headers; NULL: none. */
const struct delimited_format *format_of_headers(const struct csv_field *headers, size_t n);

#endif
