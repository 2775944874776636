/* A table that is too wide in the smallest type stands on a page of its own, the same paper turned; an author
 * may forbid or ask for it. What stands around it keeps the paper as it was. */
#include "support/check.h"

#include "pages.h"
#include "paint/paint.h"
#include "support/golden.h"
#include "support/overlap.h"

/* "%s": the columns, and keys of the table. */
#define TABLE                                                                                      \
    "- table: {title: All years, rows: 'd[flow: exports, partner: !WLD]', columns: [%s]%s}\n"
#define WORDS "- text: Some words.\n"
#define WIDE  "2000..2023, growth(2023), growth(2022)"
/* A word that no page that stands has the room for, beside the names. */
#define HALF_A_WORD                                                                                \
    "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzdurchfuehrungsverordnung"
#define ONE_WIDE "{label: {en: " HALF_A_WORD HALF_A_WORD "}, value: 'row[2023]'}"
#define WIDER    WIDE ", growth(2021), 2000..2023, 2000..2023"

static const struct {
    const char *name, *page;
    const char *before, *columns, *keys, *after;
    const char *papers; /* a letter a page: upright or lying */
} cases[] = {
    { "what fits stays", "A4", WORDS, "2022, 2023", "", WORDS, "u" },
    { "too wide", "A4", WORDS, WIDE, "", WORDS, "ulu" },
    { "under its heading", "A4", WORDS "- heading: Long\n", WIDE, "", "", "ul" },
    { "first", "A4", "", WIDE, "", "", "l" },
    { "kept with what follows", "A4", WORDS "- heading: Long\n", WIDE, "",
      "  keep: with next\n" WORDS, "ulu" },
    { "between page breaks", "A4", WORDS "- page break\n", WIDE, "", "- page break\n" WORDS,
      "ulu" },
    { "forbidden", "A4", WORDS, WIDE, ", turn: no", WORDS, "u" },
    { "asked for", "A4", WORDS, "2022, 2023", ", turn: yes", WORDS, "ulu" },
    { "too wide for both", "A4", WORDS, WIDER, "", WORDS, "uu" },
    { "one column too wide", "A4", WORDS, ONE_WIDE, "", WORDS, "ulu" },
    { "one column too wide among others", "A4", WORDS, WIDE ", " ONE_WIDE, "", WORDS, "ulu" },
    { "a page that lies", "A4 landscape", WORDS, WIDER, "", WORDS, "ll" },
    { "a page that lies, asked for", "A4 landscape", WORDS, WIDE, ", turn: yes", WORDS, "l" },
};

/* Nine members and 24 years. */
static void write_data(struct buffer *into)
{
    static const char *const members[] = { "CHN", "RUS", "ITA", "DEU", "UZB",
                                           "TUR", "KGZ", "GBR", "FRA", "WLD" };

    buffer_text(into, "period,partner,flow,value,unit,unit_mult\n");
    for (size_t i = 0; i < LENGTH(members); i++)
        for (size_t year = 2000; year < 2024; year++)
            buffer_format(into, "%zu,%s,exports,%zu,USD,3\n", year, members[i],
                          10000 + (year * 7919 + i * 104729) % 89999);
}

static sheaf_sheet *read_sheet(const char *page, const char *before, const char *columns,
                               const char *keys, const char *after)
{
    struct buffer data, spec;

    buffer_init(&data, NULL, NULL);
    buffer_init(&spec, NULL, NULL);
    write_data(&data);
    buffer_format(&spec,
                  "sheaf: 1\ntitle: Wide\npage: %s\ndate: 2024-06-26\nheader: Tests\ndata: {d: "
                  "turned.csv}\nsheet:\n%s" TABLE "%s",
                  page, before, columns, keys, after);
    sheaf_sheet *sheet = pages_read_data("turned", data.bytes, spec.bytes);
    buffer_free(&data);
    buffer_free(&spec);
    return sheet;
}

static void test_papers(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_sheet(cases[i].page, cases[i].before, cases[i].columns,
                                        cases[i].keys, cases[i].after);
        struct sheet_pages *pages = sheet_layout(sheet);
        char papers[20] = "";

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        for (size_t k = 0; k < pages->n; k++) {
            const struct scene *page = pages->scenes[k];
            strcat(papers, scene_width(page) > scene_height(page) ? "l" : "u");
            assert_true(scene_width(page) + scene_height(page) > 1437 &&
                        scene_width(page) + scene_height(page) < 1438);
            assert_string_equal(overlap_find(page, 0.3, false).message, "");
        }
        assert_string_equal(papers, cases[i].papers);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

/* What would be too wide on any page, or may not turn it, is told with the room that it had. */
static const struct {
    const char *name, *page, *before, *columns, *keys, *message;
} failures[] = {
    { "forbidden", "A4", "", ONE_WIDE, ", turn: no", "its place is 178 mm wide" },
    { "a page that lies", "200 x 190 mm", "", ONE_WIDE, "", "its place is 168 mm wide" },
    { "turned, too", "180 x 190 mm", "", ONE_WIDE, "", "its place is 158 mm wide" },
    { "what helps", "180 x 190 mm", "", ONE_WIDE, "",
      "wide: give the page smaller margins or more width, or shorten its words" },
    { "what forbids it", "A4", "", ONE_WIDE, ", turn: no",
      "wide: leave 'turn: no' out, or shorten its words" },
    { "in a row", "A4", "- row:\n  - text: Beside it.\n  ", ONE_WIDE, "",
      "wide: give it a larger span, let it stand on a line of its own, where a page may turn for "
      "it, or shorten its words" },
};

static void test_failures(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(failures); i++) {
        sheaf_sheet *sheet = read_sheet(failures[i].page, failures[i].before, failures[i].columns,
                                        failures[i].keys, "");

        print_message("  %s\n", failures[i].name);
        assert_null(sheet_layout(sheet));
        if (strstr(sheaf_sheet_message(sheet), failures[i].message) == NULL)
            fail_msg("%s", sheaf_sheet_message(sheet));
        sheaf_sheet_destroy(sheet);
    }
}

/* Header and footer reach to the margins of the turned page, and its words stay within them. */
static void test_edges(void **state)
{
    const double margin = 16 / 25.4 * 72;
    sheaf_sheet *sheet = read_sheet("A4", WORDS, WIDE, "", WORDS);
    struct sheet_pages *pages = sheet_layout(sheet);

    (void)state;
    assert_int_equal(pages->n, 3);
    for (size_t k = 0; k < pages->n; k++) {
        const struct box bounds = scene_bounds(pages->scenes[k]);
        assert_true(bounds.left > margin - 0.5 && bounds.left < margin + 0.5);
        assert_true(bounds.right > scene_width(pages->scenes[k]) - margin - 0.5);
        assert_true(bounds.right < scene_width(pages->scenes[k]) - margin + 0.5);
        assert_true(bounds.bottom < scene_height(pages->scenes[k]));
    }
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

static void test_look(void **state)
{
    sheaf_sheet *sheet = read_sheet("A4", WORDS "- heading: The long view\n", WIDE, "", WORDS);
    struct sheet_pages *pages = sheet_layout(sheet);
    struct buffer dump, png;
    sheaf_error error = { 0 };

    (void)state;
    buffer_init(&dump, NULL, NULL);
    buffer_init(&png, NULL, &error);
    scene_dump(pages->scenes[1], &dump);
    golden_text("sheet/turned.scene", dump.bytes, dump.length);
    assert_int_equal(paint_png(pages->scenes[1], 1.5, 108, NULL, &png, &error), SHEAF_OK);
    golden_picture("sheet/turned.png", png.bytes, png.length);
    buffer_free(&png);
    buffer_free(&dump);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_papers),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_look),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
