/* blocks_are_taken_again.c - a pool hands out again what came back, and gives all of it back at its end. */
#include "support/check.h"

#include <string.h>

#include "base/pool.h"
#include "support/quota.h"

static void test_sizes(void **state)
{
    static const struct {
        const char *name;
        size_t size;
        bool is_kept;
    } rows[] = {
        { "an arena's first chunk", 4096, true },
        { "smaller", 2048, false },
        { "between two", 6000, false },
        { "the largest", 2 << 20, true },
        { "larger", 4 << 20, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct quota quota = { .left = SIZE_MAX };
        const sheaf_alloc below = quota_alloc(&quota);
        struct pool pool;

        print_message("  %s\n", rows[i].name);
        pool_init(&pool, &below);
        const sheaf_alloc alloc = pool_allocator(&pool);
        for (int round = 0; round < 3; round++) {
            void *block = memory_resize(&alloc, NULL, 0, rows[i].size);
            memset(block, round, rows[i].size);
            memory_free(&alloc, block, rows[i].size);
            assert_int_equal(quota.live, rows[i].is_kept ? rows[i].size : 0);
        }
        assert_int_equal(SIZE_MAX - quota.left, rows[i].is_kept ? 1 : 3);
        pool_free(&pool);
        assert_int_equal(quota.live, 0);
    }
}

static void test_a_block_that_grows_keeps_its_bytes(void **state)
{
    static const size_t sizes[] = { 100, 4096, 5000, 8192, 16384, 16000, 40 };
    struct quota quota = { .left = SIZE_MAX };
    const sheaf_alloc below = quota_alloc(&quota);
    struct pool pool;

    (void)state;
    pool_init(&pool, &below);
    const sheaf_alloc alloc = pool_allocator(&pool);
    char *block = memory_resize(&alloc, NULL, 0, 16);
    strcpy(block, "kept");
    size_t size = 16;
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        block = memory_resize(&alloc, block, size, sizes[i]);
        size = sizes[i];
        assert_string_equal(block, "kept");
    }
    memory_free(&alloc, block, size);
    pool_free(&pool);
    assert_int_equal(quota.live, 0);
}

/* What is kept is bounded, whatever was in use at once. */
static void test_a_pool_keeps_so_much(void **state)
{
    enum { BLOCKS = 20, SIZE = 1 << 20 };
    struct quota quota = { .left = SIZE_MAX };
    const sheaf_alloc below = quota_alloc(&quota);
    void *blocks[BLOCKS];
    struct pool pool;

    (void)state;
    pool_init(&pool, &below);
    const sheaf_alloc alloc = pool_allocator(&pool);
    for (int i = 0; i < BLOCKS; i++)
        blocks[i] = memory_resize(&alloc, NULL, 0, SIZE);
    for (int i = 0; i < BLOCKS; i++)
        memory_free(&alloc, blocks[i], SIZE);
    assert_int_equal(quota.live, MOST_POOLED);
    pool_free(&pool);
    assert_int_equal(quota.live, 0);
}

static sheaf_status use(const sheaf_alloc *below, const void *context)
{
    struct pool pool;

    (void)context;
    pool_init(&pool, below);
    const sheaf_alloc alloc = pool_allocator(&pool);
    void *block = memory_resize(&alloc, NULL, 0, 4096);
    void *larger = block != NULL ? memory_resize(&alloc, block, 4096, 8192) : NULL;
    if (larger != NULL)
        memory_free(&alloc, larger, 8192);
    else
        memory_free(&alloc, block, 4096);
    pool_free(&pool);
    return larger != NULL ? SHEAF_OK : SHEAF_NO_MEMORY;
}

static void test_memory_runs_out(void **state)
{
    (void)state;
    assert_int_equal(quota_sweep(use, NULL), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_a_block_that_grows_keeps_its_bytes),
        cmocka_unit_test(test_a_pool_keeps_so_much),
        cmocka_unit_test(test_memory_runs_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
