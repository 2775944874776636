/* types.c - the table of chart types. */
#include "chart/types/types.h"

#include <string.h>

#include "chart/plan.h"

static const struct chart_type *const types[] = { &bars_type, &lines_type, &bars_line_type,
                                                  &bullet_type };

/* More bars than that are a forest. */
enum { MOST_BAR_PERIODS = 12, MOST_BARS = 48, LEAST_LINE_PERIODS = 4 };

const struct chart_type *chart_type_find(sheaf_chart_type type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (types[i]->type == type)
            return types[i];
    return NULL;
}

const struct chart_type *chart_type_suggest(const struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model == NULL)
        return &bullet_type;
    bool many =
        model->n_periods > MOST_BAR_PERIODS ||
        (model->n_periods >= LEAST_LINE_PERIODS && model->n_periods * model->n_series > MOST_BARS);
    return many && model->n_kinds == 1 ? &lines_type : &bars_type;
}

bool sheaf_chart_type_named(const char *name, sheaf_chart_type *type)
{
    if (name == NULL || type == NULL)
        return false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(name, types[i]->name) == 0 || strcmp(name, types[i]->other_name) == 0) {
            *type = types[i]->type;
            return true;
        }
    if (strcmp(name, "auto") != 0)
        return false;
    *type = SHEAF_AUTO;
    return true;
}
