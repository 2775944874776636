/* secrets_are_told_by_no_reader.c - no reader's failure, excerpt, warning or finding shows the figure of
 * a row that is confidential, however the figure is written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "readers/rows_text.h"
#include "support/arrow.h"
#include "support/check.h"
#include "support/workbooks.h"

/* Figures that no reader takes as they are. Each has the digits of SECRET. */
#define SECRET "7773"
static const char *const figures[] = {
    "7773x13",             /* not a number */
    "7773,131",            /* which mark is the decimal one? */
    "7773131234567890123", /* more digits than are kept */
    "$7773131",            /* another currency than the row's */
    "77731e999",           /* too large */
    "7773131k",            /* a power of ten */
    "7773131 ?",           /* an unknown flag */
    "7773x13 c",           /* the flag of a secret behind it */
};

/* @ is the figure, as text or as number. Each row is confidential by a column, an attribute or a status. */
/* clang-format off: it breaks texts between macros apart. */
static const struct {
    const char *name, *text;
} files[] = {
    { "tidy", "year,value,unit,conf_status\n2022,1.5,USD,F\n2023,\"@\",EUR,C\n" },
    { "tidy, suppressed", "year,value,unit,status\n2022,1.5,USD,A\n2023,\"@\",EUR,Q\n" },
    { "tidy, a growth", "year,value,growth_pct,conf_status\n2023,1,\"@\",C\n" },
    { "SDMX-CSV",
      "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nA:B(1.0),KZ,2023,\"@\",C\n" },
    { "JSON list", "[{\"year\": 2022, \"value\": 1.5, \"conf_status\": \"F\"},\n"
                   "{\"year\": 2023, \"value\": \"@\", \"conf_status\": \"C\"}]" },
    { "JSON list, a number", "[{\"year\": 2023, \"value\": @, \"conf_status\": \"C\"}]" },
    { "SDMX-JSON",
      "{\"data\": {\"structures\": [{\"dimensions\": {\"observation\": [{\"id\": \"TIME_PERIOD\", "
      "\"values\": [{\"id\": \"2023\"}]}]}, \"attributes\": {\"observation\": [{\"id\": "
      "\"CONF_STATUS\", \"values\": [{\"id\": \"C\"}]}]}}], \"dataSets\": [{\"structure\": 0, "
      "\"observations\": {\"0\": [\"@\", 0]}}]}}" },
    { "SDMX-JSON, on a line",
      "{\"data\": {\"structures\": [{\"dimensions\": {\"observation\": [{\"id\": \"TIME_PERIOD\", "
      "\"values\": [{\"id\": \"2023\"}]}]}, \"attributes\": {\"observation\": [{\"id\": "
      "\"CONF_STATUS\", \"values\": [{\"id\": \"C\"}]}]}}], \"dataSets\": [{\"structure\": 0,\n"
      "\"observations\": {\"0\":\n[\"@\", 0]}}]}}" },
    { "SDMX-JSON, a number",
      "{\"data\": {\"structures\": [{\"dimensions\": {\"observation\": [{\"id\": \"TIME_PERIOD\", "
      "\"values\": [{\"id\": \"2023\"}]}]}, \"attributes\": {\"observation\": [{\"id\": "
      "\"OBS_STATUS\", \"values\": [{\"id\": \"Q\"}]}]}}], \"dataSets\": [{\"structure\": 0,\n"
      "\"observations\": {\"0\":\n[@, 0]}}]}}" },
    { "SDMX-JSON, a mark that nobody knows",
      "{\"data\": {\"structures\": [{\"dimensions\": {\"observation\": [{\"id\": \"TIME_PERIOD\", "
      "\"values\": [{\"id\": \"2023\"}]}]}, \"attributes\": {\"observation\": [{\"id\": "
      "\"OBS_STATUS\", \"values\": [{\"id\": \"Zqx\"}]}]}}], \"dataSets\": [{\"structure\": 0,\n"
      "\"observations\": {\"0\":\n[\"@\", 0]}}]}}" },
    { "SDMX-ML",
      "<m:StructureSpecificData xmlns:m='m'><m:DataSet><Obs REF_AREA='KZ' TIME_PERIOD='2023' "
      "OBS_VALUE='@' UNIT_MEASURE='EUR' CONF_STATUS='C'/></m:DataSet></m:StructureSpecificData>" },
    { "SDMX-ML, generic",
      "<m:GenericData xmlns:m='m'><m:DataSet><Series><SeriesKey><Value id='REF_AREA' value='KZ'/>"
      "</SeriesKey><Obs><ObsDimension value='2023'/><ObsValue value='@'/><Attributes><Value "
      "id='OBS_STATUS' value='C'/></Attributes></Obs></Series></m:DataSet></m:GenericData>" },
    { "SDMX-ML, of a group",
      "<m:StructureSpecificData xmlns:m='m'><m:DataSet><Group REF_AREA='KZ' CONF_STATUS='N'/>"
      "<Series REF_AREA='KZ'><Obs TIME_PERIOD='2023' OBS_VALUE='@'/></Series></m:DataSet>"
      "</m:StructureSpecificData>" },
    { "JSON-stat",
      "{\"class\": \"dataset\", \"id\": [\"time\"], \"size\": [2], \"role\": {\"time\": "
      "[\"time\"]}, "
      "\"dimension\": {\"time\": {\"category\": {\"index\": [\"2022\", \"2023\"]}}},\n\"value\": "
      "[1.5, \"@\"],\n\"status\": {\"1\": \"C\"}}" },
    { "JSON-stat, a number",
      "{\"class\": \"dataset\", \"id\": [\"time\"], \"size\": [2], \"role\": {\"time\": "
      "[\"time\"]}, "
      "\"dimension\": {\"time\": {\"category\": {\"index\": [\"2022\", \"2023\"]}}},\n\"value\": "
      "[1.5, @],\n\"status\": {\"1\": \"C\"}}" },
    { "JSON-stat, a mark that nobody knows",
      "{\"class\": \"dataset\", \"id\": [\"time\"], \"size\": [2], \"role\": {\"time\": "
      "[\"time\"]}, "
      "\"dimension\": {\"time\": {\"category\": {\"index\": [\"2022\", \"2023\"]}}},\n\"value\": "
      "[1.5, \"@\"],\n\"status\": {\"1\": \"Zqx\"}}" },
    { "PX", "CHARSET=\"ANSI\";AXIS-VERSION=\"2013\";DECIMALS=1;STUB=\"Flow\";HEADING=\"Year\";"
            "VALUES(\"Flow\")=\"Exports\";VALUES(\"Year\")=\"2023\";DATA=\"@\";" },
    { "Statistics Canada's table",
      "\"T\"\n\"Frequency: Monthly\"\n\"Table: 12-10-0163-01 (formerly CANSIM 228-0080)\"\n"
      "\"Release date: 2024-05-02\"\n\"Geography: Canada\"\n\"\"\n\"\"\n\n\"Trade\",\"Export\"\n"
      "\"Products\",\"2023\"\n\"Ore\",\"@x\"\n" },
};
/* clang-format on */

/* The template with the figure in the place of each @. The caller frees it. */
static char *filled(const char *text, const char *figure)
{
    size_t n = strlen(text) + strlen(figure) + 1;
    char *made = malloc(n);
    const char *at = strchr(text, '@');

    assert_non_null(made);
    assert_non_null(at);
    memcpy(made, text, (size_t)(at - text));
    strcpy(made + (at - text), figure);
    strcat(made, at + 1);
    return made;
}

static size_t told; /* all that was, so that one run lists it */

static void hides(const char *where, const char *text)
{
    if (text != NULL && strstr(text, SECRET) != NULL) {
        print_error("  told in the %s: %s\n", where, text);
        told++;
    }
}

/* Looks through all that is told of the table, and destroys it. */
static void assert_nothing_told(sheaf_table *table)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    hides("message", sheaf_table_error(table)->message);
    hides("excerpt", sheaf_table_error(table)->excerpt);
    sheaf_table_check(table);
    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        hides("warning", warning.message);
    sheaf_table_destroy(table);
}

/* PX says of a whole file only that it is confidential: the reader of it does. */
static const sheaf_filter secret[] = { { "conf_status", "C" } };

static void test_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++)
        for (size_t k = 0; k < LENGTH(figures); k++) {
            sheaf_read_options options = SHEAF_READ_OPTIONS_INIT;
            char *text = filled(files[i].text, figures[k]);

            print_message("  %s: %s\n", files[i].name, figures[k]);
            if (strcmp(files[i].name, "PX") == 0) {
                options.constants = secret;
                options.n_constants = LENGTH(secret);
            }
            assert_nothing_told(
                sheaf_table_read_bytes_with(NULL, "x", text, strlen(text), &options));
            free(text);
        }
    assert_int_equal(told, 0);
}

#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define OT(text)                                                                                   \
    "<table:table-cell office:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"

static void read_book(const struct test_workbook *book)
{
    struct packed packed = workbook_pack(book);

    assert_nothing_told(sheaf_table_read_bytes(NULL, "book", packed.bytes, packed.n));
    free(packed.bytes);
}

static void test_workbooks(void **state)
{
    static const char *const sheets[] = {
        "<sheetData><row>" T("year") T("value") T("conf_status") "</row><row>" T("2022") T("1.5")
            T("F") "</row><row>" T("2023") T("@") T("C") "</row></sheetData>",
        "<sheetData><row>" T("year") T("value") T("conf_status") "</row><row>" T("2022") T("1.5")
            T("F") "</row><row>" T("2023") "<c><v>@</v></c>" T("C") "</row></sheetData>",
        "<sheetData><row>" T("year") T("value") T("conf_status") "</row><row>" T("2022") T("1.5")
            T("F") "</row><row>" T("2023") "<c t=\"e\"><v>@</v></c>" T("C") "</row></sheetData>",
    };
    static const char table[] = "<table:table table:name=\"Data\"><table:table-row>" OT("year")
        OT("value") OT("conf_status") "</table:table-row><table:table-row>" OT("2022") OT("1.5")
            OT("F") "</table:table-row><table:table-row>" OT("2023") OT("@")
                OT("C") "</table:table-row></table:table>";

    (void)state;
    told = 0;
    for (size_t k = 0; k < LENGTH(figures); k++) {
        char *text;

        print_message("  %s\n", figures[k]);
        for (size_t i = 0; i < LENGTH(sheets); i++) {
            text = filled(sheets[i], figures[k]);
            read_book(&(struct test_workbook){ .sheets = { { "Data", NULL, text } } });
            free(text);
        }
        text = filled(table, figures[k]);
        read_book(&(struct test_workbook){ .content = text });
        free(text);
    }
    assert_int_equal(told, 0);
}

static void test_databases(void **state)
{
    static const char *const columns[] = {
        "year, value, unit, conf_status) AS VALUES ('2023', '@', 'EUR', 'C')",
        "year, value, growth_pct, conf_status) AS VALUES ('2023', 1, '@', 'C')",
        "year, value, unit, status) AS VALUES ('2023', '@', 'EUR', 'Q')",
        "year, value, status, conf_status) AS VALUES ('2023', '@', 'Zqx', 'C')",
    };

    (void)state;
    told = 0;
    for (size_t i = 0; i < LENGTH(columns); i++)
        for (size_t k = 0; k < LENGTH(figures); k++) {
            char *text = filled(columns[i], figures[k]), statement[400];
            const char *values = strstr(text, " AS VALUES ");
            sqlite3 *database;
            sqlite3_int64 n;
            unsigned char *bytes;

            print_message("  %s\n", text);
            snprintf(statement, sizeof statement, "CREATE TABLE t (%.*s; INSERT INTO t VALUES %s;",
                     (int)(values - text), text, values + strlen(" AS VALUES "));
            assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
            assert_int_equal(sqlite3_exec(database, statement, NULL, NULL, NULL), SQLITE_OK);
            bytes = sqlite3_serialize(database, "main", &n, 0);
            assert_non_null(bytes);
            assert_nothing_told(sheaf_table_read_bytes(NULL, "x.db", bytes, (size_t)n));
            sqlite3_free(bytes);
            sqlite3_close(database);
            free(text);
        }
    assert_int_equal(told, 0);
}

/* An Arrow column of one text. */
#define COLUMN(name, offsets, text)                                                                \
    {                                                                                              \
        name, "u", 1, 0, 0, 3, { NULL, offsets, text }, NULL                                       \
    }

static void test_data_frames(void **state)
{
    (void)state;
    told = 0;
    for (size_t k = 0; k < LENGTH(figures); k++) {
        const int32_t four[] = { 0, 4 }, one[] = { 0, 1 };
        const int32_t whole[] = { 0, (int32_t)strlen(figures[k]) };
        const struct arrow_made_column columns[] = { COLUMN("period", four, "2023"),
                                                     COLUMN("value", whole, figures[k]),
                                                     COLUMN("growth_pct", whole, figures[k]),
                                                     COLUMN("conf_status", one, "C"),
                                                     { 0 } };
        struct arrow_made made;

        print_message("  %s\n", figures[k]);
        arrow_make(&made, columns);
        assert_nothing_told(sheaf_table_from_arrow(NULL, "frame", &made.schema, &made.array));
    }
    assert_int_equal(told, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_workbooks),
        cmocka_unit_test(test_databases),
        cmocka_unit_test(test_data_frames),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
