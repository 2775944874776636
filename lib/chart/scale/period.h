/* period.h - periods as values: their order, and where in time they lie. */
#ifndef SHEAF_CHART_PERIOD_H
#define SHEAF_CHART_PERIOD_H

#include <stdbool.h>

#include "sheaf/period.h"

/* Days from 1970 to the middle of a period: a month's or a year's total belongs there. Of a plain number
 * the number itself. */
double period_middle_of_other(sheaf_period period);
static inline double period_middle(sheaf_period period)
{
    return period.unit == SHEAF_DAYS ? period.start + period.count / 2.0
                                     : period_middle_of_other(period);
}
/* True for periods of one length, and for plain numbers: such may be compared and joined by a line. */
static inline bool periods_alike(sheaf_period a, sheaf_period b)
{
    return a.unit == b.unit && (a.unit == SHEAF_NUMBER || a.count == b.count);
}
/* Orders kinds from the longest, then each kind by time: for qsort. */
int period_order_by_kind(const void *a, const void *b);

#endif
