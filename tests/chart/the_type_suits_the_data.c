/* the_type_suits_the_data.c - which type is drawn where nobody names one, over shapes of data; and
 * that a named one is drawn or refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/layout.h"
#include "chart/plan.h"
#include "series/definition.h"

enum kind { YEARS, MONTHS, TO_DATE, YEARS_AND_PART };
enum members { FLOWS, PARTNERS, SHARES, CONTRIBUTIONS, PARTS_OF_GROWTH, WITH_GROWTH };

static const struct {
    const char *what;
    enum kind kind;
    int periods, series;
    enum members members;
    sheaf_chart_type type;
} shapes[] = {
    { "one figure", YEARS, 1, 1, FLOWS, SHEAF_BARS },
    { "two flows in one year", YEARS, 1, 2, FLOWS, SHEAF_BARS },
    { "four flows in one year", YEARS, 1, 4, FLOWS, SHEAF_BARS },
    { "partners in one year", YEARS, 1, 5, PARTNERS, SHEAF_RANKING },
    { "two partners in one year", YEARS, 1, 2, PARTNERS, SHEAF_RANKING },
    { "many partners in one year", YEARS, 1, 60, PARTNERS, SHEAF_RANKING },
    { "one flow, two years", YEARS, 2, 1, FLOWS, SHEAF_BARS },
    { "two flows, two years", YEARS, 2, 2, FLOWS, SHEAF_BARS },
    { "partners in two years", YEARS, 2, 6, PARTNERS, SHEAF_DUMBBELL },
    { "more partners in two years than columns", YEARS, 2, 13, PARTNERS, SHEAF_DUMBBELL },
    { "one flow, twelve years", YEARS, 12, 1, FLOWS, SHEAF_BARS },
    { "one flow, thirteen years", YEARS, 13, 1, FLOWS, SHEAF_LINES },
    { "two flows, eight years", YEARS, 8, 2, FLOWS, SHEAF_BARS },
    { "two flows, nine years", YEARS, 9, 2, FLOWS, SHEAF_SURPLUS },
    { "three flows, four years", YEARS, 4, 3, FLOWS, SHEAF_BARS },
    { "three flows, five years", YEARS, 5, 3, FLOWS, SHEAF_LINES },
    { "four partners, three years", YEARS, 3, 4, PARTNERS, SHEAF_LINES },
    { "eight partners, 36 months", MONTHS, 36, 8, PARTNERS, SHEAF_LINES },
    { "twelve months", MONTHS, 12, 1, FLOWS, SHEAF_BARS },
    { "24 months", MONTHS, 24, 1, FLOWS, SHEAF_LINES },
    { "shares of three partners, two years", YEARS, 2, 3, SHARES, SHEAF_STACKED_100 },
    { "shares of two partners, five years", YEARS, 5, 2, SHARES, SHEAF_STACKED_100 },
    { "shares of partners in one year", YEARS, 1, 3, SHARES, SHEAF_RANKING },
    { "contributions of three, six years", YEARS, 6, 3, CONTRIBUTIONS, SHEAF_BARS },
    { "contributions of eight, six years", YEARS, 6, 8, CONTRIBUTIONS, SHEAF_LINES },
    { "contributions of three and no growth, six years", YEARS, 6, 3, PARTS_OF_GROWTH,
      SHEAF_STACKED },
    { "contributions of three that make the growth, six years", YEARS, 6, 4, WITH_GROWTH,
      SHEAF_STACKED },
    { "contributions of two that make the growth, twelve months", MONTHS, 12, 3, WITH_GROWTH,
      SHEAF_STACKED },
    { "contributions of one", YEARS, 6, 2, WITH_GROWTH, SHEAF_BARS },
    { "exports with imports, nine months", MONTHS, 9, 2, FLOWS, SHEAF_SURPLUS },
    { "years beside a part of a year", YEARS_AND_PART, 6, 1, FLOWS, SHEAF_BARS },
    { "years beside a part, two flows", YEARS_AND_PART, 12, 2, FLOWS, SHEAF_BARS },
    { "two years to date", TO_DATE, 24, 1, FLOWS, SHEAF_SEASONAL },
    { "a year to date and a part", TO_DATE, 16, 1, FLOWS, SHEAF_SEASONAL },
};

static sheaf_period period_at(enum kind kind, int index, int n)
{
    switch (kind) {
    case MONTHS:
        return sheaf_period_month(2020 + index / 12, 1 + index % 12);
    case TO_DATE:
        return sheaf_period_months(2020 + index / 12, 1, 1 + index % 12);
    case YEARS_AND_PART:
        return index + 1 < n ? sheaf_period_year(2010 + index)
                             : sheaf_period_months(2010 + index, 1, 4);
    case YEARS:
        break;
    }
    return sheaf_period_year(2010 + index);
}

/* Contributions of both signs, in tenths of a point; the last series is their sum. */
static double contribution_of(int i, int n, int period)
{
    double sum = 0;

    if (i + 1 < n)
        return (7 + 5 * i - 9 * (period % 3)) / 10.0;
    for (int k = 0; k + 1 < n; k++)
        sum += contribution_of(k, n, period);
    return round(10 * sum) / 10;
}

/* Shares make 100 together; what follows contributions is the growth that they make. */
static sheaf_series *series_of(size_t shape, int i)
{
    static const char *const flows[] = { "exports", "imports", "turnover", "balance" };
    bool of_flows = shapes[shape].members == FLOWS, of_shares = shapes[shape].members == SHARES;
    bool of_parts = shapes[shape].members == PARTS_OF_GROWTH;
    bool with_growth = shapes[shape].members == WITH_GROWTH;
    bool of_growth = shapes[shape].members == CONTRIBUTIONS || of_parts || with_growth;
    char name[24];

    snprintf(name, sizeof name, "Partner %d", i);
    sheaf_series *series = sheaf_series_create(NULL, of_flows ? flows[i] : name,
                                               of_shares   ? "%"
                                               : of_growth ? "pp"
                                                           : "USD",
                                               of_shares || of_growth ? 0 : 9);
    if (of_flows)
        sheaf_series_set_flow(series, flows[i]);
    if (of_growth && !with_growth && (of_parts || i + 1 < shapes[shape].series))
        series_define(series, DEFINITION_CONTRIBUTION, NULL, NULL);
    for (int k = 0; k < shapes[shape].periods; k++)
        sheaf_series_add(series, period_at(shapes[shape].kind, k, shapes[shape].periods),
                         of_shares     ? 100.0 / shapes[shape].series
                         : with_growth ? contribution_of(i, shapes[shape].series, k)
                                       : 10 + i + k % 5,
                         1, SHEAF_NORMAL);
    return series;
}

static sheaf_chart *chart_of(size_t shape, sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (int i = 0; i < shapes[shape].series; i++) {
        sheaf_series *series = series_of(shape, i);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

/* What is drawn in a width, or why nothing is. */
static const struct chart_type *type_drawn(sheaf_chart *chart, double width, sheaf_error *error)
{
    const struct chart_options options = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, "en", NULL, error);

    arena_init(&arena, NULL, error);
    struct chart_plan *plan =
        chart_plan_create(chart, &options, theme_default(), text, &arena, width, 300);
    const struct chart_type *type = plan != NULL ? plan->type : NULL;
    text_end(text);
    arena_free(&arena);
    return type;
}

static void the_first_rule_that_fits_is_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        sheaf_chart *chart = chart_of(i, SHEAF_AUTO);
        sheaf_error error = { 0 };

        print_message("  %s\n", shapes[i].what);
        assert_ptr_equal(type_drawn(chart, 505, &error), chart_type_find(shapes[i].type));
        assert_string_equal(error.message, "");
        sheaf_chart_destroy(chart);
    }
}

static size_t shape_called(const char *what)
{
    for (size_t i = 0; i < LENGTH(shapes); i++)
        if (strcmp(shapes[i].what, what) == 0)
            return i;
    fail_msg("no shape '%s'", what);
    return 0;
}

static void bars_that_nobody_named_are_lines_where_they_are_too_thin(void **state)
{
    sheaf_chart *chart = chart_of(shape_called("twelve months"), SHEAF_AUTO);
    sheaf_error error = { 0 };

    (void)state;
    assert_ptr_equal(type_drawn(chart, 40, &error), chart_type_find(SHEAF_BARS));
    assert_ptr_equal(type_drawn(chart, 25, &error), chart_type_find(SHEAF_LINES));
    sheaf_chart_destroy(chart);
}

static const struct {
    const char *shape;
    sheaf_chart_type type;
    double width;
    const char *message; /* NULL: it is drawn */
} named[] = {
    { "partners in one year", SHEAF_BARS, 505, NULL },
    { "two flows, nine years", SHEAF_BARS, 505, NULL },
    { "24 months", SHEAF_BARS, 57, NULL },
    { "24 months", SHEAF_BARS, 56,
      "24 bars would be too thin to be seen; choose fewer periods, draw lines, or make the chart "
      "70 "
      "wide" },
    { "two flows, nine years", SHEAF_BARS_LINE, 15,
      "9 bars would be too thin to be seen; choose fewer periods, draw lines, or make the chart 30 "
      "wide" },
    { "one figure", SHEAF_LINES, 505,
      "a line joins periods, and there is only 2010; draw bars or a ranking, or choose more "
      "periods" },
    { "two flows in one year", SHEAF_BARS_LINE, 505,
      "a line joins periods, and there is only one, so 'imports' makes none; draw bars, or choose "
      "more periods" },
    { "many partners in one year", SHEAF_BARS, 505,
      "60 series are more than colours can tell apart; leave out all but the 8 that matter most, "
      "or "
      "draw a ranking" },
    { "partners in two years", SHEAF_RANKING, 505,
      "a ranking is of one period, not of 2010 to 2011; choose it, as in periods: 2011, or draw "
      "bars" },
    { "years beside a part of a year", SHEAF_LINES, 505,
      "a line joins periods of one length, not 2010 and Jan\xE2\x80\x93"
      "Apr 2015; choose the periods, or draw bars" },
};

/* Never silently another. */
static void a_type_that_an_author_names_is_drawn_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(named); i++) {
        sheaf_chart *chart = chart_of(shape_called(named[i].shape), named[i].type);
        sheaf_error error = { 0 };

        print_message("  %s as %s\n", named[i].shape, sheaf_chart_type_name(named[i].type));
        const struct chart_type *type = type_drawn(chart, named[i].width, &error);
        assert_string_equal(error.message, named[i].message != NULL ? named[i].message : "");
        assert_ptr_equal(type, named[i].message != NULL ? NULL : chart_type_find(named[i].type));
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_rule_that_fits_is_taken),
        cmocka_unit_test(bars_that_nobody_named_are_lines_where_they_are_too_thin),
        cmocka_unit_test(a_type_that_an_author_names_is_drawn_or_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
