/* galleries_are_drawn_of_any_data.c - sheaf gallery: every type is drawn or told why not, once. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include <sheaf/chart.h>

#include "cli/shell.h"

#define MONTHS "$source/tests/bench/months.csv"

static const struct shell_case cases[] = {
    { "$sheaf gallery", 2, "name a data file" },
    { "$sheaf gallery a.csv b.csv -o a.pdf", 2, "one file at a time" },
    { "$sheaf gallery a.csv", 2, "name the output: -o FILE.pdf, FILE.html or FILE.png" },
    { "$sheaf gallery a.csv -o a.svg", 2, "end 'a.svg' in .pdf, .html or .png" },
    { "$sheaf gallery a.csv -o a.pdf", 1, "a.csv: error: cannot open" },
    { "$sheaf gallery " MONTHS " -o no/a.png", 3, "cannot write no/a.png.new: No such file" },
    { "$sheaf gallery " MONTHS " -o no/a.pdf", 3, "No such file" },
    { "ln -s /dev/full a.png; $sheaf gallery " MONTHS " -o a.png; s=$?; test -h a.png; rm a.png; "
      "exit $s",
      3, "No space left on device" },
    { "printf 'period,value\\n2020,1\\n' | $sheaf gallery - -o a.html && grep -c figure a.html; rm "
      "a.html",
      0, "" },
    { "$sheaf gallery " MONTHS " -o a.png 2>&1 && head -c 4 a.png; rm a.png", 0, "PNG" },
    { "echo old > b.png; ln -s b.png a.png; $sheaf gallery " MONTHS " -o a.png; test -h a.png && "
      "head -c 4 b.png; rm a.png b.png",
      0, "PNG" },
    { "$sheaf gallery " MONTHS " --theme dark --lang ru -o a.pdf && head -c 4 a.pdf; rm a.pdf", 0,
      "%PDF" },
};

static void it_writes_or_tells(void **state)
{
    (void)state;
    shell_check_all(cases, LENGTH(cases));
}

/* In the page of the web, whose words can be searched: as a chart's title or in bold in the list. */
static void every_type_is_there_once(void **state)
{
    static const char *const files[] = { MONTHS, "$source/samples/gallery/uk-partners.csv",
                                         "$source/samples/kaz-chn/kaz-chn.csv" };

    (void)state;
    for (size_t f = 0; f < LENGTH(files); f++) {
        char line[400];

        snprintf(line, sizeof line,
                 "$sheaf gallery %s -o a.html 2>/dev/null; cat a.html; rm a.html", files[f]);
        struct process run = shell(line);
        print_message("  %s\n", files[f]);
        for (size_t i = 1; i < sheaf_chart_type_count(); i++) {
            const char *name = sheaf_chart_type_name((sheaf_chart_type)i);
            char title[100], reason[100];

            snprintf(title, sizeof title, ">%s</h", name);
            snprintf(reason, sizeof reason, "<strong>%s</strong>: ", name);
            const bool is_drawn = strstr(run.output, title) != NULL;
            const bool is_told = strstr(run.output, reason) != NULL;
            if (is_drawn == is_told)
                fail_msg("%s is %s", name, is_drawn ? "drawn and refused" : "not there");
        }
        process_free(&run);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_writes_or_tells),
        cmocka_unit_test(every_type_is_there_once),
    };
    return cmocka_run_group_tests_name("cli/galleries_are_drawn_of_any_data", tests, shell_enter,
                                       shell_leave);
}
