/* series.h - observations of one thing over time.
 *
 * A series holds what is the same for all its observations (reporter, partner,
 * flow, product, unit, multiplier, source) and the observations themselves,
 * ordered by period, at most one a period.
 *
 * Rounding. An observation knows how exactly it is known: "31.5" stands for
 * anything from 31.45 to 31.55. Operations carry these intervals, and a derived
 * figure is shown only to the digits that hold: 31.5 / (1 + 30.1 %) lies between
 * 24.16 and 24.26 and shows 24.2; 14.7 / (1 + 12.6 %) lies between 13.00 and 13.11
 * and shows 13.
 */
#ifndef SHEAF_SERIES_H
#define SHEAF_SERIES_H

#include "sheaf/period.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Observation status: the letters of SDMX CL_OBS_STATUS 2.2, and one of ours. */
typedef enum {
    SHEAF_NORMAL = 'A',
    SHEAF_BREAK = 'B',
    SHEAF_DEFINITION_DIFFERS = 'D',
    SHEAF_ESTIMATED = 'E',
    SHEAF_FORECAST = 'F',
    SHEAF_EXPERIMENTAL = 'G',
    SHEAF_IMPUTED = 'I',
    SHEAF_NOT_COLLECTED = 'L',
    SHEAF_CANNOT_EXIST = 'M',
    SHEAF_NOT_SIGNIFICANT = 'N',
    SHEAF_MISSING = 'O',
    SHEAF_PROVISIONAL = 'P',
    SHEAF_SUPPRESSED = 'Q',
    SHEAF_LOW_RELIABILITY = 'U',
    SHEAF_UNVALIDATED = 'V'
} sheaf_observation_status;

typedef struct sheaf_observation {
    sheaf_period period;
    double value;     /* in unit * 10^multiplier; NaN: no value (the status says why). What is
                         added with the status M, L, O or Q has none, whatever is given */
    double low, high; /* what the rounding leaves open: low <= value <= high */
    int decimals;     /* places after the point that may be shown; negative: tens, hundreds */
    sheaf_observation_status status;
    char confidentiality;   /* a letter of SDMX CL_CONF_STATUS: 'C' confidential, 'N' not for
                             publication, 'D' secondary …; 'F' or 0: free to be shown */
    bool derived;           /* computed by Sheaf from other figures, not stated by the source */
    bool has_stated_growth; /* false: the source states none, whatever stands below */
    double stated_growth;   /* growth on the same period of the year before, in per cent, as the
                               source states it; NaN: not stated either */
    int stated_growth_decimals;
} sheaf_observation;

typedef struct sheaf_series sheaf_series;

/* name: how specs and messages call it ("exports"), also its label until
 * sheaf_series_set_label. unit: an ISO 4217 code ("USD"), "t", "kg", "%" or any
 * word. multiplier: the power of ten that values are in, -15 to 24: 9 for billions. */
SHEAF_API sheaf_series *sheaf_series_create(const sheaf_alloc *alloc, const char *name,
                                            const char *unit, int multiplier);

/* The same, filled with n values for the years first_year, first_year + 1, …; NaN
 * is no observation. All are taken as given to as many decimals as the one with
 * most has in its shortest text: 8.0 beside 6.8 is 8.0. malloc's memory. */
SHEAF_API sheaf_series *sheaf_series_from_years(const char *name, const char *unit, int multiplier,
                                                int first_year, const double *values, size_t n);
SHEAF_API void sheaf_series_destroy(sheaf_series *series); /* NULL: nothing happens */

SHEAF_API sheaf_status sheaf_series_status(const sheaf_series *series);
/* Never NULL; "" while all is well. Lives as long as the series. */
SHEAF_API const char *sheaf_series_message(const sheaf_series *series);
SHEAF_API const sheaf_error *sheaf_series_error(const sheaf_series *series);

/* Adds one observation rounded to decimals places (2.50 has 2; -18 to 17). A period twice
 * is an error; any order is fine. NaN with SHEAF_NORMAL is SHEAF_MISSING. */
SHEAF_API void sheaf_series_add(sheaf_series *series, sheaf_period period, double value,
                                int decimals, sheaf_observation_status status);
/* The same with everything said: low and high too (both value for an exact figure), and the growth
 * that a source states. What is left zero is not stated. */
SHEAF_API void sheaf_series_add_observation(sheaf_series *series,
                                            const sheaf_observation *observation);

/* What the series is about. NULL clears. flow is "exports", "imports",
 * "turnover", "balance", "re-exports" or a word of your own; it decides the
 * colour. Countries are ISO 3166 codes or names. source: who says so, as it is to
 * be printed. */
SHEAF_API void sheaf_series_set_label(sheaf_series *series, const char *label);
SHEAF_API void sheaf_series_set_reporter(sheaf_series *series, const char *reporter);
SHEAF_API void sheaf_series_set_partner(sheaf_series *series, const char *partner);
SHEAF_API void sheaf_series_set_flow(sheaf_series *series, const char *flow);
SHEAF_API void sheaf_series_set_product(sheaf_series *series, const char *product);
SHEAF_API void sheaf_series_set_source(sheaf_series *series, const char *source);

/* What is left beside the other series of a chart or table, as sheaf_series_list_top makes it: grey,
 * behind all ranks, and "other" in the chart's language where its name is that. */
SHEAF_API void sheaf_series_set_remainder(sheaf_series *series, bool is_remainder);
SHEAF_API bool sheaf_series_is_remainder(const sheaf_series *series);

/* Borrowed; "" when not set (label: the name). */
SHEAF_API const char *sheaf_series_name(const sheaf_series *series);
SHEAF_API const char *sheaf_series_label(const sheaf_series *series);
SHEAF_API const char *sheaf_series_reporter(const sheaf_series *series);
SHEAF_API const char *sheaf_series_partner(const sheaf_series *series);
SHEAF_API const char *sheaf_series_flow(const sheaf_series *series);
SHEAF_API const char *sheaf_series_product(const sheaf_series *series);
SHEAF_API const char *sheaf_series_unit(const sheaf_series *series);
SHEAF_API const char *sheaf_series_source(const sheaf_series *series);
SHEAF_API int sheaf_series_multiplier(const sheaf_series *series);

/* Observations in order of period; NULL beyond the last. The pointer holds until the next add. */
SHEAF_API size_t sheaf_series_count(const sheaf_series *series);
SHEAF_API const sheaf_observation *sheaf_series_at(const sheaf_series *series, size_t index);
/* NULL when there is none for exactly this period. */
SHEAF_API const sheaf_observation *sheaf_series_find(const sheaf_series *series,
                                                     sheaf_period period);

/* How the derived observations were derived, and those that they were derived
 * from, one sentence each, in English: "turnover 2022 = 31.5 / (1 + 30.1 %), between
 * 24.16 and 24.26" (the bounds are left out when the shown digits tell as much).
 * index < sheaf_series_derivation_count; "" beyond. */
SHEAF_API size_t sheaf_series_derivation_count(const sheaf_series *series);
SHEAF_API const char *sheaf_series_derivation(const sheaf_series *series, size_t index);

/* The algebra. Each returns a new series that the caller owns; its failure
 * (units that differ, no observation in common) is in its status. Rounding
 * intervals travel; the results are marked derived and as weak as their weakest
 * input: suppressed before missing, forecast, estimated, imputed, low reliability,
 * experimental, unvalidated, provisional, break, definition differs, normal. */

/* a + b and a - b, for the periods that both have. Units must agree; a different
 * multiplier is converted to the larger one. The flow follows where the two make
 * one (turnover - exports are imports); both sources are named. */
SHEAF_API sheaf_series *sheaf_series_sum(const sheaf_series *a, const sheaf_series *b);
SHEAF_API sheaf_series *sheaf_series_difference(const sheaf_series *a, const sheaf_series *b);
/* Per cent on the same period of the year before; where the source states its
 * growth, that figure, as stated. No base, or one that is not positive over its
 * whole interval: no observation. */
SHEAF_API sheaf_series *sheaf_series_growth(const sheaf_series *series);
/* Adds, for each stated growth whose base period is not in the series, the base
 * that it implies: value / (1 + growth / 100). The others are copied. */
SHEAF_API sheaf_series *sheaf_series_imply(const sheaf_series *series);

#ifdef __cplusplus
}
#endif
#endif
