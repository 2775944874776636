/* delimited_periods.c - reads the period of a row from one column, where each text is read once, or
 * from two. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "period/period_words.h"
#include "readers/csv/dates.h"
#include "readers/csv/delimited_parts.h"

static void fail_period(struct delimited *s, const struct csv_field *field)
{
    const char *refusal = period_refusal(field->text, field->n);

    if (!csv_check_text(&s->csv, field))
        return;
    if (field->n == 0)
        csv_fail(&s->csv, field, "this row has no period");
    else if (refusal != NULL)
        csv_fail(&s->csv, field, "'%.*s' %s", delimited_quoted(field), field->text, refusal);
    else
        csv_fail(&s->csv, field,
                 "'%.*s' is not a period, or could be several; write it as 2023, 2023-Q1, "
                 "2023-04 or 2024-01-01/P4M",
                 delimited_quoted(field), field->text);
}

static void fail_day(struct delimited *s, const struct csv_field *field)
{
    csv_fail(&s->csv, field,
             "'%.*s' is no first day of a month, as those above are; say what the dates stand for, "
             "with " SETTING("frequency: D or M"),
             delimited_quoted(field), field->text);
}

/* In some formats 202452 is the year 2024. */
static bool is_year_as_month(const struct delimited *s, const struct csv_field *text)
{
    return s->layout.format->has_month_52 && text->n == 6 && memcmp(text->text + 4, "52", 2) == 0;
}

/* In some formats Jul-17 is July 2017. Years from 60 on are of the last century. */
static bool read_short_year(const struct delimited *s, const struct csv_field *text,
                            sheaf_period *period)
{
    enum { FIRST_OF_LAST_CENTURY = 60 };
    char written[16];
    int64_t year;

    if (!s->layout.format->has_short_years || text->n != 6 || text->text[3] != '-' ||
        !number_read_integer(text->text + 4, 2, 0, 99, &year))
        return false;
    snprintf(written, sizeof written, "%.3s %d", text->text,
             (int)year + (year < FIRST_OF_LAST_CENTURY ? 2000 : 1900));
    return sheaf_period_read(written, strlen(written), period);
}

/* Reads a text that is not in the cache. */
static uint32_t read_period(struct delimited *s, const struct csv_field *field)
{
    bool is_labelled = s->layout.columns[s->period_column].is_labelled;
    struct csv_field text = is_labelled ? field_code(field) : field_trimmed(field);
    sheaf_period period;
    uint32_t number;
    int day;

    if (is_year_as_month(s, &text))
        text.n = 4;
    if (!read_short_year(s, &text, &period) && !sheaf_period_read(text.text, text.n, &period)) {
        fail_period(s, field);
        return UINT32_MAX;
    }
    sheaf_period_first_day(period, NULL, NULL, &day);
    if (s->layout.frequency == 'M' && s->layout.options->frequency == NULL && day != 1) {
        fail_day(s, field);
        return UINT32_MAX;
    }
    number = table_intern_period(s->table, period_of_frequency(period, s->layout.frequency));
    if (!delimited_failed(s))
        string_cache_add(&s->periods, &s->arena, field->text, field->n, number);
    return number;
}

/* A year in one column, a month or quarter in another. */
static uint32_t combine_period(struct delimited *s)
{
    const struct csv_field *cells = s->csv.fields;
    const struct layout_column *part_column = &s->layout.columns[s->layout.part_column];
    struct csv_field year = field_trimmed(&cells[s->layout.year_column]);
    struct csv_field part = field_trimmed(&cells[s->layout.part_column]);
    sheaf_period period = { SHEAF_NO_PERIOD, 0, 0 };

    if (!period_of_columns(&year, &part, part_column->is_quarter, &period))
        csv_fail(&s->csv, &cells[s->layout.part_column],
                 "'%.*s' of '%.*s' is not a period; a month is 1 to 12, a quarter Q1 to Q4",
                 delimited_quoted(&part), part.text, delimited_quoted(&year), year.text);
    return table_intern_period(s->table, period);
}

/* If the row gives its frequency, a date stands for the period of that frequency that contains
 * it. */
static uint32_t apply_frequency(struct delimited *s, uint32_t number)
{
    const struct layout_column *column = &s->layout.columns[s->layout.frequency_column];
    struct csv_field code = s->csv.fields[s->layout.frequency_column];
    sheaf_period period;

    if (delimited_failed(s) || s->layout.options->frequency != NULL)
        return number;
    period = table_period(s->table, number);
    if (period.unit != SHEAF_DAYS)
        return number;
    code = column->is_labelled ? field_code(&code) : field_trimmed(&code);
    period = period_of_frequency(period, frequency_read(code.text, code.n));
    return table_intern_period(s->table, period);
}

uint32_t delimited_period(struct delimited *s)
{
    const struct csv_field *field;
    uint64_t meaning;
    uint32_t number;

    if (s->period_column != SIZE_MAX) {
        field = &s->csv.fields[s->period_column];
        number = string_cache_find(&s->periods, field->text, field->n, &meaning)
                     ? (uint32_t)meaning
                     : read_period(s, field);
    } else if (s->layout.year_column != NO_COLUMN) {
        number = combine_period(s);
    } else {
        number = table_intern_period(s->table, s->layout.period);
    }
    return s->layout.frequency_column == NO_COLUMN ? number : apply_frequency(s, number);
}
