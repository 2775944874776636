/* commands.h - the words of the command line: for each English text those of the other languages. */
#ifndef SHEAF_TEXT_LANGUAGES_COMMANDS_H
#define SHEAF_TEXT_LANGUAGES_COMMANDS_H

#include <stddef.h>

/* In this order: ru, kk, zh, fr, de, ar, ug. */
enum { COMMAND_TRANSLATIONS = 7 };

struct command_words {
    const char *english, *others[COMMAND_TRANSLATIONS];
};

/* By what they are for; each ends with a row of NULL. */
extern const struct command_words command_help_words[], command_diff_words[], command_watch_words[],
    command_new_words[], command_batch_words[];

#endif
