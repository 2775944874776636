/* table_of_series.c - makes a table of series, so that they can be written. */
#include <math.h>
#include <string.h>

#include "series/attributes.h"
#include "series/rounding.h"
#include "series/series.h"
#include "series/series_list.h"
#include "table/table.h"

/* An attribute becomes a dimension if at least one series has it. */
static bool is_needed(const sheaf_series_list *list, const struct series_attribute *attribute)
{
    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        if (attribute->of(sheaf_series_list_at(list, i))[0] != '\0')
            return true;
    return false;
}

/* Figures derived from confidential ones are left out: they could reveal them. */
static bool is_secret(const sheaf_observation *at)
{
    return at->derived && observation_is_confidential(at);
}

/* Without the digits that are only noise of binary arithmetic. */
static double clean(double value)
{
    return isnan(value) ? value : round_to(value, decimals_of_double(value));
}

/* Derived values keep all their digits; decimals says which hold. */
static double value_to_write(const sheaf_observation *at)
{
    if (is_secret(at))
        return NAN;
    return at->derived ? clean(at->value) : at->value;
}

/* Adds a readable name to the member: a series' label, a product's name. */
static void name_member(sheaf_table *table, size_t dimension, uint32_t member,
                        const sheaf_series *series)
{
    const char *called = table_dimension_name(table, dimension), *name = "";

    if (strcmp(called, "series") == 0)
        name = sheaf_series_label(series);
    else if (strcmp(called, "product") == 0)
        name = series_product_name(series);
    table_name_member(table, dimension, member, name, strlen(name));
}

/* Bounds of a figure that is not derived are those of its decimals. */
static struct interval bounds_to_write(const sheaf_observation *at, double value)
{
    if (!at->derived)
        return (struct interval){ NAN, NAN };
    return (struct interval){ fmin(clean(at->low), value), fmax(clean(at->high), value) };
}

/* The number of the file that a stated figure comes from; the table's own for all others. */
static uint16_t file_of(sheaf_table *table, const sheaf_observation *at)
{
    if (at->file == NULL || strcmp(at->file, table_name(table)) == 0)
        return 0;
    return table_find_file(table, at->file);
}

static void add_series(sheaf_table *table, const sheaf_series *series)
{
    uint32_t members[SERIES_ATTRIBUTES];
    const sheaf_observation *at;

    for (size_t s = 0; s < SERIES_ATTRIBUTES; s++) {
        size_t dimension = table_find_dimension(table, series_attributes[s].dimension);
        const char *member = series_attributes[s].of(series);

        if (dimension == SIZE_MAX)
            continue;
        members[dimension] = table_intern_member(table, dimension, member, strlen(member));
        if (sheaf_table_status(table) == SHEAF_OK)
            name_member(table, dimension, members[dimension], series);
    }
    for (size_t i = 0; (at = sheaf_series_at(series, i, ROOM)) != NULL; i++) {
        const double value = value_to_write(at);
        const struct interval bounds = bounds_to_write(at, value);

        table_add_row(table,
                      &(struct table_row){
                          .period = at->period,
                          .line = (uint32_t)at->line,
                          .file = file_of(table, at),
                          .value = value,
                          .growth = is_secret(at) ? NAN : at->stated_growth,
                          .decimals = (int8_t)at->decimals,
                          .growth_decimals = (int8_t)at->stated_growth_decimals,
                          .multiplier = (int8_t)sheaf_series_multiplier(series),
                          .status = (char)at->status,
                          .confidentiality = at->confidentiality != 0 ? at->confidentiality : 'F',
                          .derived = at->derived,
                          .estimated = at->estimated,
                          .has_bounds = at->derived && !isnan(value),
                          .low = bounds.low,
                          .high = bounds.high,
                      },
                      members);
    }
}

/* Adds the derivations of the series' own figures, unless they are confidential. */
static void add_derivations(sheaf_table *table, const sheaf_series *series)
{
    for (size_t i = 0; i < sheaf_series_derivation_count(series); i++) {
        const struct derivation *derivation = series_derivation_at(series, i);

        const sheaf_observation *of = sheaf_series_find(series, derivation->period, ROOM);

        if (derivation->own && of != NULL && !observation_is_confidential(of))
            table_add_derivation(table, derivation->text->sentence);
    }
}

sheaf_table *sheaf_table_from_series(const sheaf_series_list *list, const char *name)
{
    sheaf_table *table = table_create(series_list_alloc(list), name);

    if (sheaf_table_status(table) != SHEAF_OK)
        return table;
    error_take(table_error(table), sheaf_series_list_error(list));
    table_set_format(table, "series");
    table_set_x(table, sheaf_series_x(sheaf_series_list_at(list, 0)));
    for (size_t s = 0; s < SERIES_ATTRIBUTES && sheaf_table_status(table) == SHEAF_OK; s++)
        if (is_needed(list, &series_attributes[s]))
            table_add_dimension(table, series_attributes[s].dimension,
                                strlen(series_attributes[s].dimension));
    sheaf_series *steps = sheaf_series_create(series_list_alloc(list), "", "", 0);

    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        if (sheaf_table_status(table) == SHEAF_OK) {
            series_take_derivations(steps, sheaf_series_list_at(list, i));
            add_series(table, sheaf_series_list_at(list, i));
            add_derivations(table, sheaf_series_list_at(list, i));
        }
    error_take(table_error(table), sheaf_series_error(steps));
    table_set_steps(table, steps);
    return table;
}
