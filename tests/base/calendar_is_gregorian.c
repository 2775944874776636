/* calendar_is_gregorian.c - day counts, leap years and ISO dates. */
#include "support/check.h"

#include <string.h>

#include "base/calendar.h"

static void counts_days_from_1970(void **state)
{
    static const struct {
        struct date day;
        int32_t days;
    } cases[] = { { { 1970, 1, 1 }, 0 },        { { 1969, 12, 31 }, -1 },
                  { { 2000, 2, 29 }, 11016 },   { { 2000, 3, 1 }, 11017 },
                  { { 2024, 6, 26 }, 19900 },   { { 1, 1, 1 }, -719162 },
                  { { 9999, 12, 31 }, 2932896 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(date_to_days(cases[i].day), cases[i].days);
}

static void every_day_comes_back(void **state)
{
    (void)state;
    for (int32_t days = -719162; days <= 2932896; days += 13) {
        struct date day = date_from_days(days);

        assert_true(date_valid(day));
        assert_int_equal(date_to_days(day), days);
    }
}

static void knows_february(void **state)
{
    (void)state;
    assert_int_equal(date_days_in_month(1900, 2), 28);
    assert_int_equal(date_days_in_month(2000, 2), 29);
    assert_int_equal(date_days_in_month(2023, 2), 28);
    assert_int_equal(date_days_in_month(2024, 2), 29);
    assert_int_equal(date_days_in_month(2024, 4), 30);
}

static void reads_iso_dates_only(void **state)
{
    static const char *const bad[] = { "",           "2024-6-26",  "2024-13-01", "2023-02-29",
                                       "2024/06/26", "26-06-2024", "2024-06-2x", "0000-01-01" };
    struct date day = { 0, 0, 0 };

    (void)state;
    assert_true(date_read("2024-06-26", 10, &day));
    assert_true(day.year == 2024 && day.month == 6 && day.day == 26);
    for (size_t i = 0; i < LENGTH(bad); i++) {
        print_message("  '%s'\n", bad[i]);
        assert_false(date_read(bad[i], strlen(bad[i]), &day));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_days_from_1970),
        cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(knows_february),
        cmocka_unit_test(reads_iso_dates_only),
    };
    return cmocka_run_group_tests_name("base/calendar_is_gregorian", tests, NULL, NULL);
}
