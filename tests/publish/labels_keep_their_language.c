/* labels_keep_their_language.c - a label that has no text in the sheet's language is tagged with its own in the
 * PDF and the page of the web, where it is drawn; a sheet that has all its texts has no such tag. */
#include "support/check.h"

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"
#include "support/process.h"

static const char spec[] =
    "sheaf: 1\nlanguage: en\ntitle: {en: Crops, de: Ernte}\nheader: {en: The office}\n"
    "data: {d: labels.csv}\nnames: {A: {en: Apples}, B: {en: Beans, de: Bohnen}}\n"
    "sheet:\n  - chart: {type: bars, series: 'd[member: *]', title: {en: Bars, de: Balken}, "
    "alternative: {en: Two bars.}}\n"
    "  - table: {rows: ['d[member: *]'], columns: [2022]}\n";

static void write_file(const char *name, const char *text, char *path, size_t size)
{
    snprintf(path, size, "%s/tests/publish/languages/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* A chart is in a page twice, for wide and narrow screens. */
static const struct {
    const char *language, *tag;
    size_t in_pdf, in_page;
    size_t
        elements; /* of the PDF, and the document, that say the tag: a figure, for its description */
    const char *there[3]; /* in the page; NULL: no more */
} cases[] = {
    { "de",
      "en",
      2,
      6,
      1,
      { "<span lang=\"en\">The office</span>", "<span lang=\"en\">Apples</span>",
        " lang=\"en\">Apples</t" } },
    { "en", "en", 0, 0, 1, { NULL } },
    { "en", "de", 0, 0, 0, { NULL } },
};

static size_t count(const char *text, const char *word)
{
    size_t n = 0;

    for (; (text = strstr(text, word)) != NULL; text += strlen(word))
        n++;
    return n;
}

static void test_labels(void **state)
{
    char path[600], pdf[600], page[600], wanted[40];

    (void)state;
    process_need("qpdf");
    write_file("labels.csv",
               "period,member,value,unit\n2021,A,10,t\n2022,A,12,t\n2021,B,20,t\n2022,B,22,t\n",
               path, sizeof path);
    write_file("labels.yaml", spec, path, sizeof path);
    write_file("labels.pdf", "", pdf, sizeof pdf);
    write_file("labels.html", "", page, sizeof page);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);

        print_message("  %s in %s\n", cases[i].tag, cases[i].language);
        sheaf_sheet_set_language(sheet, cases[i].language);
        assert_int_equal(sheaf_sheet_write_pdf(sheet, pdf), SHEAF_OK);
        assert_int_equal(sheaf_sheet_write_html(sheet, page), SHEAF_OK);
        sheaf_sheet_destroy(sheet);
        struct process objects =
            process_run("qpdf", "--qdf", "--object-streams=disable", pdf, "-", NULL);
        for (size_t k = 0; k < objects.length; k++)
            if (objects.output[k] == '\0')
                objects.output[k] = '?';
        snprintf(wanted, sizeof wanted, "/Span <</Lang (%s) /MCID ", cases[i].tag);
        assert_int_equal(count(objects.output, wanted), cases[i].in_pdf);
        snprintf(wanted, sizeof wanted, "\n  /Lang (%s)\n", cases[i].tag);
        assert_int_equal(count(objects.output, wanted), cases[i].elements);
        process_free(&objects);
        struct process html = process_run("cat", page, NULL);
        const char *body = strstr(html.output, "<body");
        assert_non_null(body);
        snprintf(wanted, sizeof wanted, " lang=\"%s\"", cases[i].tag);
        assert_int_equal(count(body, wanted), cases[i].in_page);
        for (size_t k = 0; k < LENGTH(cases[i].there) && cases[i].there[k] != NULL; k++)
            assert_non_null(strstr(body, cases[i].there[k]));
        process_free(&html);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_labels) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
