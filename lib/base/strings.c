/* strings.c - UTF-8, words and near misses. */
#include "base/strings.h"

#include <string.h>

#include "base/scan.h"

/* Table 3-7 of the Unicode Standard: what may follow each lead byte. */
static int sequence_length(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0)
            *low = 0xA0;
        if (lead == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0)
            *low = 0x90;
        if (lead == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

uint32_t utf8_next_long(const char **at, const char *end)
{
    const unsigned char *s = (const unsigned char *)*at;
    unsigned char low, high;
    int n = sequence_length(s[0], &low, &high);

    *at += 1;
    if (n == 0 || end - (const char *)s < n)
        return UTF8_INVALID;
    uint32_t code = s[0] & (0x7Fu >> n);
    for (int i = 1; i < n; i++) {
        if (s[i] < (i == 1 ? low : 0x80) || s[i] > (i == 1 ? high : 0xBF))
            return UTF8_INVALID;
        code = code << 6 | (s[i] & 0x3Fu);
    }
    *at += n - 1;
    return code;
}

size_t utf8_write(char out[4], uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)((0xF00u >> n & 0xF0u) | code);
    return n;
}

bool utf8_valid(const char *text, size_t n, size_t *offset)
{
    const char *at = text, *end = text + n;

    while (at < end) {
        const char *start = at;

        if ((unsigned char)*at < 0x80) {
            at = scan_past_ascii(at, end);
            continue;
        }
        if (utf8_next(&at, end) == UTF8_INVALID) {
            if (offset != NULL)
                *offset = (size_t)(start - text);
            return false;
        }
    }
    return true;
}

bool utf8_is_cut(const char *text, size_t n)
{
    const unsigned char *s = (const unsigned char *)text;
    unsigned char low, high;

    if (n >= (size_t)sequence_length(s[0], &low, &high))
        return false;
    for (size_t i = 1; i < n; i++)
        if (s[i] < (i == 1 ? low : 0x80) || s[i] > (i == 1 ? high : 0xBF))
            return false;
    return true;
}

bool utf8_find_control(const char *text, size_t n, uint32_t *code)
{
    const char *end = text + n;

    while (text < end) {
        *code = utf8_next(&text, end);
        if (utf8_is_control(*code))
            return true;
    }
    return false;
}

size_t utf8_count(const char *text, size_t n)
{
    size_t count = 0;

    for (const char *at = text, *end = text + n; at < end; count++)
        utf8_next(&at, end);
    return count;
}

size_t utf8_floor(const char *text, size_t n)
{
    size_t m = n;

    while (m > 0 && n - m < 3 && ((unsigned char)text[m] & 0xC0) == 0x80)
        m--;
    return m;
}

size_t utf8_repair(char *text, size_t n)
{
    const char *at = text, *end = text + n;
    size_t kept = 0;

    while (at < end) {
        const char *start = at;

        if (utf8_next(&at, end) != UTF8_INVALID) {
            memmove(text + kept, start, (size_t)(at - start));
            kept += (size_t)(at - start);
        }
    }
    return kept;
}

static bool is_separator_of_lines(uint32_t code)
{
    return code == 0x2028 || code == 0x2029;
}

/* Embeddings, overrides and isolates: they change the direction of the text after them. */
static bool turns_direction(uint32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* True for characters that a terminal obeys. Of the controls, U+009B begins a command, like ESC [. */
static bool is_obeyed(uint32_t code)
{
    return code < ' ' || utf8_is_control(code) || is_separator_of_lines(code) ||
           turns_direction(code) || code == UTF8_INVALID;
}

bool utf8_find_harmful(const char *text, size_t n, uint32_t *code)
{
    const char *end = text + n;

    while (text < end) {
        *code = utf8_next(&text, end);
        if (utf8_is_control(*code) || is_separator_of_lines(*code) || turns_direction(*code))
            return true;
    }
    return false;
}

size_t utf8_write_harmless(char *out, const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    size_t length = 0;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        if (!turns_direction(code))
            length += utf8_write(out + length, utf8_is_control(code)         ? 0xFFFD
                                               : is_separator_of_lines(code) ? ' '
                                                                             : code);
    }
    return length;
}

size_t utf8_write_printable(char *out, size_t capacity, const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    size_t length = 0, kept = 0;

    capacity = out != NULL ? capacity : 0;
    while (at < end) {
        const char *piece = at;
        uint32_t code = utf8_next(&at, end);
        size_t size = (size_t)(at - piece);

        if (is_obeyed(code)) {
            piece = code == '\t' || code == '\n' || code == '\r' ? " " : "\uFFFD";
            size = strlen(piece);
        }
        if (kept == length && length + size < capacity) {
            memcpy(out + length, piece, size);
            kept += size;
        }
        length += size;
    }
    if (capacity > 0)
        out[kept] = '\0';
    return length;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

bool string_equal_ignoring_case(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b))
        a++, b++;
    return *a == *b;
}

bool string_is(const char *text, size_t n, const char *word)
{
    return strlen(word) == n && memcmp(text, word, n) == 0;
}

bool string_is_ignoring_case(const char *text, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++, word++)
        if (*word == '\0' || lower(text[i]) != lower(*word))
            return false;
    return *word == '\0';
}

enum { LONGEST_WORD = 64 };

/* Damerau-Levenshtein distance (optimal string alignment) over bytes. */
static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];

    for (size_t j = 0; j <= m; j++)
        last[j] = j;
    for (size_t i = 1; i <= n; i++) {
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t cost = lower(a[i - 1]) != lower(b[j - 1]);
            size_t best = last[j - 1] + cost;

            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]) && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            now[j] = best;
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[m];
}

/* What other programs call it; a candidate, or NULL. */
static const char *other_name(const char *word, size_t n, const char *const *candidates,
                              size_t count)
{
    static const struct {
        const char *others, *ours;
    } names[] = { { "pie", "donut" },
                  { "column", "bars" },
                  { "columns", "bars" },
                  { "map", "tiles" },
                  { "hexbin", "scatter" } };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < count && string_is_ignoring_case(word, n, names[i].others); k++)
            if (strcmp(candidates[k], names[i].ours) == 0)
                return candidates[k];
    return NULL;
}

const char *string_nearest(const char *word, size_t n, const char *const *candidates, size_t count)
{
    const char *nearest = other_name(word, n, candidates, count);
    size_t least = n / 3 + 1; /* smallest distance found; begins at the first that is too far */

    if (n > LONGEST_WORD || nearest != NULL)
        return nearest;
    for (size_t i = 0; i < count; i++) {
        size_t m = strlen(candidates[i]);
        size_t gap = m > n ? m - n : n - m;

        if (m > LONGEST_WORD || gap >= least)
            continue;
        size_t d = distance(word, n, candidates[i], m);
        if (d < least) {
            least = d;
            nearest = candidates[i];
        }
    }
    return nearest;
}

void string_column_letters(char out[COLUMN_LETTERS], size_t column)
{
    char letters[COLUMN_LETTERS];
    size_t n = 0, length = 0;

    for (; column > 0 && n < sizeof letters - 1; column = (column - 1) / 26)
        letters[n++] = (char)('A' + (column - 1) % 26);
    while (n > 0)
        out[length++] = letters[--n];
    out[length] = '\0';
}

bool string_is_identifier(const char *text, size_t most)
{
    size_t n = 0;

    for (; text[n] != '\0' && n <= most; n++) {
        char c = text[n];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (n == 0 || !((c >= '0' && c <= '9') || c == '-' || c == '_')))
            return false;
    }
    return n > 0 && n <= most;
}
