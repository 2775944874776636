/* onepass.c - the least program that draws a line of very many days: bench_onepass DATA.csv DAYS OUT.png.
 * It reads what bench_days wrote for one series, byte by byte, keeps the highest and the lowest of each
 * column of pixels and draws those with Cairo. It checks nothing and knows how many days come. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yardstick.h"

enum { WIDTH = 1200, HEIGHT = 750, LEFT = 60, COLUMNS = 1080 };

static int low[COLUMNS], high[COLUMNS];

/* The value at the end of a line, in hundredths. */
static int value_of(const char *line)
{
    const char *comma = strrchr(line, ',');
    int value = 0;

    for (const char *at = comma + 1; *at != '\n' && *at != '\0'; at++)
        if (*at != '.')
            value = 10 * value + (*at - '0');
    return value;
}

static void read_days(FILE *file, long days)
{
    char line[64];
    long i = 0;

    for (int k = 0; k < COLUMNS; k++)
        low[k] = 1 << 30, high[k] = 0;
    if (fgets(line, sizeof line, file) == NULL)
        return;
    for (; i < days && fgets(line, sizeof line, file) != NULL; i++) {
        int value = value_of(line), k = (int)(i * COLUMNS / days);
        low[k] = value < low[k] ? value : low[k];
        high[k] = value > high[k] ? value : high[k];
    }
}

static void draw(cairo_t *cr)
{
    double most = 1;

    for (int k = 0; k < COLUMNS; k++)
        most = high[k] > most ? high[k] : most;
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0.1, 0.4, 0.7);
    for (int k = 0; k < COLUMNS; k++) {
        cairo_line_to(cr, LEFT + k + 0.5, 690 - 600 * low[k] / most);
        cairo_line_to(cr, LEFT + k + 0.5, 690 - 600 * high[k] / most);
    }
    cairo_set_line_width(cr, 2);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cr);
}

int main(int n_words, char **words)
{
    FILE *file = n_words == 4 ? fopen(words[1], "r") : NULL;

    if (file == NULL || atol(words[2]) < 1)
        return fprintf(stderr, "usage: bench_onepass DATA.csv DAYS OUT.png\n"), 2;
    read_days(file, atol(words[2]));
    fclose(file);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);
    draw(cr);
    cairo_surface_flush(surface);
    int failed = write_png(surface, words[3], true);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return failed;
}
