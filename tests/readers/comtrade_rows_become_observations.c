/* comtrade_rows_become_observations.c - in UN Comtrade's CSV files, new and legacy, each value and
 * quantity of a row becomes an observation with its unit. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "support/tables.h"

static const sheaf_column without_quantities[] = { { "qty", "" }, { "netWgt", "" } };

static const struct reading readings[] = {
    { .name = "47 names, 48 fields, ISO-8859-1",
      .fixture = "comtrade.csv",
      .rows = "comtrade: reporter flow partner product unit indicator\n"
              "2022 84394000000 | KAZ, exports, WLD, TOTAL, USD, value\n"
              "2022 84394000000 | KAZ, exports, WLD, TOTAL, USD, FOB value\n"
              "2022 140250000.5 | KAZ, exports, CHN, 10, USD, value\n"
              "2022 140250000.5 | KAZ, exports, CHN, 10, USD, FOB value\n"
              "2022 512000000 E | KAZ, exports, CHN, 10, kg, quantity\n"
              "2022 512000000 | KAZ, exports, CHN, 10, kg, net weight\n"
              "2022 2500 | KAZ, imports, CIV, 18, USD, value\n"
              "2022 2500 | KAZ, imports, CIV, 18, USD, CIF value\n"
              "2022 1200 E | KAZ, imports, CIV, 18, kg, net weight\n"
              "2022 31 | KAZ, imports, S19, 85, USD, value\n"
              "2022 31 | KAZ, imports, S19, 85, USD, CIF value\n" },
    { .name = "columns passed over by the caller",
      .text = "refYear,refMonth,reporterISO,flowCode,partnerISO,cmdCode,qty,netWgt,primaryValue\n"
              "2023,4,KAZ,X,CHN,TOTAL,5,5,120\n",
      .options = { .columns = without_quantities, .n_columns = 2 },
      .rows = "comtrade: reporter flow partner product indicator unit\n"
              "2023-04 120 | KAZ, exports, CHN, TOTAL, value, USD\n" },
    { .name = "trimmed, with names only; annual rows have the month 52",
      .text = "refYear,refMonth,reporterDesc,flowDesc,partnerDesc,primaryValue\n"
              "2022,52,Kazakhstan,Export,China,12\n2022,3,Kazakhstan,Import,World,7\n",
      .rows = "comtrade: reporter flow partner indicator unit\n"
              "2022 12 | KAZ, exports, CHN, value, USD\n"
              "2022-03 7 | KAZ, imports, WLD, value, USD\n" },
    { .name = "a mode of transport that varies is a dimension",
      .text = "period,reporterISO,flowCode,partnerISO,motCode,customsCode,primaryValue\n"
              "202204,KAZ,X,CHN,1000,C00,12\n202204,KAZ,X,CHN,2100,C00,7\n",
      .rows = "comtrade: reporter flow partner mode of transport indicator unit\n"
              "2022-04 12 | KAZ, exports, CHN, 1000, value, USD\n"
              "2022-04 7 | KAZ, exports, CHN, 2100, value, USD\n" },
    { .name = "legacy, 35 names",
      .fixture = "comtrade-legacy.csv",
      .rows = "comtrade-legacy: flow reporter partner product unit indicator\n"
              "2016 36775325000 | exports, KAZ, WLD, TOTAL, USD, value\n"
              "2016 53400000 | exports, KAZ, CHN, 10, USD, value\n"
              "2016 301000000 | exports, KAZ, CHN, 10, kg, quantity\n"
              "2016 301000000 E | exports, KAZ, CHN, 10, kg, net weight\n"
              "2016-04 2500 | imports, KAZ, CIV, 18, USD, value\n"
              "2016-04 1200 E | imports, KAZ, CIV, 18, kg, quantity\n"
              "2016-04 1200 E | imports, KAZ, CIV, 18, kg, net weight\n" },
    { .name = "legacy, trimmed",
      .text = "Year,Trade Flow,Reporter,Partner,Commodity Code,Trade Value (US$)\n"
              "2016,Export,Kazakhstan,World,TOTAL,36775325000\n",
      .rows = "comtrade-legacy: flow reporter partner product indicator unit\n"
              "2016 36775325000 | exports, KAZ, WLD, TOTAL, value, USD\n" },
    { .name = "no period",
      .text = "reporterISO,flowCode,partnerISO,primaryValue\nKAZ,X,CHN,1\n",
      .message = "trade.csv:1:1: error: no 'period' column; found: reporterISO, flowCode, "
                 "partnerISO, primaryValue" },
    { .name = "a field too few",
      .text = "period,reporterISO,flowCode,partnerISO,primaryValue\n2022,KAZ,X,CHN,1\n"
              "2022,KAZ,X,7\n",
      .message = "trade.csv:3:1: error: this row has 4 fields, the header 5" },
    { .name = "a field too many",
      .text = "period,reporterISO,flowCode,primaryValue\n2022,KAZ,X,1,\n2022,KAZ,M,1,2\n",
      .message = "trade.csv:3:14: error: this row has 5 fields, the header 4" },
    { .name = "a bad number",
      .text = "period,reporterISO,flowCode,primaryValue\n2022,KAZ,X,12b4\n",
      .message = "trade.csv:2:12: error: '12b4' is not a number here; a number has digits and "
                 "perhaps a decimal point: 12.5" },
    { .name = "a bad period",
      .text = "period,reporterISO,flowCode,primaryValue\n202213,KAZ,X,1\n",
      .message = "trade.csv:2:1: error: '202213' is not a period, or could be several; write it "
                 "as 2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "a month that is none",
      .text = "refYear,refMonth,reporterISO,flowCode,primaryValue\n2022,13,KAZ,X,1\n",
      .message = "trade.csv:2:6: error: '13' of '2022' is not a period; a month is 1 to 12, a "
                 "quarter Q1 to Q4" },
};

static void test_reads_downloads(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

/* Sums by awk: 1352 rows; of China with KAZ, 16355236459 exported and 14819246516 imported. */
static void test_reads_a_real_download(void **state)
{
    sheaf_table *table = read_shared("comtrade/new-portal-2022.csv", NULL);
    size_t count;

    (void)state;
    if (table == NULL)
        skip();
    assert_string_equal(sheaf_table_format(table), "comtrade");
    assert_int_equal(sheaf_table_row_count(table), 1352 + 677 + 899);
    sum_of(table, "2022", &count, "indicator", "value", NULL);
    assert_int_equal(count, 1352);
    assert_true(sum_of(table, "2022", &count, "indicator", "value", "reporter", "CHN", "partner",
                       "KAZ", "flow", "exports", NULL) == 16355236459.0);
    assert_int_equal(count, 1);
    assert_true(sum_of(table, "2022", &count, "indicator", "value", "reporter", "CHN", "partner",
                       "KAZ", "flow", "imports", NULL) == 14819246516.0);
    assert_int_equal(count, 1);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_downloads),
        cmocka_unit_test(test_reads_a_real_download),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
