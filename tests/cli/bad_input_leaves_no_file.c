/* bad_input_leaves_no_file.c - whatever the input, there is one message, the exit
 * code 1 or 3, and no output. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shell.h"

/* prepare makes the input; line then fails with status and says. */
static const struct {
    const char *name, *prepare, *line;
    int status;
    const char *says;
} cases[] = {
    { "no such file", ":", "$sheaf chart in -o out.png", 1,
      "in: error: cannot open 'in': No such file or directory" },
    { "empty data", ": > in", "$sheaf chart in -o out.png", 1, "in" },
    { "a folder", "mkdir in", "$sheaf chart in -o out.png", 1, "this is a folder" },
    { "binary junk", "head -c 100000 /bin/sh > in", "$sheaf chart in -o out.png", 1, "in" },
    { "NUL bytes", "head -c 5000 /dev/zero > in", "$sheaf chart in -o out.png", 1, "in" },
    { "no value column", "echo 'period,vlaue\n2023,1' > in", "$sheaf chart in -o out.png", 1,
      "in:1:" },
    { "infinity", "echo 'period,value\n2023,inf' > in", "$sheaf chart in -o out.png", 1, "in:2:6" },
    { "a decimal comma", "echo 'period,value\n2023,\"12,5\"' > in", "$sheaf chart in -o out.png", 1,
      "'12,5'" },
    { "no period", "echo 'period,value\nlately,5' > in", "$sheaf chart in -o out.png", 1,
      "in:2:1" },
    { "too large a number", "echo 'period,value\n2023,1e999' > in", "$sheaf chart in -o out.png", 1,
      "in:2:6" },
    { "header alone", "echo 'period,value' > in", "$sheaf chart in -o out.png", 1, "in" },
    { "no such member", "cp $source/tests/bench/months.csv in",
      "$sheaf chart in -o out.png --select 'flow: exprots'", 1, "did you mean 'exports'?" },
    { "no folder for the output", "cp $source/tests/bench/months.csv in",
      "$sheaf chart in -o no/out.png", 3, "cannot write no/out.png: No such file or directory" },
    { "a full disk", "cp $source/tests/bench/months.csv in",
      "$sheaf chart in -f png -o - > /dev/full", 3, "cannot write the output: No space left" },
    { "a full disk for a file", "cp $source/tests/bench/months.csv in",
      "ulimit -f 1; $sheaf chart in --size 4000x3000 -o out.png", 3,
      "cannot write out.png: File too large" },
    { "an empty spec", ": > in", "$sheaf sheet in -o out.pdf", 1, "in" },
    { "a spec of junk", "head -c 100000 /bin/sh > in", "$sheaf sheet in -o out.pdf", 1, "in" },
    { "a folder as spec", "mkdir in", "$sheaf sheet in -o out.pdf", 1, "this is a folder" },
    { "no such spec", ":", "$sheaf sheet in -o out.pdf", 1, "cannot open 'in'" },
    { "an unknown key", "echo 'sheaf: 1\ntilte: x' > in", "$sheaf sheet in -o out.pdf", 1,
      "in:2:1: error: a sheet's spec has no key 'tilte'; did you mean 'title'?" },
    { "a cyclic alias", "echo 'sheaf: 1\nsheet: &a [*a]' > in", "$sheaf sheet in -o out.pdf", 1,
      "in:2:" },
    { "broken YAML", "echo 'sheaf: 1\ntitle: [x' > in", "$sheaf sheet in -o out.pdf", 1, "in:" },
    { "a spec to a full disk", "cp $source/samples/kaz-chn/kaz-chn.yaml in",
      "$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml -o - > /dev/full", 3,
      "cannot write the output" },
};

static int count_lines(const char *text)
{
    int n = 0;

    for (; *text != '\0'; text++)
        n += *text == '\n';
    return n;
}

/* A place's source line and caret belong to the one message. */
static bool is_one_message(const char *text)
{
    int lines = count_lines(text);

    return lines == 1 || (lines == 3 && strstr(text, " | ") != NULL);
}

static void bad_input_is_one_message(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct process prepared = shell(cases[i].prepare);
        int files = shell_count_files();
        struct process run = shell(cases[i].line);

        print_message("  %s\n", cases[i].name);
        assert_int_equal(prepared.status, 0);
        if (run.status != cases[i].status || strstr(run.output, cases[i].says) == NULL ||
            !is_one_message(run.output))
            fail_msg("exit code %d, output:\n%s", run.status, run.output);
        assert_int_equal(shell_count_files(), files);
        process_free(&run);
        process_free(&prepared);
        assert_int_equal(system("rm -rf in"), 0);
    }
}

/* One line of a gigabyte, through a pipe, in little memory. */
static void a_line_of_a_gigabyte_is_refused(void **state)
{
    struct process run = shell("(echo 'period,value'; head -c 1100000000 /dev/zero | tr '\\0' 7) | "
                               "$sheaf chart - -o out.png");

    (void)state;
    if (run.status != 1 || !is_one_message(run.output))
        fail_msg("exit code %d, output:\n%.2000s", run.status, run.output);
    assert_int_equal(shell_count_files(), 0);
    process_free(&run);
}

static void a_failure_keeps_the_old_file(void **state)
{
    struct process run = shell("echo old > out.png; $sheaf chart nowhere.csv -o out.png; "
                               "cat out.png");

    (void)state;
    assert_non_null(strstr(run.output, "\nold\n"));
    process_free(&run);
    assert_int_equal(system("rm out.png"), 0);
}

static void a_file_without_write_permission_is_kept(void **state)
{
    (void)state;
    if (system("test \"$(id -u)\" -ne 0") != 0) {
        print_message("  skipped: root may write everything\n");
        skip();
    }
    struct process run = shell("echo old > out.png; chmod 444 out.png; "
                               "$sheaf chart $source/tests/bench/months.csv -o out.png; echo $?; "
                               "cat out.png; rm -f out.png");

    assert_non_null(strstr(run.output, "Permission denied"));
    assert_non_null(strstr(run.output, "3\nold\n"));
    process_free(&run);
}

/* Killed at any moment, it leaves no file, or the whole one. */
static void an_interrupt_leaves_nothing_half(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        char line[256];

        snprintf(line, sizeof line,
                 "$sheaf chart $source/tests/bench/months.csv -o out.png & sleep 0.00%d; "
                 "kill -INT $! 2>/dev/null || kill -TERM $! 2>/dev/null; wait $!; "
                 "test ! -e out.png || tail -c 8 out.png | head -c 4",
                 i);
        struct process run = shell(line);
        assert_true(run.length == 0 || strstr(run.output, "IEND") != NULL);
        process_free(&run);
        assert_true(shell_count_files() <= 1);
        assert_int_equal(system("rm -f out.png"), 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_input_is_one_message),
        cmocka_unit_test(a_line_of_a_gigabyte_is_refused),
        cmocka_unit_test(a_failure_keeps_the_old_file),
        cmocka_unit_test(a_file_without_write_permission_is_kept),
        cmocka_unit_test(an_interrupt_leaves_nothing_half),
    };
    return cmocka_run_group_tests_name("cli/bad_input_leaves_no_file", tests, shell_enter,
                                       shell_leave);
}
