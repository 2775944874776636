/* pdf_drawing.c - the operators that marks become: few, and each parameter once. */
#include "paint/pages.h"

static struct scene *scene_of(struct page *page)
{
    return page->scene;
}

static void draw_rectangles(struct page *page)
{
    for (int i = 0; i < 2; i++) {
        scene_rectangle(scene_of(page), 10 + 20 * i, 10.25, 10, 20);
        scene_fill(scene_of(page), blue);
    }
}

static void draw_polyline(struct page *page)
{
    const struct stroke pen = { .width = 1.6,
                                .cap = CAP_ROUND,
                                .join = JOIN_ROUND,
                                .dash = { 3, 1.5 },
                                .n_dash = 2,
                                .dash_phase = 1 };
    const struct paint paint = paint_color(color_hex(0x808080));

    for (int i = 0; i < 2; i++) {
        scene_move_to(scene_of(page), 0, i);
        scene_line_to(scene_of(page), 10.0005, 1.0 / 3);
        scene_curve_to(scene_of(page), (struct point){ 1, 2 }, (struct point){ 3, 4 },
                       (struct point){ 5, 6 });
        scene_close_path(scene_of(page));
        scene_draw(scene_of(page), NULL, &paint, &pen);
    }
}

static void draw_both(struct page *page)
{
    const struct stroke pen = { .width = 2 };
    const struct paint fill = paint_color(blue), line = paint_color(orange);

    scene_rectangle(scene_of(page), 10, 10, 30, 20);
    scene_draw(scene_of(page), &fill, &line, &pen);
}

static void draw_both_translucent(struct page *page)
{
    const struct stroke pen = { .width = 2 };
    const struct paint fill = paint_color(blue), line = paint_color(color_alpha(orange, 0.4));

    scene_rectangle(scene_of(page), 10, 10, 30, 20);
    scene_draw(scene_of(page), &fill, &line, &pen);
}

static void draw_translucent_then_opaque(struct page *page)
{
    for (int i = 0; i < 2; i++) {
        scene_rectangle(scene_of(page), 10, 10, 30, 20);
        scene_fill(scene_of(page), color_alpha(blue, i == 0 ? 0.2 : 1));
    }
}

static void draw_hatch(struct page *page)
{
    const struct paint hatch = {
        .kind = PAINT_HATCH, .color = blue, .background = orange, .spacing = 8, .width = 1
    };

    scene_rectangle(scene_of(page), 10, 10, 20, 10);
    scene_draw(scene_of(page), &hatch, NULL, NULL);
}

static void draw_pushes(struct page *page)
{
    struct scene *scene = page->scene;

    scene_rectangle(scene, 0, 0, 50, 50);
    scene_push_clip(scene);
    scene_push_transform(scene, &(struct matrix){ .xx = 100, .yy = 100, .x0 = 5 });
    scene_rectangle(scene, 0.12345, 0, 0.1, 0.1);
    scene_fill(scene, color_hex(0));
    scene_pop(scene);
    scene_pop(scene);
    scene_push_clip(scene);
    scene_pop(scene);
}

static void draw_unseen(struct page *page)
{
    const struct stroke thin = { .width = 0 };
    const struct paint clear = paint_color((struct color){ 1, 2, 3, 0 }), line = paint_color(blue);

    scene_rectangle(scene_of(page), 10, 10, 20, 10);
    scene_draw(scene_of(page), &clear, &line, &thin);
}

static const struct {
    const char *name;
    void (*draw)(struct page *page);
    const char *operators;
} cases[] = {
    { "rectangles of one color", draw_rectangles,
      "/Artifact BMC\n"
      "0.122 0.373 0.659 rg\n"
      "10 10.25 10 20 re\n"
      "f\n"
      "30 10.25 10 20 re\n"
      "f\n"
      "EMC\n" },
    { "lines of one pen", draw_polyline,
      "/Artifact BMC\n"
      "0.502 G\n"
      "1.6 w\n"
      "1 J\n"
      "1 j\n"
      "[3 1.5 ]1 d\n"
      "0 0 m\n"
      "10.001 0.333 l\n"
      "1 2 3 4 5 6 c\n"
      "h\n"
      "S\n"
      "0 1 m\n"
      "10.001 0.333 l\n"
      "1 2 3 4 5 6 c\n"
      "h\n"
      "S\n"
      "EMC\n" },
    { "fill and stroke at once", draw_both,
      "/Artifact BMC\n"
      "0.122 0.373 0.659 rg\n"
      "0.831 0.439 0.11 RG\n"
      "2 w\n"
      "10 10 30 20 re\n"
      "B\n"
      "EMC\n" },
    { "a translucent stroke lies over its fill", draw_both_translucent,
      "/Artifact BMC\n"
      "0.122 0.373 0.659 rg\n"
      "10 10 30 20 re\n"
      "f\n"
      "/A102 gs\n"
      "0.831 0.439 0.11 RG\n"
      "2 w\n"
      "10 10 30 20 re\n"
      "S\n"
      "EMC\n" },
    { "opacity is set back", draw_translucent_then_opaque,
      "/Artifact BMC\n"
      "/a51 gs\n"
      "0.122 0.373 0.659 rg\n"
      "10 10 30 20 re\n"
      "f\n"
      "/a255 gs\n"
      "10 10 30 20 re\n"
      "f\n"
      "EMC\n" },
    { "a hatch is lines, clipped", draw_hatch,
      "/Artifact BMC\n"
      "0.831 0.439 0.11 rg\n"
      "10 10 20 10 re\n"
      "f\n"
      "q\n"
      "10 10 20 10 re\n"
      "W n\n"
      "0.122 0.373 0.659 RG\n"
      "9 16 m 31 16 l\n"
      "S\n"
      "Q\n"
      "EMC\n" },
    { "coordinates under a scale have more digits", draw_pushes,
      "q\n"
      "0 0 50 50 re\n"
      "W n\n"
      "q\n"
      "100 0 0 100 5 0 cm\n"
      "/Artifact BMC\n"
      "0.12345 0 0.1 0.1 re\n"
      "f\n"
      "EMC\n"
      "Q\n"
      "Q\n"
      "q\n"
      "0 0 0 0 re\n"
      "W n\n"
      "Q\n" },
    { "what cannot be seen is not written", draw_unseen, "" },
};

/* The page's operators after the flip. */
static struct process read_operators(const char *path)
{
    struct process objects = page_read_objects(path);
    char *start = strstr(objects.output, "%% Contents for page");

    assert_non_null(start);
    start = strstr(start, " cm\n") + 4;
    char *end = strstr(start, "endstream");
    *end = '\0';
    if (end > start && end[-1] == '\n' && end[-2] == '\n')
        *--end = '\0'; /* qpdf's own */
    memmove(objects.output, start, (size_t)(end - start) + 1);
    return objects;
}

static void test_operators(void **state)
{
    (void)state;
    process_need("qpdf");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct page page;

        print_message("  %s\n", cases[i].name);
        page_open(&page, 100, 60);
        cases[i].draw(&page);
        struct process operators = read_operators(page_finish(&page, NULL, "drawing.pdf"));
        assert_string_equal(operators.output, cases[i].operators);
        process_free(&operators);
        page_close(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operators),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
