/* derivation.c - sentences on how figures were derived. */
#include "series/derivation.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/string_cache.h"
#include "series/digits.h"
#include "series/rounding.h"

void derivation_figure(char out[DERIVATION_FIGURE], double value, int decimals)
{
    char digits[2 * NUMBER_TEXT] = "";
    size_t n =
        number_write_fixed(digits, round_to(fabs(value), decimals), decimals > 0 ? decimals : 0);

    if (n == 0) /* too large for digits alone */
        n = number_write(digits, fabs(value));
    snprintf(out, DERIVATION_FIGURE, "%s%.*s",
             value < 0 && strspn(digits, "0.") < n ? "\u2212" : "", (int)n, digits);
}

void derivations_free(struct derivations *list, const sheaf_alloc *alloc)
{
    memory_free(alloc, list->items, list->capacity * sizeof *list->items);
}

/* Texts that memory did not suffice for are NULL, and the item is left out. */
static void append(struct derivations *list, struct arena *arena, struct derivation item)
{
    if (item.label != NULL && item.formula != NULL && item.low != NULL && item.high != NULL &&
        item.sentence != NULL &&
        memory_grow(&arena->alloc, arena->error, &list->items, &list->capacity, list->count + 1,
                    sizeof item))
        list->items[list->count++] = item;
}

static const char *sentence_of(struct arena *arena, const struct derivation *item)
{
    char when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(item->period, when);
    if (item->low[0] == '\0')
        return arena_format(arena, "%s %s = %s", item->label, when, item->formula);
    return arena_format(arena, "%s %s = %s, between %s and %s", item->label, when, item->formula,
                        item->low, item->high);
}

/* One end of an interval, rounded outwards to one place more than is shown. */
static const char *bound_text(struct arena *arena, double bound, int decimals, bool up)
{
    char text[DERIVATION_FIGURE];
    int places = decimals < MOST_DECIMALS ? decimals + 1 : MOST_DECIMALS;
    double unit = power_of_ten(-places), near = round_to(bound, places);

    if (up && near < bound - unit * 1e-6)
        near = round_to(near + unit, places);
    if (!up && near > bound + unit * 1e-6)
        near = round_to(near - unit, places);
    derivation_figure(text, near, places);
    return arena_string(arena, text);
}

void derivations_add(struct derivations *list, struct arena *arena, const char *label,
                     const char *unit, const sheaf_observation *observation, const char *formula)
{
    const sheaf_observation *o = observation;
    struct interval open = { o->low, o->high };
    int decimals = decimals_for_people(unit, o->value, o->decimals);
    struct derivation item = {
        .label = label, .period = o->period, .low = "", .high = "", .own = true
    };

    bool is_open = !isnan(o->value) && (interval_exceeds_digits(o->value, open, decimals) ||
                                        vanishes(o->value, decimals));

    if (vanishes(o->value, decimals)) /* its bounds are shown, and here they are the same */
        decimals = decimals_of_bounds(open.low, open.high) - 1;
    item.formula = arena_string(arena, formula);
    if (is_open) {
        item.low = bound_text(arena, open.low, decimals, false);
        item.high = bound_text(arena, open.high, decimals, true);
    }
    if (item.formula != NULL && item.low != NULL && item.high != NULL)
        item.sentence = sentence_of(arena, &item);
    append(list, arena, item);
}

/* The sentences that are there already, found by their words. */
struct known {
    struct string_cache sentences;
    struct arena arena;
};

static bool know_all(struct known *known, const struct derivations *list, struct arena *arena)
{
    *known = (struct known){ 0 };
    arena_init(&known->arena, &arena->alloc, arena->error);
    for (size_t i = 0; i < list->count; i++) {
        const char *sentence = list->items[i].sentence;
        size_t n = strlen(sentence);
        uint64_t meaning;

        if (!string_cache_find(&known->sentences, sentence, n, &meaning) &&
            !string_cache_add(&known->sentences, &known->arena, sentence, n, 0))
            return false;
    }
    return true;
}

static void forget(struct known *known)
{
    string_cache_free(&known->sentences, &known->arena.alloc);
    arena_free(&known->arena);
}

void derivations_take(struct derivations *list, struct arena *arena, const struct derivations *from,
                      bool keep_own, const sheaf_series *of)
{
    struct known known; /* before: from itself repeats nothing */
    bool well;

    if (from->count == 0)
        return;
    well = know_all(&known, list, arena);
    for (size_t i = 0; i < from->count && well; i++) {
        struct derivation item = from->items[i];
        uint64_t meaning;

        if (string_cache_find(&known.sentences, item.sentence, strlen(item.sentence), &meaning) ||
            (of != NULL && item.own && sheaf_series_find(of, item.period) == NULL))
            continue;
        item.own = keep_own && item.own;
        item.label = arena_string(arena, item.label);
        item.formula = arena_string(arena, item.formula);
        item.low = arena_string(arena, item.low);
        item.high = arena_string(arena, item.high);
        item.sentence = arena_string(arena, item.sentence);
        append(list, arena, item);
    }
    forget(&known);
}

void derivations_relabel(struct derivations *list, struct arena *arena, const char *label)
{
    for (size_t i = 0; i < list->count; i++) {
        struct derivation anew = list->items[i];

        if (!anew.own)
            continue;
        anew.label = label;
        anew.sentence = sentence_of(arena, &anew);
        if (anew.sentence != NULL)
            list->items[i] = anew;
    }
}
