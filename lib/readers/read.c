/* read.c - reads a table from a file or from memory. */
#include <string.h>

#include "base/sized.h"
#include "context/context.h"
#include "readers/options.h"
#include "readers/reader.h"
#include "readers/sql/odbc.h"
#include "readers/sql/odbc_text.h"
#include "readers/watching.h"
#include "table/table.h"

static bool failed(const sheaf_table *table)
{
    return sheaf_table_status(table) != SHEAF_OK;
}

/* own: receives a copy of the options, which must outlive the reading. */
static sheaf_table *create_with(const sheaf_context *context, const char *name,
                                const sheaf_read_options *options, sheaf_read_options *own)
{
    sheaf_table *table = table_create(context_alloc(context), name);

    if (!failed(table) && context != NULL)
        error_take(table_error(table), context_error(context));
    if (!failed(table) && options != NULL) {
        if (!sized_take(own, sizeof *own, sizeof *own, options))
            fail(table_error(table), SHEAF_BAD_ARGUMENT,
                 "the options have a wrong size, or say more than this version of libsheaf (%s) "
                 "knows",
                 sheaf_version());
        table_set_options(table, own);
        options_check(table);
    }
    return table;
}

static void warn(void *table, const char *kind, struct place at, const char *message)
{
    table_warn(table, kind, at, "%s", message);
}

static struct reading reading_into(struct watching *watching)
{
    sheaf_table *table = watching->table;
    bool is_watched = context_callbacks(watching->context)->progress != NULL;

    return (struct reading){ .alloc = table_alloc(table),
                             .name = table_name(table),
                             .encoding = table_options(table)->encoding,
                             .error = table_error(table),
                             .warn = warn,
                             .warn_context = table,
                             .goes_on = is_watched ? watching_goes_on : NULL,
                             .watch_context = watching };
}

/* input NULL: the rows are there already, or the table's error says why not. */
static sheaf_table *read_input(struct watching *watching, struct input *input)
{
    sheaf_table *table = watching->table;

    if (input != NULL)
        reader_read(table, input);
    input_close(input);
    watching_end(watching);
    if (!failed(table))
        table_finish(table);
    table_set_options(table, NULL);
    return table;
}

sheaf_table *read_bytes(const sheaf_context *context, const char *name, const void *bytes, size_t n,
                        const sheaf_read_options *options)
{
    sheaf_read_options own;
    sheaf_table *table = create_with(context, name, options, &own);
    struct watching watching;

    watching_begin(&watching, context, table);
    if (bytes == NULL && n > 0)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "there are no bytes to read (NULL)");
    if (failed(table))
        return read_input(&watching, NULL);
    const struct reading reading = reading_into(&watching);
    return read_input(&watching, input_open_bytes(&reading, bytes, n));
}

static sheaf_table *read_database(const sheaf_context *context, const char *path,
                                  const sheaf_read_options *options)
{
    sheaf_read_options own;
    struct watching watching;
    struct arena arena;

    arena_init(&arena, context_alloc(context), NULL);
    const char *name = odbc_name(path, &arena);
    sheaf_table *table = create_with(context, name, options, &own);
    if (name == NULL)
        fail_memory(table_error(table));
    arena_free(&arena);
    watching_begin(&watching, context, table);
    if (!failed(table))
        odbc_read(table, odbc_connection(path), context_odbc_program(context),
                  ODBC_CONNECT_SECONDS);
    return read_input(&watching, NULL);
}

sheaf_table *read_file(const sheaf_context *context, const char *path,
                       const sheaf_read_options *options)
{
    const char *name = path != NULL && strcmp(path, "-") == 0 ? "standard input" : path;
    sheaf_read_options own;
    struct watching watching;

    if (path != NULL && odbc_connection(path) != NULL)
        return read_database(context, path, options);
    sheaf_table *table = create_with(context, name, options, &own);
    watching_begin(&watching, context, table);
    if (path == NULL)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "there is no file to read (NULL)");
    if (failed(table))
        return read_input(&watching, NULL);
    const struct reading reading = reading_into(&watching);
    return read_input(&watching, input_open(&reading, path));
}

sheaf_table *sheaf_table_read_bytes_with(sheaf_context *context, const char *name,
                                         const void *bytes, size_t n,
                                         const sheaf_read_options *options)
{
    sheaf_table *table = read_bytes(context, name, bytes, n, options);

    watching_log(context, table);
    return table;
}

sheaf_table *sheaf_table_read_bytes(sheaf_context *context, const char *name, const void *bytes,
                                    size_t n)
{
    return sheaf_table_read_bytes_with(context, name, bytes, n, NULL);
}

sheaf_table *sheaf_table_read_with(sheaf_context *context, const char *path,
                                   const sheaf_read_options *options)
{
    sheaf_table *table = read_file(context, path, options);

    watching_log(context, table);
    return table;
}

sheaf_table *sheaf_table_read(sheaf_context *context, const char *path)
{
    return sheaf_table_read_with(context, path, NULL);
}
