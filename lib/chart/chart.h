/* chart.h - what a sheaf_chart holds. */
#ifndef SHEAF_CHART_CHART_H
#define SHEAF_CHART_CHART_H

#include "context/context.h"
#include "sheaf/chart.h"
#include "sheaf/theme.h"
#include "text/cuts.h"
#include "text/missing.h"

struct target {
    char *label, *unit;
    double aim, reached; /* reached NaN: nothing is known of it */
    int multiplier;
};

struct sheaf_chart {
    sheaf_context *context; /* held */
    sheaf_alloc alloc;      /* the context's */
    sheaf_error error;      /* of its construction: stays */
    sheaf_error output;     /* of the last call, while the construction is well */
    struct missing missing; /* from the last output */
    struct cuts cuts;       /* the same */
    char left_out[256];     /* the warning that it shows not all series, from the last output */
    char wholes[288];       /* the warning that a whole is left out, as above */
    char crowded[128];      /* the warning that it has too many annotations, from the last output */
    char unplaced[320];     /* the warning that some have no room, from the last output */
    char untold[256];       /* the warning that its key explains not all marks, as above */
    char unmarked[400];     /* the warning that nothing says what is confidential, as above */
    sheaf_chart_type type;
    char *title, *subtitle, *source, *alternative, *language, *font_folder; /* NULL: not set */
    sheaf_series **series;
    size_t n_series, series_capacity;
    struct target *targets;
    size_t n_targets, targets_capacity;
    sheaf_period *periods; /* those wanted; none: all */
    size_t n_periods, periods_capacity;
    struct annotation *annotations; /* see model/annotations.h */
    size_t n_annotations, annotations_capacity;
    sheaf_flags flags;
    bool has_flags; /* the author chose them; else a sheet may */
    bool shows_ranges;
    sheaf_base base;
    sheaf_axis axis;
    sheaf_description description;
    sheaf_period base_period; /* of an index, which is 100 in it; SHEAF_NO_PERIOD: one is found */
    sheaf_theme *theme;       /* owned; NULL: the default one */
    bool begins_with_total;   /* the first series is the sum of the others, and no part itself */
    bool lies;                /* its bars do, in place of standing */
    sheaf_chart_type plots;   /* of small multiples; SHEAF_AUTO: as suits */
    bool is_range;            /* the periods wanted are all between the first and the last */
    sheaf_svg_text svg_text;
    char svg_prefix[65];  /* of its SVG's ids; "": not set */
    bool leaves_out_data; /* of its file */
    bool is_pdf_2;        /* of its PDF */
};

/* False after a failure: the chart stays as it is. */
bool chart_may_change(sheaf_chart *chart);
/* A copy that the chart owns; NULL after a failure, an ill-formed text among them. */
char *chart_copy_text(sheaf_chart *chart, const char *what, const char *text);
void chart_free_text(sheaf_chart *chart, char *text);
/* Whether a series, or the first of a chart, runs over plain numbers in place of periods. */
bool series_over_numbers(const sheaf_series *series);
bool chart_over_numbers(const sheaf_chart *chart);
/* Whether the unit of a series suits the others and the type; else the chart fails. */
bool chart_check_unit(sheaf_chart *chart, const sheaf_series *series);

/* False for values that are too large for a chart. */
bool chart_has_room(double value);

#endif
