/* spec_errors.c - every mistake in a spec gives one message at its place, and the
 * way out where there is one. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "sheet/layout/layout.h"
#include "sheet/model.h"
#include "sheet/spec/spec.h"
#include "support/golden.h"

/* What stands before the line in question: lines 1 to 5. */
#define HEAD                                                                                       \
    "sheaf: 1\n"                                                                                   \
    "title: Test\n"                                                                                \
    "data: {trade: kaz-chn.csv}\n"                                                                 \
    "series: {turnover: 'trade[flow:turnover]', exports: 'trade[flow:exports]'}\n"                 \
    "sheet:\n"

static const struct {
    const char *name, *text, *message;
} cases[] = {
    { "a list", "- 1\n", "1:1+1: a sheet's spec must be a mapping of keys, not a list" },
    { "a word", "word\n", "1:1+4: a sheet's spec must be a mapping of keys, not a text" },
    { "no version", "title: a\nsheet: []\n", "1:1+5: a sheet's spec needs the key 'sheaf'" },
    { "other version", "sheaf: 2\ntitle: a\nsheet: []\n", "1:8+1: unknown sheaf '2'; there is 1" },
    { "unknown key", "sheaf: 1\ntittle: a\nsheet: []\n",
      "2:1+6: a sheet's spec has no key 'tittle'; did you mean 'title'?" },
    { "key without value", "sheaf: 1\ntitle:\nsheet: []\n",
      "2:1+5: 'title' needs a text, and there is nothing" },
    { "list for a text", "sheaf: 1\ntitle: [a]\nsheet: []\n",
      "2:8+3: 'title' must be a text, not a list" },
    { "empty title", "sheaf: 1\ntitle: ''\nsheet: [text: a]\n",
      "2:8+2: the title is blank; name what the sheet is about" },
    { "blank title", "sheaf: 1\ntitle: \"  \u00a0\"\nsheet: [text: a]\n",
      "2:8+5: the title is blank; name what the sheet is about" },
    { "title of a soft hyphen", "sheaf: 1\ntitle: \"\\xAD\"\nsheet: [text: a]\n",
      "2:8+6: the title is blank; name what the sheet is about" },
    { "strong blank title", "sheaf: 1\ntitle: '** **'\nsheet: [text: a]\n",
      "2:8+7: the title is blank; name what the sheet is about" },
    { "figure in a header", "sheaf: 1\ntitle: a\nheader: 'in {x[1999]}'\nsheet: [text: a]\n",
      "3:14+1: no series named 'x'" },
    { "no blocks", "sheaf: 1\ntitle: a\nsheet: []\n", "3:8+2: 'sheet' needs at least one block" },
    { "page", "sheaf: 1\ntitle: a\npage: A9\nsheet: []\n",
      "3:7+2: 'A9' is no paper: there are A3, A4, A5, Letter, Legal and 16:9, each with "
      "'landscape' "
      "or 'portrait' behind it, and sizes such as 210 x 100 mm" },
    { "page of no size", "sheaf: 1\ntitle: a\npage: 210 x mm\nsheet: []\n",
      "3:7+8: '210 x mm' is no paper: there are A3, A4, A5, Letter, Legal and 16:9, each with "
      "'landscape' or 'portrait' behind it, and sizes such as 210 x 100 mm" },
    { "page too small", "sheaf: 1\ntitle: a\npage: 10 x 100 mm\nsheet: []\n",
      "3:7+11: a side of a page is 70 to 1200 mm long" },
    { "margins that leave nothing",
      "sheaf: 1\ntitle: a\npage: {size: A5, margins: 60 mm}\nsheet: []\n",
      "3:7+26: the margins leave too little of the page: texts need 50 mm of its width and 30 mm "
      "of "
      "its height" },
    { "a margin without a unit", "sheaf: 1\ntitle: a\npage: {margins: {top: 12}}\nsheet: []\n",
      "3:23+2: '12' is no length; write it as 12 mm or 24 pt" },
    { "columns of a page", "sheaf: 1\ntitle: a\npage: {columns: 9}\nsheet: []\n",
      "3:17+1: texts stand in 1 to 4 columns" },
    { "no pages", "sheaf: 1\ntitle: a\npages: 0\nsheet: []\n",
      "3:8+1: 'pages' is how many pages there are at most, 1 to 999" },
    { "cover", "sheaf: 1\ntitle: a\ncover: maybe\nsheet: []\n",
      "3:8+5: unknown cover 'maybe'; there is yes, no" },
    { "the colour of a cover", "sheaf: 1\ntitle: a\ncover: {color: red}\nsheet: []\n",
      "3:16+3: 'red' is no colour; write it as '#1F5FA8'" },
    { "a place of a footer", "sheaf: 1\ntitle: a\nfooter: {left: a, rigth: b}\nsheet: [notes]\n",
      "3:19+5: a header or footer has no key 'rigth'; did you mean 'right'?" },
    { "a field of a footer", HEAD "  - text: '{page}'\n", "6:13+4: no series named 'page'" },
    { "a logo without words",
      "sheaf: 1\ntitle: a\nlogo: {file: a.png, alternative: ''}\nsheet: [notes]\n",
      "3:34+2: a logo needs words for readers who do not see it, such as whose it is" },
    { "a logo that is not there",
      "sheaf: 1\ntitle: a\nlogo: {file: no.png, alternative: a}\nsheet: [notes]\n", NULL },
    { "a page break in a row", HEAD "  - row: [text: a, page break]\n",
      "6:10+21: a page break stands between the blocks of the sheet, not within a row or column" },
    { "columns of a heading", HEAD "  - heading: a\n    columns: 2\n",
      "7:14+1: 'columns' beside a block is for texts, call-outs and notes" },
    { "keep", HEAD "  - text: a\n    keep: apart\n", "7:11+5: 'keep' is together, or with next" },
    { "the height of a chart", HEAD "  - chart: {series: exports, height: tall}\n",
      "6:38+4: 'height' is a length, such as 60 mm, and not 'tall'" },
    { "date", "sheaf: 1\ntitle: a\ndate: 26.6.2024\nsheet: []\n",
      "3:7+9: '26.6.2024' is no date; write it as 2024-06-26" },
    { "language", "sheaf: 1\ntitle: a\nlanguage: english please\nsheet: []\n",
      "3:11+14: 'english please' is no known language; write it as en, ru, kk or zh-Hans" },
    { "missing data file", "sheaf: 1\ntitle: a\ndata: {t: no.csv}\nsheet: []\n", NULL },
    { "unknown source",
      "sheaf: 1\ntitle: a\nsources: {kazinform: K}\n"
      "data: {t: {file: kaz-chn.csv, source: kazinfrm}}\nsheet: []\n",
      "4:39+8: no source named 'kazinfrm'; did you mean 'kazinform'?" },
    { "unknown member left out",
      "sheaf: 1\ntitle: a\ndata: {t: {file: kaz-chn.csv, without: 'flow: exprots'}}\nsheet: []\n",
      "3:40+15: no flow named 'exprots'; did you mean 'exports'?" },
    { "no member left out",
      "sheaf: 1\ntitle: a\ndata: {t: {file: kaz-chn.csv, without: exports}}\nsheet: []\n",
      "3:40+7: 'exports' is no dimension and member, such as 'partner: EU'" },
    { "list of lists left out",
      "sheaf: 1\ntitle: a\ndata: {t: {file: kaz-chn.csv, without: [[exports]]}}\nsheet: []\n",
      "3:41+9: what is left out must be a text or a mapping of keys, not a list" },
    { "bad name", "sheaf: 1\ntitle: a\nseries: {2x: y}\nsheet: []\n",
      "3:10+2: '2x' cannot be a name here: names are letters, digits and '_'" },
    { "name used twice",
      "sheaf: 1\ntitle: a\ndata: {t: kaz-chn.csv}\nseries: {t: 't[flow:exports]'}\nsheet: []\n",
      "4:10+1: 't' is the name of data already" },
    { "series of themselves", "sheaf: 1\ntitle: a\nseries: {a: b, b: a}\nsheet: []\n",
      "3:13+1: series 'a' needs itself to be computed" },
    { "unknown series in a series", "sheaf: 1\ntitle: a\nseries: {a: b}\nsheet: []\n",
      "3:13+1: no series named 'b'" },

    { "unknown block", HEAD "  - grpah: {}\n",
      "6:5+5: unknown block 'grpah'; there is heading, text, figures, chart, table, row, column, "
      "contents, notes, callout, page break" },
    { "near block", HEAD "  - chrt: {}\n", "6:5+4: unknown block 'chrt'; did you mean 'chart'?" },
    { "block without content", HEAD "  - chart\n",
      "6:5+5: 'chart' needs its content: '- chart: …'" },
    { "two blocks in one", HEAD "  - text: a\n    heading: b\n",
      "7:5+7: a second block here: begin it with '- heading:'" },
    { "text for a chart", HEAD "  - chart: a\n",
      "6:12+1: chart must be a mapping of keys, not a text" },
    { "a block's key without value", HEAD "  - chart:\n",
      "6:5+5: chart needs a mapping of keys, and there is nothing" },
    { "growth without a base",
      HEAD "  - table: {rows: ['turnover - exports'], columns: [2023, growth(2023)]}\n",
      "6:59+12: no row has a figure for growth(2023): there is nothing for 2022" },
    { "trimesters under years",
      HEAD "  - table: {rows: ['turnover[2023..2023]', 'turnover[2024-T1..]'], columns: [2023]}\n",
      "6:44+21: 'turnover[2024-T1..]' has no figure in any column; its first is for 2024-T1" },
    { "decimals in a text", HEAD "  - text: 'a {x[2023], decimals: two}'\n",
      "6:34+3: 'decimals' counts the places after the decimal mark, 0 to 17" },
    { "decimals of a table", HEAD "  - table: {rows: [turnover], columns: [2023], decimals: -1}\n",
      "6:58+2: 'decimals' counts the places after the decimal mark, 0 to 17" },
    { "span outside a row", HEAD "  - text: a\n    span: 3\n",
      "7:11+1: 'span' is for blocks within a row" },
    { "span of nothing", HEAD "  - row: [{text: a, span: 0}]\n",
      "6:27+1: 'span' counts columns of the page, 1 to 12" },
    { "spans too wide", HEAD "  - row: [{text: a, span: 8}, {text: b, span: 5}]\n",
      "6:10+40: the spans of a row come to at most 12" },
    { "row without blocks", HEAD "  - row: []\n", "6:10+2: 'row' needs at least one block" },

    { "unknown series", HEAD "  - chart:\n      series: [exprots, turnover]\n",
      "7:16+7: no series named 'exprots'; did you mean 'exports'?" },
    { "chart type", HEAD "  - chart: {type: baars, series: exports}\n",
      "6:19+5: unknown type 'baars'; did you mean 'bars'?" },
    { "chart key", HEAD "  - chart: {serie: exports}\n",
      "6:13+5: a chart has no key 'serie'; did you mean 'series'?" },
    { "scale of a text", HEAD "  - {text: a, scale: own}\n",
      "6:22+3: 'scale' is for the charts of a row or a column" },
    { "unknown scale", HEAD "  - {row: [text: a], scale: wide}\n",
      "6:29+4: 'scale' is auto, shared or own" },
    { "chart of nothing", HEAD "  - chart: {title: a}\n",
      "6:12+10: a chart needs 'series' or 'targets'" },
    { "figure for a series", HEAD "  - chart: {series: 'exports[2023]'}\n",
      "6:22+13: one figure stands here where a series is wanted" },
    { "several series for one",
      HEAD "  - figures: [{value: 'trade[flow: exports | turnover][2023]'}]\n",
      "6:24+37: 2 series stand here where one is wanted: exports, turnover" },
    { "a name of several for one",
      "sheaf: 1\ntitle: a\ndata: {t: kaz-chn.csv}\nseries: {flows: 't[flow: *]'}\n"
      "sheet:\n  - text: 'In {flows[2023]}'\n",
      "6:16+11: 2 series stand here where one is wanted: turnover, exports" },
    { "one label for several",
      "sheaf: 1\ntitle: a\ndata: {t: kaz-chn.csv}\n"
      "series: {flows: {value: 't[flow: *]', label: Flows}}\nsheet: []\n",
      "4:46+5: 'flows' is several series, each with its own label; one label is for one" },
    { "several where a function wants one",
      "sheaf: 1\ntitle: a\ndata: {t: kaz-chn.csv}\n"
      "series: {flows: 't[flow: *]', m: 'mirror(flows, flows)'}\nsheet: []\n",
      "4:42+5: these are several series where one is wanted" },
    { "period", HEAD "  - chart: {series: exports, periods: [2023-T4]}\n",
      "6:40+7: '2023-T4' is no period; write 2023, 2024-Q1, 2024-04, 2024-T1 or Jan-Apr 2024" },
    { "range of different lengths", HEAD "  - chart: {series: turnover, periods: 2023..2024-T1}\n",
      "6:40+13: a range runs between periods of the same length" },
    { "range backwards", HEAD "  - chart: {series: turnover, periods: 2023..2020}\n",
      "6:40+10: this range ends before it begins" },
    { "target without unit", HEAD "  - chart: {type: bullet, targets: [{label: Beef, value: 5}]}\n",
      "6:37+23: a target needs the key 'unit'" },
    { "target of less than nothing",
      HEAD "  - chart:\n      targets:\n        - {label: B, value: -5, unit: t, reached: 1}\n",
      "8:29+2: the target 'B' must be more than 0 and less than 1e+36" },
    { "less than nothing reached",
      HEAD "  - chart:\n      targets:\n        - {label: B, value: 5, unit: t, reached: -1}\n",
      "8:50+2: what is reached of the target 'B' must be from 0 to less than 1e+36" },
    { "target without a label",
      HEAD "  - chart:\n      targets:\n        - {label: '', value: 5, unit: t}\n",
      "8:19+2: a target needs a label" },
    { "target's value",
      HEAD "  - chart: {type: bullet, targets: [{label: B, value: five, unit: t}]}\n",
      "6:55+4: 'value' must be a number, not a text" },

    { "figure without value", HEAD "  - figures: [{label: a}]\n",
      "6:15+10: a key figure needs the key 'value'" },
    { "figure without period", HEAD "  - figures: [{value: exports}]\n",
      "6:23+7: a period is missing here, such as exports[2023]" },
    { "change", HEAD "  - figures: [{value: 'exports[2023]', change: groth}]\n",
      "6:48+5: unknown change 'groth'; did you mean 'growth'?" },

    { "series in a text", HEAD "  - text: Exports were {exprots[2023]}.\n", NULL },
    { "text within a block scalar", HEAD "  - text: |\n      One.\n      Two {turnovr[2023]}.\n",
      "8:12+7: no series named 'turnovr'; did you mean 'turnover'?" },
    { "brace", HEAD "  - text: 'a {b'\n",
      "6:14+1: '{' is never closed; a brace itself is written '{{'" },
    { "empty braces", HEAD "  - text: 'a {} b'\n",
      "6:14+2: nothing between the braces; write {series[period]} or {period:2024-T1}" },
    { "strong", HEAD "  - text: 'a **b c'\n", "6:14+2: '**' is not closed in its paragraph" },
    { "period in a text", HEAD "  - text: 'In {period:2024-X}.'\n",
      "6:23+6: '2024-X' is no period; write 2023, 2024-Q1, 2024-04, 2024-T1 or Jan-Apr 2024" },

    { "table without rows", HEAD "  - table: {rows: [], columns: [2023]}\n",
      "6:19+2: a table needs something in 'rows'" },
    { "column", HEAD "  - table: {rows: [exports], columns: [growh(2023)]}\n",
      "6:40+11: 'growh(2023)' is no period; write 2023, 2024-Q1, 2024-04, 2024-T1 or Jan-Apr "
      "2024" },
    { "notes", HEAD "  - notes: [[a]]\n", "6:13+3: a note must be a text, not a list" },
};

static sheaf_sheet *read_spec(const char *text)
{
    char path[600];
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    snprintf(path, sizeof path, "%s/samples/kaz-chn/test.yaml", golden_source_folder());
    spec_read(sheet, path, text, strlen(text));
    spec_prepare(sheet);
    return sheet;
}

static void test_messages(void **state)
{
    size_t n_different = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec(cases[i].text);
        const sheaf_error *error = sheaf_sheet_error(sheet);
        char got[700];

        snprintf(got, sizeof got, "%zu:%zu+%zu: %s", error->line, error->column, error->length,
                 error->message);
        if (cases[i].message != NULL && strcmp(got, cases[i].message) != 0) {
            print_message("  %s\n    %s\n    not %s\n", cases[i].name, got, cases[i].message);
            n_different++;
        }
        if (error->status != SHEAF_BAD_INPUT || error->line == 0 || error->excerpt[0] == '\0') {
            print_message("  %s: no place or excerpt: %s\n", cases[i].name, got);
            n_different++;
        }
        sheaf_sheet_destroy(sheet);
    }
    assert_int_equal(n_different, 0);
}

/* The whole of it, as the command line shows it. */
static void test_as_shown(void **state)
{
    sheaf_sheet *sheet = read_spec(HEAD "  - chart:\n      series: [exprots, imports]\n");
    const sheaf_error *error = sheaf_sheet_error(sheet);
    char text[700];

    (void)state;
    sheaf_error_text(error, text, sizeof text);
    assert_non_null(strstr(text, "samples/kaz-chn/test.yaml:7:16: error: no series named "
                                 "'exprots'; did you mean 'exports'?"));
    assert_string_equal(error->excerpt, "      series: [exprots, imports]");
    assert_int_equal(error->length, 7);
    sheaf_sheet_destroy(sheet);
}

/* Each byte of a right spec cut off, and each replaced: a sheet or a message. */
static void test_damaged(void **state)
{
    static const char whole[] = HEAD
        "  - figures: [{value: 'exports[2023]', label: 'E {period}', change: growth}]\n"
        "  - row: [{chart: {series: exports, periods: 2023..2023}, span: 5}, {text: 'a **b**'}]\n"
        "  - table: {rows: [exports], columns: [2023, growth(2023)]}\n"
        "  - notes\n";
    static const char bytes[] = ":[{'*-.\n";
    char text[sizeof whole];
    size_t refused = 0;

    (void)state;
    for (size_t at = 0; at + 1 < sizeof whole; at++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            memcpy(text, whole, sizeof whole);
            text[at] = bytes[i]; /* its last byte, NUL, cuts the text off */
            sheaf_sheet *sheet = read_spec(text);
            sheaf_status status = sheaf_sheet_status(sheet);

            assert_true(status == SHEAF_OK || status == SHEAF_BAD_INPUT);
            assert_true((status == SHEAF_OK) == (sheaf_sheet_message(sheet)[0] == '\0'));
            refused += status != SHEAF_OK;
            sheaf_sheet_destroy(sheet);
        }
    }
    assert_true(refused > 1000);
}

static void test_files(void **state)
{
    static const struct {
        const char *path;
        sheaf_status status;
    } paths[] = {
        { "/nowhere/spec.yaml", SHEAF_BAD_INPUT },
        { "/", SHEAF_BAD_INPUT },
        { "/dev/null", SHEAF_BAD_INPUT },
        { NULL, SHEAF_BAD_ARGUMENT },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(paths); i++) {
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, paths[i].path);

        assert_int_equal(sheaf_sheet_status(sheet), paths[i].status);
        assert_true(strlen(sheaf_sheet_message(sheet)) > 0);
        sheaf_sheet_destroy(sheet);
    }
}

/* Rows of a table that only their place tells apart; the unit may do so, too. */
static void test_equal_rows(void **state)
{
    static const struct {
        const char *rows, *message; /* NULL: nothing is wrong */
    } tables[] = {
        { "exports, turnover, exports", NULL }, /* what an author lists twice is meant twice */
        { "exports, 'share(exports, turnover)'", NULL },
        { "same, other", NULL }, /* "Goods (same)" */
        { "same, ratio", NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(tables); i++) {
        char text[700], got[700];

        snprintf(text, sizeof text,
                 "sheaf: 1\ntitle: Test\ndata: {trade: kaz-chn.csv}\nseries: {turnover: "
                 "'trade[flow:turnover]', exports: 'trade[flow:exports]', same: {value: 'exports * "
                 "1', label: Goods}, other: {value: 'exports * 2', label: Goods}, ratio: {value: "
                 "'exports / turnover', label: Goods}}\nsheet:\n"
                 "  - table: {rows: [%s], columns: [2023]}\n",
                 tables[i].rows);
        sheaf_sheet *sheet = read_spec(text);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        struct sheet_pages *pages = sheet_layout(sheet);
        const sheaf_error *error = sheaf_sheet_error(sheet);
        snprintf(got, sizeof got, "%zu:%zu: %s", error->line, error->column, error->message);
        assert_int_equal(pages == NULL, tables[i].message != NULL);
        assert_string_equal(got, tables[i].message != NULL ? tables[i].message : "0:0: ");
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

/* Found only when the sheet is laid out. */
static void test_types(void **state)
{
    static const struct {
        const char *chart, *message;
    } types[] = {
        { "{type: bars, series: [exports, turnover], periods: 2023..2023}", "0:0: " },
        { "{type: lines, series: [exports, turnover], periods: 2023..2023}",
          "6:12: a line joins periods, and there is only 2023; draw bars or a ranking, or choose "
          "more periods" },
        { "{type: bars+line, series: [exports, turnover], periods: 2023..2023}",
          "6:12: a line joins periods, and there is only one, so 'turnover' makes none; draw bars, "
          "or choose more periods" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        char text[700], got[700];

        snprintf(text, sizeof text, HEAD "  - chart: %s\n", types[i].chart);
        sheaf_sheet *sheet = read_spec(text);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        struct sheet_pages *pages = sheet_layout(sheet);
        const sheaf_error *error = sheaf_sheet_error(sheet);
        snprintf(got, sizeof got, "%zu:%zu: %s", error->line, error->column, error->message);
        assert_string_equal(got, types[i].message);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages),   cmocka_unit_test(test_as_shown),
        cmocka_unit_test(test_damaged),    cmocka_unit_test(test_files),
        cmocka_unit_test(test_equal_rows), cmocka_unit_test(test_types),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
