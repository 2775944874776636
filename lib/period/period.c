/* period.c - makes, compares and writes calendar intervals.
 *
 * An interval of whole months is always stored in months, even if it was given in days, so that
 * each interval has one representation and one spelling. */
#include "period/period.h"

#include "base/quick_format.h"

enum { FIRST_MONTH = 12, LAST_MONTH = 9999 * 12 + 11 }; /* January 1, December 9999 */

static const sheaf_period no_period = { SHEAF_NO_PERIOD, 0, 0 };

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 }; /* 0001-01-01, 9999-12-31 since 1970 */
/* Fewer days are never whole months, so the calendar need not be asked. */
enum { SHORTEST_MONTH = 28 };

bool period_valid(sheaf_period period)
{
    int64_t last = (int64_t)period.start + period.count - 1;

    if (period.unit == SHEAF_NUMBER)
        return period_number_valid(period);
    if (period.count < 1)
        return false;
    if (period.unit == SHEAF_MONTHS)
        return period.start >= FIRST_MONTH && last <= LAST_MONTH;
    if (period.unit == SHEAF_DAYS)
        return period.start >= FIRST_DAY && last <= LAST_DAY;
    return false;
}

static sheaf_period valid_or_none(sheaf_period period)
{
    return period_valid(period) ? period : no_period;
}

static sheaf_period months_from(int64_t start, int64_t count)
{
    if (start < FIRST_MONTH || start > LAST_MONTH || count < 1 || count > LAST_MONTH)
        return no_period;
    return valid_or_none((sheaf_period){ SHEAF_MONTHS, (int32_t)start, (int32_t)count });
}

static int month_index(struct date day)
{
    return day.year * 12 + day.month - 1;
}

/* The interval from first to last, both included; whole months become months. */
static sheaf_period days_between(struct date first, struct date last)
{
    if (first.day == 1 && last.day == date_days_in_month(last.year, last.month))
        return months_from(month_index(first), month_index(last) - month_index(first) + 1);

    int32_t start = date_to_days(first);

    return valid_or_none((sheaf_period){ SHEAF_DAYS, start, date_to_days(last) - start + 1 });
}

int32_t period_first_day_number(sheaf_period period)
{
    if (period.unit == SHEAF_DAYS)
        return period.start;
    return date_to_days(period_interval(period).first);
}

int32_t period_last_day_number(sheaf_period period)
{
    if (period.unit == SHEAF_DAYS)
        return period.start + period.count - 1;
    return date_to_days(period_interval(period).last);
}

struct date_interval period_interval(sheaf_period period)
{
    if (period.unit == SHEAF_NUMBER) /* has no days: whoever asks gets some that can be printed */
        return (struct date_interval){ { 1, 1, 1 }, { 1, 1, 1 } };
    if (period.unit == SHEAF_DAYS)
        return (struct date_interval){ date_from_days(period.start),
                                       date_from_days(period.start + period.count - 1) };

    int32_t end = period.start + period.count - 1;
    struct date first = { period.start / 12, period.start % 12 + 1, 1 };
    struct date last = { end / 12, end % 12 + 1, 0 };

    last.day = date_days_in_month(last.year, last.month);
    return (struct date_interval){ first, last };
}

sheaf_period sheaf_period_months(int year, int first_month, int count)
{
    if (year < 1 || year > 9999 || first_month < 1 || first_month > 12)
        return no_period;
    return months_from((int64_t)year * 12 + first_month - 1, count);
}

/* The nth part of a year divided into parts of the given number of months. */
static sheaf_period part(int year, int nth, int months)
{
    if (nth < 1 || nth > 12 / months)
        return no_period;
    return sheaf_period_months(year, (nth - 1) * months + 1, months);
}

sheaf_period sheaf_period_year(int year)
{
    return part(year, 1, 12);
}

sheaf_period sheaf_period_half_year(int year, int half)
{
    return part(year, half, 6);
}

sheaf_period sheaf_period_trimester(int year, int trimester)
{
    return part(year, trimester, 4);
}

sheaf_period sheaf_period_quarter(int year, int quarter)
{
    return part(year, quarter, 3);
}

sheaf_period sheaf_period_month(int year, int month)
{
    return part(year, month, 1);
}

sheaf_period sheaf_period_days(int year, int month, int day, int count)
{
    struct date first = { year, month, day };

    if (!date_valid(first) || count < 1)
        return no_period;

    int32_t start = date_to_days(first);
    int64_t last = (int64_t)start + count - 1;

    if (count < SHORTEST_MONTH && last <= LAST_DAY)
        return (sheaf_period){ SHEAF_DAYS, start, count };
    return last <= LAST_DAY ? days_between(first, date_from_days((int32_t)last)) : no_period;
}

sheaf_period sheaf_period_day(int year, int month, int day)
{
    return sheaf_period_days(year, month, day, 1);
}

/* ISO 8601: week 1 holds 4 January, and a week belongs to the year of its Thursday. Week 53 exists
 * in some years only. */
sheaf_period sheaf_period_week(int year, int week)
{
    struct date fourth = { year, 1, 4 };

    if (!date_valid(fourth) || week < 1 || week > 53)
        return no_period;

    int32_t day = date_to_days(fourth), monday = day - date_weekday(day) + (week - 1) * 7;

    if (date_from_days(monday + 3).year != year)
        return no_period;
    return valid_or_none((sheaf_period){ SHEAF_DAYS, monday, 7 });
}

static bool is_interval(sheaf_period period)
{
    return period.unit != SHEAF_NUMBER && period_valid(period);
}

/* SHEAF_NO_PERIOD sorts before every period, numbers behind. */
static int32_t first_day_number(sheaf_period period)
{
    if (period.unit == SHEAF_NUMBER)
        return INT32_MAX;
    return period_valid(period) ? period_first_day_number(period) : INT32_MIN;
}

static int32_t last_day_number(sheaf_period period)
{
    return period_valid(period) ? period_last_day_number(period) : INT32_MIN;
}

static int order(int32_t a, int32_t b)
{
    return (a > b) - (a < b);
}

/* Of one unit, starts and then lengths say it, without the calendar. */
int sheaf_period_compare(sheaf_period a, sheaf_period b)
{
    if (a.unit == b.unit && (a.unit == SHEAF_DAYS || a.unit == SHEAF_MONTHS))
        return a.start != b.start ? order(a.start, b.start) : order(a.count, b.count);
    if (a.unit == SHEAF_NUMBER && b.unit == SHEAF_NUMBER) {
        double one = sheaf_period_as_number(a), other = sheaf_period_as_number(b);

        return (one > other) - (one < other);
    }

    int first = order(first_day_number(a), first_day_number(b));

    return first != 0 ? first : order(last_day_number(a), last_day_number(b));
}

static int date_order(struct date a, struct date b)
{
    return order(a.year * 10000 + a.month * 100 + a.day, b.year * 10000 + b.month * 100 + b.day);
}

static struct date year_before(struct date day)
{
    day.year--;
    if (day.month == 2 && day.day == 29)
        day.day = 28;
    return day;
}

sheaf_period sheaf_period_year_before(sheaf_period period)
{
    if (!is_interval(period))
        return no_period;
    if (period.unit == SHEAF_MONTHS)
        return months_from((int64_t)period.start - 12, period.count);

    struct date_interval days = period_interval(period);
    int year, week;

    if (date_is_week(days, &year, &week))
        return sheaf_period_week(year - 1, week);
    if (days.first.year == 1)
        return no_period;
    return days_between(year_before(days.first), year_before(days.last));
}

sheaf_period sheaf_period_before(sheaf_period period)
{
    if (!is_interval(period))
        return no_period;
    if (period.unit == SHEAF_MONTHS)
        return months_from((int64_t)period.start - period.count, period.count);
    if (period.start - FIRST_DAY < period.count)
        return no_period;
    if (period.count < SHORTEST_MONTH)
        return (sheaf_period){ SHEAF_DAYS, period.start - period.count, period.count };
    return days_between(date_from_days(period.start - period.count),
                        date_from_days(period.start - 1));
}

bool sheaf_period_is_part_of_year(sheaf_period period)
{
    if (!is_interval(period))
        return false;
    if (period.unit == SHEAF_MONTHS)
        return period.count < 12;

    /* A financial year from 6 April to 5 April is a full year: the day after its end, moved a year
     * back, is its first day. */
    struct date after = year_before(date_from_days(period.start + period.count));
    struct date first = date_from_days(period.start);

    return date_order(after, first) < 0;
}

bool sheaf_period_contains(sheaf_period outer, sheaf_period inner)
{
    if (outer.unit == SHEAF_NUMBER || inner.unit == SHEAF_NUMBER)
        return outer.unit == inner.unit && sheaf_period_compare(outer, inner) == 0;
    return period_valid(outer) && period_valid(inner) &&
           first_day_number(outer) <= first_day_number(inner) &&
           last_day_number(inner) <= last_day_number(outer);
}

static void split_date(struct date day, int *year, int *month, int *day_of_month)
{
    if (year != NULL)
        *year = day.year;
    if (month != NULL)
        *month = day.month;
    if (day_of_month != NULL)
        *day_of_month = day.day;
}

void sheaf_period_first_day(sheaf_period period, int *year, int *month, int *day)
{
    struct date first = { 0 };

    if (is_interval(period))
        first = period.unit == SHEAF_DAYS ? date_from_days(period.start)
                                          : period_interval(period).first;
    split_date(first, year, month, day);
}

void sheaf_period_last_day(sheaf_period period, int *year, int *month, int *day)
{
    struct date_interval days = { 0 };

    if (is_interval(period))
        days = period_interval(period);
    split_date(days.last, year, month, day);
}

static void put_two_digits(char *out, int number)
{
    out[0] = (char)('0' + number / 10);
    out[1] = (char)('0' + number % 10);
}

/* "2024-06-26", of years 1 to 9999; most periods of long series are days. */
static int write_date(char *out, struct date day)
{
    put_two_digits(out, day.year / 100);
    put_two_digits(out + 2, day.year % 100);
    put_two_digits(out + 5, day.month);
    put_two_digits(out + 8, day.day);
    out[4] = out[7] = '-';
    out[10] = '\0';
    return 10;
}

static int write_days(char *out, sheaf_period period)
{
    enum { DAYS_A_WEEK = 7 };
    struct date first = date_from_days(period.start);
    int year, week;

    if (period.count == DAYS_A_WEEK && date_is_week(period_interval(period), &year, &week))
        return quick_format(out, SHEAF_PERIOD_TEXT, "%04d-W%02d", year, week);
    if (period.count == 1)
        return write_date(out, first);
    return quick_format(out, SHEAF_PERIOD_TEXT, "%04d-%02d-%02d/P%dD", first.year, first.month,
                        first.day, (int)period.count);
}

static int write_months(char *out, sheaf_period period)
{
    int year = period.start / 12, month = period.start % 12, count = period.count;
    char letter = count == 6 ? 'S' : count == 4 ? 'T' : count == 3 ? 'Q' : '\0';

    if (count == 12 && month == 0)
        return quick_format(out, SHEAF_PERIOD_TEXT, "%04d", year);
    if (letter != '\0' && month % count == 0)
        return quick_format(out, SHEAF_PERIOD_TEXT, "%04d-%c%d", year, letter, month / count + 1);
    if (count == 1)
        return quick_format(out, SHEAF_PERIOD_TEXT, "%04d-%02d", year, month + 1);
    if (count % 12 == 0)
        return quick_format(out, SHEAF_PERIOD_TEXT, "%04d-%02d-01/P%dY", year, month + 1,
                            count / 12);
    return quick_format(out, SHEAF_PERIOD_TEXT, "%04d-%02d-01/P%dM", year, month + 1, count);
}

size_t sheaf_period_write(sheaf_period period, char out[SHEAF_PERIOD_TEXT])
{
    if (out == NULL)
        return 0;
    out[0] = '\0';
    if (!period_valid(period))
        return 0;
    if (period.unit == SHEAF_NUMBER)
        return period_number_write(period, out);
    if (period.unit == SHEAF_MONTHS)
        return (size_t)write_months(out, period);
    return (size_t)write_days(out, period);
}
