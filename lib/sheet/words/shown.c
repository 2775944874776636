/* shown.c - collects what the notes must explain, each thing once, in the order in
 * which it is first seen. */
#include "sheet/words/shown.h"

#include <math.h>
#include <string.h>

void shown_init(struct shown *shown, struct arena *arena)
{
    *shown = (struct shown){ .arena = arena };
    shown->last_derivation = &shown->derivations;
    shown->last_source = &shown->sources;
}

static void add_derivation(struct shown *shown, const sheaf_series *series,
                           const struct derivation *derivation)
{
    for (const struct shown_derivation *known = shown->derivations; known != NULL;
         known = known->next)
        if (strcmp(known->derivation->sentence, derivation->sentence) == 0)
            return;
    struct shown_derivation *entry = arena_new(shown->arena, struct shown_derivation);
    if (entry == NULL)
        return;
    entry->derivation = derivation;
    entry->series = series;
    *shown->last_derivation = entry;
    shown->last_derivation = &entry->next;
}

static void add_source(struct shown *shown, const char *text)
{
    if (text[0] == '\0')
        return;
    for (const struct shown_source *known = shown->sources; known != NULL; known = known->next)
        if (strcmp(known->text, text) == 0)
            return;
    struct shown_source *entry = arena_new(shown->arena, struct shown_source);
    if (entry == NULL)
        return;
    entry->text = text;
    *shown->last_source = entry;
    shown->last_source = &entry->next;
}

/* What went into a derived figure is explained too: for the same period, and, for
 * growth, in the base of a year before. */
static bool belongs_to(const struct derivation *derivation, sheaf_period period)
{
    return sheaf_period_compare(derivation->period, period) == 0 ||
           (!derivation->own &&
            sheaf_period_compare(derivation->period, sheaf_period_year_before(period)) == 0);
}

void shown_add(struct shown *shown, const sheaf_series *series,
               const sheaf_observation *observation)
{
    shown->marks |= marks_of(observation);
    if (isnan(observation->value))
        return;
    add_source(shown, sheaf_series_source(series));
    if (!observation->derived)
        return;
    for (size_t i = 0; i < sheaf_series_derivation_count(series); i++) {
        const struct derivation *derivation = series_derivation_at(series, i);
        if (belongs_to(derivation, observation->period))
            add_derivation(shown, series, derivation);
    }
}
