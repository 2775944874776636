/* parameters_hold_any_value.c - "$name" is one value wherever it stands, and never parsed again. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "pages.h"
#include "sheet/model.h"
#include "sheet/spec/spec.h"
#include "support/golden.h"
#include "support/series_text.h"

#define ODD_CSV                                                                                    \
    "period,flow,partner,value,unit\n"                                                             \
    "2022,exports,A,1,USD\n2023,exports,A,2,USD\n"                                                 \
    "2022,exports,\"CHN, flow: x\",3,USD\n2023,exports,\"CHN, flow: x\",4,USD\n"                   \
    "2022,exports,\"\"\"]\",5,USD\n2023,exports,\"\"\"]\",6,USD\n"                                 \
    "2022,exports,a|b,7,USD\n2023,exports,$a,9,USD\n"

static char folder[600];

static void write_data(void)
{
    char path[700];

    snprintf(path, sizeof path, "%s/odd-members.csv", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(ODD_CSV, file);
    fclose(file);
}

static sheaf_sheet *read_spec(const char *text)
{
    char path[700];

    snprintf(path, sizeof path, "%s/spec.yaml", folder);
    return sheaf_sheet_read_bytes(NULL, path, text, strlen(text));
}

#define SPEC                                                                                       \
    "sheaf: 1\nparameters: {partner: A, year: 2023, rate: 2, span: year, page: A4, a: A}\n"        \
    "title: T\npage: $page\ndata: {t: odd-members.csv}\n"

static const struct {
    const char *name, *value, *expression, *result; /* a series, or what is wrong */
} cases[] = {
    { "partner", "A", "t[partner: $partner]", "2022: 1, 2023: 2" },
    { "partner", "CHN, flow: x", "t[partner: $partner]", "2022: 3, 2023: 4" },
    { "partner", "CHN, flow: x", "t[partner: $partner, flow: exports]", "2022: 3, 2023: 4" },
    { "partner", "\"]", "t[partner: $partner ]", "2022: 5, 2023: 6" },
    { "partner", "a|b", "t[partner: $partner]", "2022: 7" },
    { "partner", "$a", "t[partner: $partner]", "2023: 9" },
    { "year", "2022", "t[partner: A][$year, $year]", "2022: 1" },
    { "year", "2022", "t[partner: A][..$year]", "2022: 1" },
    { "year", "2022", "t[partner: A][$year..2023]", "2022: 1, 2023: 2" },
    { "year", "A", "t[partner: A][$year..]",
      "a period is expected here, such as 2023, and '$year' is 'A'" },
    { "rate", "3", "t[partner: A] * $rate", "2022: ≈3, 2023: ≈6" },
    { "rate", "A", "t[partner: A] * $rate", "a number is expected here, and '$rate' is 'A'" },
    { "rate", "3 + 1", "t[partner: A] * $rate",
      "a number is expected here, and '$rate' is '3 + 1'" },
    { "partner", "!A", "t[partner: $partner]", "'!A' is no member: none begins with '!'" },
    { "partner", "A", "t[partner: $partnr]",
      "no parameter named '$partnr'; did you mean '$partner'?" },
    { "partner", "A", "t[partner: $zzzzzz]",
      "no parameter named '$zzzzzz'; declare it: parameters: {zzzzzz: …}" },
    { "year", "2022", "index(t[partner: A], base: $year)", "2022: 100.0, 2023: ≈200" },
    { "page", "Letter", "t[partner: A]", "2022: 1, 2023: 2" },
    { "page", "A5", "t[partner: A]", "2022: 1, 2023: 2" },
    { "page", "A9", "t[partner: A]",
      "'A9' is no paper: there are A3, A4, A5, Letter, Legal and 16:9, each with 'landscape' or "
      "'portrait' behind it, and sizes such as 210 x 100 mm" },
    { "prtner", "A", "t[partner: A]", "no parameter named '$prtner'; did you mean '$partner'?" },
};

static void test_values(void **state)
{
    (void)state;
    write_data();
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[900], got[SERIES_TEXT];

        snprintf(text, sizeof text, SPEC "series: {it: '%s'}\nsheet: [notes]\n",
                 cases[i].expression);
        sheaf_sheet *sheet = read_spec(text);
        print_message("  %s, $%s = %s\n", cases[i].expression, cases[i].name, cases[i].value);
        sheaf_sheet_set_parameter(sheet, cases[i].name, cases[i].value);
        if (sheet_begin_output(sheet)->status == SHEAF_OK)
            series_to_text(sheet->series->series, got);
        else
            snprintf(got, sizeof got, "%s", sheaf_sheet_message(sheet));
        assert_string_equal(got, cases[i].result);
        sheaf_sheet_destroy(sheet);
    }
}

/* Everything that is set after the spec is read holds, and again after an output. */
static void test_order_does_not_matter(void **state)
{
    sheaf_sheet *sheet = read_spec(
        SPEC "series: {it: 't[partner: $partner]', last: 'it[$at, $at]'}\nsheet: [notes]\n");

    (void)state;
    sheaf_sheet_destroy(sheet);
    sheet = read_spec("sheaf: 1\nparameters: {at: latest(it), partner: A}\ntitle: T\n"
                      "data: {t: odd-members.csv}\n"
                      "series: {it: 't[partner: $partner]', last: 'it[$at, $at]'}\n"
                      "sheet: [notes]\n");
    for (int round = 0; round < 2; round++) {
        char got[SERIES_TEXT];

        sheaf_sheet_set_parameter(sheet, "partner", round == 0 ? "\"]" : "a|b");
        assert_int_equal(sheet_begin_output(sheet)->status, SHEAF_OK);
        for (const struct named_series *named = sheet->series; named != NULL; named = named->next)
            if (strcmp(named->name, "last") == 0)
                series_to_text(named->series, got);
        assert_string_equal(got, round == 0 ? "2023: 6" : "2022: 7");
        assert_null(sheet->series->next->next); /* those of the first round are gone */
    }
    sheaf_sheet_destroy(sheet);
}

/* Labels of series, targets, sources and alternative texts name them too, in the sheet's language. */
static void test_labels(void **state)
{
    static const struct {
        const char *language, *label, *words; /* or what is wrong */
    } labels[] = {
        { "en", "To {$partner, the}, {$year}", "To the Netherlands, 2023" },
        { "ru", "To {$partner} in {$year}",
          "To Netherlands in 2023" },                            /* as the text that fell back */
        { "en", "*To* {{x} {$partner, code}", "*To* {{x} NLD" }, /* no markup, nothing else */
        { "en", "{$last}", "2023" }, /* the last period of the series itself */
        { "en", "To {$partnr}", "no parameter named '$partnr'; did you mean '$partner'?" },
        { "en", "To {$partner, genitive}", "'en' has no form 'genitive'; it has: the possessive" },
        { "en", "To {$partner", "'{' is never closed" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(labels); i++) {
        char text[1200];
        const char *label = labels[i].label;

        snprintf(text, sizeof text,
                 "sheaf: 1\nlanguage: en\n"
                 "parameters: {partner: NLD, year: 2023, last: latest(it)}\ntitle: T\n"
                 "sources: {s: '%s'}\ndata: {t: {file: odd-members.csv, source: s}}\n"
                 "series: {it: {value: 't[partner: A]', label: '%s'}}\n"
                 "sheet:\n  - chart: {type: lines, series: it, alternative: '%s', source: '%s'}\n",
                 label, label, label, label);
        sheaf_sheet *sheet = read_spec(text);
        struct buffer dump;

        sheaf_sheet_set_language(sheet, labels[i].language);
        print_message("  %s: %s\n", labels[i].language, label);
        bool well = pages_dump(sheet, &dump) > 0;
        if (strstr(dump.bytes, labels[i].words) == NULL)
            print_message("%.900s\n", dump.bytes);
        assert_non_null(strstr(dump.bytes, labels[i].words));
        if (well) {
            assert_string_equal(sheet->sources->title, labels[i].words);
            assert_string_equal(sheaf_series_label(sheet->series->series), labels[i].words);
        }
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* A parameter that stands nowhere is warned of, whichever language's text has it. */
static void test_unused(void **state)
{
    static const struct {
        const char *title, *unused;
    } specs[] = {
        { "A", "the parameter 'partner' is never used: '$partner' stands nowhere in the spec" },
        { "'{$partner}'", "" },
        { "{en: A, ru: '{$partner}'}", "" },
        { "'{$partners}'",
          "the parameter 'partner' is never used: '$partner' stands nowhere in the spec" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(specs); i++) {
        sheaf_warning warning = SHEAF_WARNING_INIT;
        char text[400];

        snprintf(text, sizeof text,
                 "sheaf: 1\nlanguage: en\nparameters: {partner: A, partners: B}\ntitle: %s\n"
                 "deck: '{$partners}'\nsheet: [notes]\n",
                 specs[i].title);
        sheaf_sheet *sheet = read_spec(text);
        assert_int_equal(sheet_begin_output(sheet)->status, SHEAF_OK);
        assert_int_equal(sheaf_sheet_warning_count(sheet), 0); /* a check tells it */
        sheaf_sheet_check(sheet);
        sheaf_sheet_check(sheet);
        print_message("  %s\n", specs[i].title);
        assert_int_equal(sheaf_sheet_warning_count(sheet), specs[i].unused[0] != '\0');
        if (specs[i].unused[0] != '\0') {
            assert_true(sheaf_sheet_warning(sheet, 0, &warning));
            assert_string_equal(warning.message, specs[i].unused);
            assert_int_equal(warning.line, 3);
        }
        sheaf_sheet_destroy(sheet);
    }
}

static void test_moments_that_need_themselves(void **state)
{
    sheaf_sheet *sheet = read_spec("sheaf: 1\nparameters: {at: 'latest(it)'}\ntitle: T\n"
                                   "data: {t: odd-members.csv}\n"
                                   "series: {it: 't[partner: A][..$at]'}\nsheet: [notes]\n");

    (void)state;
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    assert_int_equal(sheaf_sheet_error_count(sheet), 1);
    assert_non_null(strstr(sheaf_sheet_message(sheet), "needs itself"));
    sheaf_sheet_destroy(sheet);
}

static void test_bad_names(void **state)
{
    static const struct {
        const char *name, *value;
    } bad[] = { { "", "A" }, { NULL, "A" }, { "a b", "A" },
                { "a", "" }, { "a", NULL }, { "a", "\xFF" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(bad); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);

        sheaf_sheet_set_parameter(sheet, bad[i].name, bad[i].value);
        assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_unused),
        cmocka_unit_test(test_moments_that_need_themselves),
        cmocka_unit_test(test_bad_names),
    };

    snprintf(folder, sizeof folder, "%s/tests/sheet", golden_build_folder());
    return cmocka_run_group_tests(tests, NULL, NULL);
}
