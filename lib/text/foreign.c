/* foreign.c - finds words in another language in a paragraph, which become stretches of their own. */
#include <string.h>

#include <unicode/uchar.h>

#include "base/strings.h"
#include "text/paragraph.h"

enum { LEAST_PART = 4 }; /* bytes of a label's beginning that say enough to be known by */

const struct text_foreign *text_set_foreign(struct text *text, const struct text_foreign *first)
{
    const struct text_foreign *before = text != NULL ? text->foreign : NULL;

    if (text != NULL)
        text->foreign = first;
    return before;
}

const char *text_language_of(const struct text *text, const char *words)
{
    const struct text_foreign *one = text->foreign;

    while (one != NULL && strcmp(one->words, words) != 0)
        one = one->next;
    return one != NULL ? one->language : NULL;
}

static bool is_of_word(uint32_t code)
{
    return u_isalnum((UChar32)code) || (U_GET_GC_MASK((UChar32)code) & U_GC_M_MASK) != 0;
}

static bool begins_word(const char *bytes, size_t at)
{
    size_t before = at;

    while (before > 0 && ((unsigned char)bytes[--before] & 0xC0) == 0x80)
        ;
    const char *code = bytes + before;
    return at == 0 || !is_of_word(utf8_next(&code, bytes + at));
}

static bool ends_word(const char *bytes, size_t length, size_t at)
{
    const char *code = bytes + at;

    return at == length || !is_of_word(utf8_next(&code, bytes + length));
}

/* Sentences begin with a capital where a label has none. */
static bool is_same_byte(char a, char b, bool is_first)
{
    return a == b || (is_first && (a ^ b) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z');
}

/* The bytes of the paragraph at `at` that are the words, or their beginning where the text is cut; 0:
 * none are. */
static size_t match(const char *bytes, size_t length, size_t at, const char *words)
{
    size_t n = 0;

    while (words[n] != '\0' && at + n < length && is_same_byte(bytes[at + n], words[n], n == 0))
        n++;
    if (words[n] == '\0')
        return ends_word(bytes, length, at + n) ? n : 0;
    bool is_cut = n >= LEAST_PART && begins_with_ellipsis(bytes + at + n, length - at - n);

    return is_cut ? n : 0;
}

/* The longest words that stand at `at`; NULL: none do. */
static const char *language_at(const struct paragraph *paragraph, size_t at, size_t *n)
{
    const char *language = NULL;

    *n = 0;
    if (!begins_word(paragraph->bytes, at))
        return NULL;
    for (const struct text_foreign *one = paragraph->text->foreign; one != NULL; one = one->next) {
        size_t matched = match(paragraph->bytes, paragraph->length, at, one->words);
        if (matched > *n) {
            *n = matched;
            language = one->language;
        }
    }
    return language;
}

/* The languages of all bytes: runs of pointers, NULL where the locale's is spoken. False: there are none,
 * or memory ran out. */
static bool find_languages(const struct paragraph *paragraph, const char **languages)
{
    bool any = false;

    for (size_t at = 0, n; at<paragraph->length; at += n> 0 ? n : 1) {
        const char *language = language_at(paragraph, at, &n);
        for (size_t i = 0; i < n; i++)
            languages[at + i] = language;
        any |= n > 0;
    }
    return any;
}

bool paragraph_split_foreign(struct paragraph *paragraph)
{
    const struct stretch *from = paragraph->stretches;
    size_t n = 0;

    if (paragraph->text->foreign == NULL || paragraph->length == 0)
        return true;
    const char **languages = arena_array(paragraph->work, const char *, paragraph->length);
    if (languages == NULL)
        return false;
    if (!find_languages(paragraph, languages))
        return true;
    struct stretch *split =
        arena_array(paragraph->work, struct stretch, paragraph->n_stretches + paragraph->length);
    if (split == NULL)
        return false;
    for (size_t at = 0; at < paragraph->length;) {
        while (from->end <= at)
            from++;
        const char *language = languages[at];
        while (at < from->end && languages[at] == language)
            at++;
        split[n] = *from;
        split[n].end = at;
        if (split[n].language == NULL) /* what is cut has been looked at when it was whole */
            split[n].language = language;
        n++;
    }
    paragraph->stretches = split;
    paragraph->n_stretches = n;
    return true;
}
