/* templates_suit_every_partner.c - the sample for many partners is a sheet for each, in each language. */
#include "support/check.h"

#include "pages.h"
#include "sheaf/sheaf.h"

static const struct {
    const char *partner, *language, *title, *words; /* in the pages' dump */
} cases[] = {
    { "DEU", "en", "Germany: UK trade rose by 6.8%", "7.0%" },
    { "DEU", "ru", "Германия: торговля с Великобританией выросла на 6,8", "Торговля с Германией" },
    { "DEU", "zh", "德国：对英贸易增长6.8%", "与德国的贸易" },
    { "NLD", "en", "Netherlands: UK trade fell by 4.1%", "Trade with the Netherlands" },
    { "CHN", "zh", "中国：对英贸易下降18.9%", "自中国进口" },
    { "USA", "ru", "США: торговля с Великобританией", "Торговля с США" },
    { "KAZ", "ru", "Казахстан: торговля", "Экспорт в Казахстан" },
    { "IRL", "en", "Ireland: UK trade", "Exports to Ireland" },
    { "TUV", "en", "Tuvalu: UK trade in 2023", "exported nothing to" }, /* zeros only */
    { "TUV", "ru", "Тувалу: торговля с Великобританией в 2023", "в Тувалу" },
    { "TUV", "zh", "图瓦卢：2023年对英贸易", "英国未向" },
    { "BVT", "en", "Bouvet Island: UK trade in 2023", "were" }, /* from 0 */
    { "BVT", "ru", "Остров Буве: торговля", "составил" },
    { "BVT", "zh", "布韦岛：2023年对英贸易", "占英国出口" },
    { "IOT", "ru", "Британская территория в Индийском океане: торговля", "Британскую" },
    { "COM", "en", "Comoros: UK trade in 2023", "No data" }, /* not in the file */
    { "COM", "ru", "Коморы: торговля с Великобританией в 2023", "Нет данных" },
    { "COM", "zh", "科摩罗：2023年对英贸易", "记录" },
};

static void test_partners(void **state)
{
    char path[600];

    (void)state;
    snprintf(path, sizeof path, "%s/samples/partner/partner.yaml", golden_source_folder());
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
        struct buffer dump;

        print_message("  %s in %s\n", cases[i].partner, cases[i].language);
        sheaf_sheet_set_parameter(sheet, "partner", cases[i].partner);
        sheaf_sheet_set_language(sheet, cases[i].language);
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        if (strstr(pages->title, cases[i].title) == NULL)
            print_message("%s\n", pages->title);
        assert_non_null(strstr(pages->title, cases[i].title));
        sheet_pages_destroy(pages);
        assert_int_equal(pages_dump(sheet, &dump), 1);
        if (strstr(dump.bytes, cases[i].words) == NULL)
            fail_msg("no '%s' in\n%s", cases[i].words, dump.bytes);
        assert_int_equal(sheaf_sheet_untranslated_count(sheet), 0);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_partners) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
