/* period_dates.c - dates in numbers, other than those of SDMX.
 *
 * 2023/01/31 and 2023.01.31 begin with the year. 31.01.2023 begins with the day, as everywhere where
 * dates have points. In 01/02/2023 and 01-02-2023 the order of day and month has to be known, unless
 * one number is above 12 or both are the same. */
#include "period/period_usage.h"

#include <string.h>

#include "period/period_words.h"

enum { MONTHS_OF_YEAR = 12 };

/* Numbers with the same mark between them. */
struct date_numbers {
    int values[3], digits[3];
    char mark;
};

static bool take_number(const char **at, const char *end, int *value, int *digits)
{
    *value = *digits = 0;
    for (; *at < end && **at >= '0' && **at <= '9' && *digits < 4; ++*at, ++*digits)
        *value = *value * 10 + (**at - '0');
    return *digits > 0;
}

/* Spreadsheets and databases write a time behind a day. */
static size_t without_midnight(const char *text, size_t n)
{
    static const char *const times[] = { " 00:00:00", " 0:00:00", " 00:00", " 0:00" };

    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        size_t length = strlen(times[i]);

        if (n > length && memcmp(text + n - length, times[i], length) == 0)
            return n - length;
    }
    return n;
}

static bool read_numbers(const char *text, size_t n, struct date_numbers *out)
{
    const char *at = text, *end = text + without_midnight(text, n);

    out->mark = '\0';
    for (int i = 0; i < 3; i++) {
        if (!take_number(&at, end, &out->values[i], &out->digits[i]))
            return false;
        if (i == 2)
            return at == end;
        if (at == end || *at == '\0' || strchr("/.-", *at) == NULL || (i == 1 && *at != out->mark))
            return false;
        out->mark = *at++;
    }
    return false;
}

/* True for 31/01/2023, and for 31/01/23 where the order is known. */
static bool ends_in_year(const struct date_numbers *date, bool is_known)
{
    return date->digits[0] <= 2 && date->digits[1] <= 2 &&
           (date->digits[2] == 4 || (is_known && date->digits[2] == 2));
}

enum date_order period_date_order(const char *text, size_t n)
{
    struct date_numbers date;
    bool day_first, month_first;

    if (!read_numbers(text, n, &date) || !ends_in_year(&date, false))
        return DATE_ORDER_UNKNOWN;
    day_first = date.values[0] > MONTHS_OF_YEAR;
    month_first = date.values[1] > MONTHS_OF_YEAR;
    if (day_first == month_first)
        return DATE_ORDER_UNKNOWN;
    return day_first ? DATE_ORDER_DAY_FIRST : DATE_ORDER_MONTH_FIRST;
}

static enum date_order order_of(const struct date_numbers *date, const char *text, size_t n,
                                enum date_order known)
{
    if (known != DATE_ORDER_UNKNOWN)
        return known;
    if (date->values[0] == date->values[1])
        return DATE_ORDER_DAY_FIRST;
    known = period_date_order(text, n);
    return known == DATE_ORDER_UNKNOWN && date->mark == '.' ? DATE_ORDER_DAY_FIRST : known;
}

bool period_read_date(const char *text, size_t n, enum date_order order, sheaf_period *period)
{
    struct date_numbers date;
    sheaf_period found;
    int year;

    if (!read_numbers(text, n, &date))
        return false;
    if (date.digits[0] == 4 && date.digits[1] <= 2 && date.digits[2] <= 2) {
        found = sheaf_period_day(date.values[0], date.values[1], date.values[2]);
    } else {
        if (!ends_in_year(&date, order != DATE_ORDER_UNKNOWN))
            return false;
        year = date.digits[2] == 2 ? period_year_of_two_digits(date.values[2]) : date.values[2];
        order = order_of(&date, text, n, order);
        if (order == DATE_ORDER_UNKNOWN)
            return false;
        found = order == DATE_ORDER_DAY_FIRST
                    ? sheaf_period_day(year, date.values[1], date.values[0])
                    : sheaf_period_day(year, date.values[0], date.values[1]);
    }
    if (found.unit == SHEAF_NO_PERIOD)
        return false;
    *period = found;
    return true;
}

bool period_date_order_read(const char *text, enum date_order *order)
{
    if (strcmp(text, "day-first") == 0)
        *order = DATE_ORDER_DAY_FIRST;
    else if (strcmp(text, "month-first") == 0)
        *order = DATE_ORDER_MONTH_FIRST;
    else
        return false;
    return true;
}
