/* batch.c - sheets a second of a batch to files: bench_batch FOLDER [SHEETS]. One page with three
 * charts, a table and key figures, a sheet for each of SHEETS (1,000) partners of one file, on one
 * thread and on two, and once more with resume; and the largest memory. */
#include <sheaf/sheaf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "inputs.h"

static void stop(const char *what)
{
    fprintf(stderr, "bench_batch: %s\n", what);
    exit(1);
}

static double seconds_of(const struct timeval *time)
{
    return (double)time->tv_sec + (double)time->tv_usec * 1e-6;
}

static double wall_seconds(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void make(const char *folder, unsigned threads, bool resume, const char *name)
{
    char path[4096], output[4096];
    sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT;
    struct rusage before, after;

    snprintf(path, sizeof path, "%s/batch.yaml", folder);
    snprintf(output, sizeof output, "%s/%s/{partner}.pdf", folder, name);
    options.each = "partner";
    options.output = output;
    options.threads = threads;
    options.resume = resume;
    getrusage(RUSAGE_SELF, &before);
    const double begin = wall_seconds();
    sheaf_batch *batch = sheaf_batch_create(NULL, path, &options);
    const double planned = wall_seconds();
    if (sheaf_batch_run(batch, NULL, NULL) != SHEAF_OK)
        stop(sheaf_batch_error(batch)->message);
    const double wall = wall_seconds() - planned;
    getrusage(RUSAGE_SELF, &after);
    const double n = (double)sheaf_batch_count(batch);
    const double cpu = seconds_of(&after.ru_utime) + seconds_of(&after.ru_stime) -
                       seconds_of(&before.ru_utime) - seconds_of(&before.ru_stime);
    printf("%-8s -j%u %6.0f sheets, planned in %4.0f ms, %6.2f ms of CPU a sheet, %6.0f sheets/s, "
           "largest memory %.0f MB\n",
           resume ? "resumed" : "made", threads, n, 1e3 * (planned - begin), 1e3 * cpu / n,
           n / wall, (double)after.ru_maxrss / 1000);
    sheaf_batch_destroy(batch);
}

int main(int n_words, char **words)
{
    const int sheets = n_words >= 3 ? atoi(words[2]) : 1000;

    if (n_words < 2 || sheets < 1)
        return fprintf(stderr, "usage: bench_batch FOLDER [SHEETS]\n"), 2;
    if (!bench_write_inputs(words[1], (unsigned)sheets))
        stop("the spec and data cannot be written");
    make(words[1], 1, false, "one");
    make(words[1], 2, false, "two");
    make(words[1], 2, true, "two");
    return 0;
}
