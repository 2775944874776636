/* memo.c - a set of texts with their meanings, by hash. */
#include "data/memo.h"

#include <string.h>

#include "data/hash.h"

void memo_free(struct memo *memo, const sheaf_alloc *alloc)
{
    memory_free(alloc, memo->entries, memo->capacity * sizeof *memo->entries);
    memory_free(alloc, memo->slots, memo->slot_count * sizeof *memo->slots);
    *memo = (struct memo){ 0 };
}

static bool entry_is(const struct memo_entry *entry, const char *text, size_t n)
{
    return entry->n == n && bytes_equal(entry->text, text, n);
}

static void set_latest(struct memo *memo, uint32_t number)
{
    const struct memo_entry *entry = &memo->entries[number];

    memo->latest = number;
    memo->latest_text = entry->text;
    memo->latest_n = (size_t)entry->n + 1;
    memo->latest_meaning = entry->meaning;
}

/* Apart from memo_search, which then needs no room on the stack. */
static __attribute__((noinline)) bool search(struct memo *memo, const char *text, size_t n,
                                             uint64_t *meaning)
{
    uint32_t hash = hash_text(text, n);

    for (size_t at = hash & (memo->slot_count - 1); memo->slots[at] != 0;
         at = (at + 1) & (memo->slot_count - 1)) {
        uint32_t number = memo->slots[at] - 1;

        if (memo->entries[number].hash != hash || !entry_is(&memo->entries[number], text, n))
            continue;
        memo->entries[memo->latest].follower = number;
        set_latest(memo, number);
        *meaning = memo->latest_meaning;
        return true;
    }
    return false;
}

/* Where the texts come in an order that they came in before, each is quickly found. */
bool memo_search(struct memo *memo, const char *text, size_t n, uint64_t *meaning)
{
    uint32_t follower;

    if (memo->count == 0)
        return false;
    follower = memo->entries[memo->latest].follower;
    if (!entry_is(&memo->entries[follower], text, n))
        return search(memo, text, n, meaning);
    set_latest(memo, follower);
    *meaning = memo->latest_meaning;
    return true;
}

static void put(uint32_t *slots, size_t slot_count, uint32_t hash, uint32_t entry)
{
    size_t at = hash & (slot_count - 1);

    while (slots[at] != 0)
        at = (at + 1) & (slot_count - 1);
    slots[at] = entry + 1;
}

/* At most half of the slots are taken. */
static bool make_room(struct memo *memo, struct arena *arena)
{
    size_t larger = memo->slot_count < 8 ? 16 : memo->slot_count * 2;
    uint32_t *slots;

    if (!memory_grow(&arena->alloc, arena->error, &memo->entries, &memo->capacity, memo->count + 1,
                     sizeof *memo->entries))
        return false;
    if ((memo->count + 1) * 2 <= memo->slot_count)
        return true;
    slots = memory_resize(&arena->alloc, NULL, 0, larger * sizeof *slots);
    if (slots == NULL) {
        fail_memory(arena->error);
        return false;
    }
    memset(slots, 0, larger * sizeof *slots);
    for (size_t i = 0; i < memo->count; i++)
        put(slots, larger, memo->entries[i].hash, (uint32_t)i);
    memory_free(&arena->alloc, memo->slots, memo->slot_count * sizeof *memo->slots);
    memo->slots = slots;
    memo->slot_count = larger;
    return true;
}

bool memo_add(struct memo *memo, struct arena *arena, const char *text, size_t n, uint64_t meaning)
{
    const char *copy = make_room(memo, arena) ? arena_text(arena, text, n) : NULL;
    uint32_t entry = (uint32_t)memo->count, hash = hash_text(text, n);

    if (copy == NULL)
        return false;
    memo->entries[entry] = (struct memo_entry){ copy, (uint32_t)n, hash, meaning, entry };
    put(memo->slots, memo->slot_count, hash, entry);
    memo->entries[memo->latest].follower = entry;
    set_latest(memo, entry);
    memo->count++;
    return true;
}
