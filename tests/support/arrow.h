/* arrow.h - record batches made by hand, as a producer would, which count their releases. */
#ifndef TESTS_SUPPORT_ARROW_H
#define TESTS_SUPPORT_ARROW_H

#include "sheaf/arrow.h"

enum { ARROW_COLUMNS = 8, ARROW_BUFFERS = 6 };

/* A column: its buffers are the caller's. n_buffers 0: two. */
struct arrow_made_column {
    const char *name, *format;
    int64_t length, offset, nulls, n_buffers;
    const void *buffers[ARROW_BUFFERS];
    const struct arrow_made_column *dictionary;
};

struct arrow_made {
    struct ArrowSchema schema, schemas[2 * ARROW_COLUMNS], *schema_list[ARROW_COLUMNS];
    struct ArrowArray array, arrays[2 * ARROW_COLUMNS], *array_list[ARROW_COLUMNS];
    const void *buffers[2 * ARROW_COLUMNS][ARROW_BUFFERS];
    const void *own_buffers[1];
    int schema_releases, array_releases;
};

/* A batch of columns until one without a name, as long as the first less its offset. */
void arrow_make(struct arrow_made *made, const struct arrow_made_column *columns);

/* A stream of batches with the schema of the first. */
struct arrow_made_stream {
    struct ArrowArrayStream stream;
    struct arrow_made *batches;
    size_t count, next;
    int fails_at; /* get_next number so much, from 1, fails; 0: none; -1: get_schema fails */
    const char *words;
    int releases;
};

void arrow_make_stream(struct arrow_made_stream *made, struct arrow_made *batches, size_t count);

#endif
