/* chart_targets.h - the targets of a bullet chart, and what has been reached of them. */
#ifndef CLI_CHART_TARGETS_H
#define CLI_CHART_TARGETS_H

#include "chart_series.h"

/* Adds a target for each pair of member and figure, in the unit of the file, with the member's last
 * figure of the periods that are wanted. *period: of all figures. Returns an exit code. */
int chart_targets_add(struct chart_series *series, const struct pairs *targets, sheaf_chart *chart,
                      const sheaf_table *table, sheaf_period *period);

#endif
