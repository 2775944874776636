/* shares_match_their_definitions.c - shares, indices, contributions and compound growth match their
 * definitions. */
#include "support/check.h"

#include <string.h>

#include "series/series.h"
#include "sheaf/algebra.h"
#include "support/series_text.h"

enum function { SHARE, CHANGE, CHANGE_ON_PREVIOUS, GROWTH, ON_PREVIOUS, CONTRIBUTION };

static const struct {
    const char *name;
    enum function function;
    const char *unit, *a, *b, *result_unit, *result, *derivation;
} cases[] = {
    { "a share", SHARE, "USD", "2022: 3.00, 2023: 4.00", "2022: 12.00, 2023: 12.00", "%",
      "2022: 25.0, 2023: 33.3", "share(a, b) 2022 = 3.00 / 12.00, between 24.94 and 25.06" },
    { "of what may be zero", SHARE, "USD", "2022: 3.00, 2023: 4.00", "2022: 0.00, 2023: -1.00", "%",
      "2022: : M, 2023: : M", NULL },
    { "a confidential part", SHARE, "USD", "2023: 3.00 P C", "2023: 12.00", "%", "2023: 25.0 P C",
      NULL },
    { "a missing part", SHARE, "USD", "2023: : O", "2023: 12.00", "%", "2023: : O", NULL },
    { "change", CHANGE, "USD", "2022: 3.0, 2023: 4.5 P", "", "USD", "2023: 1.5 P",
      "change(a) 2023 = 4.5 \u2212 3.0, between 1.40 and 1.60" },
    { "change of a share is in points", CHANGE, "%", "2022: 30.0, 2023: 34.5", "", "pp",
      "2023: 4.5", NULL },
    { "so is its growth", GROWTH, "%", "2022: 30.0, 2023: 34.5", "", "pp", "2023: 4.5", NULL },
    { "change on the month before", CHANGE_ON_PREVIOUS, "USD",
      "2022-12: 1.0, 2023-01: 3.0, 2023-03: 4.0", "", "USD", "2023-01: 2.0", NULL },
    { "growth on the quarter before", ON_PREVIOUS, "USD",
      "2022-Q4: 10.00, 2023-Q1: 12.00, 2023: 9.00", "", "%", "2023-Q1: 20",
      "growth(a, on: previous) 2023-Q1 = 12.00 / 10.00 \u2212 1" },
    { "a contribution", CONTRIBUTION, "USD", "2022: 30.00, 2023: 35.00",
      "2022: 100.00, 2023: 120.00", "pp", "2023: 5.0",
      "contribution(a, b) 2023 = (35.00 \u2212 30.00) / 100.00" },
    { "a contribution to nothing", CONTRIBUTION, "USD", "2022: 30.00, 2023: 35.00",
      "2022: 0.00, 2023: 120.00", "pp", "2023: : M", NULL },
    { "a confidential total", CONTRIBUTION, "USD", "2022: 30.00, 2023: 35.00", "2022: 100.00 A N",
      "pp", "2023: 5.0 A N", NULL },
};

static sheaf_series *apply(enum function function, const sheaf_series *a, const sheaf_series *b)
{
    switch (function) {
    case SHARE:
        return sheaf_series_share(a, b);
    case CHANGE:
        return sheaf_series_change(a, SHEAF_ON_YEAR);
    case CHANGE_ON_PREVIOUS:
        return sheaf_series_change(a, SHEAF_ON_PREVIOUS);
    case GROWTH:
        return sheaf_series_growth(a);
    case ON_PREVIOUS:
        return sheaf_series_growth_on(a, SHEAF_ON_PREVIOUS);
    default:
        return sheaf_series_contribution(a, b, SHEAF_ON_YEAR);
    }
}

static void test_shares_and_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series *a = series_from_text("a", cases[i].unit, 0, cases[i].a);
        sheaf_series *b = series_from_text("b", cases[i].unit, 0, cases[i].b);
        sheaf_series *result = apply(cases[i].function, a, b);

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_series_unit(result), cases[i].result_unit);
        if (cases[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(result, 0), cases[i].derivation);
        assert_series(result, cases[i].result);
        sheaf_series_destroy(a);
        sheaf_series_destroy(b);
    }
}

static void test_units_must_agree(void **state)
{
    sheaf_series *usd = series_from_text("usd", "USD", 9, "2022: 1.000, 2023: 1.000");
    sheaf_series *million = series_from_text("million", "USD", 6, "2022: 4000, 2023: 4000");
    sheaf_series *tonnes = series_from_text("tonnes", "t", 0, "2022: 1, 2023: 1");

    (void)state;
    assert_series(sheaf_series_share(usd, tonnes),
                  "a share needs one unit: 'usd' is in USD, 'tonnes' in t");
    assert_series(sheaf_series_contribution(usd, tonnes, SHEAF_ON_YEAR),
                  "a contribution to growth needs one unit: 'usd' is in USD, 'tonnes' in t");
    assert_series(sheaf_series_share(million, usd), "2022: 400, 2023: 400");

    sheaf_series_set_partner(million, "WLD");
    sheaf_series_set_partner(usd, "CHN");
    assert_series(sheaf_series_share(million, usd), "2022: 400, 2023: 400");
    sheaf_series *of_china = sheaf_series_share(usd, million);
    assert_string_equal(sheaf_series_partner(of_china), "CHN");
    sheaf_series_destroy(of_china);
    sheaf_series_destroy(usd);
    sheaf_series_destroy(million);
    sheaf_series_destroy(tonnes);
}

static void test_no_part_is_more_than_its_whole(void **state)
{
    sheaf_series *china = series_from_text("CHN", "USD", 9, "2022: 9.0, 2023: 10.1");
    sheaf_series *world = series_from_text("WLD", "USD", 9, "2022: 10, 2023: 10");
    sheaf_series *exact = series_from_text("all", "USD", 9, "2022: 10.0, 2023: 10.0");

    (void)state;
    sheaf_series_set_partner(china, "CHN");
    sheaf_series_set_partner(world, "WLD");
    assert_series(sheaf_series_share(china, world), "2022: 90, 2023: 100");
    assert_series(sheaf_series_share(china, exact), "2022: 90, 2023: 100");
    sheaf_series_set_partner(exact, "WLD");
    assert_series(sheaf_series_share(china, exact), "2022: 90, 2023: 100");
    sheaf_series_destroy(exact);
    exact = series_from_text("all", "USD", 9, "2022: 10.00, 2023: 10.00");
    sheaf_series_set_partner(exact, "WLD");
    assert_series(sheaf_series_share(china, exact),
                  "in 2023 'CHN' is more than 'all', of which it is a part");
    sheaf_series_set_flow(china, "exports");
    sheaf_series_set_flow(exact, "imports");
    assert_series(sheaf_series_share(china, exact), "2022: 90, 2023: 101");
    sheaf_series_destroy(china);
    sheaf_series_destroy(world);
    sheaf_series_destroy(exact);
}

static const struct {
    const char *name, *series, *base, *result, *unit;
} indices[] = {
    { "the base is 100", "2019: 8.00, 2020: 6.80, 2023: 14.80", "2019",
      "2019: 100.0, 2020: 85, 2023: 185", "2019 = 100" },
    { "a base of months", "2022-01: 1.00, 2022-02: 3.00, 2022-03: 2.00, 2023-01: 4.00", "2022-Q1",
      "2022-01: 50, 2022-02: 150, 2022-03: 100, 2023-01: 200", "2022-Q1 = 100" },
    { "months have no base in a year's total", "2022: 120, 2023-01: 10, 2023-02: 11, 2023: 150",
      "2022", "2022: 100.0, 2023: 125", "2022 = 100" },
    { "years by a year, months by its months",
      "2022-01: 1.00, 2022: 50, 2022-02: 2.00, 2022-03: 3.00, 2022-04: 1.00, 2022-05: 2.00, "
      "2022-06: 3.00, 2022-07: "
      "1, "
      "2022-08: 2.00, 2022-09: 3.00, 2022-10: 1.00, 2022-11: 2.00, 2022-12: 3.00, 2023-01: 4.00, "
      "2023: 100",
      "2022",
      "2022-01: 50, 2022: 100.0, 2022-02: 100, 2022-03: 150, 2022-04: 50, 2022-05: 100, "
      "2022-06: 150, 2022-07: ≈50, 2022-08: 100, 2022-09: 150, 2022-10: 50, 2022-11: 100, 2022-12: "
      "150, "
      "2023-01: 200, 2023: 200",
      "2022 = 100" },
    { "a month is no base of years", "2022: 120, 2022-01: 10, 2022-02: 20", "2022-01",
      "2022-01: 100.0, 2022-02: ≈200", "2022-01 = 100" },
    { "only a total of the base, and months", "2022-01-01/P2Y: 8, 2023-01: 1", "2022",
      "'x' has no 2022 to be 100; it has 2022-01-01/P2Y to 2023-01", NULL },
    { "no such base", "2019: 8.00", "2018", "'x' has no 2018 to be 100; it has 2019", NULL },
    { "some months of a base", "2022-01: 1, 2022-03: 2", "2022-Q1",
      "'x' has no 2022-Q1 to be 100; it has 2022-01 to 2022-03", NULL },
    { "a base that may be zero", "2019: 0, 2020: 4", "2019", "2019: : M, 2020: : M", NULL },
    { "missing and confidential", "2019: 8.00 P, 2020: : Q C, 2021: 4.00 A N", "2019",
      "2019: 100.0 P, 2020: : Q C, 2021: 50.0 P N", "2019 = 100" },
};

static void test_indices(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(indices); i++) {
        sheaf_series *series = series_from_text("x", "USD", 9, indices[i].series);
        sheaf_series *result = sheaf_series_index(series, period_from_text(indices[i].base));

        print_message("  %s\n", indices[i].name);
        if (indices[i].unit != NULL)
            assert_string_equal(sheaf_series_unit(result), indices[i].unit);
        assert_series(result, indices[i].result);
        sheaf_series_destroy(series);
    }
}

/* Their sums would overflow. */
static void test_no_period_is_no_base(void **state)
{
    static const sheaf_period none[] = { { SHEAF_MONTHS, -7, INT32_MIN },
                                         { SHEAF_MONTHS, INT32_MAX, 12 } };
    sheaf_series *series = series_from_text("x", "USD", 9, "2019-01: 1.0, 2019-02: 2.0");

    (void)state;
    for (size_t i = 0; i < LENGTH(none); i++) {
        sheaf_series *index = sheaf_series_index(series, none[i]);
        assert_int_not_equal(sheaf_series_status(index), SHEAF_OK);
        sheaf_series_destroy(index);
    }
    sheaf_series_destroy(series);
}

static void test_compound_growth(void **state)
{
    sheaf_series *series = series_from_text("x", "USD", 9,
                                            "2019: 100.0, 2020: 110.0, 2021: 121.0, 2023-T1: 5.0, "
                                            "2023: 146.4, 2024: -1.0");
    sheaf_series *result = sheaf_series_compound_growth(series, period_from_text("2019"));

    (void)state;
    assert_string_equal(sheaf_series_derivation(result, 2),
                        "compound(x, from: 2019) 2023 = (146.4 / 100.0) ^ (1 / 4) \u2212 1");
    assert_series(result, "2020: 10, 2021: 10.0, 2023: 10.0, 2024: : M");
    assert_series(sheaf_series_compound_growth(series, period_from_text("2018")),
                  "'x' has no 2018 to grow from; it has 2019 to 2024");
    sheaf_series_destroy(series);
}

/* Kazakhstan's part of wheat in its exports is 4 %, the world's 1 %: 4. */
static void test_ratios_of_shares(void **state)
{
    sheaf_series *product = series_from_text("wheat", "USD", 6, "2023: 40.0");
    sheaf_series *all = series_from_text("exports", "USD", 9, "2023: 1.000");
    sheaf_series *world = series_from_text("world wheat", "USD", 6, "2023: 1000.0");
    sheaf_series *total = series_from_text("world", "USD", 9, "2023: 100.0");
    sheaf_series *tonnes = series_from_text("weight", "t", 0, "2023: 1");
    sheaf_series *result = sheaf_series_comparative_advantage(product, all, world, total);

    (void)state;
    assert_string_equal(sheaf_series_unit(result), "");
    assert_string_equal(sheaf_series_name(result), "rca(wheat)");
    assert_int_equal(sheaf_series_derivation_count(result), 3);
    assert_string_equal(sheaf_series_derivation(result, 0),
                        "wheat / exports 2023 = 0.0400 / 1.000, between 0.03993 and 0.04008");
    assert_series(result, "2023: 4.00");
    assert_series(sheaf_series_trade_intensity(product, all, world, total), "2023: 4.00");
    assert_series(sheaf_series_trade_intensity(product, tonnes, world, total),
                  "intensity needs one unit: 'wheat' is in USD, 'weight' in t");
    sheaf_series_destroy(tonnes);
    sheaf_series_destroy(product);
    sheaf_series_destroy(all);
    sheaf_series_destroy(world);
    sheaf_series_destroy(total);
}

/* What a source says cannot exist has no share, for that reason; a share of what is zero, and what is
 * computed from it, is not computed. Both have the status M, and only the second is derived. */
static void test_reasons(void **state)
{
    static const struct {
        const char *part, *whole;
        bool is_derived;
    } shares[] = {
        { "2023: : M", "2023: 12.00", false },
        { "2023: 3.00", "2023: 0.00", true },
        { "2023: : O", "2023: 12.00", true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(shares); i++) {
        sheaf_series *part = series_from_text("a", "USD", 9, shares[i].part);
        sheaf_series *whole = series_from_text("b", "USD", 9, shares[i].whole);
        sheaf_series *share = sheaf_series_share(part, whole);
        sheaf_series *of_that = sheaf_series_difference(share, share);
        assert_int_equal(sheaf_series_status(of_that), SHEAF_OK);
        assert_int_equal(sheaf_series_at(share, 0, ROOM)->derived, shares[i].is_derived);
        assert_int_equal(sheaf_series_at(of_that, 0, ROOM)->derived, shares[i].is_derived);
        sheaf_series_destroy(of_that);
        sheaf_series_destroy(share);
        sheaf_series_destroy(whole);
        sheaf_series_destroy(part);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares_and_changes),
        cmocka_unit_test(test_units_must_agree),
        cmocka_unit_test(test_no_part_is_more_than_its_whole),
        cmocka_unit_test(test_indices),
        cmocka_unit_test(test_no_period_is_no_base),
        cmocka_unit_test(test_compound_growth),
        cmocka_unit_test(test_ratios_of_shares),
        cmocka_unit_test(test_reasons),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
