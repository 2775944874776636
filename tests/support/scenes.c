#include "support/scenes.h"

#include <math.h>

#include "support/check.h"
#include "text/missing.h"
#include "text/text.h"

static const uint32_t blue = 0x1F5FA8, orange = 0xD4701C, ink = 0x1B2430, grey = 0x55606E;

static void stroke_zigzag(struct scene *scene, double x, double y, struct stroke stroke)
{
    const struct paint paint = paint_color(color_hex(blue));

    scene_move_to(scene, x, y + 20);
    scene_line_to(scene, x + 20, y);
    scene_line_to(scene, x + 40, y + 20);
    scene_line_to(scene, x + 60, y + 4);
    scene_draw(scene, NULL, &paint, &stroke);
}

static void draw_strokes(struct scene *scene)
{
    for (int cap = CAP_BUTT; cap <= CAP_SQUARE; cap++)
        for (int join = JOIN_MITER; join <= JOIN_BEVEL; join++)
            stroke_zigzag(scene, 15 + 75 * join, 15 + 40 * cap,
                          (struct stroke){ .width = 7, .cap = cap, .join = join });
    stroke_zigzag(
        scene, 15, 135,
        (struct stroke){ .width = 1.6, .join = JOIN_ROUND, .dash = { 4, 2 }, .n_dash = 2 });
    stroke_zigzag(
        scene, 90, 135,
        (struct stroke){
            .width = 2, .cap = CAP_ROUND, .dash = { 0, 4, 6, 4 }, .n_dash = 4, .dash_phase = 3 });
    stroke_zigzag(scene, 165, 135, (struct stroke){ .width = 0.4 });
    for (int i = 0; i < 5; i++) {
        scene_move_to(scene, 15, 170 + 5.3 * i);
        scene_line_to(scene, 225, 170 + 5.3 * i);
        scene_stroke(scene, color_hex(i == 4 ? ink : 0xD5DAE1), i == 4 ? 0.75 : 0.4);
    }
}

static void draw_fills(struct scene *scene)
{
    /* A hole by winding: the inner shape runs the other way. */
    const struct paint faint = paint_color(color_alpha(color_hex(orange), 0.4));
    const struct paint solid = paint_color(color_hex(blue));

    scene_circle(scene, 50, 50, 35);
    scene_move_to(scene, 30, 50);
    scene_line_to(scene, 50, 70);
    scene_line_to(scene, 70, 50);
    scene_line_to(scene, 50, 30);
    scene_close_path(scene);
    scene_fill(scene, color_hex(blue));
    for (int i = 0; i < 6; i++) {
        double height = 12.7 * (i + 1);
        scene_rectangle(scene, 105.3 + 12.4 * i, 90 - height, 12.4, height);
        scene_fill(scene,
                   color_mix(color_hex(i % 2 ? orange : blue), color_hex(0xFFFFFF), 1 - 0.1 * i));
    }
    for (int i = 0; i < 3; i++) {
        scene_circle(scene, 40 + 18 * i, 125, 20);
        scene_draw(scene, &faint, &solid, &(struct stroke){ .width = 0.75 });
    }
    scene_move_to(scene, 120, 150);
    scene_curve_to(scene, (struct point){ 120, 90 }, (struct point){ 200, 160 },
                   (struct point){ 200, 100 });
    scene_line_to(scene, 200, 150);
    scene_close_path(scene);
    scene_fill(scene, color_alpha(color_hex(0x4CA372), 0.8));
}

static void draw_hatches(struct scene *scene)
{
    const struct paint outline = paint_color(color_hex(blue));
    struct paint hatch = { .kind = PAINT_HATCH,
                           .color = color_hex(blue),
                           .background = { 255, 255, 255, 0 },
                           .angle = 45,
                           .spacing = 3,
                           .width = 0.6 };

    scene_rectangle(scene, 10, 30, 30, 80);
    scene_draw(scene, &hatch, &outline, &(struct stroke){ .width = 0.75 });
    scene_rectangle(scene, 40, 50, 30, 60); /* its lines go on from its neighbour's */
    scene_draw(scene, &hatch, &outline, &(struct stroke){ .width = 0.75 });
    hatch.angle = -45;
    hatch.spacing = 5;
    hatch.background = color_mix(color_hex(orange), color_hex(0xFFFFFF), 0.2);
    hatch.color = color_hex(orange);
    scene_circle(scene, 110, 75, 32);
    scene_draw(scene, &hatch, NULL, NULL);
    hatch.angle = 0;
    hatch.color = color_alpha(color_hex(ink), 0.5);
    hatch.background.alpha = 0;
    scene_rectangle(scene, 150, 30, 20, 80);
    scene_draw(scene, &hatch, NULL, NULL);
    hatch.angle = 90;
    scene_rectangle(scene, 175, 30, 20, 80);
    scene_draw(scene, &hatch, NULL, NULL);
}

static void draw_levels(struct scene *scene)
{
    double turn = acos(-1.0) / 12;

    scene_circle(scene, 60, 60, 45);
    scene_push_clip(scene);
    scene_rectangle(scene, 0, 20, 200, 40.5);
    scene_push_clip(scene);
    scene_rectangle(scene, 0, 0, 200, 120);
    scene_fill(scene, color_mix(color_hex(blue), color_hex(0xFFFFFF), 0.45));
    scene_pop(scene);
    scene_rectangle(scene, 70, 50, 100, 20);
    scene_fill(scene, color_hex(orange));
    scene_pop(scene);
    scene_push_transform(scene,
                         &(struct matrix){ cos(turn), sin(turn), -sin(turn), cos(turn), 130, 20 });
    for (int i = 0; i < 4; i++) {
        scene_push_transform(scene, &(struct matrix){ 1, 0, 0, 0.8, 4, 16 });
        scene_rectangle(scene, 0, 0, 40, 20);
        scene_draw(scene, NULL, &(struct paint){ .kind = PAINT_SOLID, .color = color_hex(ink) },
                   &(struct stroke){ .width = 2 });
    }
    for (int i = 0; i < 5; i++)
        scene_pop(scene);
}

static void draw_image(struct scene *scene)
{
    static uint8_t solid[16 * 16 * 3], clear[16 * 16 * 4];

    for (int i = 0; i < 256; i++) {
        solid[3 * i] = (uint8_t)(16 * (i % 16));
        solid[3 * i + 1] = (uint8_t)i;
        solid[3 * i + 2] = 90;
        clear[4 * i + 2] = 200;
        clear[4 * i + 3] = (uint8_t)(17 * (i % 16));
    }
    scene_image(scene, &(struct image_mark){ 16, 16, 3, solid, { 10, 10, 90, 90 } });
    scene_image(scene, &(struct image_mark){ 16, 16, 4, clear, { 60, 40, 140, 100 } });
}

/* Lines of text in one locale, set by the text room. */
static void set_lines(struct scene *scene, const char *locale, const char *const *lines, size_t n)
{
    static const double sizes[] = { 24, 11, 9.5, 8, 7.5, 6.8 };
    sheaf_error error = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, locale, NULL, &error);
    double baseline = 8;

    arena_init(&arena, NULL, &error);
    for (size_t i = 0; i < n; i++) {
        double size = sizes[i < LENGTH(sizes) ? i : LENGTH(sizes) - 1];
        const struct text_style style = { .size = size,
                                          .semibold = i % 2 == 0,
                                          .tabular = i == 4,
                                          .color = color_hex(i % 2 == 0 ? ink : grey) };
        struct text_line *line = text_set(text, &arena, lines[i], &style);

        baseline += 1.4 * size;
        text_line_draw(line, scene, text_is_right_to_left(text) ? 290 : 10, baseline,
                       text_is_right_to_left(text) ? ALIGN_RIGHT : ALIGN_LEFT);
    }
    text_end(text);
    arena_free(&arena);
    struct missing missing = { .n = 0 };
    missing_note(&missing, scene);
    if (missing.n > 0) {
        scene_destroy(scene);
        print_message("skipped: %s\n", missing.message);
        skip();
    }
    if (error.status != SHEAF_OK)
        fail_msg("%s", error.message);
}

static void draw_latin(struct scene *scene)
{
    static const char *const lines[] = {
        "Kazakhstan–China trade",
        "Turnover of $31.5 bn in 2023, up 30.1 % on 2022",
        "Экспорт Казахстана вырос до 14,7 млрд $",
        "Қазақстан мен Қытай арасындағы тауар айналымы",
        "1 234.5   −2.1   +30.1 %   2023   Jan–Apr",
        "AVATAR Tomatoes, figs & fish; Ελλάδα; office fi fl; Ångström",
    };

    set_lines(scene, "en", lines, LENGTH(lines));
}

static void draw_arabic(struct scene *scene)
{
    static const char *const lines[] = {
        "التجارة الخارجية",
        "بلغ حجم التبادل التجاري 31.5 مليار دولار في 2023",
        "الصادرات والواردات (FOB) بالأرقام",
    };

    set_lines(scene, "ar", lines, LENGTH(lines));
}

/* The face is found on the machine. */
static void draw_han(struct scene *scene)
{
    static const char *const lines[] = {
        "哈萨克斯坦与中国的贸易",
        "2023年双边贸易额达315亿美元，同比增长30.1%",
        "进口和出口（单位：亿美元）",
    };

    set_lines(scene, "zh", lines, LENGTH(lines));
}

/* Upright beside turned text, small and faint: glyphs under transforms and alphas. */
static void draw_turned(struct scene *scene)
{
    static const char *const lines[] = { "Turned by 90°", "imports, $ bn", "ends here" };
    static const struct matrix turns[] = { { 0, -1, 1, 0, 0, 200 },
                                           { 0.866, 0.5, -0.5, 0.866, 90, 0 },
                                           { 0.5, 0, 0, 0.5, 90, 160 } };

    for (size_t i = 0; i < LENGTH(turns); i++) {
        scene_push_transform(scene, &turns[i]);
        set_lines(scene, "en", lines, LENGTH(lines));
        scene_pop(scene);
    }
}

const struct test_scene test_scenes[] = {
    { "strokes", draw_strokes, 240, 200 }, { "fills", draw_fills, 220, 160 },
    { "hatches", draw_hatches, 205, 120 }, { "levels", draw_levels, 200, 120 },
    { "image", draw_image, 150, 110 },     { "latin", draw_latin, 300, 110 },
    { "arabic", draw_arabic, 300, 90 },    { "han", draw_han, 300, 80 },
    { "turned", draw_turned, 240, 220 },   { NULL, NULL, 0, 0 },
};

struct scene *test_scene_make(const struct test_scene *what)
{
    struct scene *scene = scene_create(NULL, what->width, what->height);

    what->draw(scene);
    scene_finish(scene);
    if (scene_status(scene) != SHEAF_OK)
        fail_msg("%s: %s", what->name, scene_error(scene)->message);
    return scene;
}

int test_scenes_run(const char *name, void (*test)(void **state))
{
    struct CMUnitTest tests[MOST_TEST_SCENES];
    size_t n = 0;

    for (; test_scenes[n].name != NULL; n++)
        tests[n] = (struct CMUnitTest){ .name = test_scenes[n].name,
                                        .test_func = test,
                                        .initial_state = (void *)&test_scenes[n] };
    return _cmocka_run_group_tests(name, tests, n, NULL, NULL);
}
