/* types.h - the chart types. Each is a file that fills a struct chart_type, and a row in the table
 * of types.c, from which the spec reader, the command line, the schema and the manual take their
 * lists. */
#ifndef SHEAF_CHART_TYPES_H
#define SHEAF_CHART_TYPES_H

#include <stdbool.h>

#include "sheaf/chart.h"
#include "text/format.h"

struct chart_pen;
struct extent;
struct member_rules;
struct model;
struct plot;
struct scene;
struct speech;
struct value_axis;

struct chart_type {
    enum word word;             /* what the alternative text calls it */
    bool takes_targets;         /* draws targets, not series */
    bool subtitle_tells_period; /* there is no axis that would */
    bool tells_by_color;        /* series are told apart by colour alone, so there is a limit */
    const struct member_rules *members; /* NULL: there is no row a member */
    /* Fails into the text's error if the data are none for this type. NULL: all are. */
    void (*check)(const struct plot *plot);
    /* The type to draw instead, because bars would be too thin or there is only one period;
     * SHEAF_AUTO: this one stays. NULL: it always stays. */
    sheaf_chart_type (*replacement)(const struct plot *plot);
    /* The model as this type draws it, from the collected one: a series a year. NULL: as it is. The
     * function returns NULL when memory ran out. */
    struct model *(*reshape)(const struct plot *plot);
    /* The range of values that the axis covers; NULL: there is no common axis. */
    struct extent (*extent)(const struct plot *plot);
    /* Places everything across, chooses labels and axes for plot->extent and for a plot of about
     * this height; sets plot->foot, plot->marks and what the legend has to say. */
    void (*measure)(struct plot *plot, double plot_height);
    /* Draws inside plot->box, in PLOT's group. */
    void (*draw)(const struct plot *plot, struct scene *scene);
    /* Plot height below which labels are dropped or marks get too close. */
    double (*min_height)(const struct plot *plot);
    /* The axis that charts side by side on a page may share because none is shown. Returns NULL if
     * this plot keeps its own; a type without this function always does. */
    struct value_axis *(*shared_axis)(const struct plot *plot);
    /* The figures in words, after the title and the type's name. */
    void (*speak)(struct speech *speech);
};

/* NULL: SHEAF_AUTO or no such type. */
const struct chart_type *chart_type_find(sheaf_chart_type type);
/* The names that specs use, by number; NULL at the end. */
extern const char *const chart_type_names[];

/* What other types draw with. */
extern const struct chart_type lines_type;
/* Whether all periods are from the beginning of a year to several of its months. */
bool seasonal_is_year_to_date(const struct model *model);
/* Whether a ranking tells more about these data than bars side by side. */
bool ranking_suits(const struct plot *plot);
/* Series that have a row each in a ranking of a chart of this height. */
size_t ranking_room(const struct chart_pen *pen, double height);
/* Rows in a plot of this height, and the height that so many rows need. */
size_t ranking_rows(const struct chart_pen *pen, double plot_height);
double ranking_height(const struct chart_pen *pen, size_t rows);
/* So few rows are not cut further. */
enum { MIN_RANKS = 4 };

#endif
