/* null_is_told.c - what a NULL is answered with where something is needed: SHEAF_BAD_ARGUMENT, the empty answer
 * that a header promises, and the message. That no function crashes is publish/nonsense_is_survived. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "series/observation.h"

static const sheaf_sink no_sink = { NULL, NULL };

static sheaf_series *make_series(void)
{
    const double values[] = { 8, 9 };

    return sheaf_series_from_years("exports", "USD", 9, 2022, values, 2);
}

/* A failed object that the caller owns. */
static void refuses_series(sheaf_series *series)
{
    assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
    sheaf_series_destroy(series);
}

static void refuses_list(sheaf_series_list *list)
{
    assert_int_equal(sheaf_series_list_status(list), SHEAF_BAD_ARGUMENT);
    sheaf_series_list_destroy(list);
}

static void refuses_table(sheaf_table *table)
{
    assert_int_equal(sheaf_table_status(table), SHEAF_BAD_ARGUMENT);
    sheaf_table_destroy(table);
}

static void missing_bytes_are_none(void **state)
{
    size_t n = 9;

    (void)state;
    sheaf_bytes_destroy(NULL);
    sheaf_bytes_clear(NULL);
    assert_null(sheaf_bytes_sink(NULL).write);
    assert_string_equal(sheaf_bytes_data(NULL, &n), "");
    assert_int_equal(n, 0);

    sheaf_bytes *bytes = sheaf_bytes_create(NULL); /* malloc's */
    assert_non_null(bytes);
    assert_int_equal(sheaf_bytes_sink(bytes).write(sheaf_bytes_sink(bytes).context, "abc", 3), 0);
    assert_memory_equal(sheaf_bytes_data(bytes, NULL), "abc", 3);
    sheaf_bytes_destroy(bytes);
}

static void a_missing_series_takes_nothing(void **state)
{
    const sheaf_period year = sheaf_period_year(2022);
    sheaf_series *series = make_series();

    (void)state;
    sheaf_series_add_many(NULL, year, NULL, 3, 0, NULL);
    sheaf_series_add_from(NULL, NULL, NULL);
    assert_false(sheaf_series_remove(NULL, year));
    refuses_series(sheaf_series_from_months("x", "USD", 0, 2022, 1, NULL, 1));
    refuses_series(sheaf_series_from_quarters("x", "USD", 0, 2022, 1, NULL, 1));
    sheaf_series_add_many(series, year, NULL, 3, 0, NULL);
    refuses_series(series);
    series = make_series();
    sheaf_series_add_from(series, NULL, NULL);
    refuses_series(series);
}

static void a_missing_chart_was_told_nothing(void **state)
{
    sheaf_target target = SHEAF_TARGET_INIT;
    sheaf_annotation annotation = SHEAF_ANNOTATION_INIT;
    size_t n = 9;

    (void)state;
    assert_int_equal(sheaf_chart_get_type(NULL), SHEAF_AUTO);
    assert_string_equal(sheaf_chart_get_title(NULL), "");
    assert_string_equal(sheaf_chart_get_subtitle(NULL), "");
    assert_string_equal(sheaf_chart_get_source(NULL), "");
    assert_string_equal(sheaf_chart_get_alternative(NULL), "");
    assert_int_equal(sheaf_chart_get_description(NULL), SHEAF_DESCRIPTION_FULL);
    assert_string_equal(sheaf_chart_get_language(NULL), "en");
    assert_string_equal(sheaf_chart_get_font_folder(NULL), "");
    assert_int_equal(sheaf_chart_get_svg_text(NULL), SHEAF_SVG_NAMED);
    assert_string_equal(sheaf_chart_get_svg_prefix(NULL), "");
    assert_true(sheaf_chart_get_attachments(NULL));
    assert_int_equal(sheaf_chart_get_pdf(NULL), SHEAF_PDF_1_7);
    assert_null(sheaf_chart_get_theme(NULL));
    assert_int_equal(sheaf_chart_get_flags(NULL), SHEAF_FLAGS_ESTIMATED);
    assert_false(sheaf_chart_get_ranges(NULL));
    assert_int_equal(sheaf_chart_get_base(NULL), SHEAF_BASE_AUTO);
    assert_int_equal(sheaf_chart_get_base_period(NULL).unit, SHEAF_NO_PERIOD);
    assert_false(sheaf_chart_get_lying(NULL));
    assert_int_equal(sheaf_chart_get_plots(NULL), SHEAF_AUTO);
    assert_int_equal(sheaf_chart_get_axis(NULL), SHEAF_AXIS_LINEAR);
    assert_null(sheaf_chart_get_periods(NULL, &n));
    assert_int_equal(n, 0);
    assert_int_equal(sheaf_chart_series_count(NULL), 0);
    assert_null(sheaf_chart_series(NULL, 0));
    assert_int_equal(sheaf_chart_target_count(NULL), 0);
    assert_false(sheaf_chart_target_at(NULL, 0, &target));
    assert_int_equal(sheaf_chart_annotation_count(NULL), 0);
    assert_false(sheaf_chart_annotation_at(NULL, 0, &annotation));
    sheaf_chart_remove_series(NULL, 0);
    sheaf_chart_remove_target(NULL, 0);
    sheaf_chart_remove_annotation(NULL, 0);
    sheaf_chart *copy = sheaf_chart_copy(NULL, NULL);
    assert_int_equal(sheaf_chart_status(copy), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(copy);
    refuses_series(sheaf_series_copy(NULL, NULL));
}

static void a_missing_chart_does_nothing(void **state)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    sheaf_series *series = make_series();

    (void)state;
    sheaf_chart_destroy(NULL);
    sheaf_chart_set_type(NULL, SHEAF_BARS);
    sheaf_chart_set_title(NULL, "x");
    sheaf_series_list_call_by_words(NULL, "en");
    sheaf_chart_set_subtitle(NULL, "x");
    sheaf_chart_set_source(NULL, "x");
    sheaf_chart_set_alternative(NULL, "x");
    sheaf_chart_set_language(NULL, "ru");
    sheaf_chart_set_font_folder(NULL, "x");
    sheaf_chart_set_svg_text(NULL, SHEAF_SVG_NAMED);
    sheaf_chart_set_svg_prefix(NULL, "x");
    sheaf_chart_add(NULL, series);
    sheaf_chart_take(NULL, NULL);
    sheaf_chart_add_target(NULL, "x", 1, 1, "t", 0);
    sheaf_chart_add_event(NULL, sheaf_period_year(2022), "x");
    sheaf_chart_add_band(NULL, sheaf_period_year(2020), sheaf_period_year(2021), "x");
    sheaf_chart_add_reference(NULL, 100, "x");
    sheaf_chart_add_callout(NULL, NULL, sheaf_period_year(2022), "x");
    sheaf_chart_set_periods(NULL, NULL, 3);
    sheaf_chart_set_flags(NULL, SHEAF_FLAGS_ALL);
    sheaf_chart_set_ranges(NULL, true);
    sheaf_chart_set_base(NULL, SHEAF_BASE_ZERO);
    sheaf_chart_set_axis(NULL, SHEAF_AXIS_LOG);
    sheaf_chart_set_base_period(NULL, sheaf_period_year(2015));
    sheaf_chart_set_lying(NULL, true);
    sheaf_chart_set_pdf(NULL, SHEAF_PDF_2_0);
    sheaf_chart_set_attachments(NULL, true);
    sheaf_chart_set_plots(NULL, SHEAF_BARS);
    sheaf_chart_set_theme(NULL, NULL);
    assert_false(sheaf_base_named(NULL, NULL));
    assert_false(sheaf_axis_named(NULL, NULL));
    sheaf_chart_set_description(NULL, SHEAF_DESCRIPTION_SHORT);
    assert_false(sheaf_description_named(NULL, NULL));
    assert_int_equal(sheaf_chart_draw(NULL, NULL, 0, 0, 300, 200), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_chart_write_png(NULL, "null.png", 300, 200), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_chart_write(NULL, SHEAF_SVG, NULL, 300, 200, 1), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_chart_write_sink(NULL, SHEAF_SVG, no_sink, 300, 200, 1),
                     SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_chart_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_chart_message(NULL), "there is no chart (NULL)");
    assert_int_equal(sheaf_chart_error(NULL)->status, SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_chart_warning_count(NULL), 0);
    assert_false(sheaf_chart_warning(NULL, 0, &warning));
    assert_false(sheaf_chart_type_named(NULL, NULL));
    assert_false(sheaf_flags_named(NULL, NULL));
    sheaf_series_destroy(series);
}

static void draw_nowhere(sheaf_chart *chart)
{
    sheaf_chart_draw(chart, NULL, 0, 0, 300, 200);
}

static void write_nowhere(sheaf_chart *chart)
{
    sheaf_chart_write(chart, SHEAF_SVG, NULL, 300, 200, 1);
}

static void write_to_no_sink(sheaf_chart *chart)
{
    sheaf_chart_write_sink(chart, SHEAF_SVG, no_sink, 300, 200, 1);
}

static void add_no_series(sheaf_chart *chart)
{
    sheaf_chart_add(chart, NULL);
}

static void choose_no_periods(sheaf_chart *chart)
{
    sheaf_chart_set_periods(chart, NULL, 2);
}

static void name_no_target(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, NULL, 1, NAN, NULL, 0);
}

static void a_chart_refuses_missing_arguments(void **state)
{
    static void (*const calls[])(sheaf_chart *) = { draw_nowhere,      write_nowhere,
                                                    write_to_no_sink,  add_no_series,
                                                    choose_no_periods, name_no_target };

    (void)state;
    for (size_t i = 0; i < LENGTH(calls); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = make_series();

        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
        calls[i](chart);
        print_message("  %s\n", sheaf_chart_message(chart));
        assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
        sheaf_chart_destroy(chart);
    }
}

static void refuses_theme(sheaf_theme *theme)
{
    assert_int_equal(sheaf_theme_status(theme), SHEAF_BAD_ARGUMENT);
    sheaf_theme_destroy(theme);
}

static void a_missing_theme_says_the_default(void)
{
    const char *text = "x";
    uint32_t rgb = 7;

    assert_int_equal(sheaf_theme_get_colors(NULL, NULL, 9), 8);
    assert_false(sheaf_theme_get_flow(NULL, NULL, &rgb));
    assert_false(sheaf_theme_get_flow(NULL, "exports", NULL));
    assert_false(sheaf_theme_get_member(NULL, NULL, &rgb));
    assert_int_equal(rgb, 7);
    assert_int_equal(sheaf_theme_get_paper(NULL), 0xFFFFFF);
    assert_int_equal(sheaf_theme_get_ink(NULL), 0x1B2430);
    assert_false(sheaf_theme_get_transparent(NULL));
    assert_true(sheaf_theme_get_scale(NULL) == 1);
    assert_true(sheaf_theme_get_size(NULL, NULL) == 0);
    assert_false(sheaf_theme_get_faces(NULL, &text, NULL, NULL));
    assert_false(sheaf_theme_get_logo(NULL, &text, NULL));
    assert_string_equal(text, "x");
}

static void a_missing_sheet_was_told_nothing(void **state)
{
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    char date[SHEAF_DATE_TEXT] = "x";
    const char *text = "x";
    bool contents = true;

    (void)state;
    assert_string_equal(sheaf_sheet_get_title(NULL), "");
    assert_string_equal(sheaf_sheet_get_deck(NULL), "");
    assert_string_equal(sheaf_sheet_get_header(NULL), "");
    assert_string_equal(sheaf_sheet_get_footer(NULL), "");
    assert_null(sheaf_sheet_get_header_at(NULL, SHEAF_SLOT_LEFT));
    assert_null(sheaf_sheet_get_footer_at(NULL, SHEAF_SLOT_LEFT));
    assert_string_equal(sheaf_sheet_get_language(NULL), "en");
    assert_string_equal(sheaf_sheet_get_author(NULL), "");
    assert_string_equal(sheaf_sheet_get_font_folder(NULL), "");
    assert_string_equal(sheaf_sheet_get_root(NULL), "");
    assert_false(sheaf_sheet_get_date(NULL, date));
    assert_string_equal(date, "");
    assert_false(sheaf_sheet_get_release(NULL, NULL));
    assert_false(sheaf_sheet_get_next_release(NULL, date));
    assert_false(sheaf_sheet_get_extracted(NULL, date));
    assert_false(sheaf_sheet_get_made(NULL, date));
    assert_false(sheaf_sheet_get_numbers(NULL));
    assert_true(sheaf_sheet_get_attachments(NULL));
    assert_int_equal(sheaf_sheet_get_pdf(NULL), SHEAF_PDF_1_7);
    assert_false(sheaf_sheet_get_contents(NULL, &contents));
    assert_int_equal(sheaf_sheet_get_flags(NULL), SHEAF_FLAGS_ESTIMATED);
    assert_true(sheaf_sheet_get_page(NULL, NULL));
    assert_false(sheaf_sheet_get_page_format(NULL, NULL));
    assert_true(sheaf_sheet_get_page_format(NULL, &format));
    assert_string_equal(format.paper, "A4");
    assert_int_equal(sheaf_sheet_get_most_pages(NULL), 0);
    assert_int_equal(sheaf_sheet_get_page_limit(NULL), 0);
    assert_false(sheaf_sheet_get_cover(NULL, NULL));
    assert_false(sheaf_sheet_get_logo(NULL, &text, &text));
    assert_string_equal(text, "x");
    assert_null(sheaf_sheet_get_parameter(NULL, NULL));
    assert_null(sheaf_sheet_get_name(NULL, NULL, NULL));
    assert_null(sheaf_sheet_get_theme(NULL));
    sheaf_sheet *copy = sheaf_sheet_copy(NULL, NULL);
    assert_int_equal(sheaf_sheet_status(copy), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(copy);
    sheaf_sheet_add_previous(NULL, NULL, NULL);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_sheet_add_previous(sheet, "trade", NULL);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(sheet);
}

static void a_missing_theme_does_nothing(void **state)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");

    (void)state;
    sheaf_theme_destroy(NULL);
    refuses_theme(sheaf_theme_copy(NULL, NULL));
    a_missing_theme_says_the_default();
    assert_null(sheaf_theme_name(sheaf_theme_count()));
    refuses_theme(NULL);
    assert_string_equal(sheaf_theme_message(NULL), "there is no theme (NULL)");
    assert_null(sheaf_theme_input(NULL, 0));
    assert_int_equal(sheaf_theme_error(NULL)->status, SHEAF_BAD_ARGUMENT);
    refuses_theme(sheaf_theme_create(NULL, NULL));
    refuses_theme(sheaf_theme_read(NULL, NULL));
    refuses_theme(sheaf_theme_read_bytes(NULL, NULL, "", 0));
    refuses_theme(sheaf_theme_read_bytes(NULL, "x.yaml", NULL, 1));
    sheaf_theme_set_colors(NULL, NULL, 0);
    sheaf_theme_set_flow(NULL, NULL, 0);
    sheaf_theme_set_member(NULL, NULL, 0);
    sheaf_theme_set_paper(NULL, 0);
    sheaf_theme_set_ink(NULL, 0);
    sheaf_theme_set_transparent(NULL, true);
    sheaf_theme_set_scale(NULL, 1);
    sheaf_theme_set_size(NULL, "title", 1);
    sheaf_theme_set_faces(NULL, "Inter", "Inter", NULL);
    sheaf_theme_set_logo(NULL, "logo.png", "Ministry");
    assert_int_equal(sheaf_theme_warning_count(NULL), 0);
    assert_false(sheaf_theme_warning(NULL, 0, &warning));
    assert_false(sheaf_theme_warning(theme, 0, NULL));
    sheaf_theme_destroy(theme);

    theme = sheaf_theme_create(NULL, "dark");
    sheaf_theme_set_colors(theme, NULL, 2);
    refuses_theme(theme);
    theme = sheaf_theme_create(NULL, "dark");
    sheaf_theme_set_flow(theme, NULL, 0);
    refuses_theme(theme);
    theme = sheaf_theme_create(NULL, "dark");
    sheaf_theme_set_member(theme, NULL, 0);
    refuses_theme(theme);
}

static void a_missing_sheet_does_nothing(void **state)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t count = 9;

    (void)state;
    sheaf_sheet_destroy(NULL);
    assert_int_equal(sheaf_sheet_suggest(NULL, NULL, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_suggest_sink(NULL, NULL, (sheaf_sink){ NULL, NULL }, NULL),
                     SHEAF_BAD_ARGUMENT);
    sheaf_sheet_set_title(NULL, "x");
    sheaf_sheet_set_deck(NULL, "x");
    sheaf_sheet_set_language(NULL, "ru");
    sheaf_sheet_set_date(NULL, "x");
    sheaf_sheet_set_release(NULL, "x");
    sheaf_sheet_set_next_release(NULL, "x");
    sheaf_sheet_set_extracted(NULL, "x");
    sheaf_sheet_set_author(NULL, "x");
    sheaf_sheet_set_made(NULL, "x");
    sheaf_sheet_set_numbers(NULL, true);
    sheaf_sheet_set_attachments(NULL, true);
    sheaf_sheet_set_pdf(NULL, SHEAF_PDF_2_0);
    sheaf_sheet_set_contents(NULL, true);
    sheaf_sheet_set_id(NULL, "x");
    sheaf_sheet_add_contents(NULL);
    sheaf_sheet_set_page(NULL, SHEAF_A4);
    sheaf_sheet_set_page_format(NULL, NULL);
    sheaf_sheet_set_most_pages(NULL, 1);
    sheaf_sheet_set_page_limit(NULL, 1);
    sheaf_sheet_set_cover(NULL, NULL);
    sheaf_sheet_set_logo(NULL, NULL, NULL);
    sheaf_sheet_set_header_at(NULL, SHEAF_SLOT_LEFT, NULL);
    sheaf_sheet_set_footer_at(NULL, SHEAF_SLOT_RIGHT, "x");
    sheaf_sheet_add_callout(NULL, "x");
    sheaf_sheet_add_blocks(NULL, "- notes");
    sheaf_sheet_add_table_block(NULL, NULL);
    sheaf_sheet_add_figures(NULL, NULL, 1);
    sheaf_sheet_add_list(NULL, "x", NULL);
    sheaf_sheet_add_data(NULL, "x", NULL);
    sheaf_sheet_set_name(NULL, "CHN", NULL, "x");
    sheaf_sheet_set_scale(NULL, SHEAF_SCALE_OWN);
    sheaf_sheet_set_definitions(NULL, false);
    sheaf_sheet_set_described(NULL, true);
    sheaf_sheet_add_page_break(NULL);
    sheaf_sheet_set_columns(NULL, 2);
    sheaf_sheet_set_height(NULL, 100);
    sheaf_sheet_set_block_width(NULL, SHEAF_WIDTH_FULL);
    assert_int_equal(sheaf_sheet_get_block_width(NULL), SHEAF_WIDTH_USUAL);
    sheaf_sheet_keep_together(NULL, true);
    sheaf_sheet_set_theme(NULL, NULL);
    sheaf_sheet_set_flags(NULL, SHEAF_FLAGS_ALL);
    sheaf_sheet_set_ranges(NULL, true);
    sheaf_sheet_set_font_folder(NULL, "x");
    sheaf_sheet_set_header(NULL, "x");
    sheaf_sheet_set_footer(NULL, "x");
    sheaf_sheet_add_source(NULL, "x", NULL, NULL);
    sheaf_sheet_add_series(NULL, NULL);
    sheaf_sheet_add_heading(NULL, "x");
    sheaf_sheet_add_text(NULL, "x");
    sheaf_sheet_add_figure(NULL, NULL, NULL, sheaf_period_year(2023), true);
    sheaf_sheet_add_chart(NULL, NULL);
    sheaf_sheet_add_table(NULL, NULL, 1, NULL, 1, true);
    sheaf_sheet_add_table_of(NULL, "x", NULL, 1, NULL, 1);
    sheaf_sheet_begin_row(NULL);
    sheaf_sheet_end_row(NULL);
    sheaf_sheet_set_span(NULL, 3);
    sheaf_sheet_begin_column(NULL);
    sheaf_sheet_end_column(NULL);
    sheaf_sheet_add_notes(NULL, NULL, 2);
    assert_int_equal(sheaf_sheet_write_pdf(NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_write_html(NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_write_html_sink(NULL, no_sink), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_write_png_sink(NULL, 0, 72, no_sink), SHEAF_BAD_ARGUMENT);
    assert_null(sheaf_sheet_input(NULL, 0));
    assert_null(sheaf_sheet_wanted_input(NULL, 0));
    assert_int_equal(sheaf_sheet_draw_svg(NULL, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_false(sheaf_sheet_parameter(NULL, 0, NULL));
    assert_int_equal(sheaf_sheet_members(NULL, NULL, NULL, NULL), 0);
    sheaf_sheet_add_translation(NULL, NULL, NULL);
    assert_int_equal(sheaf_sheet_write_pdf_sink(NULL, no_sink), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_page_count(NULL, &count), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_page_size(NULL, 0, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_draw_page(NULL, 0, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(count, 0);
    assert_int_equal(sheaf_sheet_page_count(NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_warning_count(NULL), 0);
    assert_false(sheaf_sheet_warning(NULL, 0, &warning));
    assert_int_equal(sheaf_sheet_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_sheet_message(NULL), "there is no sheet (NULL)");
}

static void page_nowhere(sheaf_sheet *sheet)
{
    sheaf_sheet_write_pdf(sheet, NULL);
}

static void page_to_no_sink(sheaf_sheet *sheet)
{
    sheaf_sheet_write_pdf_sink(sheet, no_sink);
}

static void count_nowhere(sheaf_sheet *sheet)
{
    sheaf_sheet_page_count(sheet, NULL);
}

static void know_no_series(sheaf_sheet *sheet)
{
    sheaf_sheet_add_series(sheet, NULL);
}

static void show_no_figure(sheaf_sheet *sheet)
{
    sheaf_sheet_add_figure(sheet, NULL, NULL, sheaf_period_year(2023), true);
}

static void show_no_chart(sheaf_sheet *sheet)
{
    sheaf_sheet_add_chart(sheet, NULL);
}

static void show_no_table(sheaf_sheet *sheet)
{
    sheaf_sheet_add_table(sheet, NULL, 1, NULL, 1, true);
}

static void show_a_table_of_nothing(sheaf_sheet *sheet)
{
    const sheaf_series *none[] = { NULL };
    const sheaf_period period = sheaf_period_year(2023);

    sheaf_sheet_add_table(sheet, none, 1, &period, 1, false);
}

static void show_no_block(sheaf_sheet *sheet)
{
    sheaf_sheet_add_table_block(sheet, NULL);
}

static void show_no_figures(sheaf_sheet *sheet)
{
    sheaf_sheet_add_figures(sheet, NULL, 1);
}

static void know_no_list(sheaf_sheet *sheet)
{
    sheaf_sheet_add_list(sheet, "x", NULL);
}

static void know_no_table(sheaf_sheet *sheet)
{
    sheaf_sheet_add_data(sheet, NULL, NULL);
}

static void call_nobody(sheaf_sheet *sheet)
{
    sheaf_sheet_set_name(sheet, NULL, NULL, NULL);
}

static void note_nothing(sheaf_sheet *sheet)
{
    sheaf_sheet_add_notes(sheet, NULL, 2);
}

static void name_no_source(sheaf_sheet *sheet)
{
    sheaf_sheet_add_source(sheet, NULL, NULL, NULL);
}

static void choose_no_page(sheaf_sheet *sheet)
{
    sheaf_sheet_set_page(sheet, (sheaf_page_size)9);
}

static void a_sheet_refuses_missing_arguments(void **state)
{
    static void (*const calls[])(sheaf_sheet *) = {
        page_nowhere,    page_to_no_sink, count_nowhere,  know_no_series,
        show_no_figure,  show_no_chart,   show_no_table,  show_a_table_of_nothing,
        note_nothing,    name_no_source,  choose_no_page, show_no_block,
        show_no_figures, know_no_list,    know_no_table,  call_nobody,
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(calls); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);

        sheaf_sheet_set_title(sheet, "A title");
        sheaf_sheet_add_text(sheet, "A text");
        calls[i](sheet);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
        sheaf_sheet_destroy(sheet);
    }
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, NULL);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(sheet);
    sheet = sheaf_sheet_read_bytes(NULL, "a.yaml", NULL, 5);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(sheet);
}

static void a_missing_series_is_empty(void **state)
{
    (void)state;
    sheaf_series_destroy(NULL);
    sheaf_series_add(NULL, sheaf_period_year(2023), 1, 0, SHEAF_NORMAL);
    sheaf_series_add_observation(NULL, NULL);
    sheaf_series_set_label(NULL, "x");
    sheaf_series_set_reporter(NULL, "x");
    sheaf_series_set_partner(NULL, "x");
    sheaf_series_set_flow(NULL, "x");
    sheaf_series_set_product(NULL, "x");
    sheaf_series_set_source(NULL, "x");
    sheaf_series_set_x(NULL, "x");
    assert_string_equal(sheaf_series_name(NULL), "");
    assert_string_equal(sheaf_series_label(NULL), "");
    assert_string_equal(sheaf_series_reporter(NULL), "");
    assert_string_equal(sheaf_series_partner(NULL), "");
    assert_string_equal(sheaf_series_flow(NULL), "");
    assert_string_equal(sheaf_series_product(NULL), "");
    assert_string_equal(sheaf_series_unit(NULL), "");
    assert_string_equal(sheaf_series_source(NULL), "");
    assert_string_equal(sheaf_series_x(NULL), "");
    assert_int_equal(sheaf_series_multiplier(NULL), 0);
    assert_int_equal(sheaf_series_count(NULL), 0);
    assert_null(sheaf_series_at(NULL, 0, ROOM));
    assert_int_equal(sheaf_observation_origin(NULL), SHEAF_ORIGIN_STATED);
    assert_null(sheaf_series_find(NULL, sheaf_period_year(2023), ROOM));
    assert_int_equal(sheaf_series_derivation_count(NULL), 0);
    assert_string_equal(sheaf_series_derivation(NULL, 0), "");
    assert_int_equal(sheaf_series_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_string_not_equal(sheaf_series_message(NULL), "");
    refuses_series(sheaf_series_from_years("exports", "USD", 9, 2022, NULL, 3));

    sheaf_series *series = make_series();
    sheaf_series_add_observation(series, NULL);
    refuses_series(series);
}

static void the_algebra_refuses_missing_series(void **state)
{
    sheaf_series *series = make_series();
    const sheaf_period year = sheaf_period_year(2023);

    (void)state;
    refuses_series(sheaf_series_sum(NULL, series));
    refuses_series(sheaf_series_difference(series, NULL));
    refuses_series(sheaf_series_multiply(NULL, NULL));
    refuses_series(sheaf_series_divide(series, NULL));
    refuses_series(sheaf_series_number(NULL, 2));
    refuses_series(sheaf_series_growth(NULL));
    refuses_series(sheaf_series_imply(NULL));
    refuses_series(sheaf_series_turnover(NULL, series));
    refuses_series(sheaf_series_balance(series, NULL));
    refuses_series(sheaf_series_cover(NULL, NULL));
    refuses_series(sheaf_series_convert(NULL, series, "EUR"));
    refuses_series(sheaf_series_convert(series, NULL, "EUR"));
    refuses_series(sheaf_series_convert(series, series, NULL));
    refuses_series(sheaf_series_constant_prices(NULL, series, year));
    refuses_series(sheaf_series_constant_prices(series, NULL, year));
    assert_int_equal(sheaf_series_latest(NULL).unit, SHEAF_NO_PERIOD);
    refuses_series(sheaf_series_unit_value(series, NULL));
    refuses_series(sheaf_series_filter(NULL, year, year));
    refuses_series(sheaf_series_filter(series, year, (sheaf_period){ SHEAF_MONTHS, 24276, -12 }));
    refuses_series(sheaf_series_pick(NULL, &year, 1));
    refuses_series(sheaf_series_pick(series, NULL, 1));
    refuses_series(sheaf_series_sum_to(NULL, (sheaf_spans){ 12, 1, 12 }, false));
    refuses_series(sheaf_series_cumulative(NULL, 1));
    refuses_series(sheaf_series_from_cumulative(NULL, 1, 1));
    refuses_series(sheaf_series_rolling_sum(NULL, 2));
    refuses_series(sheaf_series_rolling_mean(NULL, 2));
    refuses_series(sheaf_series_seasonal_mean(NULL, 2));
    refuses_series(sheaf_series_growth_on(NULL, SHEAF_ON_YEAR));
    refuses_series(sheaf_series_change(NULL, SHEAF_ON_YEAR));
    refuses_series(sheaf_series_compound_growth(NULL, year));
    refuses_series(sheaf_series_contribution(series, NULL, SHEAF_ON_YEAR));
    refuses_series(sheaf_series_share(series, NULL));
    refuses_series(sheaf_series_index(NULL, year));
    refuses_series(sheaf_series_comparative_advantage(series, series, series, NULL));
    refuses_series(sheaf_series_trade_intensity(NULL, series, series, series));
    refuses_list(sheaf_series_mirror(NULL, series));
    sheaf_series_destroy(series);
}

static void lists_refuse_what_is_missing(void **state)
{
    (void)state;
    sheaf_series_list_destroy(NULL);
    sheaf_series_list_add(NULL, make_series());
    sheaf_series_list_append(NULL, NULL);
    assert_int_equal(sheaf_series_list_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_series_list_error(NULL)->status, SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_series_list_count(NULL), 0);
    assert_null(sheaf_series_list_at(NULL, 0));
    assert_null(sheaf_series_list_take(NULL, 0));
    refuses_series(sheaf_series_list_total(NULL));
    refuses_list(sheaf_series_list_top(NULL, NULL, 3, (sheaf_period){ 0 }));
    refuses_list(sheaf_series_list_rank(NULL));
    refuses_series(sheaf_series_list_concentration(NULL));
    refuses_series(sheaf_series_list_number(NULL));
    refuses_table(sheaf_table_from_series(NULL, NULL));

    sheaf_series_list *list = sheaf_series_list_create(NULL);
    sheaf_series_list_add(list, NULL);
    refuses_list(list);
    list = sheaf_series_list_create(NULL);
    sheaf_series_list_append(list, NULL);
    refuses_list(list);
}

static void tables_refuse_what_is_missing(void **state)
{
    static const char text[] = "period,value\n2022,5\n2023,6\n";
    sheaf_row row = SHEAF_ROW_INIT;
    sheaf_warning warning = SHEAF_WARNING_INIT;
    sheaf_data_format format;
    struct ArrowSchema schema;
    struct ArrowArray array;

    (void)state;
    refuses_table(sheaf_table_read(NULL, NULL));
    refuses_table(sheaf_table_read_bytes(NULL, NULL, NULL, 5));
    refuses_table(sheaf_table_filter(NULL, NULL, 0));
    refuses_table(sheaf_table_narrow(NULL, NULL, 0));
    refuses_table(sheaf_table_join(NULL, 2));
    refuses_series(sheaf_table_select(NULL, NULL, 0));
    refuses_list(sheaf_table_members(NULL, NULL, 0, "flow"));
    refuses_list(sheaf_table_parts(NULL, NULL, 0, "flow", 0));
    refuses_list(sheaf_table_evaluate(NULL, "exports"));
    refuses_list(sheaf_evaluate(NULL, NULL, 2, "exports"));
    sheaf_table_destroy(NULL);
    sheaf_table_check(NULL);
    sheaf_table_set_flags(NULL, SHEAF_FLAGS_ALL);
    refuses_table(sheaf_table_from_arrow(NULL, NULL, NULL, NULL));
    refuses_table(sheaf_table_from_arrow_with(NULL, NULL, NULL, NULL, NULL));
    refuses_table(sheaf_table_from_arrow_stream(NULL, NULL, NULL));
    refuses_table(sheaf_table_from_arrow_stream_with(NULL, NULL, NULL, NULL));
    assert_int_equal(sheaf_table_to_arrow(NULL, &schema, &array, NULL), SHEAF_BAD_ARGUMENT);
    assert_null(schema.release);
    assert_int_equal(sheaf_table_to_arrow(NULL, NULL, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_to_arrow_stream(NULL, NULL, NULL), SHEAF_BAD_ARGUMENT);
    sheaf_table_set_safe(NULL, true);
    assert_int_equal(sheaf_table_write(NULL, SHEAF_CSV, "null.csv", NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_write_sink(NULL, SHEAF_CSV, no_sink, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_error(NULL)->status, SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_table_format(NULL), "");
    assert_string_equal(sheaf_table_title(NULL), "");
    assert_int_equal(sheaf_table_row_count(NULL), 0);
    assert_false(sheaf_table_row(NULL, 0, &row));
    assert_null(sheaf_table_row_member(NULL, 0, 0));
    assert_int_equal(sheaf_table_warning_count(NULL), 0);
    assert_false(sheaf_table_warning(NULL, 0, &warning));
    assert_int_equal(sheaf_table_dimension_count(NULL), 0);
    assert_null(sheaf_table_dimension(NULL, 0));
    assert_int_equal(sheaf_table_member_count(NULL, "flow"), 0);
    assert_null(sheaf_table_member(NULL, "flow", 0));
    assert_string_equal(sheaf_table_member_name(NULL, "flow", 0), "");
    assert_false(sheaf_data_format_named(NULL, &format));

    sheaf_table *table = sheaf_table_read_bytes(NULL, "text", text, sizeof text - 1);
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    assert_false(sheaf_table_row(table, 0, NULL));
    assert_int_equal(sheaf_table_member_count(table, NULL), 0);
    assert_null(sheaf_table_member(table, NULL, 0));
    assert_string_equal(sheaf_table_member_name(table, NULL, 0), "");
    refuses_series(sheaf_table_select(table, NULL, 1));
    refuses_table(sheaf_table_filter(table, NULL, 1));
    refuses_list(sheaf_table_evaluate(table, NULL));
    refuses_list(sheaf_table_members(table, NULL, 0, NULL));
    assert_int_equal(sheaf_table_to_arrow(table, NULL, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_to_arrow_stream(table, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_write_sink(table, SHEAF_CSV, no_sink, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_table_write(table, SHEAF_CSV, NULL, NULL), SHEAF_BAD_ARGUMENT);
    sheaf_table_destroy(table);
}

static void refuses_options(sheaf_read_options options)
{
    static const char text[] = "period,value\n2023,5\n";

    refuses_table(sheaf_table_read_bytes_with(NULL, "text", text, sizeof text - 1, &options));
}

static void options_refuse_missing_lists(void **state)
{
    static const char *const none[] = { NULL, NULL, NULL };
    static const sheaf_column no_header[] = { { NULL, "value" }, { "value", NULL } };
    static const sheaf_filter no_member[] = { { "flow", NULL } };
    sheaf_read_options larger = SHEAF_READ_OPTIONS_INIT;

    (void)state;
    refuses_options((sheaf_read_options){ .n_columns = 3 });
    refuses_options((sheaf_read_options){ .n_columns = 1, .columns = no_header });
    refuses_options((sheaf_read_options){ .n_columns = 1, .columns = no_header + 1 });
    refuses_options((sheaf_read_options){ .n_constants = 3 });
    refuses_options((sheaf_read_options){ .n_constants = 1, .constants = no_member });
    refuses_options((sheaf_read_options){ .n_values = 3 });
    refuses_options((sheaf_read_options){ .n_values = 3, .values = none });
    refuses_options((sheaf_read_options){ .n_dimensions = 3 });
    refuses_options((sheaf_read_options){ .n_dimensions = 3, .dimensions = none });
    refuses_table(sheaf_table_read_with(NULL, NULL, &larger));
    refuses_table(sheaf_table_read_with(NULL, NULL, NULL));
}

static void periods_of_nothing_are_none(void **state)
{
    sheaf_period none = { SHEAF_NO_PERIOD, 0, 0 }, year = sheaf_period_year(2023);
    char text[SHEAF_PERIOD_TEXT];

    (void)state;
    assert_false(sheaf_period_read("2023", 4, NULL));
    assert_int_equal(sheaf_period_write(year, NULL), 0);
    assert_int_equal(sheaf_period_write(none, text), 0);
    sheaf_period_first_day(year, NULL, NULL, NULL);
    sheaf_period_last_day(none, NULL, NULL, NULL);
    assert_int_equal(sheaf_period_compare(none, none), 0);
    assert_false(sheaf_period_contains(none, year));
    assert_false(sheaf_period_is_part_of_year(none));
    assert_int_equal(sheaf_period_before(none).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_number(NAN).unit, SHEAF_NO_PERIOD);
    assert_true(isnan(sheaf_period_as_number(none)));
    assert_int_equal(sheaf_period_year_before(none).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_half_year(2023, 3).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_trimester(2023, 4).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_quarter(2023, 0).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_month(2023, 13).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_months(2023, 1, 0).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_day(2023, 2, 29).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_days(2023, 1, 1, 0).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_week(2023, 53).unit, SHEAF_NO_PERIOD);
}

static void a_missing_picture_is_empty(void **state)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    assert_null(sheaf_chart_layout(NULL, 300, 200));
    sheaf_picture_destroy(NULL);
    assert_int_equal(sheaf_picture_draw(NULL, NULL, 0, 0), SHEAF_BAD_ARGUMENT);
    assert_false(sheaf_picture_hit(NULL, 0, 0, &datum));
    assert_int_equal(sheaf_picture_datum_count(NULL), 0);
    assert_false(sheaf_picture_datum(NULL, 0, NULL));
    assert_string_equal(sheaf_picture_description(NULL), "");
    assert_int_equal(sheaf_picture_draw_selected(NULL, NULL, 0, 0, NULL, 1), SHEAF_BAD_ARGUMENT);
    assert_false(sheaf_chart_least_size(NULL, NULL, NULL));
    assert_int_equal(sheaf_format_value(NULL, NULL, NULL, NULL, 0, NULL, 9), 0);
    assert_true(sheaf_format_period(NULL, NULL, sheaf_period_year(2022), NULL, 9) > 0);
    assert_false(sheaf_picture_nearest(NULL, 0, 0, 9, &datum));
    assert_int_equal(sheaf_picture_brush(NULL, (sheaf_box){ 0, 0, 9, 9 }, NULL, 0), 0);
    assert_false(sheaf_picture_value_at(NULL, 0, 0, NULL, NULL));
    assert_false(sheaf_picture_position_of(NULL, sheaf_period_year(2022), 1, NULL, NULL));
}

static void what_is_missing_elsewhere_is_told(void **state)
{
    (void)state;
    sheaf_context_destroy(NULL);
    assert_int_equal(sheaf_context_status(NULL), SHEAF_BAD_ARGUMENT);
    assert_non_null(sheaf_context_message(NULL));
    assert_null(sheaf_command_text("ru", NULL));
    assert_string_equal(sheaf_command_text(NULL, "Usage"), "Usage");
    assert_false(sheaf_text_face(NULL, NULL, NULL, NULL, 0, NULL));
    assert_false(sheaf_text_face(NULL, NULL, NULL, "x", 0, NULL));
    assert_int_equal(sheaf_context_set_odbc_program(NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_context_set_callbacks(NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_context_add_face(NULL, NULL, 0, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_context_add_face(NULL, "x", 1, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_not_equal(sheaf_odbc_serve(-1), 0); /* no socket */
    sheaf_series_set_remainder(NULL, true);
    assert_false(sheaf_series_is_remainder(NULL));
    assert_int_equal(sheaf_series_error(NULL)->status, SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_error(NULL)->status, SHEAF_BAD_ARGUMENT);
    sheaf_sheet_set_decimals(NULL, 1);
    sheaf_sheet_set_root(NULL, NULL);
    sheaf_sheet_set_parameter(NULL, NULL, NULL);
    assert_int_equal(sheaf_sheet_untranslated_count(NULL), 0);
    assert_false(sheaf_sheet_untranslated(NULL, 0, NULL));
    assert_int_equal(sheaf_sheet_error_count(NULL), 1);
    assert_non_null(sheaf_sheet_error_at(NULL, 0));
    assert_null(sheaf_sheet_error_at(NULL, 1));
    assert_int_equal(sheaf_sheet_check(NULL), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_load(NULL, NULL);
    sheaf_sheet_load_bytes(NULL, NULL, NULL, 5);
    assert_false(sheaf_table_depends(NULL, NULL, NULL));
    sheaf_series *whole = sheaf_table_whole(NULL, NULL, 0, NULL);
    assert_true(whole == NULL || sheaf_series_status(whole) == SHEAF_BAD_ARGUMENT);
    sheaf_series_destroy(whole);
    assert_true(sheaf_chart_type_count() > 4);
    assert_null(sheaf_chart_type_summary((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_takes_targets((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_adds_up((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_ranks_members((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_pairs_flows((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_shows_spread((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_crosses_dimensions((sheaf_chart_type)77));
    assert_int_equal(sheaf_chart_type_measures((sheaf_chart_type)77), 0);
    assert_false(sheaf_chart_type_splits_units((sheaf_chart_type)77));
    assert_null(sheaf_table_format_at(1000));
    assert_null(sheaf_chart_type_name((sheaf_chart_type)77));
    assert_non_null(sheaf_status_text((sheaf_status)77));
    assert_false(sheaf_hyphenates(NULL));
    assert_non_null(sheaf_version());
}

/* All zero, an allocator is malloc's. */
static void a_zeroed_allocator_is_mallocs(void **state)
{
    static const sheaf_alloc zeroed;
    sheaf_context *context = sheaf_context_create(&zeroed);
    sheaf_series *series = sheaf_series_create(&zeroed, "x", "USD", 0);
    sheaf_series_list *list = sheaf_series_list_create(&zeroed);

    (void)state;
    sheaf_series_add(series, sheaf_period_year(2023), 1, 0, SHEAF_NORMAL);
    assert_int_equal(sheaf_series_status(series), SHEAF_OK);
    sheaf_series_list_add(list, series);
    assert_int_equal(sheaf_series_list_status(list), SHEAF_OK);
    assert_int_equal(sheaf_context_status(context), SHEAF_OK);
    sheaf_series_list_destroy(list);
    sheaf_context_destroy(context);
}

/* What a program that was compiled before has no room for is not written to it. */
static void structs_may_grow(void **state)
{
    static const char text[] = "period,value\n2023,5\n2024,50\n2025,6\n2026,7\n2027,8\n";
    struct {
        sheaf_read_options known;
        const char *later;
    } newer = { SHEAF_READ_OPTIONS_INIT, NULL };
    sheaf_table *table;
    sheaf_row row = SHEAF_ROW_INIT, untouched = { .line = 77 };
    sheaf_warning warning = SHEAF_WARNING_INIT;

    (void)state;
    newer.known.size = sizeof newer;
    table = sheaf_table_read_bytes_with(NULL, "text", text, sizeof text - 1, &newer.known);
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    row.size = offsetof(sheaf_row, line);
    row.line = 77;
    assert_true(sheaf_table_row(table, 0, &row));
    assert_true(row.value == 5);
    assert_int_equal(row.line, 77);
    assert_int_equal(row.size, offsetof(sheaf_row, line));
    assert_true(sheaf_table_row(table, 1, &untouched)); /* zeroed: of the first version */
    assert_int_equal(untouched.line, 3);
    sheaf_table_check(table);
    warning.size = offsetof(sheaf_warning, count);
    assert_true(sheaf_table_warning(table, 0, &warning));
    assert_int_equal(warning.count, 0);
    assert_int_equal(warning.line, 3);
    sheaf_table_destroy(table);

    newer.later = "what this version does not know";
    refuses_table(sheaf_table_read_bytes_with(NULL, "text", text, sizeof text - 1, &newer.known));
}

static void texts_of_nothing_are_empty(void **state)
{
    const sheaf_warning nothing = SHEAF_WARNING_INIT, zeroed = { 0 };
    const sheaf_error error = { .status = SHEAF_BAD_INPUT, .message = "wrong" };
    const char *const candidates[] = { NULL, "word" };
    sheaf_data_format format;
    sheaf_chart_type type;
    char out[8] = "x";
    sheaf_period period;

    (void)state;
    assert_int_equal(sheaf_error_text(NULL, out, sizeof out), 0);
    assert_string_equal(out, "");
    assert_int_equal(sheaf_warning_text(NULL, out, sizeof out), 0);
    assert_int_equal(sheaf_error_text(&error, NULL, 100), strlen("error: wrong"));
    assert_int_equal(sheaf_warning_text(&nothing, NULL, 100), strlen("warning: "));
    assert_int_equal(sheaf_warning_text(&zeroed, out, sizeof out), 0);
    assert_int_equal(sheaf_printable(NULL, out, sizeof out), 0);
    assert_int_equal(sheaf_printable("abc", NULL, 100), 3);
    assert_false(sheaf_data_format_named("csv", NULL));
    assert_false(sheaf_data_format_named(NULL, &format));
    assert_false(sheaf_chart_type_named(NULL, &type));
    assert_null(sheaf_nearest("word", candidates, 2));
    assert_null(sheaf_nearest(NULL, NULL, 0));
    assert_null(sheaf_nearest("word", NULL, 2));
    assert_false(sheaf_period_read(NULL, 4, &period));
}

static void refuses_batch(sheaf_batch *batch, const char *message)
{
    sheaf_batch_message told = SHEAF_BATCH_MESSAGE_INIT;

    assert_int_equal(sheaf_batch_status(batch), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_batch_error(batch)->message, message);
    assert_int_equal(sheaf_batch_count(batch), 0);
    assert_int_equal(sheaf_batch_path(batch, 0, NULL, 0), 0);
    assert_int_equal(sheaf_batch_report_path(batch, NULL, 0), 0);
    assert_int_equal(sheaf_batch_run(batch, NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_false(sheaf_batch_message_at(batch, 0, &told));
    assert_false(sheaf_batch_message_at(batch, 0, NULL));
    assert_null(sheaf_batch_input(batch, 0));
    assert_null(sheaf_batch_left_out(batch, 0));
    sheaf_batch_destroy(batch);
}

static void a_merge_refuses_what_is_missing(void **state)
{
    const char *const none[] = { NULL };
    sheaf_error error;

    (void)state;
    assert_int_equal(sheaf_batch_merge(NULL, 1, "x", NULL, NULL), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_batch_merge(none, 0, "x", NULL, &error), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_batch_merge(none, 1, NULL, NULL, &error), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_batch_merge(none, 1, "x", NULL, &error), SHEAF_BAD_ARGUMENT);
    assert_string_equal(error.message, "there is no report to read (NULL)");
}

static void a_comparison_refuses_what_is_missing(void **state)
{
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    sheaf_diff_figure figure = SHEAF_DIFF_FIGURE_INIT;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sheaf_diff *diff =
            i < 2 ? sheaf_diff_create(NULL, i == 0 ? NULL : ".", i == 0 ? "." : NULL, NULL, NULL)
                  : NULL;

        assert_int_equal(sheaf_diff_status(diff), SHEAF_BAD_ARGUMENT);
        assert_string_equal(sheaf_diff_error(diff)->message,
                            i < 2 ? "there are no two releases to compare (NULL)"
                                  : "there is no comparison (NULL)");
        assert_int_equal(sheaf_diff_sheet_count(diff), 0);
        assert_int_equal(sheaf_diff_figure_count(diff), 0);
        assert_false(sheaf_diff_sheet_at(diff, 0, &sheet));
        assert_false(sheaf_diff_sheet_at(diff, 0, NULL));
        assert_false(sheaf_diff_figure_at(diff, 0, &figure));
        assert_false(sheaf_diff_figure_at(diff, 0, NULL));
        sheaf_diff_destroy(diff);
    }
}

static void a_batch_refuses_what_is_missing(void **state)
{
    sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT;
    const char *const none[] = { NULL };
    const sheaf_filter half = { "partner", NULL };
    const sheaf_parameter nameless = { NULL, "x" };

    (void)state;
    refuses_batch(NULL, "there is no batch (NULL)");
    refuses_batch(sheaf_batch_create(NULL, NULL, &options), "there is no spec to read (NULL)");
    refuses_batch(sheaf_batch_create(NULL, "x", NULL),
                  "there are no options of a batch, or unknown ones");
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a batch needs a parameter to make sheets by and a name for its files");
    options.output = "x.pdf";
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a batch needs a parameter to make sheets by and a name for its files");
    options.each = "partner";
    options.output = NULL;
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a batch needs a parameter to make sheets by and a name for its files");
    options.output = "x.pdf";
    options.n_where = 1;
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a filter or a parameter lacks a text (NULL)");
    options.where = &half;
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a filter or a parameter lacks a text (NULL)");
    options.n_where = 0;
    options.n_parameters = 1;
    options.parameters = &nameless;
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a filter or a parameter lacks a text (NULL)");
    options.n_parameters = 0;
    options.n_languages = 1;
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a language or format is missing (NULL)");
    options.languages = none;
    refuses_batch(sheaf_batch_create(NULL, "x", &options),
                  "a language or format is missing (NULL)");
    options.n_languages = 0;
    options.shards = 2;
    refuses_batch(sheaf_batch_create(NULL, "x", &options), "shard 0 of 2: there is no such shard");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_bytes_are_none),
        cmocka_unit_test(a_missing_series_takes_nothing),
        cmocka_unit_test(a_missing_chart_was_told_nothing),
        cmocka_unit_test(a_missing_chart_does_nothing),
        cmocka_unit_test(a_missing_theme_does_nothing),
        cmocka_unit_test(a_missing_sheet_was_told_nothing),
        cmocka_unit_test(a_chart_refuses_missing_arguments),
        cmocka_unit_test(a_missing_sheet_does_nothing),
        cmocka_unit_test(a_sheet_refuses_missing_arguments),
        cmocka_unit_test(a_missing_series_is_empty),
        cmocka_unit_test(the_algebra_refuses_missing_series),
        cmocka_unit_test(lists_refuse_what_is_missing),
        cmocka_unit_test(tables_refuse_what_is_missing),
        cmocka_unit_test(options_refuse_missing_lists),
        cmocka_unit_test(periods_of_nothing_are_none),
        cmocka_unit_test(a_missing_picture_is_empty),
        cmocka_unit_test(what_is_missing_elsewhere_is_told),
        cmocka_unit_test(a_zeroed_allocator_is_mallocs),
        cmocka_unit_test(structs_may_grow),
        cmocka_unit_test(a_batch_refuses_what_is_missing),
        cmocka_unit_test(a_merge_refuses_what_is_missing),
        cmocka_unit_test(a_comparison_refuses_what_is_missing),
        cmocka_unit_test(texts_of_nothing_are_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
