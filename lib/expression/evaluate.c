/* evaluate.c - the public functions: expressions in which names are a table's members, or names
 * that the caller gives. */
#include "sheaf/expression.h"

#include <string.h>

#include "base/strings.h"
#include "expression/expression.h"
#include "series/series.h"
#include "series/series_list.h"
#include "table/filters.h"
#include "table/table.h"
#include "vocabulary/vocabulary.h"

/* The value's list; if the value is one observation, series that hold only this observation. */
static sheaf_series_list *take_value(const sheaf_alloc *alloc, struct expression_value *value)
{
    sheaf_series_list *list;

    if (value->period.unit == SHEAF_NO_PERIOD)
        return value->list;
    list = sheaf_series_list_create(alloc);
    for (size_t i = 0; i < sheaf_series_list_count(value->list); i++) {
        const sheaf_series *series = sheaf_series_list_at(value->list, i);

        if (sheaf_series_find(series, value->period, ROOM) != NULL)
            sheaf_series_list_add(list, sheaf_series_pick(series, &value->period, 1));
    }
    sheaf_series_list_destroy(value->list);
    return list;
}

static sheaf_series_list *failed_list(const sheaf_alloc *alloc, const sheaf_error *error)
{
    sheaf_series_list *list = sheaf_series_list_create(alloc);

    series_list_fail(list, error);
    return list;
}

static sheaf_series_list *refuse(const sheaf_alloc *alloc, const char *message)
{
    sheaf_error error = { 0 };

    fail(&error, SHEAF_BAD_ARGUMENT, "%s", message);
    return failed_list(alloc, &error);
}

static sheaf_series_list *evaluate(const sheaf_alloc *alloc, const struct environment *environment,
                                   const char *text)
{
    struct expression_value value = { 0 };
    sheaf_error error = { 0 };
    struct arena arena;
    struct expression *expression;

    if (text == NULL)
        return refuse(alloc, "there is no expression (NULL)");
    arena_init(&arena, alloc, &error);
    expression = expression_parse(&arena, text, strlen(text), &error);
    if (expression != NULL &&
        expression_evaluate(expression, environment, alloc, &value, &error) == SHEAF_OK) {
        arena_free(&arena);
        return take_value(alloc, &value);
    }
    arena_free(&arena);
    if (error.file[0] == '\0')
        error_set_excerpt(&error, text, strlen(text));
    return failed_list(alloc, &error);
}

/* A table's members ----------------------------------------------------------------------- */

struct members {
    const sheaf_table *table;
    struct arena arena; /* of the filters */
};

static const char *find_member(const sheaf_table *table, const char *dimension, const char *name)
{
    for (size_t i = 0; i < sheaf_table_member_count(table, dimension); i++) {
        const char *member = sheaf_table_member(table, dimension, i);

        if (member[0] != '\0' && string_equal_ignoring_case(member, name))
            return member;
    }
    return NULL;
}

/* The table's flow by any word for it. */
static const char *find_flow(const sheaf_table *table, const char *name)
{
    const char *member = find_member(table, "flow", name);
    const char *flow = member == NULL ? flow_find(name, strlen(name)) : NULL;

    return flow != NULL ? find_member(table, "flow", flow) : member;
}

/* A member by a name that the table spells differently: China, CN, Китай. */
static const char *find_renamed(const struct members *members, size_t dimension, const char *name)
{
    uint32_t member;

    return filter_find_renamed(members->table, dimension, name, &member)
               ? table_member(members->table, dimension, member)
               : NULL;
}

/* The only dimension that has the member, in the table's own spelling or (renamed) by any other
 * name. Fails if several dimensions have it. */
static const char *find_dimension(const struct members *members, const char *name, bool renamed,
                                  const char **member, sheaf_error *error)
{
    const char *found = NULL;

    for (size_t i = 0; i < sheaf_table_dimension_count(members->table); i++) {
        const char *dimension = sheaf_table_dimension(members->table, i);
        const char *here =
            renamed ? find_renamed(members, i, name) : find_member(members->table, dimension, name);

        if (here == NULL)
            continue;
        if (found != NULL) {
            fail(error, SHEAF_BAD_INPUT,
                 "'%.100s' is a member of both %.60s and %.60s; pick it, as in data[%.60s: %.100s]",
                 name, found, dimension, found, here);
            return NULL;
        }
        found = dimension;
        *member = here;
    }
    return found;
}

static const char *find_any(struct members *members, const char *name, const char **member,
                            sheaf_error *error)
{
    const char *dimension = find_dimension(members, name, false, member, error);

    if (dimension != NULL || error->status != SHEAF_OK)
        return dimension;
    return find_dimension(members, name, true, member, error);
}

static bool find_in_table(void *context, const char *name, struct named *named, sheaf_error *error)
{
    struct members *members = context;
    const char *dimension = "flow", *member = find_flow(members->table, name);
    sheaf_filter *filter;

    named->table = members->table;
    if (strcmp(name, "data") == 0)
        return true;
    if (member == NULL)
        dimension = find_any(members, name, &member, error);
    if (dimension == NULL)
        return false;
    filter = arena_new(&members->arena, sheaf_filter); /* must live until the evaluation ends */
    if (filter == NULL) {
        fail_memory(error);
        return false;
    }
    *filter = (sheaf_filter){ dimension, member };
    named->filters = filter;
    named->filter_count = 1;
    return true;
}

static const char *table_name_at(void *context, size_t index)
{
    const struct members *members = context;

    if (index == 0)
        return "data";
    index--;
    for (size_t i = 0; i < sheaf_table_dimension_count(members->table); i++) {
        const char *dimension = sheaf_table_dimension(members->table, i);
        size_t count = sheaf_table_member_count(members->table, dimension);

        if (index < count)
            return sheaf_table_member(members->table, dimension, index);
        index -= count;
    }
    return NULL;
}

sheaf_series_list *sheaf_table_evaluate(const sheaf_table *table, const char *expression)
{
    struct members members = { .table = table };
    const struct environment environment = { &members, find_in_table, table_name_at, NULL,
                                             NULL,     false,         false };
    sheaf_series_list *list;

    if (sheaf_table_status(table) != SHEAF_OK)
        return failed_list(table_alloc(table), sheaf_table_error(table));
    arena_init(&members.arena, table_alloc(table), NULL);
    list = evaluate(table_alloc(table), &environment, expression);
    arena_free(&members.arena);
    return list;
}

/* A caller's names ------------------------------------------------------------------------ */

struct names {
    const sheaf_name *names;
    size_t n;
};

static bool find_in_names(void *context, const char *name, struct named *named, sheaf_error *error)
{
    const struct names *names = context;
    size_t i = 0;

    while (i < names->n &&
           (names->names[i].name == NULL || strcmp(names->names[i].name, name) != 0))
        i++;
    if (i == names->n)
        return false;
    named->series = names->names[i].series;
    named->table = named->series == NULL ? names->names[i].table : NULL;
    if (named->series == NULL && named->table == NULL)
        named->list = names->names[i].list;
    if (named->series == NULL && named->table == NULL && named->list == NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "'%.100s' names neither series nor a table", name);
    return error->status == SHEAF_OK;
}

static const char *name_at(void *context, size_t index)
{
    const struct names *names = context;

    for (size_t i = 0; i < names->n; i++)
        if (names->names[i].name != NULL && index-- == 0)
            return names->names[i].name;
    return NULL;
}

sheaf_series_list *sheaf_evaluate(const sheaf_alloc *alloc, const sheaf_name *names, size_t n,
                                  const char *expression)
{
    struct names all = { names, n };
    const struct environment environment = {
        &all, find_in_names, name_at, NULL, NULL, false, false
    };

    if (names == NULL && n > 0)
        return refuse(alloc, "there are no names (NULL)");
    return evaluate(alloc, &environment, expression);
}
