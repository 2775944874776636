/* period.h - the period of an observation.
 *
 * A period is a calendar interval: some whole months from a first month, or
 * some whole days from a first day (days that make whole months are kept as
 * months, so that one interval is one value). "2024-T1", "2024-01-01/P4M" and
 * "Jan-Apr 2024" are the same period. Periods are plain values: copy them,
 * compare them with sheaf_period_compare. Every function here is pure and may be
 * called from any thread.
 *
 * Where a series runs over prices, distances or shares and not over time, a plain number stands in a
 * period's place (sheaf_period_number). It is no interval: nothing is a year before it.
 *
 * Spellings follow SDMX 2.1/3.0 (SDMXCommon.xsd, ObservationalTimePeriodType).
 */
#ifndef SHEAF_PERIOD_H
#define SHEAF_PERIOD_H

#include <stdbool.h>

#include "sheaf/base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SHEAF_NO_PERIOD = 0, /* a zeroed sheaf_period is no period */
    SHEAF_MONTHS,
    SHEAF_DAYS,
    SHEAF_NUMBER /* no interval, but the number start * 10^count */
} sheaf_period_unit;

typedef struct sheaf_period {
    sheaf_period_unit unit;
    int32_t start; /* SHEAF_MONTHS: year * 12 + month - 1; SHEAF_DAYS: days since 1970-01-01 */
    int32_t count; /* how many months or days; at least 1. SHEAF_NUMBER: a power of ten */
} sheaf_period;

/* Years are 1 to 9999, months 1 to 12, days as the calendar has them; anything
 * else gives a period with unit SHEAF_NO_PERIOD. */
SHEAF_API sheaf_period sheaf_period_year(int year);
SHEAF_API sheaf_period sheaf_period_half_year(int year, int half);      /* half 1 or 2 */
SHEAF_API sheaf_period sheaf_period_trimester(int year, int trimester); /* four months: 1 to 3 */
SHEAF_API sheaf_period sheaf_period_quarter(int year, int quarter);     /* 1 to 4 */
SHEAF_API sheaf_period sheaf_period_month(int year, int month);
/* An ISO 8601 week, Monday to Sunday: 1 to 52, or 53 in a year that has it. */
SHEAF_API sheaf_period sheaf_period_week(int year, int week);
SHEAF_API sheaf_period sheaf_period_day(int year, int month, int day);
/* count months from a first month: year to date from any start month,
 * a fiscal year, any run of months. (2024, 4, 6) is April-September 2024. */
SHEAF_API sheaf_period sheaf_period_months(int year, int first_month, int count);
SHEAF_API sheaf_period sheaf_period_days(int year, int month, int day, int count);

/* A plain number in a period's place, rounded to nine digits; no period for one that is not finite or as
 * large as 10^30; below 10^-30 it is 0. sheaf_period_as_number gives it back: NaN for a calendar interval. */
SHEAF_API sheaf_period sheaf_period_number(double number);
SHEAF_API double sheaf_period_as_number(sheaf_period period);

/* Reads a period in any spelling that is not ambiguous:
 *   SDMX: 2023, 2023-A1, 2023-S1, 2023-T1, 2023-Q1, 2023-04, 2023-M04, 2023-W05 (the ISO
 *   week), 2023-D105, 2023-04-15, 2024-01-01/P4M;
 *   others of figures: 202304, 2023M04, 2023Q1, 2023-H1, 04/2023, 04.2023, 2024-01/P4M,
 *   1980-1985 (all six years), 2023-04-15T00:00:00;
 *   in words, in either case: "Apr 2024", "Jan-Apr 2024", "week 5, 2023",
 *   "Nov 2023-Feb 2024", "15 April 2024", "Q1 2023", "1Q2023", "H1 2023", "январь-апрель
 *   2024 г.", "I квартал 2023", "первое полугодие 2023", "9 месяцев 2023", "2024 ж.
 *   қаңтар-сәуір", "2024年1-4月", "2023年第一季度", "2023年上半年", "Avril 2024",
 *   "1. Quartal 2023". Months have their names in English, Russian, Kazakh, Chinese, German, French,
 *   Spanish, Italian, Portuguese, Polish, Czech, Turkish, Arabic and Uyghur.
 * false, and *period unchanged, if the text (n bytes) is none of them. 2023/24, 2023-2024 (a
 * financial year, or two calendar years), FY2023, 2023-4, 01/02/2023 and Apr-24 are ambiguous and
 * therefore rejected. */
SHEAF_API bool sheaf_period_read(const char *text, size_t n, sheaf_period *period);

/* Longest text of sheaf_period_write, with its NUL. */
enum { SHEAF_PERIOD_TEXT = 32 };

/* Writes the canonical SDMX spelling: 2023, 2023-S1, 2023-T1, 2023-Q1, 2023-04,
 * 2023-04-15, 2023-W05, and START/DURATION for what has no shorter name
 * (2024-04-01/P6M); a plain number as 12.5. "" for no period. Returns the length. */
SHEAF_API size_t sheaf_period_write(sheaf_period period, char out[SHEAF_PERIOD_TEXT]);

/* Orders by first day, then by last day: negative, 0 (the same period) or positive. Numbers come in
 * their order behind all calendar intervals; no period comes before all. */
SHEAF_API int sheaf_period_compare(sheaf_period a, sheaf_period b);

/* The same period one year earlier (what growth is measured against): 2023-T1
 * for 2024-T1. Days keep their calendar dates; 29 February becomes the 28th. An ISO week keeps its
 * number; week 53 has none a year earlier. No period for numbers, and before the year 1. */
SHEAF_API sheaf_period sheaf_period_year_before(sheaf_period period);

/* The period of the same length that ends where this one begins; no period for numbers, and before the year 1. */
SHEAF_API sheaf_period sheaf_period_before(sheaf_period period);

/* True when the period is shorter than a year: never compared with a year. */
SHEAF_API bool sheaf_period_is_part_of_year(sheaf_period period);

/* True when inner lies within outer, which may be the same. No period lies within any. */
SHEAF_API bool sheaf_period_contains(sheaf_period outer, sheaf_period inner);

/* First and last day, both inside the period; 0, 0, 0 of numbers and of no period. Pointers may be NULL. */
SHEAF_API void sheaf_period_first_day(sheaf_period period, int *year, int *month, int *day);
SHEAF_API void sheaf_period_last_day(sheaf_period period, int *year, int *month, int *day);

#ifdef __cplusplus
}
#endif
#endif
