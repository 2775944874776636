/* the_least_size_is_told.c - a chart says how large a window must be: there a file is written, and one pixel
 * less cuts words or is refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "support/quota.h"

static sheaf_chart *chart_of(sheaf_context *context, const sheaf_alloc *alloc,
                             sheaf_chart_type type)
{
    static const char *const names[] = { "China", "Russia", "The Netherlands" };
    sheaf_chart *chart = sheaf_chart_create(context, type);

    sheaf_chart_set_title(chart, "Trade grew in all of them, and most in the last year");
    for (size_t i = 0; i < LENGTH(names); i++) {
        sheaf_series *series = sheaf_series_create(alloc, names[i], "USD", 9);
        for (int year = 2012; year < 2024; year++)
            sheaf_series_add(series, sheaf_period_year(year), 3 + (double)i + 0.1 * (year - 2012),
                             1, SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    return chart;
}

static int swallow(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

static sheaf_status write_at(sheaf_chart *chart, double width, double height)
{
    size_t n = 0;

    return sheaf_chart_write_sink(chart, SHEAF_SVG, (sheaf_sink){ &n, swallow }, width, height, 1);
}

static sheaf_chart *other_chart_of(sheaf_chart_type type, int has_title)
{
    int n = type == SHEAF_SEASONAL || type == SHEAF_HISTOGRAM ? 1 : 6;
    int periods = type == SHEAF_RANKING ? 1 : type == SHEAF_SEASONAL ? 30 : 12;
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    if (has_title)
        sheaf_chart_set_title(chart,
                              "Trade grew in all of them, and most in the last year of those "
                              "that are shown here");
    for (int i = 0; i < n; i++) {
        char name[16];
        snprintf(name, sizeof name, "Part %d", i % 100);
        sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);
        for (int k = 0; k < periods; k++)
            sheaf_series_add(series,
                             type == SHEAF_SEASONAL ? sheaf_period_month(2020 + k / 12, 1 + k % 12)
                                                    : sheaf_period_year(2012 + k),
                             90 + 40 * i + 25 * sin(1.7 * k + i), 1, SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    return chart;
}

static bool shows_title(sheaf_chart *chart)
{
    for (size_t i = 0; i < sheaf_chart_warning_count(chart); i++) {
        sheaf_warning warning = SHEAF_WARNING_INIT;
        if (sheaf_chart_warning(chart, i, &warning) &&
            strstr(warning.message, "cut in the title") != NULL) {
            print_message("    %s\n", warning.message);
            return false;
        }
    }
    return true;
}

/* Of types that show more where they have more room, and in other shapes than 8 : 5. */
static void all_larger_ones_are_drawn(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_MULTIPLES, SHEAF_SEASONAL, SHEAF_STACKED_100,
                                              SHEAF_RANKING, SHEAF_HISTOGRAM };
    static const double wider[] = { 1, 1.1, 1.25, 1.6, 2.5 }, higher[] = { 1, 1.15, 1.5, 2 };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        for (int has_title = 0; has_title < 2; has_title++) {
            sheaf_chart *chart = other_chart_of(types[i], has_title);
            double width = 0, height = 0;

            assert_true(sheaf_chart_least_size(chart, &width, &height));
            print_message("  %s: %gx%g\n", sheaf_chart_type_name(types[i]), width, height);
            for (size_t w = 0; w < LENGTH(wider); w++)
                for (size_t h = 0; h < LENGTH(higher); h++) {
                    assert_int_equal(
                        write_at(chart, floor(wider[w] * width), ceil(higher[h] * height)),
                        SHEAF_OK);
                    assert_true(h > 0 ||
                                shows_title(chart)); /* more height may show more of the rest */
                }
            sheaf_chart_destroy(chart);
        }
}

static void below_it_there_is_no_room(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS, SHEAF_LINES, SHEAF_STACKED };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_chart *chart = chart_of(NULL, NULL, types[i]);
        double width = 0, height = 0;

        assert_true(sheaf_chart_least_size(chart, &width, &height));
        print_message("  %s: %gx%g\n", sheaf_chart_type_name(types[i]), width, height);
        assert_true(width > 60 && width < 800 && height == (double)(int)(width * 5 / 8 + 0.99));
        for (double times = 1; times < 2.6; times += 0.3) {
            assert_int_equal(write_at(chart, width * times, height * times), SHEAF_OK);
            assert_string_equal(sheaf_chart_message(chart), "");
        }
        assert_true(write_at(chart, width - 1, height - 1) != SHEAF_OK ||
                    sheaf_chart_warning_count(chart) > 0);
        assert_int_equal(write_at(chart, 0.6 * width, 0.6 * height), SHEAF_BAD_ARGUMENT);
        sheaf_chart_destroy(chart);
    }
}

static void what_cannot_be_drawn_has_none(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    double width = 7, height = 8;

    (void)state;
    assert_false(sheaf_chart_least_size(chart, &width, &height));
    assert_string_equal(sheaf_chart_message(chart), "the chart has no series to draw");
    assert_true(width == 7 && height == 8);
    sheaf_chart_destroy(chart);
}

static sheaf_status ask(const sheaf_alloc *alloc)
{
    sheaf_context *own = sheaf_context_create(alloc);
    sheaf_chart *chart = chart_of(own, alloc, SHEAF_LINES);
    double width = 0;

    bool told = sheaf_chart_least_size(chart, &width, NULL);
    sheaf_status status = sheaf_chart_status(chart);
    assert_true(told == (status == SHEAF_OK));
    sheaf_chart_destroy(chart);
    sheaf_context_destroy(own);
    return status;
}

/* At every fifth place or so: ten layouts make thousands of requests. */
static void memory_may_run_out(void **state)
{
    sheaf_status status = SHEAF_NO_MEMORY;

    (void)state;
    for (size_t left = 0; status == SHEAF_NO_MEMORY; left = left * 5 / 4 + 1) {
        struct quota quota = { .left = left };
        sheaf_alloc alloc = quota_alloc(&quota);

        status = ask(&alloc);
        assert_int_equal(quota.live, 0);
    }
    assert_int_equal(status, SHEAF_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(below_it_there_is_no_room),
        cmocka_unit_test(all_larger_ones_are_drawn),
        cmocka_unit_test(what_cannot_be_drawn_has_none),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
