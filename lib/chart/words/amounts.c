/* amounts.c - how a figure is written for people, in charts, tables, texts and key figures. */
#include "chart/words/amounts.h"

#include <math.h>

#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"
#include "series/series.h"
#include "text/format.h"

#define ABOUT              "\xE2\x89\x88" /* U+2248 */
#define LEFT_TO_RIGHT_MARK "\xE2\x80\x8E" /* U+200E */

/* given: the multiplier of the observation. */
static struct amount scaled_to(const sheaf_observation *observation, const char *unit, int given,
                               int multiplier, int decimals)
{
    sheaf_observation scaled = observation_in_larger_unit(observation, multiplier - given);
    struct known_digits known = digits_of(&scaled);

    if (decimals == DECIMALS_FOR_PEOPLE)
        decimals = decimals_for_people(unit, scaled.value, known.decimals);
    return (struct amount){ .value = scaled.value,
                            .low = scaled.low,
                            .high = scaled.high,
                            .decimals = decimals < known.decimals ? decimals : known.decimals,
                            .is_about = known.is_about,
                            .unit = unit,
                            .multiplier = multiplier };
}

struct amount amount_of(const sheaf_series *series, const sheaf_observation *observation,
                        int multiplier, int decimals)
{
    return scaled_to(observation, sheaf_series_unit(series), sheaf_series_multiplier(series),
                     multiplier, decimals);
}

static struct amount for_people(const sheaf_observation *observation, const char *unit, int given,
                                int decimals)
{
    int multiplier = multiplier_for_people(fabs(observation->value), given, unit, false);
    struct amount amount = scaled_to(observation, unit, given, multiplier, decimals);
    int rounded = multiplier_of_rounded(amount.value, amount.decimals, multiplier, unit, false);

    return rounded == multiplier ? amount : scaled_to(observation, unit, given, rounded, decimals);
}

struct amount amount_alone(const sheaf_series *series, const sheaf_observation *observation,
                           int decimals)
{
    return for_people(observation, sheaf_series_unit(series), sheaf_series_multiplier(series),
                      decimals);
}

struct amount amount_of_observation(const sheaf_observation *observation, const char *unit,
                                    int multiplier)
{
    return for_people(observation, unit, multiplier, DECIMALS_FOR_PEOPLE);
}

static bool has_sign_of_rise(enum amount_form form)
{
    return form == AMOUNT_CHANGE || form == AMOUNT_BARE_CHANGE;
}

/* The same figure where a sign would say nothing. */
static enum amount_form without_sign(enum amount_form form)
{
    return form == AMOUNT_CHANGE ? AMOUNT_WHOLE : form == AMOUNT_BARE_CHANGE ? AMOUNT_BARE : form;
}

static const char *write(struct text *text, struct arena *arena, const struct amount *amount,
                         double value, int decimals, enum amount_form form)
{
    switch (form) {
    case AMOUNT_WHOLE:
        return format_amount(text, arena, value, amount->unit, amount->multiplier, decimals);
    case AMOUNT_CHANGE:
        return format_change(text, arena, value, amount->unit, decimals);
    case AMOUNT_BARE_CHANGE:
        return format_change(text, arena, value, "", decimals);
    default:
        return format_number(text, arena, value, decimals);
    }
}

/* Rounded outwards. Between signed figures stands "…": a dash would be misread as a sign. */
static const char *write_bounds(struct text *text, struct arena *arena, const struct amount *amount,
                                enum amount_form form)
{
    int decimals = decimals_of_bounds(amount->low, amount->high);
    double unit = power_of_ten(-decimals);
    double low = floor(amount->low / unit + 1e-6) * unit;
    double high = ceil(amount->high / unit - 1e-6) * unit;

    bool has_sign = low < 0 || (has_sign_of_rise(form) && low > 0);
    enum amount_form end = has_sign ? form : without_sign(form);
    const char *from = has_sign ? write(text, arena, amount, low, decimals, form)
                                : write(text, arena, amount, low, decimals, AMOUNT_BARE);
    const char *to = write(text, arena, amount, high, decimals, end);

    if (from == NULL || to == NULL)
        return NULL;
    return arena_format(arena, "%s%s%s", from, has_sign ? "\xC2\xA0\xE2\x80\xA6 " : "\xE2\x80\x93",
                        to);
}

static const char *write_figure(struct text *text, struct arena *arena, const struct amount *amount,
                                enum amount_form form)
{
    if (!vanishes(amount->value, amount->decimals))
        return write(text, arena, amount, amount->value, amount->decimals, form);

    double least = copysign(power_of_ten(-amount->decimals), amount->value);
    const char *limit = write(text, arena, amount, least, amount->decimals, without_sign(form));
    return limit != NULL ? arena_format(arena, "%s%s", least < 0 ? ">" : "<", limit) : NULL;
}

static bool amount_is_about(const struct amount *amount)
{
    return amount->is_about && !amount->as_range && !vanishes(amount->value, amount->decimals);
}

/* Whether a range tells more than the shown figure: it leaves more open than its digits say, or
 * less, as 50 does for 48 to 53: nobody sees that its nought does not hold. */
static bool has_range(const struct amount *amount)
{
    struct interval open = { amount->low, amount->high };
    double width = amount->high - amount->low, unit = power_of_ten(-amount->decimals);

    return amount->as_range && width > 0 &&
           (amount->is_about || (amount->decimals < 0 && width < unit * (1 - 1e-6)) ||
            interval_exceeds_digits(amount->value, open, amount->decimals));
}

const char *amount_text(struct text *text, struct arena *arena, const struct amount *amount,
                        enum amount_form form)
{
    if (has_range(amount))
        return write_bounds(text, arena, amount, form);

    const char *figure = write_figure(text, arena, amount, form);

    if (figure == NULL || !amount_is_about(amount))
        return figure;
    /* A sign without direction would stand at the right of its figure in right-to-left text. */
    return arena_format(arena, "%s" ABOUT "%s",
                        text_is_right_to_left(text) ? LEFT_TO_RIGHT_MARK : "", figure);
}

const char *amount_speech(struct text *text, struct arena *arena, const struct amount *amount,
                          enum amount_form form)
{
    if (!amount_is_about(amount))
        return amount_text(text, arena, amount, form);

    const struct blank blanks[] = { { "amount", write_figure(text, arena, amount, form) } };
    return format_phrase(text, arena, PHRASE_ABOUT, blanks, 1);
}

double amount_direction(const struct amount *amount)
{
    if (!has_range(amount))
        return amount->value;
    return amount->low >= 0 ? 1 : amount->high <= 0 ? -1 : 0;
}
