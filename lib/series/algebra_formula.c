/* algebra_formula.c - the texts of formulas, such as "24.21 - 13.06", with digits enough to compute them
 * again. */
#include "series/algebra_parts.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/quick_format.h"
#include "series/digits.h"

enum { FORMULA_DIGITS = 4, MOST_FORMULA_DIGITS = 6 };

/* A formula gives a derived figure with more digits than are shown elsewhere, so that a reader who
 * recomputes it gets the result: 24.21 - 13.06 is 11.15, but 24.2 - 13 is not. */
static int decimals_of_derived(const sheaf_observation *observation)
{
    double shown = round_to(observation->value, observation->decimals);
    double noise = power_of_ten(-observation->decimals) * 1e-6;
    int places;

    if (!observation->derived || observation->value == 0 ||
        !(fabs(shown - observation->value) > noise))
        return observation->decimals;
    places = FORMULA_DIGITS - 1 - (int)floor(log10(fabs(observation->value)));
    return places > observation->decimals && places <= MOST_DECIMALS ? places
                                                                     : observation->decimals;
}

/* The decimals of a figure in a formula: at most MOST_FORMULA_DIGITS significant digits, but never
 * fewer decimals than least, which a sum needs. */
static int formula_decimals(const sheaf_observation *observation, int least)
{
    int decimals = decimals_of_derived(observation);
    int most = decimals_for_digits(observation->value, MOST_FORMULA_DIGITS);

    most = most > least ? most : least;
    most = most > 0 ? most : 0;
    return decimals < most ? decimals : most;
}

static void write_figure(char out[DERIVATION_FIGURE], const sheaf_observation *observation,
                         bool after_sign, int least)
{
    char figure[DERIVATION_FIGURE - 2];
    char written[DERIVATION_FIGURE];

    derivation_figure(written, observation->value, formula_decimals(observation, least));
    if (!after_sign || observation->value >= 0 || strlen(written) >= sizeof figure) {
        memcpy(out, written, sizeof written);
        return;
    }
    memcpy(figure, written, strlen(written) + 1);
    quick_format(out, DERIVATION_FIGURE, "(%s)", figure);
}

void formula_figure(char out[DERIVATION_FIGURE], const sheaf_observation *observation,
                    bool after_sign)
{
    write_figure(out, observation, after_sign, 0);
}

/* The decimals of a sum or difference, which may be much smaller than its terms. */
static int decimals_of_result(const sheaf_observation *a, const char *sign,
                              const sheaf_observation *b)
{
    bool is_sum = strcmp(sign, "+") == 0, is_difference = strcmp(sign, "\u2212") == 0;
    double result = without_noise(is_sum ? a->value + b->value : a->value - b->value,
                                  fmax(fabs(a->value), fabs(b->value)));

    return is_sum || is_difference ? decimals_for_digits(result, FORMULA_DIGITS) : 0;
}

void formula_pair(char out[FORMULA_TEXT], const sheaf_observation *a, const char *sign,
                  const sheaf_observation *b)
{
    char left[DERIVATION_FIGURE], right[DERIVATION_FIGURE];
    int least = decimals_of_result(a, sign, b);

    write_figure(left, a, false, least);
    write_figure(right, b, true, least);
    quick_format(out, FORMULA_TEXT, "%s %s %s", left, sign, right);
}

void formula_sum(char out[FORMULA_TEXT], const sheaf_observation *const *terms, size_t n)
{
    size_t length = 0;

    out[0] = '\0';
    for (size_t i = 0; i < n && length < FORMULA_TEXT; i++) {
        char figure[DERIVATION_FIGURE];

        if (n > 4 && i == 2) {
            length += (size_t)quick_format(out + length, FORMULA_TEXT - length, " + \u2026");
            i = n - 1;
        }
        formula_figure(figure, terms[i], i > 0);
        length += (size_t)quick_format(out + length, FORMULA_TEXT - length, "%s%s",
                                       i > 0 ? " + " : "", figure);
    }
}

void formula_power(char out[FORMULA_TEXT], int power)
{
    size_t length = strlen(out);
    char factor[NUMBER_TEXT];

    if (power == 0)
        return;
    number_write(factor, power_of_ten(power > 0 ? power : -power));
    quick_format(out + length, FORMULA_TEXT - length, " %s %s", power > 0 ? "\u00d7" : "/", factor);
}
