/* multiplier.h - the power of ten in which people are shown figures: 14.9 billion, 256 million. */
#ifndef SHEAF_SERIES_MULTIPLIER_H
#define SHEAF_SERIES_MULTIPLIER_H

#include <stdbool.h>
#include <stddef.h>

/* The multiplier for figures of about figure * 10^given. Millions become billions from a thousand
 * millions on. by_myriads: steps of ten thousand, as in Chinese. Figures given without a multiplier
 * keep none until they get long. */
int multiplier_for_people(double figure, int given, const char *unit, bool by_myriads);

/* The multiplier for figures that are shown together: that of their median, so that one huge figure
 * ("other") does not turn all others into fractions. The largest then has six digits at most. The
 * given multiplier is kept where the median is a tenth or more and the largest no fraction. Zeros and NaN do not count. Sorts the figures, and leaves their magnitudes. */
int multiplier_for_figures(double *figures, size_t n, int given, const char *unit, bool by_myriads);

/* The same, or the next above where a figure of this one, rounded to so many decimals, reaches it:
 * 999,999 to no decimals of a thousand is 1 million, not 1,000 thousand. */
int multiplier_of_rounded(double figure, int decimals, int multiplier, const char *unit,
                          bool by_myriads);

/* The next multiplier below, if it leaves the largest figure (* 10^multiplier) six digits at most;
 * else the same. */
int multiplier_below(double largest, int multiplier, const char *unit, bool by_myriads);

#endif
