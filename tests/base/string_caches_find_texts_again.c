/* string_caches_find_texts_again.c - a text is found again with its meaning, in whatever order texts come. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/string_cache.h"
#include "support/quota.h"

enum { TEXTS = 500 };

static size_t text_of(size_t number, char out[40])
{
    return number == 0 ? 0
                       : (size_t)sprintf(out, "%.*s%zu", (int)(number % 19), "a long text of goods",
                                         number);
}

/* Looks every number up; those that are new are added. False when memory ran out. */
static bool look_up(struct string_cache *cache, struct arena *arena, size_t number)
{
    char text[40];
    size_t n = text_of(number, text);
    uint64_t meaning = 0;

    if (string_cache_find(cache, text, n, &meaning)) {
        assert_int_equal(meaning, number * 3);
        return true;
    }
    return string_cache_add(cache, arena, text, n, number * 3);
}

static void test_texts_keep_their_meaning(void **state)
{
    struct string_cache cache = { 0 };
    struct arena arena;
    unsigned seed = 1;

    (void)state;
    arena_init(&arena, NULL, NULL);
    for (size_t i = 0; i < 20000; i++) {
        size_t number = i % 3 == 0 ? i % TEXTS : i % 7;

        seed = seed * 1664525u + 1013904223u;
        assert_true(look_up(&cache, &arena, i > 10000 ? (seed >> 8) % TEXTS : number));
    }
    assert_int_equal(cache.count, TEXTS);
    string_cache_free(&cache, &arena.alloc);
    arena_free(&arena);
}

static void test_survives_every_failed_allocation(void **state)
{
    bool done = false;

    (void)state;
    for (size_t k = 0; !done; k++) {
        struct quota quota = { .left = k };
        sheaf_alloc alloc = quota_alloc(&quota);
        struct string_cache cache = { 0 };
        struct arena arena;

        arena_init(&arena, &alloc, NULL);
        done = true;
        for (size_t i = 0; i < 200; i++)
            done &= look_up(&cache, &arena, i % 100);
        string_cache_free(&cache, &arena.alloc);
        arena_free(&arena);
        assert_int_equal(quota.live, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_keep_their_meaning),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
