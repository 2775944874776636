/* model.h - a chart's figures side by side: every series in every period, in one
 * multiplier, with how each is to be shown. */
#ifndef SHEAF_CHART_MODEL_H
#define SHEAF_CHART_MODEL_H

#include "chart/chart.h"
#include "chart/model/status_flags.h"
#include "chart/theme.h"
#include "series/digits.h"

enum figure_style {
    FIGURE_SOLID,
    FIGURE_OWN_ESTIMATE,
    FIGURE_PROVISIONAL,
    FIGURE_ESTIMATED,
    FIGURE_FORECAST,
    FIGURE_STYLES
};

struct figure {
    double value;                /* in unit * 10^multiplier of the model; NaN: none */
    double low, high;            /* what rounding leaves open */
    int decimals;                /* to show: no more than are known, nor than a reader needs */
    unsigned flags : FLAG_COUNT; /* what the style does not tell: a set, of status_flags.h */
    bool is_about : 1;   /* its digits do not all hold: the sign for "about" stands before them */
    bool is_derived : 1; /* computed or estimated, not stated */
    enum figure_style style : 4;
    enum figure_style drawn : 4; /* the style, or solid in a chart that is wholly of one */
};                               /* 32 bytes: there are millions of them */

/* From the lowest to the highest of some values. */
struct extent {
    double low, high;
};

/* What figures without an array have in common: see figures.h. */
struct plain_figures {
    int decimals;        /* as the source gives them */
    int scaled_to;       /* the multiplier that they had in the model first */
    struct extent given; /* of their values, in the multiplier of the series */
};

struct model_series {
    const sheaf_series *series;
    const char *name;           /* within a sentence: "exports" */
    const char *label;          /* at the head of a line: "Exports" */
    const char *code;           /* of a country, or of the rest, whose name has no room; or NULL */
    const char *flow;           /* or the name: what decides the colour */
    struct color color, below;  /* below: of values under zero */
    struct color own;           /* color, where it is not context */
    bool is_deemphasised;       /* drawn in grey, behind the others */
    struct figure *figures;     /* one a period; NULL: they are plain, see figures.h */
    struct plain_figures plain; /* of those */
    /* Figures in the same order that are known better, one a period: those of which an index is made,
     * as its base is open by the same in each; or NULL. */
    const struct figure *compared;
    const sheaf_period *periods; /* of the figures, where they are not the model's; or NULL */
    size_t n_values;             /* figures with a value */
};

/* How many decimals figures without an array are shown with. */
enum plain_decimals {
    PLAIN_AS_GIVEN,
    PLAIN_CUT,   /* to common.wanted */
    PLAIN_COMMON /* and made one number, as far as that loses nothing */
};

struct model {
    const char *unit;
    const char *flow;  /* of all series; "": they differ, or have none */
    sheaf_flags flags; /* which statuses the author wants told */
    int multiplier;
    const sheaf_period *periods; /* kind by kind from the longest, each in time */
    size_t n_periods;
    size_t n_kinds;            /* lengths of period: one can be joined by lines */
    const bool *absent_before; /* see absent.h; NULL: before none. Of these periods: */
    const sheaf_period *periods_found;
    int absent_step; /* of the regular ones, in months */
    bool is_uneven;  /* the periods follow no step */
    struct model_series *series;
    size_t n_series;
    enum plain_decimals plain_decimals;
    struct common_decimals common;
    bool begins_with_total; /* the first series is the sum of the others; its colour is ink */
    bool is_of_years;       /* a series is a year, and the periods are months of any year */
    struct extent extent;   /* of all values */
    size_t n_values;
    bool styles[FIGURE_STYLES];   /* which are drawn */
    enum figure_style only_style; /* of all figures: the subtitle says it; else FIGURE_SOLID */
};

/* From the arena; NULL after a failure into error: no series, no value, memory. colors: shared with
 * other charts; NULL: this chart's own. */
struct color_assignment;
struct model *model_create(const sheaf_chart *chart, sheaf_flags flags, const struct theme *theme,
                           struct color_assignment *colors, struct text *text, struct arena *arena,
                           sheaf_error *error);

/* The model's extent, widened to zero. */
struct extent model_extent_from_zero(const struct model *model);

/* Draws the figures by their styles or, in a chart that is wholly of one style and says so, plain. */
void model_draw_styles(struct model *model, bool as_plain);

/* The period of a figure. */
sheaf_period model_period(const struct model *model, const struct model_series *series,
                          size_t index);

/* Index of the last period in which a series has a value; n_periods: none. */
size_t model_last(const struct model *model, const struct model_series *series);

#endif
