/* scan.h - finds the next of two bytes, many bytes at a time: where a field of a table ends. */
#ifndef SHEAF_BASE_SCAN_H
#define SHEAF_BASE_SCAN_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>

enum { SCAN_STEP = 16 };

/* A bit for each of SCAN_STEP bytes that is a or b, the first lowest. */
static inline uint64_t scan_step(const char *at, char a, char b)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(a)),
                                _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b)));

    return (uint64_t)(unsigned)_mm_movemask_epi8(hits);
}

static inline size_t scan_first(uint64_t hits)
{
    return (size_t)__builtin_ctzll(hits);
}
#else
enum { SCAN_STEP = 8 };

/* The high bit of every byte that is zero; bits above the lowest may be wrong. */
static inline uint64_t scan_zeros(uint64_t word)
{
    return (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
}

static inline uint64_t scan_step(const char *at, char a, char b)
{
    uint64_t word = 0;

    for (int i = SCAN_STEP - 1; i >= 0; i--) /* the first byte lowest, on any machine */
        word = word << 8 | (unsigned char)at[i];
    return scan_zeros(word ^ 0x0101010101010101u * (unsigned char)a) |
           scan_zeros(word ^ 0x0101010101010101u * (unsigned char)b);
}

static inline size_t scan_first(uint64_t hits)
{
    return (size_t)__builtin_ctzll(hits) / 8;
}
#endif

/* The first a or b from at on; end when there is none. */
static inline const char *scan_either(const char *at, const char *end, char a, char b)
{
    for (; end - at >= SCAN_STEP; at += SCAN_STEP) {
        uint64_t hits = scan_step(at, a, b);

        if (hits != 0)
            return at + scan_first(hits);
    }
    while (at < end && *at != a && *at != b)
        at++;
    return at;
}

#endif
