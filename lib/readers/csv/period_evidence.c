/* period_evidence.c - finds in other texts what one text does not say. */
#include "readers/csv/period_evidence.h"

#include "base/number.h"
#include "period/period_words.h"

static void add_date(struct period_evidence *evidence, const struct csv_field *field)
{
    enum date_order order = period_date_order(field->text, field->n);

    evidence->has_day_first |= order == DATE_ORDER_DAY_FIRST;
    evidence->has_month_first |= order == DATE_ORDER_MONTH_FIRST;
}

/* "2023/02" and "2023-02" are months, "2022/23" is none, and "2009-10" may be one. */
static void add_pair(struct period_evidence *evidence, const struct csv_field *field)
{
    enum { LENGTH = 7, YEAR = 4 };
    int64_t year, part;

    if (field->n != LENGTH || (field->text[YEAR] != '/' && field->text[YEAR] != '-') ||
        !number_read_integer(field->text, YEAR, 1, 9999, &year) ||
        !number_read_integer(field->text + YEAR + 1, 2, 0, 99, &part))
        return;
    if (period_is_financial(field->text, field->n)) {
        evidence->split_years += evidence->split_year != year;
        evidence->split_year = (int)year;
        evidence->has_split_year |= part == 0 || part > 12;
    } else if (part >= 1 && part <= 12) {
        evidence->has_slash_month |= field->text[YEAR] == '/';
        evidence->has_dashed_month |= field->text[YEAR] == '-';
    }
}

/* Months go on to the next month of the same year (Jan-23, Feb-23), days to the next number. */
static void add_short_month(struct period_evidence *evidence, const struct csv_field *field)
{
    int month, digits;

    if (!period_short_month(field->text, field->n, &month, &digits))
        return;
    if (evidence->month > 0) {
        evidence->month_steps += digits == evidence->digits && month != evidence->month;
        evidence->day_steps += month == evidence->month && digits != evidence->digits;
    }
    evidence->month = month;
    evidence->digits = digits;
}

void period_evidence_add(struct period_evidence *evidence, const struct csv_field *field)
{
    int part, year;

    if (field->n == 0)
        return;
    part = period_bare_part(field->text, field->n);
    evidence->has_bare_month |= part > 4 && part <= 12;
    evidence->has_fourth_t |= period_t_part(field->text, field->n, &year) == 4;
    add_date(evidence, field);
    add_pair(evidence, field);
    add_short_month(evidence, field);
}

/* Where both orders are seen, one of the two is a mistake, which its cell will say. */
void period_evidence_settle(const struct period_evidence *evidence, struct period_usage *usage)
{
    if (usage->date_order == DATE_ORDER_UNKNOWN && evidence->has_day_first)
        usage->date_order = DATE_ORDER_DAY_FIRST;
    else if (usage->date_order == DATE_ORDER_UNKNOWN && evidence->has_month_first)
        usage->date_order = DATE_ORDER_MONTH_FIRST;
    usage->has_t_quarters |= evidence->has_fourth_t;
    usage->has_bare_months |= evidence->has_bare_month;
    usage->has_slash_months |= evidence->has_slash_month && !evidence->has_split_year;
    usage->has_split_years |= evidence->split_years > 1 && !evidence->has_dashed_month;
    usage->has_short_years |= evidence->month_steps > evidence->day_steps;
}
