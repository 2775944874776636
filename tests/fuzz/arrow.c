/* arrow.c - a record batch of any types and bytes is a table or one message, is released once, and a
 * table of it comes back from Arrow as it was.
 *
 * The first byte is the count of rows, the second their offset; then a line a column: its format (of a
 * dictionary "c>u"), a tab, its name, a tab, the bytes of its buffers. Buffers are as long as the
 * interface demands, which nobody can check; what is in them is anybody's. */
#include "reading.h"

#include "sheaf/arrow.h"

enum { COLUMNS = 6, ROWS = 8, WIDEST = 32, TEXT = 256, LINE = 256 };

static const char text[TEXT] =
    "2023 2024 exports imports KAZ CHN USD million 14.7 9.05 P 2023-04 12,5";
static const int64_t text_lengths[] = { TEXT };

struct column {
    char format[LINE], name[LINE];
    struct ArrowSchema schema, dictionary_schema;
    struct ArrowArray array, dictionary;
    unsigned char validity[2 * ROWS], cells[(2 * ROWS + 1) * WIDEST],
        values[(2 * ROWS + 1) * WIDEST];
    const void *buffers[4], *dictionary_buffers[4];
};

struct batch {
    struct column columns[COLUMNS];
    struct ArrowSchema schema, *schemas[COLUMNS];
    struct ArrowArray array, *arrays[COLUMNS];
    const void *no_nulls[1];
    int releases;
};

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

/* Offsets into the text, or beyond neither end of it but in any order: a producer's offsets are trusted
 * to lie within its buffer. */
static void tame_offsets(const char *format, unsigned char *cells)
{
    size_t width = strcmp(format, "u") == 0 ? 4 : strcmp(format, "U") == 0 ? 8 : 0;

    for (size_t i = 0; width > 0 && i < 2 * ROWS + 1; i++) {
        int64_t offset = (signed char)cells[i];

        memcpy(cells + i * width, &offset, width);
    }
}

static void set_array(struct ArrowArray *array, const char *format, const void **buffers,
                      const unsigned char *validity, unsigned char *cells)
{
    tame_offsets(format, cells);
    buffers[0] = validity;
    buffers[1] = cells;
    buffers[2] = text;
    buffers[3] = text_lengths;
    array->n_buffers = strcmp(format, "vu") == 0 ? 4 : 3;
    array->buffers = buffers;
}

static void set_column(struct column *column, const char *line, size_t n, int64_t rows,
                       int64_t offset)
{
    const char *tab = memchr(line, '\t', n), *end = line + n;
    const char *name = tab != NULL ? tab + 1 : end;
    const char *bytes = memchr(name, '\t', (size_t)(end - name));
    size_t n_format = (size_t)((tab != NULL ? tab : end) - line), n_bytes;

    bytes = bytes != NULL ? bytes : end;
    memcpy(column->format, line, n_format < LINE ? n_format : LINE - 1);
    memcpy(column->name, name, bytes - name < LINE ? (size_t)(bytes - name) : LINE - 1);
    n_bytes = bytes < end ? (size_t)(end - bytes) - 1 : 0;
    memset(column->validity, 0xff, sizeof column->validity);
    if (n_bytes > 0 && (bytes[1] & 1) != 0)
        column->validity[0] = (unsigned char)bytes[1];
    memcpy(column->cells, bytes + (bytes < end),
           n_bytes < sizeof column->cells ? n_bytes : sizeof column->cells);
    memcpy(column->values, column->cells, sizeof column->values);

    char *behind = strchr(column->format, '>');

    if (behind != NULL)
        *behind++ = '\0';
    column->schema = (struct ArrowSchema){ .format = column->format, .name = column->name };
    column->array = (struct ArrowArray){ .length = rows, .offset = offset, .null_count = -1 };
    set_array(&column->array, column->format, column->buffers, column->validity, column->cells);
    if (behind == NULL)
        return;
    column->dictionary_schema = (struct ArrowSchema){ .format = behind };
    column->dictionary = (struct ArrowArray){ .length = rows };
    set_array(&column->dictionary, behind, column->dictionary_buffers, NULL, column->values);
    column->schema.dictionary = &column->dictionary_schema;
    column->array.dictionary = &column->dictionary;
}

static void set_batch(struct batch *batch, const char *data, size_t n)
{
    const char *end = data + n, *line = data + 2;
    int64_t count = 0, rows = data[0] & (ROWS - 1), offset = data[1] & (ROWS - 1);

    for (; count < COLUMNS && line < end; count++) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));

        stop = stop != NULL ? stop : end;
        set_column(&batch->columns[count], line, (size_t)(stop - line), rows, offset);
        batch->schemas[count] = &batch->columns[count].schema;
        batch->arrays[count] = &batch->columns[count].array;
        line = stop + 1;
    }
    batch->schema = (struct ArrowSchema){ .format = "+s",
                                          .n_children = count,
                                          .children = batch->schemas,
                                          .release = release_schema,
                                          .private_data = &batch->releases };
    batch->array = (struct ArrowArray){ .length = rows,
                                        .n_buffers = 1,
                                        .buffers = batch->no_nulls,
                                        .n_children = count,
                                        .children = batch->arrays,
                                        .release = release_array,
                                        .private_data = &batch->releases };
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct batch *batch;
    sheaf_table *table;
    struct ArrowArrayStream stream;

    if (n < 2)
        return 0;
    batch = calloc(1, sizeof *batch);
    require(batch != NULL);
    set_batch(batch, (const char *)data, n);
    table = sheaf_table_from_arrow(NULL, "fuzz", &batch->schema, &batch->array);
    require(batch->releases == 2);
    free(batch);
    if (sheaf_table_to_arrow_stream(table, &stream, NULL) == SHEAF_OK)
        require_whole(sheaf_table_from_arrow_stream(NULL, "back", &stream));
    require_whole(table);
    return 0;
}
