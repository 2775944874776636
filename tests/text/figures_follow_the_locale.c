/* figures_follow_the_locale.c - numbers, percentages, amounts, units and names. The
 * expectations are CLDR's with the house style on top. */
#include "support/check.h"

#include <math.h>

#include "text/figures.h"
#include "text/setting.h"

#define NB    "\xC2\xA0"     /* no-break space */
#define NNB   "\xE2\x80\xAF" /* narrow no-break space */
#define MINUS "\xE2\x88\x92"
#define LRM   "\xE2\x80\x8E"

static const struct {
    const char *locale;
    double value;
    int decimals;
    const char *text;
} numbers[] = {
    { "en", 1234567.25, 1, "1,234,567.3" },
    { "en", -2.1, 1, MINUS "2.1" },
    { "en", 0, 0, "0" },
    { "en", -0.0, 1, "0.0" },
    { "en", -0.04, 1, "0.0" },
    { "en", 2.675, 2, "2.68" },
    { "en", 0.5, 0, "1" },
    { "en", 1.5, 0, "2" },
    { "en", 99.96, 1, "100.0" },
    { "en", 999999.5, 0, "1,000,000" },
    { "en", 31.5, 3, "31.500" },
    { "en", 1250, -2, "1,300" },
    { "en", 7, -1, "10" },
    { "en", 12, -2, "0" },
    { "en", 12, -400, "0" },
    { "en", 12, 100, "12.00000000000000000000" },
    { "en", 1e-9, 3, "0.000" },
    { "en", 1e-9, 9, "0.000000001" },
    { "en", 1e22, 0, "10,000,000,000,000,000,000,000" },
    { "en", 1.5e-7, 8, "0.00000015" },
    { "en", NAN, 1, "n/a" },
    { "en", INFINITY, 1, "n/a" },
    { "en-IN", 1234567, 0, "12,34,567" },
    { "ru", 1234567.25, 1, "1" NB "234" NB "567,3" },
    { "ru", -2.1, 1, MINUS "2,1" },
    { "ru", NAN, 1, "н/д" },
    { "kk", 1234567.25, 1, "1" NB "234" NB "567,3" },
    { "zh", -1234567.25, 1, MINUS "1,234,567.3" },
    { "fr", 1234567.25, 1, "1" NNB "234" NNB "567,3" },
    { "de", 1234567.25, 1, "1.234.567,3" },
    { "es", 1234, 0, "1234" },
    { "es", 12345, 0, "12.345" },
    { "ar", -1234.5, 1, LRM MINUS "1,234.5" },
    { "ug", -1234.5, 1, LRM MINUS "1,234.5" },
    { "fa", 1234.5, 1, "1,234.5" },
    { "xx", 1234.5, 1, "1,234.5" },
    { "no tag at all", 1234.5, 1, "1,234.5" },
};

static void test_numbers(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        setting_open(&setting, numbers[i].locale, NULL);
        char *text =
            format_number(setting.text, &setting.arena, numbers[i].value, numbers[i].decimals);
        assert_no_failure(&setting);
        assert_string_equal(text, numbers[i].text);
        setting_close(&setting);
    }
}

static long power_of_ten(int n)
{
    return n > 0 ? 10 * power_of_ten(n - 1) : 1;
}

/* k / 10^places, rounded half up to so many decimals; into 32 bytes, from behind. */
static const char *write_by_hand(long k, int places, int decimals, char *out)
{
    long unit = decimals < places ? power_of_ten(places - decimals) : 1;
    long rounded = decimals < places ? (k + unit / 2) / unit : k * power_of_ten(decimals - places);
    char *at = out + 31;

    *at = '\0';
    for (int i = 0; i <= decimals || rounded > 0; i++, rounded /= 10) {
        if (i == decimals && i > 0)
            *--at = '.';
        *--at = (char)('0' + rounded % 10);
    }
    return at;
}

static void test_figures_are_rounded_as_by_hand(void **state)
{
    struct setting setting;
    unsigned seed = 1;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (int i = 0; i < 20000; i++) {
        int places = i % 7, decimals = i / 7 % 6;
        char text[32];

        seed = seed * 1664525u + 1013904223u;
        long k = (long)(seed >> 8) % (999 * power_of_ten(places));
        if (i % 3 == 0) /* many ties */
            k = k / 10 * 10 + 5;
        double value = (double)k / (double)power_of_ten(places);
        assert_string_equal(format_number(setting.text, &setting.arena, value, decimals),
                            write_by_hand(k, places, decimals, text));
    }
    assert_no_failure(&setting);
    setting_close(&setting);
}

static const struct {
    const char *locale;
    double value;
    bool with_sign;
    const char *text;
} percentages[] = {
    { "en", 30.1, true, "+30.1%" },       { "en", 30.1, false, "30.1%" },
    { "en", -4, true, MINUS "4.0%" },     { "en", -4, false, MINUS "4.0%" },
    { "en", 0.04, true, "0.0%" },         { "en", -0.04, true, "0.0%" },
    { "en", NAN, true, "n/a" },           { "ru", 30.1, true, "+30,1" NB "%" },
    { "kk", 30.1, true, "+30,1%" },       { "zh", 30.1, true, "+30.1%" },
    { "fr", 30.1, true, "+30,1" NB "%" }, { "de", -30.1, true, MINUS "30,1" NB "%" },
    { "tr", -30.1, true, MINUS "%30,1" }, { "ar", 30.1, false, "30.1" LRM "%" LRM },
    { "ug", 30.1, true, LRM "+30.1%" },
};

static void test_percentages(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(percentages); i++) {
        setting_open(&setting, percentages[i].locale, NULL);
        char *text = format_percent(setting.text, &setting.arena, percentages[i].value, 1,
                                    percentages[i].with_sign);
        assert_no_failure(&setting);
        assert_string_equal(text, percentages[i].text);
        setting_close(&setting);
    }
}

static const struct {
    const char *locale;
    double value;
    const char *unit, *text;
} changes[] = {
    { "en", 30.1, "%", "+30.1%" },
    { "en", 15, "pp", "+15.0" NB "pp" },
    { "en", -15, "pp", MINUS "15.0" NB "pp" },
    { "en", 0.04, "pp", "0.0" NB "pp" },
    { "ru", 15, "pp", "+15,0" NB "п.п." },
    { "kk", 15, "pp", "+15,0" NB "п.т." },
    { "zh", 15, "pp", "+15.0个百分点" },
    { "en", NAN, "pp", "n/a" },
};

static void test_changes(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(changes); i++) {
        setting_open(&setting, changes[i].locale, NULL);
        char *text =
            format_change(setting.text, &setting.arena, changes[i].value, changes[i].unit, 1);
        assert_no_failure(&setting);
        assert_string_equal(text, changes[i].text);
        setting_close(&setting);
    }
}

static const struct {
    const char *locale;
    double value;
    const char *unit;
    int multiplier, decimals;
    const char *text;
} amounts[] = {
    { "en", 31.5, "USD", 9, 1, "$31.5" NB "bn" },
    { "en", -2.1, "USD", 9, 1, MINUS "$2.1" NB "bn" },
    { "en", 9, "USD", 9, 0, "$9" NB "bn" },
    { "en", 250, "EUR", 6, 0, "€250" NB "m" },
    { "en", 12, "GBP", 0, 0, "£12" },
    { "en", 5.2, "KZT", 12, 1, "KZT" NB "5.2" NB "tn" },
    { "en", 3.2, "CNY", 8, 1, "CN¥320" NB "m" },
    { "en", 500, "t", 3, 0, "500" NB "thousand" NB "t" },
    { "en", 3, "t", 6, 0, "3" NB "million" NB "t" },
    { "en", 7, "TEU", 0, 0, "7" NB "TEU" },
    { "en", 7, "", 6, 0, "7" NB "million" },
    { "en", 269.3, "2015 = 100", 0, 1, "269.3" NB "(2015 = 100)" },
    { "en", 7, "", 0, 0, "7" },
    { "en", 7, NULL, 0, 0, "7" },
    { "en", 30.1, "%", 0, 1, "30.1%" },
    { "en", NAN, "USD", 9, 1, "n/a" },
    { "en", 2.5, "t", -3, 1, "0.0025" NB "t" },
    { "ru", 31.5, "USD", 9, 1, "31,5" NB "млрд" NB "$" },
    { "ru", -2.1, "USD", 9, 1, MINUS "2,1" NB "млрд" NB "$" },
    { "ru", 500, "t", 3, 0, "500" NB "тыс." NB "т" },
    { "kk", 31.5, "USD", 9, 1, "31,5" NB "млрд" NB "$" },
    { "kk", 5.2, "KZT", 12, 1, "5,2" NB "трлн" NB "₸" },
    { "kk", 500, "t", 3, 0, "500" NB "мың" NB "т" },
    { "zh", 31.5, "USD", 9, 1, "315亿美元" },
    { "zh", 14.75, "USD", 9, 2, "147.5亿美元" },
    { "zh", 9, "USD", 9, 0, "90亿美元" },
    { "en", 9, "USD at 2019 prices", 9, 0, "$9" NB "bn" },
    { "zh", -2.1, "USD", 9, 1, MINUS "21亿美元" },
    { "zh", 500, "t", 3, 0, "50万吨" },
    { "zh", 523, "t", 3, 0, "52.3万吨" },
    { "zh", 3, "t", 6, 0, "300万吨" },
    { "zh", 1.2, "USD", 12, 1, "1.2万亿美元" },
    { "zh", 7, "CNY", 8, 0, "7亿元人民币" },
    { "zh", 7, "TEU", 4, 0, "7万" NB "TEU" },
    { "fr", 31.5, "USD", 9, 1, "31,5" NB "Md" NB "$US" },
    { "fr", 500, "t", 3, 0, "500" NB "milliers de" NB "t" },
    { "de", 31.5, "USD", 9, 1, "31,5" NB "Mrd." NB "$" },
    { "ar", -2.1, "USD", 9, 1, LRM MINUS "2.1" NB "مليار" NB "US$" LRM },
    { "ug", 31.5, "USD", 9, 1, "$31.5" NB "مىليارد" },
};

static void test_amounts(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(amounts); i++) {
        setting_open(&setting, amounts[i].locale, NULL);
        char *text = format_amount(setting.text, &setting.arena, amounts[i].value, amounts[i].unit,
                                   amounts[i].multiplier, amounts[i].decimals);
        assert_no_failure(&setting);
        assert_string_equal(text, amounts[i].text);
        setting_close(&setting);
    }
}

static const struct {
    const char *locale, *unit;
    int multiplier;
    const char *text, *scale;
} units[] = {
    { "en", "USD", 9, "USD billion", "bn" },
    { "en", "USD", 0, "USD", "" },
    { "en", "USD", 8, "USD 100" NB "million", "100" NB "m" },
    { "en", "USD", 1, "USD 10", "10" },
    { "en", "t", 3, "thousand" NB "t", "thousand" },
    { "en", "%", 0, "%", "" },
    { "en", "", 6, "million", "m" },
    { "en", NULL, 6, "million", "m" },
    { "ru", "USD", 9, "млрд" NB "долл. США", "млрд" },
    { "ru", "KZT", 6, "млн" NB "казахских тенге", "млн" },
    { "ru", "t", 3, "тыс." NB "т", "тыс." },
    { "kk", "USD", 9, "млрд" NB "АҚШ долл.", "млрд" },
    { "zh", "USD", 9, "十亿美元", "十亿" },
    { "zh", "USD", 8, "亿美元", "亿" },
    { "zh", "t", 4, "万吨", "万" },
    { "fr", "USD", 9, "Md" NB "USD", "Md" },
    { "zh", "CNY", 8, "亿元人民币", "亿" },
    { "fr", "t", 3, "milliers de" NB "t", "k" },
    { "de", "USD", 9, "Mrd." NB "US-Dollar", "Mrd." },
    { "de", "GBP", 9, "Mrd." NB "britische Pfund", "Mrd." },
    { "de", "CHF", 9, "Mrd." NB "Schweizer Franken", "Mrd." },
    { "kk", "GBP", 9, "млрд" NB "британдық фунт", "млрд" },
    { "kk", "CNY", 9, "млрд" NB "Қытай юані", "млрд" },
    { "en", "USD/kg", 0, "USD/kg", "" },
    { "ru", "USD/kg", 0, "долл. США/кг", "" },
    { "zh", "USD/t", 0, "美元/吨", "" },
    { "de", "EUR/m2", 0, "Euro/m2", "" },
    { "ar", "USD/t", 3, "ألف" NB "دولار أمريكي/طن", "ألف" },
    { "en", "km/h", 0, "km/h", "" },
    { "ar", "USD", 9, "مليار" NB "دولار أمريكي", "مليار" },
    { "ug", "t", 3, "مىڭ" NB "توننا", "مىڭ" },
    { "en", "USD at 2019 prices", 9, "USD billion at 2019 prices", "bn" },
    { "ru", "USD at 2019 prices", 9, "млрд" NB "долл. США, в ценах 2019 г.", "млрд" },
    { "zh", "USD at 2019 prices", 8, "亿美元（2019年价格）", "亿" },
    { "de", "EUR at 2019 prices", 6, "Mio." NB "Euro in Preisen von 2019", "Mio." },
};

static void test_units(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(units); i++) {
        setting_open(&setting, units[i].locale, NULL);
        assert_string_equal(
            format_unit(setting.text, &setting.arena, units[i].unit, units[i].multiplier),
            units[i].text);
        assert_string_equal(format_scale(setting.text, &setting.arena, units[i].multiplier),
                            units[i].scale);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static void test_languages_count_in_their_powers(void **state)
{
    static const struct {
        const char *locale;
        int from, to;
    } powers[] = { { "en", 9, 9 }, { "en", 8, 6 }, { "en", 2, 0 }, { "en", 15, 12 },
                   { "zh", 9, 8 }, { "zh", 6, 4 }, { "zh", 3, 4 }, { "zh", 12, 12 },
                   { "zh", 2, 0 }, { "ru", 0, 0 }, { "ru", -3, 0 } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(powers); i++) {
        setting_open(&setting, powers[i].locale, NULL);
        assert_int_equal(format_multiplier(setting.text, powers[i].from), powers[i].to);
        setting_close(&setting);
    }
}

static const struct {
    const char *locale, *code, *name;
} countries[] = {
    { "en", "KAZ", "Kazakhstan" },
    { "en", "KZ", "Kazakhstan" },
    { "en", "CHN", "China" },
    { "en", "XUAR", "XUAR" },
    { "en", "World", "World" },
    { "en", "XXY", "XXY" },
    { "en", "", "" },
    { "en", NULL, "" },
    { "ru", "KAZ", "Казахстан" },
    { "ru", "CN", "Китай" },
    { "kk", "KAZ", "Қазақстан" },
    { "kk", "CHN", "Қытай" },
    { "zh", "KAZ", "哈萨克斯坦" },
    { "zh", "CHN", "中国" },
    { "ug", "CHN", "جۇڭگو" },
    { "xx", "CHN", "China" },
    { "en", "ANT", "Netherlands Antilles" },
    { "en", "AN", "Netherlands Antilles" },
    { "en", "CUW", "Curaçao" },
    { "ru", "SUN", "СССР" },
    { "de", "SCG", "Serbien und Montenegro" },
    { "de", "WLD", "Welt" },
    { "ru", "XKX", "Косово" },
    { "fr", "EA", "zone euro" },
};

static void test_countries(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(countries); i++) {
        setting_open(&setting, countries[i].locale, NULL);
        assert_string_equal(format_country(setting.text, &setting.arena, countries[i].code),
                            countries[i].name);
        setting_close(&setting);
    }
}

/* ICU names a state that is no more by a successor. */
static void test_no_two_countries_share_a_name(void **state)
{
    static const char *const locales[] = { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" };
    static const struct {
        const char *former, *now;
    } pairs[] = { { "ANT", "CUW" }, { "SUN", "RUS" }, { "YUG", "SRB" }, { "SCG", "SRB" },
                  { "DDR", "DEU" }, { "CSK", "CZE" }, { "YMD", "YEM" } };
    struct setting setting;

    (void)state;
    for (size_t k = 0; k < LENGTH(locales); k++)
        for (size_t i = 0; i < LENGTH(pairs); i++) {
            setting_open(&setting, locales[k], NULL);
            const char *former = format_country(setting.text, &setting.arena, pairs[i].former);
            const char *now = format_country(setting.text, &setting.arena, pairs[i].now);
            assert_true(former[0] != '\0' && strcmp(former, now) != 0);
            if (strcmp(pairs[i].former, "DDR") != 0 || strcmp(locales[k], "de") != 0)
                assert_string_not_equal(former, pairs[i].former); /* has a name */
            setting_close(&setting);
        }
}

static void test_flows_have_words(void **state)
{
    static const struct {
        const char *locale, *flow, *word;
    } flows[] = { { "en", "exports", "exports" },         { "en", "re-exports", "re-exports" },
                  { "en", "transit", "transit" },         { "ru", "turnover", "товарооборот" },
                  { "kk", "turnover", "тауар айналымы" }, { "zh", "imports", "进口" },
                  { "de", "exports", "Ausfuhren" },       { "ru", "transit", "transit" } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(flows); i++) {
        setting_open(&setting, flows[i].locale, NULL);
        assert_string_equal(format_flow(setting.text, flows[i].flow), flows[i].word);
        setting_close(&setting);
    }
}

/* English is written without asking ICU; it must be what ICU would have said. */
static void test_plain_english_is_what_icu_says(void **state)
{
    static const char *const locales[] = { "en", "en-GB", "en-US", "en-001" };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++) {
        struct figure_symbols read;
        setting_open(&setting, locales[i], NULL);
        const struct figure_symbols *known = figure_symbols_of(setting.text);
        assert_true(figure_symbols_read(setting.text, &read));
        assert_string_equal(known->decimal, read.decimal);
        assert_string_equal(known->group, read.group);
        assert_string_equal(known->minus, read.minus);
        assert_string_equal(known->plus, read.plus);
        assert_string_equal(known->percent_before, read.percent_before);
        assert_string_equal(known->percent_after, read.percent_after);
        assert_int_equal(known->first_group, read.first_group);
        assert_int_equal(known->other_groups, read.other_groups);
        assert_int_equal(known->least_grouped, read.least_grouped);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_figures_are_rounded_as_by_hand),
        cmocka_unit_test(test_percentages),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_amounts),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_languages_count_in_their_powers),
        cmocka_unit_test(test_countries),
        cmocka_unit_test(test_no_two_countries_share_a_name),
        cmocka_unit_test(test_flows_have_words),
        cmocka_unit_test(test_plain_english_is_what_icu_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
