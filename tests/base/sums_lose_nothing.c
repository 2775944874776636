/* sums_lose_nothing.c - what each addition rounds away is kept. */
#include "support/check.h"

#include "base/compensated.h"

static void small_terms_count(void **state)
{
    struct compensated sum = { 0 };

    (void)state;
    compensated_add(&sum, 9007199254740992.0); /* 2^53: a double more and it counts by twos */
    for (int i = 0; i < 1001; i++)
        compensated_add(&sum, 1);
    compensated_add(&sum, -9007199254740992.0);
    assert_true(compensated_value(&sum) == 1001);

    sum = (struct compensated){ 0 };
    for (int i = 0; i < 1000000; i++)
        compensated_add(&sum, 0.1);
    assert_true(compensated_value(&sum) == 100000);
    assert_true(fabs(compensated_rest(100001, &sum) - 1) < 1e-11);
}

static void the_order_of_terms_is_nothing(void **state)
{
    static const double terms[] = { 1e16, 3.14, -1e16, 2.71, 1e-3, -1e8, 1e8 };
    struct compensated up = { 0 }, down = { 0 };

    (void)state;
    for (size_t i = 0; i < LENGTH(terms); i++) {
        compensated_add(&up, terms[i]);
        compensated_add(&down, terms[LENGTH(terms) - 1 - i]);
    }
    assert_true(compensated_value(&up) == 5.851);
    assert_true(compensated_value(&down) == 5.851);
}

static void too_large_a_sum_is_infinite(void **state)
{
    struct compensated sum = { 0 };

    (void)state;
    compensated_add(&sum, 1e308);
    compensated_add(&sum, 1e308);
    assert_true(isinf(compensated_value(&sum)));
    compensated_add(&sum, NAN);
    assert_true(isnan(compensated_value(&sum)));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_terms_count),
        cmocka_unit_test(the_order_of_terms_is_nothing),
        cmocka_unit_test(too_large_a_sum_is_infinite),
    };
    return cmocka_run_group_tests_name("base/sums_lose_nothing", tests, NULL, NULL);
}
