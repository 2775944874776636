/* header.h - the words around the plot: headline, subtitle, source. */
#ifndef SHEAF_CHART_HEADER_H
#define SHEAF_CHART_HEADER_H

#include "text/text.h"

struct chart_plan;

struct chart_header {
    struct text_style title_style;
    struct text_block *title, *subtitle, *source; /* NULL: left out */
    double title_top, subtitle_top;
    double bottom;        /* where the headline and the subtitle end */
    double source_height; /* with the space above; 0: none */
};

/* A title in the lines that a level of detail gives it, set once: a plan is measured many times. */
struct kept_title {
    bool is_set;
    struct text_style style;
    struct text_block *block;
};

/* Sets title, subtitle and source as far as plan->detail allows, and plan->unit_said and
 * plan->period_said if they state the unit and the one period. */
void header_measure(struct chart_plan *plan);
void header_draw(const struct chart_plan *plan, struct scene *scene);
void source_draw(const struct chart_plan *plan, struct scene *scene);

#endif
