/* colors_step_at_round_numbers.c - the five steps of colour that values fall into. */
#include "support/check.h"

#include <math.h>

#include "chart/scale/quantised.h"

static const struct {
    const char *name;
    double low, high, first, last;
    int decimals;
    bool is_diverging;
} scales[] = {
    { "from zero", 0, 4.9, 0, 5, 0, false },
    { "not from zero, which would leave steps unused", 2.38, 7.42, 2, 8, 0, false },
    { "a value at the end", 0, 50, 0, 50, 0, false },
    { "just beyond it", 0, 50.1, 0, 60, 0, false },
    { "one value", 7, 7, 0, 7, 0, false },
    { "nothing but zero", 0, 0, 0, 1, 0, false },
    { "small ones", 0.0012, 0.0029, 0.001, 0.003, 3, false },
    { "large ones", 3e11, 8.1e11, 3e11, 9e11, 0, false },
    { "never below zero", 0.1, 90, 0, 90, 0, false },
    { "one far from the rest", 1, 400, 0, 400, 0, false },
    { "both signs", -12, 31, -40, 40, 0, true },
    { "below zero alone", -0.7, -0.1, -0.7, 0.7, 1, true },
};

static void steps_begin_and_end_at_round_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(scales); i++) {
        struct quantised scale = quantised_make(scales[i].low, scales[i].high);
        double last = scale.edges[QUANTISED_STEPS];

        print_message("  %s: %.17g to %.17g\n", scales[i].name, scale.edges[0], last);
        assert_true(scale.edges[0] == scales[i].first && last == scales[i].last);
        assert_int_equal(scale.decimals, scales[i].decimals);
        assert_true(scale.is_diverging == scales[i].is_diverging);
        assert_true(scale.edges[0] <= scales[i].low && scales[i].high <= last);
    }
}

static void steps_are_equally_wide(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(scales); i++) {
        struct quantised scale = quantised_make(scales[i].low, scales[i].high);
        double width = (scale.edges[QUANTISED_STEPS] - scale.edges[0]) / QUANTISED_STEPS;

        for (size_t k = 0; k < QUANTISED_STEPS; k++)
            assert_true(fabs(scale.edges[k + 1] - scale.edges[k] - width) < 1e-9 * width);
    }
}

static void zero_lies_in_the_middle_of_two_signs(void **state)
{
    struct quantised scale = quantised_make(-3, 10);

    (void)state;
    assert_int_equal(quantised_step(&scale, 0), 2);
    assert_true(quantised_share(&scale, 2) == 0);
    assert_true(quantised_share(&scale, 0) == -1 && quantised_share(&scale, 4) == 1);
    for (double value = 0.5; value <= 10; value++)
        assert_int_equal(quantised_step(&scale, value) + quantised_step(&scale, -value),
                         QUANTISED_STEPS - 1);
}

static void a_value_at_an_edge_is_of_the_upper_step(void **state)
{
    struct quantised scale = quantised_make(0, 50);

    (void)state;
    assert_int_equal(quantised_step(&scale, 9.99), 0);
    assert_int_equal(quantised_step(&scale, 10), 1);
    assert_int_equal(quantised_step(&scale, 50), 4);
    assert_int_equal(quantised_step(&scale, 99), 4);
    assert_int_equal(quantised_step(&scale, -1), 0);
    assert_true(quantised_share(&scale, 0) == 0 && quantised_share(&scale, 4) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_begin_and_end_at_round_numbers),
        cmocka_unit_test(steps_are_equally_wide),
        cmocka_unit_test(zero_lies_in_the_middle_of_two_signs),
        cmocka_unit_test(a_value_at_an_edge_is_of_the_upper_step),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
