/* workbooks_hold_what_was_written.c - a table as XLSX is the same bytes each time, reads back as it
 * was, and is written whole or not at all. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "sheaf/table.h"
#include "support/check.h"
#include "write/xlsx_check.h"

static int append(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static int refuse(void *context, const void *bytes, size_t n)
{
    (void)context, (void)bytes, (void)n;
    return ENOSPC;
}

static struct buffer written(const sheaf_table *table, sheaf_data_format format)
{
    struct buffer into;
    sheaf_error error;

    buffer_init(&into, NULL, NULL);
    if (sheaf_table_write_sink(table, format, (sheaf_sink){ &into, append }, &error) != SHEAF_OK)
        fail_msg("%s", error.message);
    return into;
}

static sheaf_table *read_text(const char *text)
{
    return sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
}

/* Every kind of period, decimals and column that a table may have. */
static const char *const tables[] = {
    "period,partner,value\n2023,CHN,14.7\n2024,CHN,14.70\n2025,CHN,0\n",
    "period,partner,value\n2024-01,CHN,1\n2024-02,CHN,-2.125\n1899-05,CHN,3\n",
    "period,product,value\n2024-01-31,01,1\n2024-02-01,0101,2\n",
    "period,partner,value,unit,unit_mult,status,conf_status\n"
    "2024-Q1,CHN,31.5,USD,9,P,F\n2024-01-01/P4M,CHN,,USD,9,L,F\n2024-T1,RUS,3,USD,9,A,C\n",
    "period,partner,value,decimals,derived,growth_pct\n2023,CHN,3000,-3,false,12.5\n"
    "2024,CHN,2,10,true,-0.1\n",
    "period,partner,value\n2023,CHN,12345678901234567\n2024,CHN,5351587.74833999\n"
    "2025,CHN,0.1234567890123456\n",
    "period,partner,note,value\n2023,CHN,\"a \"\"b\"\", <c> & d\",1\n2023,RUS,,2\n",
};

static void test_what_is_written_reads_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(tables); i++) {
        sheaf_table *table = read_text(tables[i]), *again;
        struct buffer book = written(table, SHEAF_XLSX), same = written(table, SHEAF_XLSX);
        struct buffer before = written(table, SHEAF_CSV), after;

        assert_int_equal(book.length, same.length);
        assert_memory_equal(book.bytes, same.bytes, book.length);
        again = sheaf_table_read_bytes(NULL, "trade.xlsx", book.bytes, book.length);
        assert_string_equal(sheaf_table_error(again)->message, "");
        after = written(again, SHEAF_CSV);
        assert_string_equal(after.bytes, before.bytes);
        sheaf_table_destroy(table);
        sheaf_table_destroy(again);
        buffer_free(&book);
        buffer_free(&same);
        buffer_free(&before);
        buffer_free(&after);
    }
}

/* libxlsxwriter would write "14,7". */
static void test_the_locale_of_the_program_is_left_out(void **state)
{
    sheaf_table *table = read_text(tables[0]), *again;
    struct buffer book;
    sheaf_row row = SHEAF_ROW_INIT;

    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL && setlocale(LC_ALL, "fr_FR.UTF-8") == NULL) {
        print_message("no locale with a decimal comma is installed\n");
        sheaf_table_destroy(table);
        skip();
    }
    book = written(table, SHEAF_XLSX);
    assert_string_equal(localeconv()->decimal_point, ",");
    setlocale(LC_ALL, "C");
    again = sheaf_table_read_bytes(NULL, "trade.xlsx", book.bytes, book.length);
    assert_true(sheaf_table_row(again, 0, &row));
    assert_true(row.value == 14.7);
    sheaf_table_destroy(table);
    sheaf_table_destroy(again);
    buffer_free(&book);
}

static void test_failures_are_told(void **state)
{
    sheaf_table *table = read_text(tables[0]);
    struct buffer rows;
    sheaf_error error;

    (void)state;
    assert_int_equal(
        sheaf_table_write_sink(table, SHEAF_XLSX, (sheaf_sink){ NULL, refuse }, &error),
        SHEAF_SYSTEM);
    assert_int_equal(sheaf_table_write(table, SHEAF_XLSX, "/nowhere/a.xlsx", &error), SHEAF_SYSTEM);
    sheaf_table_destroy(table);

    buffer_init(&rows, NULL, NULL);
    buffer_text(&rows, "period,partner,value\n");
    for (int i = 0; i < 1048576; i++)
        buffer_format(&rows, "%d,P%d,1\n", 1900 + i % 200, i / 200);
    table = read_text(rows.bytes);
    buffer_free(&rows);
    assert_int_equal(sheaf_table_write(table, SHEAF_XLSX, "/nowhere/a.xlsx", &error),
                     SHEAF_BAD_INPUT);
    assert_string_equal(error.message,
                        "a sheet holds 1048575 rows below its headers, and the table "
                        "has 1048576; write CSV");
    sheaf_table_destroy(table);
}

/* A part that a full disk cut off. */
static void test_a_cut_workbook_is_noticed(void **state)
{
    sheaf_table *table = read_text(tables[0]);
    struct buffer book = written(table, SHEAF_XLSX);
    sheaf_error error = { 0 };

    (void)state;
    xlsx_check(book.bytes, book.length, &error);
    assert_int_equal(error.status, SHEAF_OK);
    xlsx_check(book.bytes, book.length - 30, &error);
    assert_int_equal(error.status, SHEAF_SYSTEM);
    error = (sheaf_error){ 0 };
    book.bytes[100] ^= 0x55;
    xlsx_check(book.bytes, book.length, &error);
    assert_int_equal(error.status, SHEAF_SYSTEM);
    error = (sheaf_error){ 0 };
    xlsx_check("", 0, &error);
    assert_int_equal(error.status, SHEAF_SYSTEM);
    sheaf_table_destroy(table);
    buffer_free(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_written_reads_back),
        cmocka_unit_test(test_the_locale_of_the_program_is_left_out),
        cmocka_unit_test(test_failures_are_told),
        cmocka_unit_test(test_a_cut_workbook_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
