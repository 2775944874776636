/* font_tables.c - reads the directory of a font's tables (OpenType 1.9, "Organization of an OpenType
 * font"). HarfBuzz takes a table that ends beyond the file for a missing one, so that a file that was
 * cut off by its download looks like a font with fewer characters, or draws none of them. */
#include "text/font_tables.h"

#include <stdbool.h>
#include <string.h>

enum { HEADER = 12, RECORD = 16 };

static uint32_t u32(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool has_tag(const uint8_t *bytes, size_t n, const char *tag)
{
    return n >= 4 && memcmp(bytes, tag, 4) == 0;
}

static bool is_font(const uint8_t *bytes, size_t n)
{
    return has_tag(bytes, n, "\0\1\0\0") || has_tag(bytes, n, "OTTO") ||
           has_tag(bytes, n, "true") || has_tag(bytes, n, "typ1");
}

/* Where the directory of a face begins; n: beyond the file. */
static size_t directory_of(const uint8_t *bytes, size_t n, unsigned index)
{
    size_t at;

    if (!has_tag(bytes, n, "ttcf"))
        return 0;
    at = HEADER + 4 * (size_t)index;
    if (n < HEADER || index >= u32(bytes + 8) || n < at + 4)
        return n;
    at = u32(bytes + at);
    return at < n ? at : n;
}

const char *font_damage(const uint8_t *bytes, size_t n, unsigned index)
{
    static const char cut[] = "is cut off: its list of tables ends beyond the file";
    size_t at, count;

    if (!is_font(bytes, n) && !has_tag(bytes, n, "ttcf"))
        return NULL;
    at = directory_of(bytes, n, index);
    if (n - at < HEADER)
        return cut;
    count = (size_t)(bytes[at + 4] << 8 | bytes[at + 5]);
    if (n - at - HEADER < count * RECORD)
        return cut;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *record = bytes + at + HEADER + i * RECORD;

        if (u32(record + 8) > n || u32(record + 12) > n - u32(record + 8))
            return "is cut off: one of its tables ends beyond the file";
    }
    return NULL;
}
