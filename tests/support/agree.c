#include "support/agree.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paint/paint.h"
#include "support/check.h"
#include "support/golden.h"
#include "support/picture.h"
#include "support/process.h"

enum { PATH = 1024, DOTS_PER_INCH = 150, THRESHOLD = 64, SLACK = 1 };
static const double largest_mean = 3, largest_square = 12, largest_share = 0.005;

/* BUILD/agree/NAME.WHAT, its folder made. */
static void made_path(char path[PATH], const char *name, const char *what)
{
    snprintf(path, PATH, "%s/agree/%s.%s", golden_build_folder(), name, what);
    if (!golden_make_folders(path))
        fail_msg("cannot make the folder of '%s'", path);
}

static void write_buffer(const char *path, const struct buffer *bytes)
{
    FILE *file = fopen(path, "wb");
    bool done = file != NULL && fwrite(bytes->bytes, 1, bytes->length, file) == bytes->length;

    if (file == NULL || fclose(file) != 0 || !done)
        fail_msg("cannot write '%s'", path);
}

static struct picture through_cairo(const struct scene *scene, const char *path)
{
    sheaf_error error = { 0 };
    struct buffer png;
    struct picture picture;

    buffer_init(&png, NULL, &error);
    if (paint_png(scene, DOTS_PER_INCH / 72.0, DOTS_PER_INCH, NULL, &png, &error) != SHEAF_OK)
        fail_msg("Cairo's painter: %s", error.message);
    write_buffer(path, &png);
    if (!picture_read(&picture, png.bytes, png.length))
        fail_msg("'%s' is no PNG", path);
    buffer_free(&png);
    return picture;
}

static struct picture through_pdf(const struct scene *scene, const char *name, const char *path)
{
    const struct scene *pages[] = { scene };
    const struct pdf_options options = { .metadata = { .title = name, .language = "en" } };
    char pdf_path[PATH], stem[PATH], resolution[16];
    sheaf_error error = { 0 };
    struct buffer pdf;
    struct picture picture;

    buffer_init(&pdf, NULL, &error);
    if (paint_pdf(pages, 1, &options, NULL, &pdf, &error) != SHEAF_OK)
        fail_msg("the PDF painter: %s", error.message);
    made_path(pdf_path, name, "pdf");
    write_buffer(pdf_path, &pdf);
    buffer_free(&pdf);

    snprintf(stem, sizeof stem, "%.*s", (int)(strlen(path) - strlen(".png")), path);
    snprintf(resolution, sizeof resolution, "%d", DOTS_PER_INCH);
    struct process run =
        process_run("pdftoppm", "-png", "-singlefile", "-r", resolution, pdf_path, stem, NULL);
    if (run.status != 0)
        fail_msg("pdftoppm: %s", run.output);
    process_free(&run);
    if (!picture_read_file(&picture, path))
        fail_msg("'%s' is no PNG", path);
    return picture;
}

/* The common size: pages end in fractions of a pixel, which rasterisers round. */
static void cut(struct picture *picture, int width, int height)
{
    for (int y = 0; y < height; y++)
        memmove(picture->rgba + 4 * (size_t)y * (size_t)width,
                picture->rgba + 4 * (size_t)y * (size_t)picture->width, 4 * (size_t)width);
    picture->width = width;
    picture->height = height;
}

static bool cut_to_common(struct picture *a, struct picture *b)
{
    int width = a->width < b->width ? a->width : b->width;
    int height = a->height < b->height ? a->height : b->height;

    if (abs(a->width - b->width) > 1 || abs(a->height - b->height) > 1)
        return false;
    cut(a, width, height);
    cut(b, width, height);
    return true;
}

static struct picture through_svg(const struct scene *scene, const char *name, bool outlines,
                                  const char *path)
{
    const struct svg_options options = { .text = outlines ? SVG_TEXT_OUTLINES : SVG_TEXT_NAMED };
    char svg_path[PATH], width[16], height[16];
    sheaf_error error = { 0 };
    struct buffer svg;
    struct picture picture;

    buffer_init(&svg, NULL, &error);
    if (paint_svg(scene, &options, &svg, &error) != SHEAF_OK)
        fail_msg("the SVG painter: %s", error.message);
    made_path(svg_path, name, "svg");
    write_buffer(svg_path, &svg);
    buffer_free(&svg);

    snprintf(width, sizeof width, "%ld", lround(scene_width(scene) * DOTS_PER_INCH / 72));
    snprintf(height, sizeof height, "%ld", lround(scene_height(scene) * DOTS_PER_INCH / 72));
    struct process run = process_run("rsvg-convert", "-b", "white", "-w", width, "-h", height, "-o",
                                     path, svg_path, NULL);
    if (run.status != 0)
        fail_msg("rsvg-convert: %s", run.output);
    process_free(&run);
    if (!picture_read_file(&picture, path))
        fail_msg("'%s' is no PNG", path);
    return picture;
}

/* Compares and frees the pictures; false: they do not agree. */
static bool compare(const char *name, struct picture *a, struct picture *b, const char *shown_path)
{
    struct picture shown;
    bool agree = cut_to_common(a, b);

    if (agree) {
        struct picture_difference difference = picture_compare(a, b, THRESHOLD, SLACK, &shown);

        agree = difference.mean <= largest_mean && difference.share <= largest_share &&
                difference.worst_square <= largest_square;
        print_message("  %-24s mean %.2f, worst square %.1f, beyond %d: %.3f %%\n", name,
                      difference.mean, difference.worst_square, THRESHOLD, 100 * difference.share);
        if (!picture_write_file(&shown, shown_path))
            print_error("cannot write '%s'\n", shown_path);
        picture_free(&shown);
    } else {
        print_error("%s: the pictures differ in size: %d x %d and %d x %d\n", name, a->width,
                    a->height, b->width, b->height);
    }
    picture_free(a);
    picture_free(b);
    return agree;
}

void agree_check(const char *name, const struct scene *scene, const char *file, int line)
{
    char cairo_path[PATH], pdf_path[PATH], shown_path[PATH];

    process_need("pdftoppm");
    made_path(cairo_path, name, "cairo.png");
    made_path(pdf_path, name, "haru.png");
    made_path(shown_path, name, "difference.png");
    struct picture a = through_cairo(scene, cairo_path);
    struct picture b = through_pdf(scene, name, pdf_path);
    if (!compare(name, &a, &b, shown_path)) {
        print_error("compare: %s\n         %s\n         %s\n", cairo_path, pdf_path, shown_path);
        _fail(file, line);
    }
}

void agree_check_svg(const char *name, const struct scene *scene, bool outlines, const char *file,
                     int line)
{
    char cairo_path[PATH], svg_path[PATH], shown_path[PATH];

    process_need("rsvg-convert");
    made_path(cairo_path, name, "svg-cairo.png");
    made_path(svg_path, name, outlines ? "svg-outlines.png" : "svg-text.png");
    made_path(shown_path, name, "svg-difference.png");
    struct picture a = through_cairo(scene, cairo_path);
    struct picture b = through_svg(scene, name, outlines, svg_path);
    if (!compare(name, &a, &b, shown_path)) {
        print_error("compare: %s\n         %s\n         %s\n", cairo_path, svg_path, shown_path);
        _fail(file, line);
    }
}
