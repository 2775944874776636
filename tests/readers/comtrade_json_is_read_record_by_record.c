/* comtrade_json_is_read_record_by_record.c - the records of UN Comtrade's answers become rows; a
 * wrong one is refused with its path. */
#include <string.h>

#include "base/buffer.h"
#include "readers/rows_text.h"
#include "support/check.h"

static void test_records_become_rows(void **state)
{
    sheaf_table *table = rows_fixture("comtrade.json");

    (void)state;
    assert_string_equal(sheaf_table_format(table), "comtrade-json");
    assert_rows(table, "2022 13167260470.50 reporter=KAZ flow=exports partner=CHN product=TOTAL "
                       "typecode=C classification=H6 partner2=WLD customs=C00 mode of supply=0 "
                       "mode of transport=0 indicator=value unit=USD @5\n"
                       "2022 13167260470.50 reporter=KAZ flow=exports partner=CHN product=TOTAL "
                       "typecode=C classification=H6 partner2=WLD customs=C00 mode of supply=0 "
                       "mode of transport=0 indicator=FOB value unit=USD @5\n"
                       "2022 10.10 reporter=KAZ flow=imports partner=WLD product=270900 "
                       "typecode=C classification=H6 partner2=WLD customs=C00 mode of supply=0 "
                       "mode of transport=0 indicator=value unit=USD @6\n"
                       "2022 10.10 reporter=KAZ flow=imports partner=WLD product=270900 "
                       "typecode=C classification=H6 partner2=WLD customs=C00 mode of supply=0 "
                       "mode of transport=0 indicator=CIF value unit=USD @6\n"
                       "2022 1250.25 E reporter=KAZ flow=imports partner=WLD product=270900 "
                       "typecode=C classification=H6 partner2=WLD customs=C00 mode of supply=0 "
                       "mode of transport=0 indicator=quantity unit=kg @6\n"
                       "2022 1250.25 E reporter=KAZ flow=imports partner=WLD product=270900 "
                       "typecode=C classification=H6 partner2=WLD customs=C00 mode of supply=0 "
                       "mode of transport=0 indicator=net weight unit=kg @6\n"
                       "2023-04 : O reporter=KAZ flow=exports partner=CHN product=01 typecode=C "
                       "indicator=value unit=USD @7\n");
}

/* The API before 2023. */
static void test_legacy_records_become_rows(void **state)
{
    sheaf_table *table = rows_fixture("comtrade-legacy.json");

    (void)state;
    assert_string_equal(sheaf_table_format(table), "comtrade-json");
    assert_rows(
        table,
        "2016 4214925381 reporter=KAZ flow=exports partner=CHN product=TOTAL classification=H4 "
        "indicator=value unit=USD @5\n"
        "2016-04 60 reporter=KAZ flow=imports partner=WLD product=2709 classification=H4 "
        "indicator=value unit=USD @6\n"
        "2016-04 120 E reporter=KAZ flow=imports partner=WLD product=2709 classification=H4 "
        "indicator=quantity unit=kg @6\n"
        "2016-04 120 E reporter=KAZ flow=imports partner=WLD product=2709 classification=H4 "
        "indicator=net weight unit=kg @6\n"
        "2015 7 reporter=KAZ flow=re-exports partner=RUS product=2709 classification=H4 "
        "indicator=value unit=USD @7\n"
        "2015 2.5 reporter=KAZ flow=re-exports partner=RUS product=2709 classification=H4 "
        "indicator=quantity unit=m3 @7\n");
}

/* A number of records at which some answers are cut off. */
static void test_full_answers_earn_a_warning(void **state)
{
    static const struct {
        size_t records;
        bool warns;
    } cases[] = { { 499, false }, { 500, true }, { 501, false }, { 100000, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer text;
        sheaf_table *table;
        size_t warnings;

        buffer_init(&text, NULL, NULL);
        buffer_text(&text, "{\"elapsedTime\": \"1\", \"data\": [");
        for (size_t k = 0; k < cases[i].records; k++)
            buffer_format(&text,
                          "%s{\"period\": 2023, \"cmdCode\": \"%06zu\", \"primaryValue\": 1}",
                          k > 0 ? "," : "", k);
        buffer_text(&text, "]}");
        table = sheaf_table_read_bytes(NULL, "a.json", text.bytes, text.length);
        assert_int_equal(sheaf_table_row_count(table), cases[i].records);
        warnings = sheaf_table_warning_count(table);
        print_message("  %zu\n", cases[i].records);
        assert_int_equal(warnings, cases[i].warns);
        sheaf_table_destroy(table);
        buffer_free(&text);
    }
}

#define ANSWER(records)       "{\"elapsedTime\": \"1\", \"data\": [\n" records "]}"
#define RECORD(period, value) "{\"flowCode\": \"X\", " period ", \"primaryValue\": " value "}"

static const struct {
    const char *name, *text, *rows;
} answers[] = {
    { "a trimmed record", ANSWER(RECORD("\"period\": \"202304\"", "1.0")),
      "2023-04 1.0 flow=exports indicator=value unit=USD @2\n" },
    { "a period that is a number", ANSWER(RECORD("\"period\": 202304", "1.0")),
      "2023-04 1.0 flow=exports indicator=value unit=USD @2\n" },
    { "a year and a month", ANSWER(RECORD("\"refYear\": 2023, \"refMonth\": 4", "10")),
      "2023-04 10 flow=exports indicator=value unit=USD @2\n" },
    { "month 52 is the year", ANSWER(RECORD("\"refYear\": 2023, \"refMonth\": 52", "1e3")),
      "2023 1000 flow=exports indicator=value unit=USD @2\n" },
    { "a year alone", ANSWER(RECORD("\"refYear\": 2023, \"period\": null", "1")),
      "2023 1 flow=exports indicator=value unit=USD @2\n" },
    { "the same record twice",
      ANSWER(RECORD("\"period\": \"2023\"", "1") ",\n" RECORD("\"period\": \"2023\"", "1")),
      "2023 1 flow=exports indicator=value unit=USD @2\n"
      "warning: lines 2 and 3 are the same and count once: leave it so if files overlap, but "
      "consignments that are to be added need a further column (1)\n" },
    { "a count that is not so",
      "{\"count\": 250001, \"data\": [" RECORD("\"period\": \"2023\"", "1") "]}",
      "2023 1 flow=exports indicator=value unit=USD @1\n"
      "warning: the answer counts 250001 records and holds 1 (1)\n" },
    { "countries by number",
      ANSWER("{\"reporterCode\": 398, \"partnerCode\": 842, \"period\": \"2023\", "
             "\"primaryValue\": 1}"),
      "2023 1 reporter=KAZ partner=USA indicator=value unit=USD @2\n" },
    { "another value at the same place",
      ANSWER(RECORD("\"period\": \"2023\"", "1") ",\n" RECORD("\"period\": \"2023\"", "2")),
      "2023 1 flow=exports indicator=value unit=USD @2\n"
      "2023 2 flow=exports indicator=value unit=USD @3\n"
      "warning: lines 2 and 3 are both about 2023 and differ; keep one of the two, or tell them "
      "apart in a further column (1)\n" },
    { "no period", ANSWER("{\"flowCode\": \"X\", \"primaryValue\": 1}"),
      "answer.json:2:1: error: data[0].refYear: a year is expected, not nothing" },
    { "a month that is none", ANSWER(RECORD("\"refYear\": 2023, \"refMonth\": 13", "1")),
      "answer.json:2:48: error: data[0].refMonth: '13' of '2023' is not a period" },
    { "a period that is none", ANSWER(RECORD("\"period\": \"soon\"", "1")),
      "answer.json:2:29: error: data[0].period: 'soon' is not a period; write "
      "it as 2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { "a value that is a text", ANSWER(RECORD("\"period\": \"2023\"", "\"1\"")),
      "answer.json:2:53: error: data[0].primaryValue: a number is expected, not a text" },
    { "no value", ANSWER("{\"period\": \"2023\"}"),
      "answer.json:2:1: error: data[0].primaryValue: a number is expected, not nothing" },
    { "a code that is a list", ANSWER("{\"flowCode\": [], \"period\": 1, \"primaryValue\": 1}"),
      "answer.json:2:14: error: data[0].flowCode: a code is expected, not an array" },
    { "a record that is none", ANSWER("7"),
      "answer.json:2:1: error: data[0]: a record is expected, not a number" },
    { "no records", ANSWER(""),
      "answer.json:1:30: error: data: there are no records: the query found nothing" },
    { "no data", "{\"elapsedTime\": \"1\"}",
      "answer.json:1:1: error: data: there are no records: the query found nothing" },
    { "data that are no list", "{\"elapsedTime\": \"1\", \"data\": 7}",
      "answer.json:1:30: error: data: an array is expected" },
    { "a legacy answer that is too large",
      "{\"validation\": {\"status\": {\"name\": \"Result too large\", \"value\": 5003},\n"
      "\"message\": \"Query complete. Returned 0 records\"}, \"dataset\": []}",
      "answer.json:1:16: error: validation: the server answered with an error: Query complete. "
      "Returned 0 records" },
    { "a legacy answer without a message",
      "{\"validation\": {\"status\": {\"name\": \"Result too large\", \"value\": 5003}}, "
      "\"dataset\": []}",
      "answer.json:1:16: error: validation: the server answered with an error: Result too large" },
    { "a legacy answer without records",
      "{\"validation\": {\"status\": {\"value\": 0}}, \"dataset\": []}",
      "answer.json:1:53: error: dataset: there are no records: the query found nothing" },
    { "a legacy record without a period", "{\"dataset\": [{\"rgCode\": 2, \"TradeValue\": 1}]}",
      "answer.json:1:14: error: dataset[0].yr: a year is expected, not nothing" },
    { "two lists of records", "{\"elapsedTime\": 1, \"data\": [], \"dataset\": []}",
      "answer.json:1:42: error: dataset: these are records again; the first are on line 1" },
    { "an answer that says no", "{\"elapsedTime\": \"1\", \"error\": \"quota exceeded\"}",
      "answer.json:1:31: error: error: the server answered with an error: quota exceeded" },
};

static void test_answers_are_read_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(answers); i++) {
        print_message("  %s\n", answers[i].name);
        assert_rows(
            sheaf_table_read_bytes(NULL, "answer.json", answers[i].text, strlen(answers[i].text)),
            answers[i].rows);
    }
}

static void test_survives_every_oom(void **state)
{
    static const char text[] =
        ANSWER("{\"reporterISO\": \"KAZ\", \"flowCode\": \"X\", \"period\": \"2023\", "
               "\"primaryValue\": 1, \"qty\": 2, \"qtyUnitAbbr\": \"things\"}");

    (void)state;
    rows_survive_every_oom("answer.json", text, sizeof text - 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_become_rows),
        cmocka_unit_test(test_legacy_records_become_rows),
        cmocka_unit_test(test_full_answers_earn_a_warning),
        cmocka_unit_test(test_answers_are_read_or_refused),
        cmocka_unit_test(test_survives_every_oom),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
