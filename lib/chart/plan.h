/* plan.h - a chart while it is being laid out: what every part of it shares.
 *
 * Coordinates are the chart's own: (0, 0) is its top left corner, y down. Text and
 * sizes come from the theme; `em` is the size of a label, the module of all spacing. */
#ifndef SHEAF_CHART_PLAN_H
#define SHEAF_CHART_PLAN_H

#include "chart/chart.h"
#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/legend.h"
#include "chart/layout.h"
#include "chart/model/model.h"
#include "chart/types/types.h"
#include "chart/words/header.h"

/* How much of a chart is shown; each level leaves out more, for want of room. */
enum detail {
    DETAIL_ALL,
    DETAIL_SHORT_SOURCE,   /* one line */
    DETAIL_SHORT_SUBTITLE, /* one line */
    DETAIL_SHORT_NAMES,    /* in the legend, as far as they stay different */
    DETAIL_NO_SUBTITLE,
    /* From here on the chart gets harder to read. */
    DETAIL_SHORT_TITLE, /* one line */
    DETAIL_NO_SOURCE,
    DETAIL_SHORT_LEGEND, /* series, no statuses: what colours mean is always said */
    DETAIL_NO_TITLE,
    DETAIL_NO_AXIS, /* neither period nor value labels */
    DETAIL_LEVELS
};

struct chart_plan {
    const sheaf_chart *chart;
    const struct chart_type *type;
    struct theme theme;
    struct text *text;
    struct arena *arena;
    double width, height;
    double em;
    double pixel; /* marks lie on whole multiples of this; 0: anywhere */
    enum detail detail;
    struct model *model; /* NULL: a chart of targets */
    struct header header;
    struct legend legend;
    struct value_axis value_axis;
    struct period_axis period_axis;
    bool unit_said;   /* the subtitle says it */
    bool period_said; /* the one period is in the title or the subtitle */
    struct box plot;
    double foot;       /* room that the type wants below the plot */
    double least_plot; /* height without which its labels would touch; 0: any will do */
    void *marks;       /* the type's own */
};

/* The nearest line between pixels, so that edges are sharp. */
double plan_snap(const struct chart_plan *plan, double at);

/* An error in the text's error makes all of the plan void. */
bool plan_failed(const struct chart_plan *plan);

struct text_line *plan_label(struct chart_plan *plan, const char *utf8,
                             const struct text_style *style);
/* A line's width; lines are NULL after a failure. */
double line_width(const struct text_line *line);
/* Draws a label with the middle of its capitals at y. */
void plan_draw_centered(struct scene *scene, const struct text_line *line, double x, double y,
                        enum text_align align);

/* In a language that runs leftwards: words that run as their own letters do, whatever stands
 * around them ("$40 bn" keeps its sign), and what is put together of such, to be read from the
 * right. Elsewhere as they are; NULL stays NULL. */
const char *plan_isolated(struct chart_plan *plan, const char *words);
const char *plan_in_order(struct chart_plan *plan, const char *words);

/* "exports, 2023, $14.7 bn, derived": what a datum is. */
char *plan_datum_name(struct chart_plan *plan, const struct model_series *series, size_t period);
/* The words for a style: "derived"; NULL for plain figures. */
const char *plan_style_word(struct chart_plan *plan, enum figure_style style);
/* All that is to be known of a figure: "derived, break in series"; NULL: nothing. */
const char *plan_status_words(struct chart_plan *plan, const struct figure *figure);
/* "14.7", or "$14.7 bn" with the unit; "<0.01" for what would be shown as nothing. */
const char *plan_amount(struct chart_plan *plan, const struct figure *figure, bool with_unit);
/* A figure's text with the marks that its style does not tell: "14.7 [b]". */
const char *plan_marked(struct chart_plan *plan, const char *text, const struct figure *figure);
/* What stands where there is no figure: a dash with its marks, or, for a confidential one, the
 * mark alone. */
const char *plan_blank(struct chart_plan *plan, const struct figure *figure);
char *plan_period_text(struct chart_plan *plan, sheaf_period period);
/* The author's alternative text, or one made from the data. */
const char *plan_alternative(struct chart_plan *plan);

/* chart_plan_create for a picture whose unit is the pixel. */
struct chart_plan *plan_create_on_pixels(const sheaf_chart *chart, const struct theme *theme,
                                         struct text *text, struct arena *arena, double width,
                                         double height);

#endif
