/* sdmx_json_messages_become_rows.c - data messages of SDMX-JSON, of version 2 and before, become
 * rows; a wrong one is refused with the path of the mistake. */
#include <string.h>

#include "readers/rows_text.h"
#include "support/check.h"

static const struct {
    const char *fixture, *rows;
} fixtures[] = {
    { "sdmx-series.json", "2022 14.7*10^6 reporter=KAZ flow=exports unit=USD @10\n"
                          "2023 :*10^6 P conf=C reporter=KAZ flow=exports unit=USD @10\n"
                          "2024-T1 16.8*10^6 reporter=KAZ flow=exports unit=USD @12\n"
                          "2022 1200.0*10^6 E reporter=KAZ flow=imports unit=USD @14\n"
                          "warning: a data set that deletes observations is skipped (1)\n" },
    { "sdmx-flat.json", "2023-Q1 1.50*10^3 E partner=CHN @9\n"
                        "2023-Q2 2 partner=CHN @10\n"
                        "2023-Q1 3.25 partner=WLD @10\n"
                        "2023-Q2 :*10^3 O partner=WLD @10\n" },
    { "sdmx-old.json", "2013-01-18 1.5931 unit=NZD @2\n"
                       "2013-01-21 1.5925 unit=NZD @2\n" },
    { "sdmx-measures.json", "2022 24.2 E indicator=TURNOVER @6\n"
                            "2022 2 E indicator=RANK @6\n"
                            "2023 31.5 P indicator=TURNOVER @6\n"
                            "2023 1 P indicator=RANK @6\n"
                            "2024 9.0 @7\n" },
};

static void test_messages_become_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(fixtures); i++) {
        sheaf_table *table = rows_fixture(fixtures[i].fixture);

        print_message("  %s\n", fixtures[i].fixture);
        assert_string_equal(sheaf_table_format(table), "sdmx-json");
        assert_rows(table, fixtures[i].rows);
    }
}

#define MESSAGE(dimensions, attributes, set)                                                       \
    "{\"data\": {\"structure\":\n {\"dimensions\": {" dimensions                                   \
    "},\n \"attributes\": {" attributes "}},\n \"dataSets\": [\n" set "]}}"
#define TIME "{\"id\": \"TIME_PERIOD\", \"values\": [{\"id\": \"2022\"}, {\"id\": \"2023\"}]}"
#define FLAT "\"observation\": [" TIME "]"
#define STATUS                                                                                     \
    "\"observation\": [{\"id\": \"OBS_STATUS\", \"values\": [{\"id\": \"A\"}, {\"id\": \"?\"}]}, " \
    "{\"id\": \"UNIT_MULT\"}]"

static const struct {
    const char *name, *text, *message;
} refusals[] = {
    { "a key of too many places", MESSAGE(FLAT, "", "{\"observations\": {\"0:0\": [1]}}"),
      "m.json:5:26: error: data.dataSets[0].observations.0:0: a key of 1 places is expected" },
    { "a key that is no place", MESSAGE(FLAT, "", "{\"observations\": {\"x\": [1]}}"),
      "observations.x: a key of 1 places is expected" },
    { "an empty key", MESSAGE(FLAT, "", "{\"observations\": {\"\": [1]}}"),
      "observations.: a key of 1 places is expected" },
    { "a place beyond the values", MESSAGE(FLAT, "", "{\"observations\": {\"2\": [1]}}"),
      "observations.2: 'TIME_PERIOD' has 2 values, and none in place 2" },
    { "an attribute beyond its values",
      MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1, 2]}}"),
      "m.json:5:28: error: data.dataSets[0].observations.0[1]: a place among the 2 values of "
      "'OBS_STATUS' is expected" },
    { "an attribute that is no place",
      MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1, \"A\"]}}"),
      "observations.0[1]: a place among the 2 values of 'OBS_STATUS' is expected" },
    { "a status that is none", MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1, 1]}}"),
      "observations.0[1]: '?' is no status" },
    { "a multiplier that is none",
      MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1, 0, \"many\"]}}"),
      "observations.0[2]: 'many' is no power of ten" },
    { "a multiplier beyond all", MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1, 0, 99]}}"),
      "observations.0[2]: '99' is no power of ten" },
    { "a value that is none", MESSAGE(FLAT, "", "{\"observations\": {\"0\": [\"much\"]}}"),
      "observations.0[0]: 'much' is not a number here" },
    { "a value that is an object", MESSAGE(FLAT, "", "{\"observations\": {\"0\": [{}]}}"),
      "observations.0[0]: a number is expected, not an object" },
    { "an observation that is no list", MESSAGE(FLAT, "", "{\"observations\": {\"0\": 1}}"),
      "observations.0: an array is expected, not a number" },
    { "observations that are a list", MESSAGE(FLAT, "", "{\"observations\": [[1]]}"),
      "m.json:5:18: error: data.dataSets[0].observations: an object is expected, not an array" },
    { "series that are a list", MESSAGE(FLAT, "", "{\"series\": [[1]]}"),
      "dataSets[0].series: an object is expected, not an array" },
    { "a data set that is none", MESSAGE(FLAT, "", "7"),
      "m.json:5:1: error: data.dataSets[0]: an object is expected, not a number" },
    { "observations outside of their series",
      MESSAGE("\"series\": [{\"id\": \"FLOW\", \"values\": []}], " FLAT, "",
              "{\"observations\": {\"0\": [1]}}"),
      "dataSets[0].observations: by the structure, observations belong in series" },
    { "a structure that is not there",
      MESSAGE(FLAT, "", "{\"structure\": 1, \"observations\": {\"0\": [1]}}"),
      "dataSets[0].structure: a place among the 1 structures is expected" },
    { "no observations", MESSAGE(FLAT, "", "{\"observations\": {}}"),
      "m.json:1:10: error: data: there are no observations" },
    { "no data sets", MESSAGE(FLAT, "", ""), "data: there are no data sets" },
    { "no structure", "{\"data\": {\"dataSets\": [{\"observations\": {\"0\": [1]}}]}}",
      "m.json:1:10: error: data: there is no structure that says what the data are" },
    { "an error instead",
      "{\"data\": {\"structures\": []}, \"errors\": [{\"code\": 100, \"title\": \"No results\"}]}",
      "errors: the server answered with an error: No results" },
    { "no time", MESSAGE("\"observation\": []", "", "{\"observations\": {\"\": [1]}}"),
      "there is no period" },
    { "a time that is none",
      MESSAGE("\"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": [{\"id\": \"soon\"}]}]", "",
              "{\"observations\": {\"0\": [1]}}"),
      "m.json:2:67: error: data.structure.dimensions.observation[0].values[0]: 'soon' is not a "
      "period" },
    { "a component without an id", MESSAGE("\"observation\": [{\"values\": []}]", "", "{}"),
      "dimensions.observation[0]: a component with an id is expected" },
    { "a component value without anything",
      MESSAGE("\"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": [{}]}]", "", "{}"),
      "values[0]: a value with an id, a value or a name is expected" },
    { "a data set's dimension of two values", MESSAGE("\"dataSet\": [" TIME "]", "", "{}"),
      "dimensions.dataSet[0]: one value is expected at the level of data sets, not 2" },
    { "two observations of one key",
      MESSAGE(
          "\"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": [{\"id\": \"2022\"}, {\"id\": "
          "\"2022-A1\"}]}]",
          "", "{\"observations\": {\"0\": [1], \"1\": [2]}}"),
      "warning: two rows in line 5 of m.json are both about 2022 and differ" },
};

static void test_wrong_messages_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++) {
        print_message("  %s\n", refusals[i].name);
        assert_rows_say(
            sheaf_table_read_bytes(NULL, "m.json", refusals[i].text, strlen(refusals[i].text)),
            refusals[i].message);
    }
}

/* Variants that SDMX servers send. */
static const struct {
    const char *name, *text, *rows;
} quirks[] = {
    { "names in languages only",
      MESSAGE(
          "\"dataSet\": [{\"id\": \"PARTNER\", \"values\": [{\"id\": \"P1\", \"names\": {\"ru\": "
          "\"\u041A\u0438\u0442\u0430\u0439\", \"en\": \"China\"}}]}], " FLAT,
          "", "{\"observations\": {\"0\": [1]}}"),
      "2022 1 partner=CHN @5\n" },
    { "names in one language",
      MESSAGE(
          "\"dataSet\": [{\"id\": \"PARTNER\", \"values\": [{\"id\": \"P1\", \"names\": {\"ru\": "
          "\"\u041A\u0438\u0442\u0430\u0439\"}}]}], " FLAT,
          "", "{\"observations\": {\"0\": [1]}}"),
      "2022 1 partner=CHN @5\n" },
    { "several data sets, one of them to be deleted",
      MESSAGE(FLAT, "",
              "{\"action\": \"Replace\", \"observations\": {\"0\": [1]}},\n"
              "{\"action\": \"DELETE\", \"observations\": {\"1\": [7]}},\n"
              "{\"action\": \"Append\", \"observations\": {\"1\": [2]}}"),
      "2022 1 @5\n2023 2 @7\n"
      "warning: a data set that deletes observations is skipped (1)\n" },
    { "a year that begins in July",
      MESSAGE("\"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": [{\"id\": \"2022-Q3\"}, "
              "{\"id\": \"2022-07\"}]}]",
              "\"dataSet\": [{\"id\": \"REPORTING_YEAR_START_DAY\", \"values\": [{\"id\": "
              "\"--07-01\"}]}]",
              "{\"attributes\": [0], \"observations\": {\"0\": [1], \"1\": [2]}}"),
      "2023-Q1 1 @5\n2022-07 2 @5\n" },
    { "annotations behind the attributes",
      MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1.5, 0, 3, 4, 12]}}"),
      "2022 1.5*10^3 @5\n" },
    { "attributes left out", MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1.5]}}"),
      "2022 1.5 @5\n" },
    { "a default for what is left out",
      MESSAGE(FLAT,
              "\"observation\": [{\"id\": \"OBS_STATUS\", \"default\": \"P\", \"values\": "
              "[{\"id\": \"A\"}]}]",
              "{\"observations\": {\"0\": [1.5], \"1\": [2, 0]}}"),
      "2022 1.5 P @5\n2023 2 @5\n" },
    { "an attribute of several values",
      MESSAGE(FLAT, STATUS, "{\"observations\": {\"0\": [1.5, [0, 0], [3]]}}"),
      "2022 1.5*10^3 @5\n" },
    { "attributes of all levels",
      MESSAGE(
          "\"series\": [{\"id\": \"FLOW\", \"values\": [{\"id\": \"X\"}, {\"id\": \"M\"}]}], " FLAT,
          "\"dataSet\": [{\"id\": \"UNIT_MEASURE\", \"values\": [{\"id\": \"USD\"}]}], "
          "\"series\": [{\"id\": \"UNIT_MULT\", \"values\": [{\"id\": \"6\"}]}], "
          "\"observation\": [{\"id\": \"OBS_STATUS\", \"values\": [{\"id\": \"P\"}]}]",
          "{\"attributes\": [0], \"series\": {\n\"0\": {\"attributes\": [0], \"observations\": "
          "{\"0\": [1, 0]}},\n\"1\": {\"attributes\": [null], \"observations\": {\"1\": [2, "
          "null]}}}}"),
      "2022 1*10^6 P flow=exports unit=USD @6\n2023 2 flow=imports unit=USD @7\n" },
    { "values in texts, and none",
      MESSAGE(FLAT, "", "{\"observations\": {\"0\": [\"12.50\"], \"1\": [null]}}"),
      "2022 12.50 @1\n2023 : O @1\n" },
    { "series without observations",
      MESSAGE(
          "\"series\": [{\"id\": \"FLOW\", \"values\": [{\"id\": \"X\"}, {\"id\": \"M\"}]}], " FLAT,
          "",
          "{\"series\": {\"0\": {\"observations\": {}}, \"1\": {\"observations\": {\"1\": [2]}}}}"),
      "2023 2 flow=imports @5\n" },
    { "what went before version 1",
      "{\"header\": {}, \"dataSets\": [{\"observations\": {\"0\": [1]}}],\n"
      "\"structure\": {\"dimensions\": {" FLAT "}, \"attributes\": {}}}",
      "2022 1 @1\n" },
};

static void test_quirks_of_servers(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(quirks); i++) {
        print_message("  %s\n", quirks[i].name);
        assert_rows(sheaf_table_read_bytes(NULL, "m.json", quirks[i].text, strlen(quirks[i].text)),
                    quirks[i].rows);
    }
}

static void test_survives_every_oom(void **state)
{
    static const char text[] =
        MESSAGE("\"series\": [{\"id\": \"FLOW\", \"values\": [{\"id\": \"X\"}]}], " FLAT, STATUS,
                "{\"series\": {\"0\": {\"observations\": {\"0\": [1.5, 0, 6]}}}}");

    (void)state;
    rows_survive_every_oom("m.json", text, sizeof text - 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages_become_rows),
        cmocka_unit_test(test_wrong_messages_are_refused),
        cmocka_unit_test(test_quirks_of_servers),
        cmocka_unit_test(test_survives_every_oom),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
