/* every_format_goes_to_memory.c - charts, sheets and tables in memory are the bytes of their files. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "support/quota.h"

static const double values[] = { 8, 9, 12 };

static sheaf_chart *chart_of(sheaf_context *context)
{
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);

    sheaf_chart_take(chart, sheaf_series_from_years("exports", "USD", 9, 2021, values, 3));
    return chart;
}

/* As the file has them. */
static void assert_same(const char *path, const sheaf_bytes *bytes, const char *begins)
{
    FILE *file = fopen(path, "rb");
    size_t n = 0, capacity = 1 << 22;
    char *read = malloc(capacity);
    const char *data = sheaf_bytes_data(bytes, &n);

    assert_non_null(file);
    assert_non_null(read);
    assert_int_equal(fread(read, 1, capacity, file), n);
    assert_memory_equal(read, data, n);
    assert_int_equal(data[n], '\0');
    assert_memory_equal(data, begins, strlen(begins));
    free(read);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(remove(path), 0);
}

static void charts_do(void **state)
{
    static const struct {
        sheaf_format format;
        const char *begins;
    } formats[] = { { SHEAF_PNG, "\x89PNG" },
                    { SHEAF_SVG, "<svg" },
                    { SHEAF_PDF, "%PDF" },
                    { SHEAF_EPS, "%!PS" } };
    static const char path[] = "every_format.tmp";
    sheaf_chart *chart = chart_of(NULL);
    sheaf_bytes *bytes = sheaf_bytes_create(NULL);

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        assert_int_equal(sheaf_chart_write(chart, formats[i].format, path, 400, 300, 1), SHEAF_OK);
        assert_int_equal(
            sheaf_chart_write_sink(chart, formats[i].format, sheaf_bytes_sink(bytes), 400, 300, 1),
            SHEAF_OK);
        assert_same(path, bytes, formats[i].begins);
        sheaf_bytes_clear(bytes);
    }
    sheaf_bytes_destroy(bytes);
    sheaf_chart_destroy(chart);
}

static void sheets_do(void **state)
{
    static const char path[] = "every_format.sheet.tmp";
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_chart *chart = chart_of(NULL);
    sheaf_bytes *bytes = sheaf_bytes_create(NULL);

    (void)state;
    sheaf_sheet_set_title(sheet, "Trade");
    sheaf_sheet_add_chart(sheet, chart);
    assert_int_equal(sheaf_sheet_write_pdf(sheet, path), SHEAF_OK);
    assert_int_equal(sheaf_sheet_write_pdf_sink(sheet, sheaf_bytes_sink(bytes)), SHEAF_OK);
    assert_same(path, bytes, "%PDF");
    sheaf_bytes_clear(bytes);
    assert_int_equal(sheaf_sheet_write_html(sheet, path), SHEAF_OK);
    assert_int_equal(sheaf_sheet_write_html_sink(sheet, sheaf_bytes_sink(bytes)), SHEAF_OK);
    assert_same(path, bytes, "<!");
    sheaf_bytes_destroy(bytes);
    sheaf_chart_destroy(chart);
    sheaf_sheet_destroy(sheet);
}

/* What is written comes behind what is there. */
static void outputs_may_follow_each_other(void **state)
{
    sheaf_bytes *bytes = sheaf_bytes_create(NULL);
    sheaf_sink sink = sheaf_bytes_sink(bytes);
    size_t n = 0;

    (void)state;
    assert_string_equal(sheaf_bytes_data(bytes, &n), "");
    assert_int_equal(n, 0);
    assert_int_equal(sink.write(sink.context, "one ", 4), 0);
    assert_int_equal(sink.write(sink.context, "two", 3), 0);
    assert_string_equal(sheaf_bytes_data(bytes, NULL), "one two");
    sheaf_bytes_clear(bytes);
    assert_string_equal(sheaf_bytes_data(bytes, &n), "");
    assert_int_equal(n, 0);
    sheaf_bytes_destroy(bytes);
}

static sheaf_status keep_much(const sheaf_alloc *alloc, const void *context)
{
    char much[5000] = { 0 };
    sheaf_bytes *bytes = sheaf_bytes_create(alloc);
    sheaf_sink sink = sheaf_bytes_sink(bytes);
    int failed = 0;

    (void)context;
    for (int i = 0; i < 20 && failed == 0; i++)
        failed = sink.write(sink.context, much, sizeof much);
    sheaf_bytes_destroy(bytes);
    return failed == 0 ? SHEAF_OK : SHEAF_NO_MEMORY;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_true(quota_sweep(keep_much, NULL) > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charts_do),
        cmocka_unit_test(sheets_do),
        cmocka_unit_test(outputs_may_follow_each_other),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
