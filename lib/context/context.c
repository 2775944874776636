/* context.c - the context: counted by its holders, what it keeps behind one lock, and the workers
 * that no call is using. */
#include "context/context.h"

#include <pthread.h>
#include <string.h>

#include "base/sized.h"
#include "context/keeper.h"

struct worker {
    struct worker *next; /* among the idle */
    struct keeper keeper;
};

struct sheaf_context {
    sheaf_alloc alloc;
    sheaf_error error;
    size_t holders; /* atomic */
    sheaf_callbacks callbacks;
    char **odbc_program; /* arguments, and NULL; in one block with their texts */
    size_t odbc_program_size;
    size_t counted[COUNTED_KINDS]; /* atomic */
    pthread_mutex_t lock;          /* of all below */
    pthread_cond_t settled;        /* something that was being made is made, or could not be */
    struct keeper keeper;
    struct worker *idle;
};

/* What create gives when there is no memory: says so, keeps nothing. */
static const sheaf_context inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};
/* What NULL stands for where a context's status is asked. */
static const sheaf_context absent = {
    .error = { .status = SHEAF_BAD_ARGUMENT, .message = "there is no context (NULL)" },
};

sheaf_context *sheaf_context_create(const sheaf_alloc *alloc)
{
    sheaf_context *context = memory_resize(alloc, NULL, 0, sizeof *context);

    if (context == NULL)
        return (sheaf_context *)&inert;
    *context = (sheaf_context){ .alloc = *memory_or_default(alloc), .holders = 1 };
    /* Neither can fail without attributes. */
    pthread_mutex_init(&context->lock, NULL);
    pthread_cond_init(&context->settled, NULL);
    return context;
}

void sheaf_context_destroy(sheaf_context *context)
{
    context_drop(context);
}

sheaf_status sheaf_context_status(const sheaf_context *context)
{
    return context_error(context)->status;
}

const char *sheaf_context_message(const sheaf_context *context)
{
    return context_error(context)->message;
}

const sheaf_error *context_error(const sheaf_context *context)
{
    return context != NULL ? &context->error : &absent.error;
}

sheaf_status sheaf_context_set_callbacks(sheaf_context *context, const sheaf_callbacks *callbacks)
{
    sheaf_callbacks own = { .size = sizeof own };

    if (context == NULL || context == &inert)
        return context_error(context)->status;
    if (callbacks != NULL && !sized_take(&own, sizeof own, sizeof own, callbacks))
        return SHEAF_BAD_ARGUMENT; /* a later version's, or no size */
    context->callbacks = own;
    return SHEAF_OK;
}

const sheaf_callbacks *context_callbacks(const sheaf_context *context)
{
    return context != NULL ? &context->callbacks : &inert.callbacks;
}

/* The arguments as one block: a list, its NULL, and the texts. NULL when memory runs out. */
static char **copy_arguments(const sheaf_alloc *alloc, const char *const *arguments, size_t *size)
{
    size_t n = 0, length = 0;

    while (arguments[n] != NULL)
        length += strlen(arguments[n++]) + 1;
    *size = (n + 1) * sizeof(char *) + length;
    char **copy = memory_resize(alloc, NULL, 0, *size);
    char *text = copy != NULL ? (char *)(copy + n + 1) : NULL;
    for (size_t i = 0; copy != NULL && i < n; i++) {
        copy[i] = text;
        text = stpcpy(text, arguments[i]) + 1;
    }
    if (copy != NULL)
        copy[n] = NULL;
    return copy;
}

sheaf_status sheaf_context_set_odbc_program(sheaf_context *context, const char *const *arguments)
{
    char **copy = NULL;
    size_t size = 0;

    if (context == NULL || context == &inert)
        return context_error(context)->status;
    if (arguments != NULL && arguments[0] == NULL)
        return SHEAF_BAD_ARGUMENT;
    if (arguments != NULL) {
        copy = copy_arguments(&context->alloc, arguments, &size);
        if (copy == NULL)
            return SHEAF_NO_MEMORY;
    }
    memory_free(&context->alloc, context->odbc_program, context->odbc_program_size);
    context->odbc_program = copy;
    context->odbc_program_size = size;
    return SHEAF_OK;
}

const char *const *context_odbc_program(const sheaf_context *context)
{
    return context != NULL ? (const char *const *)context->odbc_program : NULL;
}

const sheaf_alloc *context_alloc(const sheaf_context *context)
{
    return memory_or_default(context == NULL || context == &inert ? NULL : &context->alloc);
}

sheaf_context *context_hold(sheaf_context *context)
{
    if (context == NULL)
        return sheaf_context_create(NULL);
    if (context != &inert)
        __atomic_add_fetch(&context->holders, 1, __ATOMIC_RELAXED);
    return context;
}

static void worker_destroy(const sheaf_alloc *alloc, struct worker *worker)
{
    keeper_free(&worker->keeper, alloc);
    memory_free(alloc, worker, sizeof *worker);
}

void context_drop(sheaf_context *context)
{
    if (context == NULL || context == &inert ||
        __atomic_sub_fetch(&context->holders, 1, __ATOMIC_ACQ_REL) > 0)
        return;
    sheaf_alloc alloc = context->alloc;
    for (struct worker *worker = context->idle, *next; worker != NULL; worker = next) {
        next = worker->next;
        worker_destroy(&alloc, worker);
    }
    keeper_free(&context->keeper, &alloc);
    memory_free(&alloc, context->odbc_program, context->odbc_program_size);
    pthread_cond_destroy(&context->settled);
    pthread_mutex_destroy(&context->lock);
    memory_free(&alloc, context, sizeof *context);
}

void context_count(sheaf_context *context, enum counted what)
{
    __atomic_add_fetch(&context->counted[what], 1, __ATOMIC_RELAXED);
}

size_t context_counted(const sheaf_context *context, enum counted what)
{
    return __atomic_load_n(&context->counted[what], __ATOMIC_RELAXED);
}

/* Finds the entry once nobody is making it, or adds one for the caller to make. NULL when memory
 * runs out (then error says so) or the limit is reached. */
static struct kept *find_or_add(sheaf_context *context, const struct keep_kind *kind,
                                const void *key, size_t n, sheaf_error *error)
{
    struct kept *kept;
    bool is_full = false;

    pthread_mutex_lock(&context->lock);
    while ((kept = keeper_find(&context->keeper, kind, key, n)) != NULL && kept->thing == NULL)
        pthread_cond_wait(&context->settled, &context->lock);
    if (kept == NULL) {
        is_full = kind->most > 0 && context->keeper.n >= kind->most;
        kept = is_full ? NULL : keeper_add(&context->keeper, &context->alloc, kind, key, n);
    }
    pthread_mutex_unlock(&context->lock);
    if (kept == NULL && !is_full)
        fail_memory(error);
    return kept;
}

/* The lock is free while a thing is made: that takes time, and may keep further things. */
void *context_keep(sheaf_context *context, const struct keep_kind *kind, const void *key, size_t n,
                   sheaf_error *error)
{
    error_take(error, &context->error);
    struct kept *kept = context != &inert ? find_or_add(context, kind, key, n, error) : NULL;

    if (kept == NULL)
        return NULL;
    if (kept->thing != NULL)
        return kept->thing;
    void *thing = kind->make(context, key, n, error);
    pthread_mutex_lock(&context->lock);
    keeper_settle(&context->keeper, &context->alloc, kept, thing);
    pthread_cond_broadcast(&context->settled);
    pthread_mutex_unlock(&context->lock);
    return thing;
}

static struct worker *worker_create(sheaf_context *context)
{
    struct worker *worker = memory_resize(&context->alloc, NULL, 0, sizeof *worker);

    if (worker != NULL) {
        *worker = (struct worker){ .next = NULL };
        context_count(context, COUNTED_WORKERS);
    }
    return worker;
}

/* The worker that was given back last: its caches are the warmest. */
struct worker *worker_take(sheaf_context *context, sheaf_error *error)
{
    struct worker *worker = NULL;

    if (context != &inert) {
        pthread_mutex_lock(&context->lock);
        worker = context->idle;
        if (worker != NULL)
            context->idle = worker->next;
        pthread_mutex_unlock(&context->lock);
        if (worker == NULL)
            worker = worker_create(context);
    }
    if (worker == NULL)
        fail_memory(error);
    return worker;
}

/* No call uses what the worker keeps any more, so that it may go. */
void worker_give(sheaf_context *context, struct worker *worker)
{
    enum { MOST_THINGS = 64 };

    if (worker == NULL)
        return;
    if (worker->keeper.n > MOST_THINGS) {
        worker_destroy(&context->alloc, worker);
        return;
    }
    pthread_mutex_lock(&context->lock);
    worker->next = context->idle;
    context->idle = worker;
    pthread_mutex_unlock(&context->lock);
}

void *worker_keep(sheaf_context *context, struct worker *worker, const struct keep_kind *kind,
                  const void *key, size_t n, sheaf_error *error)
{
    struct kept *kept = keeper_find(&worker->keeper, kind, key, n);

    if (kept == NULL)
        kept = keeper_add(&worker->keeper, &context->alloc, kind, key, n);
    if (kept == NULL) {
        fail_memory(error);
        return NULL;
    }
    if (kept->thing != NULL)
        return kept->thing;
    void *thing = kind->make(context, key, n, error);
    keeper_settle(&worker->keeper, &context->alloc, kept, thing);
    return thing;
}
