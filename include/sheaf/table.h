/* table.h - a data file, read: rows of observations with their dimensions. */
#ifndef SHEAF_TABLE_H
#define SHEAF_TABLE_H

#include "sheaf/context.h"
#include "sheaf/series.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_table sheaf_table;

/* Reads a data file; the format is found by its content. path "-" is standard input.
 *
 * Formats: "tidy": CSV with a header, then a row an observation; columns in any order named period,
 * value, and any of reporter, partner, flow, product, indicator, unit, unit_mult, decimals, status,
 * conf_status, derived, source, growth_pct, or by other words for these in English, Russian, Kazakh
 * and Chinese; any further column is a dimension of its own. Or a column a period (also a month
 * beside a column of years, or below a line of years), a flow or a series. A flag at a period
 * (2023p) is the status of its figures. A column of units beside a quantity is the quantity's;
 * stated growth is that of the last period of a row, or of the one that its header names. A word
 * beside a unit that is not understood leaves unit and power of ten unknown, with a warning. Numbers
 * stand for countries by ISO 3166 only if all of their column do.
 *
 * "comtrade", "comtrade-legacy", "sdmx-csv", "eurostat-tsv", "comext", "wdi", "wdi-json", "wits",
 * "baci", "wto", "imf-dots", "imf-dots-panel", "imf-imts", "faostat", "oecd", "ons", "statcan",
 * "trademap", "russia", "china", "japan", "us-census", "comexstat" and "comexstat-imports" are CSV
 * known by its headers. Their offices' own numbers of countries are kept behind letters ("CN_304")
 * unless a name stands beside them, and the letters of statuses are theirs. "comtrade-json",
 * "json-stat" and "sdmx-json" are JSON; lists of rows or records in JSON are read as CSV would be.
 * "sdmx-ml" is XML of SDMX 2.0 to 3.0, "px" the format of PC-Axis and PxWeb. "statcan-table" is a table
 * of Statistics Canada as displayed, with its title above and its footnotes below.
 * "sqlite" is a database, opened for reading only, whose rows options->query selects (not needed
 * when it has but one table); "workbook" is XLSX or ODS, whose sheet (chosen by options->sheet, or
 * the only one with a table) is read like delimited values. The name of a sheet belongs to the name
 * of its file: "book.xlsx: sheet 'Data'".
 *
 * A path "odbc:DSN=trade" (or another connection string) is no file but an ODBC database, of which
 * options->query, one SELECT, gives the rows: in a transaction that only reads, where the server has
 * such, and that is rolled back. "PWD=$NAME" takes the password from the environment variable NAME;
 * no message shows passwords, nor do rows' files. unixODBC is loaded when the first database is read, and
 * its drivers with it, which may change the process (see sheaf_context_set_odbc_program). Text is
 * asked for in UTF-16; options->encoding ("UTF-8") is that of drivers which have bytes only.
 *
 * Delimited values: lines before the headers and text below the table are skipped, the latter with a
 * warning. The separator is comma, semicolon, tab or
 * bar; quotes are RFC 4180's. An empty cell, ":", ".." and other words for it are missing values. A
 * field has at most 64 KiB, a row 16,384 fields and 1 MiB; the file may be of any length and is read
 * once. JSON has at most 1 GiB.
 *
 * Any file may be compressed with gzip or zstd. Text is UTF-8 or UTF-16, or in what XML and PX
 * files declare; else windows-1251, windows-1252 or GB18030 is guessed by its letters, with a
 * warning. Rows that are the same count once, with a warning: they may be consignments that are to be added.
 * Two rows with the same period and members that differ give a warning, and selecting them fails. context:
 * NULL for a private one. The caller owns the table, which may outlive the context. Never NULL; ask the
 * status. */
SHEAF_API sheaf_table *sheaf_table_read(sheaf_context *context, const char *path);
/* The same from memory; name stands for the file in messages. bytes are not
 * kept. */
SHEAF_API sheaf_table *sheaf_table_read_bytes(sheaf_context *context, const char *name,
                                              const void *bytes, size_t n);
/* What a column contains: header is the column's name in the file; role is "period",
 * "value", "reporter", "partner", "flow", "product", "indicator", "unit", "unit_mult",
 * "decimals", "status", "conf_status", "derived", "growth_pct", "source", a dimension of your own,
 * or "" to ignore the column. */
typedef struct sheaf_column {
    const char *header, *role;
} sheaf_column;

/* A filter: a dimension and one of its members, such as "flow" and "exports". A member that begins
 * with "!" is left out, and all others stay: "partner" and "!World". Wholes and groups are found
 * whatever the file calls them: World is also W1, EU also EU27_2020, TOTAL also AllSubHeading. */
typedef struct sheaf_filter {
    const char *dimension, *member;
} sheaf_filter;

/* What a reader cannot know, or need not guess. Zeroed, or SHEAF_READ_OPTIONS_INIT: everything is
 * found by the content. */
typedef struct sheaf_read_options {
    size_t size;           /* of the struct, as the caller was compiled */
    const char *format;    /* as sheaf_table_format names it; NULL: found by the content */
    const char *encoding;  /* "windows-1251", "GB18030", any that ICU knows; NULL: found */
    const char *separator; /* of columns: ",", ";", "\t", "|"; NULL: found */
    const char *decimal;   /* the decimal mark: "." or ","; NULL: found, where it can be */
    size_t header;         /* the line of the column headers, from 1; 0: found */
    /* What dates such as 2023-01-01 stand for: "A" years, "S", "T", "Q", "M" months, "W" weeks (also
     * 202301), "D" days (SDMX CL_FREQ); NULL: found. */
    const char *frequency;
    const char *query; /* SQLite, ODBC: the SELECT whose result is the table */
    const sheaf_column *columns;
    size_t n_columns;
    /* What is true of all rows and in none of the file's columns: reporter KAZ, unit USD, unit_mult
     * 3, conf_status C; any role but value, derived, growth_pct and parts of a period, or a
     * dimension of your own. It is an error if a column has the same role. */
    const sheaf_filter *constants;
    size_t n_constants;
    const char *period; /* the column of periods; NULL: found by its name */
    /* The columns of values; 0: found by their names. Several are distinguished by the flow and
     * indicator in their headers, or else by a dimension "series" with the headers as members. Flow,
     * unit and power of ten are always read from the header: "exports_bn". */
    const char *const *values;
    size_t n_values;
    /* If values are named: the columns that are dimensions, besides those known by name (reporter,
     * partner, flow, product, indicator, unit, source). Other columns are ignored. */
    const char *const *dimensions;
    size_t n_dimensions;
    /* What 2021-22, 2021/22, 2021-2022 and FY2022 are: "4" or "April" is the first month of 2021-22;
     * "from 4": FY2022 begins in April 2022; "to 3": FY2022 ends in March 2022; "calendar": 2021-22
     * is two calendar years. NULL: such periods are refused, with a message that asks. */
    const char *financial_year;
    /* XLSX, ODS: the sheet by its name, or by its number among those that are shown; "Data!A3:F20" for
     * a part of it. NULL: the only one with a table. */
    const char *sheet;
    /* What 01/02/2023 is: "day-first" (1 February) or "month-first" (2 January). NULL: what other dates
     * of the column show (31/01/2023); where they show nothing, such dates are refused, with a message
     * that asks. */
    const char *dates;
    /* What the rows run over: "number": the column of periods, or the first column of numbers, has plain
     * numbers such as prices, distances or shares (sheaf_period_number). NULL: periods, or such numbers
     * where no column has periods and all columns are of figures. Delimited text only. */
    const char *x;
} sheaf_read_options;
#define SHEAF_READ_OPTIONS_INIT                                                                    \
    {                                                                                              \
        sizeof(sheaf_read_options), NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, NULL, 0, NULL, \
            NULL, 0, NULL, 0, NULL, NULL, NULL, NULL                                               \
    }
SHEAF_API sheaf_table *sheaf_table_read_with(sheaf_context *context, const char *path,
                                             const sheaf_read_options *options);
SHEAF_API sheaf_table *sheaf_table_read_bytes_with(sheaf_context *context, const char *name,
                                                   const void *bytes, size_t n,
                                                   const sheaf_read_options *options);
SHEAF_API void sheaf_table_destroy(sheaf_table *table);

SHEAF_API sheaf_status sheaf_table_status(const sheaf_table *table);
SHEAF_API const sheaf_error *sheaf_table_error(const sheaf_table *table);

/* The names of the formats that are read, by index; NULL after the last. */
SHEAF_API const char *sheaf_table_format_at(size_t index);
/* The format that the file was read as: "tidy". "" after a failure. */
SHEAF_API const char *sheaf_table_format(const sheaf_table *table);
/* What the file itself calls its table, in its language: DESCRIPTION, TITLE or CONTENTS of a PX file,
 * the label of a lone JSON-stat dataset, the name of SDMX-JSON's lone structure, the header's Name in
 * SDMX-ML, the first line of a table of Statistics Canada. "": it says nothing, or a failure. Valid while the
 * table is. */
SHEAF_API const char *sheaf_table_title(const sheaf_table *table);

/* One observation as the file states it. */
typedef struct sheaf_row {
    size_t size; /* of the struct, as the caller was compiled: sheaf_row row = SHEAF_ROW_INIT; */
    sheaf_period period;
    double value;   /* in 10^multiplier of its unit; NaN: none (the status says why) */
    int decimals;   /* places after the point as given; negative: tens, hundreds */
    int multiplier; /* the power of ten that the value is in: 9 for billions */
    sheaf_observation_status status;
    char confidentiality; /* SDMX CONF_STATUS; 'F': free */
    bool derived;         /* computed by Sheaf from other figures, not stated by a source */
    double stated_growth; /* in per cent, as the source states it; NaN: not stated */
    int stated_growth_decimals;
    const char *file; /* where it stands; lives as long as the table */
    size_t line;      /* from 1; 0: none */
    bool estimated;   /* derived, and more than plain arithmetic: see sheaf_origin */
    double low, high; /* the rounding interval; NaN without a value */
} sheaf_row;
#define SHEAF_ROW_INIT                                                                             \
    {                                                                                              \
        sizeof(sheaf_row), { SHEAF_NO_PERIOD, 0, 0 }, 0, 0, 0, SHEAF_NORMAL, 0, false, 0, 0, NULL, \
            0, false, 0, 0                                                                         \
    }

/* Rows in the order of the file. false, and *row unchanged, beyond the last. */
SHEAF_API size_t sheaf_table_row_count(const sheaf_table *table);
SHEAF_API bool sheaf_table_row(const sheaf_table *table, size_t index, sheaf_row *row);
/* The row's member of a dimension, both by index; NULL beyond the last. */
SHEAF_API const char *sheaf_table_row_member(const sheaf_table *table, size_t index,
                                             size_t dimension);

/* A likely mistake that a reader or a check found and did not correct. There is one warning for each
 * kind, with the first place and the number of places. */
typedef struct sheaf_warning {
    size_t size;         /* of the struct, as the caller was compiled: = SHEAF_WARNING_INIT */
    const char *message; /* one sentence, no full stop; lives as long as the table */
    const char *file;    /* "" if there is none */
    size_t line, column; /* from 1; 0: none */
    size_t count;        /* how many places there are in all */
    size_t setting, setting_length; /* bytes of message, as in sheaf_error */
    bool is_note;                   /* no mistake: how the pages might look better */
} sheaf_warning;
#define SHEAF_WARNING_INIT                                                                         \
    {                                                                                              \
        sizeof(sheaf_warning), "", "", 0, 0, 0, 0, 0, false                                        \
    }

/* Looks for likely mistakes and adds warnings: outliers (a figure about ten times its neighbours), a
 * unit or a power of ten that changes, reporter and partner swapped, parts that exceed their total,
 * groups (EU27_2020, ASEAN) beside the members that they consist of, a value whose status says that
 * there is none, a download cut off at a row limit. A second call does nothing. */
SHEAF_API void sheaf_table_check(sheaf_table *table);

/* Which flags stand beside figures where the table is written for people (SHEAF_TEXT). Other formats
 * have columns for what flags say. */
SHEAF_API void sheaf_table_set_flags(sheaf_table *table, sheaf_flags flags);
/* Texts that begin with = + - @, a tab or CR are formulas to a spreadsheet that opens a CSV. Such texts are
 * written as they are, unless this is set: then with an apostrophe before them, in CSV and SDMX-CSV. Numbers
 * are not touched. What is read back has the apostrophe. */
SHEAF_API void sheaf_table_set_safe(sheaf_table *table, bool safe);
SHEAF_API size_t sheaf_table_warning_count(const sheaf_table *table);
SHEAF_API bool sheaf_table_warning(const sheaf_table *table, size_t index, sheaf_warning *warning);
/* "FILE:LINE:COLUMN: warning: MESSAGE (and 11 more)", as sheaf_error_text; "note:" where it is one. */
SHEAF_API size_t sheaf_warning_text(const sheaf_warning *warning, char *out, size_t capacity);

/* The names of the dimensions, in the order of the columns: "reporter", "flow" … */
SHEAF_API size_t sheaf_table_dimension_count(const sheaf_table *table);
SHEAF_API const char *sheaf_table_dimension(const sheaf_table *table, size_t index);

/* The distinct values of a dimension ("flow"; without characters that could command a terminal or
 * turn the text around them: see sheaf_table_warning), in order of appearance; "" is one
 * when a cell is empty. No such dimension: 0. Beyond the last: NULL. */
SHEAF_API size_t sheaf_table_member_count(const sheaf_table *table, const char *dimension);
SHEAF_API const char *sheaf_table_member(const sheaf_table *table, const char *dimension,
                                         size_t index);
/* What the file calls that member beside its code: "Iron and steel" for 72. "": nothing, or no
 * such member. Lives as long as the table. */
SHEAF_API const char *sheaf_table_member_name(const sheaf_table *table, const char *dimension,
                                              size_t index);

/* True when dimension is functionally dependent on another one: each member of on occurs with one
 * member of dimension only, as each series' name may have one flow. Then on alone tells the series
 * apart. False: it is not, there are no such dimensions, or memory ran out. */
SHEAF_API bool sheaf_table_depends(const sheaf_table *table, const char *dimension, const char *on);

/* The one series whose dimensions have the given values: n pairs of dimension
 * and member, by any of the member's names: partner China is CHN, product Cereals is 10 if no other
 * product in the file has that name. The series is named by the last filter's member, as the table
 * spells it (without filters: "value"). Its label is the file's name for that member, unless it is a
 * country, flow or unit, which charts name in their language.
 * If several series are left (say, of two partners), or none, the result has failed and its message
 * says which. Rows of different multipliers are converted to the largest. Several sources may
 * contribute to one series, each with its own periods.
 * Where rows differ in their indicator and no filter names one, "value" is meant. The
 * caller owns the result. */
SHEAF_API sheaf_series *sheaf_table_select(const sheaf_table *table, const sheaf_filter *filters,
                                           size_t n);

/* Tables from tables. The caller owns the result; a failed table gives a failed one. */

/* The rows that match one of the filters in each dimension that has filters, without those whose
 * member a filter leaves out ("!World"). The dimension "period"
 * takes a period or a range: "2019..2023", "2019..", "..2023". Values never change. A dimension or
 * member that does not exist is an error. */
SHEAF_API sheaf_table *sheaf_table_filter(const sheaf_table *table, const sheaf_filter *filters,
                                          size_t n);
/* The same of a table that is not needed further: takes it, and returns it itself where no row and no
 * member would be left out, so that its rows are not copied. */
SHEAF_API sheaf_table *sheaf_table_narrow(sheaf_table *table, const sheaf_filter *filters,
                                          size_t n);
/* All rows of n tables, each with its file and line; in dimensions that its table lacks, a row has
 * the member "". The tables' warnings are kept. */
SHEAF_API sheaf_table *sheaf_table_join(const sheaf_table *const *tables, size_t n);

typedef enum {
    SHEAF_TEXT = 1, /* for people: aligned, statuses explained, sources counted; UTF-8 */
    SHEAF_CSV,      /* tidy CSV, that sheaf_table_read reads back */
    SHEAF_JSON,     /* RFC 8259: an array of objects */
    SHEAF_SDMX_CSV, /* SDMX-CSV 2.0, that sheaf_table_read reads back */
    SHEAF_XLSX      /* a workbook with the columns of the tidy CSV in typed cells, read back, too */
} sheaf_data_format;

/* "table", "csv", "json", "sdmx-csv", "xlsx". false: no such format. */
SHEAF_API bool sheaf_data_format_named(const char *name, sheaf_data_format *format);
/* Writes the rows in canonical spelling: periods as SDMX writes them, countries by ISO 3166
 * alpha-3, statuses as SDMX letters, values as read with their power of ten. SDMX has no status for
 * computed figures: a table that has some gets columns (attributes, JSON keys) "derived", true for
 * them, "estimated", true for own estimates, and "low" and "high", the rounding interval; the value
 * has all its digits, "decimals" says which hold. Text flags own estimates [est].
 *
 * The JSON of a table of series (sheaf_table_from_series) has the full derivation of every derived
 * figure: "formula", a text of signs and figures; "inputs", an array of what went in; and, where an
 * input is derived itself, "steps", an array of the derivations of all derived figures behind it, each
 * once. An input and a step have "series", "period", "value", "low", "high", "unit", "unit_mult" and
 * "origin" ("stated", "computed", "estimated"); an input also "source" and, if it was read from a
 * file, "file" and "line"; a step "formula" and "inputs". An input is explained by the step of its
 * series, period and value. Of more than 400 inputs "inputs_left_out" counts the rest.
 *
 * Text is for people, so it leaves out confidential figures and those
 * whose status says that there is no value; the other formats give what the file states, with its
 * CONF_STATUS. After a failure there is no file, or the old one; *error (may be NULL) says what
 * failed (also the table's own failure), and SHEAF_OK otherwise. */
SHEAF_API sheaf_status sheaf_table_write(const sheaf_table *table, sheaf_data_format format,
                                         const char *path, sheaf_error *error);
SHEAF_API sheaf_status sheaf_table_write_sink(const sheaf_table *table, sheaf_data_format format,
                                              sheaf_sink sink, sheaf_error *error);

#ifdef __cplusplus
}
#endif
#endif
