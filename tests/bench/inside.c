/* inside.c - what a chart and a sheet cost within a running program:
 * bench_inside ROUNDS DATA.csv SPEC.yaml. Prints medians in milliseconds. */
#include <sheaf/sheaf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST_ROUNDS = 1000 };

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

static size_t written;

static int count_bytes(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    written += n;
    return 0;
}

static const sheaf_sink nowhere = { NULL, count_bytes };

static void stop(const sheaf_error *error)
{
    if (error->status == SHEAF_OK)
        return;
    fprintf(stderr, "bench_inside: %s\n", error->message);
    exit(1);
}

static sheaf_chart *months_chart(const sheaf_table *table)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    sheaf_chart_set_title(chart, "Twenty-four months of exports and imports");
    for (size_t i = 0; i < sheaf_table_member_count(table, "flow"); i++) {
        sheaf_filter filter = { "flow", sheaf_table_member(table, "flow", i) };
        sheaf_series *series = sheaf_table_select(table, &filter, 1);

        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static void chart_once(const char *data)
{
    sheaf_table *table = sheaf_table_read(NULL, data);
    sheaf_chart *chart = months_chart(table);

    sheaf_chart_write_sink(chart, SHEAF_PNG, nowhere, 1200, 750, 1);
    stop(sheaf_chart_error(chart));
    sheaf_chart_destroy(chart);
    sheaf_table_destroy(table);
}

static void sheet_once(const char *spec)
{
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, spec);

    sheaf_sheet_write_pdf_sink(sheet, nowhere);
    stop(sheaf_sheet_error(sheet));
    sheaf_sheet_destroy(sheet);
}

static void measure(const char *name, void (*run)(const char *), const char *file, int rounds)
{
    static double times[MOST_ROUNDS];

    run(file);
    written = 0;
    for (int i = 0; i < rounds; i++) {
        double start = now();
        run(file);
        times[i] = now() - start;
    }
    qsort(times, (size_t)rounds, sizeof *times, compare);
    printf("%-44s %9.2f %8.1f KB\n", name, times[rounds / 2], (double)written / rounds / 1000);
}

int main(int n_words, char **words)
{
    int rounds = n_words == 4 ? atoi(words[1]) : 0;
    struct rusage usage;

    if (rounds < 1 || rounds > MOST_ROUNDS)
        return fprintf(stderr, "usage: bench_inside ROUNDS DATA.csv SPEC.yaml\n"), 2;
    printf("%-44s %9s %11s\n", "within one process", "ms", "size");
    measure("chart of 24 months x 2 series, 1200x750 PNG", chart_once, words[2], rounds);
    measure("sample sheet, PDF", sheet_once, words[3], rounds);
    getrusage(RUSAGE_SELF, &usage);
    printf("%-44s %9.1f MiB\n", "largest resident set", (double)usage.ru_maxrss / 1024);
    return 0;
}
