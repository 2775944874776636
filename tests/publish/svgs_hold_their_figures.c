/* svgs_hold_their_figures.c - an SVG has the figures of its chart as CSV, as far as they may be shown;
 * not where its author leaves them out, nor where they are many. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "sheaf/sheaf.h"

static int put(void *into, const void *bytes, size_t n)
{
    buffer_put(into, bytes, n);
    return 0;
}

static void add_series(sheaf_chart *chart, const char *name, int n_years, int confidential)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);

    sheaf_series_set_source(series, "Customs <A&B>, \"monthly\"");
    for (int i = 0; i < n_years; i++) {
        sheaf_observation observation = { .period = sheaf_period_year(1000 + i),
                                          .value = 4200.5 + i,
                                          .low = 4200.5 + i,
                                          .high = 4200.5 + i,
                                          .decimals = 1,
                                          .status = SHEAF_NORMAL };
        if (i == confidential)
            observation.confidentiality = 'C';
        sheaf_series_add_observation(series, &observation);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static struct buffer svg_of(sheaf_chart *chart)
{
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    if (sheaf_chart_write_sink(chart, SHEAF_SVG, (sheaf_sink){ &bytes, put }, 600, 400, 1) !=
        SHEAF_OK)
        fail_msg("%s", sheaf_chart_message(chart));
    return bytes;
}

/* The text of the element, its end cut off; NULL: there is none. */
static const char *table_of(struct buffer *svg)
{
    static const char begin[] = "<metadata class=\"sheaf-csv\">";
    char *at = strstr(svg->bytes, begin), *end = strstr(svg->bytes, "</metadata>");

    if (at == NULL)
        return NULL;
    assert_non_null(end);
    *end = '\0';
    return at + strlen(begin);
}

static size_t lines_of(const char *text)
{
    size_t n = 0;

    for (; *text != '\0'; text++)
        n += *text == '\n';
    return n;
}

static void figures_are_in_metadata(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    add_series(chart, "exports", 3, -1);
    add_series(chart, "imports", 3, 1);
    struct buffer svg = svg_of(chart);
    const char *table = table_of(&svg);
    assert_non_null(table);
    assert_int_equal(lines_of(table), 7);
    assert_non_null(strstr(table, "period,series,"));
    assert_non_null(strstr(table, "Customs &lt;A&amp;B&gt;"));
    assert_non_null(strstr(table, "1000,exports,"));
    const char *secret = strstr(table, "1001,imports,");
    assert_non_null(secret);
    const char *open = strstr(table, "1001,exports,");
    assert_non_null(open);
    /* 4201.5 is in exports' row alone. */
    const char *first = strstr(table, "4201.5");
    assert_non_null(first);
    assert_null(strstr(first + 1, "4201.5"));
    assert_true(first > open && first < strchr(open, '\n'));
    buffer_free(&svg);
    sheaf_chart_destroy(chart);
}

/* The only secret of the parts is not what a stated total leaves. */
static void totals_tell_no_secret(void **state)
{
    static const char *const partners[] = { "DEU", "FRA", "WLD" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    for (int i = 0; i < 3; i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "USD", 6);
        sheaf_series_set_partner(series, partners[i]);
        for (int year = 2020; year < 2023; year++) {
            double value = i < 2 ? 1000 : 2000;
            sheaf_observation at = { .period = sheaf_period_year(year),
                                     .value = value + year,
                                     .low = value + year,
                                     .high = value + year,
                                     .status = SHEAF_NORMAL,
                                     .confidentiality = i == 1 && year == 2021 ? 'C' : 'F' };
            if (i == 2)
                at.value = at.low = at.high = value + 2 * year;
            sheaf_series_add_observation(series, &at);
        }
        sheaf_chart_take(chart, series);
    }
    struct buffer svg = svg_of(chart);
    assert_null(strstr(svg.bytes, "6042")); /* nor drawn */
    assert_null(strstr(svg.bytes, "6,042"));
    assert_non_null(strstr(svg.bytes, "[c]"));
    const char *table = table_of(&svg);
    assert_non_null(table);
    assert_non_null(strstr(table, "6040,"));
    assert_null(strstr(table, "6042,"));
    assert_non_null(strstr(table, "6044,"));
    buffer_free(&svg);
    sheaf_chart_destroy(chart);
}

static void only_the_periods_shown(void **state)
{
    const sheaf_period shown[] = { sheaf_period_year(1000), sheaf_period_year(1002),
                                   sheaf_period_year(1003) };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    (void)state;
    add_series(chart, "exports", 3, -1);
    sheaf_chart_set_periods(chart, shown, LENGTH(shown));
    struct buffer svg = svg_of(chart);
    const char *table = table_of(&svg);
    assert_non_null(table);
    assert_int_equal(lines_of(table), 3);
    assert_null(strstr(table, "1001,"));
    buffer_free(&svg);
    sheaf_chart_destroy(chart);
}

static void not_where_they_are_many_or_unwanted(void **state)
{
    static const struct {
        int n;
        bool wanted, held;
    } cases[] = { { 1000, true, true }, { 1001, true, false }, { 3, false, false } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        add_series(chart, "exports", cases[i].n, -1);
        sheaf_chart_set_attachments(chart, cases[i].wanted);
        struct buffer svg = svg_of(chart);
        print_message("  %d figures\n", cases[i].n);
        assert_int_equal(table_of(&svg) != NULL, cases[i].held);
        buffer_free(&svg);
        sheaf_chart_destroy(chart);
    }
}

static void targets_have_none(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);

    (void)state;
    sheaf_chart_add_target(chart, "Beef", 500, 300, "t", 0);
    struct buffer svg = svg_of(chart);
    assert_null(table_of(&svg));
    buffer_free(&svg);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_in_metadata),
        cmocka_unit_test(totals_tell_no_secret),
        cmocka_unit_test(only_the_periods_shown),
        cmocka_unit_test(not_where_they_are_many_or_unwanted),
        cmocka_unit_test(targets_have_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
