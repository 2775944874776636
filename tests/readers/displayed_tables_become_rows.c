/* displayed_tables_become_rows.c - tables as offices show them to people: Statistics Canada's
 * downloads as displayed, and the row a series of France's office. */
#include "support/check.h"

#include "support/tables.h"

#define ABOUT                                                                                      \
    "\"Frequency: Monthly\"\n\"Table: 12-10-0163-01 (formerly CANSIM 228-0080)\"\n"                \
    "\"Release date: 2024-05-02\"\n\"Geography: Canada\"\n\"\"\n\"\"\n\n"

static const struct reading canada[] = {
    { .name = "a title, merged cells, units, flags, footnotes",
      .text = "\"Merchandise trade, by commodity (x 1,000,000) 1 2\"\n" ABOUT
              "\"Geography\",\"Canada\",,,\n\"Trade\",\"Export\",,\"Import\",\n"
              "\"Products 3\",\"January 2024\",\"February 2024\",\"January 2024\",\"February "
              "2024\"\n,\"Dollars\",,,\n"
              "\"Energy 4\",\"15,230.0\",\"x\",\"14,900.2E\",\"1,000.0 p\"\n"
              "\"Ore 9\",\"..\",\"0s\",\"1,234\",\"F\"\n\n"
              "\"..\",\"not available\"\n\nFootnotes:\n1,\"a\"\n2,b,c\n3,\"c\"\n4,d\n\n"
              "\"How to cite: Statistics Canada. Table 12-10-0163-01\"\n",
      .rows = "statcan-table: reporter flow product unit\n"
              "2024-01 15230.0 e6 | CAN, exports, Energy, CAD\n"
              "2024-02 - e6 Q conf:C | CAN, exports, Energy, CAD\n"
              "2024-01 14900.2 e6 U | CAN, imports, Energy, CAD\n"
              "2024-02 1000.0 e6 P | CAN, imports, Energy, CAD\n"
              "2024-01 - e6 O | CAN, exports, Ore 9, CAD\n"
              "2024-02 0 e6 N | CAN, exports, Ore 9, CAD\n"
              "2024-01 1234 e6 | CAN, imports, Ore 9, CAD\n"
              "2024-02 - e6 Q | CAN, imports, Ore 9, CAD\n" },
    { .name = "two columns of members, units that change, powers beside members",
      .text =
          "\"Labour force\"\n\"Monthly\"\n\"Table: 14-10-0287-01\"\n\n"
          "\"\",,\"Canada\",\n\"Labour force characteristics\",\"Data type\",\"May "
          "2018\",\"June 2018\"\n\"\",\"\",\"Persons\",\n"
          "\"Employment 9\",\"Adjusted (x 1,000)\",\"18,596.2\",\"18,628.0\"\n"
          ",\"Trend (x 1,000)7\",\"..\",\"18,646.3\"\n\"\",\"\",\"Percentage\",\n"
          "\"Rate\",\"Adjusted\",\"5.8\",\"6.0\"\n\n..  : not available,\n\nFootnotes:\n7,a\n9,b\n",
      .rows = "statcan-table: reporter labour force characteristics data type unit\n"
              "2018-05 18596.2 e3 | CAN, Employment, Adjusted, Persons\n"
              "2018-06 18628.0 e3 | CAN, Employment, Adjusted, Persons\n"
              "2018-05 - e3 O | CAN, Employment, Trend, Persons\n"
              "2018-06 18646.3 e3 | CAN, Employment, Trend, Persons\n"
              "2018-05 5.8 | CAN, Rate, Adjusted, %\n"
              "2018-06 6.0 | CAN, Rate, Adjusted, %\n" },
    { .name = "French, with periods in rows",
      .text = "\"Commerce international (x 1 000 000) 1\"\n\"Fréquence : Mensuelle\"\n"
              "\"Tableau : 12-10-0011-01\"\n\"\"\n\n\"Géographie\",\"Canada\",\n"
              "\"Commerce\",\"Exportation\",\"Importation\"\n"
              "\"Période de référence\",\"Dollars\",\n\"janvier 2024\",\"62 345,4\",\"60 000,1\"\n"
              "\"février 2024\",\"61 200,1p\",\n\n\"Notes de bas de page :\"\n1,a\n",
      .rows = "statcan-table: reporter flow unit\n"
              "2024-01 62345.4 e6 | CAN, exports, CAD\n2024-01 60000.1 e6 | CAN, imports, CAD\n"
              "2024-02 61200.1 e6 P | CAN, exports, CAD\n" },
    { .name = "empty rows above the heads",
      .text = "\"T\"\n" ABOUT "\"\",\n\"\",\"\"\n\"Trade\",\"Export\"\n\"Products\",\"2023\"\n"
              "\"Ore\",\"5\"\n",
      .rows = "statcan-table: flow product\n2023 5 | exports, Ore\n" },
    { .name = "a cell that is no figure",
      .text = "\"T\"\n" ABOUT "\"Trade\",\"Export\"\n\"Products\",\"2023\"\n\"Ore\",\"much\"\n",
      .message = "trade.csv:11: error: a cell of the table is neither a number nor one of "
                 "Statistics Canada's symbols" },
    { .name = "a flag that the office does not have",
      .text = "\"T\"\n" ABOUT "\"Trade\",\"Export\"\n\"Products\",\"2023\"\n\"Ore\",\"5q\"\n",
      .message = "trade.csv:11: error: a flag behind a number is none of Statistics Canada's "
                 "symbols" },
    { .name = "no periods",
      .text = "\"T\"\n" ABOUT "\"Trade\",\"Export\"\n\"Ore\",\"5.5\"\n",
      .message = "trade.csv: error: the table has no row of periods and no column 'Reference "
                 "period'" },
};

#define FRANCE "\"Libellé\";\"idBank\";\"Dernière mise à jour\";\"Période\";"

static const struct reading france[] = {
    { .name = "codes in a row below each series",
      .text = FRANCE "\"2020-01\";\"2020-02\"\n\"Ventes\";\"0105\";\"07/06/2022 08:45\";\"\";"
                     "\"40123\";\"40500\"\n\"Codes\";\"\";\"\";\"\";\"A\";\"P\"\n"
                     "\"Achats\";\"0106\";\"07/06/2022 08:45\";\"\";\"3\";\"\"\n"
                     "\"Codes\";\"\";\"\";\"\";\"E\";\"\"\n",
      .rows = "tidy: Libellé idBank\n2020-01 40123 | Ventes, 0105\n2020-02 40500 P | Ventes, 0105\n"
              "2020-01 3 E | Achats, 0106\n" },
    { .name = "codes in columns, with and without a header",
      .text = FRANCE "\"2020-01\";\"Codes\";\"2020-02\";\"\"\n\"Ventes\";\"0105\";\"07/06/2022\";"
                     "\"\";\"40123\";\"E\";\"40500\";\"P\"\n",
      .rows = "tidy: Libellé idBank\n2020-01 40123 E | Ventes, 0105\n"
              "2020-02 40500 P | Ventes, 0105\n" },
    { .name = "an empty column before the periods",
      .text = "Libellé;idBank;Dernière mise à jour;Période;;2020-01;2020-02\n"
              "Ventes;0105;07/06/2022 08:45;;;1;2\n",
      .rows = "tidy: Libellé idBank\n2020-01 1 | Ventes, 0105\n2020-02 2 | Ventes, 0105\n" },
    { .name = "one series as it was published twice",
      .text = "\"Libellé\";\"Indice CVS\";\"Codes\";\"Indice CVS\";\"Codes\"\n"
              "\"idBank\";\"0107\";\"\";\"0107\";\"\"\n"
              "\"Mises à jour\";\"03/05/2024 08:45\";\"\";\"05/04/2024 08:45\";\"\"\n"
              "\"Période\";\"\";\"\";\"\";\"\"\n\"2024-03\";\"123.03\";\"A\";\"\";\"\"\n"
              "\"2024-02\";\"118.07\";\"A\";\"118.13\";\"P\"\n",
      .rows = "tidy: series\n2024-03 123.03 | Indice CVS 0107 03/05/2024 08:45\n"
              "2024-02 118.07 | Indice CVS 0107 03/05/2024 08:45\n"
              "2024-02 118.13 P | Indice CVS 0107 05/04/2024 08:45\n" },
};

static void test_canada(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(canada); i++)
        check_reading(&canada[i]);
}

static void test_france(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(france); i++)
        check_reading(&france[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_canada),
        cmocka_unit_test(test_france),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
