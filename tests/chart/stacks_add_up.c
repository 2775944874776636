/* stacks_add_up.c - parts on each other: which are drawn, in which order, where each lies, what the
 * total is, and what is refused because it is no sum. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/algebra.h"
#include "sheaf/picture.h"

enum { FIRST = 2021, YEARS = 3, MOST_DATA = 200 };

static void add_partner(sheaf_chart *chart, const char *partner, const char *unit,
                        const double *values, size_t n)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, unit, 6);

    sheaf_series_set_partner(series, partner);
    sheaf_series_set_flow(series, "exports");
    for (size_t i = 0; i < n; i++)
        if (values[i] != -INFINITY) /* no row */
            sheaf_series_add(series, sheaf_period_year(FIRST + (int)i), values[i], 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static sheaf_chart *chart_with(sheaf_chart_type type, const char *const *partners,
                               const double (*values)[YEARS], size_t n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = 0; i < n; i++)
        add_partner(chart, partners[i], "USD", values[i], YEARS);
    return chart;
}

static void assert_near(double got, double wanted, double by)
{
    if (!(fabs(got - wanted) <= by))
        fail_msg("%.12g is not %.12g", got, wanted);
}

struct drawn {
    sheaf_picture *picture;
    sheaf_datum data[MOST_DATA];
    size_t n;
};

static struct drawn *draw(sheaf_chart *chart)
{
    static struct drawn drawn;

    drawn = (struct drawn){ .picture = sheaf_chart_layout(chart, 900, 600) };
    if (drawn.picture == NULL || sheaf_chart_status(chart) != SHEAF_OK)
        fail_msg("%s", sheaf_chart_message(chart));
    for (; drawn.n < sheaf_picture_datum_count(drawn.picture); drawn.n++) {
        assert_true(drawn.n < MOST_DATA);
        drawn.data[drawn.n].size = sizeof(sheaf_datum);
        assert_true(sheaf_picture_datum(drawn.picture, drawn.n, &drawn.data[drawn.n]));
    }
    return &drawn;
}

static const sheaf_datum *find(const struct drawn *drawn, const char *series, int year)
{
    for (size_t i = 0; i < drawn->n; i++)
        if (strcmp(drawn->data[i].series, series) == 0 &&
            sheaf_period_compare(drawn->data[i].period, sheaf_period_year(year)) == 0)
            return &drawn->data[i];
    return NULL;
}

static const sheaf_datum *get(const struct drawn *drawn, const char *series, int year)
{
    const sheaf_datum *found = find(drawn, series, year);

    if (found == NULL)
        fail_msg("no datum of %s in %d", series, year);
    return found;
}

static void finish(struct drawn *drawn, sheaf_chart *chart)
{
    sheaf_picture_destroy(drawn->picture);
    sheaf_chart_destroy(chart);
}

static double height(const sheaf_datum *datum)
{
    return datum->box.bottom - datum->box.top;
}

/* The largest at the base line, each on the one before, as high as its value; the total above. */
static void parts_stand_on_each_other(void **state)
{
    static const char *const partners[] = { "DEU", "CHN", "ITA" };
    static const double values[][YEARS] = { { 30, 35, 40 }, { 90, 50, 80 }, { 20, 25, 20 } };
    static const char *const order[] = { "China", "Germany", "Italy" };
    sheaf_chart *chart = chart_with(SHEAF_STACKED, partners, values, 3);
    struct drawn *drawn = draw(chart);

    (void)state;
    for (int year = FIRST; year < FIRST + YEARS; year++) {
        const sheaf_datum *total = get(drawn, "Total", year);
        const sheaf_datum *below = get(drawn, order[0], year);
        double scale = height(total) / total->value;

        assert_near(below->box.bottom, total->box.bottom, 0.6);
        for (size_t i = 1; i < LENGTH(order); i++) {
            const sheaf_datum *part = get(drawn, order[i], year);
            assert_near(part->box.bottom, below->box.top - 1, 1e-6); /* a pixel of paper */
            assert_near(height(part) + 1, part->value * scale, 1.1);
            below = part;
        }
        assert_near(below->box.top, total->box.top, 0.6);
    }
    assert_near(get(drawn, "Total", FIRST)->value, 140, 1e-9);
    finish(drawn, chart);
}

/* Of more than six parts the smallest are one, on top; "other" of one part alone is never made. */
static void the_smallest_are_joined(void **state)
{
    static const char *const partners[] = { "DEU", "CHN", "ITA", "FRA", "ESP",
                                            "NLD", "POL", "AUT", "SWE" };
    static const double values[][YEARS] = { { 9, 9, 9 }, { 8, 8, 8 }, { 7, 7, 7 },
                                            { 6, 6, 6 }, { 5, 5, 5 }, { 4, 4, 4 },
                                            { 3, 3, 3 }, { 2, 2, 2 }, { 1, 1, 1 } };
    static const struct {
        size_t n, shown;
        const char *rest;
        double value;
    } cases[] = {
        { 6, 6, NULL, 0 },
        { 7, 5, "Other (2)", 7 },
        { 8, 6, "Other (2)", 5 },
        { 9, 6, "Other (3)", 6 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_with(SHEAF_STACKED, partners, values, cases[i].n);
        struct drawn *drawn = draw(chart);
        size_t named = drawn->n / YEARS - 1 - (cases[i].rest != NULL);

        print_message("  %zu parts\n", cases[i].n);
        assert_int_equal(named, cases[i].shown);
        if (cases[i].rest != NULL) {
            const sheaf_datum *rest = get(drawn, cases[i].rest, FIRST);
            assert_near(rest->value, cases[i].value, 1e-9);
            assert_near(rest->box.top, get(drawn, "Total", FIRST)->box.top, 0.6);
        }
        finish(drawn, chart);
    }
}

/* A whole in the data is no part: what its parts leave of it is "other". */
static void a_whole_is_the_total(void **state)
{
    static const char *const partners[] = { "CHN", "WLD", "DEU" };
    static const double values[][YEARS] = { { 40, 40, 40 }, { 100, 110, 60 }, { 20, 20, 20 } };
    sheaf_chart *chart = chart_with(SHEAF_STACKED, partners, values, 3);
    struct drawn *drawn = draw(chart);

    (void)state;
    assert_near(get(drawn, "Total", FIRST)->value, 100, 0);
    assert_near(get(drawn, "Other", FIRST)->value, 40, 1e-9);
    assert_near(get(drawn, "Other", FIRST + 1)->value, 50, 1e-9);
    assert_near(get(drawn, "Other", FIRST + 2)->value, 0, 1e-9);
    assert_null(find(drawn, "World", FIRST));
    finish(drawn, chart);
}

/* Negative parts hang; the total is where they end together. */
static void negative_parts_hang(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "ITA" };
    static const double values[][YEARS] = { { 50, 50, 50 }, { -30, -30, -30 }, { 10, 10, -10 } };
    sheaf_chart *chart = chart_with(SHEAF_STACKED, partners, values, 3);
    struct drawn *drawn = draw(chart);
    double zero = get(drawn, "China", FIRST)->box.bottom;

    (void)state;
    assert_near(get(drawn, "Germany", FIRST)->box.top, zero, 1e-6);
    assert_true(get(drawn, "Italy", FIRST)->box.bottom < get(drawn, "China", FIRST)->box.top);
    assert_true(get(drawn, "Italy", FIRST + 2)->box.top >
                get(drawn, "Germany", FIRST + 2)->box.bottom);
    assert_near(get(drawn, "Total", FIRST + 2)->value, 10, 1e-9);
    finish(drawn, chart);
}

/* A part without a row is nothing; one with a missing figure makes the total missing. */
static void a_missing_part_makes_the_total_missing(void **state)
{
    static const char *const partners[] = { "CHN", "DEU" };
    static const double values[][YEARS] = { { 50, 50, 50 }, { NAN, 30, -INFINITY } };
    sheaf_chart *chart = chart_with(SHEAF_STACKED, partners, values, 2);
    struct drawn *drawn = draw(chart);

    (void)state;
    assert_true(isnan(get(drawn, "Total", FIRST)->value));
    assert_non_null(strstr(get(drawn, "Total", FIRST)->text, "\xE2\x80\x93"));
    assert_near(get(drawn, "Total", FIRST + 1)->value, 80, 1e-9);
    assert_near(get(drawn, "Total", FIRST + 2)->value, 50, 1e-9);
    finish(drawn, chart);
}

static void shares_are_of_the_total(void **state)
{
    static const char *const partners[] = { "CHN", "WLD", "DEU" };
    static const double values[][YEARS] = { { 40, 40, 40 }, { 100, 80, 60 }, { 20, 20, 20 } };
    sheaf_chart *chart = chart_with(SHEAF_STACKED_100, partners, values, 3);
    struct drawn *drawn = draw(chart);

    (void)state;
    assert_near(get(drawn, "China", FIRST)->value, 40, 1e-9);
    assert_near(get(drawn, "Germany", FIRST)->value, 20, 1e-9);
    assert_near(get(drawn, "Other", FIRST)->value, 40, 1e-9);
    assert_string_equal(get(drawn, "China", FIRST)->unit, "%");
    for (int year = FIRST; year < FIRST + 2; year++) /* all columns have one height */
        assert_near(get(drawn, "Other", year)->box.top, get(drawn, "Other", FIRST)->box.top, 0.6);
    finish(drawn, chart);
}

/* The largest change first, whatever its sign; together they lead from the first to the last total. */
static void changes_lead_from_total_to_total(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "ITA", "FRA" };
    static const double values[][YEARS] = {
        { 50, 55, 60 }, { 80, 70, 60 }, { 10, 12, 15 }, { 1, 1, -INFINITY }
    };
    static const struct {
        const char *name;
        double change;
    } order[] = { { "Germany", -20 }, { "China", 10 }, { "Italy", 5 }, { "France", -1 } };
    sheaf_chart *chart = chart_with(SHEAF_WATERFALL, partners, values, 4);
    struct drawn *drawn = draw(chart);
    const sheaf_datum *before = get(drawn, "Total", FIRST), *after = get(drawn, "Total", 2023);
    double level = before->box.top, left = before->box.right;

    (void)state;
    assert_near(before->value, 141, 1e-9);
    assert_near(after->value, 135, 1e-9);
    for (size_t i = 0; i < LENGTH(order); i++) {
        const sheaf_datum *step = get(drawn, order[i].name, 2023);
        bool falls = order[i].change < 0;

        assert_near(step->value, order[i].change, 1e-9);
        assert_true(step->box.left > left);
        assert_near(falls ? step->box.top : step->box.bottom, level, 1e-6);
        level = falls ? step->box.bottom : step->box.top;
        left = step->box.right;
    }
    assert_near(level, after->box.top, 1e-6);
    finish(drawn, chart);
}

/* Contributions to growth are given as they are, and begin at zero. */
static void given_contributions_begin_at_zero(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_WATERFALL);

    (void)state;
    add_partner(chart, "CHN", "pp", (double[]){ 4 }, 1);
    add_partner(chart, "DEU", "pp", (double[]){ -1 }, 1);
    struct drawn *drawn = draw(chart);
    const sheaf_datum *total = get(drawn, "Total", FIRST), *china = get(drawn, "China", FIRST);
    assert_near(total->value, 3, 1e-9);
    assert_near(china->box.bottom, total->box.bottom, 1e-6);
    assert_near(get(drawn, "Germany", FIRST)->box.bottom, total->box.top, 1e-6);
    finish(drawn, chart);
}

/* Two goods, and how far their growths made that of the total; other: of another total, whose growth
 * is none of theirs. */
static sheaf_chart *contributions_with_growth(bool of_another, bool growth_first)
{
    static const double values[][YEARS] = { { 60, 66, 60 }, { 40, 36, 48 }, { 1, 5, 7 } };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED);
    sheaf_series *goods[3], *made[3];

    for (int i = 0; i < 3; i++) {
        goods[i] =
            sheaf_series_create(NULL, (const char *[]){ "Ore", "Grain", "Gas" }[i], "USD", 6);
        for (int k = 0; k < YEARS; k++)
            sheaf_series_add(goods[i], sheaf_period_year(FIRST + k), values[i][k], 1, SHEAF_NORMAL);
    }
    sheaf_series *total = sheaf_series_sum(goods[0], goods[1]);
    made[0] = sheaf_series_growth(of_another ? goods[2] : total);
    for (int i = 0; i < 2; i++)
        made[i + 1] = sheaf_series_contribution(goods[i], total, SHEAF_ON_YEAR);
    for (int i = 0; i < 3; i++)
        sheaf_chart_add(chart, made[growth_first ? i : (i + 1) % 3]);
    for (int i = 0; i < 3; i++) {
        sheaf_series_destroy(goods[i]);
        sheaf_series_destroy(made[i]);
    }
    sheaf_series_destroy(total);
    return chart;
}

/* A growth in per cent is the total of the contributions to it in percentage points, and no part. */
static void a_growth_is_the_total_of_its_contributions(void **state)
{
    (void)state;
    for (int first = 0; first < 2; first++) {
        sheaf_chart *chart = contributions_with_growth(false, first == 1);
        struct drawn *drawn = draw(chart);
        double growth = 0, parts = 0;

        for (size_t i = 0; i < drawn->n; i++) {
            bool is_growth = strcmp(drawn->data[i].unit, "%") == 0;

            if (sheaf_period_compare(drawn->data[i].period, sheaf_period_year(FIRST + 2)) == 0)
                *(is_growth ? &growth : &parts) += drawn->data[i].value;
        }
        assert_near(growth, (108.0 / 102 - 1) * 100, 1e-9);
        assert_near(parts, growth, 1e-9);
        finish(drawn, chart);

        chart = contributions_with_growth(true, first == 1);
        assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_chart_message(chart), "a plot has one unit"));
        sheaf_chart_destroy(chart);
    }
}

static struct buffer dump_of(sheaf_chart *chart)
{
    static sheaf_error error;
    struct scene *scene = chart_scene(chart, 900, 600, true, NULL);
    struct buffer dump;

    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    scene_destroy(scene);
    return dump;
}

/* A part that is alone is a whole: a sheet made for each country may have such. */
static void one_part_is_drawn(void **state)
{
    static const char *const partners[] = { "CHN" };
    static const double values[][YEARS] = { { 58, 40, 60 } };
    static const sheaf_chart_type types[] = { SHEAF_STACKED, SHEAF_STACKED_AREA, SHEAF_WATERFALL };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_chart *chart = chart_with(types[i], partners, values, 1);
        struct drawn *drawn = draw(chart);

        assert_near(get(drawn, "China", FIRST + 2)->value, types[i] == SHEAF_WATERFALL ? 2 : 60,
                    1e-9);
        if (types[i] == SHEAF_WATERFALL)
            assert_near(height(get(drawn, "Total", FIRST)) / height(get(drawn, "Total", FIRST + 2)),
                        58. / 60, 0.01);
        finish(drawn, chart);
    }
}

/* Of steps that are flat beside their totals, too, the totals' heights are in proportion. */
static void totals_stand_on_zero(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "ITA" };
    static const double values[][YEARS] = { { 70, 75, 80 }, { 20, 22, 22 }, { 10, 9, 8 } };
    sheaf_chart *chart = chart_with(SHEAF_WATERFALL, partners, values, 3);
    struct drawn *drawn = draw(chart);

    (void)state;
    assert_near(height(get(drawn, "Total", FIRST)) / height(get(drawn, "Total", FIRST + 2)),
                100. / 110, 0.01);
    finish(drawn, chart);
}

/* A step that is less high than a pixel is drawn as one. */
static void the_smallest_step_is_seen(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "ITA" };
    static const double values[][YEARS] = { { 700, 700, 750 }, { 200, 200, 220 }, { 10, 10, 9.9 } };
    sheaf_chart *chart = chart_with(SHEAF_WATERFALL, partners, values, 3);
    struct drawn *drawn = draw(chart);

    (void)state;
    assert_near(height(get(drawn, "Italy", FIRST + 2)), 1, 1e-6);
    finish(drawn, chart);
}

/* A part that ends before others is named in the legend, since no name stands beside the last stack. */
static void a_part_that_ends_early_is_named(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "ITA" };
    static const double values[][YEARS] = { { 70, 75, 80 }, { 20, 22, -INFINITY }, { 10, 9, 8 } };
    static const sheaf_chart_type types[] = { SHEAF_STACKED, SHEAF_STACKED_100,
                                              SHEAF_STACKED_AREA };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_chart *chart = chart_with(types[i], partners, values, 3);
        struct buffer dump = dump_of(chart);
        assert_string_equal(sheaf_chart_message(chart), "");
        assert_non_null(strstr(dump.bytes, "text \"China"));
        assert_non_null(strstr(dump.bytes, "text \"Germany"));
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* A period alone before an unknown total has a narrow area a part, not nothing. */
static void a_lone_period_is_drawn(void **state)
{
    enum { PERIODS = 5 };
    static const double china[][PERIODS] = { { NAN, NAN, 50, 50, 50 }, { 50, NAN, 50, 50, 50 } };
    static const double germany[PERIODS] = { 30, 30, 30, 30, 30 };
    size_t fills[2] = { 0 };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED_AREA);
        add_partner(chart, "CHN", "USD", china[i], PERIODS);
        add_partner(chart, "DEU", "USD", germany, PERIODS);
        struct buffer dump = dump_of(chart);
        assert_string_equal(sheaf_chart_message(chart), "");
        for (const char *at = dump.bytes; (at = strstr(at, "fill")) != NULL; at++)
            fills[i]++;
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
    assert_int_equal(fills[1], fills[0] + 2);
}

/* Columns that would merge are refused. */
static void thin_columns_are_refused(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED);

    (void)state;
    for (int i = 0; i < 2; i++) {
        sheaf_series *series = sheaf_series_create(NULL, i == 0 ? "CHN" : "DEU", "USD", 6);
        for (int month = 0; month < 800; month++)
            sheaf_series_add(series, sheaf_period_month(1950 + month / 12, 1 + month % 12), 1, 0,
                             SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    assert_null(sheaf_chart_layout(chart, 900, 600));
    assert_string_equal(sheaf_chart_message(chart),
                        "800 columns would be too thin to be seen; choose fewer periods, draw "
                        "stacked-area, or make the chart 2050 wide");
    sheaf_chart_destroy(chart);
}

/* Sixty columns have an axis, not totals, and still the names at the right. */
static void names_stand_beside_many_columns(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "ITA" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED);

    (void)state;
    for (size_t i = 0; i < LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "USD", 6);
        sheaf_series_set_partner(series, partners[i]);
        for (int month = 0; month < 60; month++)
            sheaf_series_add(series, sheaf_period_month(2019 + month / 12, 1 + month % 12),
                             10 + (double)i, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    struct buffer dump = dump_of(chart);
    assert_string_equal(sheaf_chart_message(chart), "");
    assert_non_null(strstr(dump.bytes, "text \"China"));
    assert_non_null(strstr(dump.bytes, "text \"Germany"));
    assert_non_null(strstr(dump.bytes, "text \"Italy"));
    assert_null(strstr(dump.bytes, "text \"33"));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

static const double rising[] = { 2, 3, 4 }, mixed[] = { 2, -3, 4 }, unknown[] = { 2, 3, NAN },
                    unknown_between[] = { 2, NAN, 4 };

static const struct {
    sheaf_chart_type type;
    const char *unit, *other;
    const double *values;
    const char *message;
} refused[] = {
    { SHEAF_STACKED, "%", "DEU", rising,
      "this chart adds its series up, and these are no parts of a whole: 'CHN' is in %, which is "
      "never added up; add the amounts first, then compute the share, growth or rank of the sum; "
      "or "
      "draw lines, which compare without adding" },
    { SHEAF_STACKED_AREA, "USD/t", "DEU", rising, "'CHN' is in USD/t, which is never added up" },
    { SHEAF_STACKED_100, "USD", "DEU", mixed,
      "'DEU' is less than zero in 2022, and what is negative is no share of a whole; draw it "
      "stacked, where negative parts hang below zero, or as lines" },
    { SHEAF_STACKED_100, "USD", NULL, rising,
      "'CHN' has no other parts beside it, so that its share would be 100% in each period; add the "
      "other parts, or draw bars" },
    { SHEAF_STACKED_AREA, "USD", "DEU", mixed,
      "parts of less than zero have no place in areas on each other; draw stacked, where they hang "
      "below zero, or lines" },
    { SHEAF_STACKED_AREA, "USD", "DEU", unknown_between,
      "an area joins periods in a row, and in no two of them the total is known, because a part is "
      "missing; draw stacked, or leave that part out" },
    { SHEAF_AREA, "USD", "DEU", rising,
      "an area is of one series, and 2 would hide each other; draw stacked-area if they are parts "
      "of a whole, else lines" },
    { SHEAF_WATERFALL, "USD", "DEU", unknown,
      "the total of 2023 is not known, because a part of it is missing; leave that part out, or "
      "choose other periods" },
};

static void what_is_no_sum_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refused); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, refused[i].type);

        add_partner(chart, "CHN", refused[i].unit, rising, YEARS);
        if (refused[i].other != NULL)
            add_partner(chart, refused[i].other, refused[i].unit, refused[i].values, YEARS);
        struct buffer dump = dump_of(chart);
        print_message("  %s\n", sheaf_chart_message(chart));
        assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_chart_message(chart), refused[i].message));
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* A line of one period is none, so that lines would be a bad suggestion. */
static void what_one_period_cannot_add_is_ranked(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED);

    (void)state;
    add_partner(chart, "CHN", "%", rising, YEARS);
    add_partner(chart, "DEU", "%", rising, YEARS);
    sheaf_chart_set_periods(chart, (sheaf_period[]){ sheaf_period_year(2022) }, 1);
    struct buffer dump = dump_of(chart);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_INPUT);
    assert_non_null(strstr(sheaf_chart_message(chart), "or draw a ranking, which compares"));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_stand_on_each_other),
        cmocka_unit_test(the_smallest_are_joined),
        cmocka_unit_test(a_whole_is_the_total),
        cmocka_unit_test(negative_parts_hang),
        cmocka_unit_test(a_missing_part_makes_the_total_missing),
        cmocka_unit_test(shares_are_of_the_total),
        cmocka_unit_test(changes_lead_from_total_to_total),
        cmocka_unit_test(given_contributions_begin_at_zero),
        cmocka_unit_test(a_growth_is_the_total_of_its_contributions),
        cmocka_unit_test(one_part_is_drawn),
        cmocka_unit_test(totals_stand_on_zero),
        cmocka_unit_test(the_smallest_step_is_seen),
        cmocka_unit_test(a_part_that_ends_early_is_named),
        cmocka_unit_test(a_lone_period_is_drawn),
        cmocka_unit_test(thin_columns_are_refused),
        cmocka_unit_test(names_stand_beside_many_columns),
        cmocka_unit_test(what_is_no_sum_is_refused),
        cmocka_unit_test(what_one_period_cannot_add_is_ranked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
