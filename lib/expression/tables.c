/* tables.c - applies filters to tables and selects series from them. */
#include <string.h>

#include "expression/values.h"
#include "series/series.h"
#include "series/series_list.h"
#include "table/filters.h"
#include "table/select.h"

bool view_reserve(struct evaluation *e, struct view *view, size_t more)
{
    sheaf_filter *filters = arena_array(&e->arena, sheaf_filter, view->count + more);
    struct span *spans = arena_array(&e->arena, struct span, view->count + more);

    if (filters == NULL || spans == NULL)
        return false;
    if (view->count > 0) {
        memcpy(filters, view->filters, view->count * sizeof *filters);
        memcpy(spans, view->spans, view->count * sizeof *spans);
    }
    view->filters = filters;
    view->spans = spans;
    return true;
}

/* Removes the filters of a dimension, because a new one replaces them. */
static void drop_filter(struct view *view, const char *dimension)
{
    size_t kept = 0;

    for (size_t i = 0; i < view->count; i++)
        if (strcmp(view->filters[i].dimension, dimension) != 0) {
            view->filters[kept] = view->filters[i];
            view->spans[kept++] = view->spans[i];
        }
    view->count = kept;
    if (view->several != NULL && strcmp(view->several->dimension, dimension) == 0)
        view->several = NULL;
}

/* Whether a choice is of several members: all but some, all, or more than one. */
static bool is_several(const struct choice *choice)
{
    return choice->leaves_out || choice->of_rows || choice->count != 1;
}

static bool has_member(struct evaluation *e, const sheaf_table *table, const sheaf_filter *filter)
{
    sheaf_error none = { 0 };
    size_t dimension;
    uint32_t member;

    return filter_find(table, filter, &e->arena, &none, &dimension, &member);
}

/* Members that are left out are filters; the others of the dimension are the several. What an earlier
 * release lacked need not be left out of it. */
static bool add_several(struct evaluation *e, struct view *view, const struct choice *choice)
{
    size_t left_out = choice->leaves_out ? choice->count : 0;

    view->several = choice;
    if (!view_reserve(e, view, left_out))
        return false;
    for (size_t i = 0; i < left_out; i++) {
        const sheaf_filter named = { choice->dimension, choice->members[i] + 1 }; /* without "!" */

        if (e->environment->skips_absent && !has_member(e, view->table, &named))
            continue;
        view->spans[view->count] = choice->span;
        view->filters[view->count++] = (sheaf_filter){ choice->dimension, choice->members[i] };
    }
    return true;
}

static struct value apply_filters(struct evaluation *e, const struct expression *part,
                                  struct value value)
{
    struct view *view = &value.view;

    for (size_t i = 0; i < part->choice_count; i++) {
        const struct choice *choice = &part->choices[i];

        drop_filter(view, choice->dimension);
        if (!is_several(choice)) {
            if (!view_reserve(e, view, 1))
                return (struct value){ .kind = VALUE_FAILED };
            view->spans[view->count] = choice->span;
            view->filters[view->count++] = (sheaf_filter){ choice->dimension, choice->members[0] };
            continue;
        }
        if (view->several != NULL) {
            expression_fail(e->error, SHEAF_BAD_INPUT, part->text, choice->span.start,
                            choice->span.end,
                            "only one dimension may have several members; '%.60s' "
                            "has them already",
                            view->several->dimension);
            return (struct value){ .kind = VALUE_FAILED };
        }
        if (!add_several(e, view, choice))
            return (struct value){ .kind = VALUE_FAILED };
    }
    return value;
}

struct value evaluate_selection(struct evaluation *e, const struct expression *part)
{
    struct value value = evaluate_part(e, part->left);

    if (value.kind == VALUE_VIEW)
        return apply_filters(e, part, value);
    if (value.kind == VALUE_LIST && value.several)
        return value_chosen(e, part, value);
    if (value.kind != VALUE_FAILED)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "this is one series already; only tables and several series take "
                        "[%.60s: \u2026]",
                        part->choices[0].dimension);
    sheaf_series_list_destroy(value.list);
    return (struct value){ .kind = VALUE_FAILED };
}

/* Whether the author names the members; those of rows come from data. */
static bool names_members(const struct choice *several)
{
    return several != NULL && !several->leaves_out && !several->of_rows;
}

struct expression view_place(struct evaluation *e, const struct expression *part,
                             const struct view *view)
{
    const struct choice *several = view->several;
    struct expression place = *part;

    for (size_t i = 0; names_members(several) && i < several->count; i++) {
        const sheaf_filter filter = { several->dimension, several->members[i] };

        if (!has_member(e, view->table, &filter)) {
            place.start = several->span.start;
            place.end = several->span.end;
        }
    }
    for (size_t i = view->count; i-- > 0;)
        if (!has_member(e, view->table, &view->filters[i])) {
            place.start = view->spans[i].start;
            place.end = view->spans[i].end;
        }
    return place;
}

/* The member is a parameter's value: "$partner", "!$partner". */
bool names_parameter(const struct expression *part, struct span span)
{
    return span.end > span.start &&
           memchr(part->text + span.start, '$', span.end - span.start) != NULL;
}

/* The members of the dimension that has several are looked at like any filter's. */
static bool has_misspelt(struct evaluation *e, const struct expression *part,
                         const struct view *view, bool *has_unknown)
{
    const struct choice *several = view->several;

    for (size_t i = 0; names_members(several) && i < several->count; i++) {
        const sheaf_filter filter = { several->dimension, several->members[i] };

        if (has_member(e, view->table, &filter))
            continue;
        *has_unknown = true;
        if (!names_parameter(part, several->span))
            return true;
    }
    for (size_t i = 0; i < view->count; i++) {
        if (has_member(e, view->table, &view->filters[i]))
            continue;
        *has_unknown = true;
        if (!names_parameter(part, view->spans[i]))
            return true;
    }
    return false;
}

bool view_is_nothing(struct evaluation *e, const struct expression *part, const struct view *view)
{
    bool has_unknown = false;

    if (has_misspelt(e, part, view, &has_unknown))
        return false;
    return has_unknown || !select_has_rows(view->table, view->filters, view->count);
}

void view_use(struct evaluation *e, struct view *view)
{
    const struct environment *environment = e->environment;
    const struct choice *several = view->several;

    if (environment->use == NULL)
        return;
    if (!names_members(several) || several->count == 0) {
        environment->use(environment->context, view->table, view->filters, view->count);
        return;
    }
    if (!view_reserve(e, view, 1))
        return;
    for (size_t i = 0; i < several->count; i++) {
        view->filters[view->count] = (sheaf_filter){ several->dimension, several->members[i] };
        environment->use(environment->context, view->table, view->filters, view->count + 1);
    }
}

void view_name(const struct evaluation *e, sheaf_series_list *list)
{
    if (e->environment->name != NULL)
        e->environment->name(e->environment->context, list);
}

/* The rows' members that the table has, and for each of them the name of its row. */
struct row_members {
    bool *wanted;
    const char **names;
    size_t dimension;
};

static bool find_row_members(struct evaluation *e, const struct view *view,
                             struct row_members *members)
{
    const struct choice *several = view->several;
    const sheaf_table *table = view->table;

    members->dimension = filter_find_dimension(table, several->dimension, &e->arena, e->error);
    if (members->dimension == SIZE_MAX)
        return false;
    size_t count = sheaf_table_member_count(table, table_dimension_name(table, members->dimension));
    members->wanted = arena_array(&e->arena, bool, count);
    members->names = arena_array(&e->arena, const char *, count);
    if (members->wanted == NULL || members->names == NULL)
        return false;
    for (size_t i = 0; i < several->count; i++) {
        const char *name = several->members[i];
        bool known;
        uint32_t member = table_find_member(table, members->dimension, name, strlen(name), &known);

        if (!known && !filter_find_renamed(table, members->dimension, name, &member))
            continue;
        members->wanted[member] = true;
        members->names[member] = name;
    }
    return true;
}

/* One series for each row whose member has rows, by the row's name; of a total their sum. */
static sheaf_series_list *select_rows(struct evaluation *e, const struct view *view)
{
    struct row_members members;

    if (!find_row_members(e, view, &members)) {
        sheaf_series_list *failed = sheaf_series_list_create(e->alloc);
        series_list_fail(failed, e->error);
        return failed;
    }
    sheaf_series_list *list =
        select_each(view->table, view->filters, view->count, members.dimension, members.wanted);
    uint32_t member = 0;
    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        sheaf_series *series = series_list_item(list, i);

        while (strcmp(table_member(view->table, members.dimension, member),
                      sheaf_series_name(series)) != 0)
            member++;
        series_set_name(series, members.names[member++]);
    }
    return list;
}

static sheaf_series_list *sum_of_rows(struct evaluation *e, sheaf_series_list *rows)
{
    if (sheaf_series_list_count(rows) == 0)
        return rows;
    sheaf_series_list *list = sheaf_series_list_create(e->alloc);
    sheaf_series_list_add(list, sheaf_series_list_total(rows));
    sheaf_series_list_destroy(rows);
    return list;
}

/* One series for each selected member of the dimension that has several. */
static sheaf_series_list *select_several(struct evaluation *e, struct view *view)
{
    const struct choice *several = view->several;
    sheaf_series_list *list;

    if (several->of_rows)
        return select_rows(e, view);
    if (several->count == 0 || several->leaves_out)
        return sheaf_table_members(view->table, view->filters, view->count, several->dimension);
    list = sheaf_series_list_create(e->alloc);
    if (!view_reserve(e, view, 1))
        return list;
    view->spans[view->count] = several->span;
    for (size_t i = 0; i < several->count; i++) {
        view->filters[view->count] = (sheaf_filter){ several->dimension, several->members[i] };
        if (e->environment->skips_absent &&
            !select_has_rows(view->table, view->filters, view->count + 1))
            continue;
        sheaf_series_list_add(list,
                              sheaf_table_select(view->table, view->filters, view->count + 1));
    }
    view->count++;
    return list;
}

struct value value_as_list(struct evaluation *e, const struct expression *part, struct value value)
{
    bool several = value.kind == VALUE_VIEW && value.view.several != NULL;
    struct expression place = *part;
    sheaf_series_list *list;

    if (value.kind == VALUE_NUMBER) {
        evaluation_fail(e, part, SHEAF_BAD_INPUT,
                        "this is a plain number where a series is wanted");
        return (struct value){ .kind = VALUE_FAILED };
    }
    if (value.kind != VALUE_VIEW)
        return value;
    view_use(e, &value.view);
    if (several) {
        list = select_several(e, &value.view);
        if (value.view.several->of_rows && e->environment->sums_rows) {
            list = sum_of_rows(e, list);
            several = false;
        }
    } else {
        list = sheaf_series_list_create(e->alloc);
        sheaf_series_list_add(
            list, sheaf_table_select(value.view.table, value.view.filters, value.view.count));
    }
    view_name(e, list);
    if (sheaf_series_list_status(list) == SHEAF_BAD_INPUT) {
        place = view_place(e, part, &value.view);
        e->is_nothing = view_is_nothing(e, part, &value.view);
    }
    return value_of_list(e, &place, list, several, value.period);
}
