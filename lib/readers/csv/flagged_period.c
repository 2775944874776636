/* flagged_period.c - takes a period and its flag apart.
 *
 * The period is the longest part of the text from its start that is one, so that "2023Q1" has no flag
 * "Q1"; what is left must be a flag and nothing else, so that "2023 USD" is no period. */
#include "readers/csv/flagged_period.h"

#include <string.h>

#include "base/strings.h"
#include "sheaf/series.h"
#include "vocabulary/vocabulary.h"

enum { SHORTEST_PERIOD = 4, LONGEST_FLAG = 40 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A footnote sign or a superscript: * # ¹ ² ³ † ‡ ⁰ to ₎. */
static bool is_footnote_sign(uint32_t code)
{
    return code == '*' || code == '#' || code == 0xB2 || code == 0xB3 || code == 0xB9 ||
           code == 0x2020 || code == 0x2021 || (code >= 0x2070 && code <= 0x208E);
}

static bool is_footnote_signs(const char *text, size_t n)
{
    const char *at = text, *end = text + n;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        if (code == UTF8_INVALID || !is_footnote_sign(code))
            return false;
    }
    return n > 0;
}

/* "1" to "99" */
static bool is_footnote_number(const char *text, size_t n)
{
    return (n == 1 && is_digit(*text)) || (n == 2 && is_digit(text[0]) && is_digit(text[1]));
}

/* A letter of SDMX, or a word such as "prov."; r and "revised" say that a value is normal. */
static char status_of(const char *text, size_t n)
{
    static const char *const normal[] = { "r", "rev", "rev.", "revised" };

    for (size_t i = 0; i < sizeof normal / sizeof *normal; i++)
        if (string_is_ignoring_case(text, n, normal[i]))
            return SHEAF_NORMAL;
    return status_find(text, n);
}

/* What stands in brackets is a flag if it is one letter or a word for a status. */
static bool read_bracketed(const char *text, size_t n, struct flagged_period *out)
{
    out->is_footnote = is_footnote_number(text, n) || is_footnote_signs(text, n);
    if (out->is_footnote)
        return true;
    out->status = status_of(text, n);
    return out->status != '\0' || (n == 1 && is_letter(*text));
}

static bool read_flag(const char *text, size_t n, struct flagged_period *out)
{
    out->status = '\0';
    out->is_footnote = false;
    for (; n > 0 && *text == ' '; n--)
        text++;
    out->flag = text;
    out->flag_n = n;
    if (n > 2 && ((*text == '(' && text[n - 1] == ')') || (*text == '[' && text[n - 1] == ']')))
        return read_bracketed(text + 1, n - 2, out);
    if (n > 1 && text[n - 1] == ')' && is_footnote_number(text, n - 1))
        return out->is_footnote = true;
    if (is_footnote_signs(text, n))
        return out->is_footnote = true;
    if (n == 1 && is_letter(*text)) {
        out->status = status_of(text, n);
        return true;
    }
    if (n > 1 && is_letter(*text))
        out->status = status_of(text, n);
    return out->status != '\0';
}

/* Where the first digit stands, as every period has some; n: there is none. */
static size_t first_digit(const char *text, size_t n)
{
    size_t at = 0;

    while (at < n && !is_digit(text[at]))
        at++;
    return at;
}

/* False within a character and within a word: "ted" of "estimated" is no flag. */
static bool may_begin_flag(const char *text, size_t at)
{
    return (text[at] & 0xC0) != 0x80 && !(is_letter(text[at]) && is_letter(text[at - 1]));
}

bool flagged_period_read(const char *text, size_t n, const struct period_usage *usage,
                         struct flagged_period *out)
{
    struct flagged_period found = { .flag_n = 0 };
    size_t digit = first_digit(text, n);

    if (digit == n)
        return false;
    if (period_read_as(text, n, usage, &found.period)) {
        *out = found;
        return true;
    }
    for (size_t rest = 1; rest <= LONGEST_FLAG && rest + SHORTEST_PERIOD <= n; rest++) {
        size_t end = n - rest;

        if (end <= digit)
            return false;
        if (!may_begin_flag(text, end) || !read_flag(text + end, rest, &found))
            continue;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        if (end < SHORTEST_PERIOD || !period_read_as(text, end, usage, &found.period))
            continue;
        *out = found;
        return true;
    }
    return false;
}
