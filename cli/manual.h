/* manual.h - the manual page of a command. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "command.h"

/* Prints it as mdoc(7): the options of the table that --help prints, in the words of the page of all
 * commands, sheaf.1, as far as it has some. Returns an exit code. */
int print_manual(const struct command *command, const char *page_path);

#endif
