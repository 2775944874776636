/* dense_lines_look_like_all_their_points.c - a line of more points than columns of pixels is drawn by
 * four points a column, and no pixel differs from a line through all of them; nor does one of the area
 * between two such lines. */
#include "support/check.h"
#include "support/picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/columns.h"
#include "chart/types/surplus_area.h"
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
                              double width, double stroke)
{
    struct columns line;

    columns_begin_round(&line, scene, width, points[0], stroke);
    for (size_t i = 1; i < n; i++)
        columns_to(&line, points[i]);
    columns_end(&line);
    return line.n_drawn;
}

struct look {
    double width, height, column, scale, line;
};

enum how { ALL, COLUMNS, PIECES, HOWS };

static struct picture picture_of(const struct look *look, const struct point *points, size_t n,
                                 enum how how)
{
    const struct stroke stroke = { .width = look->line, .join = JOIN_ROUND, .cap = CAP_ROUND };
    const struct paint none = paint_none(), ink = paint_color(color_hex(0x1F5FA8));
    const struct paint_metadata metadata = { 0 };
    struct scene *scene = scene_create(NULL, look->width, look->height);
    struct picture picture;
    struct buffer png;
    sheaf_error error = { 0 };

    buffer_init(&png, NULL, &error);
    if (how == ALL)
        draw_all(scene, points, n, look->column);
    else
        draw_by_columns(scene, points, n, look->column, how == PIECES ? look->line : 0);
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
    struct picture all = picture_of(look, points, n, ALL);

    for (enum how how = COLUMNS; how < HOWS; how++) {
        struct picture reduced = picture_of(look, points, n, how);
        struct picture_difference difference = picture_compare(&all, &reduced, 0, 0, NULL);

        if (difference.largest > (shape == UNEVEN ? ONE_SHADE : 0) || difference.share > FEW_PIXELS)
            fail_msg("%s of %zu points, %g x %g in columns of %g at scale %g, way %d: %g of the "
                     "pixels differ, by up to %d",
                     shape_names[shape], n, look->width, look->height, look->column, look->scale,
                     how, difference.share, difference.largest);
        picture_free(&reduced);
    }
    picture_free(&all);
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

/* Areas between two lines */

struct between {
    struct point *points[2];
    struct figure *figures[2];
    double *x;
    struct area_lines lines;
};

/* With gaps where both lines have none, and periods in which the lines touch. */
static struct between make_between(enum shape shape, size_t n, const struct look *look)
{
    struct between made = { .x = calloc(n, sizeof *made.x) };

    for (int k = 0; k < 2; k++) {
        made.points[k] = make_points(k == 0 ? shape : WALK, n, look->width, look->height);
        made.figures[k] = calloc(n, sizeof *made.figures[k]);
        assert_true(made.x != NULL && made.figures[k] != NULL);
        for (size_t i = 0; i < n; i++) {
            bool touches = k == 1 && i % 97 == 5, is_gap = i % 601 == 300;
            made.points[k][i].y = touches ? made.points[0][i].y : made.points[k][i].y;
            made.figures[k][i].value = is_gap ? NAN : made.points[k][i].y;
            made.x[i] = made.points[k][i].x = made.points[0][i].x;
        }
    }
    made.lines =
        (struct area_lines){ made.figures[0],
                             made.figures[1],
                             made.x,
                             n,
                             { .type = &linear_scale, .high = look->height, .to = look->height },
                             NULL };
    return made;
}

static void free_between(struct between *made)
{
    for (int k = 0; k < 2; k++) {
        free(made->points[k]);
        free(made->figures[k]);
    }
    free(made->x);
}

static void draw_line(struct scene *scene, const struct between *between, int k,
                      const struct look *look)
{
    const struct stroke stroke = { .width = look->line, .join = JOIN_ROUND, .cap = CAP_ROUND };
    const struct paint none = paint_none(),
                       ink = paint_color(color_hex(k == 0 ? 0x1F5FA8 : 0xB04A2F));
    struct columns line;
    bool open = false;

    for (size_t i = 0; i < between->lines.n; i++) {
        bool known = !isnan(between->figures[k][i].value);
        if (known && open)
            columns_to(&line, between->points[k][i]);
        else if (known)
            columns_begin(&line, scene, look->column, between->points[k][i]);
        if (open && (!known || i + 1 == between->lines.n)) {
            columns_end(&line);
            scene_draw(scene, &none, &ink, &stroke);
        }
        open = known;
    }
}

static struct picture picture_of_area(const struct look *look, const struct between *between,
                                      bool all, size_t *n)
{
    static const struct color colors[] = { { 200, 215, 235, 255 }, { 240, 210, 200, 255 } };
    const struct paint_metadata metadata = { 0 };
    struct scene *scene = scene_create(NULL, look->width, look->height);
    struct picture picture;
    struct buffer png;
    struct arena arena;
    sheaf_error error = { 0 };

    arena_init(&arena, NULL, &error);
    buffer_init(&png, NULL, &error);
    struct area_lines lines =
        all ? between->lines : area_reduced(&between->lines, look->column, &arena);
    *n = lines.n;
    area_draw(&lines, scene, colors);
    draw_line(scene, between, 0, look);
    draw_line(scene, between, 1, look);
    scene_finish(scene);
    assert_int_equal(paint_png(scene, look->scale, 96, &metadata, &png, &error), SHEAF_OK);
    assert_true(picture_read(&picture, png.bytes, png.length));
    buffer_free(&png);
    arena_free(&arena);
    scene_destroy(scene);
    return picture;
}

static void compare_areas(const struct look *look, enum shape shape, size_t n)
{
    struct between between = make_between(shape, n, look);
    size_t n_all, n_reduced;
    struct picture all = picture_of_area(look, &between, true, &n_all);
    struct picture reduced = picture_of_area(look, &between, false, &n_reduced);
    struct picture_difference difference = picture_compare(&all, &reduced, 0, 0, NULL);

    if (difference.largest > (shape == UNEVEN ? ONE_SHADE : 1) || difference.share > FEW_PIXELS)
        fail_msg(
            "%s of %zu points in columns of %g at scale %g: %g of the pixels differ, by up to %d",
            shape_names[shape], n, look->column, look->scale, difference.share, difference.largest);
    assert_int_equal(n_all, n);
    if (shape != UNEVEN) /* of each gap its period and the two beside it are kept */
        assert_in_range(n_reduced, 0, (size_t)(2 * look->width / look->column) + 3 * (n / 601 + 1));
    picture_free(&all);
    picture_free(&reduced);
    free_between(&between);
}

static void areas_are_equal_under_their_lines(void **state)
{
    static const struct look looks[] = {
        { 200, 120, 1, 1, 1.5 },
        { 300, 150, 0.5, 2, 2.5 },
        { 300, 150, 0.24, 3, 1 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        for (enum shape shape = 0; shape < SHAPES; shape++)
            compare_areas(&looks[i], shape, 20000);
}

/* However many points there are: four segments a column, of 390. */
static void a_column_has_four_segments(void **state)
{
    enum { N = 100000, WIDTH = 400 };
    struct point *points = make_points(NOISE, N, WIDTH, 300);
    struct scene *scene = scene_create(NULL, WIDTH, 300);

    (void)state;
    assert_in_range(draw_by_columns(scene, points, N, 1, 0), 3 * (WIDTH - 10), 4 * (WIDTH - 9));
    assert_in_range(draw_by_columns(scene, points, N, 4, 0), 3 * (WIDTH - 10) / 4, (WIDTH - 4));
    scene_destroy(scene);
    free(points);
}

static size_t count_lines(const char *dump)
{
    size_t n = 0;

    for (; (dump = strstr(dump, " L")) != NULL; dump++)
        n++;
    return n;
}

/* A round stroke has a piece a column, and a way to the next one where both do not cover it. */
static void a_column_of_a_round_stroke_has_two_segments(void **state)
{
    enum { N = 100000, WIDTH = 400 };
    struct point *points = make_points(WALK, N, WIDTH, 300);
    struct scene *scene = scene_create(NULL, WIDTH, 300);
    struct buffer dump;
    sheaf_error error = { 0 };

    (void)state;
    buffer_init(&dump, NULL, &error);
    draw_by_columns(scene, points, N, 1, 1.5);
    scene_stroke(scene, color_hex(0), 1.5);
    scene_finish(scene);
    scene_dump(scene, &dump);
    assert_in_range(count_lines(dump.bytes), WIDTH - 10, 2 * (WIDTH - 9));
    buffer_free(&dump);
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
    draw_by_columns(scene, points, 5, 1, 1);
    scene_stroke(scene, color_hex(0), 1);
    scene_finish(scene);
    scene_dump(scene, &dump);
    draw_by_columns(same, points, 5, 0, 1);
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pixel_is_equal), cmocka_unit_test(areas_are_equal_under_their_lines),
        cmocka_unit_test(a_column_has_four_segments),
        cmocka_unit_test(a_column_of_a_round_stroke_has_two_segments),
        cmocka_unit_test(few_points_stay_where_they_are)
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
