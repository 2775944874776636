/* check_series.c - checks within one series: outliers, changes of unit or power of ten, and growths
 * that are fractions. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "series/rounding.h"
#include "table/check.h"
#include "table/order.h"
#include "table/table_parts.h"

enum { NEIGHBOURS = 4 }; /* figures that an outlier is compared with */
/* Farther away nothing is a neighbour, and a lone positive figure among a million others looks at few. */
enum { FARTHEST_NEIGHBOUR = 400 };

/* The rows of one series, by period: places start to end of the order. */
struct run {
    const struct row_order *order;
    size_t start, end;
    enum { NOT_LOOKED_AT, ALL_OPEN, SOME_SECRET } secrecy;
};

static inline size_t row_of(const struct run *run, size_t at)
{
    return row_order_at(run->order, at);
}

/* The value in single units: rows may have different powers of ten. */
static inline double value_at(const struct run *run, size_t at)
{
    int multiplier;
    double value = table_row_value(run->order->table, row_of(run, at), &multiplier);

    return multiplier != 0 ? value * power_of_ten(multiplier) : value;
}

static inline bool have_one_length(const struct run *run, size_t a, size_t b)
{
    sheaf_period period_a = table_row_period(run->order->table, row_of(run, a));
    sheaf_period period_b = table_row_period(run->order->table, row_of(run, b));

    return period_a.unit == period_b.unit && period_a.count == period_b.count;
}

/* True when b can be compared with a: same length of period, and positive. */
static bool comparable(const struct run *run, size_t a, size_t b)
{
    return have_one_length(run, a, b) && value_at(run, b) > 0;
}

static void sort(double *values, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && values[k] < values[k - 1]; k--) {
            double other = values[k];

            values[k] = values[k - 1];
            values[k - 1] = other;
        }
}

/* The nearest comparable figures on both sides, sorted. Returns how many. */
static size_t neighbours(const struct run *run, size_t at, double out[NEIGHBOURS])
{
    size_t n = 0;

    for (size_t step = 1;
         n < NEIGHBOURS && step < run->end - run->start && step <= FARTHEST_NEIGHBOUR; step++) {
        if (at >= run->start + step && comparable(run, at, at - step))
            out[n++] = value_at(run, at - step);
        if (n < NEIGHBOURS && at + step < run->end && comparable(run, at, at + step))
            out[n++] = value_at(run, at + step);
    }
    sort(out, n);
    return n;
}

/* True if the figure before is one to compare with and near: then it is no outlier, whatever the others
 * are. */
static bool is_near_the_one_before(const struct run *run, size_t at)
{
    if (at == run->start)
        return false;
    double before = value_at(run, at - 1), value = value_at(run, at);
    return value < 4 * before && value > before / 4 && before > 0 &&
           have_one_length(run, at, at - 1);
}

/* How many figures from this one on are near those before them, of rows that are alike and state no growth: then
 * nothing is to be said of them. */
static size_t count_near(const struct run *run, size_t at)
{
    const sheaf_table *table = run->order->table;
    size_t row = row_of(run, at), n, i = 0;
    const struct row_chunk *chunk = table_chunk(table, row);

    if (at == run->start || row % ROWS_A_CHUNK == 0 || chunk->cells != NULL ||
        chunk->growths != NULL)
        return 0;
    n = table_count_alike(table, row);
    n = n < run->end - at ? n : run->end - at;
    const double *values = chunk->values + row % ROWS_A_CHUNK;
    const sheaf_period *periods = table->periods + table_row_period_number(table, row);
    const double unit = power_of_ten(chunk->flags.multiplier);
    double before = values[-1] * unit;
    for (; i < n; i++) {
        double value = values[i] * unit;

        if (!(value < 4 * before && value > before / 4 && before > 0) ||
            periods[i].unit != periods[i - 1].unit || periods[i].count != periods[i - 1].count)
            break;
        before = value;
    }
    return i;
}

/* All figures are looked at once, when the first outlier asks. */
static bool has_secrets(const sheaf_table *table, struct run *run)
{
    if (run->secrecy == NOT_LOOKED_AT)
        run->secrecy = ALL_OPEN;
    else
        return run->secrecy == SOME_SECRET;
    for (size_t i = run->start; i < run->end && run->secrecy == ALL_OPEN; i++)
        if (check_is_confidential(table, row_of(run, i)))
            run->secrecy = SOME_SECRET;
    return run->secrecy == SOME_SECRET;
}

/* Finds slipped decimal points: a figure is suspect from 5 times the median of its neighbours and 4
 * times the largest on (or the inverse). */
static void check_outlier(sheaf_table *table, struct run *run, size_t at, struct arena *arena)
{
    double around[NEIGHBOURS], value = value_at(run, at), median;
    size_t n = value > 0 ? neighbours(run, at, around) : 0;
    char figure[CHECK_FIGURE], when[SHEAF_PERIOD_TEXT];
    bool large, small;

    if (n < NEIGHBOURS - 1)
        return;
    median = around[n / 2];
    large = value >= 5 * median && value >= 4 * around[n - 1];
    small = value <= median / 5 && value <= around[0] / 4;
    if (!large && !small)
        return;
    sheaf_period_write(table_row_at(table, row_of(run, at)).period, when);
    if (has_secrets(table, run)) { /* a ratio would tell them */
        table_warn(table, "outlier", check_place(table, row_of(run, at)),
                   "%s in %s is far from the figures around it%s",
                   check_figure(table, row_of(run, at), figure), when,
                   check_subject(table, row_of(run, at), arena));
        return;
    }
    table_warn(table, "outlier", check_place(table, row_of(run, at)),
               "%s in %s is about %d times %sthe figures around it%s",
               check_figure(table, row_of(run, at), figure), when,
               (int)fmin(1e6, round(large ? value / median : median / value)),
               large ? "" : "smaller than ", check_subject(table, row_of(run, at), arena));
}

/* True when a period occurs twice, as with two sources or two units; such series are not checked. */
static bool has_repeats(const struct run *run)
{
    const sheaf_table *table = run->order->table;

    if (run->order->rows == NULL)
        return false;
    for (size_t i = run->start + 1; i < run->end; i++)
        if (table_row_period_number(table, row_of(run, i - 1)) ==
                table_row_period_number(table, row_of(run, i)) &&
            row_order_together(run->order, i - 1, i))
            return true;
    return false;
}

static void check_unit(sheaf_table *table, const struct run *run, size_t at, size_t unit,
                       struct arena *arena)
{
    size_t row = row_of(run, at), before = row_of(run, at - 1);
    int now = table_row_multiplier(table, row), earlier = table_row_multiplier(table, before);

    if (unit != SIZE_MAX &&
        table_row_member(table, row, unit) != table_row_member(table, before, unit))
        table_warn(table, "unit", check_place(table, row),
                   "the unit changes from '%.40s' to '%.40s' within a series%s",
                   table_member(table, unit, table_row_member(table, before, unit)),
                   table_member(table, unit, table_row_member(table, row, unit)),
                   check_subject(table, row, arena));
    else if (now != earlier)
        table_warn(table, "multiplier", check_place(table, row),
                   "the power of ten changes from %d to %d within a series%s", earlier, now,
                   check_subject(table, row, arena));
}

/* The place of the year before in the run; SIZE_MAX: it is not there. */
static size_t year_before(const struct run *run, size_t at)
{
    sheaf_period now = table_row_period(run->order->table, row_of(run, at));
    sheaf_period wanted = sheaf_period_year_before(now);

    for (size_t i = at; i-- > run->start;) {
        int order =
            sheaf_period_compare(table_row_period(run->order->table, row_of(run, i)), wanted);

        if (order == 0)
            return i;
        if (order < 0)
            break;
    }
    return SIZE_MAX;
}

/* The share of a value that its rounding leaves open: 0.05 of 67.1. */
static double open_share(const struct table_row *row)
{
    return 0.5 * pow(10, -row->decimals) / fabs(row->value);
}

/* Finds 0.449 for a growth of 44.9 %, where the values show it. */
static void check_growth(sheaf_table *table, const struct run *run, size_t at, struct arena *arena)
{
    if (!table_has_growths(table, row_of(run, at)))
        return;
    struct table_row now = table_row_at(table, row_of(run, at)), before;
    size_t earlier = isnan(now.growth) ? SIZE_MAX : year_before(run, at);
    double ratio, open, step = 0.5 * pow(10, -now.growth_decimals);
    char when[SHEAF_PERIOD_TEXT], figure[2 * NUMBER_TEXT] = "";

    if (earlier == SIZE_MAX || !(value_at(run, at) > 0) || !(value_at(run, earlier) > 0))
        return;
    before = table_row_at(table, row_of(run, earlier));
    ratio = 100 * value_at(run, at) / value_at(run, earlier);
    open = ratio * (open_share(&now) + open_share(&before)) * 1.01;
    if (fabs(now.growth - (ratio - 100)) <= open + step ||
        fabs(100 * now.growth - (ratio - 100)) > open + 100 * step)
        return;
    sheaf_period_write(now.period, when);
    number_write_fixed(figure, ratio - 100, 1);
    table_warn(table, "growth", check_place(table, row_of(run, at)),
               "the growth that is stated for %s is a hundredth of what the values show (%s %%)%s; "
               "it is a fraction, not per cent: write it in per cent, or leave the column out",
               when, figure, check_subject(table, row_of(run, at), arena));
}

static void check_run(sheaf_table *table, struct run *run, struct arena *arena)
{
    size_t unit = table_find_dimension(table, "unit");

    if (has_repeats(run))
        return;
    for (size_t i = run->start; i < run->end; i++) {
        if (run->order->rows == NULL)
            i += count_near(run, i);
        if (i == run->end)
            return;
        if (!is_near_the_one_before(run, i))
            check_outlier(table, run, i, arena);
        check_growth(table, run, i, arena);
        if (i > run->start)
            check_unit(table, run, i, unit, arena);
    }
}

/* Nearly all are of the series of the row before. */
static inline bool are_together(const struct row_order *order, size_t a, size_t b)
{
    return table_row_series(order->table, row_order_at(order, a)) ==
               table_row_series(order->table, row_order_at(order, b)) ||
           row_order_together(order, a, b);
}

void check_series(sheaf_table *table, struct arena *arena)
{
    static const char *const apart[] = { "unit", "source", "" };
    struct row_order order;

    if (!row_order_without(&order, table, arena, apart))
        return;
    for (size_t start = 0, end; start < order.count; start = end) {
        for (end = start + 1; end < order.count && are_together(&order, start, end);)
            end += order.rows == NULL ? table_count_alike(table, end) : 1;
        check_run(table, &(struct run){ &order, start, end, NOT_LOOKED_AT }, arena);
    }
}
