/* memo.c - a set of texts with their meanings, by hash. */
#include "data/memo.h"

#include <string.h>

static uint32_t hash_of(const char *text, size_t n)
{
    uint32_t hash = (uint32_t)n;

    for (; n >= sizeof(uint32_t); text += sizeof(uint32_t), n -= sizeof(uint32_t)) {
        uint32_t word;
        uint64_t product;

        memcpy(&word, text, sizeof word);
        product = (uint64_t)(hash ^ word) * 0x9E3779B97F4A7C15u;
        hash = (uint32_t)(product ^ product >> 32);
    }
    for (; n > 0; text++, n--) {
        uint64_t product = (uint64_t)(hash ^ (unsigned char)*text) * 0x9E3779B97F4A7C15u;

        hash = (uint32_t)(product ^ product >> 32);
    }
    return hash;
}

static bool entry_is(const struct memo_entry *entry, const char *text, size_t n)
{
    return entry->n == n && entry->text != NULL && memcmp(entry->text, text, n) == 0;
}

void memo_free(struct memo *memo, const sheaf_alloc *alloc)
{
    memory_free(alloc, memo->entries, memo->capacity * sizeof *memo->entries);
    *memo = (struct memo){ 0 };
}

bool memo_find(struct memo *memo, const char *text, size_t n, uint64_t *meaning)
{
    uint32_t hash;

    if (memo->count == 0)
        return false;
    if (entry_is(&memo->entries[memo->latest], text, n)) {
        *meaning = memo->entries[memo->latest].meaning;
        return true;
    }
    hash = hash_of(text, n);
    for (size_t at = hash & (memo->capacity - 1); memo->entries[at].text != NULL;
         at = (at + 1) & (memo->capacity - 1))
        if (memo->entries[at].hash == hash && entry_is(&memo->entries[at], text, n)) {
            memo->latest = at;
            *meaning = memo->entries[at].meaning;
            return true;
        }
    return false;
}

static size_t put(struct memo_entry *entries, size_t capacity, struct memo_entry entry)
{
    size_t at = entry.hash & (capacity - 1);

    while (entries[at].text != NULL)
        at = (at + 1) & (capacity - 1);
    entries[at] = entry;
    return at;
}

/* At most half of the entries are taken. */
static bool make_room(struct memo *memo, struct arena *arena)
{
    size_t larger = memo->capacity < 8 ? 16 : memo->capacity * 2;
    struct memo_entry *entries;

    if ((memo->count + 1) * 2 <= memo->capacity)
        return true;
    entries = memory_resize(&arena->alloc, NULL, 0, larger * sizeof *entries);
    if (entries == NULL) {
        fail_memory(arena->error);
        return false;
    }
    memset(entries, 0, larger * sizeof *entries);
    for (size_t i = 0; i < memo->capacity; i++)
        if (memo->entries[i].text != NULL)
            put(entries, larger, memo->entries[i]);
    memory_free(&arena->alloc, memo->entries, memo->capacity * sizeof *memo->entries);
    memo->entries = entries;
    memo->capacity = larger;
    return true;
}

bool memo_add(struct memo *memo, struct arena *arena, const char *text, size_t n, uint64_t meaning)
{
    const char *copy = make_room(memo, arena) ? arena_text(arena, text, n) : NULL;

    if (copy == NULL)
        return false;
    memo->latest = put(memo->entries, memo->capacity,
                       (struct memo_entry){ copy, (uint32_t)n, hash_of(text, n), meaning });
    memo->count++;
    return true;
}
