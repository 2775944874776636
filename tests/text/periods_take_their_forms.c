/* periods_take_their_forms.c - years, months, quarters, weeks and days in the forms of each language. */
#include "support/check.h"

#include "text/forms.h"
#include "text/setting.h"

#define NB "\xC2\xA0" /* no-break space */

enum { PERIOD_FORMS = 35 };
enum span {
    YEAR,
    YEARS,
    QUARTER,
    MONTH,
    MONTHS,
    ACROSS,
    WEEK,
    DAY,
    DAYS,
    DAYS_OF_MONTHS,
    DAYS_ACROSS
};

static const struct date_interval spans[] = {
    [YEAR] = { { 2023, 1, 1 }, { 2023, 12, 31 } },
    [YEARS] = { { 2019, 1, 1 }, { 2023, 12, 31 } },
    [QUARTER] = { { 2024, 1, 1 }, { 2024, 3, 31 } },
    [MONTH] = { { 2024, 5, 1 }, { 2024, 5, 31 } },
    [MONTHS] = { { 2024, 1, 1 }, { 2024, 4, 30 } },
    [ACROSS] = { { 2023, 4, 1 }, { 2024, 3, 31 } },
    [WEEK] = { { 2024, 12, 30 }, { 2025, 1, 5 } },
    [DAY] = { { 2024, 6, 1 }, { 2024, 6, 1 } },
    [DAYS] = { { 2024, 6, 5 }, { 2024, 6, 20 } },
    [DAYS_OF_MONTHS] = { { 2024, 6, 5 }, { 2024, 7, 20 } },
    [DAYS_ACROSS] = { { 2023, 12, 1 }, { 2024, 1, 20 } },
};

static const struct {
    const char *locale;
    enum span span;
    const char *form, *text;
} rows[] = {
    { "en", YEAR, "in", "in 2023" },
    { "en", YEAR, "", "2023" },
    { "en", YEARS, "in", "in 2019–2023" },
    { "en", QUARTER, "in", "in the first quarter of 2024" },
    { "en", QUARTER, "the, capital", "The first quarter of 2024" },
    { "en", MONTHS, "in", "in January–April 2024" },
    { "en", MONTH, "in", "in May 2024" },
    { "en", DAY, "in", "on 1 June 2024" },
    { "en", DAYS, "in", "from 5 to 20 June 2024" },
    { "en", WEEK, "in", "in week 1 of 2025" },
    { "en", ACROSS, "in", "in the four quarters to the end of Q1 2024" },
    { "en", DAYS_OF_MONTHS, "in", "from 5 June to 20 July 2024" },
    { "en", DAYS_ACROSS, "in", "from 1 December 2023 to 20 January 2024" },
    { "ru", YEAR, "locative", "2023" NB "году" },
    { "ru", YEAR, "genitive", "2023" NB "года" },
    { "ru", YEAR, "in", "в 2023" NB "году" },
    { "ru", YEARS, "in", "в 2019–2023" NB "годах" },
    { "ru", YEARS, "genitive", "2019–2023" NB "годов" },
    { "ru", QUARTER, "locative", "I" NB "квартале 2024" NB "года" },
    { "ru", MONTH, "locative", "мае 2024" NB "года" },
    { "ru", MONTH, "instrumental", "маем 2024" NB "года" },
    { "ru", MONTHS, "in", "в январе–апреле 2024" NB "года" },
    { "ru", ACROSS, "genitive", "апреля 2023" NB "года – марта 2024" NB "года" },
    { "ru", WEEK, "in", "на 1-й неделе 2025" NB "года" },
    { "ru", WEEK, "accusative", "1-ю неделю 2025" NB "года" },
    { "ru", DAY, "in", "1 июня 2024" NB "года" },
    { "ru", DAYS, "in", "5–20 июня 2024" NB "года" },
    { "kk", YEAR, "in", "2023" NB "жылы" },
    { "kk", YEAR, "locative", "2023" NB "жылда" },
    { "kk", YEAR, "genitive", "2023" NB "жылдың" },
    { "kk", YEARS, "in", "2019–2023" NB "жылдары" },
    { "kk", YEARS, "dative", "2019–2023" NB "жылдарға" },
    { "kk", MONTH, "in", "2024" NB "жылғы мамырда" },
    { "kk", MONTHS, "locative", "2024" NB "жылғы қаңтар–сәуірде" },
    { "kk", QUARTER, "ablative", "2024" NB "жылғы 1-тоқсаннан" },
    { "kk", WEEK, "in", "2025" NB "жылғы 1-аптада" },
    { "kk", ACROSS, "instrumental", "2023" NB "жылғы сәуір – 2024" NB "жылғы наурызбен" },
    { "kk", DAY, "in", "2024" NB "жылғы 1 маусымда" },
    { "zh", YEAR, "", "2023年" },
    { "fr", YEAR, "in", "en 2023" },
    { "fr", YEARS, "in", "de 2019 à 2023" },
    { "fr", MONTH, "in", "en mai 2024" },
    { "fr", MONTH, "of", "de mai 2024" },
    { "fr", ACROSS, "in", "d’avril 2023 à mars 2024" },
    { "fr", MONTHS, "of", "de la période de janvier à avril 2024" },
    { "fr", QUARTER, "in", "au 1er" NB "trimestre 2024" },
    { "fr", QUARTER, "de", "du 1er" NB "trimestre 2024" },
    { "fr", DAY, "in", "le 1er juin 2024" },
    { "fr", DAYS, "in", "du 5 au 20 juin 2024" },
    { "de", YEAR, "in", "im Jahr 2023" },
    { "de", YEAR, "genitive", "des Jahres 2023" },
    { "de", YEARS, "in", "in den Jahren 2019–2023" },
    { "de", MONTH, "in", "im Mai 2024" },
    { "de", MONTHS, "in", "von Januar bis April 2024" },
    { "de", MONTHS, "genitive", "des Zeitraums von Januar bis April 2024" },
    { "de", QUARTER, "in", "im 1. Quartal 2024" },
    { "de", QUARTER, "genitive", "des 1. Quartals 2024" },
    { "de", WEEK, "in", "in der 1. Woche 2025" },
    { "de", DAY, "in", "am 1. Juni 2024" },
    { "de", DAY, "accusative", "den 1. Juni 2024" },
    { "de", DAYS, "in", "vom 5. bis 20. Juni 2024" },
    { "ar", YEAR, "in", "في عام 2023" },
    { "ar", QUARTER, "in", "في الربع الأول من عام 2024" },
    { "ar", MONTHS, "in", "في الفترة من يناير إلى أبريل 2024" },
    { "ug", YEAR, "in", "2023-يىلى" },
    { "ug", YEAR, "dative", "2023-يىلغا" },
    { "ug", MONTH, "in", "2024-يىلى مايدا" },
    { "ug", WEEK, "locative", "2025-يىلى 1-ھەپتىدە" },
    { "ug", QUARTER, "dative", "2024-يىلى 1-پەسىلگە" },
    { "ug", ACROSS, "ablative", "2023-يىلى ئاپرېل – 2024-يىلى مارتتىن" },
};

static void test_periods(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        sheaf_error error;

        setting_open(&setting, rows[i].locale, NULL);
        print_message("  %s %d %s\n", rows[i].locale, rows[i].span, rows[i].form);
        const char *text = text_period_form(setting.text, &setting.arena, spans[rows[i].span],
                                            rows[i].form, &error);
        if (text == NULL)
            fail_msg("%s", error.message);
        assert_string_equal(text, rows[i].text);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static void test_every_form_of_every_period(void **state)
{
    static const char *const locales[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };
    struct setting setting;
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++) {
        setting_open(&setting, locales[i], NULL);
        const char *at = text_forms(setting.text, FORMS_OF_PERIODS);
        while (*at != '\0') {
            size_t n = strcspn(at, " ");
            const char *form = arena_text(&setting.arena, at, n);

            for (size_t span = 0; span < LENGTH(spans); span++, count++) {
                sheaf_error error;
                const char *text =
                    text_period_form(setting.text, &setting.arena, spans[span], form, &error);
                print_message("  %s %zu %s: %s\n", locales[i], span, form,
                              text != NULL ? text : error.message);
                assert_non_null(text);
                assert_true(*text != '\0');
            }
            at += n + strspn(at + n, " ");
        }
        assert_no_failure(&setting);
        setting_close(&setting);
    }
    assert_int_equal(count, PERIOD_FORMS * LENGTH(spans));
}

static void test_what_is_no_period_is_told(void **state)
{
    static const struct {
        const char *locale, *form;
        struct date_interval period;
        const char *message;
    } wrong[] = {
        { "ru", "locative", { { 2024, 13, 1 }, { 2024, 1, 1 } }, "this is no period" },
        { "ru",
          "genitive dative",
          { { 2024, 1, 1 }, { 2024, 12, 31 } },
          "a period has one form at a time" },
        { "zh",
          "locative",
          { { 2024, 1, 1 }, { 2024, 12, 31 } },
          "'zh' has no form 'locative', nor any other here" },
        { "ru",
          "locativ",
          { { 2024, 1, 1 }, { 2024, 12, 31 } },
          "'ru' has no form 'locativ'; did you mean 'locative'?" },
    };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        sheaf_error error;

        setting_open(&setting, wrong[i].locale, NULL);
        assert_null(
            text_period_form(setting.text, &setting.arena, wrong[i].period, wrong[i].form, &error));
        assert_string_equal(error.message, wrong[i].message);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_every_form_of_every_period),
        cmocka_unit_test(test_what_is_no_period_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
