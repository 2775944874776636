/* pages_hold_all_blocks.c - whatever a sheet holds is on its pages: nothing is cut,
 * nothing lies on anything else, pages are full, and structure is complete. */
#include "support/check.h"

#include <math.h>

#include "pages.h"
#include "support/overlap.h"

#define BOTTOM_MARGIN (16 * 72.0 / 25.4) /* and those at the sides */

static sheaf_sheet *read_sample(void)
{
    char path[600];

    snprintf(path, sizeof path, "%s/samples/kaz-chn/kaz-chn.yaml", golden_source_folder());
    return sheaf_sheet_read(NULL, path);
}

static void test_sample(void **state)
{
    sheaf_sheet *sheet = read_sample();
    struct sheet_pages *pages = sheet_layout(sheet);

    (void)state;
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_non_null(pages);
    assert_int_equal(pages->n, 1);
    assert_string_equal(pages->title, "China became Kazakhstan’s top trade partner");
    assert_string_equal(pages->language, "en");
    assert_string_equal(pages->date, "2024-06-26");
    assert_non_null(strstr(pages->subject, "$31.5\xC2\xA0"
                                           "bn"));

    struct box bounds = scene_bounds(pages->scenes[0]);
    double bottom = scene_height(pages->scenes[0]) - BOTTOM_MARGIN;
    assert_true(bounds.bottom <= bottom + 2 && bounds.bottom > bottom - 12); /* full */
    assert_true(bounds.left >= 45 && bounds.right <= scene_width(pages->scenes[0]) - 44);
    struct overlap overlap = overlap_find(pages->scenes[0], 1, false);
    assert_string_equal(overlap.message, "");
    assert_true(overlap.runs > 80);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

/* What a reader who hears the page must find in it. */
static void test_structure(void **state)
{
    static const struct {
        const char *words;
        size_t n;
    } expected[] = {
        { "\n  title\n", 1 },        { "figure \"", 3 },          { "\n  table\n", 1 },
        { "\n      row\n", 5 },      { "header-cell", 11 },       { "\n        cell\n", 24 },
        { "\n        note", 6 },     { "\" Own estimate: ", 1 },  { "Source: ", 1 },
        { "\n  heading1\n", 2 },     { "\n    caption\n", 1 },    { "\n    table-head\n", 1 },
        { "\n    table-body\n", 1 }, { "\n    list-item\n", 11 },
    };
    sheaf_sheet *sheet = read_sample();
    struct buffer dump;

    (void)state;
    assert_int_equal(pages_dump(sheet, &dump), 1);
    for (size_t i = 0; i < LENGTH(expected); i++) {
        print_message("  %zu of %s\n", expected[i].n, expected[i].words);
        assert_int_equal(pages_count(dump.bytes, expected[i].words), expected[i].n);
    }
    /* Every figure has its alternative text, and nothing stands outside a group. */
    assert_int_equal(pages_count(dump.bytes, "figure \""), pages_count(dump.bytes, "\" alt \""));
    assert_null(strstr(dump.bytes, "\n  text "));
    assert_null(strstr(dump.bytes, "\n  path "));
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

/* The same bytes, whenever and however often; the language may change between. */
static void test_same_again(void **state)
{
    sheaf_sheet *sheet = read_sample();
    struct buffer first, russian, again;

    (void)state;
    pages_dump(sheet, &first);
    sheaf_sheet_set_language(sheet, "ru");
    pages_dump(sheet, &russian);
    sheaf_sheet_set_language(sheet, "en");
    pages_dump(sheet, &again);
    assert_string_equal(first.bytes, again.bytes);
    assert_non_null(strstr(russian.bytes, "\"31,5"));
    assert_non_null(strstr(russian.bytes, "ИЮНЯ"));
    assert_null(strstr(first.bytes, "\"31,5"));
    buffer_free(&first);
    buffer_free(&russian);
    buffer_free(&again);
    sheaf_sheet_destroy(sheet);
}

/* In every language that faces are there for; right-to-left ones do not crash. */
static void test_languages(void **state)
{
    static const char *const languages[] = { "ru", "kk", "de", "fr", "ar", "he", "en-GB" };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        sheaf_sheet *sheet = read_sample();
        struct buffer dump;

        print_message("  %s\n", languages[i]);
        sheaf_sheet_set_language(sheet, languages[i]);
        size_t n = pages_dump(sheet, &dump);
        assert_true(n >= 1);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* The sample's one page. */
static void dump_sample(const char *language, sheaf_page_size size, struct buffer *dump)
{
    sheaf_sheet *sheet = read_sample();

    print_message("  %s\n", language);
    sheaf_sheet_set_language(sheet, language);
    sheaf_sheet_set_page(sheet, size);
    assert_int_equal(pages_dump(sheet, dump), 1);
    sheaf_sheet_destroy(sheet);
}

/* A derivation is on one line: none begins with a sign, or with the year of the name
 * before it. */
static void test_derivations_stay_together(void **state)
{
    static const char *const languages[] = { "en", "ru", "kk", "ar" };

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(languages); i++) {
        struct buffer dump;

        dump_sample(languages[i / 2], i % 2 == 0 ? SHEAF_A4 : SHEAF_LETTER, &dump);
        assert_null(strstr(dump.bytes, "\"=\xC2\xA0"));
        assert_null(strstr(dump.bytes, "\"−\xC2\xA0"));
        assert_null(strstr(dump.bytes, "\"/\xC2\xA0"));
        assert_null(strstr(dump.bytes, "\"2022\xC2\xA0"));
        buffer_free(&dump);
    }
}

/* One part of a spec many times, and on how many pages it must be. */
static const struct {
    const char *name, *before, *part, *after;
    size_t n, least_pages, most_pages;
} long_sheets[] = {
    { "charts", "", "  - chart: {series: [exports, imports], title: 'Chart'}\n", "", 12, 3, 6 },
    { "rows", "", "  - row: [{chart: {series: exports}}, {text: 'Beside'}]\n", "", 12, 2, 6 },
    { "headings stay with what follows", "",
      "  - heading: H\n  - chart: {series: [exports, imports]}\n", "", 9, 2, 5 },
    { "a text longer than a page", "  - text: |\n", "      Word after word after word on a line.\n",
      "", 900, 3, 9 },
    { "a table longer than a page", "  - table:\n      columns: [2023]\n      rows:\n",
      "        - exports / 1#\n", "", 200, 4, 7 },
    { "notes longer than a page", "  - notes:\n", "    - A note that says something at length.\n",
      "", 400, 2, 9 },
    { "figures", "  - figures:\n", "      - {value: 'exports[2023]', change: growth}\n", "", 23, 1,
      1 },
};

static void test_long_sheets(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(long_sheets); i++) {
        struct buffer spec;

        buffer_init(&spec, NULL, NULL);
        buffer_text(&spec, PAGES_HEAD);
        buffer_text(&spec, long_sheets[i].before);
        pages_repeat(&spec, long_sheets[i].part, long_sheets[i].n);
        buffer_text(&spec, long_sheets[i].after);
        sheaf_sheet *sheet = pages_read(NULL, spec.bytes);
        struct sheet_pages *pages = sheet_layout(sheet);

        print_message("  %s: %zu pages %s\n", long_sheets[i].name, pages != NULL ? pages->n : 0,
                      sheaf_sheet_message(sheet));
        assert_non_null(pages);
        assert_in_range(pages->n, long_sheets[i].least_pages, long_sheets[i].most_pages);
        for (size_t k = 0; k < pages->n; k++) {
            struct box bounds = scene_bounds(pages->scenes[k]);
            struct overlap overlap = overlap_find(pages->scenes[k], 1, false);

            assert_true(bounds.bottom <= 841.89 - 20); /* the foot stands in the margin */
            assert_true(bounds.right <= 595.28 - 44);
            assert_string_equal(overlap.message, "");
        }
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        buffer_free(&spec);
    }
}

/* A table that goes on overleaf shows its head again; pages are numbered. */
static void test_overleaf(void **state)
{
    struct buffer spec, dump;

    (void)state;
    buffer_init(&spec, NULL, NULL);
    buffer_text(&spec, PAGES_HEAD "  - table:\n      columns: [2023]\n      rows:\n");
    pages_repeat(&spec, "        - exports / 1#\n", 100);
    sheaf_sheet *sheet = pages_read(NULL, spec.bytes);
    size_t n = pages_dump(sheet, &dump);
    assert_true(n >= 2);
    assert_int_equal(pages_count(dump.bytes, "\n  table\n"), n);
    assert_int_equal(pages_count(dump.bytes, "USD million"), n);
    assert_int_equal(pages_count(dump.bytes, "\"Exports / "), 100);
    assert_int_equal(pages_count(dump.bytes, "text \"Page "), n);
    assert_int_equal(pages_count(dump.bytes, "\n  title\n"), 1);
    buffer_free(&dump);
    buffer_free(&spec);
    sheaf_sheet_destroy(sheet);
}

static void test_letter(void **state)
{
    sheaf_sheet *sheet = read_sample();

    (void)state;
    sheaf_sheet_set_page(sheet, SHEAF_LETTER);
    struct sheet_pages *pages = sheet_layout(sheet);
    assert_non_null(pages);
    assert_true(scene_width(pages->scenes[0]) == 612);
    assert_true(scene_height(pages->scenes[0]) == 792);
    struct overlap overlap = overlap_find(pages->scenes[0], 1, false);
    assert_string_equal(overlap.message, "");
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

/* The plots of charts beside each other begin and end on the same lines. */
static void test_aligned(void **state)
{
    sheaf_sheet *sheet = pages_read(
        NULL, PAGES_HEAD
        "  - row:\n"
        "      - chart: {series: exports, title: One}\n"
        "      - chart:\n"
        "          series: [exports, imports]\n"
        "          title: A much longer headline that certainly needs two lines of its place\n"
        "          subtitle: And a subtitle\n");
    struct buffer dump;

    (void)state;
    assert_int_equal(pages_dump(sheet, &dump), 1);
    const char *first = strstr(dump.bytes, "plot");
    assert_non_null(first);
    const char *second = strstr(first + 4, "plot");
    assert_non_null(second);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

/* Where a text's first run in the dump ends, from `from` on. */
static double end_of(const char *from, const char *words)
{
    char text[60];
    double x = NAN, width = NAN;

    snprintf(text, sizeof text, "text \"%s\" at ", words);
    const char *at = strstr(from, text);
    assert_non_null(at);
    assert_int_equal(sscanf(at + strlen(text), "%lf,%*f advance %lf", &x, &width), 2);
    return x + width;
}

static void assert_near(double a, double b)
{
    assert_true(fabs(a - b) < 0.01);
}

/* A table's columns end as far from each other as they can alike: the gap where years
 * give way to parts of years is all that differs. Marks move no figure. */
static void test_even_columns(void **state)
{
    static const char *const pages[] = { "A4", "Letter" };

    (void)state;
    for (size_t i = 0; i < LENGTH(pages); i++) {
        sheaf_sheet *sheet = read_sample();
        struct buffer dump;

        print_message("  %s\n", pages[i]);
        sheaf_sheet_set_page(sheet, i == 0 ? SHEAF_A4 : SHEAF_LETTER);
        assert_int_equal(pages_dump(sheet, &dump), 1);
        const char *table = strstr(dump.bytes, "\n  table\n");
        assert_non_null(table);
        double before = end_of(table, "2022"), at = end_of(table, "2023");
        double first = end_of(table, "Jan–Apr 2023"), second = end_of(table, "Jan–Apr 2024");
        double last = end_of(table, "+10.3%");
        assert_near(at - before, end_of(table, "+30%") - at);
        assert_near(at - before, second - first);
        assert_near(at - before, last - second);
        assert_near(end_of(table, "24.2"), before);
        assert_near(end_of(table, "+50%"), end_of(table, "+30%"));
        assert_near(last, (i == 0 ? 210 * 72 / 25.4 : 612) - BOTTOM_MARGIN);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

static double number_behind(const char *from, const char *words)
{
    double number = NAN;
    const char *at = strstr(from, words);

    assert_non_null(at);
    assert_int_equal(sscanf(at + strlen(words), "%lf", &number), 1);
    return number;
}

/* A key figure that would begin beside the edge of a chart below begins on it. */
static void test_figures_begin_where_charts_do(void **state)
{
    static const char *const languages[] = { "en", "ru", "kk" };
    static const char *const labels[] = { "Balance", "Сальдо", "Сальдо" };

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(languages); i++) {
        struct buffer dump;
        char label[64];

        snprintf(label, sizeof label, "text \"%s, 2023\" at ", labels[i / 2]);

        dump_sample(languages[i / 2], i % 2 == 0 ? SHEAF_A4 : SHEAF_LETTER, &dump);
        const char *first = strstr(dump.bytes, "transform 1 0 0 1 ");
        assert_non_null(first);
        assert_near(number_behind(dump.bytes, label),
                    number_behind(first + 1, "transform 1 0 0 1 "));
        buffer_free(&dump);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),
        cmocka_unit_test(test_structure),
        cmocka_unit_test(test_same_again),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_derivations_stay_together),
        cmocka_unit_test(test_long_sheets),
        cmocka_unit_test(test_overleaf),
        cmocka_unit_test(test_letter),
        cmocka_unit_test(test_aligned),
        cmocka_unit_test(test_even_columns),
        cmocka_unit_test(test_figures_begin_where_charts_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
