/* theme.h - the look, as numbers: colours, sizes, weights. Charts and sheets take everything visible
 * from it, and assume no ground: what stands on the paper asks the theme what can be read there. */
#ifndef SHEAF_CHART_THEME_H
#define SHEAF_CHART_THEME_H

#include <stdbool.h>

#include "scene/scene.h"
#include "text/text.h"

enum { THEME_COLORS = 8 };

/* Flows that have colours of their own. */
enum theme_flow {
    FLOW_EXPORTS,
    FLOW_IMPORTS,
    FLOW_RE_EXPORTS,
    FLOW_RE_IMPORTS,
    FLOW_TURNOVER,
    THEME_FLOWS
};

/* Lines across an area, where colours alone do not tell areas apart. */
struct theme_hatch {
    struct color line;     /* alpha 0: none, the area is solid */
    double angle;          /* degrees, counter-clockwise from the x axis */
    double spacing, width; /* points, at a label size of 7.5 */
};

/* What stands on lines at some of their figures and at their ends, where colours alone do not tell
 * lines apart. Rings are for provisional figures. */
enum theme_shape {
    SHAPE_DOT, /* at the end only */
    SHAPE_SQUARE,
    SHAPE_TRIANGLE,
    SHAPE_DIAMOND,
    SHAPE_FALLING_TRIANGLE,
    SHAPE_OPEN_SQUARE,
    SHAPE_OPEN_DIAMOND
};

struct theme_member {
    const char *name; /* a code or a name: "CHN", "Cotton" */
    struct color color;
};

/* A picture at the end of a sheet's first rule. */
struct theme_logo {
    const char *file, *alternative;
    struct image_mark image; /* without its place */
};

struct theme {
    const char *name;
    /* The ground and what is written on it */
    struct color paper;  /* opaque: gaps, halos and tints are mixed with it */
    bool is_transparent; /* the paper is not painted: a page of its colour lies below */
    struct color ink, grey, weak, axis, hairline, grid;
    /* Series */
    struct color categories[THEME_COLORS]; /* in order; neighbours touch in stacks and groups */
    size_t n_categories;
    struct theme_hatch
        hatches[THEME_COLORS + 1];         /* of the categories' areas; the last of other's */
    enum theme_shape shapes[THEME_COLORS]; /* on the categories' lines */
    struct color flows[THEME_FLOWS];
    const struct theme_member *members; /* the author's choice for some */
    size_t n_members;
    struct color other;              /* the rest of a whole: areas */
    struct color context;            /* de-emphasised series: lines, dots, areas */
    struct color positive, negative; /* by sign, where no flows are shown */
    struct color sequential[2];      /* ends of a ramp: the least, the most */
    struct color diverging[3];       /* the most negative, the middle, the most positive */
    double tint;       /* share of the hue in the colour of the previous year; the rest is paper */
    double type_scale; /* of all texts, to the built-in sizes; single ones may differ from it */
    /* Page */
    struct text_style masthead, title, deck, section, body, note;
    struct text_style figure_label, figure_value, figure_unit, figure_change;
    struct text_style table, table_head;
    /* Chart */
    struct text_style headline, subtitle, label, label_strong, source;
    double line_width, rule_width, zero_width, grid_width, end_dot;
    double group_gap; /* between bar groups, as a share of a group's width */
    double area_gap;  /* of paper, between areas that touch; points, at a label size of 7.5 */
    const struct chosen_faces *faces; /* an author's, also in all styles; NULL: none */
    const struct theme_logo *logo;    /* NULL: none */
};

/* Built-in themes. */
const struct theme *theme_default(void);
size_t theme_count(void);
const struct theme *theme_at(size_t index);
const struct theme *theme_named(const char *name); /* NULL: none has this name */

/* A copy with every text size and line width of a chart multiplied by factor. */
struct theme theme_scaled(const struct theme *theme, double factor);

/* The colour of a flow ("exports", "imports", "turnover" …) or, for others, of
 * the index-th category. */
struct color theme_flow_color(const struct theme *theme, const char *flow, size_t index);
/* Whether a flow has a colour of its own. */
bool theme_knows_flow(const char *flow);
/* The index-th category; beyond the last, the grey of context: there are no more. */
struct color theme_category(const struct theme *theme, size_t index);
/* The author's colour for a member; NULL: none was chosen. */
const struct color *theme_member_color(const struct theme *theme, const char *name);

/* The colour mixed with the paper: share 1 is the colour, 0 the paper. */
struct color theme_tint(const struct theme *theme, struct color color, double share);
/* The tint of the previous year. It says nothing else, and its area has an outline in the full hue. */
struct color theme_previous(const struct theme *theme, struct color color);
/* For words in the colour on paper: changed until their contrast is 4.5 : 1. */
struct color theme_word_color(const struct theme *theme, struct color color);
/* For words on an area of this colour: ink or paper, whichever has more contrast, or,
 * where that is less than 4.5 : 1, black or white. */
struct color theme_text_on(const struct theme *theme, struct color area);
/* What fills an area of a series in this colour: solid, or hatched if the theme tells such areas
 * apart so. em: the size of labels. Every area of a series is filled with it. */
struct paint theme_area(const struct theme *theme, struct color color, double em);
/* What stands on the lines of a series in this colour. */
enum theme_shape theme_shape(const struct theme *theme, struct color color);
/* Ramps: t from 0 to 1, and from -1 through 0 (the middle) to 1; values beyond are cut off. */
struct color theme_sequential(const struct theme *theme, double t);
struct color theme_diverging(const struct theme *theme, double t);

bool color_equal(struct color a, struct color b);

#endif
