/* keep.h - how a room keeps what is dear to make: by a key, made once, freed with its keeper.
 *
 * There are two keepers. The context is shared by all threads: what it keeps never changes once
 * made (or guards itself), and is found under a lock. A worker is one call's private state: what
 * it keeps may change, because nobody else uses it meanwhile, and is found without a lock.
 *
 * The rule that keeps output the same for any number of threads and any order of work: only
 * results of pure functions are kept, under all their arguments, and nothing is decided by
 * what a keeper holds. */
#ifndef SHEAF_CONTEXT_KEEP_H
#define SHEAF_CONTEXT_KEEP_H

#include "context/context.h"

/* A kind of thing that some room keeps. Kinds are told apart by address. */
struct keep_kind {
    /* Makes the thing that the n bytes of key stand for, with the context's allocator. It may
     * keep further things. NULL after a failure, told in error; then nothing is kept. */
    void *(*make)(sheaf_context *context, const void *key, size_t n, sheaf_error *error);
    void (*free)(const sheaf_alloc *alloc, void *thing);
    /* No more of this kind where the keeper has so many things, because nothing bounds how many
     * keys there are: a process may run for months. 0: no limit. */
    size_t most;
};

/* The thing of this kind and key, made unless it is there already: once, however many threads
 * ask at a time. It lives as long as the context. NULL after a failure, and without one where the
 * kind's limit is reached. */
void *context_keep(sheaf_context *context, const struct keep_kind *kind, const void *key, size_t n,
                   sheaf_error *error);

/* Takes a worker for one call, from those that no other call uses; gives it back. NULL after a
 * failure. A worker that keeps very much, such as for hundreds of languages, starts anew. */
struct worker *worker_take(sheaf_context *context, sheaf_error *error);
void worker_give(sheaf_context *context, struct worker *worker); /* NULL: nothing happens */

/* As context_keep, for the worker alone. The thing lives as long as the worker, which is as long
 * as the context. */
void *worker_keep(sheaf_context *context, struct worker *worker, const struct keep_kind *kind,
                  const void *key, size_t n, sheaf_error *error);

#endif
