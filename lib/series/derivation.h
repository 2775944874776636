/* derivation.h - how derived observations came about, for the notes of a sheet. */
#ifndef SHEAF_SERIES_DERIVATION_H
#define SHEAF_SERIES_DERIVATION_H

#include <stdatomic.h>

#include "base/memory.h"
#include "base/number.h"
#include "sheaf/series.h"

/* The words of a derivation. They never change, so that the series that were computed from each
 * other hold one copy: a chain of a thousand would else hold half a million. The sentence puts the
 * parts together in English; who writes another language takes the parts. */
struct derivation_text {
    atomic_size_t holders;
    sheaf_alloc alloc;
    size_t size;            /* of the block, the words included */
    const char *label;      /* of the series that the observation was derived in */
    const char *formula;    /* "31.5 / (1 + 30.1 %)": signs and plain numbers, no words */
    const char *low, *high; /* the bounds, when wider than the shown digits tell; else "" */
    const char *sentence;   /* "turnover 2022 = 31.5 / (1 + 30.1 %), between 24.16 and 24.26" */
    char words[];
};

struct derivation {
    struct derivation_text *text;
    sheaf_period period; /* of the observation */
    bool own;            /* of this series; else taken over from what it was derived from */
};

/* A series' derivations. Zeroed: none. The arena that the functions take is the series': its
 * allocator is used, and failures go where its failures go. */
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
/* Appends those whose sentence is not in the list; as own ones of the
 * series when they belong to its copy. of: the series must have the own ones'
 * observations; NULL: all are copied. */
void derivations_take(struct derivations *list, struct arena *arena, const struct derivations *from,
                      bool keep_own, const sheaf_series *of);
/* Gives the others up. */
void derivations_keep_only(struct derivations *list,
                           bool (*keep)(const struct derivation *derivation, const void *context),
                           const void *context);
/* Writes the own ones anew after the series got another label. */
void derivations_relabel(struct derivations *list, struct arena *arena, const char *label);

#endif
