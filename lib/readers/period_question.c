/* period_question.c - asks for what a text for a period does not say. */
#include "readers/period_question.h"

#include <string.h>

#include "base/error.h"
#include "base/strings.h"
#include "period/period_words.h"
#include "readers/csv/dates.h"
#include "table/table.h"

struct period_usage period_usage_of(const sheaf_read_options *options)
{
    struct period_usage usage = { .frequency = '\0' };

    if (options->frequency != NULL)
        usage.frequency = frequency_read(options->frequency, strlen(options->frequency));
    if (options->financial_year != NULL)
        (void)period_usage_read(options->financial_year, &usage);
    if (options->dates != NULL)
        (void)period_date_order_read(options->dates, &usage.date_order);
    return usage;
}

const char *period_question_of_numbers(const char *text, size_t n)
{
    struct period_usage either = { .date_order = DATE_ORDER_DAY_FIRST };
    sheaf_period period;
    int month, digits;

    if (period_read_date(text, n, either.date_order, &period) &&
        !period_read_date(text, n, DATE_ORDER_UNKNOWN, &period))
        return "does not say which is the day and which the month; say it with " SETTING(
            "dates: day-first or month-first");
    if (period_short_month(text, n, &month, &digits))
        return "could end in a day or a year; if it is a month and its year, say so with " SETTING(
            "frequency: M");
    if (period_bare_part(text, n) > 0)
        return "could be a month or a quarter; say which with " SETTING("frequency: M or Q");
    if (n == 7 && text[4] == '/' && period_is_financial(text, n)) {
        either.frequency = 'M';
        if (period_read_as(text, n, &either, &period))
            return "could be a month or a financial year; if it is a month, say so with " SETTING(
                "frequency: M") ", else the setting financial_year says what it is";
    }
    return NULL;
}

const char *period_question(const char *text, size_t n)
{
    const char *question = period_question_of_numbers(text, n);

    if (question != NULL)
        return question;
    if (!period_is_financial(text, n))
        return period_refusal(text, n);
    if (*text == 'F' || *text == 'f')
        return "does not say when the financial year begins; say it with " SETTING(
            "financial_year: 'from 4' or 'to 3'") " (from April or to March of the year named)";
    return "could be a financial year or two calendar years; say which with " SETTING(
        "financial_year: 4 or calendar") " (4: it begins in April)";
}

void warn_of_flag(sheaf_table *table, const struct flagged_period *found, const char *text,
                  size_t n, size_t line)
{
    struct place place = { .file = table_name(table), .line = line };
    int quoted = (int)(n <= 60 ? n : utf8_floor(text, 60));
    char period[SHEAF_PERIOD_TEXT];

    sheaf_period_write(found->period, period);
    if (found->is_footnote)
        table_warn(table, "footnote", place,
                   "'%.*s' is read as %s; what its footnote says is not kept", quoted, text,
                   period);
    else if (found->status == '\0')
        table_warn(table, "status", place,
                   "'%.*s' is read as %s; the flag '%.*s' is unknown and is ignored", quoted, text,
                   period, (int)found->flag_n, found->flag);
}
