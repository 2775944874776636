/* phrases.c - finds the phrases of the vocabulary in a text, by hash. */
#include "vocabulary/phrases.h"

/* The entry whose phrase is the text from start to end, which has the given hash. */
static const void *find_entry(const struct phrase_index *index, const struct normalised *normalised,
                              size_t start, size_t end, uint32_t hash)
{
    for (size_t slot = hash & index->slot_mask; index->slots[slot] != 0;
         slot = (slot + 1) & index->slot_mask) {
        const char *entry =
            (const char *)index->entries + (index->slots[slot] - 1u) * index->entry_size;

        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a slot in use has its entry */
        if (normalised_match(normalised, start, *(const char *const *)(const void *)entry) == end)
            return entry;
    }
    return NULL;
}

const void *phrase_find(const struct phrase_index *index, const struct normalised *normalised)
{
    uint32_t hash = PHRASE_HASH_START;
    size_t length = 0;

    for (size_t i = 0; i < normalised->n; i++)
        if (normalised->text[i] != ' ') {
            hash = phrase_hash_byte(hash, normalised->text[i]);
            length++;
        }
    if (length == 0 || length > index->max_bytes)
        return NULL;
    return find_entry(index, normalised, 0, normalised->n, hash);
}

const void *phrase_find_at(const struct phrase_index *index, const struct normalised *normalised,
                           size_t at, size_t *end)
{
    const void *found = NULL, *entry;
    uint32_t hash = PHRASE_HASH_START;
    size_t length = 0, start = at;

    *end = start;
    if (start >= normalised->n || normalised->text[start] == ' ')
        return NULL;
    while (at < normalised->n && length < index->max_bytes) {
        char byte = normalised->text[at++];

        if (byte == ' ')
            continue;
        hash = phrase_hash_byte(hash, byte);
        length++;
        if (!normalised_is_boundary(normalised, at))
            continue; /* within a word or a character */
        entry = find_entry(index, normalised, start, at, hash);
        if (entry != NULL) {
            found = entry;
            *end = at;
        }
    }
    return found;
}
