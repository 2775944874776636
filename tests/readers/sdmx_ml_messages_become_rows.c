/* sdmx_ml_messages_become_rows.c - data messages of SDMX-ML, generic and structure-specific, become
 * rows; other XML is refused with what it is, and a mistake with its place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readers/rows_text.h"
#include "support/check.h"
#include "support/quota.h"

static const struct {
    const char *fixture, *rows;
} fixtures[] = {
    { "sdmx-series.xml", "2022 14.7*10^6 reporter=KAZ flow=exports unit=USD @21\n"
                         "2023 :*10^6 P conf=C reporter=KAZ flow=exports unit=USD @22\n"
                         "2024-T1 16.8*10^6 reporter=KAZ flow=exports unit=USD @23\n"
                         "2022 1200.0*10^6 E reporter=KAZ flow=imports unit=USD @28\n"
                         "warning: a data set that deletes observations is skipped (1)\n" },
    { "sdmx-generic.xml",
      "2023-Q1 14.70*10^6 P reporter=KAZ flow=exports unit=USD @27\n"
      "2023-Q1 3 reporter=KAZ flow=imports unit=USD source=Customs @40\n"
      "2023-Q2 : O reporter=KAZ flow=imports unit=USD source=Customs @44\n"
      "warning: the message says that it is a test (1)\n"
      "warning: the server says of these data: Response size exceeds the limit (code 510); see "
      "whether they are complete (1)\n" },
};

static void test_messages_become_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(fixtures); i++) {
        sheaf_table *table = rows_fixture(fixtures[i].fixture);

        print_message("  %s\n", fixtures[i].fixture);
        assert_string_equal(sheaf_table_format(table), "sdmx-ml");
        assert_rows(table, fixtures[i].rows);
    }
}

static sheaf_table *read_text(const char *text)
{
    return sheaf_table_read_bytes(NULL, "m.xml", text, strlen(text));
}

#define SPECIFIC(inside)                                                                           \
    "<m:StructureSpecificData xmlns:m='m'>\n" inside "</m:StructureSpecificData>"
#define GENERIC(inside)  "<m:GenericData xmlns:m='m'>\n<DataSet>" inside "</DataSet></m:GenericData>"
#define VALUE(id, value) "<Value id='" id "' value='" value "'/>"

static const struct {
    const char *name, *text, *rows;
} messages[] = {
    { "flat, structure-specific",
      SPECIFIC("<Header><Structure structureID='A' dimensionAtObservation='AllDimensions'/>"
               "</Header><DataSet>\n"
               "<Obs FREQ='Q' REF_AREA='KZ' INDIC='a' TIME_PERIOD='2023-Q1' OBS_VALUE='1' "
               "UNIT_MULT='3' OBS_COM='what is said'/>\n"
               "<Obs FREQ='Q' REF_AREA='CN' INDIC='a' TIME_PERIOD='2023-Q1' OBS_VALUE='2' "
               "BREAK='B1'/></DataSet>"),
      "2023-Q1 1*10^3 reporter=KAZ indic=a @3\n2023-Q1 2 reporter=CHN indic=a @4\n" },
    { "flat, generic",
      GENERIC("<Obs><ObsKey>" VALUE("GEO", "KZ") VALUE(
          "TIME_PERIOD", "2023") "</ObsKey>"
                                 "<ObsValue value='7.5'/><Attributes>" VALUE("OBS_CONF", "N")
                                     VALUE("GEO_NOTE", "x") "</Attributes></Obs>"),
      "2023 7.5 conf=N reporter=KAZ @2\n" },
    { "countries in a series, as the dimension at observations",
      SPECIFIC("<Header><Structure structureID='A' dimensionAtObservation='REF_AREA'/></Header>"
               "<DataSet structureRef='A'><Series FREQ='A' TIME_PERIOD='2023'>\n"
               "<Obs REF_AREA='KZ' OBS_VALUE='1'/><Obs REF_AREA='CN' OBS_VALUE='2'/></Series>"
               "</DataSet>"),
      "2023 1 reporter=KAZ @3\n2023 2 reporter=CHN @3\n" },
    { "measures that are the types of observations",
      SPECIFIC("<Header><Structure structureID='A' dimensionAtObservation='DEMO' "
               "explicitMeasures='true'/></Header>"
               "<DataSet><Series FREQ='A' TIME_PERIOD='2023' COUNTRY='BE'>\n"
               "<Obs xsi:type='d:BIRTHS' xmlns:xsi='x' OBS_VALUE='5' CONF_STATUS_OBS='N'/>"
               "<Obs xsi:type='d:DEATHS' xmlns:xsi='x' OBS_VALUE='4'/></Series></DataSet>"),
      "2023 5 conf=N reporter=BEL demo=BIRTHS @3\n2023 4 reporter=BEL demo=DEATHS @3\n" },
    { "such measures in a flat message",
      SPECIFIC("<Header><Structure structureID='A' dimensionAtObservation='AllDimensions' "
               "explicitMeasures='true'/></Header>"
               "<DataSet>\n<Obs xsi:type='d:BIRTHS' xmlns:xsi='x' TIME_PERIOD='2023' "
               "OBS_VALUE='5'/></DataSet>"),
      "2023 5 indicator=BIRTHS @3\n" },
    { "a group of the dimension at observations",
      SPECIFIC("<Header><Structure structureID='A' dimensionAtObservation='CURRENCY'/></Header>"
               "<DataSet><Group CURRENCY='JPY' UNIT_MEASURE='JPY' DECIMALS='2'/>"
               "<Series TIME_PERIOD='2010-08' FREQ='M' EXR_TYPE='SP00'>\n"
               "<Obs CURRENCY='CHF' OBS_VALUE='1.3'/><Obs CURRENCY='JPY' OBS_VALUE='110'/>"
               "</Series></DataSet>"),
      "2010-08 1.3 exr_type=SP00 unit=CHF @3\n2010-08 110.00 exr_type=SP00 unit=JPY @3\n" },
    { "groups by one member, by two, and of all",
      SPECIFIC("<DataSet><Group FLOW='X' UNIT_MULT='6'/><Group FLOW='X' PARTNER='CN' DECIMALS='2'/>"
               "<Atts UNIT_MEASURE='EUR'/>\n"
               "<Series FLOW='X' PARTNER='CN'><Obs TIME_PERIOD='2023' OBS_VALUE='1'/></Series>\n"
               "<Series FLOW='M' PARTNER='CN'><Obs TIME_PERIOD='2023' OBS_VALUE='1'/></Series>"
               "</DataSet>"),
      "2023 1.00*10^6 flow=exports partner=CHN unit=EUR @3\n"
      "2023 1 flow=imports partner=CHN unit=EUR @4\n" },
    { "an attribute of an observation goes before that of its series",
      SPECIFIC("<DataSet UNIT_MULT='9'><Series FLOW='X' UNIT_MULT='6'>\n"
               "<Obs TIME_PERIOD='2022' OBS_VALUE='1' UNIT_MULT='3'/>"
               "<Obs TIME_PERIOD='2023' OBS_VALUE='1'/></Series></DataSet>"),
      "2022 1*10^3 flow=exports @3\n2023 1*10^6 flow=exports @3\n" },
    { "a unit that only a later series has",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series>\n"
               "<Series FLOW='M' UNIT_MEASURE='USD'><Obs TIME_PERIOD='2022' OBS_VALUE='2'/>"
               "</Series></DataSet>"),
      "2022 1 flow=exports @2\n2022 2 flow=imports unit=USD @3\n" },
    { "data sets of two structures",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series>"
               "</DataSet>\n<DataSet><Series GEO='KZ' SECTOR='S1'>"
               "<Obs TIME_PERIOD='2022' OBS_VALUE='2'/></Series></DataSet>"),
      "2022 1 flow=exports @2\n2022 2 reporter=KAZ sector=S1 @3\n" },
    { "a double as Java writes it, and with blanks",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1.23E7'/>\n"
               "<Obs TIME_PERIOD='2023' OBS_VALUE=' 5.50 '/></Series></DataSet>"),
      "2022 12300000 flow=exports @2\n2023 5.50 flow=exports @3\n" },
    { "compact, of 2.0",
      "<CompactData xmlns='http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message'>\n"
      "<k:DataSet xmlns:k='k'><k:Series FREQ='M' CURRENCY='USD' UNIT='USD' UNIT_MULT='0'>"
      "<k:Obs TIME_PERIOD='2024-01' OBS_VALUE='1.0905' OBS_STATUS='A'/></k:Series></k:DataSet>"
      "</CompactData>",
      "2024-01 1.0905 unit=USD @2\n" },
    { "generic, of 2.0",
      "<GenericData><DataSet><Series><SeriesKey><Value concept='GEO' value='KZ'/></SeriesKey>\n"
      "<Obs><Time>2023</Time><ObsValue value='4'/></Obs></Series></DataSet></GenericData>",
      "2023 4 reporter=KAZ @2\n" },
    { "a member with a reference to a character",
      SPECIFIC("<DataSet><Series PRODUCT='A&#66;'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series>"
               "</DataSet>"),
      "2022 1 product=AB @2\n" },
    { "no OBS_VALUE at all",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' TURNOVER='3'/></Series>"
               "</DataSet>"),
      "2022 : O flow=exports @2\n"
      "warning: no observation has an OBS_VALUE, so all values are missing; if another measure has "
      "them, say which, as in columns: {TURNOVER: value} (1)\n" },
    { "a year that begins in July",
      SPECIFIC("<DataSet REPORTING_YEAR_START_DAY='--07-01'><Series FLOW='X'>\n"
               "<Obs TIME_PERIOD='2022' OBS_VALUE='3'/>\n"
               "<Obs TIME_PERIOD='2022-A1' OBS_VALUE='4'/>\n"
               "<Obs TIME_PERIOD='2022-Q3' OBS_VALUE='5'/>\n"
               "<Obs TIME_PERIOD='2022-M07' OBS_VALUE='6'/>\n"
               "<Obs TIME_PERIOD='2022-07' OBS_VALUE='7'/></Series>\n"
               "<Series FLOW='M' REPORTING_YEAR_START_DAY='--01-01'>"
               "<Obs TIME_PERIOD='2022-Q3' OBS_VALUE='8'/></Series></DataSet>"),
      "2022 3 flow=exports @3\n2022-07-01/P1Y 4 flow=exports @4\n2023-Q1 5 flow=exports @5\n"
      "2023-01 6 flow=exports @6\n2022-07 7 flow=exports @7\n2022-Q3 8 flow=imports @8\n"
      "warning: the reporting year begins on another day than 1 January (--07-01), and 2022 is "
      "read "
      "as a calendar year, as SDMX has it; a reporting year is 2022-A1 (1)\n" },
    { "cut short by the server",
      SPECIFIC("<Header><Truncated>true</Truncated></Header>"
               "<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='3'/></Series>"
               "</DataSet>"),
      "2022 3 flow=exports @2\n"
      "warning: the server says that it cut these data short; ask for fewer of them at once "
      "(1)\n" },
};

static void test_shapes_of_messages(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(messages); i++) {
        print_message("  %s\n", messages[i].name);
        assert_rows(read_text(messages[i].text), messages[i].rows);
    }
}

static const struct {
    const char *name, *text, *message;
} refusals[] = {
    { "no value",
      SPECIFIC("<DataSet><Series FLOW='X'>\n <Obs TIME_PERIOD='2022' OBS_VALUE='much'/>"
               "</Series></DataSet>"),
      "m.xml:3:2: error: OBS_VALUE: 'much' is not a number here" },
    { "weeks of a year that begins in July",
      SPECIFIC("<DataSet REPORTING_YEAR_START_DAY='--07-01'><Series FLOW='X'>\n"
               "<Obs TIME_PERIOD='2022-W36' OBS_VALUE='3'/></Series></DataSet>"),
      "m.xml:3:1: error: 2022-W36 counts from the first day of a reporting year (--07-01), "
      "which " },
    { "no period", SPECIFIC("<DataSet><Series FLOW='X'><Obs OBS_VALUE='1'/></Series></DataSet>"),
      "m.xml:2:27: error: there is no period" },
    { "a period that is none",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='soon' OBS_VALUE='1'/></Series>"
               "</DataSet>"),
      "m.xml:2:27: error: TIME_PERIOD: 'soon' is not a period" },
    { "a status that is none",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1' OBS_STATUS='?'/>"
               "</Series></DataSet>"),
      "OBS_STATUS: '?' is no status" },
    { "a multiplier of a group beyond all",
      SPECIFIC("<DataSet><Group FLOW='X' UNIT_MULT='99'/><Series FLOW='X'>"
               "<Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series></DataSet>"),
      "UNIT_MULT: 99 is no power of ten of a unit" },
    { "a group behind its series",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series>\n"
               "<Group FLOW='X' UNIT_MULT='6'/>"
               "<Series FLOW='M'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series></DataSet>"),
      "m.xml:3: error: this group gives attributes to series that stand before it" },
    { "a group behind all series",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series>\n"
               "<Group FLOW='X' UNIT_MULT='6'/></DataSet>"),
      "m.xml:3: error: this group gives attributes to series that stand before it" },
    { "an error of the server",
      "<m:Error xmlns:m='m'><m:ErrorMessage code='100'><c:Text xmlns:c='c'>No results "
      "found</c:Text>"
      "</m:ErrorMessage></m:Error>",
      "the server answered with an error: No results found (code 100)" },
    { "a message in place of data",
      SPECIFIC("<Footer><Message code='413' severity='Information'><Text>Too large, wait</Text>"
               "</Message></Footer>"),
      "the server sent no observations, but a message: Too large, wait (code 413)" },
    { "nothing found", SPECIFIC("<DataSet/>"),
      "there are no observations: the query found nothing" },
    { "a structure message",
      "<mes:Structure xmlns:mes='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'/>",
      "this is a structure message of SDMX" },
    { "a metadata message", "<m:GenericMetadata xmlns:m='m'/>", "this is a metadata message" },
    { "a query", "<m:GenericDataQuery xmlns:m='http://www.sdmx.org/x'/>",
      "this is a query of SDMX" },
    { "a flat OpenDocument file", "<?xml version='1.0'?><office:document xmlns:office='o'/>",
      "this is a flat OpenDocument file (FODS); save it as ODS, XLSX or CSV" },
    { "a workbook of Excel 2003",
      "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
      "save it as XLSX, ODS or CSV" },
    { "a web page in XML",
      "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html/>",
      "this is a web page (XHTML); save the table as XLSX, ODS or CSV" },
    { "a web page", "<html><table><tr><td>1</td></tr></table></html>",
      "this is a web page (HTML)" },
    { "other XML", "<?xml version='1.0'?>\n<ValCurs xmlns='http://x.example'><Valute/></ValCurs>",
      "m.xml:2:1: error: this XML ('ValCurs', http://x.example) is in no format that is read" },
    { "entities of its own",
      "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]>"
      "<GenericData>&c;</GenericData>",
      "m.xml:2:13: error: a DOCTYPE, which may define entities, is refused" },
    { "an element without its end",
      SPECIFIC("<DataSet><Series FLOW='X'><Obs TIME_PERIOD='2022' OBS_VALUE='1'/></DataSet>"),
      "this is not XML: mismatched tag" },
};

static void test_refusals_name_the_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++) {
        print_message("  %s\n", refusals[i].name);
        assert_rows_say(read_text(refusals[i].text), refusals[i].message);
    }
}

static void test_another_measure_is_named_by_the_author(void **state)
{
    static const sheaf_column columns[] = { { "TURNOVER", "value" }, { "NOTE", "" } };
    static const sheaf_column both[] = { { "TURNOVER", "value" }, { "RANK", "value" } };
    static const char text[] = SPECIFIC(
        "<DataSet><Series FLOW='X' NOTE='N'><Obs TIME_PERIOD='2022' TURNOVER='3' RANK='1'/>"
        "</Series></DataSet>");
    sheaf_read_options options = { .columns = columns, .n_columns = 2 };

    (void)state;
    assert_rows(sheaf_table_read_bytes_with(NULL, "m.xml", text, sizeof text - 1, &options),
                "2022 3 flow=exports @2\n");
    options.columns = both;
    assert_rows(sheaf_table_read_bytes_with(NULL, "m.xml", text, sizeof text - 1, &options),
                "2022 3 flow=exports note=N indicator=TURNOVER @2\n"
                "2022 1 flow=exports note=N indicator=RANK @2\n");
}

static void test_the_declared_encoding_is_read(void **state)
{
    static const char text[] = "<?xml version='1.0' encoding='windows-1251'?>\n"
                               "<CompactData><DataSet><Series FLOW='\xDD\xEA\xF1\xEF\xEE\xF0\xF2'>"
                               "<Obs TIME_PERIOD='2022' OBS_VALUE='1'/></Series></DataSet>"
                               "</CompactData>";

    (void)state;
    assert_rows(read_text(text), "2022 1 flow=exports @2\n");
}

/* The bytes that reading so many observations asks for, with a comment at each. */
static size_t bytes_for(const char *comment)
{
    enum { OBSERVATIONS = 50000, LONGEST = 300 };
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    char *text = malloc((size_t)OBSERVATIONS * LONGEST);
    size_t n;
    sheaf_table *table;

    assert_non_null(text);
    n = (size_t)sprintf(text, "<CompactData><DataSet><Series FLOW='X'>");
    for (int i = 0; i < OBSERVATIONS; i++)
        n += (size_t)sprintf(text + n,
                             "<Obs TIME_PERIOD='%04d-%02d' OBS_VALUE='%d' OBS_COM='%s%d'/>",
                             1900 + i / 12 % 200, 1 + i % 12, i / 2400, comment, i);
    n += (size_t)sprintf(text + n, "</Series></DataSet></CompactData>");
    table = sheaf_table_read_bytes(context, "m.xml", text, n);
    free(text);
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    assert_true(sheaf_table_row_count(table) > 2400);
    sheaf_table_destroy(table);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
    return quota.asked;
}

/* 50,000 different comments of 200 bytes, 10 MB, take no memory that short ones do not. */
static void test_memory_is_that_of_the_rows(void **state)
{
    char comment[201];

    (void)state;
    memset(comment, 'x', sizeof comment - 1);
    comment[sizeof comment - 1] = '\0';
    assert_true(bytes_for(comment) < bytes_for("") + (1 << 20));
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(messages); i++)
        rows_survive_every_oom("m.xml", messages[i].text, strlen(messages[i].text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages_become_rows),
        cmocka_unit_test(test_shapes_of_messages),
        cmocka_unit_test(test_refusals_name_the_place),
        cmocka_unit_test(test_another_measure_is_named_by_the_author),
        cmocka_unit_test(test_the_declared_encoding_is_read),
        cmocka_unit_test(test_memory_is_that_of_the_rows),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
