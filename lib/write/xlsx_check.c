/* xlsx_check.c - checks that a workbook just written is whole, by the ends of its parts.
 *
 * An archive is local headers (APPNOTE.TXT, 4.3.7), each with its deflated file behind it. */
#include "write/xlsx_check.h"

#include <stdint.h>
#include <string.h>
#include <zlib.h>

enum { LOCAL_HEADER = 30, PIECE = 16384 };

static size_t little_endian(const char *bytes, int n)
{
    size_t value = 0;

    while (n-- > 0)
        value = value << 8 | (unsigned char)bytes[n];
    return value;
}

/* The last byte of a deflated file that is no line feed; '\0': it is damaged. */
static char last_byte(const char *bytes, size_t n)
{
    z_stream stream = { .next_in = (Bytef *)bytes, .avail_in = (uInt)n };
    char piece[PIECE], last = '\0';
    int result = Z_OK;

    if (n > UINT32_MAX || inflateInit2(&stream, -15) != Z_OK)
        return '\0';
    while (result == Z_OK) {
        stream.next_out = (Bytef *)piece;
        stream.avail_out = sizeof piece;
        result = inflate(&stream, Z_NO_FLUSH);
        for (size_t i = sizeof piece - stream.avail_out; i > 0; i--)
            if (piece[i - 1] != '\n') { /* one may end the file */
                last = piece[i - 1];
                break;
            }
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END ? last : '\0';
}

void xlsx_check(const char *bytes, size_t n, sheaf_error *error)
{
    size_t at = 0, files = 0;

    while (n - at > LOCAL_HEADER && memcmp(bytes + at, "PK\3\4", 4) == 0) {
        size_t packed = little_endian(bytes + at + 18, 4);
        size_t start = at + LOCAL_HEADER + little_endian(bytes + at + 26, 2) +
                       little_endian(bytes + at + 28, 2);

        if (start > n || packed > n - start)
            break;
        if (little_endian(bytes + at + 8, 2) == Z_DEFLATED)
            files += last_byte(bytes + start, packed) == '>';
        else
            files += packed > 0 && bytes[start + packed - 1] == '>';
        at = start + packed;
    }
    if (n - at < 22 || memcmp(bytes + at, "PK\1\2", 4) != 0 ||
        little_endian(bytes + n - 22 + 10, 2) != files)
        fail(error, SHEAF_SYSTEM,
             "the workbook could not be written whole; is the disk for temporary files full?");
}
