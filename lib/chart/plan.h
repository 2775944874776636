/* plan.h - a chart while it is being laid out: its words, its legend and its plots. */
#ifndef SHEAF_CHART_PLAN_H
#define SHEAF_CHART_PLAN_H

#include "chart/chart.h"
#include "chart/guides/legend.h"
#include "chart/layout.h"
#include "chart/model/top.h"
#include "chart/plot.h"
#include "chart/words/header.h"

/* How much of a chart is shown; each level leaves out more, for want of room. */
enum detail {
    DETAIL_ALL,
    DETAIL_SHORT_SOURCE,   /* one line */
    DETAIL_SHORT_SUBTITLE, /* one line, or two if it is longer */
    DETAIL_SHORT_NAMES, /* in the legend, as far as they stay different; one line of a subtitle */
    DETAIL_NO_SUBTITLE,
    /* From here on the chart gets harder to read. */
    DETAIL_SHORT_TITLE, /* one line, or two of small letters */
    DETAIL_NO_SOURCE,
    DETAIL_CUT_TITLE,    /* one line of it */
    DETAIL_SHORT_LEGEND, /* series, no statuses: what colours mean is always said */
    DETAIL_NO_TITLE,
    DETAIL_NO_AXIS, /* neither period nor value labels */
    DETAIL_LEVELS
};

struct annotation_plan;

struct chart_plan {
    const sheaf_chart *all;          /* as its author made it */
    const sheaf_chart *chart;        /* the same, but of many series those that have room */
    struct chart_top top;            /* how many those are */
    const sheaf_series *whole;       /* that is left out, because its members are compared */
    bool is_of_one_period;           /* so that its series can be ranked */
    struct color_assignment *colors; /* shared with other charts; NULL: its own */
    const char *title, *subtitle;    /* the chart's own, or what the layout was given; NULL: none */
    const char *title_language, *subtitle_language; /* as in struct chart_options */
    const char *alternative_language;               /* of the author's alternative text, likewise */
    sheaf_chart_type asked; /* by the chart's author, else by the layout's options */
    sheaf_chart_type drawn; /* the same, or the type that suits; SHEAF_AUTO: not yet known */
    const struct chart_type *type;
    struct theme theme;
    struct chart_pen pen;
    sheaf_flags flags;
    double width, height;
    double words_height; /* of all words in full, with the spaces between them */
    enum detail detail;
    struct model *collected; /* from which a type may make another */
    struct model *model; /* of all series, which the words are about; NULL: a chart of targets */
    struct chart_header header;
    struct kept_title titles[2][2]; /* see header.c */
    struct legend legend;
    struct annotation_plan *annotations; /* NULL: there are none */
    struct extent
        shared;     /* of the charts beside it, in this model's multiplier; low > high: none */
    bool own_scale; /* though charts of its unit stand beside it: the legend says so */
    bool sources_elsewhere;        /* the data's sources are told beside the chart */
    bool title_is_heading;         /* where it is drawn, so that nobody hears it twice in a row */
    bool unit_said;                /* the subtitle says it */
    bool style_said;               /* the subtitle says of what style all figures are */
    bool part_said;                /* the part of a year that all periods are; the axis has years */
    bool period_said;              /* the one period is in the title or the subtitle */
    bool period_wanted;            /* there is one to say, and no axis that tells it */
    bool unit_lost, period_lost;   /* the plot had no room for it, and no other words say it */
    bool figures_lost;             /* bars without values, and no axis that would tell them; or an
                                    * axis without the name of any period */
    bool short_unit, short_period; /* so a line in place of the subtitle does */
    bool is_described;             /* a text beside it says its figures */
    struct datum_list *data;       /* gets what is drawn; NULL: nobody asks */
    struct box area;               /* of the plots */
    struct plot *plots;
    size_t n_plots;
};

/* Whether charts beside it have the same scale. */
bool plan_shares_scale(const struct chart_plan *plan);

/* The author's alternative text, or one made from the data. */
const char *plan_alternative(struct chart_plan *plan);

#endif
