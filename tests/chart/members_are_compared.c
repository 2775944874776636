/* members_are_compared.c - charts with a row a member: which periods and members they show, in which
 * order, and what they refuse. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

static void add(sheaf_chart *chart, const char *partner, const char *flow,
                const sheaf_period *periods, const double *values, int n)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, "USD", 9);

    sheaf_series_set_partner(series, partner);
    sheaf_series_set_flow(series, flow);
    for (int i = 0; i < n; i++)
        if (!isnan(values[i]))
            sheaf_series_add(series, periods[i], values[i], 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_years(sheaf_chart *chart, const char *partner, const char *flow, double a, double b,
                      double c)
{
    const sheaf_period years[] = { sheaf_period_year(2021), sheaf_period_year(2022),
                                   sheaf_period_year(2023) };

    add(chart, partner, flow, years, (double[]){ a, b, c }, 3);
}

/* The alternative text, which has the rows in their order; or the message. The caller frees. */
static char *said(sheaf_chart *chart, double height)
{
    struct scene *scene = chart_scene(chart, 600, height, true, NULL);
    const char *words = sheaf_chart_status(chart) == SHEAF_OK ? scene_alternative(scene)
                                                              : sheaf_chart_message(chart);
    char *copy = strdup(words);

    scene_destroy(scene);
    return copy;
}

static void says(sheaf_chart *chart, double height, const char *words)
{
    char *all = said(chart, height);

    if (strstr(all, words) == NULL)
        fail_msg("'%s' is not in: %s", words, all);
    free(all);
    sheaf_chart_destroy(chart);
}

static sheaf_chart *two_partners(sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    add_years(chart, "ITA", "imports", 1, 2, NAN);
    add_years(chart, "CHN", "imports", 3, 4, NAN);
    add_years(chart, "ITA", "exports", 1, 9.5, 7);
    add_years(chart, "CHN", "exports", 5, 6, 20);
    return chart;
}

static void the_first_and_the_last_period_are_compared(void **state)
{
    (void)state;
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_DUMBBELL);
    add_years(chart, "ITA", "exports", 1, 9.5, 7);
    add_years(chart, "CHN", "exports", 5, 6, 20);
    says(chart, 400,
         "China – 2021: 5.0; 2023: 20.0. Italy – 2021: 1.0; 2023: 7.0. "
         "Larger in every period: China. Largest change: China, +15.0.");

    chart = sheaf_chart_create(NULL, SHEAF_DUMBBELL);
    add_years(chart, "ITA", "exports", 1, 9.5, 7);
    add_years(chart, "CHN", "exports", 5, 6, 20);
    sheaf_chart_set_periods(
        chart, (sheaf_period[]){ sheaf_period_year(2022), sheaf_period_year(2021) }, 2);
    says(chart, 400,
         "Italy – 2021: 1.0; 2022: 9.5. China – 2021: 5.0; 2022: 6.0. "
         "Italy overtook China in 2022. "
         "Largest change: Italy, +8.5.");
}

/* 2023 has no imports yet: beside exports of 2023 those of 2022 would mislead. */
static void two_flows_are_of_one_period(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_PAIRED, SHEAF_BUTTERFLY };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        says(two_partners(types[i]), 400,
             "2022. Italy – Exports: 9.5; Imports: 2.0. China – Exports: 6.0; Imports: 4.0.");
}

static void a_part_of_a_year_is_no_year(void **state)
{
    const sheaf_period periods[] = { sheaf_period_year(2021), sheaf_period_year(2022),
                                     sheaf_period_months(2023, 1, 4) };
    static const double values[] = { 1, 2, 0.5 };

    (void)state;
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_DUMBBELL);
    add(chart, "ITA", "exports", periods, values, 3);
    says(chart, 400, "Italy – 2021: 1.0; 2022: 2.0.");

    chart = sheaf_chart_create(NULL, SHEAF_DUMBBELL);
    add(chart, "ITA", "exports", periods + 1, values + 1, 2);
    says(chart, 400,
         "a dumbbell chart compares periods of one length, two at least, and here is 2022 and "
         "Jan–Apr 2023; choose other periods, or draw a ranking");
}

static void what_has_no_room_is_one_row(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_DUMBBELL, SHEAF_PAIRED, SHEAF_BUTTERFLY };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, types[t]);
        sheaf_warning warning = SHEAF_WARNING_INIT;
        for (int i = 0; i < 300; i++) {
            char name[16];
            snprintf(name, sizeof name, "P%03d", i);
            add_years(chart, name, "exports", 1, 1, 1 + i);
            if (sheaf_chart_type_pairs_flows(types[t]))
                add_years(chart, name, "imports", 1, 1, 1 + i);
        }
        char *words = said(chart, 300);
        assert_non_null(strstr(words, "P299 – "));
        assert_null(strstr(words, "P100 – "));
        assert_non_null(strstr(words, "Other (2"));
        free(words);
        assert_true(sheaf_chart_warning(chart, 0, &warning));
        assert_non_null(strstr(warning.message, "of 300 members, because no more have room"));
        sheaf_chart_destroy(chart);
    }
}

/* The sums of both flows are one row, also where only one of them is of a single member, whose partner it
 * keeps. */
static void the_rest_of_both_flows_is_one_row(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_PAIRED, SHEAF_BUTTERFLY };
    static const char *const partners[] = { "CHN", "DEU", "FRA", "ITA", "POL", "TUR", "UZB" };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, types[i]);
        for (size_t k = 0; k < LENGTH(partners); k++) {
            double value = 100 - 10 * (double)k;
            add_years(chart, partners[k], "exports", value, value, value);
            if (k < 4 || k == 6)
                add_years(chart, partners[k], "imports", value, value, value);
        }
        char *all = said(chart, types[i] == SHEAF_PAIRED ? 240 : 180);
        const char *first = strstr(all, "Other (");
        if (first == NULL || strstr(first + 1, "Other (") != NULL)
            fail_msg("not one row of the rest: %s", all);
        free(all);
        sheaf_chart_destroy(chart);
    }
}

static void nothing(sheaf_chart *chart)
{
    add_years(chart, "CHN", "exports", 1, 2, 3);
}

static void world(sheaf_chart *chart)
{
    nothing(chart);
    add_years(chart, "WLD", "exports", 1, 2, 3);
}

static void world_of_two_flows(sheaf_chart *chart)
{
    world(chart);
    add_years(chart, "CHN", "imports", 1, 2, 3);
}

static void three_flows(sheaf_chart *chart)
{
    nothing(chart);
    add_years(chart, "CHN", "imports", 1, 2, 3);
    add_years(chart, "CHN", "re-exports", 1, 2, 3);
}

static void negative(sheaf_chart *chart)
{
    nothing(chart);
    add_years(chart, "CHN", "imports", 1, 2, -3);
}

static void one_year(sheaf_chart *chart)
{
    nothing(chart);
    sheaf_chart_set_periods(chart, (sheaf_period[]){ sheaf_period_year(2023) }, 1);
}

static void wrong_shapes_are_refused(void **state)
{
    static const struct {
        sheaf_chart_type type;
        void (*fill)(sheaf_chart *chart);
        const char *message;
    } cases[] = {
        { SHEAF_DUMBBELL, one_year,
          "a dumbbell chart compares periods of one length, two at least, and here is 2023 only; "
          "choose other periods, or draw a ranking" },
        { SHEAF_DUMBBELL, world, "'WLD' is the sum of all and no member beside 'CHN'" },
        { SHEAF_PAIRED, world_of_two_flows, "'WLD' is the sum of all and no member beside 'CHN'" },
        { SHEAF_PAIRED, nothing,
          "a chart of paired bars compares two flows of each member, such as exports and imports, "
          "and here is only 'exports'; add the other, or draw a ranking" },
        { SHEAF_BUTTERFLY, three_flows,
          "a butterfly chart compares two flows of each member, such as exports and imports, and "
          "here are 3; choose two, or draw a ranking" },
        { SHEAF_BUTTERFLY, negative, "so none can be negative" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        cases[i].fill(chart);
        says(chart, 400, cases[i].message);
    }
}

/* Sixty members of about 100 each: the rest of some forty would be forty times as long as any bar. */
static void the_rest_does_not_dwarf_the_members(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_PAIRED, SHEAF_BUTTERFLY, SHEAF_DUMBBELL };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, types[t]);
        for (int i = 0; i < 60; i++) {
            char partner[20];
            snprintf(partner, sizeof partner, "Place %d", i);
            add_years(chart, partner, "exports", 90 - i, 95 - i, 100 - i);
            if (types[t] != SHEAF_DUMBBELL)
                add_years(chart, partner, "imports", 90 - i, 80 - i, 95 - i);
        }
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        double right[2] = { 0, 0 };
        size_t n = sheaf_picture_datum_count(picture), rests = 0;
        for (size_t i = 0; i < n; i++) {
            sheaf_datum datum = SHEAF_DATUM_INIT;
            assert_true(sheaf_picture_datum(picture, i, &datum));
            bool is_rest = strncmp(datum.series, "Other", 5) == 0;
            right[is_rest] = fmax(right[is_rest], datum.box.right);
            rests += is_rest;
        }
        print_message("  %s: %zu data, %.0f and %.0f of the rest\n",
                      sheaf_chart_type_name(types[t]), n, right[0], right[1]);
        assert_true(right[0] > 420 && right[1] <= right[0] && rests == 2);
        sheaf_picture_destroy(picture);
        struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
        assert_non_null(strstr(scene_alternative(scene), "Other ("));
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* Widths of the bars of the largest member and of the rest, for a rest of so much beside 100. */
static void measure_rest(double rest, double widths[2])
{
    const sheaf_period year = sheaf_period_year(2023);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_PAIRED);

    add(chart, "CHN", "exports", &year, (double[]){ 100 }, 1);
    add(chart, "CHN", "imports", &year, (double[]){ 90 }, 1);
    for (int flow = 0; flow < 2; flow++) {
        sheaf_series *other = sheaf_series_create(NULL, "other", "USD", 9);
        sheaf_series_set_flow(other, flow == 0 ? "exports" : "imports");
        sheaf_series_set_remainder(other, true);
        sheaf_series_add(other, year, rest - 5 * flow, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, other);
        sheaf_series_destroy(other);
    }
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    widths[0] = widths[1] = 0;
    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++) {
        sheaf_datum datum = SHEAF_DATUM_INIT;
        assert_true(sheaf_picture_datum(picture, i, &datum));
        double *width = &widths[strcmp(datum.partner, "CHN") != 0];
        *width = fmax(*width, datum.box.right - datum.box.left);
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static void a_rest_of_three_times_the_largest_is_to_scale(void **state)
{
    double widths[2];

    (void)state;
    measure_rest(300, widths);
    assert_true(fabs(widths[1] / widths[0] - 3) < 0.05);
    measure_rest(301, widths);
    assert_true(fabs(widths[1] / widths[0] - 1) < 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_and_the_last_period_are_compared),
        cmocka_unit_test(two_flows_are_of_one_period),
        cmocka_unit_test(a_part_of_a_year_is_no_year),
        cmocka_unit_test(what_has_no_room_is_one_row),
        cmocka_unit_test(the_rest_of_both_flows_is_one_row),
        cmocka_unit_test(the_rest_does_not_dwarf_the_members),
        cmocka_unit_test(a_rest_of_three_times_the_largest_is_to_scale),
        cmocka_unit_test(wrong_shapes_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
