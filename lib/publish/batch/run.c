/* run.c - the threads of a batch: each takes the next sheet until there is none. The calling thread
 * tells of the progress. */
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/digest_quick.h"
#include "base/hash.h"
#include "publish/batch/index.h"
#include "publish/batch/make.h"
#include "publish/batch/place.h"

enum { MOST_THREADS = 256, TELL_MS = 100 };

struct run {
    sheaf_batch *batch;
    struct report report;
    char drafts[64];
    double began;
    pthread_mutex_t lock; /* of all below, the report's journal and the batch's messages */
    pthread_cond_t changed;
    size_t next, working;
    struct report_sums sums;
    bool stops, is_stopped; /* by a failure; by the program */
    bool may_retry;         /* a failure that another try may mend */
    sheaf_error error;      /* the first of the journal's, or of a sheet's */
};

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void count_made(struct run *run, const struct made *made)
{
    if (made->status != SHEAF_OK)
        run->sums.failed++;
    else if (made->is_unchanged)
        run->sums.unchanged++;
    else
        run->sums.made++;
}

/* With the lock held. */
static void note_made(struct run *run, size_t index, const struct batch_sheet *which,
                      const struct made *made, struct buffer *line)
{
    sheaf_batch *batch = run->batch;
    char path[PATH_BYTES];

    if (made->status == SHEAF_CANCELLED) { /* as if it had not been begun */
        run->is_stopped = true;
        return;
    }
    if (!template_write(batch, which, 1, path))
        path[0] = '\0';
    for (size_t i = 0; i < made->n_warnings; i++)
        messages_add(&batch->messages, SHEAF_OK, made->warnings[i], path, index);
    count_made(run, made);
    if (made->status != SHEAF_OK) {
        messages_add(&batch->messages, made->status, made->message, path, index);
        fail(&run->error, made->status, "%.200s: %.280s", path, made->message);
        run->may_retry |= made->status == SHEAF_SYSTEM || made->status == SHEAF_NO_MEMORY;
        run->stops |= !batch->options.keep_going;
    }
    sheaf_error error = { .status = SHEAF_OK };
    if (!report_add(&run->report, index, line, &error)) {
        /* A full disk: no sheet could be written either. */
        error_take(&run->error, &error);
        run->may_retry = run->stops = true;
    }
}

struct worker_share {
    struct run *run;
    size_t number;
    pthread_t thread;
};

static bool take_next(struct run *run, size_t *index)
{
    bool any;

    pthread_mutex_lock(&run->lock);
    any = !run->stops && !run->is_stopped && run->next < run->batch->n;
    if (any)
        *index = run->next++;
    else
        run->working--;
    if (run->working == 0)
        pthread_cond_signal(&run->changed);
    pthread_mutex_unlock(&run->lock);
    return any;
}

static void *work(void *data)
{
    const struct worker_share *share = data;
    struct run *run = share->run;
    struct maker maker = {
        .batch = run->batch, .report = &run->report, .drafts = run->drafts, .worker = share->number
    };
    struct buffer line;

    maker.has_quick_digest = digest_is_quick();
    pool_init(&maker.pool, &run->batch->alloc);
    buffer_init(&maker.bytes, &run->batch->alloc, NULL);
    buffer_init(&line, &run->batch->alloc, NULL);
    for (size_t index; take_next(run, &index);) {
        const struct batch_sheet which =
            batch_sheet_of(run->batch, batch_index_of(run->batch, index));
        struct made made;

        make_sheet(&maker, &which, &made);
        buffer_clear(&line);
        record_write(run->batch, &which, &made, &line);
        pthread_mutex_lock(&run->lock);
        note_made(run, index, &which, &made, &line);
        pthread_mutex_unlock(&run->lock);
        arena_free(&made.arena);
        if (maker.bytes.failed) { /* it stays so until it is begun anew */
            buffer_free(&maker.bytes);
            buffer_init(&maker.bytes, &run->batch->alloc, NULL);
        }
    }
    buffer_free(&maker.bytes);
    buffer_free(&line);
    pool_free(&maker.pool);
    return NULL;
}

static size_t thread_count(const sheaf_batch *batch)
{
    size_t n = batch->options.threads;
    cpu_set_t processors;

    if (n == 0 && sched_getaffinity(0, sizeof processors, &processors) == 0)
        n = (size_t)CPU_COUNT(&processors);
    if (n > batch->n)
        n = batch->n;
    return n < 1 ? 1 : n > MOST_THREADS ? MOST_THREADS : n;
}

/* Called without the lock. False: the caller stops the run. */
static bool tell(const struct run *run, const struct report_sums *sums,
                 bool (*progress)(void *context, const sheaf_batch_progress *progress),
                 void *context)
{
    const sheaf_batch_progress told = { .size = sizeof told,
                                        .count = run->batch->n,
                                        .made = sums->made,
                                        .unchanged = sums->unchanged,
                                        .failed = sums->failed,
                                        .seconds = now() - run->began };

    return progress == NULL || progress(context, &told);
}

/* Until no thread works. */
static void watch(struct run *run,
                  bool (*progress)(void *context, const sheaf_batch_progress *progress),
                  void *context)
{
    pthread_mutex_lock(&run->lock);
    while (run->working > 0) {
        struct timespec until;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += TELL_MS * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        pthread_cond_timedwait(&run->changed, &run->lock, &until);
        if (run->working == 0)
            break;
        const struct report_sums sums = run->sums;
        pthread_mutex_unlock(&run->lock);
        const bool goes_on = tell(run, &sums, progress, context);
        pthread_mutex_lock(&run->lock);
        run->is_stopped |= !goes_on;
    }
    pthread_mutex_unlock(&run->lock);
}

/* Drafts that a killed run of this shard has left, in each folder that sheets go to. */
static void sweep(const struct run *run)
{
    const sheaf_batch *batch = run->batch;
    char path[PATH_BYTES], last[PATH_BYTES] = "";

    for (size_t i = 0; i < batch->n; i++) {
        const struct batch_sheet which = batch_sheet_of(batch, batch_index_of(batch, i));
        const char *slash;

        if (!template_write(batch, &which, 1, path))
            continue;
        slash = strrchr(path, '/');
        const size_t n = slash != NULL ? (size_t)(slash - path) + 1 : 0;
        if (i > 0 && strncmp(last, path, n) == 0 && strchr(last + n, '/') == NULL)
            continue;
        memcpy(last, path, strlen(path) + 1);
        place_sweep(path, run->drafts);
    }
}

static void start(struct run *run,
                  bool (*progress)(void *context, const sheaf_batch_progress *progress),
                  void *context)
{
    const size_t n = thread_count(run->batch);
    struct worker_share shares[MOST_THREADS];
    size_t started = 0;

    run->working = n;
    for (; started < n; started++) {
        shares[started] = (struct worker_share){ .run = run, .number = started };
        if (pthread_create(&shares[started].thread, NULL, work, &shares[started]) != 0)
            break;
    }
    pthread_mutex_lock(&run->lock);
    run->working -= n - started;
    pthread_mutex_unlock(&run->lock);
    if (started == 0) {
        fail(&run->error, SHEAF_SYSTEM, "no thread could be started");
        run->may_retry = true;
    }
    watch(run, progress, context);
    for (size_t i = 0; i < started; i++)
        pthread_join(shares[i].thread, NULL);
}

static void conclude(struct run *run)
{
    sheaf_batch *batch = run->batch;
    const struct report_sums *sums = &run->sums;
    sheaf_error error = { .status = SHEAF_OK };

    run->sums.seconds = now() - run->began;
    if (!index_write(&run->report, run->drafts, &error) ||
        !place_sync(batch->template.folder, &error) ||
        !report_finish(&run->report, &run->sums, &error)) {
        error_take(&batch->output, &error);
        return;
    }
    if (run->is_stopped)
        fail(&batch->output, SHEAF_CANCELLED, "stopped: %zu of %zu sheets are made",
             sums->made + sums->unchanged, batch->n);
    if (run->error.status == SHEAF_OK)
        return;
    /* What another try may mend is told first. */
    fail(&batch->output, run->may_retry ? SHEAF_SYSTEM : SHEAF_BAD_INPUT,
         "%zu of %zu sheets failed; the first: %.300s", sums->failed, batch->n, run->error.message);
}

static void init_lock(struct run *run)
{
    pthread_condattr_t attributes;

    pthread_mutex_init(&run->lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&run->changed, &attributes);
    pthread_condattr_destroy(&attributes);
}

static void run_all(struct run *run,
                    bool (*progress)(void *context, const sheaf_batch_progress *progress),
                    void *context)
{
    if (report_begin(&run->report, run->batch, &run->batch->output)) {
        if (run->batch->options.resume)
            sweep(run);
        start(run, progress, context);
        conclude(run);
        tell(run, &run->sums, progress, context);
    }
    report_free(&run->report);
}

sheaf_status sheaf_batch_run(sheaf_batch *batch,
                             bool (*progress)(void *context, const sheaf_batch_progress *progress),
                             void *context)
{
    struct run run = { .batch = batch, .began = now() };

    if (batch == NULL || batch->error.status != SHEAF_OK)
        return sheaf_batch_status(batch);
    batch->output = (sheaf_error){ .status = SHEAF_OK };
    messages_free(&batch->messages);
    messages_begin(&batch->messages, &batch->alloc);
    snprintf(run.drafts, sizeof run.drafts, ".sheaf-%u-%u.", batch->options.shard,
             batch->options.shards);
    init_lock(&run);
    if (index_spares_inputs(batch, &batch->output))
        run_all(&run, progress, context);
    pthread_cond_destroy(&run.changed);
    pthread_mutex_destroy(&run.lock);
    return batch->output.status;
}
