/* many_observations_are_added_at_once.c - arrays of months, quarters, weeks and days become series, with gaps
 * and statuses; a program's function is asked until it ends. */
#include "support/check.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <sheaf/series.h>

#include "support/quota.h"

static sheaf_observation at(const sheaf_series *series, size_t index)
{
    sheaf_observation observation = { .status = 0 };

    assert_non_null(sheaf_series_at(series, index, &observation));
    return observation;
}

static void assert_period(const sheaf_series *series, size_t index, const char *period)
{
    char text[SHEAF_PERIOD_TEXT];

    sheaf_period_write(at(series, index).period, text);
    assert_string_equal(text, period);
}

static void months_follow_each_other_over_years(void **state)
{
    const double values[] = { 8, 6.8, NAN, 7.25, 9 };
    sheaf_series *series = sheaf_series_from_months("exports", "USD", 9, 2023, 11, values, 5);

    (void)state;
    assert_string_equal(sheaf_series_message(series), "");
    assert_int_equal(sheaf_series_count(series), 4);
    assert_period(series, 0, "2023-11");
    assert_period(series, 1, "2023-12");
    assert_period(series, 2, "2024-02"); /* January is a gap */
    assert_int_equal(at(series, 0).decimals, 2);
    assert_true(at(series, 0).low == 7.995 && at(series, 0).high == 8.005);
    sheaf_series_destroy(series);
}

static const struct {
    const char *first, *third;
} lengths[] = {
    { "2023-Q3", "2024-Q1" },       { "2023", "2025" },
    { "2023-S2", "2024-S2" },       { "2024-W51", "2025-W01" },
    { "2024-02-28", "2024-03-01" },
};

static void periods_of_any_length_do(void **state)
{
    const double values[] = { 1, 2, 3 };

    (void)state;
    for (size_t i = 0; i < LENGTH(lengths); i++) {
        sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);
        sheaf_period first;

        assert_true(sheaf_period_read(lengths[i].first, strlen(lengths[i].first), &first));
        sheaf_series_add_many(series, first, values, 3, 0, NULL);
        assert_string_equal(sheaf_series_message(series), "");
        assert_period(series, 0, lengths[i].first);
        assert_period(series, 2, lengths[i].third);
        sheaf_series_destroy(series);
    }
}

/* A gap with a reason is an observation; one without is none. */
static void statuses_stand_beside_values(void **state)
{
    const double values[] = { 1, 2, NAN, NAN, 5 };
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);

    (void)state;
    sheaf_series_add_many(series, sheaf_period_quarter(2023, 1), values, 5, 1, "APAQE");
    assert_string_equal(sheaf_series_message(series), "");
    assert_int_equal(sheaf_series_count(series), 4);
    assert_int_equal(at(series, 1).status, SHEAF_PROVISIONAL);
    assert_period(series, 2, "2023-Q4");
    assert_int_equal(at(series, 2).status, SHEAF_SUPPRESSED);
    assert_true(isnan(at(series, 2).value));
    assert_int_equal(at(series, 3).status, SHEAF_ESTIMATED);
    sheaf_series_destroy(series);
}

static const struct {
    const char *name;
    sheaf_period first;
    double values[2];
    const char *statuses, *message;
} faults[] = {
    { "infinite", { SHEAF_MONTHS, 24000, 12 }, { 1, INFINITY }, NULL, "infinite" },
    { "no letter", { SHEAF_MONTHS, 24000, 12 }, { 1, 2 }, "Az", "letter" },
    { "no period", { SHEAF_NO_PERIOD, 0, 0 }, { 1, 2 }, NULL, "the first period is none" },
    { "a number", { SHEAF_NUMBER, 5, 0 }, { 1, 2 }, NULL, "the first period is none" },
    { "after 9999", { SHEAF_MONTHS, 9999 * 12, 12 }, { 1, 2 }, NULL, "the period is none" },
    { "after all", { SHEAF_MONTHS, 24000, INT32_MAX }, { 1, 2 }, NULL, "period is none" },
};

static void faults_fail_the_series(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(faults); i++) {
        sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);

        print_message("  %s\n", faults[i].name);
        sheaf_series_add_many(series, faults[i].first, faults[i].values, 2, 0, faults[i].statuses);
        assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
        assert_non_null(strstr(sheaf_series_message(series), faults[i].message));
        sheaf_series_destroy(series);
    }
}

static void none_are_none(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);

    (void)state;
    sheaf_series_add_many(series, sheaf_period_year(2023), NULL, 0, 0, NULL);
    assert_int_equal(sheaf_series_status(series), SHEAF_OK);
    assert_int_equal(sheaf_series_count(series), 0);
    sheaf_series_destroy(series);
}

struct rows {
    int left, ends_with;
};

static int next(void *context, sheaf_observation *observation)
{
    struct rows *rows = context;

    assert_int_equal(observation->status, SHEAF_NORMAL);
    assert_true(observation->value == 0 && observation->file == NULL);
    if (rows->left == 0)
        return rows->ends_with;
    observation->period = sheaf_period_year(2000 + rows->left--);
    observation->value = 2.5;
    observation->decimals = 1;
    return 1;
}

static void a_function_is_asked_until_it_ends(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);
    struct rows rows = { 5, 0 };

    (void)state;
    sheaf_series_add_from(series, next, &rows);
    assert_string_equal(sheaf_series_message(series), "");
    assert_int_equal(sheaf_series_count(series), 5);
    assert_period(series, 0, "2001");
    assert_true(at(series, 0).low == 2.45 && at(series, 0).high == 2.55);
    sheaf_series_destroy(series);
}

static void a_function_may_fail(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);
    struct rows rows = { 2, -EIO };

    (void)state;
    sheaf_series_add_from(series, next, &rows);
    assert_int_equal(sheaf_series_status(series), SHEAF_SYSTEM);
    assert_string_equal(sheaf_series_message(series),
                        "cannot read the next observation: Input/output error");
    sheaf_series_destroy(series);
}

/* A figure twice fails the series, which then asks no more. */
static int same(void *context, sheaf_observation *observation)
{
    ++*(int *)context;
    observation->period = sheaf_period_year(2020);
    return 1;
}

static void a_failed_series_asks_no_more(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0);
    int asked = 0;

    (void)state;
    sheaf_series_add_from(series, same, &asked);
    assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
    assert_int_equal(asked, 2);
    sheaf_series_add_from(series, same, &asked);
    assert_int_equal(asked, 2);
    sheaf_series_destroy(series);
}

static sheaf_status add_many(const sheaf_alloc *alloc, const void *context)
{
    double values[700];
    sheaf_series *series = sheaf_series_create(alloc, "x", "USD", 0);

    (void)context;
    for (size_t i = 0; i < LENGTH(values); i++)
        values[i] = (double)i;
    sheaf_series_add_many(series, sheaf_period_month(1960, 1), values, LENGTH(values), 0, NULL);
    sheaf_status status = sheaf_series_status(series);
    sheaf_series_destroy(series);
    return status;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_true(quota_sweep(add_many, NULL) > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_follow_each_other_over_years),
        cmocka_unit_test(periods_of_any_length_do),
        cmocka_unit_test(statuses_stand_beside_values),
        cmocka_unit_test(faults_fail_the_series),
        cmocka_unit_test(none_are_none),
        cmocka_unit_test(a_function_is_asked_until_it_ends),
        cmocka_unit_test(a_function_may_fail),
        cmocka_unit_test(a_failed_series_asks_no_more),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
