/* the_latest_period_is_of_the_usual_length.c - the last period with a value, among those of the length that most have. */
#include "support/check.h"

#include "support/series_text.h"

static const struct {
    const char *name, *figures, *latest;
} cases[] = {
    { "the last of years", "2021: 1, 2022: 2, 2023: 3", "2023" },
    { "with a value", "2021: 1, 2022: 2, 2023: : O", "2022" },
    { "not a part year behind them", "2022: 2, 2023: 3, 2024-T1: 1", "2023" },
    { "of months, not the year among them", "2022: 9, 2022-11: 1, 2022-12: 2", "2022-12" },
    { "the longer of two as frequent", "2022: 2, 2023-T1: 1", "2022" },
    { "nothing", "", "" },
    { "nothing but gaps", "2022: : O", "" },
};

static void test_latest(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series *series = series_from_text("x", "USD", 9, cases[i].figures);
        char latest[SHEAF_PERIOD_TEXT];

        print_message("  %s\n", cases[i].name);
        sheaf_period_write(sheaf_series_latest(series), latest);
        assert_string_equal(latest, cases[i].latest);
        sheaf_series_destroy(series);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_latest) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
