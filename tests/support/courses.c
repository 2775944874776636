#include "support/courses.h"

#include "support/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/picture.h"

/* The years from 2019 on. */
void course_add(sheaf_chart *chart, const char *partner, const char *unit, const double *values,
                int n)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, unit, 0);

    sheaf_series_set_partner(series, partner);
    sheaf_series_set_flow(series, "exports");
    for (int i = 0; i < n; i++)
        if (!isnan(values[i]))
            sheaf_series_add(series, sheaf_period_year(2019 + i), values[i], 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static const struct {
    const char *partner;
    double values[4];
} partners[N_COURSES] = {
    { "DEU", { 6, 5, 5, 4 } },  { "CHN", { 6, 7, 9, 14 } },  { "ITA", { 9, 8, 9, 9 } },
    { "RUS", { 5, 5, 6, 10 } }, { "TUR", { 2, 3, 3, 4.5 } },
};

void course_add_five(sheaf_chart *chart)
{
    for (size_t i = 0; i < N_COURSES; i++)
        course_add(chart, partners[i].partner, "USD", partners[i].values, 4);
}

/* The alternative text, or the message. The caller frees. */
char *course_said(sheaf_chart *chart, double width, double height)
{
    struct scene *scene = chart_scene(chart, width, height, true, NULL);
    const char *words = sheaf_chart_status(chart) == SHEAF_OK ? scene_alternative(scene)
                                                              : sheaf_chart_message(chart);
    char *copy = strdup(words);

    scene_destroy(scene);
    return copy;
}

void course_says(sheaf_chart_type type, void (*fill)(sheaf_chart *chart), const char *words)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    fill(chart);
    char *all = course_said(chart, 600, 400);
    if (strstr(all, words) == NULL)
        fail_msg("%s: '%s' is not in: %s", sheaf_chart_type_name(type), words, all);
    free(all);
    sheaf_chart_destroy(chart);
}

/* The words that come one after another in the alternative text. */
void course_says_in_order(sheaf_chart_type type, void (*fill)(sheaf_chart *chart),
                          const char *const *words, size_t n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    fill(chart);
    char *all = course_said(chart, 600, 400), *at = all;
    for (size_t i = 0; i < n; i++) {
        char *next = strstr(at, words[i]);
        if (next == NULL)
            fail_msg("'%s' does not follow in: %s", words[i], all);
        at = next;
    }
    free(all);
    sheaf_chart_destroy(chart);
}

/* Where the figure of a series in a period lies; its middle. */
struct point course_datum_at(const sheaf_picture *picture, const char *series, int year)
{
    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++) {
        sheaf_datum datum = { .size = sizeof datum };
        assert_true(sheaf_picture_datum(picture, i, &datum));
        if (strcmp(datum.series, series) == 0 &&
            sheaf_period_compare(datum.period, sheaf_period_year(year)) == 0)
            return (struct point){ (datum.box.left + datum.box.right) / 2,
                                   (datum.box.top + datum.box.bottom) / 2 };
    }
    fail_msg("there is no %s in %d", series, year);
    return (struct point){ 0, 0 };
}

void assert_near(double a, double b)
{
    assert_true(fabs(a - b) < 1e-6);
}
