/* types.h - the chart types. Each is a file that fills a struct chart_type, and a row in the table
 * of types.c, from which the spec reader, the command line, the schema and the manual take their
 * lists. */
#ifndef SHEAF_CHART_TYPES_H
#define SHEAF_CHART_TYPES_H

#include <stdbool.h>

#include "chart/words/words.h"
#include "sheaf/chart.h"

struct chart_plan;
struct scene;
struct speech;

struct chart_type {
    enum chart_word word;         /* what the alternative text calls it */
    bool takes_targets;           /* draws targets, not series */
    bool subtitle_tells_period;   /* there is no axis that would */
    bool tells_by_color;          /* series are told apart by colour alone, so there is a limit */
    bool bare_axis_is_comparable; /* plots side by side that show no axis share a scale */
    /* Fails into the text's error if the data are none for this type. */
    void (*check)(struct chart_plan *plan);
    /* The type that draws these data better, for want of room or of periods; SHEAF_AUTO: none does.
     * NULL: this type always stays. */
    sheaf_chart_type (*replacement)(const struct chart_plan *plan);
    /* Places everything across, chooses labels and axes for a plot of about
     * this height; sets plan->foot, plan->value_axis, plan->legend's wishes. */
    void (*measure)(struct chart_plan *plan, double plot_height);
    /* Draws inside plan->plot, in PLOT's group. */
    void (*draw)(struct chart_plan *plan, struct scene *scene);
    /* The plot height below which labels go or marks crowd. */
    double (*least_height)(const struct chart_plan *plan);
    /* The figures in words, after the title and the type's name. */
    void (*speak)(const struct speech *speech);
};

/* NULL: SHEAF_AUTO or no such type. */
const struct chart_type *chart_type_find(sheaf_chart_type type);
/* The names that specs use, by number; NULL at the end. */
extern const char *const chart_type_names[];

/* Whether a ranking tells more about these data than bars side by side. */
bool ranking_suits(const struct chart_plan *plan);

#endif
