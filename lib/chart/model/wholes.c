/* wholes.c - leaves wholes out of what compares members. */
#include "chart/model/wholes.h"

#include <string.h>

#include "base/string_cache.h"
#include "series/series.h"
#include "vocabulary/wholes.h"

enum { DIMENSIONS = 3 };

static const char *const dimensions[DIMENSIONS] = { "partner", "reporter", "product" };

/* What members were found to be: a chart may have thousands, and many of them twice. */
struct roles {
    struct string_cache of[DIMENSIONS];
    struct arena *arena;
};

static const char *member_of(const sheaf_series *series, size_t dimension)
{
    const char *members[DIMENSIONS] = { sheaf_series_partner(series), sheaf_series_reporter(series),
                                        sheaf_series_product(series) };

    return members[dimension];
}

static bool is_whole(struct roles *roles, const sheaf_series *series, size_t dimension)
{
    const char *member = member_of(series, dimension);
    uint64_t role;

    if (member[0] == '\0')
        return false;
    if (!string_cache_find(&roles->of[dimension], member, strlen(member), &role)) {
        role = member_role_of(dimensions[dimension], member, "");
        string_cache_add(&roles->of[dimension], roles->arena, member, strlen(member), role);
    }
    return role == MEMBER_WHOLE;
}

/* Whether a chart has members of a dimension that are no wholes. Where all are, as in "exports to the world"
 * by product, none is beside its members. */
static bool has_members(struct roles *roles, const sheaf_chart *chart, size_t dimension)
{
    for (size_t i = 0; i < chart->n_series; i++)
        if (member_of(chart->series[i], dimension)[0] != '\0' &&
            !is_whole(roles, chart->series[i], dimension))
            return true;
    return false;
}

static const sheaf_chart *leave_out(struct roles *roles, const sheaf_chart *chart,
                                    const sheaf_series **whole)
{
    sheaf_chart *fewer = arena_new(roles->arena, sheaf_chart);
    sheaf_series **series = arena_array(roles->arena, sheaf_series *, chart->n_series);
    bool has[DIMENSIONS];
    size_t n = 0;

    if (fewer == NULL || series == NULL)
        return NULL;
    for (size_t k = 0; k < DIMENSIONS; k++)
        has[k] = has_members(roles, chart, k);
    for (size_t i = 0; i < chart->n_series; i++) {
        bool is_beside = false;
        for (size_t k = 0; k < DIMENSIONS; k++)
            is_beside = is_beside || (has[k] && is_whole(roles, chart->series[i], k));
        if (!is_beside)
            series[n++] = chart->series[i];
        else if (*whole == NULL)
            *whole = chart->series[i];
    }
    *fewer = *chart;
    fewer->series = series;
    fewer->n_series = n;
    if (n < 2) /* one member beside the whole is compared with it */
        *whole = NULL;
    return *whole != NULL ? fewer : chart;
}

const sheaf_chart *chart_without_wholes(const sheaf_chart *chart, struct arena *arena,
                                        const sheaf_series **whole)
{
    struct roles roles = { .arena = arena };

    *whole = NULL;
    if (chart->n_series < 2)
        return chart;
    const sheaf_chart *without = leave_out(&roles, chart, whole);
    for (size_t k = 0; k < DIMENSIONS; k++)
        string_cache_free(&roles.of[k], &arena->alloc);
    return arena->error->status == SHEAF_OK ? without : NULL;
}
