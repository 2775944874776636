/* geometry.c - bounds follow what is drawn, and a point finds what lies there. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "scene/painter.h"
#include "scene/scene.h"

static const struct color ink = { 0x1B, 0x24, 0x30, 255 };

static void near_box(struct box got, double left, double top, double right, double bottom)
{
    const double want[4] = { left, top, right, bottom };
    const double have[4] = { got.left, got.top, got.right, got.bottom };

    for (int i = 0; i < 4; i++)
        if (!(fabs(want[i] - have[i]) < 1e-6))
            fail_msg("side %d is %g/1000, not %g/1000", i, 1000 * have[i], 1000 * want[i]);
}

static void rectangle_area(struct scene *scene)
{
    scene_rectangle(scene, 10, 20, 30, 40);
    scene_fill(scene, ink);
}

static void circle_area(struct scene *scene)
{
    scene_circle(scene, 50, 50, 20);
    scene_fill(scene, ink);
}

static void frame(struct scene *scene)
{
    scene_rectangle(scene, 10, 20, 30, 40);
    scene_stroke(scene, ink, 4);
}

static void butt_line(struct scene *scene)
{
    scene_move_to(scene, 10, 20);
    scene_line_to(scene, 50, 20);
    scene_stroke(scene, ink, 4);
}

static void line(struct scene *scene, enum line_cap cap, enum line_join join)
{
    const struct paint paint = paint_color(ink);

    scene_draw(scene, NULL, &paint, &(struct stroke){ .width = 4, .cap = cap, .join = join });
}

static void round_line(struct scene *scene)
{
    scene_move_to(scene, 10, 20);
    scene_line_to(scene, 50, 20);
    line(scene, CAP_ROUND, JOIN_ROUND);
}

static void square_line(struct scene *scene)
{
    scene_move_to(scene, 10, 20);
    scene_line_to(scene, 50, 20);
    line(scene, CAP_SQUARE, JOIN_ROUND);
}

/* A right angle pointing up: the miter reaches half the width times sqrt(2). */
static void roof(struct scene *scene)
{
    scene_move_to(scene, 20, 40);
    scene_line_to(scene, 40, 20);
    scene_line_to(scene, 60, 40);
    line(scene, CAP_BUTT, JOIN_MITER);
}

static void round_roof(struct scene *scene)
{
    scene_move_to(scene, 20, 40);
    scene_line_to(scene, 40, 20);
    scene_line_to(scene, 60, 40);
    line(scene, CAP_BUTT, JOIN_ROUND);
}

static void dot(struct scene *scene)
{
    scene_move_to(scene, 30, 30);
    scene_line_to(scene, 30, 30);
    line(scene, CAP_ROUND, JOIN_ROUND);
}

static void clipped(struct scene *scene)
{
    scene_rectangle(scene, 0, 0, 20, 30);
    scene_push_clip(scene);
    rectangle_area(scene);
    scene_pop(scene);
}

static void clipped_away(struct scene *scene)
{
    scene_rectangle(scene, 0, 0, 5, 5);
    scene_push_clip(scene);
    rectangle_area(scene);
    scene_pop(scene);
}

static void turned(struct scene *scene)
{
    scene_push_transform(scene, &(struct matrix){ 0, 1, -1, 0, 100, 0 });
    rectangle_area(scene);
    scene_pop(scene);
}

static void scaled_circle(struct scene *scene)
{
    scene_push_transform(scene, &(struct matrix){ 2, 0, 0, 0.5, 0, 0 });
    scene_circle(scene, 20, 20, 10);
    scene_stroke(scene, ink, 2);
    scene_pop(scene);
}

static void glyphs(struct scene *scene)
{
    static const struct font face = { .name = "T", .ascent = 0.9, .descent = 0.2 };
    static const struct glyph two[] = { { .id = 1, .advance = 6 },
                                        { .id = 2, .x = 6, .advance = 5 } };

    scene_glyphs(scene, &(struct glyph_run){ .font = &face,
                                             .size = 10,
                                             .origin = { 20, 50 },
                                             .text = "ab",
                                             .length = 2,
                                             .glyphs = two,
                                             .n_glyphs = 2 });
}

static const double h = 1.4142135623730951;

static const struct {
    const char *name;
    void (*draw)(struct scene *scene);
    double left, top, right, bottom;
} extents[] = {
    { "rectangle", rectangle_area, 10, 20, 40, 60 },
    { "circle", circle_area, 30, 30, 70, 70 },
    { "frame with mitered corners", frame, 8, 18, 42, 62 },
    { "line with butt caps", butt_line, 10, 18, 50, 22 },
    { "line with round caps", round_line, 8, 18, 52, 22 },
    { "line with square caps", square_line, 8, 18, 52, 22 },
    { "miter", roof, 20 - h, 20 - 2 * h, 60 + h, 40 + h },
    { "round join", round_roof, 20 - h, 18, 60 + h, 40 + h },
    { "dot", dot, 28, 28, 32, 32 },
    { "clip", clipped, 10, 20, 20, 30 },
    { "clipped away", clipped_away, INFINITY, INFINITY, -INFINITY, -INFINITY },
    { "quarter turn", turned, 40, 10, 80, 40 },
    { "stroke scaled", scaled_circle, 18, 4.5, 62, 15.5 },
    { "glyphs", glyphs, 20, 41, 31, 52 },
};

static void test_bounds(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(extents); i++) {
        struct scene *scene = scene_create(NULL, 100, 100);

        print_message("  %s\n", extents[i].name);
        extents[i].draw(scene);
        scene_finish(scene);
        assert_int_equal(scene_status(scene), SHEAF_OK);
        struct box got = scene_bounds(scene);
        if (isinf(extents[i].left))
            assert_true(got.left > got.right);
        else
            near_box(got, extents[i].left, extents[i].top, extents[i].right, extents[i].bottom);
        scene_destroy(scene);
    }
}

/* A painter that writes down the groups' bounds. */
struct listener {
    struct painter painter;
    struct box bounds[8];
    int n_open, n_close, n_paths, depth;
    int fail_at; /* path that fails; -1: none */
};

static void hear_page(struct painter *painter, double width, double height)
{
    (void)painter;
    assert_true(width == 100 && height == 80);
}

static void hear_path(struct painter *painter, const struct path_mark *mark)
{
    struct listener *listener = (struct listener *)painter;

    assert_true(mark->path.n_verbs > 0);
    if (listener->n_paths++ == listener->fail_at)
        fail(&painter->error, SHEAF_SYSTEM, "no more ink");
}

static void hear_clip(struct painter *painter, const struct path *path)
{
    (void)path;
    ((struct listener *)painter)->depth++;
}

static void hear_transform(struct painter *painter, const struct matrix *matrix)
{
    (void)matrix;
    ((struct listener *)painter)->depth++;
}

static void hear_pop(struct painter *painter)
{
    ((struct listener *)painter)->depth--;
}

static void hear_open(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct listener *listener = (struct listener *)painter;

    (void)group;
    listener->bounds[listener->n_open++] = *bounds;
}

static void hear_close(struct painter *painter, const struct group *group)
{
    (void)group;
    ((struct listener *)painter)->n_close++;
}

static const struct painter_operations hearing = { .name = "listener",
                                                   .begin_page = hear_page,
                                                   .path = hear_path,
                                                   .push_clip = hear_clip,
                                                   .push_transform = hear_transform,
                                                   .pop = hear_pop,
                                                   .open = hear_open,
                                                   .close = hear_close };

static struct scene *nested_scene(void)
{
    struct scene *scene = scene_create(NULL, 100, 80);

    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = "Two squares." });
    scene_open_role(scene, ROLE_PLOT);
    scene_push_transform(scene, &(struct matrix){ 2, 0, 0, 2, 10, 10 });
    scene_rectangle(scene, 0, 0, 20, 4);
    scene_push_clip(scene);
    scene_open(scene, &(struct group){ .role = ROLE_DATUM, .label = "one" });
    scene_rectangle(scene, 0, 0, 5, 5);
    scene_fill(scene, ink);
    scene_close(scene);
    scene_open(scene, &(struct group){ .role = ROLE_DATUM, .label = "two" });
    scene_rectangle(scene, 10, 0, 5, 5);
    scene_fill(scene, ink);
    scene_close(scene);
    scene_pop(scene);
    scene_pop(scene);
    scene_close(scene);
    scene_open(scene, &(struct group){ .role = ROLE_SERIES, .label = "line" });
    scene_move_to(scene, 5, 70);
    scene_line_to(scene, 95, 50);
    scene_stroke(scene, ink, 1);
    scene_close(scene);
    scene_close(scene);
    scene_finish(scene);
    return scene;
}

static void test_groups_know_their_bounds_when_opened(void **state)
{
    struct scene *scene = nested_scene();
    struct listener listener = { .painter = { .operations = &hearing }, .fail_at = -1 };

    (void)state;
    assert_int_equal(scene_replay(scene, &listener.painter), SHEAF_OK);
    assert_int_equal(listener.n_open, 5);
    assert_int_equal(listener.n_close, 5);
    assert_int_equal(listener.depth, 0);
    near_box(listener.bounds[1], 10, 10, 40, 18);
    near_box(listener.bounds[2], 10, 10, 20, 18);
    near_box(listener.bounds[3], 30, 10, 40, 18);
    assert_true(listener.bounds[0].left < 5 && listener.bounds[0].right > 95);
    scene_destroy(scene);
}

static void test_replay_stops_at_the_first_failure(void **state)
{
    struct scene *scene = nested_scene(), *open = scene_create(NULL, 100, 80);
    struct listener listener = { .painter = { .operations = &hearing }, .fail_at = 1 };
    struct listener other = { .painter = { .operations = &hearing }, .fail_at = -1 };

    (void)state;
    assert_int_equal(scene_replay(scene, &listener.painter), SHEAF_SYSTEM);
    assert_int_equal(listener.n_paths, 2);
    assert_string_equal(listener.painter.error.message, "no more ink");
    scene_open_role(open, ROLE_PLOT);
    assert_int_equal(scene_replay(open, &other.painter), SHEAF_BAD_ARGUMENT);
    scene_destroy(scene);
    scene_destroy(open);
}

static const struct {
    double x, y;
    const char *label; /* "figure": by its alternative; NULL: nothing */
} hits[] = {
    { 15, 14, "one" },    { 35, 12, "two" },    { 35, 20, "figure" /* clipped */ },
    { 50, 60, "line" },   { 50, 61.5, "line" }, { 50, 66, "figure" },
    { 25, 14, "figure" }, { 99, 79, NULL },     { -500, 0, NULL },
};

static void test_a_point_finds_the_mark_on_top(void **state)
{
    struct scene *scene = nested_scene();

    (void)state;
    for (size_t i = 0; i < LENGTH(hits); i++) {
        const struct group *group = scene_hit(scene, hits[i].x, hits[i].y);
        const char *got = group == NULL          ? "nothing"
                          : group->label != NULL ? group->label
                                                 : "figure";
        assert_string_equal(got, hits[i].label != NULL ? hits[i].label : "nothing");
    }
    scene_destroy(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_groups_know_their_bounds_when_opened),
        cmocka_unit_test(test_replay_stops_at_the_first_failure),
        cmocka_unit_test(test_a_point_finds_the_mark_on_top),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
