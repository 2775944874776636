/* annotations_are_refused_or_told.c - annotations that a chart has no place for are refused with the
 * reason, those that it has no room for are warned of, and all are heard; the data stay where they
 * were. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"

static sheaf_chart *chart_of(sheaf_chart_type type, int n_series)
{
    static const char *const names[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (int i = 0; i < n_series; i++) {
        sheaf_series *series = sheaf_series_create(NULL, names[i], "USD", 9);
        sheaf_series_set_flow(series, names[i]);
        for (int year = 2015; year <= 2023; year++)
            sheaf_series_add(series, sheaf_period_year(year), year - 2010 + 2 * i, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static void event_far_away(sheaf_chart *chart)
{
    sheaf_chart_add_event(chart, sheaf_period_year(2031), "x");
}

static void event_within(sheaf_chart *chart)
{
    sheaf_chart_add_event(chart, sheaf_period_year(2020), "x");
}

static void band_far_away(sheaf_chart *chart)
{
    sheaf_chart_add_band(chart, sheaf_period_year(2001), sheaf_period_year(2005), "x");
}

static void band_turned_round(sheaf_chart *chart)
{
    sheaf_chart_add_band(chart, sheaf_period_year(2021), sheaf_period_year(2020), "x");
}

static void event_without_text(sheaf_chart *chart)
{
    sheaf_chart_add_event(chart, sheaf_period_year(2020), "");
}

static void event_without_period(sheaf_chart *chart)
{
    sheaf_chart_add_event(chart, (sheaf_period){ 0 }, "x");
}

static void callout_of_another(sheaf_chart *chart)
{
    sheaf_chart_add_callout(chart, "turnover", sheaf_period_year(2020), "x");
}

static void callout_of_nobody(sheaf_chart *chart)
{
    sheaf_chart_add_callout(chart, NULL, sheaf_period_year(2020), "x");
}

static void callout_far_away(sheaf_chart *chart)
{
    sheaf_chart_add_callout(chart, "exports", sheaf_period_month(2020, 2), "x");
}

static void reference_below_zero(sheaf_chart *chart)
{
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    sheaf_chart_add_reference(chart, -1, "x");
}

static void reference_within(sheaf_chart *chart)
{
    sheaf_chart_add_reference(chart, 10, "x");
}

static void too_many(sheaf_chart *chart)
{
    for (int i = 0; i < 21; i++)
        sheaf_chart_add_reference(chart, i, "x");
}

static void lying(sheaf_chart *chart)
{
    sheaf_chart_set_lying(chart, true);
    event_within(chart);
}

static const struct {
    sheaf_chart_type type;
    void (*annotate)(sheaf_chart *chart);
    const char *reason; /* NULL: it is drawn */
} cases[] = {
    { SHEAF_LINES, event_within, NULL },
    { SHEAF_LINES, event_far_away, "lies outside the periods that the chart shows, 2015 to 2023" },
    { SHEAF_BARS, band_far_away, "lies outside the periods" },
    { SHEAF_LINES, band_turned_round, "ends before it begins" },
    { SHEAF_LINES, event_without_text, "needs a text" },
    { SHEAF_LINES, event_without_period, "needs a period" },
    { SHEAF_LINES, callout_of_another, "is no series of the chart" },
    { SHEAF_LINES, callout_of_nobody, "does not say of which series" },
    { SHEAF_LINES, callout_far_away, "a period that the chart does not show" },
    { SHEAF_LINES, reference_below_zero, "which is not above zero" },
    { SHEAF_LINES, too_many, "has room for 20" },
    { SHEAF_SLOPE, event_within, "has no axis of periods" },
    { SHEAF_SLOPE, reference_within, NULL },
    { SHEAF_BOX, reference_within, NULL },
    { SHEAF_DUMBBELL, reference_within, NULL },
    { SHEAF_WAFFLE, reference_within, "has no scale across its plot for the reference 'x'" },
    { SHEAF_SPARKLINE, event_within, "has no axis of periods" },
    { SHEAF_STACKED, lying, "bars that lie" },
};

static void what_has_no_place_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].type, 2);
        cases[i].annotate(chart);
        sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);

        if (cases[i].reason == NULL ? picture == NULL
                                    : strstr(sheaf_chart_message(chart), cases[i].reason) == NULL)
            fail_msg("case %zu: '%s'", i, sheaf_chart_message(chart));
        assert_int_equal(picture != NULL, cases[i].reason == NULL);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static const char *warning_of(const sheaf_chart *chart, size_t index)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    return sheaf_chart_warning(chart, index, &warning) ? warning.message : "";
}

static void what_has_no_room_is_warned_of(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_LINES, 2);

    (void)state;
    sheaf_chart_set_title(chart, "Imports grew faster");
    sheaf_chart_add_event(chart, sheaf_period_year(2020), "new customs rules");
    sheaf_picture_destroy(sheaf_chart_layout(chart, 1200, 750));
    assert_int_equal(sheaf_chart_warning_count(chart), 0);
    sheaf_picture_destroy(sheaf_chart_layout(chart, 200, 120));
    assert_string_equal(warning_of(chart, 0),
                        "the chart has no room for '2020: new customs rules', "
                        "which is left out");
    for (int i = 0; i < 3; i++)
        sheaf_chart_add_reference(chart, 3 + i, "plan");
    sheaf_picture_destroy(sheaf_chart_layout(chart, 1200, 750));
    assert_string_equal(warning_of(chart, 0),
                        "4 annotations in one plot hide its figures; three are read");
    sheaf_chart_destroy(chart);
}

/* Heights of the pieces of a reference's line within its group. */
static size_t level_lines(const sheaf_picture *picture)
{
    struct buffer text;
    size_t n = 0;
    double last = -1, x, y;

    buffer_init(&text, NULL, NULL);
    scene_dump(picture_scene(picture), &text);
    const char *at = strstr(text.bytes, "annotation \"10: plan\"");
    assert_non_null(at);
    const char *end = strstr(at, "text \"plan\"");
    for (at = strchr(at, '\n'); at != NULL && at < end; at = strchr(at + 1, '\n'))
        if (sscanf(at + 1, " path M %lf,%lf", &x, &y) == 2 && y != last) {
            last = y;
            n++;
        }
    buffer_free(&text);
    return n;
}

/* In panels the words stand beside the line, which they do not touch. */
static void panels_have_room(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_PANELS, 1);
    sheaf_series *tonnes = sheaf_series_create(NULL, "quantity", "t", 3);

    (void)state;
    for (int year = 2015; year <= 2023; year++)
        sheaf_series_add(tonnes, sheaf_period_year(year), year - 2000, 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, tonnes);
    sheaf_series_destroy(tonnes);
    sheaf_chart_add_event(chart, sheaf_period_year(2018), "law");
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
    assert_non_null(picture);
    assert_string_equal(warning_of(chart, 0), "");
    sheaf_picture_destroy(picture);
    /* A reference is in the unit of the first series: only the plot of that unit has it. */
    sheaf_chart_add_reference(chart, 10, "plan");
    picture = sheaf_chart_layout(chart, 1200, 750);
    assert_non_null(picture);
    assert_string_equal(warning_of(chart, 0), "");
    assert_int_equal(level_lines(picture), 1);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static void all_are_heard(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_LINES, 2);

    (void)state;
    sheaf_chart_add_event(chart, sheaf_period_month(2020, 3), "new customs rules");
    sheaf_chart_add_band(chart, sheaf_period_year(2020), sheaf_period_year(2021), "pandemic");
    sheaf_chart_add_reference(chart, 12.5, "target");
    sheaf_chart_add_callout(chart, "exports", sheaf_period_year(2019), "a record");
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    const char *words = sheaf_picture_description(picture);
    static const char *const said[] = { "Mar 2020: new customs rules.", "2020–2021: pandemic.",
                                        "12.5: target.", "Exports – 2019: a record." };
    for (size_t i = 0; i < LENGTH(said); i++)
        if (strstr(words, said[i]) == NULL)
            fail_msg("'%s' is not in '%s'", said[i], words);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* A call-out ends at its figure, which is still the one that is hit; each is in the data once. */
static void figures_are_hit_as_before(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_BARS, 2);

    (void)state;
    sheaf_chart_add_callout(chart, "imports", sheaf_period_year(2019), "a record");
    sheaf_chart_add_reference(chart, 5, "target");
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
    assert_int_equal(sheaf_picture_datum_count(picture), 18);
    for (size_t i = 0; i < 18; i++) {
        sheaf_datum datum = SHEAF_DATUM_INIT, hit = SHEAF_DATUM_INIT;
        assert_true(sheaf_picture_datum(picture, i, &datum));
        for (int k = 0; k <= 10; k++) {
            double share = 0.02 + 0.096 * k;
            double y = datum.box.top + share * (datum.box.bottom - datum.box.top);
            assert_true(
                sheaf_picture_hit(picture, (datum.box.left + datum.box.right) / 2, y, &hit));
            assert_string_equal(hit.label, datum.label);
        }
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* The scale reaches to a reference, in the multiplier of the first series. */
static void a_reference_extends_the_scale(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_BARS, 1);
    sheaf_datum datum = SHEAF_DATUM_INIT;
    double tops[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
        assert_true(sheaf_picture_datum(picture, 8, &datum));
        tops[i] = datum.box.bottom - datum.box.top;
        sheaf_picture_destroy(picture);
        sheaf_chart_add_reference(chart, 39, "target");
    }
    assert_true(tops[1] > 0.25 * tops[0] && tops[1] < 0.4 * tops[0]);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_no_place_is_refused),
        cmocka_unit_test(what_has_no_room_is_warned_of),
        cmocka_unit_test(panels_have_room),
        cmocka_unit_test(all_are_heard),
        cmocka_unit_test(figures_are_hit_as_before),
        cmocka_unit_test(a_reference_extends_the_scale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
