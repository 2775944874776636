/* number_read.c - reads short numbers, as most are, eight characters at a time.
 *
 * Up to 15 digits with a point are one exact quotient of doubles (Clinger 1990). Everything else
 * goes to number_read_long. */
#include "base/number.h"

#include <string.h>

#include "base/number_form.h"
#include "base/number_parts.h"

/* A word holds eight characters, the first in its lowest byte; fewer are padded with '0' in front. */
static const uint64_t zeros = UINT64_C(0x3030303030303030);

static uint64_t word_at(const char *text)
{
    uint64_t word;

    memcpy(&word, text, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static uint64_t half_word_at(const char *text)
{
    uint32_t word;

    memcpy(&word, text, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap32(word);
#endif
    return word;
}

/* Loads n (1 to 8) characters. Two overlapping loads OR to the same bytes. Branch-free within a size
 * class: cell widths in a column vary by one, so a branch on n would mispredict. */
static uint64_t characters(const char *text, size_t n)
{
    uint64_t word;

    if (n >= 4)
        word = half_word_at(text) | half_word_at(text + n - 4) << 8 * (n - 4);
    else
        word = (uint64_t)(unsigned char)text[0] |
               (uint64_t)(unsigned char)text[n / 2] << 8 * (n / 2) |
               (uint64_t)(unsigned char)text[n - 1] << 8 * (n - 1);
    return word << (64 - 8 * n) | zeros >> 4 * n >> 4 * n;
}

/* *at: the lowest bit of the first point in the word. False if there is none. */
static bool find_point(uint64_t word, unsigned *at)
{
    uint64_t others = word ^ UINT64_C(0x2E2E2E2E2E2E2E2E);
    uint64_t points =
        (others - UINT64_C(0x0101010101010101)) & ~others & UINT64_C(0x8080808080808080);

    if (points != 0)
        *at = (unsigned)__builtin_ctzll(points) - 7;
    return points != 0;
}

/* Removes the character at that bit: those before it move up by one, and `before` fills the front. */
static uint64_t drop_character(uint64_t word, unsigned at, uint64_t before)
{
    uint64_t lower = (UINT64_C(1) << at) - 1;

    return (word & ~(lower << 8 | 0xFF)) | (word & lower) << 8 | before;
}

static bool are_digits(uint64_t word)
{
    const uint64_t high = UINT64_C(0xF0F0F0F0F0F0F0F0);

    return ((word & high) | ((word + UINT64_C(0x0606060606060606)) & high) >> 4) ==
           UINT64_C(0x3333333333333333);
}

/* Reads up to 15 digits, with or without a point, as nearly every figure is. */
static bool read_short(const char *text, size_t n, double *value, int *places)
{
    bool negative = n > 0 && *text == '-';
    uint64_t high = zeros, low, digits;
    unsigned at;

    text += negative;
    n -= negative;
    if (n - 1 > 15) /* also if n is 0 */
        return false;
    if (n > 8)
        high = characters(text, n - 8);
    low = n > 8 ? word_at(text + n - 8) : characters(text, n);
    *places = 0;
    if (find_point(low, &at)) {
        if (at == 56) /* the point is the last character */
            return false;
        *places = (int)(7 - at / 8);
        low = drop_character(low, at, high >> 56);
        high = high << 8 | '0';
    } else if (n > 8 && find_point(high, &at)) {
        *places = (int)(15 - at / 8);
        high = drop_character(high, at, '0');
    }
    if (!are_digits(low) || (n > 8 && !are_digits(high)) || n - (*places > 0) > 15)
        return false;
    digits = number_of_word(low) + (n > 8 ? number_of_word(high) * 100000000 : 0);
    *value =
        *places > 0 ? (double)(int64_t)digits / powers_of_ten[*places] : (double)(int64_t)digits;
    *value = negative ? -*value : *value;
    return true;
}

bool number_read(const char *text, size_t n, double *value, int *decimals)
{
    int places;

    if (!read_short(text, n, value, &places) && !number_read_long(text, n, value, &places))
        return false;
    if (decimals != NULL)
        *decimals = places;
    return true;
}

/* The length of digits, points and a minus in front of them. */
static size_t length_of_prefix(const char *text)
{
    size_t n = *text == '-';

    while (n < NUMBER_PREFIX && (is_digit(text[n]) || text[n] == '.'))
        n++;
    return n;
}

/* The form of a number without a minus that ends within eight bytes. */
static struct number_form form_of(const char *text, size_t n, int decimals)
{
    unsigned end = 8 * (unsigned)n, point = end - 8 * (unsigned)(decimals + 1);
    uint64_t high_bit = UINT64_C(0x80);

    if (decimals == 0)
        return (struct number_form){ .region = ~UINT64_C(0) >> (56 - end),
                                     .ends = high_bit << end,
                                     .whole = ~UINT64_C(0),
                                     .power = 1,
                                     .shift = 64 - end,
                                     .n = (unsigned)n };
    return (struct number_form){ .region = ~UINT64_C(0) >> (56 - end),
                                 .ends = high_bit << end | high_bit << point,
                                 .point_mask = UINT64_C(0xFF) << point,
                                 .point = number_word(text) & UINT64_C(0xFF) << point,
                                 .whole = (UINT64_C(1) << point) - 1,
                                 .power = powers_of_ten[decimals],
                                 .shift = 64 - (end - 8),
                                 .n = (unsigned)n,
                                 .decimals = decimals };
}

size_t number_read_prefix(const char *text, struct number_form *form, double *value, int *decimals)
{
    size_t n = length_of_prefix(text), sign = *text == '-';

    *form = (struct number_form){ .ends = 1 }; /* no number is like it */
    if (n == sign || text[sign] == '.' || text[n - 1] == '.' ||
        !read_short(text, n, value, decimals))
        return 0;
    if (sign == 0 && n < sizeof(uint64_t))
        *form = form_of(text, n, *decimals);
    return n;
}

bool number_read_integer(const char *text, size_t n, int64_t low, int64_t high, int64_t *value)
{
    bool negative;
    const char *end = text + n, *at = number_skip_sign(text, end, &negative);
    uint64_t magnitude = 0;

    if (at == end)
        return false;
    for (; at < end; at++) {
        if (!is_digit(*at) || magnitude > (uint64_t)(INT64_MAX - 9) / 10)
            return false;
        magnitude = magnitude * 10 + (uint64_t)(*at - '0');
    }
    int64_t result = negative ? -(int64_t)magnitude : (int64_t)magnitude;
    if (result < low || result > high)
        return false;
    *value = result;
    return true;
}
