/* languages.h - one output a language: "en,ru" and "out/{lang}.html". */
#ifndef SHEAF_CLI_LANGUAGES_H
#define SHEAF_CLI_LANGUAGES_H

#include "command.h"

struct output {
    char *language; /* NULL: the spec's own */
    char *path;
};
struct languages {
    struct output *outputs;
    size_t n;
};

/* list NULL: one output, in the spec's language. An exit code; free what there is in any case. */
int languages_read(const struct command *command, const char *list, const char *pattern,
                   struct languages *languages);
void languages_free(struct languages *languages);

/* The address of a file, relative to that of a page; both are paths below one folder. To be freed. */
char *address_from(const char *page, const char *file);

#endif
