/* coverages_are_bounded.c - what a picture keeps has a limit, the oldest make room, and who holds one
 * has it until they let it go. */
#include "support/check.h"

#include "scene/coverage.h"

enum { SIDE = 2048, ROOM = COVERAGE_MOST / (SIDE * SIDE) };

static const char marks[2 * ROOM];

static struct coverage_key key_of(size_t i)
{
    return (struct coverage_key){ .mark = &marks[i], .xx = 1, .yy = 1 };
}

static void keep(struct coverages *kept, struct coverage_key key)
{
    struct coverage *coverage = coverage_create(SIDE, SIDE, SIDE);

    assert_non_null(coverage);
    coverage->key = key;
    coverages_keep(kept, coverage);
    coverage_drop(kept, coverage);
}

static bool is_kept(struct coverages *kept, struct coverage_key key)
{
    struct coverage *found = coverages_find(kept, &key);

    coverage_drop(kept, found);
    return found != NULL;
}

static void the_oldest_make_room(void **state)
{
    struct coverages kept;

    (void)state;
    coverages_init(&kept);
    for (size_t i = 0; i < 2 * ROOM; i++) {
        keep(&kept, key_of(i));
        assert_true(kept.size <= COVERAGE_MOST);
        assert_true(is_kept(&kept, key_of(i)));
    }
    for (size_t i = 0; i < 2 * ROOM; i++)
        assert_int_equal(is_kept(&kept, key_of(i)), i >= ROOM);
    coverages_free(&kept);
}

static void what_is_held_outlives_its_place(void **state)
{
    struct coverages kept;
    struct coverage_key key = key_of(0);

    (void)state;
    coverages_init(&kept);
    keep(&kept, key);
    struct coverage *held = coverages_find(&kept, &key);
    for (size_t i = 1; i <= ROOM; i++)
        keep(&kept, key_of(i));
    assert_false(is_kept(&kept, key));
    held->bytes[held->size - 1] = 7; /* the sanitizer would tell if it were gone */
    coverage_drop(&kept, held);
    coverages_free(&kept);
}

static void the_same_is_kept_once(void **state)
{
    struct coverages kept;

    (void)state;
    coverages_init(&kept);
    keep(&kept, key_of(0));
    keep(&kept, key_of(0));
    assert_int_equal(kept.size, SIDE * SIDE);
    coverages_free(&kept);
}

static void what_is_too_large_is_not_kept(void **state)
{
    struct coverages kept;
    struct coverage *large = coverage_create(COVERAGE_MOST / 1024, 1025, COVERAGE_MOST / 1024);

    (void)state;
    coverages_init(&kept);
    assert_non_null(large);
    large->key = key_of(0);
    coverages_keep(&kept, large);
    assert_int_equal(kept.size, 0);
    coverage_drop(NULL, large); /* it was never kept */
    coverages_free(&kept);
}

static void keys_tell_places_apart(void **state)
{
    const struct coverage_key same = key_of(0);
    struct coverage_key others[] = { same, same, same, same, same, same, same };
    struct coverages kept;

    (void)state;
    others[0].is_stroke = true;
    others[1].xx = 2;
    others[2].yx = 0.5;
    others[3].xy = 0.5;
    others[4].yy = 2;
    others[5].x0 = 0.5;
    others[6].y0 = 0.5;
    coverages_init(&kept);
    keep(&kept, same);
    assert_true(is_kept(&kept, same));
    for (size_t i = 0; i < LENGTH(others); i++)
        assert_false(is_kept(&kept, others[i]));
    coverages_free(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_oldest_make_room),   cmocka_unit_test(what_is_held_outlives_its_place),
        cmocka_unit_test(the_same_is_kept_once),  cmocka_unit_test(what_is_too_large_is_not_kept),
        cmocka_unit_test(keys_tell_places_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
