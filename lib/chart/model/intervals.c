/* intervals.c - finds the series that are bounds of others by their names. */
#include "chart/model/intervals.h"

#include <stdlib.h>
#include <string.h>

#include "base/strings.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Length without what stands between words at the end. */
static size_t trimmed(const char *name, size_t n)
{
    while (n > 0 && strchr(" _-.:,()%", name[n - 1]) != NULL)
        n--;
    return n;
}

/* The number at the end, which is cut off; -1: there is none. */
static int take_number(const char *name, size_t *n)
{
    size_t begin = *n;

    while (begin > 0 && is_digit(name[begin - 1]))
        begin--;
    if (begin == *n || *n - begin > 3)
        return -1;
    int number = 0;
    for (size_t i = begin; i < *n; i++)
        number = 10 * number + name[i] - '0';
    *n = trimmed(name, begin);
    return number;
}

static bool is_share(int number)
{
    return number > 0 && number < 100;
}

/* Below the median a percentile is a low bound, above it a high one. */
static bool read_percentile(int number, struct bound_name *bound)
{
    if (!is_share(number) || number == 50)
        return false;
    bound->is_high = number > 50;
    bound->share = abs(100 - 2 * number);
    return true;
}

bool bound_name_read(const char *name, struct bound_name *bound)
{
    static const struct {
        const char *word;
        bool is_high;
    } words[] = { { "low", false }, { "lower", false }, { "lo", false }, { "min", false },
                  { "high", true }, { "upper", true },  { "hi", true },  { "max", true } };
    size_t n = trimmed(name, strlen(name));
    int number = take_number(name, &n);
    size_t begin = n;

    while (begin > 0 && is_letter(name[begin - 1]))
        begin--;
    *bound = (struct bound_name){ .about = trimmed(name, begin), .share = number < 0 ? 0 : number };
    if (number >= 0 && string_is_ignoring_case(name + begin, n - begin, "p"))
        return read_percentile(number, bound);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(name + begin, n - begin, words[i].word)) {
            bound->is_high = words[i].is_high;
            return number < 0 || is_share(number);
        }
    return false;
}

/* The series that a bound names, or the only one; n: there is none. */
static size_t find_about(const sheaf_chart *kept, const char *name, size_t about)
{
    for (size_t i = 0; about > 0 && i < kept->n_series; i++) {
        const char *own = sheaf_series_name(kept->series[i]);
        if (string_is_ignoring_case(name, about, own) ||
            (trimmed(own, strlen(own)) == about && memcmp(own, name, about) == 0))
            return i;
    }
    return about == 0 && kept->n_series == 1 ? 0 : kept->n_series;
}

static bool fail_without_series(struct text *text, const sheaf_chart *kept, const char *name)
{
    fail(
        text_error(text), SHEAF_BAD_INPUT,
        kept->n_series == 0
            ? "'%s' is a bound, and the series that it bounds is not there; add that, or draw lines"
            : "'%s' is a bound of none of the series shown; call it after one of them, such as "
              "'exports low90', or leave it out",
        name);
    return false;
}

/* The interval that a bound belongs to, new if its other side has not come yet. */
static struct bound_pair *interval_for(struct bound_pair *intervals, size_t *n, size_t about,
                                       int share)
{
    for (size_t i = 0; i < *n; i++)
        if (intervals[i].about == about && intervals[i].share == share)
            return &intervals[i];
    intervals[*n] = (struct bound_pair){ .about = about, .share = share };
    return &intervals[(*n)++];
}

static bool add_bound(struct text *text, const sheaf_chart *kept, const sheaf_series *series,
                      const struct bound_name *bound, struct bound_pair *intervals, size_t *n)
{
    const char *name = sheaf_series_name(series);
    size_t about = find_about(kept, name, bound->about);

    if (about == kept->n_series)
        return fail_without_series(text, kept, name);
    struct bound_pair *interval = interval_for(intervals, n, about, bound->share);
    *(bound->is_high ? &interval->high : &interval->low) = series;
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct bound_pair *one = a, *other = b;

    if (one->about != other->about)
        return one->about < other->about ? -1 : 1;
    return (one->share == 0 ? 100 : one->share) < (other->share == 0 ? 100 : other->share) ? 1 : -1;
}

static bool have_both_sides(struct text *text, const struct bound_pair *intervals, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct bound_pair *one = &intervals[i];
        if (one->low != NULL && one->high != NULL)
            continue;
        fail(text_error(text), SHEAF_BAD_INPUT,
             "'%s' has no %s bound beside it; an interval has two: add it, or leave this one out",
             sheaf_series_name(one->low != NULL ? one->low : one->high),
             one->low != NULL ? "high" : "low");
        return false;
    }
    return true;
}

const sheaf_chart *intervals_take(const sheaf_chart *chart, struct text *text, struct arena *arena,
                                  struct bound_pair **intervals, size_t *n)
{
    sheaf_chart *kept = arena_new(arena, sheaf_chart);
    struct bound_name bound;

    *n = 0;
    *intervals = arena_array(arena, struct bound_pair, chart->n_series);
    if (kept == NULL || *intervals == NULL)
        return NULL;
    *kept = *chart;
    kept->n_series = 0;
    kept->series = arena_array(arena, sheaf_series *, chart->n_series);
    if (kept->series == NULL)
        return NULL;
    for (size_t i = 0; i < chart->n_series; i++)
        if (!bound_name_read(sheaf_series_name(chart->series[i]), &bound))
            kept->series[kept->n_series++] = chart->series[i];
    for (size_t i = 0; i < chart->n_series; i++)
        if (bound_name_read(sheaf_series_name(chart->series[i]), &bound) &&
            !add_bound(text, kept, chart->series[i], &bound, *intervals, n))
            return NULL;
    if (*n > 0)
        qsort(*intervals, *n, sizeof **intervals, compare);
    return have_both_sides(text, *intervals, *n) ? kept : NULL;
}
