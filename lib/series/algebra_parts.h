/* algebra_parts.h - what the files of the algebra share: what a result takes over from
 * its inputs, walks over pairs of series, and the texts of formulas.
 *
 * The rules that every operation keeps:
 *   - a result's interval holds every value that inputs within their intervals can give;
 *   - it shows only the digits that hold (rounding.h); how many of them people read is no
 *     affair of the algebra (digits.h);
 *   - its status is the weakest of its inputs', and it is marked derived;
 *   - one confidential input makes it confidential;
 *   - an input without a value leaves it without one. */
#ifndef SHEAF_SERIES_ALGEBRA_PARTS_H
#define SHEAF_SERIES_ALGEBRA_PARTS_H

#include "base/compensated.h"
#include "series/rounding.h"
#include "series/series.h"
#include "sheaf/algebra.h"

enum {
    RATIO_DIGITS = 6,   /* of percentages, shares, indices: more say nothing (algebra.h) */
    INDEX_DECIMALS = 1, /* of what is 100 by definition */
    FORMULA_TEXT = 6 * DERIVATION_FIGURE
};

/* What travels besides the figures. Zeroed: of no input yet. */
struct inputs {
    char status; /* of sheaf_observation_status; 0: no input yet */
    char confidentiality;
    bool missing; /* one of them has no value */
};
void inputs_take(struct inputs *inputs, const sheaf_observation *observation);
struct inputs inputs_of(const sheaf_observation *a, const sheaf_observation *b); /* b may be NULL */

/* An observation of such inputs; without a value when one of them has none, or when the
 * value is beyond a double. most: the most decimals that come into question. */
sheaf_observation derived_observation(sheaf_period period, struct inputs inputs, double value,
                                      struct interval open, int most);

/* The same of a ratio (a percentage, a share, an index), which may show as many digits as
 * hold, up to RATIO_DIGITS. */
sheaf_observation derived_ratio(sheaf_period period, struct inputs inputs, double value,
                                struct interval open);

struct interval interval_of(const sheaf_observation *observation);
bool is_positive(const sheaf_observation *observation); /* over its whole interval */

/* A sum that many figures are added to without losing the small ones. */
struct running_sum {
    struct compensated value, low, high;
    double size;  /* of the largest term */
    int decimals; /* of the coarsest term */
    struct inputs inputs;
    size_t count;
};
void running_sum_add(struct running_sum *sum, const sheaf_observation *observation);
sheaf_observation running_sum_result(const struct running_sum *sum, sheaf_period period);
/* The sum / n: of n terms, their mean. */
sheaf_observation running_sum_mean(const struct running_sum *sum, size_t n, sheaf_period period);

/* Formulas: "31.5", and "(-2.1)" in brackets where a sign stands before it. */
void formula_figure(char out[DERIVATION_FIGURE], const sheaf_observation *observation,
                    bool after_sign);
/* "a SIGN b" */
void formula_pair(char out[FORMULA_TEXT], const sheaf_observation *a, const char *sign,
                  const sheaf_observation *b);
/* "1.2 + 1.3 + … + 1.4": at most four of them are written out. */
void formula_sum(char out[FORMULA_TEXT], const sheaf_observation *const *terms, size_t n);
/* Appends " × 1000", or " / 1000" for a negative power, nothing for 0. */
void formula_power(char out[FORMULA_TEXT], int power);

/* Calls combine for each period that both series have, in order, with both observations
 * in units 10^power_a and 10^power_b larger; adds what it gives, with its formula,
 * unless it returns false. Fails when they have no period in common;
 * two that are empty give an empty one. */
struct pairing {
    int power_a, power_b;
    const void *context;
    bool (*combine)(const void *context, const sheaf_observation *a, const sheaf_observation *b,
                    sheaf_observation *result, char formula[FORMULA_TEXT]);
};
void combine_pairs(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                   const struct pairing *how);

/* An empty result about what both are about, with both sources and their derivations;
 * named "a SIGN b". Failed when one of them is. */
sheaf_series *result_of_pair(const sheaf_series *a, const sheaf_series *b, const char *unit,
                             int multiplier);
/* An empty result about the same thing, named "FUNCTION(series)", or with options such as
 * ", on: previous" before the bracket. */
sheaf_series *result_of(const sheaf_series *series, const char *function, const char *options,
                        const char *unit, int multiplier);

/* Unless it has failed. */
void name_result(sheaf_series *result, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Keeps of a result's description what b is about, too, and names b's source beside its own. */
void describe_as_both(sheaf_series *result, const sheaf_series *b);

/* Says that a result is of a part, such as its share of a whole: whose, with whom and of what. */
void describe_as_part(sheaf_series *result, const sheaf_series *part);

/* Fails unless the units are the same: "WHAT needs one unit: …". */
bool require_same_unit(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                       const char *what);

/* "2022 to 2023", "2023-T1", "nothing". */
void periods_text(char *out, size_t capacity, const sheaf_series *series);

/* Units of products and quotients (algebra_unit.c): "USD" by "t" is "USD/t". NULL after
 * a failure, of memory or of sense ("cannot multiply USD by USD"), in the series. */
const char *unit_product(sheaf_series *result, const char *a, const char *b);
const char *unit_quotient(sheaf_series *result, const char *a, const char *b);
/* "" and "%": what has no unit of its own. */
bool unit_is_plain(const char *unit);

#endif
