/* string_cache.c - a hash set of texts with their meanings. */
#include "base/string_cache.h"

#include <string.h>

#include "base/hash.h"

void string_cache_free(struct string_cache *cache, const sheaf_alloc *alloc)
{
    memory_free(alloc, cache->entries, cache->capacity * sizeof *cache->entries);
    memory_free(alloc, cache->slots, cache->slot_count * sizeof *cache->slots);
    *cache = (struct string_cache){ 0 };
}

static bool entry_is(const struct string_cache_entry *entry, const char *text, size_t n)
{
    return entry->n == n && bytes_equal(entry->text, text, n);
}

static void set_latest(struct string_cache *cache, uint32_t number)
{
    const struct string_cache_entry *entry = &cache->entries[number];

    cache->latest = number;
    cache->latest_text = entry->text;
    cache->latest_n = (size_t)entry->n + 1;
    cache->latest_meaning = entry->meaning;
}

/* Not inlined into string_cache_search, which then needs no stack frame. */
static __attribute__((noinline)) bool search(struct string_cache *cache, const char *text, size_t n,
                                             uint64_t *meaning)
{
    uint32_t hash = hash_text(text, n);

    for (size_t at = hash & (cache->slot_count - 1); cache->slots[at] != 0;
         at = (at + 1) & (cache->slot_count - 1)) {
        uint32_t number = cache->slots[at] - 1;

        if (cache->entries[number].hash != hash || !entry_is(&cache->entries[number], text, n))
            continue;
        cache->entries[cache->latest].follower = number;
        set_latest(cache, number);
        *meaning = cache->latest_meaning;
        return true;
    }
    return false;
}

/* Fast path: texts often repeat in the same order, so the follower of the latest is tried first. */
bool string_cache_search(struct string_cache *cache, const char *text, size_t n, uint64_t *meaning)
{
    uint32_t follower;

    if (cache->count == 0)
        return false;
    follower = cache->entries[cache->latest].follower;
    if (!entry_is(&cache->entries[follower], text, n))
        return search(cache, text, n, meaning);
    set_latest(cache, follower);
    *meaning = cache->latest_meaning;
    return true;
}

static void put(uint32_t *slots, size_t slot_count, uint32_t hash, uint32_t entry)
{
    size_t at = hash & (slot_count - 1);

    while (slots[at] != 0)
        at = (at + 1) & (slot_count - 1);
    slots[at] = entry + 1;
}

/* Keeps at least half of the slots free. */
static bool make_room(struct string_cache *cache, struct arena *arena)
{
    size_t larger = cache->slot_count < 8 ? 16 : cache->slot_count * 2;
    uint32_t *slots;

    if (!memory_grow(&arena->alloc, NULL, &cache->entries, &cache->capacity, cache->count + 1,
                     sizeof *cache->entries)) {
        arena_fail(arena);
        return false;
    }
    if ((cache->count + 1) * 2 <= cache->slot_count)
        return true;
    slots = memory_resize(&arena->alloc, NULL, 0, larger * sizeof *slots);
    if (slots == NULL) {
        arena_fail(arena);
        return false;
    }
    memset(slots, 0, larger * sizeof *slots);
    for (size_t i = 0; i < cache->count; i++)
        put(slots, larger, cache->entries[i].hash, (uint32_t)i);
    memory_free(&arena->alloc, cache->slots, cache->slot_count * sizeof *cache->slots);
    cache->slots = slots;
    cache->slot_count = larger;
    return true;
}

bool string_cache_add(struct string_cache *cache, struct arena *arena, const char *text, size_t n,
                      uint64_t meaning)
{
    const char *copy = make_room(cache, arena) ? arena_text(arena, text, n) : NULL;
    uint32_t entry = (uint32_t)cache->count, hash = hash_text(text, n);

    if (copy == NULL)
        return false;
    cache->entries[entry] = (struct string_cache_entry){ copy, (uint32_t)n, hash, meaning, entry };
    put(cache->slots, cache->slot_count, hash, entry);
    cache->entries[cache->latest].follower = entry;
    set_latest(cache, entry);
    cache->count++;
    return true;
}
