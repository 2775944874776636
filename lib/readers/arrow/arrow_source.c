/* arrow_source.c - the columns of a schema, and the rows of a record batch or of a stream of these. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "readers/arrow/arrow_parts.h"

/* The schema -------------------------------------------------------------------------------- */

bool arrow_check_schema(struct arrow_source *source)
{
    const struct ArrowSchema *schema = source->schema;

    if (schema->format == NULL || strcmp(schema->format, "+s") != 0)
        sql_fail(&source->result,
                 "a record batch is expected, whose format is '+s' (a struct of columns), not "
                 "'%.40s'",
                 schema->format != NULL ? schema->format : "");
    else if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == NULL))
        sql_fail(&source->result, "the schema is damaged: its columns are missing");
    if (schema->children == NULL)
        return !arrow_failed(source);
    for (int64_t i = 0; i < schema->n_children && !arrow_failed(source); i++)
        if (schema->children[i] == NULL)
            sql_fail(&source->result, "the schema is damaged: column %" PRId64 " is NULL", i + 1);
    return !arrow_failed(source);
}

/* The types of a column's cells and of the dictionary behind them. */
static void take_types(struct arrow_column *column, const struct ArrowSchema *schema)
{
    struct arrow_type *type = &column->cells.type;

    *type = arrow_type_of(schema->format);
    column->has_dictionary = schema->dictionary != NULL;
    if (!column->has_dictionary)
        return;
    column->dictionary.type = arrow_type_of(schema->dictionary->format);
    if (type->kind != ARROW_INTEGER && type->kind != ARROW_UNSIGNED)
        *type = (struct arrow_type){ .refusal = "the indices of its dictionary are no integers" };
    else if (schema->dictionary->dictionary != NULL)
        *type = (struct arrow_type){ .refusal = "its dictionary has a dictionary" };
    else if (column->dictionary.type.kind == ARROW_REFUSED)
        *type = column->dictionary.type;
}

void arrow_take_columns(struct arrow_source *source)
{
    const struct ArrowSchema *schema = source->schema;
    size_t count = (size_t)schema->n_children;

    sql_reserve_columns(&source->result, count);
    if (arrow_failed(source))
        return;
    source->columns = arena_array(&source->result.builder.arena, struct arrow_column, count);
    for (size_t i = 0; i < count && !arrow_failed(source); i++) {
        const char *name = schema->children[i]->name;

        sql_name_column(&source->result, i, name != NULL ? name : "");
        if (arrow_failed(source))
            return;
        name = source->result.columns[i].name;
        take_types(&source->columns[i], schema->children[i]);
        (void)builder_role(&source->result.builder, &name);
        source->columns[i].is_ignored = name == NULL;
        source->result.columns[i].has_codes = source->columns[i].has_dictionary;
    }
}

/* Batches ----------------------------------------------------------------------------------- */

static bool check_column(struct arrow_source *source, size_t i)
{
    const struct ArrowArray *batch = source->batch, *array = batch->children[i];
    const struct ArrowSchema *schema = source->schema->children[i];
    struct arrow_column *column = &source->columns[i];
    const char *fault = arrow_array_fault(&column->cells.type, array);

    column->cells.array = array;
    column->dictionary.array = NULL;
    if (fault == NULL && array->length < batch->offset + batch->length)
        fault = "it is shorter than its batch";
    if (fault == NULL && schema->dictionary != NULL) {
        column->dictionary.array = array->dictionary;
        fault = array->dictionary == NULL
                    ? "it has no dictionary"
                    : arrow_array_fault(&column->dictionary.type, array->dictionary);
    }
    if (fault != NULL)
        sql_fail(&source->result, "the array of column '%.60s' is damaged: %s",
                 source->result.columns[i].name, fault);
    return fault == NULL;
}

/* Takes a batch of the schema; its cells are read from now on. */
bool arrow_take_batch(struct arrow_source *source, const struct ArrowArray *batch)
{
    static const struct arrow_type record = { .kind = ARROW_NULL };
    const char *fault = arrow_array_fault(&record, batch);

    if (fault == NULL && ((uint64_t)batch->n_children != source->result.count ||
                          (batch->n_children > 0 && batch->children == NULL)))
        fault = "it has not the columns of its schema";
    if (fault == NULL && batch->null_count > 0 &&
        (batch->n_buffers < 1 || batch->buffers[0] == NULL))
        fault = "it has nulls and no bitmap of them";
    if (fault != NULL)
        sql_fail(&source->result, "the record batch is damaged: %s", fault);
    source->batch = batch;
    source->result.batch++;
    for (size_t i = 0; i < source->result.count && !arrow_failed(source); i++)
        if (!source->columns[i].is_ignored)
            (void)check_column(source, i);
    source->next = 0;
    source->rows = arrow_failed(source) ? 0 : (size_t)batch->length;
    return !arrow_failed(source);
}

void arrow_fail_stream(struct arrow_source *source, const char *what, int code)
{
    struct ArrowArrayStream *stream = source->stream;
    sheaf_table *table = source->result.table;
    const char *words = stream->get_last_error != NULL ? stream->get_last_error(stream) : NULL;

    if (words != NULL && words[0] != '\0')
        fail_at(table_error(table), SHEAF_SYSTEM, (struct place){ .file = table_name(table) },
                "cannot %s: %.300s", what, words);
    else
        fail_system(table_error(table), table_name(table), what, code);
}

void arrow_release_batch(struct arrow_source *source)
{
    if (source->own.release != NULL)
        source->own.release(&source->own);
    source->own.release = NULL;
    source->batch = NULL;
}

/* The next batch of the stream. False: it ended, or failed. */
static bool next_batch(struct arrow_source *source)
{
    int code;

    arrow_release_batch(source);
    memset(&source->own, 0, sizeof source->own);
    code = source->stream->get_next(source->stream, &source->own);
    if (code != 0) {
        source->own.release = NULL; /* a failed call gives nothing */
        arrow_fail_stream(source, "read the next batch", code);
        return false;
    }
    return source->own.release != NULL && arrow_take_batch(source, &source->own);
}

/* Cells: as sql_result.h asks for them --------------------------------------------------------- */

bool arrow_next_row(void *context)
{
    struct arrow_source *source = context;

    while (source->next == source->rows)
        if (source->stream == NULL || !next_batch(source))
            return false;
    source->row = source->next++;
    return true;
}

/* cell.cells NULL: null, or failed. */
struct arrow_cell arrow_find_cell(struct arrow_source *source, size_t column)
{
    struct arrow_cell cell = { NULL, 0 };
    const char *reason = NULL;
    size_t row = (size_t)source->batch->offset + source->row;

    if (!arrow_is_null(source->batch, row) &&
        !arrow_find(&source->columns[column], row, &cell, &reason))
        sql_fail_cell(&source->result, column, reason);
    return cell;
}

bool arrow_cell_code(void *context, size_t column, size_t *index)
{
    struct arrow_source *source = context;
    size_t row = (size_t)source->batch->offset + source->row;

    return !arrow_is_null(source->batch, row) && arrow_index(&source->columns[column], row, index);
}

const char *arrow_cell_text(void *context, size_t column, size_t *n)
{
    struct arrow_source *source = context;
    struct arrow_cell cell = arrow_find_cell(source, column);
    const char *reason = NULL, *text;

    if (cell.cells == NULL)
        return NULL;
    text = arrow_text(&cell, source->scratch, n, &reason);
    if (text == NULL)
        sql_fail_cell(&source->result, column, reason);
    return text;
}
