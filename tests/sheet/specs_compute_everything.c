/* specs_compute_everything.c - every function of the expression language in a spec's series, and
 * the members that its data leave out. */
#include "support/check.h"

#include "pages.h"
#include "support/functions.h"
#include "support/series_text.h"

#define NAMES                                                                                      \
    "sheaf: 1\ntitle: A test\ndata: {trade: ../../tests/cli/fixtures/algebra.csv}\nseries:\n"      \
    "  exports: 'trade[reporter: KAZ, flow: exports, product: TOTAL, partner: China]'\n"           \
    "  imports: 'trade[reporter: KAZ, flow: imports, partner: CN]'\n"                              \
    "  world: 'trade[reporter: KAZ, flow: exports, product: TOTAL, partner: WLD]'\n"               \
    "  all_trade: 'trade[reporter: WLD, partner: WLD, product: TOTAL]'\n"                          \
    "  to_china: 'trade[reporter: WLD, partner: CHN]'\n"                                           \
    "  wheat: 'trade[reporter: KAZ, product: 1001, indicator: value]'\n"                           \
    "  wheat_weight: 'trade[reporter: KAZ, product: 1001, indicator: net weight]'\n"               \
    "  all_wheat: 'trade[reporter: WLD, product: 1001]'\n"                                         \
    "  months: 'trade[flow: imports, partner: UZB]'\n"
#define PARTS "trade[reporter: KAZ, flow: exports, product: TOTAL]"

static const struct {
    const char *expression, *series; /* of several, with their names; or what is wrong */
} cases[] = {
    { "exports[2021..2022] + imports", "2021: 17.30, 2022: 24.10" },
    { "exports - imports", "2021: 0.90, 2022: 2.10, 2023: -2.10" },
    { "exports / imports * 2", "2021: 2.22, 2022: 2.38, 2023: 1.75" },
    { "turnover(exports, imports)", "2021: 17.30, 2022: 24.10, 2023: 31.50" },
    { "balance(exports, imports)", "2021: 0.90, 2022: 2.10, 2023: -2.10" },
    { "cover(exports, imports)", "2021: 111, 2022: 119.1, 2023: 87.5" },
    { "unit_value(wheat, wheat_weight)", "2022: 300, 2023: 250" },
    { "mirror(exports, trade[reporter: CHN, flow: imports])[2022..]",
      "exports 2022: 13.10, 2023: 14.70; imports 2022: 15.20, 2023: 16.10; "
      "difference 2022: 2.10, 2023: 1.40" },
    { "sum(months, to: half-year)[2022..2022]", "2022-S1: 6.9, 2022-S2: 8.1" },
    { "cumulative(months)[2022-01-01/P2M, 2022-Q1]", "2022-01-01/P2M: 2.10, 2022-Q1: 3.30" },
    { "months(cumulative(months))[2022-01, 2022-02]", "2022-01: 1.00, 2022-02: 1.1" },
    { "quarters(cumulative(months))[2022-Q1..2022-Q1]", "2022-Q1: 3.30" },
    { "rolling_sum(months, n: 12)[2022..2022]", "2022: 15.0" },
    { "rolling_mean(months, n: 3)[2022-03, 2022-04]", "2022-03: 1.10, 2022-04: 1.17" },
    { "seasonal(months)[2022-01, 2022-05]", "2022-01: 1.10, 2022-05: 1.20" },
    { "growth(exports)", "2022: 44, 2023: 12.2" },
    { "change(share(exports, of: world))", "2022: 0.4, 2023: 3.2" },
    { "compound(exports, from: 2021)", "2022: 44, 2023: 27.1" },
    { "contribution(exports, to: world)", "2022: 6.6, 2023: 1.9" },
    { "imply(trade[flow: turnover])", "2022: 24.2, 2023: 31.5" },
    { "share(exports, of: world)", "2021: 15.09, 2022: 15.52, 2023: 18.68" },
    { "index(exports, base: 2021)", "2021: 100.0, 2022: 144, 2023: 162" },
    { "latest(exports)", "one figure stands here where a series is wanted" },
    { "convert(exports, to: EUR, at: trade[indicator: rate of exchange])",
      "2022: 12.4, 2023: 13.6" },
    { "constant(exports, prices: trade[indicator: price index], base: 2021)",
      "2021: 9.10, 2022: 10.9" },
    { "count(" PARTS ", by: partner)", "2021: 3, 2022: 3, 2023: 3" },
    { "rca(wheat, all: world, world_product: all_wheat, world_all: all_trade)",
      "2022: 4.81, 2023: 5.31" },
    { "intensity(exports, all: world, world_to_partner: to_china, world_all: all_trade)",
      "2022: 1.420, 2023: 1.74" },
    { "total(" PARTS ", by: partner)", "2021: 21.30, 2022: 25.50, 2023: 27.60" },
    { "top(" PARTS ", by: partner, n: 1)",
      "CHN 2021: 9.10, 2022: 13.10, 2023: 14.70; other 2021: 51.20, 2022: 71.30, 2023: 64.00" },
    { "rank(" PARTS ", by: partner, of: China)", "2021: 2, 2022: 1, 2023: 1" },
    { "herfindahl(" PARTS ", by: partner)", "2021: 0.395, 2022: 0.403, 2023: 0.422" },
};

static void test_each_is_a_series(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char spec[4096], got[SERIES_TEXT];

        print_message("  %s\n", cases[i].expression);
        snprintf(spec, sizeof spec, NAMES "  it: '%s'\nsheet: [notes]\n", cases[i].expression);

        sheaf_sheet *sheet = pages_read(NULL, spec);
        sheet_begin_output(sheet);
        if (sheaf_sheet_status(sheet) == SHEAF_OK)
            assert_string_equal(sheet->series->name, "it");
        if (sheaf_sheet_status(sheet) != SHEAF_OK)
            snprintf(got, sizeof got, "%s", sheaf_sheet_message(sheet));
        else if (sheet->series->list != NULL)
            series_list_to_text(sheet->series->list, got);
        else
            series_to_text(sheet->series->series, got);
        assert_string_equal(got, cases[i].series);
        sheaf_sheet_destroy(sheet);
    }
}

/* What a data entry leaves out, in all its spellings. */
static void test_members_are_left_out(void **state)
{
    static const struct {
        const char *without, *others; /* others NULL: refused */
    } spellings[] = {
        { "\"partner: !World\"", NULL },
        { "'partner: World'", "CHN 2022: 13.10; other 2022: 12.40" },
        { "{partner: WLD}", "CHN 2022: 13.10; other 2022: 12.40" },
        { "{partner: [World, China]}", "RUS 2022: 8.80; other 2022: 3.60" },
        { "[partner: Мир, 'partner: China']", "RUS 2022: 8.80; other 2022: 3.60" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(spellings); i++) {
        char spec[1024], got[SERIES_TEXT];

        print_message("  %s\n", spellings[i].without);
        snprintf(spec, sizeof spec,
                 "sheaf: 1\ntitle: A test\n"
                 "data: {trade: {file: ../../tests/cli/fixtures/algebra.csv, without: %s}}\n"
                 "series: {it: 'top(" PARTS ", by: partner, n: 1, in: 2022)[2022, 2022]'}\n"
                 "sheet: [notes]\n",
                 spellings[i].without);

        sheaf_sheet *sheet = pages_read(NULL, spec);
        sheet_begin_output(sheet);
        if (spellings[i].others != NULL) {
            assert_string_equal(sheaf_sheet_message(sheet), "");
            series_list_to_text(sheet->series->list, got);
            assert_string_equal(got, spellings[i].others);
        } else {
            assert_non_null(strstr(sheaf_sheet_message(sheet), "left out twice; write 'World'"));
        }
        sheaf_sheet_destroy(sheet);
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
        cmocka_unit_test(test_each_is_a_series),
        cmocka_unit_test(test_members_are_left_out),
        cmocka_unit_test(test_no_function_is_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
