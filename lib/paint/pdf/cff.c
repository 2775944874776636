/* cff.c - reads compact fonts: see cff.h.
 *
 * A table is a header, an index of names, an index of top dictionaries, then what these
 * point to. A top dictionary with the operator ROS makes the font CID-keyed: its
 * charset lists the CID of each glyph, by which PDF viewers look glyphs up. */
#include "paint/pdf/cff.h"

#include <string.h>

/* Operators of top dictionaries; two-byte ones from 0x0C00 on. */
enum {
    OPERATOR_BOX = 5,
    OPERATOR_CHARSET = 15,
    OPERATOR_CHARSTRINGS = 17,
    OPERATOR_PRIVATE = 18,
    OPERATOR_MATRIX = 0x0C07,
    OPERATOR_ROS = 0x0C1E
};
enum { OPERATOR_SUBROUTINES = 19 }; /* of private dictionaries */

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

/* An INDEX: count items, bounded by count + 1 offsets of size bytes each, relative to base. */
struct items {
    size_t count, size, offsets, base, end;
};

/* Reads an INDEX's header and moves past it. */
static struct items read_index(struct reader *reader)
{
    struct items items = { .count = read_number(reader, 2) };

    items.end = reader->at;
    if (items.count == 0 || reader->failed)
        return items;
    items.size = read_number(reader, 1);
    if (items.size < 1 || items.size > 4) {
        reader->failed = true;
        return items;
    }
    items.offsets = reader->at;
    items.base = items.offsets + (items.count + 1) * items.size - 1;
    move_to(reader, items.offsets + items.count * items.size);
    items.end = items.base + read_number(reader, (unsigned)items.size);
    move_to(reader, items.end);
    return items;
}

/* Item number i; NULL if it does not lie within the INDEX. */
static struct cff_bytes item(const struct reader *within, const struct items *items, size_t i)
{
    struct reader reader = { within->bytes, within->length, 0,
                             within->failed || i >= items->count };

    move_to(&reader, items->offsets + i * items->size);
    size_t start = items->base + read_number(&reader, (unsigned)items->size);
    size_t end = items->base + read_number(&reader, (unsigned)items->size);
    if (reader.failed || start <= items->base || start > end || end > items->end)
        return (struct cff_bytes){ NULL, 0 };
    return (struct cff_bytes){ within->bytes + start, end - start };
}

/* The entries of a DICT that matter here. */
struct entries {
    bool is_cid_keyed, has_subroutines;
    size_t charset, charstrings, private_length, private_at;
    struct cff_bytes matrix, box; /* operands and operator */
};

/* A real number has two digits a byte and ends with the digit 15. */
static void skip_real(struct reader *reader)
{
    unsigned byte;

    do
        byte = read_number(reader, 1);
    while (!reader->failed && (byte & 15) != 15 && byte >> 4 != 15);
}

/* An operand whose first byte was read. Negative and real numbers, which are no offsets, give 0. */
static size_t read_operand(struct reader *reader, unsigned byte)
{
    if (byte == 28)
        return read_number(reader, 2);
    if (byte == 29)
        return read_number(reader, 4);
    if (byte >= 32 && byte <= 246)
        return byte < 139 ? 0 : byte - 139;
    if (byte >= 247 && byte <= 250)
        return (byte - 247) * 256 + read_number(reader, 1) + 108;
    if (byte == 30)
        skip_real(reader);
    else
        read_number(reader, 1);
    return 0;
}

/* key: the operator; numbers: the last two before it; operands: all of them, and it. */
static void take_entry(struct entries *entries, unsigned key, const size_t numbers[2],
                       struct cff_bytes operands)
{
    if (key == OPERATOR_ROS)
        entries->is_cid_keyed = true;
    else if (key == OPERATOR_CHARSET)
        entries->charset = numbers[1];
    else if (key == OPERATOR_CHARSTRINGS)
        entries->charstrings = numbers[1];
    else if (key == OPERATOR_PRIVATE) {
        entries->private_length = numbers[0];
        entries->private_at = numbers[1];
    } else if (key == OPERATOR_SUBROUTINES)
        entries->has_subroutines = true;
    else if (key == OPERATOR_MATRIX)
        entries->matrix = operands;
    else if (key == OPERATOR_BOX)
        entries->box = operands;
}

/* Operands come before their operator. */
static struct entries read_dictionary(struct reader *reader, size_t end)
{
    struct entries entries = { 0 };
    size_t numbers[2] = { 0 }, start = reader->at;

    while (reader->at < end && !reader->failed) {
        unsigned byte = read_number(reader, 1);
        if (byte >= 28 && byte != 31 && byte != 255) {
            numbers[0] = numbers[1];
            numbers[1] = read_operand(reader, byte);
            continue;
        }
        if (byte == 12)
            byte = 0x0C00 | read_number(reader, 1);
        take_entry(&entries, byte, numbers,
                   (struct cff_bytes){ reader->bytes + start, reader->at - start });
        start = reader->at;
    }
    return entries;
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

/* The first font's top dictionary. */
static struct entries read_top(struct reader *reader)
{
    move_to(reader, reader->length < 4 ? 0 : reader->bytes[2]);
    read_index(reader); /* names */
    struct items tops = read_index(reader);
    struct cff_bytes first = item(reader, &tops, 0);
    if (first.at == NULL) {
        reader->failed = true;
        return (struct entries){ 0 };
    }
    move_to(reader, (size_t)(first.at - reader->bytes));
    return read_dictionary(reader, reader->at + first.length);
}

bool cff_read_cids(const uint8_t *bytes, size_t length, uint16_t *cids, size_t n)
{
    struct reader reader = { bytes, length, 0, length < 4 };
    struct entries top = read_top(&reader);

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

bool cff_read_font(const uint8_t *bytes, size_t length, struct cff_font *font)
{
    struct reader reader = { bytes, length, 0, length < 4 };
    struct entries top = read_top(&reader);

    if (reader.failed || top.is_cid_keyed || top.charstrings == 0 || top.charstrings >= length ||
        top.private_at > length || top.private_length > length - top.private_at)
        return false;
    *font = (struct cff_font){ .matrix = top.matrix,
                               .box = top.box,
                               .private_entries = { bytes + top.private_at, top.private_length },
                               .charstrings = top.charstrings };
    move_to(&reader, top.private_at);
    struct entries private_entries = read_dictionary(&reader, top.private_at + top.private_length);
    return !reader.failed && !private_entries.has_subroutines;
}

struct cff_bytes cff_charstring(const uint8_t *bytes, size_t length, const struct cff_font *font,
                                size_t glyph)
{
    struct reader reader = { bytes, length, font->charstrings, false };
    struct items charstrings = read_index(&reader);

    return item(&reader, &charstrings, glyph);
}

/* Numbers in charstrings (Adobe Technical Note 5177) are encoded as in a DICT, except that four
 * bytes follow 255, and that 29 and 30 are operators. */
bool cff_is_composed(const struct cff_bytes *charstring)
{
    enum {
        CALL_LOCAL = 10,
        ESCAPE = 12,
        END = 14,
        HINT_MASK = 19,
        COUNTER_MASK = 20,
        CALL_GLOBAL = 29
    };
    struct reader reader = { charstring->at, charstring->length, 0, false };
    int n_numbers = 0;

    while (reader.at < reader.length && !reader.failed) {
        unsigned byte = read_number(&reader, 1);
        if (byte >= 32 || byte == 28) {
            read_number(&reader, byte == 255 ? 4 : byte == 28 ? 2 : byte >= 247 ? 1 : 0);
            n_numbers++;
            continue;
        }
        if (byte == END)
            return n_numbers >= 4;
        /* A mask is followed by bytes whose number depends on the hints. Subsets have no hints, so
         * no masks either. */
        if (byte == CALL_LOCAL || byte == CALL_GLOBAL || byte == HINT_MASK || byte == COUNTER_MASK)
            return true;
        if (byte == ESCAPE)
            read_number(&reader, 1);
        n_numbers = 0;
    }
    return true; /* no end */
}
