/* format.c - figures and percentages.
 *
 * Rounding is done on the shortest decimal text of the value, half away from zero,
 * as statisticians round by hand: 2.675 is 2.68 though the nearest double lies
 * below it. ICU says only which signs to write. */
#include "text/format.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/number.h"
#include "text/figures.h"

enum {
    MOST_PLACES = 20,
    MOST_DIGITS = 320 + MOST_PLACES /* the largest double, to the last place */
};

/* The number digits * 10^-places; no leading zeros, except one before the point. */
struct rounded {
    char digits[MOST_DIGITS];
    int n, places;
};

/* The significant digits of a magnitude; *point: how many come before the point. */
static int shortest_digits(double magnitude, char digits[NUMBER_TEXT], int *point)
{
    char written[NUMBER_TEXT];
    int n = 0, whole = 0;
    bool after_point = false;

    number_write(written, magnitude);
    for (const char *at = written; *at != '\0'; at++) {
        if (*at == 'e') {
            int64_t exponent = 0;
            number_read_integer(at + 1, strlen(at + 1), -400, 400, &exponent);
            whole += (int)exponent;
            break;
        }
        if (*at == '.') {
            after_point = true;
            continue;
        }
        digits[n++] = *at;
        whole += !after_point;
    }
    *point = whole;
    return n;
}

/* Drops the digits from digits[keep] on and rounds the rest. True when that added a
 * digit in front: 99.6 becomes 100. */
static bool round_digits(char *digits, int *n, int keep)
{
    bool up = keep >= 0 && keep < *n && digits[keep] >= '5';

    *n = keep < 0 ? 0 : keep < *n ? keep : *n;
    if (!up)
        return false;
    for (int i = *n - 1; i >= 0; i--) {
        if (digits[i] < '9') {
            digits[i]++;
            return false;
        }
        digits[i] = '0';
    }
    memmove(digits + 1, digits, (size_t)*n);
    digits[0] = '1';
    ++*n;
    return true;
}

/* Fast path: away from a tie, rounding the double gives the same digits as rounding its shortest
 * text. False when the value is too near a tie or too large. */
static bool round_far_from_tie(double magnitude, int decimals, struct rounded *out)
{
    enum { FEW = 9 };
    char written[2 * NUMBER_TEXT];
    double scaled = decimals >= 0 && decimals <= FEW ? magnitude * pow(10, decimals) : INFINITY;

    if (!(scaled < 1e9) || fabs(scaled - floor(scaled) - 0.5) < 1e-4 ||
        number_write_fixed(written, magnitude, decimals) == 0)
        return false;
    out->n = 0;
    out->places = decimals;
    for (const char *at = written; *at != '\0'; at++)
        if (*at != '.')
            out->digits[out->n++] = *at;
    return true;
}

static void round_value(double magnitude, int decimals, struct rounded *out)
{
    char digits[NUMBER_TEXT + 1];
    int point, n = shortest_digits(magnitude, digits, &point), first = 0;

    decimals = decimals > MOST_PLACES ? MOST_PLACES : decimals < -400 ? -400 : decimals;
    if (round_digits(digits, &n, point + decimals))
        point++;
    while (first < n && digits[first] == '0')
        first++;
    point = first < n ? point - first : 0; /* counted from the first digit that is not zero */
    out->places = decimals > 0 ? decimals : 0;
    out->n = (point > 0 ? point : 1) + out->places;
    for (int i = 0; i < out->n; i++) {
        int from = point > 0 ? i : i + point - 1;
        out->digits[i] = from >= 0 && from < n - first ? digits[first + from] : '0';
    }
}

/* True when a group separator belongs before digit i of a whole part of n digits. */
static bool group_ends(const struct figure_symbols *symbols, int i, int n)
{
    int left = n - i;

    if (i == 0 || symbols->first_group <= 0 || left < symbols->first_group ||
        n < symbols->first_group + symbols->least_grouped)
        return false;
    return (left - symbols->first_group) % symbols->other_groups == 0;
}

char *figure_magnitude(struct text *text, struct arena *arena, double value, int decimals,
                       bool *negative, bool *zero)
{
    const struct figure_symbols *symbols = figure_symbols_of(text);
    struct rounded rounded;
    struct buffer out;

    if (symbols == NULL)
        return NULL;
    if (!round_far_from_tie(fabs(value), decimals, &rounded))
        round_value(fabs(value), decimals, &rounded);
    *zero = true;
    buffer_init(&out, &text->alloc, text->error);
    int whole = rounded.n - rounded.places;
    for (int i = 0; i < rounded.n; i++) {
        if (i == whole)
            buffer_text(&out, symbols->decimal);
        else if (i < whole && group_ends(symbols, i, whole))
            buffer_text(&out, symbols->group);
        buffer_byte(&out, rounded.digits[i]);
        *zero = *zero && rounded.digits[i] == '0';
    }
    *negative = value < 0 && !*zero;
    char *magnitude = out.failed ? NULL : arena_text(arena, out.bytes, out.length);
    buffer_free(&out);
    if (magnitude == NULL)
        fail_memory(text->error);
    return magnitude;
}

char *figure_signed(struct text *text, struct arena *arena, const char *magnitude, bool negative,
                    const char *before, const char *after)
{
    const struct figure_symbols *symbols = figure_symbols_of(text);
    char *out = NULL;

    if (symbols != NULL && magnitude != NULL && before != NULL && after != NULL)
        out = arena_format(arena, "%s%s%s%s", negative ? symbols->minus : "", before, magnitude,
                           after);
    if (out == NULL)
        fail_memory(text->error);
    return out;
}

char *format_number(struct text *text, struct arena *arena, double value, int decimals)
{
    bool negative, zero;

    if (!text_is_usable(text))
        return NULL;
    if (!isfinite(value))
        return arena_string(arena, format_word(text, WORD_NO_VALUE));
    char *magnitude = figure_magnitude(text, arena, value, decimals, &negative, &zero);
    return magnitude != NULL ? figure_signed(text, arena, magnitude, negative, "", "") : NULL;
}

char *format_percent(struct text *text, struct arena *arena, double value, int decimals,
                     bool with_sign)
{
    bool negative, zero;

    if (!text_is_usable(text))
        return NULL;
    if (!isfinite(value))
        return arena_string(arena, format_word(text, WORD_NO_VALUE));
    const struct figure_symbols *symbols = figure_symbols_of(text);
    char *magnitude = figure_magnitude(text, arena, value, decimals, &negative, &zero);
    if (symbols == NULL || magnitude == NULL)
        return NULL;
    char *before = arena_format(arena, "%s%s", with_sign && !negative && !zero ? symbols->plus : "",
                                symbols->percent_before);
    return figure_signed(text, arena, magnitude, negative, before, symbols->percent_after);
}
