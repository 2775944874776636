/* boxes_are_warned_of.c - a character that no face draws is no failure: a box stands for it, and one
 * warning a document names it, whatever was drawn in the context before. */
#include "support/check.h"

#include <string.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"

/* U+100000 and U+10FFFD are for private use: no face has them. */
#define ONE   "\xF4\x80\x80\x80"
#define OTHER "\xF4\x8F\xBF\xBD"

static int keep(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static sheaf_chart *make_chart(sheaf_context *context, const char *title)
{
    const double values[] = { 8, 9 };
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2022, values, 2);
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);

    sheaf_chart_set_title(chart, title);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static sheaf_status write_chart(sheaf_chart *chart, sheaf_format format, struct buffer *into)
{
    buffer_init(into, NULL, NULL);
    return sheaf_chart_write_sink(chart, format, (sheaf_sink){ into, keep }, 480, 300, 1);
}

static void a_chart_warns_each_time(void **state)
{
    static const sheaf_format formats[] = { SHEAF_PNG, SHEAF_SVG, SHEAF_PDF, SHEAF_EPS };
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(formats); i++) {
        sheaf_chart *chart = make_chart(context, "Trade " ONE " grew " ONE);
        sheaf_warning warning = SHEAF_WARNING_INIT;
        struct buffer bytes;

        assert_int_equal(sheaf_chart_warning_count(chart), 0);
        assert_int_equal(write_chart(chart, formats[i / 2], &bytes), SHEAF_OK);
        assert_int_equal(sheaf_chart_warning_count(chart), 1);
        assert_true(sheaf_chart_warning(chart, 0, &warning));
        assert_non_null(strstr(warning.message, "no face here draws '" ONE "' (U+100000); a box"));
        assert_string_equal(warning.file, "");
        assert_int_equal(warning.count, 1);
        assert_false(sheaf_chart_warning(chart, 1, &warning));
        assert_false(sheaf_chart_warning(chart, 0, NULL));
        buffer_free(&bytes);
        sheaf_chart_destroy(chart);
    }
    sheaf_context_destroy(context);
}

/* The warning is the last output's. */
static void what_is_mended_is_not_warned_of(void **state)
{
    sheaf_chart *chart = make_chart(NULL, "Trade " ONE);
    struct buffer bytes;

    (void)state;
    assert_int_equal(write_chart(chart, SHEAF_SVG, &bytes), SHEAF_OK);
    buffer_free(&bytes);
    sheaf_chart_set_title(chart, "Trade");
    assert_int_equal(write_chart(chart, SHEAF_SVG, &bytes), SHEAF_OK);
    buffer_free(&bytes);
    assert_int_equal(sheaf_chart_warning_count(chart), 0);
    sheaf_chart_set_title(chart, "Trade " OTHER);
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    assert_non_null(picture);
    assert_int_equal(sheaf_chart_warning_count(chart), 1);
    sheaf_picture_destroy(picture);
    assert_int_equal(sheaf_chart_draw(chart, NULL, 0, 0, 1, 1), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_chart_warning_count(chart), 0);
    sheaf_chart_destroy(chart);
}

static sheaf_sheet *make_sheet(sheaf_context *context)
{
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    sheaf_chart *chart = make_chart(NULL, "Exports " OTHER);

    sheaf_sheet_set_title(sheet, "Trade " ONE);
    sheaf_sheet_add_text(sheet, "Again " OTHER ONE ".");
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
    return sheet;
}

static void a_sheet_warns_once(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    struct buffer bytes[2];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        sheaf_sheet *sheet = make_sheet(context);
        sheaf_warning warning = SHEAF_WARNING_INIT;
        size_t count;

        buffer_init(&bytes[i], NULL, NULL);
        assert_int_equal(sheaf_sheet_page_count(sheet, &count), SHEAF_OK);
        assert_int_equal(sheaf_sheet_warning_count(sheet), 1);
        assert_int_equal(sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &bytes[i], keep }),
                         SHEAF_OK);
        assert_int_equal(sheaf_sheet_warning_count(sheet), 1);
        assert_true(sheaf_sheet_warning(sheet, 0, &warning));
        assert_non_null(strstr(warning.message, "'" ONE "' (U+100000) or '" OTHER
                                                "' (U+10FFFD); a box stands for each"));
        sheaf_sheet_destroy(sheet);
    }
    assert_int_equal(bytes[0].length, bytes[1].length);
    assert_memory_equal(bytes[0].bytes, bytes[1].bytes, bytes[0].length);
    buffer_free(&bytes[0]);
    buffer_free(&bytes[1]);
    sheaf_context_destroy(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chart_warns_each_time),
        cmocka_unit_test(what_is_mended_is_not_warned_of),
        cmocka_unit_test(a_sheet_warns_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
