/* sql_dates.c - what the dates of a result stand for. A column of type DATE has no months, so that
 * those of monthly figures are the first days of months; so are those of years, and of days. */
#include "readers/sql/sql_result.h"

#include <stdlib.h>

#include "readers/csv/dates.h"

void sql_note_date(struct sql_result *result)
{
    struct sql_dates *dates = &result->dates;
    sheaf_period period = result->builder.row.period;
    int year, month, day;

    if (period.unit != SHEAF_DAYS || period.count != 1) {
        dates->are_others = true;
        return;
    }
    sheaf_period_first_day(period, &year, &month, &day);
    dates->are_others |= day != 1;
    dates->are_others_than_january |= month != 1;
    month += 12 * year;
    if (dates->months.length == 0)
        dates->example = period;
    buffer_put(&dates->months, &month, sizeof month);
}

static int order(const void *a, const void *b)
{
    const int *first = a, *second = b;

    return (*first > *second) - (*first < *second);
}

/* True when some two follow each other. Sorts them. */
static bool has_neighbours(struct buffer *months)
{
    int *list = (int *)(void *)months->bytes;
    size_t count = months->length / sizeof *list;

    qsort(list, count, sizeof *list, order);
    for (size_t i = 1; i < count; i++)
        if (list[i] - list[i - 1] == 1)
            return true;
    return false;
}

void sql_settle_dates(struct sql_result *result)
{
    struct sql_dates *dates = &result->dates;
    char text[SHEAF_PERIOD_TEXT];

    if (dates->months.length == 0 || dates->are_others ||
        result->builder.default_frequency != '\0' || sql_count_role(result, HEADER_FREQUENCY) > 0)
        return;
    if (dates->are_others_than_january && has_neighbours(&dates->months)) {
        table_replace_periods(result->table, period_of_frequency, 'M');
        return;
    }
    sheaf_period_write(dates->example, text);
    sql_fail(result,
             "'%s' may stand for a day, a month or a year; say which with " SETTING(
                 "frequency: D, M, Q or A"),
             text);
}
