/* short_ways_of_rounding_agree.c - what is computed without logarithms and without round() is what they
 * give: floor(log10()), whole numbers, rounding intervals. */
#include "support/check.h"

#include <math.h>

#include "series/rounding.h"

static void compare(double value)
{
    static const double tolerances[] = { 0, 1e-12 };

    for (size_t i = 0; i < LENGTH(tolerances); i++) {
        int wanted = (int)floor(log10(value) + tolerances[i]);

        if (whole_log10(value, tolerances[i]) != wanted)
            fail_msg("%.17g: %d, not %d", value, whole_log10(value, tolerances[i]), wanted);
    }
}

static void beside_powers_of_ten(void **state)
{
    (void)state;
    for (int power = -300; power <= 300; power++) {
        double at = pow(10, power), below = at, above = at;

        for (int i = 0; i < 4;
             i++, below = nextafter(below, 0), above = nextafter(above, INFINITY)) {
            compare(below);
            compare(above);
        }
        for (int digits = 8; digits <= 14; digits++) {
            compare(at * (1 - pow(10, -digits)));
            compare(at * (1 + pow(10, -digits)));
        }
    }
}

static void of_any_figure(void **state)
{
    unsigned seed = 5;

    (void)state;
    for (int i = 0; i < 200000; i++) {
        seed = seed * 1664525U + 1013904223U;
        compare(ldexp(1 + (seed >> 8) / 16777216.0, (int)(seed % 2000) - 1000));
    }
}

/* round_to rounds halves away from zero, as round() does, and keeps the sign of zero. */
static void halves_are_rounded_away_from_zero(void **state)
{
    static const double values[] = { 0.5, 1.5, 2.5,  0.49999999999999994, 4503599627370495.5,
                                     0,   0.2, 1e15, 9007199254740991.0 };

    (void)state;
    for (size_t i = 0; i < LENGTH(values); i++) {
        assert_true(round_to(values[i], 0) == round(values[i]));
        assert_true(round_to(-values[i], 0) == round(-values[i]));
        assert_true(signbit(round_to(-values[i], 0)) != 0);
    }
}

/* The interval is the same whether its value has few digits or many. */
static void intervals_are_without_noise(void **state)
{
    unsigned seed = 11;

    (void)state;
    for (int i = 0; i < 200000; i++) {
        seed = seed * 1664525U + 1013904223U;
        int decimals = (int)(seed >> 8) % 13;
        double unit = power_of_ten(decimals), half = power_of_ten(-decimals) / 2;
        seed = seed * 1664525U + 1013904223U;
        double value = ldexp((double)seed - 2147483648.0, (int)(seed % 7)) / unit;
        if (i % 2 == 0)
            value = round_to(value, decimals);
        struct interval interval = rounding_interval(value, decimals);
        if (interval.low != fmin(value, without_noise(value - half, value)) ||
            interval.high != fmax(value, without_noise(value + half, value)))
            fail_msg("%.17g with %d decimals: %.17g to %.17g", value, decimals, interval.low,
                     interval.high);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(beside_powers_of_ten),
                                        cmocka_unit_test(of_any_figure),
                                        cmocka_unit_test(intervals_are_without_noise),
                                        cmocka_unit_test(halves_are_rounded_away_from_zero) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
