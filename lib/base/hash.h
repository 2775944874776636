/* hash.h - hashes of words and texts, for hash sets. */
#ifndef SHEAF_BASE_HASH_H
#define SHEAF_BASE_HASH_H

#include <stdint.h>
#include <string.h>

/* Multiplies and folds, so that every bit of a word affects the low bits of the hash. */
static inline uint32_t hash_word(uint32_t hash, uint32_t word)
{
    uint64_t product = (uint64_t)(hash ^ word) * 0x9E3779B97F4A7C15u;

    return (uint32_t)(product ^ product >> 32);
}

static inline uint32_t hash_text(const char *text, size_t n)
{
    uint32_t hash = (uint32_t)n, word;

    for (; n >= sizeof word; text += sizeof word, n -= sizeof word) {
        memcpy(&word, text, sizeof word);
        hash = hash_word(hash, word);
    }
    for (; n > 0; text++, n--)
        hash = hash_word(hash, (unsigned char)*text);
    return hash;
}

#endif
