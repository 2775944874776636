/* calendar.c - days of the proleptic Gregorian calendar.
 *
 * The day count works in 400-year eras of 146,097 days with years beginning in
 * March, so that the leap day comes last. */
#include "base/calendar.h"

enum { ERA_DAYS = 146097, EPOCH_SHIFT = 719468 /* 0000-03-01 to 1970-01-01 */ };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool date_valid(struct date day)
{
    return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
           day.day <= date_days_in_month(day.year, day.month);
}

int32_t date_to_days(struct date day)
{
    int year = day.year - (day.month <= 2);
    int era = year / 400; /* years are at least 0 here */
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * ERA_DAYS + day_of_era - EPOCH_SHIFT;
}

struct date date_from_days(int32_t days)
{
    int z = days + EPOCH_SHIFT;
    int era = (z >= 0 ? z : z - ERA_DAYS + 1) / ERA_DAYS;
    int day_of_era = z - era * ERA_DAYS;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_index = (5 * day_of_year + 2) / 153;
    int month = month_index + (month_index < 10 ? 3 : -9);

    return (struct date){ year_of_era + era * 400 + (month <= 2), month,
                          day_of_year - (153 * month_index + 2) / 5 + 1 };
}

/* 1 January 1970 was a Thursday. */
int date_weekday(int32_t days)
{
    return (int)(((int64_t)days + 3) % 7 + 7) % 7;
}

bool date_is_week(struct date_interval interval, int *year, int *week)
{
    int32_t first = date_to_days(interval.first), thursday = first + 3;

    if (date_weekday(first) != 0 || date_to_days(interval.last) != first + 6)
        return false;
    *year = date_from_days(thursday).year;
    *week = (int)(thursday - date_to_days((struct date){ *year, 1, 1 })) / 7 + 1;
    return true;
}

static int two_digits(const char *text)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return -1;
    return (text[0] - '0') * 10 + text[1] - '0';
}

bool date_read(const char *text, size_t n, struct date *out)
{
    if (n != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int century = two_digits(text), year = two_digits(text + 2);
    struct date day = { century * 100 + year, two_digits(text + 5), two_digits(text + 8) };

    if (century < 0 || year < 0 || !date_valid(day))
        return false;
    *out = day;
    return true;
}
