/* fields_say_what_is_wrong.c - a mistake in a text has its line and column in the spec, and the way
 * out. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "pages.h"

#define HEAD                                                                                       \
    "sheaf: 1\n"                                                                                   \
    "title: Test\n"                                                                                \
    "data: {d: wrong.csv}\n"                                                                       \
    "series: {x: 'd[flow: exports]', still: 'd[flow: imports]'}\n"                                 \
    "sheet:\n"                                                                                     \
    "  - text: '"

/* The text begins in line 6, column 12. */
static const struct {
    const char *name, *text, *message;
} cases[] = {
    { "open brace", "a {x[2023]", "6:14+1: '{' is never closed; a brace itself is written '{{'" },
    { "open choice", "{x[2023] ? a | b",
      "6:12+1: '{' is never closed; a brace itself is written '{{'" },
    { "nothing", "a {}",
      "6:14+2: nothing between the braces; write {series[period]} or "
      "{period:2024-T1}" },
    { "unknown label", "{x[2023] ? upp=a | down=b}",
      "6:23+3: a branch has no label 'upp'; did you mean 'up'?" },
    { "label of no kind", "{x[2023] ? rising=a | down=b}",
      "6:23+6: a branch has no label 'rising'; there is up down same little, zero one two few many "
      "other, tie, and numbers; the sign itself is written '\\='" },
    { "labels of some", "{x[2023] ? up=a | b}", "6:30+1: all branches have labels, or none has" },
    { "a label twice", "{x[2023] ? one=a | one=b | other=c}",
      "6:31+3: two branches have the label 'one'" },
    { "four branches", "{x[2023] ? a | b | c | d}",
      "6:35+1: branches without labels are two or three: rose | fell | did not change" },
    { "one branch", "{x[2023] ? a}",
      "6:21+3: a choice has two branches or more: rose | fell | did not change" },
    { "no other", "{x[2023] ? one=a | few=b}",
      "6:21+15: a choice by number needs the branch other=" },
    { "no down", "{x[2023] ? up=a | same=b}",
      "6:21+15: a choice by sign needs up= and down=, or other=" },
    { "sign and number", "{x[2023] ? up=a | one=b | other=c}",
      "6:21+24: branches are chosen by sign or by number, not by both" },
    { "little without a threshold", "{x[2023] ? up=a | down=b | little=c}", NULL },
    { "a threshold without little", "{x[2023], little=1 ? a | b}",
      "6:31+7: the option little needs a branch little=" },
    { "unknown option", "{x[2023], decimal=2}",
      "6:22+7: a field has no option 'decimal'; did you mean 'decimals'?" },
    { "decimals", "{x[2023], decimals=many}",
      "6:31+4: 'decimals' counts the places after the decimal mark, 0 to 17" },
    { "little", "{x[2023], little=some ? a | b | little=c}",
      "6:29+4: 'little' is the largest figure that counts as little: little=0.5" },
    { "form of a figure", "{x[2023], genitive}",
      "6:12+19: a figure has no form 'genitive'; names, periods and ordinals have forms" },
    { "missing", "In {x[2022]}",
      "6:15+9: there is no figure for 'x[2022]' in 'In {x[2022]}'; say what comes instead: "
      "{x[2022] || "
      "not known}" },
    { "missing with choices", "{x[2022] ? a | b}", NULL },
    { "unknown series in a branch", "{x[2023] ? {y[2023]} | b}", "6:24+1: no series named 'y'" },
    { "unknown parameter", "{$partner}",
      "6:14+7: no parameter named '$partner'; declare it: parameters: {partner: …}" },
    { "choice of a period", "{period:2023 ? a | b}",
      "6:25+7: a name or a period has no sign and no number to choose by" },
    { "open strong", "a **b", "6:14+2: '**' is not closed in its paragraph" },
    { "open strong in a branch", "{x[2023] ? **a | b}",
      "6:23+2: '**' is not closed in its paragraph" },
    { "open bracket", "a [b", "6:14+1: '[' is not closed; a bracket itself is written '\\['" },
    { "open address", "a [b](https://c",
      "6:17+1: the '(' of this link is not closed; a sign itself is written '\\('" },
    { "address of no kind", "a [b](stat.kz)",
      "6:18+7: a link's address begins with https://, http:// or mailto:, or is '#' and a "
      "block's id" },
    { "link to no block", "[a](#b)",
      "6:16+2: no block has the id 'b'; write 'id:' beside the block" },
    { "name of no block", "see {#b}",
      "6:16+4: no block has the id 'b'; write 'id:' beside the block" },
    { "id that is none", "{#1b}",
      "6:12+5: an id is of letters, digits, - and _, and begins with a letter: exports-2023" },
    { "option of a name", "{#b, page}",
      "6:17+4: the name of a block has one option: {#exports, number}" },
    { "address with a space", "a [b](https://c d)", "6:27+1: an address has no spaces; write %20" },
    { "figure in an address", "[a](https://b.kz/{x[2023]})", NULL },
    { "unknown footnote", "a[^1]",
      "6:13+4: no line of this text begins with this footnote's mark and ':'" },
    { "footnote in a branch", "{x[2023] ? a[^1] | b}",
      "6:24+4: a footnote's mark stands outside of braces" },
    { "language lacks a category", "{x[2023] ? few=a | other=b}",
      "6:23+3: 'en' has no plural category 'few'; it has: one other" },
    { "form of no language", "{period:2023, genitive}", NULL },
    { "ordinal of a fraction", "{x[2023], ordinal}",
      "6:12+9: 'x[2023]' is no whole number, of which there is an ordinal" },
    { "unchanged", "{still[2023] ? a | b}",
      "6:12+14: 'still[2023]' has not changed, and no branch says so: add a third one" },
};

static void test_messages(void **state)
{
    size_t n_different = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char spec[1000], got[700];

        snprintf(spec, sizeof spec, HEAD "%s'\n", cases[i].text);
        sheaf_sheet *sheet =
            pages_read_data("wrong",
                            "flow,year,value,unit\nexports,2022,,USD\nexports,2023,2.5,USD\n"
                            "imports,2022,1,USD\nimports,2023,0,USD\n",
                            spec);
        struct sheet_pages *pages = sheet_layout(sheet);
        const sheaf_error *error = sheaf_sheet_error(sheet);

        snprintf(got, sizeof got, "%zu:%zu+%zu: %s", error->line, error->column, error->length,
                 error->message);
        if (error->line != 6 || (cases[i].message != NULL && strcmp(got, cases[i].message) != 0)) {
            print_message("  %s\n    %s\n    not %s\n", cases[i].name, got,
                          cases[i].message != NULL ? cases[i].message : "line 6");
            n_different++;
        }
        if (pages != NULL)
            sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
    assert_int_equal(n_different, 0);
}

/* A named figure's mistake is told where it is named. */
static void test_values(void **state)
{
    static const struct {
        const char *values, *message;
    } specs[] = {
        { "values: {d: '1'}", "the name 'd' is a series' or a table's already" },
        { "values: {rise: 'y[2023]'}", "no series named 'y'" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(specs); i++) {
        char spec[600];

        snprintf(spec, sizeof spec,
                 "sheaf: 1\ntitle: T\ndata: {d: wrong.csv}\n%s\nsheet:\n  - text: '{rise}'\n",
                 specs[i].values);
        sheaf_sheet *sheet =
            pages_read_data("wrong", "flow,year,value,unit\nexports,2023,2.5,USD\n", spec);
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_null(pages);
        assert_int_equal(sheaf_sheet_error(sheet)->line, 4);
        assert_string_equal(sheaf_sheet_error(sheet)->message, specs[i].message);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_values),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
