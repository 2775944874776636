/* shown.h - the figures that a sheet shows, which its notes must explain. */
#ifndef SHEAF_SHEET_WORDS_SHOWN_H
#define SHEAF_SHEET_WORDS_SHOWN_H

#include "base/string_cache.h"
#include "chart/model/status_flags.h"
#include "series/series.h"
#include "sheet/model.h"

struct shown_derivation {
    const struct derivation *derivation;
    const sheaf_series *series;
    struct shown_derivation *next;
};

/* A computed series. */
struct shown_definition {
    const sheaf_series *series;
    struct shown_definition *next;
};

struct shown_source {
    const char *text;
    struct shown_source *next;
};

/* The derivations of a series in the order of their periods. */
struct shown_index {
    const struct derivation **items;
    size_t n;
};

/* A footnote; its number is its place among them, from 1. */
struct shown_footnote {
    const struct markup *note;
    struct shown_footnote *next;
};

/* A figure, and how the sheet writes it. There is one for each cell of tables of thousands. */
struct shown_figure {
    struct shown_figure *next;
    const sheaf_series
        *series; /* it, and the figure's file, live as long as the sheet is not changed */
    const sheaf_observation *other; /* where it is not that of the series itself */
    sheaf_period period;
    uint32_t
        data; /* of the chart or table with this number (layout_data_of); 0: of a text or key figure */
    char words[]; /* "$31.5 bn"; "": not said */
};
struct shown_figures {
    struct arena *arena;
    struct shown_figure *first, **last;
};
void shown_figures_init(struct shown_figures *figures, struct arena *arena);
sheaf_observation shown_observation(const struct shown_figure *figure);
/* figures NULL, or words NULL after a failure: nothing happens. words are copied. */
void shown_figures_add(struct shown_figures *figures, size_t data, const sheaf_series *series,
                       const sheaf_observation *observation, const char *words);

struct shown {
    struct arena *arena;
    struct text *text; /* in whose language fields choose their branches */
    sheaf_flags wanted;
    struct string_cache
        sentences; /* of the derivations and the sources: each appears once in the notes */
    struct string_cache source_texts;
    struct string_cache defined; /* series whose definitions are among those below */
    struct string_cache indexed; /* series, by their addresses: numbers of the indexes below */
    struct shown_index *indexes;
    size_t n_indexes, indexes_capacity;
    unsigned flags; /* a set, of status_flags.h */
    struct shown_derivation *derivations, **last_derivation;
    struct shown_definition *definitions, **last_definition;
    struct shown_source *sources, **last_source;
    struct shown_footnote *footnotes, **last_footnote;
    bool has_notes;                 /* a block of notes has the footnotes */
    bool has_flows;                 /* a chart has colours of flows */
    struct shown_figures *gathered; /* gets what shown_gather is told; NULL: nothing does */
    struct shown_figures *told;     /* gets those that texts show; NULL: nothing does */
};

/* flags: which statuses the author wants told, unless a block says otherwise. */
void shown_init(struct shown *shown, struct arena *arena, struct text *text, sheaf_flags flags);
void shown_free(struct shown *shown);
/* Says that a chart or table has this figure of a series, for its data file. */
void shown_gather(const struct shown *shown, const sheaf_series *series,
                  const sheaf_observation *observation);
/* The same of a figure that the series has, without looking for it. */
void shown_gather_own(const struct shown *shown, const sheaf_series *series, sheaf_period period);
void shown_add(struct shown *shown, const sheaf_series *series,
               const sheaf_observation *observation, const struct display *display);

void shown_add_footnote(struct shown *shown, const struct markup *note);
/* 0: it is not shown. */
int shown_footnote_number(const struct shown *shown, const struct markup *note);

#endif
