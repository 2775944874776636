/* many_lines_are_compared.c - charts that compare the courses of many: what stands where, what is left
 * out, and what they refuse. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

/* The years from 2019 on. */
static void add(sheaf_chart *chart, const char *partner, const char *unit, const double *values,
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
} partners[] = {
    { "DEU", { 6, 5, 5, 4 } },  { "CHN", { 6, 7, 9, 14 } },  { "ITA", { 9, 8, 9, 9 } },
    { "RUS", { 5, 5, 6, 10 } }, { "TUR", { 2, 3, 3, 4.5 } },
};

static void five(sheaf_chart *chart)
{
    for (size_t i = 0; i < LENGTH(partners); i++)
        add(chart, partners[i].partner, "USD", partners[i].values, 4);
}

/* The alternative text, or the message. The caller frees. */
static char *said(sheaf_chart *chart, double width, double height)
{
    struct scene *scene = chart_scene(chart, width, height, true, NULL);
    const char *words = sheaf_chart_status(chart) == SHEAF_OK ? scene_alternative(scene)
                                                              : sheaf_chart_message(chart);
    char *copy = strdup(words);

    scene_destroy(scene);
    return copy;
}

static void says(sheaf_chart_type type, void (*fill)(sheaf_chart *chart), const char *words)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    fill(chart);
    char *all = said(chart, 600, 400);
    if (strstr(all, words) == NULL)
        fail_msg("%s: '%s' is not in: %s", sheaf_chart_type_name(type), words, all);
    free(all);
    sheaf_chart_destroy(chart);
}

/* The words that come one after another in the alternative text. */
static void says_in_order(sheaf_chart_type type, void (*fill)(sheaf_chart *chart),
                          const char *const *words, size_t n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    fill(chart);
    char *all = said(chart, 600, 400), *at = all;
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
static struct point datum_at(const sheaf_picture *picture, const char *series, int year)
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

static void assert_near(double a, double b)
{
    assert_true(fabs(a - b) < 1e-6);
}

/* China begins a year after Germany. */
static void begin_apart(sheaf_chart *chart)
{
    add(chart, "DEU", "USD", (double[]){ 2, 4, 6, 8 }, 4);
    add(chart, "CHN", "USD", (double[]){ NAN, 8, 4, 6 }, 4);
}

static void never_together(sheaf_chart *chart)
{
    add(chart, "DEU", "USD", (double[]){ 2, 4, NAN, NAN }, 4);
    add(chart, "CHN", "USD", (double[]){ NAN, NAN, 4, 6 }, 4);
}

static void indices(sheaf_chart *chart)
{
    add(chart, "CHN", "2021 = 100", (double[]){ 80, 90, 100, 130 }, 4);
}

static void growth(sheaf_chart *chart)
{
    sheaf_series *series = sheaf_series_create(NULL, "CHN", "USD", 0);

    for (int i = 0; i < 4; i++)
        sheaf_series_add(series, sheaf_period_year(2019 + i), 20 + 10 * i - (i == 2 ? 15 : 0), 3,
                         SHEAF_NORMAL);
    sheaf_series *rates = sheaf_series_growth(series);
    sheaf_chart_add(chart, rates);
    sheaf_series_destroy(rates);
    sheaf_series_destroy(series);
}

static void shares(sheaf_chart *chart)
{
    add(chart, "CHN", "%", (double[]){ 10, 12, 11, 14 }, 4);
}

/* Small multiples */

static void multiples_are_sorted_by_the_last_value(void **state)
{
    static const char *const order[] = { "China", "Russia", "Italy", "Turkey", "Germany" };

    (void)state;
    says_in_order(SHEAF_MULTIPLES, five, order, LENGTH(order));
}

/* Equal figures of members beside each other are equally high; of those below, as far apart. */
static void multiples_have_one_scale(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);

    (void)state;
    five(chart);
    sheaf_chart_set_base(chart, SHEAF_BASE_DATA); /* lines, though the periods are few */
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    assert_near(datum_at(picture, "China", 2021).y, datum_at(picture, "Italy", 2021).y);
    assert_near(datum_at(picture, "Germany", 2020).y - datum_at(picture, "Germany", 2019).y,
                datum_at(picture, "Italy", 2020).y - datum_at(picture, "Italy", 2019).y);
    assert_true(datum_at(picture, "Germany", 2022).y > datum_at(picture, "China", 2022).y + 50);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Columns of few periods stand on zero; six are few, seven are a course. */
static void multiples_of_few_periods_are_columns(void **state)
{
    static const double values[] = { 2, 3, 4, 3, 5, 6, 7 };

    (void)state;
    for (int n = 6; n <= 7; n++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
        add(chart, "CHN", "USD", values, n);
        add(chart, "DEU", "USD", values, n);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        sheaf_datum first = { .size = sizeof first }, second = { .size = sizeof second };
        assert_true(sheaf_picture_datum(picture, 0, &first));
        assert_true(sheaf_picture_datum(picture, 1, &second));
        assert_int_equal(fabs(first.box.bottom - second.box.bottom) < 1e-6, n == 6);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void set_plots(sheaf_chart *chart, sheaf_chart_type of, int periods)
{
    static const double values[] = { 2, 3, 4, 3, 5, 6, 7 };

    add(chart, "CHN", "USD", values, periods);
    add(chart, "DEU", "USD", values + 1, periods);
    sheaf_chart_set_plots(chart, of);
}

/* Bars of any number of periods, lines of few; an area is filled from zero, and its panel has the figures
 * of a line. */
static void the_author_says_what_multiples_are_of(void **state)
{
    static const struct {
        sheaf_chart_type of;
        bool has_bars;
    } cases[] = {
        { SHEAF_AUTO, true }, { SHEAF_BARS, true }, { SHEAF_LINES, false }, { SHEAF_AREA, false }
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
        sheaf_datum first = { .size = sizeof first }, second = { .size = sizeof second };
        set_plots(chart, cases[i].of, 4);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        assert_true(sheaf_picture_datum(picture, 0, &first));
        assert_true(sheaf_picture_datum(picture, 1, &second));
        assert_int_equal(fabs(first.box.bottom - second.box.bottom) < 1e-6, cases[i].has_bars);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void what_multiples_cannot_be_of_is_refused(void **state)
{
    static const struct {
        sheaf_chart_type type, of;
        sheaf_base base;
        sheaf_axis axis;
        const char *says;
    } cases[] = {
        { SHEAF_MULTIPLES, SHEAF_STACKED, SHEAF_BASE_AUTO, SHEAF_AXIS_LINEAR, "not of stacked" },
        { SHEAF_MULTIPLES, SHEAF_AREA, SHEAF_BASE_DATA, SHEAF_AXIS_LINEAR, "choose of: lines" },
        { SHEAF_MULTIPLES, SHEAF_BARS, SHEAF_BASE_AUTO, SHEAF_AXIS_LOG, "choose of: lines" },
        { SHEAF_LINES, SHEAF_BARS, SHEAF_BASE_AUTO, SHEAF_AXIS_LINEAR, "leave 'of' out" },
        { SHEAF_MULTIPLES, SHEAF_LINES, SHEAF_BASE_DATA, SHEAF_AXIS_LINEAR, "China" },
        { SHEAF_MULTIPLES, SHEAF_AUTO, SHEAF_BASE_AUTO, SHEAF_AXIS_LOG, "logarithmic scale" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        set_plots(chart, cases[i].of, 7);
        sheaf_chart_set_base(chart, cases[i].base);
        sheaf_chart_set_axis(chart, cases[i].axis);
        char *all = said(chart, 600, 400);
        if (strstr(all, cases[i].says) == NULL)
            fail_msg("%zu says: %s", i, all);
        free(all);
        sheaf_chart_destroy(chart);
    }
    sheaf_chart *none = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    sheaf_chart_set_plots(none, (sheaf_chart_type)999);
    assert_int_equal(sheaf_chart_status(none), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(none);
}

/* Columns have lengths, which a logarithmic scale takes from them: of few periods, too, it has lines. */
static void multiples_on_a_logarithmic_scale_are_lines(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    sheaf_datum first = { .size = sizeof first }, second = { .size = sizeof second };

    (void)state;
    set_plots(chart, SHEAF_AUTO, 4);
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    assert_true(sheaf_picture_datum(picture, 0, &first));
    assert_true(sheaf_picture_datum(picture, 1, &second));
    assert_true(fabs(first.box.bottom - second.box.bottom) > 1);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* The first panel stands where reading begins; time runs from left to right in every language. */
static void multiples_begin_where_reading_does(void **state)
{
    static const char *const languages[] = { "en", "ar" };
    static const char *const names[][2] = { { "China", "Russia" }, { "الصين", "روسيا" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
        five(chart);
        sheaf_chart_set_language(chart, languages[i]);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        double first = datum_at(picture, names[i][0], 2019).x;
        double second = datum_at(picture, names[i][1], 2019).x;
        assert_true(i == 0 ? first < second : first > second);
        assert_true(datum_at(picture, names[i][0], 2022).x > first);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void what_has_no_room_is_left_out_and_told(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    sheaf_warning warning = { .size = sizeof warning };

    (void)state;
    for (int i = 0; i < 40; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        add(chart, name, "USD", (double[]){ 1, 2, 3, 1 + i }, 4);
    }
    char *all = said(chart, 480, 300);
    assert_non_null(strstr(all, "Goods 39"));
    assert_null(strstr(all, "Goods 3 "));
    assert_null(strstr(all, "Other"));
    assert_true(sheaf_chart_warning(chart, 0, &warning));
    assert_non_null(
        strstr(warning.message, "of 40 members, because no more have room; a height of"));
    free(all);
    sheaf_chart_destroy(chart);
}

/* Indices */

/* The alternative text has every figure of so short a course. */
static void lines_are_rebased_to_the_first_common_period(void **state)
{
    (void)state;
    says(SHEAF_INDEX, five, "China – 2019: 100; 2020: 120; 2021: 150; 2022: 230");
    says(SHEAF_INDEX, begin_apart, "Germany – 2019: 50; 2020: 100; 2021: 150; 2022: 200");
    says(SHEAF_INDEX, begin_apart, "China – 2019: n/a; 2020: 100; 2021: 50; 2022: 80");
    says(SHEAF_INDEX, begin_apart, "2020 = 100");
}

/* All lines meet in the base period, wherever they go from there. */
static void indices_meet_in_the_base(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_INDEX);

    (void)state;
    begin_apart(chart);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    assert_near(datum_at(picture, "Germany", 2020).y, datum_at(picture, "China", 2020).y);
    assert_true(datum_at(picture, "Germany", 2021).y < datum_at(picture, "China", 2021).y - 20);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Whichever the first common one is; a base that some series lacks is refused with those nearest to
 * it. */
static void the_base_period_is_chosen(void **state)
{
    static const struct {
        int year;
        void (*fill)(sheaf_chart *chart);
        sheaf_chart_type type;
        const char *says;
    } cases[] = {
        { 2021, five, SHEAF_INDEX, "2021 = 100" },
        { 2021, five, SHEAF_INDEX, "China – 2019: 67; 2020: 78; 2021: 100; 2022: 160" },
        { 2020, indices, SHEAF_INDEX, "2020 = 100" },
        { 2019, begin_apart, SHEAF_INDEX,
          "'CHN' has no figure above zero in 2019 that could be 100; the nearest in which all have "
          "one: 2020" },
        { 2030, begin_apart, SHEAF_INDEX,
          "'DEU' has no figure above zero in 2030 that could be 100; the nearest in which all have "
          "one: 2022" },
        { 2019, never_together, SHEAF_INDEX, "there is no other period in which all have one" },
        { 2021, growth, SHEAF_INDEX, "growth rates have no base period" },
        { 2021, five, SHEAF_LINES, "only an index has a base period" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        cases[i].fill(chart);
        sheaf_chart_set_base_period(chart, sheaf_period_year(cases[i].year));
        char *all = said(chart, 600, 400);
        if (strstr(all, cases[i].says) == NULL)
            fail_msg("%zu says: %s", i, all);
        free(all);
        sheaf_chart_destroy(chart);
    }
}

static void indices_and_growth_stay_as_they_are(void **state)
{
    (void)state;
    says(SHEAF_INDEX, indices, "China – 2019: 80; 2020: 90; 2021: 100; 2022: 130");
    says(SHEAF_INDEX, indices, "2021 = 100");
    says(SHEAF_INDEX, growth, "growth – 2020: 50; 2021: ");
}

static void an_index_adds_nothing_up(void **state)
{
    (void)state;
    assert_false(sheaf_chart_type_adds_up(SHEAF_INDEX));
    assert_true(sheaf_chart_type_adds_up(SHEAF_STACKED));
}

/* Beyond what readers can follow an index has the largest by their last figures, in the unit itself, and
 * says of how many; it takes any number in moments. Those that lead by the index are in colour. */
static void an_index_of_many_shows_the_largest(void **state)
{
    enum { MANY = 5000, SHOWN = 40 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_INDEX);
    sheaf_warning warning = { .size = sizeof warning };

    (void)state;
    for (int i = 0; i < MANY; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        add(chart, name, "USD", (double[]){ MANY - i, 7, 8, 1 + i }, 4);
    }
    sheaf_picture *picture = sheaf_chart_layout(chart, 900, 500);
    assert_non_null(picture);
    assert_int_equal(sheaf_picture_datum_count(picture), SHOWN * 4);
    for (int i = MANY - SHOWN; i < MANY; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        datum_at(picture, name, 2022);
    }
    sheaf_picture_destroy(picture);
    char *all = said(chart, 900, 500);
    assert_non_null(strstr(all, "largest 40 of 5,000"));
    assert_true(sheaf_chart_warning(chart, 0, &warning));
    assert_non_null(strstr(warning.message, "the chart shows 40 of 5000 series"));
    free(all);
    sheaf_chart_destroy(chart);
}

/* Slopes and ranks */

static sheaf_picture *picture_of_five(sheaf_chart *chart)
{
    five(chart);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    return picture;
}

/* Two upright rules, a figure as high as it is large, in proportion. */
static void slopes_join_the_first_and_the_last_period(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SLOPE);
    sheaf_picture *picture = picture_of_five(chart);

    (void)state;
    assert_int_equal(sheaf_picture_datum_count(picture), 2 * LENGTH(partners));
    assert_near(datum_at(picture, "China", 2019).x, datum_at(picture, "Italy", 2019).x);
    assert_near(datum_at(picture, "Italy", 2019).y, datum_at(picture, "Italy", 2022).y);
    assert_near((datum_at(picture, "China", 2019).y - datum_at(picture, "China", 2022).y) / 8,
                (datum_at(picture, "Russia", 2019).y - datum_at(picture, "Russia", 2022).y) / 5);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static double row_of(const sheaf_picture *picture, const char *series, int year)
{
    double first = datum_at(picture, "China", 2022).y, second = datum_at(picture, "Russia", 2022).y;

    return 1 + (datum_at(picture, series, year).y - first) / (second - first);
}

/* Russia and Turkey rise; China and Germany, which are equal in 2019, have a row each. */
static void ranks_stand_in_rows_with_the_first_on_top(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BUMP);
    sheaf_picture *picture = picture_of_five(chart);

    (void)state;
    assert_near(row_of(picture, "Italy", 2019), 1);
    assert_near(row_of(picture, "Italy", 2022), 3);
    assert_near(row_of(picture, "Russia", 2019), 4);
    assert_near(row_of(picture, "China", 2019) + row_of(picture, "Germany", 2019), 2 + 3);
    assert_near(row_of(picture, "Turkey", 2019), 5);
    assert_near(row_of(picture, "Turkey", 2022), 4);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Of forty the last was the first before: those that have no room count, too, so that a member that
 * is first now stood below all rows then. */
static void ranks_are_among_all(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BUMP);

    (void)state;
    for (int i = 0; i < 40; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        add(chart, name, "USD", (double[]){ 40 - i, 1 + i }, 2);
    }
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    assert_non_null(picture);
    size_t rows = sheaf_picture_datum_count(picture) / 2;
    assert_true(rows >= 4 && rows < 20);
    char last[20];
    snprintf(last, sizeof last, "Goods %zu", 40 - rows);
    for (size_t i = 0; i < rows; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %zu", 39 - i);
        assert_true(datum_at(picture, name, 2019).y > datum_at(picture, last, 2020).y);
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Up to five periods that are wanted have a rule each; of more, and unasked, the first and the last. */
static void slopes_have_a_rule_a_wanted_period(void **state)
{
    static const struct {
        int wanted, rules;
    } cases[] = { { 0, 2 }, { 2, 2 }, { 3, 3 }, { 5, 5 }, { 6, 2 } };
    static const double values[] = { 2, 3, 4, 3, 5, 6, 7 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SLOPE);
        sheaf_period periods[6];
        for (int k = 0; k < 6; k++)
            periods[k] = sheaf_period_year(2019 + k);
        add(chart, "CHN", "USD", values, 7);
        add(chart, "DEU", "USD", values + 1, 6);
        sheaf_chart_set_periods(chart, periods, (size_t)cases[i].wanted);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        size_t of_both = sheaf_picture_datum_count(picture);
        if (cases[i].wanted > 0)
            assert_int_equal(of_both, 2 * cases[i].rules);
        else
            assert_in_range(of_both, 3, 4);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* Whether the scene has these words. */
static bool shows(sheaf_chart *chart, const char *words)
{
    static sheaf_error none;
    struct scene *scene = chart_scene(chart, 800, 600, true, NULL);
    struct buffer dump;

    buffer_init(&dump, NULL, &none);
    scene_dump(scene, &dump);
    bool has = strstr(dump.bytes, words) != NULL;
    buffer_free(&dump);
    scene_destroy(scene);
    return has;
}

/* Nineteen lines end within a label's height of each other, and one moves far. */
static void names_of_many_slopes_do_not_tangle(void **state)
{
    sheaf_chart *crowd = sheaf_chart_create(NULL, SHEAF_SLOPE);
    sheaf_chart *few = sheaf_chart_create(NULL, SHEAF_SLOPE);

    (void)state;
    for (int i = 0; i < 19; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        add(crowd, name, "USD", (double[]){ 1 + 0.01 * i, 1 + 0.01 * i }, 2);
    }
    add(crowd, "Metals", "USD", (double[]){ 50, 90 }, 2);
    assert_true(shows(crowd, "text \"Metals\""));
    assert_true(shows(crowd, "text \"Goods 18\""));
    assert_false(shows(crowd, "text \"Goods 9\""));
    assert_true(shows(crowd, "text \"Other (18)\""));
    five(few);
    assert_false(shows(few, "Other ("));
    assert_true(shows(few, "text \"Italy\""));
    sheaf_chart_destroy(crowd);
    sheaf_chart_destroy(few);
}

static void the_world(sheaf_chart *chart)
{
    five(chart);
    add(chart, "WLD", "USD", (double[]){ 30, 30, 30, 40 }, 4);
}

static void one_year(sheaf_chart *chart)
{
    five(chart);
    sheaf_chart_set_periods(chart, (sheaf_period[]){ sheaf_period_year(2022) }, 1);
}

static void wrong_data_are_refused(void **state)
{
    static const struct {
        sheaf_chart_type type;
        void (*fill)(sheaf_chart *chart);
        const char *message;
    } cases[] = {
        { SHEAF_MULTIPLES, the_world, "'WLD' is the sum of all and no member beside" },
        { SHEAF_MULTIPLES, one_year,
          "a chart of small multiples compares periods of one length, two at least, and here is "
          "2022 only; choose other periods, or draw a ranking" },
        { SHEAF_SLOPE, the_world, "'WLD' is the sum of all and no member beside" },
        { SHEAF_SLOPE, one_year,
          "a slope chart compares periods of one length, two at least, and here is 2022 only; "
          "choose other periods, or draw a ranking" },
        { SHEAF_BUMP, one_year,
          "a bump chart compares periods of one length, two at least, and here is 2022 only; "
          "choose other periods, or draw a ranking" },
        { SHEAF_INDEX, never_together,
          "there is no period in which 'DEU' and all others have a figure above zero that could be "
          "100; leave out those that begin late, or draw lines" },
        { SHEAF_INDEX, shares,
          "'CHN' is in per cent, and an index of a rate says nothing; draw lines" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        says(cases[i].type, cases[i].fill, cases[i].message);
}

/* Round marks that are filled with a colour; NULL: with any. */
static size_t count_dots(sheaf_chart *chart, const char *color)
{
    static sheaf_error error;
    struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
    struct buffer dump;
    size_t n = 0;
    char fill[20];

    snprintf(fill, sizeof fill, " fill %s", color != NULL ? color : "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    for (char *line = strtok(dump.bytes, "\n"); line != NULL; line = strtok(NULL, "\n"))
        n += strstr(line, " path M ") != NULL && strstr(line, " C ") != NULL &&
             strstr(line, fill) != NULL;
    buffer_free(&dump);
    scene_destroy(scene);
    return n;
}

/* Of two the first shows as a ring; three or more are one dot in ink, in a ring of paper. */
static void ends_in_one_place_are_one_dot(void **state)
{
    static const struct {
        size_t together, apart, ink, paper, all;
    } cases[] = { { 1, 2, 0, 0, 3 }, { 2, 0, 0, 0, 3 }, { 2, 2, 0, 0, 5 },
                  { 3, 0, 1, 1, 2 }, { 4, 1, 1, 1, 3 }, { 5, 3, 1, 1, 5 } };
    static const char *const names[] = { "DEU", "CHN", "ITA", "RUS", "TUR", "FRA", "ESP", "POL" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        size_t n = cases[i].together + cases[i].apart;

        for (size_t k = 0; k < n; k++) {
            double last = k < cases[i].together ? 20 : 22 + 4 * (double)k, from = 3 * (double)k;
            add(chart, names[k], "USD", (double[]){ from, from + 1, from + 2, last }, 4);
        }
        print_message("  %zu together, %zu apart\n", cases[i].together, cases[i].apart);
        assert_int_equal(count_dots(chart, NULL), cases[i].all);
        assert_int_equal(count_dots(chart, "#1B2430"), cases[i].ink);
        assert_int_equal(count_dots(chart, "#FFFFFF"), cases[i].paper);
        sheaf_chart_destroy(chart);
    }
}

/* Lines of years: the first ones are the highest. */
static void add_lines(sheaf_chart *chart, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char name[40];
        double top = 100 - 2 * (double)i;
        snprintf(name, sizeof name, "Place %zu", i + 1);
        add(chart, name, "USD", (double[]){ top, top + 3, top - 1, top }, 4);
    }
}

static void lines_that_do_not_lead_are_grey(void **state)
{
    static const struct {
        size_t n;
        const char *there, *not_there; /* among the words */
    } cases[] = {
        { 16, "text \"Place 16", "Other (" },
        { 17, "Other (10)", "text \"Place 8" },
        { 40, "text \"Place 7", "text \"Place 8" },
        { 40, "Other (33)", "text \"Place 40" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        sheaf_error error = { 0 };
        struct buffer dump;

        add_lines(chart, cases[i].n);
        struct scene *scene = chart_scene(chart, 600, 400, false, NULL);
        if (scene == NULL)
            fail_msg("%s", sheaf_chart_message(chart));
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        if (strstr(dump.bytes, cases[i].there) == NULL ||
            strstr(dump.bytes, cases[i].not_there) != NULL)
            fail_msg("%zu lines: %s", cases[i].n, dump.bytes);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

static void more_lines_than_forty_are_refused(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    add_lines(chart, 41);
    char *all = said(chart, 600, 400);
    assert_non_null(strstr(all, "all but the 40 that matter most"));
    free(all);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_that_do_not_lead_are_grey),
        cmocka_unit_test(more_lines_than_forty_are_refused),
        cmocka_unit_test(multiples_are_sorted_by_the_last_value),
        cmocka_unit_test(multiples_have_one_scale),
        cmocka_unit_test(multiples_of_few_periods_are_columns),
        cmocka_unit_test(the_author_says_what_multiples_are_of),
        cmocka_unit_test(what_multiples_cannot_be_of_is_refused),
        cmocka_unit_test(multiples_on_a_logarithmic_scale_are_lines),
        cmocka_unit_test(multiples_begin_where_reading_does),
        cmocka_unit_test(what_has_no_room_is_left_out_and_told),
        cmocka_unit_test(lines_are_rebased_to_the_first_common_period),
        cmocka_unit_test(indices_meet_in_the_base),
        cmocka_unit_test(the_base_period_is_chosen),
        cmocka_unit_test(indices_and_growth_stay_as_they_are),
        cmocka_unit_test(an_index_adds_nothing_up),
        cmocka_unit_test(an_index_of_many_shows_the_largest),
        cmocka_unit_test(slopes_join_the_first_and_the_last_period),
        cmocka_unit_test(ranks_stand_in_rows_with_the_first_on_top),
        cmocka_unit_test(ranks_are_among_all),
        cmocka_unit_test(slopes_have_a_rule_a_wanted_period),
        cmocka_unit_test(names_of_many_slopes_do_not_tangle),
        cmocka_unit_test(ends_in_one_place_are_one_dot),
        cmocka_unit_test(wrong_data_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
