/* algebra_unit.c - units of products and quotients: USD by t is USD/t, and USD/t times t
 * is USD again.
 *
 * A unit reads "a·b/c/d": factors of the numerator, then one divisor after each slash. */
#include <string.h>

#include "series/algebra_parts.h"

#define DOT "\u00b7"

enum { FACTORS = 8 };

struct factor {
    const char *text;
    size_t n;
};

struct fraction {
    struct factor over[FACTORS], under[FACTORS];
    size_t n_over, n_under;
    bool full; /* there were more factors than there is room for */
};

bool unit_is_plain(const char *unit)
{
    return unit[0] == '\0' || strcmp(unit, "%") == 0;
}

static void put(struct fraction *fraction, struct factor factor, bool over)
{
    size_t *n = over ? &fraction->n_over : &fraction->n_under;

    if (factor.n == 0 || (factor.n == 1 && *factor.text == '1'))
        return;
    if (*n == FACTORS)
        fraction->full = true;
    else
        (over ? fraction->over : fraction->under)[(*n)++] = factor;
}

/* Multiplies by a unit, or by its inverse. */
static void multiply(struct fraction *fraction, const char *unit, bool inverse)
{
    bool over = true;

    while (*unit != '\0') {
        const char *slash = strchr(unit, '/'), *dot = strstr(unit, DOT);
        const char *end = dot != NULL && (slash == NULL || dot < slash) ? dot : slash;
        size_t n = end != NULL ? (size_t)(end - unit) : strlen(unit);

        put(fraction, (struct factor){ unit, n }, over != inverse);
        if (end == NULL)
            return;
        if (end == slash)
            over = false;
        unit = end + (end == slash ? 1 : sizeof DOT - 1);
    }
}

static bool same(struct factor a, struct factor b)
{
    return a.n == b.n && memcmp(a.text, b.text, a.n) == 0;
}

static void remove_at(struct factor *factors, size_t *n, size_t at)
{
    memmove(factors + at, factors + at + 1, (*n - at - 1) * sizeof *factors);
    --*n;
}

static void cancel(struct fraction *fraction)
{
    for (size_t i = 0; i < fraction->n_over; i++)
        for (size_t k = 0; k < fraction->n_under; k++)
            if (same(fraction->over[i], fraction->under[k])) {
                remove_at(fraction->over, &fraction->n_over, i--);
                remove_at(fraction->under, &fraction->n_under, k);
                break;
            }
}

/* False for units such as USD·USD, in which trade is not measured. */
static bool is_sensible(const struct fraction *fraction)
{
    for (size_t i = 1; i < fraction->n_over; i++)
        for (size_t k = 0; k < i; k++)
            if (same(fraction->over[i], fraction->over[k]))
                return false;
    return !fraction->full;
}

static const char *write(sheaf_series *result, const struct fraction *fraction)
{
    struct arena *arena = series_arena(result);
    const char *text = fraction->n_over == 0 && fraction->n_under > 0 ? "1" : "";

    for (size_t i = 0; i < fraction->n_over && text != NULL; i++)
        text = arena_format(arena, "%s%s%.*s", text, i > 0 ? DOT : "", (int)fraction->over[i].n,
                            fraction->over[i].text);
    for (size_t i = 0; i < fraction->n_under && text != NULL; i++)
        text = arena_format(arena, "%s/%.*s", text, (int)fraction->under[i].n,
                            fraction->under[i].text);
    return text;
}

static const char *combined(sheaf_series *result, const char *a, const char *b, bool divide)
{
    struct fraction fraction = { 0 };

    multiply(&fraction, a, false);
    multiply(&fraction, b, divide);
    cancel(&fraction);
    if (is_sensible(&fraction))
        return write(result, &fraction);
    series_fail(result, SHEAF_BAD_INPUT, "cannot %s %s by %s", divide ? "divide" : "multiply", a,
                b);
    return NULL;
}

/* "" for "%": a percentage is a plain number. The caller handles the factor 1/100. */
static const char *without_percent(const char *unit)
{
    return unit_is_plain(unit) ? "" : unit;
}

const char *unit_product(sheaf_series *result, const char *a, const char *b)
{
    if (unit_is_plain(a) && unit_is_plain(b))
        return a[0] != '\0' ? a : b;
    return combined(result, without_percent(a), without_percent(b), false);
}

const char *unit_quotient(sheaf_series *result, const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return "";
    if (b[0] == '\0')
        return a;
    return combined(result, without_percent(a), without_percent(b), true);
}
