/* progress.c - what a command tells on a terminal while it works. A thread of its own tells the time:
 * the library's calls do not return before they are done. */
#include "progress.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 24 };

void progress_bar(size_t done, size_t count)
{
    const size_t filled = count > 0 ? done * BAR / count : BAR;

    fprintf(stderr, "\r %zu/%zu  ", done, count);
    for (size_t i = 0; i < BAR; i++)
        fputs(i < filled ? "\xE2\x94\x81" : "\xE2\x94\x88", stderr); /* U+2501, U+2508 */
    fputs("  ", stderr);
}

/* One a process, as its standard error is; only the main thread begins and ends it. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t ended;
    pthread_t thread;
    bool is_silent, has_begun, ends, has_told;
} ticking = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *tick(void *context)
{
    struct timespec next;
    unsigned tenths = 10;

    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &next);
    next.tv_sec++;
    pthread_mutex_lock(&ticking.lock);
    while (!ticking.ends) {
        if (pthread_cond_timedwait(&ticking.ended, &ticking.lock, &next) != ETIMEDOUT)
            continue;
        fprintf(stderr, "\r %u s \xE2\x80\xA6\x1B[K", tenths / 10);
        fflush(stderr);
        ticking.has_told = true;
        next.tv_nsec += 500000000;
        next.tv_sec += next.tv_nsec / 1000000000;
        next.tv_nsec %= 1000000000;
        tenths += 5;
    }
    pthread_mutex_unlock(&ticking.lock);
    return NULL;
}

void progress_silence(void)
{
    ticking.is_silent = true;
}

void progress_begin(void)
{
    pthread_condattr_t attributes;
    sigset_t all, before;

    if (ticking.has_begun || ticking.is_silent || !isatty(STDERR_FILENO))
        return;
    ticking.ends = ticking.has_told = false;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&ticking.ended, &attributes);
    pthread_condattr_destroy(&attributes);
    /* Signals are the main thread's. */
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    ticking.has_begun = pthread_create(&ticking.thread, NULL, tick, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void progress_end(void)
{
    if (!ticking.has_begun)
        return;
    pthread_mutex_lock(&ticking.lock);
    ticking.ends = true;
    pthread_cond_signal(&ticking.ended);
    pthread_mutex_unlock(&ticking.lock);
    pthread_join(ticking.thread, NULL);
    pthread_cond_destroy(&ticking.ended);
    if (ticking.has_told)
        fputs("\r\x1B[K", stderr);
    ticking.has_begun = false;
}
