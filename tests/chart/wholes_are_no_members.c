/* wholes_are_no_members.c - what ranks or counts members leaves the sum of all out, whether the series come
 * from a table or from C, and says so. */
#include "support/check.h"

#include <string.h>

#include <sheaf/sheaf.h>

static const char *const partners[] = { "WLD", "CHN", "RUS", "DEU", "FRA",
                                        "ITA", "JPN", "USA", "TUR" };

static sheaf_chart *chart_of(sheaf_chart_type type, size_t first, size_t n, int years)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = first; i < first + n; i++) {
        sheaf_series *series = sheaf_series_create(NULL, "Exports", "USD", 9);
        sheaf_series_set_partner(series, partners[i]);
        sheaf_series_set_flow(series, "exports");
        for (int k = 0; k < years; k++)
            sheaf_series_add(series, sheaf_period_year(2023 - k), i == 0 ? 360 : 10 * (double)i + k,
                             0, SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    return chart;
}

/* Whether a datum is of the world, and whether a warning names what is left out. */
static void look(sheaf_chart *chart, bool *shows, bool *warns)
{
    sheaf_picture *picture = sheaf_chart_layout(chart, 800, 500);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    assert_string_equal(sheaf_chart_message(chart), "");
    *shows = *warns = false;
    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
        *shows = *shows || strcmp(datum.partner, "WLD") == 0;
    for (size_t i = 0; i < sheaf_chart_warning_count(chart); i++) {
        sheaf_warning warning = SHEAF_WARNING_INIT;
        *warns = *warns || (sheaf_chart_warning(chart, i, &warning) &&
                            strstr(warning.message, "is the sum of all") != NULL);
    }
    sheaf_picture_destroy(picture);
}

static void a_whole_is_left_out(void **state)
{
    static const struct {
        sheaf_chart_type type;
        size_t first, n;
        int years;
        bool shows, warns;
    } cases[] = {
        { SHEAF_RANKING, 0, 9, 1, false, true },   { SHEAF_LOLLIPOP, 0, 9, 1, false, true },
        { SHEAF_DOTS, 0, 9, 1, false, true },      { SHEAF_HISTOGRAM, 0, 9, 1, false, true },
        { SHEAF_BOX, 0, 9, 3, false, true },       { SHEAF_AUTO, 0, 9, 1, false, true },
        { SHEAF_RANKING, 1, 8, 1, false, false },  { SHEAF_HISTOGRAM, 1, 8, 1, false, false },
        { SHEAF_HISTOGRAM, 0, 1, 9, true, false }, /* years of the world are counted */
        { SHEAF_RANKING, 0, 2, 1, true, false },   /* with which one member is compared */
        { SHEAF_LINES, 0, 4, 5, true, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].type, cases[i].first, cases[i].n, cases[i].years);
        bool shows, warns;

        print_message("  %s, %zu series\n", sheaf_chart_type_name(cases[i].type), cases[i].n);
        look(chart, &shows, &warns);
        assert_int_equal(shows, cases[i].shows);
        assert_int_equal(warns, cases[i].warns);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_whole_is_left_out) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
