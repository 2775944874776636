/* period.h - periods as calendar dates, for the rooms that print them. */
#ifndef SHEAF_PERIOD_PERIOD_H
#define SHEAF_PERIOD_PERIOD_H

#include "base/calendar.h"
#include "sheaf/period.h"

/* True when the period has a unit and lies within the years 1 to 9999, as every period made by
 * sheaf/period.h does. */
bool period_valid(sheaf_period period);

/* First and last day of the period, both included. The period must be valid. */
struct date_interval period_interval(sheaf_period period);

#endif
