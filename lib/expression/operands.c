/* operands.c - matches the series of several operands by name and applies a function to each
 * match. */
#include <string.h>

#include "base/string_cache.h"
#include "expression/values.h"
#include "period/period.h"
#include "series/series.h"
#include "series/series_list.h"

/* The series of the operands that have several, by their names; filled when first asked. */
struct matcher {
    const struct operands *operands;
    struct arena *arena;
    struct string_cache names[MOST_PARAMETERS];
};

static bool fill_names(struct matcher *matcher, size_t index)
{
    const sheaf_series_list *list = matcher->operands->lists[index];
    struct string_cache *names = &matcher->names[index];
    uint64_t first;

    if (names->count > 0)
        return true;
    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const char *name = sheaf_series_name(sheaf_series_list_at(list, i));

        if (!string_cache_find(names, name, strlen(name), &first) &&
            !string_cache_add(names, matcher->arena, name, strlen(name), i))
            return false;
    }
    return true;
}

/* The series of an operand that matches leader: its only one, or the first of the same name, which
 * is usually at the same place. NULL: there is none, or memory ran out. */
static const sheaf_series *match_of(struct matcher *matcher, size_t index,
                                    const sheaf_series *leader, size_t place)
{
    const sheaf_series_list *list = matcher->operands->lists[index];
    const char *name = sheaf_series_name(leader);
    const sheaf_series *beside = sheaf_series_list_at(list, place);
    uint64_t found;

    if (!matcher->operands->several[index])
        return sheaf_series_list_at(list, 0);
    if (beside != NULL && strcmp(sheaf_series_name(beside), name) == 0)
        return beside;
    return fill_names(matcher, index) &&
                   string_cache_find(&matcher->names[index], name, strlen(name), &found)
               ? sheaf_series_list_at(list, (size_t)found)
               : NULL;
}

size_t operands_leading(const struct operands *operands)
{
    size_t first = 0;

    while (operands->lists[first] == NULL)
        first++;
    for (size_t i = 0; i < MOST_PARAMETERS; i++)
        if (operands->several[i])
            return i;
    return first;
}

void operands_destroy(struct operands *operands)
{
    for (size_t i = 0; i < MOST_PARAMETERS; i++)
        sheaf_series_list_destroy(operands->lists[i]);
}

bool operands_take(struct evaluation *e, const struct expression *part, struct operands *operands,
                   size_t index, struct value value)
{
    char one[SHEAF_PERIOD_TEXT], other[SHEAF_PERIOD_TEXT];

    operands->lists[index] = value.list;
    operands->several[index] = value.several;
    if (value.kind == VALUE_FAILED)
        return false;
    if (!period_valid(value.period))
        return true;
    if (period_valid(operands->period) &&
        sheaf_period_compare(operands->period, value.period) != 0) {
        sheaf_period_write(operands->period, one);
        sheaf_period_write(value.period, other);
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "these are observations of different periods, %s and %s", one, other);
        return false;
    }
    operands->period = value.period;
    return true;
}

/* The series of an operand that the leading one has none beside. */
static void leave_out_unmatched(struct matcher *matcher, size_t leading, size_t index,
                                sheaf_series_list *result)
{
    const sheaf_series_list *list = matcher->operands->lists[index];

    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        if (match_of(matcher, leading, sheaf_series_list_at(list, i), i) == NULL)
            series_list_leave_out(result, sheaf_series_list_at(list, i));
}

/* What a series gives that lacks its base; without is the failure of the first of them. */
static sheaf_series *without_base(sheaf_series *failed,
                                  sheaf_series *(*beside)(const struct argument *arguments),
                                  const struct argument *arguments, sheaf_error *without)
{
    sheaf_series *made;

    if (beside == NULL || sheaf_series_status(failed) != SHEAF_BAD_INPUT)
        return failed;
    made = beside(arguments);
    if (sheaf_series_status(made) == SHEAF_OK && without->status == SHEAF_OK)
        *without = *sheaf_series_error(failed);
    sheaf_series_destroy(failed);
    return made;
}

sheaf_series_list *operands_map(struct evaluation *e, const struct operands *operands,
                                const struct argument *given,
                                sheaf_series *(*apply)(const struct argument *arguments),
                                sheaf_series *(*beside)(const struct argument *arguments))
{
    sheaf_error without = { 0 };
    bool any_based = false;
    sheaf_series_list *result = sheaf_series_list_create(e->alloc);
    size_t leading = operands_leading(operands);
    size_t count = sheaf_series_list_count(operands->lists[leading]);
    struct matcher matcher = { .operands = operands, .arena = &e->arena };

    for (size_t i = 0; i < count; i++) {
        struct argument arguments[MOST_PARAMETERS];
        const sheaf_series *leader = sheaf_series_list_at(operands->lists[leading], i);
        bool complete = true;

        memcpy(arguments, given, sizeof arguments);
        for (size_t k = 0; k < MOST_PARAMETERS; k++)
            if (operands->lists[k] != NULL) {
                arguments[k].series = k == leading ? leader : match_of(&matcher, k, leader, i);
                complete &= arguments[k].series != NULL;
            }
        if (!complete) {
            series_list_leave_out(result, leader);
            continue;
        }
        sheaf_series *made = apply(arguments);

        any_based |= sheaf_series_status(made) == SHEAF_OK;
        made = without_base(made, beside, arguments, &without);
        if (operands->several[leading])
            series_call_like(made, leader);
        sheaf_series_list_add(result, made);
    }
    for (size_t k = 0; k < MOST_PARAMETERS; k++)
        if (k != leading && operands->several[k])
            leave_out_unmatched(&matcher, leading, k, result);
    for (size_t k = 0; k < MOST_PARAMETERS; k++)
        string_cache_free(&matcher.names[k], &e->arena.alloc);
    if (!any_based && without.status != SHEAF_OK) {
        e->is_nothing = true;
        series_list_fail(result, &without);
    }
    return result;
}

/* Operations run on whole series; an observation is taken of the result. */
struct value operands_finish(struct evaluation *e, const struct expression *part,
                             struct operands *operands, sheaf_series_list *list, bool several)
{
    struct value result = value_of_list(e, part, list, several, no_period);

    if (period_valid(operands->period))
        result = value_at_period(e, part, result, operands->period);
    operands_destroy(operands);
    return result;
}
