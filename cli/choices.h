/* choices.h - which words an option or an operand may be: for completions, manual pages and typos. */
#ifndef CLI_CHOICES_H
#define CLI_CHOICES_H

#include "command.h"

struct choices {
    const char *command; /* NULL: any that has the option */
    const char *option;  /* NULL: the operands */
    const char *words;   /* between blanks; NULL: none, or those of `listed` */
    const char *(*listed)(size_t index);
    bool is_closed; /* no other word is taken */
};

/* NULL: none are known. option NULL: those of the operands. */
const struct choices *choices_of(const struct command *command, const struct option *option);
/* The index-th word, of `length` bytes; NULL beyond the last. choices NULL: there are none. */
const char *choice_at(const struct choices *choices, size_t index, size_t *length);

/* Whether what stands for the argument is a file, or a folder. */
bool names_file(const struct option *option);
bool names_folder(const struct option *option);

/* Explains a word that is none of a closed list, but near one: "--axis is linear, log or symlog, not
 * 'lgo'; did you mean 'log'?". What is near none the command explains. Returns an exit code. */
int check_choice(const struct command *command, const struct option *option, const char *word);

#endif
