/* shell.h - sheaf as its users run it: through a shell, in a folder of its own. */
#ifndef TESTS_CLI_SHELL_H
#define TESTS_CLI_SHELL_H

#include "support/process.h"

/* cmocka set-up and tear-down: a new folder with nothing in it, the current one
 * while the tests run; gone afterwards. */
int shell_enter(void **state);
int shell_leave(void **state);

/* Runs a command line, in which $sheaf is the program and $source the source tree;
 * both outputs come back together. */
struct process shell(const char *line);

/* Files in the folder, hidden ones too. */
int shell_count_files(void);

/* A command line, its exit code, and what is in its outputs. */
struct shell_case {
    const char *line;
    int status;
    const char *says;
};

/* Prints the line and runs it; fails the test when that ends otherwise. */
void shell_check(struct shell_case what);
/* Each of n, and no file may be left behind. */
void shell_check_all(const struct shell_case *cases, size_t n);

#endif
