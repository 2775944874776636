#include "support/check.h"

#include <math.h>

#include "chart/scale/scale.h"

static const struct {
    const char *name;
    double low, high;
    size_t most, n;
    double ticks[8], ends[2];
} logs[] = {
    { "decades", 1, 10000, 6, 5, { 1, 10, 100, 1000, 10000 }, { 1, 10000 } },
    { "1, 2 and 5 of few decades", 30, 900, 6, 6, { 20, 50, 100, 200, 500, 1000 }, { 20, 1000 } },
    { "no line far above", 1, 2000, 6, 4, { 1, 10, 100, 1000 }, { 1, 2000 } },
    { "none far below", 8, 10000, 6, 4, { 10, 100, 1000, 10000 }, { 6.01469468, 10000 } },
    { "every second decade", 1, 1e8, 6, 5, { 1, 100, 1e4, 1e6, 1e8 }, { 1, 1e8 } },
    { "three ticks stay", 75, 390, 6, 3, { 100, 200, 500 }, { 70.21358, 500 } },
    { "less than one", 0.002, 0.9, 6, 4, { 0.001, 0.01, 0.1, 1 }, { 0.001, 1 } },
    { "hardly a ratio", 30, 42, 6, 3, { 30, 35, 40 }, { 30, 42 } },
    { "one value", 100, 100, 6, 3, { 50, 100, 200 }, { 50, 200 } },
};

static void logarithmic_ticks_are_powers(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(logs); i++) {
        struct scale scale = { .type = &log_scale, .low = logs[i].low, .high = logs[i].high };

        print_message("  %s\n", logs[i].name);
        scale_nice(&scale, logs[i].most);
        struct ticks ticks = scale_ticks(&scale);
        for (size_t k = 0; k < ticks.count; k++)
            print_message("    %g\n", ticks.values[k]);
        assert_int_equal(ticks.count, logs[i].n);
        for (size_t k = 0; k < ticks.count; k++)
            assert_true(ticks.values[k] == logs[i].ticks[k]);
        assert_true(fabs(scale.low / logs[i].ends[0] - 1) < 1e-6 && scale.high == logs[i].ends[1]);
    }
}

static const struct {
    const char *name;
    double low, high;
    size_t most, n;
    double ticks[8], ends[2];
} symlogs[] = {
    { "above zero", 3, 5000, 6, 4, { 0, 10, 100, 1000 }, { 0, 5000 } },
    { "both sides", -50, 5000, 6, 5, { -10, 0, 10, 100, 1000 }, { -50, 5000 } },
    { "every second decade", -5000, 5000, 6, 5, { -1000, -10, 0, 10, 1000 }, { -5000, 5000 } },
    { "the outermost alone", -5000, 5000, 3, 3, { -1000, 0, 1000 }, { -5000, 5000 } },
    { "a line just above", 0, 8000, 6, 4, { 0, 100, 1000, 10000 }, { 0, 10000 } },
    { "below zero", -5000, -3, 6, 4, { -1000, -100, -10, 0 }, { -5000, 0 } },
    { "nothing but zero", 0, 0, 6, 4, { 0, 0.01, 0.1, 1 }, { 0, 1 } },
};

static void symmetric_ticks_are_powers_about_zero(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(symlogs); i++) {
        struct scale scale = { .type = &symlog_scale,
                               .low = symlogs[i].low,
                               .high = symlogs[i].high };

        print_message("  %s\n", symlogs[i].name);
        scale_nice(&scale, symlogs[i].most);
        struct ticks ticks = scale_ticks(&scale);
        for (size_t k = 0; k < ticks.count; k++)
            print_message("    %g\n", ticks.values[k]);
        assert_int_equal(ticks.count, symlogs[i].n);
        for (size_t k = 0; k < ticks.count; k++)
            assert_true(ticks.values[k] == symlogs[i].ticks[k]);
        assert_true(scale.low == symlogs[i].ends[0] && scale.high == symlogs[i].ends[1]);
    }
}

static const struct {
    const char *name;
    const struct scale_type *type;
    double low, high, value, position;
} places[] = {
    { "a decade of three", &log_scale, 1, 1000, 10, 100 },
    { "the lower end", &log_scale, 1, 1000, 1, 0 },
    { "zero has no place", &log_scale, 1, 1000, 0, 0 },
    { "zero of a symmetric scale", &symlog_scale, -1000, 1000, 0, 150 },
    { "linear up to the threshold", &symlog_scale, 0, 1000, 5, 50 },
    { "a decade above it", &symlog_scale, 0, 1000, 100, 200 },
    { "the same below zero", &symlog_scale, -1000, 0, -100, 100 },
};

static void values_lie_by_their_ratios(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(places); i++) {
        const struct scale scale = { .type = places[i].type,
                                     .low = places[i].low,
                                     .high = places[i].high,
                                     .from = 0,
                                     .to = 300 };

        print_message("  %s\n", places[i].name);
        assert_true(fabs(scale_position(&scale, places[i].value) - places[i].position) < 1e-9);
        if (places[i].position > 0)
            assert_true(fabs(scale_invert(&scale, places[i].position) - places[i].value) < 1e-9);
    }
}

static void labels_have_the_places_they_need(void **state)
{
    struct scale scale = { .type = &log_scale, .low = 0.02, .high = 900 };

    (void)state;
    scale_nice(&scale, 8);
    assert_int_equal(scale_decimals(&scale, 0.01), 2);
    assert_int_equal(scale_decimals(&scale, 0.1), 1);
    assert_int_equal(scale_decimals(&scale, 1), 0);
    assert_int_equal(scale_decimals(&scale, 1000), 0);
}

static void no_domain_has_too_many_ticks(void **state)
{
    static const struct scale_type *const types[] = { &log_scale, &symlog_scale };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        for (double low = 1e-6; low < 1e6; low *= 3.7)
            for (double ratio = 1.01; ratio < 1e9; ratio *= 2.3)
                for (size_t most = 0; most <= 8; most++) {
                    struct scale scale = { .type = types[i], .low = low, .high = low * ratio };
                    scale_nice(&scale, most);
                    assert_in_range(scale_ticks(&scale).count, 2, most < 3 ? 3 : most);
                    assert_true(scale.low <= low && scale.high >= low * ratio);
                }
}

static void hopeless_domains_stay_as_they_are(void **state)
{
    static const double domains[][2] = {
        { -1, 10 }, { 0, 10 }, { 7, 3 }, { NAN, 1 }, { 1, INFINITY }
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(domains); i++) {
        struct scale scale = { .type = &log_scale, .low = domains[i][0], .high = domains[i][1] };
        scale_nice(&scale, 6);
        assert_int_equal(scale_ticks(&scale).count, 0);
        assert_true(isfinite(scale_position(&scale, 5)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithmic_ticks_are_powers),
        cmocka_unit_test(symmetric_ticks_are_powers_about_zero),
        cmocka_unit_test(values_lie_by_their_ratios),
        cmocka_unit_test(labels_have_the_places_they_need),
        cmocka_unit_test(no_domain_has_too_many_ticks),
        cmocka_unit_test(hopeless_domains_stay_as_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
