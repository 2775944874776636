/* pdf_structure.c - the tags of a PDF, as poppler reads them. */
#include "paint/pages.h"

static const struct pdf_options english = { .metadata = { .title = "Trade", .language = "en" } };

static void open_figure(struct page *page, const char *alt)
{
    scene_open(page->scene, &(struct group){ .role = ROLE_FIGURE, .alt = alt });
}

static void say_link(struct page *page, double y, const char *uri)
{
    scene_open(page->scene, &(struct group){ .role = ROLE_LINK, .uri = uri, .alt = "Statistics" });
    page_say(page, 20, y, 10, "stat.gov.kz");
    scene_close(page->scene);
}

static void say_cell(struct page *page, const struct group *cell, double x, double y,
                     const char *utf8)
{
    scene_open(page->scene, cell);
    if (utf8 != NULL)
        page_say(page, x, y, 10, utf8);
    scene_close(page->scene);
}

static void draw_table(struct page *page)
{
    const struct group wide = { .role = ROLE_HEADER_CELL, .scope = SCOPE_COLUMN, .columns = 2 };
    const struct group row = { .role = ROLE_HEADER_CELL, .scope = SCOPE_ROW };
    const struct group cell = { .role = ROLE_CELL };

    scene_open_role(page->scene, ROLE_TABLE);
    scene_open_role(page->scene, ROLE_ROW);
    say_cell(page, &wide, 20, 100, "Exports");
    scene_close(page->scene);
    scene_open_role(page->scene, ROLE_ROW);
    say_cell(page, &row, 20, 115, "2023");
    say_cell(page, &cell, 60, 115, NULL);
    scene_close(page->scene);
    scene_close(page->scene);
}

static void draw_title(struct page *page)
{
    page_say_as(page, ROLE_TITLE, 20, 20, "Title");
    page_say_as(page, ROLE_HEADING1, 20, 40, "Heading");
    page_say_as(page, ROLE_HEADING2, 20, 60, "Lower");
}

static void draw_heading(struct page *page)
{
    page_say_as(page, ROLE_HEADING1, 20, 40, "Heading");
}

static void draw_list(struct page *page)
{
    scene_open_role(page->scene, ROLE_LIST);
    for (int i = 0; i < 2; i++) {
        scene_open_role(page->scene, ROLE_LIST_ITEM);
        page_say_as(page, ROLE_LIST_LABEL, 20, 20 + 20 * i, i == 0 ? "1." : "2.");
        scene_open_role(page->scene, ROLE_LIST_BODY);
        page_say_as(page, ROLE_PARAGRAPH, 40, 20 + 20 * i, i == 0 ? "One" : "Two");
        scene_close(page->scene);
        scene_close(page->scene);
    }
    scene_close(page->scene);
    scene_open_role(page->scene, ROLE_QUOTE);
    page_say_as(page, ROLE_PARAGRAPH, 20, 60, "Said");
    scene_close(page->scene);
}

static void draw_figure(struct page *page)
{
    open_figure(page, "Bars");
    scene_open_role(page->scene, ROLE_PLOT);
    page_say_as(page, ROLE_CHART_TITLE, 20, 40, "Inside");
    scene_rectangle(page->scene, 20, 50, 60, 40);
    scene_push_clip(page->scene);
    page_say_as(page, ROLE_ARTIFACT, 20, 60, "too");
    scene_pop(page->scene);
    scene_close(page->scene);
    scene_close(page->scene);
}

static void draw_interrupted(struct page *page)
{
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    page_say(page, 20, 20, 10, "before");
    page_say_as(page, ROLE_ARTIFACT, 20, 30, "decoration");
    page_say(page, 20, 40, 10, "after");
    scene_close(page->scene);
}

static void draw_clipped(struct page *page)
{
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    page_say(page, 20, 20, 10, "before");
    scene_rectangle(page->scene, 20, 20, 60, 40);
    scene_push_clip(page->scene);
    page_say(page, 20, 30, 10, "within");
    scene_pop(page->scene);
    page_say(page, 20, 40, 10, "after");
    scene_close(page->scene);
}

static void draw_apart(struct page *page)
{
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    page_say(page, 20, 20, 10, "Exports,");
    page_say(page, 20, 35, 10, "2023");
    page_say(page, 80, 35, 10, "$14.7");
    page_say(page, 120, 35, 10, " bn");
    scene_close(page->scene);
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    page_say(page, 20, 60, 10, "un");
    page_say(page, 20 + page_set(page, 10, "un")->width, 60, 10, "broken");
    page_say(page, 20, 75, 10, "by-");
    page_say(page, 20, 90, 10, "products");
    scene_close(page->scene);
}

static void draw_empty(struct page *page)
{
    scene_open_role(page->scene, ROLE_SECTION);
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    scene_close(page->scene);
    scene_close(page->scene);
    page_say_as(page, ROLE_PARAGRAPH, 20, 20, "there");
}

static void draw_languages(struct page *page)
{
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    scene_open(page->scene, &(struct group){ .role = ROLE_SPAN, .language = "kk" });
    page_say(page, 20, 20, 10, "сауда");
    scene_close(page->scene);
    page_say_as(page, ROLE_SPAN, 60, 20, "plain");
    scene_close(page->scene);
}

static void draw_link(struct page *page)
{
    scene_open_role(page->scene, ROLE_PARAGRAPH);
    say_link(page, 20, "https://stat.gov.kz/");
    scene_close(page->scene);
}

static void draw_margins(struct page *page)
{
    page_say_as(page, ROLE_HEADER, 20, 10, "Fact sheet");
    scene_open_role(page->scene, ROLE_FOOTER);
    page_say(page, 20, 100, 10, "1");
    say_link(page, 110, "https://stat.gov.kz/");
    scene_close(page->scene);
    page_say(page, 20, 50, 10, "stray");
}

static void draw_notes(struct page *page)
{
    page_say_as(page, ROLE_NOTE, 20, 20, "First");
    page_say_as(page, ROLE_NOTE, 20, 40, "Second");
}

static const struct {
    const char *name;
    void (*draw)(struct page *page);
    const char *tree;
} cases[] = {
    { "headings lie below the title", draw_title,
      "Document\n"
      "  H1 (block)\n"
      "    \"Title\"\n"
      "  H2 (block)\n"
      "    \"Heading\"\n"
      "  H3 (block)\n"
      "    \"Lower\"\n" },
    { "without a title headings are the highest", draw_heading,
      "Document\n"
      "  H1 (block)\n"
      "    \"Heading\"\n" },
    { "an empty cell stays", draw_table,
      "Document\n"
      "  Table (block)\n"
      "    TR\n"
      "      TH:\n"
      "         /Scope /Column\n"
      "         /ColSpan 2\n"
      "        \"Exports\"\n"
      "    TR\n"
      "      TH:\n"
      "         /Scope /Row\n"
      "        \"2023\"\n"
      "      TD\n" },
    { "items have labels and bodies, quotations paragraphs", draw_list,
      "Document\n"
      "  L (block)\n"
      "    LI (block)\n"
      "      Lbl (block)\n"
      "        \"1.\"\n"
      "      LBody (block)\n"
      "        P (block)\n"
      "          \"One\"\n"
      "    LI (block)\n"
      "      Lbl (block)\n"
      "        \"2.\"\n"
      "      LBody (block)\n"
      "        P (block)\n"
      "          \"Two\"\n"
      "  BlockQuote\n"
      "    P (block)\n"
      "      \"Said\"\n" },
    { "a figure is one with its parts, below its title", draw_figure,
      "Document\n"
      "  H1 (block)\n"
      "    \"Inside\"\n"
      "  Figure:\n"
      "     /Placement /Block\n"
      "     /BBox [20 57.59 48.12 89.69]\n"
      "    \"too\"\n" },
    { "decoration interrupts a paragraph", draw_interrupted,
      "Document\n"
      "  P (block)\n"
      "    \"before\"\n"
      "    \"after\"\n" },
    { "words apart are words", draw_apart,
      "Document\n"
      "  P (block)\n"
      "    \"Exports, 2023 $14.7 bn\"\n"
      "  P (block)\n"
      "    \"unbroken by-products\"\n" },
    { "what is empty is left out", draw_empty,
      "Document\n"
      "  P (block)\n"
      "    \"there\"\n" },
    { "a change of language is an element", draw_languages,
      "Document\n"
      "  P (block)\n"
      "    Span (inline)\n"
      "      \"сауда\"\n"
      "    \" plain\"\n" },
    { "a link is one too", draw_link,
      "Document\n"
      "  P (block)\n"
      "    Link (inline)\n"
      "      \"stat.gov.kz\"\n"
      "      Object 12 0\n" },
    { "margins are artifacts, their links are not", draw_margins,
      "Document\n"
      "  Link (inline)\n"
      "    \"stat.gov.kz\"\n"
      "    Object 12 0\n" },
    { "notes", draw_notes,
      "Document\n"
      "  Note <note-000001> (inline)\n"
      "    \"First\"\n"
      "  Note <note-000002> (inline)\n"
      "    \"Second\"\n" },
};

static void test_tree(void **state)
{
    (void)state;
    process_need("pdfinfo");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct page page;

        print_message("  %s\n", cases[i].name);
        page_open(&page, 200, 120);
        cases[i].draw(&page);
        const char *path = page_finish(&page, &english, "structure.pdf");
        assert_well_formed(path);
        struct process tree = process_run("pdfinfo", "-struct-text", path, NULL);
        assert_string_equal(tree.output, cases[i].tree);
        process_free(&tree);
        page_close(&page);
    }
}

/* What says that the file is one for archives and for everyone, if it has a title and a
 * language; the colours that it is in. */
static void test_standards(void **state)
{
    static const char *const expected[] = {
        "<pdfaid:part>3</pdfaid:part>",      "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",    "/S /GTS_PDFA1",
        "/OutputConditionIdentifier (sRGB)", "acsp",
    };
    static const struct pdf_options nameless = { .metadata = { .language = "en" } };

    (void)state;
    process_need("qpdf");
    for (int titled = 0; titled < 2; titled++) {
        struct page page;

        page_open(&page, 200, 120);
        page_say_as(&page, ROLE_PARAGRAPH, 20, 20, "there");
        const char *path = page_finish(&page, titled ? &english : &nameless, "standards.pdf");
        assert_well_formed(path);
        struct process objects = page_read_objects(path);
        for (size_t i = 0; i < LENGTH(expected); i++) {
            print_message("  %s\n", expected[i]);
            assert_int_equal(strstr(objects.output, expected[i]) != NULL, titled);
        }
        process_free(&objects);
        page_close(&page);
    }
}

/* A run in a script that its document's or its element's language has not is in a language of its own. */
static void test_languages(void **state)
{
    static const struct {
        const char *document, *element, *text;
        const char *languages; /* of the runs, each followed by a space */
        enum role role;
    } runs[] = {
        { "en", NULL, "In China (中国)", "zh ", ROLE_PARAGRAPH },
        { "en", NULL, "Беларусь, Қытай", "kk ", ROLE_PARAGRAPH }, /* one run */
        { "en", NULL, "Китай", "ru ", ROLE_PARAGRAPH },
        { "zh-Hant", NULL, "中国 Китай", "ru ", ROLE_PARAGRAPH },
        { "ja", NULL, "中国", "", ROLE_PARAGRAPH },
        { "kk", NULL, "Китай, Қытай, China", "", ROLE_PARAGRAPH },
        { "ru", NULL, "China, 14.7%, €, →", "", ROLE_PARAGRAPH },
        { "uz-Arab", NULL, "الصين", "", ROLE_PARAGRAPH },
        { "en", NULL, "الصين", "ar ", ROLE_PARAGRAPH },
        { "en", NULL, "جۇڭگو", "ug ", ROLE_PARAGRAPH },
        { "en", "zh", "中国", "", ROLE_PARAGRAPH },
        { "zh", "ru", "中国", "zh ", ROLE_PARAGRAPH },
        { "en", NULL, "中国", "zh ", ROLE_FIGURE },
        { "en", NULL, "中国", "", ROLE_ARTIFACT },
    };

    (void)state;
    process_need("qpdf");
    for (size_t i = 0; i < LENGTH(runs); i++) {
        const struct pdf_options options = { .metadata = { .title = "Trade",
                                                           .language = runs[i].document } };
        char found[64] = "";
        struct page page;

        print_message("  %s in %s\n", runs[i].text, runs[i].document);
        page_open(&page, 300, 120);
        scene_open(page.scene, &(struct group){ .role = runs[i].role,
                                                .language = runs[i].element,
                                                .alt = runs[i].role == ROLE_FIGURE ? "A" : NULL });
        page_say(&page, 20, 20, 10, runs[i].text);
        scene_close(page.scene);
        const char *path = page_finish(&page, &options, "languages.pdf");
        assert_well_formed(path);
        struct process objects = page_read_objects(path);
        static const char open[] = "/Span <</Lang (";
        for (const char *at = objects.output; (at = strstr(at, open)) != NULL;) {
            at += sizeof open - 1;
            size_t length = strlen(found), n = strcspn(at, ")");
            assert_true(length + n + 2 <= sizeof found);
            memcpy(found + length, at, n);
            memcpy(found + length + n, " ", 2);
        }
        assert_string_equal(found, runs[i].languages);
        process_free(&objects);
        page_close(&page);
    }
}

/* Link annotations must be found from the page and from the tree, and be printable
 * and named, and their address must be a URI. */
static void test_link(void **state)
{
    static const char *const expected[] = {
        "  /A <<\n    /S /URI\n    /URI (https://stat.gov.kz/%D0%B0\\(1\\)%20?a=b&c)\n  >>",
        "  /Border [\n    0\n    0\n    0\n  ]",
        "  /Contents (Statistics)",
        "  /F 4\n",
        "  /StructParent 1\n",
        "/StructParents 0\n",
        "/Tabs /S",
        "/Type /OBJR",
    };
    struct page page;

    (void)state;
    process_need("qpdf");
    page_open(&page, 200, 120);
    say_link(&page, 20, "https://stat.gov.kz/а(1) ?a=b&c");
    const char *path = page_finish(&page, &english, "link.pdf");
    assert_well_formed(path);
    struct process objects = page_read_objects(path);
    for (size_t i = 0; i < LENGTH(expected); i++) {
        print_message("  %s\n", expected[i]);
        assert_non_null(strstr(objects.output, expected[i]));
    }
    process_free(&objects);
    page_close(&page);
}

/* The operators that open and close sequences, on one line. */
static void list_sequences(const char *objects, char *out, size_t capacity)
{
    const char *at = strstr(objects, "%% Contents for page"), *end = strstr(at, "endstream");

    *out = '\0';
    for (; at < end; at = strchr(at, '\n') + 1) {
        char line[100];
        snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
        size_t n = strlen(line), used = strlen(out);
        bool is_mark = n > 2 && strcmp(line + n - 2, "MC") == 0;
        bool is_begin = n > 3 && strcmp(line + n - 3, "BDC") == 0;
        if (is_mark || is_begin || strcmp(line, "q") == 0 || strcmp(line, "Q") == 0)
            snprintf(out + used, capacity - used, "%s%s", used > 0 ? " " : "", line);
    }
}

/* A sequence holds whole pushes or lies within one. */
static void test_nesting(void **state)
{
    static const struct {
        void (*draw)(struct page *page);
        const char *sequences;
    } nestings[] = {
        { draw_figure, "/H1 <</MCID 0>> BDC EMC /Figure <</MCID 1>> BDC q Q EMC" },
        { draw_interrupted, "/P <</MCID 0>> BDC EMC /Artifact BMC EMC /P <</MCID 1>> BDC EMC" },
        { draw_clipped, "/P <</MCID 0>> BDC EMC q /P <</MCID 1>> BDC EMC Q"
                        " /P <</MCID 2>> BDC EMC" },
        { draw_margins,
          "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC EMC"
          " /Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC EMC"
          " /Link <</MCID 0>> BDC EMC /Artifact BMC EMC" },
    };

    (void)state;
    process_need("qpdf");
    for (size_t i = 0; i < LENGTH(nestings); i++) {
        struct page page;
        char sequences[1000];

        page_open(&page, 200, 120);
        nestings[i].draw(&page);
        struct process objects = page_read_objects(page_finish(&page, NULL, "nesting.pdf"));
        list_sequences(objects.output, sequences, sizeof sequences);
        assert_string_equal(sequences, nestings[i].sequences);
        process_free(&objects);
        page_close(&page);
    }
}

/* All pages hang from one document, each with its own numbers. */
static void test_pages(void **state)
{
    enum { PAGES = 3 };
    const struct scene *scenes[PAGES];
    struct page pages[PAGES];
    struct buffer pdf;

    (void)state;
    process_need("pdfinfo");
    for (int i = 0; i < PAGES; i++) {
        page_open(&pages[i], 200, 120);
        scene_open_role(pages[i].scene, ROLE_DOCUMENT);
        page_say_as(&pages[i], ROLE_PARAGRAPH, 20, 20, (const char *[]){ "a", "b", "c" }[i]);
        scene_close(pages[i].scene);
        scene_finish(pages[i].scene);
        scenes[i] = pages[i].scene;
    }
    pages_paint(scenes, PAGES, &english, &pdf);
    const char *path = pages_save(&pdf, "pages.pdf");
    assert_well_formed(path);
    struct process tree = process_run("pdfinfo", "-struct-text", path, NULL);
    assert_string_equal(tree.output, "Document\n"
                                     "  P (block)\n"
                                     "    \"a\"\n"
                                     "  P (block)\n"
                                     "    \"b\"\n"
                                     "  P (block)\n"
                                     "    \"c\"\n");
    process_free(&tree);
    buffer_free(&pdf);
    for (int i = 0; i < PAGES; i++)
        page_close(&pages[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tree),  cmocka_unit_test(test_standards),
        cmocka_unit_test(test_link),  cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_pages), cmocka_unit_test(test_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
