/* authors_choose_what_is_told.c - flags: estimated (unless said), all or none, of the sheet or of
 * one block; ranges; definitions in notes. */
#include "support/check.h"

#include "pages.h"

#define DATA                                                                                       \
    "period,flow,value,unit,unit_mult,growth_pct,status\n"                                         \
    "2022,exports,10.5,USD,9,,A\n"                                                                 \
    "2022,imports,11.5,USD,9,,A\n"                                                                 \
    "2023,exports,14.8,USD,9,,P\n"                                                                 \
    "2023,imports,12.1,USD,9,,A\n"                                                                 \
    "2023,turnover,26.9,USD,9,22.1,A\n"                                                            \
    "2023,re-exports,,USD,9,,O\n"

#define SERIES                                                                                     \
    "  exports: 'd[flow: exports]'\n"                                                              \
    "  imports: 'd[flow: imports]'\n"                                                              \
    "  both: exports + imports\n"                                                                  \
    "  again: 'd[flow: re-exports]'\n"                                                             \
    "  t: imply(d[flow:turnover])\n"

/* An own estimate, a computed figure, a provisional one, a missing one. */
#define FIGURES                                                                                    \
    "  - figures: [{value: 't[2022]'}, {value: 'both[2022]'}, {value: 'exports[2023]'}, "          \
    "{value: 'again[2023]'}]\n"
#define TABLE "  - table: {rows: [t, both, exports, again], columns: [2022, 2023]}\n"
#define CHART "  - chart: {type: bars, series: [t, both, exports, again]}\n"
#define TEXT  "  - text: '{t[2022]}, {both[2022]}, {exports[2023]}, {again[2023] || n/a}'\n"
#define NOTES "  - notes\n"

static const struct {
    const char *name, *flags; /* "flags: all", of the sheet */
    const char *blocks;
    const char *shown[6];
    const char *never[6];
} cases[] = {
    { "key figures: estimates and what a source flags",
      "",
      FIGURES NOTES,
      { "\"[est]\"", "\"[p]\"", "\"[o]\"", "\" Own estimate", "\" Provisional", "\" Missing" },
      { "[d]", "Computed" } },
    { "and computed ones",
      "flags: all",
      FIGURES NOTES,
      { "\"[est]\"", "\"[d]\"", "\"[p]\"", "\" Computed", "\" Provisional" },
      { NULL } },
    { "or none; estimates are explained without a flag, and what is missing says why",
      "flags: none",
      FIGURES NOTES,
      { "\"[o]\"", "\"Own estimate", "\" Missing" },
      { "[est]", "[d]", "[p]", "Provisional", "Computed" } },
    { "tables",
      "",
      TABLE NOTES,
      { "\"[est]\"", "\"[p]\"", "\"[o]\"", "\" Own estimate" },
      { "[d]", "Computed" } },
    { "all in tables",
      "flags: all",
      TABLE NOTES,
      { "\"[est]\"", "\"[d]\"", "\"[p]\"", "\"[d, p]\"", "\" Computed" },
      { NULL } },
    { "none in tables",
      "flags: none",
      TABLE NOTES,
      { "\"[o]\"", "\"Own estimate" },
      { "[est]", "[d]", "[p]", "Provisional" } },
    { "charts", "", CHART NOTES, { "hatch", "\"Own estimate\"", "\"Provisional\"" }, { "[d]" } },
    { "all in charts",
      "flags: all",
      CHART NOTES,
      { "hatch", "\"Own estimate\"", "[d]", "\" Computed" },
      { NULL } },
    { "none in charts",
      "flags: none",
      CHART NOTES,
      { "\"Own estimate" },
      { "hatch", "[d]", "[p]", "Provisional", "estimate)" } },
    { "sentences; words instead of a figure have no flag",
      "",
      TEXT NOTES,
      { "[est]", "[p]", "\"n/a\"" },
      { "[d]", "[o]" } },
    { "all in sentences", "flags: all", TEXT NOTES, { "[est]", "[d]", "[p]" }, { "[o]" } },
    { "none in sentences",
      "flags: none",
      TEXT NOTES,
      { "\"n/a\"" },
      { "[est]", "[d]", "[p]", "[o]" } },
    { "a key figure of its own mind",
      "flags: none",
      "  - figures: [{value: 't[2022]'}, {value: 'both[2022]', flags: all}, {value: "
      "'exports[2023]'}]\n",
      { "\"[d]\"" },
      { "[est]", "[p]" } },
    { "a table of its own mind",
      "flags: all",
      "  - table: {rows: [t, both, exports], columns: [2022, 2023], flags: none}\n"
      "  - figures: [{value: 'both[2022]'}]\n" NOTES,
      { "\"[d]\"", "\" Computed" },
      { "[est]", "[p]", "Provisional" } },
    { "a chart of its own mind",
      "",
      "  - chart: {type: bars, series: [t, both, exports], flags: none}\n" TABLE,
      { "\"[est]\"", "\"[p]\"" },
      { "hatch", "\"Own estimate\"" } },
    { "definitions stand in the notes",
      "",
      "  - figures: [{value: 'both[2023]', change: growth}]\n" NOTES,
      { "\"Definitions: \"", "Both = exports + imports", "growth on the same period" },
      { NULL } },
    { "unless an author wants none",
      "",
      "  - figures: [{value: 'both[2023]', change: growth}]\n"
      "  - notes: {definitions: no, texts: [Mine]}\n",
      { "\"Mine\"" },
      { "Definition", "exports + imports", "growth on" } },
    { "which leaves estimates explained",
      "",
      "  - figures: [{value: 't[2022]'}]\n"
      "  - notes: {definitions: no}\n",
      { "\" Own estimate", "22.1" },
      { "Definition" } },
    { "ranges in key figures, tables and charts",
      "",
      "  - figures: [{value: 'exports[2023]', change: growth, show: range}]\n"
      "  - table: {rows: [growth(exports)], columns: [2023], show: range}\n"
      "  - chart: {type: bars, series: growth(exports), show: range}\n",
      { "\"+39%", "\"39\u201343\"", "39\u201343%" },
      { "\"40", "+40%" } },
    { "and figures as they are known beside them",
      "",
      "  - table: {rows: [exports], columns: [2022, growth(2023)], show: range}\n",
      { "\"10.5\"" },
      { "10.45" } },
    { "are one figure unless asked for",
      "",
      "  - figures: [{value: 'exports[2023]', change: growth}]\n"
      "  - table: {rows: [growth(exports)], columns: [2023]}\n"
      "  - chart: {type: bars, series: growth(exports)}\n",
      { "\"+40%\"", "\"40\"" },
      { "39\u2013", "\u201343" } },
};

static size_t dump_of(const char *flags, const char *blocks, struct buffer *dump)
{
    char spec[4000];

    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\n%s\ndata: {d: told.csv}\nseries:\n" SERIES "sheet:\n%s", flags,
             blocks);
    sheaf_sheet *sheet = pages_read_data("told", DATA, spec);
    size_t n = pages_dump(sheet, dump);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    sheaf_sheet_destroy(sheet);
    return n;
}

static void blocks_tell_what_the_author_wants(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        assert_int_equal(dump_of(cases[i].flags, cases[i].blocks, &dump), 1);
        for (size_t k = 0; k < LENGTH(cases[i].shown) && cases[i].shown[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].shown[k]) == NULL)
                fail_msg("%s is not shown in\n%s", cases[i].shown[k], dump.bytes);
        for (size_t k = 0; k < LENGTH(cases[i].never) && cases[i].never[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].never[k]) != NULL)
                fail_msg("%s is shown in\n%s", cases[i].never[k], dump.bytes);
        buffer_free(&dump);
    }
}

static const struct {
    const char *name, *flags, *table;
    size_t estimates, computed, provisional, both; /* how often [est], [d], [p], [d, p] stand */
} columns[] = {
    { "a column that is wholly estimated says it once", "",
      "  - table: {rows: [t, t + t, again], columns: [2022, 2023]}\n", 1, 0, 0, 0 },
    { "one that is so in part says it at each figure", "",
      "  - table: {rows: [t, t + t, both], columns: [2022]}\n", 2, 0, 0, 0 },
    { "and so does a single row", "flags: all",
      "  - table: {rows: [both], columns: [2022, 2023]}\n", 0, 1, 0, 1 },
    { "what all share stands above, the rest beside figures", "flags: all",
      "  - table: {rows: [both, exports], columns: [2022, 2023]}\n", 0, 2, 1, 0 },
    { "none is none", "flags: none", "  - table: {rows: [t, t + t], columns: [2022]}\n", 0, 0, 0,
      0 },
};

static void columns_say_what_all_their_figures_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(columns); i++) {
        struct buffer dump;

        print_message("  %s\n", columns[i].name);
        assert_int_equal(dump_of(columns[i].flags, columns[i].table, &dump), 1);
        assert_int_equal(pages_count(dump.bytes, "\"[est]\""), columns[i].estimates);
        assert_int_equal(pages_count(dump.bytes, "\"[d]\""), columns[i].computed);
        assert_int_equal(pages_count(dump.bytes, "\"[p]\""), columns[i].provisional);
        assert_int_equal(pages_count(dump.bytes, "\"[d, p]\""), columns[i].both);
        buffer_free(&dump);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_tell_what_the_author_wants),
        cmocka_unit_test(columns_say_what_all_their_figures_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
