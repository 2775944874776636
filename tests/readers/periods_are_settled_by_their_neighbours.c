/* periods_are_settled_by_their_neighbours.c - texts that may be several periods: what the others of
 * their column show, the question where they show nothing, and the setting that answers it. */
#include "support/check.h"

#include "support/tables.h"

static const struct reading readings[] = {
    { .name = "a day above 12 shows the order of all dates",
      .text = "date,value\n01/01/2023,1\n02/01/2023,2\n15/01/2023,3\n",
      .rows = "tidy:\n2023-01-01 1 |\n2023-01-02 2 |\n2023-01-15 3 |\n" },
    { .name = "the month comes first",
      .text = "date,value\n1/2/2023,1\n1/15/2023,2\n",
      .rows = "tidy:\n2023-01-02 1 |\n2023-01-15 2 |\n" },
    { .name = "dates of month ends",
      .text = "date,value\n31/01/2023,1\n28/02/2023,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n" },
    { .name = "dates with points begin with the day",
      .text = "date,value\n01.01.2023,1\n01.02.2023 00:00:00,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n" },
    { .name = "dates that begin with the year",
      .text = "date,value\n2023/01/31,1\n2023/02/28,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n" },
    { .name = "dates that show no order",
      .text = "date,value\n01/01/2023,1\n01/02/2023,2\n",
      .message = "trade.csv:3:1: error: '01/02/2023' does not say which is the day and which the "
                 "month; say it with dates: day-first or month-first" },
    { .name = "dates whose order is given: the first of months",
      .text = "date,value\n01/01/2023,1\n01/02/2023,2\n",
      .options = { .dates = "day-first" },
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n" },
    { .name = "dates whose order is given: days of January",
      .text = "date,value\n01/01/2023,1\n01/02/2023,2\n",
      .options = { .dates = "month-first" },
      .rows = "tidy:\n2023-01-01 1 |\n2023-01-02 2 |\n" },
    { .name = "two orders in one column",
      .text = "date,value\n31/01/2023,1\n01/31/2023,2\n",
      .message = "trade.csv:3:1: error: '01/31/2023' does not say which is the day and which the "
                 "month; write 2023-04-15" },
    { .name = "an order that there is not",
      .text = "date,value\n01/02/2023,2\n",
      .options = { .dates = "year-first" },
      .message = "error: 'year-first' is no order of dates; there are day-first (31/01/2023) and "
                 "month-first (01/31/2023)" },
    { .name = "dates as headers",
      .text = "partner,01/02/2023,01/03/2023\nCHN,1,2\n",
      .message = "trade.csv:1:9: error: '01/02/2023' does not say which is the day and which the "
                 "month; say it with dates: day-first or month-first" },
    { .name = "months with short years, which go on month by month",
      .text = "period,value\nDec-22,1\nJan-23,2\nFeb-23,3\n",
      .rows = "tidy:\n2022-12 1 |\n2023-01 2 |\n2023-02 3 |\n" },
    { .name = "months with short years in Russian, as Excel writes them",
      .text = "Период;Экспорт\nянв.23;1\nфев.23;2\n",
      .rows = "tidy: flow\n2023-01 1 | exports\n2023-02 2 | exports\n" },
    { .name = "months with short years as headers",
      .text = "partner,Jan-98,Feb-98\nCHN,1,2\n",
      .rows = "tidy: partner\n1998-01 1 | CHN\n1998-02 2 | CHN\n" },
    { .name = "days or years of one month",
      .text = "period,value\nJan-21,1\nJan-22,2\n",
      .message =
          "trade.csv:2:1: error: 'Jan-21' could end in a day or a year; if it is a month and "
          "its year, say so with frequency: M" },
    { .name = "days of January and February",
      .text = "period,value\nJan-30,1\nJan-31,2\nFeb-01,3\n",
      .message =
          "trade.csv:2:1: error: 'Jan-30' could end in a day or a year; if it is a month and "
          "its year, say so with frequency: M" },
    { .name = "years of one month, as told",
      .text = "period,value\nJan-21,1\nJan-22,2\n",
      .options = { .frequency = "M" },
      .rows = "tidy:\n2021-01 1 |\n2022-01 2 |\n" },
    { .name = "quarters and halves with short years, and an apostrophe",
      .text = "period,value,item\n1Q23,1,a\nQ2-23,2,a\nQ3/23,3,a\nQ4 23,4,a\n1H24,5,a\nJan'24,6,a\n"
              "1 кв. 24 г.,7,a\n",
      .rows = "tidy: item\n2023-Q1 1 | a\n2023-Q2 2 | a\n2023-Q3 3 | a\n2023-Q4 4 | a\n"
              "2024-S1 5 | a\n2024-01 6 | a\n2024-Q1 7 | a\n" },
    { .name = "a quarter with one digit behind it",
      .text = "period,value\nQ1-3,1\n",
      .message = "trade.csv:2:1: error: 'Q1-3' is not a period, or could be several; write it as "
                 "2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "names as programs write them",
      .text = "partner,2022_12,X2023.01,Feb_2023,X2023M03,2023_Q2,X2022..YR2022.\n"
              "CHN,1,2,3,4,5,6\n",
      .rows = "tidy: partner\n2022-12 1 | CHN\n2023-01 2 | CHN\n2023-02 3 | CHN\n2023-03 4 | CHN\n"
              "2023-Q2 5 | CHN\n2022 6 | CHN\n" },
    { .name = "months behind a slash",
      .text = "period,value\n2010/10,1\n2010/11,2\n2010/12,3\n",
      .rows = "tidy:\n2010-10 1 |\n2010-11 2 |\n2010-12 3 |\n" },
    { .name = "months or financial years behind a slash",
      .text = "period,value\n2010/11,1\n2011/12,2\n",
      .message =
          "trade.csv:2:1: error: '2010/11' could be a month or a financial year; if it is a "
          "month, say so with frequency: M, else the setting financial_year says what it is" },
    { .name = "financial years behind a slash, which one of them shows",
      .text = "period,value\n2011/12,1\n2012/13,2\n",
      .options = { .financial_year = "4" },
      .rows = "tidy:\n2011-04-01/P1Y 1 |\n2012-04-01/P1Y 2 |\n" },
    { .name = "months behind a slash, as told",
      .text = "period,value\n2010/11,1\n2011/12,2\n",
      .options = { .frequency = "M" },
      .rows = "tidy:\n2010-11 1 |\n2011-12 2 |\n" },
    { .name = "split years in a column, each of which may be a month",
      .text = "period,value\n2009-10,1\n2010-11,2\n2011-12,3\n",
      .message = "trade.csv:2:1: error: '2009-10' could be a financial year or two calendar years; "
                 "say which with financial_year: 4 or calendar (4: it begins in April)" },
    { .name = "months of one digit, of which one is no quarter",
      .text = "period,value\n1/2023,1\n5/2023,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-05 2 |\n" },
    { .name = "months or quarters of one digit",
      .text = "period,value\n2023-1,1\n2023-2,2\n",
      .message = "trade.csv:2:1: error: '2023-1' could be a month or a quarter; say which with "
                 "frequency: M or Q" },
    { .name = "quarters of one digit, as told",
      .text = "period,value\n2023-1,1\n2023-2,2\n",
      .options = { .frequency = "Q" },
      .rows = "tidy:\n2023-Q1 1 |\n2023-Q2 2 |\n" },
    { .name = "quarters in French, which the fourth shows",
      .text = "période,value\n2024-T1,1\n2024-T4,2\n",
      .rows = "tidy:\n2024-Q1 1 |\n2024-Q4 2 |\n" },
    { .name = "thirds of a year in SDMX",
      .text = "TIME_PERIOD,value\n2024-T1,1\n2024-T3,2\n",
      .rows = "tidy:\n2024-T1 1 |\n2024-T3 2 |\n" },
    { .name = "a series of France's office",
      .text = "\"Libellé\";\"Exportations de biens\";\"Codes\"\n\"idBank\";\"001565196\";\"\"\n"
              "\"Dernière mise à jour\";\"28/08/2025 08:45\";\"\"\n\"Période\";\"\";\"\"\n"
              "\"2025-T2\";\"135.25\";\"P\"\n\"2025-T1\";\"134.5\";\"A\"\n",
      .rows = "tidy: flow\n2025-Q2 135.25 P | exports\n2025-Q1 134.5 | exports\n" },
    { .name = "two series of France's office, each with its codes",
      .text = "\"Libellé\";\"Exportations de biens\";\"Codes\";\"Importations de biens\";"
              "\"Codes\"\n\"idBank\";\"010564301\";\"\";\"010564302\";\"\"\n"
              "\"Période\";\"\";\"\";\"\";\"\"\n"
              "\"2023-12\";\"50123\";\"A\";\"55321\";\"P\"\n"
              "\"2023-11\";\"49800\";\"E\";\"\";\"O\"\n",
      .rows = "tidy: flow\n2023-12 50123 | exports\n2023-12 55321 P | imports\n"
              "2023-11 49800 E | exports\n2023-11 - O | imports\n" },
    { .name = "and its table of a row for each series, where Période heads the periods",
      .text =
          "\"Libellé\";\"Période\";\"2023-10\";\"2023-11\"\n\"Exports\";\"\";\"49000\";\"498\"\n",
      .rows = "tidy: Libellé\n2023-10 49000 | Exports\n2023-11 498 | Exports\n" },
    { .name = "financial years with two digits",
      .text = "partner,FY22,FY23\nCHN,1,2\n",
      .options = { .financial_year = "to 3" },
      .rows = "tidy: partner\n2021-04-01/P1Y 1 | CHN\n2022-04-01/P1Y 2 | CHN\n" },
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
