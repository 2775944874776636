/* rows_text.h - writes tables as lines of text, and reads the files of tests, for tests of readers.
 *
 *     2023 12.50*10^6 P reporter=KAZ flow=exports @3
 *
 * is a row: its period, the value with its decimals (":" for none) and power of ten, status and
 * confidentiality unless they are A and F, the members that are not "", and the line. */
#ifndef TESTS_DATA_ROWS_TEXT_H
#define TESTS_DATA_ROWS_TEXT_H

#include <stdbool.h>

#include "sheaf/table.h"

/* The rows, each with a line end, or "error: …" with the message; then a line "warning: …" for each
 * warning. Static. */
const char *rows_text(const sheaf_table *table);
/* Asserts that the text is these rows, or contains the message, and destroys the table. */
void assert_rows(sheaf_table *table, const char *rows);
void assert_rows_say(sheaf_table *table, const char *message);

/* Reads tests/readers/fixtures/NAME. */
sheaf_table *rows_fixture(const char *name);
/* The path of a file in the folder of shared data beside the source. Static. Skips the test, with a
 * message, if there is no such file. */
const char *rows_shared(const char *name);
/* The sum and the number of values in the rows with a member of the dimension (NULL: in all). */
double rows_sum(const sheaf_table *table, const char *dimension, const char *member, size_t *count);

/* Reads the text as a file of that name with each allocation failing in turn; asserts that none
 * crashes, leaks or is ignored. */
void rows_survive_every_oom(const char *name, const void *bytes, size_t n);

#endif
