/* pdf_text.c - text in a PDF: what a reader copies out is what was set. */
#include "paint/pages.h"

#include "base/strings.h"

/* The page's text as pdftotext reads it, without the blank lines and the page break
 * at its end. */
static struct process extract(const char *path)
{
    process_need("pdftotext");
    struct process text = process_run("pdftotext", path, "-", NULL);

    assert_int_equal(text.status, 0);
    while (text.length > 0 && strchr("\f\n", text.output[text.length - 1]) != NULL)
        text.output[--text.length] = '\0';
    return text;
}

static const struct {
    const char *name, *utf8, *read; /* NULL: as set */
} lines[] = {
    { "Latin with kerning and ligatures", "AVATAR office flow, Type VA fi", NULL },
    { "Kazakh", "Қазақстан Республикасы — Ұлттық экономика", NULL },
    { "figures and signs", "−2.1 % +30.1 % $31.5 bn 2024–2025 ±½ 10⁶", NULL },
    { "accents", "café Ålesund naïve", NULL },
    { "a mark that the face does not compose", "q\u0301atar x\u0323y", NULL },
    { "poppler reads a no-break space as a space", "about 10\u00A0000 tonnes",
      "about 10 000 tonnes" },
    { "an arrow made of two characters", "a->b", NULL },
};

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct page page;
        print_message("  %s\n", lines[i].name);
        page_open(&page, 400, 60);
        page_say(&page, 20, 40, 12, lines[i].utf8);
        struct process text = extract(page_finish(&page, NULL, "text.pdf"));
        assert_string_equal(text.output, lines[i].read != NULL ? lines[i].read : lines[i].utf8);
        process_free(&text);
        page_close(&page);
    }
}

/* Figures of one width have glyphs of their own and are still figures. */
static void test_tabular_figures(void **state)
{
    const struct text_style style = { .size = 9, .tabular = true, .color = ink };
    struct page page;

    (void)state;
    page_open(&page, 200, 60);
    text_line_draw(text_set(page.text, &page.arena, "1 234 567.11", &style), page.scene, 180, 40,
                   ALIGN_RIGHT);
    page_say(&page, 20, 55, 9, "1 234 567.11");
    struct process text = extract(page_finish(&page, NULL, "tabular.pdf"));
    assert_string_equal(text.output, "1 234 567.11\n1 234 567.11");
    process_free(&text);
    page_close(&page);
}

/* Puts the glyphs of one line as if they stood for another text. */
static void say_otherwise(struct page *page, double y, const char *glyphs, const char *utf8)
{
    struct glyph_run run = page_set(page, 12, glyphs)->runs[0];

    run.origin = (struct point){ 20, y };
    run.text = utf8;
    run.length = strlen(utf8);
    scene_glyphs(page->scene, &run);
}

/* One glyph, two texts: the map can hold only one. */
static void test_one_glyph_of_two_characters(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 200, 100);
    page_say(&page, 20, 20, 12, "A");
    say_otherwise(&page, 40, "ABA", "XBX");
    struct process text = extract(page_finish(&page, NULL, "conflict.pdf"));
    assert_string_equal(text.output, "A\nXBX");
    process_free(&text);
    page_close(&page);
}

/* One glyph for several characters, several glyphs for one. */
static void test_clusters(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 200, 100);
    struct glyph_run run = page_set(&page, 12, "AB")->runs[0];
    struct glyph glyphs[2] = { run.glyphs[0], run.glyphs[1] };
    run.glyphs = glyphs;
    run.text = "ffiZ";
    run.length = 4;
    glyphs[1].cluster = 3;
    run.origin = (struct point){ 20, 20 };
    scene_glyphs(page.scene, &run);

    struct glyph_run split = page_set(&page, 12, "CD")->runs[0];
    struct glyph pair[2] = { split.glyphs[0], split.glyphs[1] };
    split.glyphs = pair;
    split.text = "Ü";
    split.length = strlen(split.text);
    pair[1].cluster = 0;
    split.origin = (struct point){ 20, 40 };
    scene_glyphs(page.scene, &split);
    struct process text = extract(page_finish(&page, NULL, "clusters.pdf"));
    assert_string_equal(text.output, "ffiZ\nÜ");
    process_free(&text);
    page_close(&page);
}

/* Runs that no shaper makes: clusters at the text's end, out of order, all one;
 * glyphs that the face does not have. */
static void test_odd_runs(void **state)
{
    static const uint32_t clusters[][3] = { { 3, 3, 3 }, { 2, 1, 0 }, { 0, 0, 0 }, { 1, 3, 2 } };
    struct page page;

    (void)state;
    page_open(&page, 200, 100);
    struct glyph_run run = page_set(&page, 12, "ABC")->runs[0];
    for (size_t i = 0; i < 2 * LENGTH(clusters); i++) {
        struct glyph glyphs[3];
        memcpy(glyphs, run.glyphs, sizeof glyphs);
        for (size_t k = 0; k < 3; k++)
            glyphs[k].cluster = clusters[i / 2][k];
        glyphs[1].id = i == 3 ? 0xFFFF : glyphs[1].id;
        struct glyph_run odd = run;
        odd.glyphs = glyphs;
        odd.right_to_left = i % 2;
        odd.origin = (struct point){ 20, 10 + 10 * (double)i };
        scene_glyphs(page.scene, &odd);
    }
    assert_well_formed(page_finish(&page, NULL, "odd.pdf"));
    page_close(&page);
}

/* The run as the box of a character that no face draws. */
static void draw_box(struct page *page, struct glyph_run run, const char *character, double x)
{
    run.text = character;
    run.length = strlen(character);
    run.n_glyphs = 1;
    run.right_to_left = false;
    run.is_missing = true;
    run.origin = (struct point){ x, 50 };
    scene_glyphs(page->scene, &run);
}

/* Boxes have one outline and a code for each character, in compact and in TrueType fonts: browsers
 * lose most of several characters that share a code. U+100000 and the like are for private use: no
 * face has them. */
static void test_boxes(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 200, 60);
    page_say(&page, 20, 20, 12, "A\U00100000\U00100001\U00100000 \U0010FFFD B");
    struct glyph_run run = page_set(&page, 12, "ئ")->runs[0];
    draw_box(&page, run, "\U00100002", 20);
    draw_box(&page, run, "\U00100003", 20 + run.glyphs[0].advance);
    const char *path = page_finish(&page, NULL, "boxes.pdf");
    struct process text = extract(path), objects = page_read_objects(path);
    assert_string_equal(text.output, "A\U00100000\U00100001\U00100000 \U0010FFFD B\n"
                                     "\U00100002\U00100003");
    assert_null(strstr(objects.output, "ActualText"));
    process_free(&objects);
    process_free(&text);
    page_close(&page);
}

/* Right-to-left text comes out in logical order, between its direction marks. */
static void test_right_to_left(void **state)
{
    static const char uyghur[] = "شىنجاڭ ئۇيغۇر";
    struct page page;

    (void)state;
    page_open(&page, 200, 60);
    page_say(&page, 20, 40, 12, uyghur);
    const char *path = page_finish(&page, NULL, "rtl.pdf");
    struct process text = extract(path);
    assert_non_null(strstr(text.output, uyghur));
    process_free(&text);
    struct process objects = page_read_objects(path);
    assert_null(strstr(objects.output, "ActualText"));
    process_free(&objects);
    page_close(&page);
}

/* Han faces are CID-keyed, or TrueType: whichever the machine has. */
static void test_han(void **state)
{
    static const char han[] = "中国与哈萨克斯坦贸易";
    struct page page;

    (void)state;
    page_open(&page, 300, 60);
    struct text_line *line = page_set(&page, 18, han);
    if (line == NULL) {
        print_message("no face for Han: skipped\n");
        page_close(&page);
        skip();
    }
    text_line_draw(line, page.scene, 20, 40, ALIGN_LEFT);
    struct process text = extract(page_finish(&page, NULL, "han.pdf"));
    assert_string_equal(text.output, han);
    process_free(&text);
    page_close(&page);
}

/* Every font is embedded, a subset, and has a Unicode map. */
static void test_fonts(void **state)
{
    const struct text_style strong = { .size = 12, .semibold = true, .color = ink };
    struct page page;
    int n = 0;

    (void)state;
    process_need("pdffonts");
    page_open(&page, 300, 100);
    page_say(&page, 20, 20, 12, "Regular");
    page_say(&page, 20, 60, 12, "ئۇيغۇر");
    text_line_draw(text_set(page.text, &page.arena, "Strong", &strong), page.scene, 20, 40,
                   ALIGN_LEFT);
    struct process fonts = process_run("pdffonts", page_finish(&page, NULL, "fonts.pdf"), NULL);
    for (const char *line = strstr(fonts.output, "---\n"); line != NULL && line[4] != '\0'; n++) {
        line = strchr(line + 4, '\n') - 3;
        assert_non_null(memmem(line - 30, 30, "yes yes yes", 11));
    }
    assert_int_equal(n, 3);
    assert_non_null(strstr(fonts.output, "+Inter-Regular"));
    assert_non_null(strstr(fonts.output, "+Inter-SemiBold"));
    process_free(&fonts);
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_tabular_figures),
        cmocka_unit_test(test_one_glyph_of_two_characters),
        cmocka_unit_test(test_clusters),
        cmocka_unit_test(test_odd_runs),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_right_to_left),
        cmocka_unit_test(test_han),
        cmocka_unit_test(test_fonts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
