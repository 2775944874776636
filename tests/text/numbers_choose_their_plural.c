/* numbers_choose_their_plural.c - plural categories follow the number as it is shown; ordinals. */
#include "support/check.h"

#include <math.h>

#include "text/forms.h"
#include "text/setting.h"

static const struct {
    const char *locale;
    double value;
    int decimals, multiplier;
    enum plural category;
} plurals[] = {
    { "en", 1, 0, 0, PLURAL_ONE },          { "en", 1, 1, 0, PLURAL_OTHER },
    { "en", -1, 0, 0, PLURAL_ONE },         { "en", 0.6, 0, 0, PLURAL_ONE },
    { "en", 1, 0, 3, PLURAL_OTHER },        { "en", 0, 0, 0, PLURAL_OTHER },
    { "ru", 1, 0, 0, PLURAL_ONE },          { "ru", 21, 0, 0, PLURAL_ONE },
    { "ru", 2, 0, 0, PLURAL_FEW },          { "ru", 5, 0, 0, PLURAL_MANY },
    { "ru", 11, 0, 0, PLURAL_MANY },        { "ru", 1.5, 1, 0, PLURAL_OTHER },
    { "ru", 1, 1, 0, PLURAL_OTHER },        { "ru", 1, 0, 3, PLURAL_MANY },
    { "ru", 1.5, 1, 6, PLURAL_MANY },       { "ru", 22, 0, 9, PLURAL_MANY },
    { "fr", 0, 0, 0, PLURAL_ONE },          { "fr", 1.5, 1, 0, PLURAL_ONE },
    { "fr", 2, 0, 0, PLURAL_OTHER },        { "fr", 1.5, 1, 6, PLURAL_MANY },
    { "fr", 3.25, 2, 9, PLURAL_MANY },      { "fr", 1000000, 0, 0, PLURAL_MANY },
    { "de", 1, 0, 0, PLURAL_ONE },          { "de", 1, 2, 0, PLURAL_OTHER },
    { "ar", 0, 0, 0, PLURAL_ZERO },         { "ar", 1, 0, 0, PLURAL_ONE },
    { "ar", 2, 0, 0, PLURAL_TWO },          { "ar", 3, 0, 0, PLURAL_FEW },
    { "ar", 11, 0, 0, PLURAL_MANY },        { "ar", 100, 0, 0, PLURAL_OTHER },
    { "ar", 2.5, 1, 0, PLURAL_OTHER },      { "zh", 1, 0, 0, PLURAL_OTHER },
    { "kk", 1, 0, 0, PLURAL_ONE },          { "ug", 1, 0, 0, PLURAL_ONE },
    { "en", INFINITY, 0, 0, PLURAL_OTHER }, { "ru", 1, -2, 0, PLURAL_ONE },
};

static void test_plurals(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(plurals); i++) {
        setting_open(&setting, plurals[i].locale, NULL);
        print_message("  %s %zu\n", plurals[i].locale, i);
        assert_int_equal(
            text_plural(setting.text, plurals[i].value, plurals[i].decimals, plurals[i].multiplier),
            plurals[i].category);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static void test_categories_of_languages(void **state)
{
    static const struct {
        const char *locale, *categories;
    } rows[] = { { "en", "one other" },      { "ru", "one few many other" },
                 { "kk", "one other" },      { "zh", "other" },
                 { "fr", "one many other" }, { "de", "one other" },
                 { "ug", "one other" },      { "ar", "zero one two few many other" } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *has = "";

        setting_open(&setting, rows[i].locale, NULL);
        for (int category = 0; category < PLURALS; category++) {
            const char *name = plural_name((enum plural)category);
            enum plural read = PLURALS;

            assert_true(plural_read(name, strlen(name), &read));
            assert_int_equal(read, category);
            if (text_has_plural(setting.text, read))
                has = arena_format(&setting.arena, "%s%s%s", has, *has != '\0' ? " " : "", name);
        }
        assert_string_equal(has, rows[i].categories);
        setting_close(&setting);
    }
}

static const struct {
    const char *locale;
    long number;
    const char *form, *text;
} ordinals[] = {
    { "en", 1, "", "1st" },
    { "en", 2, "", "2nd" },
    { "en", 3, NULL, "3rd" },
    { "en", 4, "", "4th" },
    { "en", 11, "", "11th" },
    { "en", 12, "", "12th" },
    { "en", 13, "", "13th" },
    { "en", 21, "", "21st" },
    { "en", 111, "", "111th" },
    { "en", 0, "", "0th" },
    { "kk", 1, "", "1-ші" },
    { "kk", 2, "", "2-ші" },
    { "kk", 6, "", "6-шы" },
    { "kk", 9, "", "9-шы" },
    { "kk", 10, "", "10-шы" },
    { "kk", 20, "", "20-шы" },
    { "kk", 50, "", "50-ші" },
    { "kk", 100, "", "100-ші" },
    { "kk", 1000, "", "1000-шы" },
    { "kk", 0, "", "0-ші" },
    { "fr", 1, "", "1er" },
    { "fr", 1, "feminine", "1re" },
    { "fr", 2, "", "2e" },
    { "fr", 21, "", "21e" },
    { "fr", 1, "feminine plural", "1res" },
    { "fr", 2, "plural", "2es" },
    { "ar", 3, "", "الثالث" },
    { "ar", 3, "feminine", "الثالثة" },
    { "ar", 3, "indefinite", "ثالث" },
    { "ar", 1, "feminine", "الأولى" },
    { "ar", 11, "", "الـ11" },
    { "ar", 11, "indefinite", "11" },
    { "ug", 3, "", "ئۈچىنچى" },
    { "ug", 11, "", "11-" },
    { "de", 21, "", "21." },
    { "ru", 3, "neuter locative", "3-м" },
    { "ru", 2, "", "2-е" },
    { "de", 2, "", "2." },
    { "zh", 2, "", "第2" },
    { "ru", 2, "masculine", "2-й" },
    { "ru", 2, "feminine accusative", "2-ю" },
    { "ru", 2, "genitive", "2-го" },
    { "ru", 2, "masculine, instrumental", "2-м" },
    { "ru", 2, "instrumental plural", "2-ми" },
};

static void test_ordinals(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(ordinals); i++) {
        sheaf_error error;

        setting_open(&setting, ordinals[i].locale, NULL);
        const char *text = text_ordinal(setting.text, &setting.arena, ordinals[i].number,
                                        ordinals[i].form, &error);
        if (text == NULL)
            fail_msg("%s", error.message);
        assert_string_equal(text, ordinals[i].text);
        setting_close(&setting);
    }
}

static void test_what_is_no_ordinal_is_told(void **state)
{
    static const struct {
        const char *locale;
        long number;
        const char *form, *message;
    } wrong[] = {
        { "en", -1, "", "-1 is below 0 and has no place in an order" },
        { "ru", 1, "masculine feminine",
          "'masculine feminine' are no forms that go together in 'ru'" },
        { "ru", 1, "genitive dative", "'genitive dative' are no forms that go together in 'ru'" },
        { "fr", 1, "feminine masculine",
          "'feminine masculine' are no forms that go together in 'fr'" },
        { "ar", 1, "feminine masculine",
          "'feminine masculine' are no forms that go together in 'ar'" },
        { "ru", 1, "femine", "'ru' has no form 'femine'; did you mean 'feminine'?" },
        { "pl", 1, "", "no ordinal of 1 is known in 'pl'" },
    };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        sheaf_error error;

        setting_open(&setting, wrong[i].locale, NULL);
        assert_null(
            text_ordinal(setting.text, &setting.arena, wrong[i].number, wrong[i].form, &error));
        assert_string_equal(error.message, wrong[i].message);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plurals),
        cmocka_unit_test(test_categories_of_languages),
        cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_what_is_no_ordinal_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
