/* links.c - addresses in plain words: "https://…" and "[words](https://…)" can be clicked.
 *
 * An address is what RFC 3986 allows in one, so it ends at a space and at any letter or sign beyond
 * ASCII; the full stop, comma or bracket behind it is the sentence's. */
#include <string.h>

#include "text/text.h"

static bool is_of_address(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

static size_t scheme_length(const char *at)
{
    static const char *const schemes[] = { "https://", "http://" };

    for (size_t i = 0; i < 2; i++)
        if (strncmp(at, schemes[i], strlen(schemes[i])) == 0)
            return strlen(schemes[i]);
    return 0;
}

/* How many bytes of at are an address; 0: none begins here. */
static size_t address_length(const char *at)
{
    const size_t scheme = scheme_length(at);
    size_t n = scheme;
    int open = 0; /* brackets that the address itself opens */

    if (scheme == 0)
        return 0;
    while (is_of_address(at[n]) && !(at[n] == ')' && open == 0)) {
        open += at[n] == '(' ? 1 : at[n] == ')' ? -1 : 0;
        n++;
    }
    while (n > scheme && strchr(".,;:!?'[]", at[n - 1]) != NULL)
        n--;
    return n > scheme ? n : 0;
}

/* "[words](address)": the ends of both. */
static bool is_named_link(const char *at, const char **words_end, const char **address,
                          size_t *length)
{
    const char *close = at[0] == '[' ? at + 1 + strcspn(at + 1, "[]") : at;

    if (close[0] != ']' || close == at || close == at + 1 || close[1] != '(')
        return false;
    *words_end = close;
    *address = close + 2;
    *length = address_length(*address);
    return *length > 0 && (*address)[*length] == ')';
}

static bool add_span(struct arena *arena, struct text_span *spans, size_t *n, const char *words,
                     size_t length, const struct text_style *style, const char *uri)
{
    if (length == 0)
        return true;
    const char *copy = arena_text(arena, words, length);
    spans[(*n)++] = (struct text_span){ copy, style, uri };
    return copy != NULL;
}

struct text_span *text_spans_of(struct arena *arena, const char *utf8,
                                const struct text_style *style, size_t *n)
{
    size_t most = 2;

    *n = 0;
    for (const char *at = strstr(utf8, "http"); at != NULL; at = strstr(at + 1, "http"))
        most += 2;
    struct text_span *spans = arena_array(arena, struct text_span, most);
    bool well = spans != NULL;
    const char *from = utf8, *at = utf8;
    while (well && *at != '\0') {
        const char *words = at, *end, *address = at;
        size_t length;
        const bool is_named = is_named_link(at, &end, &address, &length);

        if (!is_named)
            length = address_length(at);
        if (length == 0) {
            at++;
            continue;
        }
        const char *uri = arena_text(arena, address, length);
        words += is_named ? 1 : 0;
        well =
            uri != NULL && add_span(arena, spans, n, from, (size_t)(at - from), style, NULL) &&
            add_span(arena, spans, n, words, is_named ? (size_t)(end - words) : length, style, uri);
        from = at = address + length + (is_named ? 1 : 0);
    }
    well = well && add_span(arena, spans, n, from, strlen(from), style, NULL);
    if (well && *n == 0)
        spans[(*n)++] = (struct text_span){ "", style, NULL };
    return well ? spans : NULL;
}
