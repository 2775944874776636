/* sdmx_ml_groups.c - groups of SDMX-ML messages, which give attributes to all series that have some
 * members in common.
 *
 * A group is found by its key: the members, in the order of the components, of those components
 * that it has. There are few kinds of groups (patterns), and each keeps its groups in a table of
 * keys, so that a series needs one look-up a kind. */
#include "readers/sdmx/sdmx_ml_parts.h"

#include <string.h>

/* In the order of the components, of which a group has few. */
static void sort_values(struct sdmx_level *level)
{
    for (size_t i = 1; i < level->count; i++) {
        struct sdmx_value value = level->values[i];
        size_t k = i;

        for (; k > 0 && value.component < level->values[k - 1].component; k--)
            level->values[k] = level->values[k - 1];
        level->values[k] = value;
    }
}

void sdmx_ml_keep_group(struct sdmx_ml *ml)
{
    struct sdmx_level *level = &ml->levels[AT_GROUP];
    struct sdmx_group *group;

    if (!sdmx_ml_failed(ml) &&
        memory_grow(table_alloc(ml->builder.table), table_error(ml->builder.table), &ml->groups,
                    &ml->group_capacity, ml->group_count + 1, sizeof *ml->groups)) {
        group = &ml->groups[ml->group_count++];
        *group = (struct sdmx_group){ .next = SIZE_MAX, .line = ml->place.line };
        sort_values(level);
        group->level.count = level->count;
        group->level.values = arena_array(&ml->arena, struct sdmx_value, level->count);
        if (level->count > 0) {
            group->level.texts.bytes =
                arena_text(&ml->arena, level->texts.bytes, level->texts.length);
            if (group->level.values != NULL)
                memcpy(group->level.values, level->values, level->count * sizeof *level->values);
        }
    }
    sdmx_level_clear(level);
}

void sdmx_ml_drop_groups(struct sdmx_ml *ml)
{
    for (size_t i = 0; i < ml->pattern_count; i++)
        string_cache_free(&ml->patterns[i].groups, table_alloc(ml->builder.table));
    ml->pattern_count = ml->group_count = ml->groups_indexed = 0;
    ml->groups_found = false;
}

/* Patterns --------------------------------------------------------------------------- */

static bool is_key(const struct sdmx_ml *ml, const struct sdmx_value *value)
{
    return ml->components[value->component].is_key;
}

static bool has_pattern(const struct sdmx_ml *ml, const struct sdmx_group *group,
                        const struct sdmx_pattern *pattern)
{
    size_t n = 0;

    for (size_t i = 0; i < group->level.count; i++)
        if (is_key(ml, &group->level.values[i]) &&
            (n == pattern->count || pattern->components[n++] != group->level.values[i].component))
            return false;
    return n == pattern->count;
}

/* NULL: failed. */
static struct sdmx_pattern *pattern_of(struct sdmx_ml *ml, const struct sdmx_group *group)
{
    struct sdmx_pattern *pattern;

    for (size_t i = 0; i < ml->pattern_count; i++)
        if (has_pattern(ml, group, &ml->patterns[i]))
            return &ml->patterns[i];
    if (ml->pattern_count == SDMX_PATTERNS) {
        sdmx_ml_fail(ml, "attributes of more than %d kinds of groups", SDMX_PATTERNS);
        return NULL;
    }
    pattern = &ml->patterns[ml->pattern_count];
    *pattern = (struct sdmx_pattern){ .found = SIZE_MAX };
    pattern->components = arena_array(&ml->arena, size_t, group->level.count);
    if (pattern->components == NULL)
        return NULL;
    for (size_t i = 0; i < group->level.count; i++)
        if (is_key(ml, &group->level.values[i]))
            pattern->components[pattern->count++] = group->level.values[i].component;
    ml->pattern_count++;
    return pattern;
}

/* Attributes that change what a figure means; others are of no account here. */
static bool has_meaning(const struct sdmx_ml *ml, const struct sdmx_group *group)
{
    for (size_t i = 0; i < group->level.count; i++) {
        const struct sdmx_component *component = &ml->components[group->level.values[i].component];

        if (!component->is_key &&
            (component->dimension != SIZE_MAX || component->role != HEADER_NONE))
            return true;
    }
    return false;
}

/* Writes the members that a group has. */
static bool write_group_key(struct sdmx_ml *ml, const struct sdmx_level *level)
{
    buffer_clear(&ml->key);
    buffer_put(&ml->key, "", 1); /* a key is never without bytes */
    for (size_t i = 0; i < level->count; i++)
        if (is_key(ml, &level->values[i]))
            buffer_put(&ml->key, sdmx_text(level, &level->values[i]), level->values[i].n + 1);
    return !ml->key.failed;
}

static void index_group(struct sdmx_ml *ml, size_t number)
{
    struct sdmx_group *group = &ml->groups[number];
    size_t known = ml->pattern_count;
    struct sdmx_pattern *pattern = has_meaning(ml, group) ? pattern_of(ml, group) : NULL;
    uint64_t first = SDMX_NO_GROUP;
    bool is_late = ml->data_set_rows > 0 && known < ml->pattern_count;

    if (pattern == NULL || !write_group_key(ml, &group->level))
        return;
    if (is_late || (string_cache_find(&pattern->groups, ml->key.bytes, ml->key.length, &first) &&
                    first == SDMX_NO_GROUP)) {
        ml->place = (struct place){ .file = ml->name, .line = group->line };
        sdmx_ml_fail(ml, "this group gives attributes to series that stand before it; put groups "
                         "first");
    } else if (first != SDMX_NO_GROUP) {
        group->next = ml->groups[first].next;
        ml->groups[first].next = number;
    } else if (!string_cache_add(&pattern->groups, &ml->arena, ml->key.bytes, ml->key.length,
                                 number)) {
        return; /* failed */
    }
}

/* Look-up ---------------------------------------------------------------------------- */

static const struct sdmx_value *value_in(const struct sdmx_level *level, size_t component)
{
    for (size_t i = 0; i < level->count; i++)
        if (level->values[i].component == component)
            return &level->values[i];
    return NULL;
}

/* Writes the key of the current observation. False: it lacks a component of the pattern. */
static bool write_key(struct sdmx_ml *ml, const struct sdmx_pattern *pattern)
{
    buffer_clear(&ml->key);
    buffer_put(&ml->key, "", 1);
    for (size_t i = 0; i < pattern->count; i++) {
        const struct sdmx_level *level = &ml->levels[AT_OBSERVATION];
        const struct sdmx_value *value = value_in(level, pattern->components[i]);

        if (value == NULL) {
            level = &ml->levels[AT_SERIES];
            value = value_in(level, pattern->components[i]);
        }
        if (value == NULL)
            return false;
        buffer_put(&ml->key, sdmx_text(level, value), value->n + 1);
    }
    return !ml->key.failed;
}

static void find_group(struct sdmx_ml *ml, struct sdmx_pattern *pattern)
{
    const struct buffer *key = &ml->key;
    uint64_t number = SDMX_NO_GROUP;

    pattern->found = SIZE_MAX;
    if (!write_key(ml, pattern))
        return;
    /* A key without a group is remembered, so that a group that comes too late is told. */
    if (!string_cache_find(&pattern->groups, key->bytes, key->length, &number) &&
        !string_cache_add(&pattern->groups, &ml->arena, key->bytes, key->length, SDMX_NO_GROUP))
        return;
    if (number != SDMX_NO_GROUP)
        pattern->found = (size_t)number;
}

void sdmx_ml_index_groups(struct sdmx_ml *ml)
{
    while (ml->groups_indexed < ml->group_count && !sdmx_ml_failed(ml)) {
        index_group(ml, ml->groups_indexed++);
        ml->groups_found = false;
    }
}

bool sdmx_ml_apply_groups(struct sdmx_ml *ml)
{
    sdmx_ml_index_groups(ml);
    for (size_t i = 0; i < ml->pattern_count && !sdmx_ml_failed(ml); i++) {
        if (!ml->groups_found)
            find_group(ml, &ml->patterns[i]);
        for (size_t g = ml->patterns[i].found; g != SIZE_MAX; g = ml->groups[g].next)
            if (!sdmx_ml_apply(ml, &ml->groups[g].level))
                return false;
    }
    /* Those of a series hold for its observations, unless these have other members. */
    ml->groups_found = ml->in_series && sdmx_is(ml->dimension_at_observation, "TIME_PERIOD");
    return !sdmx_ml_failed(ml);
}
