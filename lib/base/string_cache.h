/* string_cache.h - what texts of a column were found to mean, so that each is looked up once.
 *
 * A file repeats few texts many times: "Kazakhstan" is made KAZ once, and then
 * recognised by its bytes. */
#ifndef SHEAF_BASE_STRING_CACHE_H
#define SHEAF_BASE_STRING_CACHE_H

#include "base/memory.h"
#include "base/strings.h"

struct string_cache_entry {
    const char *text;
    uint32_t n, hash;
    uint64_t meaning;
    uint32_t follower; /* the entry that came after this one, the last time */
};

/* Zeroed: empty. */
struct string_cache {
    const char *latest_text; /* found last */
    size_t latest_n;         /* its length plus 1; 0: none was found yet */
    uint64_t latest_meaning;
    uint32_t latest;
    struct string_cache_entry *entries; /* in order of appearance */
    size_t count, capacity;
    uint32_t *slots; /* an open-addressing set of entries, by number plus 1; 0: free */
    size_t slot_count;
};

void string_cache_free(struct string_cache *cache, const sheaf_alloc *alloc);
/* As string_cache_find, for another text than the latest. */
bool string_cache_search(struct string_cache *cache, const char *text, size_t n, uint64_t *meaning);
/* The text, not yet in it, is copied to the arena. False when memory runs out. */
bool string_cache_add(struct string_cache *cache, struct arena *arena, const char *text, size_t n,
                      uint64_t meaning);

/* Most rows repeat what the row above said. */
static inline bool string_cache_find(struct string_cache *cache, const char *text, size_t n,
                                     uint64_t *meaning)
{
    if (cache->latest_n != n + 1 || !bytes_equal(cache->latest_text, text, n))
        return string_cache_search(cache, text, n, meaning);
    *meaning = cache->latest_meaning;
    return true;
}

#endif
