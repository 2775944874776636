/* strings.h - UTF-8, words and near misses. */
#ifndef SHEAF_BASE_STRINGS_H
#define SHEAF_BASE_STRINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { UTF8_INVALID = 0xFFFFFFFFu };

/* The part of utf8_next for a byte above 0x7F. */
uint32_t utf8_next_long(const char **at, const char *end);

/* Decodes the character at *at (< end) and moves *at past it. An ill-formed
 * byte (overlong, surrogate, past U+10FFFF, cut short) gives UTF8_INVALID and
 * moves one byte. */
static inline uint32_t utf8_next(const char **at, const char *end)
{
    return (unsigned char)**at < 0x80 ? (unsigned char)*(*at)++ : utf8_next_long(at, end);
}

/* Writes 1 to 4 bytes; returns how many. code must be a scalar value. */
size_t utf8_write(char out[4], uint32_t code);
/* True when all n bytes are well-formed; else *offset (may be NULL) is the first bad byte. */
bool utf8_valid(const char *text, size_t n, size_t *offset);
/* A control character but tabs and line ends: no text holds it, and a terminal would obey it. */
static inline bool utf8_is_control(uint32_t code)
{
    return (code < ' ' && code != '\t' && code != '\n' && code != '\r') ||
           (code >= 0x7F && code < 0xA0);
}
/* The first of them in n bytes; false: there is none. */
bool utf8_find_control(const char *text, size_t n, uint32_t *code);
/* True when n bytes (> 0) are the start of a character whose end is missing. */
bool utf8_is_cut(const char *text, size_t n);
/* Code points in n bytes of well-formed text (an ill-formed byte counts one). */
size_t utf8_count(const char *text, size_t n);
/* Leaves out the ill-formed bytes of n; returns how many are left. */
size_t utf8_repair(char *text, size_t n);
/* Largest m <= n that does not cut a character of text, of which text[n] is read: where text ends at
 * n, utf8_repair takes a character off that is cut. */
size_t utf8_floor(const char *text, size_t n);

/* Writes n bytes of text as one line that cannot command a terminal: tabs and line ends become
 * spaces; other control characters, those that change the direction of text, and ill-formed bytes
 * become U+FFFD. Cut at a character to capacity bytes with the NUL; returns the full length. */
size_t utf8_write_printable(char *out, size_t capacity, const char *text, size_t n);

/* The first character in n bytes that utf8_write_harmless does not leave alone; false: none. */
bool utf8_find_harmful(const char *text, size_t n, uint32_t *code);
/* Writes n bytes of well-formed text, of 3 * n bytes at most, so that it changes nothing around it:
 * controls but tabs and line ends become U+FFFD, other separators of lines spaces; embeddings,
 * overrides and isolates of direction are left out. Returns the length. */
size_t utf8_write_harmless(char *out, const char *text, size_t n);

/* Inlined memcmp for short texts of equal length. */
static inline bool bytes_equal(const char *a, const char *b, size_t n)
{
    uint64_t first[2], second[2];
    uint32_t word[4];

    for (; n > 16; a += 8, b += 8, n -= 8) {
        memcpy(&first[0], a, 8);
        memcpy(&first[1], b, 8);
        if (first[0] != first[1])
            return false;
    }
    if (n >= 8) {
        memcpy(&first[0], a, 8);
        memcpy(&first[1], b, 8);
        memcpy(&second[0], a + n - 8, 8);
        memcpy(&second[1], b + n - 8, 8);
        return ((first[0] ^ first[1]) | (second[0] ^ second[1])) == 0;
    }
    if (n >= 4) {
        memcpy(&word[0], a, 4);
        memcpy(&word[1], b, 4);
        memcpy(&word[2], a + n - 4, 4);
        memcpy(&word[3], b + n - 4, 4);
        return ((word[0] ^ word[1]) | (word[2] ^ word[3])) == 0;
    }
    return n == 0 || ((a[0] == b[0]) & (a[n / 2] == b[n / 2]) & (a[n - 1] == b[n - 1]));
}

/* ASCII letters only; bytes above 0x7F compare as they are. */
bool string_equal_ignoring_case(const char *a, const char *b);
/* A string slice against a NUL-terminated word. */
bool string_is(const char *text, size_t n, const char *word);
bool string_is_ignoring_case(const char *text, size_t n, const char *word);

/* The candidate nearest to word, or NULL when none is within a third of the
 * word's length (Damerau-Levenshtein, case-blind). Ties: the first. */
const char *string_nearest(const char *word, size_t n, const char *const *candidates, size_t count);

/* A letter, then letters, digits, '-' and '_' of ASCII, at most `most` bytes: an id in any markup. */
bool string_is_identifier(const char *text, size_t most);

/* The letters of a spreadsheet's column: A for 1, Z for 26, AA for 27. */
enum { COLUMN_LETTERS = 16 };
void string_column_letters(char out[COLUMN_LETTERS], size_t column);

#endif
