/* sheets_fit_their_pages.c - blocks begin pages where an author says so, stay together, and have the heights
 * and columns that are wanted; a sheet is drawn in to as many pages as there may be, and the last of several
 * is not nearly empty, or a warning says so. */
#include "support/check.h"

#include <math.h>
#include <stdlib.h>

#include "pages.h"
#include "support/overlap.h"

#define CHART "chart: {type: bars, series: [exports, imports], title: Trade grew}"
#define WORDS "Word after word after word after word, and after that still one more of them. "
#define TEXT                                                                                       \
    "  - text: |\n      " WORDS WORDS WORDS WORDS "\n      " WORDS WORDS WORDS WORDS               \
    "\n      " WORDS WORDS WORDS "\n"

static sheaf_sheet *read_with(const char *keys, const char *blocks)
{
    static char text[20000];
    const char *sheet = strstr(PAGES_HEAD, "sheet:\n");

    snprintf(text, sizeof text, "%.*s%ssheet:\n%s", (int)(sheet - PAGES_HEAD), PAGES_HEAD, keys,
             blocks);
    return pages_read(NULL, text);
}

/* The part n times. */
static const char *times(const char *part, size_t n)
{
    static char text[19000];

    text[0] = '\0';
    for (size_t i = 0; i < n; i++)
        strcat(text, part);
    return text;
}

/* How many pages there are; warning gets the first warning about pages, "" for none. */
static size_t count_pages(const char *keys, const char *blocks, char warning[300])
{
    sheaf_sheet *sheet = read_with(keys, blocks);
    sheaf_warning told = SHEAF_WARNING_INIT;
    size_t n = 0;

    warning[0] = '\0';
    struct sheet_pages *pages = sheet_layout(sheet);
    n = pages != NULL ? pages->n : 0;
    sheet_pages_destroy(pages);
    if (n == 0)
        print_message("  %s\n", sheaf_sheet_message(sheet));
    for (size_t i = 0; sheaf_sheet_warning(sheet, i, &told); i++)
        if (strstr(told.message, "page") != NULL)
            snprintf(warning, 300, "%s", told.message);
    sheaf_sheet_destroy(sheet);
    return n;
}

static void breaks_begin_pages(void **state)
{
    static const struct {
        const char *blocks;
        size_t pages;
    } cases[] = {
        { "  - text: a\n  - page break\n  - text: b\n", 2 },
        { "  - page break\n  - text: a\n", 1 },
        { "  - text: a\n  - page break\n", 1 },
        { "  - text: a\n  - page break\n  - page break\n  - text: b\n", 2 },
        { "  - heading: a\n  - page break\n  - text: b\n", 2 },
    };
    char warning[300];

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  case %zu\n", i + 1);
        assert_int_equal(count_pages("", cases[i].blocks, warning), cases[i].pages);
        assert_string_equal(warning, ""); /* that a page is not full is the author's will */
    }
    assert_int_equal(count_pages("", "  - page break\n", warning), 0);
}

/* A long table begins where some of it has room; a short one, and one that is kept together, does not. */
static void tables_are_divided(void **state)
{
    static const struct {
        const char *name, *keep;
        size_t rows, heads; /* heads: one on each page that has some of the table */
    } cases[] = {
        { "long", "", 36, 2 },
        { "short", "", 15, 1 },
        { "kept", "    keep: together\n", 36, 1 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer blocks, dump;

        buffer_init(&blocks, NULL, NULL);
        for (size_t k = 0; k < 4; k++)
            buffer_text(&blocks, TEXT);
        buffer_text(&blocks, "  - table:\n      columns: [2023]\n      rows:\n");
        pages_repeat(&blocks, "        - exports / 1#\n", cases[i].rows);
        buffer_text(&blocks, cases[i].keep);
        sheaf_sheet *sheet = read_with("", blocks.bytes);
        size_t n = pages_dump(sheet, &dump);
        print_message("  %s: %zu pages\n", cases[i].name, n);
        assert_int_equal(n, 2);
        assert_int_equal(pages_count(dump.bytes, "\n  table\n"), cases[i].heads);
        assert_int_equal(pages_count(dump.bytes, "\"Exports / "), cases[i].rows);
        buffer_free(&dump);
        buffer_free(&blocks);
        sheaf_sheet_destroy(sheet);
    }
}

/* A text that is to stay with the next goes with it to the next page. */
static void blocks_stay_with_the_next(void **state)
{
    static const char *const keeps[] = { "", "    keep: with next\n" };

    (void)state;
    for (size_t i = 0; i < LENGTH(keeps); i++) {
        struct buffer blocks;

        buffer_init(&blocks, NULL, NULL);
        for (size_t k = 0; k < 4; k++)
            buffer_text(&blocks, TEXT);
        buffer_text(&blocks, "  - text: It belongs to what follows\n");
        buffer_text(&blocks, keeps[i]);
        buffer_text(&blocks, "  - table:\n      columns: [2023]\n      rows:\n");
        pages_repeat(&blocks, "        - exports / 1#\n", 36);
        buffer_text(&blocks, "    keep: together\n");
        sheaf_sheet *sheet = read_with("", blocks.bytes);
        struct sheet_pages *pages = sheet_layout(sheet);
        struct buffer first;
        assert_non_null(pages);
        assert_int_equal(pages->n, 2);
        buffer_init(&first, NULL, NULL);
        scene_dump(pages->scenes[0], &first);
        buffer_put(&first, "", 1);
        assert_int_equal(pages_count(first.bytes, "It belongs"), i == 0);
        buffer_free(&first);
        buffer_free(&blocks);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

/* What a fitted sheet may lose, in this order: height of charts, space between blocks, size of type. */
static void sheets_are_fitted(void **state)
{
    static const struct {
        const char *name, *keys, *part;
        size_t n, pages;
        const char *warning; /* NULL: none */
    } cases[] = {
        { "as it is", "", "  - " CHART "\n" TEXT, 6, 3, NULL },
        { "smaller type", "pages: 1\n", TEXT, 7, 1, NULL },
        { "without", "", TEXT, 7, 2, "" },
        { "too much", "pages: 1\n", "  - " CHART "\n", 12, 3,
          "the sheet takes 3 pages and not 1, as 'pages' asks: in the smallest type " },
        { "room enough", "pages: 9\n", "  - " CHART "\n", 2, 1, NULL },
    };
    char warning[300];

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        size_t n = count_pages(cases[i].keys, times(cases[i].part, cases[i].n), warning);

        print_message("  %s: %zu pages. %s\n", cases[i].name, n, warning);
        assert_int_equal(n, cases[i].pages);
        if (cases[i].warning == NULL)
            assert_string_equal(warning, "");
        else
            assert_non_null(strstr(warning, cases[i].warning));
    }
}

/* Smallest size of the texts on all pages, in points. */
static double least_type(const char *keys, const char *blocks)
{
    sheaf_sheet *sheet = read_with(keys, blocks);
    struct buffer dump;
    double least = 100;

    assert_true(pages_dump(sheet, &dump) > 0);
    buffer_put(&dump, "", 1);
    for (const char *at = dump.bytes; (at = strstr(at, " Inter-")) != NULL; at++) {
        const char *size = strchr(at + 1, ' ');
        least = fmin(least, atof(size));
    }
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
    return least;
}

static void type_has_a_floor(void **state)
{
    (void)state;
    assert_true(least_type("pages: 1\n", times(TEXT, 7)) >= 6.5);
    assert_true(least_type("", times(TEXT, 2)) == least_type("pages: 1\n", times(TEXT, 2)));
}

/* The lowest text or mark above the foot, as a share of the room of the last page. */
static double last_filled(const struct sheet_pages *pages)
{
    const struct scene *scene = pages->scenes[pages->n - 1];
    double bottom = scene_height(scene) - 45.4;
    double low = bottom;
    struct overlap outside;

    do {
        low -= 4;
        outside = outside_find(scene, (struct box){ 0, 0, scene_width(scene), low });
    } while (outside.message[0] == '\0' && low > 80);
    return (low - 68) / (bottom - 68);
}

/* Charts take what is left of the last page; blocks move there where that helps. */
static void last_pages_are_filled(void **state)
{
    static const struct {
        const char *part;
        size_t n;
    } cases[] = {
        { "  - " CHART "\n", 5 },
        { "  - " CHART "\n", 6 },
        { "  - " CHART "\n", 7 },
        { "  - row: [{" CHART "}, {" CHART "}]\n  - heading: Next\n  - text: Words\n", 6 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_with("", times(cases[i].part, cases[i].n));
        struct sheet_pages *pages = sheet_layout(sheet);

        assert_non_null(pages);
        print_message("  case %zu: %zu pages, the last to %.2f\n", i + 1, pages->n,
                      last_filled(pages));
        assert_true(pages->n == 1 || last_filled(pages) >= 0.74);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

static void what_stays_empty_is_told(void **state)
{
    char warning[300];

    (void)state;
    assert_int_equal(count_pages("", times(TEXT, 7), warning), 2);
    print_message("  %s\n", warning);
    assert_non_null(strstr(warning, "page 2, the last one, is filled to "));
    assert_non_null(strstr(warning, "set 'pages: 1'"));
}

/* From a heading above a chart to the one below it. */
static double around_chart(const char *height)
{
    char blocks[400];
    struct buffer dump;

    snprintf(blocks, sizeof blocks,
             "  - heading: Above\n  - chart: {series: [exports, imports]%s}\n"
             "  - heading: Below\n  - text: Words\n",
             height);
    sheaf_sheet *sheet = read_with("", blocks);
    assert_int_equal(pages_dump(sheet, &dump), 1);
    buffer_put(&dump, "", 1);
    double above = atof(strchr(strstr(dump.bytes, "\"Above\" at "), ',') + 1);
    double below = atof(strchr(strstr(dump.bytes, "\"Below\" at "), ',') + 1);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
    return below - above;
}

/* 4 in are 288 pt, and 80 mm 226.8 pt, which a multiple of 4 pt holds. */
static void charts_have_heights(void **state)
{
    double mm80 = around_chart(", height: 80 mm"), in4 = around_chart(", height: 4 in");
    double least = around_chart(", height: 1 mm"), usual = around_chart("");

    (void)state;
    print_message("  %.1f, %.1f, %.1f, %.1f\n", mm80, in4, least, usual);
    assert_true(fabs(in4 - mm80 - 60) < 0.1);
    assert_true(least < mm80 - 20 && least > mm80 - 228 + 60); /* its words have room */
    assert_true(usual > in4);                                  /* it fills the page */
}

/* Left ends of the lines of words, each once. */
static size_t count_columns(const char *keys, const char *beside)
{
    char blocks[3000];
    struct buffer dump;
    double lefts[20];
    size_t n = 0;

    snprintf(blocks, sizeof blocks, "%s%s", TEXT, beside);
    sheaf_sheet *sheet = read_with(keys, blocks);
    assert_true(pages_dump(sheet, &dump) > 0);
    buffer_put(&dump, "", 1);
    /* Lines have spaces at their ends, and begin with letters. */
    for (const char *at = dump.bytes; (at = strstr(at, " text \"")) != NULL; at++) {
        double left = atof(strstr(at, "\" at ") + 5);
        const char *end = strchr(at, '\n');
        bool is_body =
            strstr(at, " Inter-Regular 9 ") != NULL && strstr(at, " Inter-Regular 9 ") < end;
        size_t i = 0;
        while (i < n && fabs(lefts[i] - left) > 0.1)
            i++;
        is_body &= at[7] != ' ';
        if (is_body && i == n && n < LENGTH(lefts))
            lefts[n++] = left;
    }
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
    return n;
}

static void texts_stand_in_columns(void **state)
{
    (void)state;
    assert_int_equal(count_columns("", ""), 2);
    assert_int_equal(count_columns("", "    columns: 1\n"), 1);
    assert_int_equal(count_columns("", "    columns: 3\n"), 3);
    assert_int_equal(count_columns("", "    columns: 4\n"), 4);
    assert_int_equal(count_columns("page: {columns: 3}\n", ""), 3);
    assert_int_equal(count_columns("page: {columns: 3}\n", "    columns: 1\n"), 1);
    assert_int_equal(count_columns("page: A5\n", ""), 1);
    assert_int_equal(count_columns("page: A5\n", "    columns: 4\n"),
                     3); /* as many as can be read */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_begin_pages),        cmocka_unit_test(sheets_are_fitted),
        cmocka_unit_test(type_has_a_floor),          cmocka_unit_test(last_pages_are_filled),
        cmocka_unit_test(what_stays_empty_is_told),  cmocka_unit_test(charts_have_heights),
        cmocka_unit_test(texts_stand_in_columns),    cmocka_unit_test(tables_are_divided),
        cmocka_unit_test(blocks_stay_with_the_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
