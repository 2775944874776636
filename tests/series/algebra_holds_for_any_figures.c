/* algebra_holds_for_any_figures.c - properties tried on many figures: intervals contain all exact results, parts add
 * up to totals, filters change no value. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "series/rounding.h"
#include "series/series.h"
#include "sheaf/algebra.h"

/* xorshift: the same cases on every machine. */
static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static double between(uint64_t *seed, double low, double high)
{
    return low + (high - low) * (double)(next_random(seed) % 100001) / 100000;
}

enum { MONTHS = 36, CASES = 300 };

static sheaf_period month(int i)
{
    return sheaf_period_month(2020 + i / 12, i % 12 + 1);
}

/* Rounded figures over 36 months; some negative when asked, some missing. */
static sheaf_series *random_series(uint64_t *seed, const char *name, int multiplier, bool negative,
                                   bool gaps)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", multiplier);
    int decimals = (int)(next_random(seed) % 4);

    for (int i = 0; i < MONTHS; i++) {
        double value = between(seed, negative ? -100 : 1, 1000);

        if (!gaps || next_random(seed) % 8 > 0)
            sheaf_series_add(series, month(i), round_to(value, decimals), decimals, SHEAF_NORMAL);
    }
    return series;
}

/* The same series as if it were known exactly: any value that its rounding allows. */
static sheaf_series *exact_series(uint64_t *seed, const sheaf_series *series)
{
    sheaf_series *exact =
        series_create_like(series, sheaf_series_name(series), sheaf_series_unit(series),
                           sheaf_series_multiplier(series));

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_observation o = *sheaf_series_at(series, i, ROOM);

        o.value = between(seed, o.low, o.high);
        o.low = o.high = o.value;
        sheaf_series_add_observation(exact, &o);
    }
    return exact;
}

static sheaf_series *index_of(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_index(a, sheaf_period_month(2020, 3));
}

static sheaf_series *index_of_year(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_index(a, sheaf_period_year(2020));
}

static sheaf_series *growth(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_growth(a);
}

static sheaf_series *change(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_change(a, SHEAF_ON_PREVIOUS);
}

static sheaf_series *compound(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_compound_growth(a, sheaf_period_month(2020, 1));
}

static sheaf_series *contribution(const sheaf_series *a, const sheaf_series *b)
{
    return sheaf_series_contribution(a, b, SHEAF_ON_YEAR);
}

static sheaf_series *years(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_sum_to(a, (sheaf_spans){ 12, 1, 12 }, false);
}

static sheaf_series *cumulative(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_cumulative(a, 4);
}

static sheaf_series *from_cumulative(const sheaf_series *a, const sheaf_series *b)
{
    sheaf_series *year_to_date = cumulative(a, b);
    sheaf_series *result = sheaf_series_from_cumulative(year_to_date, 4, 1);

    sheaf_series_destroy(year_to_date);
    return result;
}

static sheaf_series *rolling(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_rolling_sum(a, 5);
}

static sheaf_series *mean(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_rolling_mean(a, 3);
}

static sheaf_series *seasonal(const sheaf_series *a, const sheaf_series *b)
{
    (void)b;
    return sheaf_series_seasonal_mean(a, 0);
}

static sheaf_series *advantage(const sheaf_series *a, const sheaf_series *b)
{
    return sheaf_series_comparative_advantage(a, b, b, a);
}

static sheaf_series *twice_each(const sheaf_series *a, const sheaf_series *b)
{
    sheaf_series *two = sheaf_series_number(a, -2.5);
    sheaf_series *product = sheaf_series_multiply(a, two);
    sheaf_series *sum = sheaf_series_sum(product, b);

    sheaf_series_destroy(two);
    sheaf_series_destroy(product);
    return sum;
}

static const struct {
    const char *name;
    sheaf_series *(*apply)(const sheaf_series *a, const sheaf_series *b);
    bool negative, gaps; /* may the operands be, or have */
} operations[] = {
    { "sum", sheaf_series_sum, true, true },
    { "difference", sheaf_series_difference, true, true },
    { "quotient", sheaf_series_divide, true, true },
    { "share", sheaf_series_share, true, true },
    { "cover", sheaf_series_cover, true, true },
    { "-2.5 * a + b", twice_each, true, true },
    { "growth", growth, true, true },
    { "change", change, true, true },
    { "compound", compound, false, false },
    { "contribution", contribution, true, true },
    { "index", index_of, false, false },
    { "index of a year", index_of_year, false, false },
    { "sum to years", years, true, true },
    { "cumulative", cumulative, true, true },
    { "months of cumulative", from_cumulative, true, true },
    { "rolling sum", rolling, true, true },
    { "rolling mean", mean, true, true },
    { "seasonal mean", seasonal, true, true },
    { "comparative advantage", advantage, false, true },
};

/* Each figure of the exact result lies within what the rounded one leaves open; forgiving
 * what binary arithmetic adds. */
static size_t check_within(const sheaf_series *rounded, const sheaf_series *exact)
{
    size_t compared = 0;

    for (size_t i = 0; i < sheaf_series_count(rounded); i++) {
        const sheaf_observation *r = sheaf_series_at(rounded, i, ROOM);
        const sheaf_observation *e = sheaf_series_find(exact, r->period, ROOM);
        double slack = 1e-10 * (1 + fabs(r->low) + fabs(r->high));

        if (isnan(r->value))
            continue;
        assert_non_null(e);
        if (isnan(e->value)) /* 0.0 stands for -0.03, too, from or to which nothing grows */
            continue;
        assert_true(r->low <= r->value && r->value <= r->high);
        assert_true(r->low - slack <= e->value && e->value <= r->high + slack);
        compared++;
    }
    return compared;
}

static void test_intervals_hold_what_exact_figures_give(void **state)
{
    uint64_t seed = 20240626;

    (void)state;
    for (size_t i = 0; i < LENGTH(operations); i++) {
        size_t compared = 0;

        for (int k = 0; k < CASES; k++) {
            sheaf_series *a =
                random_series(&seed, "a", 6, operations[i].negative, operations[i].gaps);
            sheaf_series *b = random_series(&seed, "b", 6 + (int)(next_random(&seed) % 2) * 3,
                                            operations[i].negative, operations[i].gaps);
            sheaf_series *exact_a = exact_series(&seed, a), *exact_b = exact_series(&seed, b);
            sheaf_series *rounded = operations[i].apply(a, b);
            sheaf_series *exact = operations[i].apply(exact_a, exact_b);

            if (sheaf_series_status(rounded) == SHEAF_OK)
                compared += check_within(rounded, exact);
            sheaf_series_destroy(a);
            sheaf_series_destroy(b);
            sheaf_series_destroy(exact_a);
            sheaf_series_destroy(exact_b);
            sheaf_series_destroy(rounded);
            sheaf_series_destroy(exact);
        }
        print_message("  %s: %zu figures\n", operations[i].name, compared);
        assert_true(compared > 100);
    }
}

/* By way of quarters, half-years or trimesters, or at once: the year is the sum of its
 * months. */
static void test_months_make_up_their_year(void **state)
{
    static const sheaf_spans ways[] = { { 3, 1, 3 }, { 6, 1, 6 }, { 4, 1, 4 } };
    uint64_t seed = 7;

    (void)state;
    for (int k = 0; k < CASES; k++) {
        sheaf_series *months = random_series(&seed, "x", 6, true, false);
        sheaf_series *parts =
            sheaf_series_sum_to(months, ways[next_random(&seed) % LENGTH(ways)], false);
        sheaf_series *by_parts = sheaf_series_sum_to(parts, (sheaf_spans){ 12, 1, 12 }, false);
        sheaf_series *at_once = sheaf_series_sum_to(months, (sheaf_spans){ 12, 1, 12 }, false);

        assert_int_equal(sheaf_series_count(at_once), MONTHS / 12);
        for (int year = 0; year < MONTHS / 12; year++) {
            const sheaf_observation *whole = sheaf_series_at(at_once, (size_t)year, ROOM);
            const sheaf_observation *parted = sheaf_series_at(by_parts, (size_t)year, ROOM);
            double sum = 0;

            for (int i = 0; i < 12; i++)
                sum += sheaf_series_find(months, month(12 * year + i), ROOM)->value;
            assert_true(fabs(whole->value - sum) < 1e-8);
            assert_true(fabs(parted->value - whole->value) < 1e-9);
            assert_true(fabs(parted->low - whole->low) < 1e-9);
            assert_true(fabs(parted->high - whole->high) < 1e-9);
        }
        sheaf_series_destroy(months);
        sheaf_series_destroy(parts);
        sheaf_series_destroy(by_parts);
        sheaf_series_destroy(at_once);
    }
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static void test_a_filter_changes_no_value(void **state)
{
    uint64_t seed = 11;

    (void)state;
    for (int k = 0; k < CASES; k++) {
        sheaf_series *series = random_series(&seed, "x", 6, true, true);
        int first = (int)(next_random(&seed) % MONTHS);
        int last = first + (int)(next_random(&seed) % (uint64_t)(MONTHS - first));
        sheaf_series *part = sheaf_series_filter(series, month(first), month(last));
        size_t expected = 0;

        for (int i = first; i <= last; i++)
            expected += sheaf_series_find(series, month(i), ROOM) != NULL;
        assert_int_equal(sheaf_series_count(part), expected);
        for (size_t i = 0; i < expected; i++) {
            const sheaf_observation *o = sheaf_series_at(part, i, ROOM);
            const sheaf_observation *same = sheaf_series_find(series, o->period, ROOM);

            assert_true(same_number(o->value, same->value) && same_number(o->low, same->low) &&
                        same_number(o->high, same->high));
            assert_true(o->decimals == same->decimals && o->status == same->status &&
                        o->derived == same->derived);
        }
        sheaf_series_destroy(series);
        sheaf_series_destroy(part);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_intervals_hold_what_exact_figures_give),
        cmocka_unit_test(test_months_make_up_their_year),
        cmocka_unit_test(test_a_filter_changes_no_value),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
