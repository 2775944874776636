/* algebra_parts.h - what the files of the algebra share: how inputs determine a result, pairing of
 * two series by period, and the texts of formulas.
 *
 * Rules that every operation keeps:
 *   - a result's interval contains every value that inputs within their intervals can give;
 *   - it shows only the digits that hold (rounding.h); digits.h decides how many of these people
 *     are shown;
 *   - its status is the weakest of its inputs', and it is flagged as derived; as estimated, too, if
 *     an input is, or if it is found from a stated growth or part of a sum;
 *   - one confidential input makes it confidential;
 *   - an input without a value leaves it without one;
 *   - what is measured on a zero or negative figure has no meaning, and is an observation that says so. */
#ifndef SHEAF_SERIES_ALGEBRA_PARTS_H
#define SHEAF_SERIES_ALGEBRA_PARTS_H

#include "base/compensated.h"
#include "series/rounding.h"
#include "series/series.h"
#include "sheaf/algebra.h"

/* The first period of a series, to tell its length; none of an empty one. */
sheaf_period period_of(const sheaf_series *series);

enum {
    RATIO_DIGITS = 6,   /* significant digits of percentages, shares and indices (algebra.h) */
    INDEX_DECIMALS = 1, /* of an index in its base period, which is 100.0 by definition */
    FORMULA_TEXT = 6 * DERIVATION_FIGURE
};

/* The attributes that a result takes over from its inputs. Zeroed: no input yet. */
struct inputs {
    char status; /* of sheaf_observation_status; 0: no input yet */
    char confidentiality;
    bool missing;        /* one of them has no value */
    bool estimated;      /* one of them is an estimate, or the operation makes one */
    bool has_no_meaning; /* one of them could not be computed: see without_meaning */
};
void inputs_take(struct inputs *inputs, const sheaf_observation *observation);
struct inputs inputs_of(const sheaf_observation *a, const sheaf_observation *b); /* b may be NULL */

/* A derived observation. It has no value if an input has none, or if the value is not finite. It
 * shows at most `most` decimals. What a source says cannot exist is not derived, as there was nothing to
 * compute: derived and of that status is what has no meaning. */
sheaf_observation derived_observation(sheaf_period period, struct inputs inputs, double value,
                                      struct interval open, int most);

/* The same for a ratio (percentage, share, index), which may show up to RATIO_DIGITS digits. */
sheaf_observation derived_ratio(sheaf_period period, struct inputs inputs, double value,
                                struct interval open);

/* A ratio to what is zero or negative, which has no meaning: without a value and with the status of what
 * cannot exist. Where an input is unknown the figure is unknown. */
sheaf_observation without_meaning(sheaf_period period, struct inputs inputs);

/* now - base, as the observation of now's period. */
sheaf_observation difference_of(const sheaf_observation *now, const sheaf_observation *base);

struct interval interval_of(const sheaf_observation *observation);
bool is_positive(const sheaf_observation *observation); /* over its entire interval */

/* A compensated sum of observations: small figures are not lost beside large ones. */
struct running_sum {
    struct compensated value, low, high;
    double size;      /* of the largest term */
    int decimals;     /* of the coarsest term */
    bool has_derived; /* not all terms are stated figures */
    struct inputs inputs;
    size_t count;
};
void running_sum_add(struct running_sum *sum, const sheaf_observation *observation);
sheaf_observation running_sum_result(const struct running_sum *sum, sheaf_period period);
/* The sum divided by n. */
sheaf_observation running_sum_mean(const struct running_sum *sum, size_t n, sheaf_period period);

/* Writes a figure for a formula: "31.5"; after a sign a negative one is "(-2.1)". */
void formula_figure(char out[DERIVATION_FIGURE], const sheaf_observation *observation,
                    bool after_sign);
/* "a SIGN b" */
void formula_pair(char out[FORMULA_TEXT], const sheaf_observation *a, const char *sign,
                  const sheaf_observation *b);
/* "1.2 + 1.3 + … + 1.4": writes at most four terms. */
void formula_sum(char out[FORMULA_TEXT], const sheaf_observation *const *terms, size_t n);
/* Appends " × 1000", or " / 1000" for a negative power, nothing for 0. */
void formula_power(char out[FORMULA_TEXT], int power);

/* Calls combine for each period that both series have, in order; the observations are converted to
 * units 10^power_a and 10^power_b larger. Adds the result and its formula if combine returns true.
 * Fails if the series have no period in common, unless both are empty. */
struct pairing {
    int power_a, power_b;
    bool is_sum; /* or difference: what only one has is lacking (series_lacks) */
    const void *context;
    bool (*combine)(const void *context, const sheaf_observation *a, const sheaf_observation *b,
                    sheaf_observation *result, char formula[FORMULA_TEXT]);
};
void combine_pairs(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                   const struct pairing *how);

/* An empty result named "a SIGN b", with the attributes that a and b share, both sources and both
 * series' derivations. Failed if one of them has failed. */
sheaf_series *result_of_pair(const sheaf_series *a, const sheaf_series *b, const char *unit,
                             int multiplier);
/* The powers of ten of a product or quotient: the one that it is computed in, and the one that the
 * result is in. */
struct powers {
    int natural, wanted;
    bool is_measure; /* b is a rate or a price: at zero or below it measures nothing */
};
/* a * b or a / b, named so, in a unit that the caller knows. */
sheaf_series *scaled_by(const sheaf_series *a, const sheaf_series *b, bool divide, const char *unit,
                        struct powers powers);

/* imports - exports, of which one is valued CIF and the other FOB: the formula says so. */
sheaf_series *mirror_difference(const sheaf_series *imports, const sheaf_series *exports);

/* Fails the result of a function of time where the series runs over plain numbers. */
bool require_periods(sheaf_series *result, const sheaf_series *series, const char *function);
/* An empty result of a function of time with the same attributes, named "FUNCTION(seriesOPTIONS)"; options are ""
 * or such as ", on: previous". */
sheaf_series *result_of(const sheaf_series *series, const char *function, const char *options,
                        const char *unit, int multiplier);

/* Does nothing if the result has failed. */
void name_result(sheaf_series *result, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Clears the attributes in which b differs from the result, and adds b's source. */
void describe_as_both(sheaf_series *result, const sheaf_series *b);

/* Copies the attributes (reporter, partner, flow, product) of a part to a result that describes the
 * part, such as its share. */
void describe_as_part(sheaf_series *result, const sheaf_series *part);

/* Fails if the units differ: "WHAT needs one unit: …". */
bool require_same_unit(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                       const char *what);

/* "2022 to 2023", "2023-T1", "nothing". */
void periods_text(char *out, size_t capacity, const sheaf_series *series);

/* Units of products and quotients (algebra_unit.c): "USD" by "t" is "USD/t". NULL on failure, which
 * fails the result: out of memory, or a meaningless unit ("cannot multiply USD by USD"). */
const char *unit_product(sheaf_series *result, const char *a, const char *b);
const char *unit_quotient(sheaf_series *result, const char *a, const char *b);
/* True for "" and "%", which are plain numbers. */
bool unit_is_plain(const char *unit);

#endif
