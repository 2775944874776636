/* members_are_related.c - which measures of which members a scatter plot or a bubble chart relates, and
 * what they refuse. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "series/series.h"
#include "sheaf/picture.h"

struct row {
    const char *member, *flow, *unit;
    double values[2]; /* of 2022 and 2023; NaN: none */
};

static void add(sheaf_chart *chart, const struct row *row)
{
    sheaf_series *series = sheaf_series_create(NULL, row->member, row->unit, 0);

    sheaf_series_set_flow(series, row->flow);
    for (int i = 0; i < 2; i++)
        if (!isnan(row->values[i]))
            sheaf_series_add(series, sheaf_period_year(2022 + i), row->values[i], 0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

#define FLOWS(name, a, b)                                                                          \
    { name, "exports", "Zlr", { 9, a } },                                                          \
    {                                                                                              \
        name, "imports", "Zlr",                                                                    \
        {                                                                                          \
            8, b                                                                                   \
        }                                                                                          \
    }
#define UNITS(name, flow, unit, a)                                                                 \
    {                                                                                              \
        name, flow, unit,                                                                          \
        {                                                                                          \
            NAN, a                                                                                 \
        }                                                                                          \
    }

static void what_is_related_and_what_refused(void **state)
{
    static const struct {
        const char *what, *says;
        sheaf_chart_type type;
        struct row rows[10];
    } cases[] = {
        { "two flows",
          "Imports, Zlr: 5",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5) } },
        { "the last period that three members have",
          "C – Exports, Zlr: 9; Imports, Zlr: 8",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", NAN, 5) } },
        { "two units",
          "B – Value, USD: 3; t: 4",
          SHEAF_SCATTER,
          { UNITS("a", "", "USD", 1), UNITS("a", "", "t", 2), UNITS("b", "", "USD", 3),
            UNITS("b", "", "t", 4), UNITS("c", "", "USD", 5), UNITS("c", "", "t", 6) } },
        { "three measures",
          "C – Exports, Zlr: 6; Imports, Zlr: 5; t: 7",
          SHEAF_BUBBLE,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5), UNITS("a", "", "t", 7),
            UNITS("b", "", "t", 7), UNITS("c", "", "t", 7) } },
        { "a measure too few",
          "a bubble chart takes 3 measures of each member",
          SHEAF_BUBBLE,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5) } },
        { "a measure too many",
          "a scatter plot takes 2 measures of each member",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), UNITS("a", "", "t", 7) } },
        { "two members",
          "a scatter plot needs 3 members or more",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4) } },
        { "an area below zero",
          "can be neither zero nor negative",
          SHEAF_BUBBLE,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5), UNITS("a", "", "t", 7),
            UNITS("b", "", "t", -7), UNITS("c", "", "t", 7) } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        static sheaf_error none;
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        for (size_t k = 0; k < 10 && cases[i].rows[k].member != NULL; k++)
            add(chart, &cases[i].rows[k]);
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        struct buffer dump;
        buffer_init(&dump, NULL, &none);
        if (sheaf_chart_status(chart) == SHEAF_OK)
            scene_dump(scene, &dump);
        else
            buffer_text(&dump, sheaf_chart_message(chart));
        print_message("  %s\n", cases[i].what);
        if (strstr(dump.bytes, cases[i].says) == NULL)
            fail_msg("it says: %.900s", dump.bytes);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

static struct buffer dump_of(sheaf_chart *chart, double width, double height)
{
    static sheaf_error none;
    struct scene *scene = chart_scene(chart, width, height, true, NULL);
    struct buffer dump;

    buffer_init(&dump, NULL, &none);
    assert_string_equal(sheaf_chart_message(chart), "");
    scene_dump(scene, &dump);
    scene_destroy(scene);
    return dump;
}

static void add_country(sheaf_chart *chart, const char *code, const char *measure, double value)
{
    sheaf_series *series = sheaf_series_create(NULL, code, "", 0);

    sheaf_series_set_partner(series, code);
    sheaf_series_set_flow(series, "exports");
    series_set_measure(series, measure);
    sheaf_series_add(series, sheaf_period_year(2023), value, 0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* Crowded, so that not all names have room: those that have none are left out, not written as codes. In
 * the language, as the heads are, which leave out the flow that both measures have. */
static void countries_are_named_in_words(void **state)
{
    static const char *const codes[] = { "DEU", "CHE", "GBR", "USA", "KOR", "NLD", "ARE", "ZAF" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SCATTER);

    (void)state;
    sheaf_chart_set_language(chart, "de");
    for (size_t i = 0; i < LENGTH(codes); i++) {
        add_country(chart, codes[i], "value", 100 + (double)(i % 3));
        add_country(chart, codes[i], "quantity", 50 + (double)i);
    }
    struct buffer dump = dump_of(chart, 300, 160);
    for (size_t i = 0; i < LENGTH(codes); i++) {
        char code[20];
        snprintf(code, sizeof code, "text \"%s\"", codes[i]);
        if (strstr(dump.bytes, code) != NULL)
            fail_msg("a code is written: %s", code);
    }
    buffer_free(&dump);
    dump = dump_of(chart, 900, 600);
    assert_non_null(strstr(dump.bytes, "text \"S\u00fcdafrika\""));
    assert_non_null(strstr(dump.bytes, "text \"Wert\""));
    assert_non_null(strstr(dump.bytes, "text \"Menge\""));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

/* The largest bubble lies on both axes' low ends, another on the high ones: none reaches out of the
 * plot, over the labels of the axes or into the key. */
static void bubbles_stay_off_axes_and_key(void **state)
{
    static const double values[][3] = { { 0, 0, 900 }, { 100, 10, 800 }, { 50, 5, 10 } };
    static const char *const names[] = { "a", "b", "c" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BUBBLE);
    double key = 0, axis = 0;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct row rows[] = { { names[i], "exports", "t", { NAN, values[i][0] } },
                              { names[i], "imports", "t", { NAN, values[i][1] } },
                              { names[i], "", "kg", { NAN, values[i][2] } } };
        for (size_t k = 0; k < 3; k++)
            add(chart, &rows[k]);
    }
    struct buffer dump = dump_of(chart, 900, 500);
    const char *moved = strstr(dump.bytes, "transform 1 0 0 1 ");
    assert_non_null(moved);
    double margin = strtod(moved + strlen("transform 1 0 0 1 "), NULL);
    for (const char *at = dump.bytes; (at = strstr(at, "text \"")) != NULL; at++) {
        const char *words = at + strlen("text \""), *place = strstr(at, "\" at ");
        const char *comma = place != NULL ? strchr(place, ',') : NULL;
        assert_non_null(comma);
        double y = strtod(comma + 1, NULL);
        if (strncmp(words, "500\"", 4) == 0)
            key = y;
        if (strncmp(words, "100\"", 4) == 0 || strncmp(words, "50\"", 3) == 0)
            axis = fmax(axis, y); /* the key may have the same number */
    }
    buffer_free(&dump);
    sheaf_picture *picture = sheaf_chart_layout(chart, 900, 500);
    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++) {
        sheaf_datum datum = SHEAF_DATUM_INIT;
        assert_true(sheaf_picture_datum(picture, i, &datum));
        assert_true(datum.box.left > 0 && datum.box.right <= 900);
        assert_true(datum.box.top > margin + key);
        assert_true(datum.box.bottom < margin + axis - 5);
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_related_and_what_refused),
        cmocka_unit_test(countries_are_named_in_words),
        cmocka_unit_test(bubbles_stay_off_axes_and_key),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
