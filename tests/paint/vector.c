/* vector.c - SVG, EPS and PDF pictures: the same bytes each time, and what they say. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "paint/paint.h"
#include "support/golden.h"
#include "support/process.h"
#include "support/quota.h"
#include "support/scenes.h"

static const struct paint_metadata metadata = { .title = "Trade <of> “A & B”",
                                                .alternative = "Exports rose.",
                                                .language = "kk",
                                                .creator = "Sheaf" };

static struct buffer paint(const struct test_scene *what, enum vector_format format)
{
    struct scene *scene = test_scene_make(what);
    sheaf_error error = { 0 };
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    if (paint_vector(scene, format, &metadata, &bytes, &error) != SHEAF_OK)
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
        for (enum vector_format format = PAINT_SVG; format <= PAINT_CAIRO_PDF; format++) {
            if (format == PAINT_CAIRO_PDF && !test_scene_suits_cairo_pdf(what))
                continue;
            struct buffer a = paint(what, format), b = paint(what, format);

            if (a.length != b.length || memcmp(a.bytes, b.bytes, a.length) != 0)
                fail_msg("%s differs in format %d", what->name, (int)format);
            buffer_free(&a);
            buffer_free(&b);
        }
}

static void test_svg_is_titled(void **state)
{
    struct buffer svg = paint(scene_named("latin"), PAINT_SVG);

    (void)state;
    const char *root = strstr(svg.bytes, "<svg ");
    assert_non_null(root);
    assert_non_null(strstr(root, " role=\"img\" xml:lang=\"kk\">\n"
                                 "<title>Trade &lt;of&gt; “A &amp; B”</title>\n"
                                 "<desc>Exports rose.</desc>\n"));
    assert_null(strstr(svg.bytes, "<image"));
    assert_non_null(strstr(root, "px\" height=")); /* one unit of the scene is one pixel */
    buffer_free(&svg);
}

/* Numbers that Cairo counts through the process start anew in each file. */
static void test_svg_names_do_not_count_on(void **state)
{
    struct buffer svg = paint(scene_named("image"), PAINT_SVG);

    (void)state;
    assert_non_null(strstr(svg.bytes, "id=\"image1\""));
    assert_non_null(strstr(svg.bytes, "id=\"image2\""));
    assert_non_null(strstr(svg.bytes, "id=\"surface3\""));
    buffer_free(&svg);
}

static void test_eps_keeps_the_conventions(void **state)
{
    struct buffer eps = paint(scene_named("strokes"), PAINT_EPS);

    (void)state;
    assert_memory_equal(eps.bytes, "%!PS-Adobe-3.0 EPSF-3.0\n", 24);
    assert_non_null(strstr(eps.bytes, "\n%%Title: Trade <of> “A & B”\n"));
    assert_non_null(strstr(eps.bytes, "\n%%BoundingBox: "));
    assert_null(strstr(eps.bytes, "CreationDate"));
    buffer_free(&eps);
}

/* Where Cairo writes pixels: an image operator behind the prolog that defines one. */
static bool has_raster(const struct buffer *eps)
{
    const char *page = strstr(eps->bytes, "%%EndProlog");

    assert_non_null(page);
    return strstr(page, "image") != NULL || strstr(page, "/ImageType") != NULL;
}

/* Transparency over white is a paler colour, which EPS can have; over other marks it
 * is right only as pixels. */
static void test_eps_is_flat_over_paper(void **state)
{
    static const struct {
        double left; /* of the transparent square; another stands at 40 to 60 */
        bool raster;
    } cases[] = { { 5, false }, { 19, false }, { 50, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct scene *scene = scene_create(NULL, 100, 50);
        sheaf_error error = { 0 };
        struct buffer eps;

        scene_rectangle(scene, 0, 0, 100, 50);
        scene_fill(scene, color_hex(0xFFFFFF));
        scene_rectangle(scene, 40, 10, 20, 20);
        scene_fill(scene, color_hex(0x1F5FA8));
        scene_rectangle(scene, cases[i].left, 10, 20, 20);
        scene_fill(scene, color_alpha(color_hex(0xFF0000), 0.4));
        scene_finish(scene);
        buffer_init(&eps, NULL, &error);
        assert_int_equal(paint_vector(scene, PAINT_EPS, NULL, &eps, &error), SHEAF_OK);
        assert_int_equal(has_raster(&eps), cases[i].raster);
        assert_int_equal(strstr(eps.bytes, "\n1 0.6 0.6 rg\n") != NULL, !cases[i].raster);
        buffer_free(&eps);
        scene_destroy(scene);
    }
}

static void test_pdf_keeps_its_text(void **state)
{
    struct buffer pdf = paint(scene_named("latin"), PAINT_CAIRO_PDF);
    char path[1024];

    (void)state;
    process_need("pdftotext");
    snprintf(path, sizeof path, "%s/paint/vector.pdf", golden_build_folder());
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(pdf.bytes, 1, pdf.length, file), pdf.length);
    assert_int_equal(fclose(file), 0);
    buffer_free(&pdf);

    struct process text = process_run("pdftotext", "-layout", path, "-", NULL);
    assert_int_equal(text.status, 0);
    assert_non_null(strstr(text.output, "Kazakhstan–China trade"));
    assert_non_null(strstr(text.output, "Қазақстан мен Қытай арасындағы тауар айналымы"));
    assert_non_null(strstr(text.output, "office fi fl"));
    process_free(&text);

    struct process facts = process_run("pdfinfo", path, NULL);
    assert_int_equal(facts.status, 0);
    assert_non_null(strstr(facts.output, "Trade <of> “A & B”"));
    assert_null(strstr(facts.output, "CreationDate"));
    process_free(&facts);
}

struct painting {
    const struct scene *scene;
    enum vector_format format;
};

static sheaf_status paint_format(const sheaf_alloc *alloc, const void *context)
{
    const struct painting *what = context;
    sheaf_error error = { 0 };
    struct buffer bytes;
    sheaf_status status;

    buffer_init(&bytes, alloc, &error);
    status = paint_vector(what->scene, what->format, NULL, &bytes, &error);
    assert_int_equal(error.status, status);
    buffer_free(&bytes);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    struct scene *scene = test_scene_make(scene_named("hatches"));

    (void)state;
    for (enum vector_format format = PAINT_SVG; format <= PAINT_CAIRO_PDF; format++)
        quota_sweep(paint_format, &(struct painting){ scene, format });
    scene_destroy(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_scene_same_bytes),
        cmocka_unit_test(test_svg_is_titled),
        cmocka_unit_test(test_svg_names_do_not_count_on),
        cmocka_unit_test(test_eps_keeps_the_conventions),
        cmocka_unit_test(test_eps_is_flat_over_paper),
        cmocka_unit_test(test_pdf_keeps_its_text),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
