/* theme.h - the look, as numbers: colours, sizes, weights. One const table; charts
 * and sheets take everything visible from it. Sizes are points for print. */
#ifndef SHEAF_CHART_THEME_H
#define SHEAF_CHART_THEME_H

#include <stdbool.h>

#include "scene/scene.h"
#include "text/text.h"

enum { THEME_COLORS = 8, THEME_SHADES = 2 };

struct theme {
    struct color ink, grey, weak, axis, hairline, grid, paper;
    struct color categories[THEME_COLORS]; /* in order; exports first, imports second */
    /* Page */
    struct text_style masthead, title, deck, section, body, note;
    struct text_style figure_label, figure_value, figure_unit, figure_change;
    struct text_style table, table_head;
    /* Chart */
    struct text_style headline, subtitle, label, label_strong, source;
    double line_width, rule_width, zero_width, grid_width, end_dot;
    double group_gap; /* between bar groups, as a share of a group's width */
};

const struct theme *theme_default(void);
/* A copy with every text size and line width of a chart multiplied by factor. */
struct theme theme_scaled(const struct theme *theme, double factor);
/* The colour of a flow ("exports", "imports", "turnover" …) or, for others, of
 * the index-th category. */
struct color theme_flow_color(const struct theme *theme, const char *flow, size_t index);

/* The colour mixed with the paper: share 1 is the colour, 0 the paper. */
struct color theme_tint(const struct theme *theme, struct color color, double share);

/* The colours of many series: the categories, then each of them half as strong. */
struct color theme_category(const struct theme *theme, size_t index);
/* The colour, darkened until text in it has a contrast of 4.5 : 1 with white. */
struct color theme_word_color(struct color color);
/* Whether a flow has a colour of its own. */
bool theme_knows_flow(const char *flow);
bool color_equal(struct color a, struct color b);

#endif
