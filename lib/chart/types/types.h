/* types.h - the chart types. Each is a file that fills a struct chart_type, and a row in the table
 * of types.c, from which the spec reader, the command line, the schema and the manual take their
 * lists. */
#ifndef SHEAF_CHART_TYPES_H
#define SHEAF_CHART_TYPES_H

#include <stdbool.h>

#include "sheaf/chart.h"
#include "text/format.h"

struct chart_pen;
struct chart_plan;
struct extent;
struct member_rules;
struct model;
struct plot;
struct scene;
struct speech;
struct time_frame;
struct value_axis;

/* Lengths from zero that readers compare, also with those of charts beside it. */
enum lengths { LENGTHS_NONE, LENGTHS_UPRIGHT, LENGTHS_LYING };

struct chart_type {
    enum word word;             /* what the alternative text calls it */
    bool takes_targets;         /* draws targets, not series */
    bool subtitle_tells_period; /* there is no axis that would */
    bool ranks;                 /* of many series it shows those that have room, and the rest */
    /* Whether each mark is of all periods, so that no axis tells them; NULL: none is. */
    bool (*pools_periods)(const struct model *model);
    bool is_small;         /* has no axes: any plot will do that has room for its rows */
    bool tells_by_color;   /* series are told apart by colour alone: as many as the theme has */
    size_t max_series;     /* of a type that tells them apart otherwise; 0: any */
    size_t takes_measures; /* of a member, each with a unit of its own; 0: there is one unit */
    bool shows_spread;     /* of all series, however many */
    bool crosses;          /* its series are of members of several dimensions at once */
    /* How it draws series that run over plain numbers in place of periods; NULL: it does not. */
    const struct chart_type *over_numbers;
    bool splits_units;      /* its series may be of several units */
    bool takes_base;        /* its axis may begin elsewhere than at zero */
    bool takes_plain;       /* reads figures that have no array: see model/figures.h */
    bool takes_log;         /* shows places, not lengths or areas: its scale may be logarithmic */
    bool may_lie;           /* its bars, if the author wishes */
    bool takes_base_period; /* in which its lines are 100 */
    enum lengths lengths;
    const struct member_rules *members; /* NULL: there is no row a member */
    /* Fails into the text's error if the data are none for this type, or have no room in it: says
     * why, and what would suit. NULL: all are. */
    void (*check)(const struct plot *plot);
    /* The model as this type draws it, from the collected one: a series a year. NULL: as it is. The
     * function returns NULL when memory ran out. */
    struct model *(*reshape)(const struct plot *plot);
    /* For types that add their series up: the chart that is drawn, made before its figures are
     * collected, of many parts the largest and the rest. In the plan's arena; NULL after a failure, which is in the text's error. Without this
     * function all series are drawn as they are. */
    const sheaf_chart *(*gather)(const struct chart_plan *plan);
    bool keeps_series;    /* what it gathers has a series for each: it adds nothing up */
    bool gathers_largest; /* of any number: the subtitle says of how many */
    /* The range of values that the axis covers; NULL: there is no common axis. */
    struct extent (*extent)(const struct plot *plot);
    /* Places everything across, chooses labels and axes for plot->extent and for a plot of about
     * this height; sets plot->foot, plot->marks and what the legend has to say. */
    void (*measure)(struct plot *plot, double plot_height);
    /* Draws inside plot->box, in PLOT's group. */
    void (*draw)(const struct plot *plot, struct scene *scene);
    /* Plot height below which labels are dropped or marks get too close. */
    double (*min_height)(const struct plot *plot);
    /* Of upright lengths: the axis, whose scale charts side by side may share. */
    struct value_axis *(*lengths_axis)(const struct plot *plot);
    /* Of lying lengths: the width of a unit of value, of which charts side by side take the
     * smallest. 0: nothing is drawn. */
    double (*per_value)(const struct plot *plot);
    void (*set_per_value)(const struct plot *plot, double per_value);
    /* The unit of a type without a model, for the subtitle; "": there are several. NULL: memory ran
     * out. */
    const char *(*unit_words)(const struct plot *plot);
    /* Where time runs in a measured plot, for events and the like: frames in the plot's arena, one or,
     * of panels, several. NULL: it does not; the function returns NULL when memory ran out. */
    struct time_frame *(*time_frames)(const struct plot *plot, size_t *n);
    /* What the marks stand for, where readers would not expect it, for the subtitle: "each square: number
     * of partners"; "": nothing. NULL: it is never said; the function returns NULL when memory ran
     * out. */
    const char *(*marks_words)(const struct chart_plan *plan);
    /* The figures in words, after the title and the type's name. */
    void (*speak)(struct speech *speech);
};

/* NULL: SHEAF_AUTO or no such type. */
const struct chart_type *chart_type_find(sheaf_chart_type type);
/* The name that specs use. */
const char *chart_type_name_of(const struct chart_type *type);
/* The names that specs use, by number; NULL at the end. */
extern const char *const chart_type_names[];

/* What other types draw with. */
extern const struct chart_type lines_type;
extern const struct chart_type number_lines_type, number_dots_type;
extern const struct chart_type range_type, fan_type, scatter_type, bubble_type;
/* Whether all periods are from the beginning of a year to several of its months. */
bool seasonal_is_year_to_date(const struct model *model);
/* The one year of a seasonal chart of several series, whose lines do not name it; 0: there is none. */
int seasonal_only_year(const struct model *model);
/* Whether all periods are of one length and shorter than a year, each within one: months, quarters. */
bool seasonal_is_of_parts_of_years(const struct model *model);
/* The model with a series a year and the months of a year as its periods; NULL when memory ran out. */
struct model *seasonal_years(const struct plot *plot);
/* Whether the data have a course that a sparkline shows. */
bool sparkline_suits(const struct plot *plot);
/* Series that have a row each in a ranking of a chart of this height. */
size_t ranking_room(const struct chart_pen *pen, double height);
/* Rows in a plot of this height, and the height that so many rows need. */
size_t ranking_rows(const struct chart_pen *pen, double plot_height);
double ranking_height(const struct chart_pen *pen, size_t rows);
/* So few rows are not cut further. */
enum { MIN_RANKS = 4 };

#endif
