/* expressions_compute_or_show_the_mistake.c - an expression gives its series, or the error points at the
 * mistake. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "expression/expression.h"
#include "series/series.h"
#include "support/quota.h"
#include "support/series_text.h"

static const char csv[] = "period,partner,flow,value,unit,unit_mult,growth_pct\n"
                          "2023,CHN,turnover,31.5,USD,9,30.1\n"
                          "2023,CHN,exports,14.7,USD,9,12.6\n"
                          "2024-01-01/P4M,CHN,turnover,9,USD,9,10.3\n"
                          "2023,RUS,exports,9.8,USD,9,\n"
                          "2023,CHN,\"grain, oil seeds\",3,t,6,\n";
static const char products[] = "period,partner,product,value,unit\n"
                               "2022,CHN,27,50,USD\n2023,CHN,27,60,USD\n"
                               "2022,CHN,72,20,USD\n2023,CHN,72,10,USD\n"
                               "2023,CHN,2701,9,USD\n"
                               "2023,RUS,27,30,USD\n2023,RUS,72,5,USD\n"
                               "2023,WLD,27,100,USD\n2023,WLD,72,20,USD\n";
static const char monthly[] = "period,value,unit\n2023-01,1.0,USD\n2023-02,2.0,USD\n"
                              "2023-03,3.0,USD\n2023-04,4.0,USD\n2023-05,5.0,USD\n";

/* The names that the expressions may use. */
struct names {
    sheaf_table *trade, *goods, *months;
    sheaf_series *turnover, *exports, *quoted;
};

static bool find(void *context, const char *name, struct named *named, sheaf_error *error)
{
    const struct names *names = context;

    if (strcmp(name, "trade") == 0)
        named->table = names->trade;
    else if (strcmp(name, "goods") == 0)
        named->table = names->goods;
    else if (strcmp(name, "months") == 0)
        named->table = names->months;
    else if (strcmp(name, "turnover") == 0)
        named->series = names->turnover;
    else if (strcmp(name, "exports") == 0)
        named->series = names->exports;
    else if (strcmp(name, "re-exports") == 0 || strcmp(name, "\u043d\u0435\u0444\u0442\u044c") == 0)
        named->series = names->quoted;
    else if (strcmp(name, "broken") == 0)
        fail_at(error, SHEAF_BAD_INPUT, (struct place){ .file = "sheet.yaml", .line = 7 },
                "this one failed before");
    return named->table != NULL || named->series != NULL;
}

static const char *name_at(void *context, size_t index)
{
    static const char *const all[] = { "trade", "turnover", "exports", "re-exports", NULL };

    (void)context;
    return all[index];
}

static struct names make_names(void)
{
    static const sheaf_filter turnover[] = { { "flow", "turnover" } };
    static const sheaf_filter exports[] = { { "flow", "exports" }, { "partner", "CHN" } };
    struct names names = {
        .trade = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv)),
        .goods = sheaf_table_read_bytes(NULL, "goods.csv", products, strlen(products)),
        .months = sheaf_table_read_bytes(NULL, "months.csv", monthly, strlen(monthly))
    };
    sheaf_series *stated = sheaf_table_select(names.trade, turnover, 1);

    names.turnover = sheaf_series_imply(stated);
    sheaf_series_destroy(stated);
    stated = sheaf_table_select(names.trade, exports, 2);
    names.exports = sheaf_series_imply(stated);
    sheaf_series_destroy(stated);
    series_set_name(names.exports, "exports");
    names.quoted = series_copy(NULL, names.exports);
    return names;
}

static void destroy_names(struct names *names)
{
    sheaf_table_destroy(names->trade);
    sheaf_table_destroy(names->goods);
    sheaf_table_destroy(names->months);
    sheaf_series_destroy(names->turnover);
    sheaf_series_destroy(names->exports);
    sheaf_series_destroy(names->quoted);
}

/* What an expression gives: "2022: 24.2, 2023: 31.5", or its one observation; of several
 * series each after its name. */
static void describe(const struct expression_value *value, char *out, size_t capacity)
{
    size_t length = 0, count = sheaf_series_list_count(value->list);

    out[0] = '\0';
    for (size_t i = 0; i < count && length < capacity; i++) {
        const sheaf_series *series = sheaf_series_list_at(value->list, i);
        char text[SERIES_TEXT];
        sheaf_series *shown = value->period.unit != SHEAF_NO_PERIOD
                                  ? sheaf_series_filter(series, value->period, value->period)
                                  : series_copy(NULL, series);

        series_to_text(shown, text);
        sheaf_series_destroy(shown);
        if (count > 1)
            length += (size_t)snprintf(out + length, capacity - length, "%s%s ", i > 0 ? "; " : "",
                                       sheaf_series_name(series));
        if (length < capacity)
            length += (size_t)snprintf(out + length, capacity - length, "%.400s", text);
    }
}

static sheaf_status run(const char *text, size_t n, const sheaf_alloc *alloc,
                        struct expression_value *value, sheaf_error *error)
{
    struct names names = make_names();
    struct environment environment = { &names, find, name_at, NULL, NULL, false, false };
    struct arena arena;
    struct expression *expression;
    sheaf_status status = SHEAF_NO_MEMORY;

    *value = (struct expression_value){ 0 };
    arena_init(&arena, alloc, error);
    expression = expression_parse(&arena, text, n, error);
    if (expression != NULL)
        status = expression_evaluate(expression, &environment, alloc, value, error);
    arena_free(&arena);
    destroy_names(&names);
    return expression != NULL ? status : error->status;
}

static const struct {
    const char *expression, *value;
} results[] = {
    { "turnover", "2022: 24.2, 2023-T1: 8, 2023: 31.5, 2024-T1: 9" },
    { " turnover ", "2022: 24.2, 2023-T1: 8, 2023: 31.5, 2024-T1: 9" },
    { "(((turnover)))", "2022: 24.2, 2023-T1: 8, 2023: 31.5, 2024-T1: 9" },
    { "trade[flow: turnover]", "2023: 31.5, 2024-T1: 9" },
    { "trade[flow:exports,partner:RUS]", "2023: 9.8" },
    { "trade[ flow : exports , partner : \"RUS\" ]", "2023: 9.8" },
    { "trade[flow: 'grain, oil seeds']", "2023: 3" },
    { "imply(trade[flow: turnover])", "2022: 24.2, 2023-T1: 8, 2023: 31.5, 2024-T1: 9" },
    { "turnover - exports", "2022: 11.2, 2023: 16.8" },
    { "turnover \u2212 exports", "2022: 11.2, 2023: 16.8" },
    { "turnover-exports", "2022: 11.2, 2023: 16.8" },
    { "exports - (turnover - exports)", "2022: ≈1.9, 2023: ≈-2.1" },
    { "turnover - exports - exports", "2022: ≈-1.9, 2023: ≈2.1" },
    { "exports + exports", "2022: 26, 2023: 29.4" },
    { "growth(turnover)", "2023: 30.1, 2024-T1: 10.3" },
    { "growth(turnover - exports)", "2023: 50" },
    { "turnover[2023]", "2023: 31.5" },
    { "turnover[ 2023 ]", "2023: 31.5" },
    { "turnover[2024-T1]", "2024-T1: 9" },
    { "turnover[2024-01-01/P4M]", "2024-T1: 9" },
    { "turnover[Jan-Apr 2024]", "2024-T1: 9" },
    { "trade[flow: turnover][2023]", "2023: 31.5" },
    { "growth(exports)[2023]", "2023: 12.6" },
    { "growth(exports[2023])", "2023: 12.6" },
    { "(turnover - exports)[2023]", "2023: 16.8" },
    { "turnover[2023] - exports[2023]", "2023: 16.8" },
    { "turnover[2023] - exports", "2023: 16.8" },
    { "\"re-exports\"", "2022: 13.1, 2023: 14.7" },
    { "\u043d\u0435\u0444\u0442\u044c + exports", "2022: 26, 2023: 29.4" },
    { "2 * exports", "2022: 26, 2023: 29.4" },
    { "exports / 1000", "2022: 0.0131, 2023: 0.0147" },
    { "exports \u00d7 (1 + 1) \u00f7 4", "2022: 6.5, 2023: 7.4" },
    { "-1 * exports", "2022: -13.1, 2023: -14.7" },
    { "turnover - 2 * exports", "2022: ≈-1.9, 2023: ≈2.1" },
    { "exports / turnover", "2022: 0.54, 2023: 0.47" },
    { "exports[2023] / turnover", "2023: 0.47" },
    { "share(exports, of: turnover)", "2022: 54, 2023: 47" },
    { "share(of: turnover, part: exports)", "2022: 54, 2023: 47" },
    { "share( exports , turnover )[2023]", "2023: 47" },
    { "turnover[2022..2023]", "2022: 24.2, 2023: 31.5" },
    { "turnover[2023..]", "2023: 31.5" },
    { "turnover[..2022]", "2022: 24.2" },
    { "turnover[2022, 2024-T1]", "2022: 24.2, 2024-T1: 9" },
    { "turnover[2022..2022, 2023, 2022]", "2022: 24.2, 2023: 31.5" },
    { "turnover[2022..2023][2023]", "2023: 31.5" },
    { "sum(months, to: quarter)", "2023-Q1: 6.0, 2023-Q2: : O" },
    { "sum(months, quarter, yes)", "2023-Q1: 6.0, 2023-Q2: 9.0 D" },
    { "sum(months, to: 2020-T1)", "2023-T1: 10" },
    { "sum(months, to: 2020-04-01/P1Y, partial: yes)",
      "2022-04-01/P1Y: 6.0 D, 2023-04-01/P1Y: 9.0 D" },
    { "cumulative(months)[2023-Q1]", "2023-Q1: 6.0" },
    { "cumulative(months, from: 4)[2023-04]", "2023-04: 4.0" },
    { "growth(months, on: previous)[2023-02]", "2023-02: ≈100" },
    { "index(months, base: 2023-02)[2023-04]", "2023-04: 200" },
    { "rolling_mean(months, 3)", "2023-03: 2.0, 2023-04: 3.0, 2023-05: 4.0" },
    { "goods[partner: CHN][product: 27]", "2022: 50, 2023: 60" },
    { "goods[partner: CHN][partner: RUS, product: 27]", "2023: 30" },
    { "goods[product: 27, partner: CHN | RUS]", "CHN 2022: 50, 2023: 60; RUS 2023: 30" },
    { "goods[product: 27, partner: *]", "CHN 2022: 50, 2023: 60; RUS 2023: 30; WLD 2023: 100" },
    { "goods[product: 27, partner: CHN | RUS][2023]", "CHN 2023: 60; RUS 2023: 30" },
    { "share(goods[product: 27, partner: CHN | RUS], of: goods[product: 27, partner: WLD])",
      "CHN 2023: 60; RUS 2023: 30" },
    { "goods[product: 27, partner: *] - goods[product: 72, partner: RUS | CHN]",
      "CHN 2022: 30, 2023: 50; RUS 2023: 25" },
    { "2 * goods[product: 27, partner: CHN | RUS]", "CHN 2022: 100, 2023: 120; RUS 2023: 60" },
    { "top(goods[product: 27], by: partner, n: 1)", "CHN 2022: 50, 2023: 60; other 2023: 40" },
    { "top(goods[product: 27, partner: CHN | RUS], n: 1)",
      "CHN 2022: 50, 2023: 60; other 2023: 30" },
    { "total(goods[partner: CHN], by: product, depth: 2)", "2022: 70, 2023: 70" },
    { "rank(goods[product: 27], by: partner)", "CHN 2022: 1, 2023: 1; RUS 2023: 2" },
    { "rank(goods[product: 27], of: RUS, by: partner)[2023]", "2023: 2" },
    { "herfindahl(goods[product: 27], by: partner)[2023]", "2023: 0.56" },
};

static void test_gives_what_it_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(results); i++) {
        struct expression_value value;
        sheaf_error error = { 0 };
        char text[256];
        const char *expression = results[i].expression;

        print_message("  %s\n", expression);
        if (run(expression, strlen(expression), NULL, &value, &error) != SHEAF_OK)
            fail_msg("%s", error.message);
        describe(&value, text, sizeof text);
        assert_string_equal(text, results[i].value);
        sheaf_series_list_destroy(value.list);
    }
}

static const struct {
    const char *expression;
    size_t column, length;
    const char *message;
} mistakes[] = {
    { "exprots", 1, 7, "no series named 'exprots'; did you mean 'exports'?" },
    { "turnover - exprots", 12, 7, "no series named 'exprots'; did you mean 'exports'?" },
    { "oil", 1, 3, "no series named 'oil'" },
    { "growth", 1, 6, "'growth' is a function; write growth(\u2026)" },
    { "grwoth(exports)", 1, 6, "no function named 'grwoth'; did you mean 'growth'?" },
    { "\u043d\u0435\u0444\u0442\u044c + oil", 9, 3, "no series named 'oil'" },
    { "", 1, 1, "the name of a series is expected here, and the expression ends" },
    { "turnover -", 11, 1, "the name of a series is expected here, and the expression ends" },
    { "turnover exports", 10, 1, "an operator or the end is expected here, not 'e'" },
    { "2023", 1, 4, "this is a plain number where a series is wanted" },
    { "1.2.3 * turnover", 1, 5, "'1.2.3' is not a number" },
    { "1 / 0 * turnover", 5, 1, "nothing can be divided by zero" },
    { "turnover / 0", 12, 1, "nothing can be divided by zero" },
    { "-turnover", 2, 1, "a number is expected here, not 't'" },
    { "turnover * exports", 1, 18, "cannot multiply USD by USD" },
    { "turnover + 5", 1, 12, "cannot add a number without unit to USD ('5' to 'turnover')" },
    { "growth(5)", 8, 1, "this is a plain number where a series is wanted" },
    { "(turnover", 10, 1, "an operator or ')' is expected here, and the expression ends" },
    { "growth(turnover]", 16, 1, "an operator, ',' or ')' is expected here, not ']'" },
    { "growth()", 1, 8, "growth(\u2026) needs 'series', as in growth(exports, on: previous)" },
    { "share(exports)", 1, 14, "share(\u2026) needs 'of', as in share(exports, of: world)" },
    { "share(exports, off: turnover)", 16, 3, "share(\u2026) takes no 'off'; did you mean 'of'?" },
    { "share(exports, whole: turnover)", 16, 5,
      "share(\u2026) takes no 'whole'; it takes: part, of" },
    { "share(exports, part: turnover)", 16, 4, "'part' is given twice" },
    { "share(of: turnover, exports)", 21, 1,
      "a name and ':', as the argument before has one, is expected here, not 'e'" },
    { "imply(exports, turnover)", 16, 1,
      "imply(\u2026) takes no more than 1 argument: imply(turnover)" },
    { "growth(exports, on: previuos)", 21, 8,
      "'previuos' is no choice here; did you mean 'previous'?" },
    { "growth(exports, on: Monday)", 21, 6, "'Monday' is no choice here; there is: year previous" },
    { "sum(months, to: yaer)", 17, 4, "'yaer' is no length of periods; did you mean 'year'?" },
    { "sum(months, to: decade)", 17, 6,
      "'decade' is no length of periods; there is: year half-year trimester quarter month "
      "2024-T1" },
    { "index(exports, base: then)", 22, 4, "'then' is no period, such as 2023 or 2024-T1" },
    { "index(exports, base: 2019)", 1, 26, "'exports' has no 2019 to be 100; it has 2022 to 2023" },
    { "rolling_sum(months, n: 0)", 24, 1, "'0' is not a whole number from 1 to 9999" },
    { "rolling_sum(months, n: )", 24, 1, "a number is expected here, not ')'" },
    { "turnover[2022..2023-T1]", 1, 23,
      "a range runs between periods of one length, not from 2022 to 2023-T1" },
    { "turnover[2022, 2030]", 1, 20, "'turnover' has no 2030; it has 2022 to 2024-T1" },
    { "turnover[..]", 10, 2,
      "'..' is neither a period, such as 2023 or 2024-T1, nor a selection, such as flow: "
      "exports" },
    { "top(goods, n: 3)", 1, 16,
      "top(\u2026) needs 'by' with a table, as in top(trade, by: partner, n: 5)" },
    { "top(goods[partner: CHN], by: product)", 1, 37,
      "products of 2 and of 4 digits are here, which are never added together; say which, as in "
      "depth: 2" },
    { "top(goods[product: 27], by: parnter)", 1, 36,
      "no dimension named 'parnter'; did you mean 'partner'?" },
    { "top(goods[product: 99], by: partner)", 20, 2,
      "no product named '99'; there is: 27, 72, 2701" },
    { "rank(goods[product: 27], by: partner, of: USA)", 1, 46,
      "'USA' is not among the 2 series that are ranked" },
    { "mirror(goods[product: 27, partner: *], exports)", 8, 30,
      "these are several series where one is wanted" },
    { "goods[partner: *, product: *]", 28, 1,
      "only one dimension may have several members; 'partner' has them already" },
    { "goods[product: 27, partner: CHN | USA]", 29, 9,
      "no partner named 'USA'; there is: CHN, RUS, WLD" },
    { "turnover[2023", 14, 1, "']' is expected here, and the expression ends" },
    { "turnover[]", 10, 1, "a period or a selection is expected here, not ']'" },
    { "turnover[2023/24]", 10, 7,
      "'2023/24' is neither a period, such as 2023 or 2024-T1, nor a selection, such as flow: "
      "exports" },
    { "turnover[2021]", 1, 14, "'turnover' has no 2021; it has 2022 to 2024-T1" },
    { "turnover[2023] - exports[2022]", 1, 30,
      "these are observations of different periods, 2023 and 2022" },
    { "turnover[2024-T1] - exports", 1, 27,
      "'turnover - exports' has no 2024-T1; it has 2022 to 2023" },
    { "growth(turnover[2022])", 1, 22, "'growth(turnover)' has no 2022; it has 2023 to 2024-T1" },
    { "trade", 1, 5, "more than one partner is left: CHN, RUS; pick one, as in partner: CHN" },
    { "trade[flow: exprots]", 13, 7, "no flow named 'exprots'; did you mean 'exports'?" },
    { "trade[flow]", 7, 4,
      "'flow' is neither a period, such as 2023 or 2024-T1, nor a selection, such as flow: "
      "exports" },
    { "trade[partner: CHN, flow: exprots]", 27, 7,
      "no flow named 'exprots'; did you mean 'exports'?" },
    { "trade[flow: exports, partners: CHN]", 32, 3,
      "no dimension named 'partners'; did you mean 'partner'?" },
    { "trade[flow: exports, , ]", 22, 1,
      "a dimension (as in flow: exports) is expected here, not ','" },
    { "turnover[2023 - exports", 24, 1, "']' is expected here, and the expression ends" },
    { "trade[flow: ]", 13, 1, "a member (as in flow: exports) is expected here, not ']'" },
    { "trade[flow: exports", 20, 1, "',' or ']' is expected here, and the expression ends" },
    { "trade[flow: \"exports", 13, 1, "this quote is not closed" },
    { "turnover[flow: exports]", 1, 23,
      "this is one series already; only tables and several series take [flow: \u2026]" },
    { "(turnover)[flow: exports]", 1, 25,
      "this is one series already; only tables and several series take [flow: \u2026]" },
    { "growth(turnover)[flow: exports]", 1, 31,
      "this is one series already; only tables and several series take [flow: \u2026]" },
    { "turnover + trade[flow: 'grain, oil seeds']", 1, 42,
      "cannot add t to USD ('grain, oil seeds' to 'turnover')" },
    { "Total = goods[product: 27, partner: CHN | RUS]", 1, 5,
      "'Total' would name 2 series; a name is for one" },
    { "= exports", 1, 1, "the series' name before '=' is expected here, not '='" },
    { "Total = ", 9, 1, "the name of a series is expected here, and the expression ends" },
    { "A = B = exports", 7, 1, "an operator or the end is expected here, not '='" },
    { "A = exprots", 5, 7, "no series named 'exprots'; did you mean 'exports'?" },
    { "\"A\" b = exports", 5, 1, "'=' behind the series' name is expected here, not 'b'" },
    { "broken", 0, 0, "this one failed before" },
};

static void test_points_at_a_mistake(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        struct expression_value value;
        sheaf_error error = { 0 };
        const char *expression = mistakes[i].expression;

        print_message("  %s\n", expression);
        assert_int_equal(run(expression, strlen(expression), NULL, &value, &error),
                         SHEAF_BAD_INPUT);
        assert_null(value.list);
        assert_string_equal(error.message, mistakes[i].message);
        assert_int_equal(error.column, mistakes[i].column);
        assert_int_equal(error.length, mistakes[i].length);
    }
}

static void test_limits_are_told(void **state)
{
    static const struct {
        const char *unit, *message;
    } cases[] = {
        { "(", "brackets are nested more than 200 deep" },
        { "growth(", "brackets are nested more than 200 deep" },
        { "exports+", "an expression has at most 200 operations; name its parts" },
        { "a", "no series named '" },
    };
    static char text[20000];

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        size_t n = 0, unit = strlen(cases[i].unit);
        struct expression_value value;
        sheaf_error error = { 0 };

        for (; n + unit < 16000; n += unit)
            memcpy(text + n, cases[i].unit, unit);
        assert_int_equal(run(text, n, NULL, &value, &error), SHEAF_BAD_INPUT);
        assert_memory_equal(error.message, cases[i].message, strlen(cases[i].message));
    }
    sheaf_error error = { 0 };
    struct expression_value value;

    memset(text, 'a', sizeof text);
    assert_int_equal(run(text, sizeof text, NULL, &value, &error), SHEAF_BAD_INPUT);
    assert_string_equal(error.message, "an expression has at most 16384 bytes; name its parts");
    error = (sheaf_error){ 0 };
    assert_int_equal(run("a\0b", 3, NULL, &value, &error), SHEAF_BAD_INPUT);
    assert_string_equal(error.message, "the expression is not UTF-8 text");
    error = (sheaf_error){ 0 };
    assert_int_equal(run("\xE9", 1, NULL, &value, &error), SHEAF_BAD_INPUT);
    assert_string_equal(error.message, "the expression is not UTF-8 text");
}

/* Every mixture of four tokens gives a series or points somewhere within the text. */
static void test_any_mixture_of_tokens_is_answered(void **state)
{
    static const char *const tokens[] = {
        "exports", "trade",   "(", ")", "[",    "]",    "+",  "-",
        ":",       "growth(", ",", "*", "2023", "flow", "..", ""
    };
    struct names names = make_names();
    struct environment environment = { &names, find, name_at, NULL, NULL, false, false };
    size_t n = LENGTH(tokens), right = 0;

    (void)state;
    for (size_t i = 0; i < n * n * n * n; i++) {
        char text[64] = "exports";
        struct expression_value value = { 0 };
        struct expression *expression;
        struct arena arena;
        sheaf_error error = { 0 };

        for (size_t k = 0, rest = i; k < 4; k++, rest /= n)
            strcat(text, tokens[rest % n]);
        arena_init(&arena, NULL, &error);
        expression = expression_parse(&arena, text, strlen(text), &error);
        if (expression != NULL &&
            expression_evaluate(expression, &environment, NULL, &value, &error) == SHEAF_OK)
            right++;
        else
            assert_true(error.column >= 1 && error.column <= strlen(text) + 1 &&
                        error.message[0] != '\0');
        sheaf_series_list_destroy(value.list);
        arena_free(&arena);
    }
    print_message("  %zu are right\n", right);
    assert_true(right > 40);
    destroy_names(&names);
}

static sheaf_status run_and_destroy(const sheaf_alloc *alloc, const void *text)
{
    struct expression_value value;
    sheaf_error error = { 0 };
    sheaf_status status = run(text, strlen(text), alloc, &value, &error);

    sheaf_series_list_destroy(value.list);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    static const char *const texts[] = {
        "growth(turnover + (turnover - trade[flow: exports, partner: CHN])) * 2",
        "top(goods[product: 27, partner: *][2023..], n: 1)",
        "top(goods[product: 27], by: partner, n: 1)[2023] / 2",
        "share(goods[product: 27, partner: CHN | RUS], of: goods[product: 27, partner: WLD])",
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++)
        quota_sweep(run_and_destroy, texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gives_what_it_says),
        cmocka_unit_test(test_points_at_a_mistake),
        cmocka_unit_test(test_limits_are_told),
        cmocka_unit_test(test_any_mixture_of_tokens_is_answered),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
