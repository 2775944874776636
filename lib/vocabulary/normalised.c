/* normalised.c - normalises a text for comparison with the vocabulary. */
#include "vocabulary/normalised.h"

#include <string.h>

#include <unicode/uchar.h>

#include "base/strings.h"

static bool is_separator(uint32_t code)
{
    static const char marks[] = "_-.,;:\"'()[]{}/\\|\t\r\n ";

    if (code < 0x80)
        return code != 0 && strchr(marks, (int)code) != NULL;
    switch (code) {
    case 0x00AB: /* « */
    case 0x00BB: /* » */
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0x3010: /* 【 */
    case 0x3011: /* 】 */
    case 0xFEFF: /* a byte order mark within the text */
        return true;
    default: /* Unicode's dashes, typographic quotes and spaces */
        return (code >= 0x2010 && code <= 0x201F) || u_isUWhiteSpace((UChar32)code);
    }
}

static uint32_t normalise_character(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E)
        code -= 0xFEE0; /* full-width forms of ASCII */
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 'a' - 'A' : code;
    code = (uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT);
    return code == 0x0451 ? 0x0435 : code; /* ё is often written е */
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* A comma between digits is dropped: "1,000" is one word. */
static bool is_thousands_separator(const struct normalised *out, uint32_t code, const char *next,
                                   const char *end)
{
    return code == ',' && out->n > 0 && is_digit((unsigned char)out->text[out->n - 1]) &&
           next < end && is_digit((unsigned char)*next);
}

/* The point of an initial is dropped: "U.S." is one word, "долл. США" two. */
static bool is_point_of_initial(const struct normalised *out, uint32_t code)
{
    const char *at = out->text + out->n;
    int letters = 0;

    if (code != '.')
        return false;
    while (at > out->text && at[-1] != ' ') {
        at--;
        letters += ((unsigned char)*at & 0xC0) != 0x80;
    }
    return letters == 1 || (letters == 2 && (unsigned char)*at < 0x80);
}

static bool put(struct normalised *out, uint32_t code, size_t from, size_t to)
{
    char bytes[4];
    size_t n = utf8_write(bytes, code);

    if (out->n + n >= NORMALISED_MAX_BYTES) /* leaves room for the NUL */
        return false;
    for (size_t i = 0; i < n; i++, out->n++) {
        out->text[out->n] = bytes[i];
        out->from[out->n] = (uint16_t)from;
        out->to[out->n] = (uint16_t)to;
    }
    return true;
}

bool normalise(struct normalised *out, const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    bool after_separator = false;

    out->n = 0;
    out->source = text;
    out->source_n = n;
    if (n > UINT16_MAX)
        return false;
    while (at < end) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);

        if (code == UTF8_INVALID)
            return false;
        code = normalise_character(code);
        if (is_thousands_separator(out, code, at, end) ||
            (!after_separator && code == '.' && is_point_of_initial(out, code)))
            continue;
        if (is_separator(code)) {
            after_separator = true;
            continue;
        }
        if (after_separator && out->n > 0 &&
            !put(out, ' ', (size_t)(start - text), (size_t)(start - text)))
            return false;
        after_separator = false;
        if (!put(out, code, (size_t)(start - text), (size_t)(at - text)))
            return false;
    }
    out->text[out->n] = '\0';
    return true;
}

size_t normalised_match(const struct normalised *normalised, size_t at, const char *phrase)
{
    size_t start = at;

    while (*phrase != '\0') {
        if (*phrase == ' ') {
            phrase++;
            continue;
        }
        if (at > start && normalised->text[at] == ' ')
            at++;
        if (at >= normalised->n || normalised->text[at] != *phrase)
            return start;
        at++;
        phrase++;
    }
    return at;
}

bool normalised_is(const struct normalised *normalised, const char *phrase)
{
    return normalised->n > 0 && normalised->text[0] == *phrase &&
           normalised_match(normalised, 0, phrase) == normalised->n;
}

enum word_class { SPACE, LETTER, HAN, OTHER };

static enum word_class class_of(uint32_t code)
{
    if (code == ' ')
        return SPACE;
    if ((code >= 'a' && code <= 'z') || (code >= 0x80 && code < 0x2E80 && u_isalpha((UChar32)code)))
        return LETTER;
    return code >= 0x2E80 && u_isalpha((UChar32)code) ? HAN : OTHER;
}

static bool is_within_character(const struct normalised *normalised, size_t at)
{
    return ((unsigned char)normalised->text[at] & 0xC0) == 0x80;
}

static bool is_small_letter(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

bool normalised_is_boundary(const struct normalised *normalised, size_t at)
{
    const char *before, *after = normalised->text + at;
    size_t last = at;
    enum word_class a, b;

    if (at == 0 || at >= normalised->n)
        return true;
    if (is_small_letter(normalised->text[at]) && is_small_letter(normalised->text[at - 1]))
        return false; /* fast path: most places lie within a word */
    if (is_within_character(normalised, at))
        return false;
    do
        last--;
    while (last > 0 && is_within_character(normalised, last));
    before = normalised->text + last;
    a = class_of(utf8_next(&before, normalised->text + normalised->n));
    b = class_of(utf8_next(&after, normalised->text + normalised->n));
    return a == HAN || b == HAN || a != b;
}

size_t normalised_phrase(const struct normalised *normalised, size_t at, const char *phrase)
{
    size_t end = normalised->text[at] == *phrase ? normalised_match(normalised, at, phrase) : at;

    return end > at && normalised_is_boundary(normalised, end) ? end : at;
}

size_t normalised_next_word(const struct normalised *normalised, size_t at)
{
    while (at < normalised->n) {
        at++;
        if (normalised_is_boundary(normalised, at) &&
            (at == normalised->n || normalised->text[at] != ' '))
            break;
    }
    return at;
}

size_t code_length(const char *text, size_t n)
{
    for (size_t i = 1; i + 1 < n; i++)
        if (text[i] == ':' && text[i + 1] == ' ')
            return i;
    return n;
}
