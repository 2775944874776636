/* worded_period.c - finds the period among the words of a header.
 *
 * The period is the longest run of pieces that is one; what is left is read as a header without a
 * period. Pieces end at spaces and marks, and between letters and the digits of a year
 * ("exports2022"). */
#include "readers/csv/worded_period.h"

#include <string.h>

#include "base/strings.h"
#include "vocabulary/units.h"

enum { MAX_PIECES = 40 };

struct pieces {
    size_t start[MAX_PIECES], end[MAX_PIECES];
    size_t count;
};

/* The bytes of the mark or space at the start of the text; 0: a letter or digit is there. */
static size_t mark_length(const char *text, size_t n)
{
    static const char *const wide[] = { "\u3000", "\uFF08", "\uFF09", "\uFF0C", "\u3001",
                                        "\uFF1A", "\uFF1B", "\u060C", "\u00A0" };

    if (strchr(" ,;:()[]_|\n\t", *text) != NULL)
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (n >= strlen(wide[i]) && memcmp(text, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Chinese is written without spaces, so that each character there is a piece. */
static size_t han_length(const char *text, size_t n)
{
    unsigned char lead = (unsigned char)*text;

    return lead >= 0xE3 && lead <= 0xE9 && n >= 3 ? 3 : 0;
}

/* True where the digits of a year begin or end within a piece. */
static bool is_edge_of_year(const char *text, size_t n, size_t at, size_t start)
{
    size_t digits = 0;

    if (is_digit(text[at]) == is_digit(text[at - 1]))
        return false;
    if (is_digit(text[at]))
        while (at + digits < n && is_digit(text[at + digits]))
            digits++;
    else
        while (digits < at - start && is_digit(text[at - 1 - digits]))
            digits++;
    return digits == 4;
}

static size_t end_of_piece(const char *text, size_t n, size_t start)
{
    size_t at = start + han_length(text + start, n - start);

    if (at > start)
        return at;
    for (at++; at < n; at++)
        if (mark_length(text + at, n - at) > 0 || han_length(text + at, n - at) > 0 ||
            is_edge_of_year(text, n, at, start))
            break;
    return at;
}

/* False: there are too many pieces. */
static bool split(const char *text, size_t n, struct pieces *pieces)
{
    pieces->count = 0;
    for (size_t at = 0; at < n;) {
        size_t mark = mark_length(text + at, n - at);

        at += mark;
        if (mark > 0)
            continue;
        if (pieces->count == MAX_PIECES)
            return false;
        pieces->start[pieces->count] = at;
        at = pieces->end[pieces->count++] = end_of_piece(text, n, at);
    }
    return true;
}

/* The header without its period. Brackets that held only the period go with it. */
static size_t write_rest(const char *text, size_t n, size_t start, size_t end, char *rest)
{
    bool is_bracketed = start > 0 && end < n && text[start - 1] == '(' && text[end] == ')';
    size_t length;

    start -= is_bracketed;
    end += is_bracketed;
    memcpy(rest, text, start);
    rest[start] = ' ';
    memcpy(rest + start + 1, text + end, n - end);
    length = n - (end - start) + 1;
    for (size_t i = 1; i < length;) {
        if (rest[i] == ' ' && rest[i - 1] == ' ')
            memmove(rest + i, rest + i + 1, --length - i);
        else
            i++;
    }
    while (length > 0 && strchr(" ,;:_|", rest[length - 1]) != NULL)
        length--;
    return length;
}

/* "2015 US$", but not "2015, US$": prices are those of the year before the unit. */
static bool is_before_unit(const char *text, size_t n, size_t end)
{
    size_t last = end + 1;

    if (end >= n || text[end] != ' ')
        return false;
    while (last < n && mark_length(text + last, n - last) == 0)
        last++;
    return unit_find(text + end + 1, last - end - 1) != NULL;
}

static bool is_understood(const struct header *words)
{
    return words->role == HEADER_VALUE && words->unclear == NULL && !words->is_ratio &&
           (words->unit == NULL || strcmp(words->unit, "%") != 0);
}

static bool read_between(const char *text, size_t n, size_t start, size_t end,
                         const struct period_usage *usage, struct worded_period *out)
{
    struct flagged_period found;
    size_t length, first = 0;

    if (!flagged_period_read(text + start, end - start, usage, &found))
        return false;
    length = write_rest(text, n, start, end, out->rest);
    while (first < length && strchr(" ,;:_|", out->rest[first]) != NULL)
        first++;
    if (first == length)
        return false;
    out->found = found;
    out->rest_n = length - first;
    memmove(out->rest, out->rest + first, out->rest_n);
    out->words = header_find(out->rest, out->rest_n);
    out->is_understood = is_understood(&out->words);
    out->may_be_price_year = found.period.unit == SHEAF_MONTHS && found.period.count == 12 &&
                             is_before_unit(text, n, end);
    return true;
}

bool worded_period_read(const char *text, size_t n, const struct period_usage *usage,
                        struct worded_period *out)
{
    struct pieces pieces;

    if (n > WORDED_PERIOD_LONGEST || !split(text, n, &pieces))
        return false;
    for (size_t length = pieces.count; length > 0; length--)
        for (size_t first = 0; first + length <= pieces.count; first++)
            if (read_between(text, n, pieces.start[first], pieces.end[first + length - 1], usage,
                             out))
                return true;
    return false;
}
