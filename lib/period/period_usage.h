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

/* How a file writes its periods. Zeroed: nothing is known. */
struct period_usage {
    char frequency; /* SDMX CL_FREQ; 'W': 202301 is a week */
    enum financial_year financial_year;
    int first_month; /* of financial years, 1 to 12 */
};

/* Reads the setting financial_year: "4" or "April" (the first month of 2021-22), "from 4" (FY2022
 * begins in April 2022), "to 3" (FY2022 ends in March 2022), "calendar" (2021-22 is two calendar
 * years). False, and *usage unchanged: the text is none of them. */
bool period_usage_read(const char *text, struct period_usage *usage);

/* Reads a period as sheaf_period_read does, and what the usage settles. */
bool period_read_as(const char *text, size_t n, const struct period_usage *usage,
                    sheaf_period *period);

/* True for "2021-22", "2021/22", "2021-2022", "FY2022" and "FY 2021/22", which may be financial
 * years. */
bool period_is_financial(const char *text, size_t n);

#endif
