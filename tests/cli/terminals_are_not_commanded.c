/* terminals_are_not_commanded.c - what data, names and words hold is shown and not obeyed: no control
 * character and no change of direction reaches the terminal. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shell.h"

/* $bad commands a terminal in three ways: ESC [, CSI in one character, and a right-to-left
 * override. Files are made in the folder. */
static const char *const lines[] = {
    "printf \"period,value\\n2020,$bad\\n\" > in; $sheaf data in",
    "printf \"period,partner,value\\n2020,a${bad}b,1\\n\" > in; $sheaf chart in -f svg",
    "printf \"period,partner,value\\n2020,a${bad}b,1\\n\" > in; $sheaf data in --to csv",
    "printf \"period,value\\n2020,5\\n$bad,6\\n\" > in; $sheaf chart in -o out.png",
    "printf \"period,partner,value\\n2020,a${bad}b,1\\n2020,c,2\\n\" > in; $sheaf data in",
    "printf \"period,a${bad}b,value\\n2020,x,1\\n2020,y,2\\n\" > in; $sheaf data in",
    "printf \"period,partner,value,source\\n2020,a,1,$bad\\n\" > in; $sheaf data in",
    "printf \"period,partner,value\\n2020,a$bad,1\\n2020,a$bad,2\\n\" > in; $sheaf check in",
    "printf \"period,partner,value,unit\\n2020,a$bad,1,$bad\\n\" > in; $sheaf check in",
    "printf \"period,partner,value\\n2020,a,1\\n\" > in; $sheaf data in --select \"partner: "
    "b$bad\"",
    "printf \"period,partner,value\\n2020,a,1\\n\" > in; $sheaf data in --series \"x$bad + 1\"",
    "printf \"period,a,b,value\\n2020,$bad,x,1\\n2020,y,z,2\\n2020,y,x,3\\n\" > in; "
    "$sheaf chart in -o out.png",
    "printf \"period,partner,value,value2\\n2020,a,1,$bad\\n\" > in; $sheaf data in",
    "printf '{\"a\": 1, \"%s\": }' \"$bad\" > in; $sheaf data in",
    "printf '{\"error\": \"%s\"}' \"$bad\" > in; $sheaf data in",
    "printf 'sheaf: 1\\ntitle: \"%s\"\\n' \"$bad\" > in; $sheaf sheet in -o out.pdf",
    "printf 'sheaf: 1\\n\"\\\\e[31m\": x\\n' > in; $sheaf sheet in -o out.pdf",
    "$sheaf data \"no$bad\"",
    "$sheaf data in --\"no$bad\"",
    "$sheaf \"no$bad\"",
    "$sheaf chart in -o \"out$bad\"",
    "printf \"period,value\\n2020,1\\n\" > in; $sheaf chart in -o \"no/$bad.png\"",
    "$sheaf chart in -o out.png --periods \"$bad\"",
    "$sheaf chart in -o out.png --type \"$bad\"",
    "$sheaf chart in -o out.png --fonts \"$bad\"",
    "$sheaf data in --to \"$bad\"",
    "$sheaf data in --from \"$bad\"",
};

static void assert_is_shown_only(const char *output)
{
    static const char *const obeyed[] = { "\x1B", "\xC2\x9B", "\u202E" };

    for (size_t i = 0; i < LENGTH(obeyed); i++)
        if (strstr(output, obeyed[i]) != NULL)
            fail_msg("character %zu of them is in:\n%s", i, output);
}

static void nothing_is_obeyed(void **state)
{
    size_t shown = 0;

    (void)state;
    setenv("bad",
           "\x1B[31m\xC2\x9B"
           "31m\u202E",
           1);
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct process run = shell(lines[i]);

        print_message("  %s\n", lines[i]);
        assert_is_shown_only(run.output);
        shown += strstr(run.output, "\uFFFD") != NULL;
        process_free(&run);
        assert_int_equal(system("rm -f in out*"), 0);
    }
    assert_true(shown > LENGTH(lines) * 3 / 4); /* the others do not say it */
}

static void the_excerpt_stays_under_its_caret(void **state)
{
    (void)state;
    shell_check((struct shell_case){ "printf 'period\\tvalue\\n\x1B[1m2020\\tx\\n' > in; "
                                     "$sheaf data in; rm in",
                                     0, "    2 | \uFFFD[1m2020 x\n      | ^" });
}

/* Standard error is a terminal of script(1); the data come late, or at once. */
#define TERMINAL(late, line)                                                                       \
    "printf 'period,value\\n2020,1\\n' > in; export sheaf; script -qec \"(sleep " late             \
    "; cat in) | \\$sheaf " line " 2>&1 >/dev/null\" /dev/null; rm -f in out.png"

static const struct {
    const char *line;
    bool tells;
} progress[] = {
    { TERMINAL("1.5", "data -"), true },
    { TERMINAL("1.5", "check -"), true },
    { TERMINAL("1.5", "chart - -o out.png"), true },
    { TERMINAL("1.5", "data - -q"), false },
    { TERMINAL("0", "data -"), false },
    { "printf 'period,value\n2020,1\n' > in; (sleep 1.5; cat in) | $sheaf data -; rm in", false },
};

static void long_work_is_told_on_terminals(void **state)
{
    (void)state;
    process_need("script");
    for (size_t i = 0; i < LENGTH(progress); i++) {
        struct process run = shell(progress[i].line);
        const char *told = strstr(run.output, "\r 1 s \xE2\x80\xA6\x1B[K");

        print_message("  %s\n", progress[i].line);
        assert_int_equal(told != NULL, progress[i].tells);
        if (told != NULL) /* and wiped out */
            assert_non_null(strstr(told, "\r\x1B[K"));
        process_free(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_obeyed),
        cmocka_unit_test(the_excerpt_stays_under_its_caret),
        cmocka_unit_test(long_work_is_told_on_terminals),
    };

    return cmocka_run_group_tests_name("cli/terminals_are_not_commanded", tests, shell_enter,
                                       shell_leave);
}
