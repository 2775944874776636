/* things_are_kept_once.c - what a context keeps is made once for a key, by whichever thread comes
 * first, and freed with it. */
#include "support/check.h"

#include <pthread.h>
#include <string.h>

#include "context/keep.h"
#include "support/quota.h"

enum { THREADS = 8, MOST_FREED = 16 };

/* What the kinds of this test do; reset by each test. */
static struct {
    size_t made; /* atomic */
    char freed[MOST_FREED];
    size_t n_freed;
    bool fails;
} seen;

struct letter {
    char letter;
};

static void *make_letter(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct letter *letter = memory_resize(context_alloc(context), NULL, 0, sizeof *letter);

    __atomic_add_fetch(&seen.made, 1, __ATOMIC_RELAXED);
    if (letter == NULL) {
        fail_memory(error);
        return NULL;
    }
    if (seen.fails) {
        memory_free(context_alloc(context), letter, sizeof *letter);
        fail(error, SHEAF_SYSTEM, "no letter %.*s", (int)n, (const char *)key);
        return NULL;
    }
    letter->letter = n > 0 ? *(const char *)key : '-';
    return letter;
}

static void free_letter(const sheaf_alloc *alloc, void *thing)
{
    struct letter *letter = thing;

    if (seen.n_freed < MOST_FREED)
        seen.freed[seen.n_freed++] = letter->letter;
    memory_free(alloc, letter, sizeof *letter);
}

static const struct keep_kind letters = { make_letter, free_letter, 0 };
static const struct keep_kind others = { make_letter, free_letter, 0 };

/* Keeps the letter of its key, then itself as a capital. */
static void *make_word(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    const struct letter *first = context_keep(context, &letters, key, n, error);

    return first != NULL ? make_letter(context, "W", 1, error) : NULL;
}

static const struct keep_kind words = { make_word, free_letter, 0 };

static int reset(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof seen);
    return 0;
}

static void test_a_key_is_made_once(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    struct letter *a = context_keep(context, &letters, "a", 1, &error);
    struct letter *b = context_keep(context, &letters, "b", 1, &error);
    assert_int_equal(a->letter, 'a');
    assert_int_equal(b->letter, 'b');
    assert_ptr_equal(context_keep(context, &letters, "a", 1, &error), a);
    assert_ptr_not_equal(context_keep(context, &others, "a", 1, &error), a);
    assert_ptr_not_equal(context_keep(context, &letters, NULL, 0, &error), a);
    assert_non_null(context_keep(context, &letters, NULL, 0, &error));
    assert_int_equal(seen.made, 4);
    assert_int_equal(error.status, SHEAF_OK);
    sheaf_context_destroy(context);
    assert_int_equal(seen.n_freed, 4);
}

static void test_what_others_use_is_freed_last(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    assert_non_null(context_keep(context, &words, "a", 1, &error));
    sheaf_context_destroy(context);
    assert_string_equal(seen.freed, "Wa");
}

static void test_many_keys_are_found_again(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1000; i++)
            assert_non_null(context_keep(context, &letters, &i, sizeof i, &error));
    assert_int_equal(seen.made, 1000);
    sheaf_context_destroy(context);
}

static void test_a_kind_has_its_limit(void **state)
{
    static const struct keep_kind few = { make_letter, free_letter, 3 };
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    for (int i = 0; i < 6; i++)
        assert_int_equal(context_keep(context, &few, &i, sizeof i, &error) != NULL, i < 3);
    assert_non_null(context_keep(context, &letters, "a", 1, &error));
    assert_non_null(context_keep(context, &few, &(int){ 2 }, sizeof(int), &error));
    assert_int_equal(error.status, SHEAF_OK);
    sheaf_context_destroy(context);
    assert_int_equal(seen.n_freed, 4);
}

/* Two hundred languages in one process: a worker does not keep them all for ever. */
static void test_a_worker_that_keeps_too_much_goes(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    struct worker *worker = worker_take(context, &error);
    for (int i = 0; i < 200; i++)
        assert_non_null(worker_keep(context, worker, &letters, &i, sizeof i, &error));
    worker_give(context, worker);
    assert_int_equal(seen.n_freed, MOST_FREED); /* all that are counted */
    worker_give(context, worker_take(context, &error));
    assert_int_equal(context_counted(context, COUNTED_WORKERS), 2);
    sheaf_context_destroy(context);
}

static void test_a_failure_is_told_and_not_kept(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    seen.fails = true;
    assert_null(context_keep(context, &letters, "a", 1, &error));
    assert_string_equal(error.message, "no letter a");
    seen.fails = false;
    error = (sheaf_error){ 0 };
    assert_non_null(context_keep(context, &letters, "a", 1, &error));
    assert_int_equal(seen.made, 2);
    sheaf_context_destroy(context);
    assert_int_equal(seen.n_freed, 1);
}

static void *keep_all(void *context)
{
    sheaf_error error = { 0 };
    const struct letter *w = context_keep(context, &words, "a", 1, &error);
    const struct letter *b = context_keep(context, &letters, "b", 1, &error);

    return w != NULL && b != NULL && w->letter == 'W' && b->letter == 'b' ? context : NULL;
}

static void test_threads_share_what_one_makes(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    pthread_t threads[THREADS];

    (void)state;
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, keep_all, context), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        assert_ptr_equal(result, context);
    }
    assert_int_equal(seen.made, 3);
    sheaf_context_destroy(context);
}

static void test_workers_are_private_and_used_again(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { 0 };

    (void)state;
    struct worker *first = worker_take(context, &error), *second = worker_take(context, &error);
    assert_ptr_not_equal(first, second);
    struct letter *own = worker_keep(context, first, &letters, "a", 1, &error);
    assert_ptr_not_equal(worker_keep(context, second, &letters, "a", 1, &error), own);
    worker_give(context, second);
    worker_give(context, first);
    assert_ptr_equal(worker_take(context, &error), first);
    assert_ptr_equal(worker_keep(context, first, &letters, "a", 1, &error), own);
    worker_give(context, first);
    assert_int_equal(context_counted(context, COUNTED_WORKERS), 2);
    assert_int_equal(seen.made, 2);
    sheaf_context_destroy(context);
    assert_int_equal(seen.n_freed, 2);
}

static void test_a_context_goes_with_its_last_holder(void **state)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc), *held = context_hold(context);

    (void)state;
    assert_ptr_equal(held, context);
    sheaf_context_destroy(context);
    assert_true(quota.live > 0);
    assert_int_equal(sheaf_context_status(held), SHEAF_OK);
    assert_string_equal(sheaf_context_message(held), "");
    context_drop(held);
    assert_int_equal(quota.live, 0);

    sheaf_context *private = context_hold(NULL);
    assert_int_equal(sheaf_context_status(private), SHEAF_OK);
    context_drop(private);
    sheaf_context_destroy(NULL);
    assert_int_equal(sheaf_context_status(NULL), SHEAF_BAD_ARGUMENT);
}

static sheaf_status use_context(const sheaf_alloc *alloc, const void *unused)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_error error = { 0 };

    (void)unused;
    context_keep(context, &words, "a", 1, &error);
    struct worker *worker = worker_take(context, &error);
    if (worker != NULL)
        worker_keep(context, worker, &letters, "b", 1, &error);
    worker_give(context, worker);
    sheaf_context_destroy(context);
    return error.status;
}

static void test_memory_runs_out_cleanly(void **state)
{
    (void)state;
    assert_true(quota_sweep(use_context, NULL) >= 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_key_is_made_once, reset),
        cmocka_unit_test_setup(test_what_others_use_is_freed_last, reset),
        cmocka_unit_test_setup(test_many_keys_are_found_again, reset),
        cmocka_unit_test_setup(test_a_kind_has_its_limit, reset),
        cmocka_unit_test_setup(test_a_worker_that_keeps_too_much_goes, reset),
        cmocka_unit_test_setup(test_a_failure_is_told_and_not_kept, reset),
        cmocka_unit_test_setup(test_threads_share_what_one_makes, reset),
        cmocka_unit_test_setup(test_workers_are_private_and_used_again, reset),
        cmocka_unit_test_setup(test_a_context_goes_with_its_last_holder, reset),
        cmocka_unit_test_setup(test_memory_runs_out_cleanly, reset),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
