/* year_rows.c - reads periods that only the rows above them, or the words beside them, make whole. */
#include "readers/csv/year_rows.h"

#include <string.h>

#include "period/period_words.h"
#include "readers/csv/dates.h"
#include "readers/csv/worded_period.h"

enum { YEAR_MONTHS = 12 };

void year_row_set(struct year_row *year, const struct csv_field *field)
{
    if (field->n > sizeof year->text)
        return;
    memcpy(year->text, field->text, field->n);
    year->n = field->n;
}

bool year_row_take(struct year_row *year, const struct csv_field *field,
                   const struct period_usage *usage)
{
    struct flagged_period found;

    if (!flagged_period_read(field->text, field->n, usage, &found) ||
        found.period.unit != SHEAF_MONTHS || found.period.count != YEAR_MONTHS ||
        found.period.start % YEAR_MONTHS != 0)
        return false;
    year->n = sheaf_period_write(found.period, year->text);
    return true;
}

/* Digits alone may be a month, a quarter, or a number of the row. */
static bool is_number(const struct csv_field *field)
{
    for (size_t i = 0; i < field->n; i++)
        if (field->text[i] < '0' || field->text[i] > '9')
            return false;
    return true;
}

bool year_row_part(const struct year_row *year, const struct csv_field *field, sheaf_period *period)
{
    bool is_roman = field->n > 0 && field->n <= 3;

    for (size_t i = 0; i < field->n; i++)
        is_roman &= field->text[i] == 'I' || field->text[i] == 'V';
    return year->n > 0 && !is_number(field) &&
           period_read_parts(year->text, year->n, field->text, field->n,
                             is_roman ? PERIOD_PART_QUARTER : PERIOD_PART_MONTH, period);
}

bool year_total_read(const struct csv_field *field, const struct period_usage *usage,
                     sheaf_period *period)
{
    struct worded_period worded;

    if (!worded_period_read(field->text, field->n, usage, &worded) ||
        !is_whole_year_word(worded.rest, worded.rest_n) ||
        worded.found.period.unit != SHEAF_MONTHS || worded.found.period.count != YEAR_MONTHS)
        return false;
    *period = worded.found.period;
    return true;
}
