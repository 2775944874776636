/* sizes_are_sizes.c - a struct that begins with its size holds at least that: a smaller number is refused,
 * and nothing of the struct is read or written. */
#include "sheaf/sheaf.h"
#include "support/check.h"

#include <string.h>

static const char csv[] = "period,value\n2022,1\n2023,2\n";

/* Each says whether a struct of that size was taken. */
static bool callbacks(size_t size)
{
    sheaf_callbacks given = SHEAF_CALLBACKS_INIT;
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_status status;

    given.size = size;
    status = sheaf_context_set_callbacks(context, &given);
    sheaf_context_destroy(context);
    return status == SHEAF_OK;
}

static bool read_options(size_t size)
{
    sheaf_read_options given = SHEAF_READ_OPTIONS_INIT;
    sheaf_table *table;
    bool taken;

    given.size = size;
    table = sheaf_table_read_bytes_with(NULL, "t.csv", csv, sizeof csv - 1, &given);
    taken = sheaf_table_status(table) == SHEAF_OK;
    if (!taken)
        assert_non_null(strstr(sheaf_table_error(table)->message, "wrong size"));
    sheaf_table_destroy(table);
    return taken;
}

static bool page_format(size_t size)
{
    sheaf_page_format given = SHEAF_PAGE_FORMAT_INIT;
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    bool taken;

    given.size = size;
    sheaf_sheet_set_page_format(sheet, &given);
    taken = sheaf_sheet_status(sheet) == SHEAF_OK;
    sheaf_sheet_destroy(sheet);
    return taken;
}

static bool table_block(size_t size)
{
    sheaf_table_block given = SHEAF_TABLE_BLOCK_INIT;
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    bool taken;

    given.size = size;
    sheaf_sheet_add_table_block(sheet, &given);
    taken = strstr(sheaf_sheet_error(sheet)->message, "size") == NULL &&
            strstr(sheaf_sheet_error(sheet)->message, "version") == NULL;
    sheaf_sheet_destroy(sheet);
    return taken;
}

static bool batch_options(size_t size)
{
    sheaf_batch_options given = SHEAF_BATCH_OPTIONS_INIT;
    sheaf_batch *batch;
    bool taken;

    given.size = size;
    given.each = "x";
    given.output = "{x}.pdf";
    batch = sheaf_batch_create(NULL, "absent.yaml", &given);
    taken = sheaf_batch_error(batch)->status != SHEAF_BAD_ARGUMENT;
    sheaf_batch_destroy(batch);
    return taken;
}

static int swallow(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return 0;
}

static bool suggest(size_t size, size_t reading_size)
{
    sheaf_suggest_options given = SHEAF_SUGGEST_OPTIONS_INIT;
    sheaf_read_options reading = SHEAF_READ_OPTIONS_INIT;
    sheaf_table *table = sheaf_table_read_bytes(NULL, "t.csv", csv, sizeof csv - 1);
    sheaf_status status;

    given.size = size;
    given.file = "t.csv";
    given.reading = &reading;
    reading.size = reading_size;
    status = sheaf_sheet_suggest_sink(table, &given, (sheaf_sink){ .write = swallow }, NULL);
    sheaf_table_destroy(table);
    return status == SHEAF_OK;
}

static bool suggest_options(size_t size)
{
    return suggest(size, sizeof(sheaf_read_options));
}

static bool suggest_reading(size_t size)
{
    return suggest(sizeof(sheaf_suggest_options), size);
}

static const struct {
    const char *name;
    bool (*take)(size_t size);
    size_t whole;
} structs[] = {
    { "callbacks", callbacks, sizeof(sheaf_callbacks) },
    { "read options", read_options, sizeof(sheaf_read_options) },
    { "page format", page_format, sizeof(sheaf_page_format) },
    { "table block", table_block, sizeof(sheaf_table_block) },
    { "batch options", batch_options, sizeof(sheaf_batch_options) },
    { "suggest options", suggest_options, sizeof(sheaf_suggest_options) },
    { "read options of a suggestion", suggest_reading, sizeof(sheaf_read_options) },
};

static void what_holds_no_size_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(structs); i++) {
        print_message("  %s\n", structs[i].name);
        assert_true(structs[i].take(structs[i].whole));
        for (size_t size = 1; size < sizeof size; size++)
            assert_false(structs[i].take(size));
    }
}

/* What is filled for the caller stays as it was. */
static void what_holds_no_size_is_not_filled(void **state)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "t.csv", csv, sizeof csv - 1);
    sheaf_row row = SHEAF_ROW_INIT;
    sheaf_face_run run = SHEAF_FACE_RUN_INIT;

    (void)state;
    row.size = run.size = 1;
    assert_false(sheaf_table_row(table, 0, &row));
    assert_int_equal(row.line, 0);
    assert_false(sheaf_text_face(NULL, "en", NULL, "a", 0, &run));
    assert_int_equal(run.end, 0);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_no_size_is_refused),
        cmocka_unit_test(what_holds_no_size_is_not_filled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
