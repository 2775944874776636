/* threads_share_a_context.c - whatever was made before it, and however many threads make others
 * meanwhile, a sheet or a chart is the bytes that it is alone; and what a context keeps does not
 * grow with their number. */
#include "support/check.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"
#include "context/context.h"
#include "support/golden.h"
#include "support/quota.h"

enum { THREADS = 8, ROUNDS = 2 };

/* A batch with several languages, scripts and faces. */
static const struct job {
    const char *language, *title, *text;
} jobs[] = {
    { "en", "Trade with China grew", "Turnover was {turnover[2023]} in {period:2023}." },
    { "zh", "中国 trade", "贸易额为{turnover[2023]}。外贸增长。" },
    { "en", "Trade ① ⅷ ◆ ☎", "Symbols in bold: **① ⅷ ◆ ☎** and not: ① ⅷ ◆ ☎." },
    { "ru", "Торговля с Китаем выросла", "Товарооборот составил {turnover[2023]}." },
    { "ar", "نمت التجارة مع الصين", "بلغ حجم التجارة {turnover[2023]}." },
    { "ug", "جۇڭگو بىلەن سودا", "سودا سوممىسى {turnover[2023]}." },
    { "ja", "中国との貿易", "貿易額 {turnover[2023]}, 骨と直." },
    { "kk", "Қытаймен сауда өсті", "Тауар айналымы {turnover[2023]}." },
};

static const char spec[] = "sheaf: 1\n"
                           "title: '%s'\n"
                           "language: %s\n"
                           "date: 2024-06-26\n"
                           "data: {trade: kaz-chn.csv}\n"
                           "series:\n"
                           "  turnover: imply(trade[flow:turnover])\n"
                           "  exports: imply(trade[flow:exports])\n"
                           "sheet:\n"
                           "  - figures:\n"
                           "      - {value: 'turnover[2023]', change: growth}\n"
                           "  - text: '%s'\n"
                           "  - chart: {series: [turnover, exports], title: '%s'}\n"
                           "  - table: {rows: [turnover, exports], columns: [2022, growth(2023)]}\n"
                           "  - notes\n";

static int put_bytes(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

/* Called outside the main thread: no asserts. The message stands in for the bytes of a failure. */
static void make_sheet(sheaf_context *context, const struct job *job, struct buffer *into)
{
    char path[600], text[2000];

    snprintf(path, sizeof path, "%s/samples/kaz-chn/test.yaml", golden_source_folder());
    int n = snprintf(text, sizeof text, spec, job->title, job->language, job->text, job->title);
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(context, path, text, (size_t)n);
    sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ into, put_bytes });
    buffer_text(into, sheaf_sheet_message(sheet));
    sheaf_sheet_destroy(sheet);
}

static void make_chart(sheaf_context *context, const struct job *job, sheaf_format format,
                       struct buffer *into)
{
    const double values[] = { 24.1, 31.5, 41.0 };
    sheaf_series *series = sheaf_series_from_years(job->title, "USD", 9, 2021, values, 3);
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);

    sheaf_chart_set_language(chart, job->language);
    sheaf_chart_set_title(chart, job->title);
    sheaf_chart_add(chart, series);
    sheaf_chart_write_sink(chart, format, (sheaf_sink){ into, put_bytes }, 480, 300, 1);
    buffer_text(into, sheaf_chart_message(chart));
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
}

/* The sheet, then the chart in two formats. */
static void make(sheaf_context *context, const struct job *job, struct buffer *into)
{
    buffer_init(into, NULL, NULL);
    make_sheet(context, job, into);
    make_chart(context, job, SHEAF_PNG, into);
    make_chart(context, job, SHEAF_SVG, into);
}

static void make_alone(struct buffer alone[LENGTH(jobs)])
{
    for (size_t i = 0; i < LENGTH(jobs); i++) {
        make(NULL, &jobs[i], &alone[i]);
        assert_memory_equal(alone[i].bytes, "%PDF", 4);
    }
}

static void free_all(struct buffer all[LENGTH(jobs)])
{
    for (size_t i = 0; i < LENGTH(jobs); i++)
        buffer_free(&all[i]);
}

static bool is_same(sheaf_context *context, size_t job, const struct buffer *alone)
{
    struct buffer made;

    make(context, &jobs[job], &made);
    bool same = !made.failed && made.length == alone[job].length &&
                memcmp(made.bytes, alone[job].bytes, made.length) == 0;
    buffer_free(&made);
    return same;
}

static void test_order_does_not_matter(void **state)
{
    struct buffer alone[LENGTH(jobs)];

    (void)state;
    make_alone(alone);
    for (int backwards = 0; backwards < 2; backwards++) {
        sheaf_context *context = sheaf_context_create(NULL);
        for (size_t i = 0; i < 2 * LENGTH(jobs); i++) {
            size_t job = backwards ? LENGTH(jobs) - 1 - i % LENGTH(jobs) : i % LENGTH(jobs);
            if (!is_same(context, job, alone))
                fail_msg("'%s' differs from itself alone", jobs[job].title);
        }
        sheaf_context_destroy(context);
    }
    free_all(alone);
}

struct share {
    sheaf_context *context;
    const struct buffer *alone;
    size_t first, n_different;
};

static void *make_share(void *data)
{
    struct share *share = data;

    for (size_t i = 0; i < ROUNDS * LENGTH(jobs); i++)
        share->n_different +=
            !is_same(share->context, (share->first + i) % LENGTH(jobs), share->alone);
    return NULL;
}

static void test_threads_do_not_matter(void **state)
{
    struct buffer alone[LENGTH(jobs)];
    struct share shares[THREADS];
    pthread_t threads[THREADS];
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    make_alone(alone);
    for (size_t i = 0; i < THREADS; i++) {
        shares[i] = (struct share){ .context = context, .alone = alone, .first = i };
        assert_int_equal(pthread_create(&threads[i], NULL, make_share, &shares[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(shares[i].n_different, 0);
    }
    assert_true(context_counted(context, COUNTED_WORKERS) <= THREADS);
    assert_int_equal(context_counted(context, COUNTED_TABLES), 1);
    sheaf_context_destroy(context);
    free_all(alone);
}

static void make_batch(sheaf_context *context)
{
    struct buffer made;

    for (size_t i = 0; i < LENGTH(jobs); i++) {
        make(context, &jobs[i], &made);
        buffer_free(&made);
    }
}

static void test_nothing_grows_with_the_number_of_sheets(void **state)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    size_t counted[COUNTED_KINDS];

    (void)state;
    make_batch(context);
    size_t live = quota.live;
    for (int kind = 0; kind < COUNTED_KINDS; kind++)
        counted[kind] = context_counted(context, kind);
    assert_int_equal(counted[COUNTED_WORKERS], 1);
    assert_int_equal(counted[COUNTED_TABLES], 1);
    for (int round = 0; round < 3; round++) {
        make_batch(context);
        assert_int_equal(quota.live, live);
    }
    for (int kind = 0; kind < COUNTED_KINDS; kind++)
        assert_int_equal(context_counted(context, kind), counted[kind]);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_threads_do_not_matter),
        cmocka_unit_test(test_nothing_grows_with_the_number_of_sheets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
