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

/* Writes "12 failed" in the user's language, behind what stands before it. */
static void print_count(const char *before, const char *english, size_t n)
{
    char count[24], text[200];
    const char *const values[] = { count };

    snprintf(count, sizeof count, "%zu", n);
    words_write(text, sizeof text, english, values);
    fprintf(stderr, "%s%s", before, text);
}

/* The same of two counts: "3 of 8 sheets". */
static void print_counts(const char *before, const char *english, size_t n, size_t of)
{
    char count[24], whole[24], text[200];
    const char *const values[] = { count, whole };

    snprintf(count, sizeof count, "%zu", n);
    snprintf(whole, sizeof whole, "%zu", of);
    words_write(text, sizeof text, english, values);
    fprintf(stderr, "%s%s", before, text);
}

/* What else became of the sheets; nothing of none. */
static void print_rest(size_t unchanged, size_t failed, size_t not_reached)
{
    if (unchanged > 0)
        print_count(", ", "%s unchanged", unchanged);
    if (failed > 0)
        print_count(", ", "%s failed", failed);
    if (not_reached > 0)
        print_count(", ", "%s not reached", not_reached);
}

static void print_bar(const sheaf_batch_progress *progress)
{
    const size_t done = finished(progress);

    progress_bar(done, progress->count);
    print_rate(progress);
    if (progress->failed > 0)
        print_count("  ", "%s failed", progress->failed);
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
        print_counts("sheaf: ", "%s of %s sheets", finished(progress), progress->count);
        fputs(", ", stderr);
        print_rate(progress);
        fprintf(stderr, " %s\n", in_words("left"));
    }
    if (!telling->is_interrupted && is_interrupted()) {
        telling->is_interrupted = true;
        if (tells)
            fprintf(stderr, "%ssheaf: %s\n", telling->on_terminal ? "\n" : "",
                    in_words("finishing the sheets in hand"));
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
    char path[PATH_BYTES], report[PATH_BYTES], time[48], seconds[80];

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
    print_count("sheaf: ", told->made == 1 ? "%s sheet made" : "%s sheets made", told->made);
    print_rest(told->unchanged, told->failed, told->count - finished(told));
    snprintf(time, sizeof time, "%lu.%lu", ms / 1000, ms % 1000 / 100);
    words_write(seconds, sizeof seconds, " in %s s", (const char *const[]){ time });
    fprintf(stderr, "%s; %s\n", seconds, report);
}

void tell_merged(const sheaf_batch_merged *merged, const char *path, bool quiet)
{
    const size_t there = merged->shards - merged->missing;
    const size_t made = merged->made + merged->unchanged;
    char report[PATH_BYTES], missing[24], shards[24], text[sizeof merged->missing_numbers + 300];

    if (merged->missing > 0) {
        snprintf(missing, sizeof missing, "%zu", merged->missing);
        snprintf(shards, sizeof shards, "%zu", merged->shards);
        words_write(text, sizeof text, "%s of %s shards have no report: %s",
                    (const char *const[]){ missing, shards, merged->missing_numbers });
        fprintf(stderr, "sheaf: %s\n", text);
    }
    if (quiet)
        return;
    sheaf_printable(path, report, sizeof report);
    print_counts("sheaf: ",
                 made == 1    ? there == 1 ? "%s sheet of %s shard" : "%s sheet of %s shards"
                 : there == 1 ? "%s sheets of %s shard"
                              : "%s sheets of %s shards",
                 made, there);
    print_rest(0, merged->failed, merged->not_reached);
    fprintf(stderr, "; %s\n", report);
}
