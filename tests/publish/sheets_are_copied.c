/* sheets_are_copied.c - a copy of a sheet is written as the sheet is, byte for byte, however it was filled in; and
 * what happens to one of the two does not touch the other. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"
#include "base/file.h"
#include "support/golden.h"
#include "support/quota.h"

/* The functions that were called, so that none is forgotten. */
static const char *called[300];
static size_t n_called;

#define TELL(function, ...)                                                                        \
    do {                                                                                           \
        assert_true(n_called < LENGTH(called));                                                    \
        called[n_called++] = #function;                                                            \
        function(__VA_ARGS__);                                                                     \
    } while (0)

#define LOGO "tests/golden/chart/annotations-mirrored.png"

static sheaf_series *years(const char *name, double first)
{
    double values[6];

    for (size_t i = 0; i < LENGTH(values); i++)
        values[i] = first + (double)i;
    sheaf_series *series = sheaf_series_from_years(name, "USD", 9, 2018, values, LENGTH(values));
    sheaf_series_set_flow(series, name);
    return series;
}

static sheaf_table *table_of(double first)
{
    char csv[400];
    int n = snprintf(
        csv, sizeof csv,
        "partner,flow,period,value,unit\nCHN,exports,2022,%g,bn USD\nCHN,exports,2023,12,bn "
        "USD\nRUS,exports,2022,7,bn USD\nRUS,exports,2023,9,bn USD\n",
        first);
    sheaf_table *table = sheaf_table_read_bytes(NULL, "t.csv", csv, (size_t)n);

    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    return table;
}

static void tell_settings(sheaf_sheet *sheet)
{
    sheaf_theme *theme = sheaf_theme_create(NULL, "analysis");
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    char logo[600];

    snprintf(logo, sizeof logo, "%s/" LOGO, golden_source_folder());
    sheaf_theme_set_member(theme, "CHN", 0xAA0011);
    format.paper = "A4 landscape";
    TELL(sheaf_sheet_set_root, sheet, golden_source_folder());
    TELL(sheaf_sheet_set_title, sheet, "Trade *grew*");
    TELL(sheaf_sheet_set_language, sheet, "ru");
    TELL(sheaf_sheet_set_deck, sheet, "Рост: {period:2023}");
    TELL(sheaf_sheet_set_date, sheet, "2024-06-26");
    TELL(sheaf_sheet_set_release, sheet, "2024-06-27");
    TELL(sheaf_sheet_set_next_release, sheet, "2025-06-27");
    TELL(sheaf_sheet_set_extracted, sheet, "2024-06-01");
    TELL(sheaf_sheet_set_made, sheet, "2024-06-02");
    TELL(sheaf_sheet_set_author, sheet, "Office");
    TELL(sheaf_sheet_set_numbers, sheet, true);
    TELL(sheaf_sheet_set_attachments, sheet, true);
    TELL(sheaf_sheet_set_pdf, sheet, SHEAF_PDF_2_0);
    TELL(sheaf_sheet_set_contents, sheet, false);
    TELL(sheaf_sheet_set_flags, sheet, SHEAF_FLAGS_ALL);
    TELL(sheaf_sheet_set_page, sheet, SHEAF_A5);
    TELL(sheaf_sheet_set_page_format, sheet, &format);
    TELL(sheaf_sheet_set_most_pages, sheet, 9);
    TELL(sheaf_sheet_set_page_limit, sheet, 10);
    TELL(sheaf_sheet_set_cover, sheet, "#204060");
    TELL(sheaf_sheet_set_logo, sheet, logo, "Ministry");
    TELL(sheaf_sheet_set_font_folder, sheet, "faces");
    TELL(sheaf_sheet_set_theme, sheet, theme);
    TELL(sheaf_sheet_set_header, sheet, "Head");
    TELL(sheaf_sheet_set_footer, sheet, "Foot");
    TELL(sheaf_sheet_set_header_at, sheet, SHEAF_SLOT_RIGHT, "{page}");
    TELL(sheaf_sheet_set_footer_at, sheet, SHEAF_SLOT_MIDDLE, "");
    TELL(sheaf_sheet_add_translation, sheet, "en", "en.html");
    TELL(sheaf_sheet_add_source, sheet, "An office", "2024-01-02", "https://example.org/a");
    TELL(sheaf_sheet_set_name, sheet, "CHN", NULL, "Поднебесная");
    sheaf_theme_destroy(theme);
}

static void tell_chart(sheaf_sheet *sheet, const sheaf_series *exports, const char *theme_name)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_theme *theme = theme_name != NULL ? sheaf_theme_create(NULL, theme_name) : NULL;

    sheaf_chart_set_title(chart, "Exports");
    sheaf_chart_add(chart, exports);
    sheaf_chart_set_theme(chart, theme);
    TELL(sheaf_sheet_add_chart, sheet, chart);
    sheaf_theme_destroy(theme);
    sheaf_chart_destroy(chart);
}

static void tell_rows(sheaf_sheet *sheet, const sheaf_series *exports)
{
    TELL(sheaf_sheet_begin_row, sheet);
    tell_chart(sheet, exports, NULL);
    TELL(sheaf_sheet_set_height, sheet, 200);
    TELL(sheaf_sheet_set_span, sheet, 7);
    TELL(sheaf_sheet_set_id, sheet, "first");
    TELL(sheaf_sheet_set_described, sheet, true);
    TELL(sheaf_sheet_begin_column, sheet);
    tell_chart(sheet, exports, "dark");
    TELL(sheaf_sheet_add_text, sheet, "See {#first}: {exports[2023]}.");
    TELL(sheaf_sheet_end_column, sheet);
    TELL(sheaf_sheet_end_row, sheet);
    TELL(sheaf_sheet_set_scale, sheet, SHEAF_SCALE_OWN);
}

static void tell_tables(sheaf_sheet *sheet, const sheaf_series *exports)
{
    const sheaf_period shown[] = { sheaf_period_year(2022), sheaf_period_year(2023) };
    const sheaf_series *const rows[] = { exports };
    sheaf_table_column columns[] = { SHEAF_TABLE_COLUMN_INIT, SHEAF_TABLE_COLUMN_INIT };
    sheaf_block_row row = SHEAF_BLOCK_ROW_INIT;
    sheaf_block_column column = SHEAF_BLOCK_COLUMN_INIT;
    sheaf_table_block block = SHEAF_TABLE_BLOCK_INIT;
    sheaf_figure_block figure = SHEAF_FIGURE_BLOCK_INIT;

    columns[0].period = columns[1].period = shown[1];
    columns[1].growth = true;
    TELL(sheaf_sheet_add_figure, sheet, "Exports, {period}", exports, shown[1], true);
    TELL(sheaf_sheet_set_decimals, sheet, 1);
    TELL(sheaf_sheet_add_table, sheet, rows, 1, shown, 2, true);
    TELL(sheaf_sheet_set_ranges, sheet, true);
    TELL(sheaf_sheet_add_table_of, sheet, "A table", rows, 1, columns, 2);
    TELL(sheaf_sheet_keep_together, sheet, true);
    row.value = "trade[partner: CHN | RUS]";
    column.period = "2022";
    block.rows = &row, block.n_rows = 1;
    block.columns = &column, block.n_columns = 1;
    TELL(sheaf_sheet_add_table_block, sheet, &block);
    figure.value = "two[2023]";
    figure.value = "exports[2023]";
    TELL(sheaf_sheet_add_figures, sheet, &figure, 1);
    TELL(sheaf_sheet_add_blocks, sheet, "- table: {rows: two, columns: [2023]}");
}

static void tell_blocks(sheaf_sheet *sheet, const sheaf_table *now, const sheaf_table *then)
{
    static const char *const notes[] = { "A note", NULL };
    sheaf_series *exports = years("exports", 5), *imports = years("imports", 3);
    sheaf_series_list *two = sheaf_series_list_create(NULL);

    sheaf_series_list_add(two, sheaf_series_copy(NULL, exports));
    sheaf_series_list_add(two, sheaf_series_copy(NULL, imports));
    TELL(sheaf_sheet_add_series, sheet, exports);
    TELL(sheaf_sheet_add_list, sheet, "two", two);
    TELL(sheaf_sheet_add_data, sheet, "trade", now);
    TELL(sheaf_sheet_add_previous, sheet, "trade", then);
    TELL(sheaf_sheet_add_contents, sheet);
    TELL(sheaf_sheet_add_heading, sheet, "Figures");
    TELL(sheaf_sheet_add_callout, sheet, "Mind {exports[2023]}");
    TELL(sheaf_sheet_set_columns, sheet, 2);
    TELL(sheaf_sheet_set_block_width, sheet, SHEAF_WIDTH_FULL);
    tell_rows(sheet, exports);
    TELL(sheaf_sheet_add_page_break, sheet);
    tell_tables(sheet, exports);
    TELL(sheaf_sheet_add_notes, sheet, notes, 2);
    TELL(sheaf_sheet_set_definitions, sheet, false);
    sheaf_series_destroy(exports);
    sheaf_series_destroy(imports);
    sheaf_series_list_destroy(two);
}

static sheaf_bytes *written(sheaf_sheet *sheet, bool html)
{
    sheaf_bytes *bytes = sheaf_bytes_create(NULL);

    if (html)
        sheaf_sheet_write_html_sink(sheet, sheaf_bytes_sink(bytes));
    else
        sheaf_sheet_write_pdf_sink(sheet, sheaf_bytes_sink(bytes));
    assert_string_equal(sheaf_sheet_message(sheet), "");
    return bytes;
}

static void are_same(const sheaf_bytes *a, const sheaf_bytes *b)
{
    size_t n, m;
    const void *first = sheaf_bytes_data(a, &n), *second = sheaf_bytes_data(b, &m);

    assert_true(n > 1000);
    assert_int_equal(n, m);
    assert_memory_equal(first, second, n);
}

/* Destroys the sheet, and then the copy. */
static void is_copied(sheaf_sheet *sheet)
{
    sheaf_bytes *pdf = written(sheet, false), *html = written(sheet, true);
    sheaf_sheet *copy = sheaf_sheet_copy(sheet, NULL);

    sheaf_sheet_destroy(sheet);
    sheaf_bytes *pdf_again = written(copy, false), *html_again = written(copy, true);
    are_same(pdf, pdf_again);
    are_same(html, html_again);
    sheaf_sheet *third = sheaf_sheet_copy(copy, NULL);
    sheaf_sheet_destroy(copy);
    sheaf_bytes_destroy(pdf_again);
    pdf_again = written(third, false);
    are_same(pdf, pdf_again);
    sheaf_sheet_destroy(third);
    sheaf_bytes_destroy(pdf);
    sheaf_bytes_destroy(html);
    sheaf_bytes_destroy(pdf_again);
    sheaf_bytes_destroy(html_again);
}

static void a_sheet_of_calls(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_table *now = table_of(10), *then = table_of(11);

    (void)state;
    tell_settings(sheet);
    tell_blocks(sheet, now, then);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    sheaf_bytes *html = written(sheet, true);
    assert_non_null(strstr(sheaf_bytes_data(html, NULL), "[r]")); /* the last release had 11 */
    sheaf_bytes_destroy(html);
    is_copied(sheet);
    sheaf_table_destroy(now);
    sheaf_table_destroy(then);
}

static const char *const specs[] = { "kaz-chn/kaz-chn.yaml", "leaflet/leaflet.yaml",
                                     "profile/profile.yaml", "brief/brief.yaml" };

/* With what a program says beside it, before and after the spec's data are read. */
static void sheets_of_specs(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(specs); i++) {
        char path[600];

        snprintf(path, sizeof path, "%s/samples/%s", golden_source_folder(), specs[i]);
        print_message("  %s\n", specs[i]);
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
        sheaf_sheet_add_text(sheet, "In the spec's language");
        sheaf_sheet_set_language(sheet, "de");
        sheaf_sheet_add_text(sheet, "In German: {period:2023-Q1}");
        is_copied(sheet);
    }
}

static void copies_are_independent(void **state)
{
    static const char spec[] =
        "sheaf: 1\ntitle: T {$x}\nparameters: {x: a}\nsheet:\n  - text: $x {$x}\n";
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, "x.yaml", spec, sizeof spec - 1);

    (void)state;
    sheaf_sheet_set_parameter(sheet, "x", "b");
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_text(sheet, "left");
    sheaf_sheet *copy = sheaf_sheet_copy(sheet, NULL);
    assert_string_equal(sheaf_sheet_get_parameter(copy, "x"), "b");
    sheaf_sheet_set_parameter(copy, "x", "c");
    sheaf_sheet_add_text(copy, "zebra");
    sheaf_sheet_end_row(copy);
    sheaf_sheet_end_row(sheet);
    sheaf_bytes *one = written(sheet, true), *other = written(copy, true);
    assert_null(strstr(sheaf_bytes_data(one, NULL), "zebra"));
    assert_non_null(strstr(sheaf_bytes_data(one, NULL), "T b"));
    assert_non_null(strstr(sheaf_bytes_data(other, NULL), "zebra"));
    assert_non_null(strstr(sheaf_bytes_data(other, NULL), "T c"));
    sheaf_bytes_destroy(one);
    sheaf_bytes_destroy(other);
    sheaf_sheet_destroy(sheet);
    sheaf_sheet_destroy(copy);
}

static void a_failed_sheet_gives_a_failed_one(void **state)
{
    static const char spec[] = "sheaf: 1\ntitle: T\ntheme: drak\npages: many\nsheet: [text: a]\n";
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, "x.yaml", spec, sizeof spec - 1);

    (void)state;
    assert_int_not_equal(sheaf_sheet_check(sheet), SHEAF_OK);
    assert_int_equal(sheaf_sheet_error_count(sheet), 2);
    sheaf_sheet *copy = sheaf_sheet_copy(sheet, NULL);
    assert_string_equal(sheaf_sheet_message(copy), sheaf_sheet_message(sheet));
    assert_int_equal(sheaf_sheet_error_count(copy), 2);
    assert_int_equal(sheaf_sheet_error_at(copy, 1)->line, sheaf_sheet_error_at(sheet, 1)->line);
    sheaf_sheet_destroy(copy);
    sheaf_sheet_destroy(sheet);
    copy = sheaf_sheet_copy(NULL, NULL);
    assert_int_equal(sheaf_sheet_status(copy), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(copy);
}

static sheaf_status copy_once(const sheaf_alloc *alloc, const void *sheet)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_sheet *copy = sheaf_sheet_copy(sheet, context);
    sheaf_status status = sheaf_sheet_status(copy);

    sheaf_sheet_destroy(copy);
    sheaf_context_destroy(context);
    return status;
}

static void memory_may_run_out(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_table *now = table_of(10), *then = table_of(11);

    (void)state;
    tell_settings(sheet);
    tell_blocks(sheet, now, then);
    print_message("  %zu allocations\n", quota_sweep(copy_once, sheet));
    sheaf_sheet_destroy(sheet);
    sheaf_table_destroy(now);
    sheaf_table_destroy(then);
}

static bool is_called(const char *function, size_t n)
{
    for (size_t i = 0; i < n_called; i++)
        if (strlen(called[i]) == n && memcmp(called[i], function, n) == 0)
            return true;
    return false;
}

/* Functions that make, end or read a sheet; the tests of specs read and set parameters. */
static bool is_no_telling(const char *function, size_t n)
{
    static const char *const others[] = { "sheaf_sheet_load", "sheaf_sheet_load_bytes",
                                          "sheaf_sheet_destroy", "sheaf_sheet_set_parameter" };

    for (size_t i = 0; i < LENGTH(others); i++)
        if (strlen(others[i]) == n && memcmp(others[i], function, n) == 0)
            return true;
    return false;
}

static size_t forgotten(const char *name)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct buffer header;
    char path[600];
    size_t n_forgotten = 0;

    snprintf(path, sizeof path, "%s/include/sheaf/%s.h", golden_source_folder(), name);
    buffer_init(&header, NULL, &error);
    assert_int_equal(file_read(path, 1 << 20, &header, &error), SHEAF_OK);
    buffer_byte(&header, '\0');
    for (const char *at = header.bytes; (at = strstr(at, "SHEAF_API void sheaf_sheet_")) != NULL;) {
        at += strlen("SHEAF_API void ");
        size_t n = strcspn(at, "(");

        if (is_called(at, n) || is_no_telling(at, n))
            continue;
        print_message("  %.*s is not tried\n", (int)n, at);
        n_forgotten++;
    }
    buffer_free(&header);
    return n_forgotten;
}

/* Runs behind the test that calls them. */
static void no_function_is_forgotten(void **state)
{
    (void)state;
    assert_int_equal(forgotten("sheet") + forgotten("block") + forgotten("theme"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_of_calls),
        cmocka_unit_test(no_function_is_forgotten),
        cmocka_unit_test(sheets_of_specs),
        cmocka_unit_test(copies_are_independent),
        cmocka_unit_test(a_failed_sheet_gives_a_failed_one),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
