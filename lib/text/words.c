/* words.c - own words and phrases in the language of a text object. */
#include "text/words.h"

#include <string.h>

#include "base/strings.h"
#include "text/languages/language.h"
#include "text/text.h"

static const struct word_forms *forms_of(const struct text *text, enum word word)
{
    static const struct word_forms none = SAME("");

    return (unsigned)word < WORD_COUNT ? &language_of(text_locale(text))->words[word] : &none;
}

const char *format_word(const struct text *text, enum word word)
{
    return forms_of(text, word)->alone;
}

const char *format_word_inside(const struct text *text, enum word word)
{
    return forms_of(text, word)->inside;
}

/* WORD_COUNT: the flow is unknown. */
static enum word word_of_flow(const char *flow)
{
    static const struct {
        const char *flow;
        enum word word;
    } flows[] = { { "exports", WORD_EXPORTS },
                  { "imports", WORD_IMPORTS },
                  { "turnover", WORD_TURNOVER },
                  { "balance", WORD_BALANCE },
                  { "re-exports", WORD_RE_EXPORTS } };

    for (size_t i = 0; flow != NULL && i < sizeof flows / sizeof *flows; i++)
        if (strcmp(flow, flows[i].flow) == 0)
            return flows[i].word;
    return WORD_COUNT;
}

const char *format_flow(const struct text *text, const char *flow)
{
    enum word word = word_of_flow(flow);

    return text != NULL && word != WORD_COUNT ? format_word_inside(text, word) : flow;
}

static const struct flow_forms *flow_forms_of(const struct text *text, const char *flow)
{
    static const struct flow_forms none = { NULL, NULL };
    enum word word = word_of_flow(flow);

    return text != NULL && word != WORD_COUNT
               ? &language_of(text_locale(text))->flows[word - WORD_EXPORTS]
               : &none;
}

const char *format_flow_of(const struct text *text, const char *flow)
{
    return flow_forms_of(text, flow)->of;
}

const char *format_flow_in(const struct text *text, const char *flow)
{
    return flow_forms_of(text, flow)->in;
}

/* The text of the blank that begins at a brace, and where the phrase goes on; NULL for a brace
 * that begins none. */
static const char *text_of_blank(const char *brace, const struct blank *blanks, size_t n,
                                 const char **end)
{
    size_t length = strcspn(brace + 1, "}");

    for (size_t i = 0; i < n; i++)
        if (string_is(brace + 1, length, blanks[i].name)) {
            *end = brace + 1 + length + 1;
            return blanks[i].text;
        }
    return NULL;
}

/* Writes the filled phrase unless out is NULL; returns its length. */
static size_t fill(char *out, const char *pattern, const struct blank *blanks, size_t n)
{
    size_t length = 0;

    while (*pattern != '\0') {
        const char *next = pattern + 1, *from = NULL;
        if (*pattern == '{')
            from = text_of_blank(pattern, blanks, n, &next);
        size_t taken = from != NULL ? strlen(from) : 1;
        if (out != NULL)
            memcpy(out + length, from != NULL ? from : pattern, taken);
        length += taken;
        pattern = next;
    }
    return length;
}

char *fill_blanks(struct arena *arena, const char *pattern, const struct blank *blanks, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (blanks[i].text == NULL)
            return NULL;
    char *filled = arena_take(arena, fill(NULL, pattern, blanks, n) + 1, 1);
    if (filled != NULL)
        fill(filled, pattern, blanks, n);
    return filled;
}

char *format_phrase(const struct text *text, struct arena *arena, enum own_phrase phrase,
                    const struct blank *blanks, size_t n)
{
    return fill_blanks(arena, language_of(text_locale(text))->phrases[phrase], blanks, n);
}
