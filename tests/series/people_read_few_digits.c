/* people_read_few_digits.c - how many digits of a figure people are shown, and in which multiplier. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "series/digits.h"
#include "series/multiplier.h"

static const struct {
    const char *unit;
    double value;
    int known, decimals;
} cases[] = {
    { "%", 12.345, 4, 1 },         { "%", 4.56, 4, 1 },       { "%", 0.545628, 6, 2 },
    { "%", 0.00154699, 8, 4 },     { "%", 0.996, 6, 1 },      { "%", 0.5, 1, 1 },
    { "%", 680, -1, -1 },          { "%", 0, 5, 1 },          { "pp", -0.0321, 6, 3 },
    { "2015 = 100", 269.3, 4, 1 }, { "", 1.234, 5, 2 },       { "", 0.39512, 6, 3 },
    { "USD", 31.530449813, 9, 1 }, { "USD", 1234.567, 3, 0 }, { "USD", 9.996, 5, 1 },
    { "USD", 79.1, 1, 1 },         { "USD", 13, 0, 0 },
};

static void test_people_read_few_digits(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %g %s\n", cases[i].value, cases[i].unit);
        assert_int_equal(decimals_for_people(cases[i].unit, cases[i].value, cases[i].known),
                         cases[i].decimals);
    }
}

static void test_nothing_vanishes_unnoticed(void **state)
{
    (void)state;
    assert_true(vanishes(1.47, -1));
    assert_true(vanishes(-0.04, 1));
    assert_false(vanishes(0, 1));
    assert_false(vanishes(0.06, 1));
}

static void test_multipliers(void **state)
{
    (void)state;
    assert_int_equal(multiplier_for_people(79138754.67736, 3, "USD", false), 9);
    assert_int_equal(multiplier_for_people(31.5, 9, "USD", false), 9);
    assert_int_equal(multiplier_for_people(31.5, 9, "USD", true), 8);
    assert_int_equal(multiplier_for_people(12345, 0, "USD", false), 0);
    assert_int_equal(multiplier_for_people(123456, 0, "%", false), 0);
    assert_int_equal(multiplier_for_people(0.256, 9, "USD", false), 6);
}

static void test_rounded_figures_reach_the_next_multiplier(void **state)
{
    (void)state;
    assert_int_equal(multiplier_of_rounded(999.999, 0, 3, "USD", false), 6);
    assert_int_equal(multiplier_of_rounded(-999.999, 0, 3, "USD", false), 6);
    assert_int_equal(multiplier_of_rounded(999.4, 0, 3, "USD", false), 3);
    assert_int_equal(multiplier_of_rounded(999.999, 3, 3, "USD", false), 3);
    assert_int_equal(multiplier_of_rounded(1000, 0, 3, "USD", false), 3);
    assert_int_equal(multiplier_of_rounded(999.999, 0, 12, "USD", false), 12);
    assert_int_equal(multiplier_of_rounded(999.999, 0, 0, "USD", false), 0);
    assert_int_equal(multiplier_of_rounded(999.999, 0, 3, "%", false), 3);
    assert_int_equal(multiplier_of_rounded(9999.9, 0, 4, "USD", true), 8);
}

static void test_figures_together_follow_their_median(void **state)
{
    static const struct {
        const char *name;
        double figures[5];
        int given;
        const char *unit;
        bool by_myriads;
        int multiplier;
    } together[] = {
        { "the largest alone is of trillions", { 1200, 88, 54, 31, 22 }, 9, "USD", false, 9 },
        { "all are", { 1200, 2300, 1700, 3100, 0 }, 9, "USD", false, 12 },
        { "half of them are of millions", { 60000, 80, 70, 30, 20 }, 6, "USD", false, 6 },
        { "no figure has seven digits", { 4e6, 80, 70, 30, 20 }, 6, "USD", false, 9 },
        { "tenths beside whole ones stay", { 1.4, 0.71, 0.69, 0.4, 0.3 }, 9, "USD", false, 9 },
        { "hundredths do not", { 1.4, 0.07, 0.06, 0.04, 0.03 }, 9, "USD", false, 6 },
        { "signs do not count", { -0.256, -0.3, 0, 0, 0 }, 9, "USD", false, 6 },
        { "nor what is missing", { NAN, NAN, 14, NAN, 0 }, 9, "USD", false, 9 },
        { "nothing at all", { NAN, 0, 0, 0, 0 }, 9, "USD", false, 9 },
        { "rates have none", { 4e7, 1, 1, 1, 1 }, 0, "%", false, 0 },
        { "by ten thousands", { 31.5, 28, 30, 29, 12000 }, 9, "USD", true, 8 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof together / sizeof *together; i++) {
        double figures[5];

        print_message("  %s\n", together[i].name);
        memcpy(figures, together[i].figures, sizeof figures);
        assert_int_equal(multiplier_for_figures(figures, 5, together[i].given, together[i].unit,
                                                together[i].by_myriads),
                         together[i].multiplier);
    }
}

static void test_the_next_multiplier_leaves_six_digits(void **state)
{
    (void)state;
    assert_int_equal(multiplier_below(14.9, 9, "USD", false), 6);
    assert_int_equal(multiplier_below(1490, 9, "USD", false), 9);
    assert_int_equal(multiplier_below(14.9, 0, "USD", false), 0);
    assert_int_equal(multiplier_below(14.9, 8, "USD", true), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people_read_few_digits),
        cmocka_unit_test(test_nothing_vanishes_unnoticed),
        cmocka_unit_test(test_multipliers),
        cmocka_unit_test(test_rounded_figures_reach_the_next_multiplier),
        cmocka_unit_test(test_figures_together_follow_their_median),
        cmocka_unit_test(test_the_next_multiplier_leaves_six_digits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
