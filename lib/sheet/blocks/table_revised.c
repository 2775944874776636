/* table_revised.c - the figures of a table that have changed since the last release: the same expressions
 * are evaluated over the data that `previous:` names. */
#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "series/series.h"
#include "sheet/blocks/table_read.h"
#include "sheet/spec/reader.h"

/* Of the larger figure; what differs by less differs by the arithmetic. */
#define TOLERANCE 1e-9

static bool has_previous(const struct spec_reader *reader)
{
    for (const struct named_table *table = reader->tables; table != NULL; table = table->next)
        if (table->previous != NULL)
            return true;
    for (const struct named_series *known = reader->sheet->series;
         known != NULL && reader->is_added; known = known->next)
        if (known->previous != NULL)
            return true;
    return false;
}

/* What the last release did not have yet is not revised. */
static bool pass_over(struct table_reading *table)
{
    sheaf_sheet *sheet = table->reader->sheet;

    if (sheet->error.status == SHEAF_NO_MEMORY)
        return false;
    sheet->error = (sheaf_error){ 0 };
    sheet->is_nothing = table->reader->is_repeated = false;
    return true;
}

/* A release that has nothing of what the table shows is no mistake that marks would tell. */
static void warn_of_nothing(struct table_reading *table, const struct node *node)
{
    const struct sheet_scope scope = { .sheet = table->reader->sheet,
                                       .reader = table->reader,
                                       .node = node };

    scope_warn(&scope, node->text, node->length,
               "the data of the last release ('previous') have none of these rows: what has been "
               "revised is not marked");
}

static bool differs(const struct table_figure *now, const sheaf_series *series,
                    const sheaf_observation *then)
{
    if (!now->is_known || then == NULL || isnan(now->observation.value) || isnan(then->value))
        return false;
    double a = now->observation.value * pow(10, sheaf_series_multiplier(now->series));
    double b = then->value * pow(10, sheaf_series_multiplier(series));

    return fabs(a - b) > TOLERANCE * fmax(fabs(a), fabs(b));
}

static bool fill_names(struct table_reading *table, const sheaf_series_list *list,
                       struct string_cache *names)
{
    uint64_t first;

    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const char *name = sheaf_series_name(sheaf_series_list_at(list, i));

        if (!string_cache_find(names, name, strlen(name), &first) &&
            !string_cache_add(names, table->arena, name, strlen(name), i))
            return false;
    }
    return true;
}

/* Compares column k of the entry's rows with the list's series, by their names. */
static bool compare(struct table_reading *table, const struct row_entry *entry,
                    const sheaf_series_list *list, bool is_several, size_t k)
{
    struct string_cache names = { 0 };
    bool well = fill_names(table, list, &names);

    for (size_t i = 0; well && i < entry->rows.n; i++) {
        struct read_row *row = &table->rows[entry->first + i];
        uint64_t at = 0;

        if (is_several && !string_cache_find(&names, row->member, strlen(row->member), &at))
            continue;
        const sheaf_series *series = sheaf_series_list_at(list, (size_t)at);
        row->figures[k].is_revised = differs(
            &row->figures[k], series, sheaf_series_find(series, table->columns[k].period, ROOM));
    }
    string_cache_free(&names, &table->arena->alloc);
    return well;
}

/* The growth of each series, which a column of periods shows. */
static sheaf_series_list *growth_of(const sheaf_series_list *list, const sheaf_alloc *alloc)
{
    sheaf_series_list *growth = sheaf_series_list_create(alloc);

    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const sheaf_series *series = sheaf_series_list_at(list, i);
        sheaf_series *made = sheaf_series_growth(series);

        series_set_name(made, sheaf_series_name(series));
        sheaf_series_list_add(growth, made);
    }
    return growth;
}

static bool compare_growth(struct table_reading *table, const struct row_entry *entry,
                           const struct sheet_rows *then, size_t k)
{
    sheaf_series_list *growth = growth_of(then->list, &table->reader->sheet->alloc);
    bool well = compare(table, entry, growth, then->is_several, k);

    sheaf_series_list_destroy(growth);
    return well;
}

static bool compare_expression(struct table_reading *table, const struct row_entry *entry,
                               const struct sheet_rows *then, size_t k)
{
    const struct node *node = table->column_nodes[k];
    const struct sheet_scope scope = {
        .sheet = table->reader->sheet, .reader = table->reader, .node = node, .rows = then
    };
    struct expression_value value;

    if (!evaluate_rows(&scope, &value))
        return pass_over(table);
    bool well = compare(table, entry, value.list, value.several && then->is_several, k);
    sheaf_series_list_destroy(value.list);
    return well;
}

static bool compare_column(struct table_reading *table, const struct row_entry *entry,
                           const struct sheet_rows *then, size_t k)
{
    const struct sheet_column *column = &table->columns[k];

    if (column_is_spark(column))
        return true;
    if (column->is_expression)
        return compare_expression(table, entry, then, k);
    return column->is_growth ? compare_growth(table, entry, then, k)
                             : compare(table, entry, then->list, then->is_several, k);
}

static bool mark_entry(struct table_reading *table, const struct row_entry *entry,
                       size_t *n_compared)
{
    const struct sheet_scope scope = { .sheet = table->reader->sheet,
                                       .reader = table->reader,
                                       .node = entry->node };
    struct sheet_rows then = { 0 };

    if (!evaluate_series(&scope, &then.list, &then.is_several))
        return pass_over(table);
    ++*n_compared;
    then.members = entry->rows.members; /* of both releases; what one lacks is passed over */
    then.n = entry->rows.n;
    for (size_t k = 0; k < table->n_columns; k++)
        if (!compare_column(table, entry, &then, k))
            return false;
    return true;
}

bool table_mark_revised(struct table_reading *table)
{
    size_t n_compared = 0;
    bool well = true;

    if (!has_previous(table->reader))
        return true;
    table->reader->is_previous = true;
    for (const struct row_entry *entry = table->entries; well && entry != NULL; entry = entry->next)
        well = mark_entry(table, entry, &n_compared);
    table->reader->is_previous = false;
    if (well && n_compared == 0 && table->entries != NULL)
        warn_of_nothing(table, table->entries->node);
    return well;
}
