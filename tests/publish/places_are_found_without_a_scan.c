/* places_are_found_without_a_scan.c - what is drawn at a point of a picture, or next to it, is found in a
 * number of looks that does not grow with the data; and it is what looking at everything finds.
 *
 * Looks are counted, nothing is timed. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "chart/datum.h"
#include "chart/picture.h"
#include "scene/hit_index.h"

enum { WIDTH = 800, HEIGHT = 500, MANY = 100000 };
/* Of 100,000 data: 4 pixels of a line have 8 columns of 4 pieces, and there are three searches by halves;
 * a look takes about 20 ns, 5 microseconds are 250. */
enum { MOST_LOOKS = 200 };
/* Dots of so many data lie over each other, half a datum a square pixel. */
enum { MOST_LOOKS_AROUND = 1000 };

/* Evenly spread over the picture and a little beyond. */
struct spread {
    unsigned seed;
};

static double next(struct spread *spread, double most)
{
    spread->seed = spread->seed * 1664525U + 1013904223U;
    return ((double)(spread->seed >> 8) / (1 << 24) * 1.1 - 0.05) * most;
}

static sheaf_picture *days(sheaf_chart_type type, size_t n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0);
    sheaf_period day = sheaf_period_day(1701, 1, 1);
    struct spread spread = { 3 };

    for (size_t i = 0; i < n; i++, day.start++)
        sheaf_series_add(series, day, 100 + next(&spread, 40), 2, SHEAF_NORMAL);
    sheaf_chart_take(chart, series);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_destroy(chart);
    return picture;
}

static void many_data_take_few_looks(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_LINES, SHEAF_AREA };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_picture *picture = days(types[i], MANY);
        struct spread spread = { 5 };
        size_t most = 0, hits = 0;

        assert_int_equal(sheaf_picture_datum_count(picture), MANY);
        for (int k = 0; k < 2000; k++) {
            double x = next(&spread, WIDTH), y = next(&spread, HEIGHT);
            sheaf_datum datum = SHEAF_DATUM_INIT;
            size_t looks = 0;
            hits += picture_hit(picture, x, y, &datum, &looks);
            most = looks > most ? looks : most;
        }
        print_message("  %s: %zu hits, at most %zu looks\n", sheaf_chart_type_name(types[i]), hits,
                      most);
        assert_true(hits > 500);
        assert_in_range(most, 1, MOST_LOOKS);
        sheaf_picture_destroy(picture);
    }
}

static void the_nearest_takes_few_looks(void **state)
{
    sheaf_picture *picture = days(SHEAF_LINES, MANY);
    struct spread spread = { 7 };
    size_t most = 0;

    (void)state;
    for (int k = 0; k < 2000; k++) {
        double x = next(&spread, WIDTH), y = next(&spread, HEIGHT);
        sheaf_datum datum = SHEAF_DATUM_INIT;
        size_t looks = 0;
        picture_nearest(picture, x, y, 20, &datum, &looks);
        most = looks > most ? looks : most;
    }
    print_message("  at most %zu looks\n", most);
    assert_in_range(most, 1, MOST_LOOKS_AROUND);
    sheaf_picture_destroy(picture);
}

/* Both ways to ask agree -------------------------------------------------------------------- */

static void add_years(sheaf_chart *chart, const char *name, double first, double step)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);

    for (int year = 2019; year < 2024; year++)
        sheaf_series_add(series, sheaf_period_year(year), first + step * (year - 2019), 1,
                         year == 2023 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
    sheaf_series_set_label(series, name);
    sheaf_chart_take(chart, series);
}

static sheaf_picture *years(sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    const sheaf_period last = sheaf_period_year(2023);

    add_years(chart, "Beef", 900, 50);
    add_years(chart, "Grain", 400, 80);
    add_years(chart, "Wool", 300, -20);
    if (type == SHEAF_RANKING)
        sheaf_chart_set_periods(chart, &last, 1);
    if (type != SHEAF_RANKING)
        sheaf_chart_add_event(chart, sheaf_period_year(2021), "new rules");
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_destroy(chart);
    return picture;
}

/* Points of which no two are alike: at an edge the two ways may differ by rounding. */
static void agrees_with_a_scan(const sheaf_picture *picture)
{
    struct arena arena;
    struct spread spread = { 11 };
    size_t hits = 0;

    arena_init(&arena, NULL, NULL);
    const struct scene *scene = picture_scene(picture);
    const struct hit_index *index = hit_index_create(scene, &arena);
    assert_non_null(index);
    for (int k = 0; k < 3000; k++) {
        double x = next(&spread, WIDTH), y = next(&spread, HEIGHT);
        const struct group *group = scene_hit(scene, x, y);
        assert_ptr_equal(hit_index_find(index, x, y, NULL), group);
        hits += group != NULL && group->datum != NULL;
    }
    assert_true(hits > 20);
    arena_free(&arena);
}

static void what_is_found_is_what_a_scan_finds(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS,    SHEAF_LINES,   SHEAF_BARS_LINE,
                                              SHEAF_STACKED, SHEAF_RANKING, SHEAF_MULTIPLES };
    static const sheaf_chart_type of_days[] = { SHEAF_LINES, SHEAF_AREA };

    (void)state;
    for (size_t i = 0; i < LENGTH(types) + LENGTH(of_days); i++) {
        bool dense = i >= LENGTH(types);
        sheaf_chart_type type = dense ? of_days[i - LENGTH(types)] : types[i];
        sheaf_picture *picture = dense ? days(type, 3000) : years(type);

        print_message("  %s\n", sheaf_chart_type_name(type));
        agrees_with_a_scan(picture);
        sheaf_picture_destroy(picture);
    }
}

static double distance(const sheaf_box *box, double x, double y)
{
    return hypot(fmax(fmax(box->left - x, x - box->right), 0),
                 fmax(fmax(box->top - y, y - box->bottom), 0));
}

static double least_distance(const sheaf_picture *picture, double x, double y)
{
    double least = INFINITY;
    sheaf_datum datum = SHEAF_DATUM_INIT;

    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++)
        least = fmin(least, distance(&datum.box, x, y));
    return least;
}

static void the_nearest_is_that_of_all(void **state)
{
    static const double reaches[] = { 0, 5, 60, INFINITY };
    sheaf_picture *pictures[] = { years(SHEAF_BARS), days(SHEAF_LINES, 700) };

    (void)state;
    for (size_t p = 0; p < LENGTH(pictures); p++) {
        struct spread spread = { 13 };
        for (int k = 0; k < 500; k++) {
            double x = next(&spread, WIDTH), y = next(&spread, HEIGHT);
            double within = reaches[k % 4], least = least_distance(pictures[p], x, y);
            sheaf_datum datum = SHEAF_DATUM_INIT;
            bool found = sheaf_picture_nearest(pictures[p], x, y, within, &datum);
            assert_true(found == (least <= within));
            if (found)
                assert_true(distance(&datum.box, x, y) == least);
        }
        sheaf_picture_destroy(pictures[p]);
    }
}

static void a_brush_takes_what_it_touches(void **state)
{
    sheaf_picture *picture = years(SHEAF_BARS);
    const sheaf_box all = { 0, 0, WIDTH, HEIGHT }, nothing = { -9, -9, -1, -1 };
    sheaf_datum datum = SHEAF_DATUM_INIT, third = SHEAF_DATUM_INIT;
    size_t indexes[15] = { 0 };

    (void)state;
    assert_int_equal(sheaf_picture_brush(picture, all, NULL, 0), 15);
    assert_int_equal(sheaf_picture_brush(picture, nothing, indexes, 15), 0);
    assert_int_equal(sheaf_picture_brush(picture, all, indexes, 3), 15);
    assert_int_equal(indexes[2], 2);
    assert_int_equal(indexes[3], 0); /* no more than there is room for */
    assert_true(sheaf_picture_datum(picture, 2, &third));
    assert_int_equal(third.index, 2);
    const sheaf_box inner = { third.box.left + 1, third.box.top + 1, third.box.left + 2,
                              third.box.bottom - 1 };
    assert_int_equal(sheaf_picture_brush(picture, inner, indexes, 15), 1);
    assert_int_equal(indexes[0], 2);
    assert_true(sheaf_picture_datum(picture, indexes[0], &datum));
    assert_string_equal(datum.label, third.label);
    sheaf_picture_destroy(picture);
}

/* A user drags up and to the left as well. */
static void a_brush_has_its_corners_in_any_order(void **state)
{
    sheaf_picture *picture = years(SHEAF_BARS);
    const sheaf_box boxes[] = { { WIDTH, 0, 0, HEIGHT },
                                { 0, HEIGHT, WIDTH, 0 },
                                { WIDTH, HEIGHT, 0, 0 },
                                { INFINITY, INFINITY, -INFINITY, -INFINITY } };
    const sheaf_box none[] = { { NAN, 0, WIDTH, HEIGHT }, { 0, 0, WIDTH, NAN }, { 0, NAN, 9, 9 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(boxes); i++)
        assert_int_equal(sheaf_picture_brush(picture, boxes[i], NULL, 0), 15);
    for (size_t i = 0; i < LENGTH(none); i++)
        assert_int_equal(sheaf_picture_brush(picture, none[i], NULL, 0), 0);
    sheaf_picture_destroy(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_data_take_few_looks),
        cmocka_unit_test(the_nearest_takes_few_looks),
        cmocka_unit_test(what_is_found_is_what_a_scan_finds),
        cmocka_unit_test(the_nearest_is_that_of_all),
        cmocka_unit_test(a_brush_takes_what_it_touches),
        cmocka_unit_test(a_brush_has_its_corners_in_any_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
