/* rows_become_a_zlib_stream.c - what becomes of rows, zlib makes the same bytes of again, sum included; and
 * rows that equal the row above are not searched. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "paint/png/rows.h"

/* The same numbers on every machine. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* raw: without the head and the sum of a zlib stream. */
static void check_stream(const struct buffer *stream, bool raw, const uint8_t *bytes, size_t n)
{
    uint8_t *got = malloc(n + 1);
    z_stream z = { .next_in = (Bytef *)stream->bytes,
                   .avail_in = (uInt)stream->length,
                   .next_out = got,
                   .avail_out = (uInt)n + 1 };

    assert_non_null(got);
    assert_int_equal(inflateInit2(&z, raw ? -15 : 15), Z_OK);
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    assert_int_equal(z.avail_in, 0);
    assert_int_equal(z.total_out, n);
    assert_memory_equal(got, bytes, n);
    inflateEnd(&z);
    free(got);
}

/* Rows ----------------------------------------------------------------------- */

enum kind { EQUAL, STRIPES, NOISE, SOME_NOISE, FEW_BYTES, AGAIN, KINDS };

static void fill(uint8_t *row, size_t length, size_t y, enum kind kind, uint32_t *seed)
{
    for (size_t i = 0; i < length; i++)
        switch (kind) {
        case EQUAL:
            row[i] = i > length / 3 ? 7 : 0;
            break;
        case STRIPES:
            row[i] = (uint8_t)(i % 5 + y / 4);
            break;
        case NOISE:
            row[i] = (uint8_t)next_random(seed);
            break;
        case SOME_NOISE: /* what is not changed stays as it was */
            if (next_random(seed) % 50 == 0)
                row[i] = (uint8_t)next_random(seed);
            break;
        case FEW_BYTES:
            row[i] = next_random(seed) % 3 == 0;
            break;
        case AGAIN: /* the row before the one above */
            row[i] = (uint8_t)((i * 2654435761U >> 7) + y % 2);
            break;
        default:
            break;
        }
}

/* The rows in changes of up to PNG_ROWS_PIECE bytes, of which most are none. Returns how many bytes were
 * searched. */
static size_t put_rows(size_t length, size_t n_rows, enum kind kind, struct buffer *stream)
{
    struct png_rows *rows = malloc(sizeof *rows);
    uint8_t *bytes = calloc(n_rows, length), *row = calloc(1, length);
    uint32_t seed = 5;

    assert_true(rows != NULL && bytes != NULL && row != NULL);
    buffer_init(stream, NULL, NULL);
    assert_true(png_rows_begin(rows, length, stream));
    for (size_t y = 0; y < n_rows; y++) {
        fill(row, length, y, kind, &seed);
        for (size_t at = 0; at < length; at += PNG_ROWS_PIECE)
            png_rows_change(rows, at, row + at,
                            length - at < PNG_ROWS_PIECE ? length - at : PNG_ROWS_PIECE);
        png_rows_next(rows);
        memcpy(bytes + y * length, row, length);
    }
    png_rows_end(rows);
    size_t n_searched = rows->n_searched;
    check_stream(stream, false, bytes, n_rows * length);
    png_rows_free(rows);
    free(rows);
    free(bytes);
    free(row);
    return n_searched;
}

static void test_rows_come_back(void **state)
{
    static const size_t lengths[] = {
        1, 2, 3, 4, 5, 9, 64, 65, 259, 1201, 10923, PNG_ROWS_LONGEST
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(lengths); i++)
        for (enum kind kind = 0; kind < KINDS; kind++)
            for (size_t n_rows = 1; n_rows < 70; n_rows = n_rows * 4 + 1) {
                struct buffer stream;

                put_rows(lengths[i], n_rows, kind, &stream);
                buffer_free(&stream);
            }
}

/* Twice the rows that equal the row above are no more work, and 258 bytes of them a token. */
static void test_equal_rows_are_not_searched(void **state)
{
    struct buffer few, many;

    (void)state;
    size_t of_few = put_rows(1201, 10, EQUAL, &few), of_many = put_rows(1201, 2000, EQUAL, &many);
    assert_true(of_few < 20);
    assert_int_equal(of_few, of_many);
    /* 2 bits, and 9 for the distance, of 258 bytes each */
    assert_true(many.length < few.length + 2000 * 1201 / 258 * 11 / 8 + 100);
    buffer_free(&few);
    buffer_free(&many);
}

/* A row of more changes than are told apart. */
static void test_more_changes_than_are_noted(void **state)
{
    enum { LENGTH_OF_ROW = 20000, ROWS = 3 };
    struct png_rows *rows = malloc(sizeof *rows);
    uint8_t *bytes = calloc(ROWS, LENGTH_OF_ROW);
    struct buffer stream;

    (void)state;
    assert_true(rows != NULL && bytes != NULL);
    buffer_init(&stream, NULL, NULL);
    assert_true(png_rows_begin(rows, LENGTH_OF_ROW, &stream));
    for (size_t y = 0; y < ROWS; y++) {
        for (size_t i = 0; i < LENGTH_OF_ROW; i += 3) {
            bytes[y * LENGTH_OF_ROW + i] = (uint8_t)(y + i + 1);
            png_rows_change(rows, i, bytes + y * LENGTH_OF_ROW + i, 1);
        }
        png_rows_next(rows);
    }
    png_rows_end(rows);
    check_stream(&stream, false, bytes, (size_t)ROWS * LENGTH_OF_ROW);
    buffer_free(&stream);
    png_rows_free(rows);
    free(rows);
    free(bytes);
}

/* Blocks --------------------------------------------------------------------- */

static void copy(uint8_t *bytes, size_t *n, size_t length, size_t distance)
{
    for (; length > 0; length--, ++*n)
        bytes[*n] = bytes[*n - distance];
}

static void test_every_length_and_distance(void **state)
{
    enum { ROOM = 3 << 20 };
    struct deflate *deflate = malloc(sizeof *deflate);
    uint8_t *bytes = malloc(ROOM);
    struct buffer stream;
    uint32_t seed = 3;
    size_t n = 0;

    (void)state;
    assert_true(deflate != NULL && bytes != NULL);
    buffer_init(&stream, NULL, NULL);
    deflate_begin(deflate, &stream);
    for (; n < DEFLATE_FARTHEST; n++) {
        bytes[n] = (uint8_t)next_random(&seed);
        deflate_literal(deflate, bytes[n]);
    }
    for (size_t length = DEFLATE_LEAST; length < 3 * DEFLATE_MOST; length++) {
        deflate_match(deflate, length, length * 7);
        copy(bytes, &n, length, length * 7);
    }
    for (size_t distance = 1; distance <= DEFLATE_FARTHEST; distance += distance < 9000 ? 1 : 13) {
        deflate_match(deflate, 5 + distance % 9, distance);
        copy(bytes, &n, 5 + distance % 9, distance);
    }
    deflate_match(deflate, DEFLATE_MOST, DEFLATE_FARTHEST);
    copy(bytes, &n, DEFLATE_MOST, DEFLATE_FARTHEST);
    assert_true(n <= ROOM);
    deflate_end(deflate);
    check_stream(&stream, true, bytes, n);
    buffer_free(&stream);
    free(deflate);
    free(bytes);
}

/* Counts in Fibonacci's sequence make the longest codes: here of 18 bits, of which 15 may be. */
static void test_codes_are_short_enough(void **state)
{
    struct deflate *deflate = malloc(sizeof *deflate);
    uint8_t bytes[DEFLATE_TOKENS];
    struct buffer stream;
    size_t n = 0;

    (void)state;
    assert_non_null(deflate);
    buffer_init(&stream, NULL, NULL);
    deflate_begin(deflate, &stream);
    for (size_t count = 1, before = 0, byte = 0; byte < 19; byte++) {
        for (size_t i = 0; i < count; i++) {
            bytes[n++] = (uint8_t)byte;
            deflate_literal(deflate, (uint8_t)byte);
        }
        size_t sum = count + before;
        before = count;
        count = sum;
    }
    deflate_end(deflate);
    check_stream(&stream, true, bytes, n);
    buffer_free(&stream);
    free(deflate);
}

/* Nothing, and a few bytes, in the code that needs no description. */
static void test_few_bytes_are_short(void **state)
{
    (void)state;
    for (size_t n = 0; n < 5; n++) {
        struct deflate *deflate = malloc(sizeof *deflate);
        uint8_t bytes[5];
        struct buffer stream;

        assert_non_null(deflate);
        buffer_init(&stream, NULL, NULL);
        deflate_begin(deflate, &stream);
        for (size_t i = 0; i < n; i++) {
            bytes[i] = (uint8_t)(i * 77);
            deflate_literal(deflate, bytes[i]);
        }
        deflate_end(deflate);
        assert_true(stream.length <= 2 + n + 1);
        check_stream(&stream, true, bytes, n);
        buffer_free(&stream);
        free(deflate);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_come_back),
        cmocka_unit_test(test_equal_rows_are_not_searched),
        cmocka_unit_test(test_more_changes_than_are_noted),
        cmocka_unit_test(test_every_length_and_distance),
        cmocka_unit_test(test_codes_are_short_enough),
        cmocka_unit_test(test_few_bytes_are_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
