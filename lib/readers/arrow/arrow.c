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
#include "readers/watching.h"

static const char format_name[] = "arrow";

static const char *const part_names[PARTS] = { "derived", "estimated", "low", "high" };

/* Sheaf's own tables say of derived figures what they are: "low" and the like mean so only there. */
static void find_parts(struct arrow_source *source)
{
    for (size_t p = 0; p < PARTS; p++) {
        source->parts[p] = SIZE_MAX;
        for (size_t i = 0; i < source->result.count; i++) {
            enum arrow_kind kind = p <= PART_ESTIMATED ? ARROW_BOOLEAN : ARROW_FLOAT;
            bool is_own = p == PART_DERIVED || source->parts[PART_DERIVED] != SIZE_MAX;

            if (!is_own || arrow_kind_of(&source->columns[i]) != kind ||
                source->result.columns[i].is_skipped ||
                strcmp(source->result.columns[i].name, part_names[p]) != 0)
                continue;
            source->parts[p] = i;
            source->result.columns[i].is_skipped = true;
        }
    }
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
            cell = arrow_find_cell(source, source->parts[p]);
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
    struct arrow_cell cell = arrow_find_cell(source, column);
    double value = NAN;
    int decimals = 0;
    size_t n = 0;

    if (cell.cells == NULL || arrow_number(&cell, &value, &decimals)) {
        snprintf(builder->reason, sizeof builder->reason, "an infinite number");
        builder_value(builder, value, decimals);
        put_parts(source, &builder->row);
        return !isinf(value) && !arrow_failed(source);
    }
    const char *text = arrow_cell_text(source, column, &n);
    if (text == NULL || !sql_value_text(&source->result, column, text, n))
        return false;
    put_parts(source, &builder->row);
    return !arrow_failed(source);
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
                              : options->format != NULL && strcmp(options->format, format_name) != 0
                                  ? "another format"
                                  : NULL;

    if (meaningless != NULL)
        fail(table_error(source->result.table), SHEAF_BAD_ARGUMENT,
             "an Arrow array has no use for %s in its options", meaningless);
}

static void refuse_types(struct arrow_source *source)
{
    for (size_t i = 0; i < source->result.count && !arrow_failed(source); i++) {
        const struct sql_column *column = &source->result.columns[i];
        const struct arrow_type *type = &source->columns[i].cells.type;

        if (type->kind == ARROW_REFUSED && !source->columns[i].is_ignored)
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

/* Numbers go straight into the table. */
static void read_tidy(struct arrow_source *source)
{
    const struct sql_source rows = { source, arrow_next_row, arrow_cell_text, read_value,
                                     arrow_cell_code };

    sql_resolve_columns(&source->result);
    if (arrow_failed(source))
        return;
    find_parts(source);
    sql_require_rows(&source->result, sql_read_rows(&source->result, &rows));
}

static void read_columns(struct arrow_source *source, const struct ArrowArray *array)
{
    if (arrow_check_schema(source))
        arrow_take_columns(source);
    if (!arrow_failed(source))
        refuse_types(source);
    if (!arrow_failed(source) && array != NULL)
        (void)arrow_take_batch(source, array);
    if (arrow_failed(source))
        return;
    if (arrow_is_tidy(source))
        read_tidy(source);
    else
        arrow_read_as_text(source);
    table_set_format(source->result.table, format_name);
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
    sql_init(&source->result, table);
    refuse_options(source);
    if (!arrow_failed(source))
        read_columns(source, array);
    arrow_release_batch(source);
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
             "the options have a wrong size, or say more than this version of libsheaf (%s) knows",
             sheaf_version());
    table_set_options(table, own);
    options_check(table);
    return table;
}

static sheaf_table *finish(struct watching *watching)
{
    sheaf_table *table = watching->table;

    watching_end(watching);
    if (sheaf_table_status(table) == SHEAF_OK)
        table_finish(table);
    table_set_options(table, NULL);
    watching_log(watching->context, table);
    return table;
}

sheaf_table *sheaf_table_from_arrow_with(sheaf_context *context, const char *name,
                                         struct ArrowSchema *schema, struct ArrowArray *array,
                                         const sheaf_read_options *options)
{
    sheaf_read_options own;
    sheaf_table *table = begin(context, name, options, &own);
    struct watching watching;
    bool has_schema = schema != NULL && schema->release != NULL;
    bool has_array = array != NULL && array->release != NULL;

    watching_begin(&watching, context, table);
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
    return finish(&watching);
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

        arrow_fail_stream(&source, "read the schema", code);
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
    struct watching watching;
    bool has_stream = stream != NULL && stream->release != NULL;

    watching_begin(&watching, context, table);
    if (!has_stream)
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "there is no stream to read (NULL, or released already)");
    else if (stream->get_schema == NULL || stream->get_next == NULL)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "the stream lacks its functions (NULL)");
    else if (sheaf_table_status(table) == SHEAF_OK)
        read_stream(table, stream);
    if (has_stream) {
        stream->release(stream);
        stream->release = NULL;
    }
    return finish(&watching);
}

sheaf_table *sheaf_table_from_arrow_stream(sheaf_context *context, const char *name,
                                           struct ArrowArrayStream *stream)
{
    return sheaf_table_from_arrow_stream_with(context, name, stream, NULL);
}
