/* statuses_are_explained.c - a figure that is not plain is marked wherever it stands,
 * and the notes explain each mark that is used, and no other, in the sheet's language. */
#include "support/check.h"

#include <math.h>

#include "pages.h"

static const struct {
    sheaf_observation_status status;
    bool has_value;
    const char *mark;
    const char *words[4]; /* en, ru, kk, zh */
} statuses[] = {
    { SHEAF_PROVISIONAL, true, "[p]", { "Provisional", "Предварительные", "Алдын ала", "初步" } },
    { SHEAF_ESTIMATED, true, "[e]", { "Estimated", "Оценка", "Бағалау", "估计值" } },
    { SHEAF_FORECAST, true, "[f]", { "Forecast", "Прогноз", "Болжам", "预测" } },
    { SHEAF_IMPUTED, true, "[i]", { "Imputed", "Импутированные", "Импутацияланған", "插补值" } },
    { SHEAF_UNVALIDATED,
      true,
      "[v]",
      { "Not validated", "Непроверенные", "Тексерілмеген", "未经核实" } },
    { SHEAF_EXPERIMENTAL,
      true,
      "[g]",
      { "Experimental", "Экспериментальные", "Эксперименттік", "试验性" } },
    { SHEAF_LOW_RELIABILITY,
      true,
      "[u]",
      { "Low reliability", "Низкая надёжность", "Сенімділігі төмен", "可靠性低" } },
    { SHEAF_BREAK,
      true,
      "[b]",
      { "Break in series", "Разрыв ряда", "Қатардағы үзіліс", "序列中断" } },
    { SHEAF_DEFINITION_DIFFERS,
      true,
      "[def]",
      { "Definition differs", "Другое определение", "Анықтамасы өзгеше", "定义不同" } },
    { SHEAF_NOT_SIGNIFICANT,
      true,
      "[n]",
      { "Not significant", "Незначительная", "Мәні елеусіз", "数值极小" } },
    { SHEAF_MISSING, false, "[o]", { "Missing", "Данные отсутствуют", "Деректер жоқ", "缺失" } },
    { SHEAF_NOT_COLLECTED,
      false,
      "[l]",
      { "Not collected", "не собирались", "жиналмаған", "未收集" } },
    { SHEAF_CANNOT_EXIST,
      false,
      "[m]",
      { "Cannot exist", "Явление отсутствует", "Құбылыс жоқ", "不适用" } },
    { SHEAF_SUPPRESSED,
      false,
      "[q]",
      { "Suppressed", "не публикуются", "Жарияланбайды", "不予公布" } },
};

enum { TABLE, CHART, FIGURE, PROSE, PLACES };

/* Two years of exports, the later with the status, in one place of a sheet. */
static sheaf_sheet *make_sheet(size_t i, int place, const char *language)
{
    const sheaf_period years[] = { sheaf_period_year(2022), sheaf_period_year(2023) };
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);
    const sheaf_series *const rows[] = { series };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    sheaf_series_add(series, years[0], 10.5, 1, SHEAF_NORMAL);
    sheaf_series_add(series, years[1], statuses[i].has_value ? 14.8 : NAN, 1, statuses[i].status);
    sheaf_chart_add(chart, series);
    sheaf_sheet_set_language(sheet, language);
    sheaf_sheet_add_series(sheet, series);
    if (place == TABLE)
        sheaf_sheet_add_table(sheet, rows, 1, years, 2, false);
    if (place == CHART)
        sheaf_sheet_add_chart(sheet, chart);
    if (place == FIGURE)
        sheaf_sheet_add_figure(sheet, NULL, series, years[1], false);
    if (place == PROSE)
        sheaf_sheet_add_text(sheet, "Exports: {exports[2023] || none}.");
    sheaf_sheet_add_notes(sheet, NULL, 0);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
    return sheet;
}

/* In a chart a style may tell the status, and then its key says the word. */
static bool style_tells(sheaf_observation_status status)
{
    return status == SHEAF_PROVISIONAL || status == SHEAF_ESTIMATED || status == SHEAF_FORECAST;
}

static void check_place(size_t i, int place, int language)
{
    static const char *const languages[] = { "en", "ru", "kk", "zh" };
    sheaf_sheet *sheet = make_sheet(i, place, languages[language]);
    bool marked = place != CHART || !style_tells(statuses[i].status);
    struct buffer dump;

    print_message("  %s in %s, place %d\n", statuses[i].mark, languages[language], place);
    assert_int_equal(pages_dump(sheet, &dump), 1);
    if (place == PROSE && !statuses[i].has_value) { /* there are words, and no figure */
        assert_non_null(strstr(dump.bytes, "none"));
        assert_int_equal(pages_count(dump.bytes, statuses[i].mark), 0);
    } else {
        assert_non_null(strstr(dump.bytes, statuses[i].words[language]));
        assert_true(pages_count(dump.bytes, statuses[i].mark) >= (marked ? 2U : 1U));
    }
    for (size_t k = 0; k < LENGTH(statuses); k++)
        if (k != i)
            assert_null(strstr(dump.bytes, statuses[k].mark));
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

static void test_every_status_in_every_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(statuses); i++)
        for (int place = 0; place < PLACES; place++)
            for (int language = 0; language < 4; language++)
                check_place(i, place, language);
}

/* Languages that have no words of their own get the English ones. */
static void test_other_languages_have_english_words(void **state)
{
    sheaf_sheet *sheet = make_sheet(4, TABLE, "es");
    struct buffer dump;

    (void)state;
    assert_int_equal(pages_dump(sheet, &dump), 1);
    assert_non_null(strstr(dump.bytes, "Not validated"));
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

/* Growth from a deficit has no meaning, and growth from a confidential figure is confidential: in the
 * growth column of a table, as a key figure, and below one. */
static void test_growth_says_why_it_is_not_there(void **state)
{
    const sheaf_period years[] = { sheaf_period_year(2022), sheaf_period_year(2023) };
    const double figures[] = { -10.5, 14.8 };
    sheaf_series *balance = sheaf_series_from_years("balance", "USD", 9, 2022, figures, 2);
    sheaf_series *secret = sheaf_series_create(NULL, "exports", "USD", 9);
    sheaf_series *growth;
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer dump;

    (void)state;
    sheaf_series_add_observation(secret, &(sheaf_observation){ .period = years[0],
                                                               .value = NAN,
                                                               .status = SHEAF_NORMAL,
                                                               .confidentiality = 'C' });
    sheaf_series_add(secret, years[1], 14.8, 1, SHEAF_NORMAL);
    growth = sheaf_series_growth(secret);
    sheaf_sheet_add_table(sheet, (const sheaf_series *const[]){ balance }, 1, years, 2, true);
    sheaf_sheet_add_figure(sheet, NULL, growth, years[1], false);
    sheaf_sheet_add_figure(sheet, NULL, secret, years[1], true);
    sheaf_sheet_add_notes(sheet, NULL, 0);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(pages_dump(sheet, &dump), 1);
    assert_int_equal(pages_count(dump.bytes, "[nc]"), 2); /* in the table and in the notes */
    assert_non_null(strstr(dump.bytes, "Not computed: it needs figures above zero"));
    assert_int_equal(pages_count(dump.bytes, "\"[c]\""),
                     3); /* beside both figures, and in the notes */
    assert_non_null(strstr(dump.bytes, "Confidential"));
    assert_null(strstr(dump.bytes, "\xE2\x88\x92"
                                   "141")); /* 14.8 is -141 % of -10.5 */
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
    sheaf_series_destroy(balance);
    sheaf_series_destroy(secret);
    sheaf_series_destroy(growth);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_status_in_every_place),
        cmocka_unit_test(test_other_languages_have_english_words),
        cmocka_unit_test(test_growth_says_why_it_is_not_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
