/* keeper.h - a set of things that are kept, by kind and key; for the files of this room only. */
#ifndef SHEAF_CONTEXT_KEEPER_H
#define SHEAF_CONTEXT_KEEPER_H

#include <stdbool.h>

#include "context/keep.h"

struct kept {
    struct kept *next;  /* in its bucket */
    struct kept *older; /* made before this one */
    const struct keep_kind *kind;
    uint32_t hash;
    void *thing; /* NULL: it is being made */
    size_t n;
    char key[];
};

struct keeper {
    struct kept **buckets;
    size_t n_buckets, n;
    struct kept *newest; /* of those that are made */
};

struct kept *keeper_find(const struct keeper *keeper, const struct keep_kind *kind, const void *key,
                         size_t n);
/* A new entry whose thing is to be made. NULL when memory runs out. */
struct kept *keeper_add(struct keeper *keeper, const sheaf_alloc *alloc,
                        const struct keep_kind *kind, const void *key, size_t n);
/* The entry's thing was made, or (NULL) could not be: then the entry goes. */
void keeper_settle(struct keeper *keeper, const sheaf_alloc *alloc, struct kept *kept, void *thing);
/* Frees all, the last made first: things may use what was there before them. */
void keeper_free(struct keeper *keeper, const sheaf_alloc *alloc);

#endif
