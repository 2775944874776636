/* people_read_few_digits.c - how many digits of a figure people are shown, and in which multiplier. */
#include "support/check.h"

#include "series/digits.h"

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
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people_read_few_digits),
        cmocka_unit_test(test_nothing_vanishes_unnoticed),
        cmocka_unit_test(test_multipliers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
