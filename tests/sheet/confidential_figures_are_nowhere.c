/* confidential_figures_are_nowhere.c - what its source calls confidential stands in no table,
 * chart, key figure, text, note or alternative text: its place is blank with a mark that the
 * notes explain; nor does a figure computed from it tell of it. */
#include "support/check.h"

#include <math.h>

#include "pages.h"
#include "series/observation.h"
#include "sheaf/expression.h"

static sheaf_series *make_series(const char *name, double year_before, double secret)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);

    sheaf_series_set_flow(series, name);
    sheaf_series_add(series, sheaf_period_year(2022), year_before, 1, SHEAF_NORMAL);
    sheaf_series_add_observation(series, &(sheaf_observation){ .period = sheaf_period_year(2023),
                                                               .value = secret,
                                                               .low = secret - 0.05,
                                                               .high = secret + 0.05,
                                                               .decimals = 1,
                                                               .status = SHEAF_NORMAL,
                                                               .confidentiality = 'C',
                                                               .has_stated_growth = true,
                                                               .stated_growth = 77.7,
                                                               .stated_growth_decimals = 1 });
    return series;
}

/* Exports of 2023 are confidential, imports are not, turnover is computed from both. */
static sheaf_sheet *make_sheet(const char *language)
{
    const sheaf_period years[] = { sheaf_period_year(2022), sheaf_period_year(2023) };
    const double imports[] = { 9.5, 1234.5 };
    sheaf_series *all[3] = { make_series("exports", 5555.5, 9876.5),
                             sheaf_series_from_years("imports", "USD", 9, 2022, imports, 2) };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    all[2] = sheaf_series_sum(all[0], all[1]);
    sheaf_sheet_set_language(sheet, language);
    for (size_t i = 0; i < 3; i++) {
        sheaf_sheet_add_series(sheet, all[i]);
        sheaf_chart_add(chart, all[i]);
        sheaf_sheet_add_figure(sheet, NULL, all[i], years[1], true);
    }
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_sheet_add_table(sheet, (const sheaf_series *const *)all, 3, years, 2, true);
    sheaf_sheet_add_text(sheet, "Exports were {exports[2023] || not told}.");
    sheaf_sheet_add_notes(sheet, NULL, 0);
    sheaf_chart_destroy(chart);
    for (size_t i = 0; i < 3; i++)
        sheaf_series_destroy(all[i]);
    return sheet;
}

/* What is said stands between quotation marks; beside it there are only coordinates. */
static void check_is_not_told(const char *dump, const char *language, const char *secret)
{
    bool is_said = false;

    for (const char *at = dump; *at != '\0'; at++) {
        is_said = *at == '\n' ? false : is_said != (*at == '"');
        if (is_said && strncmp(at, secret, strlen(secret)) == 0)
            fail_msg("%s: %s is told:\n%.100s", language, secret, at);
    }
}

static void test_no_digit_of_it_is_shown(void **state)
{
    /* The figure, its sum with imports, its growth, its difference from the year before. */
    static const char *const secrets[] = { "9876", "9,876", "11111", "11,111", "77.7", "77.8" };
    static const struct {
        const char *language, *word;
    } languages[] = {
        { "en", "Confidential" }, { "ru", "Конфиденциальные" }, { "kk", "Құпия" }, { "zh", "保密" }
    };

    (void)state;
    for (size_t l = 0; l < LENGTH(languages); l++) {
        sheaf_sheet *sheet = make_sheet(languages[l].language);
        struct buffer dump;

        assert_int_not_equal(sheaf_sheet_status(sheet), SHEAF_NO_MEMORY);
        if (sheaf_sheet_status(sheet) != SHEAF_OK)
            fail_msg("%s", sheaf_sheet_message(sheet));
        assert_int_not_equal(pages_dump(sheet, &dump), 0);
        for (size_t i = 0; i < LENGTH(secrets); i++)
            check_is_not_told(dump.bytes, languages[l].language, secrets[i]);
        assert_non_null(strstr(dump.bytes, "[c]"));
        assert_non_null(strstr(dump.bytes, languages[l].word));
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* Expressions over a file: the total that would reveal the cell is confidential too. */
static void test_a_sum_does_not_reveal_it(void **state)
{
    static const char text[] = "period,flow,value,conf_status\n"
                               "2023,exports,10.5,C\n2023,imports,4.5,F\n";
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
    sheaf_series_list *list = sheaf_table_evaluate(table, "exports + imports");
    const sheaf_series *sum = sheaf_series_list_at(list, 0);
    sheaf_series *shown = series_copy(NULL, sum);

    (void)state;
    assert_int_equal(sheaf_series_list_status(list), SHEAF_OK);
    assert_int_equal(sheaf_series_at(sum, 0, ROOM)->confidentiality, 'C');
    series_hide_confidential(shown);
    assert_true(isnan(sheaf_series_at(shown, 0, ROOM)->value));
    assert_int_equal(sheaf_series_derivation_count(shown), 0);
    sheaf_series_destroy(shown);
    sheaf_series_list_destroy(list);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_digit_of_it_is_shown),
        cmocka_unit_test(test_a_sum_does_not_reveal_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
