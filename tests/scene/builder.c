/* builder.c - what a scene takes, what it refuses, and that the first failure stays. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "scene/scene.h"
#include "support/quota.h"

static const struct font face = { .name = "Test-Regular", .ascent = 0.9, .descent = 0.2 };
static const struct color ink = { 0x1B, 0x24, 0x30, 255 };

static void draw_nan(struct scene *scene)
{
    scene_move_to(scene, 0, 0);
    scene_line_to(scene, NAN, 1);
}

static void draw_infinite(struct scene *scene)
{
    scene_rectangle(scene, 0, 0, INFINITY, 1);
}

static void draw_far(struct scene *scene)
{
    scene_circle(scene, 0, 0, 2e6);
}

static void draw_negative_width(struct scene *scene)
{
    scene_rectangle(scene, 0, 0, 1, 1);
    scene_stroke(scene, ink, -1);
}

static void draw_empty_dash(struct scene *scene)
{
    scene_rectangle(scene, 0, 0, 1, 1);
    scene_draw(scene, NULL, &(struct paint){ .kind = PAINT_SOLID },
               &(struct stroke){ .width = 1, .n_dash = 2 });
}

static void draw_dense_hatch(struct scene *scene)
{
    scene_rectangle(scene, 0, 0, 1, 1);
    scene_draw(scene, &(struct paint){ .kind = PAINT_HATCH, .width = 1 }, NULL, NULL);
}

static void draw_silent_figure(struct scene *scene)
{
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = "" });
}

static void draw_link_to_nowhere(struct scene *scene)
{
    scene_open_role(scene, ROLE_LINK);
}

static void draw_label_in_latin1(struct scene *scene)
{
    scene_open(scene, &(struct group){ .role = ROLE_SERIES, .label = "Caf\xE9" });
}

static void leave_group_open(struct scene *scene)
{
    scene_open_role(scene, ROLE_PLOT);
}

static void close_too_much(struct scene *scene)
{
    scene_close(scene);
}

static void cross_levels(struct scene *scene)
{
    scene_open_role(scene, ROLE_PLOT);
    scene_push_clip(scene);
    scene_close(scene);
}

static void pop_a_group(struct scene *scene)
{
    scene_open_role(scene, ROLE_PLOT);
    scene_pop(scene);
}

static void flatten(struct scene *scene)
{
    scene_push_transform(scene, &(struct matrix){ .xx = 1 });
}

static void draw_after_finish(struct scene *scene)
{
    scene_finish(scene);
    scene_move_to(scene, 1, 1);
}

static void draw_cut_character(struct scene *scene)
{
    scene_glyphs(scene,
                 &(struct glyph_run){ .font = &face,
                                      .size = 8,
                                      .text = "é",
                                      .length = 2,
                                      .glyphs = (struct glyph[]){ { .id = 1, .cluster = 1 } },
                                      .n_glyphs = 1 });
}

static void draw_without_size(struct scene *scene)
{
    scene_glyphs(scene, &(struct glyph_run){ .font = &face,
                                             .text = "e",
                                             .length = 1,
                                             .glyphs = (struct glyph[]){ { .id = 1 } },
                                             .n_glyphs = 1 });
}

static void draw_image_without_pixels(struct scene *scene)
{
    scene_image(scene, &(struct image_mark){ .channels = 3, .place = { 0, 0, 1, 1 } });
}

static const struct {
    const char *name;
    void (*draw)(struct scene *scene);
    const char *message;
} mistakes[] = {
    { "not a number", draw_nan, "coordinate" },
    { "infinite", draw_infinite, "coordinate" },
    { "far away", draw_far, "coordinate" },
    { "negative width", draw_negative_width, "width" },
    { "dashes of no length", draw_empty_dash, "dashes" },
    { "hatch without spacing", draw_dense_hatch, "hatch" },
    { "figure without alternative", draw_silent_figure, "text alternative" },
    { "link without URI", draw_link_to_nowhere, "URI" },
    { "label in Latin-1", draw_label_in_latin1, "UTF-8" },
    { "group left open", leave_group_open, "left open" },
    { "close without open", close_too_much, "not the innermost" },
    { "close across a clip", cross_levels, "not the innermost" },
    { "pop of a group", pop_a_group, "pop" },
    { "flat transform", flatten, "no area" },
    { "drawing after the end", draw_after_finish, "finished" },
    { "cluster inside a character", draw_cut_character, "glyph" },
    { "glyphs without size", draw_without_size, "size" },
    { "image without pixels", draw_image_without_pixels, "image" },
};

static void test_mistakes_fail_the_scene_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        struct scene *scene = scene_create(NULL, 100, 100);

        print_message("  %s\n", mistakes[i].name);
        mistakes[i].draw(scene);
        scene_finish(scene);
        assert_int_equal(scene_status(scene), SHEAF_BAD_ARGUMENT);
        assert_non_null(strstr(scene_error(scene)->message, mistakes[i].message));

        char first[sizeof scene_error(scene)->message];
        strcpy(first, scene_error(scene)->message);
        draw_silent_figure(scene);
        scene_rectangle(scene, 0, 0, 1, 1);
        scene_fill(scene, ink);
        scene_pop(scene);
        assert_string_equal(scene_error(scene)->message, first);
        scene_destroy(scene);
    }
}

static void test_pages_need_a_size(void **state)
{
    static const double sizes[][2] = { { 0, 1 }, { 1, -1 }, { NAN, 1 }, { 1, INFINITY } };

    (void)state;
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        struct scene *scene = scene_create(NULL, sizes[i][0], sizes[i][1]);
        assert_int_equal(scene_status(scene), SHEAF_BAD_ARGUMENT);
        scene_destroy(scene);
    }
}

static void test_paths_without_lines_draw_nothing(void **state)
{
    struct scene *scene = scene_create(NULL, 100, 100);
    struct buffer text;

    (void)state;
    buffer_init(&text, NULL, NULL);
    scene_fill(scene, ink);
    scene_move_to(scene, 5, 5);
    scene_fill(scene, ink);
    scene_close_path(scene);
    scene_rectangle(scene, 0, 0, 10, 10);
    scene_draw(scene, &(struct paint){ 0 }, NULL, NULL);
    scene_finish(scene);
    assert_int_equal(scene_status(scene), SHEAF_OK);
    scene_dump(scene, &text);
    assert_string_equal(text.bytes, "scene 100 x 100\n");
    buffer_free(&text);
    scene_destroy(scene);
}

static void test_arguments_are_copied(void **state)
{
    struct scene *scene = scene_create(NULL, 100, 100);
    char label[] = "exports", utf8[] = "14.7";
    struct glyph glyphs[] = { { .id = 1, .advance = 4 }, { .id = 2, .x = 4, .advance = 4 } };
    uint8_t pixels[3] = { 1, 2, 3 };
    struct buffer before, after;

    (void)state;
    buffer_init(&before, NULL, NULL);
    buffer_init(&after, NULL, NULL);
    scene_open(scene, &(struct group){ .role = ROLE_SERIES, .label = label });
    scene_glyphs(
        scene,
        &(struct glyph_run){
            .font = &face, .size = 8, .text = utf8, .length = 4, .glyphs = glyphs, .n_glyphs = 2 });
    scene_image(scene, &(struct image_mark){ 1, 1, 3, pixels, { 0, 0, 5, 5 } });
    scene_close(scene);
    scene_finish(scene);
    scene_dump(scene, &before);
    memset(label, 'x', sizeof label - 1);
    memset(utf8, 'x', sizeof utf8 - 1);
    memset(glyphs, 0, sizeof glyphs);
    memset(pixels, 9, sizeof pixels);
    scene_dump(scene, &after);
    assert_int_equal(scene_status(scene), SHEAF_OK);
    assert_string_equal(before.bytes, after.bytes);
    buffer_free(&before);
    buffer_free(&after);
    scene_destroy(scene);
}

static int references_left;

static void count_release(const struct font *font)
{
    references_left = font->references;
}

static void test_fonts_live_as_long_as_the_scene(void **state)
{
    struct font font = {
        .name = "Counted", .ascent = 1, .descent = 0.25, .release = count_release, .references = 1
    };
    const struct glyph glyph = { .id = 1, .advance = 4 };
    const struct glyph_run run = {
        .font = &font, .size = 8, .text = "a", .length = 1, .glyphs = &glyph, .n_glyphs = 1
    };
    struct scene *scene = scene_create(NULL, 100, 100);

    (void)state;
    references_left = -1;
    scene_glyphs(scene, &run);
    scene_glyphs(scene, &run);
    assert_int_equal(font.references, 2);
    font_release(&font);
    assert_int_equal(references_left, -1);
    scene_destroy(scene);
    assert_int_equal(references_left, 0);
}

static void test_the_first_alternative_speaks_for_the_scene(void **state)
{
    struct scene *scene = scene_create(NULL, 100, 100);

    (void)state;
    assert_null(scene_alternative(scene));
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_close(scene);
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = "first" });
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = "second" });
    scene_close(scene);
    scene_close(scene);
    assert_string_equal(scene_alternative(scene), "first");
    scene_destroy(scene);
}

static void draw_much(struct scene *scene)
{
    const struct glyph glyph = { .id = 1, .advance = 4 };
    const uint8_t pixels[300] = { 0 };

    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .label = "a", .alt = "b" });
    for (int i = 0; i < 40; i++) {
        scene_circle(scene, i, i, 5);
        scene_push_clip(scene);
        scene_push_transform(scene, &(struct matrix){ 1, 0, 0, 1, i, 0 });
        scene_rectangle(scene, 0, 0, 9, 9);
        scene_fill(scene, ink);
        scene_glyphs(scene, &(struct glyph_run){ .font = &face,
                                                 .size = 8,
                                                 .text = "a",
                                                 .length = 1,
                                                 .glyphs = &glyph,
                                                 .n_glyphs = 1 });
        scene_image(scene, &(struct image_mark){ 10, 10, 3, pixels, { 0, 0, 5, 5 } });
        scene_pop(scene);
        scene_pop(scene);
    }
    scene_close(scene);
    scene_finish(scene);
}

static sheaf_status draw_and_ask(const sheaf_alloc *alloc, const void *context)
{
    struct scene *scene = scene_create(alloc, 100, 100);
    struct buffer text;
    sheaf_status status;

    (void)context;
    buffer_init(&text, NULL, NULL);
    draw_much(scene);
    status = scene_status(scene);
    scene_dump(scene, &text);
    scene_hit(scene, 5, 5);
    scene_bounds(scene);
    buffer_free(&text);
    scene_destroy(scene);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    quota_sweep(draw_and_ask, NULL);
}

static void test_colors(void **state)
{
    struct color blue = color_hex(0x1F5FA8), tint = color_tint(blue, 0.45);

    (void)state;
    assert_int_equal(blue.red, 0x1F);
    assert_int_equal(blue.green, 0x5F);
    assert_int_equal(blue.blue, 0xA8);
    assert_int_equal(blue.alpha, 255);
    assert_int_equal(tint.red, 154); /* 255 - 0.45 * 224 = 154.2 */
    assert_int_equal(tint.blue, 216);
    assert_int_equal(color_alpha(blue, 0.5).alpha, 128);
    assert_int_equal(color_alpha(blue, 7).alpha, 255);
    assert_int_equal(color_alpha(blue, -1).alpha, 0);
    assert_string_equal(role_name(ROLE_AXIS_X), "axis-x");
    for (enum role role = ROLE_NONE; role <= ROLE_DATUM_LABEL; role++)
        assert_non_null(role_name(role));
}

/* What stands behind the text, here the rest of a character, is none of it. */
static void test_a_text_ends_where_it_says(void **state)
{
    struct scene *scene = scene_create(NULL, 20, 20);

    (void)state;
    scene_glyphs(scene,
                 &(struct glyph_run){ .font = &face,
                                      .size = 8,
                                      .text = "e\x80",
                                      .length = 1,
                                      .glyphs = (struct glyph[]){ { .id = 1, .cluster = 1 } },
                                      .n_glyphs = 1 });
    assert_int_equal(scene_status(scene), SHEAF_OK);
    scene_destroy(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_text_ends_where_it_says),
        cmocka_unit_test(test_mistakes_fail_the_scene_once),
        cmocka_unit_test(test_pages_need_a_size),
        cmocka_unit_test(test_paths_without_lines_draw_nothing),
        cmocka_unit_test(test_arguments_are_copied),
        cmocka_unit_test(test_fonts_live_as_long_as_the_scene),
        cmocka_unit_test(test_the_first_alternative_speaks_for_the_scene),
        cmocka_unit_test(test_survives_every_failed_allocation),
        cmocka_unit_test(test_colors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
