/* what_is_used_is_checked.c - a sheet warns of what is odd in the series that it reads, and of
 * nothing else in its files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sheaf/sheaf.h"
#include "support/check.h"

static char folder[] = "/tmp/sheaf-used-XXXXXX";
static char path[64];

/* 900 is a slipped decimal point of Russia's, and 5 and 6 exceed their total of 8 in 2021. */
static const char data[] = "year,partner,value\n"
                           "2018,CHN,5\n2019,CHN,5\n2020,CHN,5\n2021,CHN,5\n"
                           "2018,RUS,6\n2019,RUS,6\n2020,RUS,6\n2021,RUS,6\n"
                           "2018,USA,9\n2019,USA,9\n2020,USA,900\n2021,USA,9\n"
                           "2021,WLD,8\n";

static int make_folder(void **state)
{
    FILE *file;

    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/d.csv", folder);
    file = fopen(path, "w");
    if (file == NULL || fputs(data, file) < 0)
        return -1;
    return fclose(file);
}

static int remove_folder(void **state)
{
    (void)state;
    remove(path);
    return rmdir(folder);
}

#define OUTLIER "900 in 2020"
#define PARTS   "the parts by partner add up to"

static const struct {
    const char *name, *data, *series;
    const char *warnings[2]; /* parts of them, in order */
} cases[] = {
    { "one series", "d.csv", "d[partner: CHN]", { NULL } },
    { "the odd one", "d.csv", "d[partner: USA]", { OUTLIER } },
    { "one of a list", "d.csv", "d[partner: CHN | USA]", { OUTLIER } },
    { "a list without it", "d.csv", "d[partner: CHN | RUS]", { NULL } },
    { "parts of a total", "d.csv", "d[partner: CHN | RUS | WLD]", { PARTS } },
    { "all members", "d.csv", "count(d, by: partner)", { OUTLIER, PARTS } },
    { "members of a list", "d.csv", "count(d[partner: CHN | RUS], by: partner)", { NULL } },
    { "without the odd one",
      "{file: d.csv, without: {partner: USA}}",
      "count(d, by: partner)",
      { PARTS } },
};

/* The sheet of a series; the context keeps the file. */
static sheaf_sheet *read_sheet(sheaf_context *context, const char *how, const char *series)
{
    char spec[400], place[80];

    snprintf(place, sizeof place, "%s/s.yaml", folder);
    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\ndata: {d: %s}\nseries: {s: '%s'}\nsheet: [{text: Nothing}]\n",
             how, series);
    return sheaf_sheet_read_bytes(context, place, spec, strlen(spec));
}

static void check_warnings(sheaf_sheet *sheet, const char *const *expected)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t count = 0;

    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_OK);
    for (; count < 2 && expected[count] != NULL; count++) {
        assert_true(sheaf_sheet_warning(sheet, count, &warning));
        assert_non_null(strstr(warning.message, expected[count]));
    }
    assert_int_equal(sheaf_sheet_warning_count(sheet), count);
}

/* Twice in one context: what was found for one sheet is told for the next. */
static void test_only_what_is_used_is_warned_of(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(cases); i++) {
        size_t at = i % LENGTH(cases);
        sheaf_sheet *sheet = read_sheet(context, cases[at].data, cases[at].series);

        print_message("  %s\n", cases[at].name);
        check_warnings(sheet, cases[at].warnings);
        sheaf_sheet_destroy(sheet);
    }
    sheaf_context_destroy(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_what_is_used_is_warned_of),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
