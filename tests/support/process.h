/* process.h - running another program and reading what it says.
 *
 * Some tests ask other people's programs about our files. Where such a program is
 * not installed the test says so and is skipped:
 *
 *     process_need("qpdf");
 *     struct process run = process_run("qpdf", "--check", path, NULL);
 *     assert_int_equal(run.status, 0);
 *     process_free(&run);
 */
#ifndef TESTS_SUPPORT_PROCESS_H
#define TESTS_SUPPORT_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

struct process {
    int status;   /* the exit code; -1: it did not start, or a signal ended it */
    char *output; /* standard output and standard error, NUL-terminated */
    size_t length;
};

/* Arguments end with NULL. Standard input is empty. */
struct process process_run(const char *program, ...) __attribute__((sentinel));
void process_free(struct process *process);

/* Whether PATH has the program. */
bool process_exists(const char *program);
/* Skips the test when it has not. */
void process_need(const char *program);

#endif
