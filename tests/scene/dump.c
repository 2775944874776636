/* dump.c - the text of a scene is stable and says everything that is drawn. */
#include "support/check.h"

#include "base/buffer.h"
#include "scene/scene.h"
#include "support/golden.h"

static const struct font face = { .name = "Inter-SemiBold", .ascent = 0.9, .descent = 0.2 };

static void draw_paths(struct scene *scene)
{
    const struct paint solid = paint_color(color_hex(0x1F5FA8));
    const struct paint faint = paint_color(color_alpha(color_hex(0xD4701C), 0.5));
    const struct paint hatch = { .kind = PAINT_HATCH,
                                 .color = color_hex(0x1F5FA8),
                                 .background = { 255, 255, 255, 0 },
                                 .angle = 45,
                                 .spacing = 3,
                                 .width = 0.6 };

    scene_rectangle(scene, 10, 20, 30.5, 40);
    scene_draw(scene, &solid, NULL, NULL);
    scene_circle(scene, 50, 50, 5);
    scene_draw(scene, &solid, &faint, &(struct stroke){ .width = 0.75 });
    scene_rectangle(scene, 60, 20, 10, 10);
    scene_draw(scene, &hatch, &solid,
               &(struct stroke){ .width = 1,
                                 .cap = CAP_ROUND,
                                 .join = JOIN_BEVEL,
                                 .dash = { 4, 2, 1, 2 },
                                 .n_dash = 4,
                                 .dash_phase = 1.5 });
}

static void draw_text(struct scene *scene)
{
    static const struct glyph glyphs[] = { { .id = 40, .advance = 4.25 },
                                           { .id = 41, .x = 4.25, .advance = 4, .cluster = 1 } };
    static const uint8_t pixels[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };

    scene_glyphs(scene, &(struct glyph_run){ .font = &face,
                                             .size = 7.5,
                                             .color = color_hex(0x55606E),
                                             .origin = { 12, 34 },
                                             .text = "\"\\",
                                             .length = 2,
                                             .glyphs = glyphs,
                                             .n_glyphs = 2,
                                             .right_to_left = true });
    scene_image(scene, &(struct image_mark){ 2, 2, 3, pixels, { 1, 2, 30, 40 } });
}

static void draw_everything(struct scene *scene)
{
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE,
                                       .label = "Trade\tby year",
                                       .alt = "Exports rose.",
                                       .language = "kk" });
    scene_rectangle(scene, 0, 0, 80, 80);
    scene_push_clip(scene);
    scene_push_transform(scene, &(struct matrix){ 1, 0, 0, -1, 0, 80 });
    draw_paths(scene);
    scene_pop(scene);
    scene_pop(scene);
    scene_close(scene);
    scene_open(scene,
               &(struct group){ .role = ROLE_HEADER_CELL, .scope = SCOPE_COLUMN, .columns = 2 });
    scene_open(scene, &(struct group){ .role = ROLE_LINK, .uri = "https://stat.gov.kz" });
    draw_text(scene);
    scene_close(scene);
    scene_close(scene);
}

static void test_dump_is_stable(void **state)
{
    struct scene *scene = scene_create(NULL, 100.5, 80);
    struct buffer text;

    (void)state;
    buffer_init(&text, NULL, NULL);
    draw_everything(scene);
    scene_finish(scene);
    assert_int_equal(scene_status(scene), SHEAF_OK);
    scene_dump(scene, &text);
    golden_text("scene/everything.scene", text.bytes, text.length);
    buffer_free(&text);
    scene_destroy(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dump_is_stable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
