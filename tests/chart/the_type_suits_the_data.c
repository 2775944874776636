/* the_type_suits_the_data.c - which type is drawn where nobody names one, over shapes of data. */
#include "support/check.h"

#include <stdio.h>

#include "chart/layout.h"
#include "chart/plan.h"

enum kind { YEARS, MONTHS, TO_DATE, YEARS_AND_PART };

static const struct {
    const char *what;
    enum kind kind;
    int periods, series;
    bool flows;
    sheaf_chart_type type;
} shapes[] = {
    { "one figure", YEARS, 1, 1, true, SHEAF_BARS },
    { "two flows in one year", YEARS, 1, 2, true, SHEAF_BARS },
    { "four flows in one year", YEARS, 1, 4, true, SHEAF_BARS },
    { "partners in one year", YEARS, 1, 5, false, SHEAF_RANKING },
    { "many partners in one year", YEARS, 1, 60, false, SHEAF_RANKING },
    { "one flow, two years", YEARS, 2, 1, true, SHEAF_BARS },
    { "two flows, two years", YEARS, 2, 2, true, SHEAF_BARS },
    { "partners in two years", YEARS, 2, 6, false, SHEAF_BARS },
    { "more partners in two years than columns", YEARS, 2, 13, false, SHEAF_LINES },
    { "one flow, twelve years", YEARS, 12, 1, true, SHEAF_BARS },
    { "one flow, thirteen years", YEARS, 13, 1, true, SHEAF_LINES },
    { "two flows, eight years", YEARS, 8, 2, true, SHEAF_BARS },
    { "two flows, nine years", YEARS, 9, 2, true, SHEAF_LINES },
    { "three flows, four years", YEARS, 4, 3, true, SHEAF_BARS },
    { "three flows, five years", YEARS, 5, 3, true, SHEAF_LINES },
    { "four partners, three years", YEARS, 3, 4, false, SHEAF_LINES },
    { "eight partners, 36 months", MONTHS, 36, 8, false, SHEAF_LINES },
    { "twelve months", MONTHS, 12, 1, true, SHEAF_BARS },
    { "24 months", MONTHS, 24, 1, true, SHEAF_LINES },
    { "years beside a part of a year", YEARS_AND_PART, 6, 1, true, SHEAF_BARS },
    { "years beside a part, two flows", YEARS_AND_PART, 12, 2, true, SHEAF_BARS },
    { "two years to date", TO_DATE, 24, 1, true, SHEAF_SEASONAL },
    { "a year to date and a part", TO_DATE, 16, 1, true, SHEAF_SEASONAL },
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

static sheaf_chart *chart_of(size_t shape)
{
    static const char *const flows[] = { "exports", "imports", "turnover", "balance" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);

    for (int i = 0; i < shapes[shape].series; i++) {
        char name[24];
        snprintf(name, sizeof name, "Partner %d", i);
        sheaf_series *series =
            sheaf_series_create(NULL, shapes[shape].flows ? flows[i] : name, "USD", 9);
        if (shapes[shape].flows)
            sheaf_series_set_flow(series, flows[i]);
        for (int k = 0; k < shapes[shape].periods; k++)
            sheaf_series_add(series, period_at(shapes[shape].kind, k, shapes[shape].periods),
                             10 + i + k % 5, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static void the_first_rule_that_fits_is_taken(void **state)
{
    const struct chart_options options = { 0 };

    (void)state;
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        sheaf_chart *chart = chart_of(i);
        sheaf_error error = { 0 };
        struct arena arena;
        struct text *text = text_begin(NULL, "en", NULL, &error);

        print_message("  %s\n", shapes[i].what);
        arena_init(&arena, NULL, &error);
        struct chart_plan *plan =
            chart_plan_create(chart, &options, theme_default(), text, &arena, 505, 300);
        assert_string_equal(error.message, "");
        assert_ptr_equal(plan->type, chart_type_find(shapes[i].type));
        text_end(text);
        arena_free(&arena);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_rule_that_fits_is_taken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
