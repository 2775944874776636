/* derivation.c - writes and keeps sentences on how figures were derived. */
#include "series/derivation.h"

#include <math.h>
#include <string.h>

#include "base/quick_format.h"
#include "base/string_cache.h"
#include "series/digits.h"
#include "series/observation.h"
#include "series/rounding.h"

void derivation_figure(char out[DERIVATION_FIGURE], double value, int decimals)
{
    char digits[2 * NUMBER_TEXT] = "";
    size_t n =
        number_write_fixed(digits, round_to(fabs(value), decimals), decimals > 0 ? decimals : 0);

    if (n == 0) /* too large for digits alone */
        n = number_write(digits, fabs(value));
    quick_format(out, DERIVATION_FIGURE, "%s%.*s",
                 value < 0 && strspn(digits, "0.") < n ? "\u2212" : "", (int)n, digits);
}

/* Texts --------------------------------------------------------------------------------- */

enum { PARTS = 5 };

static int write_sentence(char *out, size_t capacity, const char *const parts[PARTS - 1],
                          sheaf_period period)
{
    char when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(period, when);
    return parts[2][0] == '\0' ? quick_format(out, capacity, "%s %s = %s", parts[0], when, parts[1])
                               : quick_format(out, capacity, "%s %s = %s, between %s and %s",
                                              parts[0], when, parts[1], parts[2], parts[3]);
}

enum { INPUT_WORDS = 4 };

/* The words of an input, to be copied one by one. */
static const char **word_of(struct derivation_input *input, size_t i)
{
    const char **const words[INPUT_WORDS] = { &input->series, &input->unit, &input->source,
                                              &input->file };

    return words[i];
}

static size_t size_of_inputs(const struct derivation_figures *figures)
{
    size_t size = figures->n_inputs * sizeof(struct derivation_input);

    for (size_t i = 0; i < figures->n_inputs; i++) {
        struct derivation_input input = figures->inputs[i];

        for (size_t k = 0; k < INPUT_WORDS; k++)
            size += strlen(*word_of(&input, k)) + 1;
    }
    return size;
}

static const char *put_words(char **at, const char *words)
{
    size_t n = strlen(words) + 1;
    const char *place = memcpy(*at, words, n);

    *at += n;
    return place;
}

static void put_inputs(struct derivation_text *text, const struct derivation_figures *figures,
                       char **at)
{
    text->figures = *figures;
    text->figures.inputs = text->inputs;
    for (size_t i = 0; i < figures->n_inputs; i++) {
        text->inputs[i] = figures->inputs[i];
        for (size_t k = 0; k < INPUT_WORDS; k++)
            *word_of(&text->inputs[i], k) = put_words(at, *word_of(&text->inputs[i], k));
    }
}

/* parts: label, formula, low and high. The new text has one holder. NULL when memory runs out. */
static struct derivation_text *text_create(const struct arena *arena,
                                           const char *const parts[PARTS - 1], const char *unit,
                                           sheaf_period period,
                                           const struct derivation_figures *figures)
{
    int sentence = write_sentence(NULL, 0, parts, period);
    size_t size = sizeof(struct derivation_text) + (size_t)sentence + 1 + strlen(unit) + 1 +
                  size_of_inputs(figures);
    const char *places[PARTS - 1];

    for (size_t i = 0; i < PARTS - 1; i++)
        size += strlen(parts[i]) + 1;
    struct derivation_text *text = memory_resize(&arena->alloc, NULL, 0, size);
    if (text == NULL) {
        arena_fail(arena);
        return NULL;
    }
    char *at = (char *)(text->inputs + figures->n_inputs);
    put_inputs(text, figures, &at);
    for (size_t i = 0; i < PARTS - 1; i++)
        places[i] = put_words(&at, parts[i]);
    text->unit = put_words(&at, unit);
    write_sentence(at, (size_t)sentence + 1, parts, period);
    atomic_init(&text->holders, 1);
    text->alloc = arena->alloc;
    text->size = size;
    text->label = places[0];
    text->formula = places[1];
    text->low = places[2];
    text->high = places[3];
    text->sentence = at;
    return text;
}

static void text_release(struct derivation_text *text)
{
    if (atomic_fetch_sub(&text->holders, 1) == 1) {
        sheaf_alloc alloc = text->alloc;

        memory_free(&alloc, text, text->size);
    }
}

/* Shares the text, or copies it if the series has another allocator, which may outlive this one. */
static struct derivation_text *text_share(const struct arena *arena,
                                          const struct derivation *derivation)
{
    struct derivation_text *text = derivation->text;

    if (text->alloc.context == arena->alloc.context && text->alloc.resize == arena->alloc.resize) {
        atomic_fetch_add(&text->holders, 1);
        return text;
    }
    return text_create(arena,
                       (const char *const[]){ text->label, text->formula, text->low, text->high },
                       text->unit, derivation->period, &text->figures);
}

/* Lists --------------------------------------------------------------------------------- */

void derivations_free(struct derivations *list, const sheaf_alloc *alloc)
{
    for (size_t i = 0; i < list->count; i++)
        text_release(list->items[i].text);
    memory_free(alloc, list->items, list->capacity * sizeof *list->items);
}

/* Takes over the item's text. If the text is NULL (memory ran out), the item is not added. */
static void append(struct derivations *list, struct arena *arena, struct derivation item)
{
    if (item.text == NULL)
        return;
    if (memory_grow(&arena->alloc, NULL, &list->items, &list->capacity, list->count + 1,
                    sizeof item)) {
        list->items[list->count++] = item;
        return;
    }
    arena_fail(arena);
    text_release(item.text);
}

void derivations_keep_only(struct derivations *list,
                           bool (*keep)(const struct derivation *derivation, const void *context),
                           const void *context)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (keep(&list->items[i], context))
            list->items[kept++] = list->items[i];
        else
            text_release(list->items[i].text);
    list->count = kept;
}

/* One end of an interval, rounded outwards to one decimal more than the figure shows. */
static void bound_text(char out[DERIVATION_FIGURE], double bound, int decimals, bool up)
{
    int places = decimals < MOST_DECIMALS ? decimals + 1 : MOST_DECIMALS;
    double unit = power_of_ten(-places), near = round_to(bound, places);

    if (up && near < bound - unit * 1e-6)
        near = round_to(near + unit, places);
    if (!up && near > bound + unit * 1e-6)
        near = round_to(near - unit, places);
    derivation_figure(out, near, places);
}

void derivations_add(struct derivations *list, struct arena *arena, const char *label,
                     const char *unit, const sheaf_observation *observation, const char *formula,
                     bool is_estimate, const struct derivation_figures *figures)
{
    const sheaf_observation *o = observation;
    struct interval open = { o->low, o->high };
    int decimals = decimals_for_people(unit, o->value, o->decimals);
    char low[DERIVATION_FIGURE] = "", high[DERIVATION_FIGURE] = "";

    bool is_about = digits_of(o).is_about;
    bool is_open =
        !isnan(o->value) && (is_about || interval_exceeds_digits(o->value, open, decimals));

    if (is_about) /* the shown digits tell nothing of the bounds' own; two of the width do */
        decimals = decimals_for_digits(open.high - open.low, 2) - 1;
    if (is_open) {
        bound_text(low, open.low, decimals, false);
        bound_text(high, open.high, decimals, true);
    }
    append(
        list, arena,
        (struct derivation){ text_create(arena, (const char *const[]){ label, formula, low, high },
                                         unit, o->period, figures),
                             o->period, is_estimate, true });
}

/* A hash set of the sentences that a list has. */
struct known {
    struct string_cache sentences;
    struct arena arena;
};

static bool know_all(struct known *known, const struct derivations *list, struct arena *arena)
{
    *known = (struct known){ 0 };
    arena_init_beside(&known->arena, arena);
    for (size_t i = 0; i < list->count; i++) {
        const char *sentence = list->items[i].text->sentence;
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
    struct known known; /* the list's sentences before the call: from has no duplicates itself */
    bool well;

    if (from->count == 0)
        return;
    well = know_all(&known, list, arena);
    for (size_t i = 0; i < from->count && well; i++) {
        struct derivation item = from->items[i];
        const char *sentence = item.text->sentence;
        uint64_t meaning;

        if ((known.sentences.count > 0 &&
             string_cache_find(&known.sentences, sentence, strlen(sentence), &meaning)) ||
            (of != NULL && item.own && sheaf_series_find(of, item.period, ROOM) == NULL))
            continue;
        item.own = keep_own && item.own;
        item.text = text_share(arena, &item);
        append(list, arena, item);
    }
    forget(&known);
}

void derivations_relabel(struct derivations *list, struct arena *arena, const char *label)
{
    for (size_t i = 0; i < list->count; i++) {
        struct derivation *item = &list->items[i];
        struct derivation_text *old = item->text;

        if (!item->own)
            continue;
        struct derivation_text *anew =
            text_create(arena, (const char *const[]){ label, old->formula, old->low, old->high },
                        old->unit, item->period, &old->figures);
        if (anew == NULL)
            return;
        item->text = anew;
        text_release(old);
    }
}
