/* layout_figures.c - finds columns of figures that are not the values: shares and changes beside them,
 * numbers of rows, and figures whose power of ten is not given. */
#include <string.h>

#include "base/strings.h"
#include "readers/beside_values.h"
#include "readers/cell.h"
#include "readers/csv/layout_parts.h"

static bool is_no_number(const struct csv_field *cell)
{
    static const char *const words[] = { "inf", "-inf", "infinity", "-infinity" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(cell->text, cell->n, words[i]))
            return true;
    return false;
}

/* True when every cell below the header in the sample is a number or missing, and at least one is a
 * number. */
bool layout_is_numeric(const struct layout *layout, size_t column, bool *has_decimals)
{
    size_t numbers = 0;

    *has_decimals = false;
    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field field = sample_cell(layout->sample, i, column);
        struct cell cell;

        if (field.n == 0 || is_no_number(&field))
            continue;
        cell = cell_read(field.text, field.n, '\0');
        if (cell.kind == CELL_WRONG)
            return false;
        numbers += cell.kind == CELL_NUMBER || cell.kind == CELL_AMBIGUOUS;
        *has_decimals |= cell.kind == CELL_AMBIGUOUS || cell.decimals > 0;
    }
    return numbers > 0;
}

bool layout_is_text(const struct layout *layout, size_t column)
{
    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field field = sample_cell(layout->sample, i, column);

        if (field.n > 0)
            return !is_no_number(&field) && cell_read(field.text, field.n, '\0').kind == CELL_WRONG;
    }
    return false;
}

void layout_pass_over(struct layout *layout, struct layout_column *column)
{
    column->role = COLUMN_SKIPPED;
    warn_of_figures(
        layout->table,
        (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
        column->header);
}

/* As members, numbers that never repeat make a series of each row. */
static void warn_of_members(const struct layout *layout, const struct layout_column *column)
{
    table_warn(layout->table, "members",
               (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
               "the numbers of the column '%.60s' are taken for members, which makes each row a "
               "series of its own; if they are codes, say so with " SETTING("columns: {%.60s: "
                                                                            "%.60s}"),
               column->header, column->header, column->header);
}

/* Right of a column of a period stand figures ("Change", "Average"), and hardly ever what tells rows
 * apart. */
static bool is_right_of_periods(const struct layout *layout, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (layout->columns[i].role == COLUMN_VALUE && has_own_period(&layout->columns[i]))
            return !layout_is_code(layout, at);
    return false;
}

/* Beside a column of values, an unknown column of figures is no dimension: its members would make a
 * series of each row. Figures have decimals, or are whole numbers that differ from row to row or
 * stand behind columns of periods, or their header has a unit ("Share 2023 (%)") or says that they
 * are ranks or numbers of rows. */
void layout_skip_figures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        bool has_decimals;

        if (column->role != COLUMN_DIMENSION || !column->is_unknown || column->is_named ||
            !layout_is_numeric(layout, i, &has_decimals))
            continue;
        if (has_decimals || layout_numbers_differ(layout, i) ||
            header_is_of_figures(column->header, &column->words) || is_right_of_periods(layout, i))
            layout_pass_over(layout, column);
        else if (layout_may_be_figures(layout, i))
            warn_of_members(layout, column);
    }
}

/* True for a column of 0, 1, 2 … or 1, 2, 3 … */
static bool numbers_rows(const struct layout *layout, size_t column)
{
    double last = -1;
    size_t rows = 0;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field field = sample_cell(layout->sample, i, column);
        struct cell cell = cell_read(field.text, field.n, '.');

        if (sample_is_note(layout->sample, i))
            continue;
        if (cell.kind != CELL_NUMBER || (rows > 0 && cell.value != last + 1) ||
            (rows == 0 && cell.value != 0 && cell.value != 1))
            return false;
        last = cell.value;
        rows++;
    }
    return rows > 0;
}

/* True for a column that numbers the rows ("t"), or flags them with 0 and 1 ("post2020"). */
bool layout_is_counter(const struct layout *layout, size_t column)
{
    double last = 0;
    bool counts = true, marks = true;
    size_t rows = 0;

    for (size_t i = layout->first; i < layout->sample->count; i++, rows++) {
        struct csv_field field = sample_cell(layout->sample, i, column);
        struct cell cell = cell_read(field.text, field.n, '.');

        if (cell.kind != CELL_NUMBER)
            return false;
        counts &= rows == 0 ? cell.value == 0 || cell.value == 1 : cell.value == last + 1;
        marks &= cell.value == 0 || cell.value == 1;
        last = cell.value;
    }
    return rows > 2 && (counts || marks);
}

/* pandas writes the numbers of rows into a first column, without a header or, read back, as
 * "Unnamed: 0". */
void layout_skip_row_numbers(struct layout *layout)
{
    struct layout_column *first = &layout->columns[0];
    bool is_unnamed = first->role == COLUMN_UNNAMED || strcmp(first->header, "Unnamed: 0") == 0;

    if (layout->count > 1 && is_unnamed && !first->is_named && numbers_rows(layout, 0))
        first->role = COLUMN_SKIPPED;
}

void layout_skip_counters(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || !column->is_unknown || column->is_named ||
            has_own_period(column) || !layout_is_counter(layout, i))
            continue;
        column->role = COLUMN_SKIPPED;
        table_warn(
            layout->table, "counter",
            (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
            "the column '%.60s' only numbers rows, or flags them with 0 and 1; it is skipped",
            column->header);
    }
}

/* A column of values whose header gives a power of ten; NULL: there is none. */
static const struct layout_column *find_power(const struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_VALUE && layout->columns[i].words.multiplier != 0)
            return &layout->columns[i];
    return NULL;
}

/* Beside billions a ratio is a plain number: unit 1, so that nothing shows it in billions. */
static bool is_plain_ratio(const struct layout_column *column)
{
    return column->role == COLUMN_VALUE && column->words.is_ratio && column->words.unit == NULL &&
           column->words.multiplier == 0 && column->unit_column == NO_COLUMN;
}

/* Beside "exports_bn", "trade_balance" could be in billions or in units: skips such columns, or
 * fails if the caller named them. */
void layout_skip_unknown_powers(struct layout *layout)
{
    const struct layout_column *power = find_power(layout);

    if (power == NULL || layout->has_series_lines || layout->has_multiplier ||
        layout_has(layout, COLUMN_MULTIPLIER) || layout->format->measures != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        const struct header *words = &column->words;

        if (is_plain_ratio(column))
            column->words.unit = "1";
        if (column->role != COLUMN_VALUE || words->multiplier != 0 || words->unit != NULL ||
            words->is_ratio || column->month_count > 0 || column->unit_column != NO_COLUMN)
            continue;
        if (column->is_named) {
            csv_fail(
                layout->csv, &layout->csv->fields[i],
                "the power of ten of '%.60s' is not given, unlike that of '%.60s'; if both are "
                "the same, say so with " SETTING("set: {unit_mult: %d}"),
                column->header, power->header, power->words.multiplier);
            return;
        }
        column->role = COLUMN_SKIPPED;
        table_warn(
            layout->table, "power",
            (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
            "'%.60s' is skipped: its power of ten is not given, unlike that of '%.60s'; if both "
            "are "
            "the same, say so with " SETTING("set: {unit_mult: %d}"),
            column->header, power->header, power->words.multiplier);
    }
}
