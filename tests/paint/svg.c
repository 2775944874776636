/* svg.c - SVG pictures: what they say, the same bytes each time, and drawn as Cairo draws. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "paint/paint.h"
#include "support/agree.h"
#include "support/golden.h"
#include "support/quota.h"
#include "support/scenes.h"

static const struct svg_options described = {
    .metadata = { .title = "Trade <of> \x01“A & B”",
                  .alternative = "Exports rose.",
                  .language = "kk" },
    .prefix = "picture-1",
};

static struct buffer paint(const struct test_scene *what, const struct svg_options *options)
{
    struct scene *scene = test_scene_make(what);
    sheaf_error error = { 0 };
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    if (paint_svg(scene, options, &bytes, &error) != SHEAF_OK)
        fail_msg("%s: %s", what->name, error.message);
    scene_destroy(scene);
    return bytes;
}

static const struct test_scene *scene_named(const char *name)
{
    const struct test_scene *what = test_scenes;

    while (what->name != NULL && strcmp(what->name, name) != 0)
        what++;
    assert_non_null(what->name);
    return what;
}

static void test_same_scene_same_bytes(void **state)
{
    (void)state;
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++)
        for (enum svg_text text = SVG_TEXT_NAMED; text <= SVG_TEXT_OUTLINES; text++) {
            const struct svg_options options = { .text = text };
            struct buffer a = paint(what, &options), b = paint(what, &options);

            if (a.length != b.length || memcmp(a.bytes, b.bytes, a.length) != 0)
                fail_msg("%s differs", what->name);
            buffer_free(&a);
            buffer_free(&b);
        }
}

static void test_documents_are_named(void **state)
{
    struct buffer svg = paint(scene_named("latin"), &described);

    (void)state;
    assert_memory_equal(svg.bytes, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"picture-1\"",
                        52);
    assert_non_null(strstr(svg.bytes, " role=\"graphics-document\" lang=\"kk\" xml:lang=\"kk\""));
    assert_non_null(strstr(svg.bytes, ">\n<title>"
                                      "Trade &lt;of&gt; \xEF\xBF\xBD“A &amp; B”</title>\n"
                                      "<desc>Exports rose.</desc>\n"));
    assert_null(strstr(svg.bytes, "<style"));
    assert_null(strstr(svg.bytes, " style=\""));
    buffer_free(&svg);
}

/* Of two pictures in one page, ids differ of themselves; equal pictures may have equal ids. */
static void test_ids_tell_pictures_apart(void **state)
{
    struct buffer a = paint(scene_named("latin"), NULL), b = paint(scene_named("strokes"), NULL);
    char id[2][40];

    (void)state;
    assert_int_equal(sscanf(strstr(a.bytes, " id=\""), " id=\"%39[^\"]", id[0]), 1);
    assert_int_equal(sscanf(strstr(b.bytes, " id=\""), " id=\"%39[^\"]", id[1]), 1);
    assert_string_not_equal(id[0], id[1]);
    assert_memory_equal(id[0], "sheaf-", 6);
    buffer_free(&a);
    buffer_free(&b);
}

static void test_prefixes_are_identifiers(void **state)
{
    static const char *const wrong[] = {
        "1a",
        "-a",
        "a b",
        "a\"",
        "a<",
        "ä",
        "a2345678901234567890123456789012345678901234567890123456789012345", /* 65 */
    };
    struct scene *scene = test_scene_make(scene_named("latin"));

    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        sheaf_error error = { 0 };
        struct buffer bytes;

        buffer_init(&bytes, NULL, NULL);
        assert_int_equal(
            paint_svg(scene, &(struct svg_options){ .prefix = wrong[i] }, &bytes, &error),
            SHEAF_BAD_ARGUMENT);
        assert_int_equal(bytes.length, 0);
        buffer_free(&bytes);
    }
    scene_destroy(scene);
}

static void test_faces_are_embedded(void **state)
{
    struct svg_options options = described;

    (void)state;
    options.text = SVG_TEXT_EMBEDDED;
    struct buffer svg = paint(scene_named("arabic"), &options);
    assert_non_null(strstr(svg.bytes, "<style>\n@font-face{font-family:picture-1-face-1;"));
    assert_non_null(strstr(svg.bytes, "src:url(data:font/"));
    assert_non_null(strstr(svg.bytes, " font-family=\"picture-1-face-1,"));
    buffer_free(&svg);
}

static void test_outlines_have_no_text(void **state)
{
    struct svg_options options = described;

    (void)state;
    options.text = SVG_TEXT_OUTLINES;
    struct buffer svg = paint(scene_named("latin"), &options);
    assert_null(strstr(svg.bytes, "<text"));
    assert_null(strstr(svg.bytes, "font-family"));
    buffer_free(&svg);
}

static void test_as_looked_at(void **state)
{
    static const char *const names[] = { "latin", "arabic", "hatches", "levels", "fills" };

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        struct buffer svg = paint(scene_named(names[i]), &described);
        char name[64];

        snprintf(name, sizeof name, "paint/%s.svg", names[i]);
        golden_text(name, svg.bytes, svg.length);
        buffer_free(&svg);
    }
}

static void test_drawn_as_by_cairo(void **state)
{
    (void)state;
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++) {
        struct scene *scene = test_scene_make(what);

        /* librsvg 2.54 smooths pixels, whatever it is told, and knows neither tabular figures nor
         * textLength. */
        if (strcmp(what->name, "image") != 0)
            svg_agrees(what->name, scene, true);
        if (strcmp(what->name, "image") != 0 && strcmp(what->name, "latin") != 0)
            svg_agrees(what->name, scene, false);
        scene_destroy(scene);
    }
}

/* A series of three: one with a mark of its own, one that is only on the line, one seen twice. */
static struct scene *make_line(void)
{
    static const struct scene_datum all = { 0, ALL_PERIODS, 0 }, last = { 0, 2, 3 };
    struct scene *scene = scene_create(NULL, 100, 50);

    scene_push_transform(scene, &(struct matrix){ 1, 0, 0, 1, 10, 5 });
    scene_open(scene, &(struct group){ .role = ROLE_SERIES, .label = "a\"b", .datum = &all });
    scene_move_to(scene, 0, 0);
    scene_line_to(scene, 50, 20);
    scene_stroke(scene, color_hex(0), 1);
    scene_open(scene, &(struct group){ .role = ROLE_DATUM, .label = "last", .datum = &last });
    scene_circle(scene, 50, 20, 2);
    scene_fill(scene, color_hex(0));
    scene_close(scene);
    scene_close(scene);
    scene_pop(scene);
    scene_finish(scene);
    return scene;
}

static void test_each_datum_is_a_symbol_once(void **state)
{
    static const struct svg_datum data[] = {
        { 0, 0, { 8, 3, 12, 7 }, "first <1>" },       { 0, 1, { 33, 12, 37, 18 }, "second" },
        { 0, 2, { 58, 23, 62, 27 }, "last" },         { 1, 0, { 0, 0, 2, 2 }, "of no series" },
        { 0, 1, { 33, 12, 37, 18 }, "second again" },
    };
    const struct svg_options options = { .prefix = "p", .data = data, .n_data = LENGTH(data) };
    struct scene *scene = make_line();
    sheaf_error error = { 0 };
    struct buffer svg;

    (void)state;
    buffer_init(&svg, NULL, NULL);
    assert_int_equal(paint_svg(scene, &options, &svg, &error), SHEAF_OK);
    golden_text("paint/data.svg", svg.bytes, svg.length);
    buffer_free(&svg);
    scene_destroy(scene);
}

static sheaf_status paint_scene(const sheaf_alloc *alloc, const void *scene)
{
    static const struct svg_datum data[] = { { 0, 0, { 8, 3, 12, 7 }, "first" } };
    const struct svg_options options = { .text = SVG_TEXT_EMBEDDED, .data = data, .n_data = 1 };
    sheaf_error error = { 0 };
    struct buffer bytes;
    sheaf_status status;

    buffer_init(&bytes, alloc, &error);
    status = paint_svg(scene, &options, &bytes, &error);
    assert_int_equal(error.status, status);
    buffer_free(&bytes);
    return status;
}

/* Thousands may stand there: each is one short element with its title, above all else. */
static void test_squares_have_titles(void **state)
{
    static const struct svg_square squares[] = { { { 8, 3, 12, 7 }, "1 to 2; 3 to 4; 5 & more" },
                                                 { { 12.25, 3, 16.25, 7 }, "2 to 3" } };
    static const char expected[] =
        "<g class=\"sheaf-squares\" fill=\"none\" pointer-events=\"all\">\n"
        "<path d=\"M8 3h4v4H8z\"><title>1 to 2; 3 to 4; 5 &amp; more</title></path>\n"
        "<path d=\"M12.25 3h4v4H12.25z\"><title>2 to 3</title></path>\n"
        "</g>\n</svg>\n";
    const struct svg_options options = { .squares = squares, .n_squares = LENGTH(squares) };
    struct buffer svg;

    (void)state;
    struct scene *scene = make_line();
    buffer_init(&svg, NULL, NULL);
    assert_int_equal(paint_svg(scene, &options, &svg, NULL), SHEAF_OK);
    assert_non_null(strstr(svg.bytes, expected));
    buffer_free(&svg);
    scene_destroy(scene);
}

static void test_survives_every_failed_allocation(void **state)
{
    static const char *const names[] = { "hatches", "levels", "latin", "image" };

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        struct scene *scene = test_scene_make(scene_named(names[i]));

        quota_sweep(paint_scene, scene);
        scene_destroy(scene);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_scene_same_bytes),
        cmocka_unit_test(test_documents_are_named),
        cmocka_unit_test(test_ids_tell_pictures_apart),
        cmocka_unit_test(test_prefixes_are_identifiers),
        cmocka_unit_test(test_faces_are_embedded),
        cmocka_unit_test(test_outlines_have_no_text),
        cmocka_unit_test(test_as_looked_at),
        cmocka_unit_test(test_each_datum_is_a_symbol_once),
        cmocka_unit_test(test_squares_have_titles),
        cmocka_unit_test(test_survives_every_failed_allocation),
        cmocka_unit_test(test_drawn_as_by_cairo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
