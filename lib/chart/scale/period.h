/* period.h - periods to places in time, for lines. Unit: days since 1970. */
#ifndef SHEAF_CHART_SCALE_PERIOD_H
#define SHEAF_CHART_SCALE_PERIOD_H

#include "sheaf/period.h"

double period_begin(sheaf_period period); /* its first midnight */
double period_end(sheaf_period period);   /* the midnight after it */
/* Where its value lies: a month's or a year's total belongs to its middle. */
double period_middle(sheaf_period period);

#endif
