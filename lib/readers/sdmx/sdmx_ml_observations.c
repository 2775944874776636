/* sdmx_ml_observations.c - adds the observations of SDMX-ML messages, with what their data set,
 * groups and series say of them. */
#include "readers/reporting_year.h"
#include "readers/sdmx/sdmx_ml_parts.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

enum { POWER_BIAS = 128 }; /* keeps powers of ten in the cache positive */

static bool refuse(struct sdmx_ml *ml, const struct sdmx_component *component)
{
    sdmx_ml_fail(ml, "%s: %s", component->id, ml->builder.reason);
    return false;
}

static bool put_member(struct sdmx_ml *ml, struct sdmx_component *component, const char *text,
                       size_t n)
{
    struct observation_member member;
    uint64_t meaning;

    if (!string_cache_find(&component->members, text, n, &meaning)) {
        member = builder_member(&ml->builder, component->dimension, text, n);
        meaning = (uint64_t)(member.power + POWER_BIAS) << 32 | member.number;
        if (sdmx_ml_failed(ml) ||
            !string_cache_add(&component->members, &ml->arena, text, n, meaning))
            return false;
    }
    member.number = (uint32_t)meaning;
    member.power = (int)(meaning >> 32) - POWER_BIAS;
    builder_put(&ml->builder, component->dimension, member);
    return true;
}

static bool apply_role(struct sdmx_ml *ml, const struct sdmx_component *component, const char *text,
                       size_t n)
{
    switch (component->role) {
    case HEADER_PERIOD:
        ml->period = text;
        return builder_period(&ml->builder, text, n);
    case HEADER_FREQUENCY:
        builder_frequency(&ml->builder, text, n);
        return true;
    case HEADER_STATUS:
        return builder_status(&ml->builder, text, n);
    case HEADER_CONFIDENTIALITY:
        return builder_confidentiality(&ml->builder, text, n);
    case HEADER_MULTIPLIER:
        return n == 0 || builder_whole_number(&ml->builder, text, n, builder_multiplier);
    case HEADER_DECIMALS:
        return n == 0 || builder_whole_number(&ml->builder, text, n, builder_decimals);
    default:
        return true;
    }
}

bool sdmx_ml_apply(struct sdmx_ml *ml, const struct sdmx_level *level)
{
    for (size_t i = 0; i < level->count; i++) {
        const struct sdmx_value *value = &level->values[i];
        struct sdmx_component *component = &ml->components[value->component];
        const char *text = sdmx_text(level, value);

        if (component->is_year_start)
            ml->year_start = text;
        if (component->dimension != SIZE_MAX) {
            if (!put_member(ml, component, text, value->n))
                return false;
        } else if (!apply_role(ml, component, text, value->n)) {
            return refuse(ml, component);
        }
    }
    return !sdmx_ml_failed(ml);
}

/* xs:double without infinities, which no statistic is. "NaN" is SDMX's missing value. An exponent is
 * how doubles are written (Java: 1.23E7 for 12,300,000) and says nothing of rounding. */
static bool put_value(struct sdmx_ml *ml, const char *text, size_t n)
{
    double number;
    int decimals;

    while (n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL)
        n--;
    for (; n > 0 && strchr(" \t\r\n", *text) != NULL; n--)
        text++;
    if (number_read(text, n, &number, &decimals)) {
        builder_value(&ml->builder, number, decimals > 0 ? decimals : 0);
        return true;
    }
    return builder_value_text(&ml->builder, text, n);
}

/* The reporting year may begin in another month than January. False: failed. */
static bool move_to_reporting_year(struct sdmx_ml *ml)
{
    struct csv_field start = { .text = ml->year_start }, text = { .text = ml->period };

    if (start.text == NULL || text.text == NULL)
        return true;
    start.n = strlen(start.text);
    text.n = strlen(text.text);
    reporting_year_apply(ml->builder.table, ml->place, &text, &start, &ml->builder.row.period);
    return !sdmx_ml_failed(ml);
}

static bool add_row(struct sdmx_ml *ml, const struct sdmx_value *measure)
{
    const struct sdmx_level *level = &ml->levels[AT_OBSERVATION];
    const struct sdmx_component *component =
        measure != NULL ? &ml->components[measure->component] : NULL;

    builder_clear(&ml->builder, ml->place.line);
    ml->period = ml->year_start = NULL;
    /* The keys of groups are members of series, which are set before. */
    if (!sdmx_ml_apply(ml, &ml->levels[AT_DATA_SET]) || !sdmx_ml_apply_groups(ml) ||
        !sdmx_ml_apply(ml, &ml->levels[AT_SERIES]) || !sdmx_ml_apply(ml, level) ||
        !move_to_reporting_year(ml))
        return false;
    if (measure != NULL && ml->measure_dimension != SIZE_MAX)
        builder_put(&ml->builder, ml->measure_dimension,
                    builder_member_as_is(&ml->builder, ml->measure_dimension, component->id,
                                         strlen(component->id)));
    if (measure != NULL && !put_value(ml, sdmx_text(level, measure), measure->n))
        return refuse(ml, component);
    if (!builder_add(&ml->builder)) {
        if (!sdmx_ml_failed(ml))
            sdmx_ml_fail(ml, "%s", ml->builder.reason);
        return false;
    }
    ml->data_set_rows++;
    return true;
}

void sdmx_ml_add_observation(struct sdmx_ml *ml)
{
    const struct sdmx_level *level = &ml->levels[AT_OBSERVATION];
    bool added = false;

    if (ml->unresolved > 0 || !ml->has_begun)
        sdmx_ml_resolve(ml);
    for (size_t i = 0; i < level->count && !sdmx_ml_failed(ml); i++)
        if (ml->components[level->values[i].component].role == HEADER_VALUE) {
            added = ml->has_measure = true;
            if (!add_row(ml, &level->values[i]))
                return;
        }
    if (!added && !sdmx_ml_failed(ml) && !add_row(ml, NULL))
        return;
}
