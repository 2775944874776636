/* period.c - periods as values: their order, and where in time they lie. */
#include "chart/scale/period.h"

#include "period/period.h"

double period_middle_of_other(sheaf_period period)
{
    if (period.unit == SHEAF_NUMBER)
        return sheaf_period_as_number(period);
    double first = period_first_day_number(period);
    double last = period_last_day_number(period) + 1.0; /* the midnight after it */

    return (first + last) / 2;
}

int period_order_by_kind(const void *a, const void *b)
{
    const sheaf_period *first = a, *second = b;

    if (first->unit != second->unit)
        return first->unit < second->unit ? -1 : 1;
    if (first->unit != SHEAF_NUMBER && first->count != second->count)
        return first->count > second->count ? -1 : 1;
    return period_order(*first, *second);
}
