/* pictures_are_asked.c - a chart laid out is drawn again and by many threads, and tells what stands
 * where, after its chart is gone. */
#include "support/check.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "support/quota.h"

enum { WIDTH = 800, HEIGHT = 500, THREADS = 8, ROUNDS = 4 };

static void add_series(sheaf_chart *chart, const sheaf_alloc *alloc, const char *name, double first)
{
    sheaf_series *series = sheaf_series_create(alloc, name, "USD", 6);

    for (int year = 2019; year < 2024; year++)
        sheaf_series_add(series, sheaf_period_year(year), first + 100 * (year - 2019), 1,
                         year == 2023 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
    sheaf_series_set_flow(series, name);
    sheaf_series_set_partner(series, "CHN");
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_targets(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 500, NAN, "t", 3);
    sheaf_chart_add_target(chart, "Grain", 3000, 1000, "t", 3);
}

static sheaf_chart *chart_of(const sheaf_alloc *alloc, sheaf_chart_type type)
{
    const sheaf_period last = sheaf_period_year(2023);
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_chart *chart = sheaf_chart_create(context, type);

    sheaf_context_destroy(context); /* the chart holds it */
    sheaf_chart_set_title(chart, "Trade grew");
    if (type == SHEAF_BULLET) {
        add_targets(chart);
        return chart;
    }
    add_series(chart, alloc, "exports", 900.5);
    add_series(chart, alloc, "imports", 400.5);
    if (type == SHEAF_RANKING)
        sheaf_chart_set_periods(chart, &last, 1);
    return chart;
}

/* The chart goes, the picture stays. */
static sheaf_picture *picture_of(sheaf_chart_type type)
{
    sheaf_chart *chart = chart_of(NULL, type);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);

    assert_string_equal(sheaf_chart_message(chart), "");
    assert_non_null(picture);
    sheaf_chart_destroy(chart);
    return picture;
}

static const struct {
    sheaf_chart_type type;
    size_t n;
    const char *first;
} types[] = {
    { SHEAF_BARS, 10, "exports, 2019, $901\xC2\xA0m" },
    { SHEAF_LINES, 10, "exports, 2019, $901\xC2\xA0m" },
    { SHEAF_BARS_LINE, 10, "exports, 2019, $901\xC2\xA0m" },
    { SHEAF_RANKING, 2,
      "exports, 2023, $1.30\xC2\xA0"
      "bn, provisional" },
    { SHEAF_BULLET, 2, "Beef, target: 500\xC2\xA0thousand\xC2\xA0t" },
};

/* The point inside a mark where nothing else is drawn: a line stands before the bars. */
static double inner_y(const sheaf_datum *datum)
{
    return 0.25 * datum->box.top + 0.75 * datum->box.bottom;
}

static void every_mark_is_hit(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_picture *picture = picture_of(types[i].type);

        print_message("  %s\n", sheaf_chart_type_name(types[i].type));
        assert_int_equal(sheaf_picture_datum_count(picture), types[i].n);
        for (size_t k = 0; k < types[i].n; k++) {
            sheaf_datum datum = SHEAF_DATUM_INIT, hit = SHEAF_DATUM_INIT;

            assert_true(sheaf_picture_datum(picture, k, &datum));
            if (k == 0)
                assert_string_equal(datum.label, types[i].first);
            assert_true(datum.box.left >= 0 && datum.box.right <= WIDTH);
            assert_true(datum.box.top >= 0 && datum.box.bottom <= HEIGHT);
            double x = (datum.box.left + datum.box.right) / 2;
            double y = types[i].type == SHEAF_BARS_LINE ? inner_y(&datum)
                                                        : (datum.box.top + datum.box.bottom) / 2;
            assert_true(sheaf_picture_hit(picture, x, y, &hit));
            assert_memory_equal(&datum, &hit, sizeof datum);
        }
        sheaf_picture_destroy(picture);
    }
}

static void a_datum_is_the_figure_of_its_series(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    assert_true(sheaf_picture_datum(picture, 9, &datum));
    assert_string_equal(datum.series, "Imports");
    assert_int_equal(sheaf_period_compare(datum.period, sheaf_period_year(2023)), 0);
    assert_true(datum.value == 800.5 && datum.low == 800.45 && datum.high == 800.55);
    assert_int_equal(datum.status, SHEAF_PROVISIONAL);
    assert_string_equal(datum.unit, "USD");
    assert_int_equal(datum.multiplier, 6);
    assert_string_equal(datum.flow, "imports");
    assert_string_equal(datum.partner, "CHN");
    assert_string_equal(datum.reporter, "");
    assert_string_equal(datum.product, "");
    assert_non_null(strstr(datum.label, datum.text));
    sheaf_picture_destroy(picture);
}

static void targets_have_no_period(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BULLET);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    assert_true(sheaf_picture_datum(picture, 0, &datum));
    assert_true(isnan(datum.value));
    assert_int_equal(datum.status, SHEAF_MISSING);
    assert_int_equal(datum.period.unit, SHEAF_NO_PERIOD);
    assert_true(sheaf_picture_datum(picture, 1, &datum));
    assert_string_equal(datum.series, "Grain");
    assert_true(datum.value == 1000);
    assert_string_equal(datum.text, "1\xC2\xA0/ 3\xC2\xA0million\xC2\xA0t \xC2\xB7 33%");
    sheaf_picture_destroy(picture);
}

/* What nobody may know is not in the picture either. */
static void confidential_figures_are_not_told(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 6);
    sheaf_observation secret = { .period = sheaf_period_year(2022),
                                 .value = 77,
                                 .low = 77,
                                 .high = 77,
                                 .status = SHEAF_NORMAL,
                                 .confidentiality = 'C',
                                 .stated_growth = NAN };
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    sheaf_series_add(series, sheaf_period_year(2021), 12, 0, SHEAF_NORMAL);
    sheaf_series_add_observation(series, &secret);
    sheaf_chart_add(chart, series);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_int_equal(sheaf_picture_datum_count(picture), 2);
    assert_true(sheaf_picture_datum(picture, 1, &datum));
    assert_true(isnan(datum.value) && isnan(datum.low) && isnan(datum.high));
    assert_string_equal(datum.text, "[c]");
    sheaf_picture_destroy(picture);
    sheaf_series_destroy(series);
    sheaf_chart_destroy(chart);
}

static void beside_the_marks_nothing_is_hit(void **state)
{
    static const double points[][2] = {
        { 0, 0 }, { 1, HEIGHT - 1 }, { -50, 20 }, { 2000, 20 }, { NAN, NAN }
    };
    sheaf_picture *picture = picture_of(SHEAF_BARS);

    (void)state;
    for (size_t i = 0; i < LENGTH(points); i++) {
        sheaf_datum datum = SHEAF_DATUM_INIT;

        assert_false(sheaf_picture_hit(picture, points[i][0], points[i][1], &datum));
        assert_string_equal(datum.label, "");
    }
    sheaf_picture_destroy(picture);
}

/* Between two of its data a line gives the nearer one. */
static void a_line_is_hit_between_its_data(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES);
    sheaf_datum a = SHEAF_DATUM_INIT, b = SHEAF_DATUM_INIT, hit = SHEAF_DATUM_INIT;

    (void)state;
    assert_true(sheaf_picture_datum(picture, 0, &a) && sheaf_picture_datum(picture, 1, &b));
    double ax = (a.box.left + a.box.right) / 2, ay = (a.box.top + a.box.bottom) / 2;
    double bx = (b.box.left + b.box.right) / 2, by = (b.box.top + b.box.bottom) / 2;
    assert_true(sheaf_picture_hit(picture, 0.7 * ax + 0.3 * bx, 0.7 * ay + 0.3 * by, &hit));
    assert_string_equal(hit.label, a.label);
    assert_true(sheaf_picture_hit(picture, 0.3 * ax + 0.7 * bx, 0.3 * ay + 0.7 * by, &hit));
    assert_string_equal(hit.label, b.label);
    sheaf_picture_destroy(picture);
}

/* A program that was built when the struct was shorter gets what it knows. */
static void no_more_is_filled_than_the_caller_has(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    datum.size = offsetof(sheaf_datum, status);
    datum.unit = "untouched";
    assert_true(sheaf_picture_datum(picture, 0, &datum));
    assert_true(datum.value == 900.5);
    assert_int_equal(datum.size, offsetof(sheaf_datum, status));
    assert_string_equal(datum.unit, "untouched");
    datum.size = 1;
    assert_false(sheaf_picture_datum(picture, 0, &datum));
    datum.size = 0; /* of a zeroed struct: the first version */
    assert_true(sheaf_picture_datum(picture, 0, &datum));
    assert_string_not_equal(datum.unit, "untouched");
    sheaf_picture_destroy(picture);
}

static void nothing_is_a_picture_of_nothing(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    sheaf_picture_draw(NULL, NULL, 0, 0);
    sheaf_picture_draw(picture, NULL, 0, 0);
    assert_false(sheaf_picture_hit(NULL, 0, 0, &datum));
    assert_false(sheaf_picture_nearest(NULL, 0, 0, 10, &datum));
    assert_false(sheaf_picture_nearest(picture, 300, 300, INFINITY, NULL));
    assert_int_equal(sheaf_picture_brush(NULL, (sheaf_box){ 0, 0, 9, 9 }, NULL, 9), 0);
    assert_false(sheaf_picture_datum(NULL, 0, &datum));
    assert_false(sheaf_picture_datum(picture, 0, NULL));
    assert_false(sheaf_picture_datum(picture, 10, &datum));
    assert_int_equal(sheaf_picture_datum_count(NULL), 0);
    assert_string_equal(sheaf_picture_description(NULL), "");
    assert_null(sheaf_chart_layout(NULL, WIDTH, HEIGHT));
    sheaf_picture_destroy(NULL);
    sheaf_picture_destroy(picture);
}

static void a_failed_layout_is_the_charts(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    (void)state;
    assert_null(sheaf_chart_layout(chart, WIDTH, HEIGHT));
    assert_string_equal(sheaf_chart_message(chart), "the chart has no series to draw");
    sheaf_chart_destroy(chart);
    chart = chart_of(NULL, SHEAF_BARS);
    assert_null(sheaf_chart_layout(chart, 0, HEIGHT));
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    assert_null(sheaf_chart_layout(chart, 1e7, HEIGHT));
    assert_string_equal(sheaf_chart_message(chart),
                        "a width and a height are more than 0 and at most 1000000");
    sheaf_chart_destroy(chart);
}

static void the_description_is_the_alternative_text(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    sheaf_chart *chart = chart_of(NULL, SHEAF_BARS);

    (void)state;
    assert_non_null(
        strstr(sheaf_picture_description(picture), "Trade grew. Bar chart, partner: China, USD"));
    assert_non_null(strstr(sheaf_picture_description(picture), "2023: 1,301 (provisional)"));
    sheaf_picture_destroy(picture);
    sheaf_chart_set_alternative(chart, "Said by the author");
    picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_string_equal(sheaf_picture_description(picture), "Said by the author");
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Drawing ----------------------------------------------------------------------------- */

static cairo_surface_t *blank(void)
{
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH + 20, HEIGHT + 20);
}

static void draw(const sheaf_picture *picture, cairo_surface_t *surface)
{
    cairo_t *cr = cairo_create(surface);

    sheaf_picture_draw(picture, cr, 10, 10);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
}

static bool surfaces_equal(cairo_surface_t *a, cairo_surface_t *b)
{
    size_t n = (size_t)cairo_image_surface_get_stride(a) * (HEIGHT + 20);

    return memcmp(cairo_image_surface_get_data(a), cairo_image_surface_get_data(b), n) == 0;
}

static void it_is_drawn_as_its_chart_is_and_again(void **state)
{
    sheaf_chart *chart = chart_of(NULL, SHEAF_BARS);
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    cairo_surface_t *surfaces[] = { blank(), blank(), blank() };
    cairo_t *cr = cairo_create(surfaces[2]);

    (void)state;
    draw(picture, surfaces[0]);
    assert_false(surfaces_equal(surfaces[0], surfaces[1]));
    draw(picture, surfaces[1]);
    assert_true(surfaces_equal(surfaces[0], surfaces[1]));
    sheaf_chart_draw(chart, cr, 10, 10, WIDTH, HEIGHT);
    cairo_destroy(cr);
    cairo_surface_flush(surfaces[2]);
    assert_true(surfaces_equal(surfaces[0], surfaces[2]));
    for (size_t i = 0; i < LENGTH(surfaces); i++)
        cairo_surface_destroy(surfaces[i]);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* A program that draws its own path around a picture goes on with it: neither is the path gone, nor is
 * the picture clipped by it. */
static void the_context_keeps_its_path(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    sheaf_chart *chart = chart_of(NULL, SHEAF_BARS);
    cairo_surface_t *surfaces[] = { blank(), blank() };

    (void)state;
    draw(picture, surfaces[1]);
    for (int by_chart = 0; by_chart < 2; by_chart++) {
        cairo_t *cr = cairo_create(surfaces[0]);
        double x = 0, y = 0, left, top, right, bottom;

        cairo_rectangle(cr, 1, 1, 30, 20);
        cairo_move_to(cr, 3, 4);
        cairo_line_to(cr, 50, 60);
        if (by_chart)
            sheaf_chart_draw(chart, cr, 10, 10, WIDTH, HEIGHT);
        else
            sheaf_picture_draw(picture, cr, 10, 10);
        assert_int_equal(cairo_status(cr), CAIRO_STATUS_SUCCESS);
        cairo_get_current_point(cr, &x, &y);
        assert_true(cairo_has_current_point(cr) && x == 50 && y == 60);
        cairo_path_extents(cr, &left, &top, &right, &bottom);
        assert_true(left == 1 && top == 1 && right == 50 && bottom == 60);
        cairo_clip_extents(cr, &left, &top, &right, &bottom);
        assert_true(left == 0 && top == 0 && right == WIDTH + 20 && bottom == HEIGHT + 20);
        cairo_destroy(cr);
        cairo_surface_flush(surfaces[0]);
        assert_true(surfaces_equal(surfaces[0], surfaces[1]));
    }
    for (size_t i = 0; i < LENGTH(surfaces); i++)
        cairo_surface_destroy(surfaces[i]);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

struct work {
    const sheaf_picture *picture;
    cairo_surface_t *alone;
    size_t n_different;
};

/* Called outside the main thread: no asserts. */
static void *draw_and_ask(void *data)
{
    struct work *work = data;

    for (size_t round = 0; round < ROUNDS; round++) {
        cairo_surface_t *surface = blank();
        draw(work->picture, surface);
        work->n_different += !surfaces_equal(surface, work->alone);
        cairo_surface_destroy(surface);
        for (size_t i = 0; i < sheaf_picture_datum_count(work->picture); i++) {
            sheaf_datum datum = SHEAF_DATUM_INIT, hit = SHEAF_DATUM_INIT;
            sheaf_picture_datum(work->picture, i, &datum);
            work->n_different += !sheaf_picture_hit(work->picture, datum.box.left + 1,
                                                    (datum.box.top + datum.box.bottom) / 2, &hit) ||
                                 strcmp(hit.label, datum.label) != 0;
        }
    }
    return NULL;
}

static void threads_share_it(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS);
    cairo_surface_t *alone = blank();
    struct work work[THREADS];
    pthread_t threads[THREADS];

    (void)state;
    draw(picture, alone);
    for (int i = 0; i < THREADS; i++) {
        work[i] = (struct work){ picture, alone, 0 };
        assert_int_equal(pthread_create(&threads[i], NULL, draw_and_ask, &work[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(work[i].n_different, 0);
    }
    cairo_surface_destroy(alone);
    sheaf_picture_destroy(picture);
}

/* Memory ------------------------------------------------------------------------------ */

static sheaf_status lay_out(const sheaf_alloc *alloc, const void *context)
{
    const sheaf_chart_type *type = context;
    sheaf_chart *chart = chart_of(alloc, *type);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    sheaf_status status = sheaf_chart_status(chart);

    sheaf_chart_destroy(chart);
    sheaf_picture_destroy(picture);
    return status;
}

static void memory_may_run_out(void **state)
{
    static const sheaf_chart_type swept[] = { SHEAF_BARS, SHEAF_LINES, SHEAF_BULLET };

    (void)state;
    for (size_t i = 0; i < LENGTH(swept); i++)
        print_message("  %s needs %zu allocations\n", sheaf_chart_type_name(swept[i]),
                      quota_sweep(lay_out, &swept[i]));
}

/* What is left of the whole is confidential if one part of it is: no type tells its value. */
static void what_is_left_keeps_secrets(void **state)
{
    static const char *const names[] = { "CHN", "RUS", "DEU", "FRA", "ITA",
                                         "JPN", "USA", "TUR", "UZB", "WLD" };
    static const double values[] = { 120, 53.1, 126, 500, 510, 520, 530, 540, 550, 3449.1 };
    static const sheaf_chart_type of_parts[] = { SHEAF_STACKED,      SHEAF_STACKED_100,
                                                 SHEAF_STACKED_AREA, SHEAF_WATERFALL,
                                                 SHEAF_TREEMAP,      SHEAF_RANKING };

    (void)state;
    for (size_t t = 0; t < LENGTH(of_parts); t++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, of_parts[t]);
        sheaf_datum datum = SHEAF_DATUM_INIT;

        for (size_t i = 0; i < LENGTH(names); i++) {
            sheaf_series *series = sheaf_series_create(NULL, names[i], "USD", 6);
            sheaf_series_set_partner(series, names[i]);
            sheaf_series_set_flow(series, "exports");
            for (int year = 2021; year < 2023; year++) {
                sheaf_observation observation = { .period = sheaf_period_year(year),
                                                  .value = values[i],
                                                  .low = values[i] - 0.05,
                                                  .high = values[i] + 0.05,
                                                  .decimals = 1,
                                                  .status = SHEAF_NORMAL,
                                                  .confidentiality = i == 1 ? 'C' : 'F' };
                sheaf_series_add_observation(series, &observation);
            }
            sheaf_chart_take(chart, series);
        }
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        print_message("  %s\n", sheaf_chart_type_name(of_parts[t]));
        for (size_t i = 0; picture != NULL && sheaf_picture_datum(picture, i, &datum); i++)
            if (strstr(datum.label, "other") != NULL || strstr(datum.series, "Other") != NULL)
                assert_true(isnan(datum.value));
        if (picture != NULL)
            assert_null(strstr(sheaf_picture_description(picture), "299"));
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_keeps_secrets),
        cmocka_unit_test(every_mark_is_hit),
        cmocka_unit_test(a_datum_is_the_figure_of_its_series),
        cmocka_unit_test(targets_have_no_period),
        cmocka_unit_test(confidential_figures_are_not_told),
        cmocka_unit_test(beside_the_marks_nothing_is_hit),
        cmocka_unit_test(a_line_is_hit_between_its_data),
        cmocka_unit_test(no_more_is_filled_than_the_caller_has),
        cmocka_unit_test(nothing_is_a_picture_of_nothing),
        cmocka_unit_test(a_failed_layout_is_the_charts),
        cmocka_unit_test(the_description_is_the_alternative_text),
        cmocka_unit_test(it_is_drawn_as_its_chart_is_and_again),
        cmocka_unit_test(the_context_keeps_its_path),
        cmocka_unit_test(threads_share_it),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests_name("publish/pictures_are_asked", tests, NULL, NULL);
}
