/* minimal.c - the least program that draws such a chart with Cairo and libpng: the
 * yardstick for sheaf chart. bench_minimal OUT.png [fast|bars]: 24 months of two series at
 * 1200x750, RGB rows at libpng's default level; fast: with the fastest encoder; bars: such, of bars. */
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yardstick.h"

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

static void draw_series(cairo_t *cr, int series, bool bars)
{
    for (int month = 0; month < MONTHS; month++) {
        double height = value(series, month) * 60;
        if (bars)
            cairo_rectangle(cr, 62 + month * 43 + series * 17, 690 - height, 16, height);
        else
            cairo_line_to(cr, 70 + month * 43, 690 - height);
    }
    if (bars) {
        cairo_fill(cr);
        return;
    }
    cairo_set_line_width(cr, 2);
    cairo_stroke(cr);
}

static void draw(cairo_t *cr, bool bars)
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
        draw_series(cr, series, bars);
        label(cr, 1070, 690 - value(series, MONTHS - 1) * 60, series == 0 ? "Exports" : "Imports");
    }
}

int main(int n_words, char **words)
{
    if (n_words != 2 && n_words != 3)
        return 2;
    bool bars = n_words == 3 && strcmp(words[2], "bars") == 0;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);

    draw(cr, bars);
    cairo_surface_flush(surface);
    int failed = write_png(surface, words[1], n_words == 3);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return failed;
}
