/* period.h - periods as calendar dates, for the rooms that write them out. */
#ifndef SHEAF_PERIOD_PERIOD_H
#define SHEAF_PERIOD_PERIOD_H

#include "base/calendar.h"
#include "sheaf/period.h"

/* True when the period is one that the functions of sheaf/period.h make: it has
 * a unit and lies within the years 1 to 9999. */
bool period_valid(sheaf_period period);

/* First and last day, both inside. The period must be valid. */
struct date_interval period_interval(sheaf_period period);

#endif
