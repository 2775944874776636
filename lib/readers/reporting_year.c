/* reporting_year.c - moves reporting periods to the months that they have. */
#include "readers/reporting_year.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "base/strings.h"

/* "2022-Q3" and the like count from the first day of the reporting year, "2022-07" does not. */
static bool is_reporting_period(const struct csv_field *text)
{
    return text->n >= 7 && text->text[4] == '-' &&
           memchr("ASTQMWD", text->text[5], strlen("ASTQMWD")) != NULL && text->text[6] >= '0' &&
           text->text[6] <= '9';
}

/* The month of "--07-01"; 0: the text is no first day of a month. */
static int month_of(const struct csv_field *start)
{
    int64_t month;

    return start->n == 7 && memcmp(start->text, "--", 2) == 0 &&
                   memcmp(start->text + 4, "-01", 3) == 0 &&
                   number_read_integer(start->text + 2, 2, 1, 12, &month)
               ? (int)month
               : 0;
}

static int quoted(const struct csv_field *field)
{
    return (int)(field->n <= 20 ? field->n : utf8_floor(field->text, 20));
}

void reporting_year_apply(sheaf_table *table, struct place place, const struct csv_field *text,
                          const struct csv_field *start, sheaf_period *period)
{
    int month = month_of(start);

    if (start->n == 0 || month == 1)
        return;
    if (!is_reporting_period(text)) {
        if (text->n == 4)
            table_warn(table, "reporting year", place,
                       "the reporting year begins on another day than 1 January (%.*s), and %.*s "
                       "is read as a calendar year, as SDMX has it; a reporting year is %.*s-A1",
                       quoted(start), start->text, quoted(text), text->text, quoted(text),
                       text->text);
        return;
    }
    if (month > 0 && period->unit == SHEAF_MONTHS)
        period->start += month - 1;
    else
        fail_at(table_error(table), SHEAF_BAD_INPUT, place,
                "%.*s counts from the first day of a reporting year (%.*s), which only months, "
                "quarters and years from the first of a month do here; write it as a date",
                quoted(text), text->text, quoted(start), start->text);
}
