/* residual.c - totals that would tell a secret, as what they leave beside the other parts. */
#include "series/residual.h"

#include <math.h>

#include "series/observation.h"
#include "series/series.h"
#include "series/series_list.h"

/* The share of a total that, held by none of its parts in some period, hides what a secret part is. */
static const double hiding_share = 0.05;

/* What is known in one period of the parts of a whole. */
struct known_parts {
    double sum; /* in the unit itself */
    size_t missing, secrets;
    sheaf_observation secret; /* the last */
};

static bool is_secret(const sheaf_observation *at)
{
    return observation_is_confidential(at) || (isnan(at->value) && at->status == SHEAF_SUPPRESSED);
}

/* A part without an observation is nothing. */
static struct known_parts known_in(const sheaf_series *const *parts, size_t n, sheaf_period period)
{
    struct known_parts known = { 0 };

    for (size_t i = 0; i < n; i++) {
        sheaf_observation room;
        const sheaf_observation *at = sheaf_series_find(parts[i], period, &room);
        if (at == NULL || sheaf_series_is_remainder(parts[i]))
            continue;
        if (is_secret(at)) {
            known.secrets++;
            known.secret = *at;
        } else if (isnan(at->value))
            known.missing++;
        else
            known.sum += at->value * pow(10, sheaf_series_multiplier(parts[i]));
    }
    return known;
}

/* Whether in some period the whole is so much more than its parts, which are all known. */
static bool holds_more(const sheaf_series *whole, const sheaf_series *const *parts, size_t n)
{
    double unit = pow(10, sheaf_series_multiplier(whole));

    for (size_t i = 0; i < sheaf_series_count(whole); i++) {
        sheaf_observation room;
        const sheaf_observation *at = sheaf_series_at(whole, i, &room);
        struct known_parts known = known_in(parts, n, at->period);
        double total = at->value * unit;
        if (known.missing + known.secrets == 0 &&
            fabs(total - known.sum) > hiding_share * fabs(total))
            return true;
    }
    return false;
}

static void hide_one(sheaf_series *whole, const sheaf_observation *at,
                     const sheaf_observation *secret)
{
    sheaf_observation hidden = { .period = at->period,
                                 .value = NAN,
                                 .low = NAN,
                                 .high = NAN,
                                 .status = secret->status,
                                 .confidentiality = secret->confidentiality,
                                 .derived = at->derived };

    if (sheaf_series_remove(whole, hidden.period))
        sheaf_series_add_observation(whole, &hidden);
}

void series_hide_residuals(sheaf_series *whole, const sheaf_series *const *parts, size_t n)
{
    if (n == 0 || holds_more(whole, parts, n))
        return;
    for (size_t i = 0; i < sheaf_series_count(whole) && sheaf_series_status(whole) == SHEAF_OK;
         i++) {
        sheaf_observation room;
        const sheaf_observation *at = sheaf_series_at(whole, i, &room);
        if (isnan(at->value))
            continue;
        struct known_parts known = known_in(parts, n, at->period);
        if (known.secrets == 1 && known.missing == 0)
            hide_one(whole, at, &known.secret);
    }
}

/* Plain figures are not secret. */
bool series_has_secret(const sheaf_series *series)
{
    size_t n = sheaf_series_count(series);

    for (size_t i = 0; i < n;) {
        sheaf_observation room;
        struct plain_run run = series_plain_from(series, i);
        if (run.n == 0 && is_secret(sheaf_series_at(series, i, &room)))
            return true;
        i += run.n > 0 ? run.n : 1;
    }
    return false;
}

static bool has_secret(sheaf_series_list *list)
{
    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        if (series_has_secret(series_list_item(list, i)))
            return true;
    return false;
}

sheaf_series *series_list_hide_residuals(sheaf_series_list *list, struct arena *arena)
{
    size_t count = sheaf_series_list_count(list), n = 0;
    const sheaf_series **parts = arena_array(arena, const sheaf_series *, count);
    sheaf_series *whole = NULL;
    struct part_roles roles;
    sheaf_error why = { 0 }; /* that these are no parts of a whole */

    if (parts == NULL || count < 2 || !has_secret(list) ||
        !part_roles_find(&roles, list, arena, &why) || roles.whole == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        sheaf_series *series = series_list_item(list, i);
        if (series == roles.whole)
            whole = series;
        else if (roles.of[i] != PART_LEFT_OUT)
            parts[n++] = series;
    }
    if (whole != NULL)
        series_hide_residuals(whole, parts, n);
    return whole;
}
