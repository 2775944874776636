/* faces_and_schemas_are_told.c - sheaf fonts and sheaf schema; and the options of all commands. */
#include "support/check.h"

#include <string.h>

#include "cli/shell.h"

static const struct shell_case cases[] = {
    { "$sheaf fonts", 0, "Cyrillic (Kazakh)   Inter-Regular                built in\n" },
    { "$sheaf fonts", 0, "Arabic (Uyghur)     NotoSansArabic-Regular       built in\n" },
    { "$sheaf fonts --text 'Товар عربي x'", 0,
      "Inter-Regular                built in             Товар \n"
      "NotoSansArabic-Regular       built in             عربي \n"
      "Inter-Regular                built in             x\n" },
    /* U+10FFFD is for private use: nobody's. */
    { "$sheaf fonts --text 'a\U0010FFFD'", 1,
      "no face                      a box stands for it  \U0010FFFD\n" },
    { "$sheaf fonts --json --text 'a\U0010FFFD'", 1,
      "{\"text\": \"a\", \"face\": \"Inter-Regular\", \"built_in\": true}\n"
      "{\"text\": \"\U0010FFFD\", \"face\": null, \"built_in\": false}\n" },
    { "$sheaf fonts --text ''", 2, "the text is empty" },
    { "$sheaf fonts a.ttf", 2, "a text is given with --text" },
    { "$sheaf fonts --fonts nowhere", 2, "there is no folder 'nowhere' (--fonts)" },
    { "$sheaf fonts > /dev/full", 3, "cannot write the output" },
    { "$sheaf schema | cmp - $source/samples/sheet.schema.json", 0, "" },
    { "$sheaf schema sheet | cmp - $source/samples/sheet.schema.json", 0, "" },
    { "$sheaf schema theme | cmp - $source/samples/theme.schema.json", 0, "" },
    { "$sheaf schema thme", 2, "no schema 'thme'; did you mean 'theme'?" },
    { "$sheaf schema sheet theme", 2, "one schema at a time" },
    { "$sheaf schema > /dev/full", 3, "cannot write the output" },
    { "$sheaf schema | head -c 1", 0, "{" },
};

static void they_are_told(void **state)
{
    (void)state;
    shell_check_all(cases, LENGTH(cases));
}

/* The table of commands, as the overview prints it. */
static void all_commands_take_quiet_json_and_lang(void **state)
{
    struct process run =
        shell("for c in $($sheaf --help | sed -n 's/^  \\([a-z]*\\)  *[A-Z].*/\\1/p'); do "
              "for option in '-q, --quiet' '    --json' '-l, --lang'; do "
              "$sheaf $c --help | grep -q -e \"^  $option\" || echo $c has no $option; done; "
              "$sheaf $c -q --json --lang kk --nonsense 2>&1 | "
              "grep -qF '{\"level\": \"error\", \"message\": \"unknown option' || echo $c; done");

    (void)state;
    assert_string_equal(run.output, "");
    process_free(&run);
}

/* Every command says in each language what it does; scripts that read English ask for it. */
static void help_is_in_the_users_language(void **state)
{
    static const struct shell_case in_languages[] = {
        { "LC_ALL= LANG=ru_RU.UTF-8 $sheaf --help", 0, "Использование: sheaf КОМАНДА …" },
        { "LC_ALL= LC_MESSAGES=kk_KZ.UTF-8 LANG=ru_RU.UTF-8 $sheaf --help", 0,
          "Қолданылуы: sheaf" },
        { "LC_ALL=zh_CN.UTF-8 $sheaf chart --help", 0,
          "绘制图表：由数据文件生成图片。\n\n用法: sheaf" },
        { "LC_ALL=ru_RU.KOI8-R $sheaf --help", 0, "Usage: sheaf" },
        { "LC_ALL=C LANG=ru_RU.UTF-8 $sheaf --help", 0, "Usage: sheaf" },
        { "LC_ALL=pl_PL.UTF-8 $sheaf --help", 0, "Usage: sheaf" },
        { "$sheaf diff --lang de", 2, "\nMehr dazu: sheaf diff --help\n" },
        { "$sheaf schema --lang ug --help", 0, "ئىشلىتىش ئۇسۇلى: sheaf schema" },
        { "for l in ru kk zh fr de ar ug; do LC_ALL=${l}_X.UTF-8 $sheaf --help; done | "
          "grep -E '^  [a-z]+ +(Draw|Make|Show|Tell|Print|List|Write) ' || echo none",
          0, "none\n" },
    };

    (void)state;
    shell_check_all(in_languages, LENGTH(in_languages));
}

static void colours_are_for_terminals(void **state)
{
    static const struct shell_case on_terminal[] = {
        { "TERM=xterm script -qec '$sheaf data no.csv' /dev/null | cat -v", 0,
          "^[[1;31merror:^[[0m" },
        { "NO_COLOR=1 TERM=xterm script -qec '$sheaf data no.csv' /dev/null | cat -v", 0,
          "no.csv: error: cannot" },
        { "TERM=dumb script -qec '$sheaf data no.csv' /dev/null | cat -v", 0,
          "no.csv: error: cannot" },
        { "TERM=xterm $sheaf data no.csv", 1, "no.csv: error: cannot" },
    };

    (void)state;
    shell_check_all(on_terminal, LENGTH(on_terminal));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_told),
        cmocka_unit_test(all_commands_take_quiet_json_and_lang),
        cmocka_unit_test(help_is_in_the_users_language),
        cmocka_unit_test(colours_are_for_terminals),
    };
    return cmocka_run_group_tests_name("cli/faces_and_schemas_are_told", tests, shell_enter,
                                       shell_leave);
}
