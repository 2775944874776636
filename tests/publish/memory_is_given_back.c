/* memory_is_given_back.c - nothing of the caller's allocator stays behind a picture or a page,
 * whatever the libraries below keep for themselves. */
#include "support/check.h"

#include <sheaf/sheaf.h>

#include "support/quota.h"

static int count_bytes(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

static sheaf_chart *make_chart(sheaf_context *context, const sheaf_alloc *alloc)
{
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);
    sheaf_series *series = sheaf_series_create(alloc, "Exports", "USD", 9);

    for (int year = 2021; year < 2024; year++)
        sheaf_series_add(series, sheaf_period_year(year), year * 1.5, 1, SHEAF_NORMAL);
    sheaf_chart_set_title(chart, "Exports grew");
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static void charts_keep_nothing(void **state)
{
    static const sheaf_format formats[] = { SHEAF_SVG, SHEAF_PDF, SHEAF_EPS, SHEAF_PNG };

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct quota quota = { .left = SIZE_MAX };
        sheaf_alloc alloc = quota_alloc(&quota);
        sheaf_context *context = sheaf_context_create(&alloc);
        sheaf_chart *chart = make_chart(context, &alloc);
        size_t written = 0;

        assert_int_equal(sheaf_chart_write_sink(chart, formats[i],
                                                (sheaf_sink){ &written, count_bytes }, 480, 300, 1),
                         SHEAF_OK);
        assert_true(written > 1000);
        sheaf_context_destroy(context);
        sheaf_chart_destroy(chart); /* which held the context */
        assert_int_equal(quota.live, 0);
    }
}

static void sheets_keep_nothing(void **state)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    sheaf_chart *chart = make_chart(context, &alloc);
    size_t written = 0;

    (void)state;
    sheaf_sheet_set_title(sheet, "A sheet");
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
    sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &written, count_bytes });
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_OK);
    assert_true(written > 1000);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
}

/* A chart in a sheet, twice in one context: to a PDF or, where page is not NULL, a page of the web. */
static sheaf_status write_sheets(const sheaf_alloc *alloc, const void *page)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_status status = SHEAF_OK;

    for (int i = 0; i < 2 && status == SHEAF_OK; i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(context);
        sheaf_chart *chart = make_chart(context, alloc);
        size_t written = 0;

        sheaf_sheet_set_title(sheet, "A sheet");
        sheaf_sheet_add_chart(sheet, chart);
        sheaf_chart_destroy(chart);
        if (page != NULL) {
            sheaf_sheet_add_text(sheet, "A text of **words**");
            sheaf_sheet_add_translation(sheet, "ru", "ru.html");
            sheaf_sheet_write_html_sink(sheet, (sheaf_sink){ &written, count_bytes });
        } else {
            sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &written, count_bytes });
        }
        status = sheaf_sheet_status(sheet);
        assert_int_equal(written > 0, status == SHEAF_OK);
        sheaf_sheet_destroy(sheet);
    }
    sheaf_context_destroy(context);
    return status;
}

static void a_context_survives_every_failed_allocation(void **state)
{
    (void)state;
    print_message("  %zu requests\n", quota_sweep(write_sheets, NULL));
    print_message("  %zu requests\n", quota_sweep(write_sheets, "page"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charts_keep_nothing),
        cmocka_unit_test(sheets_keep_nothing),
        cmocka_unit_test(a_context_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
