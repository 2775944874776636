/* what_is_cut_is_told.c - a sheet has room for long texts, or a warning names the text, where it
 * stands and the room that it lacks. */
#include "support/check.h"

#include "sheet/pages.h"
#include "support/cuts.h"
#include "support/overlap.h"

#define LONG_NAME                                                                                  \
    "Electrical machinery and equipment and parts thereof; sound recorders and reproducers, "      \
    "television image and sound recorders and reproducers"
#define GERMAN  "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenfabrikation"
#define RUSSIAN "Фармацевтическая продукция, кровь человеческая и животных, вакцины и токсины"
#define ARABIC  "الآلات والأجهزة الكهربائية وأجزاؤها وأجهزة تسجيل الصوت وإذاعته في التلفزيون"
#define CHINESE "电机电气设备及其零件录音机及放声机电视图像声音的录制和重放设备及其零件附件"

static const char *message_of(const void *object, size_t index)
{
    static sheaf_warning warning;

    warning = (sheaf_warning)SHEAF_WARNING_INIT;
    return sheaf_sheet_warning(object, index, &warning) ? warning.message : NULL;
}

/* Lays out; fails for a text that is cut without a warning. Returns how many are cut with one. */
static size_t check_pages(sheaf_sheet *sheet)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    char silent[400];
    size_t cut = 0;

    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_non_null(pages);
    for (size_t i = 0; i < pages->n; i++) {
        cuts_find_silent(pages->scenes[i], sheet, message_of, silent, sizeof silent);
        assert_string_equal(silent, "");
    }
    sheet_pages_destroy(pages);
    for (size_t i = 0; message_of(sheet, i) != NULL; i++)
        cut += strstr(message_of(sheet, i), "' is cut in ") != NULL;
    return cut;
}

/* Every place in which a sheet shows texts of its author, at the page's width and in thirds of it. */
static void long_texts_have_room_or_a_warning(void **state)
{
    static const char *const texts[] = { LONG_NAME, GERMAN, RUSSIAN, ARABIC, CHINESE };
    static const char form[] =
        "sheaf: 1\ntitle: '%1$s'\ndeck: '%1$s'\nheader: '%1$s %1$s'\nfooter: '%1$s %1$s'\n"
        "date: 2024-06-26\ndata: {trade: kaz-chn.csv}\n"
        "series:\n  exports: imply(trade[flow:exports])\n  turnover: imply(trade[flow:turnover])\n"
        "sheet:\n"
        "- heading: '%1$s'\n"
        "- text: '%1$s'\n"
        "- figures:\n  - {label: '%1$s', value: 'exports[2023]'}\n"
        "  - {label: '%1$s', value: 'turnover[2023]'}\n"
        "  - {label: '%1$s', value: 'exports[2022]'}\n"
        "- table:\n    title: '%1$s'\n    columns: [2022, 2023]\n"
        "    rows: [exports, turnover]\n"
        "- row:\n"
        "  - chart: {title: '%1$s', subtitle: '%1$s', series: exports, source: '%1$s'}\n"
        "  - chart:\n      type: bullet\n      title: '%1$s'\n      targets:\n"
        "      - {label: '%1$s', value: 500, reached: 310, unit: t}\n"
        "  - chart: {title: '%1$s', series: [exports, turnover], type: bars}\n";

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        char spec[12000];
        snprintf(spec, sizeof spec, form, texts[i]);
        sheaf_sheet *sheet = pages_read(NULL, spec);
        print_message("  %s\n", texts[i]);
        check_pages(sheet);
        sheaf_sheet_destroy(sheet);
    }
}

/* More than three lines of a narrow chart. */
#define LONG GERMAN " " GERMAN " " GERMAN

/* A bullet's name in a third of the page: once, at the line of its chart. */
static void the_warning_names_text_place_and_room(void **state)
{
    static const char spec[] =
        PAGES_HEAD "- row:\n"
                   "  - chart: {series: exports}\n"
                   "  - chart: {series: imports}\n"
                   "  - chart:\n      targets:\n"
                   "      - {label: " LONG ", value: 500, reached: 310, unit: t}\n"
                   "      - {label: " LONG ", value: 400, reached: 310, unit: t}\n";
    sheaf_warning warning = SHEAF_WARNING_INIT;
    sheaf_sheet *sheet = pages_read(NULL, spec);

    (void)state;
    assert_int_equal(check_pages(sheet), 1);
    assert_int_equal(check_pages(sheet), 1); /* of the last output only */
    assert_true(sheaf_sheet_warning(sheet, sheaf_sheet_warning_count(sheet) - 1, &warning));
    assert_non_null(strstr(warning.message, "'" LONG "' is cut in the plot: it takes "));
    assert_non_null(strstr(warning.message, " mm, and there are "));
    assert_non_null(strstr(warning.file, "test.yaml"));
    assert_int_equal(warning.line, 16);
    assert_false(sheaf_sheet_warning(sheet, sheaf_sheet_warning_count(sheet), &warning));
    sheaf_sheet_destroy(sheet);
}

/* What a header or footer of so many words holds. */
static const struct {
    const char *name;
    const char *lines; /* of the spec */
    size_t cut;
} furniture[] = {
    { "one line", "header: Trade of " RUSSIAN "\n", 0 },
    { "two lines",
      "header: {left: '" LONG_NAME "', right: '{date}'}\nfooter: {left: '" LONG_NAME " " RUSSIAN
      "'}\n",
      0 },
    { "two lines in the middle", "footer: {middle: '" RUSSIAN "', right: '{page}'}\n", 0 },
    { "two lines from the right", "language: ar\nfooter: {left: " ARABIC " " ARABIC "}\n", 0 },
    { "four lines", "footer: {left: '" LONG_NAME " " LONG_NAME " " LONG_NAME "'}\n", 1 },
};

static void headers_and_footers_take_two_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(furniture); i++)
        for (int low = 0; low < 2; low++) {
            char spec[3000];
            snprintf(spec, sizeof spec,
                     "sheaf: 1\ntitle: T\ndate: 2024-06-26\n%s%ssheet:\n- text: Words\n",
                     low ? "page: 16:9\n" : "", furniture[i].lines);
            sheaf_sheet *sheet = pages_read(NULL, spec);
            print_message("  %s\n", furniture[i].name);
            assert_int_equal(check_pages(sheet), furniture[i].cut);
            struct sheet_pages *pages = sheet_layout(sheet);
            assert_int_equal(pages->n, 1);
            assert_int_equal((int)strlen(overlap_find(pages->scenes[0], 0.3, false).message), 0);
            sheet_pages_destroy(pages);
            sheaf_sheet_destroy(sheet);
        }
}

#define LONG_LINES LONG_NAME " " LONG_NAME " " LONG_NAME

/* Once, not once a page, whatever number the page has, with the room that each line has. */
static void headers_and_footers_are_told_once(void **state)
{
    static const char spec[] = "sheaf: 1\ntitle: T\ndate: 2024-06-26\n"
                               "header: {left: '{page} " LONG_LINES "'}\n"
                               "footer: {left: '{page} " LONG_LINES "'}\n"
                               "sheet:\n- text: One\n- page break\n- text: Two\n- page break\n"
                               "- text: Three\n";
    sheaf_sheet *sheet = pages_read(NULL, spec);

    (void)state;
    assert_int_equal(check_pages(sheet), 2);
    assert_non_null(strstr(message_of(sheet, 0), "is cut in the page's header: it takes "));
    assert_non_null(strstr(message_of(sheet, 0), " mm, and there are 2 lines of 1"));
    assert_non_null(strstr(message_of(sheet, 1), "is cut in the page's footer: it takes "));
    sheaf_sheet_destroy(sheet);
}

/* Printers cut what stands in margins of less than 5 mm. */
static void margins_that_printers_cut_are_told(void **state)
{
    static const struct {
        const char *margins;
        bool is_told;
    } cases[] = {
        { "0 mm", true },         { "4.5 mm", true },        { "5 mm", false },
        { "{left: 3 mm}", true }, { "{top: 20 mm}", false }, { "12 mm", false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char spec[300];
        snprintf(spec, sizeof spec,
                 "sheaf: 1\ntitle: T\npage: {size: A4, margins: %s}\nsheet:\n- text: Words\n",
                 cases[i].margins);
        sheaf_sheet *sheet = pages_read(NULL, spec);
        check_pages(sheet);
        const char *message = message_of(sheet, 0);
        assert_int_equal(message != NULL && strstr(message, "most printers") != NULL,
                         cases[i].is_told);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_texts_have_room_or_a_warning),
        cmocka_unit_test(the_warning_names_text_place_and_room),
        cmocka_unit_test(headers_and_footers_take_two_lines),
        cmocka_unit_test(headers_and_footers_are_told_once),
        cmocka_unit_test(margins_that_printers_cut_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
