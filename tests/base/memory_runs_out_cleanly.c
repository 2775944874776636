/* memory_runs_out_cleanly.c - arenas, buffers and growing arrays under an
 * allocator that refuses, and with sizes that overflow. */
#include "support/check.h"
#include "support/quota.h"

#include <stdalign.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

/* Also where blocks come from the allocator a second time, no longer clear, and behind a large one. */
static void large_blocks_are_zeroed(void **state)
{
    static const size_t sizes[] = { 3 << 19, 5 << 20, 40, 2 << 20, 5 << 20 };
    struct arena arena;

    (void)state;
    for (int round = 0; round < 3; round++) {
        arena_init(&arena, NULL, NULL);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            char *block = arena_take(&arena, sizes[i], 1);

            assert_non_null(block);
            assert_true(block[0] == 0 && memcmp(block, block + 1, sizes[i] - 1) == 0);
            memset(block, 'x', sizes[i]);
        }
        arena_free(&arena);
    }
}

static void arena_gives_zeroed_aligned_blocks(void **state)
{
    struct quota quota = { .left = 100 };
    sheaf_alloc alloc = quota_alloc(&quota);
    struct arena arena;

    (void)state;
    arena_init(&arena, &alloc, NULL);
    for (size_t n = 0; n < 3000; n += 7) {
        char *block = arena_array(&arena, char, n);

        assert_non_null(block);
        assert_int_equal((uintptr_t)block % alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xAA, n);
    }
    assert_non_null(arena_take(&arena, 1, 5 << 20)); /* larger than any chunk */
    assert_string_equal(arena_format(&arena, "%s %d", "page", 3), "page 3");
    assert_string_equal(arena_text(&arena, "exports", 3), "exp");
    assert_null(arena_string(&arena, NULL));
    arena_free(&arena);
    assert_int_equal(quota.live, 0);
}

static sheaf_status fill_arena(const sheaf_alloc *alloc, const void *context)
{
    sheaf_error error = { SHEAF_OK };
    struct arena arena;

    (void)context;
    arena_init(&arena, alloc, &error);
    for (int i = 0; i < 50; i++)
        arena_take(&arena, 100, 10);
    arena_free(&arena);
    return error.status;
}

static void arena_survives_every_refusal(void **state)
{
    (void)state;
    assert_true(quota_sweep(fill_arena, NULL) < 20);
}

static void sizes_that_overflow_are_refused(void **state)
{
    sheaf_error error = { SHEAF_OK };
    struct arena arena;
    int *items = NULL;
    size_t capacity = 0;

    (void)state;
    arena_init(&arena, NULL, &error);
    assert_null(arena_take(&arena, SIZE_MAX / 2, 4));
    assert_int_equal(error.status, SHEAF_NO_MEMORY);
    assert_null(arena_take(&arena, SIZE_MAX, 1));
    arena_free(&arena);
    assert_false(memory_grow(NULL, NULL, &items, &capacity, SIZE_MAX / 2, sizeof *items));
    assert_null(items);
    assert_int_equal(capacity, 0);
}

static sheaf_status fill_buffer(const sheaf_alloc *alloc, const void *context)
{
    sheaf_error error = { SHEAF_OK };
    struct buffer buffer;

    (void)context;
    buffer_init(&buffer, alloc, &error);
    for (int i = 0; i < 1000; i++)
        buffer_format(&buffer, "%d,", i);
    assert_int_equal(buffer.failed, error.status != SHEAF_OK);
    if (!buffer.failed)
        assert_int_equal(buffer.length, 10 * 2 + 90 * 3 + 900 * 4);
    buffer_free(&buffer);
    return error.status;
}

static void buffer_sticks_to_its_failure(void **state)
{
    (void)state;
    assert_true(quota_sweep(fill_buffer, NULL) < 30);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_blocks),
        cmocka_unit_test(large_blocks_are_zeroed),
        cmocka_unit_test(arena_survives_every_refusal),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(buffer_sticks_to_its_failure),
    };
    return cmocka_run_group_tests_name("base/memory_runs_out_cleanly", tests, NULL, NULL);
}
