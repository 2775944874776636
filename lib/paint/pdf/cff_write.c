/* cff_write.c - a compact font put together from outlines: see cff.h. */
#include <string.h>

#include "paint/pdf/cff.h"

/* Number of standard strings (5176, appendix A). Names beyond these stand in the table itself. */
enum { STANDARD_STRINGS = 391 };

static void put_number(struct buffer *into, size_t value, int n_bytes)
{
    while (n_bytes-- > 0)
        buffer_byte(into, (char)(value >> 8 * n_bytes & 0xFF));
}

static void put_bytes(struct buffer *into, const struct cff_bytes *bytes)
{
    buffer_put(into, bytes->at, bytes->length);
}

/* Always five bytes, so that the length of a DICT does not depend on its offsets. */
static void put_offset(struct buffer *into, size_t value)
{
    put_number(into, 29, 1);
    put_number(into, value, 4);
}

/* The header of an INDEX of n items; item i is length(context, i) bytes long. */
static void put_index_head(struct buffer *into, size_t n, size_t (*length)(const void *, size_t),
                           const void *context)
{
    size_t end = 1;

    put_number(into, n, 2);
    if (n == 0)
        return;
    for (size_t i = 0; i < n; i++)
        end += length(context, i);
    int size = end < 1 << 8 ? 1 : end < 1 << 16 ? 2 : end < 1 << 24 ? 3 : 4;
    put_number(into, (size_t)size, 1);
    put_number(into, 1, size);
    end = 1;
    for (size_t i = 0; i < n; i++)
        put_number(into, end += length(context, i), size);
}

static size_t bytes_length(const void *items, size_t i)
{
    return ((const struct cff_bytes *)items)[i].length;
}

static void put_index(struct buffer *into, const struct cff_bytes *items, size_t n)
{
    put_index_head(into, n, bytes_length, items);
    for (size_t i = 0; i < n; i++)
        put_bytes(into, &items[i]);
}

enum { NAME_LENGTH = 5 }; /* "g0391" */

static size_t name_length(const void *context, size_t i)
{
    (void)context, (void)i;
    return NAME_LENGTH;
}

/* Every glyph must have a name: those beyond the standard strings get one here. */
static void put_names(struct buffer *into, size_t n)
{
    put_index_head(into, n, name_length, NULL);
    for (size_t i = 0; i < n; i++)
        buffer_format(into, "g%04X", (unsigned)(STANDARD_STRINGS + i));
}

/* Offsets of the parts from the beginning of the table. */
struct places {
    size_t charset, charstrings, private_entries;
};

static void put_top(struct buffer *into, const struct cff_font *font, struct places places)
{
    enum { CHARSET = 15, CHARSTRINGS = 17, PRIVATE = 18 };

    put_bytes(into, &font->matrix);
    put_bytes(into, &font->box);
    put_offset(into, places.charset);
    put_number(into, CHARSET, 1);
    put_offset(into, places.charstrings);
    put_number(into, CHARSTRINGS, 1);
    put_offset(into, font->private_entries.length);
    put_offset(into, places.private_entries);
    put_number(into, PRIVATE, 1);
}

/* Returns the actual offsets. They do not depend on the given ones, so that a second call with the
 * result writes the right table. */
static struct places put_table(struct buffer *into, const char *name, const struct cff_font *font,
                               const struct cff_bytes *charstrings, size_t n, struct places places)
{
    const struct cff_bytes names = { (const uint8_t *)name, strlen(name) };
    const struct cff_bytes top = { NULL,
                                   font->matrix.length + font->box.length + (size_t)(4 * 5 + 3) };
    size_t start = into->length;

    put_number(into, 0x01000404, 4); /* version 1.0, 4 bytes, offsets of 4 bytes */
    put_index(into, &names, 1);
    put_index_head(into, 1, bytes_length, &top);
    put_top(into, font, places);
    put_names(into, n > STANDARD_STRINGS ? n - STANDARD_STRINGS : 0);
    put_number(into, 0, 2); /* no global subroutines */
    places.charset = into->length - start;
    put_number(into, 2, 1); /* names 1 to n - 1 in one range */
    if (n > 1) {
        put_number(into, 1, 2);
        put_number(into, n - 2, 2);
    }
    places.charstrings = into->length - start;
    put_index(into, charstrings, n);
    places.private_entries = into->length - start;
    put_bytes(into, &font->private_entries);
    return places;
}

void cff_write(struct buffer *into, const char *name, const struct cff_font *font,
               const struct cff_bytes *charstrings, size_t n)
{
    size_t start = into->length;
    struct places places = put_table(into, name, font, charstrings, n, (struct places){ 0 });

    into->length = start;
    put_table(into, name, font, charstrings, n, places);
}
