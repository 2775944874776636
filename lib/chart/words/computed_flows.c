/* computed_flows.c - which flow a computed series is of: see computed_flows.h. */
#include "chart/words/computed_flows.h"

#include <string.h>

#include "chart/theme.h"
#include "chart/words/names.h"
#include "series/series.h"
#include "vocabulary/flows.h"
#include "vocabulary/wholes.h"

bool computed_has_label(const sheaf_series *series)
{
    return series_is_called_by_author(series) ||
           strcmp(sheaf_series_label(series), sheaf_series_name(series)) != 0;
}

bool computed_of_one_member(const struct definition *made)
{
    return made->a != NULL && made->b != NULL &&
           strcmp(sheaf_series_name(made->a), sheaf_series_name(made->b)) == 0;
}

bool computed_makes_flow(const sheaf_series *series)
{
    const struct definition *made = series_definition(series);

    return made != NULL && (made->kind == DEFINITION_SUM || made->kind == DEFINITION_DIFFERENCE) &&
           theme_knows_flow(sheaf_series_flow(series)) &&
           strcmp(sheaf_series_flow(series), sheaf_series_flow(made->a)) != 0;
}

const char *computed_flow_name(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series), *flow = sheaf_series_flow(series);

    if (computed_has_label(series))
        return NULL;
    if (theme_knows_flow(name))
        return name;
    if (!theme_knows_flow(flow))
        return NULL;
    if (series_is_called_by_formula(series))
        return computed_makes_flow(series) && !computed_of_one_member(series_definition(series))
                   ? flow
                   : NULL;
    return header_is_of_flow(name, flow) ? flow : NULL;
}

/* The flow that a whole consists of: of turnover, of the exports to all partners. A whole that is
 * neither (one partner, a label of an author's) has none. */
static const char *flow_of_whole(const sheaf_series *whole)
{
    const char *flow = sheaf_series_flow(whole), *name = sheaf_series_name(whole);

    if (computed_flow_name(whole) != NULL)
        return computed_flow_name(whole);
    if (computed_has_label(whole) || !theme_knows_flow(flow) || series_is_called_by_formula(whole))
        return NULL;
    return member_role_of("partner", name, NULL) == MEMBER_WHOLE ||
                   member_role_of("product", name, NULL) == MEMBER_WHOLE ||
                   strcmp(name, "total") == 0
               ? flow
               : NULL;
}

const char *computed_member_flow(const sheaf_series *series)
{
    const char *flow = sheaf_series_flow(series);

    return !computed_has_label(series) && !series_is_called_by_formula(series) &&
                   theme_knows_flow(flow)
               ? flow
               : NULL;
}

const char *computed_pair_flow(const struct definition *made)
{
    const sheaf_series *whole = made->b;
    const char *flow = sheaf_series_flow(whole);

    if (computed_has_label(made->a) || computed_has_label(whole) || !theme_knows_flow(flow))
        return flow_of_whole(whole);
    if (computed_makes_flow(whole) ||
        (!series_is_called_by_formula(whole) && computed_of_one_member(made)))
        return flow;
    return flow_of_whole(whole);
}

const char *computed_part_flow(const struct definition *made)
{
    const char *flow = computed_flow_name(made->a) != NULL ? computed_flow_name(made->a)
                                                           : computed_member_flow(made->a);

    return flow != NULL && strcmp(flow, sheaf_series_flow(made->b)) != 0 ? flow : NULL;
}
