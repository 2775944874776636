/* period.h - periods as calendar dates, for the rooms that print them. */
#ifndef SHEAF_PERIOD_PERIOD_H
#define SHEAF_PERIOD_PERIOD_H

#include "base/calendar.h"
#include "sheaf/period.h"

/* True when the period has a unit and lies within the years 1 to 9999, as every period made by
 * sheaf/period.h does. */
bool period_valid(sheaf_period period);

/* sheaf_period_compare, with the common case of one unit inlined. */
static inline int period_order(sheaf_period a, sheaf_period b)
{
    if (a.unit != b.unit || a.count != b.count || a.unit == SHEAF_NUMBER ||
        a.unit == SHEAF_NO_PERIOD)
        return sheaf_period_compare(a, b);
    return (a.start > b.start) - (a.start < b.start);
}

/* Of a SHEAF_NUMBER (period_number.c). */
bool period_number_valid(sheaf_period period);
/* Places after the point that tell it. */
int period_number_decimals(sheaf_period period);
size_t period_number_write(sheaf_period period, char out[SHEAF_PERIOD_TEXT]);

/* First and last day of the period, both included. The period must be valid, and no number. */
struct date_interval period_interval(sheaf_period period);
/* The same as days since 1970-01-01. */
int32_t period_first_day_number(sheaf_period period);
int32_t period_last_day_number(sheaf_period period);

#endif
