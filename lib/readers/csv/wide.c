/* wide.c - tables with a column for each period, or for each series. */
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/beside_values.h"
#include "readers/cell.h"
#include "readers/csv/layout_parts.h"
#include "readers/csv/worded_period.h"
#include "readers/period_question.h"

bool header_read_period(const struct layout *layout, const char *header,
                        struct flagged_period *found)
{
    size_t n = strlen(header);
    const char *bracket = strstr(header, " [YR");

    if (bracket != NULL)
        n = (size_t)(bracket - header);
    if (n > 2 && memcmp(header, "YR", 2) == 0) {
        header += 2;
        n -= 2;
    }
    while (n > 0 && header[n - 1] == ' ')
        n--;
    return flagged_period_read(header, n, &layout->usage, found);
}

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
static bool is_numeric(const struct layout *layout, size_t column, bool *has_decimals)
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

/* True for headers such as 2009-10, 2010-11, 2011-12: each may be a month, but they are financial
 * years. */
static bool all_are_financial(const struct layout *layout)
{
    size_t n = 0;

    for (size_t i = 0; i < layout->count; i++) {
        const char *header = layout->columns[i].header;
        struct flagged_period found;

        if (period_is_financial(header, strlen(header)))
            n++;
        else if (header_read_period(layout, header, &found))
            return false;
    }
    return n > 1;
}

/* Reads the period in a header. Fails for one that may be a financial year or something else. */
static bool take_period(struct layout *layout, size_t at, bool is_financial)
{
    struct layout_column *column = &layout->columns[at];
    size_t n = strlen(column->header);
    struct flagged_period found;

    if (layout->usage.financial_year == FINANCIAL_YEAR_UNKNOWN &&
        period_is_financial(column->header, n) &&
        (is_financial || !header_read_period(layout, column->header, &found))) {
        csv_fail(layout->csv, &layout->csv->fields[at], "'%.60s' %s", column->header,
                 period_question(column->header, n));
        return false;
    }
    if (!header_read_period(layout, column->header, &found)) {
        if (period_question_of_numbers(column->header, n) == NULL)
            return layout_take_worded(layout, at);
        csv_fail(layout->csv, &layout->csv->fields[at], "'%.60s' %s", column->header,
                 period_question_of_numbers(column->header, n));
        return false;
    }
    if (found.flag_n > 0)
        warn_of_flag(layout->table, &found, column->header, n, layout->csv->row_line);
    column->period = found.period;
    column->status = found.status;
    return true;
}

/* Finds columns whose headers are periods, unless a column holds the periods of rows. */
static bool find_periods(struct layout *layout)
{
    bool is_financial = all_are_financial(layout);
    size_t found = 0;

    if (layout_has(layout, COLUMN_PERIOD) || layout->year_column != NO_COLUMN ||
        layout->options->period != NULL || layout->period.unit != SHEAF_NO_PERIOD)
        return false;
    layout_find_worded(layout);
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        bool is_free = (column->is_unknown && !column->is_named) || column->is_named;

        if (is_free && (!column->is_named || column->role == COLUMN_VALUE) &&
            take_period(layout, i, is_financial)) {
            column->role = COLUMN_VALUE;
            column->is_unknown = false;
            found++;
        }
    }
    layout_refuse_price_years(layout);
    return found > 0;
}

static void pass_over(struct layout *layout, struct layout_column *column)
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
static void skip_figures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        bool has_decimals;

        if (column->role != COLUMN_DIMENSION || !column->is_unknown || column->is_named ||
            !is_numeric(layout, i, &has_decimals))
            continue;
        if (has_decimals || layout_numbers_differ(layout, i) ||
            header_is_of_figures(column->header, &column->words) || is_right_of_periods(layout, i))
            pass_over(layout, column);
        else if (layout_may_be_figures(layout, i))
            warn_of_members(layout, column);
    }
}

/* Beside two columns of periods or more, a header such as "% of total" is not the only column of
 * values, though it has a unit. */
static void prefer_periods(struct layout *layout)
{
    size_t periods = 0;

    if (layout->format->recognises != NULL || layout_has(layout, COLUMN_PERIOD) ||
        layout->year_column != NO_COLUMN || layout->options->period != NULL ||
        layout->period.unit != SHEAF_NO_PERIOD || layout->options->n_values > 0)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        struct flagged_period found;
        struct worded_period worded;

        periods +=
            column->is_unknown && !column->is_named &&
            (header_read_period(layout, column->header, &found) ||
             period_is_financial(column->header, strlen(column->header)) ||
             (worded_period_read(column->header, strlen(column->header), &layout->usage, &worded) &&
              worded.is_understood));
    }
    for (size_t i = 0; i < layout->count && periods >= 2; i++)
        if (layout->columns[i].role == COLUMN_VALUE && !layout->columns[i].is_named &&
            layout->columns[i].words.unit != NULL)
            pass_over(layout, &layout->columns[i]);
}

/* True for "vlaue", which layout_require_columns will suggest to correct. */
static bool is_misspelt(const struct layout_column *column)
{
    static const char *const words[] = { "value" };

    return string_nearest(column->header, strlen(column->header), words, 1) != NULL;
}

/* Columns of numbers without another role become columns of values, but for ranks beside others. */
static void guess_series(struct layout *layout)
{
    bool has_values = layout_has(layout, COLUMN_VALUE), has_decimals;

    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_DIMENSION || !column->is_unknown || column->is_named ||
            is_misspelt(column) || !is_numeric(layout, i, &has_decimals))
            continue;
        if (has_values && header_is_rank(column->header, strlen(column->header))) {
            pass_over(layout, column);
        } else if (has_decimals ||
                   (!layout_is_code(layout, i) && !layout_repeats_codes(layout, i))) {
            column->role = COLUMN_VALUE;
            column->is_guessed = true;
        }
    }
}

/* Finds a column of values for each series: those whose headers name flows or units ("exports_bn"),
 * and columns of numbers without another role. */
static void find_series(struct layout *layout)
{
    bool has_plain = false;

    for (size_t i = 0; i < layout->count; i++)
        has_plain |= layout->columns[i].role == COLUMN_VALUE &&
                     layout->columns[i].words.flow == NULL &&
                     layout->columns[i].words.indicator == NULL;
    if (has_plain || layout->format->is_closed || layout->options->n_values > 0) {
        if (has_plain && layout->format->recognises == NULL)
            skip_figures(layout);
    } else if (layout_has(layout, COLUMN_PERIOD) || layout->year_column != NO_COLUMN ||
               layout->period.unit != SHEAF_NO_PERIOD) {
        guess_series(layout);
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
static bool is_counter(const struct layout *layout, size_t column)
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
static void skip_row_numbers(struct layout *layout)
{
    struct layout_column *first = &layout->columns[0];
    bool is_unnamed = first->role == COLUMN_UNNAMED || strcmp(first->header, "Unnamed: 0") == 0;

    if (layout->count > 1 && is_unnamed && !first->is_named && numbers_rows(layout, 0))
        first->role = COLUMN_SKIPPED;
}

static void skip_counters(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || !column->is_unknown || column->is_named ||
            has_own_period(column) || !is_counter(layout, i))
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

/* Beside "exports_bn", "trade_balance" could be in billions or in units: skips such columns, or
 * fails if the caller named them. */
static void skip_unknown_powers(struct layout *layout)
{
    const struct layout_column *power = find_power(layout);

    if (power == NULL || layout->has_series_lines || layout->has_multiplier ||
        layout_has(layout, COLUMN_MULTIPLIER) || layout->format->measures != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        const struct header *words = &column->words;

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

/* True for a column of values that is none of a period in its header. A column that the caller named
 * may be one of a period: "Food 2022". */
static bool has_values_of_rows(const struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        struct flagged_period plain;
        struct worded_period worded;

        if (column->role == COLUMN_VALUE &&
            (!column->is_named || (!header_read_period(layout, column->header, &plain) &&
                                   !worded_period_read(column->header, strlen(column->header),
                                                       &layout->usage, &worded))))
            return true;
    }
    return false;
}

static bool is_empty_column(const struct layout *layout, size_t column)
{
    for (size_t i = layout->first; i < layout->sample->count; i++)
        if (sample_cell(layout->sample, i, column).n > 0)
            return false;
    return true;
}

/* "Période" heads the columns of periods beside it, and has no cells of its own. */
static void skip_heads_of_periods(struct layout *layout)
{
    size_t periods = 0;
    struct flagged_period found;

    for (size_t i = 0; i < layout->count; i++)
        periods += header_read_period(layout, layout->columns[i].header, &found);
    for (size_t i = 0; i < layout->count && periods >= 2; i++)
        if (layout->columns[i].role == COLUMN_PERIOD && !layout->columns[i].is_named &&
            is_empty_column(layout, i))
            layout->columns[i].role = COLUMN_SKIPPED;
}

void layout_find_values(struct layout *layout)
{
    skip_row_numbers(layout);
    skip_heads_of_periods(layout);
    prefer_periods(layout);
    if (!has_values_of_rows(layout) &&
        (find_periods(layout) || layout_find_parts_of_years(layout))) {
        if (layout->format->recognises == NULL)
            skip_figures(layout);
        skip_unknown_powers(layout);
        layout_resolve_units(layout); /* words beside periods name quantities */
        return;
    }
    if (layout_failed(layout))
        return;
    find_series(layout);
    skip_counters(layout);
    skip_unknown_powers(layout);
}

/* Differences between columns of values ------------------------------------------------------ */

struct differences {
    size_t count;                    /* of columns of values */
    size_t flows, indicators, units; /* of headers that name one */
    size_t quantities, unit_columns; /* of columns that are quantities, that have a unit column */
    size_t nameless;                 /* columns that only their header tells from flows */
    bool headers_differ;             /* every two headers */
    bool words_differ;               /* every two columns, in flow or indicator */
};

static bool same_word(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* True for a column without a flow or indicator beside columns of flows: "gdp" beside "exports". */
static bool is_nameless(const struct layout_column *column)
{
    return column->role == COLUMN_VALUE && column->period.unit == SHEAF_NO_PERIOD &&
           column->is_unknown && column->words.flow == NULL && column->words.indicator == NULL;
}

static struct differences compare_values(const struct layout *layout)
{
    struct differences differ = { .headers_differ = true, .words_differ = true };

    for (size_t b = 0; b < layout->count; b++) {
        const struct layout_column *column = &layout->columns[b];

        if (column->role != COLUMN_VALUE || has_own_period(column))
            continue;
        differ.count++;
        differ.flows += column->words.flow != NULL;
        differ.indicators += column->words.indicator != NULL;
        differ.units += column->words.unit != NULL;
        differ.quantities += layout_is_quantity(column);
        differ.unit_columns += column->unit_column != NO_COLUMN;
        differ.nameless += is_nameless(column);
        for (size_t a = 0; a < b; a++) {
            const struct layout_column *other = &layout->columns[a];

            if (other->role != COLUMN_VALUE)
                continue;
            differ.headers_differ &= !string_equal_ignoring_case(other->header, column->header);
            differ.words_differ &= !same_word(column->words.flow, other->words.flow) ||
                                   !same_word(column->words.indicator, other->words.indicator);
        }
    }
    return differ;
}

static const char *word_or(const char *word, const char *otherwise)
{
    return word != NULL ? word : otherwise;
}

const char *layout_constant_unit(const struct layout *layout)
{
    size_t unit = table_find_dimension(layout->table, "unit");

    return unit != SIZE_MAX ? table_member(layout->table, unit, 0) : NULL;
}

/* A unit and power of ten of their own: percentages, quantities beside money, and a unit other than
 * the one given for the file. */
static bool has_own_unit(const struct layout_column *column, const char *unit, bool has_money)
{
    const struct header *words = &column->words;

    return words->is_ratio || same_word(words->unit, "%") ||
           (has_money && layout_is_quantity(column)) ||
           (unit != NULL && words->unit != NULL && !same_word(words->unit, unit));
}

/* Columns of values that differ in neither flow nor indicator make a dimension "series", and so does
 * a column beside flows that is none. */
void layout_distinguish_values(struct layout *layout)
{
    struct differences differ = compare_values(layout);
    const char *unit = layout_constant_unit(layout);
    bool by_flow = differ.flows > 0 && !layout_has_dimension(layout, "flow");
    bool by_indicator = differ.indicators > 0 && !layout_has_dimension(layout, "indicator");
    bool by_unit = (differ.units > 0 || differ.unit_columns > 0) &&
                   (unit != NULL || !layout_has_dimension(layout, "unit"));
    bool by_header = differ.count > 1 && (!differ.words_differ || differ.nameless > 0);

    if (differ.count > 1 && !differ.headers_differ)
        return;
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];
        const struct header *words = &column->words;

        if (column->role != COLUMN_VALUE || has_own_period(column))
            continue;
        column->multiplier = words->multiplier;
        column->has_own_unit = has_own_unit(column, unit, differ.count > differ.quantities);
        if (by_header)
            layout_fix(layout, column, layout->format->has_attributes ? "indicator" : "series",
                       column->header);
        if (by_flow)
            layout_fix(layout, column, "flow", word_or(words->flow, ""));
        if (by_indicator)
            layout_fix(layout, column, "indicator", word_or(words->indicator, "value"));
        if (column->unit_column == NO_COLUMN && (by_unit || (unit != NULL && column->has_own_unit)))
            layout_fix(layout, column, "unit",
                       word_or(words->unit, column->has_own_unit ? "" : word_or(unit, "")));
    }
}
