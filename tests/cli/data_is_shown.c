/* data_is_shown.c - sheaf data says what was read, sheaf check what is strange in it. */
#include "support/check.h"

#include <string.h>

#include "cli/shell.h"

#define TRADE                                                                                      \
    "printf 'period,partner,flow,value,unit,unit_mult\\n"                                          \
    "2021,CHN,exports,9.8,USD,9\\n2022,CHN,exports,13.2,USD,9\\n2023,CHN,exports,14.7,USD,9\\n'"
#define SMALL                                                                                      \
    "printf 'period,flow,value,unit\\n2022,exports,14819246516,USD\\n"                             \
    "2022,imports,2715997517261,USD\\n2022,tiny,42016266,USD\\n'"
#define ROUNDED                                                                                    \
    "printf "                                                                                      \
    "'period,flow,value,unit,unit_mult\\n2020,exports,6.8,USD,9\\n2021,exports,6.9,USD,9\\n"       \
    "2022,exports,53,USD,9\\n'"
#define FLAGGED                                                                                    \
    "printf 'period,value,unit,status,growth_pct\\n2022,130,USD,P,30.0\\n2023,150,USD,A,\\n' | "   \
    "$sheaf data - --series 'imply(data) * 2'"
#define SECRET "printf 'period,value,conf_status\\n2020,5,F\\n2021,6.25,C\\n'"
#define DENIED "printf 'period,value,status\\n2020,5,Q\\n2021,6,A\\n'"
#define PARTS_AND_WHOLE                                                                            \
    "printf 'period,partner,value,unit\\n2022,W1,100,USD\\n2022,EU27_2020,55,USD\\n"               \
    "2022,CHN,30,USD\\n2022,RUS,20,USD\\n'"
#define ODD                                                                                        \
    "printf 'period,value\\n2018,6.3\\n2019,7.8\\n2020,90\\n2021,9.8\\n2022,13.2\\n' > odd.csv; "

/* A row with a mistake is quoted, unless one of its figures is confidential. */
#define MISTAKE(header, rows) "printf '" header "\\n" rows "\\n' | $sheaf data -"
#define STRANGE               "printf 'period,value\\n2020,5\\n2021,6\\n2022,5000\\n2023,7\\n'"
#define COLUMNS               "period,flow,value,unit,conf_status"

static const struct shell_case secrets[] = {
    { MISTAKE(COLUMNS, "202x,exports,773,USD,F"), 1,
      "\n    2 | 202x,exports,773,USD,F\n      | ^" },
    { MISTAKE(COLUMNS, "202x,exports,773,USD,"), 1, "| 202x,exports,773,USD,\n" },
    { MISTAKE(COLUMNS, "202x,exports,773,USD,C") " 2>&1 | tail -n +2; echo end", 0, "end\n" },
    { MISTAKE(COLUMNS, "202x,exports,773,USD,C"), 1,
      "standard input:2:1: error: '202x' is not a period" },
    { MISTAKE(COLUMNS, "202x,exports,773,USD,confidential") " 2>&1 | grep -c 773; true", 0, "0\n" },
    { MISTAKE(COLUMNS, "2023,exports,773,USD,?") " 2>&1 | grep -c 773; true", 0, "0\n" },
    { MISTAKE("period,flow,value,unit,status", "202x,exports,773,USD,confidential") " 2>&1 | grep "
                                                                                    "-c 773; true",
      0, "0\n" },
    { MISTAKE("partner,2022,2023", "DEU,5,6\\nFRA,773 c,5,1") " 2>&1 | grep -c 773; true", 0,
      "0\n" },
    { MISTAKE("partner,2022,2023", "DEU,5,6\\nFRA,773 p,5,1"), 1, "| FRA,773 p,5,1\n" },
};

/* Heads of messages are in the language, also of what is found in data; the rest is English. */
static const struct shell_case heads[] = {
    { STRANGE " | $sheaf check - --lang ru", 1, "standard input:4: предупреждение: 5000 in 2022" },
    { STRANGE " | $sheaf check - --lang en", 1, "standard input:4: warning: 5000 in 2022" },
    { STRANGE " | $sheaf check - --lang xx", 2, "'xx' is no known language" },
    { STRANGE " | $sheaf data - --lang xx", 2, "'xx' is no known language" },
    { "echo 'a,b' | $sheaf data - --lang ru", 1, "ошибка: " },
    { "echo 'a,b' | LC_ALL=zh_CN.UTF-8 $sheaf data -", 1, "错误: " },
};

static const struct shell_case cases[] = {
    { TRADE " | $sheaf data -", 0,
      "standard input: tidy, 3 observations, 2021 to 2023\n"
      "partner CHN · flow exports · unit USD billion\n"
      "\n"
      "period  value\n"
      "2021      9.8\n"
      "2022     13.2\n"
      "2023     14.7\n" },
    { TRADE " | $sheaf data - --select 'period: 2022..2023' --to csv", 0,
      "period,partner,flow,unit,value,unit_mult\n"
      "2022,CHN,exports,USD,13.2,9\n"
      "2023,CHN,exports,USD,14.7,9\n" },
    { PARTS_AND_WHOLE " | $sheaf data - --select 'partner: !World, partner: !EU' --to csv", 0,
      "period,partner,unit,value\n2022,CHN,USD,30\n2022,RUS,USD,20\n" },
    { PARTS_AND_WHOLE " | $sheaf data - --without 'partner: World, partner: \"EU\"' --to csv", 0,
      "period,partner,unit,value\n2022,CHN,USD,30\n2022,RUS,USD,20\n" },
    { PARTS_AND_WHOLE " | $sheaf data - --select 'partner: EU' --to csv", 0,
      "period,partner,unit,value\n2022,EU27_2020,USD,55\n" },
    { PARTS_AND_WHOLE " | $sheaf data - --without 'partner: !World'", 2,
      "--without leaves out what it names, so that 'partner: !World' is left out twice; write "
      "'partner: World', or --select 'partner: World' to keep it alone" },
    { PARTS_AND_WHOLE " | $sheaf data - --select 'partner:'", 1,
      "no partner is given; there is: W1, EU27_2020, CHN, RUS" },
    { PARTS_AND_WHOLE " | $sheaf data - --without 'partner: Chnia'", 1,
      "no partner named 'Chnia'; there is: W1, EU27_2020, CHN, RUS" },
    { PARTS_AND_WHOLE " > w.csv; $sheaf chart w.csv --without 'partner: World, partner: EU' "
                      "-o w.svg && grep -c World w.svg; rm w.csv w.svg",
      0, "0\n" },
    { PARTS_AND_WHOLE " | $sheaf check -", 1,
      "standard input:3: warning: groups stand beside members that they may consist of: EU27_2020; "
      "sums, ranks and the largest of a partner leave them out\n" },
    { TRADE " | $sheaf data - --to sdmx-csv", 0,
      "dataflow,SHEAF:TRADE(1.0),I,CHN,exports,USD,2023" },
    { TRADE " | $sheaf data - --to json -o out.json; cat out.json; rm out.json", 0,
      "{\"period\": \"2023\", \"partner\": \"CHN\"" },
    { TRADE
      " > a.csv; cp a.csv b.csv; sed -i s/exports/imports/ b.csv; $sheaf data a.csv b.csv --to "
      "csv; rm a.csv b.csv",
      0, "2023,CHN,imports,USD,14.7,9\n" },
    { TRADE " | $sheaf data - --series 'growth(exports); exports[2023]' --to csv", 0,
      "period,series,series label,partner,flow,unit,value,low,high,unit_mult,decimals,derived\n"
      "2022,growth(exports),Growth of "
      "exports,CHN,exports,%,34.69387755102,33.502538071066,35.897435897436,0,-1,"
      "true\n"
      "2023,growth(exports),Growth of "
      "exports,CHN,exports,%,11.363636363636,10.566037735849,12.167300380228,0,0,"
      "true\n"
      "2023,exports,exports,CHN,exports,USD,14.7,14.65,14.75,9,1,false\n" },
    { TRADE " | $sheaf data - --series 'growth(exports); exports' --to csv --lang ru > a.csv; "
            "$sheaf data a.csv --to csv | cmp - a.csv && cat a.csv; rm a.csv",
      0, "2023,growth(exports),Рост экспорта,CHN" },
    { TRADE " | $sheaf data - --series 'growth(exports)' --to csv | $sheaf data -", 0,
      "series Growth of exports" },
    { TRADE " | $sheaf data - --series 'growth(exports)'", 0,
      "2022       30\n2023       11\n\ncomputed: 2\n" },
    { "$sheaf data $source/tests/cli/fixtures/algebra.csv --series 'mirror(data[reporter: KAZ, "
      "flow: exports, partner: CHN, product: TOTAL], data[reporter: CHN, flow: imports])'",
      0, "difference 2022 = 15.20 (CIF) − 13.10" },
    { TRADE " | $sheaf data - --series 'growth(exports)' --to sdmx-csv | $sheaf data -", 0,
      "2023       11\n" },
    { SMALL " | $sheaf data - --series 'share(exports, of: imports); share(tiny, of: imports)' "
            "--to csv",
      0,
      "%,0.54562813190436,0.54562813188585,0.54562813192287,6,true\n"
      "2022,\"share(tiny, imports)\",Share of tiny in imports,%,0.0015469920621419," },
    { SMALL " | $sheaf data - --series 'share(exports, of: imports); share(tiny, of: imports)'", 0,
      "0.55\n2022    share(tiny, imports)     0.0015\n" },
    { ROUNDED " | $sheaf data - --series 'growth(exports)'", 0, "2021     ≈1.5\n2022    700\n" },
    { ROUNDED " | $sheaf data - --series 'growth(exports)' --to csv", 0,
      "2021,growth(exports),Growth of "
      "exports,exports,%,1.4705882352941,0,2.962962962963,-1,true\n" },
    { ROUNDED " | $sheaf chart - --series 'growth(exports)' -o z.svg; grep -o '2021: [^ ]*' z.svg; "
              "rm z.svg",
      0, "2021: about" },
    { "printf 'period,value,unit\n2022,13,USD\n2023,15,USD\n' | $sheaf data - --series "
      "'growth(data)'",
      0, "2023      ≈15\n\ncomputed: 1\n    growth(value) 2023 = 15 / 13 − 1, between 7 and 24\n" },
    { FLAGGED, 0,
      "2021      200  [est][p]\n2022      260  [p]\n2023      300\n\n[est] own estimate: 1\n"
      "computed: 2\n" },
    { FLAGGED " --flags all", 0,
      "2021      200  [est][p]\n2022      260  [d][p]\n2023      300  [d]\n\n"
      "[est] own estimate: 1\n[d] computed: 2\n" },
    { FLAGGED " --flags none", 0,
      "2021      200\n2022      260\n2023      300\n\nown estimate: 1\ncomputed: 2\n" },
    { DENIED " | $sheaf data - --flags none", 0, "2020           [q]\n2021        6\n" },
    { "$sheaf data x.csv --flags some", 2, "--flags is estimated, all or none, not 'some'" },
    { "printf 'period,flow,value,unit\n2021,exports,1234567890123456,VND\n2021,imports,1,VND\n' | "
      "$sheaf data - --series 'exports + imports' --to csv",
      0, "VND,1234567890123457,1234567890123456,1234567890123458,true\n" },
    { "printf 'period,flow,value\\n2022,domestic exports,70\\n2022,re-exports,30\\n' | "
      "$sheaf data - --series '\"domestic exports\" + \"re-exports\"; \"re-exports\"' --to csv",
      0, ",100,99,101,true\n2022,re-exports,re-exports,re-exports,30,29.5,30.5,false\n" },
    { "printf 'period,part: of,value\\n2022,a,70\\n2022,b,30\\n' | "
      "$sheaf data - --select '\"part: of\": \"b\"' --to csv",
      0, "2022,b,30\n" },
    { "printf 'period,flow,value,unit,unit_mult,growth_pct\\n2023,exports,14.7,USD,9,12.6\\n"
      "2022,imports,11.0,USD,9,\\n2023,imports,16.8,USD,9,\\n' > t.csv; "
      "$sheaf data t.csv --series 'imply(exports) - imports' --to json; rm t.csv",
      0,
      "\"formula\": \"13.06 − 11.0\", \"inputs\": [{\"series\": \"exports\", \"period\": \"2022\", "
      "\"value\": 13.055062166962701, \"low\": 13.004882379050155, \"high\": 13.10528653931586, "
      "\"unit\": \"USD\", \"unit_mult\": 9, \"origin\": \"estimated\"}, {\"series\": \"imports\", "
      "\"period\": \"2022\", \"value\": 11.0, \"low\": 10.95, \"high\": 11.05, \"unit\": \"USD\", "
      "\"unit_mult\": 9, \"origin\": \"stated\", \"file\": \"t.csv\", \"line\": 3}], "
      "\"steps\": [{\"series\": \"exports\", \"period\": \"2022\", \"value\": 13.055062166962701, "
      "\"low\": 13.004882379050155, \"high\": 13.10528653931586, \"unit\": \"USD\", \"unit_mult\": "
      "9, "
      "\"origin\": \"estimated\", \"formula\": \"14.7 / (1 + 12.6 %)\", \"inputs\": [{\"series\": "
      "\"exports\", \"period\": \"2023\", \"value\": 14.7, \"low\": 14.65, \"high\": 14.75, "
      "\"unit\": "
      "\"USD\", \"unit_mult\": 9, \"origin\": \"stated\", \"file\": \"t.csv\", \"line\": 2}, "
      "{\"series\": \"exports\", \"period\": \"2023\", \"value\": 12.6, \"low\": 12.55, \"high\": "
      "12.65, "
      "\"unit\": \"%\", \"unit_mult\": 0, \"origin\": \"stated\", \"file\": \"t.csv\", \"line\": "
      "2}]}]" },
    { TRADE " | $sheaf data - --series 'exports + improts'", 1,
      "no series named 'improts'\n    1 | exports + improts\n      |           ^~~~~~~" },
    { TRADE " | $sheaf chart - --series 'growth(exports); exports / ' -o out.png", 1,
      "the name of a series is expected here" },
    { TRADE " | $sheaf chart - --series 'growth(exports)' -o out.png && rm out.png", 0, "" },
    { TRADE " | $sheaf data - --to xml", 2, "no data format 'xml' to write" },
    { TRADE " | $sheaf data - --to jsno", 2, "did you mean 'json'?" },
    { TRADE " | $sheaf data - --select partner", 2,
      "'partner' in --select is not 'dimension: member'" },
    { TRADE " | $sheaf data - --select 'partner: CNH'", 1,
      "no partner named 'CNH'; did you mean 'CHN'?" },
    { "printf 'period,value\\n2020,5\\n' | $sheaf chart - --set 'conf_status: C' -f svg | "
      "grep -c '>5<'",
      1, "0" },
    { TRADE " | $sheaf data - --set 'reportr: KAZ'", 2,
      "no role is named 'reportr'; did you mean 'reporter'?" },
    { "printf 'year,amount\\n2021,\"1,234\"\\n' | $sheaf data -", 1,
      "say which mark is the decimal one, with --decimal '.' or ','" },
    { "printf 'date,value\\n2019-01-01,1\\n2020-01-01,2\\n' | $sheaf data -", 1,
      "say which with --frequency D, M, Q or A" },
    { "printf 'year,exports_bn,net\\n2019,1,2.5\\n' | $sheaf data -", 0,
      "if both are the same, say so with --set 'unit_mult: 9'" },
    { "printf 'period,indicator,value\\n2019,a,1\\n2019,b,2\\n' | $sheaf chart - -f svg", 1,
      "pick one, as in --select 'indicator: a'" },
    { TRADE " | $sheaf data - --header 99", 1,
      "there is no line 99 to be the headers (--header 99)" },
    { TRADE " | $sheaf data - --query 'SELECT 1'", 2, "and this is none" },
    { TRADE " | $sheaf chart - --scale 2 -f svg", 2, "--scale is for png" },
    { TRADE " | $sheaf chart - --fonts /nonexistent -f svg", 2,
      "there is no folder '/nonexistent' (--fonts)" },
    { "$sheaf sheet a.yaml --fonts /nonexistent -o a.pdf", 2, "there is no folder" },
    { TRADE " | $sheaf data - --series 'exports; exports[2025..]'", 1,
      "'exports[2025..]' gives no observation" },
    { TRADE " | $sheaf data - --series 'exports / 0'", 1, "nothing can be divided by zero" },
    { TRADE " | $sheaf data - --select 'period: 2022..' --to csv", 0,
      "2022,CHN,exports,USD,13.2,9" },
    { TRADE " | $sheaf data - --select 'period: ..'", 1, "'..' is no period" },
    { TRADE " | $sheaf data - --select 'period: 2022..2021'", 1,
      "the range 2022..2021 ends before it begins" },
    { TRADE " | $sheaf chart - --periods 2022..2021 -f svg", 2,
      "the range 2022..2021 ends before it begins" },
    { TRADE " | $sheaf chart - --periods .. -f svg", 2, "'' is not a period" },
    { TRADE " | $sheaf chart - --periods ..2022 -f svg | grep -o '<desc>.*<'", 0,
      "2021: 9.8; 2022: 13.2.<" },
    { TRADE " | $sheaf chart - --periods 2022.. -f svg | grep -o '<desc>.*<'", 0,
      "2022: 13.2; 2023: 14.7.<" },
    { "printf 'period,value,conf_status\\n2020,5,C\\n' | $sheaf chart - -f svg", 1,
      "has only confidential figures in the periods of the chart" },
    { "printf 'period,value\\n2020,5\\0\\n2021,6\\n' | $sheaf data -", 1,
      "this is not a text table: byte 19 is NUL" },
    { TRADE " | $sheaf data - --decimal ';'", 2, "';' is no decimal mark" },
    { TRADE " | $sheaf data - --separator '#'", 2, "'#' is no separator" },
    { TRADE " | $sheaf data - --frequency X", 2, "'X' is no frequency" },
    { TRADE " | $sheaf data - --header none", 2, "'none' is no line number" },
    { SECRET " | $sheaf data -", 0, "2020        5\n2021           [c]\n" },
    { SECRET " | $sheaf data - --to csv", 0, "2021,6.25,C\n" },
    { SECRET " | $sheaf data - --series 'growth(data)' --to csv", 0, ",%,,C,true\n" },
    { SECRET " | $sheaf data - --series 'growth(data)'", 0, "2021           [c]\n\n[c]" },
    { DENIED " | $sheaf data - 2>/dev/null", 0, "2020           [q]\n2021        6\n" },
    { DENIED " | $sheaf chart - -o q.svg 2>/dev/null; grep -o '2020: [^;]*' q.svg; rm q.svg", 0,
      "2020: suppressed" },
    { "$sheaf data", 2, "name a data file" },
    { "$sheaf data missing.csv", 1, "missing.csv" },
    { TRADE " | $sheaf data - > /dev/full", 3, "No space left on device" },
    { TRADE " | $sheaf data - -o /nowhere/out.csv", 3, "/nowhere/out.csv" },
    { "$sheaf check", 2, "name a data file" },
    { TRADE " | $sheaf check -", 0, "" },
    { ODD "$sheaf check odd.csv; s=$?; rm odd.csv; exit $s", 1,
      "odd.csv:4: warning: 90 in 2020 is about 9 times the figures around it\n" },
    { ODD "$sheaf data odd.csv --to csv; rm odd.csv", 0, "odd.csv:4: warning: 90 in 2020" },
    { ODD "$sheaf chart odd.csv -o odd.png; rm odd.csv odd.png", 0,
      "odd.csv:4: warning: 90 in 2020" },
    { "$sheaf check missing.csv", 1, "missing.csv" },
};

static void data_and_its_findings(void **state)
{
    (void)state;
    shell_check_all(secrets, LENGTH(secrets));
    shell_check_all(heads, LENGTH(heads));
    shell_check_all(cases, LENGTH(cases));
}

static void a_closed_pipe_is_no_crash(void **state)
{
    struct process run = shell(TRADE " | $sheaf data - | true; echo done");

    (void)state;
    assert_non_null(strstr(run.output, "done"));
    process_free(&run);
}

/* A cell that a spreadsheet computes. */
#define FORMULAS                                                                                   \
    "printf 'period,partner,value\\n2020,\"=HYPERLINK(\"\"http://x\"\")\",-1\\n2020,+1+1,2\\n"     \
    "2020,-1+1,3\\n2020,@SUM(A1),4\\n2020,-12,5\\n2020,a=b,6\\n'"

static void formulas_are_made_safe(void **state)
{
    static const struct shell_case formulas[] = {
        { FORMULAS " | $sheaf data - --to csv", 0, "2020,\"=HYPERLINK(\"\"http://x\"\")\",-1\n" },
        { FORMULAS " | $sheaf data - --to csv", 0, "2020,@SUM(A1),4\n" },
        { FORMULAS " | $sheaf data - --to csv --safe 2>/dev/null", 0,
          "period,partner,value\n"
          "2020,\"'=HYPERLINK(\"\"http://x\"\")\",-1\n"
          "2020,\"'+1+1\",2\n"
          "2020,\"'-1+1\",3\n"
          "2020,\"'@SUM(A1)\",4\n"
          "2020,-12,5\n"
          "2020,a=b,6\n" },
        { FORMULAS " | $sheaf data - --to sdmx-csv --safe", 0, "\"'=HYPERLINK(" },
        { "printf 'period,=a,value\\n2020,x,1\\n2020,y,2\\n' | $sheaf data - --to csv --safe", 0,
          "period,\"'=a\",value\n" },
        { FORMULAS " | $sheaf data - --safe", 2, "--safe is for csv and sdmx-csv; 'table' has" },
        { FORMULAS " | $sheaf data - --to json --safe", 2, "--safe is for csv and sdmx-csv" },
    };

    (void)state;
    shell_check_all(formulas, LENGTH(formulas));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_and_its_findings),
        cmocka_unit_test(a_closed_pipe_is_no_crash),
        cmocka_unit_test(formulas_are_made_safe),
    };

    return cmocka_run_group_tests(tests, shell_enter, shell_leave);
}
