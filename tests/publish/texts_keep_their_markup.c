/* texts_keep_their_markup.c - in a PDF, links of titles, decks, headings and sources can be clicked, each a
 * Link of the tags, and lists say what is before their items. */
#include "support/check.h"

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"
#include "support/process.h"

static const struct {
    const char *name, *spec;
    const char *there[4]; /* in the file's objects; NULL: no more */
    const char *absent;
} cases[] = {
    { "a title",
      "title: 'A [link](https://a.org/t)'\nsheet: [text: a]\n",
      { "/URI (https://a.org/t)", "/S /Link", "/Title (A link)" },
      NULL },
    { "a deck",
      "title: T\ndeck: '**A** [link](https://a.org/d)'\nsheet: [text: a]\n",
      { "/URI (https://a.org/d)", "/S /Link", "Inter-SemiBold" },
      NULL },
    { "a heading",
      "title: T\nsheet: [heading: 'A *b* [link](https://a.org/h)']\n",
      { "/URI (https://a.org/h)", "/S /Link", "Inter-SemiBoldItalic" },
      NULL },
    { "a chart's source",
      "title: T\ndata: {d: markup.csv}\nsheet:\n"
      "  - chart: {series: 'd[flow: exports]', source: '[Office](https://a.org/s), "
      "https://b.org'}\n",
      { "/URI (https://a.org/s)", "/URI (https://b.org)", "/S /Link" },
      NULL },
    { "the notes' sources",
      "title: T\nsources: {o: {title: Office, link: 'https://a.org/n?a=b&c=d'}}\nsheet: [notes]\n",
      { "/URI (https://a.org/n?a=b&c=d)", "/S /Link" },
      NULL },
    { "numbers",
      "title: T\nsheet:\n  - text: |\n      1. a\n      2. b\n",
      { "/ListNumbering /Decimal", "/O /List" },
      "/Disc" },
    { "bullets",
      "title: T\nsheet:\n  - text: |\n      - a\n      - b\n",
      { "/ListNumbering /Disc", "/O /List" },
      "/Decimal" },
    { "numbers in bullets",
      "title: T\nsheet:\n  - text: |\n      - a\n        1. b\n",
      { "/ListNumbering /Disc", "/ListNumbering /Decimal" },
      NULL },
};

static void write_file(const char *name, const char *text, char *path, size_t size)
{
    snprintf(path, size, "%s/tests/publish/markup/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void test_objects(void **state)
{
    char path[600], spec[1000];
    size_t n_wrong = 0;

    (void)state;
    process_need("qpdf");
    write_file("markup.csv", "year,flow,value,unit\n2022,exports,2,USD\n2023,exports,3,USD\n", path,
               sizeof path);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        snprintf(spec, sizeof spec, "sheaf: 1\n%s", cases[i].spec);
        write_file("spec.yaml", spec, path, sizeof path);
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
        write_file("sheet.pdf", "", path, sizeof path);
        sheaf_sheet_write_pdf(sheet, path);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        sheaf_sheet_destroy(sheet);

        struct process objects =
            process_run("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
        for (size_t k = 0; k < objects.length; k++)
            if (objects.output[k] == '\0')
                objects.output[k] = '?';
        for (size_t k = 0; k < LENGTH(cases[i].there) && cases[i].there[k] != NULL; k++)
            if (strstr(objects.output, cases[i].there[k]) == NULL) {
                print_message("%s: no %s\n", cases[i].name, cases[i].there[k]);
                n_wrong++;
            }
        if (cases[i].absent != NULL && strstr(objects.output, cases[i].absent) != NULL) {
            print_message("%s: %s\n", cases[i].name, cases[i].absent);
            n_wrong++;
        }
        process_free(&objects);
    }
    assert_int_equal(n_wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_objects) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
