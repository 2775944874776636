/* pictures_have_names.c - every SVG and PDF of a chart says what it is, titled or not, and in which
 * language; each figure of an SVG can be asked for. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "sheaf/sheaf.h"
#include "support/golden.h"
#include "support/process.h"

static int put(void *into, const void *bytes, size_t n)
{
    buffer_put(into, bytes, n);
    return 0;
}

static sheaf_chart *make(sheaf_chart_type type)
{
    static const double exports[] = { 9.1, 13.1, 14.7 }, imports[] = { 8.2, NAN, 16.8 };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_series *series[] = { sheaf_series_from_years("exports", "USD", 9, 2021, exports, 3),
                               sheaf_series_from_years("imports", "USD", 9, 2021, imports, 3) };

    for (size_t i = 0; i < LENGTH(series); i++) {
        sheaf_chart_add(chart, series[i]);
        sheaf_series_destroy(series[i]);
    }
    return chart;
}

static struct buffer write(sheaf_chart *chart, sheaf_format format)
{
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    if (sheaf_chart_write_sink(chart, format, (sheaf_sink){ &bytes, put }, 600, 400, 1) != SHEAF_OK)
        fail_msg("%s", sheaf_chart_message(chart));
    return bytes;
}

static void test_first_sentence_is_the_title(void **state)
{
    static const struct {
        const char *language, *title, *alternative, *named;
    } cases[] = {
        { "en", NULL, NULL, "Bar chart, USD billion, 2021–2023." },
        { "en", "Imports <grew>", NULL, "Imports &lt;grew&gt;" },
        { "en", NULL, "Up by 12.5% in all. It fell later.", "Up by 12.5% in all" },
        { "zh", NULL, "出口增长。进口下降。", "出口增长" },
        { "ru", NULL, NULL, "Столбчатая диаграмма, млрд\u00a0долл. США, 2021–2023." },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = make(SHEAF_BARS);
        char title[256];

        sheaf_chart_set_language(chart, cases[i].language);
        sheaf_chart_set_title(chart, cases[i].title);
        sheaf_chart_set_alternative(chart, cases[i].alternative);
        sheaf_chart_set_svg_prefix(chart, "a");
        struct buffer svg = write(chart, SHEAF_SVG);
        snprintf(title, sizeof title, "\n<title>%s</title>\n<desc>", cases[i].named);
        if (strstr(svg.bytes, title) == NULL)
            fail_msg("'%s' is not in: %.900s", title, svg.bytes);
        snprintf(title, sizeof title, " lang=\"%s\"", cases[i].language);
        assert_non_null(strstr(svg.bytes, title));
        buffer_free(&svg);
        sheaf_chart_destroy(chart);
    }
}

static size_t count(const char *text, const char *what)
{
    size_t n = 0;

    for (; (text = strstr(text, what)) != NULL; text += strlen(what))
        n++;
    return n;
}

static void test_each_figure_is_a_symbol(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS,    SHEAF_LINES,    SHEAF_STACKED,
                                              SHEAF_SURPLUS, SHEAF_DUMBBELL, SHEAF_SLOPE };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_chart *chart = make(types[i]);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        struct buffer svg = write(chart, SHEAF_SVG);

        assert_non_null(picture);
        for (size_t k = 0; k < sheaf_picture_datum_count(picture); k++) {
            sheaf_datum datum = SHEAF_DATUM_INIT;
            char title[256];

            assert_true(sheaf_picture_datum(picture, k, &datum));
            snprintf(title, sizeof title, "<title>%s</title>", datum.label);
            if (count(svg.bytes, title) != 1)
                fail_msg("%s: %zu times %s", sheaf_chart_type_name(types[i]),
                         count(svg.bytes, title), title);
        }
        buffer_free(&svg);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void test_pdf_is_tagged(void **state)
{
    sheaf_chart *chart = make(SHEAF_BARS);
    char path[1024];

    (void)state;
    process_need("pdfinfo");
    sheaf_chart_set_language(chart, "fr");
    struct buffer pdf = write(chart, SHEAF_PDF);
    assert_non_null(memmem(pdf.bytes, pdf.length, "pdfuaid:part", 12));
    buffer_free(&pdf);
    snprintf(path, sizeof path, "%s/publish/named.pdf", golden_build_folder());
    assert_true(golden_make_folders(path));
    assert_int_equal(sheaf_chart_write(chart, SHEAF_PDF, path, 480, 300, 1), SHEAF_OK);
    sheaf_chart_destroy(chart);

    struct process facts = process_run("pdfinfo", path, NULL);
    assert_int_equal(facts.status, 0);
    assert_non_null(strstr(facts.output, "Diagramme en barres"));
    assert_non_null(strstr(facts.output, "Tagged:          yes"));
    assert_null(strstr(facts.output, "CreationDate"));
    process_free(&facts);
    struct process tree = process_run("pdfinfo", "-struct-text", path, NULL);
    assert_non_null(strstr(tree.output, "Figure"));
    process_free(&tree);
}

static void test_settings_of_svg(void **state)
{
    sheaf_chart *chart = make(SHEAF_BARS);

    (void)state;
    sheaf_chart_set_svg_text(chart, SHEAF_SVG_OUTLINES);
    struct buffer svg = write(chart, SHEAF_SVG);
    assert_null(strstr(svg.bytes, "<text"));
    buffer_free(&svg);
    sheaf_chart_set_svg_text(chart, SHEAF_SVG_EMBEDDED);
    svg = write(chart, SHEAF_SVG);
    assert_non_null(strstr(svg.bytes, "@font-face"));
    buffer_free(&svg);
    sheaf_chart_set_svg_prefix(chart, "1st");
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(chart);

    chart = make(SHEAF_BARS);
    sheaf_chart_set_svg_text(chart, (sheaf_svg_text)3);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_sentence_is_the_title),
        cmocka_unit_test(test_each_figure_is_a_symbol),
        cmocka_unit_test(test_pdf_is_tagged),
        cmocka_unit_test(test_settings_of_svg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
