/* observation.c - validity of an observation, and conversion to another unit. */
#include "series/observation.h"

#include <math.h>
#include <string.h>

#include "period/period.h"
#include "series/rounding.h"

static bool known_status(sheaf_observation_status status)
{
    return status >= 'A' && status <= 'Z' && strchr("ABDEFGILMNOPQUV", (int)status) != NULL;
}

const char *observation_fault(const sheaf_observation *observation)
{
    if (!period_valid(observation->period))
        return "the period is none";
    if (isinf(observation->value) ||
        (observation->has_stated_growth && isinf(observation->stated_growth)))
        return "the value is infinite; use NaN and a status for what is missing";
    if (observation->decimals > MOST_DECIMALS || observation->decimals < LEAST_DECIMALS)
        return "decimals are not from -18 to 17";
    if (!isnan(observation->value) &&
        !(observation->low <= observation->value && observation->value <= observation->high &&
          isfinite(observation->high - observation->low)))
        return "the value is not between low and high";
    if (!known_status(observation->status))
        return "the status is not a letter of SDMX's CL_OBS_STATUS";
    return NULL;
}

sheaf_origin sheaf_observation_origin(const sheaf_observation *observation)
{
    if (observation == NULL || !(observation->derived || observation->estimated))
        return SHEAF_ORIGIN_STATED;
    return observation->estimated ? SHEAF_ORIGIN_ESTIMATED : SHEAF_ORIGIN_COMPUTED;
}

bool sheaf_flags_named(const char *name, sheaf_flags *flags)
{
    static const char *const names[] = { [SHEAF_FLAGS_ESTIMATED] = "estimated",
                                         [SHEAF_FLAGS_ALL] = "all",
                                         [SHEAF_FLAGS_NONE] = "none" };

    for (size_t i = 0; i < sizeof names / sizeof *names && name != NULL && flags != NULL; i++)
        if (strcmp(names[i], name) == 0) {
            *flags = (sheaf_flags)i;
            return true;
        }
    return false;
}

bool status_denies_value(char status)
{
    return status == SHEAF_SUPPRESSED || status == SHEAF_MISSING || status == SHEAF_NOT_COLLECTED ||
           status == SHEAF_CANNOT_EXIST;
}

bool observation_is_confidential(const sheaf_observation *observation)
{
    return observation->confidentiality != 0 && observation->confidentiality != 'F';
}

static double in_larger_unit(double value, int power)
{
    double scaled = power > 0 ? value / power_of_ten(power) : value * power_of_ten(-power);

    return without_noise(scaled, 0);
}

sheaf_observation observation_in_larger_unit(const sheaf_observation *observation, int power)
{
    sheaf_observation larger = *observation;

    if (power == 0)
        return larger;
    larger.value = in_larger_unit(larger.value, power);
    larger.low = fmin(larger.value, in_larger_unit(larger.low, power));
    larger.high = fmax(larger.value, in_larger_unit(larger.high, power));
    larger.decimals = within_decimals(larger.decimals + power);
    return larger;
}
