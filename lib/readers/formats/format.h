/* format.h - descriptions of the formats of delimited values. One engine (delimited.c) reads all of
 * them; a new format is one file with a struct delimited_format, and one row in formats.c. */
#ifndef SHEAF_READERS_FORMATS_FORMAT_H
#define SHEAF_READERS_FORMATS_FORMAT_H

#include "input/csv.h"
#include "sheaf/period.h"

/* What a column holds. */
enum column_role {
    COLUMN_SKIPPED,
    COLUMN_UNNAMED, /* its header is empty */
    COLUMN_PERIOD,
    COLUMN_YEAR,
    COLUMN_YEAR_PART, /* a month, a quarter, or a code for the full year */
    COLUMN_FREQUENCY,
    COLUMN_VALUE,
    COLUMN_MULTIPLIER,
    COLUMN_DECIMALS,
    COLUMN_STATUS, /* SDMX's letters, or the format's own flags */
    COLUMN_CONFIDENTIALITY,
    COLUMN_DERIVED,   /* in tables that Sheaf wrote: true for values that it computed */
    COLUMN_ESTIMATED, /* beside it: true for its own estimates */
    COLUMN_LOW,       /* and the ends of their rounding intervals */
    COLUMN_HIGH,
    COLUMN_GROWTH,
    COLUMN_DIMENSION,     /* members of the dimension of its name */
    COLUMN_COMPOUND,      /* members of several dimensions, delimited by commas */
    COLUMN_ACTION,        /* SDMX: rows with "D" delete observations */
    COLUMN_ESTIMATE_FLAG, /* says which values of a measure are estimates */
    COLUMN_UNIT           /* the unit of a measure other than the value */
};

/* A header of the format, in any case. Several headers with one role and name have the same
 * meaning: the first one in this list that the file has is read, the others are skipped. */
struct format_column {
    const char *header;
    enum column_role role;
    const char *name; /* of the dimension; "": the role has none */
};

/* One of several columns of values: a member of the dimension "indicator". */
struct format_measure {
    const char *header, *indicator;
    const char *unit; /* NULL: the column of unit_header has it */
    int multiplier;
    const char *unit_header;
    const char *estimate_header; /* the column that flags estimates */
    const char *estimates[3];    /* its cells that do */
    bool zero_is_missing;        /* 0 stands for an unknown value */
};

/* A member that the vocabulary does not know, by its exact spelling. */
struct format_alias {
    const char *dimension, *text, *member;
};

struct delimited_format {
    const char *name;  /* for callers: "comtrade" */
    const char *title; /* for messages: "UN Comtrade CSV" */
    /* True for the headers of a file in this format. NULL: this is the default format. */
    bool (*recognises)(const struct csv_field *headers, size_t n);
    const struct format_column *columns; /* ends with header NULL; NULL: none */
    const struct format_measure *measures;
    const struct format_alias *aliases;
    const struct format_alias *constants; /* their text is not used */
    bool is_closed;                       /* headers that are not in columns are skipped */
    bool has_attributes;   /* SDMX: unknown headers after the value's are attributes of values, and
                            * do not distinguish series */
    bool has_names;        /* SDMX: each column of codes may be followed by a column of names */
    char decimal;          /* the decimal mark unless the values show another; '\0': to be found */
    bool decimal_is_fixed; /* decimal is right whatever the values show */
    bool is_latin1;   /* downloads are in ISO-8859-1, so that a warning of a guess is useless */
    bool is_sparse;   /* an empty cell is no observation */
    bool has_notes;   /* the table may be followed by lines with text in the first column */
    size_t row_limit; /* a download of so many rows has been cut off; 0: no limit */
    /* Reads the office's own flags of a value. False: the text has others. NULL: SDMX's letters. */
    bool (*read_flags)(const char *text, size_t n, char *status, char *confidentiality);
    /* Columns whose texts mention the flow, best first; ends with NULL. NULL: there are none. */
    const char *const *flow_headers;
    const char *(*read_flow)(const char *text, size_t n); /* the flow of such a text; NULL: none */
};

/* True when the headers include this one, in any case; spaces around it are ignored. */
bool headers_have(const struct csv_field *headers, size_t n, const char *header);

extern const struct delimited_format comtrade_format, comtrade_legacy_format, sdmx_csv_format,
    eurostat_tsv_format, wdi_format, wits_format, baci_format, wto_format, russia_format,
    tidy_format;

/* The format of that name; NULL: there is none. */
const struct delimited_format *format_named(const char *name);
/* The formats' names, by index; NULL after the last. */
const char *format_name_at(size_t index);
/* The first format that recognises the headers; NULL: none does. */
const struct delimited_format *format_of_headers(const struct csv_field *headers, size_t n);

#endif
