/* pairs.h - lists on the command line: "reporter: KAZ, partner: CHN", "exports,imports" and
 * "exports + imports; growth(exports)". */
#ifndef CLI_PAIRS_H
#define CLI_PAIRS_H

#include "command.h"

enum { MOST_PAIRS = 32 };

/* Words cut out of an option's text. Zeroed: none. */
struct pairs {
    char *copy, *marked; /* hold the words */
    struct {
        const char *key, *word;
    } items[MOST_PAIRS];
    size_t count;
};

/* "key: word, …"; a word with a comma stands in quotes. text NULL: none. option: for
 * messages ("select"). Returns an exit code. */
int pairs_read(const struct command *command, const char *option, const char *text,
               struct pairs *pairs);
/* The same for --without: each word gets a "!" before it, as filters leave members out. */
int pairs_read_left_out(const struct command *command, const char *text, struct pairs *pairs);
/* Adds the pairs as filters, which borrow them; returns how many there are then. */
size_t pairs_filters(const struct pairs *pairs, sheaf_filter *filters, size_t n);
/* "word,word": keys are NULL. */
int words_read(const struct command *command, const char *option, const char *text,
               struct pairs *pairs);
/* "expression; expression": keys are NULL. */
int expressions_read(const struct command *command, const char *option, const char *text,
                     struct pairs *pairs);
/* The text without spaces and tabs around it; cuts off those behind it. */
char *text_trim(char *text);
void pairs_free(struct pairs *pairs);

#endif
