/* derivation.h - how derived observations were computed, for the notes of a sheet. */
#ifndef SHEAF_SERIES_DERIVATION_H
#define SHEAF_SERIES_DERIVATION_H

#include <stdatomic.h>

#include "base/memory.h"
#include "base/number.h"
#include "sheaf/series.h"

/* A figure that went into a derived one, as its series has it. */
struct derivation_input {
    const char *series, *unit, *source, *file; /* "": none */
    sheaf_period period;
    double value, low, high;
    size_t line;
    int decimals, multiplier;
    sheaf_origin origin;
};

/* Inputs that are kept of one figure; more are counted. */
enum { MOST_INPUTS = 400 };

/* What a derivation says to programs: the figure in full, and what went in. */
struct derivation_figures {
    double value, low, high;
    int decimals, multiplier;
    sheaf_origin origin;
    const struct derivation_input *inputs;
    size_t n_inputs, n_left_out;
};

/* The texts of a derivation. They never change, so series computed from each other share one copy:
 * without sharing, a chain of a thousand series would hold half a million copies. The sentence is
 * English; other languages are composed of the parts. */
struct derivation_text {
    atomic_size_t holders;
    sheaf_alloc alloc;
    size_t size;            /* of the entire block */
    const char *label;      /* of the series that the observation was derived for */
    const char *formula;    /* "31.5 / (1 + 30.1 %)": signs and plain numbers, no words */
    const char *low, *high; /* the bounds, if wider than the shown digits imply; else "" */
    const char *unit;       /* of the figure */
    struct derivation_figures figures;
    const char *sentence; /* "turnover 2022 = 31.5 / (1 + 30.1 %), between 24.16 and 24.26" */
    struct derivation_input inputs[]; /* the words stand behind them */
};

struct derivation {
    struct derivation_text *text;
    sheaf_period period; /* of the observation */
    bool is_estimate;    /* the figure is estimated here; else at most its inputs are */
    bool own;            /* of an observation of this series; else inherited from its inputs */
};

/* A series' derivations. Zeroed: none. The functions take the series' arena for its allocator and
 * its error. */
struct derivations {
    struct derivation *items;
    size_t count, capacity;
};

enum { DERIVATION_FIGURE = 3 * NUMBER_TEXT };

/* A figure as formulas show it: rounded to its decimals, with a true minus sign. */
void derivation_figure(char out[DERIVATION_FIGURE], double value, int decimals);

void derivations_free(struct derivations *list, const sheaf_alloc *alloc);
void derivations_add(struct derivations *list, struct arena *arena, const char *label,
                     const char *unit, const sheaf_observation *observation, const char *formula,
                     bool is_estimate, const struct derivation_figures *figures);
/* Appends the derivations whose sentence is not in the list yet. keep_own: own ones stay own,
 * because the series is a copy. of: own ones are copied only if this series has their period;
 * NULL: all are. */
void derivations_take(struct derivations *list, struct arena *arena, const struct derivations *from,
                      bool keep_own, const sheaf_series *of);
/* Removes the derivations for which keep returns false. */
void derivations_keep_only(struct derivations *list,
                           bool (*keep)(const struct derivation *derivation, const void *context),
                           const void *context);
/* Rewrites the sentences of own derivations with a new label of the series. */
void derivations_relabel(struct derivations *list, struct arena *arena, const char *label);

#endif
