/* commands_watch.c - the words of the page that sheaf watch serves. */
#include "text/languages/commands.h"

const struct command_words command_watch_words[] = {
    { NULL, { NULL } },
};
