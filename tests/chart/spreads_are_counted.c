/* spreads_are_counted.c - quartiles, whiskers and bins by hand, and what histograms and boxes refuse. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "chart/types/spread.h"
#include "scene/scene.h"

enum { MOST = 12 };

static struct spread spread_of(struct sampled *figures, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        figures[i].value = values[i];
    return (struct spread){ figures, n };
}

static void quartiles_lie_between_figures(void **state)
{
    static const struct {
        double values[MOST];
        size_t n;
        double lower, median, upper;
    } cases[] = {
        { { 7 }, 1, 7, 7, 7 },
        { { 1, 2 }, 2, 1.25, 1.5, 1.75 },
        { { 1, 2, 3, 4, 5 }, 5, 2, 3, 4 },
        { { 1, 2, 3, 4 }, 4, 1.75, 2.5, 3.25 },
        { { -4, 0, 0, 8 }, 4, -1, 0, 2 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct sampled figures[MOST];
        const struct spread spread = spread_of(figures, cases[i].values, cases[i].n);
        assert_true(spread_quantile(&spread, 0.25) == cases[i].lower);
        assert_true(spread_quantile(&spread, 0.5) == cases[i].median);
        assert_true(spread_quantile(&spread, 0.75) == cases[i].upper);
    }
}

/* Series a, b, c …, each with the same values from 2012 on. */
static sheaf_chart *chart_of(sheaf_chart_type type, int n_series, const double *values, int n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (int i = 0; i < n_series; i++) {
        const char name[] = { (char)('a' + i), 0 };
        sheaf_series *series = sheaf_series_create(NULL, name, "Zlr", 0);
        for (int k = 0; k < n; k++)
            sheaf_series_add(series, sheaf_period_year(2012 + k), values[k], 0, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

/* The scene, or the refusal, as text; the caller frees. */
static struct buffer draw(sheaf_chart *chart)
{
    static sheaf_error none;
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    struct buffer dump;

    buffer_init(&dump, NULL, &none);
    if (sheaf_chart_status(chart) == SHEAF_OK)
        scene_dump(scene, &dump);
    else
        buffer_text(&dump, sheaf_chart_message(chart));
    scene_destroy(scene);
    return dump;
}

static void what_is_drawn_and_what_refused(void **state)
{
    static const double ten[] = { 0, 1, 2, 5, 5, 6, 7, 9, 10, 40 };
    static const double equal[] = { 3, 3, 3, 3, 3, 3, 3, 3 };
    static const struct {
        sheaf_chart_type type;
        int n_series;
        const double *values;
        int n;
        const char *says;
    } cases[] = {
        /* A figure on an end belongs to the bin above: 5 and 5 to the second, 10 to the third. */
        { SHEAF_HISTOGRAM, 1, ten, 10,
          "0 to 10: 8; 10 to 20: 1; 20 to 30: 0; 30 to 40: 0; 40 to 50: 1." },
        { SHEAF_HISTOGRAM, 1, equal, 8, ": 8" },
        { SHEAF_HISTOGRAM, 1, ten, 7, "a histogram needs 8 figures or more, and there are 7" },
        { SHEAF_HISTOGRAM, 2, ten, 10, "there are 2 series in 10 periods; choose one period" },
        { SHEAF_BOX, 1, ten, 10, "median 6, middle half 3 to 9, lowest 0, highest 40" },
        { SHEAF_BOX, 1, ten, 10, "text \"2021\"" }, /* beyond the whiskers, named */
        { SHEAF_BOX, 6, ten, 3, "2014 – median 2, middle half 2 to 2" },
        { SHEAF_BOX, 4, ten, 4, "a box shows the spread of five figures or more" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart =
            chart_of(cases[i].type, cases[i].n_series, cases[i].values, cases[i].n);
        struct buffer dump = draw(chart);
        print_message("  %s\n", cases[i].says);
        if (strstr(dump.bytes, cases[i].says) == NULL)
            fail_msg("it says: %.900s", dump.bytes);
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* The axis of a histogram says what it counts: what tells its series apart, or periods. */
static void what_is_counted_is_said(void **state)
{
    static const struct {
        void (*set)(sheaf_series *, const char *);
        int n_series, n_periods;
        const char *language, *says;
    } cases[] = {
        { sheaf_series_set_partner, 8, 1, "en", "text \"Number of partners\"" },
        { sheaf_series_set_partner, 8, 1, "ru", "text \"Число партнёров\"" },
        { sheaf_series_set_reporter, 8, 1, "de", "text \"Anzahl der Meldeländer\"" },
        { sheaf_series_set_product, 8, 1, "fr", "text \"Nombre de produits\"" },
        { sheaf_series_set_label, 8, 1, "en", "text \"Number\"" },
        { sheaf_series_set_partner, 1, 8, "en", "text \"Number of periods\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_HISTOGRAM);
        for (int k = 0; k < cases[i].n_series; k++) {
            const char name[] = { (char)('a' + k), 0 };
            sheaf_series *series = sheaf_series_create(NULL, name, "Zlr", 0);
            cases[i].set(series, name);
            for (int j = 0; j < cases[i].n_periods; j++)
                sheaf_series_add(series, sheaf_period_year(2012 + j), k + j, 0, SHEAF_NORMAL);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
        sheaf_chart_set_language(chart, cases[i].language);
        struct buffer dump = draw(chart);
        if (strstr(dump.bytes, cases[i].says) == NULL)
            fail_msg("no %s in: %.900s", cases[i].says, dump.bytes);
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* Each outlier of five countries is named in words, however narrow the box: a longer name lies over
 * boxes that have nothing at its height, or is left out; codes never stand among names. */
static void outliers_are_named_in_words(void **state)
{
    static const char *const codes[] = { "CHE", "DEU", "KOR", "ARE", "USA", "ZAF", "NLD" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BOX);

    (void)state;
    for (size_t i = 0; i < LENGTH(codes); i++) {
        sheaf_series *series = sheaf_series_create(NULL, codes[i], "Zlr", 0);
        sheaf_series_set_partner(series, codes[i]);
        for (int k = 0; k < 12; k++)
            sheaf_series_add(series, sheaf_period_year(2012 + k),
                             i == 0 && k == 4   ? 90
                             : i == 2 && k == 8 ? -70
                                                : (double)i,
                             0, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    struct buffer dump = draw(chart);
    assert_non_null(strstr(dump.bytes, "text \"Switzerland\""));
    assert_non_null(strstr(dump.bytes, "text \"South Korea\""));
    assert_null(strstr(dump.bytes, "text \"CHE\""));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quartiles_lie_between_figures),
        cmocka_unit_test(what_is_drawn_and_what_refused),
        cmocka_unit_test(what_is_counted_is_said),
        cmocka_unit_test(outliers_are_named_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
