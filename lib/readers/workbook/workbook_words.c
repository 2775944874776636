/* workbook_words.c - words that number formats show beside figures. People see a unit or a power of
 * ten there, which the cell does not hold. It is told and not taken over, like a unit above a table:
 * often only the first row and the totals have the sign of a currency. */
#include <string.h>

#include "readers/workbook/workbook_parts.h"
#include "vocabulary/units.h"

static bool is_given(const struct workbook *book)
{
    const sheaf_read_options *options = table_options(book->table);

    for (size_t i = 0; i < options->n_constants; i++)
        if (strcmp(options->constants[i].dimension, "unit") == 0 ||
            strcmp(options->constants[i].dimension, "unit_mult") == 0)
            return true;
    return false;
}

/* True when the table has values in this unit (NULL: any) and power of ten. */
static bool has_values_in(const sheaf_table *table, const char *unit, int power)
{
    size_t dimension = SIZE_MAX;

    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        if (strcmp(sheaf_table_dimension(table, d), "unit") == 0)
            dimension = d;
    for (size_t row = 0; row < sheaf_table_row_count(table); row++)
        if ((power == 0 || table_row_at(table, row).multiplier == power) &&
            (unit == NULL || (dimension != SIZE_MAX &&
                              strcmp(sheaf_table_row_member(table, row, dimension), unit) == 0)))
            return true;
    return false;
}

static void warn(const struct workbook *book, const struct worded_cell *cell)
{
    const struct figure_format *format = &cell->format;
    const char *unit = NULL;
    int power = 0;
    bool is_known = figure_words_unit(format->words, &unit, &power);
    /* A word for the thousands that the format hides leaves a number that is read in full. */
    int left = power - 3 * format->named_thousands;

    if (format->named_thousands > 0 && left <= 0 && (unit == NULL || !unit_is_currency(unit)))
        return;
    if (is_known && has_values_in(book->table, unit, left > 0 ? left : 0))
        return;
    if (is_known && unit != NULL && left <= 0)
        table_warn(book->table, "format words", cell->place,
                   "the format of this cell shows '%s', which is not taken over; if the values are "
                   "so, say it with " SETTING("set: {unit: %s}"),
                   format->words, unit);
    else if (is_known && unit != NULL)
        table_warn(book->table, "format words", cell->place,
                   "the format of this cell shows '%s', which is not taken over; if the values are "
                   "so, say it with " SETTING("set: {unit: %s, unit_mult: %d}"),
                   format->words, unit, left);
    else if (is_known)
        table_warn(book->table, "format words", cell->place,
                   "the format of this cell shows '%s', which is not taken over; if the values are "
                   "so, say it with " SETTING("set: {unit_mult: %d}"),
                   format->words, left);
    else
        table_warn(
            book->table, "format words", cell->place,
            "the format of this cell shows '%s', which is not understood; if it is a unit or "
            "a power of ten, say so with " SETTING("set: {unit: USD, unit_mult: 6}"),
            format->words);
}

void workbook_warn_words(const struct workbook *book)
{
    if (workbook_failed(book) || is_given(book))
        return;
    for (size_t i = 0; i < sizeof book->worded / sizeof *book->worded; i++)
        if (book->worded[i].count > 0)
            warn(book, &book->worded[i]);
}
