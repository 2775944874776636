/* density_words.c - what squares stand for, and how many points are told in words. */
#include <math.h>
#include <stdlib.h>

#include "chart/datum.h"
#include "chart/types/density.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"

const char *density_words(const struct chart_plan *plan, enum word counted)
{
    const struct blank blank = { "what", format_word_inside(plan->pen.text, counted) };

    return format_phrase(plan->pen.text, plan->pen.arena, PHRASE_EACH_SQUARE, &blank, 1);
}

/* Pairs */

struct pair {
    double x, y;
};

static int by_x_and_y(const void *a, const void *b)
{
    const struct pair *one = a, *other = b;

    if (one->x != other->x)
        return one->x < other->x ? -1 : 1;
    return (one->y > other->y) - (one->y < other->y);
}

static double pairs_of(size_t n)
{
    return (double)n * ((double)n - 1) / 2;
}

/* Pairs of equal y among sorted ones, or of equal x, or of both. */
static double ties(const struct pair *pairs, size_t n, bool of_x, bool of_y)
{
    double tied = 0;

    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && (!of_x || pairs[end].x == pairs[i].x) &&
                          (!of_y || pairs[end].y == pairs[i].y);)
            end++;
        tied += pairs_of(end - i);
    }
    return tied;
}

/* Sorts by y, and returns how many pairs that put in another order: a merge sort. */
static double sort_by_y(struct pair *pairs, struct pair *spare, size_t n)
{
    double swapped = 0;

    for (size_t run = 1; run < n; run *= 2) {
        for (size_t first = 0; first < n; first += 2 * run) {
            size_t middle = first + run < n ? first + run : n;
            size_t end = middle + run < n ? middle + run : n, a = first, b = middle;
            for (size_t put = first; put < end; put++) {
                bool from_left = b == end || (a < middle && pairs[a].y <= pairs[b].y);
                swapped += from_left ? 0 : (double)(middle - a);
                spare[put] = from_left ? pairs[a++] : pairs[b++];
            }
        }
        for (size_t i = 0; i < n; i++)
            pairs[i] = spare[i];
    }
    return swapped;
}

/* Knight, 1966: in order of x, pairs that fall are those that sorting by y swaps. */
bool density_pairs(struct arena *arena, const double *x, const double *y, size_t n, double *rising,
                   double *falling)
{
    struct pair *pairs = arena_array(arena, struct pair, n),
                *spare = arena_array(arena, struct pair, n);

    if (pairs == NULL || spare == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        pairs[i] = (struct pair){ x[i], y[i] };
    qsort(pairs, n, sizeof *pairs, by_x_and_y);
    double same_x = ties(pairs, n, true, false), same = ties(pairs, n, true, true);
    *falling = sort_by_y(pairs, spare, n);
    *rising = pairs_of(n) - same_x - ties(pairs, n, false, true) + same - *falling;
    return true;
}

/* In words */

/* Places that tell values apart which are so far from each other. */
static int decimals_of(double step)
{
    return step > 0 && isfinite(step) ? (int)fmax(0, fmin(ceil(-log10(step) - 1e-9), 12)) : 0;
}

/* "0 to 980" */
static const char *ends_of(const struct chart_plan *plan, double low, double high, double step)
{
    struct text *text = plan->pen.text;
    struct arena *arena = plan->pen.arena;
    const struct blank ends[] = { { "low", format_number(text, arena, low, decimals_of(step)) },
                                  { "high", format_number(text, arena, high, decimals_of(step)) } };

    return format_phrase(text, arena, PHRASE_BETWEEN, ends, 2);
}

/* "Distance, km: 0 to 980" */
static const char *between(const struct chart_plan *plan, const struct density_axis *axis,
                           double low, double high, double step)
{
    const char *words = ends_of(plan, low, high, step);
    const struct blank blanks[] = { { "period", axis->name }, { "amount", words } };

    return axis->name[0] != '\0'
               ? format_phrase(plan->pen.text, plan->pen.arena, PHRASE_FIGURE, blanks, 2)
               : words;
}

/* "Number of observations: 12 000" */
static const char *counted_words(const struct chart_plan *plan, enum word counted, size_t n)
{
    struct text *text = plan->pen.text;
    struct arena *arena = plan->pen.arena;
    const struct blank blanks[] = { { "period", format_word(text, counted) },
                                    { "amount", format_number(text, arena, (double)n, 0) } };

    return format_phrase(text, arena, PHRASE_FIGURE, blanks, 2);
}

/* Values are told to a hundredth of their extent; of equal ratios the lowest to its first digit. */
static double told_step(const struct density_axis *axis)
{
    double step = (axis->extent.high - axis->extent.low) / 100;

    return axis->scale->type == &log_scale ? fmin(step, axis->extent.low) : step;
}

static void say_extents(struct speech *speech, const struct density *density,
                        const struct density_axis axes[2], enum word counted)
{
    size_t n = 0;

    for (size_t i = 0; i < density->columns * density->rows; i++)
        n += density->counts[i];
    const char *words = speech_list(speech, NULL, counted_words(speech->plan, counted, n));
    for (size_t k = 0; k < 2; k++) {
        struct extent extent = axes[k].extent;
        words = speech_list(
            speech, words,
            between(speech->plan, &axes[k], extent.low, extent.high, told_step(&axes[k])));
    }
    speech_say(speech, words);
}

/* "Densest square – Distance, km: 410 to 420; Price: 1.2 to 1.3; number of observations: 57." */
static void say_densest(struct speech *speech, const struct density *density,
                        const struct density_axis axes[2], enum word counted)
{
    struct text *text = speech->plan->pen.text;
    struct arena *arena = speech->plan->pen.arena;
    size_t column = density->densest % density->columns, row = density->densest / density->columns;
    const double at[2] = { density->box.left + (double)column * density->side,
                           density->box.top + (double)row * density->side };
    const char *words = NULL;

    for (size_t k = 0; k < 2; k++) {
        double one = scale_invert(axes[k].scale, at[k]);
        double other = scale_invert(axes[k].scale, at[k] + density->side);
        words = speech_list(
            speech, words,
            between(speech->plan, &axes[k], fmin(one, other), fmax(one, other), fabs(other - one)));
    }
    words = speech_list(speech, words,
                        counted_words(speech->plan, counted, density->counts[density->densest]));
    const struct blank blanks[] = { { "series", format_word(text, WORD_DENSEST_SQUARE) },
                                    { "figures", words } };
    speech_say(speech, format_phrase(text, arena, PHRASE_SERIES, blanks, 2));
}

void density_speak(struct speech *speech, const struct density *density,
                   const struct density_axis axes[2], enum word counted)
{
    say_extents(speech, density, axes, counted);
    say_densest(speech, density, axes, counted);
}

/* Of each column (axis 0) or row (axis 1) of squares; NULL: memory ran out. */
static const char **name_ranges(const struct plot *plot, const struct density *density,
                                const struct density_axis *axis, size_t n, double from)
{
    const char **names = arena_array(plot->pen.arena, const char *, n);

    for (size_t i = 0; names != NULL && i < n; i++) {
        double one = scale_invert(axis->scale, from + (double)i * density->side);
        double other = scale_invert(axis->scale, from + (double)(i + 1) * density->side);
        names[i] = ends_of(plot->plan, fmin(one, other), fmax(one, other), fabs(other - one));
    }
    return names;
}

/* "410 to 420; 1.2 to 1.3: 57" */
static const char *square_words(const struct plot *plot, const char *x, const char *y, size_t n)
{
    struct text *text = plot->pen.text;
    struct arena *arena = plot->pen.arena;
    const char *semicolon = punctuation_of(text_locale(text))->semicolon;
    const char *ranges =
        x != NULL && y != NULL ? arena_format(arena, "%s%s%s", x, semicolon, y) : NULL;
    const struct blank blanks[] = { { "period", ranges },
                                    { "amount", format_number(text, arena, (double)n, 0) } };

    return ranges != NULL ? format_phrase(text, arena, PHRASE_FIGURE, blanks, 2) : NULL;
}

void density_note(const struct plot *plot, const struct density *density,
                  const struct density_axis axes[2])
{
    struct datum_list *list = plot->plan->data;

    if (list == NULL || !list->with_squares || density == NULL)
        return;
    const char **x = name_ranges(plot, density, &axes[0], density->columns, density->box.left);
    const char **y = name_ranges(plot, density, &axes[1], density->rows, density->box.top);
    for (size_t i = 0; x != NULL && y != NULL && i < density->columns * density->rows; i++) {
        size_t column = i % density->columns, row = i / density->columns;
        double left = density->box.left + (double)column * density->side,
               top = density->box.top + (double)row * density->side;
        if (density->counts[i] > 0)
            datum_list_add_square(
                list, (struct box){ left, top, left + density->side, top + density->side },
                square_words(plot, x[column], y[row], density->counts[i]));
    }
}

void density_say_pairs(struct speech *speech, const double *x, const double *y, size_t n)
{
    struct text *text = speech->plan->pen.text;
    struct arena *arena = speech->plan->pen.arena;
    double rising, falling;

    if (!density_pairs(arena, x, y, n, &rising, &falling)) {
        speech_say(speech, NULL);
        return;
    }
    const struct blank blanks[] = { { "pairs", format_number(text, arena, pairs_of(n), 0) },
                                    { "rising", format_number(text, arena, rising, 0) },
                                    { "falling", format_number(text, arena, falling, 0) } };
    const char *words = format_trend(text, arena, TREND_PAIRS, blanks, 3);
    speech_say(speech, words != NULL ? capitalized(arena, words) : NULL);
}
