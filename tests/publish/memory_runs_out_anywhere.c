/* memory_runs_out_anywhere.c - every function of the headers, called as it is meant to be, while memory runs out at
 * once, after one request, after two …, the allocator's and malloc's: no crash, no leak, and what has failed says
 * that memory ran out. Of more than 200 requests every eighth part is tried. */
#include "support/check.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

#include "calls/trial.h"
#include "support/quota.h"

enum { EACH = 200 };

/* Requests that succeed from here on; SIZE_MAX: all. */
static atomic_size_t requests_left = SIZE_MAX;

/* The linker has the library's and the quota's realloc come here. */
void *__real_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size);

void *__wrap_realloc(void *block, size_t size)
{
    size_t left = requests_left;

    while (left != SIZE_MAX && left > 0 &&
           !atomic_compare_exchange_weak(&requests_left, &left, left - 1)) {}
    return left == 0 ? NULL : __real_realloc(block, size);
}

struct sweep {
    struct trial trial;   /* first, so that its giver leads back here */
    struct quota quota;   /* counts what is held */
    pthread_mutex_t lock; /* of the quota: a batch asks in threads of its own */
    sheaf_alloc alloc;
    size_t left; /* requests of the function that succeed */
};

static void *resize(void *context, void *block, size_t old_size, size_t new_size)
{
    struct sweep *sweep = context;
    const sheaf_alloc counted = quota_alloc(&sweep->quota);

    pthread_mutex_lock(&sweep->lock);
    block = counted.resize(counted.context, block, old_size, new_size);
    pthread_mutex_unlock(&sweep->lock);
    return block;
}

static void begin(struct giver *g)
{
    requests_left = ((struct sweep *)g)->left;
}

/* Of what the call had and made: well, or out of memory, or what it is with all memory. */
static void check_said(struct sweep *sweep, const struct call *call, sheaf_status usual)
{
    struct trial *trial = &sweep->trial;
    const sheaf_status status = trial->giver.status;
    /* A batch says that sheets failed, and that another try may help. */
    const bool by_sheet = status == SHEAF_SYSTEM && strcmp(call->function, "sheaf_batch_run") == 0;

    for (size_t i = 0; i < trial->n_objects; i++)
        object_require_said(&trial->giver, trial->objects[i].kind, trial->objects[i].object);
    if (getenv("SHEAF_CALL") != NULL)
        print_message("  %s after %zu requests: %s\n", call->function, sweep->left,
                      sheaf_status_text(status));
    if (status != SHEAF_OK && status != SHEAF_NO_MEMORY && status != usual && !by_sheet)
        fail_msg("%s, after %zu requests: %s", call->function, sweep->left,
                 sheaf_status_text(status));
}

/* How many requests the function makes. */
static size_t sweep_call(struct sweep *sweep, const struct call *call)
{
    sheaf_status usual = SHEAF_OK;

    sweep->trial.giver.function = call->function;
    for (size_t left = SIZE_MAX, next = 0;; left = next, next += next < EACH ? 1 : next / 8) {
        sweep->left = left;
        sweep->trial.chosen = 0;
        call->call(&sweep->trial.giver);
        const bool enough = requests_left > 0;
        requests_left = SIZE_MAX;
        if (left == SIZE_MAX)
            usual = sweep->trial.giver.status;
        check_said(sweep, call, usual);
        trial_clear(&sweep->trial);
        if (left != SIZE_MAX && enough)
            return left - 1; /* one was not needed */
    }
}

static void every_failure_is_clean(void **state)
{
    struct sweep sweep = { .quota = { .left = SIZE_MAX }, .lock = PTHREAD_MUTEX_INITIALIZER };
    const char *only = getenv("SHEAF_CALL"); /* one function, to look at */
    size_t requests = 0, n = 0;

    (void)state;
    sweep.alloc = (sheaf_alloc){ &sweep, resize };
    sheaf_context *context = sheaf_context_create(&sweep.alloc);
    trial_begin(&sweep.trial, context, &sweep.alloc);
    sweep.trial.giver.begin = begin;
    for (const struct call *call = calls; call < calls + n_calls; call++) {
        if (call_is_left_out(call, false) || (only != NULL && strcmp(only, call->function) != 0))
            continue;
        const size_t made = sweep_call(&sweep, call);
        requests += made;
        n += made > 0;
    }
    sheaf_context_destroy(context);
    assert_int_equal(sweep.quota.live, 0);
    print_message("  %zu requests of %zu functions\n", requests, n);
    assert_true(only != NULL || n > 100);
}

static int enter_folder(void **state)
{
    (void)state;
    mkdir("out_of_memory", 0755); /* it may be there from before */
    return chdir("out_of_memory") == 0 && objects_write_files() ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_failure_is_clean) };

    return cmocka_run_group_tests(tests, enter_folder, NULL);
}
