/* keeper.c - a hash set with its entries in the order in which they were made. */
#include "context/keeper.h"

#include <string.h>

enum { FIRST_BUCKETS = 64 };

/* FNV-1a. */
static uint32_t hash_of(const struct keep_kind *kind, const void *key, size_t n)
{
    const unsigned char *bytes = key;
    uint32_t hash = 2166136261u ^ (uint32_t)((uintptr_t)kind >> 4);

    for (size_t i = 0; i < n; i++)
        hash = (hash ^ bytes[i]) * 16777619u;
    return hash;
}

struct kept *keeper_find(const struct keeper *keeper, const struct keep_kind *kind, const void *key,
                         size_t n)
{
    uint32_t hash = hash_of(kind, key, n);
    struct kept *kept = keeper->n_buckets > 0 ? keeper->buckets[hash % keeper->n_buckets] : NULL;

    while (kept != NULL && (kept->hash != hash || kept->kind != kind || kept->n != n ||
                            (n > 0 && memcmp(kept->key, key, n) != 0)))
        kept = kept->next;
    return kept;
}

/* False, and nothing changed, when memory runs out. */
static bool grow(struct keeper *keeper, const sheaf_alloc *alloc)
{
    size_t n_buckets = keeper->n_buckets > 0 ? 2 * keeper->n_buckets : FIRST_BUCKETS;
    struct kept **buckets = memory_resize(alloc, NULL, 0, n_buckets * sizeof(struct kept *));

    if (buckets == NULL)
        return false;
    memset(buckets, 0, n_buckets * sizeof(struct kept *));
    for (size_t i = 0; i < keeper->n_buckets; i++)
        for (struct kept *kept = keeper->buckets[i], *next; kept != NULL; kept = next) {
            next = kept->next;
            kept->next = buckets[kept->hash % n_buckets];
            buckets[kept->hash % n_buckets] = kept;
        }
    memory_free(alloc, keeper->buckets, keeper->n_buckets * sizeof(struct kept *));
    keeper->buckets = buckets;
    keeper->n_buckets = n_buckets;
    return true;
}

struct kept *keeper_add(struct keeper *keeper, const sheaf_alloc *alloc,
                        const struct keep_kind *kind, const void *key, size_t n)
{
    if (keeper->n == keeper->n_buckets && !grow(keeper, alloc))
        return NULL;
    struct kept *kept = memory_resize(alloc, NULL, 0, sizeof *kept + n);
    if (kept == NULL)
        return NULL;
    *kept = (struct kept){ .kind = kind, .hash = hash_of(kind, key, n), .n = n };
    if (n > 0)
        memcpy(kept->key, key, n);
    kept->next = keeper->buckets[kept->hash % keeper->n_buckets];
    keeper->buckets[kept->hash % keeper->n_buckets] = kept;
    keeper->n++;
    return kept;
}

void keeper_settle(struct keeper *keeper, const sheaf_alloc *alloc, struct kept *kept, void *thing)
{
    if (thing != NULL) {
        kept->thing = thing;
        kept->older = keeper->newest;
        keeper->newest = kept;
        return;
    }
    struct kept **at = &keeper->buckets[kept->hash % keeper->n_buckets];
    while (*at != kept)
        at = &(*at)->next;
    *at = kept->next;
    keeper->n--;
    memory_free(alloc, kept, sizeof *kept + kept->n);
}

void keeper_free(struct keeper *keeper, const sheaf_alloc *alloc)
{
    for (struct kept *kept = keeper->newest, *older; kept != NULL; kept = older) {
        older = kept->older;
        kept->kind->free(alloc, kept->thing);
        memory_free(alloc, kept, sizeof *kept + kept->n);
    }
    memory_free(alloc, keeper->buckets, keeper->n_buckets * sizeof(struct kept *));
    *keeper = (struct keeper){ .n = 0 };
}
