/* table_styles.c - in which unit, multiplier and decimals the figures of a table are written: one
 * multiplier and one number of decimals for all figures of a unit. */
#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/words/amounts.h"
#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"
#include "series/series.h"
#include "sheet/blocks/table_parts.h"
#include "text/format.h"

bool table_has_figure(const struct table_layout *table, size_t i, size_t k)
{
    const struct table_figure *figure = table_cell_figure(table, i, k);

    return figure->is_known && !isnan(figure->observation.value) &&
           !observation_is_confidential(&figure->observation);
}

static struct table_unit *add_unit(struct sheet_layout *layout, struct table_layout *table,
                                   const char *unit)
{
    if (table->n_units == table->units_capacity) {
        size_t capacity = 2 * table->units_capacity + 4;
        struct table_unit *more = arena_array(&layout->arena, struct table_unit, capacity);

        if (more == NULL)
            return NULL;
        if (table->n_units > 0)
            memcpy(more, table->units, table->n_units * sizeof *more);
        table->units = more;
        table->units_capacity = capacity;
    }
    struct table_unit *added = &table->units[table->n_units++];
    added->unit = unit;
    added->given = SMALLEST_MULTIPLIER;
    return added;
}

/* The number of a cell's unit. A column's own multiplier makes a unit of its own. */
static bool find_unit(struct sheet_layout *layout, struct table_layout *table,
                      struct string_cache *numbers, size_t i, size_t k)
{
    const struct sheet_column *column = &table->content->columns[k];
    const char *unit = sheaf_series_unit(table_cell_figure(table, i, k)->series), *key = unit;
    uint64_t number = table->n_units;

    if (column->has_multiplier)
        key = arena_format(&layout->arena, "%s\n%d", unit, column->multiplier);
    if (key == NULL)
        return false;
    if (!string_cache_find(numbers, key, strlen(key), &number)) {
        struct table_unit *added = add_unit(layout, table, unit);

        if (added == NULL || !string_cache_add(numbers, &layout->arena, key, strlen(key), number))
            return false;
        added->has_multiplier = column->has_multiplier;
        added->multiplier = column->multiplier;
    }
    table->unit_of[table_cell_at(table, i, k)] = (uint32_t)number;
    return true;
}

static void count_figure(struct table_unit *unit, int own, double figure)
{
    if (own > unit->given) {
        unit->largest /= power_of_ten(own - unit->given);
        unit->given = own;
    }
    unit->largest = fmax(unit->largest, figure / power_of_ten(unit->given - own));
    unit->n++;
}

/* Growth is in per cent, which stands behind each figure: its unit is written nowhere else. A change in a
 * unit is written as any figure of it. */
static bool says_its_unit(const struct sheet_column *column, const sheaf_series *series)
{
    const char *unit = sheaf_series_unit(series);

    return column->is_change && (column->is_growth || unit[0] == '\0' || unit_is_rate(unit));
}

/* The figures of all cells while units are chosen: they are asked for six times. */
struct cell_value {
    double value; /* NaN: none */
    int multiplier;
};

static bool group_cells(struct sheet_layout *layout, struct table_layout *table,
                        struct string_cache *numbers, struct cell_value *values)
{
    const struct table_content *content = table->content;

    for (size_t i = 0; i < content->n_rows; i++)
        for (size_t k = 0; k < content->n_columns; k++) {
            const struct table_figure *figure = table_cell_figure(table, i, k);
            const size_t at = table_cell_at(table, i, k);
            uint32_t *unit = &table->unit_of[at];

            *unit = NO_UNIT;
            values[at] = (struct cell_value){ NAN, sheaf_series_multiplier(figure->series) };
            if (column_is_spark(&content->columns[k]) || figure->series == NULL ||
                says_its_unit(&content->columns[k], figure->series))
                continue;
            if (!find_unit(layout, table, numbers, i, k))
                return false;
            if (!figure->is_known || isnan(figure->observation.value))
                continue;
            values[at].value = figure->observation.value;
            count_figure(&table->units[*unit], values[at].multiplier, fabs(values[at].value));
        }
    return true;
}

/* Calls take for each unit of each row, with the row's largest figure in that unit's multiplier. */
static void each_row(struct table_layout *table, const struct cell_value *values,
                     void (*take)(struct table_unit *unit, double largest))
{
    const struct table_content *content = table->content;

    for (size_t i = 0; i < content->n_rows; i++) {
        const uint32_t *units = &table->unit_of[table_cell_at(table, i, 0)];
        const struct cell_value *row = &values[table_cell_at(table, i, 0)];

        for (size_t k = 0; k < content->n_columns; k++) {
            double largest = 0;
            bool is_first = units[k] != NO_UNIT;

            for (size_t before = 0; before < k; before++)
                is_first &= units[before] != units[k];
            for (size_t j = k; is_first && j < content->n_columns; j++) {
                if (units[j] != units[k] || isnan(row[j].value))
                    continue;
                int by = table->units[units[k]].multiplier - row[j].multiplier;
                largest = fmax(largest, fabs(row[j].value) * pow(10, -by));
            }
            if (is_first)
                take(&table->units[units[k]], largest);
        }
    }
}

static double largest_of(const struct table_unit *unit)
{
    return unit->largest * pow(10, unit->given - unit->multiplier);
}

/* Of a row that would be shown by fractions of which the decimals keep one digit. */
static void note_small(struct table_unit *unit, double largest)
{
    unit->has_small |= largest > 0 && largest < 1 && largest >= largest_of(unit) / 1000;
}

static void note_vanishing(struct table_unit *unit, double largest)
{
    unit->vanishes |= largest >= largest_of(unit) / 1000 && vanishes(largest, unit->decimals);
}

/* The figures of each unit, in its multiplier, one unit behind the other. */
static void collect_figures(struct table_layout *table, const struct cell_value *values,
                            double *figures)
{
    const size_t n_cells = table->content->n_rows * table->content->n_columns;
    size_t n = 0;

    for (size_t u = 0; u < table->n_units; u++) {
        table->units[u].first = n;
        n += table->units[u].n;
        table->units[u].n = 0;
    }
    for (size_t i = 0; i < n_cells; i++) {
        if (table->unit_of[i] == NO_UNIT || isnan(values[i].value))
            continue;
        struct table_unit *unit = &table->units[table->unit_of[i]];
        figures[unit->first + unit->n++] =
            values[i].value * pow(10, -(unit->multiplier - values[i].multiplier));
    }
}

/* The decimals of all rows of a unit, in its multiplier: those that show three digits of the largest
 * figure, and one more while the largest figure of another row would be shown as nothing. */
static void choose_decimals(struct table_layout *table, const struct cell_value *values)
{
    for (size_t u = 0; u < table->n_units; u++) {
        struct table_unit *unit = &table->units[u];

        unit->vanishes = false;
        unit->decimals = table->content->decimals;
        if (unit->decimals != DECIMALS_FOR_PEOPLE)
            continue;
        unit->decimals = decimals_for_people(unit->unit, largest_of(unit), MOST_DECIMALS);
        if (unit->decimals == 0 && unit->multiplier > 0)
            unit->decimals = 1; /* so that small figures of other rows do not read 0 */
    }
    each_row(table, values, note_vanishing);
    for (size_t u = 0; u < table->n_units; u++)
        if (table->content->decimals == DECIMALS_FOR_PEOPLE)
            table->units[u].decimals += table->units[u].vanishes;
}

/* That of the median, or the next below where it leaves a row readable: 14,900 and 256 million, not
 * 14.9 and 0.3 billion. */
static void choose_multipliers(struct table_layout *table, const struct cell_value *values,
                               double *figures, bool by_myriads)
{
    for (size_t u = 0; u < table->n_units; u++)
        if (!table->units[u].has_multiplier)
            table->units[u].multiplier = table->units[u].given;
    collect_figures(table, values, figures);
    for (size_t u = 0; u < table->n_units; u++) {
        struct table_unit *unit = &table->units[u];

        if (!unit->has_multiplier)
            unit->multiplier = multiplier_for_figures(figures + unit->first, unit->n, unit->given,
                                                      unit->unit, by_myriads);
    }
    each_row(table, values, note_small);
    for (size_t u = 0; u < table->n_units; u++) {
        struct table_unit *unit = &table->units[u];

        if (unit->has_small && !unit->has_multiplier)
            unit->multiplier =
                multiplier_below(largest_of(unit), unit->multiplier, unit->unit, by_myriads);
    }
}

/* Figures that rounding makes a thousand are those of the next multiplier. */
static void raise_multipliers(struct table_layout *table, const struct cell_value *values,
                              double *figures, bool by_myriads)
{
    collect_figures(table, values, figures);
    for (size_t u = 0; u < table->n_units; u++) {
        struct table_unit *unit = &table->units[u];

        if (unit->has_small || unit->has_multiplier)
            continue;
        for (size_t i = 0; i < unit->n; i++)
            figures[unit->first + i] = round_to(figures[unit->first + i], unit->decimals);
        int raised = multiplier_for_figures(figures + unit->first, unit->n, unit->multiplier,
                                            unit->unit, by_myriads);
        unit->multiplier = raised > unit->multiplier ? raised : unit->multiplier;
    }
}

static bool find_units(struct sheet_layout *layout, struct table_layout *table, struct arena *work)
{
    size_t n = table->content->n_rows * table->content->n_columns;
    struct string_cache numbers = { 0 };
    double *figures = arena_array(work, double, n);
    struct cell_value *values = arena_array(work, struct cell_value, n);

    if (figures == NULL || values == NULL)
        return false;
    bool well = group_cells(layout, table, &numbers, values);
    string_cache_free(&numbers, &layout->arena.alloc);
    if (!well)
        return false;
    bool by_myriads = words_count_by_myriads(text_locale(layout->text));
    choose_multipliers(table, values, figures, by_myriads);
    choose_decimals(table, values);
    raise_multipliers(table, values, figures, by_myriads);
    choose_decimals(table, values);
    return true;
}

bool table_find_units(struct sheet_layout *layout, struct table_layout *table)
{
    struct arena work;

    table->unit_of =
        arena_array(&layout->arena, uint32_t, table->content->n_rows * table->content->n_columns);
    if (table->unit_of == NULL)
        return false;
    arena_init(&work, &layout->arena.alloc, layout->error);
    bool well = find_units(layout, table, &work);
    arena_free(&work);
    return well;
}

/* The unit of all figures of a column; NO_UNIT: they differ, or it has none that is written. */
static uint32_t unit_of_column(const struct table_layout *table, size_t k, bool *differs)
{
    uint32_t unit = NO_UNIT;

    for (size_t i = 0; i < table->content->n_rows; i++) {
        uint32_t own = table->unit_of[table_cell_at(table, i, k)];

        if (own == NO_UNIT || row_is_empty(&table->content->rows[i]))
            continue;
        if (unit != NO_UNIT && own != unit) {
            *differs = true;
            return NO_UNIT;
        }
        unit = own;
    }
    return unit;
}

static char *write_unit(struct sheet_layout *layout, const struct table_layout *table,
                        uint32_t unit)
{
    return format_unit(layout->text, &layout->arena, table->units[unit].unit,
                       table->units[unit].multiplier);
}

/* Behind the names stand the units of rows in columns of several units. */
static bool place_in_rows(struct sheet_layout *layout, struct table_layout *table,
                          const bool *differs)
{
    const struct table_content *content = table->content;

    table->row_units = arena_array(&layout->arena, const char *, content->n_rows);
    if (table->row_units == NULL)
        return false;
    for (size_t i = 0; i < content->n_rows; i++)
        for (size_t k = 0; k < content->n_columns && table->row_units[i] == NULL; k++) {
            uint32_t unit = table->unit_of[table_cell_at(table, i, k)];

            if (!differs[k] || unit == NO_UNIT)
                continue;
            table->row_units[i] = write_unit(layout, table, unit);
            if (table->row_units[i] == NULL)
                return false;
        }
    return true;
}

/* The corner stands over the first column of figures, too: where this has no unit, none stands there. */
bool table_place_units(struct sheet_layout *layout, struct table_layout *table)
{
    size_t n = table->content->n_columns;
    bool *differs = arena_array(&layout->arena, bool, n), any_differs = false;
    bool is_plain = false;
    uint32_t corner = NO_UNIT;

    if (differs == NULL)
        return false;
    for (size_t k = 0; k < n; k++) {
        uint32_t unit = unit_of_column(table, k, &differs[k]);

        any_differs |= differs[k];
        if (unit == NO_UNIT)
            continue;
        if (table->units[unit].unit[0] == '\0') {
            is_plain |= corner == NO_UNIT;
            continue;
        }
        corner = corner == NO_UNIT ? unit : corner;
        if (is_plain || unit != corner) {
            table->columns[k].unit = write_unit(layout, table, unit);
            if (table->columns[k].unit == NULL)
                return false;
        }
    }
    if (corner != NO_UNIT && !is_plain && !any_differs) {
        table->unit_words = write_unit(layout, table, corner);
        if (table->unit_words == NULL)
            return false;
    }
    /* Beside columns of several units each says its own. */
    for (size_t k = 0; k < n && any_differs; k++) {
        bool ignored = false;
        uint32_t unit = unit_of_column(table, k, &ignored);

        if (unit != NO_UNIT && unit == corner)
            table->columns[k].unit = write_unit(layout, table, unit);
    }
    return !any_differs || place_in_rows(layout, table, differs);
}
