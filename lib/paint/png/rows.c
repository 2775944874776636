/* rows.c - rows as a zlib stream: see rows.h. */
#include "paint/png/rows.h"

#include <string.h>

enum {
    MODULUS = 65521, /* of Adler-32 */
    WORD = 8,        /* bytes that are compared at once */
    HASHED = 4,      /* bytes that are looked up */
    /* A match at a distance costs some bits more than a byte. */
    LEAST_FAR = 4,
    /* Of a longer match not every byte is kept for later. */
    KEPT_OF_MATCH = 16,
    /* A run of one byte, whose distance takes no bits, before a longer match with the row above. */
    LEAST_RUN = 2 * DEFLATE_MOST
};

bool png_rows_begin(struct png_rows *rows, size_t length, struct buffer *into)
{
    rows->length = length;
    rows->window_size = 2 * (size_t)DEFLATE_FARTHEST + length;
    rows->window = memory_resize(NULL, NULL, 0, rows->window_size + WORD);
    if (rows->window == NULL)
        return false;
    rows->row = rows->window;
    memset(rows->row, 0, length);
    rows->start = 0;
    rows->sums[0] = 1;
    rows->sums[1] = 0;
    rows->sum = rows->weighted = 0;
    rows->n_changes = 0;
    rows->match = 0;
    rows->n_searched = 0;
    memset(rows->heads, 0, sizeof rows->heads);
    deflate_begin(&rows->deflate, into);
    buffer_put(into, "\x78\x01", 2); /* a window of 32 KB, made fast */
    return true;
}

void png_rows_free(struct png_rows *rows)
{
    memory_free(NULL, rows->window, rows->window_size + WORD);
}

/* Changes -------------------------------------------------------------------- */

static void note_change(struct png_rows *rows, size_t from, size_t to)
{
    struct row_change *last = rows->n_changes > 0 ? &rows->changes[rows->n_changes - 1] : NULL;

    if (last != NULL && (last->to == from || rows->n_changes == PNG_ROWS_CHANGES))
        last->to = (uint16_t)to;
    else
        rows->changes[rows->n_changes++] = (struct row_change){ (uint16_t)from, (uint16_t)to };
}

void png_rows_change(struct png_rows *rows, size_t at, const uint8_t *bytes, size_t n)
{
    uint8_t *old = rows->row + at;
    int32_t sum = 0, weighted = 0; /* what they gain */

    while (n > 0 && bytes[n - 1] == old[n - 1])
        n--;
    for (; n > 0 && *bytes == *old; at++, n--)
        bytes++, old++;
    if (n == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        int32_t gain = bytes[i] - old[i];
        sum += gain;
        weighted += gain * (int32_t)(n - i);
    }
    memcpy(old, bytes, n);
    note_change(rows, at, at + n);
    /* Modulo 2^64; what they are gained to is never below 0. */
    rows->sum += (uint64_t)(int64_t)sum;
    rows->weighted += (uint64_t)(weighted + (int64_t)sum * (int64_t)(rows->length - at - n));
}

/* Matches -------------------------------------------------------------------- */

static uint64_t word_at(const uint8_t *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return word;
}

/* How many bytes from here on, at most those up to end, equal those at a distance before. */
static size_t count_equal(const uint8_t *at, size_t distance, const uint8_t *end)
{
    const uint8_t *from = at;

    while (end - at >= WORD && word_at(at) == word_at(at - distance))
        at += WORD;
    while (at < end && *at == at[-(ptrdiff_t)distance])
        at++;
    return (size_t)(at - from);
}

static void end_match(struct png_rows *rows)
{
    if (rows->match > 0)
        deflate_match(&rows->deflate, rows->match, rows->distance);
    rows->match = 0;
}

static void put_match(struct png_rows *rows, size_t length, size_t distance)
{
    if (rows->distance != distance)
        end_match(rows);
    rows->distance = distance;
    rows->match += length;
}

static void put_byte(struct png_rows *rows, uint8_t byte)
{
    end_match(rows);
    deflate_literal(&rows->deflate, byte);
}

struct found {
    size_t length, distance;
};

static void keep_longer(struct found *best, size_t length, size_t distance)
{
    if (length > best->length)
        *best = (struct found){ length, distance };
}

static uint32_t bucket_of(const uint8_t *bytes)
{
    enum { BITS = 20 };
    const uint32_t four =
        bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;

    return four * 2654435761U >> BITS;
}

/* Notes where the bytes at a place of the row are. */
static void keep(struct png_rows *rows, size_t at)
{
    if (rows->length - at < HASHED)
        return;
    uint32_t *heads = rows->heads[bucket_of(rows->row + at)];
    heads[1] = heads[0];
    heads[0] = rows->start + (uint32_t)at + 1;
}

static void search_kept(const struct png_rows *rows, size_t at, struct found *best)
{
    const uint8_t *bytes = rows->row + at, *end = rows->row + rows->length;

    if (rows->length - at < HASHED)
        return;
    const uint32_t *heads = rows->heads[bucket_of(bytes)];
    for (int i = 0; i < 2 && heads[i] > 0; i++) {
        size_t distance = rows->start + at + 1 - heads[i];
        if (distance <= DEFLATE_FARTHEST)
            keep_longer(best, count_equal(bytes, distance, end), distance);
    }
}

/* The next bytes, by the longest match; of equal ones by the nearest. Returns where the row goes on. */
static size_t put_searched(struct png_rows *rows, size_t at)
{
    const uint8_t *bytes = rows->row + at, *end = rows->row + rows->length;
    struct found best = { .length = LEAST_FAR - 1 };

    rows->n_searched++;
    if (rows->start + at > 0) {
        size_t run = count_equal(bytes, 1, end);
        if (run >= DEFLATE_LEAST)
            best = (struct found){ run, 1 };
    }
    search_kept(rows, at, &best);
    if (rows->start > 0)
        keep_longer(&best, count_equal(bytes, rows->length, end), rows->length);
    if (best.distance == 0) {
        keep(rows, at);
        put_byte(rows, *bytes);
        return at + 1;
    }
    put_match(rows, best.length, best.distance);
    for (size_t i = 0; i < best.length && i < KEPT_OF_MATCH; i++)
        keep(rows, at + i);
    return at + best.length;
}

static bool goes_on(const struct png_rows *rows, size_t distance)
{
    return rows->match > 0 && rows->distance == distance;
}

/* Bytes that equal the row above. */
static size_t put_equal(struct png_rows *rows, size_t at, size_t to)
{
    size_t n = to - at;
    size_t run = count_equal(rows->row + at, 1, rows->row + to);

    if ((run == n || run >= LEAST_RUN) && (run >= DEFLATE_LEAST || goes_on(rows, 1))) {
        put_match(rows, run, 1);
        return at + run;
    }
    if (n >= LEAST_FAR || goes_on(rows, rows->length)) {
        put_match(rows, n, rows->length);
        return to;
    }
    return put_searched(rows, at);
}

static void put_row(struct png_rows *rows)
{
    size_t at = 0;

    for (size_t i = 0; i < rows->n_changes; i++) {
        while (at < rows->changes[i].from)
            at = put_equal(rows, at, rows->changes[i].from);
        while (at < rows->changes[i].to)
            at = put_searched(rows, at);
    }
    while (at < rows->length)
        at = put_equal(rows, at, rows->length);
}

/* Rows ----------------------------------------------------------------------- */

/* The next row begins as a copy of this one. */
static void move_on(struct png_rows *rows)
{
    uint8_t *above = rows->row;

    rows->row += rows->length;
    if ((size_t)(rows->row - rows->window) + rows->length > rows->window_size) {
        memmove(rows->window, rows->row - DEFLATE_FARTHEST, DEFLATE_FARTHEST);
        rows->row = rows->window + DEFLATE_FARTHEST;
        above = rows->row - rows->length;
    }
    memcpy(rows->row, above, rows->length);
    rows->start += (uint32_t)rows->length;
    rows->n_changes = 0;
}

void png_rows_next(struct png_rows *rows)
{
    if (rows->start == 0)
        rows->changes[0] = (struct row_change){ 0, (uint16_t)rows->length };
    if (rows->start == 0)
        rows->n_changes = 1;
    rows->sums[1] =
        (uint32_t)((rows->sums[1] + (uint64_t)rows->length * rows->sums[0] + rows->weighted) %
                   MODULUS);
    rows->sums[0] = (uint32_t)((rows->sums[0] + rows->sum) % MODULUS);
    put_row(rows);
    move_on(rows);
}

void png_rows_end(struct png_rows *rows)
{
    const uint32_t sum = rows->sums[1] << 16 | rows->sums[0];

    end_match(rows);
    deflate_end(&rows->deflate);
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_byte(rows->deflate.into, (char)(sum >> shift & 0xFF));
}
