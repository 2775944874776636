/* members.h - charts with a row a member: the periods and the members that they show. */
#ifndef SHEAF_CHART_MEMBERS_H
#define SHEAF_CHART_MEMBERS_H

#include "chart/model/top.h"

/* Of the longest kind of period that there is enough of: a year and a part of one are never
 * compared. */
enum member_periods {
    PERIOD_LAST,            /* the last; of two flows, the last that has both */
    PERIODS_FIRST_AND_LAST, /* of those shown */
    PERIODS_WANTED_IF_FEW, /* those that the author wants, where they are five at most; else as above */
    PERIODS_ALL
};

struct member_rules {
    const char *what;    /* "a dumbbell chart" */
    const char *instead; /* what to draw where there are not enough periods: "a ranking" */
    enum member_periods periods;
    bool has_flows;   /* a member has two series, one a flow; else one */
    bool leaves_rest; /* what has no room is left out: the sum of many has no place among them */
    double row, head; /* heights in ems: of a row, of what stands above and below all */
    double tight;     /* share of its height that a row needs for its labels */
    double column;    /* ems across of a member, where several stand side by side; 0: one a row */
};

enum { NO_SERIES = -1 };
struct member {
    int series[2]; /* by flow, the first being exports; NO_SERIES: there is none. Else only [0] */
    double now;    /* the figure of the last period, of two flows their sum; NaN: none */
    bool is_rest;
};

/* Rows in so many ems, and the ems that so many rows need. */
size_t members_room(const struct member_rules *rules, double ems);
/* The same of rows as low as their labels let them be. */
size_t members_room_tight(const struct member_rules *rules, double ems);
double members_height(const struct member_rules *rules, size_t rows);
/* Members side by side in a row that is so many ems wide: at least one. */
size_t members_across(const struct member_rules *rules, double ems);

/* The chart that is drawn: of its periods those that the rules want, and the largest members, `most`
 * rows in all. The last row is the sum of the rest, "Other (183)", where that can be added. False
 * after a failure, which is in the arena's error: data that are none for these rules among them. */
bool members_choose(struct chart_top *top, const struct member_rules *rules,
                    const sheaf_chart *chart, size_t most, struct text *text, struct arena *arena);

/* The members of a chart that members_choose made, from the largest of now; those without a figure
 * next, the rest last. NULL after a failure. */
struct member *members_of(const sheaf_chart *chart, const struct member_rules *rules,
                          struct arena *arena, size_t *n);

/* The two flows of a chart, exports first. False: there are not two. */
bool members_flows(const sheaf_chart *chart, const char *flows[2]);

#endif
