/* labels.c - what placing the labels at the ends of lines costs: bench_labels ROUNDS. Prints medians in
 * milliseconds. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "chart/guides/end_labels.h"

enum { MOST_ROUNDS = 1000, LINES = 20, POINTS = 36 };

struct lines {
    double x[POINTS], y[LINES][POINTS];
};

static double height_at(const void *own, size_t line, size_t point)
{
    return ((const struct lines *)own)->y[line][point];
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* Lines that meet, each third of which ends early, or all. */
static void make(struct lines *lines, struct end_label *labels, size_t early)
{
    for (size_t k = 0; k < POINTS; k++)
        lines->x[k] = 40 + 22.0 * (double)k;
    for (size_t i = 0; i < LINES; i++) {
        size_t last = i % early == 0 ? POINTS - 2 - i : POINTS - 1;
        for (size_t k = 0; k < POINTS; k++)
            lines->y[i][k] =
                k > last ? NAN : 300 + 200 * sin(0.1 * (double)k * (double)(i + 1) + (double)i);
        labels[i] = (struct end_label){ .line = i, .point = last, .width = 90, .height = 16 };
    }
}

static void place(const struct lines *lines, struct end_label *labels)
{
    sheaf_error error = { 0 };
    struct arena arena;
    struct end_room room = { .x = PLACES(lines->x),
                             .n_points = POINTS,
                             .n_lines = LINES,
                             .y = height_at,
                             .own = lines,
                             .from = lines->x[0],
                             .bottom = 600,
                             .plot_bottom = 600,
                             .em = 15,
                             .dot = 4,
                             .column = lines->x[POINTS - 1] + 28 };

    arena_init(&arena, NULL, &error);
    if (!end_labels_place(&room, labels, LINES, &arena))
        exit(1);
    arena_free(&arena);
}

static void measure(const char *name, size_t early, int rounds)
{
    static struct lines lines;
    static double times[MOST_ROUNDS];
    struct end_label labels[LINES];

    for (int i = 0; i < rounds; i++) {
        make(&lines, labels, early);
        double start = now();
        place(&lines, labels);
        times[i] = now() - start;
    }
    qsort(times, (size_t)rounds, sizeof *times, compare);
    printf("%-44s %9.4f\n", name, times[rounds / 2]);
}

int main(int n_words, char **words)
{
    int rounds = n_words == 2 ? atoi(words[1]) : 0;

    if (rounds < 1 || rounds > MOST_ROUNDS)
        return fprintf(stderr, "usage: bench_labels ROUNDS\n"), 2;
    printf("%-44s %9s\n", "labels at the ends of 20 lines", "ms");
    measure("7 of them early", 3, rounds);
    measure("all of them early", 1, rounds);
    return 0;
}
