/* digits.h - how many digits of a figure people are shown.
 *
 * Programs get all digits that hold (algebra.h). Charts, sheets and text tables show as many as a
 * statistics office prints:
 *   - percentages, percentage points and indices: one decimal, and at least two significant
 *     digits: 12.3, 0.55, 0.0015;
 *   - other figures: three significant digits, and all before the point: 79.1, 7.91, 1,234.
 * Never more digits than hold (rounding.h). Of a derived figure that begins with 1 or 2 (exactly or
 * rounded) and has less than two digits that hold, or of one with none, the computed value is shown
 * to two digits behind a sign for "about": 15 / 13 - 1 lies between 7 and 24 % and is shown as about
 * 15 %. */
#ifndef SHEAF_SERIES_DIGITS_H
#define SHEAF_SERIES_DIGITS_H

#include <math.h>
#include <stdbool.h>

#include "series/rounding.h"
#include "sheaf/series.h"

/* The decimals that show so many significant digits of the rounded value (9.96 to two digits is 10,
 * so 0). 0 counts as 1. */
int decimals_for_digits(double value, int digits);

/* True for percentages, percentage points and indices ("2015 = 100"). */
bool unit_is_rate(const char *unit);

/* known: the decimals that hold. */
int decimals_for_people(const char *unit, double value, int known);

/* The decimals for an interval that is shown by its ends: none, or as many as are needed to make the
 * ends differ. */
int decimals_of_bounds(double low, double high);

/* The digits of a figure that people may be shown, at most. */
struct known_digits {
    int decimals;
    bool is_about; /* they do not all hold: the sign for "about" stands before them */
};
/* decimals: those of a derived figure that hold by rounding.h. */
struct known_digits digits_known(double value, double low, double high, int decimals);
/* The same of an observation; a stated one has its own, unless these show nothing of it. */
struct known_digits digits_of(const sheaf_observation *observation);

/* One number of decimals for figures that are read together, in one column or one chart: the smallest
 * that any of them has, unless it would leave one of them less than two digits, or make neighbours
 * look alike. Then each keeps its own; of a derived figure that is one place short of the wanted ones
 * the computed value stands behind the sign for "about": about 31.3 under 14.9 and 4.1. */
struct common_decimals {
    int wanted; /* of all; NO_WANTED_DECIMALS: each has its own */
    int least, most;
    bool loses;
    bool has_last; /* the figure before */
    double last;
    int last_decimals;
};
enum { NO_WANTED_DECIMALS = -100 };
void common_decimals_begin(struct common_decimals *common, int wanted);
/* First each figure as it would be shown alone, then each of them again, in the same order. */
static inline void common_decimals_add(struct common_decimals *common, int decimals)
{
    decimals = decimals > 0 ? decimals : 0;
    common->least = decimals < common->least ? decimals : common->least;
    common->most = decimals > common->most ? decimals : common->most;
}
void common_decimals_try(struct common_decimals *common, double value, int decimals);
/* What is shown of each. alone: as it would be shown alone. */
struct known_digits common_decimals_of(const struct common_decimals *common,
                                       struct known_digits alone, bool derived);

/* True of a value that is not zero but would be shown as zero. */
static inline bool vanishes(double value, int decimals)
{
    /* A whole unit of the last place is never rounded away: most figures need no rounding here. */
    return fabs(value) < power_of_ten(-decimals) && value != 0 && round_to(value, decimals) == 0;
}

#endif
