/* period_read.c - reads a period from text.
 *
 * This file reads SDMX spellings (SDMXCommon.xsd, ObservationalTimePeriodType: Gregorian periods,
 * reporting periods, time ranges) and the other numeric ones of statistics offices (2023Q1,
 * 202304, 2023M04, 2024-01/P4M, 2023-H1, 04/2023, M04-2023). Texts with words are read by period_words.c.
 * Ambiguous texts (2023/24, 01/02/2023, 2023-4) are refused. */
#include "period/period.h"

#include <string.h>

#include "period/period_words.h"

struct cursor {
    const char *at, *end;
};

static bool at_end(const struct cursor *c)
{
    return c->at == c->end;
}

static bool take(struct cursor *c, char byte)
{
    if (at_end(c) || *c->at != byte)
        return false;
    c->at++;
    return true;
}

static bool take_text(struct cursor *c, const char *text)
{
    size_t n = strlen(text);

    if ((size_t)(c->end - c->at) < n || memcmp(c->at, text, n) != 0)
        return false;
    c->at += n;
    return true;
}

/* Reads up to max digits. With fewer than min it takes nothing and returns false. */
static bool take_number(struct cursor *c, int min, int max, int *value)
{
    const char *at = c->at;
    int number = 0;

    while (at - c->at < max && at < c->end && *at >= '0' && *at <= '9')
        number = number * 10 + (*at++ - '0');
    if (at - c->at < min)
        return false;
    c->at = at;
    *value = number;
    return true;
}

/* Adds months to a date; false when the month reached has no such day. */
static bool add_months(struct date *day, int months)
{
    int month = day->year * 12 + day->month - 1 + months;

    day->year = month / 12;
    day->month = month % 12 + 1;
    return date_valid(*day);
}

struct duration {
    int months, days;
};

/* P4M, P1Y, P1Y6M, P7D, P2W: at least one part, each letter at most once and in this order. A
 * part is at most as long as the calendar (9999 years), so that no sum overflows. */
static bool take_duration(struct cursor *c, struct duration *out)
{
    static const struct {
        char letter;
        int months, days;
    } parts[] = { { 'Y', 12, 0 }, { 'M', 1, 0 }, { 'W', 0, 7 }, { 'D', 0, 1 } };
    size_t part = 0;

    *out = (struct duration){ 0 };
    if (!take(c, 'P') || at_end(c))
        return false;
    while (!at_end(c)) {
        int number;

        if (!take_number(c, 1, 7, &number) || at_end(c) || number > 9999 * 366)
            return false;
        while (part < sizeof parts / sizeof *parts && parts[part].letter != *c->at)
            part++;
        if (part == sizeof parts / sizeof *parts)
            return false;
        out->months += number * parts[part].months;
        out->days += number * parts[part].days;
        c->at++;
        part++;
    }
    return true;
}

/* Reads the duration after "START/". A start on the 1st and a duration in months give months;
 * anything else gives days. */
static bool read_range(struct cursor *c, struct date first, sheaf_period *out)
{
    struct duration length;
    struct date after = first;

    if (!take_duration(c, &length) || length.months > 9999 * 12)
        return false;
    if (first.day == 1 && length.days == 0) {
        *out = sheaf_period_months(first.year, first.month, length.months);
        return true;
    }
    if (length.months > 0 && !add_months(&after, length.months))
        return false;
    *out = sheaf_period_days(first.year, first.month, first.day,
                             date_to_days(after) - date_to_days(first) + length.days);
    return true;
}

static sheaf_period day_of_year(int year, int number)
{
    struct date day = date_from_days(date_to_days((struct date){ year, 1, 1 }) + number - 1);

    if (number < 1 || day.year != year)
        return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    return sheaf_period_day(day.year, day.month, day.day);
}

/* The part after the year: A1, S1, H1, T1, Q1, M04, W05, D105. */
static bool read_reporting(struct cursor *c, int year, sheaf_period *out)
{
    char letter;
    int number;

    if (at_end(c))
        return false;
    letter = *c->at++;
    if (!take_number(c, 1, 3, &number) || !at_end(c))
        return false;
    switch (letter) {
    case 'A':
        *out = number == 1 ? sheaf_period_year(year) : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
        return true;
    case 'S':
    case 'H':
        *out = sheaf_period_half_year(year, number);
        return true;
    case 'T':
        *out = sheaf_period_trimester(year, number);
        return true;
    case 'Q':
        *out = sheaf_period_quarter(year, number);
        return true;
    case 'M':
        *out = sheaf_period_month(year, number);
        return true;
    case 'W':
        *out = sheaf_period_week(year, number);
        return true;
    case 'D':
        *out = day_of_year(year, number);
        return true;
    default:
        return false;
    }
}

/* Reads what follows "2023-": a month, a date, a date with a duration, or a reporting period. */
static bool read_dashed(struct cursor *c, int year, sheaf_period *out)
{
    struct date first = { year, 1, 1 };

    if (!take_number(c, 2, 2, &first.month))
        return read_reporting(c, year, out);
    if (at_end(c)) {
        *out = sheaf_period_month(year, first.month);
        return true;
    }
    if (take(c, '-') && !take_number(c, 2, 2, &first.day))
        return false;
    if (!date_valid(first))
        return false;
    if (at_end(c)) {
        *out = sheaf_period_day(first.year, first.month, first.day);
        return true;
    }
    if ((take_text(c, "T00:00:00") || take_text(c, " 00:00:00")) && (at_end(c) || *c->at != '/')) {
        take(c, 'Z');
        *out = sheaf_period_day(first.year, first.month, first.day);
        return at_end(c);
    }
    return take(c, '/') && read_range(c, first, out);
}

/* What follows "2023/": a month of two digits, unless it may be the next year. */
static bool read_slashed_month(struct cursor c, int year, sheaf_period *out)
{
    int month;

    if (!take_number(&c, 2, 2, &month) || !at_end(&c) || month == (year + 1) % 100)
        return false;
    *out = sheaf_period_month(year, month);
    return true;
}

static bool read_numeric(struct cursor c, sheaf_period *out)
{
    int year, month;

    if (!take_number(&c, 4, 4, &year) || year < 1)
        return false;
    if (at_end(&c)) {
        *out = sheaf_period_year(year);
        return true;
    }
    if (take(&c, '-'))
        return read_dashed(&c, year, out);
    if (take(&c, '/') && read_slashed_month(c, year, out))
        return true;
    if (c.at[-1] == '/')
        return read_range(&c, (struct date){ year, 1, 1 }, out);
    if (*c.at < '0' || *c.at > '9')
        return read_reporting(&c, year, out);
    if (!take_number(&c, 2, 2, &month) || !at_end(&c))
        return false;
    *out = sheaf_period_month(year, month);
    return true;
}

/* "04/2023", "04.2023": two digits before a year can only be a month. */
static bool read_month_first(struct cursor c, sheaf_period *out)
{
    int month, year;

    if (!take_number(&c, 2, 2, &month) || (!take(&c, '/') && !take(&c, '.')) ||
        !take_number(&c, 4, 4, &year) || !at_end(&c))
        return false;
    *out = sheaf_period_month(year, month);
    return true;
}

/* "M01-2023", "W05/2023": the part before the year. One digit is not enough: M1 is money, too. */
static bool read_part_first(struct cursor c, sheaf_period *out)
{
    struct cursor part = c;
    int number, year;

    if ((!take(&c, 'M') && !take(&c, 'W')) || !take_number(&c, 2, 2, &number))
        return false;
    part.end = c.at;
    if ((!take(&c, '-') && !take(&c, '/') && !take(&c, ' ')) || !take_number(&c, 4, 4, &year) ||
        !at_end(&c))
        return false;
    return read_reporting(&part, year, out);
}

bool sheaf_period_read(const char *text, size_t n, sheaf_period *period)
{
    struct cursor c = { text, text != NULL ? text + n : NULL };
    sheaf_period found = { SHEAF_NO_PERIOD, 0, 0 };

    if (text == NULL || n == 0 || period == NULL ||
        (!read_numeric(c, &found) && !read_month_first(c, &found) && !read_part_first(c, &found) &&
         !period_read_words(text, n, &found)) ||
        found.unit == SHEAF_NO_PERIOD)
        return false;
    *period = found;
    return true;
}
