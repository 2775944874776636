/* algebra_whole.c - refuses sums that mean nothing, and parts that exceed their whole. */
#include "series/algebra_whole.h"

#include <math.h>
#include <string.h>

#include "series/series_list.h"
#include "vocabulary/country_codes.h"
#include "vocabulary/vocabulary.h"

/* Amounts --------------------------------------------------------------------------------- */

static bool refuse(sheaf_series *result, const sheaf_series *series)
{
    const char *unit = sheaf_series_unit(series);

    series_fail(result, SHEAF_BAD_INPUT,
                "'%.100s' is %s%.60s, which is never added up; add the amounts first, then compute "
                "the share, growth or rank of the sum",
                sheaf_series_name(series),
                series_nature(series) == SERIES_RANK ? "a rank"
                : unit[0] != '\0'                    ? "in "
                                                     : "a price, an index or a share",
                series_nature(series) == SERIES_RANK ? "" : unit);
    return false;
}

bool require_amounts(sheaf_series *result, const sheaf_series *series)
{
    if (sheaf_series_status(result) != SHEAF_OK)
        return false;
    return (series_nature(series) == SERIES_AMOUNT &&
            unit_can_be_added(sheaf_series_unit(series))) ||
           refuse(result, series);
}

bool require_amounts_of_parts(sheaf_series *result, const sheaf_series_list *parts)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);

    if (sheaf_series_status(result) != SHEAF_OK || first == NULL ||
        strcmp(sheaf_series_unit(first), "pp") == 0)
        return sheaf_series_status(result) == SHEAF_OK;
    return require_amounts(result, first);
}

bool require_no_rates(sheaf_series *result, const sheaf_series *series)
{
    const char *unit = sheaf_series_unit(series);
    bool is_share = strcmp(unit, "%") == 0;

    if (sheaf_series_status(result) != SHEAF_OK)
        return false;
    return (!unit_is_never_added(unit) && (is_share || series_nature(series) == SERIES_AMOUNT)) ||
           refuse(result, series);
}

/* Parts and whole ------------------------------------------------------------------------- */

/* True for a part that may hold others: its name is not that of a country. */
static bool may_hold_others(const sheaf_series *part)
{
    const char *partner = sheaf_series_partner(part);

    return strcmp(partner, sheaf_series_name(part)) != 0 || !country_is_iso3(partner);
}

/* The part that is suspected to hold others. */
static const sheaf_series *suspect_of(const struct walk *walk)
{
    const sheaf_series *suspect = NULL;
    bool holds = false;
    double most = 0;

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_series *part = sheaf_series_list_at(walk->parts, i);

        if (walk->at[i] == NULL || holds > may_hold_others(part) ||
            (suspect != NULL && holds == may_hold_others(part) && walk->at[i]->value <= most))
            continue;
        suspect = part;
        holds = may_hold_others(part);
        most = walk->at[i]->value;
    }
    return suspect;
}

static void fail_parts(sheaf_series *result, const struct walk *walk, const sheaf_series *whole)
{
    const sheaf_series *suspect = suspect_of(walk);
    char when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(walk->period, when);
    series_fail(result, SHEAF_BAD_INPUT,
                "in %s the parts add up to more than their whole, '%.60s': one may hold others, "
                "perhaps '%.60s'; leave it out, as in partner: !%.60s",
                when, sheaf_series_name(whole), sheaf_series_name(suspect),
                sheaf_series_name(suspect));
}

/* Lower bounds of the parts against the upper bound of the whole: rounding is never an excess. */
static bool fits(const struct walk *walk, const sheaf_observation *whole)
{
    struct compensated low = { 0 };
    double sum;

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];

        if (o == NULL)
            continue;
        if (isnan(o->value) || o->low < 0)
            return true;
        compensated_add(&low, o->low);
    }
    sum = compensated_value(&low);
    return isnan(whole->value) || whole->low < 0 ||
           without_noise(sum - whole->high, fmax(fabs(sum), fabs(whole->high))) <= 0;
}

bool require_parts_fit(sheaf_series *result, const sheaf_series_list *parts,
                       const sheaf_series *whole)
{
    struct walk walk;

    if (sheaf_series_status(result) != SHEAF_OK || !walk_begin(&walk, result, parts))
        return false;
    whole = whole != NULL ? whole : walk.roles.whole;
    if (whole == NULL ||
        !require_same_unit(result, sheaf_series_list_at(parts, 0), whole, "a total of parts"))
        return sheaf_series_status(result) == SHEAF_OK;
    while (walk_on(&walk)) {
        const sheaf_observation *stated = sheaf_series_find(whole, walk.period, ROOM);
        sheaf_observation in_unit;

        if (stated == NULL)
            continue;
        in_unit =
            observation_in_larger_unit(stated, walk.multiplier - sheaf_series_multiplier(whole));
        if (!fits(&walk, &in_unit)) {
            fail_parts(result, &walk, whole);
            return false;
        }
    }
    return true;
}

void series_list_check_parts(const sheaf_series_list *parts, const sheaf_series *whole,
                             sheaf_error *error)
{
    sheaf_series *scratch = result_of_parts(parts, "", NULL); /* owns the walk's memory */

    require_parts_fit(scratch, parts, whole);
    error_take(error, sheaf_series_error(scratch));
    sheaf_series_destroy(scratch);
}
