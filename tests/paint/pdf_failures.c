/* pdf_failures.c - what the PDF painter refuses, and running out of memory anywhere. */
#include "paint/pages.h"

#include "paint/pdf/pdf.h"
#include "support/quota.h"

static const struct pdf_options dated = { .metadata = { .title = "Title" }, .date = "2024-06-26" };

static void draw(struct page *page)
{
    const struct paint hatch = { .kind = PAINT_HATCH, .color = blue, .spacing = 9, .width = 1 };
    static const uint8_t pixel[] = { 9, 9, 9, 9 };

    page_say_as(page, ROLE_TITLE, 20, 20, "Title");
    scene_open(page->scene, &(struct group){ .role = ROLE_FIGURE, .alt = "A figure" });
    scene_rectangle(page->scene, 0, 0, 50, 50);
    scene_push_clip(page->scene);
    scene_rectangle(page->scene, 0, 0, 50, 50);
    scene_fill(page->scene, color_alpha(blue, 0.5));
    scene_rectangle(page->scene, 0, 0, 50, 50);
    scene_draw(page->scene, &hatch, NULL, NULL);
    scene_pop(page->scene);
    scene_image(page->scene, &(struct image_mark){ 1, 1, 4, pixel, { 0, 0, 9, 9 } });
    scene_close(page->scene);
    scene_open(page->scene, &(struct group){ .role = ROLE_LINK, .uri = "https://stat.gov.kz/" });
    page_say(page, 20, 60, 10, "ئۇيغۇر");
    scene_close(page->scene);
    scene_finish(page->scene);
    assert_string_equal(scene_error(page->scene)->message, "");
}

static void test_refusals(void **state)
{
    const struct pdf_options bad_date = { .date = "26.06.2024" };
    static const struct pdf_options none;
    struct page page, large, open;
    struct buffer pdf;

    (void)state;
    page_open(&page, 100, 100);
    scene_finish(page.scene);
    page_open(&large, 15000, 100);
    scene_finish(large.scene);
    page_open(&open, 100, 100);
    scene_open_role(open.scene, ROLE_PARAGRAPH);
    scene_finish(open.scene);
    const struct {
        const struct scene *scene;
        size_t n;
        const struct pdf_options *options;
        const char *message;
    } cases[] = {
        { page.scene, 0, &none, "a PDF needs at least one page" },
        { large.scene, 1, &none, "a PDF page is at most 14400 points a side" },
        { page.scene, 1, &bad_date, "'26.06.2024' is not a date such as 2024-06-26" },
        { open.scene, 1, &none, scene_error(open.scene)->message },
    };

    buffer_init(&pdf, NULL, NULL);
    buffer_text(&pdf, "before");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_error error = { 0 };

        print_message("  %s\n", cases[i].message);
        assert_int_equal(
            paint_pdf(&cases[i].scene, cases[i].n, cases[i].options, NULL, &pdf, &error),
            SHEAF_BAD_ARGUMENT);
        assert_string_equal(error.message, cases[i].message);
        assert_int_equal(pdf.length, 6);
    }
    buffer_free(&pdf);
    page_close(&page);
    page_close(&large);
    page_close(&open);
}

/* A font of which only the name is known. */
static void test_font_without_outlines(void **state)
{
    static const uint8_t bytes[] = "not a font";
    const struct font font = {
        .bytes = bytes, .length = sizeof bytes, .name = "Broken", .units_per_em = 1000
    };
    const struct glyph glyph = { .id = 1, .advance = 5 };
    const struct glyph_run run = { .font = &font,
                                   .size = 10,
                                   .color = ink,
                                   .text = "a",
                                   .length = 1,
                                   .glyphs = &glyph,
                                   .n_glyphs = 1 };
    static const struct pdf_options none;
    sheaf_error error = { 0 };
    struct buffer pdf;
    struct page page;

    (void)state;
    page_open(&page, 100, 100);
    scene_glyphs(page.scene, &run);
    scene_finish(page.scene);
    const struct scene *scene = page.scene;
    buffer_init(&pdf, NULL, NULL);
    assert_int_equal(paint_pdf(&scene, 1, &none, NULL, &pdf, &error), SHEAF_SYSTEM);
    assert_string_equal(error.message, "the font 'Broken' has no outlines for a PDF");
    buffer_free(&pdf);
    page_close(&page);
}

/* Of a scene, with libharu's memory (NULL: its own). */
static sheaf_status paint_page(const struct scene *scene, const sheaf_alloc *alloc,
                               const struct haru_memory *memory)
{
    sheaf_error error = { 0 };
    struct buffer pdf;
    sheaf_status status;

    buffer_init(&pdf, alloc, NULL);
    status = memory == NULL ? paint_pdf(&scene, 1, &dated, alloc, &pdf, &error)
                            : pdf_paint(&scene, 1, &dated, alloc, memory, &pdf, &error);
    assert_int_equal(status, error.status);
    assert_true(status == SHEAF_OK || pdf.length == 0);
    buffer_free(&pdf);
    return status;
}

static sheaf_status paint_with(const sheaf_alloc *alloc, const void *scene)
{
    return paint_page(scene, alloc, NULL);
}

static void test_survives_every_lack_of_memory(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 100, 100);
    draw(&page);
    print_message("  %zu requests\n", quota_sweep(paint_with, page.scene));
    page_close(&page);
}

/* libharu's memory functions have no context. */
static _Thread_local size_t haru_left;

static void *take(unsigned size)
{
    return haru_left == 0 ? NULL : (haru_left--, malloc(size));
}

static void release(void *block)
{
    free(block);
}

static void test_survives_every_lack_of_libharu(void **state)
{
    const struct haru_memory memory = { take, release };
    sheaf_status status = SHEAF_NO_MEMORY;
    struct page page;
    size_t k = 0;

    (void)state;
    page_open(&page, 100, 100);
    draw(&page);
    for (; status == SHEAF_NO_MEMORY; k++) {
        haru_left = k;
        status = paint_page(page.scene, NULL, &memory);
    }
    assert_int_equal(status, SHEAF_OK);
    print_message("  %zu requests\n", k - 1);
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_font_without_outlines),
        cmocka_unit_test(test_survives_every_lack_of_memory),
        cmocka_unit_test(test_survives_every_lack_of_libharu),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
