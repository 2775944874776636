/* wide_tables_become_rows.c - tables with a column for each period or series become rows: the World
 * Bank's, Eurostat's, and any other. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "support/tables.h"

static const sheaf_filter of_kazakhstan[] = { { "reporter", "KAZ" }, { "flow", "exports" } };

static const sheaf_filter in_billions[] = { { "unit", "USD" }, { "unit_mult", "9" } };
static const char *const without_power[] = { "exports_bn", "trade_balance" };

static const struct reading readings[] = {
    { .name = "a column a year",
      .text = "country,2021,2022,2023\nKazakhstan,1.5,,..\nChina,4,5,6\n",
      .rows = "tidy: reporter\n2021 1.5 | KAZ\n2023 - O | KAZ\n2021 4 | CHN\n2022 5 | CHN\n"
              "2023 6 | CHN\n" },
    { .name = "of several columns of statuses each is of the column to its left",
      .text = "country,2021,Status,2022,Status\nKazakhstan,1.5,P,2,\nChina,4,,5,E\n",
      .rows = "tidy: reporter\n2021 1.5 P | KAZ\n2022 2 | KAZ\n2021 4 | CHN\n"
              "2022 5 E | CHN\n" },
    { .name = "statuses that stand elsewhere are not shared out",
      .text = "Status,exports,Status,imports,period\nP,1,E,2,2023\n",
      .message = "trade.csv:1:16: error: two columns are 'status'" },
    { .name = "a row of figures is no header, though some of them look like months",
      .text =
          "出口,进口,\n国家,,\nKazakhstan,389012,241111,4102345\nRussia,219001,147901,24011000\n",
      .message = "trade.csv:1:1: error: no 'period' column; found: 出口, 进口, " },
    { .name = "nor are years that nobody writes",
      .text = "a,b,\nc,,\nKazakhstan,389012,241111\nRussia,219001,147901\n",
      .message = "trade.csv:1:1: error: no 'value' column; found: a, b, " },
    { .name = "shares beside years are figures, though all of them are whole",
      .text = "item,2022,2023,Share 2023 (%)\na,100,110,55\nb,100,90,45\n",
      .rows =
          "tidy: item\n2022 100 | a\n2023 110 | a\n2022 100 | b\n2023 90 | b\n"
          "! the numbers of the column 'Share 2023 (%)' are skipped; if they are the values, say "
          "so with columns: {value: Share 2023 (%)} (1)\n" },
    { .name = "whole numbers right of the years are figures",
      .text = "item,hs,2022,2023,Difference\na,1,200,220,20\nb,2,200,180,-20\n",
      .rows =
          "tidy: item product\n2022 200 | a, 1\n2023 220 | a, 1\n2022 200 | b, 2\n2023 180 | b, 2\n"
          "! the numbers of the column 'Difference' are skipped; if they are the values, say "
          "so with columns: {value: Difference} (1)\n" },
    { .name = "years are the values beside a share, whose header has a unit",
      .text = "item,2022,2023,% of total\na,100,110,55.0\nb,100,90,45.0\n",
      .rows = "tidy: item\n2022 100 | a\n2023 110 | a\n2022 100 | b\n2023 90 | b\n"
              "! the numbers of the column '% of total' are skipped; if they are the values, say "
              "so with columns: {value: % of total} (1)\n" },
    { .name = "years above months in a file of Windows-1252, whose text grows while it is read",
      .text = ",2022,,2023,\npartner,Jan,Feb,Jan,Feb\nSaint-Barth\xe9lemy,1,2,3,4\n",
      .rows = "tidy: partner\n2022-01 1 | BLM\n2022-02 2 | BLM\n2023-01 3 | BLM\n"
              "2023-02 4 | BLM\n! this is not UTF-8 and is read as windows-1252, which it looks "
              "like; if that is wrong, say what it is in, as in encoding: windows-1251 (1)\n" },
    { .name = "M and X are two series, not metres and a dimension",
      .text = "year,M,X\n2022,10,9\n2023,11,12\n",
      .rows = "tidy: series\n2022 10 | M\n2022 9 | X\n2023 11 | M\n2023 12 | X\n" },
    { .name = "a quantity with a unit beside a value in thousands",
      .text = "year,item,unit,qty,value (USD 1000)\n2022,wheat,t,10,20\n2023,wheat,t,11,21\n",
      .rows = "tidy: indicator unit item\n2022 10 | quantity, t, wheat\n"
              "2022 20 e3 | value, USD, wheat\n2023 11 | quantity, t, wheat\n"
              "2023 21 e3 | value, USD, wheat\n" },
    { .name = "a growth as a fraction",
      .text = "item,2021,2022,Growth\na,67.1,97.2,0.449\nb,39.1,38.2,-0.023\n",
      .rows =
          "tidy: item\n2021 67.1 | a\n2022 97.2 | a\n2021 39.1 | b\n2022 38.2 | b\n"
          "! the column 'Growth' is skipped: its numbers are fractions of the earlier value (0.05 "
          "for 5 %), no per cent; Sheaf computes growth from the values (1)\n" },
    { .name = "a growth below one per cent is no fraction",
      .text = "item,2021,2022,Growth\na,1000,1005,0.5\nb,1000,993,-0.7\n",
      .rows =
          "tidy: item\n2021 1000 | a\n2022 1005 g0.5 | a\n2021 1000 | b\n2022 993 g-0.7 | b\n" },
    { .name = "a column a month, in any spelling",
      .text = "item;2023-01;Feb 2023;2023M03\nwheat;1;2;3\n",
      .options = { .constants = of_kazakhstan, .n_constants = 2 },
      .rows = "tidy: reporter flow item\n2023-01 1 | KAZ, exports, wheat\n"
              "2023-02 2 | KAZ, exports, wheat\n2023-03 3 | KAZ, exports, wheat\n" },
    { .name = "rows without a figure between others",
      .text = "country,item,2021,2022\nChina,a,1,\nKenya,a,,\nKenya,a,,2\nChina,a,,3\n",
      .rows = "tidy: reporter item\n2021 1 | CHN, a\n2022 2 | KEN, a\n2022 3 | CHN, a\n" },
    { .name = "a column a flow",
      .text = "year,exports,imports,sector\n2022,1.5,2.5,oil\n2023,3,4.25,oil\n",
      .rows = "tidy: flow sector\n2022 1.5 | exports, oil\n2022 2.5 | imports, oil\n"
              "2023 3 | exports, oil\n2023 4.25 | imports, oil\n" },
    { .name = "a column a series",
      .text = "year,wheat_output,rice_output\n2022,1.5,2.5\n2023,3,4.25\n",
      .rows = "tidy: series\n2022 1.5 | wheat_output\n2022 2.5 | rice_output\n"
              "2023 3 | wheat_output\n2023 4.25 | rice_output\n" },
    { .name = "a column without a power of ten beside one with it",
      .text = "year,exports_bn,trade_balance\n2022,1.5,2.5\n2023,3,4.25\n",
      .rows = "tidy: flow\n2022 1.5 e9 | exports\n2023 3 e9 | exports\n"
              "! 'trade_balance' is skipped: its power of ten is not given, unlike that of "
              "'exports_bn'; if both are the same, say so with set: {unit_mult: 9} (1)\n" },
    { .name = "its power of ten, given for the whole file",
      .text = "year,exports_bn,trade_balance,share_pct,cover_ratio\n2022,1.5,2.5,7,1.2\n",
      .options = { .constants = in_billions, .n_constants = 2 },
      .rows = "tidy: unit series flow\n2022 1.5 e9 | USD, exports_bn, exports\n"
              "2022 2.5 e9 | USD, trade_balance, balance\n2022 7 | %, share_pct, \n"
              "2022 1.2 | , cover_ratio, \n" },
    { .name = "a column without a power of ten, named",
      .text = "year,exports_bn,trade_balance\n2022,1.5,2.5\n",
      .options = { .values = without_power, .n_values = 2 },
      .message = "trade.csv:1:17: error: the power of ten of 'trade_balance' is not given, unlike "
                 "that of 'exports_bn'; if both are the same, say so with set: {unit_mult: 9}" },
    { .name = "columns that number or flag rows",
      .text = "year,exports,t,post2020\n2019,1.5,0,0\n2020,3,1,0\n2021,3,2,1\n",
      .rows =
          "tidy: flow\n2019 1.5 | exports\n2020 3 | exports\n2021 3 | exports\n"
          "! the column 't' only numbers rows, or flags them with 0 and 1; it is skipped (2)\n" },
    { .name = "the World Bank's",
      .text = "\xEF\xBB\xBF\"Data Source\",\"World Development Indicators\",\n\n"
              "\"Last Updated Date\",\"2017-09-18\",\n\n"
              "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\","
              "\"1961\",\n"
              "\"Aruba\",\"ABW\",\"Exports (% of GDP)\",\"NE.EXP.GNFS.ZS\",\"\",\"7.25\",\n"
              "\"Kazakhstan\",\"KAZ\",\"Exports (% of GDP)\",\"NE.EXP.GNFS.ZS\",\"4.5\",\"\",\n",
      .rows = "wdi: reporter indicator\n1961 7.25 | ABW, NE.EXP.GNFS.ZS\n"
              "1960 4.5 | KAZ, NE.EXP.GNFS.ZS\n" },
    { .name = "the World Bank's of today, with notes below",
      .text = "Country Name,Country Code,Series Name,Series Code,2022 [YR2022],2023 [YR2023]\n"
              "Kazakhstan,KAZ,Exports,TX.VAL,12.5,..\n,,,,,\n"
              "\"Data from database: World Development Indicators\",,,,,\n",
      .rows = "wdi: reporter indicator\n2022 12.5 | KAZ, TX.VAL\n2023 - O | KAZ, TX.VAL\n" },
    { .name = "Eurostat's, with flags",
      .text = "freq,unit,partner,geo\\TIME_PERIOD\t2021 \t2022 \t2023 \n"
              "A,USD,CN,EE\t4.5 p\t: \t7 \nA,USD,CN,KZ\t: c\t12 bd\t0 n\n",
      .rows = "eurostat-tsv: freq unit partner reporter\n"
              "2021 4.5 P | A, USD, CHN, EST\n2022 - O | A, USD, CHN, EST\n"
              "2023 7 | A, USD, CHN, EST\n2021 - O conf:C | A, USD, CHN, KAZ\n"
              "2022 12 D | A, USD, CHN, KAZ\n2023 0 N | A, USD, CHN, KAZ\n" },
    { .name = "Eurostat's, a part missing",
      .text = "freq,unit,geo\\TIME_PERIOD\t2021 \nA,EE\t4\n",
      .message = "trade.csv:2:1: error: 'A,EE' has not the 3 parts that the header has" },
    { .name = "a bad number",
      .text = "country,2021,2022\nKazakhstan,1.5,1b5\n",
      .message = "trade.csv:2:16: error: '1b5' is not a number here; a number has digits and "
                 "perhaps a decimal point: 12.5" },
    { .name = "a field too few",
      .text = "country,2021,2022\nKazakhstan,1.5\n",
      .message = "trade.csv:2:1: error: this row has 2 fields, the header 3" },
};

static void test_reads_wide_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

/* Counts and sums by Python: 264 countries, cells that are not empty. */
static void test_reads_the_world_bank(void **state)
{
    sheaf_table *table = read_shared("wdi/API_NE.EXP.GNFS.ZS_DS2_en_csv_v2.csv", NULL);
    size_t count;

    (void)state;
    if (table == NULL)
        skip();
    assert_string_equal(sheaf_table_format(table), "wdi");
    assert_int_equal(sheaf_table_member_count(table, "reporter"), 264);
    assert_int_equal(sheaf_table_row_count(table), 10618);
    assert_true(fabs(sum_of(table, "2015", &count, NULL) - 8837.153673197106) < 1e-8);
    assert_int_equal(count, 227);
    assert_true(sum_of(table, "2015", &count, "reporter", "KAZ", NULL) == 28.5167080072354);
    sheaf_table_destroy(table);
}

static void test_reads_series_side_by_side(void **state)
{
    const sheaf_read_options billions = { .constants = in_billions, .n_constants = 2 };
    sheaf_table *table = read_shared("wits-kaz-chn/annual-panel-2015-2024.csv", &billions);
    size_t count;

    (void)state;
    if (table == NULL)
        skip();
    assert_int_equal(sheaf_table_row_count(table), 90); /* without t and post2020 */
    sum_of(table, "2015", &count, "series", "chn_exp_share_pct", "unit", "%", NULL);
    assert_int_equal(count, 1);
    assert_true(sum_of(table, "2015", &count, "series", "exports_bn", NULL) >= 5.480137492);
    assert_int_equal(count, 1);
    sheaf_table_destroy(table);
    table = read_shared("wits-kaz-chn/sectoral-2015-2024.csv", NULL);
    assert_int_equal(sheaf_table_row_count(table), 208);
    sum_of(table, "2015", &count, "flow", "imports", "sector", "Energy", NULL);
    assert_int_equal(count, 1);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_wide_tables),
        cmocka_unit_test(test_reads_the_world_bank),
        cmocka_unit_test(test_reads_series_side_by_side),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
