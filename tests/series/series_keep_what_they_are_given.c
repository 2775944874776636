/* series_keep_what_they_are_given.c - a series keeps what it is given, in order; its first failure sticks. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "series/rounding.h"
#include "series/series.h"
#include "support/quota.h"

/* The kth day to be added of n, in orders that files have and that no file has. */
static size_t oldest_first(size_t k, size_t n)
{
    (void)n;
    return k;
}

static size_t newest_first(size_t k, size_t n)
{
    return n - 1 - k;
}

static size_t from_both_ends(size_t k, size_t n)
{
    return k % 2 == 0 ? k / 2 : n - 1 - k / 2;
}

static size_t all_over(size_t k, size_t n)
{
    return k * 48271 % n; /* n is prime */
}

/* Moving all that is newer for each of them takes minutes. */
static void test_any_order_is_as_fast(void **state)
{
    enum { DAYS = 200003 };
    static size_t (*const orders[])(size_t k, size_t n) = { oldest_first, newest_first,
                                                            from_both_ends, all_over };
    const sheaf_period first = sheaf_period_day(1400, 1, 2);

    (void)state;
    for (size_t i = 0; i < LENGTH(orders); i++) {
        sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0), *copy;
        clock_t start = clock();

        for (size_t k = 0; k < DAYS; k++) {
            size_t day = orders[i](k, DAYS);
            sheaf_period period = { SHEAF_DAYS, first.start + (int32_t)day, 1 };

            sheaf_series_add(series, period, (double)day, 0, SHEAF_NORMAL);
        }
        copy = series_copy(NULL, series);
        assert_int_equal(sheaf_series_count(copy), DAYS);
        for (size_t k = 0; k < DAYS; k++) {
            const sheaf_observation *o = sheaf_series_at(copy, k, ROOM);

            assert_true(o->value == (double)k);
            const sheaf_observation *found = sheaf_series_find(copy, o->period, ROOM);
            assert_non_null(found);
            assert_true(found->value == o->value && found->period.start == o->period.start);
        }
        print_message("  order %zu: %.2f s\n", i, (double)(clock() - start) / CLOCKS_PER_SEC);
        assert_true(clock() - start < 15 * CLOCKS_PER_SEC);
        sheaf_series_add(series, first, 1, 0, SHEAF_NORMAL);
        assert_string_equal(sheaf_series_message(series), "series 'x' has 1400-01-02 twice");
        sheaf_series_destroy(copy);
        sheaf_series_destroy(series);
    }
}

static void test_keeps_order_and_finds(void **state)
{
    static const int years[] = { 2021, 2023, 2019, 2020, 2022 };
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    (void)state;
    for (size_t i = 0; i < LENGTH(years); i++)
        sheaf_series_add(series, sheaf_period_year(years[i]), years[i] - 2000, 1, SHEAF_NORMAL);
    assert_int_equal(sheaf_series_status(series), SHEAF_OK);
    assert_int_equal(sheaf_series_count(series), 5);
    for (size_t i = 0; i < 5; i++)
        assert_true(sheaf_series_at(series, i, ROOM)->value == 19 + (double)i);
    assert_true(sheaf_series_find(series, sheaf_period_year(2022), ROOM)->value == 22);
    assert_null(sheaf_series_find(series, sheaf_period_year(2024), ROOM));
    assert_null(sheaf_series_find(series, sheaf_period_trimester(2022, 1), ROOM));
    assert_null(sheaf_series_at(series, 5, ROOM));
    assert_string_equal(sheaf_series_message(series), "");
    sheaf_series_destroy(series);
    sheaf_series_destroy(NULL);
}

static void test_a_figure_stands_for_its_interval(void **state)
{
    static const struct {
        double value;
        int decimals;
        double low, high;
    } cases[] = {
        { 31.5, 1, 31.45, 31.55 }, { 9, 0, 8.5, 9.5 },       { -2.1, 1, -2.15, -2.05 },
        { 2.5, 2, 2.495, 2.505 },  { 3000, -3, 2500, 3500 }, { 0, 0, -0.5, 0.5 },
    };
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const sheaf_observation *o;

        sheaf_series_add(series, sheaf_period_year(2000 + (int)i), cases[i].value,
                         cases[i].decimals, SHEAF_PROVISIONAL);
        o = sheaf_series_at(series, i, ROOM);
        assert_true(o->low == cases[i].low);
        assert_true(o->high == cases[i].high);
        assert_int_equal(o->decimals, cases[i].decimals);
        assert_int_equal(o->status, SHEAF_PROVISIONAL);
        assert_false(o->has_stated_growth);
        assert_false(o->derived);
    }
    sheaf_series_destroy(series);
}

/* Values of many digits, as some portals give them, in every unit. */
static void test_an_interval_holds_its_value(void **state)
{
    static const double values[] = { 1.2345678901234567, 9.9999999999999999,     99.999999999999986,
                                     123456789012345.67, -0.1234567890123456789, 1e-15 };

    (void)state;
    for (size_t i = 0; i < LENGTH(values); i++)
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);
            sheaf_series *larger = sheaf_series_create(NULL, "zero", "USD", 9), *sum;

            sheaf_series_add(series, sheaf_period_year(2023), values[i], decimals, SHEAF_NORMAL);
            sheaf_series_add(larger, sheaf_period_year(2023), 0, decimals, SHEAF_NORMAL);
            assert_string_equal(sheaf_series_message(series), "");
            sum = sheaf_series_sum(series, larger);
            assert_string_equal(sheaf_series_message(sum), "");
            sheaf_series_destroy(sum);
            sheaf_series_destroy(larger);
            sheaf_series_destroy(series);
        }
}

static void test_from_years_takes_the_digits_as_given(void **state)
{
    static const struct {
        double values[4];
        int decimals;
    } cases[] = {
        { { 8.0, 6.8, NAN, 10.5 }, 1 },
        { { 8.0, 6.83, 7, 10.5 }, 2 },
        { { 8, 6, 7, 10 }, 0 },
        { { 1e22, 6, 7, 10 }, 0 },
        { { 1e-30, 6, 7, 10 }, MOST_DECIMALS },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series *series =
            sheaf_series_from_years("Exports", "USD", 9, 2019, cases[i].values, 4);

        assert_int_equal(sheaf_series_status(series), SHEAF_OK);
        assert_int_equal(sheaf_series_count(series), i == 0 ? 3 : 4);
        for (size_t k = 0; k < sheaf_series_count(series); k++)
            assert_int_equal(sheaf_series_at(series, k, ROOM)->decimals, cases[i].decimals);
        sheaf_series_destroy(series);
    }
}

static void test_from_years_refuses_what_is_none(void **state)
{
    static const double values[] = { 8.0, 6.8 }, infinite[] = { INFINITY };
    sheaf_series *series = sheaf_series_from_years("Exports", "USD", 9, 9999, values, 2);

    (void)state;
    assert_string_equal(sheaf_series_message(series), "series 'Exports': the period is none");
    sheaf_series_destroy(series);
    series = sheaf_series_from_years("Exports", "USD", 9, 2023, infinite, 1);
    assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
    sheaf_series_destroy(series);
    series = sheaf_series_from_years("Exports", "USD", 99, 2023, values, 1);
    assert_string_equal(sheaf_series_message(series),
                        "series 'Exports': multiplier 99 is not from -15 to 24 (10^multiplier; 9 "
                        "for billions)");
    assert_int_equal(sheaf_series_multiplier(series), 0);
    sheaf_series_destroy(series);
}

static void test_missing_says_so(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);

    (void)state;
    sheaf_series_add(series, sheaf_period_year(2022), NAN, 0, SHEAF_NORMAL);
    sheaf_series_add(series, sheaf_period_year(2023), NAN, 0, SHEAF_SUPPRESSED);
    assert_int_equal(sheaf_series_at(series, 0, ROOM)->status, SHEAF_MISSING);
    assert_int_equal(sheaf_series_at(series, 1, ROOM)->status, SHEAF_SUPPRESSED);
    assert_true(isnan(sheaf_series_at(series, 0, ROOM)->low));
    sheaf_series_destroy(series);
}

static const struct {
    const char *message;
    sheaf_observation observation;
} faults[] = {
    { "series 'x': the period is none", { .status = 'A' } },
    { "series 'x', 2023: the value is infinite; use NaN and a status for what is missing",
      { { SHEAF_MONTHS, 2023 * 12, 12 },
        INFINITY,
        0,
        0,
        0,
        SHEAF_NORMAL,
        'F',
        false,
        false,
        0,
        0,
        false,
        0,
        NULL } },
    { "series 'x', 2023: decimals are not from -18 to 17",
      { { SHEAF_MONTHS, 2023 * 12, 12 },
        1,
        1,
        1,
        99,
        SHEAF_NORMAL,
        'F',
        false,
        false,
        0,
        0,
        false,
        0,
        NULL } },
    { "series 'x', 2023: the value is not between low and high",
      { { SHEAF_MONTHS, 2023 * 12, 12 },
        1,
        2,
        3,
        0,
        SHEAF_NORMAL,
        'F',
        false,
        false,
        0,
        0,
        false,
        0,
        NULL } },
    { "series 'x', 2023: the value is not between low and high",
      { { SHEAF_MONTHS, 2023 * 12, 12 },
        1,
        NAN,
        3,
        0,
        SHEAF_NORMAL,
        'F',
        false,
        false,
        0,
        0,
        false,
        0,
        NULL } },
    { "series 'x', 2023-T1: the status is not a letter of SDMX's CL_OBS_STATUS",
      { { SHEAF_MONTHS, 2023 * 12, 4 },
        1,
        1,
        1,
        0,
        (sheaf_observation_status)'z',
        'F',
        false,
        false,
        0,
        0,
        false,
        0,
        NULL } },
    { "series 'x' has 2021 twice",
      { { SHEAF_MONTHS, 2021 * 12, 12 },
        1,
        1,
        1,
        0,
        SHEAF_NORMAL,
        'F',
        false,
        false,
        0,
        0,
        false,
        0,
        NULL } },
};

static void test_no_text_commands_a_terminal(void **state)
{
    static void (*const set[])(sheaf_series * series, const char *text) = {
        sheaf_series_set_label,   sheaf_series_set_reporter, sheaf_series_set_partner,
        sheaf_series_set_product, sheaf_series_set_source,   series_set_name,
    };

    (void)state;
    for (size_t i = 0; i < 2 + LENGTH(set); i++) {
        sheaf_series *series =
            sheaf_series_create(NULL, i == 0 ? "a\x1B[31m" : "a", i == 1 ? "\xC2\x85" : "USD", 0);

        if (i >= 2)
            set[i - 2](series, "\x1B[31m");
        assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
        assert_non_null(strstr(sheaf_series_error(series)->message, "cannot hold the control"));
        sheaf_series_destroy(series);
    }
}

static void test_the_first_failure_sticks(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(faults); i++) {
        sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);

        sheaf_series_add(series, sheaf_period_year(2021), 1, 0, SHEAF_NORMAL);
        sheaf_series_add_observation(series, &faults[i].observation);
        sheaf_series_add(series, sheaf_period_year(2021), 1, 0, SHEAF_NORMAL);
        sheaf_series_set_label(series, "too late");
        assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
        assert_string_equal(sheaf_series_message(series), faults[i].message);
        assert_int_equal(sheaf_series_count(series), 0);
        assert_string_equal(sheaf_series_label(series), "x");
        sheaf_series_destroy(series);
    }
}

static void test_null_is_answered(void **state)
{
    sheaf_series *sum = sheaf_series_sum(NULL, NULL);

    (void)state;
    assert_int_equal(sheaf_series_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_series_message(NULL), "the series is NULL");
    assert_string_equal(sheaf_series_label(NULL), "");
    assert_int_equal(sheaf_series_count(NULL), 0);
    assert_null(sheaf_series_find(NULL, sheaf_period_year(2023), ROOM));
    assert_int_equal(sheaf_series_status(sum), SHEAF_BAD_ARGUMENT);
    sheaf_series_destroy(sum);
}

static void test_describes_itself(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9), *copy;

    (void)state;
    assert_string_equal(sheaf_series_label(series), "exports");
    sheaf_series_set_label(series, "Exports to China");
    sheaf_series_set_reporter(series, "KAZ");
    sheaf_series_set_partner(series, "CHN");
    sheaf_series_set_flow(series, "exports");
    sheaf_series_set_product(series, "TOTAL");
    sheaf_series_set_source(series, "Kazinform");
    sheaf_series_set_product(series, NULL);
    copy = series_copy(NULL, series);
    sheaf_series_destroy(series);
    assert_string_equal(sheaf_series_name(copy), "exports");
    assert_string_equal(sheaf_series_label(copy), "Exports to China");
    assert_string_equal(sheaf_series_reporter(copy), "KAZ");
    assert_string_equal(sheaf_series_partner(copy), "CHN");
    assert_string_equal(sheaf_series_flow(copy), "exports");
    assert_string_equal(sheaf_series_product(copy), "");
    assert_string_equal(sheaf_series_source(copy), "Kazinform");
    assert_string_equal(sheaf_series_unit(copy), "USD");
    assert_int_equal(sheaf_series_multiplier(copy), 9);
    sheaf_series_destroy(copy);
}

/* Everything that the room does with series, on memory that ends at every point. */
static sheaf_status derive_and_copy(const sheaf_alloc *alloc, const void *context)
{
    sheaf_series *turnover = sheaf_series_create(alloc, "turnover", "USD", 9);
    sheaf_series *exports = sheaf_series_create(alloc, "exports", "USD", 6);
    sheaf_series *implied, *imports, *growth, *copy;
    sheaf_status status;

    (void)context;
    for (int i = 0; i < 40; i++) {
        sheaf_series_add(exports, sheaf_period_year(2040 - i), 14000 + i, 0, SHEAF_NORMAL);
        sheaf_series_add_observation(turnover,
                                     &(sheaf_observation){ sheaf_period_year(2000 + 2 * i), 31.5,
                                                           31.45, 31.55, 1, SHEAF_NORMAL, 'F',
                                                           false, true, 30.1, 1, false, 0, NULL });
    }
    sheaf_series_set_source(exports, "one");
    sheaf_series_set_source(turnover, "two");
    implied = sheaf_series_imply(turnover);
    imports = sheaf_series_difference(implied, exports);
    growth = sheaf_series_growth(imports);
    copy = series_copy(alloc, growth);
    series_set_name(copy, "renamed");
    sheaf_series_set_label(copy, "Renamed");
    status = sheaf_series_status(copy);
    if (status == SHEAF_OK)
        assert_true(sheaf_series_derivation_count(copy) > 40);
    sheaf_series_destroy(copy);
    sheaf_series_destroy(growth);
    sheaf_series_destroy(imports);
    sheaf_series_destroy(implied);
    sheaf_series_destroy(exports);
    sheaf_series_destroy(turnover);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    quota_sweep(derive_and_copy, NULL);
}

/* Each of a chain explains all that it was computed from, in one copy of the words. */
static void test_a_chain_keeps_its_formulas_once(void **state)
{
    enum { LINKS = 400, YEARS = 20 };
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_series *chain[LINKS];

    (void)state;
    chain[0] = sheaf_series_create(&alloc, "link", "USD", 0);
    for (int year = 0; year < YEARS; year++)
        sheaf_series_add(chain[0], sheaf_period_year(2000 + year), 1, 0, SHEAF_NORMAL);
    for (size_t i = 1; i < LINKS; i++) {
        chain[i] = sheaf_series_sum(chain[i - 1], chain[0]);
        assert_int_equal(sheaf_series_status(chain[i]), SHEAF_OK);
    }
    assert_int_equal(sheaf_series_derivation_count(chain[LINKS - 1]), (LINKS - 1) * YEARS);
    print_message("  %zu kB are held\n", quota.live / 1024);
    assert_true(quota.live < (size_t)LINKS * LINKS * YEARS / 2 * 64);

    /* What is left stands when what it was computed from is gone, and in other memory. */
    sheaf_series *copy = series_copy(NULL, chain[LINKS - 1]);
    char first[128];
    snprintf(first, sizeof first, "%s", sheaf_series_derivation(chain[1], 0));
    for (size_t i = 0; i < LINKS; i++)
        sheaf_series_destroy(chain[i]);
    assert_int_equal(quota.live, 0);
    assert_string_equal(sheaf_series_derivation(copy, 0), first);
    sheaf_series_destroy(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keeps_order_and_finds),
        cmocka_unit_test(test_any_order_is_as_fast),
        cmocka_unit_test(test_a_chain_keeps_its_formulas_once),
        cmocka_unit_test(test_a_figure_stands_for_its_interval),
        cmocka_unit_test(test_an_interval_holds_its_value),
        cmocka_unit_test(test_from_years_takes_the_digits_as_given),
        cmocka_unit_test(test_from_years_refuses_what_is_none),
        cmocka_unit_test(test_missing_says_so),
        cmocka_unit_test(test_no_text_commands_a_terminal),
        cmocka_unit_test(test_the_first_failure_sticks),
        cmocka_unit_test(test_null_is_answered),
        cmocka_unit_test(test_describes_itself),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
