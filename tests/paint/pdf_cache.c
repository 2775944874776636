/* pdf_cache.c - fonts put together from kept outlines: they draw what HarfBuzz's subsets
 * draw, and a document's bytes do not depend on what was kept before it. */
#include "paint/pages.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-subset.h>

#include "paint/pdf/cache.h"

static const char sample[] = "Kazakhstan & China, 2023: ÅÄö Қазақстан fi";

/* The glyphs of a text in one face. */
static hb_set_t *glyphs_of(struct page *page, const char *utf8, const struct font **font)
{
    const struct text_line *line = page_set(page, 10, utf8);
    hb_set_t *glyphs = hb_set_create();

    *font = line->runs[0].font;
    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < line->n_runs; i++)
        for (size_t k = 0; k < line->runs[i].n_glyphs; k++)
            hb_set_add(glyphs, line->runs[i].glyphs[k].id);
    return glyphs;
}

static void assemble(const struct pdf_face *face, const hb_set_t *glyphs, struct buffer *into)
{
    struct cff_bytes charstrings[256];
    size_t n = 0;

    for (hb_codepoint_t id = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &id);)
        charstrings[n++] = face->charstrings[id];
    cff_write(into, face->font->name, &face->cff, charstrings, n);
    assert_false(into->failed);
}

static hb_blob_t *subset_with_harfbuzz(const struct pdf_face *face, const hb_set_t *glyphs)
{
    hb_subset_plan_t *plan = pdf_plan_subset(face->face, glyphs);
    hb_face_t *subset = hb_subset_plan_execute_or_fail(plan);
    hb_blob_t *table = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));

    assert_true(hb_blob_get_length(table) > 0);
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    return table;
}

static FT_Face open_table(FT_Library library, const char *bytes, size_t length)
{
    FT_Face face;

    assert_int_equal(FT_New_Memory_Face(library, (const FT_Byte *)bytes, (FT_Long)length, 0, &face),
                     0);
    assert_int_equal(FT_Set_Pixel_Sizes(face, 0, 64), 0);
    return face;
}

static const FT_Bitmap *draw(FT_Face face, unsigned glyph)
{
    assert_int_equal(FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_RENDER), 0);
    return &face->glyph->bitmap;
}

static void assert_same_glyph(FT_Face a, FT_Face b, unsigned glyph)
{
    const FT_Bitmap *one = draw(a, glyph), *other = draw(b, glyph);

    assert_int_equal(one->width, other->width);
    assert_int_equal(one->rows, other->rows);
    if (one->rows > 0)
        assert_memory_equal(one->buffer, other->buffer, one->rows * (unsigned)abs(one->pitch));
    assert_int_equal(a->glyph->linearHoriAdvance, b->glyph->linearHoriAdvance);
    assert_int_equal(a->glyph->bitmap_left, b->glyph->bitmap_left);
    assert_int_equal(a->glyph->bitmap_top, b->glyph->bitmap_top);
}

static void test_glyphs_are_drawn_as_subsets_draw_them(void **state)
{
    struct pdf_cache *cache = pdf_cache_create(NULL);
    sheaf_error error = { 0 };
    const struct font *font;
    struct buffer bytes;
    struct page page;
    FT_Library library;

    (void)state;
    page_open(&page, 100, 100);
    hb_set_t *glyphs = glyphs_of(&page, sample, &font);
    struct pdf_face *face = pdf_cache_face(cache, font, &error);
    assert_true(face->is_name_keyed);
    assert_true(pdf_cache_need(cache, face, glyphs, &error));
    buffer_init(&bytes, NULL, NULL);
    assemble(face, glyphs, &bytes);
    hb_blob_t *table = subset_with_harfbuzz(face, glyphs);
    unsigned length;
    const char *expected = hb_blob_get_data(table, &length);

    assert_int_equal(FT_Init_FreeType(&library), 0);
    FT_Face a = open_table(library, bytes.bytes, bytes.length);
    FT_Face b = open_table(library, expected, length);
    assert_int_equal(a->num_glyphs, hb_set_get_population(glyphs));
    assert_int_equal(a->num_glyphs, b->num_glyphs);
    assert_int_equal(a->units_per_EM, b->units_per_EM);
    assert_memory_equal(&a->bbox, &b->bbox, sizeof a->bbox);
    for (unsigned glyph = 0; glyph < (unsigned)a->num_glyphs; glyph++)
        assert_same_glyph(a, b, glyph);
    FT_Done_Face(a);
    FT_Done_Face(b);
    FT_Done_FreeType(library);
    hb_blob_destroy(table);
    hb_set_destroy(glyphs);
    buffer_free(&bytes);
    pdf_cache_destroy(cache);
    page_close(&page);
}

/* Names of glyphs beyond the standard's 391 are a table's own. */
static void test_many_glyphs(void **state)
{
    enum { GLYPHS = 400 };
    struct cff_bytes charstrings[GLYPHS];
    struct pdf_cache *cache = pdf_cache_create(NULL);
    sheaf_error error = { 0 };
    const struct font *font;
    struct buffer bytes;
    struct page page;
    FT_Library library;

    (void)state;
    page_open(&page, 100, 100);
    hb_set_t *glyphs = glyphs_of(&page, "A", &font);
    hb_set_add_range(glyphs, 0, GLYPHS - 1);
    struct pdf_face *face = pdf_cache_face(cache, font, &error);
    assert_true(pdf_cache_need(cache, face, glyphs, &error));
    for (size_t i = 0; i < GLYPHS; i++)
        charstrings[i] = face->charstrings[i];
    buffer_init(&bytes, NULL, NULL);
    cff_write(&bytes, "Many", &face->cff, charstrings, GLYPHS);
    assert_int_equal(FT_Init_FreeType(&library), 0);
    FT_Face table = open_table(library, bytes.bytes, bytes.length);
    assert_int_equal(table->num_glyphs, GLYPHS);
    char name[32];
    assert_int_equal(FT_Get_Glyph_Name(table, GLYPHS - 1, name, sizeof name), 0);
    assert_string_equal(name, "g018F");
    FT_Done_Face(table);
    FT_Done_FreeType(library);
    hb_set_destroy(glyphs);
    buffer_free(&bytes);
    pdf_cache_destroy(cache);
    page_close(&page);
}

static const struct {
    const char *name;
    uint8_t bytes[8];
    size_t length;
    bool is_composed;
} charstrings[] = {
    { "an end alone", { 14 }, 1, false },
    { "a width and an end", { 139, 14 }, 2, false },
    { "a move, then an end", { 28, 1, 0, 139, 21, 14 }, 6, false },
    { "two letters as one", { 139, 140, 141, 142, 14 }, 5, true },
    { "a real number of five bytes is one number", { 255, 14, 14, 14, 14, 22, 14 }, 7, false },
    { "a call", { 139, 10, 14 }, 3, true },
    { "a mask", { 139, 19, 0, 14 }, 4, true },
    { "no end", { 139, 140, 21 }, 3, true },
    { "cut within a number", { 28, 1 }, 2, true },
    { "nothing", { 0 }, 0, true },
};

static void test_composed(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charstrings); i++) {
        const struct cff_bytes bytes = { charstrings[i].bytes, charstrings[i].length };

        print_message("  %s\n", charstrings[i].name);
        assert_int_equal(cff_is_composed(&bytes), charstrings[i].is_composed);
    }
}

static void paint(struct page *page, sheaf_context *context, struct buffer *into)
{
    const struct pdf_options options = { .context = context, .metadata = { .title = "Title" } };
    const struct scene *scene = page->scene;

    pages_paint(&scene, 1, &options, into);
}

/* Alone, after another document of the same context, and after itself. */
static void test_documents_do_not_depend_on_what_is_kept(void **state)
{
    static const char *const texts[] = { sample, "gh 2024", "سلام China", "中国" };
    sheaf_context *context = sheaf_context_create(NULL);
    struct buffer alone, kept;
    struct page page;

    (void)state;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < LENGTH(texts); i++) {
            page_open(&page, 300, 100);
            if (page_set(&page, 10, texts[i]) != NULL)
                page_say(&page, 20, 40, 10, texts[i]);
            scene_finish(page.scene);
            paint(&page, NULL, &alone);
            paint(&page, context, &kept);
            assert_int_equal(alone.length, kept.length);
            assert_memory_equal(alone.bytes, kept.bytes, alone.length);
            buffer_free(&alone);
            buffer_free(&kept);
            page_close(&page);
        }
    assert_int_equal(context_counted(context, COUNTED_WORKERS), 1);
    sheaf_context_destroy(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_glyphs_are_drawn_as_subsets_draw_them),
        cmocka_unit_test(test_many_glyphs),
        cmocka_unit_test(test_composed),
        cmocka_unit_test(test_documents_do_not_depend_on_what_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
