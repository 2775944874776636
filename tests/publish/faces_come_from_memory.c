/* faces_come_from_memory.c - a font that a program gives as bytes sets what the same file sets where it is
 * installed, byte for byte; and what is no font, or may not be embedded, is refused with the reason. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

#include "base/buffer.h"
#include "base/file.h"
#include "support/quota.h"

#define FONTS "/usr/share/fonts/truetype/noto/"
static const char regular[] = FONTS "NotoSerif-Regular.ttf", bold[] = FONTS "NotoSerif-Bold.ttf",
                  italic[] = FONTS "NotoSerif-Italic.ttf",
                  thai[] = FONTS "NotoSansThai-Regular.ttf",
                  collection[] = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

static char folder[64];

static int keep(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static void load(const char *path, struct buffer *into)
{
    if (access(path, R_OK) != 0) {
        print_message("  skipped: %s is not installed\n", path);
        skip();
    }
    buffer_init(into, NULL, NULL);
    assert_int_equal(file_read(path, 1 << 26, into, NULL), SHEAF_OK);
}

/* The bytes are the program's, and gone before anything is drawn. */
static void add(sheaf_context *context, const char *path)
{
    struct buffer bytes;
    sheaf_error error;

    load(path, &bytes);
    assert_int_equal(sheaf_context_add_face(context, bytes.bytes, bytes.length, &error), SHEAF_OK);
    assert_string_equal(error.message, "");
    memset(bytes.bytes, 0, bytes.length);
    buffer_free(&bytes);
}

/* No font is installed for contexts that are used from now on; or all are again. */
static void hide_installed(bool hide)
{
    char path[100];

    snprintf(path, sizeof path, "%s/none.conf", folder);
    if (hide)
        setenv("FONTCONFIG_FILE", path, 1);
    else
        unsetenv("FONTCONFIG_FILE");
}

static const char spec[] = "sheaf: 1\n"
                           "title: {en: Trade of a house}\n"
                           "date: 2024-06-26\n"
                           "theme: house.yaml\n"
                           "sheet:\n"
                           "  - text: {en: 'Words, *slanted* and **bold**, and ภาษาไทย'}\n"
                           "  - table: {rows: [exports], columns: [2022, 2023]}\n"
                           "  - chart: {series: exports}\n"
                           "data: {trade: trade.csv}\n"
                           "series: {exports: 'trade[flow: exports]'}\n";
static const char house[] =
    "theme: 1\nfaces: {regular: Noto Serif, semibold: noto serif, italic: Noto Serif}\n";

enum { CHART_PNG, CHART_SVG, CHART_PDF, CHART_EPS, SHEET_PDF, SHEET_HTML, SHEET_PNG, OUTPUTS };
static const char *const outputs[] = { "chart.png", "chart.svg",  "chart.pdf", "chart.eps",
                                       "sheet.pdf", "sheet.html", "sheet.png" };

static sheaf_status write_chart(sheaf_context *context, sheaf_format format, sheaf_sink sink)
{
    const double values[] = { 8, 9 };
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2022, values, 2);
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);
    sheaf_theme *theme = sheaf_theme_read(context, "house.yaml");

    assert_string_equal(sheaf_theme_message(theme), "");
    sheaf_chart_set_theme(chart, theme);
    sheaf_theme_destroy(theme);
    sheaf_chart_set_title(chart, "Trade with ไทย");
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    const sheaf_status status = sheaf_chart_write_sink(chart, format, sink, 480, 300, 1);
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_destroy(chart);
    return status;
}

static sheaf_status write_sheet(sheaf_context *context, int which, sheaf_sink sink)
{
    sheaf_sheet *sheet = sheaf_sheet_read(context, "spec.yaml");
    sheaf_status status = which == SHEET_PDF    ? sheaf_sheet_write_pdf_sink(sheet, sink)
                          : which == SHEET_HTML ? sheaf_sheet_write_html_sink(sheet, sink)
                                                : sheaf_sheet_write_png_sink(sheet, 0, 96, sink);

    assert_string_equal(sheaf_sheet_message(sheet), "");
    sheaf_sheet_destroy(sheet);
    return status;
}

static void make(sheaf_context *context, int which, struct buffer *into)
{
    static const sheaf_format formats[] = { SHEAF_PNG, SHEAF_SVG, SHEAF_PDF, SHEAF_EPS };
    const sheaf_sink sink = { into, keep };

    buffer_init(into, NULL, NULL);
    assert_int_equal(which < SHEET_PDF ? write_chart(context, formats[which], sink)
                                       : write_sheet(context, which, sink),
                     SHEAF_OK);
}

static void test_bytes_are_those_of_installed_faces(void **state)
{
    (void)state;
    for (int which = 0; which < OUTPUTS; which++) {
        struct buffer installed, given;
        sheaf_context *context = sheaf_context_create(NULL);

        print_message("  %s\n", outputs[which]);
        hide_installed(false);
        make(context, which, &installed);
        sheaf_context_destroy(context);

        hide_installed(true);
        context = sheaf_context_create(NULL);
        add(context, thai);
        add(context, FONTS "NotoSansThai-Bold.ttf");
        add(context, bold);
        add(context, regular);
        add(context, italic);
        make(context, which, &given);
        sheaf_context_destroy(context);
        hide_installed(false);
        assert_int_equal(given.length, installed.length);
        assert_memory_equal(given.bytes, installed.bytes, given.length);
        buffer_free(&installed);
        buffer_free(&given);
    }
}

/* The face of each run, in order. */
static void check_run(sheaf_context *context, const char *fonts, const char *text, const char *face)
{
    sheaf_face_run run = SHEAF_FACE_RUN_INIT;

    assert_true(sheaf_text_face(context, "en", fonts, text, 0, &run));
    assert_string_equal(run.face, face);
    assert_int_equal(run.is_missing, face[0] == '\0');
    assert_int_equal(run.is_linked, strncmp(face, "Inter", 5) == 0);
}

static void test_given_faces_come_before_installed_ones(void **state)
{
    static const char file[] = FONTS "NotoSansThai-Bold.ttf";
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    add(context, file);
    check_run(context, NULL, "ไทย", "NotoSansThai-Bold"); /* the regular one is installed */
    check_run(context, NULL, "Trade", "Inter-Regular");   /* linked faces draw what they have */
    check_run(context, folder, "ไทย", "NotoSansThai-Regular"); /* the folder is the chart's own */
    sheaf_context_destroy(context);

    hide_installed(true);
    context = sheaf_context_create(NULL);
    check_run(context, NULL, "ไทย", "");
    sheaf_context_destroy(context);
    hide_installed(false);
}

static void test_all_faces_of_a_collection_are_there(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_face_run run = SHEAF_FACE_RUN_INIT;

    (void)state;
    hide_installed(true);
    add(context, collection);
    check_run(context, NULL, "骨", "NotoSansCJKsc-Regular");
    assert_true(sheaf_text_face(context, "ja", NULL, "骨", 0, &run));
    assert_string_equal(run.face, "NotoSansCJKjp-Regular");
    sheaf_context_destroy(context);
    hide_installed(false);
}

/* The family has one face: it stands for the others, as where it is installed; but for italics. */
static void test_the_nearest_weight_stands_in(void **state)
{
    static const char upright[] = "theme: 1\nfaces: {regular: Noto Serif, semibold: Noto Serif}\n";
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    hide_installed(true);
    add(context, bold);
    sheaf_theme *theme = sheaf_theme_read_bytes(context, "a.yaml", upright, sizeof upright - 1);
    assert_string_equal(sheaf_theme_message(theme), "");
    sheaf_theme_destroy(theme);
    theme = sheaf_theme_read_bytes(context, "a.yaml", house, sizeof house - 1);
    assert_non_null(
        strstr(sheaf_theme_message(theme), "no italic face of the family 'Noto Serif'"));
    sheaf_theme_destroy(theme);
    sheaf_context_destroy(context);
    hide_installed(false);
}

/* It has no file; its PostScript name stands for it, also where it is set again. */
static void test_a_theme_tells_its_face(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    const char *plain = NULL, *strong = NULL, *slanted = "as it was";

    (void)state;
    add(context, regular);
    sheaf_theme *theme = sheaf_theme_create(context, "default");
    sheaf_theme_set_faces(theme, "Noto Serif", "Noto Serif", NULL);
    for (int round = 0; round < 2; round++) {
        assert_string_equal(sheaf_theme_message(theme), "");
        assert_true(sheaf_theme_get_faces(theme, &plain, &strong, &slanted));
        assert_string_equal(plain, "NotoSerif-Regular");
        assert_string_equal(strong, "NotoSerif-Regular");
        assert_null(slanted);
        sheaf_theme_set_faces(theme, plain, strong, slanted);
    }
    sheaf_theme_destroy(theme);
    sheaf_context_destroy(context);
}

static void test_a_theme_needs_its_face_wherever_it_goes(void **state)
{
    sheaf_context *with = sheaf_context_create(NULL), *without = sheaf_context_create(NULL);

    (void)state;
    add(with, regular);
    add(with, bold);
    add(with, italic);
    sheaf_theme *theme = sheaf_theme_read(with, "house.yaml");
    sheaf_chart *chart = sheaf_chart_create(without, SHEAF_BARS);
    sheaf_chart_set_theme(chart, theme);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_chart_message(chart),
                        "the theme's face 'NotoSerif-Regular' was not added to the context that "
                        "the theme is used in");
    sheaf_chart_destroy(chart);
    sheaf_theme_destroy(theme);
    sheaf_context_destroy(with);
    sheaf_context_destroy(without);
}

/* Refusals ---------------------------------------------------------------------------------- */

/* The entry of a table in the directory of an OpenType file: tag, sum, offset, length. */
static uint8_t *entry_of(struct buffer *font, const char *tag)
{
    uint8_t *bytes = (uint8_t *)font->bytes;
    const size_t n = (size_t)bytes[4] << 8 | bytes[5];

    for (size_t i = 0; i < n; i++)
        if (memcmp(bytes + 12 + 16 * i, tag, 4) == 0)
            return bytes + 12 + 16 * i;
    fail_msg("the font has no table %s", tag);
    return bytes;
}

static void set_permissions(struct buffer *font, unsigned bits)
{
    const uint8_t *entry = entry_of(font, "OS/2");
    const size_t offset =
        (size_t)entry[8] << 24 | (size_t)entry[9] << 16 | (size_t)entry[10] << 8 | entry[11];

    font->bytes[offset + 8] = (char)(bits >> 8);
    font->bytes[offset + 9] = (char)(bits & 0xFF);
}

static void restrict_it(struct buffer *font)
{
    set_permissions(font, 0x0002);
}

static void forbid_parts(struct buffer *font)
{
    set_permissions(font, 0x0104);
}

static void allow_bitmaps(struct buffer *font)
{
    set_permissions(font, 0x0208);
}

static void allow_documents(struct buffer *font)
{
    set_permissions(font, 0x000A); /* the most that is allowed counts */
}

static void take_characters(struct buffer *font)
{
    entry_of(font, "cmap")[0] = 'x';
}

static void take_outlines(struct buffer *font)
{
    entry_of(font, "glyf")[0] = 'x';
}

static void cut(struct buffer *font)
{
    font->length = 100;
}

static void be_a_text(struct buffer *font)
{
    memset(font->bytes, 'a', font->length);
}

static const struct {
    const char *name;
    void (*change)(struct buffer *font);
    const char *message; /* NULL: it is added */
} changes[] = {
    { "restricted", restrict_it, "its license forbids to embed it in documents" },
    { "not in part", forbid_parts, "its license forbids to embed a part of its characters" },
    { "bitmaps", allow_bitmaps, "its license allows to embed bitmaps only" },
    { "editable documents", allow_documents, NULL },
    { "no map", take_characters, "face 1 of the font cannot be used: it has no map of Unicode" },
    { "no outlines", take_outlines, "it has no outlines (tables glyf or CFF)" },
    { "cut", cut, "the font is cut off: its list of tables ends beyond the file" },
    { "a text", be_a_text, "bytes are no font" },
};

static void test_what_cannot_be_used_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(changes); i++) {
        struct buffer font;
        sheaf_context *context = sheaf_context_create(NULL);
        sheaf_error error;

        print_message("  %s\n", changes[i].name);
        load(thai, &font);
        changes[i].change(&font);
        const bool is_well = changes[i].message == NULL;
        assert_int_equal(sheaf_context_add_face(context, font.bytes, font.length, &error),
                         is_well ? SHEAF_OK : SHEAF_BAD_INPUT);
        assert_int_equal(error.status, is_well ? SHEAF_OK : SHEAF_BAD_INPUT);
        if (!is_well)
            assert_non_null(strstr(error.message, changes[i].message));
        hide_installed(true);
        check_run(context, NULL, "ไทย", is_well ? "NotoSansThai-Regular" : "");
        hide_installed(false);
        buffer_free(&font);
        sheaf_context_destroy(context);
    }
}

/* A download that broke off, at each of its first bytes, among which its list of tables is, and at each 13th
 * from its end; of a collection of 20 MB, at three places. */
static void test_what_is_cut_off_is_refused(void **state)
{
    static const char *const paths[] = { thai, collection };
    static const size_t most[] = { SIZE_MAX, 3 };

    (void)state;
    for (size_t k = 0; k < LENGTH(paths); k++) {
        struct buffer bytes;
        size_t tried = 0;

        load(paths[k], &bytes);
        for (size_t i = 0; i < most[k] && i < 2800; i++) {
            const size_t n = most[k] < SIZE_MAX ? bytes.length * (i + 1) / 5
                             : i < 400          ? i + 1
                                                : bytes.length - 4 - (i - 400) * 13;
            sheaf_context *context = sheaf_context_create(NULL);
            sheaf_error error;

            assert_int_equal(sheaf_context_add_face(context, bytes.bytes, n, &error),
                             SHEAF_BAD_INPUT);
            assert_true(strstr(error.message, "is cut off") != NULL ||
                        (n < 12 && strstr(error.message, "no font") != NULL));
            sheaf_context_destroy(context);
            tried++;
        }
        print_message("  %s: %zu\n", paths[k], tried);
        buffer_free(&bytes);
    }
}

/* In a folder that is given, it is named; among the installed ones it is passed over. */
static void test_a_cut_file_in_a_folder_is_named(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_BARS);
    const double values[] = { 8, 9 };
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2022, values, 2);
    struct buffer bytes, out;
    char path[100];
    FILE *file;

    (void)state;
    load(thai, &bytes);
    snprintf(path, sizeof path, "%s/cut", folder);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/cut/thai.ttf", folder);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.bytes, 1, bytes.length / 2, file), bytes.length / 2);
    assert_int_equal(fclose(file), 0);
    buffer_free(&bytes);
    buffer_init(&out, NULL, NULL);
    *strrchr(path, '/') = '\0';
    sheaf_chart_set_font_folder(chart, path);
    sheaf_chart_set_title(chart, "Trade with ไทย");
    sheaf_chart_add(chart, series);
    assert_int_equal(
        sheaf_chart_write_sink(chart, SHEAF_SVG, (sheaf_sink){ &out, keep }, 480, 300, 1),
        SHEAF_BAD_INPUT);
    assert_non_null(strstr(sheaf_chart_message(chart), "cut/thai.ttf' is cut off"));
    assert_int_equal(out.length, 0);
    buffer_free(&out);
    sheaf_series_destroy(series);
    sheaf_chart_destroy(chart);
    sheaf_context_destroy(context);
}

static void test_a_used_context_takes_no_more(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    struct buffer font;
    sheaf_error error;

    (void)state;
    load(thai, &font);
    assert_int_equal(sheaf_context_add_face(context, NULL, 9, &error), SHEAF_BAD_ARGUMENT);
    assert_string_equal(error.message, "there are no bytes of a font (NULL)");
    assert_int_equal(sheaf_context_add_face(context, "x", 0, NULL), SHEAF_BAD_ARGUMENT);
    check_run(context, NULL, "Trade", "Inter-Regular");
    assert_int_equal(sheaf_context_add_face(context, font.bytes, font.length, &error),
                     SHEAF_BAD_ARGUMENT);
    assert_string_equal(error.message, "faces are added before the context is used");
    buffer_free(&font);
    sheaf_context_destroy(context);
}

static sheaf_status add_with(const sheaf_alloc *alloc, const void *font)
{
    const struct buffer *bytes = font;
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_error error;
    sheaf_status status = sheaf_context_add_face(context, bytes->bytes, bytes->length, &error);

    assert_int_equal(status, error.status);
    sheaf_context_destroy(context);
    return status;
}

static void test_memory_may_run_out(void **state)
{
    struct buffer font;

    (void)state;
    load(thai, &font);
    assert_true(quota_sweep(add_with, &font) > 3);
    buffer_free(&font);
}

static int enter(void **state)
{
    static const char data[] =
        "period,flow,value,unit\n2022,exports,100,USD\n2023,exports,120,USD\n";
    static const char none[] = "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n";

    (void)state;
    snprintf(folder, sizeof folder, "/tmp/sheaf-faces-XXXXXX");
    return mkdtemp(folder) == NULL || chdir(folder) != 0 || symlink(thai, "thai.ttf") != 0 ||
           file_replace("spec.yaml", spec, sizeof spec - 1, NULL) != SHEAF_OK ||
           file_replace("house.yaml", house, sizeof house - 1, NULL) != SHEAF_OK ||
           file_replace("none.conf", none, sizeof none - 1, NULL) != SHEAF_OK ||
           file_replace("trade.csv", data, sizeof data - 1, NULL) != SHEAF_OK;
}

static int leave(void **state)
{
    char line[100];

    (void)state;
    snprintf(line, sizeof line, "rm -r %s", folder);
    return system(line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_are_those_of_installed_faces),
        cmocka_unit_test(test_given_faces_come_before_installed_ones),
        cmocka_unit_test(test_all_faces_of_a_collection_are_there),
        cmocka_unit_test(test_the_nearest_weight_stands_in),
        cmocka_unit_test(test_a_theme_tells_its_face),
        cmocka_unit_test(test_a_theme_needs_its_face_wherever_it_goes),
        cmocka_unit_test(test_what_cannot_be_used_is_refused),
        cmocka_unit_test(test_what_is_cut_off_is_refused),
        cmocka_unit_test(test_a_cut_file_in_a_folder_is_named),
        cmocka_unit_test(test_a_used_context_takes_no_more),
        cmocka_unit_test(test_memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, enter, leave);
}
