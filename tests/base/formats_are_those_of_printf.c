/* formats_are_those_of_printf.c - quick formats give what printf gives, cut at the same place. */
#include "support/check.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/quick_format.h"

/* With all capacities up to more than is needed. */
#define CHECK(...)                                                                                 \
    do {                                                                                           \
        char expected[200], got[200];                                                              \
        for (size_t capacity = 0; capacity < 40; capacity++) {                                     \
            memset(expected, '#', sizeof expected);                                                \
            memset(got, '#', sizeof got);                                                          \
            const int n = snprintf(expected, capacity, __VA_ARGS__);                               \
            assert_int_equal(quick_format(got, capacity, __VA_ARGS__), n);                         \
            assert_memory_equal(got, expected, sizeof got);                                        \
        }                                                                                          \
    } while (0)

static void test_simple_conversions(void **state)
{
    (void)state;
    CHECK("nothing to convert");
    CHECK("%s = %s", "turnover", "exports + imports");
    CHECK("%s%.*s%s", "\u2212", 3, "12345", "");
    CHECK("%.*s|%.*s", 0, "none", -1, "all of it");
    CHECK("%d %d %d %d", 0, -7, INT_MAX, INT_MIN);
    CHECK("%u %zu", UINT_MAX, (size_t)-1);
    CHECK("%04d-%02d-%02d/P%dY", 2024, 6, 30, 12);
    CHECK("%02d %04d", 2024, 12345);
    CHECK("%c%d%%", 'Q', 3);
}

static void test_others_are_left_to_printf(void **state)
{
    (void)state;
    CHECK("%s %5d %-5s| %x", "first", 42, "ab", 255U);
    CHECK("%04d and %s", -5, "after");
    CHECK("%.3s at %s prices", "USDX", "2019");
    CHECK("%08lx %ld", 12345UL, -3L);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_simple_conversions),
        cmocka_unit_test(test_others_are_left_to_printf),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
