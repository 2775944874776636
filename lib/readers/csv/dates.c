/* dates.c - dates that stand for the month, quarter or year that starts with them. */
#include "readers/csv/dates.h"

#include <string.h>

#include "base/calendar.h"
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
    bool all_first;    /* all are the first day of a month */
    bool all_last;     /* all are the last day of a month */
    bool all_one_year; /* all are 1 January, or all 31 December */
    bool has_next;     /* two are a month apart */
    size_t count;
};

/* Reads a cell that is one day; *month counts months since the year 0. */
static bool read_day(const struct layout *layout, const struct csv_field *cell, struct date *day,
                     int *month)
{
    sheaf_period period;

    if (cell->n < 8 || !period_read_as(cell->text, cell->n, &layout->usage, &period) ||
        period.unit != SHEAF_DAYS || period.count != 1)
        return false;
    sheaf_period_first_day(period, &day->year, &day->month, &day->day);
    *month = day->year * 12 + day->month - 1;
    return true;
}

static struct dates survey(const struct layout *layout, size_t column)
{
    struct dates dates = { true, true, true, false, 0 };
    int first = 0, month;
    struct date day;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        if (!read_day(layout, &cell, &day, &month)) {
            if (sample_is_note(layout->sample, i))
                continue;
            dates.all_first = dates.all_last = false;
            break;
        }
        if (dates.count++ == 0)
            first = month;
        dates.all_first &= day.day == 1;
        dates.all_last &= day.day == date_days_in_month(day.year, day.month);
        dates.all_one_year &= month % 12 == (dates.all_first ? 0 : 11);
        /* Works for rows in any order: a neighbouring month comes sooner or later. */
        dates.has_next |= month - first == 1 || first - month == 1;
        if (month != first && !dates.has_next)
            first = month;
    }
    dates.all_first &= dates.count > 0;
    dates.all_last &= dates.count > 0;
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
    struct csv_field cell;
    struct dates dates;

    if (layout->has_numbers)
        return;
    if (given != NULL) {
        layout->frequency = frequency_read(given, strlen(given));
        layout->usage.frequency = layout->frequency;
        if (layout->frequency == '\0')
            fail(table_error(layout->table), SHEAF_BAD_ARGUMENT,
                 "there is no frequency '%.40s'; use A, S, T, Q, M, W or D", given);
        return;
    }
    if (column == NO_COLUMN || layout->frequency_column != NO_COLUMN || layout->frequency != '\0')
        return;
    dates = survey(layout, (size_t)column);
    if (!dates.all_first && !dates.all_last)
        return;
    layout->has_month_ends = dates.all_last;
    if (dates.has_next && !dates.all_one_year) {
        layout->frequency = 'M';
        layout->is_guessed_frequency = true;
        return;
    }
    cell = sample_cell(layout->sample, layout->first, (size_t)column);
    sample_fail(layout->sample, layout->first, layout->csv, &cell,
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
    return is_whole_year_word(part, n);
}

bool period_of_columns(const struct csv_field *year, const struct csv_field *part,
                       enum period_part kind, const struct period_usage *usage,
                       sheaf_period *period)
{
    bool has_letter = part->n > 0 && (*part->text == 'Q' || *part->text == 'q');

    if (is_full_year(part->text, part->n))
        return period_read_as(year->text, year->n, usage, period);
    return period_read_parts(year->text, year->n, part->text, part->n,
                             has_letter ? PERIOD_PART_QUARTER : kind, period);
}
