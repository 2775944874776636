/* batches_are_their_sheets.c - a sheet of a batch is, byte for byte, the sheet that is made alone: for
 * any number of threads, any shard and any order, whatever faces the others have opened. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"
#include "base/file.h"
#include "support/golden.h"
#include "support/quota.h"

/* Characters for which several installed faces may be chosen, by what was open before. */
static const char spec[] =
    "sheaf: 1\n"
    "parameters: {partner: DEU}\n"
    "title: {en: 'Trade ① ⅷ ◆ ☎ with {$partner}', zh: '中国 trade {$partner}', ru: 'Торговля: "
    "{$partner}', ar: 'التجارة {$partner}', ja: '中国との貿易 {$partner}'}\n"
    "date: 2024-06-26\n"
    "data: {trade: trade.csv}\n"
    "series:\n"
    "  exports: 'trade[flow: exports, partner: $partner]'\n"
    "  all: 'trade[flow: exports, partner: WLD]'\n"
    "sheet:\n"
    "  - figures: [{value: 'exports[2023]', change: growth}]\n"
    "  - text: {en: 'Bold **① ⅷ ◆ ☎** 骨', zh: '贸易额 ◆ 骨', ru: 'Экспорт ☎', ar: 'الصادرات ⅷ', "
    "ja: "
    "'骨と直 ①'}\n"
    "  - chart: {series: exports}\n"
    "  - table: {rows: [exports, all], columns: [2022, growth(2023)]}\n"
    "  - notes\n";
static const char data[] = "period,flow,partner,value,unit\n"
                           "2022,exports,WLD,100,USD\n2023,exports,WLD,120,USD\n"
                           "2022,exports,DEU,10,USD\n2023,exports,DEU,12,USD\n"
                           "2022,exports,CHN,30,USD\n2023,exports,CHN,33,USD\n"
                           "2022,exports,SAU,7,USD\n2023,exports,SAU,5,USD\n";
static const char *const languages[] = { "en", "zh", "ru", "ar", "ja" };
static const char *const members[] = { "DEU", "CHN", "SAU" };

static int enter(void **state)
{
    static char folder[] = "/tmp/sheaf-batch-XXXXXX";

    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0 ||
           file_replace("spec.yaml", spec, sizeof spec - 1, NULL) != SHEAF_OK ||
           file_replace("trade.csv", data, sizeof data - 1, NULL) != SHEAF_OK;
}

static int leave(void **state)
{
    char folder[200], line[300];

    (void)state;
    if (getcwd(folder, sizeof folder) == NULL || strncmp(folder, "/tmp/sheaf-batch-", 17) != 0)
        return 1;
    snprintf(line, sizeof line, "rm -r %s", folder);
    return system(line);
}

static int put_bytes(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static void make_alone(const char *language, const char *member, struct buffer *into)
{
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, "spec.yaml");

    buffer_init(into, NULL, NULL);
    sheaf_sheet_set_language(sheet, language);
    sheaf_sheet_set_parameter(sheet, "partner", member);
    assert_int_equal(sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ into, put_bytes }), SHEAF_OK);
    sheaf_sheet_destroy(sheet);
}

static void check_file(const char *folder, const char *language, const char *member)
{
    struct buffer alone, made;
    char path[200];

    make_alone(language, member, &alone);
    buffer_init(&made, NULL, NULL);
    snprintf(path, sizeof path, "%s/%s/%s.pdf", folder, language, member);
    assert_int_equal(file_read(path, 1 << 24, &made, NULL), SHEAF_OK);
    if (made.length != alone.length || memcmp(made.bytes, alone.bytes, made.length) != 0)
        fail_msg("%s differs from the sheet made alone", path);
    buffer_free(&alone);
    buffer_free(&made);
}

static void check_all(const char *folder)
{
    for (size_t i = 0; i < LENGTH(languages); i++)
        for (size_t k = 0; k < LENGTH(members); k++)
            check_file(folder, languages[i], members[k]);
}

static sheaf_batch_options options_of(const char *output, unsigned threads)
{
    sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT;

    options.each = "partner";
    options.output = output;
    options.languages = languages;
    options.n_languages = LENGTH(languages);
    options.threads = threads;
    return options;
}

/* Makes the batch; returns how many sheets it has. */
static size_t make(sheaf_context *context, const sheaf_batch_options *options)
{
    sheaf_batch *batch = sheaf_batch_create(context, "spec.yaml", options);
    const size_t n = sheaf_batch_count(batch);

    assert_string_equal(sheaf_batch_error(batch)->message, "");
    assert_int_equal(sheaf_batch_run(batch, NULL, NULL), SHEAF_OK);
    sheaf_batch_destroy(batch);
    return n;
}

static void test_threads(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads <= 4; threads += 3) {
        char output[100], folder[20];

        snprintf(folder, sizeof folder, "out%u", threads);
        snprintf(output, sizeof output, "%s/{lang}/{partner}.{format}", folder);
        const sheaf_batch_options options = options_of(output, threads);
        assert_int_equal(make(NULL, &options), LENGTH(languages) * LENGTH(members));
        check_all(folder);
    }
}

/* In one context, the last shard first. */
static void test_shards(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_batch_options options = options_of("shards/{lang}/{partner}.pdf", 2);
    size_t n = 0;

    (void)state;
    options.shards = 4;
    for (options.shard = 4; options.shard > 0; options.shard--)
        n += make(context, &options);
    sheaf_context_destroy(context);
    assert_int_equal(n, LENGTH(languages) * LENGTH(members));
    check_all("shards");
    assert_int_equal(access("shards/report.1-4.json", F_OK), 0);
    assert_int_equal(access("shards/report.4-4.json", F_OK), 0);
}

/* More shards than sheets: some have none. */
static void test_empty_shard(void **state)
{
    sheaf_batch_options options = options_of("few/{lang}/{partner}.pdf", 1);

    (void)state;
    options.shard = options.shards = 100;
    assert_int_equal(make(NULL, &options), 0);
}

/* Requests of 16 KB and more; smaller ones are mostly of work that is done at once. */
struct large {
    sheaf_alloc below;
    size_t n;
};

static void *count_large(void *context, void *block, size_t old_size, size_t new_size)
{
    struct large *large = context;

    large->n += new_size >= 16384;
    return large->below.resize(large->below.context, block, old_size, new_size);
}

/* How many the last of two batches of a context asks for, of one language and so many sheets. */
static size_t large_requests(size_t sheets)
{
    struct quota quota = { .left = SIZE_MAX };
    struct large large = { .below = quota_alloc(&quota) };
    const sheaf_alloc alloc = { &large, count_large };
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_batch_options options = options_of("large/{lang}/{partner}.pdf", 1);

    options.n_languages = 1;
    make(context, &options);
    large.n = 0;
    options.shards = (unsigned)(LENGTH(members) / sheets);
    options.shard = options.shards > 0 ? 1 : 0;
    assert_int_equal(make(context, &options), sheets);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
    return large.n;
}

/* A sheet's memory is taken from that of the sheet before it; the tables of its data inside (4 requests a
 * table) are not. */
static void test_further_sheets_ask_for_few_large_blocks(void **state)
{
    const size_t first = large_requests(1), all = large_requests(LENGTH(members));

    (void)state;
    print_message("  of one sheet %zu, of %zu %zu\n", first, LENGTH(members), all);
    assert_true(all - first <= 8 * (LENGTH(members) - 1));
}

static bool stop(void *context, const sheaf_batch_progress *progress)
{
    size_t *calls = context;

    (void)progress;
    ++*calls;
    return false;
}

static void test_stopped_run_says_so(void **state)
{
    const sheaf_batch_options options = options_of("stopped/{lang}/{partner}.pdf", 1);
    sheaf_batch *batch = sheaf_batch_create(NULL, "spec.yaml", &options);
    size_t calls = 0;

    (void)state;
    sheaf_batch_run(batch, stop, &calls);
    assert_true(calls > 0);
    assert_int_equal(access("stopped/report.json", F_OK), 0);
    sheaf_batch_destroy(batch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_shards),
        cmocka_unit_test(test_empty_shard),
        cmocka_unit_test(test_further_sheets_ask_for_few_large_blocks),
        cmocka_unit_test(test_stopped_run_says_so),
    };

    return cmocka_run_group_tests(tests, enter, leave);
}
