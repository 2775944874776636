/* figures.c - numbers of workbooks as people see them.
 *
 * Digits are moved as text, so that none is lost; a double is only made of a date's number. */
#include "readers/workbook/figures.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/number.h"
#include "base/strings.h"

enum {
    SHOWN_DIGITS = 15, /* of a double, in Excel and LibreOffice */
    MOST_DIGITS = 300  /* of a number that is written out */
};

/* A number as digits with a point: 0.125 is -3 places and "125". */
struct decimal {
    bool negative;
    char digits[MOST_DIGITS + 1];
    int n;          /* digits */
    int scale;      /* digits behind the point; negative: zeros before it */
    bool is_double; /* written with a point or an exponent */
};

/* False: not a number, or too long to be written out. */
static bool read_decimal(const char *text, size_t n, struct decimal *number)
{
    const char *at = text, *end = text + n;
    int64_t exponent = 0;
    bool point = false, any = false;

    number->negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    number->n = number->scale = 0;
    for (; at < end && ((*at >= '0' && *at <= '9') || (*at == '.' && !point)); at++) {
        point |= *at == '.';
        if (*at == '.')
            continue;
        any = true;
        number->scale += point;
        if (number->n == 0 && *at == '0')
            continue; /* a leading zero */
        if (number->n == MOST_DIGITS)
            return false;
        number->digits[number->n++] = *at;
    }
    number->is_double = point || at < end;
    if (!any ||
        (at < end && ((*at != 'e' && *at != 'E') ||
                      !number_read_integer(at + 1 + (at + 1 < end && at[1] == '+'),
                                           (size_t)(end - at - 1 - (at + 1 < end && at[1] == '+')),
                                           -MOST_DIGITS, MOST_DIGITS, &exponent))))
        return false;
    number->scale -= (int)exponent;
    return true;
}

/* Rounds to the digits that spreadsheets show, halves away from zero, as they do. */
static void round_digits(struct decimal *number)
{
    int dropped = number->n - SHOWN_DIGITS, i = SHOWN_DIGITS;

    if (dropped <= 0 || !number->is_double)
        return;
    number->n = SHOWN_DIGITS;
    number->scale -= dropped;
    if (number->digits[SHOWN_DIGITS] >= '5') {
        while (i > 0 && number->digits[i - 1] == '9')
            number->digits[--i] = '0';
        if (i > 0) {
            number->digits[i - 1]++;
        } else {
            number->digits[0] = '1'; /* 999… became 1000…, of which one zero goes */
            number->scale--;
        }
    }
    while (number->n > 0 && number->scale > 0 && number->digits[number->n - 1] == '0') {
        number->n--;
        number->scale--;
    }
}

/* Writes the digits with a point, and at least those that the format always shows. 0: too long. */
static size_t write_decimal(char *out, const struct decimal *number,
                            const struct figure_format *format, char mark)
{
    int scale = number->n == 0 ? 0 : number->scale;
    int before = number->n - scale; /* digits before the point */
    int after = scale > format->decimals ? scale : format->decimals;
    size_t length = 0;

    if (before > MOST_DIGITS || after > MOST_DIGITS ||
        (before > 0 ? before : 1) + after > FIGURE_TEXT - 40)
        return 0;
    if (number->negative && number->n > 0)
        out[length++] = '-';
    for (int i = before > 0 ? before : 0; i < format->digits || (before <= 0 && i < 1); i++)
        out[length++] = '0';
    for (int i = 0; i < before; i++)
        out[length++] = i < number->n ? number->digits[i] : '0';
    if (after > 0)
        out[length++] = mark;
    for (int i = before; i < before + after; i++)
        out[length++] = i >= 0 && i < number->n ? number->digits[i] : '0';
    return length;
}

/* Dates ------------------------------------------------------------------------- */

static size_t write_day(char *out, struct date day, const struct figure_format *format)
{
    int n;

    if (format->has_year && !format->has_month && !format->has_day)
        n = snprintf(out, FIGURE_TEXT, "%04d", day.year);
    else if (format->has_year && !format->has_day)
        n = snprintf(out, FIGURE_TEXT, "%04d-%02d", day.year, day.month);
    else
        n = snprintf(out, FIGURE_TEXT, "%04d-%02d-%02d", day.year, day.month, day.day);
    return (size_t)n;
}

/* Days from 1899-12-30, or 1904-01-01; Excel has a 29 February 1900, which was none (day 60). */
static bool day_of_number(double number, bool from_1904, struct date *day)
{
    int32_t first =
        date_to_days(from_1904 ? (struct date){ 1904, 1, 1 } : (struct date){ 1899, 12, 30 });

    if (!(number >= (from_1904 ? 0 : 1)) || number >= 2958466) /* behind 9999-12-31 */
        return false;
    if (!from_1904 && number < 60)
        number++;
    *day = date_from_days(first + (int32_t)floor(number));
    return date_valid(*day);
}

size_t figure_write_date(char out[FIGURE_TEXT], const char *text, size_t n,
                         const struct figure_format *format)
{
    struct date day;

    n = n < FIGURE_TEXT ? n : FIGURE_TEXT;
    if (n >= 10 && (n == 10 || text[10] == 'T') && date_read(text, 10, &day))
        return write_day(out, day, format);
    memcpy(out, text, n);
    return n;
}

/* Numbers ----------------------------------------------------------------------- */

size_t figure_write(char out[FIGURE_TEXT], const char *text, size_t n,
                    const struct figure_format *format, char decimal, bool dates_from_1904)
{
    struct decimal number;
    struct date day;
    double value;
    size_t length;

    if (format->kind == FIGURE_DATE && number_read(text, n, &value, NULL) &&
        day_of_number(value, dates_from_1904, &day))
        return write_day(out, day, format);
    n = n < FIGURE_TEXT ? n : FIGURE_TEXT;
    if (!read_decimal(text, n, &number)) {
        memcpy(out, text, n);
        return n;
    }
    round_digits(&number);
    number.scale += 3 * format->thousands - (format->kind == FIGURE_PERCENT ? 2 : 0);
    length = write_decimal(out, &number, format, decimal);
    if (length == 0) {
        memcpy(out, text, n);
        return n;
    }
    if (format->kind == FIGURE_PERCENT)
        out[length++] = '%';
    return length;
}
