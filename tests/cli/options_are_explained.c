/* options_are_explained.c - what a wrong command line says, and with which code. */
#include "support/check.h"

#include <string.h>

#include <sheaf/chart.h>

#include "cli/shell.h"

static const struct shell_case cases[] = {
    { "$sheaf", 2, "sheaf: name a command: chart, sheet, watch, " },
    { "$sheaf --version", 0, "sheaf 0." },
    { "$sheaf --help", 0, "Usage: sheaf COMMAND" },
    { "$sheaf help chart", 0, "--periods PERIOD..PERIOD" },
    { "$sheaf chart --help", 0, "sheaf chart trade.csv -o trade.png" },
    { "$sheaf sheet -h", 0, "--lang LANGUAGE" },
    { "$sheaf chrat", 2, "unknown command 'chrat'; did you mean 'chart'?" },
    { "$sheaf help chrat", 2, "unknown command 'chrat'; did you mean 'chart'?" },
    { "$sheaf plot", 2, "unknown command 'plot'; there is chart, sheet, watch, batch, data, " },
    { "$sheaf chart", 2, "name a data file" },
    { "$sheaf chart a.csv b.csv -o c.png", 2, "one file at a time" },
    { "$sheaf chart a.yaml -o a.png", 2,
      "'a.yaml' is the spec of a sheet, and no data; 'sheaf sheet a.yaml -o" },
    { "$sheaf data a.csv b.yml", 2, "'b.yml' is the spec of a sheet" },
    { "$sheaf new a.yaml", 2, "'a.yaml' is the spec of a sheet" },
    { "$sheaf gallery a.yaml -o a.pdf", 2, "'a.yaml' is the spec of a sheet" },
    { "$sheaf chart a.csv", 2, "name the output (-o FILE), or its --format" },
    { "$sheaf chart a.csv -o a.gif", 2, "no picture format in 'a.gif'" },
    { "$sheaf chart a.csv --format gif", 2, "no picture format 'gif'" },
    { "$sheaf chart a.csv -o a.png --tilte x", 2,
      "unknown option '--tilte'; did you mean '--title'?" },
    { "$sheaf chart a.csv -o a.png --axis lgo", 2,
      "--axis is linear, log or symlog, not 'lgo'; did you mean 'log'?" },
    { "$sheaf chart a.csv -f pmg", 2,
      "--format is png, svg, pdf or eps, not 'pmg'; did you mean 'png'?" },
    { "$sheaf chart a.csv -o a.png --theme drak", 2, "did you mean 'dark'?" },
    { "$sheaf chart a.csv -o a.png --json --tpye x", 2,
      "{\"level\": \"error\", \"message\": \"unknown option '--tpye'; did you mean '--type'?\"}" },
    { "$sheaf data --json no.csv", 1,
      "{\"level\": \"error\", \"file\": \"no.csv\", \"message\": " },
    { "$sheaf chart a.csv -o a.png -Z", 2, "unknown option '-Z'" },
    { "$sheaf chart a.csv -o", 2, "--output needs its FILE" },
    { "$sheaf chart a.csv -o a.png -o b.png", 2, "--output is given twice" },
    { "$sheaf chart a.csv -o a.png --type baars", 2,
      "no chart type 'baars'; did you mean 'bars'?" },
    { "$sheaf chart a.csv -o a.png --type pie", 2, "no chart type 'pie'; did you mean 'donut'?" },
    { "$sheaf chart a.csv -o a.png --type gantt", 2,
      "no chart type 'gantt'; there is auto, bars," },
    { "$sheaf chart a.csv -o a.png --type rankng", 2, "did you mean 'ranking'?" },
    { "$sheaf chart a.csv -o a.png --type bullet", 2,
      "'bullet' draws targets; give them: --targets 'Beef: 500, …'" },
    { "$sheaf chart a.csv -o a.png --type lines --targets 'Beef: 500'", 2,
      "--targets are drawn by --type bullet, not by 'lines'" },
    { "$sheaf data $source/tests/bench/months.csv --from tdiy", 2,
      "no format is named 'tdiy'; did you mean 'tidy'?" },
    { "$sheaf chart a.csv -o a.png --size 12", 2, "'12' is not a size such as 1200x750" },
    { "$sheaf chart a.csv -o a.png --size 0x5", 2, "'0x5' is not a size" },
    { "$sheaf chart a.csv -o a.png --scale two", 2, "'two' is not a scale" },
    { "$sheaf chart a.csv -o a.png --periods 2019..never", 2, "'never' is not a period" },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --size 59x14", 2,
      "a chart is drawn from 60x14 to 4000x3000" },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --type bars --periods 2023-01 --size "
      "60x40",
      2, "60x40 has no room for the words of a chart of type 'bars'; " },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --select partner", 2,
      "is not 'dimension: member'" },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --by flwo", 2,
      "no column 'flwo' to tell series apart; did you mean 'flow'?" },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --by route", 2,
      "no column 'route' to tell series apart; there is " },
    { "$sheaf data $source/tests/bench/months.csv --from pdf", 2,
      "no format is named 'pdf'; there is sqlite, odbc, workbook, comtrade-json," },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --periods 1990..1991", 2,
      "nothing in the data lies in 1990..1991" },
    { "$sheaf sheet", 2, "name a spec" },
    { "$sheaf sheet a.yaml", 2, "name the output: -o FILE.pdf" },
    { "$sheaf sheet a.yaml -o a.png", 2,
      "a sheet is a PDF or a page of the web; end 'a.png' in .pdf or .html" },
    { "$sheaf sheet a.yaml --lang en,ru -o a.html", 2, "-o 'out/{lang}.html'" },
    { "$sheaf sheet a.yaml -o '{lang}.html'", 2, "which languages is {lang} of?" },
    { "$sheaf sheet a.yaml --lang en,,ru -o '{lang}.pdf'", 2, "names a language in vain" },
    { "$sheaf sheet a.yaml --lang en,ru,en -o '{lang}.pdf'", 2, "names a language twice" },
    { "$sheaf chart $source/tests/bench/months.csv -o a.png --lang xx", 2,
      "'xx' is no known language; write it as en, ru, kk or zh-Hans" },
    { "$sheaf sheet --lang=ru --langs=kk a.yaml", 2, "unknown option '--langs=kk'" },
};

static void wrong_words_are_explained(void **state)
{
    (void)state;
    shell_check_all(cases, LENGTH(cases));
}

static void help_names_every_option_once(void **state)
{
    struct process run = shell("for c in $($sheaf --help | sed -n 's/^  \\([a-z]*\\)  "
                               "*[A-Z].*/\\1/p'); do $sheaf $c --help | "
                               "grep -oE '^  (-., |    )--[a-z-]+' | sort | uniq -d; done");

    (void)state;
    assert_string_equal(run.output, "");
    process_free(&run);
}

static bool names(const struct process *run, sheaf_chart_type type)
{
    return strstr(run->output, sheaf_chart_type_name(type)) != NULL;
}

/* The types that a chart can be drawn as, in the help and in the manual page. */
static void every_chart_type_is_explained(void **state)
{
    struct process help = shell("$sheaf chart --help | sed -n '/^Chart types/,/^$/p'");
    struct process page = shell("sed -n '/Fl -type/,/^\\.It/p' $source/cli/sheaf.1");

    (void)state;
    for (size_t i = 0; i < sheaf_chart_type_count(); i++) {
        sheaf_chart_type type = (sheaf_chart_type)i;

        print_message("  %s\n", sheaf_chart_type_name(type));
        assert_true(names(&help, type));
        assert_true(names(&page, type));
    }
    process_free(&help);
    process_free(&page);
}

/* Each command's options, and no others, in the manual page. */
static void the_manual_page_has_every_option(void **state)
{
    struct process run =
        shell("for c in $($sheaf --help | sed -n 's/^  \\([a-z]*\\)  *[A-Z].*/\\1/p'); do $sheaf "
              "$c --help; done | "
              "sed -nE 's/^  (-., |    )--([a-z-]+).*/\\2/p' | grep -v help | sort -u > said; "
              "sed -nE 's/^\\.It (Fl . , )?Fl -([a-z-]+)( .*)?$/\\2/p' $source/cli/sheaf.1 | "
              "sort -u > written; test $(wc -l < said) -gt 20 && diff said written");

    (void)state;
    print_message("%s", run.output);
    assert_int_equal(run.status, 0);
    process_free(&run);
    run = shell("rm said written");
    process_free(&run);
}

/* The formats that the library reads, in the help, the manual page and the README. */
static void the_formats_are_those_that_are_read(void **state)
{
    struct process run =
        shell("$sheaf data --help | sed -n '/^Formats read/,/^$/p' | tail -n +2 | tr -s ' ' '\n' | "
              "grep . | sort > said; test $(wc -l < said) -gt 10 || exit 1; "
              "sed -n '/^.It Fl -from/,/each may be/p' $source/cli/sheaf.1 | sed -n 's/^.Cm //p' | "
              "tr -s ' ,;' '\n' | grep . | sort > written; diff said written || exit 1; "
              "while read -r name; do grep -q \"\\`$name\\`\" $source/README.md || "
              "echo \"$name is not in the README\"; done < said");

    (void)state;
    assert_string_equal(run.output, "");
    assert_int_equal(run.status, 0);
    process_free(&run);
    run = shell("rm said written");
    process_free(&run);
}

static void output_that_cannot_be_written_is_a_failure(void **state)
{
    static const char *const lines[] = { "$sheaf --help > /dev/full",
                                         "$sheaf --version > /dev/full",
                                         "$sheaf chart --help > /dev/full",
                                         "printf 'period,value\\n2020,1\\n2020,2\\n' | "
                                         "$sheaf check - > /dev/full" };

    (void)state;
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct process run = shell(lines[i]);

        assert_int_equal(run.status, 3);
        assert_non_null(strstr(run.output, "cannot write the output: No space left on device"));
        process_free(&run);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_words_are_explained),
        cmocka_unit_test(help_names_every_option_once),
        cmocka_unit_test(every_chart_type_is_explained),
        cmocka_unit_test(the_manual_page_has_every_option),
        cmocka_unit_test(the_formats_are_those_that_are_read),
        cmocka_unit_test(output_that_cannot_be_written_is_a_failure),
    };
    return cmocka_run_group_tests_name("cli/options_are_explained", tests, shell_enter,
                                       shell_leave);
}
