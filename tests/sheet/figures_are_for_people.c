/* figures_are_for_people.c - sheets show figures as people read them, by one rule in key
 * figures, texts, tables, charts and notes: digits that hold, and no more than are read. */
#include "support/check.h"

#include "pages.h"

#define NB "\xC2\xA0"

static const struct {
    const char *name;
    const char *data;   /* rows below "period,flow,value,unit,unit_mult" */
    const char *series; /* in braces, as YAML */
    const char *blocks; /* of the sheet */
    const char *language;
    const char *shown[8]; /* each stands in the pages */
    const char *never[4];
} cases[] = {
    { "changes of percentages are in points",
      "2022,exports,10.00,USD,9\n2023,exports,20.00,USD,9\n"
      "2022,imports,40.00,USD,9\n2023,imports,50.00,USD,9\n",
      "share: 'share(d[flow:exports], of: d[flow:imports])'",
      "  - figures: [{value: 'share[2023]', change: growth}]\n"
      "  - text: 'by {growth(share)[2023]}.'\n"
      "  - table: {rows: [share], columns: [2022, 2023, growth(2023)]}\n",
      "en",
      { "\"15.0" NB "pp\"", "\"+15.0" NB "pp\"" },
      { "+15.0%" } },
    { "also in Russian",
      "2022,exports,10.00,USD,9\n2023,exports,20.00,USD,9\n"
      "2022,imports,40.00,USD,9\n2023,imports,50.00,USD,9\n",
      "share: 'share(d[flow:exports], of: d[flow:imports])'",
      "  - table: {rows: [share], columns: [2022, 2023, growth(2023)]}\n",
      "ru",
      { "\"+15,0" NB "п.п.\"" },
      { "+15,0" NB "%" } },
};

/* The case's spec beside its data file, in the build folder. */
static sheaf_sheet *read_case(size_t i)
{
    char path[600], spec[4000];
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    snprintf(path, sizeof path, "%s/tests/sheet/people.csv", golden_build_folder());
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fprintf(file, "period,flow,value,unit,unit_mult\n%s", cases[i].data);
    assert_int_equal(fclose(file), 0);
    snprintf(path, sizeof path, "%s/tests/sheet/people.yaml", golden_build_folder());
    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\nlanguage: %s\ndata: {d: people.csv}\nseries: {%s}\nsheet:\n%s",
             cases[i].language, cases[i].series, cases[i].blocks);
    spec_read(sheet, path, spec, strlen(spec));
    return sheet;
}

static void test_sheets(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_case(i);
        struct buffer dump;
        size_t n_pages = pages_dump(sheet, &dump);

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_int_equal(n_pages, 1);
        for (size_t k = 0; k < LENGTH(cases[i].shown) && cases[i].shown[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].shown[k]) == NULL)
                fail_msg("%s is not shown in\n%s", cases[i].shown[k], dump.bytes);
        for (size_t k = 0; k < LENGTH(cases[i].never) && cases[i].never[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].never[k]) != NULL)
                fail_msg("%s is shown in\n%s", cases[i].never[k], dump.bytes);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_sheets) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
