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

#endif
