/* phrases_are_found_by_hash.c - the hash tables over the vocabulary find what a search through the
 * lists finds, and compare a few phrases at most. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "vocabulary/flow_words.h"
#include "vocabulary/header_words.h"
#include "vocabulary/phrases.h"
#include "vocabulary/unit_words.h"
#include "vocabulary/whole_words.h"

struct list {
    const char *name;
    const struct phrase_index *index;
    size_t count;
};

static size_t list_all(struct list out[5])
{
    out[0] = (struct list){ "header roles", &header_role_index, header_role_count };
    out[1] = (struct list){ "header words", &header_word_index, header_value_word_count };
    out[2] = (struct list){ "flows", &flow_word_index, flow_word_count };
    out[3] = (struct list){ "units", &unit_word_index, unit_word_count };
    out[4] = (struct list){ "wholes", &whole_word_index, whole_word_count };
    return 5;
}

static const void *entry_at(const struct list *list, size_t i)
{
    return (const char *)list->index->entries + i * list->index->entry_size;
}

static const char *phrase_at(const struct list *list, size_t i)
{
    return *(const char *const *)entry_at(list, i);
}

static void test_every_phrase_is_found(void **state)
{
    struct list lists[5];
    size_t n = list_all(lists);

    (void)state;
    for (size_t l = 0; l < n; l++) {
        assert_true(lists[l].count > 50);
        for (size_t i = 0; i < lists[l].count; i++) {
            const char *phrase = phrase_at(&lists[l], i);
            struct normalised text;
            size_t end;

            assert_true(normalise(&text, phrase, strlen(phrase)));
            if (phrase_find(lists[l].index, &text) != entry_at(&lists[l], i) ||
                phrase_find_at(lists[l].index, &text, 0, &end) != entry_at(&lists[l], i))
                fail_msg("%s: '%s' is not found", lists[l].name, phrase);
            assert_int_equal(end, text.n);
        }
    }
}

/* How many phrases a look-up compares is the length of the run of taken slots from its own on.
 * A list of 300 phrases that is searched from its start needs 150 on average. */
static void test_a_look_up_compares_few_phrases(void **state)
{
    struct list lists[5];
    size_t n = list_all(lists);

    (void)state;
    for (size_t l = 0; l < n; l++) {
        const struct phrase_index *index = lists[l].index;
        size_t max = 0, total = 0;

        for (size_t slot = 0; slot <= index->slot_mask; slot++) {
            size_t compared = 0;

            while (index->slots[(slot + compared) & index->slot_mask] != 0)
                compared++;
            max = compared > max ? compared : max;
            total += compared;
        }
        print_message("  %s: %zu phrases, %.2f compared on average, %zu at most\n", lists[l].name,
                      lists[l].count, (double)total / (double)(index->slot_mask + 1), max);
        assert_true(total <= 2 * (index->slot_mask + 1));
        assert_true(max <= 24);
    }
}

/* The longest phrase at a place, by comparing all of them. */
static const void *search(const struct list *list, const struct normalised *text, size_t at,
                          size_t *end)
{
    const void *found = NULL;

    *end = at;
    for (size_t i = 0; i < list->count; i++) {
        size_t stop = normalised_phrase(text, at, phrase_at(list, i));

        if (stop > *end) {
            *end = stop;
            found = entry_at(list, i);
        }
    }
    return found;
}

static const void *search_text(const struct list *list, const struct normalised *text)
{
    for (size_t i = 0; i < list->count; i++)
        if (normalised_is(text, phrase_at(list, i)))
            return entry_at(list, i);
    return NULL;
}

/* Phrases of all lists joined with and without spaces, some cut short. */
static void make_text(const struct list *lists, size_t n, struct normalised *text)
{
    char bytes[NORMALISED_MAX_BYTES];
    size_t length = 0, parts = 1 + (size_t)rand() % 4;

    for (size_t p = 0; p < parts; p++) {
        const struct list *list = &lists[(size_t)rand() % n];
        const char *phrase = phrase_at(list, (size_t)rand() % list->count);
        size_t take = strlen(phrase);

        if (length + take + 1 >= sizeof bytes)
            break;
        if (rand() % 8 == 0 && (unsigned char)phrase[0] < 0x80)
            take = 1;
        memcpy(bytes + length, phrase, take);
        length += take;
        if (rand() % 3 > 0)
            bytes[length++] = ' ';
    }
    assert_true(normalise(text, bytes, length));
}

static void test_hash_and_search_agree(void **state)
{
    struct list lists[5];
    size_t n = list_all(lists), found = 0;

    (void)state;
    srand(1);
    for (int round = 0; round < 2000; round++) {
        struct normalised text;

        make_text(lists, n, &text);
        for (size_t l = 0; l < n; l++) {
            assert_ptr_equal(phrase_find(lists[l].index, &text), search_text(&lists[l], &text));
            for (size_t at = 0; at < text.n; at = normalised_next_word(&text, at)) {
                size_t end, expected_end;
                const void *expected = search(&lists[l], &text, at, &expected_end);

                assert_ptr_equal(phrase_find_at(lists[l].index, &text, at, &end), expected);
                assert_int_equal(end, expected_end);
                found += expected != NULL;
            }
        }
    }
    assert_true(found > 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_phrase_is_found),
        cmocka_unit_test(test_a_look_up_compares_few_phrases),
        cmocka_unit_test(test_hash_and_search_agree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
