/* reading.h - how a data file is read: the options that chart, data and check share. */
#ifndef CLI_READING_H
#define CLI_READING_H

#include <stdio.h>

#include "pairs.h"

enum {
    READ_FROM,
    READ_ENCODING,
    READ_SEPARATOR,
    READ_DECIMAL,
    READ_HEADER,
    READ_FREQUENCY,
    READ_DATES,
    READ_X,
    READ_FINANCIAL_YEAR,
    READ_QUERY,
    READ_SHEET,
    READ_COLUMNS,
    READ_SET,
    READING_OPTIONS
};

/* Rows for a command's table of options, from index first on. */
#define READING_ROWS(first)                                                                        \
    [(first) +                                                                                     \
        READ_FROM] = { '\0', "from", "FORMAT",                                                     \
                       "the data's format (found by its content): see\n"                           \
                       "sheaf data --help" },                                                      \
        [(first) + READ_ENCODING] = { '\0', "encoding", "NAME",                                    \
                                      "of text: windows-1251, GB18030, UTF-16 … (found)" },        \
        [(first) + READ_SEPARATOR] = { '\0', "separator", "MARK",                                  \
                                       "between columns: ',', ';', '|' or tab (found)" },          \
        [(first) +                                                                                 \
            READ_DECIMAL] = { '\0', "decimal", "MARK", "'.' or ',' (found where it can be)" },     \
        [(first) +                                                                                 \
            READ_HEADER] = { '\0', "header", "LINE", "the line of the column headers (found)" },   \
        [(first) + READ_FREQUENCY] = { '\0', "frequency", "LETTER",                                \
                                       "what dates such as 2023-01-01 stand for: A years,\n"       \
                                       "S half-years, T trimesters, Q quarters, M months,\n"       \
                                       "W weeks, D days (found where it can be)" },                \
        [(first) + READ_DATES] = { '\0', "dates", "ORDER",                                         \
                                   "what 01/02/2023 is: day-first or month-first (found\n"         \
                                   "where another date shows it)" },                               \
        [(first) + READ_X] = { '\0', "x", "KIND",                                                  \
                               "number: rows run over prices, distances or shares,\n"              \
                               "not over periods (found where all columns are of\n"                \
                               "figures, and none is of periods)" },                               \
        [(first) + READ_FINANCIAL_YEAR] = { '\0', "financial-year", "MONTH",                       \
                                            "what 2021-22 and FY2022 are: 4 (2021-22 begins in\n"  \
                                            "April), 'from 4' (FY2022 does), 'to 3' (FY2022\n"     \
                                            "ends in March), calendar (two calendar years)" },     \
        [(first) + READ_QUERY] = { '\0', "query", "SELECT",                                        \
                                   "the rows of an SQLite file or of odbc:DSN=…" },                \
        [(first) + READ_SHEET] = { '\0', "sheet", "NAME",                                          \
                                   "the sheet of a workbook, by name or number, or a\n"            \
                                   "part of it: 'Data!A3:F20' (the only one with a\n"              \
                                   "table)" },                                                     \
        [(first) + READ_COLUMNS] = { '\0', "columns", "'ROLE: COLUMN, …'",                         \
                                     "which column says what: 'period: Jahr,\n"                    \
                                     "value: Wert, partner: Land'" },                              \
        [(first) + READ_SET] = { '\0', "set", "'NAME: WORD, …'",                                   \
                                 "what the file is about and does not say:\n"                      \
                                 "'reporter: KAZ, unit: USD, unit_mult: 3'" }

/* What those options say. */
struct reading {
    struct pairs columns, constants;
    sheaf_column column_items[MOST_PAIRS];
    sheaf_filter constant_items[MOST_PAIRS];
    sheaf_read_options options; /* points into the above */
};

/* values: of the command, from index first on. Returns an exit code. */
int reading_read(const struct command *command, const char *const *values, struct reading *reading);
void reading_free(struct reading *reading);

/* As report, for an error about data: what settles it is named as an option. */
int report_data(const sheaf_error *error);

/* Print one line each, with its place. print_warnings also names the option that settles the matter;
 * it returns the number of warnings. */
void print_warning(FILE *out, const sheaf_warning *warning);
size_t print_warnings(FILE *out, const sheaf_table *table);

#endif
