/* scan.c - finds bytes many at a time, by SSE2 where the processor has it. */
#include "base/scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>

static uint64_t hits_of(const char *at, __m128i a, __m128i b)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, a), _mm_cmpeq_epi8(bytes, b));

    return (uint64_t)(unsigned)_mm_movemask_epi8(hits);
}

/* Of 64 bytes those that are a or b. */
static uint64_t find_either(const char *at, uint64_t a, uint64_t b)
{
    __m128i all_a = _mm_set1_epi64x((long long)a), all_b = _mm_set1_epi64x((long long)b);

    return hits_of(at, all_a, all_b) | hits_of(at + 16, all_a, all_b) << 16 |
           hits_of(at + 32, all_a, all_b) << 32 | hits_of(at + 48, all_a, all_b) << 48;
}

/* Of 64 bytes those above 0x7F. */
static uint64_t find_high(const char *at)
{
    uint64_t hits = 0;

    for (int i = 3; i >= 0; i--) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(at + 16 * i));

        hits = hits << 16 | (uint64_t)(unsigned)_mm_movemask_epi8(bytes);
    }
    return hits;
}
#else
static const uint64_t low_bits = UINT64_C(0x7F7F7F7F7F7F7F7F);

/* Eight bytes, the first lowest, on any machine. */
static uint64_t word_at(const char *at)
{
    uint64_t word = 0;

    for (int i = 7; i >= 0; i--)
        word = word << 8 | (unsigned char)at[i];
    return word;
}

/* The high bits of eight bytes, next to each other. */
static uint64_t gather(uint64_t word)
{
    return ((word & ~low_bits) >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/* The high bit of every byte that is zero. */
static uint64_t zeros_of(uint64_t word)
{
    return ~(((word & low_bits) + low_bits) | word | low_bits);
}

static uint64_t find_either(const char *at, uint64_t a, uint64_t b)
{
    uint64_t hits = 0;

    for (int i = 7; i >= 0; i--) {
        uint64_t word = word_at(at + 8 * i);

        hits = hits << 8 | gather(zeros_of(word ^ a) | zeros_of(word ^ b));
    }
    return hits;
}

static uint64_t find_high(const char *at)
{
    uint64_t hits = 0;

    for (int i = 7; i >= 0; i--)
        hits = hits << 8 | gather(word_at(at + 8 * i));
    return hits;
}
#endif

static void load(struct scan *scan)
{
    size_t rest = (size_t)(scan->end - scan->block);

    if (rest >= SCAN_BLOCK) {
        scan->hits = find_either(scan->block, scan->a, scan->b);
    } else {
        char padded[SCAN_BLOCK] = { 0 };

        if (rest > 0)
            memcpy(padded, scan->block, rest);
        scan->hits = find_either(padded, scan->a, scan->b);
    }
}

static uint64_t eight_times(char byte)
{
    return UINT64_C(0x0101010101010101) * (unsigned char)byte;
}

void scan_start(struct scan *scan, const char *at, const char *end, char a, char b)
{
    *scan = (struct scan){ .block = at, .end = end, .a = eight_times(a), .b = eight_times(b) };
    load(scan);
}

bool scan_refill(struct scan *scan)
{
    if (scan->end - scan->block <= SCAN_BLOCK)
        return false;
    scan->block += SCAN_BLOCK;
    load(scan);
    return true;
}

void scan_skip(struct scan *scan, const char *at)
{
    size_t past = (size_t)(at - scan->block);

    if (past >= SCAN_BLOCK) {
        scan->block += past / SCAN_BLOCK * SCAN_BLOCK;
        load(scan);
    }
    scan->hits &= ~UINT64_C(0) << past % SCAN_BLOCK;
}

const char *scan_past_ascii(const char *at, const char *end)
{
    for (; end - at >= SCAN_BLOCK; at += SCAN_BLOCK) {
        uint64_t hits = find_high(at);

        if (hits != 0)
            return at + __builtin_ctzll(hits);
    }
    while (at < end && (unsigned char)*at < 0x80)
        at++;
    return at;
}
