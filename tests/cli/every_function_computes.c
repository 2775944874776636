/* every_function_computes.c - all of the expression language on the command line, over one file. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shell.h"
#include "support/functions.h"

#define EXPORTS "data[reporter: KAZ, flow: exports, product: TOTAL, partner: CHN]"
#define IMPORTS "data[reporter: KAZ, flow: imports, partner: CHN]"
#define ALL     "data[reporter: KAZ, flow: exports, product: TOTAL, partner: WLD]"
#define PARTS   "data[reporter: KAZ, flow: exports, product: TOTAL]"
#define MONTHS  "Uzbekistan[flow: imports]"
#define WORLD   "data[reporter: WLD, partner: WLD, product: TOTAL]"

/* An expression and what stands in the CSV that it gives. */
static const struct {
    const char *expression, *rows[3];
} cases[] = {
    { "data[reporter: \u041a\u0430\u0437\u0430\u0445\u0441\u0442\u0430\u043d, flow: exports, "
      "product: TOTAL, partner: \u4e2d\u56fd][2022..]",
      { "2022,CHN,KAZ,CHN,exports,TOTAL,USD,13.10,9\n",
        "2023,CHN,KAZ,CHN,exports,TOTAL,USD,14.70,9\n" } },
    { EXPORTS " + " IMPORTS, { ",turnover,TOTAL,USD,24.10," } },
    { EXPORTS " - " IMPORTS, { ",balance,TOTAL,USD,-2.10," } },
    { "2 * " IMPORTS, { ",imports,TOTAL,USD,22.00," } },
    { EXPORTS " / " IMPORTS, { "TOTAL,1.19090909" } },
    { "turnover(" EXPORTS ", " IMPORTS ")", { ",turnover,TOTAL,USD,24.10," } },
    { "balance(" EXPORTS ", " IMPORTS ")", { ",balance,TOTAL,USD,-2.10," } },
    { "cover(" EXPORTS ", " IMPORTS ")", { ",TOTAL,%,119.090909" } },
    { "unit_value(data[product: 1001, partner: CHN, indicator: value], "
      "data[product: 1001, partner: CHN, indicator: net weight])",
      { "1001,USD/t,300,", "1001,USD/t,250," } },
    { "mirror(" EXPORTS ", data[reporter: CHN, flow: imports])",
      { "CHN,KAZ,CHN,exports,TOTAL,USD,13.10,", ",CHN,KAZ,imports,TOTAL,USD,15.20,",
        ",,,,TOTAL,USD,2.10," } },
    { "sum(" MONTHS ", to: quarter)", { "2022-Q1,sum(imports),", "USD,3.30,", "USD,," } },
    { "sum(" MONTHS ", to: year, partial: yes)", { "USD,15.0,", "USD,5.3," } },
    { "cumulative(" MONTHS ")[2022-01-01/P2M]",
      { "2022-01-01/P2M,cumulative(imports),", "USD,2.10," } },
    { "months(cumulative(" MONTHS "))[2022-02]",
      { "2022-02,months(cumulative(imports)),", "USD,1.1," } },
    { "quarters(cumulative(" MONTHS "))[2022-Q2]",
      { "2022-Q2,quarters(cumulative(imports)),", "USD,3.6," } },
    { "rolling_sum(" MONTHS ", n: 12)[2022]", { "USD,15.0," } },
    { "rolling_mean(" MONTHS ", n: 3)[2022-03]", { "USD,1.10," } },
    { "seasonal(" MONTHS ")[2022-01]", { "USD,1.10," } },
    { "growth(" IMPORTS ")", { ",%,34.146341", ",%,52.727272" } },
    { "growth(" MONTHS ", on: previous)[2022-02]", { ",%,10," } },
    { "change(" IMPORTS ")", { "USD,2.80,", "USD,5.80," } },
    { "change(share(" EXPORTS ", of: " ALL "))", { ",pp,0.430116", ",pp,3.157199" } },
    { "compound(" IMPORTS ", from: 2021, to: 2023)",
      { "2023,\"compound(CHN, from: 2021)\"", ",%,43.135617" } },
    { "contribution(" EXPORTS ", to: " ALL ")", { ",pp,6.633499", ",pp,1.895734" } },
    { "imply(turnover)", { "USD,24.212144", "USD,31.5,31.45,31.55,9,1,false,false,30.1\n" } },
    { "share(" EXPORTS ", of: " ALL ")", { ",%,15.521327", ",%,18.678526" } },
    { "index(" IMPORTS ", base: 2021)", { "2021 = 100,100.0,", "2021 = 100,204.878048" } },
    { "latest(" EXPORTS ")", { "CHN,KAZ,CHN,exports,TOTAL,USD,14.70," } },
    { "convert(" EXPORTS ", to: EUR, at: data[indicator: rate of exchange])",
      { ",KAZ,CHN,exports,TOTAL,EUR,12.44064" } },
    { "constant(" EXPORTS ", prices: data[indicator: price index], base: 2021)",
      { ",USD at 2021 prices,10.9" } },
    { "count(" PARTS ", by: partner)", { ",KAZ,exports,TOTAL,3," } },
    { "rca(data[reporter: KAZ, product: 1001, indicator: value], all: " ALL ", "
      "world_product: data[reporter: WLD, product: 1001], world_all: " WORLD ")",
      { ",KAZ,CHN,exports,1001,4.809" } },
    { "intensity(" EXPORTS ", all: " ALL ", world_to_partner: data[reporter: WLD, partner: CHN], "
      "world_all: " WORLD ")",
      { ",KAZ,CHN,exports,TOTAL,1.4200" } },
    { "total(" PARTS ", by: partner)", { "2022,total,", "USD,25.50," } },
    { "top(" PARTS ", by: partner, n: 2)[2022]",
      { ",CHN,KAZ,CHN,exports,TOTAL,USD,13.10,", ",RUS,KAZ,RUS,exports,TOTAL,USD,8.80,",
        ",KAZ,,exports,TOTAL,USD,62.5," } },
    { "rank(" PARTS ", by: partner, of: China)", { ",KAZ,CHN,exports,TOTAL,2," } },
    { "herfindahl(" PARTS ", by: partner)", { ",KAZ,exports,TOTAL,0.402937" } },
};

static void test_on_the_command_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].expression);
        setenv("expression", cases[i].expression, 1);

        struct process done = shell(
            "$sheaf data $source/tests/cli/fixtures/algebra.csv --series \"$expression\" --to csv");

        assert_int_equal(done.status, 0);
        for (size_t k = 0; k < LENGTH(cases[i].rows) && cases[i].rows[k] != NULL; k++)
            if (strstr(done.output, cases[i].rows[k]) == NULL)
                fail_msg("no '%s' in\n%s", cases[i].rows[k], done.output);
        process_free(&done);
    }
}

/* As a central bank's file has them: a rate in a column of its own, called as people write it. */
static void test_rates_and_prices_of_a_file(void **state)
{
    static const struct {
        const char *expression, *row;
    } converted[] = {
        { "convert(data[series: exports (USD)], to: EUR, at: data[series: rate (EUR per "
          "USD)])[2022]",
          ",EUR,104.5," },/* 110.0 × 0.9500 */
        { "convert(data[series: exports (USD)], to: KZT, at: data[series: rate (KZT per "
          "USD)])[2022]",
          ",KZT,50600," },/* 110.0 × 460.00 */
        { "constant(data[series: exports (USD)], prices: data[series: \"price index (2021=100)\"], "
          "base: 2021)[2022]",
          ",USD at 2021 prices,101.85" }, /* 110.0 / 1.080 */
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(converted); i++) {
        setenv("expression", converted[i].expression, 1);
        struct process done = shell(
            "printf 'year,exports (USD),rate (EUR per USD),rate (KZT per USD),price index "
            "(2021=100)\n"
            "2021,100.0,0.8450,425.00,100.0\n2022,110.0,0.9500,460.00,108.0\n' > rates.csv && "
            "$sheaf data rates.csv --series \"$expression\" --to csv");

        print_message("%s\n", done.output);
        assert_int_equal(done.status, 0);
        assert_non_null(strstr(done.output, converted[i].row));
        process_free(&done);
    }
}

static void test_no_function_is_left_out(void **state)
{
    (void)state;
    assert_functions_tried(&cases->expression, LENGTH(cases), sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_on_the_command_line),
        cmocka_unit_test(test_rates_and_prices_of_a_file),
        cmocka_unit_test(test_no_function_is_left_out),
    };

    return cmocka_run_group_tests(tests, shell_enter, shell_leave);
}
