/* shards_become_one.c - sheaf batch --merge: the reports of shards as the report of one machine, nothing
 * twice and nothing lost; what is missing is said. */
#include "support/check.h"

#include <stdio.h>

#include "cli/shell.h"

#define BATCH "$sheaf batch spec.yaml --each partner --lang en,ru -q -o 'out/{lang}/{partner}.pdf' "
#define MERGE "$sheaf batch --merge "
#define TIMES "sed -E 's/\"(ms|seconds)\": [0-9.]+//'"

/* Seven partners of which one fails in two languages: 14 sheets in three shards; what is of one machine
 * lies in whole.json. */
static const char prepare[] =
    "cat > spec.yaml <<'END'\n"
    "sheaf: 1\n"
    "parameters: {partner: DEU}\n"
    "title: '{$partner}'\n"
    "data: {trade: trade.csv}\n"
    "sheet: [{figures: [{value: 'trade[partner: $partner][2023]'}]}]\n"
    "END\n"
    "echo period,partner,value,unit > trade.csv\n"
    "for p in WLD DEU FRA CHN KAZ ITA ESP; do echo 2023,$p,5,USD >> trade.csv; done\n"
    "(cat trade.csv; echo 2023,FRA,6,USD) > poor.csv\n"
    "sed s/trade.csv/poor.csv/ spec.yaml > poor.yaml\n"
    "mkdir reports\n"
    "for k in 1 2 3; do " BATCH "--shard $k/3; done; mv out/report.*-3.json reports\n" BATCH
    "; mv out/report.json whole.json\n"
    "for k in 1 2; do " BATCH "--shard $k/2; mv out/report.$k-2.json reports; done\n"
    "for k in 1 2; do $sheaf batch poor.yaml --each partner -q -o 'poor/{partner}.pdf' "
    "--keep-going "
    "--shard $k/2 2>/dev/null; done\n"
    "for k in 1 20; do " BATCH "--shard $k/20; done; mv out/report.*-20.json reports\n"
    "head -c 700 reports/report.1-3.json > cut.json\n"
    "sed '$d' reports/report.1-3.json > open.json\n"
    "sed '/FRA/d' reports/report.1-3.json > fewer.json\n"
    "sed 's/\"shard\": 2/\"shard\": 3/' reports/report.2-3.json > again.json\n"
    "sed 's/\"spec\": \"spec/\"spec\": \"other/' reports/report.2-3.json > other.json\n"
    "sed 's/Sheaf /Sheaf 9/' reports/report.2-3.json > newer.json\n"
    "tr -d '\\n' < reports/report.2-3.json > dense.json\n";

static int enter(void **state)
{
    if (shell_enter(state) != 0)
        return 1;
    struct process run = shell(prepare);
    process_free(&run);
    return 0;
}

static const struct shell_case cases[] = {
    { MERGE "reports/report.*-3.json -o all.json; " TIMES " all.json > a; " TIMES
            " whole.json | cmp - a && echo equal",
      0, "equal" },
    { MERGE "reports/report.3-3.json reports/report.1-3.json reports/report.2-3.json -o all.json "
            "-q; " TIMES " all.json | cmp - a && echo equal",
      0, "equal" },
    { MERGE "reports/report.*-2.json -o all.json -q; " TIMES " all.json | cmp - a && echo equal", 0,
      "equal" },
    { MERGE "reports/report.*-3.json", 0, "sheaf: 12 sheets of 3 shards; reports/report.json\n" },
    { MERGE "reports/report.*-3.json -q | wc -c; rm reports/report.json", 0, "0\n" },
    /* What is missing, in the report, too; another try may help. */
    { MERGE "reports/report.[13]-3.json -o part.json", 3,
      "sheaf: 1 of 3 shards have no report: 2\nsheaf: 8 sheets of 2 shards; part.json\n" },
    { "python3 -c 'import json; r = json.load(open(\"part.json\")); print(r[\"missing_shards\"], "
      "r[\"count\"], len(r[\"sheets\"]))'",
      0, "[2] 8 8\n" },
    /* A shard without sheets. */
    { MERGE "reports/report.*-20.json -o part.json 2>&1 | head -1", 0,
      "sheaf: 18 of 20 shards have no report: 2, 3, 4, 5, 6" },
    { "python3 -m json.tool part.json > /dev/null && echo valid", 0, "valid" },
    { MERGE "poor/report.*-2.json", 1, ", 1 failed; poor/report.json" },
    /* Nothing is written of what does not belong together. */
    { MERGE "reports/report.1-3.json reports/report.1-3.json -o no.json", 1,
      "this shard is there twice" },
    { MERGE "reports/report.2-3.json again.json -o no.json", 1, "' is in two shards" },
    { MERGE "reports/report.1-3.json reports/report.1-2.json -o no.json", 1,
      "this report is of another number of shards" },
    { MERGE "reports/report.1-3.json other.json -o no.json", 1,
      "the spec are others than in reports/report.1-3.json" },
    { MERGE "reports/report.1-3.json newer.json -o no.json", 1, "the versions are others than in" },
    { MERGE "whole.json -o no.json", 1, "whole.json: error: this is no report of a shard" },
    { MERGE "cut.json -o no.json", 1, "this is no report of a batch, or it is cut" },
    { MERGE "open.json -o no.json", 1, "or it is cut" },
    { MERGE "dense.json -o no.json", 1, "or it is cut" },
    { MERGE "fewer.json -o no.json", 1, "this report has other sheets than it counts" },
    { MERGE "spec.yaml -o no.json", 1, "this is no report of a batch" },
    { MERGE "none.json -o no.json", 1, "none.json" },
    { "ls no.json no.json.new 2>/dev/null; true", 0, "" },
    { MERGE, 2, "name the reports of the shards" },
    { MERGE "cut.json --each partner", 2, "--each is for those that do" },
    { MERGE "cut.json -o cut.json", 2, "the output cut.json is one of the reports" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        shell_check(cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_cases) };

    return cmocka_run_group_tests(tests, enter, shell_leave);
}
