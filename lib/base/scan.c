/* scan.c - finds bytes many at a time, by SSE2 where the processor has it. */
#include "base/scan.h"

#include <string.h>

static uint64_t eight_times(char byte)
{
    return UINT64_C(0x0101010101010101) * (unsigned char)byte;
}

#ifdef __SSE2__
#include <emmintrin.h>

static uint64_t mask_of(__m128i hits)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(hits);
}

static __m128i either(__m128i bytes, __m128i a, __m128i b)
{
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, a), _mm_cmpeq_epi8(bytes, b));
}

/* Bit sets over 64 bytes. hits: bytes that are a or b. loose: spaces, tabs and quotes. */
static void find(const char *at, uint64_t a, uint64_t b, uint64_t *hits, uint64_t *loose)
{
    __m128i all_a = _mm_set1_epi64x((long long)a), all_b = _mm_set1_epi64x((long long)b);
    __m128i space = _mm_set1_epi8(' '), tab = _mm_set1_epi8('\t'), quote = _mm_set1_epi8('"');

    *hits = *loose = 0;
    for (ptrdiff_t i = 3; i >= 0; i--) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(at + 16 * i));
        __m128i blanks = either(bytes, space, tab);

        *hits = *hits << 16 | mask_of(either(bytes, all_a, all_b));
        *loose = *loose << 16 | mask_of(_mm_or_si128(blanks, _mm_cmpeq_epi8(bytes, quote)));
    }
}

/* The bit set of bytes above 0x7F among 64. */
static uint64_t find_high(const char *at)
{
    uint64_t hits = 0;

    for (ptrdiff_t i = 3; i >= 0; i--) {
        hits = hits << 16 | mask_of(_mm_loadu_si128((const __m128i *)(const void *)(at + 16 * i)));
    }
    return hits;
}
#else
static const uint64_t low_bits = UINT64_C(0x7F7F7F7F7F7F7F7F);

/* Loads eight bytes, the first as the lowest, on any machine. */
static uint64_t word_at(const char *at)
{
    uint64_t word = 0;

    for (int i = 7; i >= 0; i--)
        word = word << 8 | (unsigned char)at[i];
    return word;
}

/* Collects the high bits of eight bytes into eight adjacent bits. */
static uint64_t gather(uint64_t word)
{
    return ((word & ~low_bits) >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/* Sets the high bit of every byte that is zero. */
static uint64_t zeros_of(uint64_t word)
{
    return ~(((word & low_bits) + low_bits) | word | low_bits);
}

static void find(const char *at, uint64_t a, uint64_t b, uint64_t *hits, uint64_t *loose)
{
    uint64_t space = eight_times(' '), tab = eight_times('\t'), quote = eight_times('"');

    *hits = *loose = 0;
    for (int i = 7; i >= 0; i--) {
        uint64_t word = word_at(at + 8 * i);

        *hits = *hits << 8 | gather(zeros_of(word ^ a) | zeros_of(word ^ b));
        *loose = *loose << 8 |
                 gather(zeros_of(word ^ space) | zeros_of(word ^ tab) | zeros_of(word ^ quote));
    }
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
    /* A loose byte at an end of the block always counts: its neighbour is in another block. */
    const uint64_t ends = UINT64_C(1) << (SCAN_BLOCK - 1) | 1;
    uint64_t hits, loose;

    if (rest >= SCAN_BLOCK) {
        find(scan->block, scan->a, scan->b, &hits, &loose);
    } else {
        char padded[SCAN_BLOCK] = { 0 };

        if (rest > 0)
            memcpy(padded, scan->block, rest);
        find(padded, scan->a, scan->b, &hits, &loose);
    }
    scan->hits = hits;
    scan->rough = loose & ~hits & (hits << 1 | hits >> 1 | ends);
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
