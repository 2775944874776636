/* threads_draw_a_picture_again_at_once.c - a picture of very many points keeps what they cover: drawn
 * again it paints no piece of them, and its pixels are those of the first time.
 *
 * Pieces are counted, nothing is timed: the linker sends cairo_line_to through a counter (--wrap in
 * CMakeLists.txt). */
#include "support/check.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include <sheaf/sheaf.h>

enum { WIDTH = 800, HEIGHT = 500, DAYS = 4000, THREADS = 4, ROUNDS = 2 };
enum { OTHERS = 150 /* pieces of the axes, or fewer */ };

static atomic_size_t pieces;

void __real_cairo_line_to(cairo_t *cr, double x, double y);
void __wrap_cairo_line_to(cairo_t *cr, double x, double y);
void __wrap_cairo_line_to(cairo_t *cr, double x, double y)
{
    pieces++;
    __real_cairo_line_to(cr, x, y);
}

static sheaf_chart *chart_of(sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0);
    sheaf_period day = sheaf_period_day(1961, 1, 1);
    unsigned seed = 3;

    for (size_t i = 0; i < DAYS; i++, day.start++) {
        seed = seed * 1664525U + 1013904223U;
        sheaf_series_add(series, day, 100 + (double)(seed >> 8) / (1 << 20), 2, SHEAF_NORMAL);
    }
    sheaf_chart_take(chart, series);
    return chart;
}

static sheaf_picture *picture_of(sheaf_chart_type type)
{
    sheaf_chart *chart = chart_of(type);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);

    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_destroy(chart);
    return picture;
}

/* How a picture is drawn. clip: the width of what a window shows anew; 0: all. */
struct way {
    double scale, x, y, clip;
};

static const struct way plainly = { 1, 10, 10, 0 };

static cairo_surface_t *draw(const sheaf_picture *picture, struct way way)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2 * WIDTH, 2 * HEIGHT);
    cairo_t *cr = cairo_create(surface);

    cairo_scale(cr, way.scale, way.scale);
    if (way.clip > 0) {
        cairo_rectangle(cr, 0, 0, way.clip, HEIGHT);
        cairo_clip(cr);
    }
    pieces = 0;
    if (sheaf_picture_draw(picture, cr, way.x, way.y) != SHEAF_OK)
        pieces = SIZE_MAX;
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static size_t pieces_of(const sheaf_picture *picture, struct way way)
{
    cairo_surface_destroy(draw(picture, way));
    return pieces;
}

static bool surfaces_equal(cairo_surface_t *a, cairo_surface_t *b)
{
    size_t n = (size_t)cairo_image_surface_get_stride(a) * 2 * HEIGHT;

    return memcmp(cairo_image_surface_get_data(a), cairo_image_surface_get_data(b), n) == 0;
}

static void a_redraw_paints_no_pieces(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_LINES, SHEAF_AREA };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_picture *picture = picture_of(types[i]);
        size_t first = pieces_of(picture, plainly), again = pieces_of(picture, plainly);

        print_message("  %s: %zu pieces, then %zu\n", sheaf_chart_type_name(types[i]), first,
                      again);
        assert_in_range(first, WIDTH, 20 * WIDTH);
        assert_in_range(again, 0, OTHERS);
        /* A window scrolls by whole pixels, and shows a strip anew. */
        assert_in_range(pieces_of(picture, (struct way){ 1, 310, 7, 40 }), 0, OTHERS);
        /* Another scale is found out, and both are kept. */
        assert_in_range(pieces_of(picture, (struct way){ 2, 0, 0, 0 }), WIDTH, 20 * WIDTH);
        assert_in_range(pieces_of(picture, (struct way){ 2, 3, 3, 0 }), 0, OTHERS);
        assert_in_range(pieces_of(picture, plainly), 0, OTHERS);
        sheaf_picture_destroy(picture);
    }
}

/* Alone: each first drawing of a picture of its own. Kept: a strip, elsewhere, was drawn before. */
static void pixels_do_not_depend_on_what_is_kept(void **state)
{
    static const struct way ways[] = {
        { 1, 10, 10, 0 }, { 1, 10.25, 3.5, 0 }, { 1.5, 2, 2, 0 }, { 2, 0, 0, 0 }, { 1, -40, 7, 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(ways); i++) {
        sheaf_picture *alone = picture_of(SHEAF_LINES), *used = picture_of(SHEAF_LINES);
        struct way before = ways[i];

        before.x += 17;
        before.clip = 50;
        pieces_of(used, before);
        cairo_surface_t *a = draw(alone, ways[i]), *b = draw(used, ways[i]),
                        *c = draw(used, ways[i]);
        assert_true(surfaces_equal(a, b) && surfaces_equal(b, c));
        cairo_surface_destroy(a);
        cairo_surface_destroy(b);
        cairo_surface_destroy(c);
        sheaf_picture_destroy(alone);
        sheaf_picture_destroy(used);
    }
}

/* A chart keeps nothing. */
static void a_picture_is_drawn_as_its_chart(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_LINES);
    sheaf_picture *picture = picture_of(SHEAF_LINES);
    cairo_surface_t *a = draw(picture, plainly), *b = draw(NULL, plainly);
    cairo_t *cr = cairo_create(b);

    (void)state;
    assert_int_equal(sheaf_chart_draw(chart, cr, plainly.x, plainly.y, WIDTH, HEIGHT), SHEAF_OK);
    cairo_destroy(cr);
    cairo_surface_flush(b);
    assert_true(surfaces_equal(a, b));
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static void what_has_no_pixels_stays_lines(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES);

    (void)state;
    for (int i = 0; i < 2; i++) {
        cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create(surface);

        pieces = 0;
        assert_int_equal(sheaf_picture_draw(picture, cr, 0, 0), SHEAF_OK);
        assert_in_range(pieces, WIDTH, 20 * WIDTH);
        cairo_destroy(cr);
        cairo_surface_destroy(surface);
    }
    sheaf_picture_destroy(picture);
}

struct work {
    const sheaf_picture *picture;
    struct way way;
    cairo_surface_t *alone;
    size_t n_different;
};

/* Called outside the main thread: no asserts. */
static void *draw_rounds(void *data)
{
    struct work *work = data;

    for (size_t i = 0; i < ROUNDS; i++) {
        cairo_surface_t *surface = draw(work->picture, work->way);
        work->n_different += !surfaces_equal(surface, work->alone);
        cairo_surface_destroy(surface);
    }
    return NULL;
}

static void threads_share_what_is_kept(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES), *other = picture_of(SHEAF_LINES);
    struct work work[THREADS];
    pthread_t threads[THREADS];

    (void)state;
    for (int i = 0; i < THREADS; i++) {
        struct way way = { i % 2 == 0 ? 1 : 2, i, 0, 0 };
        work[i] = (struct work){ picture, way, draw(other, way), 0 };
    }
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, draw_rounds, &work[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(work[i].n_different, 0);
        cairo_surface_destroy(work[i].alone);
    }
    sheaf_picture_destroy(picture);
    sheaf_picture_destroy(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_redraw_paints_no_pieces),
        cmocka_unit_test(pixels_do_not_depend_on_what_is_kept),
        cmocka_unit_test(a_picture_is_drawn_as_its_chart),
        cmocka_unit_test(what_has_no_pixels_stays_lines),
        cmocka_unit_test(threads_share_what_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
