/* text_terminal.c - text in the columns of a terminal. */
#include "write/text_terminal.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/strings.h"

/* Terminal columns of a character: two for wide East Asian letters, none for combining marks
 * (UAX #11). */
static size_t width_of_character(UChar32 c)
{
    int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);

    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK)
        return 0;
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

size_t terminal_width(const char *text)
{
    const char *end = text + strlen(text);
    size_t width = 0;

    while (text < end)
        width += width_of_character((UChar32)utf8_next(&text, end));
    return width;
}

void terminal_put(struct buffer *into, const char *text)
{
    char piece[256];

    for (size_t left = strlen(text), n; left > 0; left -= n, text += n) {
        n = left > 64 ? utf8_floor(text, 64) : left;
        utf8_write_printable(piece, sizeof piece, text, n);
        buffer_text(into, piece);
    }
}

/* Shortens a member's name to 40 terminal columns: names of products may be entire sentences. */
const char *terminal_shorten(struct arena *arena, const char *name)
{
    enum { MOST = 40, MOST_BYTES = 8 * MOST };
    const char *end = name + strlen(name), *at = name, *fits = name;
    size_t width = 0;

    while (at < end && width <= MOST && at - name <= MOST_BYTES) {
        fits = width < MOST ? at : fits;
        width += width_of_character((UChar32)utf8_next(&at, end));
    }
    if (at == end && width <= MOST)
        return name;
    return arena_format(arena, "%.*s\u2026", (int)(fits - name), name);
}

void terminal_spaces(struct buffer *into, size_t n)
{
    while (n-- > 0)
        buffer_byte(into, ' ');
}

void terminal_cell(struct buffer *into, const char *text, size_t width)
{
    size_t own = terminal_width(text);

    terminal_put(into, text);
    terminal_spaces(into, (own < width ? width - own : 0) + 2);
}
