/* table_decimals.c - one number of decimals in a column, for each of its units. */
#include <math.h>

#include "chart/words/amounts.h"
#include "series/rounding.h"
#include "series/series.h"
#include "sheet/blocks/table_parts.h"

struct amount table_amount(const struct table_layout *table, size_t i, size_t k)
{
    const struct table_figure *figure = table_cell_figure(table, i, k);
    const struct sheet_column *column = &table->content->columns[k];
    uint32_t at = table->unit_of[table_cell_at(table, i, k)];
    int decimals = column->decimals;
    struct amount amount;

    if (at == NO_UNIT) {
        int own = sheaf_series_multiplier(figure->series);

        if (decimals == DECIMALS_FOR_PEOPLE && own == 0)
            decimals = table->columns[k].rate_decimals;
        amount = column->has_multiplier || own == 0
                     ? amount_of(figure->series, &figure->observation,
                                 column->has_multiplier ? column->multiplier : 0, decimals)
                     : amount_alone(figure->series, &figure->observation, decimals);
    } else {
        const struct table_unit *unit = &table->units[at];
        amount = amount_of(figure->series, &figure->observation, unit->multiplier,
                           decimals != DECIMALS_FOR_PEOPLE ? decimals : unit->decimals);
    }
    amount.as_range = table->content->display.ranges;
    return amount;
}

struct common_decimals *table_common(const struct table_layout *table, size_t i, size_t k)
{
    uint32_t at = table->unit_of[table_cell_at(table, i, k)];

    return &table->common[k * (table->n_units + 1) + (at != NO_UNIT ? at : table->n_units)];
}

/* Those that people read of a column's largest growth: +0.9% below +10.1%, and not +0.94%. */
static int rate_decimals(const struct table_layout *table, size_t k)
{
    const struct table_content *content = table->content;
    const char *unit = "%";
    double largest = 0;

    for (size_t i = 0; i < content->n_rows; i++) {
        const struct table_figure *figure = table_cell_figure(table, i, k);

        if (!table_has_figure(table, i, k) || table->unit_of[table_cell_at(table, i, k)] != NO_UNIT)
            continue;
        largest = fmax(largest, fabs(figure->observation.value));
        unit = sheaf_series_unit(figure->series);
    }
    return decimals_for_people(unit, largest, MOST_DECIMALS);
}

/* As far as all figures of the column hold them. */
static void unify_column(const struct table_layout *table, size_t k)
{
    const struct table_content *content = table->content;
    int own = content->columns[k].decimals;

    table->columns[k].rate_decimals = rate_decimals(table, k);
    for (size_t u = 0; u <= table->n_units; u++) {
        int wanted = u < table->n_units ? table->units[u].decimals : NO_WANTED_DECIMALS;

        common_decimals_begin(&table->common[k * (table->n_units + 1) + u],
                              own != DECIMALS_FOR_PEOPLE ? own : wanted);
    }
    for (size_t i = 0; i < content->n_rows; i++)
        if (table_has_figure(table, i, k))
            common_decimals_add(table_common(table, i, k), table_amount(table, i, k).decimals);
    for (size_t i = 0; i < content->n_rows; i++)
        if (table_has_figure(table, i, k)) {
            struct amount amount = table_amount(table, i, k);
            common_decimals_try(table_common(table, i, k), amount.value, amount.decimals);
        }
}

bool table_unify_decimals(struct sheet_layout *layout, struct table_layout *table)
{
    size_t n = table->content->n_columns;

    table->common = arena_array(&layout->arena, struct common_decimals, n * (table->n_units + 1));
    if (table->common == NULL)
        return false;
    for (size_t k = 0; k < n; k++)
        if (!column_is_spark(&table->content->columns[k]))
            unify_column(table, k);
    return true;
}
