/* lists.c - selects series from a list by their attributes: partners[partner: CHN],
 * top(…)[series: other]. */
#include <string.h>

#include "expression/values.h"
#include "series/attributes.h"
#include "series/series_list.h"
#include "table/filters.h"
#include "vocabulary/vocabulary.h"

/* Flows and countries match by any of their names, as in tables. */
static bool is_called(const char *is, const char *name)
{
    const char *flow = flow_find(name, strlen(name));

    return strcmp(is, name) == 0 || (flow != NULL && strcmp(is, flow) == 0) ||
           is_same_country(is, name);
}

static bool is_chosen(const struct choice *choice, const struct series_attribute *attribute,
                      const sheaf_series *series)
{
    for (size_t i = 0; i < choice->count; i++)
        if (is_called(attribute->of(series), choice->members[i] + choice->leaves_out))
            return !choice->leaves_out;
    return choice->leaves_out || (choice->count == 0 && attribute->of(series)[0] != '\0');
}

bool check_attribute(struct evaluation *e, const struct expression *part, const char *dimension,
                     struct span span)
{
    if (series_attribute_named(dimension) != NULL)
        return true;
    expression_fail(e->error, SHEAF_BAD_INPUT, part->text, span.start, span.end,
                    "series are chosen by series, reporter, partner, flow, product, unit or "
                    "source, not by '%.60s'",
                    dimension);
    return false;
}

static void fail_none(struct evaluation *e, const struct expression *part,
                      const struct choice *choice, const struct series_attribute *attribute,
                      const sheaf_series_list *list)
{
    size_t n = sheaf_series_list_count(list);
    const char **there = arena_array(&e->arena, const char *, n);

    for (size_t i = 0; i < n && there != NULL; i++)
        there[i] = attribute->of(sheaf_series_list_at(list, i));
    if (there != NULL)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, choice->span.start, choice->span.end,
                        "none of these series has %.60s: %.100s; there is: %s", choice->dimension,
                        choice->members[0] + choice->leaves_out, member_list(&e->arena, there, n));
}

/* "!other": the rest, which the largest of few parts do not leave. */
static bool leaves_out_rest(const struct choice *choice)
{
    return choice->leaves_out && choice->count == 1 && strcmp(choice->dimension, "series") == 0 &&
           strcmp(choice->members[0], "!other") == 0;
}

/* Keeps the series that match the choice; fails if none does, or if none is left out. */
static bool choose(struct evaluation *e, const struct expression *part, struct value *value,
                   const struct choice *choice)
{
    const struct series_attribute *attribute = series_attribute_named(choice->dimension);
    sheaf_series_list *chosen = sheaf_series_list_create(e->alloc);
    size_t all = sheaf_series_list_count(value->list), n;

    check_attribute(e, part, choice->dimension, choice->span);
    for (size_t i = 0; attribute != NULL && i < sheaf_series_list_count(value->list);)
        if (is_chosen(choice, attribute, sheaf_series_list_at(value->list, i)))
            sheaf_series_list_add(chosen, sheaf_series_list_take(value->list, i));
        else
            i++;
    error_take(e->error, sheaf_series_list_error(chosen));
    n = sheaf_series_list_count(chosen);
    if (attribute != NULL && e->error->status == SHEAF_OK &&
        (n == 0 || (choice->leaves_out && n == all && !leaves_out_rest(choice))))
        fail_none(e, part, choice, attribute, n == 0 ? value->list : chosen);
    sheaf_series_list_destroy(value->list);
    value->list = chosen;
    value->several &=
        choice->leaves_out || choice->count != 1 || sheaf_series_list_count(chosen) != 1;
    return e->error->status == SHEAF_OK;
}

struct value value_chosen(struct evaluation *e, const struct expression *part, struct value value)
{
    for (size_t i = 0; i < part->choice_count; i++)
        if (!choose(e, part, &value, &part->choices[i])) {
            sheaf_series_list_destroy(value.list);
            return (struct value){ .kind = VALUE_FAILED };
        }
    return value;
}
