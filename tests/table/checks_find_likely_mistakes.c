/* checks_find_likely_mistakes.c - each likely mistake gives one warning with its first place and a count;
 * usual data gives none. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheaf/table.h"
#include "table/table.h"

static const struct {
    const char *name, *text;
    const char *finding; /* NULL: none */
} cases[] = {
    { "a steady series",
      "period,value\n2018,6.3\n2019,7.8\n2020,9\n2021,9.8\n2022,13.2\n2023,14.7\n", NULL },
    { "a value beside a status that denies it", "period,value,status\n2020,5,Q\n2021,6,A\n",
      "t.csv:2: warning: the status Q (suppressed) says that there is no value, and a figure "
      "stands in 2020; it is not shown" },
    { "a value that is missing", "period,value,status\n2020,5,O\n2021,6,A\n",
      "t.csv:2: warning: the status O (missing) says that there is no value, and 5 stands in "
      "2020; it is not shown" },
    { "no value beside such a status", "period,value,status\n2020,,Q\n2021,6,A\n", NULL },
    { "a growth as a fraction", "period,value,growth_pct\n2021,67.1,\n2022,97.2,0.449\n",
      "t.csv:3: warning: the growth that is stated for 2022 is a hundredth of what the values show "
      "(44.9 %); it is a fraction, not per cent: write it in per cent, or leave the column out" },
    { "a growth in per cent, and one that is small",
      "period,value,growth_pct\n2021,67.1,\n2022,97.2,44.9\n2023,97.6,0.4\n", NULL },
    { "ten times too large",
      "period,value\n2018,6.3\n2019,7.8\n2020,90.1\n2021,9.8\n2022,13.2\n2023,14.7\n",
      "t.csv:4: warning: 90.1 in 2020 is about 9 times the figures around it" },
    { "ten times too small, twice",
      "period,flow,value\n2018,exports,63\n2019,exports,7.8\n2020,exports,90\n2021,exports,"
      "98\n2022,exports,132\n2023,exports,147\n"
      "2018,imports,63\n2019,imports,78\n2020,imports,9.0\n2021,imports,98\n2022,imports,132\n2023,"
      "imports,147\n",
      "t.csv:3: warning: 7.8 in 2019 is about 13 times smaller than the figures around it "
      "(exports) (and 1 more)" },
    { "January-April beside years is no outlier",
      "period,value\n2020,90\n2021,98\n2022,132\n2023,147\n2023-01-01/P4M,9\n2024-01-01/P4M,10\n",
      NULL },
    { "a tenfold change of unit is not one of value",
      "period,value,unit,unit_mult\n2019,7.8,USD,9\n2020,9,USD,9\n2021,9.8,USD,9\n"
      "2022,13200,USD,6\n2023,14700,USD,6\n",
      "t.csv:5: warning: the power of ten changes from 9 to 6 within a series" },
    { "a unit that changes", "period,value,unit\n2021,9.8,USD\n2022,13.2,USD\n2023,14.7,EUR\n",
      "t.csv:4: warning: the unit changes from 'USD' to 'EUR' within a series (EUR)" },
    { "two units side by side are two series",
      "period,value,unit\n2022,13.2,USD\n2022,12.5,EUR\n2023,14.7,USD\n2023,13.6,EUR\n", NULL },
    { "partners that exceed the world",
      "period,partner,value\n2023,WLD,10.0\n2023,CHN,6.0\n2023,RUS,4.6\n",
      "t.csv:2: warning: in 2023 the parts by partner add up to 10.6, more than the total of "
      "10.0; the largest is CHN" },
    { "unspecified partners count, groups do not",
      "period,partner,value\n2023,WLD,10.0\n2023,CHN,6.0\n2023,QZ,4.6\n",
      "t.csv:2: warning: in 2023 the parts by partner add up to 10.6, more than the total of "
      "10.0; the largest is CHN" },
    { "groups beside their members",
      "period,partner,value\n2023,WLD,100\n2023,EU27_2020,55\n2023,EXT_EU27_2020,45\n"
      "2023,FR,20\n2023,CN,15\n",
      "t.csv:3: warning: groups stand beside members that they may consist of: EU27_2020, "
      "EXT_EU27_2020; sums, ranks and the largest of a partner leave them out" },
    { "groups alone", "period,partner,value\n2023,EU27_2020,55\n2023,ASEAN,45\n", NULL },
    { "another split of all products",
      "period,product,value\n2023,AllSubHeading,100\n2023,01-05_Animal,40\n2023,27-27_Fuels,60\n"
      "2023,WTO_H4_Aggri,40\n",
      "t.csv:5: warning: groups stand beside members that they may consist of: WTO_H4_Aggri; sums, "
      "ranks and the largest of a product leave them out" },
    { "re-exports are among exports",
      "period,flow,value\n2023,exports,10.0\n2023,re-exports,12.0\n",
      "t.csv:3: warning: in 2023 re-exports are more than exports, of which they are a part" },
    { "re-exports may be all exports",
      "period,flow,value\n2023,exports,10.0\n2023,re-exports,10.0\n", NULL },
    { "identical rows",
      "period,partner,product,value,unit\n2023-10,CHN,30049037,5000,USD\n"
      "2023-10,CHN,30049037,5000,USD\n2023-11,CHN,30049037,4000,USD\n",
      "t.csv:3: warning: lines 2 and 3 are the same and count once: leave it so if files overlap, "
      "but consignments that are to be added need a further column" },
    { "rounding may exceed a total", "period,partner,value\n2023,WLD,10\n2023,CHN,6\n2023,RUS,5\n",
      NULL },
    { "some of the partners", "period,partner,value\n2023,WLD,10\n2023,CHN,6\n", NULL },
    { "chapters and headings are not added to each other",
      "period,product,value\n2023,TOTAL,10.0\n2023,27,6.0\n2023,2709,5.0\n2023,26,3.0\n", NULL },
    { "chapters that exceed the total",
      "period,product,value\n2023,TOTAL,10.0\n2023,27,6.0\n2023,2709,5.0\n2023,26,5.0\n",
      "t.csv:2: warning: in 2023 the parts by product add up to 11, more than the total of 10.0; "
      "the largest is 27" },
    { "turnover is no less than its parts",
      "period,flow,value\n2023,turnover,20.0\n2023,exports,14.7\n2023,imports,16.8\n",
      "t.csv:2: warning: in 2023 the parts by flow add up to 31.5, more than the total of 20.0; "
      "the largest is imports" },
    { "reporter and partner swapped",
      "period,reporter,partner,value\n2018,KAZ,CHN,6\n2019,KAZ,CHN,7\n2020,CHN,KAZ,8\n"
      "2021,KAZ,CHN,9\n2022,KAZ,CHN,9\n2023,KAZ,CHN,9\n",
      "t.csv:4: warning: reporter and partner look swapped: KAZ reports the other rows, and here "
      "it is the partner of CHN" },
    { "a mirror figure is not swapped",
      "period,reporter,partner,value\n2018,KAZ,CHN,6\n2019,KAZ,CHN,7\n2020,CHN,KAZ,8\n"
      "2020,KAZ,CHN,8\n2021,KAZ,CHN,9\n2022,KAZ,CHN,9\n2023,KAZ,CHN,9\n",
      NULL },
};

/* What is found in confidential figures is told without them, and without what they can be reckoned from. */
static const struct {
    const char *name, *text, *finding;
} secrets[] = {
    { "an outlier",
      "period,value,conf_status\n2018,20,F\n2019,21,F\n2020,19,F\n2021,20,F\n2022,55555,C\n"
      "2023,22,F\n2024,21,F\n",
      "t.csv:6: warning: a confidential figure in 2022 is far from the figures around it" },
    { "an outlier beside confidential figures",
      "period,value,conf_status\n2018,77777,C\n2019,71000,C\n2020,73000,C\n2021,1234,F\n"
      "2022,70000,C\n2023,80000,C\n2024,79000,C\n",
      "t.csv:5: warning: 1234 in 2021 is far from the figures around it" },
    { "parts", "period,partner,value,conf_status\n2022,WLD,40,F\n2022,CHN,10,F\n2022,DEU,77777,C\n",
      "t.csv:2: warning: in 2022 the parts by partner, of which some are confidential, add up to "
      "more "
      "than their total" },
};

static void test_secrets(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(secrets); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "t.csv", secrets[i].text, strlen(secrets[i].text));
        sheaf_warning warning = SHEAF_WARNING_INIT;
        char text[1024] = "";

        print_message("  %s\n", secrets[i].name);
        sheaf_table_check(table);
        assert_true(sheaf_table_warning(table, 0, &warning));
        sheaf_warning_text(&warning, text, sizeof text);
        assert_string_equal(text, secrets[i].finding);
        assert_int_equal(sheaf_table_warning_count(table), 1);
        sheaf_table_destroy(table);
    }
}

static void test_findings(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "t.csv", cases[i].text, strlen(cases[i].text));
        sheaf_warning warning = SHEAF_WARNING_INIT;
        char text[1024] = "";

        print_message("  %s\n", cases[i].name);
        assert_int_equal(sheaf_table_status(table), SHEAF_OK);
        sheaf_table_check(table);
        sheaf_table_check(table); /* twice changes nothing */
        if (sheaf_table_warning(table, 0, &warning))
            sheaf_warning_text(&warning, text, sizeof text);
        assert_string_equal(text, cases[i].finding != NULL ? cases[i].finding : "");
        assert_int_equal(sheaf_table_warning_count(table), cases[i].finding != NULL ? 1 : 0);
        sheaf_table_destroy(table);
    }
}

/* A table of one row a member, and so a series a row. */
static sheaf_table *table_of_rows(size_t rows)
{
    const size_t capacity = rows * 16 + 64;
    char *text = malloc(capacity);
    size_t n;
    sheaf_table *table;

    assert_non_null(text);
    n = (size_t)snprintf(text, capacity, "period,row,value\n");
    for (size_t i = 0; i < rows; i++)
        n += (size_t)snprintf(text + n, capacity - n, "2023,%zu,1\n", i);
    table = sheaf_table_read_bytes(NULL, "t.csv", text, n);
    free(text);
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    return table;
}

static bool tells_of_a_limit(const sheaf_table *table)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    bool is_told = false;

    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        is_told |= strstr(warning.message, "the file ends at the 65536 rows") != NULL;
    return is_told;
}

static void test_a_file_that_stops_at_a_programs_limit(void **state)
{
    sheaf_table *table = table_of_rows(65535);

    (void)state;
    sheaf_table_check(table);
    assert_true(tells_of_a_limit(table));
    sheaf_table_destroy(table);
}

/* The limit is the file's: series may end anywhere in it. */
static void test_series_that_end_at_a_programs_limit(void **state)
{
    static const struct {
        size_t rows;
        bool is_told;
    } files[] = { { 65535, true }, { 65600, false } };

    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        sheaf_table *table = table_of_rows(files[i].rows);
        bool *used = calloc(files[i].rows, sizeof *used);
        struct series_findings found;

        assert_non_null(used);
        memset(used, true, 65535 * sizeof *used);
        found = findings_of_series(table, used);
        assert_int_equal(tells_of_a_limit(found.table), files[i].is_told);
        sheaf_table_destroy(found.table);
        free(used);
        sheaf_table_destroy(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_secrets),
        cmocka_unit_test(test_a_file_that_stops_at_a_programs_limit),
        cmocka_unit_test(test_series_that_end_at_a_programs_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
