/* arrow.c - record batches made by hand. */
#include "support/arrow.h"

#include <errno.h>
#include <string.h>

static void release_schema(struct ArrowSchema *schema)
{
    ++*(int *)schema->private_data;
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
    ++*(int *)array->private_data;
    array->release = NULL;
}

static void make_column(struct arrow_made *made, size_t i, const struct arrow_made_column *column)
{
    made->schemas[i] = (struct ArrowSchema){ .format = column->format, .name = column->name };
    made->arrays[i] =
        (struct ArrowArray){ .length = column->length,
                             .offset = column->offset,
                             .null_count = column->nulls,
                             .n_buffers = column->n_buffers != 0 ? column->n_buffers : 2,
                             .buffers = made->buffers[i] };
    memcpy(made->buffers[i], column->buffers, sizeof column->buffers);
}

void arrow_make(struct arrow_made *made, const struct arrow_made_column *columns)
{
    size_t n = 0;

    memset(made, 0, sizeof *made);
    for (; columns[n].name != NULL; n++) {
        size_t behind = ARROW_COLUMNS + n;

        make_column(made, n, &columns[n]);
        made->schema_list[n] = &made->schemas[n];
        made->array_list[n] = &made->arrays[n];
        if (columns[n].dictionary == NULL)
            continue;
        make_column(made, behind, columns[n].dictionary);
        made->schemas[n].dictionary = &made->schemas[behind];
        made->arrays[n].dictionary = &made->arrays[behind];
    }
    made->schema = (struct ArrowSchema){ .format = "+s",
                                         .n_children = (int64_t)n,
                                         .children = made->schema_list,
                                         .release = release_schema,
                                         .private_data = &made->schema_releases };
    made->array = (struct ArrowArray){ .length = columns[0].length,
                                       .n_buffers = 1,
                                       .buffers = made->own_buffers,
                                       .n_children = (int64_t)n,
                                       .children = made->array_list,
                                       .release = release_array,
                                       .private_data = &made->array_releases };
}

static int next_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    struct arrow_made_stream *made = stream->private_data;

    if (made->fails_at < 0)
        return EIO;
    *out = made->batches[0].schema;
    return 0;
}

static int next_array(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct arrow_made_stream *made = stream->private_data;

    if (made->fails_at > 0 && made->next + 1 == (size_t)made->fails_at)
        return EIO;
    *out = (struct ArrowArray){ .release = NULL };
    if (made->next < made->count)
        *out = made->batches[made->next++].array;
    return 0;
}

static const char *last_error(struct ArrowArrayStream *stream)
{
    return ((struct arrow_made_stream *)stream->private_data)->words;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    ((struct arrow_made_stream *)stream->private_data)->releases++;
    stream->release = NULL;
}

void arrow_make_stream(struct arrow_made_stream *made, struct arrow_made *batches, size_t count)
{
    *made = (struct arrow_made_stream){ .batches = batches, .count = count };
    made->stream =
        (struct ArrowArrayStream){ next_schema, next_array, last_error, release_stream, made };
}
