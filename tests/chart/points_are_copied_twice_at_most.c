/* points_are_copied_twice_at_most.c - what a point of very many costs: less memory than its series
 * takes for it, work that doubles with the points, two segments a column of pixels.
 *
 * All is counted, nothing timed. The linker sends the calls through the counters below (--wrap in
 * CMakeLists.txt). */
#include "support/check.h"
#include "support/quota.h"

#include "base/calendar.h"
#include "chart/picture.h"
#include "scene/painter.h"
#include "sheaf/picture.h"

static size_t calls;

int __real_sheaf_period_compare(sheaf_period a, sheaf_period b);
int __wrap_sheaf_period_compare(sheaf_period a, sheaf_period b);
int __wrap_sheaf_period_compare(sheaf_period a, sheaf_period b)
{
    calls++;
    return __real_sheaf_period_compare(a, b);
}

const sheaf_observation *__real_sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                                  sheaf_observation *observation);
const sheaf_observation *__wrap_sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                                  sheaf_observation *observation);
const sheaf_observation *__wrap_sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                                  sheaf_observation *observation)
{
    calls++;
    return __real_sheaf_series_find(series, period, observation);
}

const sheaf_observation *__real_sheaf_series_at(const sheaf_series *series, size_t index,
                                                sheaf_observation *observation);
const sheaf_observation *__wrap_sheaf_series_at(const sheaf_series *series, size_t index,
                                                sheaf_observation *observation);
const sheaf_observation *__wrap_sheaf_series_at(const sheaf_series *series, size_t index,
                                                sheaf_observation *observation)
{
    calls++;
    return __real_sheaf_series_at(series, index, observation);
}

struct date __real_date_from_days(int32_t days);
struct date __wrap_date_from_days(int32_t days);
struct date __wrap_date_from_days(int32_t days)
{
    calls++;
    return __real_date_from_days(days);
}

/* Days from 2001 on, up and down. */
static sheaf_series *make_series(const sheaf_alloc *alloc, size_t n, const char *name)
{
    sheaf_series *series = sheaf_series_create(alloc, name, "USD", 0);
    sheaf_period day = sheaf_period_day(2001, 1, 1);
    unsigned seed = 3;

    sheaf_series_set_flow(series, name);
    for (size_t i = 0; i < n; i++, day.start++) {
        seed = seed * 1664525U + 1013904223U;
        sheaf_series_add(series, day, 100 + (double)(seed >> 8) / (1 << 20), 2, SHEAF_NORMAL);
    }
    return series;
}

static sheaf_chart *make_chart(sheaf_context *context, const sheaf_alloc *alloc,
                               sheaf_chart_type type, size_t n, size_t n_series)
{
    static const char *const names[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(context, type);

    for (size_t i = 0; i < n_series; i++)
        sheaf_chart_take(chart, make_series(alloc, n, names[i]));
    return chart;
}

static void a_series_that_is_taken_is_not_copied(void **state)
{
    enum { N = 20000 };
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_series *series = make_series(&alloc, N, "exports");
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_LINES);

    (void)state;
    quota.asked = 0;
    sheaf_chart_add(chart, series);
    assert_in_range(quota.asked, 16 * N, 17 * N); /* packed: an observation as such has 88 */
    sheaf_chart_destroy(chart);
    chart = sheaf_chart_create(context, SHEAF_LINES);
    quota.asked = 0;
    sheaf_chart_take(chart, series);
    assert_in_range(quota.asked, 0, 1000);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_OK);
    sheaf_chart_destroy(chart);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
}

static void a_series_that_does_not_suit_is_destroyed(void **state)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_chart *chart = make_chart(context, &alloc, SHEAF_LINES, 10, 1);
    sheaf_series *tonnes = sheaf_series_create(&alloc, "weight", "t", 0);

    (void)state;
    sheaf_series_add(tonnes, sheaf_period_day(2001, 1, 1), 1, 0, SHEAF_NORMAL);
    sheaf_chart_take(chart, tonnes);
    assert_int_not_equal(sheaf_chart_status(chart), SHEAF_OK);
    sheaf_chart_take(chart, NULL);
    sheaf_chart_destroy(chart);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
}

struct cost {
    size_t calls, requests, bytes;
};

static struct cost cost_of(sheaf_chart_type type, size_t n, size_t n_series)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_chart *chart = make_chart(context, &alloc, type, n, n_series);

    calls = 0;
    quota = (struct quota){ .left = SIZE_MAX, .live = quota.live };
    struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    const struct cost cost = { calls, SIZE_MAX - quota.left, quota.asked };
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    sheaf_context_destroy(context);
    return cost;
}

/* A line takes less memory than its series; the number of requests does not grow with the points. */
static void twice_the_points_are_twice_the_work(void **state)
{
    enum { N = 40000 };
    static const struct {
        sheaf_chart_type type;
        size_t n_series, bytes; /* a point at most */
    } cases[] = {
        { SHEAF_LINES, 1, 17 }, /* measured: 16, of which its period 12, and the names of months */
        { SHEAF_LINES, 2, 9 },  /* 8: periods are shared */
        { SHEAF_AREA, 1, 50 },  /* 48: its figure and its place as well */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t points = N * cases[i].n_series;
        struct cost once = cost_of(cases[i].type, N, cases[i].n_series);
        struct cost twice = cost_of(cases[i].type, 2 * N, cases[i].n_series);
        print_message("  %s, %zu x %d: %.1f calls, %.0f bytes a point more\n",
                      sheaf_chart_type_name(cases[i].type), cases[i].n_series, N,
                      (double)(twice.calls - once.calls) / (double)points,
                      (double)(twice.bytes - once.bytes) / (double)points);
        assert_true(twice.calls <= 2 * once.calls + 1000);
        assert_true(twice.requests <= once.requests + 200);
        assert_true(twice.bytes - once.bytes <= cases[i].bytes * points);
        assert_true(5 * (twice.calls - once.calls) <= points); /* measured: 0.1 a point */
    }
}

/* A painter that counts the segments of lines. */
struct counter {
    struct painter painter;
    size_t segments;
};

static void begin_page(struct painter *painter, double width, double height)
{
    (void)painter, (void)width, (void)height;
}

static void count_path(struct painter *painter, const struct path_mark *mark)
{
    struct counter *counter = (struct counter *)painter;

    for (size_t i = 0; i < mark->path.n_verbs; i++)
        counter->segments += mark->path.verbs[i] == VERB_LINE;
}

static void skip_glyphs(struct painter *painter, const struct glyph_run *run)
{
    (void)painter, (void)run;
}

static void skip_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter, (void)image;
}

static void skip_clip(struct painter *painter, const struct path *path)
{
    (void)painter, (void)path;
}

static void skip_transform(struct painter *painter, const struct matrix *matrix)
{
    (void)painter, (void)matrix;
}

static void skip_pop(struct painter *painter)
{
    (void)painter;
}

static size_t segments_of(double width, double scale, size_t n, size_t n_series)
{
    static const struct painter_operations operations = { .name = "counter",
                                                          .begin_page = begin_page,
                                                          .path = count_path,
                                                          .glyphs = skip_glyphs,
                                                          .image = skip_image,
                                                          .push_clip = skip_clip,
                                                          .push_transform = skip_transform,
                                                          .pop = skip_pop };
    struct counter counter = { .painter = { .operations = &operations } };
    sheaf_chart *chart = make_chart(NULL, NULL, SHEAF_LINES, n, n_series);
    const struct picture_options options = { .pixels = scale > 0, .scale = scale };
    sheaf_picture *picture = picture_create(chart, width, 0.6 * width, &options);

    assert_non_null(picture);
    assert_int_equal(scene_replay(picture_scene(picture), &counter.painter), SHEAF_OK);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return counter.segments;
}

static void a_column_has_two_segments_a_series(void **state)
{
    enum { AXES = 300 /* segments of ground, grid and ticks, or fewer */ };
    static const struct {
        double width, scale, columns;
    } cases[] = {
        { 600, 1, 600 },              /* PNG */
        { 600, 2, 1200 },             /* of twice as many pixels */
        { 600, 0, 600 / (72. / 300) } /* print: 300 a inch */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t n_series = 1; n_series <= 2; n_series++) {
            size_t few = segments_of(cases[i].width, cases[i].scale, 40000, n_series);
            size_t many = segments_of(cases[i].width, cases[i].scale, 80000, n_series);
            assert_true((double)few <= 2 * cases[i].columns * (double)n_series + AXES);
            assert_true((double)few >= 0.8 * cases[i].columns * (double)n_series);
            assert_in_range(many, few * 7 / 10, 2 * (size_t)cases[i].columns * n_series + AXES);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_series_that_is_taken_is_not_copied),
        cmocka_unit_test(a_series_that_does_not_suit_is_destroyed),
        cmocka_unit_test(twice_the_points_are_twice_the_work),
        cmocka_unit_test(a_column_has_two_segments_a_series),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
