/* unknown_figures_are_never_passed_over.c - for every function of the language: what becomes of an
 * operand that is confidential, missing, zero, negative or provisional. A figure that cannot be known or
 * computed stands as one without a value and says why; it is never left out. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "expression/expression.h"
#include "expression/parts.h"
#include "sheaf/expression.h"
#include "support/series_text.h"

/* What x is in 2022; "value,status,conf_status". In the other years it is 30.0, and y is 60.0. */
enum kind { SECRET, SEEN, MISSING, ZERO, NEGATIVE, PROVISIONAL, KINDS };
static const char *const kinds[KINDS] = {
    [SECRET] = ",A,C",  [SEEN] = "40.0,A,C",      [MISSING] = ",O,F",
    [ZERO] = "0.0,A,F", [NEGATIVE] = "-40.0,A,F", [PROVISIONAL] = "40.0,P,F",
};

/* Each gives one figure. M: it needs figures above zero. */
static const struct {
    const char *function, *expression, *results[KINDS];
} cases[] = {
    { "turnover",
      "turnover(x, y)[2022]",
      { ": O C", "100.0 A C", ": O", "60.0", "20.0", "100.0 P" } },
    { "balance",
      "balance(x, y)[2022]",
      { ": O C", "-20.0 A C", ": O", "-60.0", "-100.0", "-20.0 P" } },
    { "cover", "cover(y, x)[2022]", { ": O C", "150 A C", ": O", ": M", ": M", "150 P" } },
    { "unit_value",
      "unit_value(y, q)[2022]",
      { ": O C", "1.50 A C", ": O", ": M", "-1.50", "1.50 P" } },
    { "mirror",
      "mirror(x, y)[series: difference][2022]",
      { ": O C", "20.0 A C", ": O", "60.0", "100.0", "20.0 P" } },
    { "latest", "latest(x[..2022])", { "30.0", "40.0 A C", "30.0", "0.0", "-40.0", "40.0 P" } },
    { "sum",
      "sum(x, to: 2021-01-01/P2Y)[2021-01-01/P2Y]",
      { ": O C", "70.0 A C", ": O", "30.0", "-10.0", "70.0 P" } },
    { "cumulative",
      "cumulative(m)[2022-01-01/P2M]",
      { ": O C", "70.0 A C", ": O", "30.0", "-10.0", "70.0 P" } },
    { "months", "months(c)[2022-02]", { ": O C", "30.0 A C", ": O", "70.0", "110.0", "30.0 P" } },
    { "quarters",
      "quarters(c)[2022-Q2]",
      { ": O C", "50.0 A C", ": O", "90.0", "130.0", "50.0 P" } },
    { "rolling_sum",
      "rolling_sum(x, n: 2)[2022-01-01/P2Y]",
      { ": O C", "70.0 A C", ": O", "30.0", "-10.0", "70.0 P" } },
    { "rolling_mean",
      "rolling_mean(x, n: 2)[2023]",
      { ": O C", "35.0 A C", ": O", "15.0", "-5.0", "35.0 P" } },
    { "seasonal", "seasonal(x)[2023]", { ": O C", "33.3 A C", "30.0", "20.0", "6.7", "33.3 P" } },
    { "growth", "growth(x)[2023]", { ": O C", "-25 A C", ": O", ": M", ": M", "-25 P" } },
    { "growth", "growth(x)[2022]", { ": O C", "33 A C", ": O", "-100", ": M", "33 P" } },
    { "growth",
      "growth(x, on: previous)[2023]",
      { ": O C", "-25 A C", ": O", ": M", ": M", "-25 P" } },
    { "change", "change(x)[2023]", { ": O C", "-10.0 A C", ": O", "30.0", "70.0", "-10.0 P" } },
    { "compound",
      "compound(x, from: 2022)[2023]",
      { ": O C", "-25 A C", ": O", ": M", ": M", "-25 P" } },
    { "compound",
      "compound(x, from: 2021, to: 2022)",
      { ": O C", "33 A C", ": O", "-100", ": M", "33 P" } },
    { "contribution",
      "contribution(x, to: y)[2023]",
      { ": O C", "-17 A C", ": O", "50", "117", "-17 P" } },
    { "contribution",
      "contribution(y, to: x)[2023]",
      { ": O C", "0 A C", ": O", ": M", ": M", "0 P" } },
    { "imply", "imply(x)[2022]", { ": O C", "40.0 A C", ": O", "0.0", "-40.0", "40.0 P" } },
    { "share", "share(y, of: x)[2022]", { ": O C", "150 A C", ": O", ": M", ": M", "150 P" } },
    { "share", "share(x, of: y)[2022]", { ": O C", "67 A C", ": O", "0.0", "-67", "67 P" } },
    { "index", "index(x, base: 2022)[2023]", { ": O C", "75 A C", ": O", ": M", ": M", "75 P" } },
    { "convert",
      "convert(y, to: EUR, at: r)[2022]",
      { ": O C", "1.50 A C", ": O", ": M", ": M", "1.50 P" } },
    { "constant",
      "constant(y, prices: p, base: 2021)[2022]",
      { ": O C", "45 A C", ": O", ": M", ": M", "45 P" } },
    { "rca",
      "rca(y, all: x, world_product: y, world_all: y)[2022]",
      { ": O C", "1.50 A C", ": O", ": M", ": M", "1.50 P" } },
    { "intensity",
      "intensity(y, all: x, world_to_partner: y, world_all: y)[2022]",
      { ": O C", "1.50 A C", ": O", ": M", ": M", "1.50 P" } },
    { "total",
      "total(data[s: x | y])[2022]",
      { ": O C", "100.0 A C", ": O", "60.0", "20.0", "100.0 P" } },
    { "top",
      "top(data[s: x | y], n: 1)[series: other][2022]",
      { ": O C", "40.0 A C", ": O", "0.0", "-40.0", "40.0 P" } },
    { "rank", "rank(data[s: x | y], of: y)[2022]", { ": O C", "1 A C", ": O", "1", "1", "1" } },
    { "count", "count(data[s: x | y])[2022]", { "2", "2", ": O", "1", "2", "2 P" } },
    { "herfindahl",
      "herfindahl(data[s: x | y])[2022]",
      { ": O C", "0.520 A C", ": O", "1.00", ": M", "0.520 P" } },
    { "/", "(y / x)[2022]", { ": O C", "1.50 A C", ": O", ": M", "-1.50", "1.50 P" } },
    { "*", "(2 * x)[2022]", { ": O C", "80.0 A C", ": O", "0.0", "-80.0", "80.0 P" } },
};

/* "q", "r" and "p" are x as a quantity, a rate and a price index; m are its months, and c figures
 * for the year to date. */
static sheaf_table *make_table(enum kind kind)
{
    static const char rows[] =
        "period,s,unit,value,status,conf_status\n"
        "2021,x,USD,30.0,A,F\n2022,x,USD,%1$s\n2023,x,USD,30.0,A,F\n"
        "2021,y,USD,60.0,A,F\n2022,y,USD,60.0,A,F\n2023,y,USD,60.0,A,F\n"
        "2021,q,t,30.0,A,F\n2022,q,t,%1$s\n2021,r,USD/EUR,30.0,A,F\n2022,r,USD/EUR,%1$s\n"
        "2021,p,2020 = 100,30.0,A,F\n2022,p,2020 = 100,%1$s\n"
        "2022-01,m,USD,30.0,A,F\n2022-02,m,USD,%1$s\n"
        "2021-01,c,USD,10.0,A,F\n2021-01-01/P2M,c,USD,20.0,A,F\n"
        "2021-Q1,c,USD,30.0,A,F\n2021-01-01/P6M,c,USD,50.0,A,F\n"
        "2022-01,c,USD,%1$s\n2022-01-01/P2M,c,USD,70.0,A,F\n"
        "2022-Q1,c,USD,%1$s\n2022-01-01/P6M,c,USD,90.0,A,F\n";
    char csv[2048];

    snprintf(csv, sizeof csv, rows, kinds[kind]);
    return sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv));
}

/* The last figure of the first series, without its period. */
static void figure_text(const sheaf_series_list *list, char out[SERIES_TEXT])
{
    series_list_to_text(list, out);
    if (sheaf_series_list_status(list) != SHEAF_OK)
        return;
    series_to_text(sheaf_series_list_at(list, 0), out);
    char *figure = strstr(out, ": ");
    assert_non_null(figure);
    memmove(out, figure + 2, strlen(figure + 2) + 1);
}

static void test_every_function_says_what_it_cannot_know(void **state)
{
    size_t wrong = 0;

    (void)state;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        sheaf_table *table = make_table(kind);

        for (size_t i = 0; i < LENGTH(cases); i++) {
            sheaf_series_list *list = sheaf_table_evaluate(table, cases[i].expression);
            char text[SERIES_TEXT];

            figure_text(list, text);
            if (strcmp(text, cases[i].results[kind]) != 0) {
                print_message("  %s, x = %s: \"%s\", not \"%s\"\n", cases[i].expression,
                              kinds[kind], text, cases[i].results[kind]);
                wrong++;
            }
            sheaf_series_list_destroy(list);
        }
        sheaf_table_destroy(table);
    }
    assert_int_equal(wrong, 0);
}

static void test_no_function_is_forgotten(void **state)
{
    (void)state;
    for (size_t f = 0; expression_function_name(f) != NULL; f++) {
        bool found = false;

        for (size_t i = 0; i < LENGTH(cases); i++)
            found |= strcmp(cases[i].function, expression_function_name(f)) == 0;
        if (!found)
            fail_msg("%s(…) is not here", expression_function_name(f));
    }
}

/* Several series, one of which has no figure in the base period. */
static void test_one_without_a_base_fails_no_other(void **state)
{
    static const char csv[] = "period,partner,value,unit\n2021,CHN,10.0,USD\n2022,CHN,20.0,USD\n"
                              "2022,RUS,5.0,USD\n";
    static const struct {
        const char *expression, *result;
    } several[] = {
        { "compound(data[partner: *], from: 2021)", "CHN 2022: 100; RUS 2022: : O" },
        { "compound(data[partner: *], from: 2021, to: 2022)", "CHN 2022: 100; RUS 2022: : O" },
        { "index(data[partner: *], base: 2021)", "CHN 2021: 100.0, 2022: 200; RUS 2022: : O" },
        { "compound(data[partner: *], from: 2011)",
          "'CHN' has no 2011 to grow from; it has 2021 to 2022" },
        { "index(data[partner: *], base: 2011)",
          "'CHN' has no 2011 to be 100; it has 2021 to 2022" },
        { "compound(RUS, from: 2021)", "'RUS' has no 2021 to grow from; it has 2022" },
    };
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv));

    (void)state;
    for (size_t i = 0; i < LENGTH(several); i++) {
        print_message("  %s\n", several[i].expression);
        assert_series_list(sheaf_table_evaluate(table, several[i].expression), several[i].result);
    }
    sheaf_table_destroy(table);
}

/* A balance of which one side is unknown is unknown, and so is a sum that it belongs to. The world, which
 * has no imports here, is no part of it. */
static void test_sums_know_what_they_lack(void **state)
{
    static const char csv[] =
        "period,partner,product,flow,value,unit\n"
        "2022,CHN,TOTAL,exports,100.0,USD\n2022,CHN,TOTAL,imports,60.0,USD\n"
        "2023,CHN,TOTAL,exports,110.0,USD\n2023,CHN,TOTAL,imports,70.0,USD\n"
        "2024,CHN,TOTAL,exports,120.0,USD\n2024,CHN,TOTAL,imports,70.0,USD\n"
        "2022,RUS,TOTAL,exports,50.0,USD\n2022,RUS,TOTAL,imports,30.0,USD\n"
        "2023,RUS,TOTAL,exports,55.0,USD\n2024,RUS,TOTAL,exports,55.0,USD\n"
        "2024,RUS,TOTAL,imports,30.0,USD\n2024,UZB,TOTAL,%s,5.0,USD\n"
        "2022,WLD,TOTAL,exports,150.0,USD\n2023,WLD,TOTAL,exports,170.0,USD\n";
    static const char *const flows[] = { "exports", "imports" };
    static const struct {
        const char *expression, *result;
    } sums[] = {
        { "total(data[flow: exports, partner: *] - data[flow: imports, partner: *])",
          "total 2022: 60, 2023: : O, 2024: : O" },
        { "total(data[flow: exports, partner: CHN | RUS] - data[flow: imports, partner: CHN | "
          "RUS])",
          "total 2022: 60, 2023: : O, 2024: 75" },
        { "top(data[flow: exports, partner: *] + data[flow: imports, partner: *], n: 1)",
          "CHN 2022: 160.0, 2023: 180.0, 2024: 190.0; other 2022: 80.0, 2023: : O, 2024: : O" },
        { "total((data[flow: exports, partner: CHN | RUS] - data[flow: imports, partner: CHN | "
          "RUS])"
          "[2022..2023])",
          "total 2022: 60, 2023: : O" },
        { "total(change(data[flow: imports, partner: CHN | RUS]))", "total 2023: : O, 2024: : O" },
        { "total(rolling_sum(data[flow: imports, partner: CHN | RUS], n: 2))",
          "total 2022-01-01/P2Y: 130.0, 2023-01-01/P2Y: : O" },
    };

    (void)state;
    for (size_t flow = 0; flow < LENGTH(flows); flow++) {
        char text[1024];
        sheaf_table *table;

        snprintf(text, sizeof text, csv, flows[flow]);
        table = sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
        for (size_t i = 0; i < LENGTH(sums); i++) {
            print_message("  %s\n", sums[i].expression);
            assert_series_list(sheaf_table_evaluate(table, sums[i].expression), sums[i].result);
        }
        sheaf_table_destroy(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_function_says_what_it_cannot_know),
        cmocka_unit_test(test_no_function_is_forgotten),
        cmocka_unit_test(test_one_without_a_base_fails_no_other),
        cmocka_unit_test(test_sums_know_what_they_lack),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
