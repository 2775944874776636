/* pages.h - scenes built by hand, and the PDF files made of them, for the PDF tests. */
#ifndef TESTS_PAINT_PAGES_H
#define TESTS_PAINT_PAGES_H

#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paint/paint.h"
#include "support/golden.h"
#include "support/process.h"
#include "text/text.h"

static const struct color ink = { 0x1B, 0x24, 0x30, 255 };
static const struct color blue = { 0x1F, 0x5F, 0xA8, 255 };
static const struct color orange = { 0xD4, 0x70, 0x1C, 255 };

struct page {
    sheaf_error error;
    struct text *text;
    struct arena arena;
    struct scene *scene;
};

static inline void page_open(struct page *page, double width, double height)
{
    memset(page, 0, sizeof *page);
    page->text = text_begin(NULL, "en", NULL, &page->error);
    arena_init(&page->arena, NULL, &page->error);
    page->scene = scene_create(NULL, width, height);
}

static inline void page_close(struct page *page)
{
    scene_destroy(page->scene);
    arena_free(&page->arena);
    text_end(page->text);
}

static inline struct text_line *page_set(struct page *page, double size, const char *utf8)
{
    const struct text_style style = { .size = size, .color = ink };

    return text_set(page->text, &page->arena, utf8, &style);
}

/* A line of text from its left end. */
static inline void page_say(struct page *page, double x, double baseline, double size,
                            const char *utf8)
{
    text_line_draw(page_set(page, size, utf8), page->scene, x, baseline, ALIGN_LEFT);
}

/* The same in a group of its own. */
static inline void page_say_as(struct page *page, enum role role, double x, double baseline,
                               const char *utf8)
{
    scene_open_role(page->scene, role);
    page_say(page, x, baseline, 10, utf8);
    scene_close(page->scene);
}

/* The pages' PDF in into; a failure fails the test. */
static inline void pages_paint(const struct scene *const *scenes, size_t n,
                               const struct pdf_options *options, struct buffer *into)
{
    static const struct pdf_options none;
    sheaf_error error = { 0 };

    buffer_init(into, NULL, NULL);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(scene_error(scenes[i])->message, "");
    paint_pdf(scenes, n, options != NULL ? options : &none, NULL, into, &error);
    assert_string_equal(error.message, "");
}

/* Writes bytes where the programs that read them can find them: under the build
 * folder, as paint/NAME. */
static inline const char *pages_save(const struct buffer *pdf, const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/paint/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(pdf->bytes, 1, pdf->length, file), pdf->length);
    assert_int_equal(fclose(file), 0);
    return path;
}

/* Finishes the page and saves it as a document. */
static inline const char *page_finish(struct page *page, const struct pdf_options *options,
                                      const char *name)
{
    const struct scene *scene = page->scene;
    struct buffer pdf;

    scene_finish(page->scene);
    assert_string_equal(page->error.message, "");
    pages_paint(&scene, 1, options, &pdf);
    const char *path = pages_save(&pdf, name);
    buffer_free(&pdf);
    return path;
}

/* qpdf reads it without an error or a warning. */
static inline void assert_well_formed(const char *path)
{
    if (!process_exists("qpdf"))
        return;
    struct process check = process_run("qpdf", "--check", path, NULL);
    if (check.status != 0)
        print_message("%s\n", check.output);
    assert_int_equal(check.status, 0);
    process_free(&check);
}

/* The file as plain text: streams inflated, one entry a line. */
static inline struct process page_read_objects(const char *path)
{
    process_need("qpdf");
    struct process objects =
        process_run("qpdf", "--qdf", "--no-original-object-ids", path, "-", NULL);
    /* What is no text, such as a profile of colours, is not looked for. */
    for (size_t i = 0; i < objects.length; i++)
        if (objects.output[i] == '\0')
            objects.output[i] = '?';
    return objects;
}

#endif
