/* layout_growth.c - columns of stated growth: of which period and of which values they are.
 *
 * Growth is in per cent on the same period of the year before. In a table with a column for each
 * period it belongs to the last one, or to the one that its header names ("Growth 2022",
 * "2022/2021, %"). "Рост, %" and such may be a ratio (105.3 for a growth of 5.3 %), which the values
 * decide. A growth that could be of several columns is skipped with a warning. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/layout_parts.h"

/* Periods in headers ------------------------------------------------------------------------ */

enum { MAX_TOKENS = 12, MAX_HEADER = 200 };

/* Words of a header, which may hold a period. */
struct tokens {
    const char *start[MAX_TOKENS], *end[MAX_TOKENS];
    size_t count;
};

static bool is_between_tokens(char c)
{
    return strchr(" ,;:()[]%_", c) != NULL;
}

static void split(const char *header, struct tokens *tokens)
{
    tokens->count = 0;
    for (const char *at = header; *at != '\0' && tokens->count < MAX_TOKENS;) {
        if (is_between_tokens(*at)) {
            at++;
            continue;
        }
        tokens->start[tokens->count] = at;
        while (*at != '\0' && !is_between_tokens(*at))
            at++;
        tokens->end[tokens->count++] = at;
    }
}

static bool read_year(const char *text, size_t n, int *year)
{
    *year = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *year = *year * 10 + (text[i] - '0');
    }
    return n == 4 && *year >= 1900 && *year < 2200;
}

/* Words between the two years of a comparison. */
static bool is_comparison(const char *text, size_t n)
{
    static const char *const words[] = { "/", "-",  "\u2013", "to",   "vs",     "on",
                                         "к", "от", "over",   "from", "against" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(text, n, words[i]))
            return true;
    return false;
}

/* Reads "2022/2021", "2021-2022" and "2022 к 2021". *is_year_on_year: one is the year before. */
static bool read_comparison(const char *text, size_t n, sheaf_period *period, bool *is_year_on_year)
{
    const char *middle = text + 4, *end = text + n;
    int one, other;

    if (n < 9 || !read_year(text, 4, &one) || !read_year(end - 4, 4, &other))
        return false;
    for (end -= 4; middle < end && *middle == ' '; middle++)
        continue;
    while (end > middle && end[-1] == ' ')
        end--;
    if (one == other || !is_comparison(middle, (size_t)(end - middle)))
        return false;
    *period = sheaf_period_year(one > other ? one : other);
    *is_year_on_year = one - other == 1 || other - one == 1;
    return true;
}

/* The header without the text from start to end. */
static struct header rest_of(const char *header, const char *start, const char *end, char *rest)
{
    size_t before = (size_t)(start - header), after = strlen(end);

    memcpy(rest, header, before);
    rest[before] = ' ';
    memcpy(rest + before + 1, end, after + 1);
    return header_find(rest, before + 1 + after);
}

static bool is_percent(const char *unit)
{
    return unit != NULL && strcmp(unit, "%") == 0;
}

/* What a header with a period in it says. */
struct found_growth {
    sheaf_period period;
    struct header words;
    bool is_year_on_year;
};

static bool read_growth_between(const char *header, const char *start, const char *end,
                                struct found_growth *found)
{
    char rest[MAX_HEADER + 2];
    bool is_comparison_of_years;

    found->is_year_on_year = true;
    is_comparison_of_years =
        read_comparison(start, (size_t)(end - start), &found->period, &found->is_year_on_year);
    if (!is_comparison_of_years && !sheaf_period_read(start, (size_t)(end - start), &found->period))
        return false;
    found->words = rest_of(header, start, end, rest);
    if (is_comparison_of_years && is_percent(unit_find(rest, strlen(rest)))) {
        found->words.role = HEADER_GROWTH;
        found->words.is_change = true;
    }
    found->words.unclear = NULL; /* it would be within rest */
    return found->words.role == HEADER_GROWTH;
}

/* Finds the longest run of words that is a period and leaves a header of growth. */
static bool read_growth(const char *header, struct found_growth *found)
{
    struct tokens tokens;

    split(header, &tokens);
    if (strlen(header) > MAX_HEADER)
        return false;
    for (size_t length = tokens.count; length > 0; length--)
        for (size_t first = 0; first + length <= tokens.count; first++)
            if (read_growth_between(header, tokens.start[first], tokens.end[first + length - 1],
                                    found))
                return true;
    return false;
}

static void skip_growth(struct layout *layout, struct layout_column *column, const char *reason)
{
    column->role = COLUMN_SKIPPED;
    column->is_unknown = false;
    table_warn(layout->table, "growth",
               (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
               "the column '%.60s' is skipped: %s", column->header, reason);
}

void layout_find_growth(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        struct flagged_period period;
        struct found_growth found;

        if (!column->is_unknown || column->is_named || layout->format->recognises != NULL ||
            header_read_period(layout, column->header, &period) ||
            !read_growth(column->header, &found))
            continue;
        column->role = COLUMN_GROWTH;
        column->name = "";
        column->is_unknown = false;
        column->period = found.period;
        column->words = found.words;
        if (!found.is_year_on_year)
            skip_growth(layout, column,
                        "it compares years that do not follow each other; Sheaf "
                        "computes growth from the values");
    }
}

/* What the numbers are ------------------------------------------------------------------------ */

struct agreement {
    size_t rows, growths, ratios; /* rows compared; those that agree with a growth, with a ratio */
    size_t fractions;             /* those that agree with 0.449 or 1.449 for a growth of 44.9 % */
};

static bool read_number(const struct layout *layout, size_t row, size_t column, struct cell *cell)
{
    struct csv_field field = sample_cell(layout->sample, row, column);

    *cell = cell_read(field.text, field.n, '\0');
    return cell->kind == CELL_NUMBER;
}

/* Half a unit of the last digit that is written. */
static double half_unit(const struct cell *cell)
{
    return 0.5 * pow(10, -cell->decimals);
}

/* Compares a column of growth with the values of two columns, within their rounding. */
static struct agreement compare(const struct layout *layout, size_t growth, size_t now,
                                size_t earlier)
{
    struct agreement agreement = { .rows = 0 };

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct cell g, v, base;
        double ratio, slack;

        if (!read_number(layout, i, growth, &g) || !read_number(layout, i, now, &v) ||
            !read_number(layout, i, earlier, &base) || v.value == 0 || base.value == 0)
            continue;
        ratio = 100 * v.value / base.value;
        slack = 1.01 * half_unit(&g) +
                fabs(ratio) * (half_unit(&v) / fabs(v.value) + half_unit(&base) / fabs(base.value));
        agreement.rows++;
        agreement.growths += fabs(g.value - (ratio - 100)) <= slack;
        agreement.ratios += fabs(g.value - ratio) <= slack;
        slack += 99 * 1.01 * half_unit(&g); /* now that of a number a hundred times as large */
        agreement.fractions +=
            fabs(100 * g.value - (ratio - 100)) <= slack || fabs(100 * g.value - ratio) <= slack;
    }
    return agreement;
}

/* The column of values whose period this is and which is like another in all else; SIZE_MAX: there
 * is none. */
static size_t find_period(const struct layout *layout, sheaf_period period)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_VALUE &&
            layout->columns[i].period.unit != SHEAF_NO_PERIOD &&
            sheaf_period_compare(layout->columns[i].period, period) == 0)
            return i;
    return SIZE_MAX;
}

/* True when all numbers lie about 100, as ratios do and growths do not. */
static bool lie_about_hundred(const struct layout *layout, size_t column)
{
    enum { LEAST = 70, MOST = 150 };
    size_t numbers = 0;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct cell cell;

        if (!read_number(layout, i, column, &cell))
            continue;
        if (cell.value < LEAST || cell.value > MOST)
            return false;
        numbers++;
    }
    return numbers > 0;
}

/* Why the numbers of a column are no growth on the year before; NULL: they may be. */
static const char *refusal(const struct layout *layout, size_t growth, size_t now)
{
    sheaf_period period = layout->columns[now].period;
    bool is_open = layout->columns[growth].words.is_change;
    struct agreement year = { .rows = 0 }, last = { .rows = 0 };
    size_t before;

    if (period.unit != SHEAF_NO_PERIOD) {
        before = find_period(layout, sheaf_period_year_before(period));
        if (before != SIZE_MAX)
            year = compare(layout, growth, now, before);
        before = find_period(layout, sheaf_period_before(period));
        if (before != SIZE_MAX)
            last = compare(layout, growth, now, before);
    }
    if (2 * year.growths > year.rows)
        return NULL;
    if (2 * year.fractions > year.rows || 2 * last.fractions > last.rows)
        return "its numbers are fractions of the earlier value (0.05 for 5 %), no per cent; Sheaf "
               "computes growth from the values";
    if (2 * year.ratios > year.rows || 2 * last.ratios > last.rows ||
        (is_open && year.rows == 0 && lie_about_hundred(layout, growth)))
        return "its numbers are per cent of the earlier value, no growth; Sheaf computes growth "
               "from the values";
    if (2 * last.growths > last.rows)
        return "its numbers are the growth on the period just before, not on the year before";
    return NULL;
}

/* Of which values ---------------------------------------------------------------------------- */

static bool is_same(const char *a, const char *b)
{
    return a == NULL || (b != NULL && strcmp(a, b) == 0);
}

/* True for values that the header of the growth may mean. */
static bool may_grow(const struct layout_column *growth, const struct layout_column *value)
{
    return value->role == COLUMN_VALUE && value->growth_column == NO_COLUMN &&
           !value->words.is_ratio && !is_percent(value->words.unit) &&
           is_same(growth->words.flow, value->words.flow) &&
           is_same(growth->words.indicator, value->words.indicator);
}

/* True if the column is of the last period of all. */
static bool is_last_period(const struct layout *layout, const struct layout_column *column)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_VALUE &&
            layout->columns[i].period.unit != SHEAF_NO_PERIOD &&
            sheaf_period_compare(layout->columns[i].period, column->period) > 0)
            return false;
    return true;
}

static bool is_of_period(const struct layout *layout, const struct layout_column *growth,
                         const struct layout_column *value)
{
    if (value->period.unit == SHEAF_NO_PERIOD)
        return growth->period.unit == SHEAF_NO_PERIOD;
    return growth->period.unit == SHEAF_NO_PERIOD
               ? is_last_period(layout, value)
               : sheaf_period_compare(growth->period, value->period) == 0;
}

static void link(struct layout *layout, size_t at)
{
    struct layout_column *growth = &layout->columns[at];
    size_t found = SIZE_MAX, count = 0;
    const char *reason;

    for (size_t i = 0; i < layout->count; i++)
        if (may_grow(growth, &layout->columns[i]) &&
            is_of_period(layout, growth, &layout->columns[i])) {
            found = i;
            count++;
        }
    if (count != 1) {
        skip_growth(layout, growth,
                    count == 0 ? "no values are of its period, or of what its header names"
                               : "it may be the growth of several columns, of which its header "
                                 "names none");
        return;
    }
    reason = growth->is_named || growth->rank != SIZE_MAX ? NULL : refusal(layout, at, found);
    if (reason != NULL)
        skip_growth(layout, growth, reason);
    else
        layout->columns[found].growth_column = (int)at;
}

void layout_link_growth(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_GROWTH)
            link(layout, i);
}
