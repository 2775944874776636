/* shells_complete.c - what sheaf completion prints, in real bash, zsh and fish. A shell that is not
 * installed is skipped, and named. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "cli/shell.h"

/* What is typed, and a word that the shell must offer, or must not. */
static const struct {
    const char *typed, *offered, *not_offered;
} cases[] = {
    { "sheaf ch", "chart", "sheet" },
    { "sheaf chart --ty", "--type", "--title" },
    { "sheaf chart --type ba", "bars", "lines" },
    { "sheaf chart -t sank", "sankey", "bars" },
    { "sheaf chart a.csv --theme ", "high-contrast", "ministry" },
    { "sheaf chart --flags ", "estimated", "png" },
    { "sheaf chart --format ", "eps", "html" },
    { "sheaf batch --format ", "html", "eps" },
    { "sheaf data --from com", "comtrade-json", "eurostat" },
    { "sheaf data --to ", "sdmx-csv", "pdf" },
    { "sheaf sheet --lang ", "kk", "tlh" },
    { "sheaf completion ", "fish", "chart" },
    { "sheaf help ", "diff", "bars" },
    { "sheaf diff --js", "--json", "--quiet" },
};

static bool has_shell(const char *name)
{
    char line[64];

    snprintf(line, sizeof line, "command -v %s >/dev/null", name);
    struct process run = shell(line);
    const bool has = run.status == 0;
    process_free(&run);
    if (!has)
        print_message("  no %s here: skipped\n", name);
    return has;
}

/* script: a program whose first argument is what is typed; prints what is offered, a word a line. */
static void check_shell(const char *name, const char *script)
{
    char line[4096];

    if (!has_shell(name))
        return;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char offered[64], other[64];

        snprintf(line, sizeof line, "PATH=\"$(dirname $sheaf):$PATH\"; %s '%s'", script,
                 cases[i].typed);
        struct process run = shell(line);
        snprintf(offered, sizeof offered, "\n%s\n", cases[i].offered);
        snprintf(other, sizeof other, "\n%s\n", cases[i].not_offered);
        print_message("  %s: %s\n", name, cases[i].typed);
        if (strstr(run.output, offered) == NULL || strstr(run.output, other) != NULL)
            fail_msg("offered:%s", run.output);
        process_free(&run);
    }
}

static void bash_completes(void **state)
{
    (void)state;
    check_shell("bash", "bash --norc -c 'source <(sheaf completion bash) || exit; "
                        "read -ra COMP_WORDS <<<\"$1\"; [[ $1 == *\" \" ]] && COMP_WORDS+=(\"\"); "
                        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _sheaf; "
                        "printf \"\\n%s\" \"${COMPREPLY[@]}\"; echo' bash");
}

static void bash_completes_after_an_equals_sign(void **state)
{
    (void)state;
    if (has_shell("bash"))
        shell_check((struct shell_case){
            "PATH=\"$(dirname $sheaf):$PATH\"; bash --norc -c 'source <(sheaf completion bash); "
            "COMP_WORDS=(sheaf chart --type = but); COMP_CWORD=4; _sheaf; echo "
            "\"${COMPREPLY[@]}\"'",
            0, "butterfly\n" });
}

static void zsh_completes(void **state)
{
    (void)state;
    check_shell("zsh", "$source/tests/cli/fixtures/zsh_offers");
}

static void fish_completes(void **state)
{
    (void)state;
    check_shell("fish", "HOME=$PWD fish --no-config -c 'sheaf completion fish | source; echo; "
                        "complete -C \"$argv[1]\" | string replace -r \"\\t.*\" \"\"'");
}

static void other_shells_are_refused(void **state)
{
    static const struct shell_case refused[] = {
        { "$sheaf completion", 2, "name a shell: bash, zsh or fish" },
        { "$sheaf completion zhs", 2, "no completion for 'zhs'; did you mean 'zsh'?" },
        { "$sheaf completion bash > /dev/full", 3, "cannot write the output" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(refused); i++)
        shell_check(refused[i]);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bash_completes),
        cmocka_unit_test(bash_completes_after_an_equals_sign),
        cmocka_unit_test(zsh_completes),
        cmocka_unit_test(fish_completes),
        cmocka_unit_test(other_shells_are_refused),
    };
    return cmocka_run_group_tests_name("cli/shells_complete", tests, shell_enter, shell_leave);
}
