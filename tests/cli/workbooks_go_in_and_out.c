/* workbooks_go_in_and_out.c - each command reads a sheet of a workbook, specs name one, and data are
 * written as a workbook. */
#include "support/check.h"

#include "cli/shell.h"

#define DATA "period,partner,flow,unit,value\n2021,CHN,exports,USD,5\n2022,CHN,exports,USD,6\n"
#define SPEC                                                                                       \
    "sheaf: 1\\ntitle: T\\ndata: {t: {file: a.xlsx, sheet: %s}}\\nseries: {e: t}\\n"               \
    "sheet: [{chart: {type: bars, series: [e]}}]\\n"

static const struct shell_case cases[] = {
    { "printf '" DATA
      "' | $sheaf data - --to xlsx -o a.xlsx && $sheaf data a.xlsx --to csv && rm a.xlsx",
      0, "2021,CHN,exports,USD,5" },
    { "printf '" DATA "' | $sheaf data - --to xlsx > a.xlsx && $sheaf data - < a.xlsx && rm a.xlsx",
      0, "standard input: sheet 'Data': tidy, 2 observations, 2021 to 2022" },
    { "printf '" DATA "' | gzip | $sheaf data - --to xlsx -o a.xlsx && gzip a.xlsx && "
      "$sheaf check a.xlsx.gz && rm a.xlsx.gz",
      0, "" },
    { "printf '" DATA "' | $sheaf data - --to xlsx -o a.xlsx; "
      "$sheaf chart a.xlsx --sheet data -o a.svg && $sheaf check a.xlsx --sheet 1 && rm a.xlsx "
      "a.svg",
      0, "" },
    { "printf '" DATA "' | $sheaf data - --to xlsx -o a.xlsx; $sheaf data a.xlsx --sheet Dat; "
      "e=$?; rm a.xlsx; exit $e",
      1, "a.xlsx: error: no sheet is named 'Dat'; did you mean 'Data'?" },
    { "printf '" DATA "' | $sheaf data - --to xlsx -o a.xlsx; printf '" SPEC "' Data > a.yaml; "
      "$sheaf sheet a.yaml -o a.pdf && rm a.xlsx a.yaml a.pdf",
      0, "" },
    { "printf '" DATA "' | $sheaf data - --to xlsx -o a.xlsx; printf '" SPEC "' 2 > a.yaml; "
      "$sheaf sheet a.yaml -o a.pdf; e=$?; rm a.xlsx a.yaml; exit $e",
      1, "no sheet is named '2'; there is 'Data'" },
    { "printf '" DATA "' | $sheaf data - --to xlsx -o /nowhere/a.xlsx", 3,
      "cannot write /nowhere" },
};

static void workbooks_are_read_and_written(void **state)
{
    (void)state;
    shell_check_all(cases, LENGTH(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(workbooks_are_read_and_written, shell_enter, shell_leave),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
