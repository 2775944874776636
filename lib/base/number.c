/* number.c - exact decimal <-> binary conversion.
 *
 * The common case (up to 15 digits, a small power of ten) is one exact product or
 * quotient of doubles (Clinger 1990). What that cannot decide goes through whole
 * numbers of any size: slow, but right, and met only by figures with more digits
 * than a statistic ever has. */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Whole numbers of any size ---------------------------------------------- */

enum {
    WORDS = 192,       /* 6144 bits: MOST_DIGITS digits times 2^1100, with room to spare */
    MOST_DIGITS = 800, /* more significant digits than this cannot change the result */
    EXACT_POWER = 22   /* 10^22 is the largest power of ten that a double holds exactly */
};

struct whole {
    uint32_t words[WORDS]; /* least first */
    int n;
};

static void whole_set(struct whole *a, uint64_t value)
{
    a->n = 0;
    for (; value > 0; value >>= 32)
        a->words[a->n++] = (uint32_t)value;
}

static void whole_multiply_add(struct whole *a, uint32_t factor, uint32_t addend)
{
    uint64_t carry = addend;

    for (int i = 0; i < a->n; i++) {
        carry += (uint64_t)a->words[i] * factor;
        a->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry > 0)
        a->words[a->n++] = (uint32_t)carry;
}

static void whole_times_power_of_ten(struct whole *a, int power)
{
    for (; power >= 9; power -= 9)
        whole_multiply_add(a, 1000000000u, 0);
    for (; power > 0; power--)
        whole_multiply_add(a, 10, 0);
}

static void whole_shift(struct whole *a, int bits)
{
    int words = bits / 32;

    if (a->n == 0)
        return;
    memmove(a->words + words, a->words, (size_t)a->n * sizeof a->words[0]);
    memset(a->words, 0, (size_t)words * sizeof a->words[0]);
    a->n += words;
    if (bits % 32 != 0)
        whole_multiply_add(a, 1u << bits % 32, 0);
}

static int whole_compare(const struct whole *a, const struct whole *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (int i = a->n - 1; i >= 0; i--)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

/* a -= b; a must not be less than b. */
static void whole_subtract(struct whole *a, const struct whole *b)
{
    int64_t borrow = 0;

    for (int i = 0; i < a->n; i++) {
        int64_t word = (int64_t)a->words[i] - (i < b->n ? b->words[i] : 0) + borrow;
        a->words[i] = (uint32_t)word;
        borrow = word < 0 ? -1 : 0;
    }
    while (a->n > 0 && a->words[a->n - 1] == 0)
        a->n--;
}

/* value = mantissa * 2^exponent, exactly; value > 0 and finite. */
static uint64_t take_apart(double value, int *exponent)
{
    double fraction = frexp(value, exponent);

    *exponent -= 53;
    return (uint64_t)ldexp(fraction, 53);
}

/* Reading ------------------------------------------------------------------ */

struct decimal {
    char digits[MOST_DIGITS]; /* without leading zeros */
    int n;
    int64_t exponent; /* value = digits * 10^exponent */
    bool negative;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *skip_sign(const char *at, const char *end, bool *negative)
{
    *negative = false;
    if (at < end && (*at == '-' || *at == '+')) {
        *negative = *at == '-';
        return at + 1;
    }
    if (end - at >= 3 && memcmp(at, "\xE2\x88\x92", 3) == 0) { /* U+2212 */
        *negative = true;
        return at + 3;
    }
    return at;
}

static void add_digit(struct decimal *number, char digit, bool after_point)
{
    if (number->n < MOST_DIGITS) {
        if (number->n > 0 || digit != '0')
            number->digits[number->n++] = digit;
        number->exponent -= after_point;
    } else {
        if (digit != '0')
            number->digits[MOST_DIGITS - 1] = '1'; /* so that it never looks like a tie */
        number->exponent += !after_point;
    }
}

/* Fills number and the count of places after the point as written. */
static bool scan(const char *text, size_t n, struct decimal *number, int64_t *places)
{
    const char *end = text + n, *at = skip_sign(text, end, &number->negative);
    size_t seen = 0;

    number->n = 0;
    number->exponent = *places = 0;
    for (; at < end && is_digit(*at); at++, seen++)
        add_digit(number, *at, false);
    if (at < end && *at == '.') {
        for (at++; at < end && is_digit(*at); at++, seen++, ++*places)
            add_digit(number, *at, true);
        if (*places == 0)
            return false;
    }
    if (seen == 0)
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        bool negative;
        int64_t exponent = 0;

        at = skip_sign(at + 1, end, &negative);
        if (at == end)
            return false;
        for (; at < end && is_digit(*at); at++)
            exponent = exponent < 100000 ? exponent * 10 + (*at - '0') : exponent;
        number->exponent += negative ? -exponent : exponent;
        *places -= negative ? -exponent : exponent;
    }
    return at == end;
}

/* number - (mantissa * 2^exponent), as a sign. */
static int compare_to_binary(const struct decimal *number, uint64_t mantissa, int exponent)
{
    struct whole left = { .n = 0 }, right;

    for (int i = 0; i < number->n; i++)
        whole_multiply_add(&left, 10, (uint32_t)(number->digits[i] - '0'));
    whole_set(&right, mantissa);
    if (number->exponent >= 0)
        whole_times_power_of_ten(&left, (int)number->exponent);
    else
        whole_times_power_of_ten(&right, (int)-number->exponent);
    if (exponent >= 0)
        whole_shift(&right, exponent);
    else
        whole_shift(&left, -exponent);
    return whole_compare(&left, &right);
}

/* A first guess, wrong by a unit in the last place or two. */
static double approximate(const struct decimal *number)
{
    long double value = 0, power = 10;
    int used = number->n < 19 ? number->n : 19;
    int64_t exponent = number->exponent + number->n - used;

    for (int i = 0; i < used; i++)
        value = value * 10 + (number->digits[i] - '0');
    for (int64_t left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2, power *= power)
        if (left % 2 != 0)
            value = exponent < 0 ? value / power : value * power;
    return (double)value;
}

/* Moves the guess until the number lies within half a step of it. */
static double refine(const struct decimal *number, double guess)
{
    for (;;) {
        if (isinf(guess))
            guess = 0x1.fffffffffffffp+1023;
        int exponent;
        double above = nextafter(guess, INFINITY);
        uint64_t mantissa = guess > 0 ? take_apart(guess, &exponent) : 0;
        if (mantissa == 0 || exponent < -1074) { /* subnormal: one step is 2^-1074 */
            mantissa = (uint64_t)ldexp(guess, 1074);
            exponent = -1074;
        }

        int up = compare_to_binary(number, 2 * mantissa + 1, exponent - 1);
        if (up > 0 || (up == 0 && mantissa % 2 != 0)) {
            if (isinf(above))
                return above;
            guess = above;
            continue;
        }
        if (mantissa == 0)
            return guess;
        /* Below a power of two the steps are half as long. */
        bool narrow = mantissa == (UINT64_C(1) << 52) && exponent > -1074;
        int down = narrow ? compare_to_binary(number, 4 * mantissa - 1, exponent - 2)
                          : compare_to_binary(number, 2 * mantissa - 1, exponent - 1);
        if (down > 0 || (down == 0 && mantissa % 2 == 0))
            return guess;
        guess = nextafter(guess, 0);
    }
}

static const double powers_of_ten[EXACT_POWER + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,
                                                       1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                       1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
                                                       1e18, 1e19, 1e20, 1e21, 1e22 };

static double to_binary(struct decimal *number)
{
    while (number->n > 0 && number->digits[number->n - 1] == '0') {
        number->n--;
        number->exponent++;
    }
    if (number->n == 0)
        return 0;
    if (number->n <= 15 && number->exponent >= -EXACT_POWER && number->exponent <= EXACT_POWER) {
        double digits = 0;
        for (int i = 0; i < number->n; i++)
            digits = digits * 10 + (number->digits[i] - '0');
        return number->exponent < 0 ? digits / powers_of_ten[-number->exponent]
                                    : digits * powers_of_ten[number->exponent];
    }
    if (number->n + number->exponent > 310)
        return INFINITY;
    if (number->n + number->exponent < -330)
        return 0;
    return refine(number, approximate(number));
}

/* Short numbers, eight characters at a time: a word holds them, the first lowest, with zeros
 * before where there are fewer. */
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

/* The n from 1 to 8 characters; what is read twice is the same. Without a branch by n where there
 * are some: figures of a column differ by one. */
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

/* The lowest bit of the first character that is a point. */
static bool find_point(uint64_t word, unsigned *at)
{
    uint64_t others = word ^ UINT64_C(0x2E2E2E2E2E2E2E2E);
    uint64_t points =
        (others - UINT64_C(0x0101010101010101)) & ~others & UINT64_C(0x8080808080808080);

    if (points != 0)
        *at = (unsigned)__builtin_ctzll(points) - 7;
    return points != 0;
}

/* The characters before the one at that bit move to its place, one comes in before them. */
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

/* Of eight digits: pairs are added up, then fours, then all. */
static uint64_t value_of(uint64_t word)
{
    word = (word & UINT64_C(0x0F0F0F0F0F0F0F0F)) * 2561 >> 8;
    word = (word & UINT64_C(0x00FF00FF00FF00FF)) * 6553601 >> 16;
    return (word & UINT64_C(0x0000FFFF0000FFFF)) * UINT64_C(42949672960001) >> 32;
}

/* Up to 15 digits with a point or none: what nearly every figure is. */
static bool read_short(const char *text, size_t n, double *value, int *places)
{
    bool negative = n > 0 && *text == '-';
    uint64_t high = zeros, low, digits;
    unsigned at;

    text += negative;
    n -= negative;
    if (n - 1 > 15) /* or none */
        return false;
    if (n > 8)
        high = characters(text, n - 8);
    low = n > 8 ? word_at(text + n - 8) : characters(text, n);
    *places = 0;
    if (find_point(low, &at)) {
        if (at == 56) /* nothing follows */
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
    digits = value_of(low) + (n > 8 ? value_of(high) * 100000000 : 0);
    *value =
        *places > 0 ? (double)(int64_t)digits / powers_of_ten[*places] : (double)(int64_t)digits;
    *value = negative ? -*value : *value;
    return true;
}

/* Any other; apart from number_read, which then needs none of its room on the stack. */
static __attribute__((noinline)) bool read_long(const char *text, size_t n, double *value,
                                                int *decimals)
{
    struct decimal number;
    int64_t places;

    if (!scan(text, n, &number, &places))
        return false;
    double magnitude = to_binary(&number);
    if (isinf(magnitude))
        return false;
    *value = number.negative ? -magnitude : magnitude;
    *decimals = places > 999 ? 999 : places < -999 ? -999 : (int)places;
    return true;
}

bool number_read(const char *text, size_t n, double *value, int *decimals)
{
    int places;

    if (!read_short(text, n, value, &places) && !read_long(text, n, value, &places))
        return false;
    if (decimals != NULL)
        *decimals = places;
    return true;
}

bool number_read_integer(const char *text, size_t n, int64_t low, int64_t high, int64_t *value)
{
    bool negative;
    const char *end = text + n, *at = skip_sign(text, end, &negative);
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

/* Writing ------------------------------------------------------------------ */

/* The digits of value (> 0) from 10^first down to 10^last, rounded half to even;
 * digits[0] is the carry's place, 10^(first + 1). */
static void exact_digits(double value, int first, int last, char *digits)
{
    struct whole rest, unit;
    int exponent, n = first - last + 1;

    whole_set(&rest, take_apart(value, &exponent));
    whole_set(&unit, 1);
    whole_times_power_of_ten(first >= 0 ? &unit : &rest, first >= 0 ? first : -first);
    whole_shift(exponent >= 0 ? &rest : &unit, exponent >= 0 ? exponent : -exponent);

    digits[0] = 0;
    for (int i = 1; i <= n; i++) {
        digits[i] = 0;
        for (; whole_compare(&rest, &unit) >= 0; digits[i]++)
            whole_subtract(&rest, &unit);
        whole_multiply_add(&rest, 10, 0);
    }
    whole_times_power_of_ten(&unit, 1);
    whole_shift(&rest, 1); /* twice the remainder against one unit */
    int half = whole_compare(&rest, &unit);
    if (half < 0 || (half == 0 && digits[n] % 2 == 0))
        return;
    for (int i = n; ++digits[i] == 10; i--)
        digits[i] = 0;
}

static int exponent_of_ten(double value)
{
    int exponent = (int)floor(log10(value));

    /* log10 may be off next to a power of ten: below, the first digit comes out 0
     * or as a carry, which every caller accepts. */
    return exponent;
}

/* mantissa * 10^-places in plain notation. */
static size_t write_scaled(char *out, bool negative, uint64_t mantissa, int places)
{
    char text[24], *end = text + sizeof text, *at = end; /* from the back */

    for (int n = 0; n <= places || mantissa > 0; n++, mantissa /= 10) {
        if (n == places && places > 0)
            *--at = '.';
        *--at = (char)('0' + mantissa % 10);
    }
    if (negative)
        *--at = '-';
    memcpy(out, at, (size_t)(end - at));
    out[end - at] = '\0';
    return (size_t)(end - at);
}

/* "d.ddde±x", trailing zeros dropped; digits[0] is the carry's place. */
static size_t write_scientific(char out[NUMBER_TEXT], bool negative, const char *digits, int n,
                               int exponent)
{
    size_t length = 0;

    for (; n > 1 && digits[0] == 0; digits++, n--)
        exponent--;
    while (n > 1 && digits[n - 1] == 0)
        n--;
    if (negative)
        out[length++] = '-';
    out[length++] = (char)('0' + digits[0]);
    if (n > 1)
        out[length++] = '.';
    for (int i = 1; i < n; i++)
        out[length++] = (char)('0' + digits[i]);
    return length + (size_t)snprintf(out + length, NUMBER_TEXT - length, "e%+03d", exponent);
}

/* Rewrites "-d.ddde±x" without its exponent where plain notation is wanted. */
static size_t make_plain(char out[NUMBER_TEXT], int places)
{
    double value;
    char wide[2 * NUMBER_TEXT];

    number_read(out, strlen(out), &value, NULL);
    size_t n = number_write_fixed(wide, value, places);
    if (n == 0 || n >= NUMBER_TEXT)
        return strlen(out);
    memcpy(out, wide, n + 1);
    return n;
}

/* Counts digits until the text reads back as the same double. A normal double keeps
 * 15 digits: a shorter text is these without their zeros, so the search begins there. */
static size_t write_searched(char out[NUMBER_TEXT], double value)
{
    double magnitude = fabs(value), again;
    int first = exponent_of_ten(magnitude);

    for (int n = magnitude < DBL_MIN ? 1 : DBL_DIG;; n++) {
        char digits[24];

        exact_digits(magnitude, first, first - n + 1, digits);
        size_t length = write_scientific(out, value < 0, digits, n + 1, first + 1);
        if (n < 18 && !(number_read(out, length, &again, NULL) && again == value))
            continue;
        if (magnitude < 1e-6 || magnitude >= 1e17)
            return length;
        while (n > 1 && digits[n] == 0)
            n--;
        return make_plain(out, n - first - 1 > 0 ? n - first - 1 : 0);
    }
}

size_t number_write(char out[NUMBER_TEXT], double value)
{
    if (isnan(value) || isinf(value)) {
        strcpy(out, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
        return strlen(out);
    }
    if (value == 0)
        return write_scaled(out, false, 0, 0);
    if (fabs(value) < 1e15 && fabs(value) >= 1e-6) {
        for (int places = 0; places <= 9; places++) {
            double scaled = nearbyint(fabs(value) * powers_of_ten[places]);
            if (scaled < 0x1p53 && scaled / powers_of_ten[places] == fabs(value))
                return write_scaled(out, value < 0, (uint64_t)scaled, places);
        }
    }
    return write_searched(out, value);
}

/* Rounds value * 10^places to a whole number, exactly: fma tells what the product
 * lost, which decides what looks like a tie. False when it does not fit. */
static bool round_scaled(double value, int places, uint64_t *out)
{
    double product = value * powers_of_ten[places];

    if (product >= 0x1p52)
        return false;
    double lost = fma(value, powers_of_ten[places], -product);
    double rounded = nearbyint(product);
    double beyond = product - rounded;

    if (beyond == 0.5 && lost > 0)
        rounded += 1;
    else if (beyond == -0.5 && lost < 0)
        rounded -= 1;
    *out = (uint64_t)rounded;
    return true;
}

size_t number_write_fixed(char out[2 * NUMBER_TEXT], double value, int decimals)
{
    uint64_t scaled;
    double magnitude = fabs(value);
    size_t length = 0;

    if (!(magnitude < 1e18) || decimals < 0 || decimals > 17)
        return 0;
    if (round_scaled(magnitude, decimals, &scaled))
        return write_scaled(out, signbit(value) && scaled != 0, scaled, decimals);

    char digits[48];
    int first = exponent_of_ten(magnitude);
    first = first < 0 ? 0 : first;
    exact_digits(magnitude, first, -decimals, digits);
    if (value < 0)
        out[length++] = '-';
    for (int i = digits[0] == 0; i <= first + 1 + decimals; i++) {
        if (i == first + 2)
            out[length++] = '.';
        out[length++] = (char)('0' + digits[i]);
    }
    out[length] = '\0';
    return length;
}
