/* json_lists_become_tables.c - lists in JSON (rows below their names, records, the World Bank's
 * pages) are read as the tables that they are, or refused with a message about JSON. */
#include <string.h>

#include "readers/rows_text.h"
#include "support/check.h"

static const struct {
    const char *name, *text;
    sheaf_read_options options;
    const char *rows;
} lists[] = {
    { .name = "the US Census Bureau's rows",
      .text = "[[\"CTY_NAME\",\"CTY_CODE\",\"ALL_VAL_MO\",\"time\"],\n"
              "[\"CHINA\",\"5700\",\"13042412310\",\"2023-01\"],\n"
              "[null,\"5700\",\"12\",\"2023-02\"]]",
      .rows =
          "2023-01 13042412310 reporter=USA partner=CHN indicator=value flow=exports unit=USD @2\n"
          "2023-02 12 reporter=USA partner=US_5700 indicator=value flow=exports unit=USD @3\n" },
    { .name = "the World Bank's records behind their page",
      .text =
          "[{\"page\":1,\"pages\":1,\"total\":2},[\n{\"indicator\":{\"id\":\"NE.EXP\",\"value\":"
          "\"Exports\"},\"country\":{\"id\":\"KZ\",\"value\":\"Kazakhstan\"},"
          "\"countryiso3code\":\"KAZ\",\"date\":\"2022Q1\",\"value\":94040000000.50,\"unit\":\"\","
          "\"obs_status\":\"E\",\"decimal\":0},\n{\"indicator\":{\"id\":\"NE.EXP\",\"value\":"
          "\"Exports\"},\"country\":{\"id\":\"ZH\",\"value\":\"Africa Eastern\"},"
          "\"countryiso3code\":\"\",\"date\":\"2022M04\",\"value\":7},\n{\"indicator\":{\"id\":"
          "\"NE.EXP\"},\"countryiso3code\":\"KAZ\",\"date\":\"2023\",\"value\":null}]]",
      .rows = "2022-Q1 94040000000.50 E indicator=NE.EXP reporter=KAZ @2\n"
              "2022-04 7 indicator=NE.EXP reporter=Africa Eastern @3\n" },
    { .name = "the World Bank's records without their page",
      .text = "[{\"indicator\":{\"id\":\"NE.EXP\"},\"countryiso3code\":\"KAZ\",\"date\":\"2022\","
              "\"value\":5}]",
      .rows = "2022 5 indicator=NE.EXP reporter=KAZ @1\n" },
    { .name = "a page of several",
      .text = "[{\"page\":2,\"pages\":3},[{\"indicator\":{\"id\":\"NE\"},\"date\":\"2022\","
              "\"value\":5}]]",
      .rows = "2022 5 indicator=NE @1\n"
              "warning: this is page 2 of 3; the others are missing (1)\n" },
    { .name = "UN Comtrade's records without their answer",
      .text = "[{\"period\":\"2022\",\"reporterISO\":\"KAZ\",\"flowCode\":\"X\",\"partnerISO\":"
              "\"CHN\",\"cmdCode\":\"TOTAL\",\"primaryValue\":5.0,\"qty\":3,\"qtyUnitAbbr\":\"kg\","
              "\"isQtyEstimated\":true}]",
      .rows = "2022 5.0 reporter=KAZ flow=exports partner=CHN product=TOTAL "
              "indicator=value unit=USD @1\n"
              "2022 3 E reporter=KAZ flow=exports partner=CHN product=TOTAL "
              "indicator=quantity unit=kg @1\n" },
    { .name = "records of one's own, with keys that come and go",
      .text =
          " [ {\"year\": 2022, \"exports\": 12.50},\n {\"memo\": \"a\\n\\\"b\\\", c\", \"year\": "
          "2023,\n  \"exports\": 1e3} ] \n",
      .rows = "2022 12.50 flow=exports @1\n2023 1000 flow=exports memo=a\n\"b\", c @2\n" },
    { .name = "what Sheaf computed, with its formula and inputs",
      .text = "[{\"period\": \"2023\", \"series\": \"growth(exports)\", \"unit\": \"%\", "
              "\"value\": 20, \"low\": 18.9, \"high\": 21.1, \"unit_mult\": 0, \"decimals\": -1, "
              "\"status\": \"A\", \"derived\": true, \"formula\": \"120 / 100\", \"inputs\": "
              "[{\"series\": \"exports\"}]}]",
      .rows = "2023 20 series=growth(exports) unit=% @1\n" },
    { .name = "rows of numbers in a named format",
      .text = "[[\"t\",\"i\",\"j\",\"k\",\"v\"],[2022,398,156,\"010121\",1.5]]",
      .options = { .format = "baci" },
      .rows = "2022 1.5*10^3 flow=exports reporter=KAZ partner=CHN product=010121 "
              "indicator=value unit=USD @1\n" },
    { .name = "a period that the caller names",
      .text = "[{\"x\": \"2022\", \"value\": 5}]",
      .options = { .columns = (const sheaf_column[]){ { "x", "period" } }, .n_columns = 1 },
      .rows = "2022 5 @1\n" },
};

/* 128 letters of two bytes each do not fit; they would be cut within a letter. */
static void test_long_keys_are_passed_over(void **state)
{
    char text[600] = "[{\"year\": 2022, \"value\": 5, \"";

    (void)state;
    for (size_t i = 0; i < 128; i++)
        strcat(text, "\u044F");
    strcat(text, "\": 1}]");
    assert_rows(sheaf_table_read_bytes(NULL, "a.json", text, strlen(text)),
                "2022 5 @1\nwarning: a key of more than 255 bytes is passed over, with its values: "
                "'\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F"
                "\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F\u044F"
                "\u044F\u044F\u044F\u044F \u2026' (1)\n");
}

static void test_lists_become_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(lists); i++) {
        print_message("  %s\n", lists[i].name);
        assert_rows(sheaf_table_read_bytes_with(NULL, "a.json", lists[i].text,
                                                strlen(lists[i].text), &lists[i].options),
                    lists[i].rows);
    }
}

#define NONE_READ                                                                                  \
    "; it is none of those that are read (UN Comtrade, the World Bank, the US Census Bureau), "    \
    "and "                                                                                         \
    "none of these is a period; if one is, say which, with columns: {period: its key}"

static const struct {
    const char *text, *message;
} mistakes[] = {
    { "[{\"a\": 1, \"b\": {\"c\": 2}}, {\"d\": null}]",
      "a.json:1:1: error: this JSON is a list of records with the keys a, b.c, d" NONE_READ },
    { "[[\"a\", \"b\"], [1, 2]]",
      "a.json:1:1: error: this JSON is a list of rows headed a, b" NONE_READ },
    { "[]", "a.json:1:1: error: there are no records: the query found nothing" },
    { "[{\"page\": 0, \"pages\": 0}, null]",
      "a.json:1:1: error: there are no records: the query found nothing" },
    { "[{\"message\": [{\"id\": \"120\", \"value\": \"The value is not valid\"}]}]",
      "a.json:1:1: error: these are no data but a server's message: The value is not valid" },
    { "[\"a\"]",
      "a.json:1:2: error: [0]: the names of the columns are expected first, not a text" },
    { "[[], []]", "[0]: the names of the columns are expected first, not an empty row" },
    { "[[\"time\", \"value\"], [2022, 1], {}]",
      "[2]: a row (an array) is expected, not an object" },
    { "[{\"time\": 2022, \"value\": 1}, [5]]",
      "[1]: a record (an object) is expected, not an array" },
    { "[[\"time\", \"value\"],\n[2022, 1],\n[\"20x3\", 2]]",
      "a.json:3: error: '20x3' is not a period" },
    { "[[\"time\", \"value\"],\n[2022]]", "a.json:2: error: this row has 1 fields, the header 2" },
    { "[{\"time\": 2022, \"value\": \"x1\"}]", "a.json:1: error: 'x1' is not a number here" },
    { "[[\"time\", \"value\"], [2022, 1", "error: this is not JSON" },
    { "[[\"time\", \"value\"], [2022, 1]] x", "error: this is not JSON" },
    { "[{\"page\": 1}, [{\"date\": 1}], ", "error: this is not JSON" },
    { "[{\"page\": 1}, [{\"date\": 1}]] x", "error: this is not JSON" },
    { "[{\"time\": 2022 \"value\": 1}]", "error: this is not JSON" },
    { "{\"results\": [], \"next\": 1}",
      "a.json: error: this JSON is in none of the formats that are read: UN Comtrade, JSON-stat, "
      "SDMX-JSON, lists of rows or records; it is an object with the keys results, next" },
};

static void test_other_lists_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        print_message("  %.60s\n", mistakes[i].text);
        assert_rows_say(
            sheaf_table_read_bytes(NULL, "a.json", mistakes[i].text, strlen(mistakes[i].text)),
            mistakes[i].message);
    }
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(lists); i++)
        if (lists[i].options.format == NULL && lists[i].options.n_columns == 0)
            rows_survive_every_oom("a.json", lists[i].text, strlen(lists[i].text));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_become_tables),
        cmocka_unit_test(test_long_keys_are_passed_over),
        cmocka_unit_test(test_other_lists_are_refused),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
