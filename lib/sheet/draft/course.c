/* course.c - the periods of a draft's main series, and what is known of its growth. */
#include <math.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"

static bool is_alike(sheaf_period a, sheaf_period b)
{
    return a.unit == b.unit && a.count == b.count;
}

/* The last period with a value, of the length that most have. */
static sheaf_period find_last(struct draft *draft, const sheaf_series *series)
{
    const char *expression = arena_format(&draft->arena, "latest(%s)", draft_main(draft, 0, true));
    sheaf_series_list *list = NULL;
    sheaf_observation at = { .period = { SHEAF_NO_PERIOD, 0, 0 } };

    if (draft_gives(draft, expression, &list))
        sheaf_series_at(sheaf_series_list_at(list, 0), 0, &at);
    else
        sheaf_series_at(series, sheaf_series_count(series) - 1, &at);
    sheaf_series_list_destroy(list);
    return at.period;
}

/* Goes back from forecasts to the last figure that is none. */
static void pass_over_forecasts(struct draft *draft, const sheaf_series *series)
{
    sheaf_observation at;

    if (sheaf_series_find(series, draft->last, &at) == NULL || at.status != SHEAF_FORECAST)
        return;
    for (size_t i = sheaf_series_count(series); i-- > 0;) {
        sheaf_series_at(series, i, &at);
        if (is_alike(at.period, draft->last) && !isnan(at.value) && at.status != SHEAF_FORECAST) {
            draft->last = at.period;
            draft->before_forecasts = true;
            return;
        }
    }
}

static void list_periods(struct draft *draft, const sheaf_series *series)
{
    const size_t n = sheaf_series_count(series);
    sheaf_observation at;

    draft->periods = arena_array(&draft->arena, sheaf_period, n + 1);
    for (size_t i = 0; draft->periods != NULL && i < n; i++) {
        sheaf_series_at(series, i, &at);
        if (is_alike(at.period, draft->last) && !isnan(at.value) &&
            sheaf_period_compare(at.period, draft->last) <= 0)
            draft->periods[draft->n_periods++] = at.period;
        if (!is_alike(at.period, draft->last) && !isnan(at.value)) {
            draft->left_out = at.period;
            draft->n_left_out++;
        }
    }
    if (draft->n_periods > 0)
        draft->first = draft->periods[0];
}

/* "Exports of goods and services (% of GDP)": a unit in brackets, of figures that have no other. */
static bool names_per_cent(struct draft *draft)
{
    const char *label = draft_own_label(draft, false);

    return label != NULL && draft->n_flows == 0 && strstr(label, "(%") != NULL &&
           (draft->options->reading == NULL || draft->options->reading->n_constants == 0);
}

static void find_growth(struct draft *draft, const sheaf_series *series)
{
    sheaf_series *growth = sheaf_series_growth(series);
    sheaf_series *implied = sheaf_series_imply(series);
    sheaf_observation at;

    draft->has_implied_base = sheaf_series_count(implied) > sheaf_series_count(series);
    draft->is_per_cent = draft->is_named_per_cent || strcmp(sheaf_series_unit(series), "%") == 0;
    draft->has_growth = !draft->is_per_cent &&
                        sheaf_series_find(growth, draft->last, &at) != NULL && !isnan(at.value);
    sheaf_series_destroy(growth);
    sheaf_series_destroy(implied);
}

/* The last figure of a flow that is of a part of a year, where the main figures are of years. */
static void find_other(struct draft *draft, size_t flow)
{
    sheaf_series_list *list = NULL;
    sheaf_observation at;

    if (!draft_gives(draft, draft_main(draft, flow, true), &list))
        return;
    sheaf_series *implied = sheaf_series_imply(sheaf_series_list_at(list, 0));
    for (size_t i = 0; sheaf_series_at(implied, i, &at) != NULL; i++) {
        if (isnan(at.value) || is_alike(at.period, draft->last) ||
            !sheaf_period_is_part_of_year(at.period) ||
            sheaf_period_compare(at.period, draft->last) <= 0 ||
            (draft->other.unit != SHEAF_NO_PERIOD &&
             sheaf_period_compare(at.period, draft->other) <= 0))
            continue;
        sheaf_observation before;
        draft->other = at.period;
        draft->other_flow = flow;
        draft->has_other_base =
            sheaf_series_find(implied, sheaf_period_year_before(at.period), &before) != NULL;
    }
    draft->has_implied_base |=
        sheaf_series_count(implied) > sheaf_series_count(sheaf_series_list_at(list, 0));
    sheaf_series_destroy(implied);
    sheaf_series_list_destroy(list);
}

void draft_find_course(struct draft *draft)
{
    sheaf_series_list *list = NULL;

    if (!draft_is_well(draft) || !draft_gives(draft, draft_main(draft, 0, true), &list))
        return;
    const sheaf_series *series = sheaf_series_list_at(list, 0);
    draft->last = find_last(draft, series);
    draft->has_unit = sheaf_series_unit(series)[0] != '\0';
    draft->is_named_per_cent = !draft->has_unit && names_per_cent(draft);
    pass_over_forecasts(draft, series);
    list_periods(draft, series);
    draft->over_numbers = draft->last.unit == SHEAF_NUMBER;
    if (!draft->over_numbers)
        find_growth(draft, series);
    sheaf_series_list_destroy(list);
    for (size_t i = 0;
         !draft->over_numbers && draft->last.count == 12 && (i < draft->n_flows || i == 0); i++)
        find_other(draft, i);
}
