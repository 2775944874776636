/* tidy_tables_are_read_under_any_headers.c - rows of observations are read under any headers and
 * with all options: separators, decimal marks, preambles, dates, columns, constants. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/tables.h"

static const sheaf_filter kazakhstan[] = {
    { "reporter", "Kazakhstan" }, { "flow", "X" }, { "unit", "USD" }, { "unit_mult", "3" }
};
static const sheaf_filter wrong_constant[] = { { "unit_mult", "thousand" } };
static const sheaf_filter doubled[] = { { "flow", "exports" } };
static const sheaf_filter confidential[] = { { "conf_status", "C" }, { "status", "P" } };
static const sheaf_filter yearly[] = { { "frequency", "A" } };
static const sheaf_filter of_2021[] = { { "period", "2021" } };
static const sheaf_filter of_value[] = { { "value", "7" } };
static const sheaf_filter of_derived[] = { { "derived", "true" } };
static const sheaf_filter misspelt_constant[] = { { "reportr", "KAZ" } };
static const sheaf_column misspelt_role[] = { { "usd", "valeu" } };
static const sheaf_column by_code[] = { { "ISO3", "partner" } };
static const sheaf_column mapped[] = { { "when", "period" },
                                       { "usd", "value" },
                                       { "who", "reporter" },
                                       { "note", "" },
                                       { "shipping", "route" } };
static const sheaf_column misspelt[] = { { "wehn", "period" } };
static const char *const two_values[] = { "usd", "kg" };

static const struct reading readings[] = {
    /* Flows by their cells. */
    { .name = "flows under 进出口",
      .text = "year,进出口,value\n2022,出口,5\n2022,进口,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under 进/出口",
      .text = "year,进/出口,value\n2022,出口,5\n2022,进口,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under Warenverkehr",
      .text = "year,Warenverkehr,value\n2022,Ausfuhr,5\n2022,Einfuhr,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under Échanges",
      .text = "year,Échanges,value\n2022,Exportations,5\n2022,Importations,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under Сауда түрі",
      .text = "year,Сауда түрі,value\n2022,Экспорты,5\n2022,Импорты,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under Вид операции",
      .text = "year,Вид операции,value\n2022,Экспорт,5\n2022,Импорт,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under التجارة",
      .text = "year,التجارة,value\n2022,الصادرات,5\n2022,الواردات,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under سودا",
      .text = "year,سودا,value\n2022,ئېكسپورت,5\n2022,ئىمپورت,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under Trade",
      .text = "year,Trade,value\n2022,Exports,5\n2022,Imports,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "flows under Flux",
      .text = "year,Flux,value\n2022,Exportation,5\n2022,Importation,6\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 6 | imports\n" },
    { .name = "codes, which may be of sexes",
      .text = "year,kind,value\n2022,M,5\n2022,X,6\n",
      .rows = "tidy: kind\n2022 5 | M\n2022 6 | X\n" },
    { .name = "values of turnover",
      .text = "year,进出口\n2022,5\n2023,6\n",
      .rows = "tidy: flow\n2022 5 | turnover\n2023 6 | turnover\n" },
    /* Decimal marks. */
    { .name = "a decimal comma shown by the figures",
      .text = "year;amount\n2021;1.234\n2022;12,5\n2023;1.234,5\n",
      .rows = "tidy:\n2021 1234 |\n2022 12.5 |\n2023 1234.5 |\n" },
    { .name = "a decimal point shown by the figures",
      .text = "year;amount\n2021;1,234\n2022;12.5\n2023;\n",
      .rows = "tidy:\n2021 1234 |\n2022 12.5 |\n2023 - O |\n" },
    { .name = "a decimal comma shown under Sheaf's own headers",
      .text = "period;value\n2020;5,5\n2021;1.234,25\n",
      .rows = "tidy:\n2020 5.5 |\n2021 1234.25 |\n" },
    { .name = "a point that may stand for thousands under Sheaf's own headers",
      .text = "period;value\n2020;1.234\n2021;2.345\n",
      .message = "trade.csv:2:6: error: '1.234' can be read in two ways; say which mark is the "
                 "decimal one, with decimal: '.' or ','" },
    { .name = "a comma that may stand for thousands under Sheaf's own headers",
      .text = "period;value\n2020;1,234\n",
      .message = "trade.csv:2:6: error: '1,234' can be read in two ways; say which mark is the "
                 "decimal one, with decimal: '.' or ','" },
    { .name = "a decimal comma that the caller says",
      .text = "period;value\n2021;1.234\n2022;0,5\n",
      .options = { .decimal = "," },
      .rows = "tidy:\n2021 1234 |\n2022 0.5 |\n" },
    { .name = "spaces, no-break spaces, minus signs, words for missing",
      .text = "period;value\n2019;1 234.5\n2020;1\u00a0234\n2021;\u2212"
              "2.5\n2022;..\n2023;n/a\n",
      .rows = "tidy:\n2019 1234.5 |\n2020 1234 |\n2021 -2.5 |\n2022 - O |\n2023 - O |\n" },
    { .name = "a mark that nothing shows",
      .text = "year;amount\n2021;1,234\n",
      .message = "trade.csv:2:6: error: '1,234' can be read in two ways; say which mark is the "
                 "decimal one, with decimal: '.' or ','" },
    { .name = "both marks",
      .text = "year;amount\n2021;12.5\n2022;12,5\n",
      .message =
          "trade.csv:3:6: error: the decimal mark of '12,5' differs from that in line 2; say "
          "which is meant, with decimal: '.' or ','" },
    { .name = "flags glued to figures",
      .text = "period,value\n2021,4.5 p\n2022,12e\n2023,7.5w\n",
      .rows = "tidy:\n2021 4.5 P |\n2022 12 E |\n2023 7.5 |\n"
              "! the flag of '7.5w' is unknown and is ignored (1)\n" },
    { .name = "a power of ten glued to a figure",
      .text = "period,value\n2023,7.5k\n",
      .message = "trade.csv:2:6: error: '7.5k' has a power of ten; write the number out, or the "
                 "power in a column of its own (unit_mult)" },
    /* Where the headers are. */
    { .name = "lines before the headers, and another separator than theirs",
      .text = "Exports, by country, of 2023\nunits: USD; rounded\n\nperiod|reporter|value\n"
              "2023|KAZ|5\n",
      .rows = "tidy: reporter\n2023 5 | KAZ\n" },
    { .name = "headers in a language that nobody knows, above figures that could be years",
      .text = "jaar,gebied,bedrag\n1999,NL,1618\n2000,NL,1700\n",
      .message =
          "trade.csv:1:1: error: no 'period' column; found: jaar, gebied, bedrag; if rows run "
          "over the numbers of a column, say x: number" },
    { .name = "headers in a language that nobody knows, above figures",
      .text = "jaar,gebied,bedrag\n1999,NL,16.5\n2000,NL,1700\n",
      .rows = "tidy: series gebied\n1999 16.5 | bedrag, NL\n2000 1700 | bedrag, NL\n" },
    { .name = "a lone column of values goes by its header, which says more than 'value'",
      .text = "year,Export price index\n2022,101.1\n2023,105.2\n",
      .rows = "tidy: series\n2022 101.1 | Export price index\n2023 105.2 | Export price index\n" },
    { .name = "without the unit that the header ends in",
      .text = "year,\"ВВП, млрд тенге\"\n2022,1\n2023,2\n",
      .rows = "tidy: series unit\n2022 1 e9 | ВВП, KZT\n2023 2 e9 | ВВП, KZT\n" },
    { .name = "which may be in brackets",
      .text = "year,GDP (USD bn)\n2022,1\n2023,2\n",
      .rows = "tidy: series unit\n2022 1 e9 | GDP, USD\n2023 2 e9 | GDP, USD\n" },
    { .name = "the base of an index is its unit, and the index of exports no exports",
      .text = "year,\"Exports, 2015=100\"\n2022,101\n2023,105\n",
      .rows =
          "tidy: series unit\n2022 101 | Exports, 2015 = 100\n2023 105 | Exports, 2015 = 100\n" },
    { .name = "which may be in brackets behind an index",
      .text = "year,Export price index (2015 = 100),Exports\n2022,101,5\n",
      .rows = "tidy: series flow unit\n2022 101 | Export price index (2015 = 100), , 2015 = 100\n"
              "2022 5 | Exports, exports, \n" },
    { .name = "the year to date up to its whole",
      .text = "Year,Jan-Mar,Jan-Dec\n2021,5,26\n",
      .rows = "tidy:\n2021-Q1 5 |\n2021 26 |\n" },
    { .name = "but for one whose flow or indicator others say",
      .text = "year,flow,gdp_part\n2022,exports,1\n2023,exports,2\n",
      .rows = "tidy: flow\n2022 1 | exports\n2023 2 | exports\n" },
    { .name = "a line of headers that the caller names",
      .text = "year,2020\nother,lines\nwhen,value\n2023,7\n",
      .options = { .header = 3 },
      .rows = "tidy:\n2023 7 |\n" },
    { .name = "a separator that the caller names",
      .text = "period|value|note;more\n2023|7|a;b\n",
      .options = { .separator = "|" },
      .rows = "tidy: note;more\n2023 7 | a;b\n" },
    { .name = "rows that end in a separator",
      .text = "period,value\n2023,7,\n2022,6,\n",
      .rows = "tidy:\n2023 7 |\n2022 6 |\n" },
    /* Periods. */
    { .name = "first days of months are months",
      .text = "date,value\n2019-01-01,1\n2019-02-01,2\n2019-04-01,3\n",
      .rows = "tidy:\n2019-01 1 |\n2019-02 2 |\n2019-04 3 |\n" },
    { .name = "days stay days",
      .text = "date,value\n2019-01-01,1\n2019-01-02,2\n",
      .rows = "tidy:\n2019-01-01 1 |\n2019-01-02 2 |\n" },
    { .name = "dates with a frequency beside them",
      .text = "date,freq,value\n2019-01-01,A,1\n2019-01-01,Q,2\n2019-01-01,M,3\n",
      .rows = "tidy: freq\n2019 1 | A\n2019-Q1 2 | Q\n2019-01 3 | M\n" },
    { .name = "dates with a frequency that the caller says",
      .text = "date,value\n2019-01-01,1\n2020-01-01,2\n",
      .options = { .frequency = "A" },
      .rows = "tidy:\n2019 1 |\n2020 2 |\n" },
    { .name = "firsts of January may be years or months",
      .text = "date,value\n2019-01-01,1\n2020-01-01,2\n",
      .message = "trade.csv:2:1: error: '2019-01-01' may stand for a day, a month or a year; say "
                 "which with frequency: D, M, Q or A" },
    { .name = "a day among months",
      .text = "date,value\n2019-01-01,1\n2019-02-01,2\n",
      .options = { .frequency = "fortnightly" },
      .message = "error: there is no frequency 'fortnightly'; use A, S, T, Q, M, W or D" },
    { .name = "a year and a month",
      .text = "year,month,value\n2023,4,1\n2023,12,2\n",
      .rows = "tidy:\n2023-04 1 |\n2023-12 2 |\n" },
    { .name = "a year and a quarter",
      .text = "year,quarter,value\n2023,1,1\n2023,Q4,2\n",
      .rows = "tidy:\n2023-Q1 1 |\n2023-Q4 2 |\n" },
    { .name = "a month that is none",
      .text = "year,month,value\n2023,14,1\n",
      .message = "trade.csv:2:6: error: '14' of '2023' is not a period; a month is 1 to 12, a "
                 "quarter Q1 to Q4" },
    { .name = "periods under a header that says nothing",
      .text = "obs,area,value\n2023-04,KAZ,1\n2023-05,KAZ,2\n",
      .rows = "tidy: area\n2023-04 1 | KAZ\n2023-05 2 | KAZ\n" },
    /* Columns and constants. */
    { .name = "columns that the caller maps",
      .text = "when,usd,who,note,shipping\n2023,5,China,x,sea\n",
      .options = { .columns = mapped, .n_columns = LENGTH(mapped) },
      .rows = "tidy: unit reporter route\n2023 5 | USD, CHN, sea\n" },
    { .name = "a column that is not there",
      .text = "when,usd\n2023,5\n",
      .options = { .columns = misspelt, .n_columns = 1 },
      .message = "trade.csv:1:1: error: no 'wehn' column (did you mean 'when'?); found: when, "
                 "usd" },
    { .name = "two columns of values that the caller names",
      .text = "period,usd,kg,area\n2023,5,7,north\n",
      .options = { .values = two_values, .n_values = 2 },
      .rows = "tidy: series unit\n2023 5 | usd, USD\n2023 7 | kg, kg\n" },
    { .name = "constants of the whole file",
      .text = "date,value,transformation\r\n2019-01-01,5351587.7,level\r\n2019-02-01,4.5,level\r\n",
      .options = { .constants = kazakhstan, .n_constants = LENGTH(kazakhstan) },
      .rows = "tidy: reporter flow unit transformation\n"
              "2019-01 5351587.7 e3 | KAZ, exports, USD, level\n"
              "2019-02 4.5 e3 | KAZ, exports, USD, level\n" },
    { .name = "a constant that is no power of ten",
      .text = "period,value\n2023,5\n",
      .options = { .constants = wrong_constant, .n_constants = 1 },
      .message = "error: 'thousand' is no unit_mult for all rows" },
    { .name = "a constant that a column says too",
      .text = "period,value,flow\n2023,5,imports\n",
      .options = { .constants = doubled, .n_constants = 1 },
      .message =
          "trade.csv:1:14: error: flow is given for the whole file, and a column has it too; "
          "leave one of them out" },
    { .name = "statuses of the whole file",
      .text = "period,value\n2020,5\n",
      .options = { .constants = confidential, .n_constants = LENGTH(confidential) },
      .rows = "tidy:\n2020 5 P conf:C |\n" },
    { .name = "a confidentiality that a column says too",
      .text = "period,value,conf_status\n2020,5,F\n",
      .options = { .constants = confidential, .n_constants = 1 },
      .message = "trade.csv:1:14: error: conf_status is given for the whole file, and a column has "
                 "it too; leave one of them out" },
    { .name = "what the dates of the whole file stand for",
      .text = "date,value\n2019-01-01,1\n2020-01-01,2\n",
      .options = { .constants = yearly, .n_constants = 1 },
      .rows = "tidy:\n2019 1 |\n2020 2 |\n" },
    { .name = "the period of the whole file",
      .text = "partner,value\nCHN,5\n",
      .options = { .constants = of_2021, .n_constants = 1 },
      .rows = "tidy: partner\n2021 5 | CHN\n" },
    { .name = "a period that a column says too",
      .text = "period,value\n2020,5\n",
      .options = { .constants = of_2021, .n_constants = 1 },
      .message =
          "trade.csv:1:1: error: period is given for the whole file, and a column has it too; "
          "leave one of them out" },
    { .name = "a period that a year says too",
      .text = "year,month,value\n2020,4,5\n",
      .options = { .constants = of_2021, .n_constants = 1 },
      .message =
          "trade.csv:1:1: error: period is given for the whole file, and a column has it too; "
          "leave one of them out" },
    { .name = "a value of the whole file",
      .text = "period\n2020\n",
      .options = { .constants = of_value, .n_constants = 1 },
      .message = "error: 'value' cannot be the same for a whole file" },
    { .name = "figures that are all derived",
      .text = "period,value\n2020,5\n",
      .options = { .constants = of_derived, .n_constants = 1 },
      .message = "error: 'derived' cannot be the same for a whole file" },
    { .name = "a constant that is misspelt",
      .text = "period,value\n2020,5\n",
      .options = { .constants = misspelt_constant, .n_constants = 1 },
      .message = "error: no role is named 'reportr'; did you mean 'reporter'?" },
    { .name = "a role that is misspelt",
      .text = "period,usd\n2020,5\n",
      .options = { .columns = misspelt_role, .n_columns = 1 },
      .message = "error: no role is named 'valeu'; did you mean 'value'?" },
    { .name = "a unit with its power of ten",
      .text = "period,flow,value,unit\n2023,Export,5,USD million\n2023,imports,7,USD\n",
      .rows = "tidy: flow unit\n2023 5 e6 | exports, USD\n2023 7 | imports, USD\n" },
    { .name = "a power of ten that contradicts the unit",
      .text = "period,value,unit,unit_mult\n2023,5,USD million,9\n",
      .message =
          "trade.csv:2:6: error: the unit says 10^6 here, and the power of ten of the row is "
          "9; correct one of the two" },
    { .name = "a code and its name",
      .text =
          "year,country,iso3,value\n2023,Kazakhstan,KAZ,5\n2023,China,CHN,7\n2022,China,CHN,6\n",
      .rows = "tidy: reporter\n2023 5 | KAZ\n2023 7 | CHN\n2022 6 | CHN\n" },
    { .name = "a country whose trade it may be, or with whom",
      .text = "year,Country,flow,value\n2023,China,exports,5\n",
      .rows = "tidy: reporter flow\n2023 5 | CHN, exports\n"
              "! 'Country' is read as the reporter, whose trade it is; if it is the partner, say "
              "columns: {partner: Country} (1)\n" },
    { .name = "a country that the caller names, and another that helps out",
      .text = "year,Country,ISO3,flow,value\n2023,China,CHN,exports,5\n2023,Kosovo,,exports,6\n",
      .options = { .columns = by_code, .n_columns = 1 },
      .rows = "tidy: partner flow\n2023 5 | CHN, exports\n2023 6 | XKX, exports\n" },
    { .name = "a country beside a partner is the reporter",
      .text = "year,partner,country,flow,value\n2023,KZ,China,exports,5\n",
      .rows = "tidy: partner reporter flow\n2023 5 | KAZ, CHN, exports\n" },
    { .name = "a country beside a reporter is the partner",
      .text = "year,reporter,country,value\n2023,KZ,China,5\n",
      .rows = "tidy: reporter partner\n2023 5 | KAZ, CHN\n" },
    { .name = "a country of a reporter that the caller says is the partner",
      .text = "year,country,value\n2023,China,5\n",
      .options = { .constants = kazakhstan, .n_constants = 1 },
      .rows = "tidy: reporter partner\n2023 5 | KAZ, CHN\n" },
    { .name = "a product code and its name",
      .text = "year,product name,product code,value\n2023,Cereals,10,5\n2023,Total,TOTAL,7\n",
      .rows = "tidy: product\n2023 5 | 10\n2023 7 | TOTAL\n" },
    { .name = "values and weights side by side",
      .text = "year,Value (USD million),Net weight (kg)\n2023,5,1200\n2024,6,\n",
      .rows = "tidy: indicator unit\n2023 5 e6 | value, USD\n2023 1200 | net weight, kg\n"
              "2024 6 e6 | value, USD\n" },
    { .name = "headers in Russian",
      .text = "\u0413\u043e\u0434;\u0421\u0442\u0440\u0430\u043d\u0430;"
              "\u042d\u043a\u0441\u043f\u043e\u0440\u0442, "
              "\u043c\u043b\u043d \u0434\u043e\u043b\u043b. "
              "\u0421\u0428\u0410\n2023;\u041a\u0438\u0442\u0430\u0439;1 234,5\n",
      .options = { .constants = kazakhstan, .n_constants = 1 },
      .rows = "tidy: reporter flow unit partner\n2023 1234.5 e6 | KAZ, exports, USD, CHN\n" },
    { .name = "a number beyond all numbers",
      .text = "period,value\n2023,1e309\n",
      .message = "trade.csv:2:6: error: '1e309' is not a number here; it is too large; the largest "
                 "number is about 1.8e308" },
    { .name = "lines that end in carriage returns alone",
      .text = "period,value\r2023,5\r2024,6\r",
      .rows = "tidy:\n2023 5 |\n2024 6 |\n" },
    { .name = "a mistake in a file of such lines",
      .text = "period,value\r2023,5\r2024,x6\r",
      .message =
          "trade.csv:3:6: error: 'x6' is not a number here; a number has digits and perhaps a "
          "decimal point: 12.5" },
    { .name = "a carriage return inside a line",
      .text = "period,value\n2023,5\n2024,6\r2022\n",
      .message =
          "trade.csv:3:6: error: '6 2022' is not a number here; a lone carriage return stands "
          "in it; end lines with a line feed" },
    { .name = "a decimal mark that is none",
      .text = "period,value\n2023,5\n",
      .options = { .decimal = "x" },
      .message = "error: 'x' is no decimal mark; there are '.' and ','" },
    { .name = "a separator that is none",
      .text = "period,value\n2023,5\n",
      .options = { .separator = "abc" },
      .message = "error: 'abc' is no separator; there are ',', ';', '|' and tab" },
    { .name = "a format that is none",
      .text = "period,value\n2023,5\n",
      .options = { .format = "tydi" },
      .message =
          "error: no format is named 'tydi'; there is sqlite, odbc, workbook, "
          "comtrade-json, json-stat, sdmx-json, sdmx-ml, px, statcan-table, comtrade, "
          "comtrade-legacy, sdmx-csv, "
          "eurostat-tsv, comext, imf-dots, "
          "imf-dots-panel, imf-imts, wdi, wdi-json, wits, wto, russia, china, japan, us-census, "
          "comexstat-imports, comexstat, faostat, statcan, ons, oecd, trademap, baci, tidy" },
};

static void test_reads_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

static void check_close(double got, double want)
{
    if (fabs(got - want) > 1e-9 * fabs(want))
        fail_msg("%.17g is not %.17g", got, want);
}

/* Sums by awk of January to April in thousand USD: exports of 2023 and 2024, imports. */
static void test_reads_kazakhstan_by_month(void **state)
{
    static const struct {
        const char *file;
        double of_2023, of_2024;
    } files[] = { { "bns-kazakhstan/exports.csv", 25797193398.969997, 25707149984.860004 },
                  { "bns-kazakhstan/imports.csv", 19320948886.169991, 18268472079.37006 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        static const char *const months[] = { "2023-01", "2023-02", "2023-03", "2023-04",
                                              "2024-01", "2024-02", "2024-03", "2024-04" };
        sheaf_read_options options = { .constants = kazakhstan, .n_constants = LENGTH(kazakhstan) };
        sheaf_table *table = read_shared(files[i].file, &options);
        double sums[2] = { 0, 0 };

        if (table == NULL)
            skip();
        assert_int_equal(sheaf_table_row_count(table), 90);
        for (size_t m = 0; m < LENGTH(months); m++) {
            size_t count;

            sums[m / 4] += sum_of(table, months[m], &count, NULL);
            assert_int_equal(count, 1);
        }
        check_close(sums[0], files[i].of_2023);
        check_close(sums[1], files[i].of_2024);
        sheaf_table_destroy(table);
    }
}

/* The file has 38,880 rows, of which 54 are NA. Sums by Python. */
static void test_reads_all_partners_of_the_uk(void **state)
{
    static const sheaf_column columns[] = {
        { "ISO2", "partner" }, { "Country", "" }, { "ISO3", "" }, { "Million", "value" }
    };
    static const sheaf_filter constants[] = { { "reporter", "GBR" },
                                              { "unit", "GBP" },
                                              { "unit_mult", "6" } };
    sheaf_read_options options = { .columns = columns,
                                   .n_columns = LENGTH(columns),
                                   .constants = constants,
                                   .n_constants = LENGTH(constants) };
    sheaf_table *table =
        read_shared("uk-all-partners/uk-total-trade-all-countries-annual.csv", &options);
    size_t count;

    (void)state;
    if (table == NULL)
        skip();
    assert_int_equal(sheaf_table_row_count(table), 38880);
    check_close(sum_of(table, "2023", &count, NULL), 10259132000000.0);
    assert_int_equal(count, 1438);
    check_close(sum_of(table, "2023", &count, "partner", "KAZ", "flow", "exports", NULL),
                1695000000.0);
    assert_int_equal(count, 1);
    sheaf_table_destroy(table);
}

/* The unit price is infinite in rows without a quantity: an error only if the options ask for it. */
static void test_reads_minerals_without_their_infinite_prices(void **state)
{
    static const sheaf_column columns[] = { { "total_value", "value" },
                                            { "total_qty", "" },
                                            { "unit_price", "" } };
    sheaf_read_options options = { .columns = columns, .n_columns = LENGTH(columns) };
    sheaf_table *table = read_shared("china-minerals/overview_monthly.csv", &options);
    size_t count;

    (void)state;
    if (table == NULL)
        skip();
    assert_int_equal(sheaf_table_row_count(table), 384);
    check_close(sum_of(table, "2017-01", &count, NULL), 270340644.0);
    assert_int_equal(count, 4);
    sheaf_table_destroy(table);
}

/* A row beyond the sample may contradict what the sample shows. */
static const struct {
    const char *name, *headers, *row; /* of the beginning, again and again; %d: a year */
    const char *rest;
    const char *message; /* NULL: it is read */
    double last;
} late[] = {
    { "a first group or decimals", "year;amount", "%d;7", "2024;1,234",
      "trade.csv:15002:6: error: '1,234' can be read in two ways; say which mark is the decimal "
      "one, "
      "with decimal: '.' or ','",
      0 },
    { "a first comma", "year;amount", "%d;7", "2024;1,2345", NULL, 1.2345 },
    { "both marks, one after the other", "year;amount", "%d;7", "2024;1,2345\n2025;12.5",
      "trade.csv:15003:6: error: the decimal mark of '12.5' differs from that in line 15002; say "
      "which "
      "is meant, with decimal: '.' or ','",
      0 },
    { "groups or decimals all along", "year;amount", "%d;1,234", "2024;1,2345",
      "trade.csv:2:6: error: '1,234' can be read in two ways; say which mark is the decimal one, "
      "with decimal: '.' or ','",
      0 },
    { "a comma after points", "year;amount", "%d;7.5", "2024;12,5",
      "trade.csv:15002:6: error: the decimal mark of '12,5' differs from that in line 2; say which "
      "is "
      "meant, with decimal: '.' or ','",
      0 },
    { "groups after points", "year;amount", "%d;7.5", "2024;1,234", NULL, 1234 },
    { "a point after commas", "year;amount", "%d;7,5", "2024;12.5",
      "trade.csv:15002:6: error: the decimal mark of '12.5' differs from that in line 2; say which "
      "is "
      "meant, with decimal: '.' or ','",
      0 },
    { "a group where the point is meant", "period;value", "%d;7", "2024;1,234",
      "trade.csv:15002:6: error: '1,234' can be read in two ways; say which mark is the decimal "
      "one, "
      "with decimal: '.' or ','",
      0 },
    { "points between groups where it is meant", "period,value", "%d,1.234", "2024,1.234.567",
      "trade.csv:15002:6: error: '1.234.567' is not a number here; a decimal point is expected: "
      "12.5; say decimal: ',' if points set thousands apart",
      0 },
    { "a word below figures", "year;foo", "%d;7", "2024;iron",
      "trade.csv:15002:6: error: 'iron' is not a number here; the column has numbers above; if it "
      "is "
      "none of values, say what it is, with columns: {product: its header}",
      0 },
    { "no period below periods", "t;amount", "%d;7", "iron;8",
      "trade.csv:15002:1: error: 'iron' is not a period, or could be several; write it as 2023, "
      "2023-Q1, 2023-04 or 2024-01-01/P4M",
      0 },
    { "a day below months", "date;amount", "%d-01-01;7\n%d-02-01;7", "2024-01-15;8",
      "trade.csv:30002:1: error: '2024-01-15' is no first day of a month, as those above are; say "
      "what the dates stand for, with frequency: D or M",
      0 },
};

enum { EARLY_ROWS = 15000 }; /* more than 64 KiB, and than the sample has */

static sheaf_table *read_late(size_t i)
{
    char *text = malloc(EARLY_ROWS * 32 + 256), *at = text;
    sheaf_table *table;

    assert_non_null(text);
    at += sprintf(at, "%s\n", late[i].headers);
    for (int k = 0; k < EARLY_ROWS; k++) {
        int year = 1000 + k % 1000;

        at += sprintf(at, late[i].row, year, year);
        *at++ = '\n';
    }
    at += sprintf(at, "%s\n", late[i].rest);
    table = sheaf_table_read_bytes(NULL, "trade.csv", text, (size_t)(at - text));
    free(text);
    return table;
}

static void test_later_rows_are_held_to_what_the_first_ones_show(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(late); i++) {
        sheaf_table *table;
        sheaf_row row = SHEAF_ROW_INIT;
        char message[1024];

        print_message("  %s\n", late[i].name);
        table = read_late(i);
        if (late[i].message != NULL) {
            sheaf_error_text(sheaf_table_error(table), message, sizeof message);
            assert_string_equal(message, late[i].message);
        } else {
            assert_int_equal(sheaf_table_status(table), SHEAF_OK);
            sheaf_table_row(table, sheaf_table_row_count(table) - 1, &row);
            assert_true(row.value == late[i].last);
        }
        sheaf_table_destroy(table);
    }
}

/* The same rows with members in adjacent columns, and with other columns between them. */
static char *many_rows(bool adjacent, size_t rows, size_t *n)
{
    static const char *const units[] = { "USD", "thousand USD", "t", "\"million USD\"" };
    char *text = malloc(rows * 64 + 64), *at = text;
    unsigned seed = 1;

    assert_non_null(text);
    at += sprintf(at, "%s\n",
                  adjacent ? "route,item,unit,period,value" : "route,period,item,value,unit");
    for (size_t i = 0; i < rows; i++) {
        const char *unit = units[i / 5 % 4];
        unsigned item = i % 3 == 0 ? (unsigned)i : (seed = seed * 1664525u + 1013904223u) >> 16;
        unsigned year = 1000 + (unsigned)i % 8999;

        if (adjacent)
            at += sprintf(at, "r%zu,item %u,%s,%u,%zu\n", i / 7 % 5, item, unit, year, i);
        else
            at += sprintf(at, "r%zu,%u,item %u,%zu,%s\n", i / 7 % 5, year, item, i, unit);
    }
    *n = (size_t)(at - text);
    return text;
}

static const char *member_of(const sheaf_table *table, size_t row, const char *dimension)
{
    size_t at = 0;

    while (strcmp(sheaf_table_dimension(table, at), dimension) != 0)
        at++;
    return sheaf_table_row_member(table, row, at);
}

static void check_same_row(sheaf_table *const tables[2], size_t at)
{
    static const char *const names[] = { "route", "item", "unit" };
    sheaf_row rows[2] = { SHEAF_ROW_INIT, SHEAF_ROW_INIT };

    for (int k = 0; k < 2; k++)
        sheaf_table_row(tables[k], at, &rows[k]);
    assert_int_equal(rows[0].value, at);
    assert_int_equal(rows[1].value, at);
    assert_int_equal(rows[0].multiplier, rows[1].multiplier);
    assert_int_equal(sheaf_period_compare(rows[0].period, rows[1].period), 0);
    for (size_t i = 0; i < LENGTH(names); i++)
        assert_string_equal(member_of(tables[0], at, names[i]), member_of(tables[1], at, names[i]));
}

static void test_columns_may_stand_in_any_order(void **state)
{
    enum { ROWS = 60000 }; /* with more texts of adjacent columns than are remembered */
    sheaf_table *tables[2];

    (void)state;
    for (int k = 0; k < 2; k++) {
        size_t n;
        char *text = many_rows(k == 0, ROWS, &n);

        tables[k] = sheaf_table_read_bytes(NULL, "trade.csv", text, n);
        assert_int_equal(sheaf_table_status(tables[k]), SHEAF_OK);
        assert_int_equal(sheaf_table_row_count(tables[k]), ROWS);
        free(text);
    }
    for (size_t i = 0; i < ROWS; i++)
        check_same_row(tables, i);
    sheaf_table_destroy(tables[0]);
    sheaf_table_destroy(tables[1]);
}

/* Caches of column runs do not mix up rows, whichever columns change from row to row (one, or all),
 * and wherever lines are empty. */
static void test_rows_keep_their_members_and_lines(void **state)
{
    static const char *const routes[] = { "sea", "rail", "road" };
    static const char *const items[] = { "beef", "grain", "oil", "ore", "coal" };
    static const char *const units[] = { "USD", "t" };
    enum { ROWS = 40000, FIRST_GAP = 30000 };
    static unsigned char route[ROWS], item[ROWS], unit[ROWS];
    static size_t line[ROWS];
    char *text = malloc(ROWS * 64), *at = text;
    size_t latest = 1;
    unsigned seed = 7, r = 0, k = 0, u = 0;

    (void)state;
    assert_non_null(text);
    at += sprintf(at, "route,period,item,value,unit\n");
    for (int i = 0; i < ROWS; i++) {
        seed = seed * 1664525u + 1013904223u;
        r = (seed >> 28 & 3) == 0 ? seed >> 16 & 1 : (seed >> 26 & 7) == 0 ? 2 : r;
        k = (seed >> 22 & 3) != 0 ? (seed >> 12 & 0xF) % LENGTH(items) : k;
        u = (seed >> 20 & 3) == 0 ? !u : u;
        route[i] = (unsigned char)r, item[i] = (unsigned char)k, unit[i] = (unsigned char)u;
        if (i > FIRST_GAP && i % 97 == 0) {
            *at++ = '\n';
            latest++;
        }
        line[i] = ++latest;
        at += sprintf(at, "%s,%d-%02d,%s,%d,%s\n", routes[r], 1000 + i / 12, i % 12 + 1, items[k],
                      i, units[u]);
    }
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", text, (size_t)(at - text));
    assert_int_equal(sheaf_table_row_count(table), ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        assert_string_equal(member_of(table, i, "route"), routes[route[i]]);
        assert_string_equal(member_of(table, i, "item"), items[item[i]]);
        assert_string_equal(member_of(table, i, "unit"), units[unit[i]]);
        sheaf_row row = SHEAF_ROW_INIT;
        sheaf_table_row(table, i, &row);
        assert_int_equal(row.line, line[i]);
    }
    sheaf_table_destroy(table);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_rows),
        cmocka_unit_test(test_later_rows_are_held_to_what_the_first_ones_show),
        cmocka_unit_test(test_columns_may_stand_in_any_order),
        cmocka_unit_test(test_rows_keep_their_members_and_lines),
        cmocka_unit_test(test_reads_kazakhstan_by_month),
        cmocka_unit_test(test_reads_all_partners_of_the_uk),
        cmocka_unit_test(test_reads_minerals_without_their_infinite_prices),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
