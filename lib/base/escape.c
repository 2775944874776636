/* escape.c - text within other languages. */
#include "base/escape.h"

#include <string.h>

#include "base/strings.h"

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

void escape_markup(struct buffer *into, const char *text, size_t n)
{
    const char *end = text + n;

    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if (code == '<')
            buffer_text(into, "&lt;");
        else if (code == '>')
            buffer_text(into, "&gt;");
        else if (code == '&')
            buffer_text(into, "&amp;");
        else if (code == '"')
            buffer_text(into, "&quot;");
        else if (code == '\t' || code == '\n' || code == '\r')
            buffer_byte(into, ' ');
        else if (code == UTF8_INVALID || utf8_is_control(code) || code == 0xFFFE || code == 0xFFFF)
            buffer_text(into, replacement);
        else
            buffer_put(into, start, (size_t)(text - start));
    }
}

/* ASCII that stands for itself in JSON. */
static bool is_plain(char byte)
{
    return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\';
}

void escape_json(struct buffer *into, const char *text)
{
    buffer_byte(into, '"');
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        const char *start = at;

        while (at < end && is_plain(*at))
            at++;
        if (at > start) {
            buffer_put(into, start, (size_t)(at - start));
            continue;
        }
        uint32_t code = utf8_next(&at, end);

        if (code == '"' || code == '\\')
            buffer_format(into, "\\%c", (char)code);
        else if (code < ' ')
            buffer_format(into, "\\u%04x", (unsigned)code);
        else if (code == UTF8_INVALID)
            buffer_text(into, replacement);
        else
            buffer_put(into, start, (size_t)(at - start));
    }
    buffer_byte(into, '"');
}
