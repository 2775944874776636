/* minimal.c - the least program that draws such a chart with Cairo and libpng: the
 * yardstick for sheaf chart. bench_minimal OUT.png: 24 months of two series at
 * 1200x750, RGB rows at libpng's default level. */
#include <cairo.h>
#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 1200, HEIGHT = 750, MONTHS = 24 };

static double value(int series, int month)
{
    return series == 0 ? 5 + sin(month * 0.5) + month * 0.1 : 4 + cos(month * 0.4);
}

static void label(cairo_t *cr, double x, double y, const char *text)
{
    cairo_set_source_rgb(cr, 0.2, 0.2, 0.2);
    cairo_move_to(cr, x, y);
    cairo_show_text(cr, text);
}

static void draw(cairo_t *cr)
{
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    char text[8];

    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_select_font_face(cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cr, 13);
    label(cr, 40, 40, "Exports and imports");
    for (int i = 0; i <= 5; i++) {
        cairo_set_source_rgb(cr, 0.9, 0.9, 0.9);
        cairo_move_to(cr, 60, 690 - i * 120);
        cairo_line_to(cr, 1100, 690 - i * 120);
        cairo_stroke(cr);
        snprintf(text, sizeof text, "%d", i * 2);
        label(cr, 30, 690 - i * 120, text);
    }
    for (int month = 0; month < MONTHS; month++)
        label(cr, 60 + month * 43, 715, months[month % 12]);
    for (int series = 0; series < 2; series++) {
        cairo_set_source_rgb(cr, series == 0 ? 0.1 : 0.8, 0.4, series == 0 ? 0.7 : 0.1);
        for (int month = 0; month < MONTHS; month++)
            cairo_line_to(cr, 70 + month * 43, 690 - value(series, month) * 60);
        cairo_set_line_width(cr, 2);
        cairo_stroke(cr);
        label(cr, 1070, 690 - value(series, MONTHS - 1) * 60, series == 0 ? "Exports" : "Imports");
    }
}

static int write_png(cairo_surface_t *surface, const char *path)
{
    FILE *file = fopen(path, "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
    unsigned char row[3 * WIDTH];

    if (file == NULL || info == NULL || setjmp(png_jmpbuf(png)))
        return 1;
    png_init_io(png, file);
    png_set_IHDR(png, info, WIDTH, HEIGHT, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int y = 0; y < HEIGHT; y++) {
        const unsigned char *pixel = cairo_image_surface_get_data(surface) +
                                     (ptrdiff_t)y * cairo_image_surface_get_stride(surface);
        for (int x = 0; x < WIDTH; x++, pixel += 4) {
            row[3 * x] = pixel[2];
            row[3 * x + 1] = pixel[1];
            row[3 * x + 2] = pixel[0];
        }
        png_write_row(png, row);
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return fclose(file) != 0;
}

int main(int n_words, char **words)
{
    if (n_words != 2)
        return 2;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);

    draw(cr);
    cairo_surface_flush(surface);
    int failed = write_png(surface, words[1]);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return failed;
}
