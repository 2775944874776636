/* layout.h - a chart laid out: from a sheaf_chart to marks in a scene.
 *
 * Two steps, because charts side by side on a page share their baselines: plan
 * measures everything, then plans are aligned, then drawn. */
#ifndef SHEAF_CHART_LAYOUT_H
#define SHEAF_CHART_LAYOUT_H

#include "chart/theme.h"
#include "sheaf/chart.h"
#include "text/text.h"

struct chart_plan;
struct color_assignment;
struct datum_list;

/* What a layout says in place of the chart. */
struct chart_options {
    const char *title, *subtitle;                   /* instead of the chart's own; NULL: its own */
    const char *title_language, *subtitle_language; /* BCP 47, where not the text's; NULL: it is */
    struct color_assignment *colors; /* shared with other charts; NULL: the chart's own */
    struct datum_list *data;         /* gets what is drawn; NULL: nobody asks */
    sheaf_flags flags;               /* where the chart has none of its own */
    bool sources_elsewhere;          /* notes tell the data's sources, not the chart */
    bool title_is_heading; /* readers hear it before the alternative text, which lacks it */
    sheaf_chart_type type; /* where the chart's is SHEAF_AUTO */
    bool pixels;           /* the unit is a pixel, so that edges lie between pixels */
    bool images;           /* dense layers are images of 300 dots an inch, the rest shapes */
    double column; /* what the device can tell apart along a line (columns.h); 0: 1/300 inch */
};

/* Sizes in points. The chart is not changed. text has the language; arena keeps the plan and must
 * live until it is drawn; so must the options' texts. NULL after a failure, which is then in the
 * text's error: a failed chart, one without data, memory, faces. */
struct chart_plan *chart_plan_create(const sheaf_chart *chart, const struct chart_options *options,
                                     const struct theme *theme, struct text *text,
                                     struct arena *arena, double width, double height);

/* Plans for another height, from the figures collected before. False after a failure. */
bool chart_plan_resize(struct chart_plan *plan, double height);

/* Whether there is room for all that a reader needs: title, unit, what colours mean and, of a type
 * with axes, their labels. Where there is not, something of it is not drawn. */
bool chart_plan_has_room(const struct chart_plan *plan);
/* The name of the type that was asked for, else of the one that is drawn. */
const char *chart_plan_type_name(const struct chart_plan *plan);
/* What the chart is called for those who do not see it: its title or, where it has none, the first
 * sentence of its alternative text. NULL after a failure. */
const char *chart_plan_name(struct chart_plan *plan);
/* Of its title, BCP 47; NULL: the text's, or it has none. */
const char *chart_plan_title_language(const struct chart_plan *plan);
/* What its alternative text says of it beside the title, to be set as a text; the alternative text is then
 * short, so that nobody hears it all twice. The author's, where there is one. NULL after a failure. */
const char *chart_plan_describe(struct chart_plan *plan);
/* Whether a sparkline may stand for it: nobody named a type, and the data have a course. */
bool chart_plan_may_be_small(const struct chart_plan *plan);

/* How charts beside each other are measured. */
enum row_scale {
    SCALE_AUTO, /* bars of one unit share a scale, if none gets too small to be seen; else SCALE_OWN */
    SCALE_SHARED,
    SCALE_OWN, /* each says so, where the unit is the same */
    ROW_SCALES
};
/* Before heights are fixed; lays out once more where a scale changes. False after a failure: charts
 * that are to share a scale have no common one. */
bool chart_plan_share(struct chart_plan *const *plans, size_t n, enum row_scale scale);

/* Gives the plans of one row the same plot top and plot bottom, and bars that share a
 * scale the same room for labels; what hatches mean is said by the first. */
void chart_plan_align(struct chart_plan *const *plans, size_t n);

/* The least height at which this chart still reads well at this width. */
double chart_plan_min_height(const struct chart_plan *plan);

/* The height at which a ranking, or another type of rows, would show them all; 0: it does. */
double chart_plan_full_height(const struct chart_plan *plan);

/* Draws one ROLE_FIGURE group with its alternative text, top left at (x, y). */
void chart_plan_draw(struct chart_plan *plan, struct scene *scene, double x, double y);

/* Tells the chart what of its annotations was left out of the plan, once that is drawn, and whether
 * nothing in it says which figures are confidential. */
void chart_plan_warn(const struct chart_plan *plan, sheaf_chart *chart);

/* For other rooms, beyond the public interface. */
const sheaf_alloc *chart_alloc(const sheaf_chart *chart);
sheaf_context *chart_context(const sheaf_chart *chart);
const char *chart_source(const sheaf_chart *chart);
const char *chart_language(const sheaf_chart *chart);
const char *chart_font_folder(const sheaf_chart *chart);
size_t chart_series_count(const sheaf_chart *chart);
const sheaf_series *chart_series(const sheaf_chart *chart, size_t index);
/* A deep copy in another context. Sheets copy the charts that are added to them. */
sheaf_chart *chart_copy(const sheaf_chart *chart, sheaf_context *context);
/* The error that an output function fails into, empty until then. It is the construction's where
 * that failed. */
sheaf_error *chart_begin_output(sheaf_chart *chart);
/* Adds to the chart's warnings what no face draws of this scene, which is its output, and what it
 * shows cut: way_out says what would show it. */
void chart_note_missing(sheaf_chart *chart, const struct scene *scene, const char *way_out);

#endif
