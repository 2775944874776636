/* derivation.h - how derived observations came about, for the notes of a sheet. */
#ifndef SHEAF_SERIES_DERIVATION_H
#define SHEAF_SERIES_DERIVATION_H

#include "base/memory.h"
#include "base/number.h"
#include "sheaf/series.h"

/* The sentence puts the parts together in English; who writes another language
 * takes the parts. */
struct derivation {
    const char *label;      /* of the series that the observation was derived in */
    sheaf_period period;    /* of the observation */
    const char *formula;    /* "31.5 / (1 + 30.1 %)": signs and plain numbers, no words */
    const char *low, *high; /* the bounds, when wider than the shown digits tell; else "" */
    const char *sentence;   /* "turnover 2022 = 31.5 / (1 + 30.1 %), between 24.16 and 24.26" */
    bool own;               /* of this series; else taken over from what it was derived from */
};

/* A series' derivations; their texts live in the series' arena. Zeroed: none.
 * Failures go where the arena's go. */
struct derivations {
    struct derivation *items;
    size_t count, capacity;
};

enum { DERIVATION_FIGURE = 3 * NUMBER_TEXT };

/* A figure as formulas show it: rounded to its decimals, with a true minus sign. */
void derivation_figure(char out[DERIVATION_FIGURE], double value, int decimals);

void derivations_free(struct derivations *list, const sheaf_alloc *alloc);
void derivations_add(struct derivations *list, struct arena *arena, const char *label,
                     const char *unit, const sheaf_observation *observation, const char *formula);
/* Appends copies of those whose sentence is not in the list; as own ones of the
 * series when they belong to its copy. of: the series must have the own ones'
 * observations; NULL: all are copied. */
void derivations_take(struct derivations *list, struct arena *arena, const struct derivations *from,
                      bool keep_own, const sheaf_series *of);
/* Writes the own ones anew after the series got another label. */
void derivations_relabel(struct derivations *list, struct arena *arena, const char *label);

#endif
