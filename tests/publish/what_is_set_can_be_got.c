/* what_is_set_can_be_got.c - each setter that the headers declare has a getter, which gives back what was set;
 * or there is a reason why it has none. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"
#include "base/file.h"
#include "support/golden.h"

#define FACE "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"

#define LAST "of the block that was added last: a sheet is filled in, not edited"

/* Setters without a getter of their own name. */
static const struct {
    const char *setter, *why;
} excused[] = {
    { "sheaf_series_set_remainder", "sheaf_series_is_remainder" },
    { "sheaf_table_set_flags", "of the text that is written, once" },
    { "sheaf_table_set_safe", "of the CSV that is written, once" },
    { "sheaf_context_set_odbc_program", "set once, before the context is used" },
    { "sheaf_sheet_set_columns", LAST },
    { "sheaf_sheet_set_decimals", LAST },
    { "sheaf_sheet_set_definitions", LAST },
    { "sheaf_sheet_set_described", LAST },
    { "sheaf_sheet_set_height", LAST },
    { "sheaf_sheet_set_id", LAST },
    { "sheaf_sheet_set_ranges", LAST },
    { "sheaf_sheet_set_scale", LAST },
    { "sheaf_sheet_set_span", LAST },
};

/* Setters that were called here, each followed by its getter. */
static const char *called[120];
static size_t n_called;

/* Calls a setter and asks for what its getter then says. */
#define SET(setter, ...)                                                                           \
    do {                                                                                           \
        assert_true(n_called < LENGTH(called));                                                    \
        called[n_called++] = #setter;                                                              \
        setter(__VA_ARGS__);                                                                       \
    } while (0)

static bool same(sheaf_period a, sheaf_period b)
{
    return sheaf_period_compare(a, b) == 0;
}

static void of_themes(void **state)
{
    static const uint32_t colors[] = { 0x112233, 0xAABBCC };
    sheaf_theme *theme = sheaf_theme_create(NULL, "print");
    uint32_t got[9] = { 0 }, rgb = 7;
    const char *path = NULL, *words = NULL, *bold = NULL;
    char logo[600];

    (void)state;
    snprintf(logo, sizeof logo, "%s/tests/golden/chart/annotations-mirrored.png",
             golden_source_folder());
    assert_int_equal(sheaf_theme_get_colors(theme, NULL, 0), 8);
    assert_false(sheaf_theme_get_logo(theme, &path, &words));
    assert_false(sheaf_theme_get_faces(theme, &path, &words, &bold));
    assert_false(sheaf_theme_get_member(theme, "CHN", &rgb));
    assert_true(sheaf_theme_get_scale(theme) == 1 && sheaf_theme_get_size(theme, "labels") == 1);
    SET(sheaf_theme_set_colors, theme, colors, 2);
    assert_int_equal(sheaf_theme_get_colors(theme, got, 9), 2);
    assert_true(got[0] == 0x112233 && got[1] == 0xAABBCC && got[2] == 0);
    SET(sheaf_theme_set_flow, theme, "imports", 0x0000FF);
    assert_true(sheaf_theme_get_flow(theme, "imports", &rgb) && rgb == 0x0000FF);
    assert_false(sheaf_theme_get_flow(theme, "transit", &rgb));
    SET(sheaf_theme_set_member, theme, "CHN", 0x00FF00);
    assert_true(sheaf_theme_get_member(theme, "chn", &rgb) && rgb == 0x00FF00);
    SET(sheaf_theme_set_paper, theme, 0x010203);
    assert_int_equal(sheaf_theme_get_paper(theme), 0x010203);
    SET(sheaf_theme_set_ink, theme, 0xF0F1F2);
    assert_int_equal(sheaf_theme_get_ink(theme), 0xF0F1F2);
    SET(sheaf_theme_set_transparent, theme, true);
    assert_true(sheaf_theme_get_transparent(theme));
    SET(sheaf_theme_set_scale, theme, 1.25);
    assert_true(sheaf_theme_get_scale(theme) == 1.25);
    SET(sheaf_theme_set_size, theme, "notes", 1.5);
    sheaf_theme_set_size(theme, "notes", 1.2);
    assert_true(fabs(sheaf_theme_get_size(theme, "notes") - 1.8) < 1e-12);
    assert_true(sheaf_theme_get_size(theme, "figures") == 1);
    assert_true(sheaf_theme_get_size(theme, "feet") == 0);
    SET(sheaf_theme_set_faces, theme, FACE, FACE, NULL);
    assert_true(sheaf_theme_get_faces(theme, &path, &bold, &words));
    assert_string_equal(path, FACE);
    assert_string_equal(bold, FACE);
    assert_null(words);
    SET(sheaf_theme_set_logo, theme, logo, "Ministry");
    assert_string_equal(sheaf_theme_message(theme), "");
    assert_true(sheaf_theme_get_logo(theme, &path, &words));
    assert_string_equal(path, logo);
    assert_string_equal(words, "Ministry");
    sheaf_theme_destroy(theme);
}

static void of_charts(void **state)
{
    const sheaf_period years[] = { sheaf_period_year(2019), sheaf_period_year(2020) };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");
    size_t n = 0;

    (void)state;
    SET(sheaf_chart_set_type, chart, SHEAF_MULTIPLES);
    assert_int_equal(sheaf_chart_get_type(chart), SHEAF_MULTIPLES);
    SET(sheaf_chart_set_title, chart, "Торговля");
    assert_string_equal(sheaf_chart_get_title(chart), "Торговля");
    SET(sheaf_chart_set_subtitle, chart, "{unit}");
    assert_string_equal(sheaf_chart_get_subtitle(chart), "{unit}");
    SET(sheaf_chart_set_source, chart, "Office");
    assert_string_equal(sheaf_chart_get_source(chart), "Office");
    SET(sheaf_chart_set_alternative, chart, "Said");
    assert_string_equal(sheaf_chart_get_alternative(chart), "Said");
    SET(sheaf_chart_set_description, chart, SHEAF_DESCRIPTION_SHORT);
    assert_int_equal(sheaf_chart_get_description(chart), SHEAF_DESCRIPTION_SHORT);
    SET(sheaf_chart_set_language, chart, "ru");
    assert_string_equal(sheaf_chart_get_language(chart), "ru");
    SET(sheaf_chart_set_font_folder, chart, "faces");
    assert_string_equal(sheaf_chart_get_font_folder(chart), "faces");
    SET(sheaf_chart_set_svg_text, chart, SHEAF_SVG_OUTLINES);
    assert_int_equal(sheaf_chart_get_svg_text(chart), SHEAF_SVG_OUTLINES);
    SET(sheaf_chart_set_svg_prefix, chart, "a1");
    assert_string_equal(sheaf_chart_get_svg_prefix(chart), "a1");
    SET(sheaf_chart_set_attachments, chart, false);
    assert_false(sheaf_chart_get_attachments(chart));
    SET(sheaf_chart_set_pdf, chart, SHEAF_PDF_2_0);
    assert_int_equal(sheaf_chart_get_pdf(chart), SHEAF_PDF_2_0);
    SET(sheaf_chart_set_flags, chart, SHEAF_FLAGS_NONE);
    assert_int_equal(sheaf_chart_get_flags(chart), SHEAF_FLAGS_NONE);
    SET(sheaf_chart_set_ranges, chart, true);
    assert_true(sheaf_chart_get_ranges(chart));
    SET(sheaf_chart_set_base, chart, SHEAF_BASE_DATA);
    assert_int_equal(sheaf_chart_get_base(chart), SHEAF_BASE_DATA);
    SET(sheaf_chart_set_base_period, chart, years[1]);
    assert_true(same(sheaf_chart_get_base_period(chart), years[1]));
    SET(sheaf_chart_set_lying, chart, true);
    assert_true(sheaf_chart_get_lying(chart));
    SET(sheaf_chart_set_plots, chart, SHEAF_AREA);
    assert_int_equal(sheaf_chart_get_plots(chart), SHEAF_AREA);
    SET(sheaf_chart_set_axis, chart, SHEAF_AXIS_LOG);
    assert_int_equal(sheaf_chart_get_axis(chart), SHEAF_AXIS_LOG);
    SET(sheaf_chart_set_periods, chart, years, 2);
    assert_true(same(sheaf_chart_get_periods(chart, &n)[1], years[1]));
    assert_int_equal(n, 2);
    assert_null(sheaf_chart_get_theme(chart));
    SET(sheaf_chart_set_theme, chart, theme);
    assert_int_equal(sheaf_theme_get_paper(sheaf_chart_get_theme(chart)), 0x14181F);
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_theme_destroy(theme);
    sheaf_chart_destroy(chart);
}

static void of_series(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "a", "USD", 6);

    (void)state;
    SET(sheaf_series_set_label, series, "A");
    assert_string_equal(sheaf_series_label(series), "A");
    SET(sheaf_series_set_reporter, series, "KAZ");
    assert_string_equal(sheaf_series_reporter(series), "KAZ");
    SET(sheaf_series_set_partner, series, "CHN");
    assert_string_equal(sheaf_series_partner(series), "CHN");
    SET(sheaf_series_set_flow, series, "exports");
    assert_string_equal(sheaf_series_flow(series), "exports");
    SET(sheaf_series_set_product, series, "01");
    assert_string_equal(sheaf_series_product(series), "01");
    SET(sheaf_series_set_source, series, "Office");
    assert_string_equal(sheaf_series_source(series), "Office");
    SET(sheaf_series_set_x, series, "Price, USD/t");
    assert_string_equal(sheaf_series_x(series), "Price, USD/t");
    sheaf_series_set_remainder(series, true);
    assert_true(sheaf_series_is_remainder(series));
    sheaf_series_destroy(series);
}

/* What is kept as something else than the text that was given. */
static void of_papers_and_dates(sheaf_sheet *sheet)
{
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT, got = SHEAF_PAGE_FORMAT_INIT;
    sheaf_page_size size = SHEAF_LEGAL;
    char date[SHEAF_DATE_TEXT] = "x", color[SHEAF_COLOR_TEXT] = "x";

    assert_false(sheaf_sheet_get_date(sheet, date));
    assert_string_equal(date, "");
    SET(sheaf_sheet_set_date, sheet, "2024-06-26");
    assert_true(sheaf_sheet_get_date(sheet, date));
    assert_string_equal(date, "2024-06-26");
    SET(sheaf_sheet_set_release, sheet, "2024-06-27");
    assert_true(sheaf_sheet_get_release(sheet, date));
    assert_string_equal(date, "2024-06-27");
    SET(sheaf_sheet_set_next_release, sheet, "2025-01-02");
    assert_true(sheaf_sheet_get_next_release(sheet, date));
    assert_string_equal(date, "2025-01-02");
    SET(sheaf_sheet_set_extracted, sheet, "0987-12-31");
    assert_true(sheaf_sheet_get_extracted(sheet, date));
    assert_string_equal(date, "0987-12-31");
    SET(sheaf_sheet_set_made, sheet, "2024-02-29");
    assert_true(sheaf_sheet_get_made(sheet, date));
    assert_string_equal(date, "2024-02-29");
    SET(sheaf_sheet_set_page, sheet, SHEAF_A5);
    assert_true(sheaf_sheet_get_page(sheet, &size) && size == SHEAF_A5);
    assert_true(sheaf_sheet_get_page_format(sheet, &got));
    assert_string_equal(got.paper, "A5");
    format.paper = "210 x 100 mm";
    format.left = 20;
    format.columns = 3;
    SET(sheaf_sheet_set_page_format, sheet, &format);
    assert_true(sheaf_sheet_get_page_format(sheet, &got));
    assert_string_equal(got.paper, "210 x 100 mm");
    assert_true(got.left == 20 && got.right > 0 && got.columns == 3);
    assert_false(sheaf_sheet_get_page(sheet, &size));
    assert_false(sheaf_sheet_get_cover(sheet, color));
    SET(sheaf_sheet_set_cover, sheet, "#1f5FA8");
    assert_true(sheaf_sheet_get_cover(sheet, color));
    assert_string_equal(color, "#1F5FA8");
    sheaf_sheet_set_cover(sheet, "");
    assert_true(sheaf_sheet_get_cover(sheet, color));
    assert_string_equal(color, "");
}

static void of_texts(sheaf_sheet *sheet)
{
    SET(sheaf_sheet_set_title, sheet, "Trade *grew* {{");
    assert_string_equal(sheaf_sheet_get_title(sheet), "Trade *grew* {{");
    SET(sheaf_sheet_set_deck, sheet, "Deck");
    assert_string_equal(sheaf_sheet_get_deck(sheet), "Deck");
    SET(sheaf_sheet_set_language, sheet, "ru");
    assert_string_equal(sheaf_sheet_get_language(sheet), "ru");
    SET(sheaf_sheet_set_author, sheet, "Office");
    assert_string_equal(sheaf_sheet_get_author(sheet), "Office");
    SET(sheaf_sheet_set_font_folder, sheet, "faces");
    assert_string_equal(sheaf_sheet_get_font_folder(sheet), "faces");
    SET(sheaf_sheet_set_root, sheet, "/");
    assert_string_equal(sheaf_sheet_get_root(sheet), "/");
    assert_null(sheaf_sheet_get_header_at(sheet, SHEAF_SLOT_LEFT));
    SET(sheaf_sheet_set_header, sheet, "Fact sheet");
    assert_string_equal(sheaf_sheet_get_header(sheet), "Fact sheet");
    SET(sheaf_sheet_set_footer, sheet, "Foot");
    assert_string_equal(sheaf_sheet_get_footer(sheet), "Foot");
    SET(sheaf_sheet_set_header_at, sheet, SHEAF_SLOT_RIGHT, "{page}");
    assert_string_equal(sheaf_sheet_get_header_at(sheet, SHEAF_SLOT_RIGHT), "{page}");
    SET(sheaf_sheet_set_footer_at, sheet, SHEAF_SLOT_MIDDLE, "");
    assert_string_equal(sheaf_sheet_get_footer_at(sheet, SHEAF_SLOT_MIDDLE), "");
    assert_null(sheaf_sheet_get_footer_at(sheet, SHEAF_SLOT_RIGHT));
    SET(sheaf_sheet_set_name, sheet, "CHN", NULL, "Китай");
    assert_string_equal(sheaf_sheet_get_name(sheet, "CHN", NULL), "Китай");
    assert_null(sheaf_sheet_get_name(sheet, "CHN", "genitive"));
    sheaf_sheet_set_name(sheet, "CHN", "genitive", "Китая");
    assert_string_equal(sheaf_sheet_get_name(sheet, "CHN", "genitive"), "Китая");
}

static void of_sheets(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");
    const char *path = NULL, *words = NULL;
    char logo[600];
    bool contents = false;

    (void)state;
    of_texts(sheet);
    of_papers_and_dates(sheet);
    SET(sheaf_sheet_set_numbers, sheet, true);
    assert_true(sheaf_sheet_get_numbers(sheet));
    SET(sheaf_sheet_set_attachments, sheet, false);
    assert_false(sheaf_sheet_get_attachments(sheet));
    SET(sheaf_sheet_set_pdf, sheet, SHEAF_PDF_2_0);
    assert_int_equal(sheaf_sheet_get_pdf(sheet), SHEAF_PDF_2_0);
    assert_false(sheaf_sheet_get_contents(sheet, &contents));
    SET(sheaf_sheet_set_contents, sheet, true);
    assert_true(sheaf_sheet_get_contents(sheet, &contents) && contents);
    SET(sheaf_sheet_set_flags, sheet, SHEAF_FLAGS_ALL);
    assert_int_equal(sheaf_sheet_get_flags(sheet), SHEAF_FLAGS_ALL);
    sheaf_sheet_add_text(sheet, "A text");
    SET(sheaf_sheet_set_block_width, sheet, SHEAF_WIDTH_FULL);
    assert_int_equal(sheaf_sheet_get_block_width(sheet), SHEAF_WIDTH_FULL);
    SET(sheaf_sheet_set_most_pages, sheet, 7);
    assert_int_equal(sheaf_sheet_get_most_pages(sheet), 7);
    SET(sheaf_sheet_set_page_limit, sheet, 8);
    assert_int_equal(sheaf_sheet_get_page_limit(sheet), 8);
    assert_null(sheaf_sheet_get_theme(sheet));
    SET(sheaf_sheet_set_theme, sheet, theme);
    assert_int_equal(sheaf_theme_get_paper(sheaf_sheet_get_theme(sheet)), 0x14181F);
    snprintf(logo, sizeof logo, "%s/tests/golden/chart/annotations-mirrored.png",
             golden_source_folder());
    assert_false(sheaf_sheet_get_logo(sheet, &path, &words));
    SET(sheaf_sheet_set_logo, sheet, logo, "Ministry");
    assert_true(sheaf_sheet_get_logo(sheet, &path, &words));
    assert_string_equal(path, logo);
    assert_string_equal(words, "Ministry");
    assert_string_equal(sheaf_sheet_message(sheet), "");
    sheaf_theme_destroy(theme);
    sheaf_sheet_destroy(sheet);
}

/* A spec says it, in the language that is asked for; a parameter can be asked before. */
static void of_specs(void **state)
{
    static const char spec[] =
        "sheaf: 1\ntitle: {en: 'Trade in {$year}', ru: Торговля}\nauthor: Office\n"
        "date: 2024-06-26\npage: A4 landscape\ncover: {color: '#102030'}\n"
        "header: {right: '{page}'}\nparameters: {year: 2023}\n"
        "sheet: [text: a]\n";
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, "x.yaml", spec, sizeof spec - 1);
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    char date[SHEAF_DATE_TEXT];

    (void)state;
    assert_null(sheaf_sheet_get_parameter(sheet, "year"));
    SET(sheaf_sheet_set_parameter, sheet, "year", "2022");
    assert_string_equal(sheaf_sheet_get_parameter(sheet, "year"), "2022");
    assert_string_equal(sheaf_sheet_get_title(sheet), "");
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_OK);
    assert_string_equal(sheaf_sheet_get_title(sheet), "Trade in {$year}");
    assert_string_equal(sheaf_sheet_get_author(sheet), "Office");
    assert_string_equal(sheaf_sheet_get_header_at(sheet, SHEAF_SLOT_RIGHT), "{page}");
    assert_true(sheaf_sheet_get_date(sheet, date));
    assert_string_equal(date, "2024-06-26");
    assert_true(sheaf_sheet_get_page_format(sheet, &format));
    assert_string_equal(format.paper, "A4 landscape");
    sheaf_sheet_set_language(sheet, "ru");
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_OK);
    assert_string_equal(sheaf_sheet_get_title(sheet), "Торговля");
    sheaf_sheet_destroy(sheet);
}

static bool is_called(const char *setter, size_t n)
{
    for (size_t i = 0; i < n_called; i++)
        if (strlen(called[i]) == n && memcmp(called[i], setter, n) == 0)
            return true;
    return false;
}

static bool is_excused(const char *setter, size_t n)
{
    for (size_t i = 0; i < LENGTH(excused); i++)
        if (strlen(excused[i].setter) == n && memcmp(excused[i].setter, setter, n) == 0)
            return true;
    return false;
}

/* Whether the header declares sheaf_x_get_y or sheaf_x_y for the n bytes "sheaf_x_set_y". */
static bool has_getter(const char *header, const char *setter, size_t n)
{
    const char *set = strstr(setter, "_set_");
    char getter[200];
    int before = (int)(set - setter), behind = (int)(n - (size_t)before - strlen("_set_"));

    snprintf(getter, sizeof getter, "%.*s_get_%.*s(", before, setter, behind,
             set + strlen("_set_"));
    if (strstr(header, getter) != NULL)
        return true;
    snprintf(getter, sizeof getter, "%.*s_%.*s(", before, setter, behind, set + strlen("_set_"));
    return strstr(header, getter) != NULL;
}

static size_t check_header(const char *name)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct buffer header;
    char path[600];
    size_t wrong = 0;

    snprintf(path, sizeof path, "%s/include/sheaf/%s.h", golden_source_folder(), name);
    buffer_init(&header, NULL, &error);
    assert_int_equal(file_read(path, 1 << 20, &header, &error), SHEAF_OK);
    buffer_byte(&header, '\0');
    for (const char *at = header.bytes; (at = strstr(at, "SHEAF_API void sheaf_")) != NULL;) {
        at += strlen("SHEAF_API void ");
        size_t n = strcspn(at, "(");
        const char *set = strstr(at, "_set_");

        if (set == NULL || set >= at + n || is_excused(at, n) ||
            (is_called(at, n) && has_getter(header.bytes, at, n)))
            continue;
        print_message("  %.*s: %s\n", (int)n, at,
                      is_called(at, n) ? "has no getter" : "is not tried here");
        wrong++;
    }
    buffer_free(&header);
    return wrong;
}

/* Runs last: it asks which setters were called. */
static void no_setter_is_without_a_getter(void **state)
{
    static const char *const headers[] = { "algebra", "arrow",  "base",    "batch",  "block",
                                           "bytes",   "chart",  "context", "diff",   "expression",
                                           "format",  "period", "picture", "series", "sheet",
                                           "table",   "theme" };
    size_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(headers); i++)
        wrong += check_header(headers[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_themes), cmocka_unit_test(of_charts),
        cmocka_unit_test(of_series), cmocka_unit_test(of_sheets),
        cmocka_unit_test(of_specs),  cmocka_unit_test(no_setter_is_without_a_getter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
