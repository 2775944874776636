/* pages_keep_their_margins.c - whatever a sheet holds stands within the margins of its
 * pages, and no text on other text; what can't is one error that tells the way out. */
#include "support/check.h"

#include "pages.h"
#include "support/overlap.h"

/* Two columns of notes of which the second is the longer. */
#define LONG_NOTE                                                                                  \
    "A note that says at some length what a reader of this page ought to know of its figures "     \
    "before they are compared with those of others, which may be counted otherwise. "

/* Of a spec: text, and a part that comes again and again. */
struct spec {
    const char *name;
    const char *title; /* NULL: a short one */
    const char *before, *part, *after;
    size_t n;
    size_t most_pages;
};

#define LONG_TITLE                                                                                 \
    "China became the largest trade partner of Kazakhstan because imports grew much faster than "  \
    "exports in every one of the years that the agency's reports of this summer speak of, and "    \
    "trade went on rising in the first months of the following year as well"

#define CHART                                                                                      \
    "chart: {type: bars, series: [exports, imports], title: Trade grew faster than it did}"
#define FIGURE                                                                                     \
    "      - {value: 'imports[2023]', label: 'Imports from all countries, {period}', change: "     \
    "growth}\n"

static const struct spec specs[] = {
    { "the second column of notes is the longer", NULL, "  - text: One line\n  - notes:\n", "",
      "      - Short\n      - " LONG_NOTE LONG_NOTE "\n      - Short too\n", 0, 1 },
    { "one chart only", NULL, "  - " CHART "\n", "", "", 0, 1 },
    { "one table only", NULL, "  - table: {rows: [exports], columns: [2023]}\n", "", "", 0, 1 },
    { "a title of five lines", LONG_TITLE, "  - " CHART "\n", "", "  - notes\n", 0, 1 },
    { "a title of half a page", LONG_TITLE " " LONG_TITLE " " LONG_TITLE " " LONG_TITLE,
      "  - " CHART "\n", "", "  - notes\n", 0, 2 },
    { "twelve figures", NULL, "  - figures:\n", FIGURE, "  - notes\n", 12, 1 },
    { "seven figures above a row", NULL, "  - figures:\n", FIGURE,
      "  - row: [{" CHART "}, {" CHART "}]\n  - notes\n", 7, 1 },
    { "thirty figures", NULL, "  - figures:\n", FIGURE, "  - notes\n", 30, 2 },
    { "a table of 30 rows and notes", NULL,
      "  - table:\n      title: Many\n      columns: [2022, 2023, growth(2023)]\n      rows:\n",
      "        - imports / #\n", "  - notes\n", 30, 2 },
    { "a table of 60 rows", NULL,
      "  - table:\n      title: Many\n      columns: [2022, 2023, growth(2023)]\n      rows:\n",
      "        - exports / #\n", "  - notes\n", 60, 3 },
    { "a table of ten columns", NULL,
      "  - table:\n      rows: [turnover, exports]\n      columns:\n", "        - growth(2023)\n",
      "  - notes\n", 10, 1 },
    { "a table in a narrow place", NULL,
      "  - row:\n      - span: 8\n        " CHART "\n"
      "      - span: 4\n        table:\n          title: All of them\n"
      "          rows: [turnover, exports, imports]\n          columns:\n",
      "            - 2023\n", "  - notes\n", 3, 1 },
    { "three rows of three charts", NULL, "", "  - row: [{" CHART "}, {" CHART "}, {" CHART "}]\n",
      "  - notes\n", 3, 1 },
    { "a row of six", NULL, "",
      "  - row: [{" CHART "}, {" CHART "}, {" CHART "}, {" CHART "}, {" CHART
      "}, {text: Word after word}]\n",
      "  - notes\n", 1, 1 },
    { "notes of half a page", NULL, "  - " CHART "\n  - notes:\n",
      "      - " LONG_NOTE LONG_NOTE "\n", "", 14, 1 },
    { "notes of a page", NULL, "  - " CHART "\n  - notes:\n", "      - " LONG_NOTE LONG_NOTE "\n",
      "", 40, 3 },
    { "notes of three pages", NULL, "  - " CHART "\n  - notes:\n",
      "      - " LONG_NOTE LONG_NOTE "\n", "", 120, 6 },
    { "a word longer than a line", NULL, "  - text: ", "Donaudampfschifffahrt",
      "\n  - heading: Kurz\n  - " CHART "\n", 20, 1 },
    { "a column of charts beside a text", NULL,
      "  - row:\n      - column: [{" CHART "}, {" CHART "}]\n      - text: " LONG_NOTE "\n", "",
      "  - notes\n", 0, 1 },
    { "targets of all lengths", NULL,
      "  - chart:\n      type: bullet\n      title: All\n"
      "      targets:\n",
      "        - {label: Beef, value: 500, reached: 310, unit: thousand t}\n", "  - notes\n", 12,
      1 },
    { "a table of fifty columns", NULL, "  - table:\n      rows: [turnover]\n      columns:\n",
      "        - growth(2023)\n", "", 50, 1 },
};

static const struct {
    struct spec spec; /* what no division helps */
    const char *message;
    bool has_place; /* in the spec */
} wrong[] = {
    { { "a table in too narrow a place", NULL,
        "  - row:\n      - span: 10\n        " CHART "\n      - span: 2\n        table:\n"
        "          title: All of them\n          rows: [turnover, exports, imports]\n"
        "          columns:\n",
        "            - {label: A123456789012345678901234567890123, value: \"row[2023]\"}\n",
        "  - notes\n", 4, 0 },
      "column 1 of the table 'All of them' needs ",
      true },
    { { "a column taller than a page", NULL, "  - text: First\n  - row:\n      - column:\n",
        "          - " CHART "\n", "      - text: Beside\n", 9, 0 },
      "block 2 of the sheet, 'row', needs a height of ",
      true },
    { { "targets that are series", NULL,
        "  - text: First\n  - chart: {type: bullet, series: turnover}\n", "", "", 0, 0 },
      "a bullet chart draws targets, not series such as 'turnover'",
      true },
    { { "a title of three pages",
        LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE
            LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE LONG_TITLE,
        "  - text: First\n", "", "", 0, 0 },
      "title and deck take more than a page: shorten them",
      false },
};

static const char *const languages[] = { "en", "ru", "kk", "zh", "ar" };

/* What is wrong with the pages; "" for nothing. */
static const char *fault_of(const struct sheet_pages *pages, char *fault, size_t size)
{
    char found[1024] = "";
    size_t page = 0;

    while (page < pages->n && found[0] == '\0')
        page_fault_find(pages->scenes[page++], found, sizeof found);
    fault[0] = '\0';
    if (found[0] != '\0')
        snprintf(fault, size, "page %zu: %.500s", page, found);
    return fault;
}

static void write_spec(const struct spec *spec, struct buffer *into)
{
    static const char head[] = PAGES_HEAD;
    const char *title = strstr(head, "A test");

    buffer_init(into, NULL, NULL);
    buffer_put(into, head, (size_t)(title - head));
    buffer_text(into, spec->title != NULL ? spec->title : "A test");
    buffer_text(into, title + strlen("A test"));
    buffer_text(into, spec->before);
    pages_repeat(into, spec->part, spec->n);
    buffer_text(into, spec->after);
}

/* False when something is wrong, which is told. */
static bool check_spec(const struct spec *spec, const char *language, sheaf_page_size size)
{
    char fault[1100] = "";
    struct buffer text;

    write_spec(spec, &text);
    sheaf_sheet *sheet = pages_read(NULL, text.bytes);
    sheaf_sheet_set_language(sheet, language);
    sheaf_sheet_set_page(sheet, size);
    struct sheet_pages *pages = sheet_layout(sheet);
    if (pages == NULL)
        snprintf(fault, sizeof fault, "%s", sheaf_sheet_message(sheet));
    else if (fault_of(pages, fault, sizeof fault)[0] == '\0' && pages->n > spec->most_pages)
        snprintf(fault, sizeof fault, "%zu pages", pages->n);
    if (fault[0] != '\0')
        print_message("  %s, %s, %s: %s\n", spec->name, language,
                      size == SHEAF_A4 ? "A4" : "Letter", fault);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
    buffer_free(&text);
    return fault[0] == '\0';
}

static void test_margins(void **state)
{
    bool well = true;

    (void)state;
    for (size_t i = 0; i < LENGTH(specs); i++)
        for (size_t k = 0; k < LENGTH(languages); k++) {
            well &= check_spec(&specs[i], languages[k], SHEAF_A4);
            well &= check_spec(&specs[i], languages[k], SHEAF_LETTER);
        }
    assert_true(well);
}

/* What cannot fit is one message that names the block. */
static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        struct buffer text;

        write_spec(&wrong[i].spec, &text);
        sheaf_sheet *sheet = pages_read(NULL, text.bytes);
        assert_null(sheet_layout(sheet));
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_INPUT);
        assert_int_equal(sheaf_sheet_error(sheet)->line > 0, wrong[i].has_place);
        assert_non_null(strstr(sheaf_sheet_message(sheet), wrong[i].message));
        sheaf_sheet_destroy(sheet);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_margins),
        cmocka_unit_test(test_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
