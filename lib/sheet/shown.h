/* shown.h - which figures a sheet shows: what its notes must explain. */
#ifndef SHEAF_SHEET_SHOWN_H
#define SHEAF_SHEET_SHOWN_H

#include "data/series.h"
#include "text/format.h"

/* The marks beside figures, in the order in which notes explain them. */
enum mark { MARK_DERIVED, MARK_PROVISIONAL, MARK_ESTIMATED, MARK_FORECAST, MARK_COUNT };

struct shown_derivation {
    const struct derivation *derivation;
    const sheaf_series *series;
    struct shown_derivation *next;
};

struct shown_source {
    const char *text;
    struct shown_source *next;
};

struct shown {
    struct arena *arena;
    bool marks[MARK_COUNT];
    struct shown_derivation *derivations, **last_derivation;
    struct shown_source *sources, **last_source;
};

void shown_init(struct shown *shown, struct arena *arena);
void shown_add(struct shown *shown, const sheaf_series *series,
               const sheaf_observation *observation);

/* "[d]" or "[d, p]"; "" for a figure that needs no mark. NULL after a failure. */
const char *mark_text(const sheaf_observation *observation, struct arena *arena);
const char *mark_letter(enum mark mark);
enum word mark_word(enum mark mark);

#endif
