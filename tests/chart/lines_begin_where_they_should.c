/* lines_begin_where_they_should.c - lines begin at zero unless that leaves half of the plot empty or
 * the author says otherwise; bars always do. */
#include "support/check.h"

#include "chart/layout.h"
#include "chart/plan.h"

static const struct {
    const char *what;
    sheaf_chart_type type;
    sheaf_base base;
    double low; /* of values up to 10 */
    int n;
    bool from_zero, refused;
} cases[] = {
    { "half of the plot", SHEAF_LINES, SHEAF_BASE_AUTO, 5.0, 8, false, false },
    { "less than half", SHEAF_LINES, SHEAF_BASE_AUTO, 4.9, 8, true, false },
    { "three periods", SHEAF_LINES, SHEAF_BASE_AUTO, 9, 3, true, false },
    { "zero, asked for", SHEAF_LINES, SHEAF_BASE_ZERO, 9, 8, true, false },
    { "the data, asked for", SHEAF_LINES, SHEAF_BASE_DATA, 1, 8, false, false },
    { "the data of three periods", SHEAF_LINES, SHEAF_BASE_DATA, 1, 3, false, false },
    { "bars", SHEAF_BARS, SHEAF_BASE_ZERO, 9, 8, true, false },
    { "bars at the data", SHEAF_BARS, SHEAF_BASE_DATA, 9, 8, true, true },
    { "unasked bars at the data", SHEAF_AUTO, SHEAF_BASE_DATA, 9, 8, true, true },
    { "a ranking at the data", SHEAF_RANKING, SHEAF_BASE_DATA, 9, 1, true, true },
};

static void lines_begin_where_they_should(void **state)
{
    const struct chart_options options = { 0 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);
        sheaf_error error = { 0 };
        struct arena arena;

        print_message("  %s\n", cases[i].what);
        for (int k = 0; k < cases[i].n; k++)
            sheaf_series_add(series, sheaf_period_year(2010 + k), k % 2 == 0 ? cases[i].low : 10, 1,
                             SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_chart_set_base(chart, cases[i].base);
        struct text *text = text_begin(NULL, "en", NULL, &error);
        arena_init(&arena, NULL, &error);
        struct chart_plan *plan =
            chart_plan_create(chart, &options, theme_default(), text, &arena, 505, 300);
        assert_int_equal(plan == NULL, cases[i].refused);
        if (plan != NULL)
            assert_int_equal(plan->plots[0].extent.low == 0, cases[i].from_zero);
        else
            assert_string_equal(error.message,
                                cases[i].n > 1
                                    ? "only lines may begin at the data; bars and areas begin at "
                                      "zero, because their lengths are compared: draw lines, or "
                                      "leave the base out"
                                    : "only lines may begin at the data; bars and areas begin at "
                                      "zero, because their lengths are compared: leave the base "
                                      "out");
        text_end(text);
        arena_free(&arena);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

static void a_base_has_a_name(void **state)
{
    sheaf_base base = SHEAF_BASE_AUTO;
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    assert_true(sheaf_base_named("data", &base));
    assert_int_equal(base, SHEAF_BASE_DATA);
    assert_false(sheaf_base_named("none", &base));
    sheaf_chart_set_base(chart, (sheaf_base)3);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_begin_where_they_should),
        cmocka_unit_test(a_base_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
