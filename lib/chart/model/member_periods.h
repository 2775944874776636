/* member_periods.h - the periods that a chart with a row a member shows. */
#ifndef SHEAF_CHART_MEMBER_PERIODS_H
#define SHEAF_CHART_MEMBER_PERIODS_H

#include "chart/model/members.h"

/* Sets the periods of a chart, whose own lists are left alone, by the rules. False after a failure,
 * which is in the arena's error: too few periods among them. */
bool member_periods_choose(sheaf_chart *chart, const struct member_rules *rules, struct text *text,
                           struct arena *arena);

#endif
