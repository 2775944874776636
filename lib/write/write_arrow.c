/* write_arrow.c - a table as structs of the Arrow C data interface.
 *
 * Each column is a holding of its own, because whoever gets the structs may move a column out and
 * release the others. A release frees what its struct holds, and those below. */
#include <errno.h>
#include <string.h>

#include "sheaf/arrow.h"
#include "table/table.h"
#include "write/arrow_columns.h"

/* What a struct owns: the arena has its buffers, and the structs below it. */
struct holding {
    struct arena arena;
    const void *buffers[3];
};

/* The error is the call's: whoever gives the struct away takes it out of the arena. */
static struct holding *hold(const sheaf_alloc *alloc, sheaf_error *error)
{
    struct holding *holding = memory_resize(alloc, NULL, 0, sizeof *holding);

    if (holding == NULL) {
        fail_memory(error);
        return NULL;
    }
    memset(holding, 0, sizeof *holding);
    arena_init(&holding->arena, alloc, error);
    return holding;
}

static void let_go(struct holding *holding)
{
    sheaf_alloc alloc = holding->arena.alloc;

    arena_free(&holding->arena);
    memory_free(&alloc, holding, sizeof *holding);
}

/* Schemas ----------------------------------------------------------------------------------- */

static void release_schema(struct ArrowSchema *schema)
{
    for (int64_t i = 0; i < schema->n_children; i++)
        if (schema->children[i]->release != NULL)
            schema->children[i]->release(schema->children[i]);
    if (schema->dictionary != NULL && schema->dictionary->release != NULL)
        schema->dictionary->release(schema->dictionary);
    schema->release = NULL;
    if (schema->private_data != NULL)
        let_go(schema->private_data);
}

/* A dictionary's struct is in the holding of its column. */
static void fill_schema(struct ArrowSchema *schema, const struct out_column *column,
                        const sheaf_alloc *alloc, sheaf_error *error)
{
    struct holding *holding = hold(alloc, error);

    if (holding == NULL)
        return;
    *schema = (struct ArrowSchema){ .format = column->format, /* a literal */
                                    .name = arena_string(&holding->arena, column->name),
                                    .flags = ARROW_FLAG_NULLABLE,
                                    .release = release_schema,
                                    .private_data = holding };
    if (column->has_dictionary)
        schema->dictionary = arena_new(&holding->arena, struct ArrowSchema);
    if (schema->dictionary != NULL)
        *schema->dictionary =
            (struct ArrowSchema){ .format = "u", .name = "", .release = release_schema };
    holding->arena.error = NULL;
}

/* Children are all there, released ones at first, so that release_schema may follow at any time. */
static bool make_schema(struct ArrowSchema *schema, const struct out_columns *columns,
                        const sheaf_alloc *alloc, sheaf_error *error)
{
    struct holding *holding = hold(alloc, error);
    struct ArrowSchema *list;

    if (holding == NULL)
        return false;
    *schema = (struct ArrowSchema){
        .format = "+s", .name = "", .release = release_schema, .private_data = holding
    };
    list = arena_array(&holding->arena, struct ArrowSchema, columns->count);
    schema->children = arena_array(&holding->arena, struct ArrowSchema *, columns->count);
    for (size_t i = 0; i < columns->count && error->status == SHEAF_OK; i++) {
        schema->children[i] = &list[i];
        schema->n_children++;
        fill_schema(&list[i], &columns->list[i], alloc, error);
    }
    holding->arena.error = NULL;
    if (error->status != SHEAF_OK)
        release_schema(schema);
    return error->status == SHEAF_OK;
}

/* Arrays ------------------------------------------------------------------------------------ */

static void release_array(struct ArrowArray *array)
{
    for (int64_t i = 0; i < array->n_children; i++)
        if (array->children[i]->release != NULL)
            array->children[i]->release(array->children[i]);
    if (array->dictionary != NULL && array->dictionary->release != NULL)
        array->dictionary->release(array->dictionary);
    array->release = NULL;
    if (array->private_data != NULL)
        let_go(array->private_data);
}

static void fill_dictionary(struct ArrowArray *array, struct arena *arena,
                            const struct out_cells *cells)
{
    const void **buffers = arena_array(arena, const void *, 3);

    array->dictionary = arena_new(arena, struct ArrowArray);
    if (buffers == NULL || array->dictionary == NULL)
        return;
    buffers[1] = cells->offsets;
    buffers[2] = cells->text;
    *array->dictionary = (struct ArrowArray){
        .length = cells->entries, .n_buffers = 3, .buffers = buffers, .release = release_array
    };
}

static void fill_array(struct ArrowArray *array, const sheaf_table *table,
                       const struct out_column *column, sheaf_error *error)
{
    struct holding *holding = hold(table_alloc(table), error);
    struct out_cells cells;

    if (holding == NULL)
        return;
    *array = (struct ArrowArray){ .length = (int64_t)sheaf_table_row_count(table),
                                  .n_buffers = 2,
                                  .buffers = holding->buffers,
                                  .release = release_array,
                                  .private_data = holding };
    if (out_fill_column(table, column, &holding->arena, &cells, error)) {
        array->null_count = cells.nulls;
        holding->buffers[0] = cells.validity;
        holding->buffers[1] = cells.cells;
        if (column->has_dictionary)
            fill_dictionary(array, &holding->arena, &cells);
    }
    holding->arena.error = NULL;
}

static bool make_array(struct ArrowArray *array, const sheaf_table *table,
                       const struct out_columns *columns, sheaf_error *error)
{
    struct holding *holding = hold(table_alloc(table), error);
    struct ArrowArray *list;

    if (holding == NULL)
        return false;
    *array = (struct ArrowArray){ .length = (int64_t)sheaf_table_row_count(table),
                                  .n_buffers = 1,
                                  .buffers = holding->buffers,
                                  .release = release_array,
                                  .private_data = holding };
    list = arena_array(&holding->arena, struct ArrowArray, columns->count);
    array->children = arena_array(&holding->arena, struct ArrowArray *, columns->count);
    for (size_t i = 0; i < columns->count && error->status == SHEAF_OK; i++) {
        array->children[i] = &list[i];
        array->n_children++;
        fill_array(&list[i], table, &columns->list[i], error);
    }
    holding->arena.error = NULL;
    if (error->status != SHEAF_OK)
        release_array(array);
    return error->status == SHEAF_OK;
}

sheaf_status sheaf_table_to_arrow(const sheaf_table *table, struct ArrowSchema *schema,
                                  struct ArrowArray *array, sheaf_error *error)
{
    sheaf_error own = *sheaf_table_error(table);
    struct out_columns columns;
    struct arena arena;

    if (schema == NULL || array == NULL)
        fail(&own, SHEAF_BAD_ARGUMENT, "there is no struct for the %s (NULL)",
             schema == NULL ? "schema" : "array");
    if (schema != NULL)
        *schema = (struct ArrowSchema){ .release = NULL };
    if (array != NULL)
        *array = (struct ArrowArray){ .release = NULL };
    if (own.status == SHEAF_OK) {
        arena_init(&arena, table_alloc(table), &own);
        if (out_list_columns(table, &arena, &columns) &&
            make_schema(schema, &columns, table_alloc(table), &own) &&
            !make_array(array, table, &columns, &own))
            release_schema(schema);
        arena_free(&arena);
    }
    if (error != NULL)
        *error = own;
    return own.status;
}

/* Streams ----------------------------------------------------------------------------------- */

struct stream {
    struct arena arena;
    struct out_columns columns;
    struct ArrowArray array; /* until it is given */
    sheaf_error error;
};

static int stream_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    struct stream *own = stream->private_data;

    own->error = (sheaf_error){ .status = SHEAF_OK };
    return make_schema(out, &own->columns, &own->arena.alloc, &own->error) ? 0 : ENOMEM;
}

static int stream_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct stream *own = stream->private_data;

    *out = own->array;
    own->array = (struct ArrowArray){ .release = NULL };
    return 0;
}

static const char *stream_error(struct ArrowArrayStream *stream)
{
    const struct stream *own = stream->private_data;

    return own->error.status != SHEAF_OK ? own->error.message : NULL;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    struct stream *own = stream->private_data;
    sheaf_alloc alloc = own->arena.alloc;

    if (own->array.release != NULL)
        own->array.release(&own->array);
    arena_free(&own->arena);
    memory_free(&alloc, own, sizeof *own);
    stream->release = NULL;
}

static void make_stream(struct ArrowArrayStream *stream, const sheaf_table *table,
                        sheaf_error *error)
{
    struct stream *own = memory_resize(table_alloc(table), NULL, 0, sizeof *own);

    if (own == NULL) {
        fail_memory(error);
        return;
    }
    memset(own, 0, sizeof *own);
    arena_init(&own->arena, table_alloc(table), error);
    *stream = (struct ArrowArrayStream){ .get_schema = stream_schema,
                                         .get_next = stream_next,
                                         .get_last_error = stream_error,
                                         .release = release_stream,
                                         .private_data = own };
    if (!out_list_columns(table, &own->arena, &own->columns) ||
        !make_array(&own->array, table, &own->columns, error))
        release_stream(stream);
    else
        own->arena.error = NULL;
}

sheaf_status sheaf_table_to_arrow_stream(const sheaf_table *table, struct ArrowArrayStream *stream,
                                         sheaf_error *error)
{
    sheaf_error own = *sheaf_table_error(table);

    if (stream == NULL) {
        fail(&own, SHEAF_BAD_ARGUMENT, "there is no struct for the stream (NULL)");
    } else {
        *stream = (struct ArrowArrayStream){ .release = NULL };
        if (own.status == SHEAF_OK)
            make_stream(stream, table, &own);
    }
    if (error != NULL)
        *error = own;
    return own.status;
}
