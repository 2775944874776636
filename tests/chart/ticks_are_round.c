#include "support/check.h"

#include <math.h>

#include "chart/scale/scale.h"

static struct scale linear(double low, double high)
{
    return (struct scale){ .type = &linear_scale, .low = low, .high = high };
}

static const struct {
    const char *name;
    double low, high;
    size_t most, n;
    double first, last; /* ticks */
    int decimals;
} nice[] = {
    { "exports and imports", 0, 16.8, 6, 4, 0, 15, 0 },
    { "a line just above", 0, 18.9, 6, 5, 0, 20, 0 },
    { "room for few", 0, 16.8, 3, 3, 0, 20, 0 },
    { "room for two just below", 0, 20.2, 2, 2, 0, 20, 0 },
    { "room for three just below", 0, 20.2, 3, 2, 0, 20, 0 },
    { "a finer step than 50", 0, 36, 2, 2, 0, 20, 0 },
    { "few below zero", -20.2, 0, 2, 2, -20, 0, 0 },
    { "few on both sides", -18, 20.2, 3, 3, -20, 20, 0 },
    { "room for none keeps the ends", 0, 16.8, 0, 2, 0, 20, 0 },
    { "and the zero between them", -1, 16.8, 0, 3, 0, 20, 0 },
    { "balance", -2.1, 2.6, 6, 5, -2, 2, 0 },
    { "a small deficit", -2.1, 16.8, 6, 4, 0, 15, 0 },
    { "all below zero", -16.8, 0, 6, 4, -15, 0, 0 },
    { "tenths", 0, 0.47, 6, 5, 0, 0.4, 1 },
    { "exact thirds of steps", 0, 0.3, 4, 4, 0, 0.3, 1 },
    { "all equal", 5, 5, 6, 4, 2, 8, 0 },
    { "all zero", 0, 0, 6, 6, 0, 1, 1 },
    { "far from zero", 1001, 1004, 6, 4, 1001, 1004, 0 },
    { "few lines that cover the values", 8.1, 14.1, 4, 4, 8, 14, 0 },
    { "tens where twenties are loose", 88, 112, 4, 3, 90, 110, 0 },
    { "but no steps of eight", 33, 47, 4, 3, 30, 50, 0 },
    { "tiny", 0, 3e-9, 6, 4, 0, 3e-9, 9 },
};

static void ranges_widen_to_whole_steps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(nice); i++) {
        struct scale scale = linear(nice[i].low, nice[i].high);

        print_message("  %s\n", nice[i].name);
        scale_nice(&scale, nice[i].most);
        struct ticks ticks = scale_ticks(&scale);
        assert_int_equal(ticks.count, nice[i].n);
        assert_true(ticks.values[0] == nice[i].first);
        assert_true(ticks.values[ticks.count - 1] == nice[i].last);
        if (nice[i].low != nice[i].high) {
            assert_true(scale.low == fmin(nice[i].low, nice[i].first));
            assert_true(scale.high == fmax(nice[i].high, nice[i].last));
        }
        assert_int_equal(scale_decimals(&scale, nice[i].last), nice[i].decimals);
        assert_int_equal(scale_decimals(&scale, 0), 0);
    }
}

static void no_range_has_too_many_ticks(void **state)
{
    (void)state;
    for (int low = -50; low <= 50; low += 7)
        for (int span = 1; span < 4000; span += 37)
            for (size_t most = 2; most <= 8; most++) {
                struct scale scale = linear(low / 10.0, (low + span) / 10.0);
                scale_nice(&scale, most);
                assert_in_range(scale_ticks(&scale).count, 2, most < 3 ? 3 : most);
                assert_true(scale.low <= low / 10.0 + 1e-9);
                assert_true(scale.high >= (low + span) / 10.0 - 1e-9);
            }
}

/* Values from zero to `reach`, up or down, or with as much again on the other side. */
static void no_tick_wastes_a_quarter(void **state)
{
    static const double others[] = { 0, 0.03, 0.4, 0.9, 1 };

    (void)state;
    for (double reach = 1; reach < 100; reach += 0.1)
        for (size_t k = 0; k < LENGTH(others); k++)
            for (size_t most = 2; most <= 8; most++)
                for (int turn = -1; turn <= 1; turn += 2) {
                    double high = turn > 0 ? reach : others[k] * reach;
                    double low = high - (1 + others[k]) * reach, allowed = 0.25 * (high - low);
                    struct scale scale = linear(low, high);
                    scale_nice(&scale, most);
                    assert_true(scale.high - high <= allowed + 1e-9);
                    assert_true(low - scale.low <= allowed + 1e-9);
                }
}

static const struct {
    const char *name;
    double low, high;
} hopeless[] = {
    { "reversed", 7, -3 },
    { "not a number", NAN, 1 },
    { "endless", 0, INFINITY },
    { "beyond exact steps", 0, 1e-300 },
    { "the largest doubles", -1.7e308, 1.7e308 },
};

static void hopeless_ranges_stay_as_they_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(hopeless); i++) {
        struct scale scale = linear(hopeless[i].low, hopeless[i].high);

        print_message("  %s\n", hopeless[i].name);
        scale_nice(&scale, 6);
        assert_int_equal(scale_ticks(&scale).count, 0);
        assert_true(isnan(hopeless[i].low) || scale.low == hopeless[i].low);
        assert_true(scale.high == hopeless[i].high);
    }
}

static void ticks_need_a_step(void **state)
{
    const struct scale scale = linear(0, 10);

    (void)state;
    assert_int_equal(scale_ticks(&scale).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_widen_to_whole_steps),
        cmocka_unit_test(no_range_has_too_many_ticks),
        cmocka_unit_test(no_tick_wastes_a_quarter),
        cmocka_unit_test(hopeless_ranges_stay_as_they_are),
        cmocka_unit_test(ticks_need_a_step),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
