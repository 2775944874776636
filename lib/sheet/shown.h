/* shown.h - which figures a sheet shows: what its notes must explain. */
#ifndef SHEAF_SHEET_SHOWN_H
#define SHEAF_SHEET_SHOWN_H

#include "chart/status_marks.h"
#include "series/series.h"

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
    unsigned marks; /* a set, of status_marks.h */
    struct shown_derivation *derivations, **last_derivation;
    struct shown_source *sources, **last_source;
};

void shown_init(struct shown *shown, struct arena *arena);
void shown_add(struct shown *shown, const sheaf_series *series,
               const sheaf_observation *observation);

#endif
