/* batches_are_made.c - sheaf batch: which sheets there are, what their files are called, what is told,
 * and what a failure or a killed run leaves. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shell.h"

/* A spec whose sheets take little time; -o and what follows are the case's. */
#define BATCH "$sheaf batch spec.yaml --each partner -q "
#define BAD   "$sheaf batch bad.yaml --each partner -q "
#define LIST  "; (find out -type f | LC_ALL=C sort) 2>/dev/null"

static const char prepare[] =
    "cat > spec.yaml <<'END'\n"
    "sheaf: 1\n"
    "parameters: {partner: DEU, product: '01', word: here}\n"
    "title: '{$partner} {$word}'\n"
    "data: {trade: trade.csv}\n"
    "series: {exports: 'trade[flow: exports, partner: $partner, product: TOTAL]', goods: "
    "'trade[flow: exports, partner: $partner, product: $product]'}\n"
    "sheet: [{figures: [{value: 'exports[2023]'}]}]\n"
    "END\n"
    "cat > trade.csv <<'END'\n"
    "period,flow,partner,product,value,unit\n"
    "2023,exports,WLD,TOTAL,100,USD\n"
    "2023,exports,EU27_2020,TOTAL,60,USD\n"
    "2023,exports,DEU,TOTAL,12,USD\n"
    "2023,exports,DEU,01,7,USD\n"
    "2023,exports,FRA,TOTAL,13,USD\n"
    "2023,exports,FRA,02,6,USD\n"
    "2023,exports,../../etc/passwd,TOTAL,5,USD\n"
    "2023,imports,CHN,TOTAL,9,USD\n"
    "END\n"
    "(cat trade.csv; echo 2023,exports,FRA,TOTAL,14,USD) > twice.csv\n"
    "sed s/trade.csv/twice.csv/ spec.yaml > bad.yaml\n"
    "printf "
    "'period,partner,flow,product,value\\n2023,Zed,exports,TOTAL,1\\n2023,ZED,exports,TOTAL,2\\n"
    "2023,Caf\\303\\251,exports,TOTAL,3\\n2023,Cafe\\314\\201,exports,TOTAL,4\\n"
    "2023,x/y,exports,TOTAL,5\\n2023,x:y,exports,TOTAL,6\\n' > case.csv\n"
    "sed s/trade.csv/case.csv/ spec.yaml > case.yaml\n";

static int enter(void **state)
{
    if (shell_enter(state) != 0)
        return 1;
    struct process run = shell(prepare);
    const int status = run.status;
    process_free(&run);
    return status;
}

static const struct shell_case cases[] = {
    { "$sheaf batch", 2, "name a spec" },
    { "$sheaf batch spec.yaml -o x.pdf", 2, "say what there is a sheet for: --each partner" },
    { "$sheaf batch spec.yaml --each partner", 2, "name the output: -o 'out/{partner}.pdf'" },
    { BATCH "-o x.pdf", 2, "two sheets would be 'x.pdf'" },
    { BATCH "-o '{partnr}.pdf'", 2,
      "no field {partnr} in the output's name; there is {partner}, {lang}, {format} and {page}" },
    { BATCH "-o '{partner.pdf'", 2, "a brace that is not closed" },
    { BATCH "-o '{partner}-{page}.pdf'", 2, "'pdf' has one for all pages" },
    { BATCH "-o '{partner}.pdf' --format gif", 2,
      "no format of sheets is named 'gif'; there is pdf, html, png" },
    { BATCH "-o '{partner}.pdf' --lang xx", 2, "'xx' is no known language" },
    { BATCH "-o '{partner}.pdf' --shard 3/2", 2, "'3/2' is no shard" },
    { BATCH "-o '{partner}.pdf' -j 0", 2, "is no number of threads" },
    { BATCH "-o '{partner}.pdf' --where 'partnr: DEU'", 1, "have the dimension 'partnr'" },
    { "$sheaf batch spec.yaml --each word -o '{word}.pdf'", 1, "no data are selected by '$word'" },
    { "$sheaf batch spec.yaml --each partner,partner -o '{partner}.pdf'", 2, "are no names" },
    { "$sheaf batch no.yaml --each partner -o '{partner}.pdf'", 1, "cannot open 'no.yaml'" },
    /* Wholes and groups are left out; a member cannot leave the folder. */
    { BATCH "-o 'out/{partner}.{format}' --keep-going >/dev/null 2>&1" LIST, 0,
      "out/CHN.pdf\nout/DEU.pdf\nout/FRA.pdf\nout/etc-passwd.pdf\nout/report.json\n" },
    /* … unless they are named. */
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: World'" LIST, 0,
      "out/WLD.pdf\nout/report.json\n" },
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: Germany'" LIST, 0,
      "out/DEU.pdf\nout/report.json\n" },
    { BATCH "-o 'out/{lang}/{partner, name}.pdf' --lang en,ru --where 'partner: DEU'" LIST, 0,
      "out/en/Germany.pdf\nout/report.json\nout/ru/Германия.pdf\n" },
    { BATCH "-o 'out/{{{partner}}}.png' --format png --where 'partner: DEU'" LIST, 0,
      "out/report.json\nout/{DEU}.png\n" },
    { BATCH
      "-o 'out/{partner}.{format}' --format html,pdf --where 'partner: DEU'; $sheaf sheet "
      "spec.yaml --set partner=DEU -o alone.html && cmp alone.html out/DEU.html && ls out; rm "
      "alone.html",
      0, "DEU.html\nDEU.pdf\nindex.html\nreport.json\n" },
    /* The index lists what was made, in the first language. */
    { "(cat spec.yaml; echo 'date: 2024-06-26') > dated.yaml; $sheaf batch dated.yaml --each "
      "partner "
      "-q -o 'out/{lang}/{partner}.html' --format html --lang ru,en --where 'partner: DEU'; "
      "grep -o '<tr><th scope=\"row\">.*' out/index.html",
      0,
      "<tr><th scope=\"row\">Германия</th><td><a href=\"ru/DEU.html\" hreflang=\"ru\" "
      "lang=\"ru\">русский</a> <a href=\"en/DEU.html\" hreflang=\"en\" "
      "lang=\"en\">English</a> </td><td><time>2024-06-26</time></td></tr>\n" },
    /* … in the order of its names; a format need not be named twice. */
    { BATCH "-o 'out/{partner}.html' --keep-going >/dev/null 2>&1; head -c 15 out/DEU.html; "
            "grep -o 'row\">[^<]*' out/index.html",
      0, "<!DOCTYPE html>row\">../../etc/passwd\nrow\">China\nrow\">France\nrow\">Germany\n" },
    { BATCH "-o 'out/a #%b{partner}.html' --format html --where 'partner: DEU'; "
            "grep -o 'href=\"[^\"]*' out/index.html",
      0, "href=\"a%20%23%25bDEU.html\n" },
    { BAD "--keep-going -o 'out/{partner}.html' --format html >/dev/null 2>&1; "
          "grep -o 'href=\"[^\"]*' out/index.html | sort",
      0, "href=\"CHN.html\nhref=\"DEU.html\nhref=\"etc-passwd.html\n" },
    /* The same bytes for any number of threads, and where nothing is made anew. */
    { BATCH "-j1 -o 'out/{lang}/{partner}.html' --format html --lang en,ru && mv out/index.html "
            "one.html && $sheaf batch spec.yaml --each partner --resume -j4 -o "
            "'out/{lang}/{partner}.html' --format html --lang en,ru && cmp one.html "
            "out/index.html && rm one.html && echo same",
      0, "same\n" },
    { BATCH "-o 'out/{partner}.html' --format html --shard 1/2" LIST, 0,
      "out/DEU.html\nout/etc-passwd.html\nout/report.1-2.json\n" },
    { BATCH "-o 'Out/Index.{format}' --where 'partner: DEU' --format html", 2,
      "which is the index of the pages" },
    { BATCH "-o 'index.{format}' --where 'partner: DEU' --format html", 2,
      "which is the index of the pages" },
    { BATCH "-o 'out/index.pdf' --where 'partner: DEU'" LIST, 0,
      "out/index.pdf\nout/report.json\n" },
    { "cp spec.yaml index.html; $sheaf batch index.html --each partner -o '{partner}.html' "
      "--format "
      "html; cmp spec.yaml index.html && echo spared; rm index.html",
      0, "the index ./index.html is what the sheets are made from" },
    /* One name to file systems that fold case, or compose letters. */
    { "$sheaf batch case.yaml --each partner -o '{partner}.pdf'", 2,
      "'Zed.pdf' and 'ZED.pdf' are one name to some file systems" },
    { "$sheaf batch case.yaml --each partner -o '{partner}.pdf' --where 'partner: !ZED'", 2,
      "are one name to some file systems" },
    { "$sheaf batch case.yaml --each partner -o '{partner}.pdf' --where 'partner: Zed, partner: "
      "x/y'; ls *.pdf | wc -l; rm -f *.pdf report.json",
      0, "2\n" },
    { "$sheaf batch case.yaml --each partner -o '{partner}.pdf' --where 'partner: x/y, partner: "
      "x:y'",
      2, "two sheets would be 'x-y.pdf'" },
    { "cp spec.yaml report.json; sed -i 's/^sheaf: 1/{\"sheaf\": 1}/' report.json; $sheaf batch "
      "report.json --each partner -o '{partner}.pdf'; rm report.json",
      0, "report.json" },
    /* Combinations that the data have. */
    { "$sheaf batch spec.yaml -q --each partner,product -o 'out/{partner}-{product}.pdf'" LIST, 0,
      "out/DEU-01.pdf\nout/FRA-02.pdf\nout/report.json\n" },
    { BATCH "-o 'out/{partner}-{product}.pdf'", 2, "no field {product}" },
    { BATCH "-o 'out/{partner}.pdf' --shard 2/3" LIST, 0, "out/FRA.pdf\nout/report.2-3.json\n" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct process run = shell("rm -rf out");

        process_free(&run);
        shell_check(cases[i]);
    }
}

/* Each line is run in a folder without out/, and says what the case has. */
static const struct shell_case told[] = {
    /* A table that cannot be read: there is no batch. */
    { "sed 's/TOTAL,13/TOTAL,oops/' trade.csv > bad.csv; sed s/trade.csv/bad.csv/ spec.yaml > "
      "worse.yaml; $sheaf batch worse.yaml --each partner -o 'out/{partner}.pdf'",
      1, "bad.csv:6:" },
    /* One poisoned sheet, France's: the exit code says not to try again. */
    { BAD "-o 'out/{partner}.pdf'; echo code $?; grep -c '\"state\": \"failed\"' out/report.json",
      0, "code 1\n1\n" },
    { BAD "-j1 -o 'out/{partner}.pdf'; ls out", 0, "\nDEU.pdf\nreport.json\n" },
    { BAD "--keep-going -o 'out/{partner}.pdf'; echo code $?; ls out", 0,
      "code 1\nCHN.pdf\nDEU.pdf\netc-passwd.pdf\nreport.json\n" },
    { BAD "--keep-going -o 'out/{lang}/{partner}.pdf' --lang en,ru,zh", 1,
      "  (3 sheets; the first is out/" },
    { BAD "--keep-going -o 'out/{partner}.pdf' --json", 1,
      "{\"level\": \"error\", \"message\": \"" },
    /* A folder that cannot be made: try again. */
    { "touch out; " BATCH "-o 'out/{partner}.pdf'", 3, "out" },
    { "$sheaf batch spec.yaml --each partner -o 'out/{partner}.pdf' --where 'partner: DEU'", 0,
      "sheaf: 1 sheet made in " },
    /* In the user's language, which is none of the sheets'. */
    { "LC_ALL=ru_RU.UTF-8 $sheaf batch spec.yaml --each partner -o 'out/{partner}.pdf' --where "
      "'partner: DEU'",
      0, "sheaf: листков готово: 1 за " },
    { "LC_ALL=zh_CN.UTF-8 $sheaf batch spec.yaml --each partner -o 'out/{partner}.pdf' --where "
      "'partner: DEU'",
      0, "sheaf: 已生成简报 1 份，用时 " },
    /* Wholes and groups, and what is called like one, are told once. */
    { "sed 's/CHN/A\\/B/' trade.csv > named.csv; sed s/trade.csv/named.csv/ spec.yaml > "
      "named.yaml; "
      "$sheaf batch named.yaml --each partner -o 'out/{partner}.pdf'",
      0, "sheaf: 3 members have no sheet, as they look like wholes or groups: " },
    { "$sheaf batch named.yaml --each partner -o 'out/{partner}.pdf' 2>&1 | grep -o 'A/B "
      "(--where.*'",
      0, "A/B (--where names those that are to have one)" },
    { "$sheaf batch named.yaml --each partner -q -o 'out/{partner}.pdf' 2>&1 | wc -c", 0, "0\n" },
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: DEU' --json", 0,
      "{\"made\": 1, \"unchanged\": 0, \"failed\": 0, \"not_reached\": 0, \"seconds\": " },
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: DEU'; wc -c < /dev/null", 0, "0" },
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: DEU' --depfile d; cat d", 0,
      "out/report.json: \\\n  " },
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: DEU' --depfile d; grep -c csv d", 0, "1" },
    { BATCH "-o 'out/{partner}.pdf' --where 'partner: DEU'; sha256sum out/DEU.pdf | cut -c1-64 | "
            "xargs -I{} grep -c {} out/report.json",
      0, "1" },
    { BAD "-o 'out/{partner}.pdf' --keep-going; python3 -m json.tool out/report.json >/dev/null "
          "&& echo valid",
      0, "valid" },
};

static void test_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(told); i++) {
        struct process run = shell("rm -rf out");

        process_free(&run);
        shell_check(told[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_told),
    };

    return cmocka_run_group_tests(tests, enter, shell_leave);
}
