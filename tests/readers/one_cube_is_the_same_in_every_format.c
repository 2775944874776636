/* one_cube_is_the_same_in_every_format.c - one cube in SDMX-CSV, SDMX-JSON, SDMX-ML (generic and
 * structure-specific, in series and flat), JSON-stat and PX gives the same rows; so does one table as
 * CSV, long and wide, JSON, XLSX, ODS and in a database. */
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "readers/rows_text.h"
#include "support/check.h"
#include "support/workbooks.h"

/* The exports and imports of Kazakhstan in millions of dollars; what is missing is confidential. */
static const char rows[] = "2022 14.7*10^6 reporter=KAZ flow=exports unit=USD\n"
                           "2023 16.8*10^6 reporter=KAZ flow=exports unit=USD\n"
                           "2022 9.0*10^6 reporter=KAZ flow=imports unit=USD\n"
                           "2023 :*10^6 O conf=C reporter=KAZ flow=imports unit=USD\n";

/* A generic observation, and one of a flat structure-specific message. */
#define GENERIC(time, value)                                                                       \
    "<Obs><ObsDimension value='" time "'/><ObsValue value='" value "'/></Obs>"
#define FLAT(flow, time, rest)                                                                     \
    "<Obs FREQ='A' REF_AREA='KZ' TRADE_FLOW='" flow "' TIME_PERIOD='" time                         \
    "' UNIT_MEASURE='USD' UNIT_MULT='6' DECIMALS='1' " rest "/>"

/* clang-format off: it breaks texts between macros apart. */
static const struct {
    const char *format, *text;
} files[] = {
    { "sdmx-csv",
      "DATAFLOW,FREQ,REF_AREA,TRADE_FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,CONF_STATUS,"
      "DECIMALS\n"
      "O:T(1.0),A,KZ,X,2022,14.7,USD,6,F,1\nO:T(1.0),A,KZ,X,2023,16.8,USD,6,F,1\n"
      "O:T(1.0),A,KZ,M,2022,9,USD,6,F,1\nO:T(1.0),A,KZ,M,2023,NaN,USD,6,C,1\n" },
    { "sdmx-json",
      "{\"data\": {\"structures\": [{\"dimensions\": {\"dataSet\": [{\"id\": \"FREQ\", \"values\": "
      "[{\"id\": \"A\"}]}], \"series\": [{\"id\": \"REF_AREA\", \"values\": [{\"id\": \"KZ\"}]}, "
      "{\"id\": \"TRADE_FLOW\", \"values\": [{\"id\": \"X\"}, {\"id\": \"M\"}]}], \"observation\": "
      "[{\"id\": \"TIME_PERIOD\", \"values\": [{\"id\": \"2022\"}, {\"id\": \"2023\"}]}]}, "
      "\"attributes\": {\"dataSet\": [{\"id\": \"UNIT_MEASURE\", \"values\": [{\"id\": \"USD\"}]}, "
      "{\"id\": \"UNIT_MULT\", \"values\": [{\"id\": \"6\"}]}, {\"id\": \"DECIMALS\", \"values\": "
      "[{\"id\": \"1\"}]}], \"observation\": [{\"id\": \"CONF_STATUS\", \"values\": [{\"id\": "
      "\"F\"}, {\"id\": \"C\"}]}]}}], \"dataSets\": [{\"structure\": 0, \"attributes\": [0, 0, 0], "
      "\"series\": {\"0:0\": {\"observations\": {\"0\": [14.7, 0], \"1\": [16.8, 0]}}, \"0:1\": "
      "{\"observations\": {\"0\": [9, 0], \"1\": [null, 1]}}}}]}}" },
    { "sdmx-ml", /* generic, in series */
      "<m:GenericData xmlns:m='m'><m:DataSet><Attributes><Value id='UNIT_MEASURE' value='USD'/>"
      "<Value id='UNIT_MULT' value='6'/><Value id='DECIMALS' value='1'/></Attributes>"
      "<Series><SeriesKey><Value id='FREQ' value='A'/><Value id='REF_AREA' value='KZ'/>"
      "<Value id='TRADE_FLOW' value='X'/></SeriesKey>" GENERIC("2022", "14.7") GENERIC(
          "2023",
          "16.8") "</Series>"
                  "<Series><SeriesKey><Value id='FREQ' value='A'/><Value id='REF_AREA' value='KZ'/>"
                  "<Value id='TRADE_FLOW' value='M'/></SeriesKey>" GENERIC(
                      "2022",
                      "9") "<Obs><ObsDimension value='2023'/><ObsValue value='NaN'/><Attributes>"
                           "<Value id='CONF_STATUS' "
                           "value='C'/></Attributes></Obs></Series></m:DataSet></m:GenericData>" },
    { "sdmx-ml", /* structure-specific, in series, with groups */
      "<m:StructureSpecificData xmlns:m='m'><m:DataSet UNIT_MEASURE='USD'><Group REF_AREA='KZ' "
      "UNIT_MULT='6' DECIMALS='1'/><Series FREQ='A' REF_AREA='KZ' TRADE_FLOW='X'><Obs "
      "TIME_PERIOD='2022' OBS_VALUE='14.7'/><Obs TIME_PERIOD='2023' OBS_VALUE='16.8'/></Series>"
      "<Series FREQ='A' REF_AREA='KZ' TRADE_FLOW='M'><Obs TIME_PERIOD='2022' OBS_VALUE='9'/>"
      "<Obs TIME_PERIOD='2023' CONF_STATUS='C'/></Series></m:DataSet></m:StructureSpecificData>" },
    { "sdmx-ml", /* structure-specific, flat */
      "<m:StructureSpecificData xmlns:m='m'><m:Header><m:Structure structureID='T' "
      "dimensionAtObservation='AllDimensions'/></m:Header><m:DataSet>" FLAT("X", "2022",
                                                                            "OBS_VALUE='14.7'")
          FLAT("X", "2023", "OBS_VALUE='16.8'") FLAT("M", "2022", "OBS_VALUE='9'")
              FLAT("M", "2023",
                   "OBS_VALUE='NaN' CONF_STATUS='C'") "</m:DataSet></m:StructureSpecificData>" },
    { "json-stat",
      "{\"class\": \"dataset\", \"id\": [\"reporter\", \"flow\", \"unit\", \"time\"], \"size\": "
      "[1, 2, 1, 2], \"role\": {\"time\": [\"time\"]}, \"dimension\": {\"reporter\": "
      "{\"category\": "
      "{\"index\": [\"KZ\"]}}, \"flow\": {\"category\": {\"index\": [\"X\", \"M\"]}}, \"unit\": "
      "{\"category\": {\"index\": [\"MUSD\"], \"label\": {\"MUSD\": \"USD million\"}, \"unit\": "
      "{\"MUSD\": {\"decimals\": 1}}}}, \"time\": {\"category\": {\"index\": [\"2022\", "
      "\"2023\"]}}}, \"value\": [14.7, 16.8, 9, null], \"status\": {\"3\": \"C\"}}" },
    { "tidy",
      "reporter,flow,unit,year,value,unit_mult,conf_status\nKAZ,exports,USD,2022,14.7,6,\n"
      "KAZ,exports,USD,2023,16.8,6,\nKAZ,imports,USD,2022,9.0,6,\nKAZ,imports,USD,2023,,6,C\n" },
    { "tidy", "reporter;Поток;Единица;Год;Значение\nКазахстан;Экспорт;млн долл. США;2022;14,7\n"
              "Казахстан;Экспорт;млн долл. США;2023;16,8\nКазахстан;Импорт;млн долл. США;2022;9,0\n"
              "Казахстан;Импорт;млн долл. США;2023;конфиденциально\n" },
    { "tidy", "reporter,flow,unit,2022,2023\nKazakhstan,Exports,USD million,14.7,16.8\n"
              "Kazakhstan,Imports,USD million,9.0,confidential\n" },
    { "tidy",
      "[{\"reporter\": \"KAZ\", \"flow\": \"X\", \"unit\": \"USD mln\", \"year\": 2022, "
      "\"value\": 14.7}, {\"reporter\": \"KAZ\", \"flow\": \"X\", \"unit\": \"USD mln\", "
      "\"year\": 2023, \"value\": 16.8}, {\"reporter\": \"KAZ\", \"flow\": \"M\", \"unit\": "
      "\"USD mln\", \"year\": 2022, \"value\": 9.0}, {\"reporter\": \"KAZ\", \"flow\": \"M\", "
      "\"unit\": \"USD mln\", \"year\": 2023, \"value\": null, \"conf_status\": \"C\"}]" },
    { "px",
      "CHARSET=\"ANSI\";AXIS-VERSION=\"2013\";DECIMALS=1;UNITS=\"USD million\";STUB=\"Reporter\","
      "\"Flow\";HEADING=\"Year\";VALUES(\"Reporter\")=\"Kazakhstan\";VALUES(\"Flow\")=\"Exports\","
      "\"Imports\";VALUES(\"Year\")=\"2022\",\"2023\";TIMEVAL(\"Year\")=TLIST(A1,\"2022\"-"
      "\"2023\");DATASYMBOL2=\"Confidential\";DATA=14.7 16.8 9 \"..\";" },
};
/* clang-format on */

/* The text of rows without their lines, which differ, and without the frequency, which only
 * delimited files keep beside the period. */
static void drop_lines(char *out, const char *text)
{
    while (*text != '\0') {
        if (text[0] == ' ' && text[1] == '@')
            text += strcspn(text, "\n");
        else if (strncmp(text, " freq=A", 7) == 0)
            text += 7;
        else
            *out++ = *text++;
    }
    *out = '\0';
}

static void test_rows_are_the_same(void **state)
{
    char found[4096];

    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "x", files[i].text, strlen(files[i].text));

        print_message("  %s\n", files[i].format);
        drop_lines(found, rows_text(table));
        assert_string_equal(found, rows);
        assert_string_equal(sheaf_table_format(table), files[i].format);
        sheaf_table_destroy(table);
    }
}

/* Workbooks and a database -------------------------------------------------------------------- */

static void assert_same(sheaf_table *table, const char *format)
{
    char found[4096];

    print_message("  %s\n", format);
    drop_lines(found, rows_text(table));
    assert_string_equal(found, rows);
    sheaf_table_destroy(table);
}

#define T(text)     "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number)   "<c s=\"1\"><v>" number "</v></c>"
#define Y(year)     "<c><v>" year "</v></c>"
#define XROW(cells) "<row>" cells "</row>"
#define OT(text)                                                                                   \
    "<table:table-cell office:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"
#define ON(number)                                                                                 \
    "<table:table-cell table:style-name=\"ce1\" office:value-type=\"float\" "                      \
    "office:value=\"" number "\"/>"
#define OY(year)    "<table:table-cell office:value-type=\"float\" office:value=\"" year "\"/>"
#define OROW(cells) "<table:table-row>" cells "</table:table-row>"

/* 9 is shown as 9.0 there. */
static const struct test_workbook xlsx = {
    .sheets = { { "Data", NULL,
                  "<sheetData>" XROW(T("reporter") T("flow") T("unit") Y("2022") Y("2023"))
                      XROW(T("Kazakhstan") T("Exports") T("USD million") N("14.699999999999999")
                               N("16.8")) XROW(T("Kazakhstan") T("Imports") T("USD million") N("9")
                                                   T("Confidential")) "</sheetData>" } },
    .formats = "0.0",
};
static const struct test_workbook ods = {
    .styles = "<number:number-style style:name=\"N1\"><number:number number:decimal-places=\"1\" "
              "number:min-decimal-places=\"1\"/></number:number-style><style:style "
              "style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>",
    .content = "<table:table table:name=\"Data\">" OROW(OT("reporter") OT("flow") OT("unit")
                                                            OY("2022") OY("2023"))
        OROW(OT("Kazakhstan") OT("Exports") OT("USD million") ON("14.7") ON("16.8"))
            OROW(OT("Kazakhstan") OT("Imports") OT("USD million") ON("9")
                     OT("Confidential")) "</table:table>",
};

static void test_workbooks_are_the_same(void **state)
{
    static const struct test_workbook *const books[] = { &xlsx, &ods };

    (void)state;
    for (size_t i = 0; i < LENGTH(books); i++) {
        struct packed packed = workbook_pack(books[i]);

        assert_same(sheaf_table_read_bytes(NULL, "book", packed.bytes, packed.n),
                    i == 0 ? "XLSX" : "ODS");
        free(packed.bytes);
    }
}

static void test_a_database_is_the_same(void **state)
{
    sheaf_table *table;
    sqlite3 *database;
    sqlite3_int64 n;
    unsigned char *bytes;
    char found[4096];

    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(
            database,
            "CREATE TABLE t (reporter, flow, unit, unit_mult, year, value, conf_status, note);"
            "INSERT INTO t VALUES ('KAZ', 'exports', 'USD', 6, 2022, 14.7, NULL, NULL), "
            "('KZ', 'X', 'USD million', NULL, 2023, 16.8, 'F', 'a'), ('Kazakhstan', "
            "'Imports', 'USD', 6, 2022, '9.0', NULL, 'b'), ('KAZ', 'M', 'US$', 6, 2023, "
            "NULL, 'C', NULL);",
            NULL, NULL, NULL),
        SQLITE_OK);
    bytes = sqlite3_serialize(database, "main", &n, 0);
    assert_non_null(bytes);
    table = sheaf_table_read_bytes(NULL, "x.db", bytes, (size_t)n);
    drop_lines(found, rows_text(table));
    assert_memory_equal(found, rows, sizeof rows - 1);
    assert_non_null(strstr(found, "the notes in the column 'note' are skipped"));
    sheaf_table_destroy(table);
    sqlite3_free(bytes);
    sqlite3_close(database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_are_the_same),
        cmocka_unit_test(test_workbooks_are_the_same),
        cmocka_unit_test(test_a_database_is_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
