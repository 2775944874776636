/* computed_series_are_called_by_words.c - what charts call what is computed: words in their language,
 * never an expression. */
#include "support/check.h"

#include <string.h>

#include "chart/words/names.h"
#include "chart/words/words.h"
#include "sheaf/chart.h"
#include "sheaf/expression.h"
#include "support/functions.h"
#include "text/text.h"

static const char *const locales[] = { "en", "fr", "de", "ru", "kk", "zh", "ar", "ug" };
enum { LOCALES = LENGTH(locales) };

static const char trade[] = "period,reporter,partner,flow,value,unit\n"
                            "2021,KAZ,CHN,exports,90,USD\n2022,KAZ,CHN,exports,95,USD\n"
                            "2021,KAZ,CHN,imports,80,USD\n2022,KAZ,CHN,imports,85,USD\n"
                            "2021,KAZ,RUS,exports,50,USD\n2022,KAZ,RUS,exports,55,USD\n"
                            "2021,KAZ,WLD,exports,200,USD\n2022,KAZ,WLD,exports,210,USD\n"
                            "2021,CHN,KAZ,imports,91,USD\n2022,CHN,KAZ,imports,99,USD\n";
static const char flows[] = "period,flow,value,unit\n"
                            "2021,exports,90,USD\n2022,exports,95,USD\n2023,exports,99,USD\n"
                            "2021,imports,80,USD\n2022,imports,85,USD\n2023,imports,88,USD\n";
static const char months[] = "period,flow,value,unit\n"
                             "2022-01,exports,5,USD\n2022-02,exports,6,USD\n"
                             "2022-03,exports,5,USD\n2022-04,exports,6,USD\n"
                             "2023-01,exports,6,USD\n2023-02,exports,7,USD\n"
                             "2023-03,exports,6,USD\n2023-04,exports,7,USD\n";
static const char weights[] = "period,product,value,unit\n"
                              "2021,wheat,90,USD\n2022,wheat,95,USD\n"
                              "2021,weight of wheat,9,t\n2022,weight of wheat,9,t\n"
                              "2021,price index,100,2021 = 100\n2022,price index,110,2021 = 100\n"
                              "2021,rate,1.1,USD/EUR\n2022,rate,1.2,USD/EUR\n";

static const struct {
    const char *expression, *table;
    const char *names[LOCALES];
} cases[] = {
    { "growth(exports)",
      flows,
      { "Growth of exports", "Croissance des exportations", "Wachstum der Ausfuhren",
        "Рост экспорта", "Экспорттың өсуі", "出口增长", "نمو الصادرات", "ئېكسپورتنىڭ ئېشىشى" } },
    { "share(exports, of: exports + imports)",
      flows,
      { "Share of exports in turnover", "Part des exportations dans les échanges",
        "Anteil der Ausfuhren am Handelsvolumen", "Доля экспорта в товарообороте",
        "Экспорттың тауар айналымындағы үлесі", "出口占进出口的比重",
        "حصة الصادرات من حجم التبادل التجاري", "ئېكسپورتنىڭ سودا سوممىسىدىكى ئۈلۈشى" } },
    { "exports - imports",
      flows,
      { "Balance", "Solde", "Saldo", "Сальдо", "Сальдо", "贸易差额", "الميزان التجاري",
        "سودا پەرقى" } },
    { "index(exports, base: 2021)",
      flows,
      { "Exports, index (2021 = 100)", "Exportations, indice (2021 = 100)",
        "Ausfuhren, Index (2021 = 100)", "Экспорт, индекс (2021 = 100)",
        "Экспорт, индекс (2021 = 100)", "出口，指数（2021 = 100）",
        "الصادرات، الرقم القياسي (2021 = 100)", "ئېكسپورت، كۆرسەتكۈچ (2021 = 100)" } },
    { "cumulative(exports)",
      months,
      { "Exports, year to date", "Exportations, cumul annuel", "Ausfuhren, seit Jahresbeginn",
        "Экспорт, с начала года", "Экспорт, жыл басынан", "出口，年初至今累计",
        "الصادرات، منذ بداية السنة", "ئېكسپورت، يىل بېشىدىن بۇيان" } },
    { "rolling_mean(exports, n: 3)",
      months,
      { "Exports, 3-month mean", "Exportations, moyenne sur 3 mois",
        "Ausfuhren, Mittel über 3 Monate", "Экспорт, 3-месячное среднее", "Экспорт, 3 айлық орташа",
        "出口，3个月平均", "الصادرات، متوسط متحرك، عدد الأشهر: 3",
        "ئېكسپورت، 3 ئايلىق ئوتتۇرىچە" } },
    { "contribution(data[partner: CHN, flow: exports], to: World)",
      trade,
      { "Contribution of China to growth of exports",
        "Chine, contribution à la croissance des exportations",
        "China, Beitrag zum Wachstum der Ausfuhren", "Китай, вклад в прирост экспорта",
        "Қытай, экспорттың өсуіне қосқан үлесі", "中国对出口增长的贡献",
        "الصين، المساهمة في نمو الصادرات", "جۇڭگو، ئېكسپورتنىڭ ئېشىشىغا قوشقان تۆھپىسى" } },
    { "growth(exports)", months, { "Growth of exports on the same month a year before" } },
    { "growth(exports, on: previous)", months, { "Growth of exports on the month before" } },
    { "months(cumulative(exports))", months, { "Exports" } },
    { "quarters(cumulative(exports))", months, { "Exports" } },
    { "sum(exports, to: quarter)", months, { "Exports" } },
    { "rolling_sum(exports, n: 3)", months, { "Exports, 3-month sum" } },
    { "seasonal(exports)", months, { "Exports, mean of the same period of several years" } },
    { "change(exports)", flows, { "Change in exports" } },
    { "change(share(exports, of: exports + imports))",
      flows,
      { "Share of exports in turnover, change" } },
    { "growth(exports - imports)", flows, { "Growth of the balance" } },
    { "compound(exports, from: 2021)", flows, { "Exports, average annual growth since 2021" } },
    { "turnover(exports, imports)", flows, { "Turnover" } },
    { "balance(exports, imports)", flows, { "Balance" } },
    { "cover(exports, imports)", flows, { "Coverage of imports by exports" } },
    { "exports / imports", flows, { "Exports / imports" } },
    { "2 * exports", flows, { "2 \u00d7 exports" } },
    { "imply(exports)", flows, { "Exports" } },
    { "latest(exports)", flows, { "Exports" } },
    { "growth(data[flow: imports, partner: CHN])", trade, { "China, growth of imports" } },
    { "share(data[partner: CHN, flow: exports], of: World)",
      trade,
      { "Share of China in exports" } },
    { "share(data[flow: exports, partner: CHN], of: data[flow: exports, partner: CHN] + "
      "data[flow: imports, partner: CHN])",
      trade,
      { "China, share of exports in turnover" } },
    { "data[flow: exports, partner: CHN] / data[flow: imports, partner: CHN]",
      trade,
      { "China, exports / imports" } },
    { "total(data[flow: exports], by: partner)", trade, { "Total" } },
    { "count(data[flow: exports], by: partner)", trade, { "Number of parts" } },
    { "herfindahl(data[flow: exports], by: partner)", trade, { "Herfindahl index" } },
    { "rank(data[flow: exports], by: partner, of: CHN)", trade, { "China" } },
    { "top(data[reporter: KAZ, flow: exports], by: partner, n: 1)[series: other]",
      trade,
      { "Other" } },
    { "unit_value(wheat, \"weight of wheat\")", weights, { "Wheat, unit value" } },
    { "convert(wheat, to: EUR, at: rate)", weights, { "Wheat" } },
    { "constant(wheat, prices: \"price index\", base: 2021)", weights, { "Wheat" } },
    { "mirror(data[partner: CHN, flow: exports], data[reporter: CHN, flow: imports])[series: "
      "difference]",
      trade,
      { "Difference" } },
    { "rca(wheat, all: wheat, world_product: wheat, world_all: wheat)",
      weights,
      { "Wheat, revealed comparative advantage" } },
    { "intensity(wheat, all: wheat, world_to_partner: wheat, world_all: wheat)",
      weights,
      { "Wheat, trade intensity" } },
    /* Of what is computed of something computed: a chain, and a shorter one where it gets long. */
    { "growth(rolling_mean(exports, n: 2))",
      months,
      { "Growth of exports on the same month a year before" } },
    { "change(rolling_mean(seasonal(exports), n: 3), on: previous)",
      months,
      { "Change in exports on the month before" } },
    { "index(rolling_mean(exports, n: 2), base: 2022)",
      flows,
      { "Exports, 2-year mean, index (2022 = 100)" } },
    /* An author's name is kept as it is. */
    { "balance = exports - imports", flows, { "Balance", "Balance", "Balance", "Balance" } },
    { "\"2021 = 100\" = index(exports, base: 2021)", flows, { "2021 = 100" } },
};

/* How the only series of an expression is called; it lives in the arena. */
static const char *name_in(const sheaf_series *series, const char *locale, struct arena *arena)
{
    struct text *text = text_begin(NULL, locale, NULL, arena->error);
    const char *code, *name = series_name(series, text, arena, &code);

    name = name != NULL ? capitalized(arena, arena_string(arena, name)) : NULL;
    text_end(text);
    assert_non_null(name);
    return name;
}

static sheaf_series_list *evaluate(const char *table_text, const char *expression)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", table_text, strlen(table_text));
    sheaf_series_list *list = sheaf_table_evaluate(table, expression);

    if (sheaf_series_list_status(list) != SHEAF_OK)
        fail_msg("%s: %s", expression, sheaf_series_list_error(list)->message);
    assert_int_equal(sheaf_series_list_count(list), 1);
    sheaf_table_destroy(table);
    return list;
}

static void test_by_words_of_their_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series_list *list = evaluate(cases[i].table, cases[i].expression);
        sheaf_error error = { 0 };
        struct arena arena;

        print_message("  %s\n", cases[i].expression);
        arena_init(&arena, NULL, &error);
        for (size_t k = 0; k < LOCALES; k++) {
            const char *name = name_in(sheaf_series_list_at(list, 0), locales[k], &arena);

            if (cases[i].names[k] != NULL)
                assert_string_equal(name, cases[i].names[k]);
            assert_null(strstr(name, "(exports"));
        }
        arena_free(&arena);
        sheaf_series_list_destroy(list);
    }
}

static void test_every_function_has_words(void **state)
{
    (void)state;
    assert_functions_tried(&cases->expression, LENGTH(cases), sizeof *cases);
}

/* Lists for tables have these names as labels; those that authors gave stay. */
static void test_lists_are_labelled(void **state)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "t.csv", flows, sizeof flows - 1);
    sheaf_series_list *list = sheaf_table_evaluate(table, "growth(exports)");

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        static const char *const others[] = { "Rise = growth(exports)", "exports" };
        sheaf_series_list *other = sheaf_table_evaluate(table, others[i]);

        sheaf_series_list_append(list, other);
        sheaf_series_list_destroy(other);
    }
    sheaf_series_list_call_by_words(list, "de");
    assert_int_equal(sheaf_series_list_count(list), 3);
    assert_string_equal(sheaf_series_label(sheaf_series_list_at(list, 0)),
                        "Wachstum der Ausfuhren");
    assert_string_equal(sheaf_series_name(sheaf_series_list_at(list, 0)), "growth(exports)");
    assert_string_equal(sheaf_series_label(sheaf_series_list_at(list, 1)), "Rise");
    assert_string_equal(sheaf_series_label(sheaf_series_list_at(list, 2)), "exports");
    sheaf_series_list_destroy(list);

    list = sheaf_table_evaluate(table, "growth(exports)");
    sheaf_series_list_call_by_words(list, NULL);
    assert_string_equal(sheaf_series_label(sheaf_series_list_at(list, 0)), "Growth of exports");
    sheaf_series_list_destroy(list);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_are_labelled),
        cmocka_unit_test(test_by_words_of_their_language),
        cmocka_unit_test(test_every_function_has_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
