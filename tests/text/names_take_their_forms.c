/* names_take_their_forms.c - countries, regions and groups with article, case, preposition or suffix. */
#include "support/check.h"

#include "text/forms.h"
#include "text/setting.h"

static const struct {
    const char *locale, *code, *form, *text;
} rows[] = {
    { "en", "NLD", "the", "the Netherlands" },
    { "en", "CHN", "the", "China" },
    { "en", "WLD", "the", "the world" },
    { "en", "USA", "possessive", "the United States’" },
    { "en", "CYP", "possessive", "Cyprus’s" },
    { "en", "GBR", "the, capital", "The United Kingdom" },
    { "en", "EU", "the", "the European Union" },
    { "en", "EXT_EU", "possessive", "non-EU countries’" },
    { "en", "NL", "", "Netherlands" },
};

static void test_names(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const struct form_subject subject = { .code = rows[i].code };
        sheaf_error error;

        setting_open(&setting, rows[i].locale, NULL);
        print_message("  %s %s %s\n", rows[i].locale, rows[i].code, rows[i].form);
        const char *text =
            text_name_form(setting.text, &setting.arena, &subject, rows[i].form, &error);
        if (text == NULL)
            fail_msg("%s", error.message);
        assert_string_equal(text, rows[i].text);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static const struct own_form own_forms[] = { { "the", "the Emirates" }, { "of", "of Emirates" } };

static const struct {
    const char *locale;
    struct form_subject subject;
    const char *form, *text, *message;
} known_or_not[] = {
    { "en", { "ARE", "UAE", own_forms, 2 }, "the", "the Emirates", NULL },
    { "en", { "ARE", NULL, own_forms, 2 }, "possessive", "the United Arab Emirates’", NULL },
    { "en", { "ARE", "UAE", own_forms, 2 }, "of", "of Emirates", NULL },
    { "en", { NULL, "Netherlands", NULL, 0 }, "the", "the Netherlands", NULL },
    { "en",
      { "ARE", "UAE", NULL, 0 },
      "the",
      NULL,
      "no the is known of 'UAE' in 'en'; write it in names" },
    { "en",
      { "NLD", NULL, NULL, 0 },
      "posessive",
      NULL,
      "'en' has no form 'posessive'; did you mean 'possessive'?" },
    { "en",
      { "NLD", NULL, NULL, 0 },
      "dative",
      NULL,
      "'en' has no form 'dative'; it has: the possessive" },
    { "en", { NULL, "Machinery", NULL, 0 }, "", "Machinery", NULL },
};

static void test_an_author_goes_first_and_the_unknown_is_told(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(known_or_not); i++) {
        sheaf_error error;

        setting_open(&setting, known_or_not[i].locale, NULL);
        print_message("  %zu\n", i);
        const char *text = text_name_form(setting.text, &setting.arena, &known_or_not[i].subject,
                                          known_or_not[i].form, &error);
        if (known_or_not[i].text == NULL) {
            assert_null(text);
            assert_string_equal(error.message, known_or_not[i].message);
        } else {
            assert_non_null(text);
            assert_string_equal(text, known_or_not[i].text);
        }
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_an_author_goes_first_and_the_unknown_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
