/* watch.h - sheaf watch: what is watched, and how it is told. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "command.h"

struct watch_order {
    const char *spec;
    const char *const *languages; /* to choose from; the first is shown; none: the spec's */
    size_t n_languages;
    const char *const *sets;          /* "partner=DEU", ended by NULL */
    const char *theme, *fonts, *root; /* NULL: as the spec has it */
    unsigned port;                    /* 0: a free one */
    bool polls;                       /* looks at the files instead of waiting to be told */
    bool quiet, json;
};

/* Serves the sheet until Ctrl-C. Returns an exit code. */
int watch_serve(const struct watch_order *order);

#endif
