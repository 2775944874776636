/* blocks_are_led_to.c - links, names and numbers of blocks, bookmarks and contents lead to where the blocks
 * stand. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "pages.h"
#include "paint/paint.h"
#include "support/process.h"

#define CHART(title) "  - chart: {type: bars, series: turnover, title: " title "}\n"
#define TABLE(title) "  - table: {title: " title ", rows: [turnover, exports], columns: [2023]}\n"

static char *spec_of(const char *root, const char *blocks)
{
    struct buffer text;

    buffer_init(&text, NULL, NULL);
    buffer_text(&text, "sheaf: 1\n");
    buffer_text(&text, root);
    buffer_text(&text, strchr(PAGES_HEAD, '\n') + 1);
    buffer_text(&text, blocks);
    return text.bytes;
}

#define TABLE_OF_FLAGS "  - table: {rows: [exports, turnover], columns: [2022]}\n"

/* What the pages hold, in this order; absent: what they do not hold. */
static const struct {
    const char *name, *language, *root, *blocks;
    const char *in_order[8];
    const char *absent;
} cases[] = {
    { "a link to a chart behind it",
      "en",
      "",
      "  - text: see [this](#exp)\n" CHART("T") "    id: exp\n",
      { "link uri \"#exp\"", "\"this\"", "figure", "id \"exp\"" },
      "Chart 1" },
    { "numbers by kind",
      "en",
      "number: yes\n",
      "  - text: '{#b} and {#t}, {#b, number}'\n" CHART("One")
          CHART("Two") "    id: b\n" TABLE("All") "    id: t\n",
      { "link uri \"#b\"", "\"chart\u00A02\"", "link uri \"#t\"", "\"table\u00A01\"", "\"2\"",
        "\"Chart 1. One\"", "\"Chart 2. Two\"", "\"Table 1. All\"" },
      NULL },
    { "names in Russian",
      "ru",
      "number: yes\n",
      "  - text: '{#b}'\n" CHART("One") "    id: b\n",
      { "\"\u0434\u0438\u0430\u0433\u0440\u0430\u043C\u043C\u0430\u00A01\"",
        "\"\u0414\u0438\u0430\u0433\u0440\u0430\u043C\u043C\u0430 1. One\"" },
      NULL },
    { "names in Chinese",
      "zh",
      "number: yes\n",
      "  - text: '{#b}'\n" CHART("One") "    id: b\n",
      { "\u56FE", "\u56FE" },
      NULL },
    { "a block that is left out",
      "en",
      "",
      "  - text: see [this](#exp) and {#h}\n"
      "  - heading: H\n    id: h\n" CHART("T") "    id: exp\n    when: \"turnover[1990]\"\n",
      { "\"this\"", "link uri \"#h\"", "\"H\"" },
      "#exp" },
    { "footnotes and back",
      "en",
      "",
      "  - text: |\n      a[^1]\n\n      [^1]: words\n  - notes\n",
      { "link uri \"#note.1\"", "\"\u00B9\"", "id \"note.1\"", "link uri \"#note.1.back\"",
        "\"words\"" },
      NULL },
    { "flags and back",
      "en",
      "",
      "  - text: a {exports[2022]}\n  - notes\n",
      { "link uri \"#note.est\"", "[est]", "id \"note.est\"", "link uri \"#note.est.back\"",
        "\"[est]\"", "Own estimate" },
      NULL },
    { "the first flag of a table",
      "en",
      "",
      TABLE_OF_FLAGS "  - notes\n",
      { "header-cell", "link uri \"#note.est\"", "\"[est]\"", "cell", "id \"note.est\"" },
      NULL },
    { "flags of key figures",
      "en",
      "",
      "  - figures:\n      - {value: \"exports[2022]\"}\n      - {value: \"turnover[2022]\"}\n"
      "  - notes\n",
      { "list-item", "link uri \"#note.est\"", "\"[est]\"", "list-item", "\"[est]\"",
        "id \"note.est\"" },
      NULL },
    { "a table that explains its flags itself",
      "en",
      "",
      TABLE_OF_FLAGS,
      { "Own estimate", "\"[est]\"" },
      "#note.est" },
    { "contents",
      "en",
      "",
      "  - contents\n  - heading: First\n  - text: a\n  - heading: Second\n  - text: b\n",
      { "\"Contents\"", "contents\n", "contents-item", "reference",
        "link \"First\" uri \"#section.1\"", "\"First\"", "\"1\"", "id \"section.1\"" },
      NULL },
    { "contents without sections",
      "en",
      "contents: yes\n",
      CHART("One") TABLE("All"),
      { "contents\n", "\"One\"", "\"All\"", "figure" },
      NULL },
    { "dates of a release",
      "en",
      "release: 2024-06-15\nnext: 2024-07-15\nextracted: 2024-06-10\n",
      "  - text: a\n",
      { "Released on 15 June 2024 \u00B7 Next release on 15 July 2024", "10 June 2024" },
      NULL },
    { "dates in German",
      "de",
      "extracted: 2024-06-10\n",
      "  - text: a\n",
      { "Daten abgerufen am 10. Juni 2024" },
      NULL },
    { "sources and flags without notes",
      "en",
      "",
      "  - text: '{exports[2022]}'\n",
      { "[est]", "\"Source: \"", "Kazinform", "Own estimate" },
      "(1 +" },
    { "nothing to explain", "en", "", "  - text: a\n", { "\"a\"" }, "note" },
};

static void check_order(const struct buffer *dump, const char *const *in_order, size_t most)
{
    const char *at = dump->bytes;

    for (size_t i = 0; i < most && in_order[i] != NULL; i++) {
        const char *found = strstr(at, in_order[i]);
        if (found == NULL)
            print_message("%s\nnot there: %s\n", dump->bytes, in_order[i]);
        assert_non_null(found);
        at = found + strlen(in_order[i]);
    }
}

static void test_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char *text = spec_of(cases[i].root, cases[i].blocks);
        sheaf_sheet *sheet = pages_read(NULL, text);
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        sheaf_sheet_set_language(sheet, cases[i].language);
        pages_dump(sheet, &dump);
        check_order(&dump, cases[i].in_order, LENGTH(cases[i].in_order));
        if (cases[i].absent != NULL)
            assert_null(strstr(dump.bytes, cases[i].absent));
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
        free(text);
    }
}

static const struct {
    const char *name, *root, *blocks, *message;
} mistakes[] = {
    { "no number", "", "  - text: '{#b}'\n" CHART("One") "    id: b\n",
      "'b' has no number: write 'number: yes' for the sheet, or [words](#b)" },
    { "no name", "", "  - text: '{#b}'\n    id: b\n",
      "'b' is a block of type 'text', which has no name; write [words](#b)" },
    { "misspelt", "", "  - text: '[a](#exprts)'\n" CHART("One") "    id: exports\n",
      "no block has the id 'exprts'; did you mean 'exports'?" },
    { "twice", "", "  - text: a\n    id: b\n  - text: c\n    id: b\n",
      "two blocks have the id 'b'" },
    { "no id", "", "  - text: a\n    id: b.c\n",
      "an id is of letters, digits, - and _, and begins with a letter: exports-2023" },
};

static void test_mistakes(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        char *text = spec_of(mistakes[i].root, mistakes[i].blocks);
        sheaf_sheet *sheet = pages_read(NULL, text);

        print_message("  %s\n", mistakes[i].name);
        assert_null(sheet_layout(sheet));
        assert_non_null(strstr(sheaf_sheet_message(sheet), mistakes[i].message));
        assert_true(sheaf_sheet_error(sheet)->line > 0);
        sheaf_sheet_destroy(sheet);
        free(text);
    }
}

/* From three pages and three sections on; never where the author says so. */
static void test_contents_by_themselves(void **state)
{
    static const struct {
        const char *root;
        size_t sections;
        bool has;
    } sheets[] = { { "", 3, true }, { "", 2, false }, { "contents: no\n", 3, false } };

    (void)state;
    for (size_t i = 0; i < LENGTH(sheets); i++) {
        struct buffer blocks, dump;

        buffer_init(&blocks, NULL, NULL);
        for (size_t k = 0; k < 6; k++) {
            if (k < sheets[i].sections)
                buffer_format(&blocks, "  - heading: Section %zu\n", k + 1);
            buffer_text(&blocks, CHART("One") CHART("Two"));
        }
        char *text = spec_of(sheets[i].root, blocks.bytes);
        sheaf_sheet *sheet = pages_read(NULL, text);
        assert_true(pages_dump(sheet, &dump) >= 3);
        assert_int_equal(strstr(dump.bytes, "contents-item") != NULL, sheets[i].has);
        buffer_free(&dump);
        buffer_free(&blocks);
        sheaf_sheet_destroy(sheet);
        free(text);
    }
}

static void write_pdf(const struct sheet_pages *pages, const char *path)
{
    const struct pdf_options options = { .metadata = { .title = pages->title, .language = "en" } };
    sheaf_error error = { 0 };
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    assert_int_equal(paint_pdf((const struct scene *const *)pages->scenes, pages->n, &options, NULL,
                               &bytes, &error),
                     SHEAF_OK);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.bytes, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
    buffer_free(&bytes);
}

/* The PDF as qpdf shows it: what stands below a bookmark before the bookmark. */
static void test_pdf(void **state)
{
    static const char *const expected[] = { "\"title\": \"Chart 1. One\"", "\"title\": \"First\"",
                                            "\"title\": \"Table 1. All\"",
                                            "\"title\": \"Second\"" };
    char path[600];

    (void)state;
    process_need("qpdf");
    snprintf(path, sizeof path, "%s/tests/sheet/led_to.pdf", golden_build_folder());
    assert_true(golden_make_folders(path));
    char *text = spec_of("number: yes\n",
                         "  - contents\n  - text: |\n      a[^1] and [b](#b)\n\n      [^1]: c\n"
                         "  - heading: First\n" CHART("One") "    id: b\n"
                                                             "  - heading: Second\n" TABLE("All"));
    sheaf_sheet *sheet = pages_read(NULL, text);
    struct sheet_pages *pages = sheet_layout(sheet);
    assert_non_null(pages);
    write_pdf(pages, path);
    sheet_pages_destroy(pages);
    struct process json = process_run("qpdf", "--json", "--json-key=outlines", path, NULL);
    const char *at = json.output;
    for (size_t i = 0; i < LENGTH(expected); i++) {
        at = strstr(at, expected[i]);
        assert_non_null(at);
    }
    process_free(&json);
    struct process objects = process_run("qpdf", "--json", path, NULL);
    assert_int_equal(objects.status, 0);
    assert_non_null(strstr(objects.output, "\"/TOCI\""));
    assert_non_null(strstr(objects.output, "note.1.back"));
    assert_null(strstr(objects.output, "First1")); /* what the link is called has no page */
    process_free(&objects);
    sheaf_sheet_destroy(sheet);
    free(text);
}

static size_t count_in(const char *text, const char *what)
{
    size_t n = 0;

    for (const char *at = text; (at = strstr(at, what)) != NULL; at++)
        n++;
    return n;
}

/* Of the flags of a table and of key figures the first leads to its note: the others are no annotations.
 * Flags of charts alone lead nowhere, and their note leads nowhere back. */
static void test_flags(void **state)
{
    static const struct {
        const char *name, *blocks;
        size_t links, backs;
    } counts[] = {
        { "each block once",
          "  - figures:\n      - {value: \"exports[2022]\"}\n      - {value: \"turnover[2022]\"}\n"
          "  - table: {rows: [exports, turnover], columns: [2022, 2023]}\n  - notes\n",
          2, 1 },
        { "a chart alone", CHART("One") "  - notes\n", 0, 0 },
    };
    char path[600];

    (void)state;
    process_need("qpdf");
    snprintf(path, sizeof path, "%s/tests/sheet/flags.pdf", golden_build_folder());
    assert_true(golden_make_folders(path));
    for (size_t i = 0; i < LENGTH(counts); i++) {
        char *text = spec_of("", counts[i].blocks);
        sheaf_sheet *sheet = pages_read(NULL, text);
        struct sheet_pages *pages = sheet_layout(sheet);

        print_message("  %s\n", counts[i].name);
        assert_non_null(pages);
        write_pdf(pages, path);
        sheet_pages_destroy(pages);
        struct process objects = process_run("qpdf", "--json", path, NULL);
        assert_int_equal(objects.status, 0);
        assert_int_equal(count_in(objects.output, "\"/Dest\": \"u:note.est\""), counts[i].links);
        assert_int_equal(count_in(objects.output, "\"/Dest\": \"u:note.est.back\""),
                         counts[i].backs);
        assert_null(strstr(objects.output, ".back.back"));
        process_free(&objects);
        sheaf_sheet_destroy(sheet);
        free(text);
    }
}

/* A program names blocks as a spec does. */
static void test_program(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer dump;

    (void)state;
    sheaf_sheet_set_title(sheet, "T");
    sheaf_sheet_set_release(sheet, "2024-06-15");
    sheaf_sheet_add_contents(sheet);
    sheaf_sheet_add_text(sheet, "see {#end}");
    sheaf_sheet_add_heading(sheet, "The end");
    sheaf_sheet_set_id(sheet, "end");
    pages_dump(sheet, &dump);
    check_order(&dump,
                (const char *const[]){ "15 JUNE 2024", "link \"The end\" uri \"#end\"", "\"see \"",
                                       "\"The\u00A0end\"", "id \"end\"" },
                5);
    buffer_free(&dump);
    sheaf_sheet_add_text(sheet, "[a](#b)");
    assert_null(sheet_layout(sheet));
    assert_non_null(strstr(sheaf_sheet_message(sheet), "no block has the id 'b'"));
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),   cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_program), cmocka_unit_test(test_contents_by_themselves),
        cmocka_unit_test(test_pdf),     cmocka_unit_test(test_flags),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
