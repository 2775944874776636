/* digest_quick.c - SHA-256 (FIPS 180-4) with the SHA extensions of x86-64. */
#include "base/digest_quick.h"

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>
#include <string.h>

enum { BLOCK = 64, LAST = 128, GROUPS = 16 /* of four rounds */ };

static const uint32_t constants[4 * GROUPS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

bool digest_is_quick(void)
{
    enum { EXTENDED = 7, SHA = 1 << 29, SSE4_1 = 1 << 19 };
    unsigned a, b, c, d;

    if (!__get_cpuid(1, &a, &b, &c, &d) || (c & SSE4_1) == 0)
        return false;
    return __get_cpuid_count(EXTENDED, 0, &a, &b, &c, &d) && (b & SHA) != 0;
}

/* The next four words of the schedule, from the sixteen before; the oldest four make room. */
__attribute__((target("sha,sse4.1"))) static __m128i extend(const __m128i words[4], int group)
{
    const __m128i oldest = words[group & 3], later = words[(group + 1) & 3];
    const __m128i before = words[(group + 2) & 3], last = words[(group + 3) & 3];
    const __m128i sum =
        _mm_add_epi32(_mm_sha256msg1_epu32(oldest, later), _mm_alignr_epi8(last, before, 4));

    return _mm_sha256msg2_epu32(sum, last);
}

/* The instructions hold the state as words A, B, E, F and C, D, G, H. */
__attribute__((target("sha,sse4.1"))) static void add_blocks(__m128i *abef, __m128i *cdgh,
                                                             const uint8_t *bytes, size_t n)
{
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);

    for (; n > 0; n--, bytes += BLOCK) {
        __m128i words[4], one = *abef, other = *cdgh;

        for (int i = 0; i < GROUPS; i++) {
            words[i & 3] =
                i < 4 ? _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)bytes + i),
                                         big_endian)
                      : extend(words, i);
            __m128i added = _mm_add_epi32(
                words[i & 3], _mm_loadu_si128((const __m128i *)(const void *)constants + i));
            other = _mm_sha256rnds2_epu32(other, one, added);
            added = _mm_shuffle_epi32(added, 0x0E);
            one = _mm_sha256rnds2_epu32(one, other, added);
        }
        *abef = _mm_add_epi32(*abef, one);
        *cdgh = _mm_add_epi32(*cdgh, other);
    }
}

static void put_word(uint8_t *out, uint32_t word)
{
    for (int i = 0; i < 4; i++)
        out[i] = (uint8_t)(word >> (24 - 8 * i));
}

/* What is left of the bytes, a one bit, zeros, and the number of bits. */
static size_t pad(uint8_t last[LAST], const uint8_t *rest, size_t n_rest, size_t n)
{
    const size_t blocks = n_rest + 9 > BLOCK ? 2 : 1;

    memset(last, 0, LAST);
    if (n_rest > 0)
        memcpy(last, rest, n_rest);
    last[n_rest] = 0x80;
    put_word(last + blocks * BLOCK - 8, (uint32_t)((uint64_t)n >> 29));
    put_word(last + blocks * BLOCK - 4, (uint32_t)(n << 3));
    return blocks;
}

__attribute__((target("sha,sse4.1"))) struct digest digest_quick(bool is_quick, const void *bytes,
                                                                 size_t n)
{
    const size_t whole = n / BLOCK;
    uint8_t last[LAST];
    struct digest digest;
    uint32_t words[8];

    if (!is_quick)
        return digest_of(bytes, n);
    __m128i abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
    __m128i cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
    add_blocks(&abef, &cdgh, bytes, whole);
    const uint8_t *rest = whole > 0 ? (const uint8_t *)bytes + whole * BLOCK : bytes;
    const size_t blocks = pad(last, rest, n - whole * BLOCK, n);
    add_blocks(&abef, &cdgh, last, blocks);
    _mm_storeu_si128((__m128i *)(void *)words, abef);
    _mm_storeu_si128((__m128i *)(void *)(words + 4), cdgh);
    static const int order[8] = { 3, 2, 7, 6, 1, 0, 5, 4 }; /* A to H in F E B A, H G D C */
    uint8_t *at = digest.bytes;
    for (int i = 0; i < 8; i++, at += 4)
        put_word(at, words[order[i]]);
    return digest;
}

#else

bool digest_is_quick(void)
{
    return false;
}

struct digest digest_quick(bool is_quick, const void *bytes, size_t n)
{
    (void)is_quick;
    return digest_of(bytes, n);
}

#endif
