/* commands_new.c - what sheaf new says of its choices. */
#include "text/languages/commands.h"

const struct command_words command_new_words[] = {
    { NULL, { NULL } },
};
