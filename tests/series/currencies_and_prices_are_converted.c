/* currencies_and_prices_are_converted.c - values in another currency, and in the prices of another year. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "series/series.h"
#include "support/series_text.h"

static const struct {
    const char *name;
    struct {
        const char *unit;
        int multiplier;
        const char *figures;
    } series, rates;
    const char *currency, *result, *derivation;
} conversions[] = {
    { "by euros a dollar",
      { "USD", 9, "2022: 10.00, 2023: 20.00 P" },
      { "EUR/USD", 0, "2021: 0.845, 2022: 0.9500, 2023: 0.9250" },
      "EUR",
      "2022: 9.50, 2023: 18.50 P",
      "convert(trade, to: EUR) 2022 = 10.00 \u00d7 0.9500, between 9.494 and 9.506" },
    { "by dollars a euro",
      { "USD", 9, "2022: 10.50" },
      { "USD/EUR", 0, "2022: 1.0500" },
      "EUR",
      "2022: 10.00",
      "convert(trade, to: EUR) 2022 = 10.50 / 1.0500" },
    { "by thousands of tenge",
      { "USD", 6, "2022: 100.0" },
      { "KZT/USD", 3, "2022: 0.4600" },
      "KZT",
      "2022: 46000",
      NULL },
    { "a currency stays itself",
      { "EUR", 6, "2022: 100.0" },
      { "USD/EUR", 0, "2022: 1.05" },
      "EUR",
      "2022: 100.0",
      NULL },
    { "a month by the month's rate",
      { "USD", 9, "2022: 9.0, 2022-01: 1.00" },
      { "EUR/USD", 0, "2022-01: 0.9000" },
      "EUR",
      "2022-01: 0.90",
      NULL },
    { "never a year by a month's rate",
      { "USD", 9, "2022: 10.0" },
      { "EUR/USD", 0, "2022-01: 0.9" },
      "EUR",
      "no period in common: 'trade' has years (2022), 'rates' months (2022-01)",
      NULL },
    { "without a rate there is no value",
      { "USD", 9, "2021: 10.0, 2022: 10.0" },
      { "EUR/USD", 0, "2021: : O, 2022: 0.9000" },
      "EUR",
      "2021: : O, 2022: 9.0",
      NULL },
    { "a rate without currencies is asked for them",
      { "USD", 9, "2022: 10.0" },
      { "", 0, "2022: 0.95" },
      "EUR",
      "convert(trade, to: EUR) needs rates in EUR/USD or USD/EUR; 'rates' is in plain numbers; the "
      "unit of a file's values can be set",
      NULL },
    { "so is one of others",
      { "USD", 9, "2022: 10.0" },
      { "RUB/USD", 0, "2022: 70" },
      "EUR",
      "convert(trade, to: EUR) needs rates in EUR/USD or USD/EUR; 'rates' is in RUB/USD; the unit "
      "of a file's values can be set",
      NULL },
    { "a rate below zero measures nothing",
      { "USD", 9, "2021: 10.0, 2022: 10.0" },
      { "EUR/USD", 0, "2021: 0.950, 2022: -0.950" },
      "EUR",
      "2021: 9.5, 2022: : M",
      NULL },
    { "nor does one of zero",
      { "USD", 9, "2022: 10.0" },
      { "EUR/USD", 0, "2022: 0" },
      "EUR",
      "2022: : M",
      NULL },
    { "one of another period is not used",
      { "USD", 9, "2022: 10.0" },
      { "EUR/USD", 0, "2021: -1, 2022: 0.900" },
      "EUR",
      "2022: 9.0",
      NULL },
    { "tonnes are no money",
      { "t", 3, "2022: 10.0" },
      { "EUR/USD", 0, "2022: 0.95" },
      "EUR",
      "convert(\u2026) takes values in a currency; 'trade' is in t",
      NULL },
    { "a name is no code",
      { "USD", 9, "2022: 10.0" },
      { "EUR/USD", 0, "2022: 0.95" },
      "euro",
      "'euro' is no currency's code, such as EUR (ISO 4217)",
      NULL },
};

static void test_currencies(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(conversions); i++) {
        sheaf_series *series =
            series_from_text("trade", conversions[i].series.unit, conversions[i].series.multiplier,
                             conversions[i].series.figures);
        sheaf_series *rates =
            series_from_text("rates", conversions[i].rates.unit, conversions[i].rates.multiplier,
                             conversions[i].rates.figures);
        sheaf_series *result;

        print_message("  %s\n", conversions[i].name);
        sheaf_series_set_partner(series, "CHN");
        sheaf_series_set_flow(series, "exports");
        result = sheaf_series_convert(series, rates, conversions[i].currency);
        if (sheaf_series_status(result) == SHEAF_OK) {
            assert_string_equal(sheaf_series_unit(result), conversions[i].currency);
            assert_int_equal(sheaf_series_multiplier(result), conversions[i].series.multiplier);
            assert_string_equal(sheaf_series_partner(result), "CHN");
            assert_string_equal(sheaf_series_flow(result), "exports");
        }
        if (conversions[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(result, 0), conversions[i].derivation);
        assert_series(result, conversions[i].result);
        sheaf_series_destroy(series);
        sheaf_series_destroy(rates);
    }
}

static void test_sources_of_trade_and_rates_are_both_named(void **state)
{
    sheaf_series *series = series_from_text("trade", "USD", 9, "2022: 10.0");
    sheaf_series *rates = series_from_text("rates", "EUR/USD", 0, "2022: 0.95");
    sheaf_series *result;

    (void)state;
    sheaf_series_set_source(series, "Customs");
    sheaf_series_set_source(rates, "Central bank");
    result = sheaf_series_convert(series, rates, "EUR");
    assert_string_equal(sheaf_series_source(result), "Customs; Central bank");
    sheaf_series_destroy(result);
    sheaf_series_destroy(series);
    sheaf_series_destroy(rates);
}

static const struct {
    const char *name, *unit, *figures, *prices, *base, *result;
} deflations[] = {
    { "the base year keeps its value", "USD", "2021: 10.00, 2022: 12.00",
      "2021: 100.00, 2022: 120.00", "2021", "2021: 10.00, 2022: 10.00" },
    { "whatever the index's own base", "USD", "2021: 10.00, 2022: 12.00",
      "2021: 250.00, 2022: 300.00", "2022", "2021: 12.00, 2022: 12.00" },
    { "a base in months is their mean", "USD", "2022-01: 12.00",
      "2021-01: 100.0, 2021-02: 100.0, 2021-03: 100.0, 2021-04: 100.0, 2021-05: 100.0, "
      "2021-06: 100.0, 2021-07: 100.0, 2021-08: 100.0, 2021-09: 100.0, 2021-10: 100.0, "
      "2021-11: 100.0, 2021-12: 100.0, 2022-01: 120.0",
      "2021", "2022-01: 10.0" },
    { "weights have no prices", "t", "2021: 10.0", "2021: 100.0", "2021",
      "constant(\u2026) takes values in a currency; 'trade' is in t" },
    { "prices below zero measure nothing", "USD", "2021: 10.00, 2022: 10.00",
      "2021: 100.00, 2022: -5.00", "2021", "2021: 10.00, 2022: : M" },
    { "the base is a year", "USD", "2021: 10.0", "2021-Q1: 100.0, 2021: 100.0", "2021-Q1",
      "the base of constant prices is a calendar year, such as 2019, not 2021-Q1" },
    { "that the index has", "USD", "2021: 10.0", "2021: 100.0", "2019",
      "'prices' has no 2019 to be 100; it has 2021" },
};

static void test_prices(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(deflations); i++) {
        sheaf_series *series =
            series_from_text("trade", deflations[i].unit, 9, deflations[i].figures);
        sheaf_series *prices = series_from_text("prices", "2010 = 100", 0, deflations[i].prices);
        sheaf_series *result =
            sheaf_series_constant_prices(series, prices, period_from_text(deflations[i].base));
        char unit[32];

        print_message("  %s\n", deflations[i].name);
        snprintf(unit, sizeof unit, "USD at %s prices", deflations[i].base);
        if (sheaf_series_status(result) == SHEAF_OK) {
            assert_string_equal(sheaf_series_unit(result), unit);
            assert_int_equal(sheaf_series_multiplier(result), 9);
        }
        assert_series(result, deflations[i].result);
        sheaf_series_destroy(series);
        sheaf_series_destroy(prices);
    }
}

static void test_prices_of_different_years_are_not_added(void **state)
{
    sheaf_series *series = series_from_text("trade", "USD", 9, "2021: 10.0");
    sheaf_series *prices = series_from_text("prices", "2010 = 100", 0, "2021: 110.0");
    sheaf_series *constant = sheaf_series_constant_prices(series, prices, period_from_text("2021"));

    (void)state;
    assert_series(
        sheaf_series_sum(series, constant),
        "cannot add USD at 2021 prices to USD ('constant(trade, base: 2021)' to 'trade')");
    sheaf_series_destroy(series);
    sheaf_series_destroy(prices);
    sheaf_series_destroy(constant);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_currencies),
        cmocka_unit_test(test_sources_of_trade_and_rates_are_both_named),
        cmocka_unit_test(test_prices),
        cmocka_unit_test(test_prices_of_different_years_are_not_added),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
