/* deflate.c - blocks of DEFLATE: see deflate.h. */
#include "paint/png/deflate.h"

#include <stdlib.h>
#include <string.h>

enum {
    END = 256,
    FIXED_LITERALS = 288, /* two are never used but have codes */
    FIRST_LENGTH = 257,
    LONGEST_CODE = 15,
    LENGTHS = 19, /* symbols that describe the lengths of codes */
    LONGEST_OF_LENGTHS = 7,
    REPEAT = 16,     /* the length before, 3 to 6 times */
    ZEROS = 17,      /* 3 to 10 */
    MANY_ZEROS = 18, /* 11 to 138 */
};

/* Symbol and the bits that follow it, of a length or a distance. */
struct parts {
    int symbol, n_bits;
    uint32_t bits;
};

static int log_2(uint32_t value)
{
    return 31 - __builtin_clz(value);
}

static struct parts length_parts(uint32_t length)
{
    uint32_t rest = length - DEFLATE_LEAST;

    if (length == DEFLATE_MOST)
        return (struct parts){ .symbol = DEFLATE_LITERALS - 1 };
    if (rest < 8)
        return (struct parts){ .symbol = FIRST_LENGTH + (int)rest };
    int n = log_2(rest) - 2;
    return (struct parts){ FIRST_LENGTH + 4 * n + (int)(rest >> n), n, rest & ((1U << n) - 1) };
}

static struct parts distance_parts(uint32_t distance)
{
    uint32_t rest = distance - 1;

    if (rest < 4)
        return (struct parts){ .symbol = (int)rest };
    int n = log_2(rest) - 1;
    return (struct parts){ 2 * n + (int)(rest >> n), n, rest & ((1U << n) - 1) };
}

/* Codes ---------------------------------------------------------------------- */

struct code {
    uint16_t bits[FIXED_LITERALS]; /* the first bit lowest */
    uint8_t lengths[FIXED_LITERALS];
};

static int compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* Symbols that are used as count << 9 | symbol, the rarest first. There are two at least: decoders
 * differ in whether they take a code of one symbol. */
static int sort_symbols(const uint32_t *counts, int n, int halved, uint32_t *sorted)
{
    int n_used = 0, n_more = 0;

    for (int i = 0; i < n; i++)
        n_used += counts[i] > 0;
    n_more = n_used < 2 ? 2 - n_used : 0;
    n_used = 0;
    for (int i = 0; i < n; i++)
        if (counts[i] > 0 || n_more-- > 0)
            sorted[n_used++] = ((counts[i] >> halved) + 1) << 9 | (uint32_t)i;
    qsort(sorted, (size_t)n_used, sizeof *sorted, compare);
    return n_used;
}

/* Huffman's algorithm: leaves and the nodes that are made of them both come in the order of their
 * counts, so the two rarest are at the heads of two queues. Returns the longest length. */
static int make_tree(const uint32_t *sorted, int n, uint8_t *lengths)
{
    uint32_t counts[2 * DEFLATE_LITERALS];
    int parents[2 * DEFLATE_LITERALS], leaf = 0, node = n;
    uint8_t depths[2 * DEFLATE_LITERALS];

    for (int i = 0; i < n; i++)
        counts[i] = sorted[i] >> 9;
    for (int made = n; made < 2 * n - 1; made++) {
        counts[made] = 0;
        for (int k = 0; k < 2; k++) {
            int rarest =
                leaf < n && (node == made || counts[leaf] <= counts[node]) ? leaf++ : node++;
            counts[made] += counts[rarest];
            parents[rarest] = made;
        }
    }
    depths[2 * n - 2] = 0;
    for (int i = 2 * n - 3; i >= 0; i--)
        depths[i] = (uint8_t)(depths[parents[i]] + 1);
    for (int i = 0; i < n; i++)
        lengths[sorted[i] & 511] = depths[i];
    return depths[0]; /* the rarest leaf is the deepest */
}

static uint32_t reversed(uint32_t bits, int n)
{
    uint32_t result = 0;

    for (; n > 0; n--, bits >>= 1)
        result = result << 1 | (bits & 1);
    return result;
}

/* The codes that follow from their lengths (RFC 1951, 3.2.2). */
static void number_codes(struct code *code, int n)
{
    uint32_t counts[LONGEST_CODE + 1] = { 0 }, next[LONGEST_CODE + 1] = { 0 };

    for (int i = 0; i < n; i++)
        counts[code->lengths[i]]++;
    counts[0] = 0;
    for (int length = 1; length <= LONGEST_CODE; length++)
        next[length] = (next[length - 1] + counts[length - 1]) << 1;
    for (int i = 0; i < n; i++)
        if (code->lengths[i] > 0)
            code->bits[i] = (uint16_t)reversed(next[code->lengths[i]]++, code->lengths[i]);
}

/* Counts are halved until the longest code is short enough: a rare case. */
static void make_code(struct code *code, const uint32_t *counts, int n, int longest)
{
    uint32_t sorted[DEFLATE_LITERALS];

    for (int halved = 0;; halved++) {
        int n_used = sort_symbols(counts, n, halved, sorted);
        memset(code->lengths, 0, (size_t)n);
        if (make_tree(sorted, n_used, code->lengths) <= longest)
            break;
    }
    number_codes(code, n);
}

/* The code that needs no description (RFC 1951, 3.2.6): better for a few tokens. */
static void make_fixed(struct code *literals, struct code *distances)
{
    for (int i = 0; i < FIXED_LITERALS; i++)
        literals->lengths[i] = i < 144 ? 8 : i < END ? 9 : i < 280 ? 7 : 8;
    for (int i = 0; i < DEFLATE_DISTANCES; i++)
        distances->lengths[i] = 5;
    number_codes(literals, FIXED_LITERALS);
    number_codes(distances, DEFLATE_DISTANCES);
}

static uint32_t cost(const struct code *code, const uint32_t *counts, int n)
{
    uint32_t bits = 0;

    for (int i = 0; i < n; i++)
        bits += counts[i] * code->lengths[i];
    return bits;
}

/* Bits ----------------------------------------------------------------------- */

static void put(struct deflate *deflate, uint32_t bits, int n)
{
    deflate->bits |= (uint64_t)bits << deflate->n_bits;
    deflate->n_bits += n;
    for (; deflate->n_bits >= 8; deflate->n_bits -= 8, deflate->bits >>= 8)
        buffer_byte(deflate->into, (char)(deflate->bits & 0xFF));
}

static void put_symbol(struct deflate *deflate, const struct code *code, int symbol)
{
    put(deflate, code->bits[symbol], code->lengths[symbol]);
}

/* How codes are described: their lengths in a row, repeats as one symbol. */
struct description {
    uint8_t symbols[DEFLATE_LITERALS + DEFLATE_DISTANCES],
        more[DEFLATE_LITERALS + DEFLATE_DISTANCES];
    int n, n_literals, n_distances, n_lengths;
    uint32_t counts[LENGTHS];
    struct code code;
};

static const uint8_t order_of_lengths[LENGTHS] = { 16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                   11, 4,  12, 3, 13, 2, 14, 1, 15 };

static void describe(struct description *it, int symbol, int more)
{
    it->symbols[it->n] = (uint8_t)symbol;
    it->more[it->n++] = (uint8_t)more;
    it->counts[symbol]++;
}

/* One length, n times. */
static void describe_run(struct description *it, int length, int n)
{
    if (length > 0) {
        describe(it, length, 0);
        n--;
    }
    while (n >= 3) {
        int most = length > 0 ? 6 : n > 10 ? 138 : 10, part = n < most ? n : most;

        describe(it,
                 length > 0  ? REPEAT
                 : part > 10 ? MANY_ZEROS
                             : ZEROS,
                 part - (part > 10 ? 11 : 3));
        n -= part;
    }
    for (; n > 0; n--)
        describe(it, length, 0);
}

static int last_used(const struct code *code, int n, int least)
{
    while (n > least && code->lengths[n - 1] == 0)
        n--;
    return n;
}

static void make_description(struct description *it, const struct code *literals,
                             const struct code *distances)
{
    uint8_t lengths[DEFLATE_LITERALS + DEFLATE_DISTANCES];

    *it = (struct description){ .n_literals = last_used(literals, DEFLATE_LITERALS, FIRST_LENGTH),
                                .n_distances = last_used(distances, DEFLATE_DISTANCES, 1),
                                .n_lengths = LENGTHS };
    memcpy(lengths, literals->lengths, (size_t)it->n_literals);
    memcpy(lengths + it->n_literals, distances->lengths, (size_t)it->n_distances);
    for (int i = 0, end = it->n_literals + it->n_distances, n; i < end; i += n) {
        for (n = 1; i + n < end && lengths[i + n] == lengths[i];)
            n++;
        describe_run(it, lengths[i], n);
    }
    make_code(&it->code, it->counts, LENGTHS, LONGEST_OF_LENGTHS);
    while (it->code.lengths[order_of_lengths[it->n_lengths - 1]] == 0)
        it->n_lengths--;
}

static int bits_after(int symbol)
{
    return symbol == REPEAT ? 2 : symbol == ZEROS ? 3 : symbol == MANY_ZEROS ? 7 : 0;
}

static uint32_t description_cost(const struct description *it)
{
    uint32_t bits = 5 + 5 + 4 + 3 * (uint32_t)it->n_lengths;

    for (int i = 0; i < it->n; i++)
        bits += it->code.lengths[it->symbols[i]] + (uint32_t)bits_after(it->symbols[i]);
    return bits;
}

static void put_description(struct deflate *deflate, const struct description *it)
{
    put(deflate, (uint32_t)it->n_literals - FIRST_LENGTH, 5);
    put(deflate, (uint32_t)it->n_distances - 1, 5);
    put(deflate, (uint32_t)it->n_lengths - 4, 4);
    for (int i = 0; i < it->n_lengths; i++)
        put(deflate, it->code.lengths[order_of_lengths[i]], 3);
    for (int i = 0; i < it->n; i++) {
        put_symbol(deflate, &it->code, it->symbols[i]);
        put(deflate, it->more[i], bits_after(it->symbols[i]));
    }
}

/* Blocks --------------------------------------------------------------------- */

static void put_tokens(struct deflate *deflate, const struct code *literals,
                       const struct code *distances)
{
    for (size_t i = 0; i < deflate->n; i++) {
        uint32_t token = deflate->tokens[i];

        if (token >> 16 == 0) {
            put_symbol(deflate, literals, (int)token);
            continue;
        }
        struct parts length = length_parts(token & 0xFFFF), distance = distance_parts(token >> 16);
        put_symbol(deflate, literals, length.symbol);
        put(deflate, length.bits, length.n_bits);
        put_symbol(deflate, distances, distance.symbol);
        put(deflate, distance.bits, distance.n_bits);
    }
    put_symbol(deflate, literals, END);
}

static void end_block(struct deflate *deflate, bool last)
{
    struct code literals, distances;
    struct description description;

    deflate->literals[END] = 1;
    make_code(&literals, deflate->literals, DEFLATE_LITERALS, LONGEST_CODE);
    make_code(&distances, deflate->distances, DEFLATE_DISTANCES, LONGEST_CODE);
    make_description(&description, &literals, &distances);
    uint32_t bits = description_cost(&description) +
                    cost(&literals, deflate->literals, DEFLATE_LITERALS) +
                    cost(&distances, deflate->distances, DEFLATE_DISTANCES);
    struct code fixed_literals, fixed_distances;
    make_fixed(&fixed_literals, &fixed_distances);
    bool is_fixed = cost(&fixed_literals, deflate->literals, DEFLATE_LITERALS) +
                        cost(&fixed_distances, deflate->distances, DEFLATE_DISTANCES) <=
                    bits;

    put(deflate, last, 1);
    put(deflate, is_fixed ? 1 : 2, 2);
    if (is_fixed) {
        put_tokens(deflate, &fixed_literals, &fixed_distances);
    } else {
        put_description(deflate, &description);
        put_tokens(deflate, &literals, &distances);
    }
    deflate->n = 0;
    memset(deflate->literals, 0, sizeof deflate->literals);
    memset(deflate->distances, 0, sizeof deflate->distances);
}

void deflate_begin(struct deflate *deflate, struct buffer *into)
{
    deflate->into = into;
    deflate->bits = 0;
    deflate->n_bits = 0;
    deflate->n = 0;
    memset(deflate->literals, 0, sizeof deflate->literals);
    memset(deflate->distances, 0, sizeof deflate->distances);
}

static void add(struct deflate *deflate, uint32_t token)
{
    if (deflate->n == DEFLATE_TOKENS)
        end_block(deflate, false);
    deflate->tokens[deflate->n++] = token;
}

void deflate_literal(struct deflate *deflate, uint8_t byte)
{
    add(deflate, byte);
    deflate->literals[byte]++;
}

void deflate_match(struct deflate *deflate, size_t length, size_t distance)
{
    uint32_t symbol = (uint32_t)distance_parts((uint32_t)distance).symbol;

    while (length > 0) {
        size_t part = length < DEFLATE_MOST ? length : DEFLATE_MOST, rest = length - part;

        if (rest > 0 && rest < DEFLATE_LEAST)
            part -= DEFLATE_LEAST - rest;
        add(deflate, (uint32_t)(distance << 16 | part));
        deflate->literals[length_parts((uint32_t)part).symbol]++;
        deflate->distances[symbol]++;
        length -= part;
    }
}

void deflate_end(struct deflate *deflate)
{
    end_block(deflate, true);
    if (deflate->n_bits > 0)
        put(deflate, 0, 8 - deflate->n_bits);
}
