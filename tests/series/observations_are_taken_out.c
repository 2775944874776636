/* observations_are_taken_out.c - what is removed is gone, with its derivation; the others stay as they were,
 * whatever the order, and periods that are free again can be filled. */
#include "support/check.h"
#include "support/quota.h"

#include <math.h>
#include <string.h>

#include "series/series.h"

enum { FIRST = 11000, DAYS = 1800 };

static sheaf_period day(size_t i)
{
    return (sheaf_period){ SHEAF_DAYS, FIRST + (int32_t)i, 1 };
}

/* Every 700th is provisional, so that blocks of both kinds are there. */
static void add(sheaf_series *series, size_t i)
{
    sheaf_series_add(series, day(i), (double)i, 0, i % 700 == 3 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
}

static void are_there(const sheaf_series *series, const bool *is_there)
{
    sheaf_observation observation;
    size_t n = 0;

    for (size_t i = 0; i < DAYS; i++) {
        bool found = sheaf_series_find(series, day(i), &observation) != NULL;

        assert_int_equal(found, is_there[i]);
        if (!found)
            continue;
        assert_true(observation.value == (double)i);
        assert_non_null(sheaf_series_at(series, n, &observation));
        assert_true(observation.value == (double)i);
        n++;
    }
    assert_int_equal(sheaf_series_count(series), n);
}

/* step and DAYS have no common divisor, so every day comes once: onwards, backwards, here and there. */
static void take_out_all(size_t step)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "t", 0);
    bool is_there[DAYS];

    for (size_t i = 0; i < DAYS; i++)
        add(series, i), is_there[i] = true;
    for (size_t i = 0, at = 0; i < DAYS; i++, at = (at + step) % DAYS) {
        assert_true(sheaf_series_remove(series, day(at)));
        assert_false(sheaf_series_remove(series, day(at)));
        is_there[at] = false;
        if (i % 257 == 0 || i + 1 == DAYS)
            are_there(series, is_there);
    }
    for (size_t i = 0; i < DAYS; i++)
        add(series, i), is_there[i] = true;
    are_there(series, is_there);
    assert_string_equal(sheaf_series_message(series), "");
    sheaf_series_destroy(series);
}

static void in_any_order(void **state)
{
    (void)state;
    take_out_all(1);
    take_out_all(DAYS - 1);
    take_out_all(1009);
}

static void only_the_period_itself(void **state)
{
    const double values[] = { 1, 2, 3 };
    sheaf_series *series = sheaf_series_from_years("x", "t", 0, 2020, values, 3);

    (void)state;
    assert_false(sheaf_series_remove(series, sheaf_period_month(2020, 1)));
    assert_false(sheaf_series_remove(series, (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 }));
    assert_int_equal(sheaf_series_count(series), 3);
    assert_string_equal(sheaf_series_message(series), "");
    sheaf_series_add(series, sheaf_period_year(2020), 1, 0, SHEAF_NORMAL);
    assert_false(sheaf_series_remove(series, sheaf_period_year(2021))); /* it has failed */
    sheaf_series_destroy(series);
}

static void derivations_go_with_their_figures(void **state)
{
    const double a[] = { 10, 20 }, b[] = { 1, 2 };
    sheaf_series *exports = sheaf_series_from_years("exports", "t", 0, 2020, a, 2);
    sheaf_series *imports = sheaf_series_from_years("imports", "t", 0, 2020, b, 2);
    sheaf_series *sum = sheaf_series_sum(exports, imports);
    sheaf_series *share = sheaf_series_difference(sum, imports);

    (void)state;
    assert_int_equal(sheaf_series_derivation_count(sum), 2);
    assert_true(sheaf_series_remove(sum, sheaf_period_year(2020)));
    assert_int_equal(sheaf_series_derivation_count(sum), 1);
    assert_non_null(strstr(sheaf_series_derivation(sum, 0), "2021"));
    /* Those of the sums that it was computed from belong to the other figures, too. */
    size_t n = sheaf_series_derivation_count(share);
    assert_true(sheaf_series_remove(share, sheaf_period_year(2021)));
    assert_int_equal(sheaf_series_derivation_count(share), n - 1);
    sheaf_series_destroy(share);
    sheaf_series_destroy(sum);
    sheaf_series_destroy(exports);
    sheaf_series_destroy(imports);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_any_order),
        cmocka_unit_test(only_the_period_itself),
        cmocka_unit_test(derivations_go_with_their_figures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
