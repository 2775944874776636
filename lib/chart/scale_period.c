/* scale_period.c - periods to places in time. */
#include "chart/scale_period.h"

#include "period/period.h"

double period_begin(sheaf_period period)
{
    return date_to_days(period_interval(period).first);
}

double period_end(sheaf_period period)
{
    return date_to_days(period_interval(period).last) + 1.0;
}

double period_middle(sheaf_period period)
{
    return (period_begin(period) + period_end(period)) / 2;
}
