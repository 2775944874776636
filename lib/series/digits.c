/* digits.c - how many digits of a figure people are shown. */
#include "series/digits.h"

#include <math.h>
#include <string.h>

#include "series/rounding.h"

enum { RATE_DIGITS = 2, RATE_DECIMALS = 1, AMOUNT_DIGITS = 3 };

static int power_of(double value)
{
    return value == 0 || !isfinite(value) ? 0 : whole_log10(fabs(value), 1e-12);
}

int decimals_for_digits(double value, int digits)
{
    return digits - 1 - power_of(round_to(value, digits - 1 - power_of(value)));
}

bool unit_is_rate(const char *unit)
{
    static const char index[] = " = 100";
    size_t n = strlen(unit), suffix = sizeof index - 1;

    return strcmp(unit, "%") == 0 || strcmp(unit, "pp") == 0 ||
           (n > suffix && strcmp(unit + n - suffix, index) == 0);
}

int decimals_of_bounds(double low, double high)
{
    int decimals = decimals_for_digits(high - low, 1);

    return decimals > 0 ? decimals : 0;
}

/* The significant digits of a figure rounded to so many decimals. */
static int count_digits(double value, int decimals)
{
    double shown = fabs(round_to(value, decimals));

    return shown > 0 ? power_of(shown) + decimals + 1 : 0;
}

static bool begins_with_one_or_two(double value)
{
    return value != 0 && fabs(value) / power_of_ten(power_of(value)) < 3 - 1e-9;
}

/* A figure of which exactly as much is known as of a stated one with its digits is not doubtful. */
static bool is_like_stated(double value, double low, double high, int decimals)
{
    return !interval_exceeds_digits(value, (struct interval){ low, high }, decimals) &&
           high - low >= power_of_ten(-decimals) * (1 - 1e-6);
}

/* Nothing is left open of an exact figure; and a zero that holds to the last place before the point
 * is a zero. */
static bool holds_too_little(double value, double low, double high, int decimals)
{
    int n = count_digits(value, decimals);

    if (!(high > low) || (value == 0 && decimals >= 0) ||
        is_like_stated(value, low, high, decimals))
        return false;
    return n < 1 || (n == 1 && (begins_with_one_or_two(value) ||
                                begins_with_one_or_two(round_to(value, decimals))));
}

struct known_digits digits_known(double value, double low, double high, int decimals)
{
    if (!holds_too_little(value, low, high, decimals))
        return (struct known_digits){ decimals, false };

    int about = decimals_for_digits(value, 2);

    if (about > 0 && round_to(value, about) == round_to(value, about - 1))
        about--; /* a final nought would claim to be known */
    return (struct known_digits){ about > decimals ? about : decimals, true };
}

struct known_digits digits_of(const sheaf_observation *observation)
{
    const sheaf_observation *o = observation;

    if (isnan(o->value) || !(o->derived || vanishes(o->value, o->decimals)))
        return (struct known_digits){ o->decimals, false };
    return digits_known(o->value, o->low, o->high, o->decimals);
}

void common_decimals_begin(struct common_decimals *common, int wanted)
{
    *common = (struct common_decimals){ .wanted = wanted, .least = MOST_DECIMALS };
}

/* True of two different figures that would be shown alike with fewer decimals. */
static bool become_alike(double a, int decimals_a, double b, int decimals_b, int fewer)
{
    return round_to(a, fewer) == round_to(b, fewer) &&
           round_to(a, decimals_a) != round_to(b, decimals_b);
}

void common_decimals_try(struct common_decimals *common, double value, int decimals)
{
    if (!common->loses && decimals > common->least) {
        int digits = count_digits(value, decimals), enough = digits < 2 ? digits : 2;

        common->loses = count_digits(value, common->least) < enough;
    }
    if (!common->loses && common->has_last &&
        (decimals > common->least || common->last_decimals > common->least))
        common->loses =
            become_alike(value, decimals, common->last, common->last_decimals, common->least);
    common->has_last = true;
    common->last = value;
    common->last_decimals = decimals;
}

struct known_digits common_decimals_of(const struct common_decimals *common,
                                       struct known_digits alone, bool derived)
{
    if (!common->loses)
        return (struct known_digits){ alone.decimals < common->least ? alone.decimals
                                                                     : common->least,
                                      alone.is_about };
    if (derived && !alone.is_about && alone.decimals >= 0 && alone.decimals + 1 == common->wanted)
        return (struct known_digits){ common->wanted, true };
    return alone;
}

int decimals_for_people(const char *unit, double value, int known)
{
    bool is_rate = unit_is_rate(unit);
    int least = is_rate ? RATE_DECIMALS : 0;
    int wanted = decimals_for_digits(value, is_rate ? RATE_DIGITS : AMOUNT_DIGITS);

    wanted = wanted > least ? wanted : least;
    return known < wanted ? known : wanted;
}
