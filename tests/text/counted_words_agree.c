/* counted_words_agree.c - words for the course of series agree with their numbers, and every language
 * has them all. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "text/languages/language.h"
#include "text/languages/trends.h"
#include "text/setting.h"
#include "text/trends.h"

static const struct {
    const char *language;
    size_t count;
    const char *years, *months, *rose; /* rose: in 2 of so many months */
} counted[] = {
    { "en", 21, "21 years", "21 months", "rose in 2 of 21 months" },
    { "ru", 3, "3 года", "3 месяца", "рост в 2 из 3 месяцев" },
    { "ru", 5, "5 лет", "5 месяцев", "рост в 2 из 5 месяцев" },
    { "ru", 11, "11 лет", "11 месяцев", "рост в 2 из 11 месяцев" },
    { "ru", 21, "21 год", "21 месяц", "рост в 2 из 21 месяца" },
    { "ru", 22, "22 года", "22 месяца", "рост в 2 из 22 месяцев" },
    { "ru", 111, "111 лет", "111 месяцев", "рост в 2 из 111 месяцев" },
    { "kk", 21, "21 жыл", "21 ай", "21 ай ішінде 2 рет өсті" },
    { "zh", 21, "21年", "21个月", "21个月中有2个月上升" },
    { "de", 21, "21 Jahre", "21 Monate", "in 2 von 21 Monaten gestiegen" },
    { "fr", 1, "1 an", "1 mois", "en hausse 2 mois sur 1" },
    { "fr", 21, "21 ans", "21 mois", "en hausse 2 mois sur 21" },
    { "ar", 1, "سنة واحدة", "شهر واحد", "ارتفاع في شهرين من أصل 1" },
    { "ar", 2, "سنتين", "شهرين", "ارتفاع في شهرين من أصل 2" },
    { "ar", 3, "3 سنوات", "3 أشهر", "ارتفاع في شهرين من أصل 3" },
    { "ar", 11, "11 سنة", "11 شهرًا", "ارتفاع في شهرين من أصل 11" },
    { "ar", 100, "100 سنة", "100 شهر", "ارتفاع في شهرين من أصل 100" },
    { "ug", 21, "21 يىل", "21 ئاي", "21 ئاي ئىچىدە 2 قېتىم ئۆستى" },
    { "es", 1, "1 years", "1 months", "rose in 2 of 1 months" }, /* never fewer than 2 */
};

static void counts_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(counted); i++) {
        struct setting setting;
        setting_open(&setting, counted[i].language, NULL);
        print_message("  %s %zu\n", counted[i].language, counted[i].count);
        assert_string_equal(
            format_steps(setting.text, &setting.arena, counted[i].count, STEP_YEARS),
            counted[i].years);
        assert_string_equal(
            format_steps(setting.text, &setting.arena, counted[i].count, STEP_MONTHS),
            counted[i].months);
        assert_string_equal(format_trend_count(setting.text, &setting.arena, TREND_ROSE_IN, 2,
                                               counted[i].count, STEP_MONTHS, NULL),
                            counted[i].rose);
        setting_close(&setting);
    }
}

static const struct date_interval march = { { 2024, 3, 1 }, { 2024, 3, 31 } };
static const struct date_interval third_quarter = { { 2024, 7, 1 }, { 2024, 9, 30 } };
static const struct date_interval year = { { 2024, 1, 1 }, { 2024, 12, 31 } };
static const struct date_interval day = { { 2024, 1, 5 }, { 2024, 1, 5 } };

static const struct {
    const char *language, *month, *quarter, *year;
} when[] = {
    { "en", "in March 2024", "in the third quarter of 2024", "in 2024" },
    { "ru", "в марте 2024\u00A0года", "в III\u00A0квартале 2024\u00A0года", "в 2024\u00A0году" },
    { "kk", "2024\u00A0жылғы наурызда", "2024\u00A0жылғы 3-тоқсанда", "2024\u00A0жылы" },
    { "zh", "2024年3月", "2024年第3季度", "2024年" },
    { "de", "im März 2024", "im 3. Quartal 2024", "im Jahr 2024" },
    { "fr", "en mars 2024", "au 3e\u00A0trimestre 2024", "en 2024" },
    { "ar", "في مارس 2024", "في الربع الثالث من عام 2024", "في عام 2024" },
    { "ug", "2024-يىلى مارتتا", "2024-يىلى 3-پەسىلدە", "2024-يىلى" },
};

static void periods_stand_in_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(when); i++) {
        struct setting setting;
        setting_open(&setting, when[i].language, NULL);
        const char *of_day = format_in_period(setting.text, &setting.arena, day);
        print_message("  %s %s\n", when[i].language, of_day);
        assert_string_equal(format_in_period(setting.text, &setting.arena, march), when[i].month);
        assert_string_equal(format_in_period(setting.text, &setting.arena, third_quarter),
                            when[i].quarter);
        assert_string_equal(format_in_period(setting.text, &setting.arena, year), when[i].year);
        assert_non_null(strstr(of_day, "2024"));
        setting_close(&setting);
    }
}

static void steps_follow_the_length(void **state)
{
    static const struct {
        struct date_interval interval;
        enum period_step step;
    } steps[] = {
        { { { 2024, 1, 1 }, { 2024, 12, 31 } }, STEP_YEARS },
        { { { 2023, 4, 1 }, { 2024, 3, 31 } }, STEP_YEARS },
        { { { 2024, 4, 1 }, { 2024, 6, 30 } }, STEP_QUARTERS },
        { { { 2024, 2, 1 }, { 2024, 2, 29 } }, STEP_MONTHS },
        { { { 2024, 1, 1 }, { 2024, 1, 7 } }, STEP_WEEKS },
        { { { 2024, 1, 5 }, { 2024, 1, 5 } }, STEP_DAYS },
        { { { 2024, 1, 1 }, { 2024, 4, 30 } }, STEP_PERIODS },
        { { { 2024, 1, 2 }, { 2024, 1, 5 } }, STEP_PERIODS },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(steps); i++)
        assert_int_equal(step_of(steps[i].interval), steps[i].step);
}

/* Blanks of a count, of which each language takes those that it needs. */
static bool is_of_count(const char *blank, size_t n)
{
    static const char *const names[] = { "count", "times", "all", "of" };

    for (size_t i = 0; i < LENGTH(names); i++)
        if (string_is(blank, n, names[i]))
            return true;
    return false;
}

static void assert_has_blanks_of(const char *phrase, const char *other)
{
    for (const char *at = strchr(phrase, '{'); at != NULL; at = strchr(at + 1, '{')) {
        size_t n = strcspn(at + 1, "}");
        char blank[32] = "";
        assert_true(n + 2 < sizeof blank);
        memcpy(blank, at, n + 2);
        if (!is_of_count(at + 1, n))
            assert_non_null(strstr(other, blank));
    }
}

static void every_language_has_all(void **state)
{
    (void)state;
    for (size_t n = 0; language_at(n) != NULL; n++) {
        const struct trend_words *words = language_at(n)->trends;
        print_message("  %s\n", language_at(n)->tag);
        assert_non_null(strstr(words->in_period, "{period}"));
        for (size_t i = 0; i < STEPS; i++) {
            assert_non_null(strstr(words->plain[i][PLURAL_OTHER], "{count}"));
            assert_non_null(strstr(words->of[i][PLURAL_OTHER], "{count}"));
        }
        for (size_t i = 0; i < TREND_PHRASES; i++) {
            assert_true(words->phrases[i] != NULL && words->phrases[i][0] != '\0');
            assert_has_blanks_of(words->phrases[i], trends_en.phrases[i]);
            assert_has_blanks_of(trends_en.phrases[i], words->phrases[i]);
            if (language_at(n) != &language_en)
                assert_string_not_equal(words->phrases[i], trends_en.phrases[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_agree),
        cmocka_unit_test(periods_stand_in_sentences),
        cmocka_unit_test(steps_follow_the_length),
        cmocka_unit_test(every_language_has_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
