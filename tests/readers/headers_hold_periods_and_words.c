/* headers_hold_periods_and_words.c - a header that names a period, a flow, a measure and a unit at
 * once, or in several lines. */
#include "support/check.h"

#include "support/tables.h"

static const struct reading readings[] = {
    { .name = "a period and a unit in Russian",
      .text = "Partner,\"2022, млн долл. США\",\"2023 г., млн долл. США\"\nCHN,10,12\n",
      .rows = "tidy: unit partner\n2022 10 e6 | USD, CHN\n2023 12 e6 | USD, CHN\n" },
    { .name = "a flow, a period and a unit",
      .text = "Partner,Exports 2022 (USD bn),Imports 2022 (USD bn)\nCHN,10,12\n",
      .rows = "tidy: flow unit partner\n2022 10 e9 | exports, USD, CHN\n"
              "2022 12 e9 | imports, USD, CHN\n" },
    { .name = "months",
      .text = "Partner,Jan-Apr 2022 (US$ Million),Jan-Apr 2023 (US$ Million)\nCHN,10,12\n",
      .rows = "tidy: unit partner\n2022-T1 10 e6 | USD, CHN\n2023-T1 12 e6 | USD, CHN\n" },
    { .name = "a measure and a unit in brackets",
      .text = "Partner,\"2023 (value, USD thousand)\",\"2023 (net weight, t)\"\nCHN,10,12\n",
      .rows = "tidy: indicator unit partner\n2023 10 e3 | value, USD, CHN\n"
              "2023 12 | net weight, t, CHN\n" },
    { .name = "Chinese, with wide brackets",
      .text = "国家,2022年 (亿美元),2023年1-4月出口额（亿美元）\nCHN,10,12\n",
      .rows = "tidy: flow unit reporter\n2022 10 e8 | , USD, CHN\n2023-T1 12 e8 | exports, USD, "
              "CHN\n" },
    { .name = "Kazakh",
      .text = "partner,\"Экспорт, 2022 ж., млн АҚШ доллары\",\"Импорт, 2022 ж., млн АҚШ доллары\"\n"
              "CHN,10,12\n",
      .rows = "tidy: flow unit partner\n2022 10 e6 | exports, USD, CHN\n"
              "2022 12 e6 | imports, USD, CHN\n" },
    { .name = "years glued to words",
      .text = "Partner,exports2022,imports_2022\nCHN,10,12\n",
      .rows = "tidy: flow partner\n2022 10 | exports, CHN\n2022 12 | imports, CHN\n" },
    { .name = "words that name a series, beside several periods",
      .text = "Partner,Food 2022,Food 2023\nCHN,10,12\n",
      .rows = "tidy: series partner\n2022 10 | Food, CHN\n2023 12 | Food, CHN\n" },
    { .name = "words that are not understood",
      .text = "Partner,Food 2022\nCHN,10\n",
      .message = "trade.csv:1:9: error: 2022 stands beside 'Food', which is not understood; if "
                 "these are values, say so with columns: {value: Food 2022}" },
    { .name = "words that are not understood, in a column that the caller names",
      .text = "Partner,Food 2022\nCHN,10\n",
      .options = { .columns = (const sheaf_column[]){ { "Food 2022", "value" } }, .n_columns = 1 },
      .rows = "tidy: series partner\n2022 10 | Food, CHN\n" },
    { .name = "a year that may be that of the prices",
      .text = "Partner,Exports (2015 US$),Imports (2015 US$)\nCHN,10,12\n",
      .message = "trade.csv:1:28: error: 2015 in 'Imports (2015 US$)' may be the period, or the "
                 "year of the prices; if it is the period, say so with set: {period: 2015}" },
    { .name = "years before units, which differ",
      .text = "Partner,2022 USD bn,2023 USD bn\nCHN,10,12\n",
      .rows = "tidy: unit partner\n2022 10 e9 | USD, CHN\n2023 12 e9 | USD, CHN\n" },
    { .name = "a year without the power of ten of its neighbour",
      .text = "Partner,2022 (USD bn),2023\nCHN,10,12\n",
      .rows = "tidy: unit partner\n2022 10 e9 | USD, CHN\n"
              "! '2023' is skipped: its power of ten is not given, unlike that of '2022 (USD bn)'; "
              "if both are the same, say so with set: {unit_mult: 9} (1)\n" },
    { .name = "a ratio beside billions is a plain number",
      .text = "Year,exports_bn,balance_ratio\n2022,10,0.05\n",
      .rows = "tidy: series flow unit\n2022 10 e9 | exports_bn, exports, \n2022 0.05 | "
              "balance_ratio, , 1\n" },
    { .name = "flows above years",
      .text = "Trade by partner\n,Exports,,Imports,\nPartner,2022,2023,2022,2023\nCHN,1,2,3,4\n",
      .rows = "tidy: flow partner\n2022 1 | exports, CHN\n2023 2 | exports, CHN\n"
              "2022 3 | imports, CHN\n2023 4 | imports, CHN\n" },
    { .name = "years above flows, the first column's head in the upper line",
      .text = "Страна;2022 г.;;2023 г.;\n;Экспорт;Импорт;Экспорт;Импорт\nCHN;1;2;3;4\n",
      .rows = "tidy: flow reporter\n2022 1 | exports, CHN\n2022 2 | imports, CHN\n"
              "2023 3 | exports, CHN\n2023 4 | imports, CHN\n" },
    { .name = "years above measures",
      .text = ",2022,,2023,\nPartner,Value (USD million),Net weight (t),Value (USD million),Net "
              "weight (t)\nCHN,1,2,3,4\n",
      .rows = "tidy: indicator unit partner\n2022 1 e6 | value, USD, CHN\n"
              "2022 2 | net weight, t, CHN\n2023 3 e6 | value, USD, CHN\n"
              "2023 4 | net weight, t, CHN\n" },
    { .name = "flows above years above measures",
      .text = ",Exports,,,,Imports,\n,2022,,2023,,2022,\nPartner,Value (USD million),Quantity "
              "(t),Value (USD million),Quantity (t),Value (USD million),Quantity (t)\n"
              "CHN,1,2,3,4,5,6\n",
      .rows = "tidy: flow indicator unit partner\n2022 1 e6 | exports, value, USD, CHN\n"
              "2022 2 | exports, quantity, t, CHN\n2023 3 e6 | exports, value, USD, CHN\n"
              "2023 4 | exports, quantity, t, CHN\n2022 5 e6 | imports, value, USD, CHN\n"
              "2022 6 | imports, quantity, t, CHN\n" },
    { .name = "flows above years above months",
      .text = ",出口,,,进口,\n,2023年,,,2023年,\n国家,1月,2月,3月,1月,2月\nCHN,1,2,3,4,5\n",
      .rows = "tidy: flow reporter\n2023-01 1 | exports, CHN\n2023-02 2 | exports, CHN\n"
              "2023-03 3 | exports, CHN\n2023-01 4 | imports, CHN\n2023-02 5 | imports, CHN\n" },
    { .name = "units below flows",
      .text = "Period,Exports,Imports\n,USD million,USD million\n2022,1,2\n",
      .rows = "tidy: flow unit\n2022 1 e6 | exports, USD\n2022 2 e6 | imports, USD\n" },
    { .name = "a title is no line of headers",
      .text = "Exports,\nPartner,2022,2023\nCHN,1,2\n",
      .rows = "tidy: partner\n2022 1 | CHN\n2023 2 | CHN\n" },
    { .name = "a column of units, which are those of the quantities",
      .text = "Commodity,Unit,2022 Quantity,2022 Value,2023 Quantity,2023 Value\nCoal,t,1,2,3,4\n",
      .rows = "tidy: indicator unit product\n2022 1 | quantity, t, Coal\n2022 2 | value, , Coal\n"
              "2023 3 | quantity, t, Coal\n2023 4 | value, , Coal\n" },
    { .name = "growth and shares beside them",
      .text = "Partner,Exports 2022 (USD bn),Exports 2023 (USD bn),Share 2023 (%)\nCHN,10,12,11\n",
      .rows =
          "tidy: flow unit partner\n2022 10 e9 | exports, USD, CHN\n"
          "2023 12 e9 | exports, USD, CHN\n"
          "! the numbers of the column 'Share 2023 (%)' are skipped; if they are the values, say "
          "so with columns: {value: Share 2023 (%)} (1)\n" },
};

static void test_layouts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_layouts) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
