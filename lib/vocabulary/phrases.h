/* phrases.h - finds the phrases of the vocabulary in a text.
 *
 * A text is looked up by hash: its cost does not grow with the vocabulary. The hash tables are
 * written when Sheaf is built (make_phrase_indexes.c), so that they are constant data and a
 * program that reads one file does not fill them first. */
#ifndef SHEAF_VOCABULARY_PHRASES_H
#define SHEAF_VOCABULARY_PHRASES_H

#include "vocabulary/normalised.h"

/* An open-addressing hash table with linear probing over a list of phrases. Hashes and
 * comparisons skip spaces: "timeperiod" is the phrase "time period". */
struct phrase_index {
    const void *entries;   /* structs whose first member is the phrase, a const char * */
    size_t entry_size;     /* bytes */
    const uint16_t *slots; /* number of an entry + 1; 0: empty */
    size_t slot_mask;      /* number of slots - 1; at most half of the slots are taken */
    size_t max_bytes;      /* of the longest phrase, without spaces */
};

extern const struct phrase_index header_role_index, header_word_index, flow_word_index,
    unit_word_index, whole_word_index;

/* FNV-1a of the bytes of a phrase, without its spaces. */
#define PHRASE_HASH_START 0x811C9DC5u
static inline uint32_t phrase_hash_byte(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 0x01000193u;
}

/* The entry whose phrase is the whole text; NULL: there is none. */
const void *phrase_find(const struct phrase_index *index, const struct normalised *normalised);
/* The entry with the longest phrase that starts at `at` and ends with a word
 * (normalised_is_boundary). *end is the end of the phrase; without a phrase it is `at`, and the
 * result NULL. */
const void *phrase_find_at(const struct phrase_index *index, const struct normalised *normalised,
                           size_t at, size_t *end);

#endif
