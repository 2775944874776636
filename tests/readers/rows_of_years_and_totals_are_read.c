/* rows_of_years_and_totals_are_read.c - a year above the rows of its months, and totals among them, which
 * are never added to their parts. */
#include "support/check.h"

#include "support/tables.h"

#define TOTAL_SKIPPED                                                                              \
    "does not say of which period it is and is skipped; if it is of a year, write the year "       \
    "beside "                                                                                      \
    "the word (1)\n"

static const struct reading readings[] = {
    { .name = "a year above its months, in Russian",
      .text = "Период,Экспорт\n2023 г.,\nЯнварь,10\nФевраль,11\n2024 г.,\nЯнварь,12\nФевраль,\n",
      .rows = "tidy: flow\n2023-01 10 | exports\n2023-02 11 | exports\n2024-01 12 | exports\n"
              "2024-02 - O | exports\n" },
    { .name = "a year with figures of its own above its months",
      .text = "Period,value\n2023,100\nJanuary,10\nFebruary,11\n",
      .rows = "tidy:\n2023 100 |\n2023-01 10 |\n2023-02 11 |\n" },
    { .name = "Chinese months",
      .text = "时间,value\n2023年,\n1月,10\n2月,11\n",
      .rows = "tidy:\n2023-01 10 |\n2023-02 11 |\n" },
    { .name = "Kazakh months, without a header",
      .text = ",exports,imports\n2023 ж.,,\nқаңтар,10,11\n",
      .rows = "tidy: flow\n2023-01 10 | exports\n2023-01 11 | imports\n" },
    { .name = "quarters by Roman numbers, and a total with its year",
      .text = "Период,value\n2023,\nI,3\nII квартал,4\nИтого за 2023 год,7\n",
      .rows = "tidy:\n2023-Q1 3 |\n2023-Q2 4 |\n2023 7 |\n" },
    { .name = "a total without its year",
      .text = "Period,value\n2023/01,10\n2023/02,12\nTotal,22\n",
      .rows = "tidy:\n2023-01 10 |\n2023-02 12 |\n! the row 'Total' " TOTAL_SKIPPED },
    { .name = "totals with their years",
      .text = "Period,value\n2023-01,10\nTOTAL 2023,22\n2024-01,11\n2024 Total,23\n",
      .rows = "tidy:\n2023-01 10 |\n2023 22 |\n2024-01 11 |\n2024 23 |\n" },
    { .name = "numbers below a year, which may be anything",
      .text = "Period,value\n2023,\n1,10\n2,11\n",
      .message =
          "trade.csv:3:1: error: '1' is not a period, or could be several; write it as 2023, "
          "2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "a month without a year",
      .text = "Period,value\nJanuary,10\n",
      .message =
          "trade.csv:2:1: error: 'January' is not a period, or could be several; write it as "
          "2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "years of merged cells",
      .text = "Year,Month,value\n2023,Jan,10\n,Feb,11\n2024,Jan,12\n",
      .rows = "tidy:\n2023-01 10 |\n2023-02 11 |\n2024-01 12 |\n"
              "! a row without a year takes that of the rows above, 2023 (1)\n" },
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
