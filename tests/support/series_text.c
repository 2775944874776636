/* series_text.c - series as short texts. */
#include "support/series_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "series/digits.h"
#include "series/observation.h"
#include "series/rounding.h"
#include "support/check.h"

sheaf_period period_from_text(const char *text)
{
    sheaf_period period = { SHEAF_NO_PERIOD, 0, 0 };

    if (!sheaf_period_read(text, strlen(text), &period))
        fail_msg("'%s' is no period", text);
    return period;
}

/* "31.5 P C" */
static void read_figure(const char *text, size_t n, sheaf_observation *o)
{
    size_t digits = strcspn(text, " ,");

    if (digits > n)
        digits = n;
    *o = (sheaf_observation){
        .period = o->period, .value = NAN, .status = SHEAF_NORMAL, .confidentiality = 'F'
    };
    if (!string_is(text, digits, ":") && !number_read(text, digits, &o->value, &o->decimals))
        fail_msg("'%.*s' is no figure", (int)n, text);
    if (n > digits + 1)
        o->status = (sheaf_observation_status)text[digits + 1];
    if (n > digits + 3)
        o->confidentiality = text[digits + 3];
    struct interval open = rounding_interval(o->value, o->decimals);
    o->low = open.low;
    o->high = open.high;
}

sheaf_series *series_from_text(const char *name, const char *unit, int multiplier, const char *text)
{
    sheaf_series *series = sheaf_series_create(NULL, name, unit, multiplier);

    while (*text != '\0') {
        const char *colon = strstr(text, ": ");
        sheaf_observation o = { 0 };
        size_t n;

        if (colon == NULL || !sheaf_period_read(text, (size_t)(colon - text), &o.period))
            fail_msg("'%s' begins with no period", text);
        text = colon + 2;
        n = strcspn(text, ",");
        read_figure(text, n, &o);
        sheaf_series_add_observation(series, &o);
        text += n + strspn(text + n, ", ");
    }
    assert_string_equal(sheaf_series_message(series), "");
    return series;
}

void series_to_text(const sheaf_series *series, char out[SERIES_TEXT])
{
    size_t length = 0;

    out[0] = '\0';
    for (size_t i = 0; i < sheaf_series_count(series) && length < SERIES_TEXT; i++) {
        const sheaf_observation *o = sheaf_series_at(series, i, ROOM);
        char period[SHEAF_PERIOD_TEXT], number[2 * NUMBER_TEXT] = ":";
        bool secret = o->confidentiality != 'F' && o->confidentiality != '\0';

        sheaf_period_write(o->period, period);
        struct known_digits known = digits_of(o);

        if (!isnan(o->value))
            number_write_fixed(number, round_to(o->value, known.decimals),
                               known.decimals > 0 ? known.decimals : 0);
        length +=
            (size_t)snprintf(out + length, SERIES_TEXT - length, "%s%s: %s%s",
                             length > 0 ? ", " : "", period, known.is_about ? "≈" : "", number);
        if (length < SERIES_TEXT && (o->status != SHEAF_NORMAL || secret))
            length += (size_t)snprintf(out + length, SERIES_TEXT - length, " %c", (char)o->status);
        if (length < SERIES_TEXT && secret)
            length +=
                (size_t)snprintf(out + length, SERIES_TEXT - length, " %c", o->confidentiality);
    }
}

void series_list_to_text(const sheaf_series_list *list, char out[SERIES_TEXT])
{
    size_t length = 0;

    snprintf(out, SERIES_TEXT, "%s", sheaf_series_list_error(list)->message);
    if (sheaf_series_list_status(list) != SHEAF_OK)
        return;
    for (size_t i = 0; i < sheaf_series_list_count(list) && length < SERIES_TEXT; i++) {
        const sheaf_series *series = sheaf_series_list_at(list, i);
        char text[SERIES_TEXT];

        series_to_text(series, text);
        length += (size_t)snprintf(out + length, SERIES_TEXT - length, "%s%s %.900s",
                                   i > 0 ? "; " : "", sheaf_series_name(series), text);
    }
}

void assert_series(sheaf_series *series, const char *text)
{
    char got[SERIES_TEXT];

    series_to_text(series, got);
    if (sheaf_series_status(series) != SHEAF_OK)
        snprintf(got, sizeof got, "%s", sheaf_series_message(series));
    assert_string_equal(got, text);
    sheaf_series_destroy(series);
}

void assert_series_list(sheaf_series_list *list, const char *text)
{
    char got[SERIES_TEXT];

    series_list_to_text(list, got);
    sheaf_series_list_destroy(list);
    assert_string_equal(got, text);
}
