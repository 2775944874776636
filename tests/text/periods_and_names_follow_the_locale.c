/* periods_and_names_follow_the_locale.c - years, quarters, months, days and dates; capitals and the
 * order of names. */
#include "support/check.h"

#include <unicode/udateintervalformat.h>
#include <unicode/ustring.h>

#include "text/setting.h"

#define NNB "\xE2\x80\xAF" /* narrow no-break space */

enum span {
    YEAR,
    YEARS,
    QUARTER,
    MONTH,
    MONTHS,
    ACROSS,
    TO_MAY,
    LONGER,
    WEEK,
    DAYS,
    DAY,
    WRONG,
    SPANS
};

static const struct date_interval spans[SPANS] = {
    [YEAR] = { { 2023, 1, 1 }, { 2023, 12, 31 } },   [YEARS] = { { 2019, 1, 1 }, { 2023, 12, 31 } },
    [QUARTER] = { { 2023, 1, 1 }, { 2023, 3, 31 } }, [MONTH] = { { 2023, 4, 1 }, { 2023, 4, 30 } },
    [MONTHS] = { { 2024, 1, 1 }, { 2024, 4, 30 } },  [ACROSS] = { { 2023, 4, 1 }, { 2024, 3, 31 } },
    [DAYS] = { { 2024, 6, 5 }, { 2024, 6, 20 } },    [DAY] = { { 2024, 6, 26 }, { 2024, 6, 26 } },
    [TO_MAY] = { { 2023, 6, 1 }, { 2024, 5, 31 } },  [LONGER] = { { 2023, 4, 1 }, { 2024, 6, 30 } },
    [WEEK] = { { 2024, 12, 30 }, { 2025, 1, 5 } },   [WRONG] = { { 2024, 13, 1 }, { 2024, 1, 1 } },
};

static const struct {
    const char *locale;
    enum span span;
    const char *brief, *full, *in_year;
} periods[] = {
    { "en", YEAR, "2023", "2023", "" },
    { "en", YEARS, "2019–2023", "2019–2023", "" },
    { "en", QUARTER, "Q1 2023", "1st quarter 2023", "Q1" },
    { "en", MONTH, "Apr 2023", "April 2023", "Apr" },
    { "en", MONTHS, "Jan–Apr 2024", "January–April 2024", "Jan–Apr" },
    { "en", ACROSS, "Apr 2023 – Mar 2024", "the four quarters to the end of Q1 2024", "Apr–Mar" },
    { "en", LONGER, "Apr 2023 – Jun 2024", "April 2023 – June 2024", "Apr–Jun" },
    { "en", TO_MAY, "Jun 2023 – May 2024", "the 12 months to the end of May 2024", "Jun–May" },
    { "en", WEEK, "week 1, 2025", "week 1, 2025", "week 1" },
    { "en", DAYS, "5–20 Jun 2024", "5–20 June 2024", "5–20 Jun" },
    { "en", DAY, "26 Jun 2024", "26 June 2024", "26 Jun" },
    { "en", WRONG, "", "", "" },
    { "ru", YEAR, "2023", "2023", "" },
    { "ru", QUARTER, "I кв. 2023", "1-й квартал 2023" NNB "г.", "I кв." },
    { "ru", MONTH, "апр. 2023", "апрель 2023" NNB "г.", "апр." },
    { "ru", MONTHS, "янв.–апр. 2024", "январь–апрель 2024" NNB "г.", "янв.–апр." },
    { "kk", MONTHS, "2024" NNB "ж. қаң.–сәу.", "2024" NNB "ж. қаңтар–сәуір", "қаң.–сәу." },
    { "kk", YEAR, "2023", "2023", "" },
    { "zh", YEAR, "2023", "2023年", "" },
    { "zh", QUARTER, "2023年第1季度", "2023年第1季度", "1季度" },
    { "zh", MONTH, "2023年4月", "2023年4月", "4月" },
    { "zh", MONTHS, "2024年1月至4月", "2024年1月至4月", "1月至4月" },
    { "zh", ACROSS, "2023年4月至2024年3月", "截至2024年第1季度的四个季度", "2023年4月至2024年3月" },
    { "zh", TO_MAY, "2023年6月至2024年5月", "截至2024年5月的12个月", NULL },
    { "zh", WEEK, "2025年第1周", "2025年第1周", "第1周" },
    { "ru", ACROSS, "апр. 2023 – март 2024",
      "четыре квартала по 1-й квартал 2024" NNB "г. включительно", NULL },
    { "ru", TO_MAY, "июнь 2023 – май 2024", "12 месяцев по май 2024" NNB "г. включительно", NULL },
    { "ru", WEEK, "1-я неделя 2025 г.", "1-я неделя 2025 г.", "1-я нед." },
    { "kk", ACROSS, NULL, "төрт тоқсан, соңғысы — 2024" NNB "ж. І тоқсан", NULL },
    { "kk", TO_MAY, NULL, "12 ай, соңғысы — 2024" NNB "ж. мамыр", NULL },
    { "kk", WEEK, "2025 ж. 1-апта", NULL, "1-апта" },
    { "fr", ACROSS, NULL, "les quatre trimestres jusqu’au 1er trimestre 2024 inclus", NULL },
    { "fr", TO_MAY, NULL, "les douze mois jusqu’à fin mai 2024", NULL },
    { "fr", WEEK, "semaine 1, 2025", NULL, "sem. 1" },
    { "de", ACROSS, NULL, "die vier Quartale bis einschließlich 1. Quartal 2024", NULL },
    { "de", TO_MAY, NULL, "die zwölf Monate bis einschließlich Mai 2024", NULL },
    { "de", WEEK, "1. Woche 2025", NULL, "1. Woche" },
    { "ar", ACROSS, NULL, "الأرباع الأربعة حتى نهاية الربع الأول 2024", NULL },
    { "ar", TO_MAY, NULL, "الاثنا عشر شهرًا حتى نهاية مايو 2024", NULL },
    { "ar", WEEK, "الأسبوع 1، 2025", NULL, "الأسبوع 1" },
    { "ug", ACROSS, NULL, "تۆت پەسىل، ئاخىرقىسى 2024 بىرىنچى پەسىل", NULL },
    { "ug", TO_MAY, NULL, "12 ئاي، ئاخىرقىسى 2024 ماي", NULL },
    { "ug", WEEK, "2025-يىلى 1-ھەپتە", NULL, "1-ھەپتە" },
    { "fr", MONTHS, "janv.–avr. 2024", "janvier–avril 2024", "janv.–avr." },
    { "de", MONTHS, "Jan.–Apr. 2024", "Januar–April 2024", "Jan.–Apr." },
    { "ug", MONTHS, "يانۋار–ئاپرېل 2024", "يانۋار–ئاپرېل 2024", "يانۋار–ئاپرېل" },
    { "ar", MONTHS, "يناير–أبريل، 2024", "يناير–أبريل، 2024", "يناير–أبريل" },
    { "th", MONTHS, "ม.ค.–เม.ย. 2024", NULL, NULL },
    { "xx", MONTHS, "Jan–Apr 2024", NULL, NULL },
};

static void test_periods(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(periods); i++) {
        struct date_interval span = spans[periods[i].span];

        setting_open(&setting, periods[i].locale, NULL);
        if (periods[i].brief != NULL)
            assert_string_equal(format_period(setting.text, &setting.arena, span, PERIOD_SHORT),
                                periods[i].brief);
        if (periods[i].full != NULL)
            assert_string_equal(format_period(setting.text, &setting.arena, span, PERIOD_LONG),
                                periods[i].full);
        if (periods[i].in_year != NULL)
            assert_string_equal(format_period_in_year(setting.text, &setting.arena, span),
                                periods[i].in_year);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static void test_dates(void **state)
{
    static const struct {
        const char *locale, *text;
    } dates[] = { { "en", "26 June 2024" },
                  { "en-GB", "26 June 2024" },
                  { "en-US", "June 26, 2024" },
                  { "ru", "26 июня 2024" NNB "г." },
                  { "kk", "2024" NNB "ж. 26 маусым" },
                  { "zh", "2024年6月26日" },
                  { "fr", "26 juin 2024" },
                  { "de", "26. Juni 2024" },
                  { "ug", "26-ئىيۇن، 2024" },
                  { "fa", "26 ژوئن 2024" } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(dates); i++) {
        setting_open(&setting, dates[i].locale, NULL);
        assert_string_equal(format_date(setting.text, &setting.arena, (struct date){ 2024, 6, 26 }),
                            dates[i].text);
        assert_string_equal(format_date(setting.text, &setting.arena, (struct date){ 2023, 2, 29 }),
                            "");
        setting_close(&setting);
    }
}

static void test_capitals(void **state)
{
    static const struct {
        const char *locale, *words, *capitals;
    } rows[] = { { "en", "26 June 2024", "26 JUNE 2024" },
                 { "de", "Straße", "STRASSE" },
                 { "ru", "26 июня 2024" NNB "г.", "26 ИЮНЯ 2024" NNB "г." },
                 { "ru", "в 2023 г. и г. Алматы", "В 2023 г. И Г. АЛМАТЫ" },
                 { "kk", "2024" NNB "ж. 26 маусым", "2024" NNB "ж. 26 МАУСЫМ" },
                 { "ru", "г.", "Г." } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        setting_open(&setting, rows[i].locale, NULL);
        assert_string_equal(format_capitals(setting.text, &setting.arena, rows[i].words),
                            rows[i].capitals);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static void test_narrow_months(void **state)
{
    static const struct {
        const char *locale, *months;
    } rows[] = { { "en", "JFMAMJJASOND" }, { "ru", "ЯФМАМИИАСОНД" }, { "de", "JFMAMJJASOND" } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        setting_open(&setting, rows[i].locale, NULL);
        const char *all = "";
        for (int month = 0; month <= 13; month++)
            all = arena_format(&setting.arena, "%s%s", all,
                               format_month_narrow(setting.text, &setting.arena, month));
        assert_string_equal(all, rows[i].months);
        setting_close(&setting);
    }
}

/* ICU's English for the same months, its spaces beside the dash taken away. */
static void icu_months(struct date_interval span, const UChar *skeleton, char *out, size_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[80];
    UDateIntervalFormat *format = udtitvfmt_open("en", skeleton, -1, u"GMT", -1, &status);
    int32_t n = udtitvfmt_format(format, date_to_days(span.first) * 864e5,
                                 date_to_days(span.last) * 864e5, wide, 80, NULL, &status);
    int32_t kept = 0;

    assert_true(U_SUCCESS(status));
    for (int32_t i = 0; i < n; i++) {
        bool beside = (i + 1 < n && wide[i + 1] == 0x2013) || (i > 0 && wide[i - 1] == 0x2013);
        if (!(beside && (wide[i] == ' ' || wide[i] == 0x2009)))
            wide[kept++] = wide[i];
    }
    u_strToUTF8(out, (int32_t)size, NULL, wide, kept, &status);
    udtitvfmt_close(format);
}

static void test_english_months_are_what_icu_says(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (int month = 1; month <= 12; month++) {
        struct date_interval one = { { 2024, month, 1 },
                                     { 2024, month, date_days_in_month(2024, month) } };
        struct date_interval to = { { 2024, 1, 1 }, one.last };
        char wanted[80];

        icu_months(one, u"yMMM", wanted, sizeof wanted);
        assert_string_equal(format_period(setting.text, &setting.arena, one, PERIOD_SHORT), wanted);
        icu_months(one, u"yMMMM", wanted, sizeof wanted);
        assert_string_equal(format_period(setting.text, &setting.arena, one, PERIOD_LONG), wanted);
        if (month == 3 || month == 12) /* a quarter, a year */
            continue;
        icu_months(to, u"yMMM", wanted, sizeof wanted);
        assert_string_equal(format_period(setting.text, &setting.arena, to, PERIOD_SHORT), wanted);
    }
    setting_close(&setting);
}

static void test_names_stand_in_the_alphabet_of_the_language(void **state)
{
    static const struct {
        const char *locale, *first, *second;
    } rows[] = {
        { "en", "\u00C5land", "Azerbaijan" },
        { "sv", "Zambia", "\u00C5land" },
        { "ru", "\u0415\u0433\u0438\u043F\u0435\u0442", "\u042F\u043F\u043E\u043D\u0438\u044F" },
        { "zh", "\u5FB7\u56FD", "\u4E2D\u56FD" }, /* Deguo before Zhongguo */
        { "de", "\u00D6sterreich", "Polen" },
        { "de", "\u00C4gypten", "Albanien" },
        { "de", "Norwegen", "\u00D6sterreich" },
        { "kk", "Грекия", "Ғана" }, /* Ғ is a letter of its own, behind Г */
        { "kk", "Ғана", "Дания" },
        { "kk", "Канада", "Қазақстан" },
        { "kk", "Қытай", "Латвия" },
        { "kk", "Оман", "Өзбекстан" },
        { "kk", "Швеция", "Ішкі" }, /* І is one of the last */
        { "ru", "Египет", "Ёлки" }, /* Ё stands with Е */
        { "ru", "Ёлки", "Иран" },
        { "zh", "阿富汗", "巴西" },       /* Afuhan, Baxi */
        { "zh", "俄罗斯", "哈萨克斯坦" }, /* Eluosi, Hasakesitan */
        { "zh", "乌兹别克斯坦", "英国" }, /* Wuzibiekesitan, Yingguo; 乌 has fewer strokes */
        { "en", "china", "Denmark" },
    };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        setting_open(&setting, rows[i].locale, NULL);
        print_message("  %s: %s, %s\n", rows[i].locale, rows[i].first, rows[i].second);
        assert_true(format_compare_names(setting.text, rows[i].first, rows[i].second) < 0);
        assert_true(format_compare_names(setting.text, rows[i].second, rows[i].first) > 0);
        assert_int_equal(format_compare_names(setting.text, rows[i].first, rows[i].first), 0);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_narrow_months),
        cmocka_unit_test(test_english_months_are_what_icu_says),
        cmocka_unit_test(test_names_stand_in_the_alphabet_of_the_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
