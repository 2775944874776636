/* types.h - the chart types: one file each, and a row in the table of types.c. */
#ifndef SHEAF_CHART_TYPES_H
#define SHEAF_CHART_TYPES_H

#include <stdbool.h>

#include "sheaf/chart.h"

struct chart_plan;
struct scene;

struct chart_type {
    sheaf_chart_type type;
    const char *name, *other_name;
    /* What the data must be for this type; fails into the text's error. */
    void (*check)(struct chart_plan *plan);
    /* Places everything across, chooses labels and axes for a plot of about
     * this height; sets plan->foot, plan->value_axis, plan->key's wishes. */
    void (*measure)(struct chart_plan *plan, double plot_height);
    /* Draws inside plan->plot, in PLOT's group. */
    void (*draw)(struct chart_plan *plan, struct scene *scene);
    /* The plot height below which labels go or marks crowd. */
    double (*least_height)(const struct chart_plan *plan);
};

extern const struct chart_type bars_type, lines_type, bars_line_type, bullet_type;

/* Not chosen by name: what the others become for many series in one period. */
extern const struct chart_type ranking_type;
size_t ranking_room(const struct chart_plan *plan); /* series that have a row each */
bool ranking_suits(const struct chart_plan *plan);

/* NULL: SHEAF_AUTO or no such type. */
const struct chart_type *chart_type_find(sheaf_chart_type type);
/* The type that suits the data best. */
const struct chart_type *chart_type_suggest(const struct chart_plan *plan);

#endif
