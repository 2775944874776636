/* wholes.h - a whole among its members: "World" is no partner beside China, so it is neither ranked nor
 * counted with them. */
#ifndef SHEAF_CHART_WHOLES_H
#define SHEAF_CHART_WHOLES_H

#include "chart/chart.h"

/* The chart without such series, itself if it has none or fewer than two others; *whole is the first of them, else NULL. NULL after a
 * failure, which is in the arena's error. */
const sheaf_chart *chart_without_wholes(const sheaf_chart *chart, struct arena *arena,
                                        const sheaf_series **whole);

#endif
