/* members_keep_the_names_of_files.c - in every format, members keep the names that files give their
 * codes, and so do the series that are selected by them. */
#include "support/check.h"

#include <string.h>

#include "sheaf/expression.h"
#include "sheaf/table.h"

static const struct {
    const char *what, *text, *dimension, *member, *name;
} files[] = {
    { "Comtrade's CSV",
      "period,reporterISO,reporterCode,reporterDesc,flowCode,cmdCode,cmdDesc,primaryValue\n"
      "2023,KAZ,398,Kazakhstan,X,72,Iron and steel,5\n"
      "2023,KAZ,398,Kazakhstan,X,74,,6\n",
      "product", "72", "Iron and steel" },
    { "the column that says most",
      "period,reporterISO,reporterCode,reporterDesc,flowCode,cmdCode,cmdDesc,primaryValue\n"
      "2023,KAZ,398,Kazakhstan,X,72,Iron and steel,5\n",
      "reporter", "KAZ", "Kazakhstan" },
    { "the WTO's CSV",
      "Indicator Code,Indicator,Reporting Economy ISO3A Code,Reporting Economy,Reporting Economy "
      "Code,Product/Sector Code,Product/Sector,Period Code,Period,Unit,Year,Value\n"
      "ITS_MTV_AX,Merchandise exports – annual,KAZ,Kazakhstan,398,AG,Agricultural products,A,"
      "Annual,Million US dollar,2023,5\n",
      "product", "AG", "Agricultural products" },
    { "a code without a name",
      "period,reporterISO,reporterCode,reporterDesc,flowCode,cmdCode,cmdDesc,primaryValue\n"
      "2023,KAZ,398,Kazakhstan,X,72,Iron and steel,5\n"
      "2023,KAZ,398,Kazakhstan,X,74,,6\n",
      "product", "74", "" },
    { "another name later on",
      "period,reporterISO,reporterCode,reporterDesc,flowCode,cmdCode,cmdDesc,primaryValue\n"
      "2022,KAZ,398,Kazakhstan,X,72,Iron and steel,5\n"
      "2023,KAZ,398,Kazakhstan,X,72,Steel,6\n",
      "product", "72", "Iron and steel" },
    { "the World Bank's CSV",
      "Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\n"
      "Kazakhstan,KAZ,Exports (% of GDP),NE.EXP.GNFS.ZS,41.2,35.5\n",
      "indicator", "NE.EXP.GNFS.ZS", "Exports (% of GDP)" },
    { "SDMX-CSV with both",
      "DATAFLOW,FREQ: Frequency,PRODUCT: Product,TIME_PERIOD: Time,OBS_VALUE: Value\n"
      "A:B(1.0): Trade,A: Annual,TEA: Tea and mate,2023,5\n",
      "product", "TEA", "Tea and mate" },
    { "line breaks and padding",
      "period,reporterISO,reporterCode,reporterDesc,flowCode,cmdCode,cmdDesc,primaryValue\n"
      "2023,KAZ,398,Kazakhstan,X,85,\" Telephone\tsets,\n including  others \",5\n",
      "product", "85", "Telephone sets, including others" },
    { "a unit that JSON-stat labels",
      "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"unit\",\"time\"],\"size\":[1,1],"
      "\"dimension\":{\"unit\":{\"category\":{\"index\":[\"MIO_EUR\"],\"label\":{\"MIO_EUR\":"
      "\"Million euro\"}}},\"time\":{\"category\":{\"index\":[\"2023\"]}}},\"value\":[5]}",
      "unit", "EUR", "" },
    { "Comtrade's old JSON, whose codes come last",
      "{\"validation\":{},\"dataset\":[{\"period\":\"2016\",\"yr\":2016,\"rgDesc\":\"Export\","
      "\"rgCode\":2,\"rt3ISO\":\"KAZ\",\"TradeValue\":1}]}",
      "flow", "exports", "" },
    { "SDMX-CSV with columns of names",
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,sitc06,Standard "
      "classification,geo,Geopolitical entity,TIME_PERIOD,Time,OBS_VALUE,Observation value,"
      "OBS_FLAG,Flag\n"
      "dataflow,ESTAT:X(1.0),Trade,A,Annual,SITC0_1,\"Food: drinks\",EE,Estonia,2023,,5,,,\n",
      "sitc06", "SITC0_1", "Food: drinks" },
    { "SDMX-CSV with a column of names behind the frequency",
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,TIME_PERIOD,OBS_VALUE\n"
      "dataflow,ESTAT:X(1.0),Trade,A,Annual,2023,5\n",
      "freq", "A", "Annual" },
    { "SDMX-CSV with a column of names behind the unit",
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,MEASURE,Measure,TIME_PERIOD,OBS_VALUE,"
      "UNIT_MEASURE,Unit of measure\n"
      "dataflow,OECD:X(1.0),Trade,I,XEXP,Exports,2023,5,XDC,National currency\n",
      "unit", "XDC", "National currency" },
    { "JSON-stat",
      "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"product\",\"time\"],\"size\":[1,1],"
      "\"dimension\":{\"product\":{\"category\":{\"index\":[\"72\"],\"label\":{\"72\":\"Iron\"}}},"
      "\"time\":{\"category\":{\"index\":[\"2023\"]}}},\"value\":[5]}",
      "product", "72", "Iron" },
    { "SDMX-JSON",
      "{\"data\":{\"dataSets\":[{\"structure\":0,\"observations\":{\"0:0\":[5]}}],"
      "\"structures\":[{\"dimensions\":{\"observation\":[{\"id\":\"PRODUCT\",\"values\":[{"
      "\"id\":\"72\",\"name\":\"Iron\"}]},{\"id\":\"TIME_PERIOD\",\"values\":[{\"id\":\"2023\"}]}]}"
      "}]}}",
      "product", "72", "Iron" },
    { "a missing country as JSON records write it",
      "[{\"partner\":\"Germany\",\"year\":\"2022\",\"value\":5},{\"partner\":\"NA\",\"year\":"
      "\"2022\",\"value\":6}]",
      "partner", "_X", "NA" },
    { "a missing country as CSV writes it", "partner,year,value\nGermany,2022,5\nNA,2022,6\n",
      "partner", "_X", "NA" },
    { "a missing country as JSON-stat writes it",
      "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"partner\",\"time\"],\"size\":[2,1],"
      "\"dimension\":{\"partner\":{\"category\":{\"index\":[\"Germany\",\"NA\"]}},"
      "\"time\":{\"category\":{\"index\":[\"2023\"]}}},\"value\":[5,6]}",
      "partner", "_X", "NA" },
    { "a missing country as SDMX-JSON writes it",
      "{\"data\":{\"dataSets\":[{\"structure\":0,\"observations\":{\"0:0\":[5],\"1:0\":[6]}}],"
      "\"structures\":[{\"dimensions\":{\"observation\":[{\"id\":\"PARTNER\",\"values\":[{"
      "\"id\":\"DEU\",\"name\":\"Germany\"},{\"id\":\"NA\"}]},{\"id\":\"TIME_PERIOD\",\"values\":"
      "[{\"id\":\"2023\"}]}]}}]}}",
      "partner", "_X", "NA" },
    { "Comtrade's JSON",
      "{\"count\":1,\"data\":[{\"period\":\"2023\",\"reporterISO\":\"KAZ\",\"flowCode\":\"X\","
      "\"cmdCode\":"
      "\"72\",\"cmdDesc\":\"Iron and steel\",\"primaryValue\":5}]}",
      "product", "72", "Iron and steel" },
};

static const char *name_of(const sheaf_table *table, const char *dimension, const char *member)
{
    for (size_t i = 0; i < sheaf_table_member_count(table, dimension); i++)
        if (strcmp(sheaf_table_member(table, dimension, i), member) == 0)
            return sheaf_table_member_name(table, dimension, i);
    fail_msg("no %s %s", dimension, member);
    return NULL;
}

static sheaf_table *read(const char *text)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade", text, strlen(text));

    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", sheaf_table_error(table)->message);
    return table;
}

static void test_members_have_the_names_of_their_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        sheaf_table *table = read(files[i].text);
        const char *name = name_of(table, files[i].dimension, files[i].member);

        if (strcmp(name, files[i].name) != 0)
            fail_msg("%s: '%s' is not '%s'", files[i].what, name, files[i].name);
        sheaf_table_destroy(table);
    }
}

static const char products[] =
    "period,reporterISO,flowCode,flowDesc,cmdCode,cmdDesc,primaryValue\n"
    "2022,KAZ,X,Export,72,Iron and steel,5\n"
    "2023,KAZ,X,Export,72,Iron and steel,6\n"
    "2022,KAZ,X,Export,27,\"Mineral fuels, mineral oils and products of their distillation\",9\n"
    "2023,KAZ,X,Export,27,\"Mineral fuels, mineral oils and products of their distillation\",8\n";

static void check_pick(const sheaf_table *table, const char *member, const char *series,
                       const char *message)
{
    const sheaf_filter filter = { "product", member };
    sheaf_series *found = sheaf_table_select(table, &filter, 1);

    if (series != NULL)
        assert_string_equal(sheaf_series_name(found), series);
    if (strstr(sheaf_series_message(found), message) == NULL)
        fail_msg("%s", sheaf_series_message(found));
    sheaf_series_destroy(found);
}

static void test_members_are_picked_by_them(void **state)
{
    sheaf_table *table = read("period,reporterISO,flowCode,cmdCode,cmdDesc,primaryValue\n"
                              "2022,KAZ,X,72,Iron and steel,5\n"
                              "2022,KAZ,X,010190,Other,6\n"
                              "2022,KAZ,X,010290,Other,7\n");

    (void)state;
    check_pick(table, "Iron and steel", "72", "");
    check_pick(table, "iron and steel", "72", "");
    check_pick(table, "Iron und steel", NULL, "did you mean 'Iron and steel'?");
    check_pick(table, "Wheat", NULL, "there is: 72 Iron and steel, 010190 Other, 010290 Other");
    check_pick(table, "Other", NULL,
               "more than one product is called 'Other'; pick one by its code, as in "
               "product: 010190");
    check_pick(table, "", NULL, "no product is given");
    sheaf_table_destroy(table);
}

static void test_areas_have_the_names_of_their_files(void **state)
{
    const sheaf_filter filter = { "partner", "S19" };
    sheaf_table *table = read("period,reporterISO,partnerISO,partnerDesc,flowCode,primaryValue\n"
                              "2022,KAZ,S19,\"Other Asia, nes\",X,5\n");
    sheaf_series *series = sheaf_table_select(table, &filter, 1);

    (void)state;
    assert_string_equal(sheaf_series_label(series), "Other Asia, nes");
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

static void check_series(const sheaf_table *table, const char *dimension, const char *member,
                         const char *name, const char *label)
{
    const sheaf_filter filters[] = { { "product", "72" }, { dimension, member } };
    sheaf_series *series = sheaf_table_select(table, filters, 2);

    assert_int_equal(sheaf_series_status(series), SHEAF_OK);
    assert_string_equal(sheaf_series_name(series), name);
    assert_string_equal(sheaf_series_label(series), label);
    sheaf_series_destroy(series);
}

static void test_series_are_labelled_by_them(void **state)
{
    sheaf_table *table = read(products);
    const sheaf_filter later = { "period", "2023" };
    sheaf_table *part = sheaf_table_filter(table, &later, 1);

    (void)state;
    check_series(table, "product", "72", "72", "Iron and steel");
    check_series(part, "product", "72", "72", "Iron and steel");
    /* Names of flows and countries are in the chart's language. */
    check_series(table, "flow", "exports", "exports", "exports");
    check_series(table, "reporter", "Kazakhstan", "KAZ", "KAZ");
    sheaf_table_destroy(part);
    sheaf_table_destroy(table);
}

/* Computed series keep the labels of their members; a single one is labelled as it was selected. */
static void test_lists_keep_the_labels(void **state)
{
    sheaf_table *table = read(products);
    const char *expressions[] = { "top(exports, by: product, n: 1)",
                                  "2 * top(exports, by: product, n: 2)" };

    (void)state;
    for (size_t i = 0; i < LENGTH(expressions); i++) {
        sheaf_series_list *list = sheaf_table_evaluate(table, expressions[i]);
        const sheaf_series *first = sheaf_series_list_at(list, 0);

        assert_string_equal(sheaf_series_list_error(list)->message, "");
        assert_string_equal(sheaf_series_label(first),
                            strcmp(sheaf_series_name(first), "72") == 0
                                ? "Iron and steel"
                                : "Mineral fuels, mineral oils and products of their distillation");
        sheaf_series_list_destroy(list);
    }
    sheaf_table_destroy(table);
}

struct text {
    char bytes[2048];
    size_t n;
};

static int put(void *context, const void *bytes, size_t n)
{
    struct text *text = context;

    assert_true(text->n + n < sizeof text->bytes);
    memcpy(text->bytes + text->n, bytes, n);
    text->n += n;
    return 0;
}

static void test_people_read_them_beside_the_codes(void **state)
{
    sheaf_table *table = read(products);
    struct text text = { .n = 0 };

    (void)state;
    assert_int_equal(sheaf_table_write_sink(table, SHEAF_TEXT, (sheaf_sink){ &text, put }, NULL),
                     SHEAF_OK);
    assert_non_null(strstr(text.bytes, "2023    72 Iron and steel "));
    assert_non_null(strstr(text.bytes, "27 Mineral fuels, mineral oils and product\u2026 "));
    assert_null(strstr(text.bytes, "Export "));
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members_have_the_names_of_their_files),
        cmocka_unit_test(test_members_are_picked_by_them),
        cmocka_unit_test(test_areas_have_the_names_of_their_files),
        cmocka_unit_test(test_series_are_labelled_by_them),
        cmocka_unit_test(test_lists_keep_the_labels),
        cmocka_unit_test(test_people_read_them_beside_the_codes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
