/* combinations_have_the_right_unit.c - sums, products and quotients have the right unit, digits, status and
 * confidentiality, and what makes no sense says so. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "series/series.h"
#include "sheaf/algebra.h"
#include "support/series_text.h"

struct operand {
    const char *unit;
    int multiplier;
    const char *figures;
};

static const struct {
    const char *name;
    struct operand a;
    char sign;
    struct operand b;
    const char *unit;
    int multiplier;
    const char *result, *derivation;
} cases[] = {
    { "value by quantity",
      { "USD", 9, "2023: 14.7" },
      '/',
      { "t", 3, "2023: 3000" },
      "USD/t",
      0,
      "2023: 4900",
      "a / b 2023 = 14.7 / 3000 \u00d7 1000000" },
    { "price times quantity",
      { "USD/t", 0, "2023: 4900" },
      '*',
      { "t", 3, "2023: 3000" },
      "USD",
      3,
      "2023: 14700000",
      "a * b 2023 = 4900 \u00d7 3000" },
    { "a ratio of one unit is a plain number",
      { "USD", 9, "2023: 14.7" },
      '/',
      { "USD", 6, "2023: 16800" },
      "",
      0,
      "2023: 0.88",
      "a / b 2023 = 14.7 / 16800 \u00d7 1000, between 0.871 and 0.879" },
    { "by a plain number the unit stays",
      { "USD", 9, "2023: 14.7" },
      '/',
      { "", 0, "2023: 3.000" },
      "USD",
      9,
      "2023: 4.9",
      NULL },
    { "by a percentage: hundredths",
      { "USD", 9, "2023: 20.0" },
      '*',
      { "%", 0, "2023: 5.00" },
      "USD",
      9,
      "2023: 1.00",
      "a * b 2023 = 20.0 \u00d7 5.00 / 100" },
    { "a percentage of a value",
      { "%", 0, "2023: 5.00" },
      '*',
      { "USD", 9, "2023: 20.0" },
      "USD",
      9,
      "2023: 1.00",
      NULL },
    { "divided by a percentage",
      { "USD", 9, "2023: 1.00" },
      '/',
      { "%", 0, "2023: 5.00" },
      "USD",
      9,
      "2023: 20",
      NULL },
    { "two percentages",
      { "%", 0, "2023: 50.0" },
      '*',
      { "%", 0, "2023: 50.0" },
      "%",
      0,
      "2023: 25.0",
      NULL },
    { "a ratio of percentages",
      { "%", 0, "2023: 50.0" },
      '/',
      { "%", 0, "2023: 25.0" },
      "",
      0,
      "2023: 2.00",
      NULL },
    { "the inverse of a unit",
      { "", 0, "2023: 100" },
      '/',
      { "t", 0, "2023: 50" },
      "1/t",
      0,
      "2023: 2.0",
      NULL },
    { "units of several factors",
      { "USD/t", 0, "2023: 10.0" },
      '/',
      { "km", 0, "2023: 5.0" },
      "USD/t/km",
      0,
      "2023: 2.0",
      NULL },
    { "and back",
      { "USD/t/km", 0, "2023: 2.00" },
      '*',
      { "t\u00b7km", 0, "2023: 5.0" },
      "USD",
      0,
      "2023: 10",
      NULL },
    { "dollars times dollars",
      { "USD", 0, "2023: 2" },
      '*',
      { "USD", 0, "2023: 5" },
      NULL,
      0,
      "cannot multiply USD by USD",
      NULL },
    { "a divisor that may be zero gives nothing",
      { "USD", 0, "2022: 2, 2023: 2" },
      '/',
      { "t", 0, "2022: 0, 2023: 2" },
      "USD/t",
      0,
      "2022: : M, 2023: ≈1",
      NULL },
    { "negative figures",
      { "USD", 9, "2023: -2.1" },
      '*',
      { "", 0, "2023: -2.00" },
      "USD",
      9,
      "2023: 4",
      "a * b 2023 = \u22122.1 \u00d7 (\u22122.00)" },
    { "years and months",
      { "USD", 0, "2022: 2, 2023: 2" },
      '+',
      { "USD", 0, "2023-01: 1, 2023-02: 3" },
      NULL,
      0,
      "no period in common: 'a' has years (2022 to 2023), 'b' months (2023-01 to 2023-02)",
      NULL },
    { "mixed periods",
      { "USD", 0, "2022: 2" },
      '/',
      { "USD", 0, "2023: 2, 2023-02: 3" },
      NULL,
      0,
      "no period in common: 'a' has 2022, 'b' has 2023 to 2023-02",
      NULL },
    { "statuses travel",
      { "USD", 0, "2021: 2.0 E, 2022: 2.0 P, 2023: 2.0" },
      '+',
      { "USD", 0, "2021: 1.0 P, 2022: 1.0 B, 2023: 1.0" },
      "USD",
      0,
      "2021: 3.0 E, 2022: 3.0 P, 2023: 3.0",
      NULL },
    { "so do missing and suppressed values",
      { "USD", 0, "2021: 2, 2022: : O, 2023: : Q" },
      '*',
      { "", 0, "2021: : L, 2022: 1, 2023: : O" },
      "USD",
      0,
      "2021: : L, 2022: : O, 2023: : Q",
      NULL },
    { "and in quotients",
      { "USD", 0, "2021: 2, 2022: : O, 2023: : Q" },
      '/',
      { "", 0, "2021: : L, 2022: 1, 2023: : O" },
      "USD",
      0,
      "2021: : L, 2022: : O, 2023: : Q",
      NULL },
    { "confidentiality travels",
      { "USD", 0, "2020: 2.0 A C, 2021: 2.0 A N, 2022: 2.0 A D, 2023: 2.0 A Z" },
      '/',
      { "t", 0, "2020: 2.0, 2021: 2.0 A S, 2022: 2.0 A G, 2023: 2.0 A N" },
      "USD/t",
      0,
      "2020: 1.0 A C, 2021: 1.0 A S, 2022: 1.0 A G, 2023: 1.0 A N",
      NULL },
};

static sheaf_series *apply(const sheaf_series *a, char sign, const sheaf_series *b)
{
    return sign == '+'   ? sheaf_series_sum(a, b)
           : sign == '-' ? sheaf_series_difference(a, b)
           : sign == '*' ? sheaf_series_multiply(a, b)
                         : sheaf_series_divide(a, b);
}

static void test_units_digits_and_statuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series *a =
            series_from_text("a", cases[i].a.unit, cases[i].a.multiplier, cases[i].a.figures);
        sheaf_series *b =
            series_from_text("b", cases[i].b.unit, cases[i].b.multiplier, cases[i].b.figures);
        sheaf_series *result = apply(a, cases[i].sign, b);

        print_message("  %s\n", cases[i].name);
        if (cases[i].unit != NULL) {
            assert_string_equal(sheaf_series_unit(result), cases[i].unit);
            assert_int_equal(sheaf_series_multiplier(result), cases[i].multiplier);
        }
        if (cases[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(result, 0), cases[i].derivation);
        for (size_t k = 0; k < sheaf_series_count(result); k++)
            assert_true(sheaf_series_at(result, k, ROOM)->derived);
        assert_series(result, cases[i].result);
        sheaf_series_destroy(a);
        sheaf_series_destroy(b);
    }
}

static void test_plain_numbers_are_exact(void **state)
{
    sheaf_series *exports = series_from_text("exports", "USD", 9, "2022: 13, 2023: 14.7");
    sheaf_series *thousand = sheaf_series_number(exports, 1000);
    sheaf_series *half = sheaf_series_number(exports, 0.5), *result;

    (void)state;
    result = sheaf_series_divide(exports, thousand);
    assert_string_equal(sheaf_series_name(result), "exports / 1000");
    assert_string_equal(sheaf_series_derivation(result, 1), "exports / 1000 2023 = 14.7 / 1000");
    assert_series(result, "2022: 0.013, 2023: 0.0147");
    assert_series(sheaf_series_multiply(half, exports), "2022: 7, 2023: 7.4");
    assert_series(sheaf_series_sum(exports, half),
                  "cannot add a number without unit to USD ('0.5' to 'exports')");
    sheaf_series_destroy(exports);
    sheaf_series_destroy(thousand);
    sheaf_series_destroy(half);
}

static sheaf_series *flow(const char *name, const char *reporter, const char *partner,
                          const char *figures)
{
    sheaf_series *series = series_from_text(name, "USD", 9, figures);

    sheaf_series_set_flow(series, name);
    sheaf_series_set_reporter(series, reporter);
    sheaf_series_set_partner(series, partner);
    return series;
}

static void test_exports_beside_imports(void **state)
{
    sheaf_series *exports = flow("exports", "KAZ", "CHN", "2022: 13.1, 2023: 14.7");
    sheaf_series *imports = flow("imports", "KAZ", "CHN", "2022: 11.1 P, 2023: 16.8");
    sheaf_series *mirror = flow("imports", "CHN", "KAZ", "2022: 16.36, 2023: 18.0");
    sheaf_series *result;

    (void)state;
    result = sheaf_series_turnover(exports, imports);
    assert_string_equal(sheaf_series_flow(result), "turnover");
    assert_string_equal(sheaf_series_partner(result), "CHN");
    assert_string_equal(sheaf_series_derivation(result, 1),
                        "turnover 2023 = 14.7 + 16.8, between 31.40 and 31.60");
    assert_series(result, "2022: 24.2 P, 2023: 31.5");
    assert_series(sheaf_series_balance(exports, imports), "2022: 2.0 P, 2023: -2.1");
    result = sheaf_series_cover(exports, imports);
    assert_string_equal(sheaf_series_unit(result), "%");
    assert_series(result, "2022: 118 P, 2023: 88");
    assert_series(sheaf_series_balance(imports, exports),
                  "balance(exports, imports) takes the exports first");
    assert_series(sheaf_series_turnover(exports, mirror),
                  "turnover(exports, imports) is of one trade: 'exports' is reported by KAZ, "
                  "'imports' CHN; mirror(\u2026) shows both");
    sheaf_series_destroy(exports);
    sheaf_series_destroy(imports);
    sheaf_series_destroy(mirror);
}

static void test_mirror_shows_both_sides(void **state)
{
    sheaf_series *exports = flow("exports", "KAZ", "CHN", "2022: 13.17, 2023: 14.74");
    sheaf_series *imports = flow("imports", "CHN", "KAZ", "2022: 14.82, 2023: 16.20");
    sheaf_series *other = flow("imports", "CHN", "RUS", "2022: 1.0");
    sheaf_series_list *list = sheaf_series_mirror(exports, imports);
    const sheaf_series *difference = sheaf_series_list_at(list, 2);

    (void)state;
    assert_int_equal(sheaf_series_list_count(list), 3);
    assert_string_equal(sheaf_series_reporter(sheaf_series_list_at(list, 0)), "KAZ");
    assert_string_equal(sheaf_series_reporter(sheaf_series_list_at(list, 1)), "CHN");
    assert_string_equal(sheaf_series_name(difference), "difference");
    assert_string_equal(
        sheaf_series_derivation(difference, 0),
        "difference 2022 = 14.82 (CIF) \u2212 13.17 (FOB), between 1.640 and 1.660");
    assert_series(series_copy(NULL, difference), "2022: 1.65, 2023: 1.46");
    assert_null(sheaf_series_list_at(list, 3));
    sheaf_series_list_destroy(list);

    list = sheaf_series_mirror(exports, other);
    assert_int_equal(sheaf_series_list_status(list), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_series_list_error(list)->message,
                        "mirror(exports, imports) is of one flow from both ends: exports of KAZ to "
                        "CHN, and imports of CHN from RUS, are not");
    assert_int_equal(sheaf_series_list_count(list), 0);
    sheaf_series_list_destroy(list);
    sheaf_series_destroy(exports);
    sheaf_series_destroy(imports);
    sheaf_series_destroy(other);
}

static void test_unit_values_need_a_quantity(void **state)
{
    sheaf_series *value = series_from_text("value", "USD", 6, "2023: 36.0");
    sheaf_series *quantity = series_from_text("weight", "t", 3, "2023: 120.0");
    sheaf_series *count = series_from_text("count", "", 0, "2023: 120.0");
    sheaf_series *result;

    (void)state;
    result = sheaf_series_unit_value(value, quantity);
    assert_string_equal(sheaf_series_unit(result), "USD/t");
    assert_series(result, "2023: 300");
    assert_series(
        sheaf_series_unit_value(value, count),
        "unit_value(value, quantity) takes a quantity, such as tonnes: 'count' is in plain "
        "numbers");
    sheaf_series_destroy(value);
    sheaf_series_destroy(quantity);
    sheaf_series_destroy(count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units_digits_and_statuses),
        cmocka_unit_test(test_plain_numbers_are_exact),
        cmocka_unit_test(test_exports_beside_imports),
        cmocka_unit_test(test_mirror_shows_both_sides),
        cmocka_unit_test(test_unit_values_need_a_quantity),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
