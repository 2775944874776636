/* table_cells.c - sets a table's cells, in the multiplier and decimals of their unit, and its
 * headers. */
#include "sheet/blocks/table_parts.h"

#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/words/amounts.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"
#include "text/format.h"

/* The largest figure of a row, in its series' multiplier. */
static double largest_in(const struct table_content *table, const struct sheet_row *row)
{
    double largest = 0;

    for (size_t k = 0; k < table->n_columns; k++) {
        const sheaf_observation *value = table_cell(row, &table->columns[k]);
        if (!table->columns[k].is_growth && value != NULL && !isnan(value->value))
            largest = fmax(largest, fabs(value->value));
    }
    return largest;
}

/* All rows of one unit. */
struct unit_rows {
    const char *unit;
    int given;      /* the largest multiplier of their series */
    double largest; /* of their figures, in that multiplier */
};

/* The rows of each unit that stands in a table, found by the unit. */
struct table_units {
    struct string_cache numbers; /* of units: their index below */
    struct unit_rows *units;
    size_t count;
};

static void count_row(struct unit_rows *unit, int own, double largest)
{
    if (own > unit->given) {
        unit->largest /= power_of_ten(own - unit->given);
        unit->given = own;
    }
    unit->largest = fmax(unit->largest, largest / power_of_ten(unit->given - own));
}

/* Finds the unit of each row, and what is largest in it. False after a failure. */
static bool group_rows(struct sheet_layout *layout, struct table_layout *table,
                       struct table_units *units)
{
    size_t n = table->content->n_rows;

    units->units = arena_array(&layout->arena, struct unit_rows, n);
    if (units->units == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const sheaf_series *series = table->content->rows[i].series;
        const char *unit = sheaf_series_unit(series);
        uint64_t number = units->count;

        if (!string_cache_find(&units->numbers, unit, strlen(unit), &number)) {
            if (!string_cache_add(&units->numbers, &layout->arena, unit, strlen(unit), number))
                return false;
            units->units[units->count++] = (struct unit_rows){ unit, SMALLEST_MULTIPLIER, 0 };
        }
        table->rows[i].unit = (size_t)number;
        count_row(&units->units[number], sheaf_series_multiplier(series), table->rows[i].largest);
    }
    return true;
}

/* The decimals of all rows of a unit, in its multiplier: those that show three digits of the largest
 * figure, and one more while the largest figure of another row would be shown as nothing. */
static int decimals_of_unit(const struct table_layout *table, const struct unit_rows *of_unit,
                            size_t unit, int multiplier)
{
    double largest = of_unit->largest * pow(10, of_unit->given - multiplier);
    int decimals = decimals_for_people(of_unit->unit, largest, MOST_DECIMALS), least = decimals;

    if (decimals == 0 && multiplier > 0)
        least = decimals = 1; /* so that small figures of other rows do not read 0 */
    for (size_t i = 0; i < table->content->n_rows && decimals == least; i++) {
        int by = multiplier - sheaf_series_multiplier(table->content->rows[i].series);
        double own = table->rows[i].largest * pow(10, -by);

        decimals += table->rows[i].unit == unit && own >= largest / 1000 && vanishes(own, decimals);
    }
    return decimals;
}

/* Whether a row would be shown by fractions of which the table's decimals keep one digit. */
static bool any_row_is_small(const struct table_layout *table, size_t unit, double largest,
                             int multiplier)
{
    for (size_t i = 0; i < table->content->n_rows; i++) {
        int by = multiplier - sheaf_series_multiplier(table->content->rows[i].series);
        double own = table->rows[i].largest * pow(10, -by);

        if (table->rows[i].unit == unit && own > 0 && own < 1 && own >= largest / 1000)
            return true;
    }
    return false;
}

/* The amounts of all rows of a unit, in a multiplier. */
static size_t figures_of_unit(const struct table_layout *table, size_t unit, int multiplier,
                              double *figures)
{
    size_t n = 0;

    for (size_t i = 0; i < table->content->n_rows; i++) {
        const struct sheet_row *row = &table->content->rows[i];
        int by = multiplier - sheaf_series_multiplier(row->series);

        for (size_t k = 0; table->rows[i].unit == unit && k < table->content->n_columns; k++) {
            const sheaf_observation *cell = table_cell(row, &table->content->columns[k]);
            if (!table->content->columns[k].is_growth && cell != NULL)
                figures[n++] = cell->value * pow(10, -by);
        }
    }
    return n;
}

/* The multiplier of all rows of a unit: that of their median, as it is shown; or the next below where
 * it leaves a row readable: 14,900 and 256 million, not 14.9 and 0.3 billion. */
static int multiplier_of_unit(const struct table_layout *table, const struct unit_rows *of_unit,
                              size_t unit, double *figures, bool by_myriads)
{
    size_t n = figures_of_unit(table, unit, of_unit->given, figures);
    int multiplier = multiplier_for_figures(figures, n, of_unit->given, of_unit->unit, by_myriads);
    double largest = of_unit->largest * pow(10, of_unit->given - multiplier);

    if (any_row_is_small(table, unit, largest, multiplier))
        return multiplier_below(largest, multiplier, of_unit->unit, by_myriads);
    int decimals = table->content->decimals;
    if (decimals == DECIMALS_FOR_PEOPLE)
        decimals = decimals_of_unit(table, of_unit, unit, multiplier);
    n = figures_of_unit(table, unit, multiplier, figures);
    for (size_t i = 0; i < n; i++)
        figures[i] = round_to(figures[i], decimals);
    int raised = multiplier_for_figures(figures, n, multiplier, of_unit->unit, by_myriads);
    return raised > multiplier ? raised : multiplier;
}

/* One multiplier and one number of decimals for all rows of a unit. */
static void style_unit(const struct sheet_layout *layout, struct table_layout *table, size_t unit,
                       const struct unit_rows *of_unit, double *figures)
{
    int multiplier = multiplier_of_unit(table, of_unit, unit, figures,
                                        words_count_by_myriads(text_locale(layout->text)));
    int decimals = table->content->decimals;

    if (decimals == DECIMALS_FOR_PEOPLE)
        decimals = decimals_of_unit(table, of_unit, unit, multiplier);
    for (size_t i = 0; i < table->content->n_rows; i++)
        if (table->rows[i].unit == unit) {
            table->rows[i].multiplier = multiplier;
            table->rows[i].decimals = decimals;
        }
}

bool table_style_rows(struct sheet_layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;
    struct table_units units = { 0 };
    double *figures = arena_array(&layout->arena, double, content->n_rows * content->n_columns);

    if (figures == NULL)
        return false;
    for (size_t i = 0; i < content->n_rows; i++)
        table->rows[i].largest = largest_in(content, &content->rows[i]);
    bool well = group_rows(layout, table, &units);
    for (size_t unit = 0; well && unit < units.count; unit++)
        style_unit(layout, table, unit, &units.units[unit], figures);
    string_cache_free(&units.numbers, &layout->arena.alloc);
    table->n_units = units.count;
    return well;
}

/* Length in bytes of a formatted figure up to its decimal mark or, without decimals, up to its
 * last digit. */
static size_t whole_part(const char *figure, int decimals)
{
    const char *last = NULL;

    if (decimals > 0)
        for (const char *mark = strpbrk(figure, ".,"); mark != NULL; mark = strpbrk(mark + 1, ".,"))
            last = mark;
    return last != NULL ? (size_t)(last - figure) : digits_end(figure);
}

static bool has_figure(const sheaf_observation *value)
{
    return value != NULL && !isnan(value->value) && !observation_is_confidential(value);
}

static struct amount cell_amount(const struct table_layout *table, size_t i,
                                 const struct sheet_column *column, const sheaf_observation *value)
{
    const struct sheet_row *row = &table->content->rows[i];

    struct amount amount =
        column->is_growth
            ? amount_of(row->growth, value, 0, DECIMALS_FOR_PEOPLE)
            : amount_of(row->series, value, table->rows[i].multiplier, table->rows[i].decimals);

    amount.as_range = table->content->display.ranges;
    return amount;
}

static struct common_decimals *common_of(const struct table_layout *table, size_t i, size_t k)
{
    return &table->common[k * table->n_units + table->rows[i].unit];
}

/* The amount of a cell as it would be shown alone; false: it has none. */
static bool amount_alone_at(const struct table_layout *table, size_t i, size_t k,
                            struct amount *amount)
{
    const struct sheet_column *column = &table->content->columns[k];
    const sheaf_observation *value = table_cell(&table->content->rows[i], column);

    if (!has_figure(value))
        return false;
    *amount = cell_amount(table, i, column, value);
    return true;
}

/* Growth is read to the decimals of each figure, amounts to those of their unit, or to those that an
 * author wants, as far as all figures of the column hold them. */
static void unify_column(const struct table_layout *table, size_t k)
{
    const struct table_content *content = table->content;
    bool is_growth = content->columns[k].is_growth;
    struct amount amount;

    for (size_t i = 0; i < content->n_rows; i++)
        common_decimals_begin(common_of(table, i, k),
                              is_growth ? NO_WANTED_DECIMALS : table->rows[i].decimals);
    for (size_t i = 0; i < content->n_rows; i++)
        if (amount_alone_at(table, i, k, &amount))
            common_decimals_add(common_of(table, i, k), amount.decimals);
    for (size_t i = 0; i < content->n_rows; i++)
        if (amount_alone_at(table, i, k, &amount))
            common_decimals_try(common_of(table, i, k), amount.value, amount.decimals);
}

bool table_unify_decimals(struct sheet_layout *layout, struct table_layout *table)
{
    table->common = arena_array(&layout->arena, struct common_decimals,
                                table->content->n_columns * table->n_units);
    if (table->common == NULL)
        return false;
    for (size_t k = 0; k < table->content->n_columns; k++)
        unify_column(table, k);
    return true;
}

static unsigned cell_flags(const struct sheet_layout *layout, const struct table_layout *table,
                           const sheaf_observation *value)
{
    return flags_of(value, layout_flags(layout, &table->content->display));
}

/* The flags that all figures of a column have: these stand once, in its header. A single figure has
 * its flags beside it. */
static unsigned common_flags(const struct sheet_layout *layout, const struct table_layout *table,
                             const struct sheet_column *column)
{
    const struct table_content *content = table->content;
    unsigned common = ~0U;
    size_t n = 0;

    for (size_t i = 0; i < content->n_rows && common != 0; i++) {
        const sheaf_observation *value = table_cell(&content->rows[i], column);

        if (!has_figure(value))
            continue;
        common &= cell_flags(layout, table, value);
        n++;
    }
    return n > 1 ? common : 0;
}

struct written {
    const char *figure, *mark; /* NULL: memory ran out */
    int decimals;
    bool is_known;
};

/* Writes a dash for an unknown figure, and for a confidential one its status mark alone. */
static struct written write_cell(struct sheet_layout *layout, const struct table_layout *table,
                                 size_t i, size_t k)
{
    const struct sheet_column *column = &table->content->columns[k];
    const sheaf_observation *value = table_cell(&table->content->rows[i], column);
    struct written written = { "\xE2\x80\x93", "", 0, value != NULL && !isnan(value->value) };

    if (written.is_known) {
        struct amount amount = cell_amount(table, i, column, value);
        struct known_digits alone = { amount.decimals, amount.is_about };
        struct known_digits shown =
            common_decimals_of(common_of(table, i, k), alone, value->derived);
        amount.decimals = shown.decimals;
        amount.is_about = shown.is_about;
        written.figure = amount_text(layout->text, &layout->arena, &amount,
                                     column->is_growth ? AMOUNT_CHANGE : AMOUNT_BARE);
        written.decimals = amount.decimals;
    }
    if (value != NULL)
        written.mark = flags_text(cell_flags(layout, table, value) &
                                      ~(has_figure(value) ? table->columns[k].flags : 0),
                                  &layout->arena);
    if (value != NULL && observation_is_confidential(value)) {
        written.figure = written.mark;
        written.mark = "";
    }
    return written;
}

static bool set_cell(struct sheet_layout *layout, const struct table_layout *table, size_t i,
                     size_t k)
{
    struct set_cell *cell = &table->cells[i * table->content->n_columns + k];
    struct text_style style = table_style(table, &layout->theme->table);
    struct text_style weak = table_style(table, &layout->theme->note);
    const struct written written = write_cell(layout, table, i, k);

    if (written.figure == NULL || written.mark == NULL)
        return false;
    weak.color = layout->theme->weak;
    if (!written.is_known)
        style.color = layout->theme->weak;
    cell->line = text_set(layout->text, &layout->arena, written.figure, &style);
    cell->is_blank = !written.is_known;
    cell->at_edge = cell->is_blank || table->content->columns[k].is_growth;
    if (!cell->at_edge) {
        size_t n = whole_part(written.figure, written.decimals);
        const char *whole = arena_text(&layout->arena, written.figure, n);
        if (whole == NULL)
            return false;
        cell->before = text_width(layout->text, whole, &style);
    }
    cell->mark = written.mark[0] != '\0'
                     ? text_set(layout->text, &layout->arena, written.mark, &weak)
                     : NULL;
    return layout_is_well(layout);
}

bool table_set_cells(struct sheet_layout *layout, struct table_layout *table, size_t k)
{
    const struct table_content *content = table->content;

    for (size_t i = 0; i < content->n_rows; i++)
        if (!set_cell(layout, table, i, k))
            return false;
    return true;
}

/* The flag beside a header, as beside a figure. */
static bool set_flag(struct sheet_layout *layout, const struct table_layout *table,
                     struct set_column *column)
{
    struct text_style weak = table_style(table, &layout->theme->note);
    const char *flag = flags_text(column->flags, &layout->arena);

    weak.color = layout->theme->weak;
    column->flag = flag != NULL && flag[0] != '\0'
                       ? text_set(layout->text, &layout->arena, flag, &weak)
                       : NULL;
    return layout_is_well(layout);
}

/* "2023"; over growth, "Change" on a line of its own. */
bool table_set_header(struct sheet_layout *layout, struct table_layout *table, size_t k)
{
    const struct sheet_column *column = &table->content->columns[k];
    struct text_style style = table_style(table, &layout->theme->table_head);
    const char *period = period_words(layout->text, &layout->arena, column->period, PERIOD_SHORT);

    style.leading = 10;
    const char *change = column->is_growth ? format_word(layout->text, WORD_CHANGE) : "";
    if (period != NULL && change[0] != '\0')
        period = arena_format(&layout->arena, "%s\n%s", change, period);
    const struct text_span span = { period, &style, NULL };
    if (period == NULL || change == NULL)
        return false;
    table->columns[k].header =
        text_wrap(layout->text, &layout->arena, &span, 1, table->header_width, 0);
    table->columns[k].flags = common_flags(layout, table, column);
    return table->columns[k].header != NULL && set_flag(layout, table, &table->columns[k]);
}

double table_longest_piece(struct sheet_layout *layout, const struct table_layout *table)
{
    struct text_style style = table_style(table, &layout->theme->table_head);
    double widest = 0;

    for (size_t k = 0; k < table->content->n_columns; k++) {
        const char *at = period_words(layout->text, &layout->arena,
                                      table->content->columns[k].period, PERIOD_SHORT);
        while (at != NULL && *at != '\0') {
            size_t n = strcspn(at, " ");
            const char *piece = arena_text(&layout->arena, at, n);
            widest = fmax(widest, text_width(layout->text, piece, &style));
            at += n + strspn(at + n, " ");
        }
    }
    return widest;
}
