/* dates.c - dates that stand for the month, quarter or year that starts with them. */
#include "readers/csv/dates.h"

#include <string.h>

#include "base/strings.h"
#include "period/period_words.h"
#include "readers/csv/layout.h"

char frequency_read(const char *text, size_t n)
{
    static const struct {
        const char *word;
        char letter;
    } words[] = { { "A", 'A' },           { "annual", 'A' },  { "yearly", 'A' },
                  { "year", 'A' },        { "S", 'S' },       { "H", 'S' },
                  { "half-yearly", 'S' }, { "T", 'T' },       { "Q", 'Q' },
                  { "quarterly", 'Q' },   { "quarter", 'Q' }, { "M", 'M' },
                  { "monthly", 'M' },     { "month", 'M' },   { "W", 'W' },
                  { "weekly", 'W' },      { "D", 'D' },       { "daily", 'D' } };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(text, n, words[i].word))
            return words[i].letter;
    return '\0';
}

sheaf_period period_of_frequency(sheaf_period period, char frequency)
{
    int year, month, day;

    if (period.unit != SHEAF_DAYS || period.count != 1 || frequency == '\0')
        return period;
    sheaf_period_first_day(period, &year, &month, &day);
    switch (frequency) {
    case 'A':
        return sheaf_period_year(year);
    case 'S':
        return sheaf_period_half_year(year, (month + 5) / 6);
    case 'T':
        return sheaf_period_trimester(year, (month + 3) / 4);
    case 'Q':
        return sheaf_period_quarter(year, (month + 2) / 3);
    case 'M':
        return sheaf_period_month(year, month);
    case 'W': /* starts on Monday; 5 January 1970 (day 4) was the first one of 1970 */
        period.start -= ((period.start - 4) % 7 + 7) % 7;
        period.count = 7;
        return period;
    default:
        return period;
    }
}

/* The dates of a column in the sample. */
struct dates {
    bool all_first;   /* all are the first day of a month */
    bool all_january; /* all are 1 January */
    bool has_next;    /* two are a month apart */
    size_t count;
};

static bool first_of_month(const struct csv_field *cell, int *month_number)
{
    sheaf_period period;
    int year, month, day;

    if (cell->n != 10 || !sheaf_period_read(cell->text, cell->n, &period) ||
        period.unit != SHEAF_DAYS || period.count != 1)
        return false;
    sheaf_period_first_day(period, &year, &month, &day);
    *month_number = year * 12 + month - 1;
    return day == 1;
}

static struct dates survey(const struct layout *layout, size_t column)
{
    struct dates dates = { true, true, false, 0 };
    int first = 0, month;

    for (size_t i = layout->first; i < layout->sample->count && dates.all_first; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        if (!first_of_month(&cell, &month)) {
            dates.all_first = false;
            break;
        }
        if (dates.count++ == 0)
            first = month;
        dates.all_january &= month % 12 == 0;
        /* Works for rows in any order: a neighbouring month comes sooner or later. */
        dates.has_next |= month - first == 1 || first - month == 1;
        if (month != first && !dates.has_next)
            first = month;
    }
    dates.all_first &= dates.count > 0;
    return dates;
}

static int period_column(const struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_PERIOD)
            return (int)i;
    return NO_COLUMN;
}

void dates_find_frequency(struct layout *layout)
{
    const char *given = layout->options->frequency;
    int column = period_column(layout);
    const struct sample_row *row;
    struct csv_field cell;
    struct dates dates;

    if (given != NULL) {
        layout->frequency = frequency_read(given, strlen(given));
        if (layout->frequency == '\0')
            fail(table_error(layout->table), SHEAF_BAD_ARGUMENT,
                 "there is no frequency '%.40s'; use A, S, T, Q, M, W or D", given);
        return;
    }
    if (column == NO_COLUMN || layout->frequency_column != NO_COLUMN || layout->frequency != '\0')
        return;
    dates = survey(layout, (size_t)column);
    if (!dates.all_first)
        return;
    if (dates.has_next && !dates.all_january) {
        layout->frequency = 'M';
        return;
    }
    row = &layout->sample->rows[layout->first];
    cell = sample_cell(layout->sample, layout->first, (size_t)column);
    sample_fail(row, layout->csv, &cell,
                "'%.*s' may stand for a day, a month or a year; say which with " SETTING(
                    "frequency: D, M, Q or A"),
                (int)cell.n, cell.text);
}

/* Codes beside a year that stand for the full year. */
static bool is_full_year(const char *part, size_t n)
{
    static const char *const words[] = { "", "A", "A1", "0", "annual" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(part, n, words[i]))
            return true;
    return false;
}

bool period_of_columns(const struct csv_field *year, const struct csv_field *part, bool is_quarter,
                       sheaf_period *period)
{
    bool has_letter = part->n > 0 && (*part->text == 'Q' || *part->text == 'q');

    if (is_full_year(part->text, part->n))
        return sheaf_period_read(year->text, year->n, period);
    return period_read_parts(year->text, year->n, part->text, part->n,
                             is_quarter || has_letter ? PERIOD_PART_QUARTER : PERIOD_PART_MONTH,
                             period);
}
