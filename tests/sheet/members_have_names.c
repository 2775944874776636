/* members_have_names.c - `names:` of a spec: in labels and in fields, by language, with forms. */
#include "support/check.h"

#include <string.h>

#include "pages.h"
#include "sheaf/sheaf.h"
#include "sheet/words/names.h"

#define DATA                                                                                       \
    "period,flow,product,partner,transport,value,unit\n"                                           \
    "2022,exports,Textiles,CHN,road,10,USD bn\n2023,exports,Textiles,CHN,road,12.5,USD bn\n"       \
    "2022,exports,TEX2,CHN,road,4,USD bn\n2023,exports,TEX2,CHN,road,3,USD bn\n"

#define NAMES                                                                                      \
    "names:\n"                                                                                     \
    "  Textiles: {en: Cloth, ru: {nominative: Ткани, genitive: тканей}, zh: 布料}\n"  \
    "  TEX2: {en: {name: Yarn, the: the yarns}, ru: Нитки}\n"                                 \
    "  China: {en: PR China, ru: {from: из КНР}}\n"                                           \
    "  EU: Union\n"

static sheaf_sheet *read_spec(const char *language, const char *names, const char *text,
                              const char *product, const char *partner)
{
    char spec[1600];

    snprintf(spec, sizeof spec,
             "sheaf: 1\nlanguage: en\nparameters: {product: Textiles, partner: CHN, size: 156}\n"
             "%stitle: {en: \"%s\", ru: \"%s\", zh: \"%s\"}\ndata: {t: members_have_names.csv}\n"
             "series: {all: 't[product: *]', sum: 't[product: Textiles] + t[product: TEX2]'}\n"
             "sheet:\n  - chart: {type: lines, series: all}\n"
             "  - table: {rows: [all], columns: [2022, 2023]}\n",
             names, text, text, text);
    sheaf_sheet *sheet = pages_read_data("members_have_names", DATA, spec);
    sheaf_sheet_set_language(sheet, language);
    if (product != NULL)
        sheaf_sheet_set_parameter(sheet, "product", product);
    if (partner != NULL)
        sheaf_sheet_set_parameter(sheet, "partner", partner);
    return sheet;
}

static const struct {
    const char *language, *text, *product, *partner, *shown; /* shown: or what is wrong */
} fields[] = {
    { "en", "{$product}", NULL, NULL, "\"Cloth\"" },
    { "en", "{$product, the}", "TEX2", NULL, "\"the yarns\"" },
    { "en", "{$product}", "TEX2", NULL, "\"Yarn\"" },
    { "ru", "{$product, genitive}", NULL, NULL, "\"тканей\"" },
    { "ru-KZ", "{$product}", NULL, NULL, "\"Ткани\"" },
    { "ru", "{$product, dative}", NULL, NULL,
      "no form 'dative' is known of 'Ткани' in 'ru'; write it in names" },
    { "zh-Hans", "{$product}", NULL, NULL, "\"布料\"" },
    { "zh", "{$product}", "TEX2", NULL, "\"Yarn\"" }, /* nothing in Chinese: the spec's own */
    { "ru", "{$product}", "Other", NULL, "\"Other\"" },
    { "en", "{$partner}", NULL, NULL, "\"PR China\"" },
    { "en", "{$partner}", NULL, "156", "\"PR China\"" },
    { "ru", "{$partner, from}", NULL, NULL, "\"из КНР\"" },
    { "ru", "{$partner, genitive}", NULL, NULL, "\"Китая\"" }, /* the tables' */
    { "ru", "{$partner}", NULL, NULL, "\"Китай\"" },
    { "en", "{$partner, code}", NULL, "156", "\"CHN\"" },
    { "en", "{$partner}", NULL, "398", "\"Kazakhstan\"" },
    { "ru", "{$partner, genitive}", NULL, "398", "\"Казахстана\"" },
    { "en", "{$partner}", NULL, "142", "\"Asia\"" },
    { "ru", "{$partner}", NULL, "W1", "\"весь мир\"" }, /* the UK's code of the world */
    { "de", "{$partner}", NULL, "W0", "\"Welt\"" },
    { "en", "{$partner}", NULL, "W2", "\"W2\"" },
    { "en", "{$partner}", NULL, "Central Asia", "\"Central Asia\"" },
    { "en", "{$partner}", NULL, "EU", "\"Union\"" },
    { "en", "{$size}", NULL, NULL, "\"156\"" },
};

static void test_fields(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(fields); i++) {
        sheaf_sheet *sheet = read_spec(fields[i].language, NAMES, fields[i].text, fields[i].product,
                                       fields[i].partner);
        struct buffer dump;

        pages_dump(sheet, &dump);
        print_message("  %s: %s of %s, %s\n", fields[i].language, fields[i].text,
                      fields[i].product != NULL ? fields[i].product : "-",
                      fields[i].partner != NULL ? fields[i].partner : "-");
        const char *start = strstr(dump.bytes, fields[i].shown);
        if (start == NULL)
            print_message("%.600s\n", dump.bytes);
        assert_non_null(start);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* Lines, rows and the notes on sums call members as the author does. */
static void test_labels(void **state)
{
    static const struct {
        const char *language, *names, *shown[2], *hidden;
    } cases[] = {
        { "en", NAMES, { "Cloth", "Yarn" }, "Textiles" },
        { "ru", NAMES, { "Ткани", "Нитки" }, "Textiles" },
        { "zh", NAMES, { "布料", "Yarn" }, "Textiles" },
        { "de", NAMES, { "Cloth", "Yarn" }, "Textiles" },
        { "en", "", { "Textiles", "TEX2" }, "Cloth" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec(cases[i].language, cases[i].names, "T", NULL, NULL);
        struct buffer dump;

        assert_true(pages_dump(sheet, &dump) > 0);
        print_message("  %s\n", cases[i].language);
        for (size_t k = 0; k < 2; k++)
            assert_true(pages_count(dump.bytes, cases[i].shown[k]) >= 2); /* chart and table */
        assert_int_equal(pages_count(dump.bytes, cases[i].hidden), 0);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* What all lines have in common is said in the subtitle and the alternative text, also by the author's names. */
static void test_subtitles(void **state)
{
    static const struct {
        const char *language, *shown, *hidden;
    } cases[] = { { "en", "partner: PR China", "partner: China" },
                  { "ru", "Китай", "China" },
                  { "zh", "PR China", "中国" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec(cases[i].language, NAMES, "T", NULL, NULL);
        struct buffer dump;

        assert_true(pages_dump(sheet, &dump) > 0);
        print_message("  %s\n", cases[i].language);
        assert_true(pages_count(dump.bytes, cases[i].shown) >= 2);
        assert_int_equal(pages_count(dump.bytes, cases[i].hidden), 0);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* A name that a language lacks is owed by its translator, and may be in the catalogue. */
static void test_missing(void **state)
{
    sheaf_sheet *sheet = read_spec("zh", NAMES, "T", NULL, NULL);
    sheaf_untranslated text = SHEAF_UNTRANSLATED_INIT;
    static const char *const expected[] = { "Yarn", "PR China", "Union" };

    (void)state;
    assert_int_equal(sheet_begin_output(sheet)->status, SHEAF_OK);
    assert_int_equal(sheaf_sheet_untranslated_count(sheet), LENGTH(expected));
    for (size_t i = 0; i < LENGTH(expected); i++) {
        assert_true(sheaf_sheet_untranslated(sheet, i, &text));
        assert_string_equal(text.text, expected[i]);
    }
    sheaf_sheet_destroy(sheet);
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *names, *message;
    } cases[] = {
        { "names: {A: {en: {genitiv: x}}}\n", "'genitiv' is no form of a name" },
        { "names: {A: {english: x}}\n", "'english' is no known language" },
        { "names: {A: [x]}\n", "must be" },
        { "names: {A: {en: {the: [x]}}}\n", "must be" },
        { "names: {A: {}}\n", "there is nothing" },
        { "names: A\n", "'names' must be" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec("en", cases[i].names, "T", NULL, NULL);

        print_message("  %s", cases[i].names);
        assert_int_equal(sheet_begin_output(sheet)->status, SHEAF_BAD_INPUT);
        if (strstr(sheaf_sheet_message(sheet), cases[i].message) == NULL)
            print_message("%s\n", sheaf_sheet_message(sheet));
        assert_non_null(strstr(sheaf_sheet_message(sheet), cases[i].message));
        sheaf_sheet_destroy(sheet);
    }
}

/* A product, and what the file calls it beside its code; partners are called as the tables have them. */
static const struct {
    const char *text, *product, *shown;
} in_data[] = {
    { "{$product}", "10", "\"Cereals\"" },
    { "{$product}", "2022", "\"Cars of 2022\"" },
    { "{$product}", "TOTAL", "\"All Commodities\"" }, /* not "world" */
    { "{$product, code}", "10", "\"10\"" },
    { "{$product, code}", "TOTAL", "\"TOTAL\"" },
};

static void the_files_names_are_shown(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(in_data); i++) {
        char spec[600];
        struct buffer dump;

        snprintf(spec, sizeof spec,
                 "sheaf: 1\nparameters: {product: \"%s\"}\ntitle: \"%s\"\n"
                 "data: {t: members_have_names.csv}\nsheet:\n  - table: {rows: ['t[product: "
                 "$product]'], columns: [2022]}\n",
                 in_data[i].product, in_data[i].text);
        sheaf_sheet *sheet = pages_read_data(
            "members_have_names",
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,PRODUCT: Product,TIME_PERIOD: "
            "Time,OBS_VALUE: Value\ndataflow,A:B(1.0): C,I,A: Annual,10: Cereals,2022,5\n"
            "dataflow,A:B(1.0): C,I,A: Annual,2022: Cars of 2022,2022,5\n"
            "dataflow,A:B(1.0): C,I,A: Annual,TOTAL: All Commodities,2022,9\n",
            spec);
        print_message("  %s of %s\n", in_data[i].text, in_data[i].product);
        pages_dump(sheet, &dump);
        if (strstr(dump.bytes, in_data[i].shown) == NULL)
            fail_msg("%.900s", dump.bytes);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),    cmocka_unit_test(test_labels),
        cmocka_unit_test(test_subtitles), cmocka_unit_test(test_missing),
        cmocka_unit_test(test_mistakes),  cmocka_unit_test(the_files_names_are_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
