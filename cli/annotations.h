/* annotations.h - --event, --band, --reference and --callout: words within a chart. */
#ifndef CLI_ANNOTATIONS_H
#define CLI_ANNOTATIONS_H

#include "command.h"

enum { ANNOTATE_EVENT, ANNOTATE_BAND, ANNOTATE_REFERENCE, ANNOTATE_CALLOUT, ANNOTATIONS };
enum { MOST_ANNOTATIONS = 32 };

/* Zeroed: none. */
struct annotations {
    char *copy; /* holds the texts */
    struct {
        int kind;
        sheaf_period first, last;
        double value;
        const char *series, *text;
    } items[MOST_ANNOTATIONS];
    size_t count;
};

/* given: what each option was given, a line an annotation; NULL: it was not. Returns an exit code. */
int annotations_read(const struct command *command, const char *const given[ANNOTATIONS],
                     struct annotations *annotations);
void annotations_add(const struct annotations *annotations, sheaf_chart *chart);
void annotations_free(struct annotations *annotations);

#endif
