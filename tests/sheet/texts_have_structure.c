/* texts_have_structure.c - lists, quotations, sub-headings, links and footnotes are drawn as groups of
 * their own, so that who hears a document is told what they are. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "pages.h"

/* What stands in the dump, in this order, one behind the other. */
static const struct {
    const char *name, *language, *blocks;
    const char *in_order[12];
    const char *absent;
} cases[] = {
    { "a list",
      "en",
      "  - text: |\n      - one\n      - two\n        1. deeper\n\n      behind\n",
      { "  list\n", "list-item", "list-label", "\"\u2022\"", "list-body", "paragraph", "\"one\"",
        "\"two\"", "  list\n", "\"1.\"", "\"deeper\"", "\"behind\"" },
      NULL },
    { "numbers in the language's way",
      "ar",
      "  - text: |\n      7. واحد\n",
      { "list-label", "\"7.\"", "list-body" },
      NULL },
    { "a quotation and its source",
      "en",
      "  - text: |\n      > words\n      >\n      > \u2014 source\n",
      { "quote", "paragraph", "\"words\"", "paragraph", "\"\u2014 source\"" },
      NULL },
    { "a sub-heading below a heading",
      "en",
      "  - heading: H\n  - text: |\n      ### sub\n\n      words\n",
      { "heading1", "\"H\"", "heading2", "\"sub\"", "paragraph", "\"words\"" },
      NULL },
    { "a sub-heading below the title",
      "en",
      "  - text: |\n      ### sub\n\n      words\n",
      { "heading1", "\"sub\"" },
      "heading2" },
    { "a link",
      "en",
      "  - text: 'see [it](https://a.kz)'\n",
      { "paragraph", "\"see \"", "link uri \"https://a.kz\"", "\"it\"", "path" },
      NULL },
    { "footnotes of two texts below the second",
      "en",
      "  - text: |\n      a[^1]\n\n      [^1]: first\n"
      "  - text: |\n      b[^1]\n\n      [^1]: second\n",
      { "\"a\"", "\"\u00B9\"", "note", "\"\u00B9\u00A0\"", "\"first\"", "\"b\"", "\"\u00B2\"",
        "note", "\"\u00B2\u00A0\"", "\"second\"" },
      NULL },
    { "footnotes in the notes",
      "en",
      "  - text: |\n      a[^1]\n\n      [^1]: first {x[2023]}\n"
      "  - text: b\n  - notes\n",
      { "\"a\"", "\"\u00B9\"", "\"b\"", "\"\u00B9\u00A0\"", "\"first \"", "\"$2.5\"" },
      NULL },
    { "a footnote's mark keeps apart from a figure",
      "ar",
      "  - text: |\n      {x[2023]}[^1]\n\n      [^1]: أ\n",
      { "\u202F\u00B9" },
      NULL },
    { "words instead of a figure have no flag",
      "en",
      "  - text: '{secret[2023] || not told}.'\n  - notes\n",
      { "\"not told\"" },
      "[c]" },
    { "italic",
      "en",
      "  - text: 'a *b* **c** ***d***'\n",
      { "\"a \"", "Inter-Regular", "\"b\"", "Inter-Italic", "\"c\"", "Inter-SemiBold ", "\"d\"",
        "Inter-SemiBoldItalic" },
      NULL },
};

static void test_structure(void **state)
{
    size_t n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char spec[1500];
        struct buffer dump;

        snprintf(spec, sizeof spec,
                 "sheaf: 1\ntitle: T\nlanguage: %s\ndata: {d: structure.csv, s: structure.csv}\n"
                 "series: {x: 'd[flow: exports]', secret: 'd[flow: imports]'}\nsheet:\n%s",
                 cases[i].language, cases[i].blocks);
        sheaf_sheet *sheet = pages_read_data("structure",
                                             "flow,year,value,unit,OBS_STATUS,CONF_STATUS\n"
                                             "exports,2023,2.5,USD,A,F\nimports,2023,7,USD,A,C\n",
                                             spec);
        pages_dump(sheet, &dump);
        const char *at = dump.bytes;
        for (size_t k = 0; k < LENGTH(cases[i].in_order) && cases[i].in_order[k] != NULL; k++) {
            const char *next = at != NULL ? strstr(at, cases[i].in_order[k]) : NULL;
            if (next == NULL) {
                print_message("  %s: no %s\n%s\n", cases[i].name, cases[i].in_order[k], dump.bytes);
                n_wrong++;
                break;
            }
            at = next + 1;
        }
        if (cases[i].absent != NULL && strstr(dump.bytes, cases[i].absent) != NULL) {
            print_message("  %s: %s\n%s\n", cases[i].name, cases[i].absent, dump.bytes);
            n_wrong++;
        }
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
    assert_int_equal(n_wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_structure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
