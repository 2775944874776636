/* manuals_are_made.c - the manual pages that the build makes: of each command with the options of
 * --help in the words of sheaf.1, and of the spec as its schema has it. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shell.h"

#define EACH_COMMAND "for c in $($sheaf --help | sed -n 's/^  \\([a-z]*\\)  *[A-Z].*/\\1/p'); do "

static void says_nothing(const char *line)
{
    struct process run = shell(line);

    if (run.status != 0 || run.output[0] != '\0')
        fail_msg("exit code %d, output:\n%s", run.status, run.output);
    process_free(&run);
}

static void every_command_has_a_page(void **state)
{
    (void)state;
    shell_check((struct shell_case){ "$sheaf --help | grep -c '^  [a-z]*  *[A-Z]'", 0, "" });
    says_nothing(EACH_COMMAND "test -s $(dirname $sheaf)/printed/man1/sheaf-$c.1 || echo $c; done");
}

static void the_page_has_the_options_of_help(void **state)
{
    (void)state;
    says_nothing(EACH_COMMAND
                 "$sheaf $c --help | sed -nE 's/^  (-., |    )--([a-z-]+).*/\\2/p' > said; "
                 "test -s said || echo no options of $c; "
                 "sed -nE 's/^\\.It (Fl . , )?Fl -([a-z-]+)( .*)?$/\\2/p' "
                 "$(dirname $sheaf)/printed/man1/sheaf-$c.1 > written; diff said written; done; "
                 "rm said written");
}

/* Each a sentence of sheaf.1: of the command itself, of another's options that it takes, and of what
 * several share. */
static const struct {
    const char *page, *words;
} told[] = {
    { "batch", "The spec and its data are read once." },
    { "batch", "Shards without a report are named" },
    { "batch", "Read no data file that is not below this folder" },
    { "batch", "The output is the report." },
    { "batch", "The exit status is 0 when all sheets are there" },
    { "watch", "Read no data file that is not below this folder" },
    { "chart", "The stacked types, the waterfall and the treemap add the series up" },
    { "data", "Of up to nine digits; a second figure at one number is refused" },
    { "data", "The driver is loaded by a process of its own." },
    { "gallery", "greys, with hatches on areas" },
    { "diff", "0 when no figure changed and no sheet came or went" },
};

static void the_page_says_what_the_page_of_all_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(told); i++) {
        char line[256];

        print_message("  %s: %s\n", told[i].page, told[i].words);
        snprintf(line, sizeof line,
                 "grep -qF '%s' $source/cli/sheaf.1 || echo not in sheaf.1; "
                 "grep -qF '%s' $(dirname $sheaf)/printed/man1/sheaf-%s.1 || echo not told",
                 told[i].words, told[i].words, told[i].page);
        says_nothing(line);
    }
    /* What another command's page would have to be read for. */
    says_nothing("grep -H '^As of$' $(dirname $sheaf)/printed/man1/*.1 || true");
}

/* The keys of the schema stand each in a mapping called "properties". */
static void the_spec_has_the_keys_of_its_schema(void **state)
{
    (void)state;
    says_nothing(
        "cd $(dirname $sheaf); sed -nE 's/^.It Cm \"..(.*)\"$/\\1/p' sheaf-spec.5 | tr -d '\\\\' | "
        "sort -u > $OLDPWD/written; cd $OLDPWD; test $(wc -l < written) -gt 100 || echo few keys; "
        "for key in sheaf parameters title data series values sheet theme columns footer periods "
        "events callouts spark-bars financial_year otherwise; do grep -qxF \"$key\" written || "
        "echo no $key; done; rm written");
}

/* A sentence below an example is filled as others are; only what is typed stands as it is. */
static void sentences_are_no_examples(void **state)
{
    (void)state;
    says_nothing("awk '/^[.]Bd -literal/ { typed = 1 } /^[.]Ed/ { typed = 0 } "
                 "typed && /^\\\\&[A-Z].* / { print FILENAME \": \" $0 }' "
                 "$(dirname $sheaf)/printed/man1/*.1");
    says_nothing("grep -qx '[.]Pp' $(dirname $sheaf)/printed/man1/sheaf-schema.1 && grep -qF "
                 "'&An editor completes a spec' $(dirname $sheaf)/printed/man1/sheaf-schema.1 || "
                 "echo no sentence");
}

static void the_pages_are_well_formed(void **state)
{
    (void)state;
    if (system("command -v mandoc > /dev/null") != 0) {
        print_message("  no mandoc here: skipped\n");
        return;
    }
    says_nothing("for page in $(dirname $sheaf)/printed/man1/*.1 $(dirname $sheaf)/sheaf-spec.5 "
                 "$source/cli/sheaf.1; do mandoc -T lint -W warning \"$page\"; done");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_has_a_page),
        cmocka_unit_test(the_page_has_the_options_of_help),
        cmocka_unit_test(the_page_says_what_the_page_of_all_says),
        cmocka_unit_test(the_spec_has_the_keys_of_its_schema),
        cmocka_unit_test(sentences_are_no_examples),
        cmocka_unit_test(the_pages_are_well_formed),
    };
    return cmocka_run_group_tests_name("cli/manuals_are_made", tests, shell_enter, shell_leave);
}
