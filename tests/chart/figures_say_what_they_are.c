#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/model/colors.h"
#include "chart/model/model.h"
#include "chart/picture.h"
#include "chart/words/amounts.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

struct desk {
    sheaf_error error;
    struct arena arena;
    struct text *text;
};

static void desk_open(struct desk *desk, const char *language)
{
    *desk = (struct desk){ 0 };
    arena_init(&desk->arena, NULL, &desk->error);
    desk->text = text_begin(NULL, language, NULL, &desk->error);
}

static void desk_close(struct desk *desk)
{
    assert_string_equal(desk->error.message, "");
    text_end(desk->text);
    arena_free(&desk->arena);
}

static void add(sheaf_chart *chart, const char *name, const char *unit, int multiplier,
                const double *values, size_t n)
{
    sheaf_series *series = sheaf_series_from_years(name, unit, multiplier, 2022, values, n);

    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static struct model *model_of(const sheaf_chart *chart, struct desk *desk)
{
    return model_create(chart, SHEAF_FLAGS_ESTIMATED, theme_default(), NULL, desk->text,
                        &desk->arena, &desk->error);
}

static const struct {
    const char *name, *language, *unit;
    int given;
    double value;
    int multiplier;
    double shown;
} multipliers[] = {
    { "billions stay", "en", "USD", 9, 14.7, 9, 14.7 },
    { "a thousand millions are a billion", "en", "USD", 6, 1500, 9, 1.5 },
    { "999 millions are not", "en", "USD", 6, 999, 6, 999 },
    { "small parts of a billion are millions", "en", "USD", 9, 0.025, 6, 25 },
    { "plain figures stay plain", "en", "USD", 0, 99000, 0, 99000 },
    { "until they get long", "en", "USD", 0, 14700000000.0, 9, 14.7 },
    { "per cent are never thousands", "en", "%", 0, 250000, 0, 250000 },
    { "Chinese counts by myriads", "zh", "USD", 9, 14.7, 8, 147 },
    { "odd multipliers are made even", "en", "USD", 7, 50, 6, 500 },
    { "nothing is nothing", "en", "USD", 9, 0, 9, 0 },
};

static void figures_take_the_multiplier_that_suits_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(multipliers); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        struct desk desk;

        print_message("  %s\n", multipliers[i].name);
        desk_open(&desk, multipliers[i].language);
        add(chart, "exports", multipliers[i].unit, multipliers[i].given, &multipliers[i].value, 1);
        struct model *model = model_of(chart, &desk);
        assert_int_equal(model->multiplier, multipliers[i].multiplier);
        assert_true(fabs(model->series[0].figures[0].value - multipliers[i].shown) < 1e-9);
        desk_close(&desk);
        sheaf_chart_destroy(chart);
    }
}

static void series_of_different_multipliers_meet_in_one(void **state)
{
    const double billions[] = { 14.7 }, millions[] = { 16800 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    add(chart, "imports", "USD", 6, millions, 1);
    add(chart, "exports", "USD", 9, billions, 1);
    struct model *model = model_of(chart, &desk);
    assert_int_equal(model->multiplier, 9);
    assert_true(fabs(model->series[0].figures[0].value - 16.8) < 1e-9);
    assert_true(model->series[1].figures[0].value == 14.7);
    assert_true(color_equal(model->series[0].color, theme_default()->categories[1]));
    assert_true(color_equal(model->series[1].color, theme_default()->categories[0]));
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

/* As many as the theme has colours; what comes after them is grey, never a tint. */
static void no_two_series_share_a_color(void **state)
{
    static const char *const names[] = { "Italy", "exports", "turnover", "Exports",
                                         "China", "imports", "balance",  "W",
                                         "X",     "Y",       "Z",        "A",
                                         "B",     "C",       "D",        "E" };
    const double value[] = { 1 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    size_t greys = 0;
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    for (size_t i = 0; i < LENGTH(names); i++)
        add(chart, names[i], "USD", 9, value, 1);
    sheaf_series_set_label(chart->series[3], "Exports, revised"); /* of one name they are refused */
    struct model *model = model_of(chart, &desk);
    for (size_t i = 0; i < LENGTH(names); i++) {
        bool is_grey = color_equal(model->series[i].color, theme_default()->context);
        for (size_t j = 0; j < i && !is_grey; j++)
            assert_false(color_equal(model->series[i].color, model->series[j].color));
        greys += is_grey;
    }
    assert_int_equal(greys, LENGTH(names) - THEME_COLORS - 1); /* turnover has the ink */
    assert_true(color_equal(model->series[1].color, theme_default()->categories[0]));
    assert_true(color_equal(model->series[2].color, theme_default()->ink));
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

/* Charts of one document may have their members' colours in common. */
static void a_member_keeps_its_color(void **state)
{
    static const char *const first[] = { "China", "Italy", "exports", "other" };
    static const char *const second[] = { "Brazil", "Italy", "imports", "China", "other" };
    const double value[] = { 1 };
    sheaf_chart *one = sheaf_chart_create(NULL, SHEAF_LINES),
                *other = sheaf_chart_create(NULL, SHEAF_LINES);
    struct color_assignment colors;
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    color_assignment_init(&colors, &desk.arena);
    for (size_t i = 0; i < LENGTH(first); i++)
        add(one, first[i], "USD", 9, value, 1);
    for (size_t i = 0; i < LENGTH(second); i++)
        add(other, second[i], "USD", 9, value, 1);
    sheaf_series_set_remainder(one->series[3], true);
    sheaf_series_set_remainder(other->series[4], true);
    const struct model_series *a = model_create(one, SHEAF_FLAGS_ESTIMATED, theme_default(),
                                                &colors, desk.text, &desk.arena, &desk.error)
                                       ->series;
    const struct model_series *b = model_create(other, SHEAF_FLAGS_ESTIMATED, theme_default(),
                                                &colors, desk.text, &desk.arena, &desk.error)
                                       ->series;
    assert_true(color_equal(a[0].color, b[3].color));
    assert_true(color_equal(a[1].color, b[1].color));
    for (size_t i = 0; i < 3; i++)
        assert_false(color_equal(a[i].color, b[0].color)); /* nor does another member take it */
    assert_true(color_equal(a[2].color, theme_flow_color(theme_default(), "exports", 0)));
    assert_true(color_equal(b[4].color, theme_default()->axis)); /* the rest is grey */
    desk_close(&desk);
    sheaf_chart_destroy(one);
    sheaf_chart_destroy(other);
}

/* What is missing between periods has its place, unless the author chose the periods, or
 * most of them would be missing, or they are days, which have weekends. */
static void holes_in_the_data_are_holes_in_the_chart(void **state)
{
    static const struct {
        const char *name, *given[5];
        size_t n_periods;
        bool chosen;
    } cases[] = {
        { "months", { "2023-01", "2023-02", "2023-05", "2023-06" }, 6, false },
        { "months that were chosen", { "2023-01", "2023-02", "2023-05", "2023-06" }, 4, true },
        { "every second year", { "2000", "2002", "2006" }, 4, false },
        { "odd years", { "2000", "2005", "2010", "2020", "2023" }, 5, false },
        { "Jan-Apr", { "2019-T1", "2021-T1", "2022-T1" }, 4, false },
        { "years and parts", { "2019", "2021", "2022", "2021-T1", "2022-T1" }, 6, false },
        { "days", { "2024-01-01", "2024-01-02", "2024-01-04" }, 3, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);
        sheaf_period periods[5];
        struct desk desk;
        size_t n = 0;

        print_message("  %s\n", cases[i].name);
        desk_open(&desk, "en");
        for (; n < 5 && cases[i].given[n] != NULL; n++) {
            assert_true(
                sheaf_period_read(cases[i].given[n], strlen(cases[i].given[n]), &periods[n]));
            sheaf_series_add(series, periods[n], (double)n + 1, 0, SHEAF_NORMAL);
        }
        sheaf_chart_add(chart, series);
        if (cases[i].chosen)
            sheaf_chart_set_periods(chart, periods, n);
        struct model *model = model_of(chart, &desk);
        assert_int_equal(model->n_periods, cases[i].n_periods);
        assert_int_equal(model->n_values, n);
        sheaf_series_destroy(series);
        desk_close(&desk);
        sheaf_chart_destroy(chart);
    }
}

static void days_have_dates(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);
    sheaf_error error = { 0 };
    struct buffer dump;

    (void)state;
    for (int day = 1; day <= 31; day++)
        sheaf_series_add(series, sheaf_period_day(2024, 1, day), day, 0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    assert_non_null(strstr(dump.bytes, "text \"31 Jan\""));
    assert_non_null(strstr(dump.bytes, "text \"24 Jan\""));
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_series_destroy(series);
    sheaf_chart_destroy(chart);
}

/* Beside imports, a deficit in their colour would be read as theirs. */
static void only_a_balance_alone_changes_its_color(void **state)
{
    const double values[] = { 2.3, -2.1 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    add(chart, "balance", "USD", 9, values, 2);
    struct model *model = model_of(chart, &desk);
    assert_true(color_equal(model->series[0].below, theme_default()->categories[1]));
    add(chart, "imports", "USD", 9, values, 2);
    model = model_of(chart, &desk);
    assert_true(color_equal(model->series[0].below, model->series[0].color));
    assert_false(color_equal(model->series[0].below, model->series[1].color));
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

static const struct {
    const char *name, *language, *shown, *code, *shortly;
} called[] = {
    { "CHN", "en", "China", "CHN", "CHN" },
    { "CHN", "ru", "Китай", "CHN", "CHN" },
    { "HKG", "de", "Sonderverwaltungsregion Hongkong", "HKG", "Hongkong" },
    { "HKG", "zh", "中国香港特别行政区", "HKG", "香港" },
    { "ZZA", "en", "ZZA", NULL, NULL },
    { "exports", "en", "Exports", NULL, NULL },
    { "value", "en", "Imports", NULL, NULL },
    { "crude_oil", "en", "Crude oil", NULL, NULL },
    { "steel_bn", "en", "Steel", NULL, NULL }, /* the unit says billion */
    { "steel_pct", "en", "Steel", NULL, NULL },
    { "oil_pipe", "en", "Oil pipe", NULL, NULL },
};

static void series_go_by_their_names(void **state)
{
    const double value[] = { 14.7 };

    (void)state;
    for (size_t i = 0; i < LENGTH(called); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_from_years(called[i].name, "USD", 0, 2022, value, 1);
        struct desk desk;

        desk_open(&desk, called[i].language);
        sheaf_series_set_partner(series, called[i].code != NULL ? called[i].code : "ZZA");
        sheaf_series_set_flow(series, strcmp(called[i].name, "value") == 0 ? "imports" : NULL);
        sheaf_chart_add(chart, series);
        struct model *model = model_of(chart, &desk);
        assert_string_equal(model->series[0].label, called[i].shown);
        assert_int_equal(model->series[0].code != NULL, called[i].code != NULL);
        if (called[i].code != NULL)
            assert_string_equal(model->series[0].code, called[i].shortly);
        sheaf_series_destroy(series);
        desk_close(&desk);
        sheaf_chart_destroy(chart);
    }
}

static bool shows(sheaf_chart *chart, double width, const char *text)
{
    struct scene *scene = chart_scene(chart, width, 300, true, NULL);
    sheaf_error error = { 0 };
    struct buffer dump;

    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    bool shown = strstr(dump.bytes, text) != NULL;
    buffer_free(&dump);
    scene_destroy(scene);
    return shown;
}

/* No single word stands on the last line. */
static void a_subtitle_leaves_no_orphan(void **state)
{
    static const double values[] = { 13, 27, 41 };
    static const struct {
        double width;
        const char *subtitle, *last_line;
    } cases[] = {
        { 480,
          "Exports of Kazakhstan by month, and the range of the three years before, USD billion",
          "range of the three years before, USD billion\"" },
        { 900,
          "Exports of Kazakhstan by month, and the range of the three years before, USD billion",
          "\"Exports of Kazakhstan by month, and the range of the three years before, USD "
          "billion\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2021, values, 3);

        sheaf_chart_set_subtitle(chart, cases[i].subtitle);
        sheaf_chart_add(chart, series);
        if (!shows(chart, cases[i].width, cases[i].last_line))
            fail_msg("no %s at %g", cases[i].last_line, cases[i].width);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

/* An author's subtitle has four lines, and no fifth. */
static void a_subtitle_has_four_lines(void **state)
{
    static const double values[] = { 13, 27, 41 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    char subtitle[600] = "";

    (void)state;
    for (int i = 10; i < 50; i++)
        snprintf(subtitle + strlen(subtitle), sizeof subtitle - strlen(subtitle), "word%dword ", i);
    add(chart, "exports", "USD", 9, values, LENGTH(values));
    sheaf_chart_set_subtitle(chart, subtitle);
    assert_true(shows(chart, 480, "word13word"));
    assert_true(shows(chart, 480, "word31word"));  /* in the fourth */
    assert_false(shows(chart, 480, "word41word")); /* in a fifth */
    sheaf_chart_destroy(chart);
}

/* The marks need the room more than labels of the axis that take over a third of the width. */
static void wide_labels_of_an_axis_are_left_out(void **state)
{
    static const double values[] = { 13, 27, 41, 33, 13, 27, 41, 33, 13, 27, 41, 33, 36 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    add(chart, "exports", "USD", 9, values, LENGTH(values));
    assert_true(shows(chart, 400, "text \"20\""));
    assert_true(shows(chart, 100, "text \"20\""));
    assert_false(shows(chart, 36, "text \"20\""));
    sheaf_chart_destroy(chart);
}

/* What is left of a whole is grey, and has no rank however large. */
static void the_rest_stands_last(void **state)
{
    static const char *const names[] = { "China", "other", "Italy", "Russia" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    for (size_t i = 0; i < LENGTH(names); i++) {
        double value = i == 1 ? 31 : 10 + (double)i;
        add(chart, names[i], "USD", 9, &value, 1);
        sheaf_series_set_remainder(chart->series[i], i == 1);
    }
    struct model *model = model_of(chart, &desk);
    assert_true(color_equal(model->series[1].color, theme_default()->axis));
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    struct buffer dump;
    buffer_init(&dump, NULL, &desk.error);
    scene_dump(scene, &dump);
    const char *russia = strstr(dump.bytes, "text \"Russia\"");
    const char *china = strstr(dump.bytes, "text \"China\"");
    const char *rest = strstr(dump.bytes, "text \"Other\"");
    assert_true(russia != NULL && china > russia && rest > china);
    buffer_free(&dump);
    scene_destroy(scene);
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

/* Forty years from 1984 on. */
static void the_first_and_the_last_year_are_named(void **state)
{
    static const char *const years[] = { "\"1984\"", "\"1990\"", "\"2023\"" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    double values[40];

    (void)state;
    for (int i = 0; i < 40; i++)
        values[i] = 10 + i;
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 1984, values, 40);
    sheaf_chart_add(chart, series);
    for (size_t i = 0; i < LENGTH(years); i++)
        assert_true(shows(chart, 480, years[i]));
    sheaf_series_destroy(series);
    sheaf_chart_destroy(chart);
}

/* But a ranking needs no colours, and of lines those that matter less are grey: up to 40. */
static void more_series_than_colors_are_refused(void **state)
{
    static const struct {
        sheaf_chart_type type;
        size_t n_years;
        int most;
        const char *message;
    } cases[] = { { SHEAF_BARS, 2, 8, "all but the 8" },
                  { SHEAF_AUTO, 1, 17, "" },
                  { SHEAF_BARS, 1, 8, "all but the 8 that matter most, or draw a ranking" },
                  { SHEAF_LINES, 2, 17, "" },
                  { SHEAF_AUTO, 2, 17, "" } };
    const double values[] = { 1, 2 };

    (void)state;
    for (size_t n = 0; n < LENGTH(cases); n++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[n].type);
        for (int i = 0; i < 17; i++) {
            char name[] = { (char)('A' + i), '\0' };
            add(chart, name, "USD", 9, values, cases[n].n_years);
            scene_destroy(chart_scene(chart, 480, 600, true, NULL));
            assert_int_equal(sheaf_chart_status(chart),
                             i < cases[n].most ? SHEAF_OK : SHEAF_BAD_INPUT);
        }
        assert_non_null(strstr(sheaf_chart_message(chart), cases[n].message));
        sheaf_chart_destroy(chart);
    }
}

/* One number of decimals: three digits of the largest value, one more where a figure that is not too
 * small beside it would be nothing, as many as tell neighbours apart, never more than known. What
 * would have less than two digits, and be changed by it, has two. */
static void labels_have_the_digits_that_hold(void **state)
{
    static const struct {
        double values[3];
        int known, decimals[3];
    } cases[] = {
        { { 13.05, 14.71, 16.84 }, 2, { 1, 1, 1 } },
        { { 13, 14, 16 }, 0, { 0, 0, 0 } },
        { { 131.52, 4.25, 0.04 }, 2, { 0, 1, 2 } },
        { { 1.2345, 2.3456, 0.0034 }, 4, { 0, 0, 1 } }, /* in millions */
        { { 12.345, 23.456, 0.0034 }, 4, { 1, 1, 4 } },
        { { 100.1, 100.2, 100.4 }, 1, { 1, 1, 1 } },
        { { 100.15, 100.153, 100.4 }, 3, { 3, 3, 3 } },
        { { 1.24, 2.01, 900.25 }, 2, { 1, 1, 0 } },
        { { 2, 120.5, 3e-12 }, 12, { 0, 0, 0 } },
        { { 1234.5, 1.5, 0.4 }, 1, { 0, 1, 1 } },
        { { 1234.5, 1.5, 0.6 }, 1, { 0, 1, 1 } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);
        struct desk desk;

        desk_open(&desk, "en");
        for (int j = 0; j < 3; j++)
            sheaf_series_add(series, sheaf_period_year(2021 + j), cases[i].values[j],
                             cases[i].known, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        struct model *model = model_of(chart, &desk);
        for (int j = 0; j < 3; j++)
            assert_int_equal(model->series[0].figures[j].decimals, cases[i].decimals[j]);
        sheaf_series_destroy(series);
        desk_close(&desk);
        sheaf_chart_destroy(chart);
    }
}

static sheaf_chart *marked_chart(int n_months)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    for (int i = 0; i < n_months; i++) {
        sheaf_observation observation = {
            .period = sheaf_period_month(2023 + i / 12, 1 + i % 12),
            .value = i == 1 ? NAN : 1.0 + i % 5,
            .decimals = 1,
            .status = i == 1   ? SHEAF_MISSING
                      : i == 2 ? SHEAF_FORECAST
                               : SHEAF_NORMAL,
            .derived = i == 0 || i == 3, /* own estimate, and computed */
            .estimated = i == 0,
        };
        observation.low = observation.high = observation.value;
        sheaf_series_add_observation(series, &observation);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

/* What the chart's picture says in words. */
static const char *said(sheaf_chart *chart, struct arena *arena)
{
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    const char *words = arena_string(arena, scene_alternative(scene));

    assert_non_null(words);
    scene_destroy(scene);
    return words;
}

static void the_alternative_says_every_figure_and_status(void **state)
{
    sheaf_chart *chart = marked_chart(3);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    sheaf_chart_set_title(chart, "Title");
    const char *words = said(chart, &desk.arena);
    assert_string_equal(words, "Title. Bar chart, USD billion, Jan 2023 \xE2\x80\x93 Mar 2023. "
                               "Exports \xE2\x80\x93 "
                               "Jan 2023: 1.0 (own estimate); Feb 2023: missing; "
                               "Mar 2023: 3.0 (forecast).");
    sheaf_chart_set_alternative(chart, "As I say");
    assert_string_equal(said(chart, &desk.arena), "As I say");
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

static void of_long_series_it_says_ends_and_extremes(void **state)
{
    sheaf_chart *chart = marked_chart(24);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    assert_string_equal(
        said(chart, &desk.arena),
        "Line chart, USD billion, Jan 2023 \xE2\x80\x93 Dec 2024. Exports \xE2\x80\x93 "
        "first and lowest Jan 2023: 1.0 (own estimate), latest Dec 2024: 4.0, "
        "highest May 2023: 5.0; Feb 2023: missing; rose in 17 of 21 months. "
        "Some figures: own estimate, forecast.");
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

/* "<0.01" is less than what is shown; what rounds to nothing, because no
 * more is known, is about so much, and a voice says that in words. */
static void little_is_said_as_it_is_known(void **state)
{
    static const struct {
        double value;
        int known;
        const char *said;
    } cases[] = { { 6.25, -2, "2022: about 6;" },
                  { -6.25, -1,
                    "2022: \xE2\x88\x92"
                    "10;" },
                  { 0.0004, 8, "2022: 0.0004;" },
                  { 0.00000004, 12, "2022: <1;" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_create(NULL, "growth", "%", 0);
        struct desk desk;

        desk_open(&desk, "en");
        sheaf_series_add(series, sheaf_period_year(2022), cases[i].value, cases[i].known,
                         SHEAF_NORMAL);
        sheaf_series_add(series, sheaf_period_year(2023), 1200, cases[i].known, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        const char *words = said(chart, &desk.arena);
        if (strstr(words, cases[i].said) == NULL)
            fail_msg("%s", words);
        sheaf_series_destroy(series);
        desk_close(&desk);
        sheaf_chart_destroy(chart);
    }
}

/* In right-to-left text, too, where a sign without direction would move behind its figure. */
static void about_stands_before_its_figure(void **state)
{
    static const struct {
        const char *language, *start;
    } cases[] = { { "en", "\u2248\u2212$2.1" },
                  { "ru", "\u2248\u22122,1" },
                  { "ar", "\u200E\u2248\u200E\u22122.1" },
                  { "ug", "\u200E\u2248\u200E\u2212" } };
    const struct amount balance = { .value = -2.1,
                                    .low = -2.25,
                                    .high = -1.95,
                                    .decimals = 1,
                                    .is_about = true,
                                    .unit = "USD",
                                    .multiplier = 9 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct desk desk;
        const char *text;

        desk_open(&desk, cases[i].language);
        text = amount_text(desk.text, &desk.arena, &balance, AMOUNT_WHOLE);
        print_message("  %s: %s\n", cases[i].language, text);
        assert_memory_equal(text, cases[i].start, strlen(cases[i].start));
        desk_close(&desk);
    }
}

static void targets_are_said_as_targets(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    sheaf_chart_add_target(chart, "Beef", 500, NAN, "t", 3);
    sheaf_chart_add_target(chart, "Grain", 3000, 2310, "t", 3);
    const char *words = said(chart, &desk.arena);
    assert_non_null(strstr(words, "Beef, target: 500"));
    assert_non_null(strstr(words, "Grain, reached: 2.31, target: 3"));
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

/* And never as reached when they are not, or as just reached when they are exceeded. */
static void targets_say_how_far_they_are_reached(void **state)
{
    static const struct {
        double aim, reached;
        const char *said;
    } cases[] = {
        { 3000, 2310, "t \u00b7 77%" },     { 500, 498, "t \u00b7 99.6%" },
        { 500, 500, "t \u00b7 100%" },      { 500, 501, "t \u00b7 100.2%" },
        { 120, 140, "t \u00b7 117%" },      { 120, 0, "t \u00b7 0%" },
        { 3e6, 2999999, "t \u00b7 99.9%" }, { 3e6, 3000001, "t \u00b7 100.1%" },
        { 3000, 1, "t \u00b7 0.03%" },      { 3e6, 1, "t \u00b7 <0.01%" },
        { 1000, 6, "t \u00b7 0.6%" },       { 1000, 9.8, "t \u00b7 1%" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);

        sheaf_chart_add_target(chart, "Beef", cases[i].aim, cases[i].reached, "t", 3);
        assert_true(shows(chart, 480, cases[i].said));
        sheaf_chart_destroy(chart);
    }
}

/* What is reached and the aim are in one multiplier, of those that the language counts in. */
static void targets_are_counted_as_the_language_counts(void **state)
{
    static const struct {
        double aim, reached;
        int multiplier;
        const char *shown[3];
    } cases[] = {
        { 500, 320, 3, { "\"32\"", "\"\u00a0/ 50\"", "\"万吨" } },
        { 40, 31.5, 9, { "\"315\"", "\"\u00a0/ 400\"", "\"亿吨" } },
        { 100, 1450, 6, { "\"14.5\"", "\"\u00a0/ 1\"", "\"亿吨" } },
        { 3, 1, 3, { "\"1,000\"", "\"\u00a0/ 3,000\"", "\"吨" } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);

        sheaf_chart_set_language(chart, "zh");
        sheaf_chart_add_target(chart, "Beef", cases[i].aim, cases[i].reached, "t",
                               cases[i].multiplier);
        for (size_t k = 0; k < 3; k++)
            if (!shows(chart, 480, cases[i].shown[k]))
                fail_msg("no %s", cases[i].shown[k]);
        sheaf_chart_destroy(chart);
    }
}

/* The less room, the less is said; what is said is whole, but for the name. */
static void narrow_targets_keep_their_figures(void **state)
{
    static const struct {
        const char *label;
        double reached, width;
        const char *shown[3];
    } cases[] = {
#define T "\u00a0million\u00a0t"
        { "Copper ores",
          1111.25,
          300,
          { "\"Copper ores\"", "\"1.11125\"", "1.2345" T " \u00b7 90%\"" } },
        { "Copper ores", 1111.25, 250, { "\"Copper ores\"", "\"1.11125\"", "/ 1.2345" T "\"" } },
        { "Copper ores", 1111.25, 210, { "\"Copper ores\"", "\"1.11\"", "/ 1.23" T "\"" } },
        { "Copper ores", 1111.25, 170, { "\"ores\"", "\"1.11\"", "/ 1.23" T "\"" } },
        { "Copper ores", 1111.25, 140, { "\"Copper ores\"" } },
        { "Copper ores", NAN, 160, { "\"Copper ores\"", "\"1.23" T "\"" } },
        { "Tin", 1234.25, 170, { "\"Tin\"", "\"1.234\"", "/ 1.235" T "\"" } },
        { "Ores and concentrates of copper and zinc",
          1111.25,
          360,
          { "\"Ores and concentra", "\"1.11125\"", "1.2345" T " \u00b7 90%\"" } },
#undef T
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);

        sheaf_chart_add_target(chart, cases[i].label, 1234.5, cases[i].reached, "t", 3);
        for (size_t k = 0; k < LENGTH(cases[i].shown) && cases[i].shown[k] != NULL; k++)
            if (!shows(chart, cases[i].width, cases[i].shown[k]))
                fail_msg("no %s at %g", cases[i].shown[k], cases[i].width);
        sheaf_chart_destroy(chart);
    }
}

/* Where the text stands that begins so. */
static double left_of(const char *dump, const char *text)
{
    const char *at = strstr(dump, text);

    if (at == NULL || (at = strstr(at, "\" at ")) == NULL)
        fail_msg("no '%s'", text);
    return strtod(at + strlen("\" at "), NULL);
}

/* An amount keeps its currency, and the share is read last. */
static void targets_are_read_from_the_right_where_the_language_is(void **state)
{
    static const struct {
        const char *unit, *order[6];
        int multiplier;
    } cases[] = {
        { "%", { "\"Energy", "\"5.9", "\"\u00a0/", "\"15", "\"39" }, 0 },
        { "USD", { "\"Energy", "\"5.9", "\"\u00a0/", "\"15", "\"US$", "\"39" }, 9 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);
        sheaf_error error = { 0 };
        struct buffer dump;

        sheaf_chart_set_language(chart, "ar");
        sheaf_chart_add_target(chart, "Energy", 15, 5.9, cases[i].unit, cases[i].multiplier);
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        for (size_t k = 1; k < LENGTH(cases[i].order) && cases[i].order[k] != NULL; k++)
            assert_true(left_of(dump.bytes, cases[i].order[k]) <
                        left_of(dump.bytes, cases[i].order[k - 1]));
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* In words of the author's or behind them, but not twice. */
static void a_ranking_says_its_year_once(void **state)
{
    static const struct {
        const char *title, *subtitle, *shown;
    } cases[] = {
        { "Italy bought most", NULL, "\"USD billion, 2022\"" },
        { "Italy bought most", "Exports", "\"Exports, 2022\"" },
        { "Italy bought most in 2022", "Exports", "\"Exports\"" },
        { "Italy bought most in 2022", "", "\"Italy bought most in 2022\"" },
        { "Italy bought most", "Exports of 2022", "\"Exports of 2022\"" },
    };
    const double value = 1;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);

        sheaf_chart_set_title(chart, cases[i].title);
        sheaf_chart_set_subtitle(chart, cases[i].subtitle);
        for (int k = 0; k < 5; k++)
            add(chart, (char[]){ (char)('A' + k), '\0' }, "USD", 9, &value, 1);
        assert_true(shows(chart, 480, cases[i].shown));
        assert_false(shows(chart, 480, "text \"2022\""));
        sheaf_chart_destroy(chart);
    }
}

/* Equal ranks stand in the order of their names in the language, whatever the file's order. */
static void equal_ranks_stand_by_name(void **state)
{
    static const struct {
        const char *language, *order[4];
    } cases[] = {
        { "en", { "Armenia", "China", "Germany", "Poland" } },
        { "de", { "Armenien", "China", "Deutschland", "Polen" } },
        { "zh", { "波兰", "德国", "亚美尼亚", "中国" } }, /* by pinyin: bo, de, ya, zhong */
    };
    static const char *const partners[] = { "POL", "DEU", "CHN", "ARM" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);
        const char *before = NULL;
        sheaf_error error = { 0 };
        struct buffer dump;

        sheaf_chart_set_language(chart, cases[i].language);
        for (size_t k = 0; k < LENGTH(partners); k++) {
            sheaf_series *series =
                sheaf_series_from_years(partners[k], "USD", 9, 2022, (const double[]){ 7 }, 1);
            sheaf_series_set_partner(series, partners[k]);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        before = dump.bytes;
        for (size_t k = 0; k < LENGTH(cases[i].order); k++) {
            print_message("  %s: %s\n", cases[i].language, cases[i].order[k]);
            before = strstr(before, cases[i].order[k]);
            assert_non_null(before);
        }
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* What a file calls its indicator is said where nobody else says it, and all series are of it. */
static void what_is_measured_is_said(void **state)
{
    static const struct {
        const char *measures[2], *subtitle, *shown;
    } cases[] = {
        { { "Exports (% of GDP)", "Exports (% of GDP)" }, NULL, "\"Exports (% of GDP), 2022" },
        { { "Exports (% of GDP)", "Imports (% of GDP)" }, NULL, "\"2022" },
        { { "Exports (% of GDP)", "Exports (% of GDP)" }, "Of the GDP", "\"Of the GDP\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

        sheaf_chart_set_subtitle(chart, cases[i].subtitle);
        for (int k = 0; k < 2; k++) {
            sheaf_series *series = sheaf_series_from_years(k == 0 ? "KAZ" : "CHN", "", 0, 2022,
                                                           (const double[]){ 41, 35 }, 2);
            series_set_measure(series, cases[i].measures[k]);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
        assert_true(shows(chart, 480, cases[i].shown));
        sheaf_chart_destroy(chart);
    }
}

static void what_is_measured_is_said_once(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_series *series =
        sheaf_series_from_years("NE.EXP.GNFS.ZS", "", 0, 2022, (const double[]){ 41, 35 }, 2);

    (void)state;
    sheaf_series_set_label(series, "Exports (% of GDP)");
    series_set_measure(series, "Exports (% of GDP)");
    sheaf_chart_add(chart, series);
    assert_true(shows(chart, 480, "\"Exports (% of GDP), 2022\u20132023\""));
    sheaf_series_destroy(series);
    sheaf_chart_destroy(chart);
}

/* Of which product and flow figures are, unless the author or the series' names say it. */
static void product_and_flow_are_said(void **state)
{
    static const struct {
        const char *name, *label, *flow, *product, *called, *shown;
    } cases[] = {
        { "27", "Fuels", "exports", "27", "Fuels",
          "\"Fuels, exports, partner: China, USD billion, 2022" },
        { "exports", NULL, "exports", "27", "Fuels",
          "\"Fuels, exports, partner: China, USD billion, 2022" },
        { "exports", NULL, "exports", "27", NULL,
          "\"Exports (27), partner: China, USD billion, 2022" },
        { "exports", NULL, "exports", "copper", NULL,
          "\"Copper, exports, partner: China, USD billion, 2022" },
        { "exports", NULL, "exports", "TOTAL", "All goods",
          "\"Exports, partner: China, USD billion, 2022" },
        { "exports", NULL, "exports", NULL, NULL, "\"Exports, partner: China, USD billion, 2022" },
        { "value", NULL, "imports", "27", "Fuels",
          "\"Fuels, imports, partner: China, USD billion, 2022" },
        { "CHN", NULL, "imports", "27", "Fuels",
          "\"Fuels, imports, partner: China, USD billion, 2022" },
        { "CHN", NULL, "imports", "27", NULL, "\"Imports (27), partner: China, USD billion, 2022" },
        { "fuel", "Fuel exports", "exports", "27", "Fuels",
          "\"Fuel exports, partner: China, USD billion, 2022" },
        { "fuel", "Oil and gas", "exports", "27", "Fuels",
          "\"Oil and gas, exports, partner: China, USD" },
        { "fuel", "Oil and gas", NULL, "27", "Fuels",
          "\"Oil and gas, partner: China, USD billion, 2022" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series =
            sheaf_series_from_years(cases[i].name, "USD", 9, 2022, (const double[]){ 41, 35 }, 2);

        sheaf_series_set_label(series, cases[i].label);
        sheaf_series_set_partner(series, "CHN");
        sheaf_series_set_flow(series, cases[i].flow);
        sheaf_series_set_product(series, cases[i].product);
        series_set_product_name(series, cases[i].called);
        sheaf_chart_add(chart, series);
        if (!shows(chart, 480, cases[i].shown))
            fail_msg("no %s", cases[i].shown);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

/* A chart names the countries that all its series have in common, wherever its title and labels do
 * not; and where its figures come from. */
static void countries_and_sources_are_said(void **state)
{
    static const struct {
        const char *name, *title, *language;
        double width;
        const char *shown[3], *never;
    } cases[] = {
        { "exports",
          NULL,
          "en",
          480,
          { "\"Kazakhstan, exports, partner: China, USD billion, 2022\u20132023\"",
            "Bar chart, Kazakhstan, partner: China, USD billion, 2022–2023. Exports",
            "\"Source: kazinform\"" },
          NULL },
        { "CHN",
          NULL,
          "en",
          480,
          { "\"Kazakhstan, exports, partner: China, USD billion, 2022\u20132023\"",
            "Bar chart, Kazakhstan, exports, partner: China, USD billion, 2022–2023. China" },
          NULL },
        { "CHN",
          "Kazakhstan sells to China",
          "en",
          480,
          { "\"Exports, USD billion, 2022\u20132023\"" },
          "partner:" },
        { "exports",
          NULL,
          "en",
          150,
          { "\"Kazakhstan, exports,\"", "\"partner: China, USD\"", "\"billion, 2022\u20132023\"" },
          NULL },
        { "exports", NULL, "ru", 480, { "\"Казахстан, экспорт, партнёр: Китай, млрд" }, NULL },
        { "exports", NULL, "zh", 480, { "\"哈萨克斯坦，出口，贸易伙伴：中国" }, NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series =
            sheaf_series_from_years(cases[i].name, "USD", 9, 2022, (const double[]){ 41, 35 }, 2);

        sheaf_chart_set_language(chart, cases[i].language);
        sheaf_chart_set_title(chart, cases[i].title);
        sheaf_series_set_reporter(series, "KAZ");
        sheaf_series_set_partner(series, "CHN");
        sheaf_series_set_flow(series, "exports");
        sheaf_series_set_source(series, "kazinform");
        sheaf_chart_add(chart, series);
        for (size_t k = 0; k < 3 && cases[i].shown[k] != NULL; k++)
            if (!shows(chart, cases[i].width, cases[i].shown[k]))
                fail_msg("no %s", cases[i].shown[k]);
        if (cases[i].never != NULL && shows(chart, cases[i].width, cases[i].never))
            fail_msg("%s is shown", cases[i].never);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

/* A part of a year is named once, in full, and the axis has plain years. Where the subtitle has no
 * room, the axis names the part. */
static void a_part_of_years_is_in_the_subtitle(void **state)
{
    static const struct {
        const char *language, *subtitle;
        double width;
        int months;
        const char *shown, *never;
    } cases[] = {
        { "en", NULL, 480, 4, "\"Exports, USD billion, January\u2013April, 2014\u20132021\"",
          "\"Jan\u2013Apr\"" },
        { "en", "Goods", 480, 4, "\"Goods, January\u2013April\"", "\"Jan\u2013Apr\"" },
        { "en", "January\u2013April", 480, 4, "\"January\u2013April\"", "\"Jan\u2013Apr\"" },
        { "en", NULL, 480, 3, "\"Exports, USD billion, Q1, 2014\u20132021\"", "\"Q1\"" },
        { "en", NULL, 480, 1, "USD billion, January, 2014\u20132021\"", "\"Jan\"" },
        { "en", NULL, 60, 4, "\"Jan\u2013Apr\"", "\"Exports, USD" },
        { "ru", NULL, 480, 4, "январь\u2013апрель, 2014\u20132021\"", "\"янв" },
        { "zh", NULL, 480, 4, "2014\u20132021\"", "\"1月至4月\"" },
        { "de", NULL, 480, 4, "Januar\u2013April, 2014\u20132021\"", "\"Jan." },
        { "fr", NULL, 480, 4, "janvier\u2013avril, 2014\u20132021\"", "\"janv" },
        { "kk", NULL, 480, 4, ", 2014\u20132021\"", "\"қаң" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

        for (int year = 2014; year <= 2021; year++)
            sheaf_series_add(series, sheaf_period_months(year, 1, cases[i].months), year - 2010, 1,
                             SHEAF_NORMAL);
        sheaf_chart_set_language(chart, cases[i].language);
        sheaf_chart_set_subtitle(chart, cases[i].subtitle);
        sheaf_chart_add(chart, series);
        if (!shows(chart, cases[i].width, cases[i].shown))
            fail_msg("no %s", cases[i].shown);
        if (shows(chart, cases[i].width, cases[i].never))
            fail_msg("%s is shown", cases[i].never);
        assert_true(cases[i].width < 480 || shows(chart, cases[i].width, "\"2021\""));
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

/* Symbols keep their case, words begin with a capital, and a pure number has no unit. */
static void symbols_of_units_keep_their_case(void **state)
{
    static const struct {
        const char *unit;
        int multiplier;
        const char *shown;
    } cases[] = {
        { "t", 0, "\"t, 2022\u20132023\"" },   { "kWh", 0, "\"kWh, 2022\u20132023\"" },
        { "kg", 0, "\"kg, 2022\u20132023\"" }, { "m3", 0, "\"m\u00B3, 2022\u20132023\"" },
        { "pp", 0, "\"pp, 2022\u20132023\"" }, { "items", 0, "\"Items, 2022\u20132023\"" },
        { "1", 0, "\"2022\u20132023\"" },      { "t", 3, "\"Thousand\u00A0t, 2022\u20132023\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

        add(chart, "exports", cases[i].unit, cases[i].multiplier, (const double[]){ 41, 35 }, 2);
        add(chart, "imports", cases[i].unit, cases[i].multiplier, (const double[]){ 31, 25 }, 2);
        if (!shows(chart, 480, cases[i].shown))
            fail_msg("no %s", cases[i].shown);
        sheaf_chart_destroy(chart);
    }
}

static void long_names_leave_room_for_unit_and_period(void **state)
{
    static const char *const machinery =
        "Electrical machinery and equipment and parts thereof; sound recorders and reproducers; "
        "television image and sound recorders and reproducers, parts and accessories";
    static const char *const in_chinese =
        "电机、电气设备及其零件；录音机及放声机、电视图像、声音的录制和重放设备及其零件、附件";
    static const struct {
        const char *language, *name;
        double width;
        const char *shown[2];
    } cases[] = {
        { "en", machinery, 700, { "accessories, exports, USD billion, 2022\u20132023\"" } },
        { "en", machinery, 400, { "exports, USD billion, 2022\u20132023\"" } },
        { "en",
          machinery,
          250,
          { "image and\u2026,\"", "\"exports, USD billion, 2022\u20132023\"" } },
        { "zh", in_chinese, 250, { "text \"电机、电气设备", "2022\u20132023" } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series =
            sheaf_series_from_years("85", "USD", 9, 2022, (const double[]){ 41, 35 }, 2);

        sheaf_chart_set_language(chart, cases[i].language);
        sheaf_series_set_label(series, cases[i].name);
        sheaf_series_set_flow(series, "exports");
        sheaf_series_set_product(series, "85");
        sheaf_chart_add(chart, series);
        for (size_t k = 0; k < 2 && cases[i].shown[k] != NULL; k++)
            if (!shows(chart, cases[i].width, cases[i].shown[k]))
                fail_msg("no %s at %g", cases[i].shown[k], cases[i].width);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

static void foreign_names_stand_first_from_the_right(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_series *series =
        sheaf_series_from_years("85", "USD", 9, 2022, (const double[]){ 41, 35 }, 2);
    sheaf_error error = { 0 };
    struct buffer dump;

    (void)state;
    sheaf_chart_set_language(chart, "ar");
    sheaf_series_set_label(series, "Electrical machinery and equipment and parts thereof");
    sheaf_series_set_flow(series, "exports");
    sheaf_series_set_product(series, "85");
    sheaf_chart_add(chart, series);
    struct scene *scene = chart_scene(chart, 700, 300, true, NULL);
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    assert_true(left_of(dump.bytes, "text \"Electrical") > left_of(dump.bytes, "الصادرات"));
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_series_destroy(series);
    sheaf_chart_destroy(chart);
}

/* What a reader of the picture meets: a hatch for the own estimate, a key that
 * explains it, and a datum that says it. */
static void an_estimated_bar_is_hatched_and_explained(void **state)
{
    sheaf_chart *chart = marked_chart(3);
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    sheaf_error error = { 0 };
    struct buffer dump;

    (void)state;
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    assert_non_null(strstr(dump.bytes, "exports, Jan 2023, $1.0"));
    assert_non_null(strstr(dump.bytes, "hatch"));
    assert_non_null(strstr(dump.bytes, "Own estimate"));
    assert_non_null(strstr(dump.bytes, "Forecast"));
    assert_non_null(strstr(dump.bytes, "dash"));
    assert_null(strstr(dump.bytes, "Provisional"));
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void words_begin_with_a_capital(void **state)
{
    static const struct {
        const char *small, *large;
    } words[] = { { "exports", "Exports" },
                  { "импорт", "Импорт" },
                  { "қайта экспорт", "Қайта экспорт" },
                  { "ёмкость", "Ёмкость" },
                  { "été", "Été" },
                  { "進口", "進口" },
                  { "", "" },
                  { "2023", "2023" } };
    struct arena arena;
    sheaf_error error = { 0 };

    (void)state;
    arena_init(&arena, NULL, &error);
    for (size_t i = 0; i < LENGTH(words); i++) {
        assert_string_equal(capitalized(&arena, words[i].small), words[i].large);
        assert_string_equal(capitalized(&arena, words[i].large), words[i].large);
    }
    arena_free(&arena);
}

/* What a sheet says of a chart is said beside it. */
static void layout_leaves_the_chart_as_it_is(void **state)
{
    const struct chart_options options = { .title = "The sheet's title", .subtitle = "Its own" };
    sheaf_chart *chart = marked_chart(3);
    struct desk desk;

    (void)state;
    desk_open(&desk, "ru");
    sheaf_chart_set_title(chart, "The chart's title");
    const sheaf_chart before = *chart;
    struct chart_plan *plan =
        chart_plan_create(chart, &options, theme_default(), desk.text, &desk.arena, 240, 160);
    assert_true(chart_plan_resize(plan, 200));
    struct scene *scene = scene_create(NULL, 240, 200);
    struct buffer dump;
    chart_plan_draw(plan, scene, 0, 0);
    scene_finish(scene);
    buffer_init(&dump, NULL, NULL);
    scene_dump(scene, &dump);
    assert_non_null(strstr(dump.bytes, "The sheet's title"));
    assert_null(strstr(dump.bytes, "The chart's title"));
    assert_memory_equal(&before, chart, sizeof before);
    buffer_free(&dump);
    scene_destroy(scene);
    desk_close(&desk);
    sheaf_chart_destroy(chart);
}

/* At another height a plan is what it would be, had it been made for that height. */
static void a_plan_may_change_its_height(void **state)
{
    static const double heights[] = { 60, 90, 160, 300, 700 };
    const struct chart_options own = { .title = NULL };
    sheaf_chart *chart = marked_chart(12);

    (void)state;
    for (size_t i = 0; i < LENGTH(heights); i++)
        for (size_t k = 0; k < LENGTH(heights); k++) {
            struct buffer dumps[2];
            struct desk desk;

            desk_open(&desk, "en");
            for (int resized = 0; resized < 2; resized++) {
                struct scene *scene = scene_create(NULL, 240, 700);
                struct chart_plan *plan =
                    chart_plan_create(chart, &own, theme_default(), desk.text, &desk.arena, 240,
                                      heights[resized ? k : i]);
                assert_true(chart_plan_resize(plan, heights[i]));
                chart_plan_draw(plan, scene, 0, 0);
                buffer_init(&dumps[resized], NULL, NULL);
                scene_dump(scene, &dumps[resized]);
                scene_destroy(scene);
            }
            assert_string_equal(dumps[0].bytes, dumps[1].bytes);
            buffer_free(&dumps[0]);
            buffer_free(&dumps[1]);
            desk_close(&desk);
        }
    sheaf_chart_destroy(chart);
}

/* A row of charts on a page shares its plots' tops and bottoms. */
static void plots_in_a_row_align(void **state)
{
    sheaf_chart *plain = marked_chart(3), *wordy = marked_chart(3);
    struct desk desk;

    (void)state;
    desk_open(&desk, "en");
    sheaf_chart_set_title(wordy,
                          "A finding that is long enough to need two lines of a narrow chart");
    sheaf_chart_set_source(wordy, "Customs");
    const struct chart_options own = { .title = NULL };
    struct chart_plan *plans[] = {
        chart_plan_create(plain, &own, theme_default(), desk.text, &desk.arena, 240, 160),
        chart_plan_create(wordy, &own, theme_default(), desk.text, &desk.arena, 240, 160),
    };
    assert_non_null(plans[0]);
    assert_non_null(plans[1]);
    assert_true(chart_plan_min_height(plans[1]) > chart_plan_min_height(plans[0]));
    chart_plan_align(plans, 2);
    struct scene *scene = scene_create(NULL, 500, 200);
    chart_plan_draw(plans[0], scene, 0, 20);
    chart_plan_draw(plans[1], scene, 250, 20);
    scene_finish(scene);
    assert_int_equal(scene_status(scene), SHEAF_OK);
    struct box bounds = scene_bounds(scene);
    assert_true(bounds.left >= 0 && bounds.right <= 490 && bounds.bottom <= 180.1);
    scene_destroy(scene);
    desk_close(&desk);
    sheaf_chart_destroy(plain);
    sheaf_chart_destroy(wordy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_take_the_multiplier_that_suits_them),
        cmocka_unit_test(series_of_different_multipliers_meet_in_one),
        cmocka_unit_test(no_two_series_share_a_color),
        cmocka_unit_test(a_member_keeps_its_color),
        cmocka_unit_test(holes_in_the_data_are_holes_in_the_chart),
        cmocka_unit_test(days_have_dates),
        cmocka_unit_test(only_a_balance_alone_changes_its_color),
        cmocka_unit_test(series_go_by_their_names),
        cmocka_unit_test(the_rest_stands_last),
        cmocka_unit_test(a_subtitle_leaves_no_orphan),
        cmocka_unit_test(a_subtitle_has_four_lines),
        cmocka_unit_test(wide_labels_of_an_axis_are_left_out),
        cmocka_unit_test(the_first_and_the_last_year_are_named),
        cmocka_unit_test(more_series_than_colors_are_refused),
        cmocka_unit_test(labels_have_the_digits_that_hold),
        cmocka_unit_test(the_alternative_says_every_figure_and_status),
        cmocka_unit_test(of_long_series_it_says_ends_and_extremes),
        cmocka_unit_test(little_is_said_as_it_is_known),
        cmocka_unit_test(about_stands_before_its_figure),
        cmocka_unit_test(targets_are_said_as_targets),
        cmocka_unit_test(targets_say_how_far_they_are_reached),
        cmocka_unit_test(targets_are_counted_as_the_language_counts),
        cmocka_unit_test(narrow_targets_keep_their_figures),
        cmocka_unit_test(targets_are_read_from_the_right_where_the_language_is),
        cmocka_unit_test(a_ranking_says_its_year_once),
        cmocka_unit_test(equal_ranks_stand_by_name),
        cmocka_unit_test(what_is_measured_is_said),
        cmocka_unit_test(what_is_measured_is_said_once),
        cmocka_unit_test(product_and_flow_are_said),
        cmocka_unit_test(countries_and_sources_are_said),
        cmocka_unit_test(a_part_of_years_is_in_the_subtitle),
        cmocka_unit_test(symbols_of_units_keep_their_case),
        cmocka_unit_test(long_names_leave_room_for_unit_and_period),
        cmocka_unit_test(foreign_names_stand_first_from_the_right),
        cmocka_unit_test(an_estimated_bar_is_hatched_and_explained),
        cmocka_unit_test(words_begin_with_a_capital),
        cmocka_unit_test(layout_leaves_the_chart_as_it_is),
        cmocka_unit_test(a_plan_may_change_its_height),
        cmocka_unit_test(plots_in_a_row_align),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
