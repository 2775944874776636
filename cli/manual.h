/* manual.h - the manual page of a command. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "command.h"

/* Prints it as mdoc(7), made from the table that --help prints. Returns an exit code. */
int print_manual(const struct command *command);

#endif
