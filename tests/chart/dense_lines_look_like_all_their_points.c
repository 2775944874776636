/* dense_lines_look_like_all_their_points.c - a line of more points than columns of pixels is drawn by
 * four points a column, and no pixel differs from a line through all of them. */
#include "support/check.h"
#include "support/picture.h"

#include <math.h>
#include <stdlib.h>

#include "chart/columns.h"
#include "paint/paint.h"

enum shape { WALK, NOISE, STEPS, SPIKES, FLAT, UNEVEN, SHAPES };
static const char *const shape_names[SHAPES] = { "walk",   "noise", "steps",
                                                 "spikes", "flat",  "uneven" };

/* The same numbers on every machine: 0 to 1. */
static double next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 8) / 16777216.0;
}

static struct point *make_points(enum shape shape, size_t n, double width, double height)
{
    struct point *points = calloc(n, sizeof *points);
    unsigned seed = 7;
    double y = height / 2;

    assert_non_null(points);
    for (size_t i = 0; i < n; i++) {
        double at = (double)i / (double)(n - 1), r = next_random(&seed);
        switch (shape) {
        case WALK:
            y = fmin(fmax(y + 6 * (r - 0.5), 10), height - 10);
            break;
        case NOISE:
            y = 10 + r * (height - 20);
            break;
        case STEPS:
            y = i / 37 % 2 == 0 ? 20 : height - 20;
            break;
        case SPIKES:
            y = i % 211 == 0 ? 10 : height / 2 + 3 * sin(at * 40);
            break;
        case UNEVEN: /* dense at one end only */
            y = height / 2 + (height / 2 - 10) * sin(at * 60) * r;
            at = at * at * at;
            break;
        default:
            break;
        }
        points[i] = (struct point){ 5 + at * (width - 10), y };
    }
    return points;
}

/* All points; those of a column of more than four stand at its middle. */
static void draw_all(struct scene *scene, const struct point *points, size_t n, double width)
{
    for (size_t first = 0, end; first < n; first = end) {
        double column = floor(points[first].x / width);
        for (end = first + 1; end < n && floor(points[end].x / width) == column;)
            end++;
        for (size_t i = first; i < end; i++) {
            double x = end - first > 4 ? (column + 0.5) * width : points[i].x;
            (i == 0 ? scene_move_to : scene_line_to)(scene, x, points[i].y);
        }
    }
}

static size_t draw_by_columns(struct scene *scene, const struct point *points, size_t n,
                              double width)
{
    struct columns line;

    columns_begin(&line, scene, width, points[0]);
    for (size_t i = 1; i < n; i++)
        columns_to(&line, points[i]);
    columns_end(&line);
    return line.n_drawn;
}

struct look {
    double width, height, column, scale, line;
};

static struct picture picture_of(const struct look *look, const struct point *points, size_t n,
                                 bool all)
{
    const struct stroke stroke = { .width = look->line, .join = JOIN_ROUND, .cap = CAP_ROUND };
    const struct paint none = paint_none(), ink = paint_color(color_hex(0x1F5FA8));
    const struct paint_metadata metadata = { 0 };
    struct scene *scene = scene_create(NULL, look->width, look->height);
    struct picture picture;
    struct buffer png;
    sheaf_error error = { 0 };

    buffer_init(&png, NULL, &error);
    if (all)
        draw_all(scene, points, n, look->column);
    else
        draw_by_columns(scene, points, n, look->column);
    scene_draw(scene, &none, &ink, &stroke);
    scene_finish(scene);
    assert_int_equal(paint_png(scene, look->scale, 96, &metadata, &png, &error), SHEAF_OK);
    assert_true(picture_read(&picture, png.bytes, png.length));
    buffer_free(&png);
    scene_destroy(scene);
    return picture;
}

/* Cairo takes the edge shades of a row of pixels in another way where an edge ends in it, however far
 * away: so of a line that is dense in part a pixel of its other part may be one of 17 shades apart. */
enum { ONE_SHADE = 16 };
#define FEW_PIXELS 1e-4

static void compare(const struct look *look, enum shape shape, size_t n)
{
    struct point *points = make_points(shape, n, look->width, look->height);
    struct picture all = picture_of(look, points, n, true);
    struct picture reduced = picture_of(look, points, n, false);
    struct picture_difference difference = picture_compare(&all, &reduced, 0, 0, NULL);

    if (difference.largest > (shape == UNEVEN ? ONE_SHADE : 0) || difference.share > FEW_PIXELS)
        fail_msg(
            "%s of %zu points, %g x %g in columns of %g at scale %g: %g of the pixels differ, by "
            "up to %d",
            shape_names[shape], n, look->width, look->height, look->column, look->scale,
            difference.share, difference.largest);
    picture_free(&all);
    picture_free(&reduced);
    free(points);
}

static void every_pixel_is_equal(void **state)
{
    static const struct look looks[] = {
        { 200, 120, 1, 1, 1.5 },
        { 300, 150, 0.5, 2, 2.5 },
        { 300, 150, 0.5, 1, 2.25 },
        { 200, 120, 0.24, 3, 1 },
    };
    static const size_t counts[] = { 300, 2000 };

    (void)state;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
            for (enum shape shape = 0; shape < SHAPES; shape++)
                compare(&looks[i], shape, counts[k]);
}

/* However many points there are: four segments a column, of 390. */
static void a_column_has_four_segments(void **state)
{
    enum { N = 100000, WIDTH = 400 };
    struct point *points = make_points(NOISE, N, WIDTH, 300);
    struct scene *scene = scene_create(NULL, WIDTH, 300);

    (void)state;
    assert_in_range(draw_by_columns(scene, points, N, 1), 3 * (WIDTH - 10), 4 * (WIDTH - 9));
    assert_in_range(draw_by_columns(scene, points, N, 4), 3 * (WIDTH - 10) / 4, (WIDTH - 4));
    scene_destroy(scene);
    free(points);
}

static void few_points_stay_where_they_are(void **state)
{
    const struct point points[] = { { 1.1, 5 }, { 1.3, 9 }, { 1.6, 2 }, { 1.9, 7 }, { 2.5, 3 } };
    struct scene *scene = scene_create(NULL, 10, 10), *same = scene_create(NULL, 10, 10);
    struct buffer dump, wanted;
    sheaf_error error = { 0 };

    (void)state;
    buffer_init(&dump, NULL, &error);
    buffer_init(&wanted, NULL, &error);
    draw_by_columns(scene, points, 5, 1);
    scene_stroke(scene, color_hex(0), 1);
    scene_finish(scene);
    scene_dump(scene, &dump);
    draw_by_columns(same, points, 5, 0);
    scene_stroke(same, color_hex(0), 1);
    scene_finish(same);
    scene_dump(same, &wanted);
    assert_int_equal(dump.length, wanted.length);
    assert_memory_equal(dump.bytes, wanted.bytes, dump.length);
    buffer_free(&dump);
    buffer_free(&wanted);
    scene_destroy(scene);
    scene_destroy(same);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_pixel_is_equal),
                                        cmocka_unit_test(a_column_has_four_segments),
                                        cmocka_unit_test(few_points_stay_where_they_are) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
