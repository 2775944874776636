/* makers_know_what_is_needed.c - --depfile of chart, sheet and batch: what an output is made from, for
 * make, for ninja and for programs that read JSON or a list ended by NULs. */
#include "support/check.h"

#include <stdio.h>

#include "cli/shell.h"

static const char prepare[] =
    "printf 'period,partner,value,unit\\n2022,DEU,1,USD\\n2023,DEU,2,USD\\n' > trade.csv\n"
    "cp trade.csv 'my $t#.csv'\n"
    "printf 'theme: 1\\nextends: print\\n' > house.yaml\n"
    "printf 'en: {}\\n' > texts.yaml\n"
    "cat > spec.yaml <<'END'\n"
    "sheaf: 1\n"
    "parameters: {partner: DEU}\n"
    "title: Trade\n"
    "data: {trade: trade.csv}\n"
    "sheet: [{figures: [{value: 'trade[partner: $partner][2023]'}]}]\n"
    "END\n";

static int enter(void **state)
{
    if (shell_enter(state) != 0)
        return 1;
    struct process run = shell(prepare);
    const int status = run.status;
    process_free(&run);
    return status;
}

#define CHART "$sheaf chart trade.csv -o c.png --depfile d "
#define SHEET "$sheaf sheet spec.yaml -o s.pdf --depfile d "
#define BATCH "$sheaf batch spec.yaml --each partner -q -o 'out/{partner}.pdf' --depfile d "

#define THEME                                                                                      \
    "mkdir -p look; $sheaf chart trade.csv -o look/l.png; echo '{theme: 1, logo: {file: l.png, "   \
    "alternative: "                                                                                \
    "Us}}' > look/t.yaml; "

/* A name that make and ninja cannot be told. */
#define REFUSED(name)                                                                              \
    "cp trade.csv '" name "'; rm -f d; $sheaf chart '" name "' -o c.png --depfile d; "             \
    "code=$?; ls d 2>/dev/null; exit $code",                                                       \
        1, "cannot stand in a depfile for make and ninja"

static const struct shell_case cases[] = {
    { CHART "&& cat d", 0, "c.png: \\\n  trade.csv\n" },
    { CHART "--depfile-format make && cat d", 0, "c.png: \\\n  trade.csv\n" },
    { CHART "--depfile-format json && cat d", 0,
      "{\"inputs\": [\"trade.csv\"], \"outputs\": [\"c.png\"]}\n" },
    { CHART "--depfile-format zero && tr '\\0' '|' < d", 0, "trade.csv|" },
    { CHART "--theme print && cat d", 0, "c.png: \\\n  trade.csv\n" },
    /* A theme's own file, and the picture that it names. */
    { THEME CHART "--theme look/t.yaml && cat d", 0,
      "c.png: \\\n  trade.csv \\\n  look/t.yaml \\\n  look/l.png\n" },
    { THEME SHEET "--theme look/t.yaml && cat d", 0, "look/t.yaml \\\n  look/l.png\n" },
    { THEME BATCH "--theme look/t.yaml --depfile-format zero && tr '\\0' '\\n' < d | sort", 0,
      "look/l.png\nlook/t.yaml\nspec.yaml\ntrade.csv\n" },
    /* What make reads otherwise. */
    { "$sheaf chart 'my $t#.csv' -o 'c 1.png' --depfile d && cat d", 0,
      "c\\ 1.png: \\\n  my\\ $$t\\#.csv\n" },
    /* Windows' and other names: a backslash is one, but before a space. */
    { "cp trade.csv 'a:b.csv'; $sheaf chart a:b.csv -o c.png --depfile d && cat d", 0,
      "c.png: \\\n  a\\:b.csv\n" },
    { "cp trade.csv 'a\\b\\ c.csv'; $sheaf chart 'a\\b\\ c.csv' -o c.png --depfile d && cat d", 0,
      "c.png: \\\n  a\\b\\\\\\ c.csv\n" },
    { REFUSED("a\nb.csv") },
    { REFUSED("a;b.csv") },
    { REFUSED("a=b.csv") },
    { REFUSED("a*.csv") },
    { REFUSED("a|b.csv") },
    { REFUSED("a\\#.csv") },
    { REFUSED("~.csv") },
    { "rm -f d; $sheaf chart trade.csv -o '5%.png' --depfile d", 1, "'5%.png' cannot stand in" },
    { SHEET "&& cat d", 0, "s.pdf: \\\n  spec.yaml \\\n  trade.csv\n" },
    { "$sheaf sheet spec.yaml -o 's.{lang}.html' --lang en,ru --depfile d && cat d", 0,
      "s.en.html s.ru.html: \\\n  spec.yaml \\\n  trade.csv\n" },
    { SHEET "--depfile-format json && python3 -m json.tool d >/dev/null && echo well", 0, "well" },
    { BATCH "&& cat d", 0, "out/report.json: \\\n  " },
    { BATCH "--depfile-format json && cat d", 0, "\"outputs\": [\"out/report.json\"]}\n" },
    { BATCH "--depfile-format zero && tr '\\0' '\\n' < d | sort", 0, "spec.yaml\ntrade.csv\n" },
    /* To standard output there is nothing that make could find again. */
    { "$sheaf chart trade.csv -o - --depfile d", 2, "a depfile for make names the output" },
    { "$sheaf chart trade.csv -f svg -o - --depfile d --depfile-format json >/dev/null && cat d", 0,
      "{\"inputs\": [\"trade.csv\"], \"outputs\": []}\n" },
    { "$sheaf chart - -o c.png --depfile d --depfile-format json < trade.csv && cat d", 0,
      "{\"inputs\": [], \"outputs\": [\"c.png\"]}\n" },
    { "$sheaf chart trade.csv -o c.png --depfile-format json", 2,
      "--depfile-format is for --depfile" },
    { SHEET "--depfile-format jsn", 2,
      "--depfile-format is make, json or zero, not 'jsn'; did you mean 'json'?" },
    { "$sheaf chart trade.csv -o c.png --depfile no/d", 3, "cannot write no/d" },
    { "rm -f d; $sheaf sheet no.yaml -o s.pdf --depfile d 2>/dev/null; ls d", 2, "d" },
    /* make does not make it again, until something changes. */
    { "printf 's.pdf:\\n\\t@$$sheaf sheet spec.yaml -o s.pdf --depfile d && echo made\\n-include "
      "d\\n' > Makefile; rm -f s.pdf d; make -s; make -s; touch trade.csv; make -s -q; echo $?; "
      "make -s; make -s -q; echo $?",
      0, "made\n1\nmade\n0\n" },
};

/* What make and ninja read is the name: both find it, and find that it changed. */
static void test_make_and_ninja_read_the_names(void **state)
{
    static const char *const names[] = { "plain.csv", "a b.csv",  "a:b.csv",     "a#b.csv",
                                         "a$b.csv",   "a\\b.csv", "a\\ b c.csv", "a\\\\ b.csv" };

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        char command[1200];

        snprintf(
            command, sizeof command,
            "rm -rf n; mkdir n; cd n; cp ../trade.csv '%s'; export name='%s'; "
            "printf 'c.png:\\n\\t@$$sheaf chart \"$$name\" -o c.png --depfile d; echo "
            "made\\n-include d\\n' > Makefile; make -s; make -s; touch "
            "\"$name\"; make -s; rm c.png d; "
            "printf 'rule c\\n command = $$sheaf chart \"$$name\" -o c.png --depfile d\\n depfile "
            "= d\\n description = drawn\\nbuild c.png: c\\n' > build.ninja; "
            "for turn in 1 2 3; do ninja -d keepdepfile | sed 's/.*drawn/drawn/; "
            "s/ninja: no.*/nothing/'; if [ $turn = 2 ]; then touch \"$name\"; fi; done",
            names[i], names[i]);
        print_message("  %s\n", names[i]);
        shell_check((struct shell_case){ command, 0, "made\nmade\ndrawn\nnothing\ndrawn\n" });
    }
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        shell_check(cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_make_and_ninja_read_the_names),
    };

    return cmocka_run_group_tests(tests, enter, shell_leave);
}
