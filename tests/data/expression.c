/* expression.c - an expression gives the series it says, or points at its mistake. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "data/expression.h"
#include "data/rounding.h"
#include "data/series.h"
#include "support/quota.h"

static const char csv[] = "period,partner,flow,value,unit,unit_mult,growth_pct\n"
                          "2023,CHN,turnover,31.5,USD,9,30.1\n"
                          "2023,CHN,exports,14.7,USD,9,12.6\n"
                          "2024-01-01/P4M,CHN,turnover,9,USD,9,10.3\n"
                          "2023,RUS,exports,9.8,USD,9,\n"
                          "2023,CHN,\"grain, oil seeds\",3,t,6,\n";

/* The names that the expressions may use. */
struct names {
    sheaf_table *trade;
    sheaf_series *turnover, *exports, *quoted;
};

static bool find(void *context, const char *name, struct named *named, sheaf_error *error)
{
    const struct names *names = context;

    if (strcmp(name, "trade") == 0)
        named->table = names->trade;
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
    static const sheaf_pick turnover[] = { { "flow", "turnover" } };
    static const sheaf_pick exports[] = { { "flow", "exports" }, { "partner", "CHN" } };
    struct names names = { .trade = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv)) };
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
    sheaf_series_destroy(names->turnover);
    sheaf_series_destroy(names->exports);
    sheaf_series_destroy(names->quoted);
}

/* What an expression gives: "2022: 24.2, 2023: 31.5", or its one observation. */
static void describe(const struct expression_value *value, char *out, size_t capacity)
{
    size_t length = 0;

    out[0] = '\0';
    for (size_t i = 0; i < sheaf_series_count(value->series); i++) {
        const sheaf_observation *o = sheaf_series_at(value->series, i);
        char period[SHEAF_PERIOD_TEXT], number[2 * NUMBER_TEXT];

        if (value->period.unit != SHEAF_NO_PERIOD && o != expression_observation(value))
            continue;
        sheaf_period_write(o->period, period);
        number_write_fixed(number, round_to(o->value, o->decimals),
                           o->decimals > 0 ? o->decimals : 0);
        length += (size_t)snprintf(out + length, capacity - length, "%s%s: %s",
                                   length > 0 ? ", " : "", period, number);
    }
}

static sheaf_status run(const char *text, size_t n, const sheaf_alloc *alloc,
                        struct expression_value *value, sheaf_error *error)
{
    struct names names = make_names();
    struct environment environment = { &names, find, name_at };
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
    { "turnover - exports", "2022: 11, 2023: 16.8" },
    { "turnover \u2212 exports", "2022: 11, 2023: 16.8" },
    { "turnover-exports", "2022: 11, 2023: 16.8" },
    { "exports - (turnover - exports)", "2022: 2, 2023: -2.1" },
    { "turnover - exports - exports", "2022: -2, 2023: 2.1" },
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
    { "\"re-exports\"", "2022: 13, 2023: 14.7" },
    { "\u043d\u0435\u0444\u0442\u044c + exports", "2022: 26, 2023: 29.4" },
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
        sheaf_series_destroy(value.series);
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
    { "turnover * exports", 10, 1, "'+', '-' or the end is expected here, not '*'" },
    { "turnover exports", 10, 1, "'+', '-' or the end is expected here, not 'e'" },
    { "2023", 1, 1, "the name of a series is expected here, not '2'" },
    { "(turnover", 10, 1, "'+', '-' or ')' is expected here, and the expression ends" },
    { "growth(turnover]", 16, 1, "'+', '-' or ')' is expected here, not ']'" },
    { "growth()", 8, 1, "the name of a series is expected here, not ')'" },
    { "turnover[2023", 14, 1, "']' is expected here, and the expression ends" },
    { "turnover[]", 10, 1, "a period or a selection is expected here, not ']'" },
    { "turnover[2023/24]", 10, 7,
      "'2023/24' is neither a period, such as 2023 or 2024-T1, nor a selection, such as flow: "
      "exports" },
    { "turnover[2021]", 1, 14, "'turnover' has no 2021; it has 2022 to 2024-T1" },
    { "turnover[2023] - exports[2022]", 1, 30, "these are observations of different periods" },
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
      "'turnover' is a series already; only a table takes [flow: \u2026]" },
    { "(turnover)[flow: exports]", 1, 25,
      "'turnover' is a series already; only a table takes [flow: \u2026]" },
    { "growth(turnover)[flow: exports]", 18, 1, "a period is expected here, not 'f'" },
    { "turnover + trade[flow: 'grain, oil seeds']", 1, 42,
      "cannot add t to USD ('grain, oil seeds' to 'turnover')" },
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
        assert_null(value.series);
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
        "exports", "trade",   "(", ")",  "[",    "]",    "+", "-",
        ":",       "growth(", ",", "\"", "2023", "flow", " ", ""
    };
    struct names names = make_names();
    struct environment environment = { &names, find, name_at };
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
        sheaf_series_destroy(value.series);
        arena_free(&arena);
    }
    print_message("  %zu are right\n", right);
    assert_true(right > 50);
    destroy_names(&names);
}

static void test_survives_every_failed_allocation(void **state)
{
    static const char text[] = "growth(exports + (turnover - trade[flow: exports, partner: CHN]))";
    sheaf_status status = SHEAF_NO_MEMORY;

    (void)state;
    for (size_t k = 0; status == SHEAF_NO_MEMORY; k++) {
        struct quota quota = { .left = k };
        sheaf_alloc alloc = quota_alloc(&quota);
        struct expression_value value;
        sheaf_error error = { 0 };

        status = run(text, sizeof text - 1, &alloc, &value, &error);
        sheaf_series_destroy(value.series);
        assert_int_equal(quota.live, 0);
    }
    assert_int_equal(status, SHEAF_OK);
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
