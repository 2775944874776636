/* cairo.c - a scene on somebody else's context: drawn in place, and nothing else changed. */
#include "support/check.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "paint/paint.h"
#include "support/scenes.h"

static const struct color blue = { 0x1F, 0x5F, 0xA8, 255 };

static const struct test_scene *scene_named(const char *name)
{
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++)
        if (strcmp(what->name, name) == 0)
            return what;
    fail_msg("there is no scene '%s'", name);
    return NULL;
}

static uint32_t pixel_at(cairo_surface_t *surface, int x, int y)
{
    uint32_t pixel;

    cairo_surface_flush(surface);
    memcpy(&pixel,
           cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) +
               4 * x,
           sizeof pixel);
    return pixel & 0xFFFFFF;
}

/* A context with everything unlike its default. */
static cairo_t *unusual_context(cairo_surface_t *surface)
{
    cairo_t *context = cairo_create(surface);

    cairo_translate(context, 7, 9);
    cairo_set_source_rgba(context, 0.5, 0.25, 0.75, 0.5);
    cairo_set_operator(context, CAIRO_OPERATOR_XOR);
    cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_width(context, 13);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_BEVEL);
    cairo_set_miter_limit(context, 3);
    cairo_set_tolerance(context, 2);
    cairo_set_dash(context, (const double[]){ 1, 2, 3 }, 3, 4);
    cairo_select_font_face(context, "monospace", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(context, 31);
    cairo_move_to(context, 3, 4);
    cairo_curve_to(context, 5, 6, 7, 8, 9, 10);
    return context;
}

static void test_context_is_left_as_found(void **state)
{
    struct scene *scene = test_scene_make(scene_named("levels"));
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 220, 140);
    cairo_t *context = unusual_context(surface);
    cairo_path_t *before = cairo_copy_path(context);
    cairo_font_face_t *face = cairo_get_font_face(context);
    double dashes[3], offset, x, y, red, green, blue_part, alpha;
    cairo_matrix_t matrix, font_matrix;
    sheaf_error error = { 0 };

    (void)state;
    assert_int_equal(paint_cairo(scene, context, &error), SHEAF_OK);

    cairo_path_t *after = cairo_copy_path(context);
    assert_int_equal(before->num_data, after->num_data);
    assert_memory_equal(before->data, after->data, (size_t)before->num_data * sizeof *before->data);
    cairo_get_current_point(context, &x, &y);
    assert_true(x == 9 && y == 10);
    cairo_get_matrix(context, &matrix);
    assert_true(matrix.xx == 1 && matrix.x0 == 7 && matrix.y0 == 9);
    cairo_pattern_get_rgba(cairo_get_source(context), &red, &green, &blue_part, &alpha);
    assert_true(red == 0.5 && green == 0.25 && blue_part == 0.75 && alpha == 0.5);
    assert_int_equal(cairo_get_operator(context), CAIRO_OPERATOR_XOR);
    assert_int_equal(cairo_get_antialias(context), CAIRO_ANTIALIAS_NONE);
    assert_int_equal(cairo_get_fill_rule(context), CAIRO_FILL_RULE_EVEN_ODD);
    assert_true(cairo_get_line_width(context) == 13);
    assert_int_equal(cairo_get_line_cap(context), CAIRO_LINE_CAP_SQUARE);
    assert_int_equal(cairo_get_line_join(context), CAIRO_LINE_JOIN_BEVEL);
    assert_true(cairo_get_miter_limit(context) == 3 && cairo_get_tolerance(context) == 2);
    assert_int_equal(cairo_get_dash_count(context), 3);
    cairo_get_dash(context, dashes, &offset);
    assert_true(dashes[0] == 1 && dashes[2] == 3 && offset == 4);
    cairo_get_font_matrix(context, &font_matrix);
    assert_true(font_matrix.xx == 31);
    assert_ptr_equal(cairo_get_font_face(context), face);

    cairo_path_destroy(before);
    cairo_path_destroy(after);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    scene_destroy(scene);
}

/* Rectangles alone, so that each pixel is wholly in or out. */
static struct scene *square_scene(void)
{
    struct scene *scene = scene_create(NULL, 20, 20);

    scene_rectangle(scene, 5, 5, 10, 10);
    scene_fill(scene, blue);
    scene_finish(scene);
    return scene;
}

static void test_scene_lies_at_the_current_origin(void **state)
{
    struct scene *scene = square_scene();
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 100, 100);
    cairo_t *context = cairo_create(surface);
    sheaf_error error = { 0 };

    (void)state;
    cairo_translate(context, 40, 20);
    cairo_scale(context, 2, 2);
    assert_int_equal(paint_cairo(scene, context, &error), SHEAF_OK);
    assert_int_equal(pixel_at(surface, 49, 40), 0);
    assert_int_equal(pixel_at(surface, 50, 30), 0x1F5FA8);
    assert_int_equal(pixel_at(surface, 69, 49), 0x1F5FA8);
    assert_int_equal(pixel_at(surface, 70, 49), 0);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    scene_destroy(scene);
}

/* Whatever the scale, a frame stands on the rule below it and begins where a filled
 * bar would, as in the scene: nothing shows between. */
static void test_frames_touch_their_neighbours(void **state)
{
    struct scene *scene = scene_create(NULL, 40, 40);
    const struct paint fill = paint_color(color_hex(0xE9EFF6)), edge = paint_color(blue);

    (void)state;
    scene_rectangle(scene, 5.55, 5.55, 9.9, 23.9);
    scene_draw(scene, &fill, &edge, &(struct stroke){ .width = 1.1 });
    scene_rectangle(scene, 0, 30, 40, 1);
    scene_fill(scene, blue);
    scene_finish(scene);
    for (double scale = 1; scale < 4; scale += 0.13) {
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 160, 160);
        cairo_t *context = cairo_create(surface);
        sheaf_error error = { 0 };
        int middle = (int)(10.5 * scale), rule = (int)(30 * scale + 0.5);

        cairo_scale(context, scale, scale);
        assert_int_equal(paint_cairo(scene, context, &error), SHEAF_OK);
        assert_int_equal(pixel_at(surface, middle, rule), 0x1F5FA8);
        assert_int_equal(pixel_at(surface, middle, rule - 1), 0x1F5FA8);
        assert_int_equal(pixel_at(surface, (int)(5 * scale + 0.5), rule - 2), 0x1F5FA8);
        cairo_destroy(context);
        cairo_surface_destroy(surface);
    }
    scene_destroy(scene);
}

/* Draws text directly, or through a group or a window's scale; the pixels must agree. */
static cairo_surface_t *draw_text(bool in_group, bool by_device)
{
    struct scene *scene = test_scene_make(scene_named("latin"));
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 600, 220);
    sheaf_error error = { 0 };

    if (by_device)
        cairo_surface_set_device_scale(surface, 2, 2);
    cairo_t *context = cairo_create(surface);
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
    if (!by_device)
        cairo_scale(context, 2, 2);
    if (in_group) {
        cairo_rectangle(context, 5, 3, 290, 100);
        cairo_clip(context);
        cairo_push_group(context);
    }
    assert_int_equal(paint_cairo(scene, context, &error), SHEAF_OK);
    if (in_group) {
        cairo_pop_group_to_source(context);
        cairo_paint(context);
    }
    cairo_destroy(context);
    scene_destroy(scene);
    return surface;
}

static void same_pixels(cairo_surface_t *a, cairo_surface_t *b, int slack)
{
    for (int y = 0; y < 206; y++)
        for (int x = 10; x < 590; x++) {
            uint32_t p = pixel_at(a, x, y), q = pixel_at(b, x, y);
            for (int shift = 0; shift <= 16; shift += 8) {
                int apart = (int)(p >> shift & 255) - (int)(q >> shift & 255);
                if (abs(apart) > slack)
                    fail_msg("pixel %d, %d is %06X and %06X", x, y, p, q);
            }
        }
}

static void test_glyphs_find_their_pixels_on_every_target(void **state)
{
    cairo_surface_t *plain = draw_text(false, false);

    (void)state;
    for (int way = 1; way < 4; way++) {
        cairo_surface_t *other = draw_text(way & 1, way & 2);
        same_pixels(plain, other, 8); /* outlines are rounded to 1/64 pixel, groups blended twice */
        cairo_surface_destroy(other);
    }
    cairo_surface_destroy(plain);
}

static void test_failures_are_reported(void **state)
{
    struct scene *scene = square_scene(), *failed = scene_create(NULL, 10, 10);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 100000, 10);
    cairo_t *context = cairo_create(surface);
    sheaf_error error = { 0 };

    (void)state;
    assert_int_equal(paint_cairo(scene, context, &error), SHEAF_SYSTEM);
    assert_non_null(strstr(error.message, "Cairo cannot draw"));
    cairo_destroy(context);
    cairo_surface_destroy(surface);

    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 10, 10);
    context = cairo_create(surface);
    error = (sheaf_error){ 0 };
    scene_pop(failed);
    assert_int_equal(paint_cairo(failed, context, &error), SHEAF_BAD_ARGUMENT);
    assert_int_equal(cairo_status(context), CAIRO_STATUS_SUCCESS);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    scene_destroy(scene);
    scene_destroy(failed);
}

/* A face that is no font at all fails in the middle of clips and transforms. */
static void test_bad_faces_leave_the_context_usable(void **state)
{
    static const struct font bad = {
        .bytes = (const uint8_t *)"no font", .length = 7, .name = "Bad", .ascent = 1
    };
    const struct glyph glyph = { .id = 1 };
    struct scene *scene = scene_create(NULL, 10, 10);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 10, 10);
    cairo_t *context = cairo_create(surface);
    cairo_matrix_t matrix;
    sheaf_error error = { 0 };

    (void)state;
    scene_rectangle(scene, 0, 0, 5, 5);
    scene_push_clip(scene);
    scene_push_transform(scene, &(struct matrix){ 2, 0, 0, 2, 0, 0 });
    scene_glyphs(
        scene,
        &(struct glyph_run){
            .font = &bad, .size = 8, .text = "a", .length = 1, .glyphs = &glyph, .n_glyphs = 1 });
    scene_pop(scene);
    scene_pop(scene);
    scene_finish(scene);
    assert_int_equal(paint_cairo(scene, context, &error), SHEAF_SYSTEM);
    assert_non_null(strstr(error.message, "'Bad'"));
    cairo_get_matrix(context, &matrix);
    assert_true(matrix.xx == 1);
    cairo_paint(context);
    assert_int_equal(cairo_status(context), CAIRO_STATUS_SUCCESS);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    scene_destroy(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_context_is_left_as_found),
        cmocka_unit_test(test_scene_lies_at_the_current_origin),
        cmocka_unit_test(test_frames_touch_their_neighbours),
        cmocka_unit_test(test_glyphs_find_their_pixels_on_every_target),
        cmocka_unit_test(test_failures_are_reported),
        cmocka_unit_test(test_bad_faces_leave_the_context_usable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
