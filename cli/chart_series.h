/* chart_series.h - which series of a data file a chart shows. */
#ifndef CLI_CHART_SERIES_H
#define CLI_CHART_SERIES_H

#include "pairs.h"

/* What the options say; zeroed but for the command: a series for each member of the one
 * dimension that varies, in all periods. */
struct chart_series {
    const struct command *command;
    bool adds_up;             /* the chart adds its series up */
    bool draws_lines;         /* of which many may be grey */
    bool shows_largest;       /* of any number of series */
    const char *by;           /* the dimension that varies; NULL: the only one */
    bool ranks_members;       /* the chart has a row a member, or shows how they are spread */
    bool splits_units;        /* a plot a unit: members are taken unit by unit */
    bool splits_measures;     /* the same of indicators, where no unit is known */
    size_t measures;          /* of a member, that the chart relates; 0: none */
    bool pairs_flows;         /* and a member has two flows */
    bool crosses;             /* a series is of members of several dimensions */
    struct pairs words;       /* of --select */
    struct pairs left_out;    /* of --without */
    struct pairs expressions; /* of --series; none: from by */
    sheaf_filter filters[2 * MOST_PAIRS];
    size_t n_filters;
    sheaf_period *periods;
    size_t n_periods;
    sheaf_period first, last; /* of a range; no period: open at that end */
    bool has_range;
    const char *range; /* its text */
};

/* What a chart of the type makes of them. */
void chart_series_suit(struct chart_series *series, sheaf_chart_type type);
/* "partner: CHN, …", the same of what is left out, and "2019..2023" or "2023-T1,2024-T1"; NULL: none. They return exit
 * codes. */
int chart_series_select(struct chart_series *series, const char *chosen, const char *left_out);
/* "exports + imports; growth(exports)" */
int chart_series_expressions(struct chart_series *series, const char *text);
int chart_series_periods(struct chart_series *series, const char *text);
/* Destroys the table. */
int chart_series_add(struct chart_series *series, sheaf_chart *chart, sheaf_table *table);
/* For charts that take their figures otherwise. The dimension whose members tell series apart; NULL:
 * there is one series. The filters that are the only ones of their dimension, which name it: at most
 * 2 * MOST_PAIRS; returns how many. Whether a period is among those wanted. */
int chart_series_dimension(const struct chart_series *series, const sheaf_table *table,
                           const char **dimension);
size_t chart_series_filters(const struct chart_series *series, sheaf_filter *filters);
bool chart_series_wants(const struct chart_series *series, sheaf_period period);
void chart_series_free(struct chart_series *series);

#endif
