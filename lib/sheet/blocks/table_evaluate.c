/* table_evaluate.c - the figures of a table's rows. An expression is evaluated once for all rows that one
 * entry of `rows` gives, so that its cost grows with them and not with their square. */
#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "series/definition.h"
#include "series/observation.h"
#include "series/series_list.h"
#include "sheet/blocks/table_read.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"

/* The rows of an expression, and what it gave for them. */
struct evaluated {
    struct table_reading *table;
    struct sheet_column *column;
    struct expression_value value;
    const sheaf_series *like; /* the first that was kept, for those that differ in nothing shown */
};

static bool is_change(const sheaf_series *series)
{
    const struct definition *definition = series_definition(series);

    return definition != NULL && definition->kind >= DEFINITION_GROWTH_ON_YEAR &&
           definition->kind <= DEFINITION_CONTRIBUTION;
}

/* Whether a figure of one is shown and explained as a figure of the other. An estimate has a derivation
 * of its own. */
static bool is_shown_alike(const sheaf_series *a, const sheaf_series *b)
{
    const struct definition *first = series_definition(a), *second = series_definition(b);

    return (first == NULL) == (second == NULL) && (first == NULL || first->kind == second->kind) &&
           sheaf_series_multiplier(a) == sheaf_series_multiplier(b) &&
           strcmp(sheaf_series_unit(a), sheaf_series_unit(b)) == 0 &&
           strcmp(sheaf_series_source(a), sheaf_series_source(b)) == 0;
}

/* Keeps one figure of a series: of ten thousand rows not the whole series each. A PDF that holds its data
 * says of each figure how it was computed. */
static bool keep_figure(struct evaluated *cells, const sheaf_series *series,
                        const sheaf_observation *observation, struct table_figure *figure)
{
    sheaf_sheet *sheet = cells->table->reader->sheet;

    if (cells->like == NULL || observation->estimated || !is_shown_alike(series, cells->like)) {
        figure->series =
            sheet_keep_series(sheet, sheaf_series_pick(series, &observation->period, 1));
        if (figure->series == NULL)
            return false;
        figure->is_known =
            sheaf_series_find(figure->series, observation->period, &figure->observation) != NULL;
        cells->like = observation->estimated ? cells->like : figure->series;
        return figure->is_known;
    }
    if (!sheet->leaves_out_files) {
        figure->series = cells->like;
        figure->own = sheet_keep_series(sheet, sheaf_series_pick(series, &observation->period, 1));
        figure->is_known =
            sheaf_series_find(figure->own, observation->period, &figure->observation) != NULL;
        return figure->own != NULL;
    }
    figure->series = cells->like;
    figure->is_known = true;
    figure->observation = *observation;
    figure->observation.file = NULL; /* is the series' */
    return true;
}

/* Of a result that is the row itself, nothing is kept twice. */
static bool take_figure(struct evaluated *cells, const sheaf_series *series, bool is_row,
                        struct read_row *row, struct table_figure *figure)
{
    const sheaf_observation *observation;

    if (column_is_spark(cells->column)) {
        if (cells->column->period.unit == SHEAF_NO_PERIOD) /* the label's {period}: the last one */
            cells->column->period = sheaf_series_latest(series);
        figure->series =
            is_row ? row->row.series : sheet_copy_series(cells->table->reader->sheet, series);
        return figure->series != NULL;
    }
    observation = sheaf_series_find(is_row ? row->row.series : series, cells->value.period, ROOM);
    if (observation == NULL)
        return true;
    cells->column->is_change |= is_change(series);
    if (!is_row)
        return keep_figure(cells, series, observation, figure);
    figure->series = row->row.series;
    figure->is_known = true;
    figure->observation = *observation;
    return true;
}

/* "row", "row[2023]" */
static bool is_of_row(const struct node *node)
{
    const char *bracket = strchr(node->text, '[');
    size_t n = bracket != NULL ? (size_t)(bracket - node->text) : node->length;

    return string_is(node->text, n, "row") &&
           (bracket == NULL || (strpbrk(bracket, ".:,") == NULL &&
                                strchr(bracket, ']') == node->text + node->length - 1));
}

static bool check_value(const struct evaluated *cells, const struct node *node)
{
    bool has_period = cells->value.period.unit != SHEAF_NO_PERIOD;

    if (has_period != column_is_spark(cells->column))
        return true;
    spec_fail(cells->table->reader, node->place,
              has_period ? "a course is of a whole series, not of one period: leave out the period"
                         : "a period is missing here, such as %.60s[2023]",
              node->text);
    return false;
}

/* Gives each row of the entry the series of its name. */
static bool take_several(struct evaluated *cells, const struct row_entry *entry, bool is_row,
                         size_t k)
{
    const sheaf_series_list *list = cells->value.list;
    struct string_cache names = { 0 };
    bool well = true;

    for (size_t i = 0; well && i < sheaf_series_list_count(list); i++) {
        const char *name = sheaf_series_name(sheaf_series_list_at(list, i));
        uint64_t first;

        well = string_cache_find(&names, name, strlen(name), &first) ||
               string_cache_add(&names, cells->table->arena, name, strlen(name), i);
    }
    for (size_t i = 0; well && i < entry->rows.n; i++) {
        struct read_row *row = &cells->table->rows[entry->first + i];
        uint64_t at;

        if (string_cache_find(&names, row->member, strlen(row->member), &at))
            well = take_figure(cells, sheaf_series_list_at(list, (size_t)at), is_row, row,
                               &row->figures[k]);
    }
    string_cache_free(&names, &cells->table->arena->alloc);
    return well;
}

/* Evaluates the expression of column k for some rows. *is_there false: it has no data for them. */
static bool evaluate_column(struct evaluated *cells, const struct sheet_rows *rows, size_t k,
                            bool *is_there)
{
    struct table_reading *table = cells->table;
    const struct node *node = table->column_nodes[k];
    const struct sheet_scope scope = {
        .sheet = table->reader->sheet, .reader = table->reader, .node = node, .rows = rows
    };

    cells->column = &table->columns[k];
    *is_there = evaluate_rows(&scope, &cells->value);
    if (!*is_there) {
        spec_forget_nothing(table->reader);
        return sheet_is_well(table->reader->sheet);
    }
    if (!check_value(cells, node)) {
        sheaf_series_list_destroy(cells->value.list);
        return false;
    }
    if (!column_is_spark(cells->column))
        cells->column->period = cells->value.period;
    return true;
}

static bool evaluate_entry(struct table_reading *table, const struct row_entry *entry, size_t k,
                           bool *has_any)
{
    struct evaluated cells = { .table = table };
    bool is_row = is_of_row(table->column_nodes[k]), is_there;

    if (!evaluate_column(&cells, &entry->rows, k, &is_there))
        return false;
    if (!is_there)
        return true;
    *has_any = true;
    bool well = true;
    if (cells.value.several && entry->rows.is_several)
        well = take_several(&cells, entry, is_row, k);
    else
        for (size_t i = 0; well && i < entry->rows.n; i++) {
            struct read_row *row = &table->rows[entry->first + i];
            well = take_figure(&cells, sheaf_series_list_at(cells.value.list, 0), is_row, row,
                               &row->figures[k]);
        }
    sheaf_series_list_destroy(cells.value.list);
    return well;
}

/* That an expression has data for none of the rows is a mistake, except in a template. */
static bool evaluate_expression(struct table_reading *table, size_t k)
{
    const struct node *node = table->column_nodes[k];
    bool has_any = false;

    for (const struct row_entry *entry = table->entries; entry != NULL; entry = entry->next)
        if (!evaluate_entry(table, entry, k, &has_any))
            return false;
    if (!has_any && !spec_is_template(table->reader))
        spec_fail_nothing(table->reader, node->place, "no row has a figure for '%.60s'",
                          node->text);
    return sheet_is_well(table->reader->sheet);
}

/* The figures of a row in the columns of periods. Its growth is kept only as far as it is shown. */
static bool take_periods(struct table_reading *table, struct read_row *row,
                         const sheaf_series **like)
{
    sheaf_series *growth = NULL;
    bool well = true;

    for (size_t k = 0; well && k < table->n_columns; k++) {
        struct evaluated cells = { .table = table, .column = &table->columns[k], .like = *like };
        struct table_figure figure;

        if (table->columns[k].is_expression)
            continue;
        if (table->columns[k].is_growth && growth == NULL)
            growth = sheaf_series_growth(row->row.series);
        row->row.growth = growth;
        figure = table_period_figure(&row->row, &table->columns[k]);
        if (figure.series != growth || growth == NULL) {
            row->figures[k] = figure;
            continue;
        }
        well =
            !figure.is_known || keep_figure(&cells, growth, &figure.observation, &row->figures[k]);
        *like = cells.like;
    }
    row->row.growth = NULL;
    if (growth != NULL)
        error_take(&table->reader->sheet->error, sheaf_series_error(growth));
    sheaf_series_destroy(growth);
    return well && sheet_is_well(table->reader->sheet);
}

bool table_evaluate(struct table_reading *table)
{
    struct table_figure *figures =
        arena_array(&table->work, struct table_figure, table->n_rows * table->n_columns);

    const sheaf_series *like = NULL;
    if (figures == NULL)
        return false;
    for (size_t i = 0; i < table->n_rows; i++) {
        table->rows[i].figures = figures + i * table->n_columns;
        if (!take_periods(table, &table->rows[i], &like))
            return false;
    }
    for (size_t k = 0; k < table->n_columns; k++)
        if (table->columns[k].is_expression && !evaluate_expression(table, k))
            return false;
    return true;
}

bool table_evaluate_total(struct table_reading *table, struct read_row *total,
                          const sheaf_series_list *list, const char *const *members)
{
    const struct sheet_rows rows = { .list = list,
                                     .members = members,
                                     .n = sheaf_series_list_count(list),
                                     .total = total->row.series,
                                     .is_several = true };

    const sheaf_series *like = NULL;

    total->figures = arena_array(&table->work, struct table_figure, table->n_columns);
    if (total->figures == NULL || !take_periods(table, total, &like))
        return false;
    for (size_t k = 0; k < table->n_columns; k++) {
        struct evaluated cells = { .table = table };
        bool is_there, well;

        if (!table->columns[k].is_expression)
            continue;
        if (!evaluate_column(&cells, &rows, k, &is_there))
            return false;
        if (!is_there)
            continue;
        well = sheaf_series_list_count(cells.value.list) != 1 ||
               take_figure(&cells, sheaf_series_list_at(cells.value.list, 0),
                           is_of_row(table->column_nodes[k]), total, &total->figures[k]);
        sheaf_series_list_destroy(cells.value.list);
        if (!well)
            return false;
    }
    return true;
}
