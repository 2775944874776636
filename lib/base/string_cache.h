/* string_cache.h - caches the meaning of each distinct text of a column.
 *
 * A file repeats few texts many times: "Kazakhstan" is looked up once, gives KAZ, and is then
 * recognised by its bytes. */
#ifndef SHEAF_BASE_STRING_CACHE_H
#define SHEAF_BASE_STRING_CACHE_H

#include "base/memory.h"
#include "base/strings.h"

struct string_cache_entry {
    const char *text;
    uint32_t n, hash;
    uint64_t meaning;
    uint32_t follower; /* the entry that came next, the last time */
};

/* Zeroed: empty. */
struct string_cache {
    const char *latest_text; /* the last one found */
    size_t latest_n;         /* its length plus 1; 0: none yet */
    uint64_t latest_meaning;
    uint32_t latest;
    struct string_cache_entry *entries; /* in order of appearance */
    size_t count, capacity;
    uint32_t *slots; /* open-addressing hash set: index of an entry plus 1; 0: free */
    size_t slot_count;
};

void string_cache_free(struct string_cache *cache, const sheaf_alloc *alloc);
/* string_cache_find for a text that is not the latest one. */
bool string_cache_search(struct string_cache *cache, const char *text, size_t n, uint64_t *meaning);
/* Adds a text that is not in the cache; it is copied to the arena. False when memory runs out. */
bool string_cache_add(struct string_cache *cache, struct arena *arena, const char *text, size_t n,
                      uint64_t meaning);

/* Inlined fast path: most rows repeat the text of the row above. */
static inline bool string_cache_find(struct string_cache *cache, const char *text, size_t n,
                                     uint64_t *meaning)
{
    if (cache->latest_n != n + 1 || !bytes_equal(cache->latest_text, text, n))
        return string_cache_search(cache, text, n, meaning);
    *meaning = cache->latest_meaning;
    return true;
}

#endif
