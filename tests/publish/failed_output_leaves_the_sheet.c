/* A failed output tells why and leaves the sheet as it was: what is written next is what a fresh
 * sheet gives. Only a failed construction stays. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "sheaf/sheaf.h"
#include "support/golden.h"

static int keep(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

/* Takes some bytes, and then no more. */
static int disk_is_full(void *context, const void *bytes, size_t n)
{
    size_t *left = context;

    (void)bytes;
    if (n > *left)
        return 1;
    *left -= n;
    return 0;
}

/* With a chart that has a title of its own, which the sheet's language does not change. */
static sheaf_sheet *make_sheet(void)
{
    const double values[] = { 10.5, 14.8 };
    sheaf_series *exports = sheaf_series_from_years("exports", "USD", 9, 2022, values, 2);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    sheaf_sheet_set_title(sheet, "Trade");
    sheaf_sheet_set_language(sheet, "ru");
    sheaf_sheet_add_text(sheet, "A text");
    sheaf_chart_set_title(chart, "Exports");
    sheaf_chart_add(chart, exports);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(exports);
    return sheet;
}

static void write_bytes(sheaf_sheet *sheet, struct buffer *into)
{
    buffer_init(into, NULL, NULL);
    assert_int_equal(sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ into, keep }), SHEAF_OK);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_OK);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_true(into->length > 1000);
}

static sheaf_status write_into_no_folder(sheaf_sheet *sheet)
{
    return sheaf_sheet_write_pdf(sheet, "no-such-folder/out.pdf");
}

static sheaf_status write_over_a_folder(sheaf_sheet *sheet)
{
    return sheaf_sheet_write_pdf(sheet, "/");
}

static sheaf_status write_nowhere(sheaf_sheet *sheet)
{
    return sheaf_sheet_write_pdf(sheet, NULL);
}

static sheaf_status write_to_a_full_disk(sheaf_sheet *sheet)
{
    size_t left = 100;

    return sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &left, disk_is_full });
}

static sheaf_status write_to_no_sink(sheaf_sheet *sheet)
{
    return sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ NULL, NULL });
}

static sheaf_status write_page_into_no_folder(sheaf_sheet *sheet)
{
    return sheaf_sheet_write_html(sheet, "no-such-folder/out.html");
}

static sheaf_status write_page_to_a_full_disk(sheaf_sheet *sheet)
{
    size_t left = 100;

    return sheaf_sheet_write_html_sink(sheet, (sheaf_sink){ &left, disk_is_full });
}

static sheaf_status count_nowhere(sheaf_sheet *sheet)
{
    return sheaf_sheet_page_count(sheet, NULL);
}

static const struct {
    const char *name;
    sheaf_status (*write)(sheaf_sheet *sheet);
    sheaf_status status;
    const char *words; /* in the file or the message */
} outputs[] = {
    { "no folder", write_into_no_folder, SHEAF_SYSTEM, "no-such-folder/out.pdf" },
    { "a folder", write_over_a_folder, SHEAF_SYSTEM, "/" },
    { "no path", write_nowhere, SHEAF_BAD_ARGUMENT, "" },
    { "a full disk", write_to_a_full_disk, SHEAF_SYSTEM, "" },
    { "no sink", write_to_no_sink, SHEAF_BAD_ARGUMENT, "" },
    { "a page in no folder", write_page_into_no_folder, SHEAF_SYSTEM, "no-such-folder/out.html" },
    { "a page on a full disk", write_page_to_a_full_disk, SHEAF_SYSTEM, "" },
    { "pages counted nowhere", count_nowhere, SHEAF_BAD_ARGUMENT, "" },
};

static void test_outputs(void **state)
{
    struct buffer fresh, after;
    sheaf_sheet *sheet = make_sheet();
    size_t count = 0;

    (void)state;
    write_bytes(sheet, &fresh);
    sheaf_sheet_destroy(sheet);
    sheet = make_sheet();
    for (size_t i = 0; i < LENGTH(outputs); i++) {
        char text[1024];

        assert_int_equal(outputs[i].write(sheet), outputs[i].status);
        assert_int_equal(sheaf_sheet_status(sheet), outputs[i].status);
        sheaf_error_text(sheaf_sheet_error(sheet), text, sizeof text);
        print_message("  %s: %s\n", outputs[i].name, text);
        assert_non_null(strstr(text, outputs[i].words));
        assert_string_not_equal(sheaf_sheet_message(sheet), "");
        write_bytes(sheet, &after);
        assert_int_equal(after.length, fresh.length);
        assert_memory_equal(after.bytes, fresh.bytes, fresh.length);
        buffer_free(&after);
    }
    assert_int_equal(sheaf_sheet_page_count(sheet, &count), SHEAF_OK);
    assert_int_equal(count, 1);
    buffer_free(&fresh);
    sheaf_sheet_destroy(sheet);
}

/* A row that is not ended is an output too early; the sheet can still be completed. */
static void test_construction_goes_on(void **state)
{
    sheaf_sheet *sheet = make_sheet();
    size_t count = 9;

    (void)state;
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_heading(sheet, "Beside");
    assert_int_equal(sheaf_sheet_page_count(sheet, &count), SHEAF_BAD_ARGUMENT);
    assert_int_equal(count, 0);
    assert_string_equal(sheaf_sheet_message(sheet), "a row is begun and never ended");
    sheaf_sheet_end_row(sheet);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_OK);
    assert_int_equal(sheaf_sheet_page_count(sheet, &count), SHEAF_OK);
    assert_int_equal(count, 1);
    sheaf_sheet_destroy(sheet);
}

/* What is not yet there fails an output, and can be added afterwards. */
static void test_incomplete_sheets(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer bytes;

    (void)state;
    assert_int_equal(sheaf_sheet_write_pdf(sheet, "never.pdf"), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_sheet_message(sheet), "the sheet has no blocks to show");
    sheaf_sheet_add_text(sheet, "A text");
    assert_int_equal(sheaf_sheet_write_pdf(sheet, "never.pdf"), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_sheet_message(sheet),
                        "a sheet needs a title: PDF/A and PDF/UA ask for one");
    assert_int_not_equal(access("never.pdf", F_OK), 0);
    sheaf_sheet_set_title(sheet, "A title");
    write_bytes(sheet, &bytes);
    buffer_free(&bytes);
    sheaf_sheet_destroy(sheet);
}

static void test_failed_construction_stays(void **state)
{
    sheaf_sheet *sheet = make_sheet();
    size_t count = 9;

    (void)state;
    sheaf_sheet_add_text(sheet, "{imports[2023]}");
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_write_pdf(sheet, "never.pdf"), SHEAF_BAD_ARGUMENT);
    assert_int_not_equal(access("never.pdf", F_OK), 0);
    assert_int_equal(sheaf_sheet_page_count(sheet, &count), SHEAF_BAD_ARGUMENT);
    assert_int_equal(count, 0);
    assert_string_equal(sheaf_sheet_message(sheet), "no series named 'imports'");
    sheaf_sheet_destroy(sheet);
}

/* Of this test's folder in the build; into holds 600 bytes. */
static const char *in_folder(const char *name, char *into)
{
    snprintf(into, 600, "%s/tests/publish/inputs/%s", golden_build_folder(), name);
    return into;
}

/* Two pages: a limit of one refuses them, one of two does not. */
static void test_pages_are_limited(void **state)
{
    sheaf_sheet *sheet = make_sheet();
    struct buffer bytes;

    (void)state;
    sheaf_sheet_add_page_break(sheet);
    sheaf_sheet_add_text(sheet, "Another text");
    buffer_init(&bytes, NULL, NULL);
    sheaf_sheet_set_page_limit(sheet, 1);
    assert_int_equal(sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &bytes, keep }),
                     SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_sheet_message(sheet),
                        "the sheet has 2 pages, more than the 1 that are allowed");
    assert_int_equal(bytes.length, 0);
    sheaf_sheet_set_page_limit(sheet, 2);
    write_bytes(sheet, &bytes);
    buffer_free(&bytes);
    sheaf_sheet_destroy(sheet);
}

static void put_file(const char *path, const char *text)
{
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void get_file(const char *path, char into[100])
{
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    into[fread(into, 1, 99, file)] = '\0';
    assert_int_equal(fclose(file), 0);
}

/* In an own folder of the build: spec and data by their names, and by a link. */
static void test_inputs_are_not_replaced(void **state)
{
    static const char *const names[] = { "in.yaml", "in.csv", "link.pdf" };
    static const char *const texts[] = { "sheaf: 1\ntitle: T\ndata: {t: in.csv}\nsheet: [notes]\n",
                                         "period,value,unit\n2023,1,t\n" };
    char path[600], before[100], after[100];

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++)
        put_file(in_folder(names[i], path), texts[i]);
    unlink(in_folder("link.pdf", path));
    assert_int_equal(symlink("in.csv", path), 0);
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, in_folder("in.yaml", path));
    assert_string_equal(sheaf_sheet_message(sheet), "");
    for (size_t i = 0; i < LENGTH(names); i++) {
        get_file(in_folder(names[i], path), before);
        assert_int_equal(sheaf_sheet_write_pdf(sheet, path), SHEAF_BAD_ARGUMENT);
        assert_non_null(strstr(sheaf_sheet_message(sheet), "which the sheet was read from"));
        get_file(path, after);
        assert_string_equal(after, before);
    }
    assert_int_equal(sheaf_sheet_write_pdf(sheet, in_folder("out.pdf", path)), SHEAF_OK);
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outputs),           cmocka_unit_test(test_construction_goes_on),
        cmocka_unit_test(test_incomplete_sheets), cmocka_unit_test(test_failed_construction_stays),
        cmocka_unit_test(test_pages_are_limited), cmocka_unit_test(test_inputs_are_not_replaced),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
