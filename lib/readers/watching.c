/* watching.c - tells the program of a table that is read. */
#include "readers/watching.h"

static bool rows_go_on(void *context, size_t rows, sheaf_error *error)
{
    const struct watching *watching = context;

    return context_progress(watching->context, SHEAF_READING_ROWS, table_name(watching->table),
                            rows, 0, error);
}

bool watching_goes_on(void *context)
{
    struct watching *watching = context;

    return rows_go_on(context, sheaf_table_row_count(watching->table),
                      table_error(watching->table));
}

void watching_begin(struct watching *watching, const sheaf_context *context, sheaf_table *table)
{
    *watching = (struct watching){ context, table, { rows_go_on, watching } };
    if (context_callbacks(context)->progress != NULL)
        table_set_watch(table, &watching->watch);
}

void watching_end(struct watching *watching)
{
    sheaf_table *table = watching->table;
    const size_t n = sheaf_table_row_count(table);

    table_set_watch(table, NULL);
    if (sheaf_table_status(table) == SHEAF_OK)
        context_progress(watching->context, SHEAF_READING_ROWS, table_name(table), n, n,
                         table_error(table));
}

void watching_log(const sheaf_context *context, const sheaf_table *table)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        context_log(context, &warning);
}
