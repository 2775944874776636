/* units.c - whether a chart's series are measured in one unit. */
#include "chart/model/units.h"

#include <math.h>
#include <string.h>

#include "series/definition.h"
#include "series/series.h"

/* The unit of the series or, of one without, what stands in brackets in the name of its measure:
 * "% of GDP" of "Exports (% of GDP)". Of n bytes. */
static const char *unit_of_series(const sheaf_series *series, size_t *n)
{
    const char *unit = sheaf_series_unit(series);
    const char *open = strrchr(series_measure(series), '(');

    *n = strlen(unit);
    if (*n > 0 || open == NULL)
        return unit;
    *n = strcspn(open + 1, ")");
    return open + 1;
}

/* Whether contributions are to this growth: percentage points that add up to its per cent. */
static bool is_growth_of(const sheaf_series *growth, const sheaf_series *part)
{
    const struct definition *how = series_definition(growth), *of = series_definition(part);

    return how != NULL && of != NULL && of->kind == DEFINITION_CONTRIBUTION &&
           (how->kind == DEFINITION_GROWTH_ON_YEAR || how->kind == DEFINITION_GROWTH_ON_PREVIOUS) &&
           strcmp(sheaf_series_unit(growth), "%") == 0 && how->a != NULL && of->b != NULL &&
           strcmp(sheaf_series_name(how->a), sheaf_series_name(of->b)) == 0;
}

/* Where only one of two names of measures has brackets, the other's unit is not known to differ. */
bool units_are_one(const sheaf_series *a, const sheaf_series *b)
{
    size_t n, other_n;
    const char *unit = unit_of_series(a, &n), *other = unit_of_series(b, &other_n);
    bool are_said = sheaf_series_unit(a)[0] != '\0' || sheaf_series_unit(b)[0] != '\0';

    if (are_said)
        return strcmp(sheaf_series_unit(a), sheaf_series_unit(b)) == 0 || is_growth_of(a, b) ||
               is_growth_of(b, a);
    return n == 0 || other_n == 0 || (n == other_n && memcmp(unit, other, n) == 0);
}

size_t units_differ_at(const sheaf_chart *chart)
{
    size_t i = 1;

    while (i < chart->n_series && units_are_one(chart->series[0], chart->series[i]))
        i++;
    return i < chart->n_series ? i : chart->n_series;
}

const char *units_of_all(const sheaf_chart *chart)
{
    for (size_t i = 0; i < chart->n_series; i++)
        if (strcmp(sheaf_series_unit(chart->series[i]), "pp") == 0)
            return "pp";
    return sheaf_series_unit(chart->series[0]);
}

bool units_share_periods(const sheaf_series *a, const sheaf_series *b)
{
    size_t common = 0;

    for (size_t i = 0; i < sheaf_series_count(a) && common < 2; i++) {
        const sheaf_observation *one = sheaf_series_at(a, i, ROOM);
        const sheaf_observation *other = sheaf_series_find(b, one->period, ROOM);
        common += !isnan(one->value) && other != NULL && !isnan(other->value);
    }
    return common == 2;
}

/* "in 'USD'", or "without a unit". */
static struct around {
    const char *before, *after;
} around_unit(size_t n)
{
    return n > 0 ? (struct around){ "in '", "'" } : (struct around){ "without a unit", "" };
}

void units_refuse(sheaf_error *error, const sheaf_series *first, const sheaf_series *other)
{
    bool are_said = sheaf_series_unit(first)[0] != '\0' || sheaf_series_unit(other)[0] != '\0';
    const char *unit = sheaf_series_unit(first), *own = sheaf_series_unit(other);
    size_t n = strlen(unit), own_n = strlen(own);

    if (!are_said) {
        unit = unit_of_series(first, &n);
        own = unit_of_series(other, &own_n);
    }
    /* A series that only its unit tells from the others is named by it. */
    bool are_named = n == 0 || strncmp(sheaf_series_name(first), unit, n) != 0;
    fail(error, SHEAF_BAD_INPUT,
         "%s%s%s is %s%.*s%s but %s%s%s %s%.*s%s; a plot has one unit, so %s", are_named ? "'" : "",
         are_named ? sheaf_series_name(first) : "one series", are_named ? "'" : "",
         around_unit(n).before, (int)n, unit, around_unit(n).after, are_named ? "'" : "",
         are_named ? sheaf_series_name(other) : "another", are_named ? "'" : "",
         around_unit(own_n).before, (int)own_n, own, around_unit(own_n).after,
         units_share_periods(first, other)
             ? "draw panels, a plot a unit on one time axis, or leave one of them out"
             : "leave one of them out or draw two charts");
}
