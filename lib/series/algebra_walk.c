/* algebra_walk.c - walks through several series at once, converted to one multiplier. */
#include "series/algebra_walk.h"

bool walk_begin(struct walk *walk, sheaf_series *result, const sheaf_series_list *parts)
{
    size_t n = sheaf_series_list_count(parts);
    const sheaf_series *first = sheaf_series_list_at(parts, 0);

    if (!series_take_error(result, sheaf_series_list_error(parts)))
        return false;
    if (n == 0)
        series_fail(result, SHEAF_BAD_INPUT, "there are no parts here");
    *walk = (struct walk){ .parts = parts, .n = n };
    if (sheaf_series_status(result) == SHEAF_OK) {
        sheaf_error error = { 0 };

        part_roles_find(&walk->roles, parts, series_arena(result), &error);
        series_take_error(result, &error);
    }
    walk->next = arena_array(series_arena(result), size_t, n);
    walk->at = arena_array(series_arena(result), const sheaf_observation *, n);
    walk->converted = arena_array(series_arena(result), sheaf_observation, n);
    walk->multiplier = sheaf_series_multiplier(first);
    for (size_t i = 1; i < n && require_same_unit(result, first, sheaf_series_list_at(parts, i),
                                                  "a total of parts");
         i++) {
        int multiplier = sheaf_series_multiplier(sheaf_series_list_at(parts, i));

        if (multiplier > walk->multiplier)
            walk->multiplier = multiplier;
    }
    return sheaf_series_status(result) == SHEAF_OK;
}

/* Sets the walk's period to the earliest that any part still has to visit. */
static bool find_next_period(struct walk *walk)
{
    bool found = false;

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o =
            sheaf_series_at(sheaf_series_list_at(walk->parts, i), walk->next[i], ROOM);

        if (o != NULL && walk->roles.of[i] != PART_LEFT_OUT &&
            (!found || sheaf_period_compare(o->period, walk->period) < 0)) {
            walk->period = o->period;
            found = true;
        }
    }
    return found;
}

bool walk_on(struct walk *walk)
{
    if (!find_next_period(walk))
        return false;
    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_series *part = sheaf_series_list_at(walk->parts, i);
        const sheaf_observation *o = sheaf_series_at(part, walk->next[i], ROOM);

        walk->at[i] = NULL;
        if (walk->roles.of[i] == PART_LEFT_OUT || o == NULL ||
            sheaf_period_compare(o->period, walk->period) != 0)
            continue;
        walk->next[i]++;
        walk->converted[i] =
            observation_in_larger_unit(o, walk->multiplier - sheaf_series_multiplier(part));
        walk->at[i] = &walk->converted[i];
    }
    return true;
}

sheaf_series *result_of_parts(const sheaf_series_list *parts, const char *name, const char *unit)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    sheaf_series *result;

    if (first == NULL)
        return sheaf_series_create(NULL, name, "", 0);
    result = series_create_like(first, name, unit != NULL ? unit : sheaf_series_unit(first), 0);
    sheaf_series_set_label(result, NULL);
    for (size_t i = 1; i < sheaf_series_list_count(parts); i++)
        describe_as_both(result, sheaf_series_list_at(parts, i));
    return result;
}
