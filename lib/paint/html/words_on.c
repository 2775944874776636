/* words_on.c - words on the marks of charts, on a dark screen.
 *
 * A word that is read on an area of a chart on paper may not be on what the area becomes on a dark screen:
 * white on a strong blue turns to black on a light one of 3 : 1. Words on areas say both colours
 * (data-on, paint.h), and a rule for each pair that needs one gives them another. */
#include <stdlib.h>
#include <string.h>

#include "paint/html/html.h"

static const char said[] = " data-on=\"";
enum { PAIR = 15 }; /* "#1f5fa8 #ffffff" */

struct pair {
    char text[PAIR + 1];
};

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct pair *)a)->text, ((const struct pair *)b)->text);
}

static bool read_pair(const char *at, const char *end, struct pair *pair, struct color *area,
                      struct color *words)
{
    if (end - at <= PAIR || at[PAIR] != '"' || at[7] != ' ')
        return false;
    memcpy(pair->text, at, PAIR);
    pair->text[PAIR] = '\0';
    return color_read(pair->text, 7, area) && color_read(pair->text + 8, 7, words);
}

/* All that the body says, in its order; pairs NULL: only counts them. */
static size_t find_pairs(const struct buffer *body, struct pair *pairs)
{
    const size_t length = sizeof said - 1;
    const char *at = body->bytes, *end = at + body->length;
    struct color area, words;
    struct pair pair;
    size_t n = 0;

    for (; (size_t)(end - at) > length; at++) {
        at = memchr(at, said[0], (size_t)(end - at) - length);
        if (at == NULL)
            break;
        if (memcmp(at, said, length) != 0 || !read_pair(at + length, end, &pair, &area, &words))
            continue;
        if (pairs != NULL)
            pairs[n] = pair;
        n++;
    }
    return n;
}

static void put_rule(struct buffer *into, const struct web_colors *colors, const struct pair *pair)
{
    struct color area, words;

    if (!color_read(pair->text, 7, &area) || !color_read(pair->text + 8, 7, &words))
        return;
    struct color turned = html_dark(colors, words);
    struct color dark = html_dark_words(colors, words, area);
    if (dark.red == turned.red && dark.green == turned.green && dark.blue == turned.blue)
        return;
    /* svg: stronger than the rule of the words' own colour. */
    buffer_format(into, "figure:not(.ground) svg [data-on=\"%s\"]{fill:#%02x%02x%02x}", pair->text,
                  dark.red, dark.green, dark.blue);
}

void html_put_words_on(struct buffer *into, const struct web_colors *colors,
                       const struct buffer *body)
{
    size_t n = find_pairs(body, NULL);
    struct pair *pairs = memory_resize(&into->alloc, NULL, 0, (n + 1) * sizeof *pairs);

    if (pairs == NULL) {
        into->failed = true;
        return;
    }
    find_pairs(body, pairs);
    qsort(pairs, n, sizeof *pairs, by_text);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || by_text(&pairs[i - 1], &pairs[i]) != 0)
            put_rule(into, colors, &pairs[i]);
    memory_free(&into->alloc, pairs, (n + 1) * sizeof *pairs);
}
