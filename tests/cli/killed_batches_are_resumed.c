/* killed_batches_are_resumed.c - whatever ends a batch, there are whole files only, and --resume ends in
 * the same bytes and leaves nothing else behind; only what has changed is made again. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/shell.h"

#define ALL                                                                                        \
    "$sheaf batch spec.yaml --each partner --lang en,ru -q -o 'out/{lang}/{partner}.{format}' "
/* Sheets that are other than they should be, and what is left over: both are to be nothing. */
#define DIFFERENT                                                                                  \
    "(cd out; for f in */*.pdf; do cmp \"$f\" \"../whole/$f\"; done; find . -name '.sheaf*')"

static int enter(void **state)
{
    if (shell_enter(state) != 0)
        return 1;
    struct process run = shell("cp $source/samples/partner/partner.yaml spec.yaml && cp "
                               "$source/samples/partner/uk-trade.csv . && " ALL "&& mv out whole");
    const int status = run.status;
    print_message("%s", run.output);
    process_free(&run);
    return status;
}

/* A hundred moments, from before the first sheet to behind the last. */
static void test_killed(void **state)
{
    (void)state;
    for (int ms = 4; ms < 204; ms += 2) {
        char line[1000];

        snprintf(line, sizeof line,
                 "exec 2>/dev/null; (timeout -s KILL 0.%03d " ALL
                 "%s) >/dev/null; (cd out 2>/dev/null && for f in "
                 "*/*.pdf; do [ ! -f \"$f\" ] || cmp \"$f\" \"../whole/$f\" || exit 1; done); :",
                 ms, ms % 4 == 0 ? "--resume" : "");
        struct process run = shell(line);
        if (run.status != 0 || run.length > 0)
            fail_msg("killed after %d ms: %s", ms, run.output);
        process_free(&run);
    }
    /* What would be left where files have names from their beginning. */
    shell_check((struct shell_case){ "mkdir -p out/ru; echo x > out/ru/.sheaf-0-0.1; " ALL
                                     "--resume && " DIFFERENT "; ls out/en | wc -l",
                                     0, "9" });
    shell_check((struct shell_case){ DIFFERENT " | wc -l", 0, "0" });
}

static const struct shell_case cases[] = {
    { ALL "--resume --json", 0, "\"made\": 0, \"unchanged\": 18, \"failed\": 0" },
    /* A file that was lost, and one that is another. */
    { "rm out/en/DEU.pdf; echo x >> out/ru/DEU.pdf; " ALL "--resume --json", 0,
      "\"made\": 2, \"unchanged\": 16" },
    { DIFFERENT " | wc -l", 0, "0" },
    { "touch spec.yaml uk-trade.csv; " ALL "--resume --json", 0, "\"made\": 0, \"unchanged\": 18" },
    /* A figure of one partner, and one that all sheets read. */
    { "sed -i 's/^\\(2021,DEU,exports,\\)[0-9]*/\\11/' uk-trade.csv; cmp -s uk-trade.csv "
      "$source/samples/partner/uk-trade.csv; " ALL "--resume --json",
      0, "\"made\": 2, \"unchanged\": 16" },
    { "sed -i 's/^\\(2022,WLD,exports,\\)/\\19/' uk-trade.csv; " ALL "--resume --json", 0,
      "\"made\": 18, \"unchanged\": 0" },
    { "cp $source/samples/partner/uk-trade.csv .; " ALL "--resume; " DIFFERENT " | wc -l", 0, "0" },
    { ALL "--resume --json --set year=2022", 0, "\"made\": 18, \"unchanged\": 0" },
    { ALL "--resume --json --theme dark", 0, "\"made\": 18, \"unchanged\": 0" },
    { ALL "--resume --json --flags all", 0, "\"made\": 18, \"unchanged\": 0" },
    { "sed -i 's/{header: {en: \"Trade/&s/; s/Trade fact sheet/Fact sheet/' spec.yaml; " ALL
      "--resume --json",
      0, "\"made\": 18, \"unchanged\": 0" },
    { "cp $source/samples/partner/partner.yaml spec.yaml; " ALL "; " DIFFERENT " | wc -l", 0, "0" },
    /* Ctrl-C, early and late: the sheets in hand are finished. */
    { "rm -rf out; timeout -s INT 0.02 " ALL "; find out -name '.sheaf*'; " ALL
      "--resume && " DIFFERENT " | wc -l",
      0, "0" },
    /* What a run that was stopped has not reached is as it was. */
    { "timeout -s INT 0.02 " ALL "--resume --set year=2022; " ALL
      "--resume --json --set year=2022; " ALL "--resume; " DIFFERENT " | wc -l",
      0, "\n0\n" },
    /* A full disk: no half file, and another try may help. */
    { "rm -rf out; (ulimit -f 20; " ALL "); echo code $?; find out -name '*.pdf'", 0, "code 3\n" },
    { "(ulimit -f 20; " ALL ") 2>/dev/null; find out -type f | wc -l", 0, "1\n" },
    { "$sheaf batch spec.yaml --each partner -o '/proc/no/{partner}.pdf'", 3, "/proc/no" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        shell_check(cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_killed),
        cmocka_unit_test(test_cases),
    };

    return cmocka_run_group_tests(tests, enter, shell_leave);
}
