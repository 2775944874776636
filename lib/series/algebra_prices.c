/* algebra_prices.c - the same trade in another currency, and in the prices of another year. */
#include <stdio.h>
#include <string.h>

#include "series/algebra_parts.h"
#include "series/definition.h"

/* An ISO 4217 code. */
static bool is_currency(const char *unit)
{
    size_t n = strspn(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    return n == 3 && unit[n] == '\0';
}

static void fail_no_currency(sheaf_series *result, const sheaf_series *series, const char *what)
{
    const char *unit = sheaf_series_unit(series);

    series_fail(result, SHEAF_BAD_INPUT, "%s takes values in a currency; '%.100s' is in %s", what,
                sheaf_series_name(series), unit[0] != '\0' ? unit : "plain numbers");
}

/* The result is about the same trade as the series; the other input only measures it. */
static sheaf_series *about(sheaf_series *result, const sheaf_series *series)
{
    describe_as_part(result, series);
    sheaf_series_set_flow(result, sheaf_series_flow(series));
    return result;
}

/* Currencies ---------------------------------------------------------------------------- */

/* True for "EUR/USD" if one is "EUR" and the other "USD". */
static bool is_rate(const char *unit, const char *one, const char *other)
{
    size_t n = strlen(one);

    return strncmp(unit, one, n) == 0 && unit[n] == '/' && strcmp(unit + n + 1, other) == 0;
}

static sheaf_series *in_currency(const sheaf_series *series, const sheaf_series *rates,
                                 const char *currency)
{
    const char *unit = sheaf_series_unit(series), *rate = sheaf_series_unit(rates);
    int multiplier = sheaf_series_multiplier(series), power = sheaf_series_multiplier(rates);
    bool multiply = is_rate(rate, currency, unit);
    sheaf_series *result;

    if (multiply || is_rate(rate, unit, currency))
        return scaled_by(series, rates, !multiply, currency,
                         (struct powers){ multiplier + (multiply ? power : -power), multiplier,
                                          .is_measure = true });
    result = result_of_pair(series, rates, currency, multiplier);
    series_fail(result, SHEAF_BAD_INPUT,
                "convert(%.100s, to: %s) needs rates in %s/%s or %s/%s; '%.100s' is in %s; the "
                "unit of a file's values can be set",
                sheaf_series_name(series), currency, currency, unit, unit, currency,
                sheaf_series_name(rates), rate[0] != '\0' ? rate : "plain numbers");
    return result;
}

sheaf_series *sheaf_series_convert(const sheaf_series *series, const sheaf_series *rates,
                                   const char *currency)
{
    sheaf_series *result;

    currency = currency != NULL ? currency : "";
    if (is_currency(currency) && strcmp(sheaf_series_unit(series), currency) == 0)
        return series_copy(series_alloc(series), series);
    if (is_currency(currency) && is_currency(sheaf_series_unit(series))) {
        result = in_currency(series, rates, currency);
        name_result(result, "convert(%s, to: %s)", sheaf_series_name(series), currency);
        series_define(result, DEFINITION_CONVERTED, series, rates);
        return about(result, series);
    }
    result = result_of_pair(series, rates, "", 0);
    if (!is_currency(currency))
        series_fail(result, SHEAF_BAD_ARGUMENT,
                    "'%.60s' is no currency's code, such as EUR (ISO 4217)", currency);
    else
        fail_no_currency(result, series, "convert(\u2026)");
    return result;
}

/* Prices -------------------------------------------------------------------------------- */

static bool is_calendar_year(sheaf_period period)
{
    int month = 0;

    sheaf_period_first_day(period, NULL, &month, NULL);
    return period.unit == SHEAF_MONTHS && period.count == 12 && month == 1;
}

sheaf_series *sheaf_series_constant_prices(const sheaf_series *series, const sheaf_series *prices,
                                           sheaf_period base)
{
    sheaf_series *deflator = sheaf_series_index(prices, base), *result;
    int multiplier = sheaf_series_multiplier(series);
    char when[SHEAF_PERIOD_TEXT], unit[SHEAF_PERIOD_TEXT + 32];

    sheaf_period_write(base, when);
    if (!is_calendar_year(base))
        series_fail(deflator, SHEAF_BAD_INPUT,
                    "the base of constant prices is a calendar year, such as 2019, not %s", when);
    snprintf(unit, sizeof unit, "%.3s at %s prices", sheaf_series_unit(series), when);
    /* The deflator is in hundredths: 100 in the base period. */
    result = scaled_by(series, deflator, true, unit,
                       (struct powers){ multiplier + 2, multiplier, .is_measure = true });
    if (sheaf_series_status(result) == SHEAF_OK && !is_currency(sheaf_series_unit(series)))
        fail_no_currency(result, series, "constant(\u2026)");
    name_result(result, "constant(%s, base: %s)", sheaf_series_name(series), when);
    series_define(result, DEFINITION_CONSTANT_PRICES, series, prices);
    sheaf_series_destroy(deflator);
    return about(result, series);
}
