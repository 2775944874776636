/* member_pairs.h - which series of a chart are one member's: its exports and its imports. */
#ifndef SHEAF_CHART_MEMBER_PAIRS_H
#define SHEAF_CHART_MEMBER_PAIRS_H

#include "chart/model/members.h"

/* Writes the members in order of appearance, without their figures; there is room for one a series.
 * has_flows: a member has a series of each of the chart's two flows; else one. The work grows with
 * the number of series. False when memory runs out. */
bool member_pairs(const sheaf_chart *chart, bool has_flows, struct member *members, size_t *n,
                  struct arena *arena) __attribute__((warn_unused_result));

#endif
