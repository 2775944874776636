/* periods.c - takes observations of some periods: x[2023], x[latest(y)], x[2019..2023]. */
#include "expression/values.h"
#include "period/period.h"
#include "series/series.h"

struct value value_at_period(struct evaluation *e, const struct expression *part,
                             struct value value, sheaf_period period)
{
    const sheaf_series *first = sheaf_series_list_at(value.list, 0);
    char wanted[SHEAF_PERIOD_TEXT], from[SHEAF_PERIOD_TEXT], to[SHEAF_PERIOD_TEXT];
    size_t n = sheaf_series_count(first);

    if (value.kind != VALUE_LIST)
        return value;
    for (size_t i = 0; i < sheaf_series_list_count(value.list); i++)
        if (sheaf_series_find(sheaf_series_list_at(value.list, i), period, ROOM) != NULL) {
            value.period = period;
            return value;
        }
    e->is_nothing = true;
    sheaf_period_write(period, wanted);
    if (n == 0) {
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.100s' has no %s; it is empty", sheaf_series_name(first), wanted);
    } else {
        sheaf_period_write(sheaf_series_at(first, 0, ROOM)->period, from);
        sheaf_period_write(sheaf_series_at(first, n - 1, ROOM)->period, to);
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.100s' has no %s; it has %s%s%s", sheaf_series_name(first), wanted, from,
                        n > 1 ? " to " : "", n > 1 ? to : "");
    }
    sheaf_series_list_destroy(value.list);
    return (struct value){ .kind = VALUE_FAILED };
}

struct value value_at_moment(struct evaluation *e, const struct expression *part,
                             struct value value, sheaf_period (*moment)(const sheaf_series *))
{
    sheaf_period latest = no_period;

    if (value.kind != VALUE_LIST)
        return value;
    for (size_t i = 0; i < sheaf_series_list_count(value.list); i++) {
        sheaf_period here = moment(sheaf_series_list_at(value.list, i));

        if (sheaf_period_compare(here, latest) > 0)
            latest = here;
    }
    if (period_valid(latest))
        return value_at_period(e, part, value, latest);
    e->is_nothing = true;
    expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                    "'%.100s' has no period with a value",
                    sheaf_series_name(sheaf_series_list_at(value.list, 0)));
    sheaf_series_list_destroy(value.list);
    return (struct value){ .kind = VALUE_FAILED };
}

struct value evaluate_one_period(struct evaluation *e, const struct expression *part)
{
    sheaf_period period = part->period;

    if (part->right != NULL) {
        struct value named = evaluate_list(e, part->right);

        period = named.period;
        if (named.kind == VALUE_FAILED)
            return named;
        sheaf_series_list_destroy(named.list);
    }
    return value_at_period(e, part, evaluate_list(e, part->left), period);
}

/* The observations of all ranges; one that several ranges have is taken once. */
static sheaf_series *within_ranges(const sheaf_series *series, const struct expression *part)
{
    sheaf_series *result =
        series_create_like(series, sheaf_series_name(series), sheaf_series_unit(series),
                           sheaf_series_multiplier(series));

    series_set_measure(result, series_measure(series));
    series_set_nature(result, series_nature(series));
    for (size_t i = 0; i < part->range_count; i++) {
        const struct range *range = &part->ranges[i];
        sheaf_series *some = range->exact ? sheaf_series_pick(series, &range->first, 1)
                                          : sheaf_series_filter(series, range->first, range->last);

        series_take_error(result, sheaf_series_error(some));
        for (size_t k = 0; k < sheaf_series_count(some); k++)
            if (sheaf_series_find(result, sheaf_series_at(some, k, ROOM)->period, ROOM) == NULL)
                sheaf_series_add_observation(result, sheaf_series_at(some, k, ROOM));
        sheaf_series_destroy(some);
    }
    series_keep_derivations(result, series);
    return result;
}

struct value evaluate_ranges(struct evaluation *e, const struct expression *part)
{
    struct value value = evaluate_list(e, part->left);
    sheaf_series_list *list;

    if (value.kind == VALUE_FAILED)
        return value;
    list = sheaf_series_list_create(e->alloc);
    for (size_t i = 0; i < sheaf_series_list_count(value.list); i++)
        sheaf_series_list_add(list, within_ranges(sheaf_series_list_at(value.list, i), part));
    sheaf_series_list_destroy(value.list);
    return value_of_list(e, part, list, value.several, no_period);
}
