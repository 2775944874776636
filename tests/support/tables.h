/* tables.h - what was read from a data file, as text, beside what ought to be. */
#ifndef TESTS_SUPPORT_TABLES_H
#define TESTS_SUPPORT_TABLES_H

#include "sheaf/table.h"

/* A reading and what it must come to. */
struct reading {
    const char *name;
    const char *text; /* of the file; NULL: fixture is its name under tests/readers/fixtures */
    const char *fixture;
    sheaf_read_options options;
    /* The format, the names of the dimensions, then a line a row: the period, the value (as the
     * shortest text; "-": none), e and the power of ten where it is not 0, the status and the
     * confidentiality where they are not A and F, g and the growth where it is stated, the members; then the warnings' messages
     * after "! " and their counts. NULL: the reading fails. */
    const char *rows;
    const char *message; /* with its place; "trade.csv" is the file's name */
};

/* Prints the name, reads, compares. */
void check_reading(const struct reading *reading);
/* For tables that are too long to be spelt out. A new text. */
char *table_text(const sheaf_table *table);
/* A file in ../shared/data beside the sources, read; NULL, having said so, where it is not
 * there. */
sheaf_table *read_shared(const char *name, const sheaf_read_options *options);
/* Of the rows whose period is that and whose members are all these ("flow", "exports", …, NULL),
 * the sum of the values, in units; *count of them. */
double sum_of(const sheaf_table *table, const char *period, size_t *count, ...);

#endif
