/* memory_runs_out_anywhere.c - every function of the headers, called as it is meant to be, with an allocator that
 * fails at once, after one request, after two …: no crash, no leak, and what has failed says that memory ran
 * out. Of more than 200 requests every eighth part is tried. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

#include "calls/trial.h"
#include "support/quota.h"

enum { EACH = 200 };

struct sweep {
    struct trial trial; /* first, so that its giver leads back here */
    struct quota quota;
    sheaf_alloc alloc;
    size_t left; /* requests of the function that succeed */
};

static void begin(struct giver *g)
{
    struct sweep *sweep = (struct sweep *)g;

    sweep->quota.left = sweep->left;
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
        const bool enough = sweep->quota.left > 0;
        sweep->quota.left = SIZE_MAX;
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
    struct sweep sweep = { .quota = { .left = SIZE_MAX } };
    const char *only = getenv("SHEAF_CALL"); /* one function, to look at */
    size_t requests = 0, n = 0;

    (void)state;
    sweep.alloc = quota_alloc(&sweep.quota);
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
