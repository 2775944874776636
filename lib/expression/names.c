/* names.c - looks up names in the environment. */
#include <string.h>

#include "base/strings.h"
#include "expression/values.h"
#include "series/series.h"
#include "series/series_list.h"

enum { NAMES_COMPARED = 1000 };

/* The name that stands here in full, as "re-exports" does where "re" was read; NULL: none. */
static const char *longer_name(const struct expression *part, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(names[i]) > strlen(part->name) &&
            strncmp(part->text + part->start, names[i], strlen(names[i])) == 0)
            return names[i];
    return NULL;
}

/* "no series named 'exprots'; did you mean 'exports'?" */
static void fail_unknown(struct evaluation *e, const struct expression *part)
{
    const struct environment *environment = e->environment;
    const char *names[NAMES_COMPARED], *nearest, *longer;
    size_t count = 0;

    while (count < NAMES_COMPARED &&
           (names[count] = environment->name_at(environment->context, count)) != NULL)
        count++;
    longer = longer_name(part, names, count);
    if (longer != NULL)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "no series named '%.100s'; in quotes it is the whole name: \"%.100s\"",
                        part->name, longer);
    nearest = string_nearest(part->name, strlen(part->name), names, count);
    if (nearest == NULL && expression_function(part->name, NULL) != NULL)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.60s' is a function; write %.60s(\u2026)", part->name, part->name);
    expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                    "no series named '%.100s'%s%.100s%s", part->name,
                    nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
                    nearest != NULL ? "'?" : "");
}

/* An error from the environment keeps its own file and line; without these it is reported at the
 * name. */
static bool find_named(struct evaluation *e, const struct expression *part, struct named *named)
{
    const struct environment *environment = e->environment;
    sheaf_error error = { 0 };

    *named = (struct named){ 0 };
    if (environment->find(environment->context, part->name, named, &error))
        return true;
    if (error.status == SHEAF_OK)
        fail_unknown(e, part);
    else if (error.line == 0 && error.file[0] == '\0')
        evaluation_fail(e, part, error.status, error.message);
    else
        error_take(e->error, &error);
    return false;
}

static struct value copied_list(struct evaluation *e, const struct expression *part,
                                const sheaf_series_list *from)
{
    sheaf_series_list *list = sheaf_series_list_create(e->alloc);

    series_list_fail(list, sheaf_series_list_error(from));
    for (size_t i = 0; i < sheaf_series_list_count(from); i++)
        sheaf_series_list_add(list, series_copy(e->alloc, sheaf_series_list_at(from, i)));
    return value_of_list(e, part, list, true, no_period);
}

struct value evaluate_name(struct evaluation *e, const struct expression *part)
{
    struct value value = { .kind = VALUE_VIEW };
    struct named named;

    if (!find_named(e, part, &named))
        return (struct value){ .kind = VALUE_FAILED };
    if (named.list != NULL)
        return copied_list(e, part, named.list);
    if (named.table == NULL)
        return value_of_series(e, part, series_copy(e->alloc, named.series));
    value.view.table = named.table;
    if (!view_reserve(e, &value.view, named.filter_count))
        return (struct value){ .kind = VALUE_FAILED };
    for (size_t i = 0; i < named.filter_count; i++) {
        value.view.spans[i] = (struct span){ part->start, part->end };
        value.view.filters[value.view.count++] = named.filters[i];
    }
    return value;
}
