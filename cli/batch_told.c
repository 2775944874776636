/* batch_told.c - what sheaf batch tells, on a terminal, in a log and as JSON lines. */
#include "batch_told.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "progress.h"
#include "told.h"

enum { MOST_KINDS = 20 };

/* In a log a line now and then is enough. */
static const double seconds_between_lines = 10;

/* Progress ------------------------------------------------------------------- */

static size_t finished(const sheaf_batch_progress *progress)
{
    return progress->made + progress->unchanged + progress->failed;
}

/* "1,040/s  0:12": sheets a second, and the time that is left. */
static void print_rate(const sheaf_batch_progress *progress)
{
    const size_t done = finished(progress);
    const unsigned long rate =
        progress->seconds > 0 ? (unsigned long)((double)done / progress->seconds + 0.5) : 0;
    const unsigned long left =
        done > 0
            ? (unsigned long)((double)(progress->count - done) * progress->seconds / (double)done)
            : 0;

    if (rate >= 1000)
        fprintf(stderr, "%lu,%03lu/s", rate / 1000, rate % 1000);
    else
        fprintf(stderr, "%lu/s", rate);
    fprintf(stderr, "  %lu:%02lu", left / 60, left % 60);
}

static void print_bar(const sheaf_batch_progress *progress)
{
    const size_t done = finished(progress);

    progress_bar(done, progress->count);
    print_rate(progress);
    if (progress->failed > 0)
        fprintf(stderr, "  %zu failed", progress->failed);
    fputs("\x1B[K", stderr);
    fflush(stderr);
}

static bool is_interrupted(void)
{
    const struct timespec now = { 0, 0 };
    sigset_t signals;

    sigprocmask(SIG_BLOCK, NULL, &signals); /* those that were blocked for this */
    if (sigtimedwait(&signals, NULL, &now) < 0)
        return false;
    sigprocmask(SIG_UNBLOCK, &signals, NULL);
    return true;
}

bool tell_progress(void *context, const sheaf_batch_progress *progress)
{
    struct telling *telling = context;
    const bool tells = !telling->quiet && !telling->json;

    telling->progress = *progress;
    if (tells && telling->on_terminal) {
        print_bar(progress);
    } else if (tells && progress->seconds - telling->last >= seconds_between_lines) {
        telling->last = progress->seconds;
        fprintf(stderr, "sheaf: %zu of %zu sheets, ", finished(progress), progress->count);
        print_rate(progress);
        fputs(" left\n", stderr);
    }
    if (!telling->is_interrupted && is_interrupted()) {
        telling->is_interrupted = true;
        if (tells)
            fprintf(stderr, "%ssheaf: finishing the sheets in hand\n",
                    telling->on_terminal ? "\n" : "");
    }
    return !telling->is_interrupted;
}

/* What has no sheet ----------------------------------------------------------- */

/* The report names all of them. */
void tell_left_out(const struct telling *telling, const sheaf_batch *batch)
{
    enum { MOST_NAMED = 8 };
    size_t n = 0;

    while (sheaf_batch_left_out(batch, n) != NULL)
        n++;
    if (n == 0 || telling->quiet || telling->json)
        return;
    fprintf(stderr,
            n == 1 ? "sheaf: %zu member has no sheet, as it looks like a whole or a group: "
                   : "sheaf: %zu members have no sheet, as they look like wholes or groups: ",
            n);
    for (size_t i = 0; i < n && i < MOST_NAMED; i++) {
        char member[200];

        sheaf_printable(sheaf_batch_left_out(batch, i), member, sizeof member);
        fprintf(stderr, "%s%s", i > 0 ? ", " : "", member[0] != '\0' ? member : "(no name)");
    }
    fprintf(stderr, "%s (--where names those that are to have one)\n",
            n > MOST_NAMED ? ", \xE2\x80\xA6" : "");
}

/* Messages ------------------------------------------------------------------- */

static void print_json_message(const sheaf_batch_message *message)
{
    printf("{\"level\": \"%s\", \"message\": ", message->status == SHEAF_OK ? "warning" : "error");
    print_json_text(stdout, message->text);
    fputs(", \"sheet\": ", stdout);
    print_json_text(stdout, message->sheet);
    printf(", \"sheets\": %zu}\n", message->count);
}

static void print_message(const sheaf_batch_message *message)
{
    char sheet[PATH_BYTES];

    sheaf_printable(message->sheet, sheet, sizeof sheet);
    fprintf(stderr, "%s\n", message->text);
    if (message->count > 1)
        fprintf(stderr, "  (%zu sheets; the first is %s)\n", message->count, sheet);
    else
        fprintf(stderr, "  (%s)\n", sheet);
}

void tell_messages(const struct telling *telling, const sheaf_batch *batch)
{
    sheaf_batch_message message = SHEAF_BATCH_MESSAGE_INIT;
    size_t n = 0;

    if (telling->on_terminal && !telling->quiet && !telling->json)
        fputs("\r\x1B[K", stderr);
    for (; sheaf_batch_message_at(batch, n, &message); n++)
        if (telling->json)
            print_json_message(&message);
        else if (n < MOST_KINDS)
            print_message(&message);
    if (!telling->json && n > MOST_KINDS)
        fprintf(stderr, "and %zu further messages, which the report has\n", n - MOST_KINDS);
}

void tell_sum(const struct telling *telling, const sheaf_batch *batch)
{
    const sheaf_batch_progress *told = &telling->progress;
    const unsigned long ms = (unsigned long)(told->seconds * 1000 + 0.5);
    char path[PATH_BYTES], report[PATH_BYTES];

    sheaf_batch_report_path(batch, path, sizeof path);
    if (telling->json) {
        printf("{\"made\": %zu, \"unchanged\": %zu, \"failed\": %zu, \"not_reached\": %zu, "
               "\"seconds\": %lu.%03lu, \"report\": ",
               told->made, told->unchanged, told->failed, told->count - finished(told), ms / 1000,
               ms % 1000);
        print_json_text(stdout, path);
        puts("}");
        return;
    }
    if (telling->quiet)
        return;
    sheaf_printable(path, report, sizeof report);
    fprintf(stderr, "sheaf: %zu %s made", told->made, told->made == 1 ? "sheet" : "sheets");
    if (told->unchanged > 0)
        fprintf(stderr, ", %zu unchanged", told->unchanged);
    if (told->failed > 0)
        fprintf(stderr, ", %zu failed", told->failed);
    if (finished(told) < told->count)
        fprintf(stderr, ", %zu not reached", told->count - finished(told));
    fprintf(stderr, " in %lu.%lu s; %s\n", ms / 1000, ms % 1000 / 100, report);
}

void tell_merged(const sheaf_batch_merged *merged, const char *path, bool quiet)
{
    const size_t there = merged->shards - merged->missing;
    char report[PATH_BYTES];

    if (merged->missing > 0)
        fprintf(stderr, "sheaf: %zu of %zu shards have no report: %s\n", merged->missing,
                merged->shards, merged->missing_numbers);
    if (quiet)
        return;
    sheaf_printable(path, report, sizeof report);
    fprintf(stderr, "sheaf: %zu %s of %zu %s", merged->made + merged->unchanged,
            merged->made + merged->unchanged == 1 ? "sheet" : "sheets", there,
            there == 1 ? "shard" : "shards");
    if (merged->failed > 0)
        fprintf(stderr, ", %zu failed", merged->failed);
    if (merged->not_reached > 0)
        fprintf(stderr, ", %zu not reached", merged->not_reached);
    fprintf(stderr, "; %s\n", report);
}
