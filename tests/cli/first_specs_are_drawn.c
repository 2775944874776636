/* first_specs_are_drawn.c - sheaf new: every data file that can be read gets a spec that can be drawn
 * without an edit, and no file is lost. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "cli/shell.h"

/* Each file below the folders: where 'sheaf data' reads it, a spec that is drawn and in which a check
 * finds no mistake (the data's own oddities are told); else the same failure, and no spec. */
#define EACH                                                                                       \
    "while read -r file; do rm -f new.yaml new.png; "                                              \
    "if $sheaf data \"$file\" > data.txt 2>&1; then "                                              \
    "  $sheaf new \"$file\" -o new.yaml > new.txt 2>&1 || { echo \"no spec: $file\"; cat "         \
    "new.txt; }; "                                                                                 \
    "  $sheaf check new.yaml > check.txt 2>&1; test $? -le 1 || echo \"check: $file\"; "           \
    "  grep -q 'error:' check.txt && { echo \"mistakes: $file\"; cat check.txt; }; "               \
    "  grep -q 'new.yaml.*warning:' check.txt && { echo \"warned: $file\"; cat check.txt; }; "     \
    "  $sheaf sheet new.yaml -o new.pdf > sheet.txt 2>&1 || "                                      \
    "    { echo \"not drawn: $file\"; cat sheet.txt; }; "                                          \
    "  echo read >> count.txt; "                                                                   \
    "elif $sheaf new \"$file\" -o new.yaml > new.txt 2>&1 || test -e new.yaml; then "              \
    "  echo \"a spec of what cannot be read: $file\"; fi; done; "

static void every_file_gets_a_spec(void **state)
{
    struct process run = shell(
        "find $source/samples $source/tests/*/fixtures $source/../shared/data -type f "
        "\\( -name '*.csv' -o -name '*.tsv' -o -name '*.json' -o -name '*.px' -o -name '*.xml' \\) "
        "! -name '*schema*' 2> /dev/null | sort | " EACH
        "test $(wc -l < count.txt) -ge 35 || echo 'too few files'; "
        "rm -f new.* data.txt check.txt sheet.txt count.txt");

    (void)state;
    assert_string_equal(run.output, "");
    process_free(&run);
}

#define UK "$source/samples/partners/uk-partners.csv"

static const struct shell_case formats[] = {
    { "$sheaf data " UK " --to xlsx -o uk.xlsx && $sheaf new uk.xlsx --sheet 1 -o a.yaml && "
      "$sheaf check a.yaml && grep file: a.yaml",
      0, "  trade: {file: uk.xlsx, sheet: 1}" },
    { "$sheaf data " UK " --to sdmx-csv -o uk.sdmx.csv && $sheaf new uk.sdmx.csv -o b.yaml && "
      "$sheaf check b.yaml",
      0, "" },
    { "$sheaf data " UK " --to json -o uk.json && $sheaf new uk.json -o c.yaml && "
      "$sheaf check c.yaml",
      0, "" },
    { "mkdir deep && $sheaf new uk.json -o deep/d.yaml && $sheaf check deep/d.yaml && "
      "grep file: deep/d.yaml",
      0, "  trade: {file: \"../uk.json\"}" },
    { "$sheaf new - < uk.json -o e.yaml && $sheaf sheet e.yaml -o e.pdf < uk.json && echo drawn", 0,
      "drawn" },
    { "$sheaf new uk.json -o f.yaml && $sheaf new uk.json > g.yaml && cmp f.yaml g.yaml || true", 0,
      "" },
    { "$sheaf new uk.json --select 'flow: exports' --without 'partner: World' -o h.yaml && "
      "$sheaf check h.yaml && grep -c WLD h.yaml",
      1, "0" },
    { "$sheaf sheet f.yaml --set partner=DEU -o f.pdf && $sheaf batch f.yaml --each partner "
      "--where "
      "'partner: DEU, partner: USA' -q -o 'out/{partner}.pdf' && ls out",
      0, "USA.pdf" },
    { "rm -rf uk.* *.yaml *.pdf deep out", 0, "" },
};

#define SEVERAL(rows) "printf 'period,unit,value\\n" rows "' | $sheaf new - "
#define UNITS         SEVERAL("2022,USD,5\\n2023,USD,6\\n2022,kg,50\\n2023,kg,60\\n")
#define LENGTHS       SEVERAL("2021,USD,5\\n2022,USD,5\\n2023,USD,6\\n2022-01,USD,1\\n2022-02,USD,1\\n")

/* Goods of which each goes one way only, so that they have no sum of both. */
#define GOODS(column, exports)                                                                     \
    "year,partner," column ",product,value\\n2022,CHN," exports ",Oil,10\\n2023,CHN," exports      \
    ",Oil,11\\n2022,CHN,imports,Cars,5\\n2022,RUS," exports ",Oil,3\\n2023,RUS," exports           \
    ",Oil,4\\n"

/* What the data have several of is said, and how to have the other. */
static const struct shell_case choices[] = {
    { UNITS, 0, "shows unit USD, not kg: --select 'unit: kg' shows that" },
    { UNITS "2>/dev/null", 0,
      "# Of several the sheet shows one: unit USD, not kg. The other:\n"
      "#   sheaf new DATA --select 'unit: kg'\n" },
    { UNITS "--select 'unit: kg' 2>&1 > none.yaml | grep -c several; rm none.yaml", 0, "0\n" },
    { UNITS "--lang ru", 0, "а не kg: это покажет --select 'unit: kg'" },
    { LENGTHS, 0, "shows period 2023, not 2022-02: --set year=2022-02 shows that" },
    { LENGTHS "2>/dev/null", 0, "#   sheaf sheet SPEC --set year=2022-02\n" },
    { SEVERAL("2022,USD,5\\n2023,USD,6\\n") "2>&1 > none.yaml | grep -c several; rm none.yaml", 0,
      "0\n" },
    /* A country is named in the language of the page, never by its code; and what tells of the figures already is
     * not said twice where no column is known to be the flow. */
    { "printf '" GOODS("flow", "exports") "' | $sheaf new - 2>&1 | grep ^title", 0,
      "title: \"{$partner, capital}, Oil: exports {rise ?" },
    { "printf '" GOODS("way", "out") "' | $sheaf new - 2>&1 | grep ^title", 0,
      "title: \"{$partner, capital}, Oil{rise ?" },
    { "printf 'year,partner,tourists\\n2022,CHN,10\\n2023,CHN,11\\n' | $sheaf new - 2>&1 | grep "
      "^title",
      0, "title: \"{$partner, capital}, Tourists{rise ? : up {}" },
    /* Names that a shell would divide. */
    { "printf 'period,value\\n2022,5\\n2023,6\\n' > d.csv; $sheaf new d.csv -o \"my o'dd.yaml\" && "
      "cat "
      "my*.yaml && rm d.csv my*.yaml",
      0, "#   sheaf sheet 'my o'\\''dd.yaml' -o 'my o'\\''dd.pdf' " },
    /* Columns of whole numbers, of which one may say where the others were measured. */
    { "printf 'flow,age,price\\nexports,10,5\\nimports,20,6\\n' | $sheaf new -", 1,
      "no 'period' column; found: flow, age, price; if rows run over the numbers of a column, say "
      "--x number" },
    { "printf 'flow,price\\nexports,5\\nimports,6\\n' | $sheaf new - 2>&1 | grep -c x.number; true",
      0, "0\n" },
};

/* A language, and what stands in its spec's title, its sentence and its comments. */
static const struct {
    const char *language, *title, *sentence, *comment;
} languages[] = {
    { "en", "trade {rise ? rose by {}", "exports {growth(exports)[$year] ? rose", "Key figures." },
    { "en-GB", "trade {rise ? rose by {}", "exports {growth", "Key figures." },
    { "ru", "товарооборот {rise ? вырос на {}", "экспорт {growth", "Главные цифры." },
    { "kk", "тауар айналымы {rise ? ", "other=экспорт {growth", "Негізгі сандар." },
    { "zh-Hans", "贸易总额{rise ? 增长{}", "出口{growth", "关键数字。" },
    { "de", "um {} gestiegen", "stiegen die Ausfuhren", "Kennzahlen." },
    { "fr", "en hausse de {}", "les exportations {growth", "Chiffres clés." },
    { "ar", "ارتفاع حجم التبادل التجاري", "ارتفعت الصادرات", "الأرقام الرئيسية." },
    { "ug", "سودا سوممىسى {rise ? {} ئاشتى", "other=ئېكسپورت", "مۇھىم سانلار." },
    /* In several languages the comments are in the first. */
    { "ru,en", "en: \"{$partner, capital}: trade", "      en: >\n        {$year, in",
      "Главные цифры." },
    /* A language in which there are no sentences: they are to be translated. */
    { "it", "trade {rise ? rose by {}", "exports {growth", "--missing it " },
};

static void texts_are_in_the_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        char command[400];
        const bool has_own = strcmp(languages[i].language, "it") != 0;

        snprintf(command, sizeof command,
                 "$sheaf new " UK " --lang %s -o l.yaml --force && $sheaf check l.yaml && $sheaf "
                 "sheet l.yaml --lang %s -q -o 'l.{lang}.html' && cat l.yaml",
                 languages[i].language, has_own ? languages[i].language : "en");
        struct process run = shell(command);
        print_message("  %s\n", command);
        assert_int_equal(run.status, 0);
        assert_true(strncmp(run.output, "# ", 2) == 0); /* no warning and no note before it */
        if (strstr(run.output, languages[i].title) == NULL ||
            strstr(run.output, languages[i].sentence) == NULL ||
            strstr(run.output, languages[i].comment) == NULL)
            fail_msg("%s", run.output);
        process_free(&run);
    }
    shell_check((struct shell_case){ "$sheaf new " UK " --lang en,ru,kk,zh,de,fr,ar,ug -o l.yaml "
                                     "--force && $sheaf check l.yaml --missing kk && rm l.*",
                                     0, "" });
}

static void choices_are_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(choices); i++)
        shell_check(choices[i]);
}

static void every_format_gets_a_spec(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++)
        shell_check(formats[i]);
}

static const struct shell_case failures[] = {
    { "$sheaf new", 2, "name a data file" },
    { "$sheaf new a.csv b.csv", 2, "one data file at a time" },
    { "$sheaf new no.csv -o no.yaml", 1, "cannot open 'no.csv'" },
    { "$sheaf new " UK " --frce", 2, "did you mean '--force'?" },
    { "$sheaf new " UK " --lang xx", 2, "'xx' is no known language" },
    { "$sheaf new " UK " --lang en,en", 2, "the language 'en' is named twice" },
    { "$sheaf new " UK " --lang en,it", 2, "each is one that Sheaf has sentences in" },
    { "$sheaf new " UK " --lang en,", 2, "'' is no known language" },
    { "$sheaf new " UK " --select 'period: 2023'", 2, "leave 'period' out of --select" },
    { "$sheaf new " UK " --select 'partnr: DEU'", 1, "did you mean 'partner'?" },
    { "$sheaf new " UK " -o /dev/full", 3, "cannot write /dev/full: No space left on device" },
    { "$sheaf new " UK " > /dev/full", 3, "No space left on device" },
    { "$sheaf new " UK " -o no/such.yaml", 3, "cannot write no/such.yaml" },
    { "$sheaf new " UK " -o ''", 2, "the output's name is empty" },
    { "printf 'mine' > is.yaml; $sheaf new " UK " -o is.yaml", 2,
      "is.yaml is there already; --force replaces it" },
    { "cat is.yaml", 0, "mine" },
    { "ln -s nowhere.yaml link.yaml; $sheaf new " UK " -o link.yaml", 2, "is there already" },
    { "$sheaf new " UK " -o is.yaml --force && head -1 is.yaml", 0, "# A first spec for " },
    { "cp " UK " own.csv; $sheaf new own.csv -o own.csv --force", 2, "is the input" },
    { "printf '' | $sheaf new -", 1, "empty" },
    { "printf 'period,value\\n' | $sheaf new -", 1, "a header and no rows" },
    { "printf 'a,b\\nx,y\\n' | $sheaf new -", 1, "no 'period' column" },
    { "printf 'period,value\\n2023,\\n' | $sheaf new -", 1, "no figure has a value" },
    { "head -c 400 /dev/zero | $sheaf new -", 1, "error" },
    { "$sheaf new .", 1, "this is a folder" },
    { "rm is.yaml link.yaml own.csv", 0, "" },
};

static void nothing_is_lost(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(failures); i++)
        shell_check(failures[i]);
}

/* A chart's figures, as the PDF holds them: no sum stands beside its parts. */
static void sums_are_beside_no_parts(void **state)
{
    struct process run;

    (void)state;
    process_need("pdfdetach");
    run =
        shell("$sheaf new " UK " -o uk.yaml && $sheaf sheet uk.yaml -o uk.pdf && "
              "pdfdetach -saveall uk.pdf > /dev/null && "
              "for i in 2 3; do grep -c , chart-$i.csv; grep -c 'WLD\\|other' chart-$i.csv; done; "
              "rm -f chart-* table-* spec.yaml provenance.json uk.*");
    assert_string_equal(run.output, "11\n0\n11\n0\n");
    process_free(&run);
}

/* 16,000 series are read and looked at in seconds. */
static void many_series_take_no_time(void **state)
{
    shell_check((struct shell_case){
        "{ echo period,partner,product,flow,value,unit; seq 16000 | awk '{for (y = 2020; y < 2024; "
        "y++) printf \"%d,P%d,%02d,exports,%d,USD\\n\", y, $1 % 200, 10 + $1 / 200, $1 % 97 + 1}'; "
        "} > many.csv; timeout 60 $sheaf new many.csv -o many.yaml && grep -c parameters "
        "many.yaml; "
        "rm many.csv many.yaml",
        0, "1" });
    (void)state;
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_gets_a_spec),   cmocka_unit_test(every_format_gets_a_spec),
        cmocka_unit_test(choices_are_said),         cmocka_unit_test(texts_are_in_the_language),
        cmocka_unit_test(nothing_is_lost),          cmocka_unit_test(sums_are_beside_no_parts),
        cmocka_unit_test(many_series_take_no_time),
    };
    return cmocka_run_group_tests_name("cli/first_specs_are_drawn", tests, shell_enter,
                                       shell_leave);
}
