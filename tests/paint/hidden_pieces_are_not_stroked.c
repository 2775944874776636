/* hidden_pieces_are_not_stroked.c - of upright pieces side by side Cairo gets about half, and no pixel
 * differs. */
#include "support/check.h"
#include "support/picture.h"

#include <cairo.h>
#include <math.h>

#include "paint/paint.h"

enum { PIECES = 400 };

void __real_cairo_line_to(cairo_t *cr, double x, double y);
void __wrap_cairo_line_to(cairo_t *cr, double x, double y);

static double height_drawn; /* of upright lines */

void __wrap_cairo_line_to(cairo_t *cr, double x, double y)
{
    double from_x, from_y;

    cairo_get_current_point(cr, &from_x, &from_y);
    height_drawn += fabs(x - from_x) < 0.01 ? fabs(y - from_y) : 0; /* Cairo rounds */
    __real_cairo_line_to(cr, x, y);
}

enum shape { NOISE, TALL, STAIRS, APART, EDGES, SHAPES };

/* The same numbers on every machine: 0 to 1. */
static double next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 8) / 16777216.0;
}

static void piece(enum shape shape, int i, unsigned *seed, double *from, double *to)
{
    double a = next_random(seed), b = next_random(seed);

    switch (shape) {
    case NOISE:
        *from = 10 + 180 * a;
        *to = 10 + 180 * b;
        break;
    case TALL: /* ends differ by parts of a pixel, or by some */
        *from = 20 + (i % 7 == 0 ? 8 * a : a);
        *to = 180 - (i % 5 == 0 ? 8 * b : b);
        break;
    case STAIRS: /* each reaches a little higher than the one before */
        *from = 20 + 0.1 * i;
        *to = 120 + 0.1 * i;
        break;
    case APART: /* no two neighbours at one height */
        *from = i % 2 == 0 ? 20 : 110;
        *to = *from + 70 * a;
        break;
    default: /* every second one is higher by less than a cap */
        *from = 50 - (i % 2 == 0 ? 0 : 0.9 * a);
        *to = 150 + (i % 2 == 0 ? 0 : 0.9 * b);
    }
}

struct look {
    double apart, width, scale;
    uint32_t color;
    double alpha;
};

/* joined: each piece has a second line, of no length, so that it is drawn whole. */
static struct picture picture_of(const struct look *look, enum shape shape, bool joined)
{
    const struct stroke stroke = { .width = look->width, .join = JOIN_ROUND, .cap = CAP_ROUND };
    const struct paint none = paint_none(),
                       ink = paint_color(color_alpha(color_hex(look->color), look->alpha));
    struct scene *scene = scene_create(NULL, 20 + PIECES * look->apart, 200);
    struct picture picture;
    struct buffer png;
    sheaf_error error = { 0 };
    unsigned seed = 7;

    buffer_init(&png, NULL, &error);
    scene_move_to(scene, 5, 5); /* not upright, so that nothing is moved to whole pixels */
    scene_line_to(scene, 7, 8);
    for (int i = 0; i < PIECES; i++) {
        double x = 10.3 + i * look->apart, from, to;
        piece(shape, i, &seed, &from, &to);
        scene_move_to(scene, x, from);
        scene_line_to(scene, x, to);
        if (joined)
            scene_line_to(scene, x, to);
    }
    scene_draw(scene, &none, &ink, &stroke);
    scene_finish(scene);
    height_drawn = 0;
    assert_int_equal(paint_png(scene, look->scale, 96, NULL, &png, &error), SHEAF_OK);
    assert_true(picture_read(&picture, png.bytes, png.length));
    buffer_free(&png);
    scene_destroy(scene);
    return picture;
}

static void every_pixel_is_equal(void **state)
{
    static const struct look looks[] = {
        { 0.5, 2.5, 1, 0x1F5FA8, 1 }, { 1, 3.2, 1, 0x1F5FA8, 0.4 }, { 0.5, 2, 2, 0xFFCC44, 1 },
        { 1, 1.5, 1, 0x1F5FA8, 1 },   { 0.24, 1, 3, 0, 0.7 },       { 0.9, 20, 1.3, 0, 1 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(looks); i++)
        for (enum shape shape = 0; shape < SHAPES; shape++) {
            struct picture whole = picture_of(&looks[i], shape, true);
            struct picture cut = picture_of(&looks[i], shape, false);
            struct picture_difference difference = picture_compare(&whole, &cut, 0, 0, NULL);

            if (difference.largest > 0)
                fail_msg("look %zu, shape %d: %g of the pixels differ, by up to %d", i, (int)shape,
                         difference.share, difference.largest);
            picture_free(&whole);
            picture_free(&cut);
        }
}

static void about_half_is_stroked(void **state)
{
    static const struct look look = { 0.5, 2.5, 1, 0x1F5FA8, 1 };
    static const struct {
        enum shape shape;
        double least, most; /* of the whole */
    } cases[] = {
        { TALL, 0.5, 0.53 }, { STAIRS, 0.5, 0.52 }, { NOISE, 0.8, 0.95 }, { APART, 0.99, 1.01 }
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct picture whole = picture_of(&look, cases[i].shape, true);
        double all = height_drawn;
        struct picture cut = picture_of(&look, cases[i].shape, false);

        print_message("  %d: %g\n", (int)cases[i].shape, height_drawn / all);
        assert_true(height_drawn >= cases[i].least * all && height_drawn <= cases[i].most * all);
        picture_free(&whole);
        picture_free(&cut);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pixel_is_equal),
        cmocka_unit_test(about_half_is_stroked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
