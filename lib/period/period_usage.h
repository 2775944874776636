/* period_usage.h - reads periods whose text alone does not say what they are: 202301 in a weekly
 * file, 2021-22 in a file of financial years, 2022.0 as spreadsheets and pandas write a year. */
#ifndef SHEAF_PERIOD_PERIOD_USAGE_H
#define SHEAF_PERIOD_PERIOD_USAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "sheaf/period.h"

/* What a file calls its financial years. */
enum financial_year {
    FINANCIAL_YEAR_UNKNOWN,  /* 2021-22 and FY2022 are refused */
    FINANCIAL_YEAR_SPLIT,    /* only the first month is known: FY2022 is refused */
    FINANCIAL_YEAR_OF_START, /* FY2022 begins in 2022 */
    FINANCIAL_YEAR_OF_END,   /* FY2022 ends in 2022 */
    FINANCIAL_YEAR_CALENDAR  /* 2021-22 is two calendar years */
};

/* The order of the numbers in 01/02/2023. */
enum date_order { DATE_ORDER_UNKNOWN, DATE_ORDER_DAY_FIRST, DATE_ORDER_MONTH_FIRST };

/* How a file writes its periods. Zeroed: nothing is known. */
struct period_usage {
    char frequency; /* SDMX CL_FREQ; 'W': 202301 is a week; 'M' settles all that may be a month */
    enum financial_year financial_year;
    int first_month; /* of financial years, 1 to 12 */
    enum date_order date_order;
    bool has_short_years;  /* Jan-23 is a month of 2023 */
    bool has_slash_months; /* 2010/11 is a month */
    bool has_split_years;  /* 2009-10 is no month, but perhaps a financial year */
    bool has_t_quarters;   /* 2025-T1 is a quarter, as in French, not SDMX's four months */
    bool has_bare_months;  /* 1/2023 and 2023-1 are months */
};

/* Reads the setting financial_year: "4" or "April" (the first month of 2021-22), "from 4" (FY2022
 * begins in April 2022), "to 3" (FY2022 ends in March 2022), "calendar" (2021-22 is two calendar
 * years). False, and *usage unchanged: the text is none of them. */
bool period_usage_read(const char *text, struct period_usage *usage);

/* Reads a period as sheaf_period_read does, and what the usage settles. */
bool period_read_as(const char *text, size_t n, const struct period_usage *usage,
                    sheaf_period *period);

/* Reads the setting dates: "day-first" or "month-first". False: the text is neither. */
bool period_date_order_read(const char *text, enum date_order *order);
/* The order that a date such as 31/01/2023 shows; unknown for any other text. */
enum date_order period_date_order(const char *text, size_t n);
/* Reads 31/01/2023, 31.01.2023, 2023/01/31 …, perhaps with 00:00 behind it. False: the text is no such
 * date, or the order is not known and makes a difference. */
bool period_read_date(const char *text, size_t n, enum date_order order, sheaf_period *period);

/* The part of "1/2023", "2023-1" and the like, a month's or a quarter's number; 0: another text. */
int period_bare_part(const char *text, size_t n);

/* The number of the part in "2025-T4", "2025T4" and "T4 2025", which is a quarter in French; 0: another
 * text. */
int period_t_part(const char *text, size_t n, int *year);

/* Reads 2023_01, Jan_2023, X2023 and X2023.01. */
bool period_read_name(const char *text, size_t n, const struct period_usage *usage,
                      sheaf_period *period);

/* True for "2021-22", "2021/22", "2021-2022", "FY2022", "FY22" and "FY 2021/22", which may be
 * financial years. */
bool period_is_financial(const char *text, size_t n);

#endif
