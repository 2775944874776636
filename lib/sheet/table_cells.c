/* table_cells.c - what stands in a table: figures, in the multiplier and the decimals of their
 * row, and heads. */
#include "sheet/table_parts.h"

#include <math.h>
#include <string.h>

#include "chart/amounts.h"
#include "period/period.h"
#include "series/digits.h"
#include "series/rounding.h"
#include "text/format.h"

/* The largest figure of a row, in its series' multiplier. */
static double largest_in(const struct table_content *table, const struct table_row *row)
{
    double largest = 0;

    for (size_t k = 0; k < table->n_columns; k++) {
        const sheaf_observation *value = table_cell(row, &table->columns[k]);
        if (!table->columns[k].is_growth && value != NULL && !isnan(value->value))
            largest = fmax(largest, fabs(value->value));
    }
    return largest;
}

/* One multiplier for all rows of a unit: that in which the largest of them is read. */
static int multiplier_of(const struct layout *layout, const struct table_layout *table,
                         const char *unit)
{
    int given = SMALLEST_MULTIPLIER;
    double largest = 0;

    for (size_t i = 0; i < table->content->n_rows; i++) {
        const sheaf_series *series = table->content->rows[i].series;
        int own = sheaf_series_multiplier(series);

        if (strcmp(sheaf_series_unit(series), unit) != 0)
            continue;
        if (own > given) {
            largest /= power_of_ten(own - given);
            given = own;
        }
        largest = fmax(largest, table->rows[i].largest / power_of_ten(given - own));
    }
    return multiplier_for_people(largest, given, unit,
                                 words_count_by_myriads(text_locale(layout->text)));
}

/* The same decimals in all of a row: those in which its largest figure is read. */
static void style_row(const struct layout *layout, struct table_layout *table, size_t i)
{
    const struct table_row *row = &table->content->rows[i];
    const char *unit = sheaf_series_unit(row->series);
    int multiplier = multiplier_of(layout, table, unit);
    int by = multiplier - sheaf_series_multiplier(row->series);
    double largest = table->rows[i].largest * pow(10, -by);
    int decimals = table->content->decimals;

    if (decimals == DECIMALS_FOR_PEOPLE) {
        decimals = decimals_for_people(unit, largest, MOST_DECIMALS);
        if (decimals == 0 && multiplier > 0)
            decimals = 1; /* 150.3 above 0.4 */
    }
    table->rows[i].multiplier = multiplier;
    table->rows[i].decimals = decimals;
}

void table_style_rows(const struct layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;

    for (size_t i = 0; i < content->n_rows; i++)
        table->rows[i].largest = largest_in(content, &content->rows[i]);
    for (size_t i = 0; i < content->n_rows; i++)
        style_row(layout, table, i);
}

/* Bytes before the decimal mark of a formatted figure with so many decimals; of a
 * whole figure, those of its digits. */
static size_t whole_part(const char *figure, int decimals)
{
    const char *last = NULL;

    if (decimals > 0)
        for (const char *mark = strpbrk(figure, ".,"); mark != NULL; mark = strpbrk(mark + 1, ".,"))
            last = mark;
    return last != NULL ? (size_t)(last - figure) : digits_end(figure);
}

static struct amount cell_amount(const struct table_layout *table, size_t i,
                                 const struct table_column *column, const sheaf_observation *value)
{
    const struct table_row *row = &table->content->rows[i];

    if (column->is_growth)
        return amount_of(row->growth, value, 0, DECIMALS_FOR_PEOPLE);
    return amount_of(row->series, value, table->rows[i].multiplier, table->rows[i].decimals);
}

struct written {
    const char *figure, *mark; /* NULL: memory did not suffice */
    int decimals;
    bool is_known;
};

/* A dash where nothing is known; the mark of a confidential figure stands in its place. */
static struct written write_cell(struct layout *layout, const struct table_layout *table, size_t i,
                                 const struct table_column *column)
{
    const sheaf_observation *value = table_cell(&table->content->rows[i], column);
    struct written written = { "\xE2\x80\x93", "", 0, value != NULL && !isnan(value->value) };

    if (written.is_known) {
        const struct amount amount = cell_amount(table, i, column, value);
        written.figure = amount_text(layout->text, &layout->arena, &amount,
                                     column->is_growth ? AMOUNT_CHANGE : AMOUNT_BARE);
        written.decimals = amount.decimals;
    }
    if (value != NULL)
        written.mark = marks_text(marks_of(value), &layout->arena);
    if (value != NULL && observation_is_confidential(value)) {
        written.figure = written.mark;
        written.mark = "";
    }
    return written;
}

static bool set_cell(struct layout *layout, const struct table_layout *table, size_t i,
                     const struct table_column *column, struct cell *cell)
{
    struct text_style style = table_style(table, &layout->theme->table);
    struct text_style weak = table_style(table, &layout->theme->note);
    const struct written written = write_cell(layout, table, i, column);

    if (written.figure == NULL || written.mark == NULL)
        return false;
    weak.color = layout->theme->weak;
    if (!written.is_known)
        style.color = layout->theme->weak;
    cell->line = text_set(layout->text, &layout->arena, written.figure, &style);
    cell->is_blank = !written.is_known;
    cell->at_edge = cell->is_blank || column->is_growth;
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

bool table_set_cells(struct layout *layout, struct table_layout *table, size_t k)
{
    const struct table_content *content = table->content;

    for (size_t i = 0; i < content->n_rows; i++)
        if (!set_cell(layout, table, i, &content->columns[k],
                      &table->cells[i * content->n_columns + k]))
            return false;
    return true;
}

/* "2023"; over growth, "Change" on a line of its own. */
bool table_set_head(struct layout *layout, struct table_layout *table, size_t k)
{
    const struct table_column *column = &table->content->columns[k];
    struct text_style style = table_style(table, &layout->theme->table_head);
    const char *period =
        format_period(layout->text, &layout->arena, period_interval(column->period), PERIOD_SHORT);

    style.leading = 10;
    const char *change = column->is_growth ? format_word(layout->text, WORD_CHANGE) : "";
    if (period != NULL && change[0] != '\0')
        period = arena_format(&layout->arena, "%s\n%s", change, period);
    const struct text_span span = { period, &style, NULL };
    if (period == NULL || change == NULL)
        return false;
    table->columns[k].head =
        text_wrap(layout->text, &layout->arena, &span, 1, table->head_width, 0);
    return table->columns[k].head != NULL;
}

double table_longest_piece(struct layout *layout, const struct table_layout *table)
{
    struct text_style style = table_style(table, &layout->theme->table_head);
    double widest = 0;

    for (size_t k = 0; k < table->content->n_columns; k++) {
        const char *at =
            format_period(layout->text, &layout->arena,
                          period_interval(table->content->columns[k].period), PERIOD_SHORT);
        while (at != NULL && *at != '\0') {
            size_t n = strcspn(at, " ");
            const char *piece = arena_text(&layout->arena, at, n);
            widest = fmax(widest, text_width(layout->text, piece, &style));
            at += n + strspn(at + n, " ");
        }
    }
    return widest;
}
