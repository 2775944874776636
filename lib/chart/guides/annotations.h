/* annotations.h - events, bands, references and call-outs in the plots of a chart: checked, placed and
 * drawn. A chart without any has no plan of them, and every function here then does nothing. */
#ifndef SHEAF_CHART_GUIDES_ANNOTATIONS_H
#define SHEAF_CHART_GUIDES_ANNOTATIONS_H

#include "chart/guides/time_frame.h"
#include "chart/model/annotations.h"

struct chart_plan;
struct speech;

struct placed {
    const struct annotation *given;
    const char *label; /* "2022: new customs rules" */
    bool is_left_out;  /* for want of room */
    bool wants_key;    /* of a reference: its words found no place in the plot */
    bool is_in_key;    /* so they are there */
    double left,
        right; /* in the first frame: of a band; of others in the head where they stand, twice */
    struct text_block *words; /* NULL: not yet set, or left out */
    double words_left;
    double words_top;      /* within the plan, once it is placed */
    size_t row;            /* of the head, from the plot upwards: of the last line of the words */
    struct point from, to; /* of a call-out's hairline */
    bool is_inside;        /* which begins at a dot within an area */
};

/* What has been tried to find room for words. */
enum annotation_room {
    ROOM_AS_IT_IS,
    ROOM_ABOVE, /* more of it above the plot */
    ROOM_IN_KEY /* references that still had none are in the key */
};

struct annotation_plan {
    struct placed *items;
    size_t n;
    struct text_style style;
    struct time_frame *frames;
    size_t n_frames;
    size_t rows;     /* of the head: the lines of words above the plot */
    double extra;    /* more room above it, for call-outs that find none within */
    size_t left_out; /* call-outs and references that found no place without it */
    enum annotation_room room;
    bool is_small;       /* no annotation can be read in this picture, or the type has no axes */
    struct scene *drawn; /* the plots without annotations and, as they find places, with them */
};

/* Called once a plan; false when memory ran out. */
bool annotations_open(struct chart_plan *plan);
/* Fails into the text's error if the type that is drawn has no place for them. */
void annotations_check(const struct chart_plan *plan);
/* Forgets what room they wanted in another size, and tries with them or without. */
void annotations_reset(struct chart_plan *plan, bool annotated);
/* Whether all are references, so that the key may say them; and after a reset: that it does. */
bool annotations_may_be_in_key(const struct chart_plan *plan);
void annotations_begin_in_key(struct chart_plan *plan);
/* Whether one is there for want of room in the plot. */
bool annotations_are_in_key(const struct chart_plan *plan);
/* Widens the plot's extent to its references. */
void annotations_widen(struct plot *plot);
/* Finds how much room above the plots they need, of plots that are measured. Fails into the text's
 * error if one lies outside of what is shown. */
void annotations_measure(struct chart_plan *plan);
/* Whether they were left out, all of them, for what a chart needs more. */
bool annotations_gave_way(const struct chart_plan *plan);
double annotations_height(const struct chart_plan *plan);
/* Whether call-outs or references find no place in the plots as they are measured: then there is more room
 * above the plots, or, where that was of no use, no more of it; what still has none is said by the key, if
 * it is a reference. Measure again, and ask twice at most. */
bool annotations_want_more(struct chart_plan *plan);

/* Finds the places of all, between the marks of the plots. Ends with annotations_end. */
void annotations_place(struct chart_plan *plan);
void annotations_end(struct chart_plan *plan);
/* Tells the chart what was left out. */
void annotations_warn(const struct chart_plan *plan, sheaf_chart *chart);
/* Within the group of a plot, before and after its marks. */
void annotations_draw_under(const struct chart_plan *plan, struct scene *scene);
void annotations_draw_over(const struct chart_plan *plan, struct scene *scene);

/* A sentence for each. */
void annotations_speak(struct speech *speech);
/* For the files of annotations alone. */
double annotations_line_height(const struct annotation_plan *all);
/* Sets the words in at most so much width; NULL: they need more. */
struct text_block *annotations_words(const struct chart_plan *plan, const struct placed *item,
                                     double width);
/* Chooses the rows of the words above the plot, so many at most; what has no room is left out. */
void annotations_stack(const struct chart_plan *plan, double most_rows);
/* Rows that they may take. */
double annotations_most_rows(const struct chart_plan *plan);
/* Sets where a reference across rows stands. */
void annotations_find_across(const struct chart_plan *plan, struct placed *item);
/* The figure that a call-out is about. False after a failure, which is in the text's error: the chart
 * has none, or several. */
bool annotations_find_figure(const struct chart_plan *plan, const struct annotation *given,
                             size_t *series, size_t *period);
/* A reference's value as the axis of a plot of this model has it. */
double annotations_value(const struct chart_plan *plan, const struct model *model,
                         const struct annotation *given);
/* Where it stands in a frame that has values. */
double annotations_reference(const struct chart_plan *plan, const struct placed *item,
                             const struct time_frame *frame);
bool annotations_in_head(const struct annotation_plan *all, const struct annotation *given);
/* Where the head begins and ends. */
double annotations_head_bottom(const struct chart_plan *plan);
double annotations_head_top(const struct chart_plan *plan);

#endif
