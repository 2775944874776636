/* references_cross_rows.c - a reference across rows stands upright at its value, from its words above
 * the plot down to the last row; it crosses no words, also from right to left. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "sheaf/sheaf.h"
#include "support/overlap.h"

static const char *const partners[] = { "DEU", "FRA", "POL", "ITA", "ESP", "NLD", "AUT" };
enum { PARTNERS = LENGTH(partners), VALUE = 20 }; /* which is that of ITA */

/* Rows of 5, 10, 15 … of exports, and 2 less of imports; in 2020 half of them. */
static sheaf_chart *rows_of(sheaf_chart_type type, const char *language)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    const sheaf_period last = sheaf_period_year(2021);

    for (int i = 0; i < PARTNERS; i++)
        for (int flow = 0; flow < (type == SHEAF_PAIRED ? 2 : 1); flow++) {
            sheaf_series *series = sheaf_series_create(NULL, partners[i], "USD", 9);
            sheaf_series_set_flow(series, flow == 0 ? "exports" : "imports");
            sheaf_series_set_partner(series, partners[i]);
            double value = 5.0 * (i + 1) - 2 * flow;
            sheaf_series_add(series, sheaf_period_year(2020), value / 2, 1, SHEAF_NORMAL);
            sheaf_series_add(series, last, value, 1, SHEAF_NORMAL);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
    if (type != SHEAF_DUMBBELL)
        sheaf_chart_set_periods(chart, &last, 1);
    sheaf_chart_set_language(chart, language);
    sheaf_chart_set_title(chart, "Partners");
    sheaf_chart_add_reference(chart, VALUE, "aim");
    return chart;
}

/* Where the value of ITA in 2021 ends: a bar's end, or the middle of a dot in a dumbbell. */
static double end_of_value(const sheaf_picture *picture, sheaf_chart_type type, bool is_mirrored)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;

    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
        if (datum.value == VALUE)
            return type == SHEAF_DUMBBELL ? (datum.box.left + datum.box.right) / 2
                   : is_mirrored          ? datum.box.left
                                          : datum.box.right;
    fail_msg("no datum has the value");
    return 0;
}

struct line {
    double x, top, bottom;
    size_t pieces;
};

/* The pieces of the reference's line, which are those in ink within its group. */
static struct line line_of(const sheaf_picture *picture)
{
    struct line line = { 0, INFINITY, 0, 0 };
    struct buffer text;
    double x, y, right, bottom, margin_x = 0, margin_y = 0;

    buffer_init(&text, NULL, NULL);
    scene_dump(picture_scene(picture), &text);
    const char *margin = strstr(text.bytes, "transform 1 0 0 1 ");
    assert_non_null(margin);
    assert_int_equal(sscanf(margin, "transform 1 0 0 1 %lf %lf", &margin_x, &margin_y), 2);
    const char *at = strstr(text.bytes, "annotation \"20");
    const char *end = at != NULL ? strstr(at, "text \"aim\"") : NULL;
    for (at = end != NULL ? strstr(at, "path M ") : NULL; at != NULL && at < end;
         at = strstr(at + 1, "path M ")) {
        const char *last = strchr(at, '\n');
        const char *ink = strstr(at, "#1B2430");
        if (sscanf(at, "path M %lf,%lf L %lf,%*f L %*f,%lf", &x, &y, &right, &bottom) != 4 ||
            ink == NULL || ink > last)
            continue;
        line.x = margin_x + (x + right) / 2;
        line.top = fmin(line.top, margin_y + y);
        line.bottom = fmax(line.bottom, margin_y + bottom);
        line.pieces++;
    }
    buffer_free(&text);
    return line;
}

static double lowest_row(const sheaf_picture *picture)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;
    double lowest = 0;

    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
        lowest = fmax(lowest, datum.box.bottom);
    return lowest;
}

static double highest_row(const sheaf_picture *picture)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;
    double highest = INFINITY;

    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
        highest = fmin(highest, datum.box.top);
    return highest;
}

static void check(sheaf_chart_type type, const char *language, double width, double height)
{
    sheaf_chart *chart = rows_of(type, language);
    sheaf_picture *picture = sheaf_chart_layout(chart, width, height);
    const char *name = sheaf_chart_type_name(type);

    if (picture == NULL)
        fail_msg("%s, %s: '%s'", name, language, sheaf_chart_message(chart));
    struct overlap overlap = overlap_find(picture_scene(picture), 0.5, false);
    if (overlap.message[0] != '\0')
        fail_msg("%s, %s, %.0f: %s", name, language, width, overlap.message);
    struct line line = line_of(picture);
    if (line.pieces == 0)
        fail_msg("%s, %s, %.0f: no line", name, language, width);
    double end = end_of_value(picture, type, strcmp(language, "ar") == 0);
    if (fabs(line.x - end) > 1.5)
        fail_msg("%s, %s, %.0f: at %.1f, but the value ends at %.1f", name, language, width, line.x,
                 end);
    assert_true(line.top < highest_row(picture));
    assert_true(line.bottom >= lowest_row(picture));
    assert_non_null(strstr(sheaf_picture_description(picture), ": aim"));
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static void they_stand_at_their_values(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_RANKING, SHEAF_LOLLIPOP, SHEAF_DOTS,
                                              SHEAF_DUMBBELL, SHEAF_PAIRED };
    static const double sizes[][2] = { { 480, 420 }, { 1200, 750 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        for (size_t size = 0; size < LENGTH(sizes); size++) {
            check(types[i], "en", sizes[size][0], sizes[size][1]);
            check(types[i], "ar", sizes[size][0], sizes[size][1]);
        }
}

/* Two parts a year, 12 and 8: the reference stands where they end together. */
static sheaf_chart *lying_of(const char *language)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED);

    for (int part = 0; part < 2; part++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[part], "USD", 9);
        sheaf_series_set_partner(series, partners[part]);
        for (int year = 2019; year < 2024; year++)
            sheaf_series_add(series, sheaf_period_year(year),
                             year == 2023 ? 15
                             : part == 0  ? 12
                                          : 8,
                             1, SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    sheaf_chart_set_lying(chart, true);
    sheaf_chart_set_language(chart, language);
    sheaf_chart_set_title(chart, "Partners");
    sheaf_chart_add_reference(chart, VALUE, "aim");
    return chart;
}

static void lying_stacks_have_them(void **state)
{
    static const double sizes[][2] = { { 260, 170 }, { 480, 300 }, { 1200, 750 } };
    static const char *const languages[] = { "en", "ar", "zh" };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++)
        for (size_t size = 0; size < LENGTH(sizes); size++) {
            sheaf_chart *chart = lying_of(languages[i]);
            sheaf_picture *picture = sheaf_chart_layout(chart, sizes[size][0], sizes[size][1]);
            if (picture == NULL)
                fail_msg("lying, %s: '%s'", languages[i], sheaf_chart_message(chart));
            struct overlap overlap = overlap_find(picture_scene(picture), 0.5, false);
            if (overlap.message[0] != '\0')
                fail_msg("lying, %s, %.0f: %s", languages[i], sizes[size][0], overlap.message);
            struct line line = line_of(picture);
            if (line.pieces == 0)
                fail_msg("lying, %s, %.0f: no line", languages[i], sizes[size][0]);
            double end = end_of_value(picture, SHEAF_STACKED, strcmp(languages[i], "ar") == 0);
            assert_true(fabs(line.x - end) <= 1.5);
            assert_true(line.top < highest_row(picture));
            assert_true(line.bottom >= lowest_row(picture));
            sheaf_picture_destroy(picture);
            sheaf_chart_destroy(chart);
        }
}

/* Of the other annotations lying bars have no place for any, also beside a reference. */
static void lying_stacks_have_no_events(void **state)
{
    sheaf_chart *chart = lying_of("en");

    (void)state;
    sheaf_chart_add_event(chart, sheaf_period_year(2020), "law");
    assert_null(sheaf_chart_layout(chart, 480, 300));
    assert_non_null(strstr(sheaf_chart_message(chart),
                           "bars that lie have no axis of periods for the event 'law'"));
    sheaf_chart_destroy(chart);
}

/* Where rows are the largest of many, one more joins the rest and the words have room. */
static void rankings_leave_room(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);

    (void)state;
    for (int i = 0; i < 30; i++) {
        char name[16];
        snprintf(name, sizeof name, "Member %02d", i + 1);
        sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);
        sheaf_series_add(series, sheaf_period_year(2021), 40 - i, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_add_reference(chart, VALUE, "aim");
    for (int height = 240; height < 420; height += 12) {
        sheaf_picture *picture = sheaf_chart_layout(chart, 480, height);
        assert_non_null(picture);
        if (line_of(picture).pieces == 0)
            fail_msg("480 x %d has no line", height);
        sheaf_picture_destroy(picture);
    }
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_stand_at_their_values),
        cmocka_unit_test(lying_stacks_have_them),
        cmocka_unit_test(lying_stacks_have_no_events),
        cmocka_unit_test(rankings_leave_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
