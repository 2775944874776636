/* shown.c - collects what the notes must explain, each item once, in order of first appearance. */
#include "sheet/words/shown.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

void shown_init(struct shown *shown, struct arena *arena, struct text *text, sheaf_flags flags)
{
    *shown = (struct shown){ .arena = arena, .text = text, .wanted = flags };
    shown->last_derivation = &shown->derivations;
    shown->last_source = &shown->sources;
    shown->last_definition = &shown->definitions;
    shown->last_footnote = &shown->footnotes;
}

void shown_free(struct shown *shown)
{
    string_cache_free(&shown->sentences, &shown->arena->alloc);
    string_cache_free(&shown->source_texts, &shown->arena->alloc);
    string_cache_free(&shown->indexed, &shown->arena->alloc);
    string_cache_free(&shown->defined, &shown->arena->alloc);
    memory_free(&shown->arena->alloc, shown->indexes,
                shown->indexes_capacity * sizeof *shown->indexes);
}

/* True of a text that was not yet in the cache; false, too, after a failure. */
static bool is_new(struct shown *shown, struct string_cache *texts, const char *text)
{
    size_t n = strlen(text);
    uint64_t meaning;

    return !string_cache_find(texts, text, n, &meaning) &&
           string_cache_add(texts, shown->arena, text, n, 0);
}

static void add_derivation(struct shown *shown, const sheaf_series *series,
                           const struct derivation *derivation)
{
    if (!derivation->is_estimate || !is_new(shown, &shown->sentences, derivation->text->sentence))
        return;
    struct shown_derivation *entry = arena_new(shown->arena, struct shown_derivation);
    if (entry == NULL)
        return;
    entry->derivation = derivation;
    entry->series = series;
    *shown->last_derivation = entry;
    shown->last_derivation = &entry->next;
}

/* Each series once: a table shows many figures of one. */
static void add_definition(struct shown *shown, const sheaf_series *series)
{
    const char *key = (const char *)&series;
    uint64_t meaning;

    if (series_definition(series) == NULL ||
        string_cache_find(&shown->defined, key, sizeof series, &meaning) ||
        !string_cache_add(&shown->defined, shown->arena, key, sizeof series, 0))
        return;
    struct shown_definition *entry = arena_new(shown->arena, struct shown_definition);
    if (entry == NULL)
        return;
    entry->series = series;
    *shown->last_definition = entry;
    shown->last_definition = &entry->next;
}

static void add_one_source(struct shown *shown, const char *text)
{
    if (text == NULL || text[0] == '\0' || !is_new(shown, &shown->source_texts, text))
        return;
    struct shown_source *entry = arena_new(shown->arena, struct shown_source);
    if (entry == NULL)
        return;
    entry->text = text;
    *shown->last_source = entry;
    shown->last_source = &entry->next;
}

/* A series of several sources has them separated by semicolons; each stands once. */
static void add_source(struct shown *shown, const char *text)
{
    const char *end;

    for (; (end = strstr(text, "; ")) != NULL; text = end + 2)
        add_one_source(shown, arena_text(shown->arena, text, (size_t)(end - text)));
    add_one_source(shown, text);
}

static int by_period(const void *a, const void *b)
{
    const struct derivation *first = *(const struct derivation *const *)a;
    const struct derivation *second = *(const struct derivation *const *)b;
    int order = sheaf_period_compare(first->period, second->period);

    return order != 0 ? order : (first > second) - (first < second);
}

static bool make_index(struct shown *shown, const sheaf_series *series, struct shown_index *index)
{
    bool sorted = true;

    index->n = sheaf_series_derivation_count(series);
    index->items = arena_array(shown->arena, const struct derivation *, index->n);
    if (index->items == NULL)
        return false;
    for (size_t i = 0; i < index->n; i++) {
        index->items[i] = series_derivation_at(series, i);
        sorted &= i == 0 || by_period(&index->items[i - 1], &index->items[i]) < 0;
    }
    if (!sorted)
        qsort(index->items, index->n, sizeof *index->items, by_period);
    return true;
}

/* Made once for each series; NULL after a failure. */
static const struct shown_index *index_of(struct shown *shown, const sheaf_series *series)
{
    const char *key = (const char *)&series;
    uint64_t number = shown->n_indexes;

    if (string_cache_find(&shown->indexed, key, sizeof series, &number))
        return &shown->indexes[number];
    if (!memory_grow(&shown->arena->alloc, shown->arena->error, &shown->indexes,
                     &shown->indexes_capacity, shown->n_indexes + 1, sizeof *shown->indexes) ||
        !make_index(shown, series, &shown->indexes[number]) ||
        !string_cache_add(&shown->indexed, shown->arena, key, sizeof series, number))
        return NULL;
    shown->n_indexes++;
    return &shown->indexes[number];
}

/* The first derivation of a period, or of a later one. */
static size_t find_period(const struct shown_index *index, sheaf_period period)
{
    size_t first = 0, end = index->n;

    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (sheaf_period_compare(index->items[middle]->period, period) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/* The next derivation of the period; NULL: there is none. */
static const struct derivation *next_of(const struct shown_index *index, size_t at,
                                        sheaf_period period)
{
    return at < index->n && sheaf_period_compare(index->items[at]->period, period) == 0
               ? index->items[at]
               : NULL;
}

/* The next derivation of a year's base: of one that the series itself has, nothing is told. */
static const struct derivation *next_base(const struct shown_index *index, size_t *at,
                                          sheaf_period period)
{
    const struct derivation *next = next_of(index, *at, period);

    while (next != NULL && next->own)
        next = next_of(index, ++*at, period);
    return next;
}

/* What went into an estimate is told too: for the same period, and, for growth, in
 * the base of a year before; in the order in which the series was derived. */
static void add_derivations(struct shown *shown, const sheaf_series *series, sheaf_period period)
{
    const struct shown_index *index = index_of(shown, series);
    sheaf_period year_before = sheaf_period_year_before(period);

    if (index == NULL)
        return;
    size_t same = find_period(index, period), base = find_period(index, year_before);
    for (;;) {
        const struct derivation *of_same = next_of(index, same, period);
        const struct derivation *of_base = next_base(index, &base, year_before);

        if (of_same == NULL && of_base == NULL)
            return;
        if (of_base == NULL || (of_same != NULL && of_same < of_base)) {
            add_derivation(shown, series, of_same);
            same++;
        } else {
            add_derivation(shown, series, of_base);
            base++;
        }
    }
}

void shown_figures_init(struct shown_figures *figures, struct arena *arena)
{
    *figures = (struct shown_figures){ .arena = arena };
    figures->last = &figures->first;
}

static bool is_same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static bool is_same(const sheaf_observation *a, const sheaf_observation *b)
{
    return is_same_number(a->value, b->value) && is_same_number(a->low, b->low) &&
           is_same_number(a->high, b->high) && a->decimals == b->decimals &&
           a->status == b->status && a->confidentiality == b->confidentiality &&
           a->derived == b->derived && a->estimated == b->estimated &&
           a->has_stated_growth == b->has_stated_growth && a->line == b->line && a->file == b->file;
}

/* NULL where the series has it; else a copy. False when memory runs out. */
static bool keep_other(struct arena *arena, const sheaf_series *series,
                       const sheaf_observation *observation, const sheaf_observation **other)
{
    const sheaf_observation *own = sheaf_series_find(series, observation->period, ROOM);
    sheaf_observation *copy;

    *other = NULL;
    if (own != NULL && is_same(own, observation))
        return true;
    copy = arena_new(arena, sheaf_observation);
    if (copy == NULL)
        return false;
    *copy = *observation;
    *other = copy;
    return true;
}

/* other: NULL if the series has it. */
static void add_known(struct shown_figures *figures, size_t data, const sheaf_series *series,
                      const sheaf_observation *other, sheaf_period period, const char *words)
{
    const size_t n = strlen(words) + 1;
    struct shown_figure *own =
        arena_take(figures->arena, 1, offsetof(struct shown_figure, words) + n);

    if (own == NULL)
        return;
    own->series = series;
    own->other = other;
    own->period = period;
    own->data = (uint32_t)data;
    memcpy(own->words, words, n);
    *figures->last = own;
    figures->last = &own->next;
}

static void add_figure(struct shown_figures *figures, size_t data, const sheaf_series *series,
                       const sheaf_observation *observation, const char *words)
{
    const sheaf_observation *other;

    if (keep_other(figures->arena, series, observation, &other))
        add_known(figures, data, series, other, observation->period, words);
}

sheaf_observation shown_observation(const struct shown_figure *figure)
{
    return figure->other != NULL ? *figure->other
                                 : *sheaf_series_find(figure->series, figure->period, ROOM);
}

void shown_figures_add(struct shown_figures *figures, size_t data, const sheaf_series *series,
                       const sheaf_observation *observation, const char *words)
{
    if (figures != NULL && words != NULL)
        add_figure(figures, data, series, observation, words);
}

void shown_gather(const struct shown *shown, const sheaf_series *series,
                  const sheaf_observation *observation)
{
    if (shown->gathered != NULL)
        add_figure(shown->gathered, 0, series, observation, "");
}

void shown_gather_own(const struct shown *shown, const sheaf_series *series, sheaf_period period)
{
    if (shown->gathered != NULL)
        add_known(shown->gathered, 0, series, NULL, period, "");
}

void shown_add(struct shown *shown, const sheaf_series *series,
               const sheaf_observation *observation, const struct display *display)
{
    shown->flags |= flags_of(observation, display != NULL && display->has_flags ? display->flags
                                                                                : shown->wanted);
    if (isnan(observation->value))
        return;
    add_source(shown, sheaf_series_source(series));
    if (observation->derived)
        add_definition(shown, series);
    if (observation->estimated)
        add_derivations(shown, series, observation->period);
}

int shown_footnote_number(const struct shown *shown, const struct markup *note)
{
    const struct shown_footnote *footnote = shown->footnotes;
    int number = 1;

    for (; footnote != NULL && footnote->note != note; footnote = footnote->next)
        number++;
    return footnote != NULL ? number : 0;
}

void shown_add_footnote(struct shown *shown, const struct markup *note)
{
    if (shown_footnote_number(shown, note) > 0)
        return;
    struct shown_footnote *footnote = arena_new(shown->arena, struct shown_footnote);
    if (footnote == NULL)
        return;
    footnote->note = note;
    *shown->last_footnote = footnote;
    shown->last_footnote = &footnote->next;
}
