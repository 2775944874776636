/* treemaps_fill_their_area.c - areas are in proportion and leave nothing free; nothing is dropped; what no
 * area can show is refused. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/picture.h"
#include "chart/types/parts/squarify.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

static const struct {
    const char *name;
    size_t n;
    double sizes[9];
    double width, height;
} cases[] = {
    { "the example of Bruls, Huizing and van Wijk", 7, { 6, 6, 4, 3, 2, 2, 1 }, 6, 4 },
    { "one", 1, { 3 }, 100, 10 },
    { "one of 400 times the rest", 5, { 400, 1, 1, 1, 1 }, 448, 217 },
    { "equal ones", 9, { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 300, 300 },
    { "thirds that do not end", 6, { 1.0 / 3, 0.3, 0.1, 0.1, 0.07, 1e-9 }, 480, 123.4 },
};

static double area_of(struct box box)
{
    return (box.right - box.left) * (box.bottom - box.top);
}

static void areas_are_in_proportion_and_sum_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct box all = { 10, 20, 10 + cases[i].width, 20 + cases[i].height };
        struct box boxes[9];
        double total = 0, sum = 0;

        print_message("  %s\n", cases[i].name);
        squarify(cases[i].sizes, cases[i].n, all, boxes);
        for (size_t k = 0; k < cases[i].n; k++)
            total += cases[i].sizes[k];
        for (size_t k = 0; k < cases[i].n; k++) {
            double wanted = area_of(all) * cases[i].sizes[k] / total;
            assert_true(fabs(area_of(boxes[k]) - wanted) <= 1e-9 * area_of(all));
            assert_true(boxes[k].left >= all.left && boxes[k].right <= all.right &&
                        boxes[k].top >= all.top && boxes[k].bottom <= all.bottom);
            sum += area_of(boxes[k]);
        }
        assert_true(fabs(sum - area_of(all)) <= 1e-9 * area_of(all));
    }
}

static void boxes_never_overlap(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct box all = { 0, 0, cases[i].width, cases[i].height };
        struct box boxes[9];

        squarify(cases[i].sizes, cases[i].n, all, boxes);
        for (size_t a = 0; a < cases[i].n; a++)
            for (size_t b = 0; b < a; b++)
                assert_true(boxes[a].left >= boxes[b].right || boxes[b].left >= boxes[a].right ||
                            boxes[a].top >= boxes[b].bottom || boxes[b].top >= boxes[a].bottom);
    }
}

/* The two largest of the example stand on each other at the left, both 3 wide. */
static void boxes_are_as_square_as_in_the_paper(void **state)
{
    struct box boxes[9];

    (void)state;
    squarify(cases[0].sizes, 7, (struct box){ 0, 0, 6, 4 }, boxes);
    assert_true(boxes[0].right == 3 && boxes[1].right == 3 && boxes[1].top == 2);
    assert_true(boxes[2].left == 3 && fabs(boxes[2].bottom - 7.0 / 3) < 1e-12);
}

/* Charts ---------------------------------------------------------------------------------------- */

static void add(sheaf_chart *chart, const char *product, double value)
{
    sheaf_series *series = sheaf_series_create(NULL, product, "USD", 9);

    sheaf_series_set_product(series, product);
    sheaf_series_add(series, sheaf_period_year(2023), value, 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static sheaf_chart *chart_of(const double *values, size_t n)
{
    static const char *const names[] = { "Oil", "Ores", "Metals", "Cereals", "Cotton", "Salt" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_TREEMAP);

    for (size_t i = 0; i < n; i++)
        add(chart, names[i], values[i]);
    return chart;
}

static void says(sheaf_chart *chart, const char *words)
{
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    const char *all = sheaf_chart_status(chart) == SHEAF_OK ? scene_alternative(scene)
                                                            : sheaf_chart_message(chart);

    if (strstr(all, words) == NULL)
        fail_msg("'%s' is not in: %s", words, all);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void shares_are_said(void **state)
{
    (void)state;
    says(chart_of((double[]){ 6, 3, 1 }, 3), "Shares in 2023: Oil 60%; Ores 30%; Metals 10%.");
}

static void what_no_area_can_show_is_refused(void **state)
{
    (void)state;
    says(chart_of((double[]){ 6, 0, 1 }, 3),
         "'Ores' is zero in 2023, which no area can show; leave it out, or draw a ranking");
    says(chart_of((double[]){ 6, 3, -1 }, 3),
         "'Metals' is negative in 2023, which no area can show; leave it out, or draw a ranking");
    says(chart_of((double[]){ 6, NAN, 1 }, 3),
         "the total of 2023 is not known, because a part of it is missing; leave that part out, or "
         "draw a ranking");
}

/* Of one 400 times the rest, all are still drawn. */
static void nothing_is_dropped(void **state)
{
    sheaf_chart *chart = chart_of((double[]){ 400, 1, 1, 1, 1 }, 5);
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);

    (void)state;
    assert_non_null(picture);
    assert_int_equal(sheaf_picture_datum_count(picture), 5);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_are_in_proportion_and_sum_up),
        cmocka_unit_test(boxes_never_overlap),
        cmocka_unit_test(boxes_are_as_square_as_in_the_paper),
        cmocka_unit_test(shares_are_said),
        cmocka_unit_test(what_no_area_can_show_is_refused),
        cmocka_unit_test(nothing_is_dropped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
