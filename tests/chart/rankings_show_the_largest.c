/* rankings_show_the_largest.c - a ranking of any number of series: as many rows as have room, the
 * rest in one, and words that say so. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

/* n series of one year: 1, 2, 3 … */
static sheaf_chart *chart_of(size_t n, const char *unit, sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = 0; i < n; i++) {
        char name[32];
        const double value = (double)(i + 1);
        snprintf(name, sizeof name, "P%05zu", i + 1);
        sheaf_series *series = sheaf_series_from_years(name, unit, 0, 2022, &value, 1);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

/* The texts of a chart in the order in which they are drawn; the caller frees. */
static struct buffer texts_of(sheaf_chart *chart, double width, double height)
{
    static sheaf_error error;
    struct scene *scene = chart_scene(chart, width, height, true, NULL);
    struct buffer dump;

    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    scene_destroy(scene);
    return dump;
}

static size_t count(const char *text, const char *word)
{
    size_t n = 0;

    for (; (text = strstr(text, word)) != NULL; text++)
        n++;
    return n;
}

static const char *warning_of(const sheaf_chart *chart)
{
    static sheaf_warning warning;

    warning = (sheaf_warning)SHEAF_WARNING_INIT;
    return sheaf_chart_warning(chart, 0, &warning) ? warning.message : "";
}

static void what_has_no_room_is_one_row(void **state)
{
    static const struct {
        size_t n;
        double width, height;
        size_t shown;
        const char *rest, *value, *note;
    } cases[] = {
        { 34, 1200, 750, 34, NULL, NULL, NULL },
        /* 1 + … + 167, of which two digits hold */
        { 200, 1200, 750, 33, "\"Other (167)\"", "\"14,000\"", "largest 33 of 200\"" },
        { 20, 400, 300, 15, "\"Other (5)\"", "\"15\"", "largest 15 of 20\"" },
        { 4000, 1200, 750, 33, "\"Other (3,967)\"", NULL, "largest 33 of 4,000\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].n, "t", SHEAF_AUTO);
        struct buffer dump = texts_of(chart, cases[i].width, cases[i].height);

        print_message("  %zu series: %s\n", cases[i].n, warning_of(chart));
        assert_int_equal(count(dump.bytes, "text \"P0"), cases[i].shown);
        assert_int_equal(sheaf_chart_warning_count(chart), cases[i].rest != NULL);
        if (cases[i].rest != NULL) {
            assert_non_null(strstr(dump.bytes, cases[i].rest));
            assert_non_null(strstr(dump.bytes, cases[i].note));
        }
        if (cases[i].value != NULL)
            assert_non_null(strstr(dump.bytes, cases[i].value));
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* In the height that the warning names nothing is left out. */
static void the_height_that_is_named_will_do(void **state)
{
    static const size_t numbers[] = { 17, 25, 41, 60, 150 };
    static const double widths[] = { 240, 400, 1200, 1600 };

    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++)
        for (size_t k = 0; k < LENGTH(widths); k++) {
            sheaf_chart *chart = chart_of(numbers[i], "t", SHEAF_RANKING);
            int height = 0;

            sheaf_chart_set_title(chart, "Every one of them is shown");
            sheaf_chart_set_source(chart, "nobody");
            struct buffer dump = texts_of(chart, widths[k], 240);
            buffer_free(&dump);
            print_message("  %s\n", warning_of(chart));
            const char *at = strstr(warning_of(chart), "height of ");
            assert_true(at != NULL && sscanf(at, "height of %d", &height) == 1);
            dump = texts_of(chart, widths[k], height);
            assert_int_equal(count(dump.bytes, "text \"P0"), numbers[i]);
            assert_string_equal(warning_of(chart), "");
            assert_non_null(strstr(dump.bytes, "nobody"));
            buffer_free(&dump);
            sheaf_chart_destroy(chart);
        }
}

static sheaf_datum datum_named(const sheaf_picture *picture, const char *name)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;

    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
        if (strncmp(datum.series, name, strlen(name)) == 0)
            return datum;
    fail_msg("no '%s'", name);
    return datum;
}

/* 1 + … + 167 is 14,028 beside 200: the rest is told as a figure, and the largest fills the width.
 * A rest that is no larger than the largest has its bar. */
static void a_rest_does_not_dwarf_the_others(void **state)
{
    static const struct {
        size_t n;
        const char *largest;
        bool has_bar;
    } cases[] = { { 200, "P00200", false }, { 41, "P00041", true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].n, "t", SHEAF_RANKING);
        sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
        sheaf_box largest = datum_named(picture, cases[i].largest).box;
        sheaf_box rest = datum_named(picture, "Other").box;

        assert_int_equal(rest.right - rest.left > 1, cases[i].has_bar);
        assert_true(largest.right - largest.left > 0.8 * 1200);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* Prices and shares of different things have no sum. */
static void what_cannot_be_added_has_no_rest(void **state)
{
    sheaf_chart *chart = chart_of(60, "USD/t", SHEAF_AUTO);
    struct buffer dump = texts_of(chart, 1200, 750);

    (void)state;
    assert_int_equal(count(dump.bytes, "text \"P0"), 34);
    assert_null(strstr(dump.bytes, "Other"));
    assert_non_null(strstr(dump.bytes, "largest 34 of 60"));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

/* Of how many it already is the rest, nobody knows. */
static void a_rest_that_is_given_takes_the_others_in(void **state)
{
    sheaf_chart *chart = chart_of(60, "t", SHEAF_AUTO);
    sheaf_series *rest = sheaf_series_from_years("other", "t", 0, 2022, (double[]){ 1000 }, 1);
    struct buffer dump;

    (void)state;
    sheaf_series_set_remainder(rest, true);
    sheaf_chart_add(chart, rest);
    dump = texts_of(chart, 1200, 750);
    assert_non_null(strstr(dump.bytes, "text \"Other\""));
    assert_non_null(
        strstr(dump.bytes, "text \"1,4")); /* 1 + … + 27, and 1000, of which two digits hold */
    assert_non_null(strstr(dump.bytes, "largest 33 of 60"));
    buffer_free(&dump);
    sheaf_series_destroy(rest);
    sheaf_chart_destroy(chart);
}

/* Each series was compared with each other once: 16,000 took 34 seconds. They take half a second
 * here, and ten would still be far from that. */
static void thousands_are_ranked_at_once(void **state)
{
    sheaf_chart *chart = chart_of(16000, "t", SHEAF_AUTO);
    clock_t begin = clock();
    struct buffer dump = texts_of(chart, 1200, 750);

    (void)state;
    assert_true((double)(clock() - begin) / CLOCKS_PER_SEC < 10);
    assert_non_null(strstr(dump.bytes, "largest 33 of 16,000"));
    assert_non_null(strstr(warning_of(chart), "choose those that matter most"));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

/* A product's long name takes two lines where the rows are high enough, and loses nothing. */
static void long_names_take_two_lines(void **state)
{
    static const char *const names[] = { "Salt, sulphur, earths, stone, plastering materials, lime",
                                         "Mineral fuels, mineral oils, waxes", "Copper", "Zinc" };
    static const struct {
        double height;
        bool whole;
    } cases[] = { { 400, true }, { 130, false } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);

        for (size_t k = 0; k < LENGTH(names); k++) {
            const double value = 9 - (double)k;
            sheaf_series *series = sheaf_series_from_years(names[k], "t", 0, 2022, &value, 1);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
        struct buffer dump = texts_of(chart, 480, cases[i].height);
        assert_int_equal(strstr(dump.bytes, "\xE2\x80\xA6\"") == NULL, cases[i].whole);
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* Few rows share all the height that there is. */
static void few_rows_fill_their_height(void **state)
{
    (void)state;
    for (size_t n = 4; n <= 10; n++) {
        sheaf_chart *chart = chart_of(n, "t", SHEAF_RANKING);
        sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
        sheaf_datum datum = SHEAF_DATUM_INIT;
        double lowest = 0;

        for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
            lowest = fmax(lowest, datum.box.bottom);
        print_message("  %zu rows end at %.0f\n", n, lowest);
        assert_true(lowest > 750 - 26 - 700 / (double)n / 2);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_no_room_is_one_row),
        cmocka_unit_test(the_height_that_is_named_will_do),
        cmocka_unit_test(what_cannot_be_added_has_no_rest),
        cmocka_unit_test(a_rest_does_not_dwarf_the_others),
        cmocka_unit_test(a_rest_that_is_given_takes_the_others_in),
        cmocka_unit_test(long_names_take_two_lines),
        cmocka_unit_test(few_rows_fill_their_height),
        cmocka_unit_test(thousands_are_ranked_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
