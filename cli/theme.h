/* theme.h - the option --theme of the commands that draw. */
#ifndef CLI_THEME_H
#define CLI_THEME_H

#include "command.h"

/* The theme that a word names: a built-in one or, with '.' or '/', a file, whose warnings are
 * printed. *theme NULL for NULL; else the caller destroys it, whatever is returned. Returns an exit
 * code. */
int theme_open(const struct command *command, const char *word, sheaf_theme **theme);

#endif
