/* spans_are_summed_when_complete.c - parts of series, sums to coarser periods, year to date, rolling and
 * seasonal figures. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "series/rounding.h"
#include "series/series.h"
#include "sheaf/algebra.h"
#include "support/series_text.h"

static const struct {
    const char *name, *series, *first, *last, *result;
} filters[] = {
    { "years", "2020: 1, 2021: 2, 2022: 3, 2023: 4", "2021", "2022", "2021: 2, 2022: 3" },
    { "an open end", "2020: 1, 2021: 2, 2022: 3", "2021", "", "2021: 2, 2022: 3" },
    { "an open beginning", "2020: 1, 2021: 2, 2022: 3", "", "2021", "2020: 1, 2021: 2" },
    { "only what is of the ends' length", "2021: 2, 2022-T1: 9, 2022: 3", "2021", "2022",
      "2021: 2, 2022: 3" },
    { "months within years", "2021-11: 1, 2021-12: 2, 2022-01: 3, 2022-02: 4, 2023-01: 5", "2022",
      "2022", "2022-01: 3, 2022-02: 4" },
    { "nothing there", "2021: 1", "2030", "2031", "" },
    { "statuses stay", "2021: 1 P C, 2022: : Q", "2021", "2022", "2021: 1 P C, 2022: : Q" },
    { "ends of different length", "2021: 1", "2021", "2022-T1",
      "a range runs between periods of one length, not from 2021 to 2022-T1" },
    { "ends before it begins", "2021: 1", "2022", "2021",
      "the range 2022..2021 ends before it begins" },
};

static sheaf_period period_or_none(const char *text)
{
    return text[0] != '\0' ? period_from_text(text) : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}

static void test_filters_keep_observations_as_they_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(filters); i++) {
        sheaf_series *series = series_from_text("x", "USD", 0, filters[i].series);

        print_message("  %s\n", filters[i].name);
        assert_series(sheaf_series_filter(series, period_or_none(filters[i].first),
                                          period_or_none(filters[i].last)),
                      filters[i].result);
        sheaf_series_destroy(series);
    }
}

static void test_picks_are_exact(void **state)
{
    sheaf_series *series = series_from_text("x", "USD", 0, "2021: 1, 2022: 2 P, 2023: 3");
    const sheaf_period two[] = { period_from_text("2023"), period_from_text("2022"),
                                 period_from_text("2023") };
    const sheaf_period none[] = { period_from_text("2022-T1") };

    (void)state;
    assert_series(sheaf_series_pick(series, two, 3), "2022: 2 P, 2023: 3");
    assert_series(sheaf_series_pick(series, none, 1), "'x' has no 2022-T1; it has 2021 to 2023");
    sheaf_series_destroy(series);
}

static void test_a_part_keeps_its_derivations(void **state)
{
    sheaf_series *a = series_from_text("a", "USD", 0, "2021: 1, 2022: 2, 2023: 3");
    sheaf_series *sum = sheaf_series_sum(a, a), *part;

    (void)state;
    part = sheaf_series_filter(sum, period_from_text("2022"), period_from_text("2022"));
    assert_int_equal(sheaf_series_derivation_count(part), 1);
    sheaf_series_set_label(part, "twice");
    assert_string_equal(sheaf_series_derivation(part, 0),
                        "twice 2022 = 2 + 2, between 3.0 and 5.0");
    sheaf_series_destroy(part);
    sheaf_series_destroy(sum);
    sheaf_series_destroy(a);
}

#define QUARTER1 "2023-01: 1.0, 2023-02: 2.0, 2023-03: 3.0"
#define REST                                                                                       \
    "2023-04: 4.0, 2023-05: 5.0, 2023-06: 6.0, 2023-07: 7.0, 2023-08: 8.0, 2023-09: 9.0, "         \
    "2023-10: 10.0, 2023-11: 11.0, 2023-12: 12.0"

static const struct {
    const char *name, *series;
    sheaf_spans to;
    bool partial;
    const char *result, *derivation;
} sums[] = {
    { "months to a year",
      QUARTER1 ", " REST,
      { 12, 1, 12 },
      false,
      "2023: 78",
      "sum(x) 2023 = 1.0 + 2.0 + \u2026 + 12.0, between 77.4 and 78.6" },
    { "months to quarters",
      QUARTER1 ", " REST,
      { 3, 1, 3 },
      false,
      "2023-Q1: 6.0, 2023-Q2: 15.0, 2023-Q3: 24.0, 2023-Q4: 33.0",
      "sum(x) 2023-Q1 = 1.0 + 2.0 + 3.0, between 5.85 and 6.15" },
    { "months to half-years",
      QUARTER1 ", " REST,
      { 6, 1, 6 },
      false,
      "2023-S1: 21, 2023-S2: 57",
      NULL },
    { "months to trimesters",
      QUARTER1 ", " REST,
      { 4, 1, 4 },
      false,
      "2023-T1: 10, 2023-T2: 26, 2023-T3: 42",
      "sum(x) 2023-T1 = 1.0 + 2.0 + 3.0 + 4.0" },
    { "January-April", QUARTER1 ", " REST, { 4, 1, 12 }, false, "2023-T1: 10", NULL },
    { "fiscal years",
      QUARTER1 ", " REST ", 2024-01: 1.0, 2024-02: 1.0, 2024-03: 1.0",
      { 12, 4, 12 },
      false,
      "2022-04-01/P1Y: : O, 2023-04-01/P1Y: 75",
      NULL },
    { "a missing month",
      QUARTER1 ", 2023-05: 1.0",
      { 3, 1, 3 },
      false,
      "2023-Q1: 6.0, 2023-Q2: : O",
      NULL },
    { "partial when asked",
      QUARTER1 ", 2023-05: 1.0 P",
      { 3, 1, 3 },
      true,
      "2023-Q1: 6.0, 2023-Q2: 1.0 P",
      NULL },
    { "marked",
      "2023-05: 1.0, 2023-06: 2.0",
      { 3, 1, 3 },
      true,
      "2023-Q2: 3.0 D",
      "sum(x) 2023-Q2 = 1.0 + 2.0 (2/3), between 2.90 and 3.10" },
    { "a suppressed month",
      "2023-04: 1.0, 2023-05: : Q C, 2023-06: 2.0",
      { 3, 1, 3 },
      false,
      "2023-Q2: : Q C",
      NULL },
    { "is confidential in a part, too",
      "2023-04: 1.0, 2023-05: : Q C, 2023-06: 2.0",
      { 3, 1, 3 },
      true,
      "2023-Q2: 3.0 D C",
      NULL },
    { "a confidential figure",
      "2023-04: 1.0, 2023-05: 9.0 A C, 2023-06: 2.0",
      { 3, 1, 3 },
      false,
      "2023-Q2: 12.0 A C",
      NULL },
    { "a stated total stays",
      QUARTER1 ", 2023-Q1: 6.1, " REST,
      { 3, 1, 3 },
      false,
      "2023-Q1: 6.1, 2023-Q2: 15.0, 2023-Q3: 24.0, 2023-Q4: 33.0",
      NULL },
    { "quarters before months",
      QUARTER1 ", 2023-Q1: 6.1, 2023-Q2: 1.0, 2023-Q3: 1.0, 2023-Q4: 1.0",
      { 12, 1, 12 },
      false,
      "2023: 9",
      NULL },
    { "months when quarters do not suffice",
      QUARTER1 ", 2023-Q1: 6.1, " REST,
      { 12, 1, 12 },
      false,
      "2023: 78",
      NULL },
    { "days to months", "2023-02-01: 1", { 1, 1, 1 }, true, "2023-02: 1 D", NULL },
    { "nothing to sum",
      "2023: 1",
      { 3, 1, 3 },
      false,
      "'x' has no parts to sum; it has 2023",
      NULL },
    { "the first part of several years",
      "2022-01: 1, 2022-02: 2, 2023-01: 3, 2023-02: 4, 2023-03: 9",
      { 2, 1, 12 },
      false,
      "2022-01-01/P2M: 3, 2023-01-01/P2M: 7",
      NULL },
    { "no such spans",
      "2023-01: 1",
      { 3, 13, 3 },
      false,
      "spans are of some months, begin in a month from 1 to 12, and return every 1, 2, 3, 4, 6 or "
      "12 months",
      NULL },
};

static void test_sums_to_coarser_periods(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(sums); i++) {
        sheaf_series *series = series_from_text("x", "USD", 0, sums[i].series);
        sheaf_series *result = sheaf_series_sum_to(series, sums[i].to, sums[i].partial);

        print_message("  %s\n", sums[i].name);
        if (sums[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(result, 0), sums[i].derivation);
        assert_series(result, sums[i].result);
        sheaf_series_destroy(series);
    }
}

static const struct {
    const char *name, *series;
    int first_month;
    const char *result;
} to_dates[] = {
    { "from January", QUARTER1, 1, "2023-01: 1.0, 2023-01-01/P2M: 3.0, 2023-Q1: 6.0" },
    { "from February", QUARTER1, 2, "2022-02-01/P1Y: : O, 2023-02: 2.0, 2023-02-01/P2M: 5.0" },
    { "a new year begins anew", "2022-12: 1, 2023-01: 2", 1, "2022: : O, 2023-01: 2" },
    { "a gap stays a gap", "2023-01: 1, 2023-03: 1, 2023-04: 1", 1,
      "2023-01: 1, 2023-Q1: : O, 2023-T1: : O" },
    { "quarters", "2023-Q1: 1.0, 2023-Q2: 2.0, 2023-Q3: 3.0, 2023-Q4: 4.0", 1,
      "2023-Q1: 1.0, 2023-S1: 3.0, 2023-01-01/P9M: 6.0, 2023: 10" },
    { "only parts of the shortest length", "2023-01: 1.0, 2023-Q1: 9.0, 2023-02: 2.0", 1,
      "2023-01: 1.0, 2023-01-01/P2M: 3.0" },
    { "confidential from there on", "2023-01: 1.0, 2023-02: 2.0 A C, 2023-03: 1.0", 1,
      "2023-01: 1.0, 2023-01-01/P2M: 3.0 A C, 2023-Q1: 4.0 A C" },
    { "no parts", "2023: 1", 1, "'x' has no parts of years to add up" },
    { "no month", "2023-01: 1", 0, "a year begins in a month from 1 to 12" },
};

static void test_year_to_date(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(to_dates); i++) {
        sheaf_series *series = series_from_text("x", "USD", 0, to_dates[i].series);
        sheaf_series *result = sheaf_series_cumulative(series, to_dates[i].first_month);

        print_message("  %s\n", to_dates[i].name);
        assert_series(result, to_dates[i].result);
        sheaf_series_destroy(series);
    }
}

#define TO_DATE "2023-01: 1.0, 2023-01-01/P2M: 3.1, 2023-Q1: 6.3, 2023-T1: 10.6"

static const struct {
    const char *name, *series;
    int first_month, step;
    const char *result, *derivation;
} taken_apart[] = {
    { "months", TO_DATE, 1, 1, "2023-01: 1.0, 2023-02: 2.1, 2023-03: 3.2, 2023-04: 4.3",
      "months(x) 2023-02 = 3.1 \u2212 1.0, between 2.00 and 2.20" },
    { "two years", "2022-01-01/P11M: 10, 2022: 12, 2023-01: 3, 2023-01-01/P2M: 5", 1, 1,
      "2022-11: : O, 2022-12: ≈2, 2023-01: 3, 2023-02: ≈2", NULL },
    { "January and February together, as China has them",
      "2023-01-01/P2M: 3.0, 2023-Q1: 6.0, 2023-T1: 10.0", 1, 1,
      "2023-02: : O, 2023-03: 3.0, 2023-04: 4.0", NULL },
    { "a gap leaves the month missing", "2023-01: 1, 2023-Q1: 6, 2023-T1: 10", 1, 1,
      "2023-01: 1, 2023-03: : O, 2023-04: 4", NULL },
    { "an earlier figure without a value", "2023-01: : O, 2023-01-01/P2M: 3", 1, 1,
      "'x' has no two figures for the year to date that lie 1 month apart; it has 2023-01 to "
      "2023-01-01/P2M",
      NULL },
    { "a month that is stated", "2023-01: 1, 2023-01-01/P2M: 3, 2023-02: 2.5", 1, 1,
      "2023-01: 1, 2023-02: 2.5", NULL },
    { "years from April", "2023-04: 1, 2023-04-01/P2M: 3, 2023-Q2: 6", 4, 1,
      "2023-04: 1, 2023-05: ≈2, 2023-06: 3", NULL },
    { "a quarter that is no year to date", "2023-04: 1, 2023-Q2: 6", 1, 1, "2023-04: 1", NULL },
    { "a fall", "2023-01: 5, 2023-01-01/P2M: 4", 1, 1, "2023-01: 5, 2023-02: ≈-1", NULL },
    { "confidential", "2023-01: 1 A C, 2023-01-01/P2M: 3, 2023-Q1: 6", 1, 1,
      "2023-01: 1 A C, 2023-02: ≈2 A C, 2023-03: 3", NULL },
    { "quarters", "2023-Q1: 1, 2023-S1: 3, 2023-01-01/P9M: 6, 2023: 10", 1, 3,
      "2023-Q1: 1, 2023-Q2: ≈2, 2023-Q3: 3, 2023-Q4: 4",
      "quarters(x) 2023-Q2 = 3 \u2212 1, between 1.0 and 3.0" },
    { "quarters have no months", "2023-Q1: 1, 2023-S1: 3", 1, 1,
      "'x' has no two figures for the year to date that lie 1 month apart; it has 2023-Q1 to "
      "2023-S1",
      NULL },
    { "no month", TO_DATE, 13, 1,
      "a year begins in a month from 1 to 12, and has parts of 1, 2, 3, 4 or 6 months", NULL },
    { "no part of a year", TO_DATE, 1, 5,
      "a year begins in a month from 1 to 12, and has parts of 1, 2, 3, 4 or 6 months", NULL },
};

static void test_year_to_date_is_taken_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(taken_apart); i++) {
        sheaf_series *series = series_from_text("x", "USD", 0, taken_apart[i].series);
        sheaf_series *result =
            sheaf_series_from_cumulative(series, taken_apart[i].first_month, taken_apart[i].step);

        print_message("  %s\n", taken_apart[i].name);
        if (taken_apart[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(result, 0), taken_apart[i].derivation);
        assert_series(result, taken_apart[i].result);
        sheaf_series_destroy(series);
    }
}

enum rolling { SUM, MEAN, SEASONAL };

static const struct {
    const char *name;
    enum rolling what;
    const char *series;
    size_t n;
    const char *result, *derivation;
} rolled[] = {
    { "sums are of their span", SUM, QUARTER1, 2, "2023-01-01/P2M: 3.0, 2023-02-01/P2M: 5.0",
      "rolling_sum(x, 2) 2023-01-01/P2M = 1.0 + 2.0, between 2.90 and 3.10" },
    { "means are of the last period", MEAN, QUARTER1, 2, "2023-02: 1.5, 2023-03: 2.5",
      "rolling_mean(x, 2) 2023-02 = (1.0 + 2.0) / 2" },
    { "a gap", MEAN, "2023-01: 1.0, 2023-03: 2.0, 2023-04: 4.0", 2, "2023-03: : O, 2023-04: 3.0",
      NULL },
    { "of one", SUM, "2022: 1, 2023: 2", 1, "2022: 1, 2023: 2", NULL },
    { "years", SUM, "2021: 1.0, 2022: 1.0, 2023: 2.0", 3, "2021-01-01/P3Y: 4.0", NULL },
    { "days", SUM, "2023-02-01: 1.0, 2023-02-02: 1.0", 2, "2023-02-01/P2D: 2.0", NULL },
    { "of none", SUM, QUARTER1, 0, "rolling figures are of 1 to 10000 periods", NULL },
    { "all Januaries", SEASONAL, "2021-01: 1.0, 2021-02: 5.0, 2022-01: 3.0, 2023-01: 5.0", 0,
      "2021-01: 3.0, 2021-02: 5.0, 2022-01: 3.0, 2023-01: 3.0",
      "seasonal(x) 2021-01 = (1.0 + 3.0 + 5.0) / 3" },
    { "the two years before", SEASONAL, "2021-01: 1.0, 2022-01: 3.0, 2023-01: 5.0, 2024-01: 9.0", 2,
      "2023-01: 2.0, 2024-01: 4.0", "seasonal(x) 2023-01 = (1.0 + 3.0) / 2" },
    { "a year is missing", SEASONAL, "2021-01: 1.0, 2023-01: 5.0", 2, "2023-01: : O", NULL },
    { "confidential", SEASONAL, "2022-01: 1.0 P C, 2023-01: 5.0", 1, "2023-01: 1.0 P C", NULL },
};

static void test_rolling_and_seasonal_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(rolled); i++) {
        sheaf_series *series = series_from_text("x", "USD", 0, rolled[i].series);
        sheaf_series *result = rolled[i].what == SUM ? sheaf_series_rolling_sum(series, rolled[i].n)
                               : rolled[i].what == MEAN
                                   ? sheaf_series_rolling_mean(series, rolled[i].n)
                                   : sheaf_series_seasonal_mean(series, rolled[i].n);

        print_message("  %s\n", rolled[i].name);
        if (rolled[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(result, 0), rolled[i].derivation);
        assert_series(result, rolled[i].result);
        sheaf_series_destroy(series);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filters_keep_observations_as_they_are),
        cmocka_unit_test(test_picks_are_exact),
        cmocka_unit_test(test_a_part_keeps_its_derivations),
        cmocka_unit_test(test_sums_to_coarser_periods),
        cmocka_unit_test(test_year_to_date),
        cmocka_unit_test(test_year_to_date_is_taken_apart),
        cmocka_unit_test(test_rolling_and_seasonal_figures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
