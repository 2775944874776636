/* faces_and_logos_are_read.c - an author's faces set what they have characters for, sizes are ratios,
 * and a logo is read whole or refused with its place, whatever its bytes are. */
#include "support/check.h"

#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "chart/theme_object.h"
#include "scene/image_read.h"
#include "support/golden.h"
#include "support/quota.h"

/* Installed beside the linked faces (fonts-noto-core): letters of Latin, Greek and Cyrillic. */
#define SERIF "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"

static char folder[500];

static const char *path_of(const char *name)
{
    static char path[600];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_bytes(const char *name, const void *bytes, size_t n)
{
    FILE *file = fopen(path_of(name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

/* A gradient, so that no two of its rows are alike. */
static size_t make_png(uint8_t *into, size_t room, unsigned width, unsigned height)
{
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGBA
    };
    uint8_t *pixels = malloc((size_t)4 * width * height);
    png_alloc_size_t n = room;

    assert_non_null(pixels);
    for (size_t i = 0; i < (size_t)4 * width * height; i++)
        pixels[i] = (uint8_t)(i * 31 + i / 97);
    assert_int_equal(png_image_write_to_memory(&image, into, &n, 0, pixels, 0, NULL), 1);
    free(pixels);
    return n;
}

/* The same as JPEG. flags: of TurboJPEG. */
static size_t make_jpeg(uint8_t *into, size_t room, int width, int height, int flags)
{
    uint8_t *pixels = malloc((size_t)3 * (size_t)width * (size_t)height);
    unsigned long n = 0;
    unsigned char *made = NULL;
    tjhandle coder = tjInitCompress();

    assert_non_null(pixels);
    for (size_t i = 0; i < (size_t)3 * (size_t)width * (size_t)height; i++)
        pixels[i] = (uint8_t)(i / 3 * 5);
    assert_int_equal(
        tjCompress2(coder, pixels, width, 0, height, TJPF_RGB, &made, &n, TJSAMP_444, 90, flags),
        0);
    assert_true(n <= room);
    memcpy(into, made, n);
    tjFree(made);
    tjDestroy(coder);
    free(pixels);
    return n;
}

static sheaf_theme *read(const char *text)
{
    static char file[600];

    snprintf(file, sizeof file, "%s/house.yaml", folder);
    return sheaf_theme_read_bytes(NULL, file, text, strlen(text));
}

/* Whether the title, drawn in this theme, has a run of this face. */
static bool is_set_in(const char *title, const char *theme_text, const char *face)
{
    static const double values[] = { 1, 2 };
    sheaf_theme *theme = read(theme_text);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2020, values, 2);
    struct buffer dump;

    assert_string_equal(sheaf_theme_message(theme), "");
    sheaf_chart_set_theme(chart, theme);
    sheaf_theme_destroy(theme); /* the chart has its own copy */
    sheaf_chart_set_title(chart, title);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, NULL);
    scene_dump(scene, &dump);
    buffer_put(&dump, "", 1);
    bool is = strstr(dump.bytes, face) != NULL;
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    return is;
}

static void faces_set_what_they_have(void **state)
{
    static const char family[] = "theme: 1\nfaces: {regular: Noto Serif, semibold: noto serif}\n";
    static const char files[] = "theme: 1\nfaces: {regular: '" SERIF "', semibold: '" SERIF "'}\n";
    static const char georgian[] =
        "theme: 1\nfaces: {regular: Noto Serif Georgian, semibold: Noto Serif Georgian}\n";

    (void)state;
    assert_true(is_set_in("Trade", family, "NotoSerif-Bold"));
    assert_true(is_set_in("Trade", family, "NotoSerif-Regular")); /* labels */
    assert_false(is_set_in("Trade", family, "Inter"));
    assert_false(is_set_in("Trade", files, "NotoSerif-Bold"));
    assert_true(is_set_in("Торговля", georgian, "Inter-SemiBold"));
    assert_true(is_set_in("التجارة", family, "NotoSansArabic-Bold"));
    assert_false(is_set_in("Trade", "theme: 1\n", "NotoSerif"));
}

static void sizes_are_ratios(void **state)
{
    sheaf_theme *theme = read("theme: 1\nscale: 1.2\nsizes: {labels: 1.5, title: 0.8}\n");
    const struct theme *look = theme_look(theme), *usual = theme_default();

    (void)state;
    assert_string_equal(sheaf_theme_message(theme), "");
    assert_true(fabs(look->label.size - usual->label.size * 1.8) < 1e-9);
    assert_true(fabs(look->label_strong.leading - usual->label.leading * 1.8) < 1e-9);
    assert_true(fabs(look->title.size - usual->title.size * 0.96) < 1e-9);
    assert_true(fabs(look->deck.size - usual->deck.size * 1.2) < 1e-9);
    sheaf_theme_destroy(theme);
    theme = sheaf_theme_create(NULL, "dark");
    sheaf_theme_set_size(theme, "headline", 1.25);
    assert_true(fabs(theme_look(theme)->headline.size - usual->headline.size * 1.25) < 1e-9);
    sheaf_theme_set_size(theme, "headlines", 1.25);
    assert_non_null(strstr(sheaf_theme_message(theme), "'headlines' is no kind of text"));
    sheaf_theme_destroy(theme);
}

/* A picture on a screen has larger labels as well: sizes do not cancel out. */
static void scales_reach_pictures(void **state)
{
    static const double values[] = { 1, 2 };
    double widths[2];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        sheaf_theme *theme = sheaf_theme_create(NULL, "default");
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2020, values, 2);
        sheaf_theme_set_scale(theme, i == 0 ? 1 : 1.5);
        sheaf_chart_set_theme(chart, theme);
        sheaf_chart_set_title(chart, "Trade");
        sheaf_chart_add(chart, series);
        struct scene *scene = chart_scene(chart, 1200, 750, true, NULL);
        struct buffer dump;
        buffer_init(&dump, NULL, NULL);
        scene_dump(scene, &dump);
        buffer_put(&dump, "", 1);
        const char *size = strstr(dump.bytes, "Inter-Regular ");
        assert_non_null(size);
        widths[i] = strtod(size + strlen("Inter-Regular "), NULL);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
        sheaf_theme_destroy(theme);
    }
    assert_true(widths[1] > 1.4 * widths[0]);
}

static void logos_are_read(void **state)
{
    sheaf_theme *theme = read("theme: 1\nlogo: {file: logo.png, alternative: Ministry of Trade}\n");
    sheaf_theme *copy = theme_copy(NULL, theme);

    (void)state;
    assert_string_equal(sheaf_theme_message(theme), "");
    assert_int_equal(theme_look(theme)->logo->image.width, 60);
    sheaf_theme_destroy(theme);
    assert_int_equal(theme_look(copy)->logo->image.height, 20);
    assert_int_equal(theme_look(copy)->logo->image.pixels[4], 4 * 31);
    assert_string_equal(theme_look(copy)->logo->alternative, "Ministry of Trade");
    sheaf_theme_destroy(copy);
    theme = sheaf_theme_create(NULL, "print");
    sheaf_theme_set_logo(theme, path_of("logo.png"), "Ministry");
    assert_string_equal(sheaf_theme_message(theme), "");
    sheaf_theme_set_logo(theme, path_of("no.png"), "Ministry");
    assert_int_equal(sheaf_theme_status(theme), SHEAF_BAD_INPUT);
    sheaf_theme_destroy(theme);
}

static void mistakes_have_their_place(void **state)
{
    static const struct {
        const char *text, *message;
        size_t line, column;
    } cases[] = {
        { "theme: 1\nfaces:\n  regular: No Such Face\n  semibold: Noto Serif\n",
          "no face of the family 'No Such Face' is installed", 3, 12 },
        { "theme: 1\nfaces:\n  regular: Noto Serif\n  semibold: no.otf\n",
          "there is no face with outlines in 'no.otf'", 4, 13 },
        { "theme: 1\nfaces: {regular: logo.png, semibold: logo.png}\n",
          "there is no face with outlines in 'logo.png'", 2, 18 },
        { "theme: 1\nfaces: {regular: Noto Serif}\n", "'semibold'", 2, 8 },
        { "theme: 1\nsizes: {label: 1}\n", "did you mean 'labels'", 2, 9 },
        { "theme: 1\nsizes: {labels: 3}\n", "0.8 to 2 times as large as it was, not 3", 2, 17 },
        { "theme: 1\nlogo: {file: logo.png}\n", "'alternative'", 2, 7 },
        { "theme: 1\nlogo: {file: logo.png, alternative: ''}\n", "who do not see it", 2, 37 },
        { "theme: 1\nlogo: {file: no.png, alternative: M}\n", "no.png", 2, 14 },
        { "theme: 1\nlogo: {file: text.png, alternative: M}\n",
          "'text.png' cannot be read: it is neither a PNG nor a JPEG", 2, 14 },
        { "theme: 1\nlogo: {file: cut.png, alternative: M}\n", "cannot be read: it is broken", 2,
          14 },
        { "theme: 1\nlogo: {file: wide.png, alternative: M}\n", "at most 4096 pixels a side", 2,
          14 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_theme *theme = read(cases[i].text);

        print_message("  %s\n", sheaf_theme_message(theme));
        assert_int_equal(sheaf_theme_status(theme), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_theme_message(theme), cases[i].message));
        assert_int_equal(sheaf_theme_error(theme)->line, cases[i].line);
        assert_int_equal(sheaf_theme_error(theme)->column, cases[i].column);
        sheaf_theme_destroy(theme);
    }
}

/* Bytes changed, taken out and cut off: pixels or a reason, and never more of them than promised. */
static void refuse_broken(const char *what, const uint8_t *whole, size_t n, size_t spared)
{
    static uint8_t broken[40000];
    size_t read_whole = 0;
    uint32_t random = 12345;

    for (size_t i = 0; i < 4000; i++) {
        sheaf_error error = { .status = SHEAF_OK };
        struct image_mark image;
        struct arena arena;
        const char *why;
        size_t length = i % 3 == 0 ? i * n / 4000 : n;

        memcpy(broken, whole, n);
        for (size_t k = 0; k < 1 + i % 7; k++) {
            random = random * 1664525u + 1013904223u;
            /* Sizes, depths and lengths of chunks stand at the front. */
            size_t at = spared + (random >> 8) % (k % 2 == 0 ? 60 : n - spared);
            broken[at] = (uint8_t)(random >> 24);
        }
        arena_init(&arena, NULL, &error);
        bool well = image_read(&image, broken, length, &arena, &why);
        assert_int_equal(error.status, SHEAF_OK);
        assert_true(well || why != NULL);
        if (well) {
            assert_true(image.width <= IMAGE_MOST_SIDE && image.height <= IMAGE_MOST_SIDE);
            read_whole++;
        }
        arena_free(&arena);
    }
    print_message("  %s: %zu of 4000 could be read\n", what, read_whole);
}

static void broken_logos_are_refused(void **state)
{
    static uint8_t whole[40000];

    (void)state;
    refuse_broken("PNG", whole, make_png(whole, sizeof whole, 60, 20), 8);
    refuse_broken("JPEG", whole, make_jpeg(whole, sizeof whole, 60, 20, 0), 3);
    refuse_broken("progressive JPEG", whole,
                  make_jpeg(whole, sizeof whole, 60, 20, TJFLAG_PROGRESSIVE), 3);
}

/* NULL: it was read; then its size is that of the image. */
static const char *why_not(const uint8_t *bytes, size_t n, struct image_mark *image,
                           struct arena *arena)
{
    const char *why = NULL;
    bool well = image_read(image, bytes, n, arena, &why);

    assert_int_equal(arena->error->status, SHEAF_OK);
    assert_int_equal(well, why == NULL);
    return why;
}

static void jpegs_are_bounded(void **state)
{
    static uint8_t bytes[400000];
    sheaf_error error = { .status = SHEAF_OK };
    struct image_mark image = { 0 };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, &error);
    size_t n = make_jpeg(bytes, sizeof bytes, 60, 20, TJFLAG_PROGRESSIVE);
    assert_null(why_not(bytes, n, &image, &arena));
    assert_int_equal(image.width, 60);
    assert_int_equal(image.height, 20);
    assert_int_equal(image.channels, 4);
    assert_int_equal(image.pixels[3], 255);
    /* Cut short: what is missing would be grey. */
    assert_non_null(strstr(why_not(bytes, n / 2, &image, &arena), "it is broken"));
    assert_non_null(strstr(why_not(bytes, 3, &image, &arena), "it is broken"));
    /* The frame's height and width, behind its marker, length and depth. */
    uint8_t *frame = memmem(bytes, n, "\xFF\xC2", 2);
    assert_non_null(frame);
    frame[5] = 0xFF;
    assert_string_equal(why_not(bytes, n, &image, &arena), IMAGE_SIZE_MISTAKE);
    frame[5] = 0;
    /* The last scan again and again. */
    uint8_t *scan = memmem(bytes, n, "\xFF\xDA", 2), *next = scan;
    while ((next = memmem(scan + 2, (size_t)(bytes + n - scan - 2), "\xFF\xDA", 2)) != NULL)
        scan = next;
    size_t length = (size_t)(bytes + n - 2 - scan), made = n - 2;
    for (size_t i = 0; i < 64; i++, made += length)
        memcpy(bytes + made, scan, length);
    memcpy(bytes + made, "\xFF\xD9", 2);
    assert_non_null(
        strstr(why_not(bytes, made + 2, &image, &arena), "more often than any program"));
    arena_free(&arena);
}

static void jpeg_logos_are_read(void **state)
{
    static uint8_t bytes[40000];
    size_t n = make_jpeg(bytes, sizeof bytes, 90, 30, 0);
    sheaf_theme *theme = sheaf_theme_create(NULL, "default");

    (void)state;
    write_bytes("logo.jpg", bytes, n);
    sheaf_theme_set_logo(theme, path_of("logo.jpg"), "Ministry");
    assert_string_equal(sheaf_theme_message(theme), "");
    assert_int_equal(theme_look(theme)->logo->image.width, 90);
    sheaf_theme_destroy(theme);
}

static sheaf_status read_and_copy(const sheaf_alloc *alloc, const void *text)
{
    sheaf_context *shared = sheaf_context_create(alloc);
    sheaf_theme *theme = sheaf_theme_read_bytes(shared, path_of("house.yaml"), text, strlen(text));
    sheaf_theme *copy = theme_copy(shared, theme);
    sheaf_status status = sheaf_theme_status(copy);

    sheaf_theme_destroy(copy);
    sheaf_theme_destroy(theme);
    sheaf_context_destroy(shared);
    return status;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    quota_sweep(read_and_copy, "theme: 1\nfaces: {regular: '" SERIF "', semibold: '" SERIF "'}\n"
                               "logo: {file: logo.png, alternative: M}\n");
}

static int write_files(void **state)
{
    uint8_t png[20000];

    (void)state;
    snprintf(folder, sizeof folder, "%s/tests/chart/logos", golden_build_folder());
    assert_true(golden_make_folders(path_of("logo.png")));
    size_t n = make_png(png, sizeof png, 60, 20);
    write_bytes("logo.png", png, n);
    write_bytes("cut.png", png, n / 2);
    write_bytes("text.png", "GIF89a", 6);
    n = make_png(png, sizeof png, 5000, 1);
    write_bytes("wide.png", png, n);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_set_what_they_have),  cmocka_unit_test(sizes_are_ratios),
        cmocka_unit_test(scales_reach_pictures),     cmocka_unit_test(logos_are_read),
        cmocka_unit_test(mistakes_have_their_place), cmocka_unit_test(broken_logos_are_refused),
        cmocka_unit_test(jpegs_are_bounded),         cmocka_unit_test(jpeg_logos_are_read),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, write_files, NULL);
}
