/* provenance_reproduces_figures.c - every figure of a sheet is in its provenance.json as it stands on
 * the page; rounded as it is shown, its value gives that text, and its formula gives its value. */
#include "support/check.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "document/node.h"
#include "publish/files.h"
#include "scene/painter.h"
#include "support/golden.h"

/* All words of the pages without their blanks, in drawing order. */
struct words {
    struct painter painter;
    struct buffer all;
};

static void put_words(struct buffer *into, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (text[i] == ' ')
            continue;
        if (i + 1 < n && strncmp(&text[i], "\xC2\xA0", 2) == 0) /* no-break spaces */
            i += 1;
        else if (i + 2 < n && strncmp(&text[i], "\xE2\x80\xAF", 3) == 0)
            i += 2;
        else
            buffer_byte(into, text[i]);
    }
}

static void take_run(struct painter *painter, const struct glyph_run *run)
{
    put_words(&((struct words *)painter)->all, run->text, run->length);
}

static void pass_page(struct painter *painter, double width, double height)
{
    (void)painter, (void)width, (void)height;
}

static void pass_path(struct painter *painter, const struct path_mark *mark)
{
    (void)painter, (void)mark;
}

static void pass_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter, (void)image;
}

static void pass_clip(struct painter *painter, const struct path *path)
{
    (void)painter, (void)path;
}

static void pass_transform(struct painter *painter, const struct matrix *matrix)
{
    (void)painter, (void)matrix;
}

static void pass(struct painter *painter)
{
    (void)painter;
}

static const struct painter_operations reading = { .name = "words",
                                                   .begin_page = pass_page,
                                                   .path = pass_path,
                                                   .glyphs = take_run,
                                                   .image = pass_image,
                                                   .push_clip = pass_clip,
                                                   .push_transform = pass_transform,
                                                   .pop = pass };

static double number_of(const struct node *figure, const char *key)
{
    const struct node *node = node_find(figure, key);
    double value = NAN;

    if (node != NULL)
        number_read(node->text, node->length, &value, NULL);
    return value;
}

/* The number in an English text; NaN: there is none, or only a bound ("<0.1"). */
static double shown_number(const char *text, int *decimals)
{
    char digits[64];
    size_t n = 0;
    double value = NAN;

    if (strchr(text, '<') != NULL)
        return NAN;
    if (strstr(text, "\xE2\x88\x92") != NULL)
        digits[n++] = '-';
    text += strcspn(text, "0123456789");
    for (; n < sizeof digits - 1 && (isdigit((unsigned char)*text) || *text == '.' || *text == ',');
         text++)
        if (*text != ',')
            digits[n++] = *text;
    return number_read(digits, n, &value, decimals) ? value : NAN;
}

/* In words or in the header of a table stands which power of ten it is. A field may leave the sign to
 * its sentence. */
static bool gives(double value, int multiplier, double shown, int decimals)
{
    for (int power = 0; power <= 12; power += 3) {
        double scaled = fabs(value) * pow(10, multiplier - power);
        if (fabs(scaled - fabs(shown)) <= 0.5 * pow(10, -decimals) * (1 + 1e-9))
            return true;
    }
    return false;
}

/* A term of a formula in full: formulas are for people, with six digits. */
static double in_full(double term, const struct node_item **input)
{
    const double value = *input != NULL ? number_of((*input)->value, "value") : NAN;

    *input = *input != NULL ? (*input)->next : NULL;
    return fabs(value - term) <= 1e-5 * fabs(term) ? value : term;
}

/* What a formula of plain numbers gives, "31.5 − 14.7"; NaN: it is another one. */
static double computed(const char *formula, const struct node *inputs)
{
    const struct node_item *input = inputs != NULL ? inputs->items : NULL;
    double total = 0, sign = 1;

    while (*formula != '\0') {
        char *end;
        double value = strtod(formula, &end);
        if (end == formula)
            return NAN;
        total += sign * in_full(value, &input);
        if (*end == '\0')
            return total;
        if (strncmp(end, " \xE2\x88\x92 ", 5) == 0)
            sign = -1, formula = end + 5;
        else if (strncmp(end, " + ", 3) == 0)
            sign = 1, formula = end + 3;
        else
            return NAN;
    }
    return NAN;
}

struct counts {
    size_t figures, formulas, wrong;
};

static void check_figure(const struct node *figure, const char *page, struct counts *counts)
{
    const struct node *shown = node_find(figure, "shown"), *formula = node_find(figure, "formula");
    const double value = number_of(figure, "value"), low = number_of(figure, "low");
    const double high = number_of(figure, "high");
    struct buffer words;
    int decimals = 0;

    buffer_init(&words, NULL, NULL);
    put_words(&words, shown->text, shown->length);
    const double number = shown_number(shown->text, &decimals);
    const struct node *file = node_find(figure, "in");
    bool is_of_chart = file != NULL && strncmp(file->text, "chart", 5) == 0;
    bool is_right = (is_of_chart || strstr(page, words.bytes) != NULL) && low <= value &&
                    value <= high &&
                    (isnan(number) || gives(value, (int)number_of(figure, "unit_mult"), number,
                                            (int)fmin(decimals, number_of(figure, "decimals"))));
    const double again =
        formula != NULL ? computed(formula->text, node_find(figure, "inputs")) : NAN;
    if (!isnan(again)) {
        counts->formulas++;
        is_right &= low - 1e-9 <= again && again <= high + 1e-9;
    }
    if (!is_right) {
        print_message("%s: value %g from %g to %g\n", shown->text, value, low, high);
        counts->wrong++;
    }
    counts->figures++;
    buffer_free(&words);
}

static void check_sheet(const char *name, struct counts *counts)
{
    char path[600];
    sheaf_error error = { .status = SHEAF_OK };
    struct words words = { .painter = { .operations = &reading } };
    struct document document;
    struct document_files files;
    struct arena arena;

    snprintf(path, sizeof path, "%s/samples/%s", golden_source_folder(), name);
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, "en");
    struct sheet_pages *pages = sheet_layout(sheet);
    assert_non_null(pages);
    document_files_init(&files, &sheet->alloc);
    sheet_files_make_data(sheet, &files, &error);
    sheet_files_make_rest(sheet, pages, &files, &error);
    assert_int_equal(error.status, SHEAF_OK);
    buffer_init(&words.all, NULL, NULL);
    for (size_t i = 0; i < pages->n; i++)
        assert_int_equal(scene_replay(pages->scenes[i], &words.painter), SHEAF_OK);
    arena_init(&arena, NULL, &error);
    for (size_t i = 0; i < files.n; i++) {
        if (strcmp(files.files[i].name, "provenance.json") != 0)
            continue;
        assert_int_equal(document_read(&document, "provenance.json", files.files[i].bytes,
                                       files.files[i].n, &arena, &error),
                         SHEAF_OK);
        assert_null(strstr(files.files[i].bytes, golden_source_folder()));
        const struct node *figures = node_find(document.root, "figures");
        for (const struct node_item *item = figures->items; item != NULL; item = item->next)
            check_figure(item->value, words.all.bytes, counts);
    }
    arena_free(&arena);
    buffer_free(&words.all);
    document_files_free(&files);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

static void test_samples(void **state)
{
    static const char *const names[] = { "kaz-chn/kaz-chn.yaml",   "partner/partner.yaml",
                                         "partners/partners.yaml", "brief/brief.yaml",
                                         "leaflet/leaflet.yaml",   "profile/profile.yaml",
                                         "gallery/gallery.yaml" };
    size_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        struct counts counts = { 0 };
        check_sheet(names[i], &counts);
        print_message("  %s: %zu figures, %zu formulas\n", names[i], counts.figures,
                      counts.formulas);
        assert_true(counts.figures > 5);
        wrong += counts.wrong;
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_samples) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
