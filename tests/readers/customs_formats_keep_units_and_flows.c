/* customs_formats_keep_units_and_flows.c - WITS, BACI, the WTO's timeseries and Russia's customs are
 * read with their units and flows, and in spite of their quirks. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/tables.h"

#define WITS                                                                                       \
    "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,"             \
    "TradeFlowName,TradeFlowCode,TradeValue in 1000 USD\n"

static const struct reading readings[] = {
    { .name = "WITS, HS2 with HS4, the world with a space before it",
      .text = WITS "H5,KAZ,10,Kazakhstan,,\" World\",2022,Export,6,1500.25\n"
                   "H5,KAZ,1001,Kazakhstan,,\" World\",2022,Export,6,1200\n"
                   "H5,KAZ,Total,Kazakhstan,CHN,China,2022,Gross Imports,5,90\n",
      .rows = "wits: reporter product partner flow indicator unit\n"
              "2022 1500.25 e3 | KAZ, 10, WLD, exports, value, USD\n"
              "2022 1200 e3 | KAZ, 1001, WLD, exports, value, USD\n"
              "2022 90 e3 | KAZ, TOTAL, CHN, imports, value, USD\n" },
    { .name = "WITS, with quantities",
      .text = "ReporterName,PartnerName,Year,TradeFlowName,ProductCode,TradeValue in 1000 "
              "USD,NetWeight in KGM,Quantity,QtyUnit\n"
              "Kazakhstan,China,2022,Import,10,4.5,120,130,kg\n",
      .rows = "wits: reporter partner flow product unit indicator\n"
              "2022 4.5 e3 | KAZ, CHN, imports, 10, USD, value\n"
              "2022 120 | KAZ, CHN, imports, 10, kg, net weight\n"
              "2022 130 | KAZ, CHN, imports, 10, kg, quantity\n" },
    { .name = "WITS, a bad number",
      .text = WITS "H5,KAZ,10,Kazakhstan,CHN,China,2022,Export,6,x1\n",
      .message =
          "trade.csv:2:46: error: 'x1' is not a number here; a number has digits and perhaps "
          "a decimal point: 12.5" },
    { .name = "BACI, a quantity not known",
      .text = "t,i,j,k,v,q\n2022,398,156,100199,   1500.250,  7200.5\n"
              "2022,156,398,851713,12,           NA\n2022,842,398,10121,3,\n",
      .rows = "baci: flow reporter partner product indicator unit\n"
              "2022 1500.250 e3 | exports, KAZ, CHN, 100199, value, USD\n"
              "2022 7200.5 | exports, KAZ, CHN, 100199, quantity, t\n"
              "2022 12 e3 | exports, CHN, KAZ, 851713, value, USD\n"
              "2022 3 e3 | exports, USA, KAZ, 10121, value, USD\n" },
    { .name = "BACI, a column missing",
      .text = "t,i,j,k\n2022,398,156,100199\n",
      .options = { .format = "baci" },
      .message = "trade.csv:1:1: error: no 'v' column; found: t, i, j, k" },
    { .name = "the WTO's timeseries, ISO-8859-1, with flags",
      .text =
          "Indicator Category,Indicator Code,Indicator,Reporting Economy Code,Reporting Economy "
          "ISO3A Code,Reporting Economy,Partner Economy Code,Partner Economy ISO3A Code,Partner "
          "Economy,Product/Sector Code,Product/Sector,Period Code,Period,Frequency "
          "Code,Frequency,Unit Code,Unit,Year,Value Flag Code,Value Flag,Text Value,Value\n"
          "Merchandise,ITS_MTV_AX,Merchandise exports by product group \x96 annual,384,CIV,"
          "C\xF4te d'Ivoire,000,,World,TO,"
          "Total merchandise,A,Annual,A,Annual,USM,Million US dollar,2022,E,Estimate,,16415.5\n"
          "Merchandise,ITS_MTV_QM,Merchandise imports by product group \x96 quarterly,,,"
          "T\xFCrkiye,000,,World,TO,Total "
          "merchandise,Q1,First quarter,Q,Quarterly,USM,Million US dollar,2023,,,,7\n"
          "Tariffs,TP_A_0010,Simple average MFN applied tariff,,,T\xFCrkiye,000,,World,TO,Total "
          "merchandise,A,Annual,A,Annual,PC,%,2023,,,,5\n",
      .rows = "wto: indicator reporter partner product unit flow\n"
              "2022 16415.5 e6 E | ITS_MTV_AX, CIV, WLD, TO, USD, exports\n"
              "2023-Q1 7 e6 | ITS_MTV_QM, TUR, WLD, TO, USD, imports\n"
              "2023 5 | TP_A_0010, TUR, WLD, TO, %, \n" },
    { .name = "the WTO's, flows by the indicators' codes",
      .text = "Indicator Code,Reporting Economy Code,Year,Value\nITS_MTV_AX,156,2022,1\n"
              "ITS_MTV_MM,156,2022,2\nITS_CS_AM5,156,2022,3\nHS_M_0010,156,2022,4\n",
      .rows = "wto: indicator reporter flow\n2022 1 | ITS_MTV_AX, CHN, exports\n"
              "2022 2 | ITS_MTV_MM, CHN, imports\n2022 3 | ITS_CS_AM5, CHN, imports\n"
              "2022 4 | HS_M_0010, CHN, \n" },
    { .name = "the WTO's, no flow anywhere",
      .text = "Indicator,Reporting Economy,Year,Value\nApplied tariff,China,2022,1\n"
              "Bound tariff,China,2022,2\n",
      .rows = "wto: indicator reporter\n2022 1 | Applied tariff, CHN\n"
              "2022 2 | Bound tariff, CHN\n" },
    { .name = "the WTO's, a bad number",
      .text = "Reporting Economy,Indicator,Year,Value\nChina,x,2022,b1\n",
      .message =
          "trade.csv:2:14: error: 'b1' is not a number here; a number has digits and perhaps "
          "a decimal point: 12.5" },
    { .name = "Russia's customs, decimal commas",
      .text = "NAPR\tPERIOD\tSTRANA\tTNVED\tEDIZM\tSTOIM\tNETTO\tKOL\tREGION\n"
              "\u0418\u041c\t04/2021\tKZ\t1001990000\tkg\t1500,25\t7200,5\t7200\t46000\n"
              "\u042d\u041a\t05/2021\tCN\t2709009000\t\t12\t0\t0\t46000\n",
      .rows = "russia: reporter flow partner product unit indicator\n"
              "2021-04 1500.25 | RUS, imports, KAZ, 1001990000, USD, value\n"
              "2021-04 7200.5 | RUS, imports, KAZ, 1001990000, kg, net weight\n"
              "2021-04 7200 | RUS, imports, KAZ, 1001990000, kg, quantity\n"
              "2021-05 12 | RUS, exports, CHN, 2709009000, USD, value\n" },
    { .name = "Russia's customs, a month that is none",
      .text = "NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL\n"
              "\u0418\u041c,13/2021,KZ,10,kg,1,1,1\n",
      .message =
          "trade.csv:2:4: error: '13/2021' is not a period, or could be several; write it as "
          "2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
};

static void test_reads_downloads(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

/* A download of WITS has at most 100,000 rows. */
static void test_a_download_that_is_cut_short_earns_a_warning(void **state)
{
    enum { ROWS = 100000, LONGEST = 80 };
    char *text = malloc(ROWS * LONGEST);
    size_t n = (size_t)snprintf(text, LONGEST, "Year,ReporterISO3,PartnerISO3,ProductCode,");
    sheaf_table *table;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    (void)state;
    assert_non_null(text);
    n += (size_t)snprintf(text + n, LONGEST, "TradeValue in 1000 USD\n");
    for (int i = 0; i < ROWS; i++)
        n += (size_t)snprintf(text + n, LONGEST, "2022,KAZ,CHN,%06d,1\n", i);
    table = sheaf_table_read_bytes(NULL, "wits.csv", text, n);
    assert_int_equal(sheaf_table_row_count(table), ROWS);
    assert_true(sheaf_table_warning(table, 0, &warning));
    assert_string_equal(warning.message, "the file has the 100000 rows at which downloads of WITS "
                                         "CSV end; the rest may be missing");
    assert_string_equal(warning.file, "wits.csv");
    sheaf_table_destroy(table);
    table = sheaf_table_read_bytes(NULL, "wits.csv", text, n - strlen("2022,KAZ,CHN,099999,1\n"));
    assert_int_equal(sheaf_table_row_count(table), ROWS - 1);
    assert_int_equal(sheaf_table_warning_count(table), 0);
    sheaf_table_destroy(table);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_downloads),
        cmocka_unit_test(test_a_download_that_is_cut_short_earns_a_warning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
