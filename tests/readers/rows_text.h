/* rows_text.h - a table as lines of text, and reading the tests' files, for the tests of readers.
 *
 *     2023 12.50*10^6 P reporter=KAZ flow=exports @3
 *
 * is a row: period, value with its decimals (":" for none) and power of ten, status and
 * confidentiality where they are not A and F, the members that are not "", the line. */
#ifndef TESTS_DATA_ROWS_TEXT_H
#define TESTS_DATA_ROWS_TEXT_H

#include <stdbool.h>

#include "sheaf/table.h"

/* The rows, each with a line end; or "error: …", as the message says it; then a line "warning: …"
 * for each. Static. */
const char *rows_text(const sheaf_table *table);
/* That text is the rows, or has the message in it; and destroy. */
void assert_rows(sheaf_table *table, const char *rows);
void assert_rows_say(sheaf_table *table, const char *message);

/* Reads tests/readers/fixtures/NAME. */
sheaf_table *rows_fixture(const char *name);
/* The path of a file in the folder of shared data beside the source; skips the test, saying so,
 * where there is none. Static. */
const char *rows_shared(const char *name);
/* The sum of the values there are in the rows whose member of the dimension is that (NULL: of
 * all), and how many. */
double rows_sum(const sheaf_table *table, const char *dimension, const char *member, size_t *count);

/* Reads the text as name at every allocation failure: none may be fatal, leak, or be forgotten. */
void rows_survive_every_oom(const char *name, const void *bytes, size_t n);

#endif
