/* definition.c - keeps of what a computed series is made. */
#include "series/definition.h"

#include <string.h>

#include "series/series_parts.h"

/* How many steps of definitions within definitions are kept. */
enum { DEFINITION_DEPTH = 2 };

static const struct definition *copy_definition(sheaf_series *owner,
                                                const struct definition *definition, int depth);

static const char *copy_text(sheaf_series *owner, const char *text)
{
    return text != NULL ? arena_string(&owner->arena, text) : NULL;
}

/* What a formula was made of, step by step: in its name there is more than anyone reads. */
static const sheaf_series *innermost(const sheaf_series *series)
{
    while (series->is_called_by_formula && series->definition != NULL &&
           series->definition->a != NULL)
        series = series->definition->a;
    return series;
}

/* What the series is called, in the owner's memory. */
static const sheaf_series *shadow_of(sheaf_series *owner, const sheaf_series *series, int depth)
{
    sheaf_series *shadow;

    if (series == NULL)
        return NULL;
    if (depth == 0)
        series = innermost(series);
    shadow = arena_new(&owner->arena, sheaf_series);
    if (shadow == NULL)
        return NULL;
    shadow->name = copy_text(owner, series->name);
    shadow->unit = copy_text(owner, series->unit);
    for (enum series_field field = SERIES_LABEL; field < SERIES_FIELDS; field++)
        shadow->fields[field] = copy_text(owner, series->fields[field]);
    shadow->multiplier = series->multiplier;
    shadow->is_remainder = series->is_remainder;
    shadow->is_called_by_formula = series->is_called_by_formula;
    shadow->is_called_by_author = series->is_called_by_author;
    if (depth > 0)
        shadow->definition = copy_definition(owner, series->definition, depth - 1);
    return series_has_failed(owner) ? NULL : shadow;
}

static const struct definition *copy_definition(sheaf_series *owner,
                                                const struct definition *definition, int depth)
{
    struct definition *copy;

    if (definition == NULL)
        return NULL;
    copy = arena_new(&owner->arena, struct definition);
    if (copy == NULL)
        return NULL;
    *copy = *definition;
    copy->a = shadow_of(owner, definition->a, depth);
    copy->b = shadow_of(owner, definition->b, depth);
    return copy;
}

static void define(sheaf_series *result, const struct definition *definition)
{
    if (!series_has_failed(result))
        result->definition = copy_definition(result, definition, DEFINITION_DEPTH);
}

void series_define(sheaf_series *result, enum definition_kind kind, const sheaf_series *a,
                   const sheaf_series *b)
{
    define(result, &(struct definition){ .kind = kind, .a = a, .b = b });
}

void series_define_with(sheaf_series *result, enum definition_kind kind, const sheaf_series *a,
                        sheaf_period period, size_t count)
{
    define(result, &(struct definition){ .kind = kind, .a = a, .period = period, .count = count });
}

void series_define_like(sheaf_series *series, const sheaf_series *other)
{
    if (series_has_failed(series) || series_has_failed(other))
        return;
    define(series, other->definition);
    series->is_called_by_formula =
        other->is_called_by_formula && strcmp(series->name, other->name) == 0;
    series->is_called_by_author =
        other->is_called_by_author && strcmp(series->name, other->name) == 0;
}

const struct definition *series_definition(const sheaf_series *series)
{
    return series != NULL ? series->definition : NULL;
}

bool series_is_called_by_formula(const sheaf_series *series)
{
    return series != NULL && series->is_called_by_formula;
}

bool series_is_called_by_author(const sheaf_series *series)
{
    return series != NULL && series->is_called_by_author;
}
