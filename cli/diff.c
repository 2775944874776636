/* diff.c - sheaf diff: which figures of which sheets changed between two releases. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "diff_told.h"
#include "progress.h"

enum { TO, QUIET };

static const struct option options[] = {
    [TO] = { '\0', "to", "FORMAT", "table, for people and the default, csv or json" },
    [QUIET] = { 'q', "quiet", NULL, "no progress" },
    { '\0', NULL, NULL, NULL },
};

/* As diff(1). */
enum { SAME = 0, DIFFERENT = 1, TROUBLE = 2 };

/* What can be seen of the progress. */
struct watch {
    struct timespec begin;
    double last; /* when it was told, in seconds since the beginning */
    bool tells, has_told;
};

static double seconds_since(const struct timespec *begin)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begin->tv_sec) + (double)(now.tv_nsec - begin->tv_nsec) / 1e9;
}

static bool watch_progress(void *context, size_t done, size_t count)
{
    struct watch *watch = context;
    const double seconds = watch->tells ? seconds_since(&watch->begin) : 0;

    if (!watch->tells || seconds < 1 || seconds - watch->last < 0.1)
        return true;
    watch->last = seconds;
    watch->has_told = true;
    progress_bar(done, count);
    fputs("\x1B[K", stderr);
    fflush(stderr);
    return true;
}

static int code_of(const sheaf_diff *diff)
{
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    int code = SAME;

    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++)
        if (sheet.change == SHEAF_SHEET_UNREADABLE)
            code = TROUBLE;
        else if (sheet.change != SHEAF_SHEET_SAME && code == SAME)
            code = DIFFERENT;
    return code;
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    static const char *const formats[] = { "table", "csv", "json" };
    const char *to = values[TO] != NULL ? values[TO] : "table";
    struct watch watch = { .tells = values[QUIET] == NULL && isatty(STDERR_FILENO) };
    void (*print)(const sheaf_diff *diff) = strcmp(to, "table") == 0  ? print_diff_table
                                            : strcmp(to, "csv") == 0  ? print_diff_csv
                                            : strcmp(to, "json") == 0 ? print_diff_json
                                                                      : NULL;

    if (n_operands != 2)
        return usage_error(command, "name two folders, two PDFs, pages or reports");
    if (print == NULL)
        return usage_error(command, "no format '%s' to write%s", to,
                           suggestion("", to, formats, sizeof formats / sizeof *formats));
    clock_gettime(CLOCK_MONOTONIC, &watch.begin);
    sheaf_diff *diff = sheaf_diff_create(NULL, operands[0], operands[1], watch_progress, &watch);
    if (watch.has_told)
        fputs("\r\x1B[K", stderr);
    int code = TROUBLE;
    if (sheaf_diff_status(diff) != SHEAF_OK) {
        report(sheaf_diff_error(diff));
    } else {
        code = code_of(diff);
        print(diff);
        print_diff_trouble(diff);
    }
    if (finish_output() != EXIT_FINE)
        code = TROUBLE;
    sheaf_diff_destroy(diff);
    return code;
}

const struct command diff_command = {
    .name = "diff",
    .usage = "OLD NEW [OPTION]…",
    .summary = "Tell which figures of which sheets changed between two releases.",
    .options = options,
    .examples = "  sheaf diff out-may out-june\n"
                "  sheaf diff may.pdf june.pdf\n"
                "  sheaf diff out-may/report.json out-june/report.json --to csv > revisions.csv\n",
    .exits = "0 no figure changed, 1 figures changed or sheets came or went, 2 something could\n"
             "not be compared.",
    .run = run,
};
