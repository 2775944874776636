/* calendar.h - the proleptic Gregorian calendar, no time zones. */
#ifndef SHEAF_BASE_CALENDAR_H
#define SHEAF_BASE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int year, month, day;
}; /* month and day from 1 */

/* First and last day, both included: January-April 2024 is 2024-01-01 to 2024-04-30. */
struct date_interval {
    struct date first, last;
};

bool date_valid(struct date day); /* years 1 to 9999 */
int date_days_in_month(int year, int month);
/* Days since 1970-01-01. */
int32_t date_to_days(struct date day);
struct date date_from_days(int32_t days);
/* 0 for Monday to 6 for Sunday. */
int date_weekday(int32_t days);
/* True for an ISO 8601 week, Monday to Sunday: its number, and the year of its Thursday, to which it
 * belongs. */
bool date_is_week(struct date_interval interval, int *year, int *week);
/* Reads "2024-06-26", which must be all n bytes. */
bool date_read(const char *text, size_t n, struct date *out);

#endif
