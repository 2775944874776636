/* redraw.c - what a window asks of a picture: bench_redraw ROUNDS DATA.csv FLOW… lays a chart of lines out
 * at 1200x750 once, draws it on a Cairo image so many times (the median in ms), and asks at points all
 * over it what is there and what is nearest (the mean in us). */
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "sheaf/sheaf.h"

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static int time_redraws(const sheaf_picture *picture, int rounds, const char *name)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1200, 750);
    cairo_t *cr = cairo_create(surface);
    double *times = calloc((size_t)rounds, sizeof *times);
    int failed = times == NULL;

    for (int i = -1; !failed && i < rounds; i++) { /* one to warm up */
        double start = now();
        failed = sheaf_picture_draw(picture, cr, 0, 0) != SHEAF_OK;
        times[i < 0 ? 0 : i] = now() - start;
    }
    if (!failed) {
        qsort(times, (size_t)rounds, sizeof *times, compare);
        printf("%-44s %9.2f\n", name, times[rounds / 2]);
    }
    free(times);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return failed;
}

enum { QUESTIONS = 100000 };

static void time_questions(const sheaf_picture *picture, const char *name)
{
    double spent[2] = { 0 };
    size_t found = 0;

    for (int which = 0; which < 2; which++) {
        unsigned seed = 1;
        double start = now();
        for (int i = 0; i < QUESTIONS; i++) {
            sheaf_datum datum = SHEAF_DATUM_INIT;
            seed = seed * 1664525U + 1013904223U;
            double x = (seed >> 16) % 1200, y = (seed >> 8) % 750;
            found += which == 0 ? sheaf_picture_hit(picture, x, y, &datum)
                                : sheaf_picture_nearest(picture, x, y, 20, &datum);
        }
        spent[which] = (now() - start) * 1e3 / QUESTIONS;
    }
    printf("%-44s %9.2f hit, %.2f nearest (us, of %zu data; %zu found)\n", name, spent[0], spent[1],
           sheaf_picture_datum_count(picture), found);
}

int main(int n, char **words)
{
    if (n < 3 || atoi(words[1]) < 1)
        return fprintf(stderr, "usage: bench_redraw ROUNDS DATA.csv [FLOW]…\n"), 2;
    sheaf_table *table = sheaf_table_read(NULL, words[2]);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 3; i < n; i++) {
        const sheaf_filter filter = { "flow", words[i] };
        sheaf_chart_take(chart, sheaf_table_select(table, &filter, 1));
    }
    if (n == 3)
        sheaf_chart_take(chart, sheaf_table_select(table, NULL, 0));
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
    int failed = picture == NULL || time_redraws(picture, atoi(words[1]), words[2]);
    if (!failed)
        time_questions(picture, words[2]);
    if (picture == NULL)
        fprintf(stderr, "bench_redraw: %s\n", sheaf_chart_message(chart));
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    sheaf_table_destroy(table);
    return failed;
}
