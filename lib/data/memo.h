/* memo.h - what texts of a column were found to mean, so that each is looked up once.
 *
 * A file repeats few texts many times: "Kazakhstan" is made KAZ once, and then
 * recognised by its bytes. */
#ifndef SHEAF_DATA_MEMO_H
#define SHEAF_DATA_MEMO_H

#include "base/memory.h"
#include "base/strings.h"

struct memo_entry {
    const char *text;
    uint32_t n, hash;
    uint64_t meaning;
    uint32_t follower; /* the entry that came after this one, the last time */
};

/* Zeroed: empty. */
struct memo {
    const char *latest_text; /* found last */
    size_t latest_n;         /* its length plus 1; 0: none was found yet */
    uint64_t latest_meaning;
    uint32_t latest;
    struct memo_entry *entries; /* in order of appearance */
    size_t count, capacity;
    uint32_t *slots; /* an open-addressing set of entries, by number plus 1; 0: free */
    size_t slot_count;
};

void memo_free(struct memo *memo, const sheaf_alloc *alloc);
/* As memo_find, for another text than the latest. */
bool memo_search(struct memo *memo, const char *text, size_t n, uint64_t *meaning);
/* The text, not yet in it, is copied to the arena. False when memory runs out. */
bool memo_add(struct memo *memo, struct arena *arena, const char *text, size_t n, uint64_t meaning);

/* Most rows repeat what the row above said. */
static inline bool memo_find(struct memo *memo, const char *text, size_t n, uint64_t *meaning)
{
    if (memo->latest_n != n + 1 || !bytes_equal(memo->latest_text, text, n))
        return memo_search(memo, text, n, meaning);
    *meaning = memo->latest_meaning;
    return true;
}

#endif
