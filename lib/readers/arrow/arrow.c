/* arrow.c - tables from record batches of the Arrow C data interface, and from streams of these.
 *
 * The columns are those of a query's result (sql_result.h): their names give their roles, numbers go
 * straight from their buffers into the table. What the caller handed over is released at the end of
 * the public functions and nowhere else. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/sized.h"
#include "context/context.h"
#include "readers/arrow/arrow_parts.h"
#include "readers/options.h"

static const char format_name[] = "arrow";

/* Columns that stand for no dimension, but for what the table's own export says of derived figures. */
enum derived_part { PART_DERIVED, PART_ESTIMATED, PART_LOW, PART_HIGH, PARTS };
static const char *const part_names[PARTS] = { "derived", "estimated", "low", "high" };

struct arrow_source {
    struct sql_result result;
    const struct ArrowSchema *schema;
    struct arrow_column *columns;
    size_t parts[PARTS]; /* columns; SIZE_MAX: none */
    struct ArrowArrayStream *stream;
    const struct ArrowArray *batch; /* NULL: none yet */
    struct ArrowArray own;          /* the stream's batch */
    size_t row, next, rows;         /* of the batch: this one, the next, and how many there are */
    char scratch[ARROW_CELL_TEXT];
};

static bool failed(const struct arrow_source *source)
{
    return sql_failed(&source->result);
}

/* The schema -------------------------------------------------------------------------------- */

static bool check_schema(struct arrow_source *source)
{
    const struct ArrowSchema *schema = source->schema;

    if (schema->format == NULL || strcmp(schema->format, "+s") != 0)
        sql_fail(&source->result,
                 "a record batch is expected, whose format is '+s' (a struct of columns), not "
                 "'%.40s'",
                 schema->format != NULL ? schema->format : "");
    else if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == NULL))
        sql_fail(&source->result, "the schema is damaged: its columns are missing");
    for (int64_t i = 0; i < schema->n_children && !failed(source); i++)
        if (schema->children[i] == NULL)
            sql_fail(&source->result, "the schema is damaged: column %" PRId64 " is NULL", i + 1);
    return !failed(source);
}

/* The types of a column's cells and of the dictionary behind them. */
static void take_types(struct arrow_column *column, const struct ArrowSchema *schema)
{
    struct arrow_type *type = &column->cells.type;

    *type = arrow_type_of(schema->format);
    if (schema->dictionary == NULL)
        return;
    column->dictionary.type = arrow_type_of(schema->dictionary->format);
    if (type->kind != ARROW_INTEGER && type->kind != ARROW_UNSIGNED)
        *type = (struct arrow_type){ .refusal = "the indices of its dictionary are no integers" };
    else if (schema->dictionary->dictionary != NULL)
        *type = (struct arrow_type){ .refusal = "its dictionary has a dictionary" };
    else if (column->dictionary.type.kind == ARROW_REFUSED)
        *type = column->dictionary.type;
}

static void take_columns(struct arrow_source *source)
{
    const struct ArrowSchema *schema = source->schema;
    size_t count = (size_t)schema->n_children;

    sql_reserve_columns(&source->result, count);
    if (failed(source))
        return;
    source->columns = arena_array(&source->result.builder.arena, struct arrow_column, count);
    for (size_t i = 0; i < count && !failed(source); i++) {
        const char *name = schema->children[i]->name;

        sql_name_column(&source->result, i, name != NULL ? name : "");
        if (!failed(source))
            take_types(&source->columns[i], schema->children[i]);
    }
}

/* Sheaf's own tables say of derived figures what they are: "low" and the like mean so only there. */
static void find_parts(struct arrow_source *source)
{
    for (size_t p = 0; p < PARTS; p++) {
        source->parts[p] = SIZE_MAX;
        for (size_t i = 0; i < source->result.count; i++) {
            const struct arrow_type *type = &source->columns[i].cells.type;
            enum arrow_kind kind = p <= PART_ESTIMATED ? ARROW_BOOLEAN : ARROW_FLOAT;
            bool is_own = p == PART_DERIVED || source->parts[PART_DERIVED] != SIZE_MAX;

            if (!is_own || type->kind != kind || source->result.columns[i].is_skipped ||
                strcmp(source->result.columns[i].name, part_names[p]) != 0)
                continue;
            source->parts[p] = i;
            source->result.columns[i].is_skipped = true;
        }
    }
}

static void refuse_types(struct arrow_source *source)
{
    for (size_t i = 0; i < source->result.count && !failed(source); i++) {
        const struct sql_column *column = &source->result.columns[i];
        const struct arrow_type *type = &source->columns[i].cells.type;

        if (type->kind == ARROW_REFUSED && !column->is_skipped)
            sql_fail(
                &source->result,
                "the column '%.60s' (format '%.40s') cannot be read: %s; leave it out, or give "
                "it the role ''",
                column->name,
                source->schema->children[i]->format != NULL ? source->schema->children[i]->format
                                                            : "",
                type->refusal);
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
static bool take_batch(struct arrow_source *source, const struct ArrowArray *batch)
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
    for (size_t i = 0; i < source->result.count && !failed(source); i++)
        if (!source->result.columns[i].is_skipped ||
            source->columns[i].cells.type.kind != ARROW_REFUSED)
            (void)check_column(source, i);
    source->next = 0;
    source->rows = failed(source) ? 0 : (size_t)batch->length;
    return !failed(source);
}

static void fail_stream(struct arrow_source *source, const char *what, int code)
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

static void release_batch(struct arrow_source *source)
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

    release_batch(source);
    memset(&source->own, 0, sizeof source->own);
    code = source->stream->get_next(source->stream, &source->own);
    if (code != 0) {
        source->own.release = NULL; /* a failed call gives nothing */
        fail_stream(source, "read the next batch", code);
        return false;
    }
    return source->own.release != NULL && take_batch(source, &source->own);
}

/* Cells, as sql_result.h asks for them ----------------------------------------------------------- */

static bool next_row(void *context)
{
    struct arrow_source *source = context;

    while (source->next == source->rows)
        if (source->stream == NULL || !next_batch(source))
            return false;
    source->row = source->next++;
    return true;
}

/* cell.cells NULL: null, or failed. */
static struct arrow_cell find_cell(struct arrow_source *source, size_t column)
{
    struct arrow_cell cell = { NULL, 0 };
    const char *reason = NULL;
    size_t row = (size_t)source->batch->offset + source->row;

    if (!arrow_is_null(source->batch, row) &&
        !arrow_find(&source->columns[column], row, &cell, &reason))
        sql_fail_cell(&source->result, column, reason);
    return cell;
}

static const char *cell_text(void *context, size_t column, size_t *n)
{
    struct arrow_source *source = context;
    struct arrow_cell cell = find_cell(source, column);
    const char *reason = NULL, *text;

    if (cell.cells == NULL)
        return NULL;
    text = arrow_text(&cell, source->scratch, n, &reason);
    if (text == NULL)
        sql_fail_cell(&source->result, column, reason);
    return text;
}

static void put_parts(struct arrow_source *source, struct table_row *row)
{
    double bounds[2] = { NAN, NAN };
    int decimals;

    if (source->parts[PART_DERIVED] == SIZE_MAX)
        return;
    for (size_t p = 0; p < PARTS; p++) {
        struct arrow_cell cell = { NULL, 0 };

        if (source->parts[p] != SIZE_MAX)
            cell = find_cell(source, source->parts[p]);
        if (cell.cells == NULL)
            continue;
        if (p >= PART_LOW)
            (void)arrow_number(&cell, &bounds[p - PART_LOW], &decimals);
        else if (p == PART_DERIVED)
            row->derived = arrow_boolean(&cell);
        else
            row->estimated = arrow_boolean(&cell);
    }
    row->low = bounds[0];
    row->high = bounds[1];
    row->has_bounds = row->derived && row->low <= row->value && row->value <= row->high;
}

static bool read_value(void *context, size_t column, struct observation_builder *builder)
{
    struct arrow_source *source = context;
    struct arrow_cell cell = find_cell(source, column);
    double value = NAN;
    int decimals = 0;
    size_t n = 0;

    if (cell.cells == NULL || arrow_number(&cell, &value, &decimals)) {
        snprintf(builder->reason, sizeof builder->reason, "an infinite number");
        builder_value(builder, value, decimals);
        put_parts(source, &builder->row);
        return !isinf(value) && !failed(source);
    }
    const char *text = cell_text(source, column, &n);
    if (text == NULL || !sql_value_text(&source->result, column, text, n))
        return false;
    put_parts(source, &builder->row);
    return !failed(source);
}

/* Reading ----------------------------------------------------------------------------------- */

/* Options of files mean nothing here, and a caller who gives one expects something. */
static void refuse_options(struct arrow_source *source)
{
    const sheaf_read_options *options = table_options(source->result.table);
    const char *meaningless = options->query != NULL       ? "a query"
                              : options->sheet != NULL     ? "a sheet"
                              : options->encoding != NULL  ? "an encoding"
                              : options->separator != NULL ? "a separator"
                              : options->header != 0       ? "a line of headers"
                              : options->x != NULL         ? "x"
                              : options->format != NULL && strcmp(options->format, format_name) != 0
                                  ? "another format"
                                  : NULL;

    if (meaningless != NULL)
        fail(table_error(source->result.table), SHEAF_BAD_ARGUMENT,
             "an Arrow array has no use for %s in its options", meaningless);
}

static void read_columns(struct arrow_source *source, const struct ArrowArray *array)
{
    const struct sql_source rows = { source, next_row, cell_text, read_value };
    size_t count;

    if (check_schema(source))
        take_columns(source);
    if (!failed(source))
        sql_resolve_columns(&source->result);
    if (failed(source))
        return;
    find_parts(source);
    refuse_types(source);
    if (!failed(source) && array != NULL && !take_batch(source, array))
        return;
    if (failed(source))
        return;
    count = sql_read_rows(&source->result, &rows);
    sql_require_rows(&source->result, count);
}

static void read_into(sheaf_table *table, const struct ArrowSchema *schema,
                      const struct ArrowArray *array, struct ArrowArrayStream *stream)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct arrow_source *source = memory_resize(alloc, NULL, 0, sizeof *source);

    if (source == NULL) {
        fail_memory(table_error(table));
        return;
    }
    memset(source, 0, sizeof *source);
    source->schema = schema;
    source->stream = stream;
    table_set_format(table, format_name);
    sql_init(&source->result, table);
    refuse_options(source);
    if (!failed(source))
        read_columns(source, array);
    release_batch(source);
    sql_free(&source->result);
    memory_free(alloc, source, sizeof *source);
}

/* own: receives a copy of the options, which must outlive the reading. */
static sheaf_table *begin(const sheaf_context *context, const char *name,
                          const sheaf_read_options *options, sheaf_read_options *own)
{
    sheaf_table *table = table_create(context_alloc(context), name != NULL ? name : "Arrow");

    if (sheaf_table_status(table) == SHEAF_OK && context != NULL)
        error_take(table_error(table), context_error(context));
    if (sheaf_table_status(table) != SHEAF_OK || options == NULL)
        return table;
    if (!sized_take(own, sizeof *own, sizeof *own, options))
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "the options say more than this version of libsheaf (%s) knows", sheaf_version());
    table_set_options(table, own);
    options_check(table);
    return table;
}

static sheaf_table *finish(sheaf_table *table)
{
    if (sheaf_table_status(table) == SHEAF_OK)
        table_finish(table);
    table_set_options(table, NULL);
    return table;
}

sheaf_table *sheaf_table_from_arrow_with(sheaf_context *context, const char *name,
                                         struct ArrowSchema *schema, struct ArrowArray *array,
                                         const sheaf_read_options *options)
{
    sheaf_read_options own;
    sheaf_table *table = begin(context, name, options, &own);
    bool has_schema = schema != NULL && schema->release != NULL;
    bool has_array = array != NULL && array->release != NULL;

    if (!has_schema || !has_array)
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "there is no %s to read (NULL, or released already)", has_schema ? "array" : "schema");
    if (sheaf_table_status(table) == SHEAF_OK)
        read_into(table, schema, array, NULL);
    if (has_array) {
        array->release(array);
        array->release = NULL;
    }
    if (has_schema) {
        schema->release(schema);
        schema->release = NULL;
    }
    return finish(table);
}

sheaf_table *sheaf_table_from_arrow(sheaf_context *context, const char *name,
                                    struct ArrowSchema *schema, struct ArrowArray *array)
{
    return sheaf_table_from_arrow_with(context, name, schema, array, NULL);
}

static void read_stream(sheaf_table *table, struct ArrowArrayStream *stream)
{
    struct ArrowSchema schema = { .release = NULL };
    int code = stream->get_schema(stream, &schema);

    if (code != 0) {
        struct arrow_source source = { .stream = stream, .result = { .table = table } };

        fail_stream(&source, "read the schema", code);
        return;
    }
    if (schema.release == NULL) {
        fail(table_error(table), SHEAF_BAD_INPUT, "the stream has no schema");
        return;
    }
    read_into(table, &schema, NULL, stream);
    schema.release(&schema);
}

sheaf_table *sheaf_table_from_arrow_stream_with(sheaf_context *context, const char *name,
                                                struct ArrowArrayStream *stream,
                                                const sheaf_read_options *options)
{
    sheaf_read_options own;
    sheaf_table *table = begin(context, name, options, &own);
    bool has_stream = stream != NULL && stream->release != NULL;

    if (!has_stream)
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "there is no stream to read (NULL, or released already)");
    else if (stream->get_schema == NULL || stream->get_next == NULL)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "the stream lacks its functions (NULL)");
    if (sheaf_table_status(table) == SHEAF_OK)
        read_stream(table, stream);
    if (has_stream) {
        stream->release(stream);
        stream->release = NULL;
    }
    return finish(table);
}

sheaf_table *sheaf_table_from_arrow_stream(sheaf_context *context, const char *name,
                                           struct ArrowArrayStream *stream)
{
    return sheaf_table_from_arrow_stream_with(context, name, stream, NULL);
}
