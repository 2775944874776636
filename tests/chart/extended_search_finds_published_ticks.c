#include "support/check.h"

#include <math.h>

#include "chart/scale/extended.h"

static const struct {
    const char *name;
    double low, high;
    size_t wanted;
    bool loose;
    size_t n;
    double ticks[8];
} cases[] = {
    { "the documented example", 8.1, 14.1, 4, false, 4, { 8, 10, 12, 14 } },
    { "the same with all data within", 8.1, 14.1, 4, true, 4, { 7.5, 10, 12.5, 15 } },
    { "the widths of the documented irises", 2, 4.4, 6, false, 6, { 2, 2.5, 3, 3.5, 4, 4.5 } },
    { "and their lengths", 4.3, 7.9, 6, false, 5, { 4, 5, 6, 7, 8 } },
    { "quarters of a hundred", 0, 100, 5, false, 5, { 0, 25, 50, 75, 100 } },
    { "about zero", -100, 100, 5, false, 5, { -100, -50, 0, 50, 100 } },
    { "values near zero take it in", 3, 97, 5, false, 5, { 0, 25, 50, 75, 100 } },
    { "steps of four", 33, 47, 5, false, 5, { 32, 36, 40, 44, 48 } },
    { "far from zero", 1001, 1004, 4, false, 4, { 1001, 1002, 1003, 1004 } },
    { "skipped multiples", 0.00012, 0.00089, 5, false, 5, { 1e-4, 3e-4, 5e-4, 7e-4, 9e-4 } },
    { "negative", -16.8, 0, 6, false, 5, { -16, -12, -8, -4, 0 } },
    { "few wanted", 1, 10, 4, false, 3, { 0, 5, 10 } },
};

static void published_cases_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct extended_ticks ticks =
            extended_search(cases[i].low, cases[i].high, cases[i].wanted, cases[i].loose);

        print_message("  %s\n", cases[i].name);
        assert_int_equal(ticks.count, cases[i].n);
        for (size_t k = 0; k < ticks.count; k++)
            assert_true(extended_tick(&ticks, k) == cases[i].ticks[k]);
    }
}

static void loose_ticks_hold_all_data(void **state)
{
    (void)state;
    for (int low = -50; low <= 50; low += 9)
        for (int span = 1; span < 4000; span += 97)
            for (size_t wanted = 2; wanted <= 8; wanted++) {
                struct extended_ticks ticks =
                    extended_search(low / 10.0, (low + span) / 10.0, wanted, true);
                assert_in_range(ticks.count, 2, 3 * wanted);
                assert_true(extended_tick(&ticks, 0) <= low / 10.0);
                assert_true(extended_tick(&ticks, ticks.count - 1) >= (low + span) / 10.0);
            }
}

static const struct {
    const char *name;
    double low, high;
    size_t wanted;
} hopeless[] = {
    { "reversed", 7, -3, 5 },      { "one point", 3, 3, 5 },
    { "not a number", NAN, 1, 5 }, { "endless", 0, INFINITY, 5 },
    { "tiny", 0, 1e-300, 5 },      { "the largest doubles", -1.7e308, 1.7e308, 5 },
    { "one tick", 0, 10, 1 },
};

static void hopeless_domains_have_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(hopeless); i++) {
        print_message("  %s\n", hopeless[i].name);
        assert_int_equal(
            extended_search(hopeless[i].low, hopeless[i].high, hopeless[i].wanted, false).count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_cases_are_found),
        cmocka_unit_test(loose_ticks_hold_all_data),
        cmocka_unit_test(hopeless_domains_have_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
