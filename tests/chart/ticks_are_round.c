#include "support/check.h"

#include <math.h>

#include "chart/scale/ticks.h"

static const struct {
    const char *name;
    double low, high;
    size_t want, n;
    double first, last;
} inside[] = {
    { "crosses zero", -3, 7, 5, 5, -2, 6 },
    { "keeps both ends", 0.3, 1.1, 8, 9, 0.3, 1.1 },
    { "reversed", 7, -3, 5, 0, 0, 0 },
    { "nothing", 3, 3, 5, 0, 0, 0 },
    { "not a number", NAN, 1, 5, 0, 0, 0 },
    { "endless", 0, INFINITY, 5, 0, 0, 0 },
    { "none wanted", 0, 1, 0, 0, 0, 0 },
    { "beyond exact steps", 0, 1e-300, 5, 0, 0, 0 },
    { "the largest doubles", -1.7e308, 1.7e308, 5, 0, 0, 0 },
    { "billions", 0, 31.5e9, 4, 4, 0, 30e9 },
};

static void ticks_lie_inside_the_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(inside); i++) {
        double got[16];
        size_t n = ticks_linear(inside[i].low, inside[i].high, inside[i].want, got, LENGTH(got));

        print_message("  %s\n", inside[i].name);
        assert_int_equal(n, inside[i].n);
        if (n > 0) {
            assert_true(got[0] == inside[i].first);
            assert_true(got[n - 1] == inside[i].last);
        }
    }
}

static const struct {
    const char *name;
    double low, high;
    size_t most, n;
    double first, last; /* ticks */
    int decimals;
} nice[] = {
    { "exports and imports", 0, 16.8, 6, 5, 0, 20, 0 },
    { "room for few", 0, 16.8, 3, 3, 0, 20, 0 },
    { "room for none keeps the ends", 0, 16.8, 0, 2, 0, 20, 0 },
    { "and the zero between them", -1, 16.8, 0, 3, 0, 20, 0 },
    { "balance", -2.1, 2.6, 6, 6, -2, 3, 0 },
    { "a small deficit", -2.1, 16.8, 6, 5, 0, 20, 0 },
    { "all below zero", -16.8, 0, 6, 4, -15, 0, 0 },
    { "tenths", 0, 0.47, 6, 6, 0, 0.5, 1 },
    { "exact thirds of steps", 0, 0.3, 4, 4, 0, 0.3, 1 },
    { "all equal", 5, 5, 6, 4, 2, 8, 0 },
    { "all zero", 0, 0, 6, 6, 0, 1, 1 },
    { "far from zero", 1001, 1004, 6, 4, 1001, 1004, 0 },
    { "tiny", 0, 3e-9, 6, 4, 0, 3e-9, 9 },
};

static void ranges_widen_to_whole_steps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(nice); i++) {
        struct ticks ticks = ticks_nice(nice[i].low, nice[i].high, nice[i].most);

        print_message("  %s\n", nice[i].name);
        assert_int_equal(ticks.count, nice[i].n);
        assert_true(ticks.values[0] == nice[i].first);
        assert_true(ticks.values[ticks.count - 1] == nice[i].last);
        if (nice[i].low != nice[i].high) {
            assert_true(ticks.low == fmin(nice[i].low, nice[i].first));
            assert_true(ticks.high == nice[i].last);
        }
        assert_int_equal(ticks.decimals, nice[i].decimals);
    }
}

static void no_range_has_too_many_ticks(void **state)
{
    (void)state;
    for (int low = -50; low <= 50; low += 7)
        for (int span = 1; span < 4000; span += 37)
            for (size_t most = 2; most <= 8; most++) {
                struct ticks ticks = ticks_nice(low / 10.0, (low + span) / 10.0, most);
                assert_in_range(ticks.count, 2, most < 3 ? 3 : most);
                assert_true(ticks.low <= low / 10.0 + 1e-9);
                assert_true(ticks.high >= (low + span) / 10.0 - 1e-9);
            }
}

static void hopeless_ranges_stay_as_they_are(void **state)
{
    struct ticks ticks = ticks_nice(-1.7e308, 1.7e308, 6);

    (void)state;
    assert_int_equal(ticks.count, 0);
    assert_true(ticks.low == -1.7e308 && ticks.high == 1.7e308);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_lie_inside_the_range),
        cmocka_unit_test(ranges_widen_to_whole_steps),
        cmocka_unit_test(no_range_has_too_many_ticks),
        cmocka_unit_test(hopeless_ranges_stay_as_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
