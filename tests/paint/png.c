/* png.c - PNG files hold the drawn pixels exactly, in the least form, with their texts. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "paint/paint.h"
#include "support/picture.h"
#include "support/quota.h"
#include "support/scenes.h"

/* The data of the first chunk of a type; NULL: there is none. */
static const uint8_t *chunk(const struct buffer *png, const char *type, const char *start,
                            size_t *length)
{
    const uint8_t *bytes = (const uint8_t *)png->bytes;

    for (size_t at = 8; at + 12 <= png->length; at += 12 + *length) {
        *length = (size_t)bytes[at] << 24 | (size_t)bytes[at + 1] << 16 |
                  (size_t)bytes[at + 2] << 8 | bytes[at + 3];
        if (memcmp(bytes + at + 4, type, 4) == 0 && *length >= strlen(start) &&
            memcmp(bytes + at + 8, start, strlen(start)) == 0)
            return bytes + at + 8;
    }
    return NULL;
}

static int bit_depth(const struct buffer *png)
{
    return (unsigned char)png->bytes[24];
}

static bool has_palette(const struct buffer *png)
{
    return png->bytes[25] == 3;
}

static const struct {
    const char *name;
    int colors, bits; /* bits 8 with more than 256 colours: RGB */
} depths[] = {
    { "one colour", 1, 1 },     { "two", 2, 1 },          { "three", 3, 2 },      { "four", 4, 2 },
    { "five", 5, 4 },           { "sixteen", 16, 4 },     { "seventeen", 17, 8 }, { "all", 256, 8 },
    { "one too many", 257, 8 }, { "very many", 4000, 8 },
};

static void test_pixels_come_back_exactly(void **state)
{
    enum { WIDTH = 83, HEIGHT = 59 };
    static uint8_t rgb[3 * WIDTH * HEIGHT];

    (void)state;
    for (size_t i = 0; i < LENGTH(depths); i++) {
        sheaf_error error = { 0 };
        struct buffer png;
        struct picture picture;

        print_message("  %s\n", depths[i].name);
        for (int k = 0; k < WIDTH * HEIGHT; k++) {
            uint32_t color = (uint32_t)(k % depths[i].colors) * 2654435761u;
            rgb[3 * k] = (uint8_t)(color >> 24);
            rgb[3 * k + 1] = (uint8_t)(color >> 16);
            rgb[3 * k + 2] = (uint8_t)(color >> 8);
        }
        buffer_init(&png, NULL, &error);
        assert_int_equal(png_write(rgb, WIDTH, HEIGHT, 96, NULL, &png, &error), SHEAF_OK);
        assert_int_equal(bit_depth(&png), depths[i].bits);
        assert_int_equal(has_palette(&png), depths[i].colors <= 256);
        assert_true(picture_read(&picture, png.bytes, png.length));
        assert_int_equal(picture.width, WIDTH);
        assert_int_equal(picture.height, HEIGHT);
        for (int k = 0; k < WIDTH * HEIGHT; k++)
            assert_memory_equal(picture.rgba + 4 * k, rgb + 3 * k, 3);
        picture_free(&picture);
        buffer_free(&png);
    }
}

static struct buffer paint(const char *name, double scale, const struct paint_metadata *metadata)
{
    sheaf_error error = { 0 };
    struct buffer png;

    for (const struct test_scene *what = test_scenes; what->name != NULL; what++)
        if (strcmp(what->name, name) == 0) {
            struct scene *scene = test_scene_make(what);
            buffer_init(&png, NULL, NULL);
            assert_int_equal(paint_png(scene, scale, 96 * scale, metadata, &png, &error), SHEAF_OK);
            scene_destroy(scene);
            return png;
        }
    fail_msg("there is no scene '%s'", name);
    return (struct buffer){ 0 };
}

static void test_texts_and_resolution_are_inside(void **state)
{
    const struct paint_metadata metadata = { .title = "Trade",
                                             .source = "Қазақстан",
                                             .alternative = "Exports rose – much",
                                             .language = "kk",
                                             .creator = "Sheaf" };
    struct buffer png = paint("fills", 2, &metadata);
    size_t n;

    (void)state;
    const uint8_t *physical = chunk(&png, "pHYs", "", &n);
    assert_non_null(physical);
    assert_int_equal(n, 9);
    assert_memory_equal(physical, "\0\0\x1D\x87\0\0\x1D\x87\x01", 9); /* 7559 a metre: 192 dpi */
    assert_non_null(chunk(&png, "sRGB", "", &n));

    const char *text = (const char *)chunk(&png, "tEXt", "Title", &n);
    assert_non_null(text);
    assert_memory_equal(text, "Title\0Trade", n);
    assert_non_null(chunk(&png, "tEXt", "Software", &n));
    text = (const char *)chunk(&png, "iTXt", "Source", &n);
    assert_non_null(text);
    assert_memory_equal(text, "Source\0\0\0kk\0\0Қазақстан", n);
    assert_non_null(chunk(&png, "iTXt", "Description", &n));
    buffer_free(&png);
}

static void test_size_follows_the_scale(void **state)
{
    static const double scales[] = { 1, 2, 0.5, 1.37 };

    (void)state;
    for (size_t i = 0; i < LENGTH(scales); i++) {
        struct buffer png = paint("levels", scales[i], NULL);
        struct picture picture;

        assert_true(picture_read(&picture, png.bytes, png.length));
        assert_int_equal(picture.width, (int)(200 * scales[i] + 0.5));
        assert_int_equal(picture.height, (int)(120 * scales[i] + 0.5));
        picture_free(&picture);
        buffer_free(&png);
    }
}

static void test_text_fits_a_palette(void **state)
{
    struct buffer png = paint("latin", 1, NULL);

    (void)state;
    assert_true(has_palette(&png));
    buffer_free(&png);
}

static void test_same_scene_same_bytes(void **state)
{
    (void)state;
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++) {
        struct buffer a = paint(what->name, 1.5, NULL), b = paint(what->name, 1.5, NULL);

        assert_int_equal(a.length, b.length);
        assert_memory_equal(a.bytes, b.bytes, a.length);
        buffer_free(&a);
        buffer_free(&b);
    }
}

static void test_impossible_sizes_are_refused(void **state)
{
    struct scene *scene = scene_create(NULL, 1000, 10);
    sheaf_error error = { 0 };
    struct buffer png;

    (void)state;
    buffer_init(&png, NULL, &error);
    scene_finish(scene);
    assert_int_equal(paint_png(scene, 100, 96, NULL, &png, &error), SHEAF_BAD_ARGUMENT);
    error = (sheaf_error){ 0 };
    assert_int_equal(paint_png(scene, 0.001, 96, NULL, &png, &error), SHEAF_BAD_ARGUMENT);
    error = (sheaf_error){ 0 };
    assert_int_equal(png_write(NULL, 0, 5, 96, NULL, &png, &error), SHEAF_BAD_ARGUMENT);
    assert_int_equal(png.length, 0);
    buffer_free(&png);
    scene_destroy(scene);
}

static sheaf_status write_black(const sheaf_alloc *alloc, const void *context)
{
    static const uint8_t rgb[3 * 64 * 64];
    sheaf_error error = { 0 };
    struct buffer png;
    sheaf_status status;

    (void)context;
    buffer_init(&png, alloc, &error);
    status = png_write(rgb, 64, 64, 96, NULL, &png, &error);
    assert_int_equal(error.status, status);
    buffer_free(&png);
    return status;
}

/* What is not drawn on is clear, and half of a colour is the whole colour, half transparent. */
static void test_a_transparent_page_has_alpha(void **state)
{
    static const uint8_t clear[4] = { 0 }, full[4] = { 0x1F, 0x5F, 0xA8, 255 };
    sheaf_error error = { 0 };
    struct scene *scene = scene_create(NULL, 30, 10);
    struct picture picture;
    struct buffer png;

    (void)state;
    scene_set_transparent(scene);
    scene_rectangle(scene, 10, 0, 10, 10);
    scene_fill(scene, color_hex(0x1F5FA8));
    scene_rectangle(scene, 20, 0, 10, 10);
    scene_fill(scene, color_alpha(color_hex(0x1F5FA8), 0.5));
    scene_finish(scene);
    buffer_init(&png, NULL, NULL);
    assert_int_equal(paint_png(scene, 1, 96, NULL, &png, &error), SHEAF_OK);
    assert_true(picture_read(&picture, png.bytes, png.length));
    assert_memory_equal(picture.rgba + 4 * 5, clear, 4);
    assert_memory_equal(picture.rgba + 4 * 15, full, 4);
    const uint8_t *half = picture.rgba + 4 * 25;
    assert_in_range(half[3], 127, 128);
    for (int i = 0; i < 3; i++)
        assert_in_range(half[i], full[i] - 1, full[i] + 1);
    picture_free(&picture);
    buffer_free(&png);
    scene_destroy(scene);
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    quota_sweep(write_black, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pixels_come_back_exactly),
        cmocka_unit_test(test_texts_and_resolution_are_inside),
        cmocka_unit_test(test_size_follows_the_scale),
        cmocka_unit_test(test_text_fits_a_palette),
        cmocka_unit_test(test_same_scene_same_bytes),
        cmocka_unit_test(test_impossible_sizes_are_refused),
        cmocka_unit_test(test_a_transparent_page_has_alpha),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
