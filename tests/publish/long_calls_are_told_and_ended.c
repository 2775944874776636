/* long_calls_are_told_and_ended.c - a program hears how far a long call is and what it warns of, and ends it
 * where it likes: no file is left, the message is whole, and the next call gives the same bytes. */
#include "support/check.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"
#include "base/file.h"

enum { ROWS_A_CALL = 16384, BYTES_A_CALL = 65536, TASKS = SHEAF_WRITING_PAGES + 1 };

static const char data[] = "period,flow,partner,value,unit\n"
                           "2022,exports,WLD,100,USD\n2023,exports,WLD,120,USD\n"
                           "2022,exports,DEU,10,USD\n2023,exports,DEU,12,USD\n"
                           "2023,exports,DEU,12,USD\n"
                           "2022,exports,CHN,30,USD\n2023,exports,CHN,33,USD\n"
                           "2022,exports,SAU,7,USD\n2023,exports,SAU,5,USD\n";

/* What the callbacks were told. */
struct told {
    pthread_mutex_t lock;
    size_t calls, cancel_at; /* from 1; 0: never */
    size_t of[TASKS];        /* calls */
    size_t begins[TASKS];    /* of them, with nothing done yet */
    sheaf_progress last[TASKS];
    bool falls;
    struct buffer log;
};

static bool hear(void *user, const sheaf_progress *progress)
{
    struct told *told = user;

    pthread_mutex_lock(&told->lock);
    sheaf_progress *last = &told->last[progress->task];
    /* Another file, or another output, begins anew. */
    told->falls |= told->of[progress->task]++ > 0 && progress->done < last->done &&
                   (last->done != last->total || progress->done > 0);
    told->begins[progress->task] += progress->done == 0;
    *last = *progress;
    const bool goes_on = ++told->calls != told->cancel_at;
    pthread_mutex_unlock(&told->lock);
    return goes_on;
}

static void put_warning(struct buffer *into, const sheaf_warning *warning)
{
    char text[2048];

    sheaf_warning_text(warning, text, sizeof text);
    buffer_text(into, text);
    buffer_byte(into, '\n');
}

static void hear_warning(void *user, const sheaf_warning *warning)
{
    struct told *told = user;

    pthread_mutex_lock(&told->lock);
    put_warning(&told->log, warning);
    pthread_mutex_unlock(&told->lock);
}

static sheaf_context *context_telling(struct told *told, size_t cancel_at)
{
    sheaf_context *context = sheaf_context_create(NULL);
    const sheaf_callbacks callbacks = { sizeof callbacks, told, hear_warning, hear };

    *told = (struct told){ .lock = PTHREAD_MUTEX_INITIALIZER, .cancel_at = cancel_at };
    buffer_init(&told->log, NULL, NULL);
    assert_int_equal(sheaf_context_set_callbacks(context, &callbacks), SHEAF_OK);
    return context;
}

static void drop(sheaf_context *context, struct told *told)
{
    buffer_free(&told->log);
    sheaf_context_destroy(context);
}

/* The calls ------------------------------------------------------------------------------- */

static int put_bytes(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static char message[512];

static sheaf_status keep_message(const sheaf_error *error)
{
    snprintf(message, sizeof message, "%s", error->message);
    return error->status;
}

static sheaf_status put_table(sheaf_table *table, struct buffer *into)
{
    sheaf_status status = keep_message(sheaf_table_error(table));

    if (status == SHEAF_OK)
        status = sheaf_table_write_sink(table, SHEAF_CSV, (sheaf_sink){ into, put_bytes }, NULL);
    sheaf_table_destroy(table);
    return status;
}

static void write_rows(struct buffer *csv, size_t n)
{
    buffer_init(csv, NULL, NULL);
    buffer_text(csv, "period,partner,value\n");
    for (size_t i = 0; i < n; i++)
        buffer_format(csv, "%zu,P%zu,%zu\n", 1900 + i % 100, i / 100, i);
}

static sheaf_status read_rows(sheaf_context *context, size_t n, struct buffer *into)
{
    struct buffer csv;

    write_rows(&csv, n);
    sheaf_table *table = sheaf_table_read_bytes(context, "rows.csv", csv.bytes, csv.length);
    buffer_free(&csv);
    return put_table(table, into);
}

static sheaf_status read_csv(sheaf_context *context, struct buffer *into)
{
    return read_rows(context, 3 * ROWS_A_CALL, into);
}

static sheaf_status read_json(sheaf_context *context, struct buffer *into)
{
    struct buffer json;

    buffer_init(&json, NULL, NULL);
    for (size_t i = 0; i < 2 * ROWS_A_CALL; i++)
        buffer_format(&json, "%c{\"period\":%zu,\"partner\":\"P%zu\",\"value\":%zu}",
                      i > 0 ? ',' : '[', 1900 + i % 100, i / 100, i);
    buffer_byte(&json, ']');
    sheaf_table *table = sheaf_table_read_bytes(context, "rows.json", json.bytes, json.length);
    buffer_free(&json);
    return put_table(table, into);
}

static sheaf_status read_arrow(sheaf_context *context, struct buffer *into)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct buffer csv;

    write_rows(&csv, 2 * ROWS_A_CALL + 1);
    sheaf_table *table = sheaf_table_read_bytes(NULL, "rows.csv", csv.bytes, csv.length);
    buffer_free(&csv);
    assert_int_equal(sheaf_table_to_arrow(table, &schema, &array, NULL), SHEAF_OK);
    sheaf_table_destroy(table);
    return put_table(sheaf_table_from_arrow(context, "rows", &schema, &array), into);
}

static sheaf_status write_and_take(sheaf_sheet *sheet, struct buffer *into,
                                   sheaf_status (*write)(sheaf_sheet *, const char *))
{
    const sheaf_status status = write(sheet, "out");

    keep_message(sheaf_sheet_error(sheet));
    if (status == SHEAF_OK)
        assert_int_equal(file_read("out", 1 << 24, into, NULL), SHEAF_OK);
    sheaf_sheet_destroy(sheet);
    return status;
}

static sheaf_status write_pdf(sheaf_context *context, struct buffer *into)
{
    return write_and_take(sheaf_sheet_read(context, "spec.yaml"), into, sheaf_sheet_write_pdf);
}

static sheaf_status write_html(sheaf_context *context, struct buffer *into)
{
    return write_and_take(sheaf_sheet_read(context, "spec.yaml"), into, sheaf_sheet_write_html);
}

static sheaf_status write_png(sheaf_context *context, struct buffer *into)
{
    sheaf_sheet *sheet = sheaf_sheet_read(context, "spec.yaml");
    const sheaf_status status =
        sheaf_sheet_write_png_sink(sheet, 1, 72, (sheaf_sink){ into, put_bytes });

    keep_message(sheaf_sheet_error(sheet));
    sheaf_sheet_destroy(sheet);
    return status;
}

static bool take_page(void *context, size_t page, const void *svg, size_t n)
{
    (void)page;
    buffer_put(context, svg, n);
    return true;
}

static sheaf_status write_svg(sheaf_context *context, struct buffer *into)
{
    sheaf_sheet *sheet = sheaf_sheet_read(context, "spec.yaml");
    const sheaf_status status = sheaf_sheet_draw_svg(sheet, take_page, into);

    keep_message(sheaf_sheet_error(sheet));
    sheaf_sheet_destroy(sheet);
    return status;
}

static sheaf_status write_chart(sheaf_context *context, sheaf_format format, struct buffer *into)
{
    const double values[] = { 10.5, 14.8, 13 };
    sheaf_series *series = sheaf_series_from_years("Exports", "USD", 9, 2021, values, 3);
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);

    sheaf_chart_add(chart, series);
    sheaf_chart_set_title(chart, "Trade \xF3\xB0\x80\x80"); /* which no face draws */
    const sheaf_status status = sheaf_chart_write(chart, format, "out", 600, 400, 1);
    keep_message(sheaf_chart_error(chart));
    if (status == SHEAF_OK)
        assert_int_equal(file_read("out", 1 << 24, into, NULL), SHEAF_OK);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
    return status;
}

static sheaf_status write_chart_pdf(sheaf_context *context, struct buffer *into)
{
    return write_chart(context, SHEAF_PDF, into);
}

static sheaf_status write_chart_png(sheaf_context *context, struct buffer *into)
{
    return write_chart(context, SHEAF_PNG, into);
}

static sheaf_status write_chart_svg(sheaf_context *context, struct buffer *into)
{
    return write_chart(context, SHEAF_SVG, into);
}

#define OF(task) (1u << SHEAF_##task)

static const struct {
    const char *name;
    sheaf_status (*call)(sheaf_context *context, struct buffer *into);
    unsigned tasks; /* that it tells of */
    size_t fewest;  /* calls */
} calls[] = {
    { "rows of a CSV", read_csv, OF(READING_ROWS), 4 },
    { "rows of a JSON", read_json, OF(READING_ROWS), 3 },
    { "rows of an Arrow table", read_arrow, OF(READING_ROWS), 4 },
    { "a sheet as PDF", write_pdf,
      OF(READING_ROWS) | OF(PLACING_BLOCKS) | OF(DRAWING_PAGES) | OF(WRITING_PAGES), 14 },
    { "a sheet as HTML", write_html, OF(READING_ROWS) | OF(PLACING_BLOCKS) | OF(WRITING_PAGES),
      10 },
    { "a page as PNG", write_png,
      OF(READING_ROWS) | OF(PLACING_BLOCKS) | OF(DRAWING_PAGES) | OF(WRITING_PAGES), 13 },
    { "pages as SVG", write_svg,
      OF(READING_ROWS) | OF(PLACING_BLOCKS) | OF(DRAWING_PAGES) | OF(WRITING_PAGES), 14 },
    { "a chart as PDF", write_chart_pdf, OF(WRITING_PAGES), 2 },
    { "a chart as PNG", write_chart_png, OF(WRITING_PAGES), 2 },
    { "a chart as SVG", write_chart_svg, OF(WRITING_PAGES), 2 },
};

/* Calls with a context of its own; the bytes are those of the call without callbacks. */
static void check_bytes(size_t i, sheaf_context *context, const struct buffer *plain)
{
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    assert_int_equal(calls[i].call(context, &bytes), SHEAF_OK);
    assert_int_equal(bytes.length, plain->length);
    assert_memory_equal(bytes.bytes, plain->bytes, plain->length);
    buffer_free(&bytes);
    unlink("out");
}

static size_t check_told(size_t i, const struct buffer *plain)
{
    struct told told;
    sheaf_context *context = context_telling(&told, 0);

    check_bytes(i, context, plain);
    assert_false(told.falls);
    for (size_t task = 0; task < TASKS; task++) {
        assert_int_equal(told.of[task] > 0, (calls[i].tasks & 1u << task) != 0);
        assert_int_equal(told.last[task].done, told.last[task].total);
        assert_int_equal(told.last[task].total > 0, told.of[task] > 0);
    }
    const size_t n = told.calls;
    drop(context, &told);
    return n;
}

/* All but the first calls of a pages' sink go to nobody: of SVG pages those before have been taken. */
static void check_cancelled(size_t i, size_t at, const struct buffer *plain)
{
    struct told told;
    struct buffer bytes;
    sheaf_context *context = context_telling(&told, at);

    buffer_init(&bytes, NULL, NULL);
    assert_int_equal(calls[i].call(context, &bytes), SHEAF_CANCELLED);
    assert_int_equal(told.calls, at);
    assert_non_null(strstr(message, "cancelled by the program while "));
    assert_int_equal(message[strlen(message) - 1], ')');
    assert_int_equal(access("out", F_OK), -1);
    if (calls[i].call != write_svg)
        assert_int_equal(bytes.length, 0);
    buffer_free(&bytes);
    check_bytes(i, context, plain);
    drop(context, &told);
}

static void test_every_call_can_be_ended_anywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(calls); i++) {
        struct buffer plain;
        sheaf_context *context = sheaf_context_create(NULL);

        print_message("  %s", calls[i].name);
        buffer_init(&plain, NULL, NULL);
        assert_int_equal(calls[i].call(context, &plain), SHEAF_OK);
        unlink("out");
        sheaf_context_destroy(context);
        const size_t n = check_told(i, &plain);
        print_message(": %zu calls\n", n);
        assert_true(n >= calls[i].fewest);
        for (size_t at = 1; at <= n; at++)
            check_cancelled(i, at, &plain);
        buffer_free(&plain);
    }
}

/* Bounds ---------------------------------------------------------------------------------- */

static void test_rows_are_told_in_thousands(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 160000; n = n == 1 ? 80000 : 2 * n) {
        struct told told;
        struct buffer csv, out;
        sheaf_context *context = context_telling(&told, 0);

        write_rows(&csv, n);
        buffer_init(&out, NULL, NULL);
        assert_int_equal(read_rows(context, n, &out), SHEAF_OK);
        assert_int_equal(told.last[SHEAF_READING_ROWS].total, n);
        assert_true(told.calls >= n / ROWS_A_CALL + 2);
        assert_true(told.calls <= n / ROWS_A_CALL + csv.length / BYTES_A_CALL + 3);
        buffer_free(&csv);
        buffer_free(&out);
        drop(context, &told);
    }
}

static sheaf_status write_blocks(sheaf_context *context, size_t n, const char *keys)
{
    struct buffer spec, bytes;

    buffer_init(&spec, NULL, NULL);
    buffer_init(&bytes, NULL, NULL);
    buffer_text(&spec, "sheaf: 1\ntitle: {en: Long}\n");
    buffer_text(&spec, keys);
    buffer_text(&spec, "sheet:\n");
    for (size_t i = 0; i < n; i++)
        buffer_text(&spec, "  - text: {en: A block of its own.}\n");
    assert_int_equal(file_replace("long.yaml", spec.bytes, spec.length, NULL), SHEAF_OK);
    sheaf_sheet *sheet = sheaf_sheet_read(context, "long.yaml");
    const sheaf_status status =
        sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &bytes, put_bytes });
    sheaf_sheet_destroy(sheet);
    buffer_free(&spec);
    buffer_free(&bytes);
    return status;
}

static void test_blocks_and_pages_are_told_once(void **state)
{
    (void)state;
    for (size_t n = 100; n <= 200; n *= 2) {
        struct told told;
        sheaf_context *context = context_telling(&told, 0);

        assert_int_equal(write_blocks(context, n, ""), SHEAF_OK);
        assert_int_equal(told.last[SHEAF_PLACING_BLOCKS].total, n);
        assert_in_range(told.of[SHEAF_PLACING_BLOCKS], n + 1, n + 3);
        assert_int_equal(told.of[SHEAF_DRAWING_PAGES], told.last[SHEAF_DRAWING_PAGES].total + 1);
        assert_int_equal(told.of[SHEAF_WRITING_PAGES], told.last[SHEAF_WRITING_PAGES].total + 1);
        drop(context, &told);
    }
}

/* No page holds them, in whatever type: all sizes are tried, and the blocks are not counted again. */
static void test_smaller_type_begins_no_count_anew(void **state)
{
    enum { BLOCKS = 200, TRIES = 7 };
    struct told told;
    sheaf_context *context = context_telling(&told, 0);

    (void)state;
    assert_int_equal(write_blocks(context, BLOCKS, "pages: 1\n"), SHEAF_OK);
    assert_false(told.falls);
    assert_int_equal(told.last[SHEAF_PLACING_BLOCKS].total, BLOCKS);
    assert_int_equal(told.begins[SHEAF_PLACING_BLOCKS], 1);
    assert_in_range(told.of[SHEAF_PLACING_BLOCKS], TRIES * BLOCKS, TRIES * (BLOCKS + 3));
    drop(context, &told);
}

/* The log ---------------------------------------------------------------------------------- */

static void check_log(struct told *told, struct buffer *wanted)
{
    assert_true(wanted->length > 0);
    buffer_byte(wanted, '\0');
    buffer_byte(&told->log, '\0');
    assert_string_equal(told->log.bytes, wanted->bytes);
    buffer_free(wanted);
}

static void test_the_log_has_the_warnings(void **state)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    struct buffer wanted;
    struct told told;

    (void)state;
    sheaf_context *context = context_telling(&told, 0);
    buffer_init(&wanted, NULL, NULL);
    sheaf_table *table = sheaf_table_read(context, "trade.csv");
    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        put_warning(&wanted, &warning);
    check_log(&told, &wanted);
    sheaf_table_destroy(table);
    drop(context, &told);

    /* With those of its data, each once, though the file was read before. */
    for (int again = 0; again < 2; again++) {
        context = again == 0 ? context_telling(&told, 0) : context;
        buffer_clear(&told.log);
        buffer_init(&wanted, NULL, NULL);
        sheaf_sheet *sheet = sheaf_sheet_read(context, "spec.yaml");
        sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &told.log, put_bytes });
        buffer_clear(&told.log);
        sheaf_sheet_destroy(sheet);
        sheet = sheaf_sheet_read(context, "spec.yaml");
        assert_int_equal(sheaf_sheet_write_html(sheet, "out"), SHEAF_OK);
        for (size_t i = 0; sheaf_sheet_warning(sheet, i, &warning); i++)
            put_warning(&wanted, &warning);
        check_log(&told, &wanted);
        sheaf_sheet_destroy(sheet);
    }
    drop(context, &told);
    unlink("out");
}

static void test_a_chart_logs_what_it_warns_of(void **state)
{
    struct buffer bytes;
    struct told told;
    sheaf_context *context = context_telling(&told, 0);

    (void)state;
    buffer_init(&bytes, NULL, NULL);
    assert_int_equal(write_chart_svg(context, &bytes), SHEAF_OK);
    buffer_byte(&told.log, '\0');
    assert_non_null(strstr(told.log.bytes, "warning: "));
    buffer_free(&bytes);
    drop(context, &told);
    unlink("out");
}

/* Batches --------------------------------------------------------------------------------- */

static const char *const members[] = { "DEU", "CHN", "SAU" };
static const char *const languages[] = { "en", "ru", "de", "zh" };

static sheaf_batch *begin_batch(sheaf_context *context, const char *output)
{
    sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT;

    options.each = "partner";
    options.output = output;
    options.languages = languages;
    options.n_languages = LENGTH(languages);
    options.threads = 3;
    return sheaf_batch_create(context, "spec.yaml", &options);
}

static size_t count_files(const char *folder)
{
    DIR *entries = opendir(folder);
    size_t n = 0;

    for (const struct dirent *entry; entries != NULL && (entry = readdir(entries)) != NULL;)
        n += entry->d_name[0] != '.' || strlen(entry->d_name) > 2; /* drafts begin with a dot */
    if (entries != NULL)
        closedir(entries);
    return n;
}

/* Returns how many sheets are there, each whole. */
static size_t check_sheets(const char *folder)
{
    size_t n = 0;

    for (size_t i = 0; i < LENGTH(members) * LENGTH(languages); i++) {
        const char *member = members[i / LENGTH(languages)],
                   *language = languages[i % LENGTH(languages)];
        struct buffer made, whole;
        char path[100];

        snprintf(path, sizeof path, "%s/%s.%s.pdf", folder, member, language);
        if (access(path, F_OK) != 0)
            continue;
        buffer_init(&made, NULL, NULL);
        buffer_init(&whole, NULL, NULL);
        assert_int_equal(file_read(path, 1 << 24, &made, NULL), SHEAF_OK);
        snprintf(path, sizeof path, "whole/%s.%s.pdf", member, language);
        assert_int_equal(file_read(path, 1 << 24, &whole, NULL), SHEAF_OK);
        assert_int_equal(made.length, whole.length);
        assert_memory_equal(made.bytes, whole.bytes, whole.length);
        buffer_free(&made);
        buffer_free(&whole);
        n++;
    }
    return n;
}

static void test_a_batch_ends_with_whole_files(void **state)
{
    const size_t all = LENGTH(members) * LENGTH(languages);
    struct told told;
    sheaf_context *context = context_telling(&told, 0);
    sheaf_batch *batch = begin_batch(context, "whole/{partner}.{lang}.pdf");

    (void)state;
    told.calls = 0;
    assert_int_equal(sheaf_batch_run(batch, NULL, NULL), SHEAF_OK);
    const size_t n = told.calls;
    assert_int_equal(check_sheets("whole"), all);
    sheaf_batch_destroy(batch);
    for (size_t at = 1; at < n; at += 7) {
        batch = begin_batch(context, "some/{partner}.{lang}.pdf");
        told.calls = 0;
        told.cancel_at = at;
        assert_int_equal(sheaf_batch_run(batch, NULL, NULL), SHEAF_CANCELLED);
        assert_non_null(strstr(sheaf_batch_error(batch)->message, "stopped: "));
        const size_t made = check_sheets("some");
        assert_true(made < all);
        assert_int_equal(count_files("some"), made + 1); /* and the report */
        told.cancel_at = 0;
        assert_int_equal(sheaf_batch_run(batch, NULL, NULL), SHEAF_OK);
        assert_int_equal(check_sheets("some"), all);
        sheaf_batch_destroy(batch);
        assert_int_equal(system("rm -r some"), 0);
    }
    drop(context, &told);
}

/* ------------------------------------------------------------------------------------------ */

static void test_callbacks_of_a_later_version_are_refused(void **state)
{
    struct {
        sheaf_callbacks known;
        void *unknown;
    } later = { { sizeof later, NULL, NULL, hear }, &later };
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };
    struct buffer written;

    (void)state;
    buffer_init(&written, NULL, &error);
    assert_int_equal(sheaf_context_set_callbacks(context, &later.known), SHEAF_BAD_ARGUMENT);
    later.unknown = NULL;
    assert_int_equal(sheaf_context_set_callbacks(context, &later.known), SHEAF_OK);
    assert_int_equal(sheaf_context_set_callbacks(context, NULL), SHEAF_OK); /* none, as at first */
    assert_int_equal(write_chart_png(context, &written), SHEAF_OK);
    buffer_free(&written);
    sheaf_context_destroy(context);
    unlink("out");
}

static int enter(void **state)
{
    static const char spec[] = "sheaf: 1\n"
                               "parameters: {partner: DEU}\n"
                               "title: {en: 'Trade with {$partner}'}\n"
                               "language: en\n"
                               "date: 2024-06-26\n"
                               "data: {trade: trade.csv}\n"
                               "series: {exports: 'trade[flow: exports, partner: $partner]'}\n"
                               "sheet:\n"
                               "  - figures: [{value: 'exports[2023]', change: growth}]\n"
                               "  - row:\n"
                               "      - chart: {series: exports}\n"
                               "      - table: {rows: [exports], columns: [2022, growth(2023)]}\n"
                               "  - page break\n"
                               "  - text: {en: 'Words that no face draws: \xF3\xB0\x80\x80.'}\n"
                               "  - notes\n";
    static char folder[] = "/tmp/sheaf-told-XXXXXX";

    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0 ||
           file_replace("spec.yaml", spec, sizeof spec - 1, NULL) != SHEAF_OK ||
           file_replace("trade.csv", data, sizeof data - 1, NULL) != SHEAF_OK;
}

static int leave(void **state)
{
    char folder[200], line[300];

    (void)state;
    if (getcwd(folder, sizeof folder) == NULL || strncmp(folder, "/tmp/sheaf-told-", 16) != 0)
        return 1;
    snprintf(line, sizeof line, "rm -r %s", folder);
    return system(line);
}

/* Yellow ink on white cannot be read: that is told once, when it is said, and not with each later setter. */
static void test_a_theme_logs_what_a_setter_brings(void **state)
{
    struct told told;
    sheaf_context *context = context_telling(&told, 0);
    sheaf_theme *theme = sheaf_theme_create(context, "print");
    sheaf_warning warning = SHEAF_WARNING_INIT;

    (void)state;
    sheaf_theme_set_flow(theme, "exports", 0xffffe0);
    assert_true(sheaf_theme_warning(theme, 0, &warning));
    assert_non_null(told.log.bytes);
    buffer_byte(&told.log, '\0');
    assert_non_null(strstr(told.log.bytes, warning.message));
    buffer_clear(&told.log);
    sheaf_theme_set_member(theme, "China", 0x003366);
    assert_int_equal(told.log.length, 0);
    sheaf_theme_destroy(theme);
    drop(context, &told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_call_can_be_ended_anywhere),
        cmocka_unit_test(test_rows_are_told_in_thousands),
        cmocka_unit_test(test_blocks_and_pages_are_told_once),
        cmocka_unit_test(test_smaller_type_begins_no_count_anew),
        cmocka_unit_test(test_the_log_has_the_warnings),
        cmocka_unit_test(test_a_chart_logs_what_it_warns_of),
        cmocka_unit_test(test_a_theme_logs_what_a_setter_brings),
        cmocka_unit_test(test_a_batch_ends_with_whole_files),
        cmocka_unit_test(test_callbacks_of_a_later_version_are_refused),
    };

    return cmocka_run_group_tests(tests, enter, leave);
}
