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
    COLUMN_YEAR_START, /* SDMX: the day on which reporting years begin */
    COLUMN_VALUE,
    COLUMN_MULTIPLIER,
    COLUMN_DECIMALS,
    COLUMN_STATUS,   /* SDMX's letters, or the format's own flags */
    COLUMN_FLAG,     /* the statuses of one column of values */
    COLUMN_ROW_KIND, /* "Value", or "Status": the row has the statuses of the row above it */
    COLUMN_CONFIDENTIALITY,
    COLUMN_DERIVED,   /* in tables that Sheaf wrote: true for values that it computed */
    COLUMN_ESTIMATED, /* beside it: true for its own estimates */
    COLUMN_LOW,       /* and the ends of their rounding intervals */
    COLUMN_HIGH,
    COLUMN_GROWTH,
    COLUMN_DIMENSION, /* members of the dimension of its name */
    COLUMN_CODE,      /* the same; numbers are codes that only this office uses, never ISO 3166's */
    COLUMN_COMPOUND,  /* members of several dimensions, delimited by commas */
    COLUMN_ACTION,    /* SDMX: rows with "D" delete observations */
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

/* A flag of the office, by its exact spelling. A letter of '\0' says nothing. */
struct format_flag {
    const char *text;
    char status, confidentiality;
};

/* A member that the texts of a column mention among other words. */
struct format_text {
    const char *dimension;
    /* The columns, best first; ends with NULL. NULL: the dimension "indicator". */
    const char *const *headers;
    const char *(*read)(const char *text, size_t n); /* static; NULL: the text mentions none */
};

enum { FORMAT_TEXTS = 2 }; /* of one format */

/* What a header means that only its format can read, such as "Y2020F". */
struct format_header {
    enum column_role role;                /* COLUMN_VALUE, COLUMN_FLAG or COLUMN_DIMENSION */
    const char *dimension;                /* of COLUMN_DIMENSION */
    sheaf_period period;                  /* SHEAF_NO_PERIOD: that of the row */
    int month;                            /* of the year that is the period of the row; 0: none */
    bool is_year_to_date;                 /* the period is the year to the end of the row's month */
    const struct format_measure *measure; /* may be NULL */
    const char *flow;                     /* canonical name; NULL: the header names none */
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
    /* Before the office's own numbers of countries: JP_304 is mistaken for no other code, neither
     * here nor where the table is written to. */
    const char *code_prefix;
    bool is_closed;        /* headers that are not in columns are skipped */
    bool has_attributes;   /* SDMX: unknown headers after the value's are attributes of values, and
                            * do not distinguish series */
    bool has_names;        /* SDMX: each column of codes may be followed by a column of names */
    char decimal;          /* the decimal mark unless the values show another; '\0': to be found */
    bool decimal_is_fixed; /* decimal is right whatever the values show */
    bool has_commas;       /* between thousands: 1,234 is not ambiguous */
    bool is_latin1;   /* downloads are in ISO-8859-1, so that a warning of a guess is useless */
    bool is_sparse;   /* an empty cell is no observation */
    bool has_notes;   /* the table may be followed by lines with text in the first column */
    size_t row_limit; /* a download of so many rows has been cut off; 0: no limit */
    /* Reads the office's own flags of a value. False: the text has others. NULL: SDMX's letters. */
    bool (*read_flags)(const char *text, size_t n, char *status, char *confidentiality);
    /* The office's own flags, one to a value; ends with text NULL. In a format that has them the
     * letters of SDMX are not read: F may mean something else. NULL: SDMX's letters. */
    const struct format_flag *flags;
    const struct format_text *texts; /* ends with dimension NULL; NULL: there are none */
    /* Reads a header that is not in columns. False: it means nothing to the format. */
    bool (*read_header)(const char *header, const struct csv_field *headers, size_t n,
                        struct format_header *meaning);
    bool has_month_52;    /* 202452 is the year 2024 */
    bool has_short_years; /* Jul-17 is a month of 2017, Jul-97 of 1997 */
    bool has_apostrophes; /* around codes, or before them, as in '0101: they are dropped */
    bool has_pairs;       /* OECD, ONS: a column of codes is followed by one of their names */
    /* What is assumed of the unit, as the file does not state it; a warning unless the caller gives
     * the unit or its power of ten. NULL: nothing is. */
    const char *assumption;
};

/* True when the headers include this one, in any case; spaces around it are ignored. */
bool headers_have(const struct csv_field *headers, size_t n, const char *header);

extern const struct delimited_format comtrade_format, comtrade_legacy_format, sdmx_csv_format,
    eurostat_tsv_format, comext_format, wdi_format, wdi_json_format, wits_format, baci_format,
    wto_format, russia_format, china_format, japan_format, census_format, comexstat_format,
    comexstat_imports_format, faostat_format, imf_dots_format, imf_dots_panel_format,
    imf_imts_format, statcan_format, ons_format, oecd_format, trademap_format, tidy_format;

/* The format of that name; NULL: there is none. */
const struct delimited_format *format_named(const char *name);
/* The formats' names, by index; NULL after the last. */
const char *format_name_at(size_t index);
/* The first format that recognises the headers; NULL: none does. */
const struct delimited_format *format_of_headers(const struct csv_field *headers, size_t n);

#endif
