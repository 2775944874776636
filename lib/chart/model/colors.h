/* colors.h - which member has which colour. All charts of a document may share one assignment: then
 * a member keeps its colour from chart to chart; in a chart with a theme of its own, the colour at the
 * same place of that theme. */
#ifndef SHEAF_CHART_COLORS_H
#define SHEAF_CHART_COLORS_H

#include "chart/model/model.h"

struct member_color {
    const char *member;
    struct color color;
    size_t place;              /* in the order of the theme's colours, from 1; 0: not one of them */
    const struct theme *theme; /* which gave it */
};

struct color_assignment {
    struct arena *arena;
    struct member_color *members;
    size_t n, capacity;
    bool shows_flows; /* some chart of the document does: the colours of flows are for flows */
};

/* Empty; the arena keeps what is assigned. */
void color_assignment_init(struct color_assignment *colors, struct arena *arena);

/* Gives every series of a chart, those given, its colour, and remembers it. False when memory ran out. */
bool colors_assign(struct color_assignment *colors, const struct theme *theme,
                   const sheaf_series *const *given, struct model_series *series, size_t n);

/* Whether a chart has colours of flows: of a series that is called by its flow, or is the only one of
 * it. Beside each other, members that one flow is split into are told apart by colours of their
 * own. */
bool series_show_flows(const sheaf_series *const *series, size_t n);

#endif
