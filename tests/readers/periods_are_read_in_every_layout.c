/* periods_are_read_in_every_layout.c - flags at periods, months under years, weeks, month ends,
 * financial years, notes, and what programs write around a table. */
#include "support/check.h"

#include "base/buffer.h"
#include "support/tables.h"

static const struct reading readings[] = {
    { .name = "flags glued to years",
      .text = "partner,2021,2022 (p),2023p,2024e,2025r\nCHN,4,5,6,7,8\n",
      .rows = "tidy: partner\n2021 4 | CHN\n2022 5 P | CHN\n2023 6 P | CHN\n"
              "2024 7 E | CHN\n2025 8 | CHN\n" },
    { .name = "footnotes glued to years",
      .text = "partner,20211),2022²,2023*,2024 (1)\nCHN,4,5,6,7\n",
      .rows = "tidy: partner\n2021 4 | CHN\n2022 5 | CHN\n2023 6 | CHN\n2024 7 | CHN\n"
              "! '20211)' is read as 2021; what its footnote says is not kept (4)\n" },
    { .name = "a flag that is unknown",
      .text = "partner,2022x,Q1 2023 [e]\nCHN,4,5\n",
      .rows = "tidy: partner\n2022 4 | CHN\n2023-Q1 5 E | CHN\n"
              "! '2022x' is read as 2022; the flag 'x' is unknown and is ignored (1)\n" },
    { .name = "flags in a column of periods",
      .text = "period,value,item\n2021,4,a\n2022p,5,a\n2023 (est.),6,a\n",
      .rows = "tidy: item\n2021 4 | a\n2022 5 P | a\n2023 6 E | a\n" },
    { .name = "a status beside a flag in the header",
      .text = "partner,2021,2022p\nCHN,4,5 e\n",
      .rows = "tidy: partner\n2021 4 | CHN\n2022 5 E | CHN\n" },
    { .name = "months as columns under a year",
      .text = "Year,Jan,Feb,Mar\n2022,100,110,120\n2023,120,130,140\n",
      .rows = "tidy:\n2022-01 100 |\n2022-02 110 |\n2022-03 120 |\n2023-01 120 |\n"
              "2023-02 130 |\n2023-03 140 |\n" },
    { .name = "quarters and a total under a year, with a dimension",
      .text = "Partner,Year,Q1,Q2,Q3,Q4,Total\nCHN,2021,1,2,3,,\nRUS,2021,1,2,3,4,10\n",
      .rows = "tidy: partner\n2021-Q1 1 | CHN\n2021-Q2 2 | CHN\n2021-Q3 3 | CHN\n"
              "2021-Q1 1 | RUS\n2021-Q2 2 | RUS\n2021-Q3 3 | RUS\n2021-Q4 4 | RUS\n"
              "2021 10 | RUS\n" },
    { .name = "Roman quarters under a year",
      .text = "Год,I,II,III,IV,Итого\n2021,1,2,3,4,10\n",
      .rows = "tidy:\n2021-Q1 1 |\n2021-Q2 2 |\n2021-Q3 3 |\n2021-Q4 4 |\n2021 10 |\n" },
    { .name = "all twelve numbers under a year",
      .text = "year,1,2,3,4,5,6,7,8,9,10,11,12\n2021,5,,,,,,,,,,,7\n",
      .rows = "tidy:\n2021-01 5 |\n2021-12 7 |\n" },
    { .name = "four numbers, which may be months or quarters",
      .text = "year,1,2,3,4\n2021,5,6,7,8\n",
      .rows = "tidy: series\n2021 5 | 1\n2021 6 | 2\n2021 7 | 3\n2021 8 | 4\n" },
    { .name = "months in German",
      .text = "Jahr;Januar;Februar;Insgesamt\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Chinese",
      .text = "年份;1月;2月;全年\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Kazakh",
      .text = "Жыл;Қаңтар;Ақпан;Барлығы\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in French",
      .text = "Année;janvier;févr.;Total\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Spanish",
      .text = "Año;Ene;Feb;Total\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Italian",
      .text = "Anno;Gen;Feb;Totale\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Polish",
      .text = "Rok;Styczeń;Luty;Razem\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Turkish",
      .text = "Yıl;Ocak;Şubat;Toplam\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months in Arabic",
      .text = "السنة;يناير;فبراير;المجموع\n2021;1;2;3\n",
      .rows = "tidy:\n2021-01 1 |\n2021-02 2 |\n2021 3 |\n" },
    { .name = "months of a financial year",
      .text = "Year,Apr,May,Mar\n2021-22,1,2,3\n",
      .options = { .financial_year = "4" },
      .rows = "tidy:\n2021-04 1 |\n2021-05 2 |\n2022-03 3 |\n" },
    { .name = "years as columns beside months",
      .text = "Month,2021,2022\nJan,1,2\nFeb,3,4\nTotal,4,6\n",
      .rows = "tidy:\n2021-01 1 |\n2022-01 2 |\n2021-02 3 |\n2022-02 4 |\n2021 4 |\n"
              "2022 6 |\n" },
    { .name = "years above months",
      .text = "Trade by month\n,2022,,2023,\nPartner,Jan,Feb,Jan,Feb\nCHN,1,2,3,4\n",
      .rows = "tidy: partner\n2022-01 1 | CHN\n2022-02 2 | CHN\n2023-01 3 | CHN\n"
              "2023-02 4 | CHN\n" },
    { .name = "flags of years above months",
      .text = "partner,2022,,2023 (p),\n,Jan,Feb,Jan,Feb\nCHN,1,2,3,4\n",
      .rows = "tidy: partner\n2022-01 1 | CHN\n2022-02 2 | CHN\n2023-01 3 P | CHN\n"
              "2023-02 4 P | CHN\n" },
    { .name = "flags of years beside months",
      .text = "year,month,value\n2022,12,1\n2023p,1,2\n2023 p,2,3\n",
      .rows = "tidy:\n2022-12 1 |\n2023-01 2 P |\n2023-02 3 P |\n" },
    { .name = "dates in a column of months",
      .text = "Month,value\n2023-01-31,1\n2023-02-15,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n" },
    { .name = "dates in a column of weeks",
      .text = "Week,value\n2023-01-02,1\n2023-01-13,2\n",
      .rows = "tidy:\n2023-W01 1 |\n2023-W02 2 |\n" },
    { .name = "years above quarters and totals",
      .text = "Partner,2022,,,2023,,\n,Q1,Q2,Total,Q1,Q2,Total\nCHN,1,2,3,4,5,6\n",
      .rows = "tidy: partner\n2022-Q1 1 | CHN\n2022-Q2 2 | CHN\n2022 3 | CHN\n"
              "2023-Q1 4 | CHN\n2023-Q2 5 | CHN\n2023 6 | CHN\n" },
    { .name = "years above figures that could be months",
      .text = "partner,2021,2022,2023\nCHN,4,5,6\n",
      .rows = "tidy: partner\n2021 4 | CHN\n2022 5 | CHN\n2023 6 | CHN\n" },
    { .name = "whole periods in a column Month",
      .text = "Month,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column Месяц",
      .text = "Месяц,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column 月份",
      .text = "月份,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column Monat",
      .text = "Monat,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column Mois",
      .text = "Mois,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column Mes",
      .text = "Mes,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column Ay",
      .text = "Ay,value\n202301,100\n202302,120\n",
      .rows = "tidy:\n2023-01 100 |\n2023-02 120 |\n" },
    { .name = "whole periods in a column Quarter",
      .text = "Quarter,value\n2023Q1,1\n2023Q2,2\n",
      .rows = "tidy:\n2023-Q1 1 |\n2023-Q2 2 |\n" },
    { .name = "whole periods in a column Month, beside a year",
      .text = "Year,Month,value\n2023,2023-01,1\n2023,2023-02,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n" },
    { .name = "a month and a quarter beside a year",
      .text = "Year,Quarter,Month,value\n2023,Q1,1,1\n2023,Q2,4,2\n",
      .rows = "tidy:\n2023-01 1 |\n2023-04 2 |\n" },
    { .name = "weeks by the header",
      .text = "week,value\n202301,1\n202352,2\n",
      .rows = "tidy:\n2023-W01 1 |\n2023-W52 2 |\n" },
    { .name = "weeks by the frequency of the row",
      .text = "freq,TIME_PERIOD,value\nW,202301,1\nW,202313,2\nM,202301,3\n",
      .rows = "tidy: freq\n2023-W01 1 | W\n2023-W13 2 | W\n2023-01 3 | M\n" },
    { .name = "weeks by the option",
      .text = "period,value\n202313,1\n",
      .options = { .frequency = "W" },
      .rows = "tidy:\n2023-W13 1 |\n" },
    { .name = "a number of a week beside a year",
      .text = "year,week,value\n2023,1,1\n2023,52,2\n",
      .rows = "tidy:\n2023-W01 1 |\n2023-W52 2 |\n" },
    { .name = "weeks as SDMX writes them",
      .text = "Неделя;value\n2023-W01;1\n",
      .rows = "tidy:\n2023-W01 1 |\n" },
    { .name = "a week that its year has not",
      .text = "week,value\n202301,1\n202353,2\n",
      .message = "trade.csv:3:1: error: '202353' is not a period, or could be several; write it as "
                 "2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "month ends",
      .text = "date,value\n2023-01-31,1\n2023-02-28,2\n2023-03-31,3\n",
      .rows = "tidy:\n2023-01 1 |\n2023-02 2 |\n2023-03 3 |\n" },
    { .name = "month ends that the option makes quarters",
      .text = "date,value\n2023-03-31,1\n2023-06-30,2\n",
      .options = { .frequency = "Q" },
      .rows = "tidy:\n2023-Q1 1 |\n2023-Q2 2 |\n" },
    { .name = "month ends that may be quarters",
      .text = "date,value\n2023-03-31,1\n2023-06-30,2\n",
      .message = "trade.csv:2:1: error: '2023-03-31' may stand for a day, a month or a year; say "
                 "which with frequency: D, M, Q or A" },
    { .name = "days of which one is a month end",
      .text = "date,value\n2023-01-30,1\n2023-01-31,2\n",
      .rows = "tidy:\n2023-01-30 1 |\n2023-01-31 2 |\n" },
    { .name = "financial years as headers",
      .text = "HSCode,2021-2022,2022-2023\n27,1,2\n",
      .message = "trade.csv:1:8: error: '2021-2022' could be a financial year or two calendar "
                 "years; say which with financial_year: 4 or calendar (4: it begins in April)" },
    { .name = "financial years that could all be months",
      .text = "HSCode,2009-10,2010-11,2011-12\n27,1,2,3\n",
      .message = "trade.csv:1:8: error: '2009-10' could be a financial year or two calendar years; "
                 "say which with financial_year: 4 or calendar (4: it begins in April)" },
    { .name = "financial years in a column",
      .text = "year,value\n2021-2022,1\n",
      .message = "trade.csv:2:1: error: '2021-2022' could be a financial year or two calendar "
                 "years; say which with financial_year: 4 or calendar (4: it begins in April)" },
    { .name = "a financial year by the name of one year",
      .text = "year,value\nFY2022,1\n",
      .message =
          "trade.csv:2:1: error: 'FY2022' does not say when the financial year begins; say it with "
          "financial_year: 'from 4' or 'to 3' (from April or to March of the year named)" },
    { .name = "financial years from April",
      .text = "HSCode,2021-22,2022-2023,2023/24p\n27,1,2,3\n",
      .options = { .financial_year = "April" },
      .rows = "tidy: product\n2021-04-01/P1Y 1 | 27\n2022-04-01/P1Y 2 | 27\n"
              "2023-04-01/P1Y 3 P | 27\n" },
    { .name = "two calendar years",
      .text = "year,value\n2021-2022,1\n",
      .options = { .financial_year = "calendar" },
      .rows = "tidy:\n2021-01-01/P2Y 1 |\n" },
    { .name = "financial years that end in March",
      .text = "year,value\nFY2022,1\n",
      .options = { .financial_year = "to 3" },
      .rows = "tidy:\n2021-04-01/P1Y 1 |\n" },
    { .name = "an option that is no month",
      .text = "year,value\n2022,1\n",
      .options = { .financial_year = "spring" },
      .message =
          "error: 'spring' is no financial year; there are 4 (2021-22 begins in April), 'from 4' "
          "(FY2022 begins in April 2022), 'to 3' (FY2022 ends in March 2022) and calendar" },
    { .name = "Excel's line for the separator",
      .text = "sep=;\nperiod;value\n2021;5\n",
      .rows = "tidy:\n2021 5 |\n" },
    { .name = "notes below a table",
      .text = "period,value\n2021,5\n2022,6\n\nSource: X\n1) Without gas, oil\n\"Y\",\n",
      .rows = "tidy:\n2021 5 |\n2022 6 |\n"
              "! the text below the table is skipped: 'Source: X' (1)\n" },
    { .name = "a note that fills the row",
      .text = "period,value\n2021,5\nSource: office, second edition\n",
      .rows = "tidy:\n2021 5 |\n"
              "! the text below the table is skipped: 'Source: office' (1)\n" },
    { .name = "a text between rows",
      .text = "partner,2021,2022\nExports\nCHN,5,6\n",
      .message = "trade.csv:3:1: error: figures follow below the text in line 2; if it says what "
                 "they are, give it a column" },
    { .name = "a misspelt period at the end",
      .text = "period,value\n2021,5\n20x2,\n",
      .message = "trade.csv:3:1: error: '20x2' is not a period, or could be several; write it as "
                 "2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "lines that describe the columns, as ONS writes them",
      .text = "\"Title\",\"Exports, goods\",\"Oil price\",\"Oil price\"\n"
              "\"CDID\",\"BOKG\",\"AAAA\",\"BBBB\"\n"
              "\"PreUnit\",\"£\",\"\",\"\"\n\"Unit\",\"m\",\"\",\"\"\n"
              "\"Release Date\",\"09-02-2024\",\"09-02-2024\",\"09-02-2024\"\n"
              "\"1997\",\"400\",\"\",\"2\"\n\"1997 Q1\",\"100\",\"1.5\",\"\"\n"
              "\"1997 JAN\",\"\",\"1.25\",\"\"\n",
      .rows = "tidy: series flow unit\n1997 400 e6 | Exports, goods (£m), exports, GBP\n"
              "1997 2 | Oil price BBBB, , \n1997-Q1 100 e6 | Exports, goods (£m), exports, GBP\n"
              "1997-Q1 1.5 | Oil price AAAA, , \n1997-01 1.25 | Oil price AAAA, , \n" },
    { .name = "titles without a label, and dates of months",
      .text = ",Exports of coal,Exports of ore\nUnit,$ million,$ million\nSeries ID,A1,A2\n"
              "Jan-1997,5,6\nFeb-1997,7,8\n",
      .rows = "tidy: series flow unit\n"
              "1997-01 5 e6 | Exports of coal ($ million), exports, USD\n"
              "1997-01 6 e6 | Exports of ore ($ million), exports, USD\n"
              "1997-02 7 e6 | Exports of coal ($ million), exports, USD\n"
              "1997-02 8 e6 | Exports of ore ($ million), exports, USD\n" },
    { .name = "pandas' numbers of rows",
      .text = ",partner,2021,2022\n0,CHN,1,2\n1,RUS,3,4\n",
      .rows = "tidy: partner\n2021 1 | CHN\n2022 2 | CHN\n2021 3 | RUS\n2022 4 | RUS\n" },
    { .name = "pandas' numbers of rows, read back",
      .text = "Unnamed: 0,year,value\n0,2021.0,1\n1,2022.0,2\n",
      .rows = "tidy:\n2021 1 |\n2022 2 |\n" },
    { .name = "pandas' index of years",
      .text = ",exports,imports\n2021,1,2\n2022,3,4\n",
      .rows = "tidy: flow\n2021 1 | exports\n2021 2 | imports\n2022 3 | exports\n"
              "2022 4 | imports\n" },
    { .name = "years with a point and zero",
      .text = "partner,2021.0,2022.0\nCHN,1,2\n",
      .rows = "tidy: partner\n2021 1 | CHN\n2022 2 | CHN\n" },
    { .name = "years and months with a point and zero",
      .text = "year,month,value\n2021.0,4.0,1\n",
      .rows = "tidy:\n2021-04 1 |\n" },
    { .name = "a column without a name that holds more",
      .text = ",period,value\n5,2021,1\n7,2022,2\n",
      .message = "trade.csv:2:1: error: a value in a column that has no name" },
    { .name = "a year with a word that says nothing",
      .text = "partner,2021,2022,2023 sum\nCHN,1,2,3\n",
      .rows =
          "tidy: partner\n2021 1 | CHN\n2022 2 | CHN\n! the numbers of the column '2023 sum' are "
          "skipped; if they are the values, say so with columns: {value: 2023 sum} (1)\n" },
    { .name = "figures beside periods",
      .text = "partner,2021,2022,mean\nCHN,1,2,1.5\n",
      .rows = "tidy: partner\n2021 1 | CHN\n2022 2 | CHN\n"
              "! the numbers of the column 'mean' are skipped; if they are the values, say so with "
              "columns: {value: mean} (1)\n" },
};

static void test_layouts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

/* 84 years of months side by side, in rows that slide the window. */
static void test_reads_more_than_a_thousand_columns(void **state)
{
    enum { YEARS = 84, ROWS = 40 };
    struct buffer text;
    sheaf_error error = { 0 };
    sheaf_table *table;
    size_t count;

    (void)state;
    buffer_init(&text, NULL, &error);
    buffer_text(&text, "partner");
    for (int i = 0; i < YEARS * 12; i++)
        buffer_format(&text, ",%d-%02d", 1940 + i / 12, i % 12 + 1);
    for (int row = 0; row < ROWS; row++) {
        buffer_format(&text, "\np%d", row);
        for (int i = 0; i < YEARS * 12; i++)
            buffer_format(&text, ",%d", row * 10000 + i);
    }
    buffer_text(&text, "\n");
    table = sheaf_table_read_bytes(NULL, "trade.csv", text.bytes, text.length);
    assert_string_equal(sheaf_table_error(table)->message, "");
    assert_int_equal(sheaf_table_row_count(table), YEARS * 12 * ROWS);
    assert_true(sum_of(table, "2023-12", &count, "partner", "p39", NULL) == 391007);
    assert_int_equal(count, 1);
    sheaf_table_destroy(table);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layouts),
        cmocka_unit_test(test_reads_more_than_a_thousand_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
