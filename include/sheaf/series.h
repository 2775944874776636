/* series.h - a time series of trade observations.
 *
 * A series holds what is the same for all its observations (reporter, partner,
 * flow, product, unit, multiplier, source) and the observations themselves,
 * ordered by period, at most one a period.
 *
 * Rounding. An observation has an interval: "31.5" stands for anything from 31.45
 * to 31.55. Operations compute with these intervals, and a derived figure shows
 * only the digits that hold: to the last place whose unit is not smaller than half
 * the width of its interval. 14.7 / (1 + 12.6 %) lies between 13.00 and 13.11 and
 * shows 13.1; a growth between 48 and 53 % shows 50 %. Where one digit is left of a
 * figure that begins with 1 or 2, or none, people are shown two digits behind a sign
 * for "about": 15 / 13 - 1 is about 15 %.
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
    double value;     /* in unit * 10^multiplier; NaN: no value (the status says why). Added with
                         the status M, L, O or Q, an observation has no value, whatever is given */
    double low, high; /* the rounding interval: low <= value <= high */
    int decimals;     /* places after the point that may be shown; negative: tens, hundreds */
    sheaf_observation_status status;
    char confidentiality;   /* a letter of SDMX CL_CONF_STATUS: 'C' confidential, 'N' not for
                             publication, 'D' secondary …; 'F' or 0: free to be shown */
    bool derived;           /* computed by Sheaf from other figures, not stated by the source */
    bool has_stated_growth; /* false: the source states none; the fields below are ignored */
    double stated_growth;   /* growth on the same period of the year before, in per cent, as the
                               source states it; NaN: not stated either */
    int stated_growth_decimals;
    bool estimated;   /* derived, and more than plain arithmetic: see sheaf_origin */
    size_t line;      /* where it stands in the file that it was read from, from 1; 0: nowhere */
    const char *file; /* that file; NULL: none. Adding an observation copies it */
} sheaf_observation;

/* The three kinds of figure. */
typedef enum {
    SHEAF_ORIGIN_STATED = 0, /* by a source, also where the source calls it estimated */
    SHEAF_ORIGIN_COMPUTED,   /* from stated figures by plain arithmetic: sums, differences, shares,
                                growth, ratios, indices, conversions. It is as good as they are: it
                                carries no mark, and its definition stands once in a sheet's notes */
    SHEAF_ORIGIN_ESTIMATED   /* the base that a stated growth gives (sheaf_series_imply), a sum of
                                which parts are missing, and all that is computed from such a figure.
                                It is marked and drawn apart */
} sheaf_origin;
SHEAF_API sheaf_origin sheaf_observation_origin(const sheaf_observation *observation);

/* Which figures are told from plain ones, by a status flag in brackets beside them ("[p]") or by how
 * their marks are drawn. A figure that is missing always says why. */
typedef enum {
    SHEAF_FLAGS_ESTIMATED = 0, /* own estimates (sheaf_origin), and what a source calls provisional,
                                  estimated, forecast …; not what is merely computed */
    SHEAF_FLAGS_ALL,           /* computed figures, too: "[d]" */
    SHEAF_FLAGS_NONE           /* none */
} sheaf_flags;
/* By the names that specs use: "estimated", "all", "none". false: no such name. */
SHEAF_API bool sheaf_flags_named(const char *name, sheaf_flags *flags);

typedef struct sheaf_series sheaf_series;

/* name: used by specs and messages ("exports"); also the label until
 * sheaf_series_set_label. unit: an ISO 4217 code ("USD"), "t", "kg", "%" or any
 * word. multiplier: the power of ten that values are in, -15 to 24: 9 for billions. */
SHEAF_API sheaf_series *sheaf_series_create(const sheaf_alloc *alloc, const char *name,
                                            const char *unit, int multiplier);

/* The same, filled with n values for the years first_year, first_year + 1, …; NaN
 * is no observation. All have as many decimals as the shortest text of the one
 * that needs most: 8 beside 6.8 is 8.0. Memory is malloc's. */
SHEAF_API sheaf_series *sheaf_series_from_years(const char *name, const char *unit, int multiplier,
                                                int first_year, const double *values, size_t n);
/* The same for months from a first one on, or quarters. */
SHEAF_API sheaf_series *sheaf_series_from_months(const char *name, const char *unit, int multiplier,
                                                 int first_year, int first_month,
                                                 const double *values, size_t n);
SHEAF_API sheaf_series *sheaf_series_from_quarters(const char *name, const char *unit,
                                                   int multiplier, int first_year,
                                                   int first_quarter, const double *values,
                                                   size_t n);
SHEAF_API void sheaf_series_destroy(sheaf_series *series); /* NULL: nothing happens */

SHEAF_API sheaf_status sheaf_series_status(const sheaf_series *series);
/* Never NULL; "" while all is well. Lives as long as the series. */
SHEAF_API const char *sheaf_series_message(const sheaf_series *series);
SHEAF_API const sheaf_error *sheaf_series_error(const sheaf_series *series);

/* Adds an observation that is rounded to so many decimals (2.50 has 2; -18 to 17). Periods may come
 * in any order, but each only once. NaN with SHEAF_NORMAL becomes SHEAF_MISSING. */
SHEAF_API void sheaf_series_add(sheaf_series *series, sheaf_period period, double value,
                                int decimals, sheaf_observation_status status);
/* The same with all fields: also low and high (both equal value for an exact figure), and the growth
 * that the source states. */
SHEAF_API void sheaf_series_add_observation(sheaf_series *series,
                                            const sheaf_observation *observation);

/* A series of its own, with all that the series has. A failed series, or NULL, gives a failed one. */
SHEAF_API sheaf_series *sheaf_series_copy(const sheaf_alloc *alloc, const sheaf_series *series);

/* In place of a number of decimals: as many as the shortest text of the value that needs most, up to 17. */
enum { SHEAF_DECIMALS_FOUND = -1000 };
/* Adds n values for first and the periods of the same length that follow it: months, quarters, years, weeks,
 * days. statuses: a letter of sheaf_observation_status for each ("AAAPP"); NULL: all are normal. NaN of a
 * normal status is a gap, which leaves the period out; of another status an observation without a value. The
 * first failure, also of a period beyond the year 9999, leaves the series failed, as sheaf_series_add does;
 * so does a first period that is a plain number. */
SHEAF_API void sheaf_series_add_many(sheaf_series *series, sheaf_period first, const double *values,
                                     size_t n, int decimals, const char *statuses);
/* An observation at a time, from a database or a file of your own: next fills in *observation, which is
 * zeroed but for its status, SHEAF_NORMAL, and returns 1; 0 ends the series, and any other number fails it with
 * SHEAF_SYSTEM and, below 0, the reason of that errno value (-EIO). Where low and high are both 0 and the
 * value is not, the bounds are those of its decimals. next is called by the calling thread, with the same
 * context. */
SHEAF_API void sheaf_series_add_from(sheaf_series *series,
                                     int (*next)(void *context, sheaf_observation *observation),
                                     void *context);

/* Takes the observation of exactly this period out, with the derivation that says how it was computed. False,
 * and nothing changes: there is none, or the series has failed. */
SHEAF_API bool sheaf_series_remove(sheaf_series *series, sheaf_period period);

/* The attributes of a series. NULL clears one. flow is "exports", "imports", "turnover", "balance",
 * "re-exports" or a word of your own; it decides the colour. Countries are ISO 3166 codes or names.
 * source is printed as given. */
SHEAF_API void sheaf_series_set_label(sheaf_series *series, const char *label);
SHEAF_API void sheaf_series_set_reporter(sheaf_series *series, const char *reporter);
SHEAF_API void sheaf_series_set_partner(sheaf_series *series, const char *partner);
SHEAF_API void sheaf_series_set_flow(sheaf_series *series, const char *flow);
SHEAF_API void sheaf_series_set_product(sheaf_series *series, const char *product);
SHEAF_API void sheaf_series_set_source(sheaf_series *series, const char *source);

/* What the numbers are that the series runs over in place of periods (sheaf_period_number), as the axis
 * says it: "Price, USD/t". Read from a file it is the header of their column. "": not set. */
SHEAF_API void sheaf_series_set_x(sheaf_series *series, const char *x);
SHEAF_API const char *sheaf_series_x(const sheaf_series *series);

/* A remainder is what the other series of a chart or table leave of the total, such as the last
 * series of sheaf_series_list_top. It is drawn grey and after all ranks; if its name is "other", it
 * is written in the chart's language. */
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

/* Observations, from index 0, in order of period. A series packs plain ones into 16 bytes, so they are
 * copied to *observation, to which the functions return a pointer. NULL beyond the last, and where
 * observation is NULL. The copy stays; its file lives as long as the series. */
SHEAF_API size_t sheaf_series_count(const sheaf_series *series);
SHEAF_API const sheaf_observation *sheaf_series_at(const sheaf_series *series, size_t index,
                                                   sheaf_observation *observation);
/* NULL when there is none for exactly this period. */
SHEAF_API const sheaf_observation *
sheaf_series_find(const sheaf_series *series, sheaf_period period, sheaf_observation *observation);

/* How the derived observations, and derived inputs of them, were computed: one English sentence
 * each, "turnover 2022 = 31.5 / (1 + 30.1 %), between 24.16 and 24.26" (without the bounds if the
 * shown digits imply them). A confidential figure has none, since its formula would tell it or its inputs.
 * index < sheaf_series_derivation_count; "" beyond. */
SHEAF_API size_t sheaf_series_derivation_count(const sheaf_series *series);
SHEAF_API const char *sheaf_series_derivation(const sheaf_series *series, size_t index);

/* The algebra. Each returns a new series that the caller owns; its failure
 * (units that differ, no common period) is in its status. Rounding intervals are
 * propagated. Results are flagged as derived, those of an estimate as estimated too,
 * and have the status of their weakest
 * input; from weakest to strongest: suppressed, missing, forecast, estimated,
 * imputed, low reliability, experimental, unvalidated, provisional, break,
 * definition differs, normal. */

/* a + b and a - b, for the periods that both have. Units must be equal; different
 * multipliers are converted to the larger one. The flow is set if the two define
 * one (turnover - exports are imports); both sources are named. */
SHEAF_API sheaf_series *sheaf_series_sum(const sheaf_series *a, const sheaf_series *b);
SHEAF_API sheaf_series *sheaf_series_difference(const sheaf_series *a, const sheaf_series *b);
/* Growth on the same period of the year before, in per cent. If the source states
 * its growth, that figure is used as stated. Without a base that is positive over
 * its entire interval there is no observation. */
SHEAF_API sheaf_series *sheaf_series_growth(const sheaf_series *series);
/* Backcast: a copy of the series to which, for each stated growth whose base period
 * is missing, the base is added: value / (1 + growth / 100). */
SHEAF_API sheaf_series *sheaf_series_imply(const sheaf_series *series);

#ifdef __cplusplus
}
#endif
#endif
