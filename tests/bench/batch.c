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

static const char spec[] =
    "sheaf: 1\n"
    "parameters: {partner: P0}\n"
    "title: 'Trade with {$partner} {growth(turnover)[2023] ? rose by {} | fell by {} | held}'\n"
    "date: 2024-06-26\n"
    "sources: {office: {title: Office of statistics}}\n"
    "data: {trade: {file: trade.csv, source: office}}\n"
    "series:\n"
    "  exports: 'trade[flow: exports, partner: $partner]'\n"
    "  imports: 'trade[flow: imports, partner: $partner]'\n"
    "  turnover: exports + imports\n"
    "sheet:\n"
    "  - figures:\n"
    "      - {value: 'turnover[2023]', change: growth}\n"
    "      - {value: 'exports[2023]', change: growth}\n"
    "  - text: 'In 2023 exports were {exports[2023]} and imports {imports[2023]}.'\n"
    "  - chart: {type: lines, series: [exports, imports], title: Exports and imports}\n"
    "  - row:\n"
    "      - chart: {type: bars, series: exports, title: Exports, periods: 2016..2023}\n"
    "      - chart: {type: bars, series: imports, title: Imports, periods: 2016..2023}\n"
    "  - table: {rows: [exports, imports, turnover], columns: [2021, 2022, 2023, growth(2023)]}\n"
    "  - notes\n";

static void stop(const char *what)
{
    fprintf(stderr, "bench_batch: %s\n", what);
    exit(1);
}

/* Figures that differ, the same in each run. */
static unsigned next_figure(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 16) % 900 + 100;
}

static void write_inputs(const char *folder, unsigned partners)
{
    char path[4096];
    unsigned state = 1;

    snprintf(path, sizeof path, "%s/batch.yaml", folder);
    FILE *file = fopen(path, "w");
    if (file == NULL || fputs(spec, file) < 0 || fclose(file) != 0)
        stop("the spec cannot be written");
    snprintf(path, sizeof path, "%s/trade.csv", folder);
    file = fopen(path, "w");
    if (file == NULL)
        stop("the data cannot be written");
    fputs("period,flow,partner,value,unit,unit_mult\n", file);
    for (unsigned partner = 0; partner < partners; partner++)
        for (unsigned flow = 0; flow < 2; flow++)
            for (unsigned year = 2010; year < 2024; year++)
                fprintf(file, "%u,%s,P%u,%u,USD,6\n", year, flow == 0 ? "exports" : "imports",
                        partner, next_figure(&state));
    if (fclose(file) != 0)
        stop("the data cannot be written");
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
    write_inputs(words[1], (unsigned)sheets);
    make(words[1], 1, false, "one");
    make(words[1], 2, false, "two");
    make(words[1], 2, true, "two");
    return 0;
}
