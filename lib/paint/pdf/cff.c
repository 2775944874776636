/* cff.c - the character identifiers (CIDs) of a CFF table.
 *
 * Adobe Technical Note 5176: header, name index, top dictionary index; a top
 * dictionary with the operator ROS makes the font CID-keyed, and its charset then
 * lists the CID of each glyph. PDF viewers look glyphs of such fonts up by CID. */
#include "paint/pdf/pdf.h"

#include <string.h>

struct reader {
    const uint8_t *bytes;
    size_t length, at;
    bool failed;
};

static unsigned read_number(struct reader *reader, unsigned size)
{
    unsigned value = 0;

    if (reader->failed || size > reader->length - reader->at) {
        reader->failed = true;
        return 0;
    }
    while (size-- > 0)
        value = value << 8 | reader->bytes[reader->at++];
    return value;
}

static void move_to(struct reader *reader, size_t at)
{
    if (at > reader->length)
        reader->failed = true;
    else
        reader->at = at;
}

/* Moves past an index; its first item is then [*first, *end). */
static void read_index(struct reader *reader, size_t *first, size_t *end)
{
    unsigned count = read_number(reader, 2);

    *first = *end = reader->at;
    if (count == 0 || reader->failed)
        return;
    unsigned size = read_number(reader, 1);
    if (size < 1 || size > 4) {
        reader->failed = true;
        return;
    }
    size_t offsets = reader->at, base = offsets + (size_t)(count + 1) * size - 1;
    *first = base + read_number(reader, size);
    *end = base + read_number(reader, size);
    move_to(reader, offsets + (size_t)count * size);
    move_to(reader, base + read_number(reader, size));
}

struct top {
    bool is_cid_keyed;
    size_t charset;
};

/* A real number: two digits a byte until the digit 15. */
static void skip_real(struct reader *reader)
{
    unsigned byte;

    do
        byte = read_number(reader, 1);
    while (!reader->failed && (byte & 15) != 15 && byte >> 4 != 15);
}

/* Numbers come before the operator that uses them; only the last one matters. */
static struct top read_top(struct reader *reader, size_t end)
{
    struct top top = { false, 0 };
    size_t number = 0;

    while (reader->at < end && !reader->failed) {
        unsigned byte = read_number(reader, 1);
        if (byte == 12)
            top.is_cid_keyed |= read_number(reader, 1) == 30; /* ROS */
        else if (byte == 15)
            top.charset = number;
        else if (byte == 28)
            number = read_number(reader, 2);
        else if (byte == 29)
            number = read_number(reader, 4);
        else if (byte == 30)
            skip_real(reader);
        else if (byte >= 32 && byte <= 246)
            number = byte - 139;
        else if (byte >= 247 && byte <= 250)
            number = (byte - 247) * 256 + read_number(reader, 1) + 108;
        else if (byte >= 251 && byte <= 254)
            number = 0, read_number(reader, 1); /* negative: no offset */
    }
    return top;
}

static void read_charset(struct reader *reader, uint16_t *cids, size_t n)
{
    unsigned format = read_number(reader, 1);

    if (format > 2)
        reader->failed = true;
    for (size_t glyph = 1; glyph < n && !reader->failed;) {
        unsigned cid = read_number(reader, 2);
        unsigned more = format == 0 ? 0 : read_number(reader, format);
        for (unsigned i = 0; i <= more && glyph < n; i++)
            cids[glyph++] = (uint16_t)(cid + i);
    }
}

bool cff_read_cids(const uint8_t *bytes, size_t length, uint16_t *cids, size_t n)
{
    struct reader reader = { bytes, length, 0, length < 4 };
    size_t first, end;

    move_to(&reader, length < 4 ? 0 : bytes[2]);
    read_index(&reader, &first, &end); /* names */
    read_index(&reader, &first, &end); /* top dictionaries */
    if (reader.failed || end > length)
        return false;
    move_to(&reader, first);
    struct top top = read_top(&reader, end);
    if (reader.failed || !top.is_cid_keyed)
        return false;
    for (size_t glyph = 0; glyph < n; glyph++)
        cids[glyph] = (uint16_t)glyph;
    if (top.charset > 2) { /* 0 to 2 are predefined: no use in a CID-keyed font */
        move_to(&reader, top.charset);
        read_charset(&reader, cids, n);
    }
    return !reader.failed;
}
