/* memo.h - what texts of a column were found to mean, so that each is looked up once.
 *
 * A file repeats few texts many times: "Kazakhstan" is made KAZ once, and then
 * recognised by its bytes. */
#ifndef SHEAF_DATA_MEMO_H
#define SHEAF_DATA_MEMO_H

#include "base/memory.h"

struct memo_entry {
    const char *text; /* NULL: free */
    uint32_t n, hash;
    uint64_t meaning;
};

/* Zeroed: empty. */
struct memo {
    struct memo_entry *entries; /* an open-addressing set */
    size_t count, capacity;
    size_t latest; /* the entry found last: most rows repeat what the row above said */
};

void memo_free(struct memo *memo, const sheaf_alloc *alloc);
bool memo_find(struct memo *memo, const char *text, size_t n, uint64_t *meaning);
/* The text, not yet in it, is copied to the arena. False when memory runs out. */
bool memo_add(struct memo *memo, struct arena *arena, const char *text, size_t n, uint64_t meaning);

#endif
