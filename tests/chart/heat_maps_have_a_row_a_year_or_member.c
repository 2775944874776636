/* heat_maps_have_a_row_a_year_or_member.c - what the rows of a heat map are, where it has dots for what
 * is missing, and what it refuses. */
#include "support/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

static void add(sheaf_chart *chart, const char *partner, sheaf_period (*period)(int index), int n,
                int left_out)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, "USD", 9);

    sheaf_series_set_partner(series, partner);
    for (int i = 0; i < n; i++)
        if (i != left_out)
            sheaf_series_add(series, period(i), 10 + i, 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static sheaf_period month(int index)
{
    return sheaf_period_month(2022 + index / 12, 1 + index % 12);
}

static sheaf_period year(int index)
{
    return sheaf_period_year(2015 + index);
}

static sheaf_chart *chart_of(sheaf_period (*period)(int index), int n, int left_out)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_HEATMAP);

    add(chart, "ITA", period, n, left_out);
    return chart;
}

/* The alternative text, or the message. */
static void says(sheaf_chart *chart, double width, const char *words)
{
    struct scene *scene = chart_scene(chart, width, 300, true, NULL);
    const char *all = sheaf_chart_status(chart) == SHEAF_OK ? scene_alternative(scene)
                                                            : sheaf_chart_message(chart);

    if (strstr(all, words) == NULL)
        fail_msg("'%s' is not in: %s", words, all);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void one_series_of_months_has_a_row_a_year(void **state)
{
    (void)state;
    says(chart_of(month, 15, -1), 480,
         "Jan 2022 – Mar 2023. Largest Mar 2023: 24.0, smallest Jan 2022: 10.0.");
}

static void several_series_have_a_row_each_the_largest_first(void **state)
{
    sheaf_chart *chart = chart_of(year, 3, -1);

    (void)state;
    add(chart, "CHN", year, 4, -1);
    says(chart, 480,
         "China – 2015: 10.0; 2016: 11.0; 2017: 12.0; 2018: 13.0; rose throughout. "
         "Italy");
}

static size_t count_data(sheaf_chart *chart)
{
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    size_t n;

    assert_non_null(picture);
    n = sheaf_picture_datum_count(picture);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return n;
}

/* The months after the last are still to come. */
static void only_what_is_missing_between_others_has_a_dot(void **state)
{
    (void)state;
    assert_int_equal(count_data(chart_of(month, 15, -1)), 15);
    assert_int_equal(count_data(chart_of(month, 15, 5)), 15);
    assert_int_equal(count_data(chart_of(month, 15, 0)), 14);
}

static void what_cannot_be_told_is_refused(void **state)
{
    sheaf_chart *chart = chart_of(month, 240, -1);

    (void)state;
    says(chart_of(year, 6, -1), 480,
         "a heat map of one series has a row a year, of months or quarters, and here are others; "
         "add series, which then have a row each, or draw bars");
    add(chart, "CHN", month, 240, -1);
    says(chart, 480,
         "240 columns of a heat map would be too narrow to be seen; choose fewer periods, or make "
         "the chart 910 wide");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_series_of_months_has_a_row_a_year),
        cmocka_unit_test(several_series_have_a_row_each_the_largest_first),
        cmocka_unit_test(only_what_is_missing_between_others_has_a_dot),
        cmocka_unit_test(what_cannot_be_told_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
