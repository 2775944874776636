/* algebra_members.c - the series of a table along one dimension: all members, the parts that add
 * up to the whole, and the whole. */
#include <string.h>

#include "series/series.h"
#include "series/series_list.h"
#include "table/filters.h"
#include "table/parts.h"
#include "table/select.h"
#include "table/table.h"
#include "vocabulary/member_kinds.h"
#include "vocabulary/vocabulary.h"

/* The members of a dimension that have rows matching the filters. */
struct members {
    const sheaf_table *table;
    const sheaf_filter *filters;
    size_t n_filters;
    const char *dimension;
    size_t index; /* of the dimension */
    const char **members;
    bool *present;           /* [member] */
    enum member_role *roles; /* [member], of those present */
    uint32_t *chosen;        /* those that a choice names, in its order */
    size_t n_chosen;
    size_t n_members;
    struct arena arena;
    sheaf_error error;
};

static void find_members(struct members *m)
{
    m->index = filter_find_dimension(m->table, m->dimension, &m->arena, &m->error);
    if (m->index == SIZE_MAX)
        return;
    m->n_members = sheaf_table_member_count(m->table, m->dimension);
    m->members = arena_array(&m->arena, const char *, m->n_members);
    m->present = arena_array(&m->arena, bool, m->n_members);
    if (m->members == NULL || m->present == NULL)
        return;
    for (size_t i = 0; i < m->n_members; i++)
        m->members[i] = table_member(m->table, m->index, (uint32_t)i);
    select_members(m->table, m->filters, m->n_filters, m->index, m->present, &m->error);
}

static bool members_open(struct members *m, const sheaf_table *table, const sheaf_filter *filters,
                         size_t n, const char *dimension)
{
    *m = (struct members){
        .table = table, .filters = filters, .n_filters = n, .dimension = dimension
    };
    arena_init(&m->arena, table_alloc(table), &m->error);
    if (sheaf_table_status(table) != SHEAF_OK)
        error_take(&m->error, sheaf_table_error(table));
    else if (dimension == NULL)
        fail(&m->error, SHEAF_BAD_ARGUMENT, "the dimension is NULL");
    else
        find_members(m);
    return m->error.status == SHEAF_OK;
}

/* The series of the members that a choice names, in its order; list has those of the members that
 * are present, in order of appearance. */
static sheaf_series_list *in_order_of_choice(const struct members *m, sheaf_series_list *list)
{
    sheaf_series_list *ordered = sheaf_series_list_create(table_alloc(m->table));

    series_list_fail(ordered, sheaf_series_list_error(list));
    for (size_t i = 0; i < m->n_chosen; i++) {
        const char *name = m->members[m->chosen[i]];
        size_t at = 0;

        while (at < sheaf_series_list_count(list) &&
               strcmp(sheaf_series_name(sheaf_series_list_at(list, at)), name) != 0)
            at++;
        if (at < sheaf_series_list_count(list))
            sheaf_series_list_add(ordered, sheaf_series_list_take(list, at));
    }
    sheaf_series_list_destroy(list);
    return ordered;
}

/* Selects the series of the members still present, or fails the list. Frees m. */
static sheaf_series_list *members_close(struct members *m)
{
    sheaf_series_list *list;

    if (m->error.status == SHEAF_OK) {
        list = select_each(m->table, m->filters, m->n_filters, m->index, m->present);
        if (m->n_chosen > 0)
            list = in_order_of_choice(m, list);
    } else {
        list = sheaf_series_list_create(table_alloc(m->table));
        series_list_fail(list, &m->error);
    }
    arena_free(&m->arena);
    return list;
}

sheaf_series_list *sheaf_table_members(const sheaf_table *table, const sheaf_filter *filters,
                                       size_t n, const char *dimension)
{
    struct members m;

    members_open(&m, table, filters, n, dimension);
    return members_close(&m);
}

/* Roles --------------------------------------------------------------------------------- */

static const char *name_of(const struct members *m, size_t i)
{
    return table_member_name(m->table, m->index, (uint32_t)i);
}

static void find_roles(struct members *m)
{
    m->roles = arena_array(&m->arena, enum member_role, m->n_members);
    for (size_t i = 0; i < m->n_members && m->roles != NULL; i++)
        if (m->present[i])
            m->roles[i] = member_role_of(m->dimension, m->members[i], name_of(m, i));
}

static bool has_role(const struct members *m, size_t i, enum member_role role)
{
    return m->present[i] && m->roles[i] == role;
}

/* The first present member of a role; n_members: there is none. */
static size_t first_of(const struct members *m, enum member_role role)
{
    size_t i = 0;

    while (i < m->n_members && !has_role(m, i, role))
        i++;
    return i;
}

/* Keeps the members that the choice names. */
static void choose_members(struct members *m, const struct member_choice *choice)
{
    bool *named = choice->count > 0 ? arena_array(&m->arena, bool, m->n_members) : NULL;

    m->chosen = arena_array(&m->arena, uint32_t, choice->count);
    for (size_t i = 0; i < choice->count && named != NULL && m->chosen != NULL; i++) {
        const sheaf_filter filter = { m->dimension, choice->members[i] };
        size_t dimension;
        uint32_t member;

        if (!filter_find(m->table, &filter, &m->arena, &m->error, &dimension, &member))
            return;
        if (!m->present[member])
            fail(&m->error, SHEAF_BAD_INPUT,
                 "no row has %.60s: %.100s together with the rest of the selection", m->dimension,
                 choice->members[i]);
        if (!named[member])
            m->chosen[m->n_chosen++] = member;
        named[member] = true;
    }
    for (size_t i = 0; i < m->n_members && named != NULL; i++)
        m->present[i] &= named[i];
}

/* Products ------------------------------------------------------------------------------ */

static void fail_splits(struct members *m, const struct product_split *a,
                        const struct product_split *b)
{
    char one[PRODUCT_SPLIT_TEXT], other[PRODUCT_SPLIT_TEXT];

    if (a->kind == SPLIT_CODES && b->kind == SPLIT_CODES)
        fail(&m->error, SHEAF_BAD_INPUT,
             "products of %d and of %d digits are here, which are never added together; "
             "say which, as in depth: %d",
             a->depth < b->depth ? a->depth : b->depth, a->depth < b->depth ? b->depth : a->depth,
             a->depth);
    else
        fail(
            &m->error, SHEAF_BAD_INPUT,
            "products are split in two ways here, by %s and by %s, which are never added together; "
            "say which, as in depth: 2, or leave the others out, as in product: !X",
            product_split_text(a, one), product_split_text(b, other));
}

/* True for codes of so many digits, also after a prefix (SITC7). */
static bool has_depth(const char *member, int depth)
{
    struct product_split split = product_split_of(member);

    return (split.kind == SPLIT_CODES || split.kind == SPLIT_PREFIXED) && split.depth == depth;
}

/* Removes codes of another depth. Unspecified goods without a code are of every depth. Without a
 * depth, products of several splits fail: adding both would count trade twice. */
static void settle_depth(struct members *m, int depth)
{
    struct product_split found = { .depth = -1 };

    for (size_t i = 0; i < m->n_members; i++) {
        struct product_split own;

        if (!m->present[i] ||
            (m->roles[i] == MEMBER_UNSPECIFIED && product_depth(m->members[i]) == 0))
            continue;
        if (depth > 0) {
            m->present[i] = has_depth(m->members[i], depth);
            continue;
        }
        own = product_split_of(m->members[i]);
        if (found.depth >= 0 && !product_splits_equal(&found, &own))
            fail_splits(m, &found, &own);
        found = found.depth < 0 ? own : found;
    }
}

/* Parts --------------------------------------------------------------------------------- */

/* Re-exports are in exports already. Named one by one, both are an error. */
static void settle_flows(struct members *m, bool named)
{
    for (size_t i = 0; i < m->n_members; i++)
        for (size_t k = 0; k < m->n_members && m->present[i]; k++) {
            if (!m->present[k] || !flow_is_part_of(m->members[i], m->members[k]))
                continue;
            if (named)
                fail(&m->error, SHEAF_BAD_INPUT,
                     "%.60s are part of %.60s already, and never added to them; leave one out",
                     m->members[i], m->members[k]);
            m->present[i] = false;
        }
}

static void drop_role(struct members *m, enum member_role role)
{
    for (size_t i = 0; i < m->n_members; i++)
        m->present[i] = m->present[i] && m->roles[i] != role;
}

static const char *sum_of(const struct members *m, size_t i)
{
    return member_sum_of(m->dimension, m->members[i], name_of(m, i));
}

/* Groups that are named one by one must not hold each other's members, or the parts beside them. */
static void check_named_groups(struct members *m)
{
    for (size_t g = 0; g < m->n_members && m->error.status == SHEAF_OK; g++)
        for (size_t i = 0; i < m->n_members && has_role(m, g, MEMBER_GROUP); i++)
            if (has_role(m, i, MEMBER_PART) && group_may_hold(sum_of(m, g), m->members[i]))
                fail(&m->error, SHEAF_BAD_INPUT,
                     "'%.60s' is a group, and '%.60s' may be in it; they are never added or ranked "
                     "together: leave one out",
                     m->members[g], m->members[i]);
            else if (i > g && has_role(m, i, MEMBER_GROUP) &&
                     groups_overlap(sum_of(m, g), sum_of(m, i)))
                fail(&m->error, SHEAF_BAD_INPUT,
                     "the groups '%.60s' and '%.60s' may have members in common; they are never "
                     "added or ranked together: leave one out",
                     m->members[g], m->members[i]);
}

/* Groups beside members are left out, unless they are named one by one. Where nothing but groups is,
 * they are parts if the author names them, or if the dimension is the file's own (Asia, Europe …). */
static void settle_groups(struct members *m, bool named)
{
    size_t none = m->n_members, group = first_of(m, MEMBER_GROUP), part = first_of(m, MEMBER_PART);

    if (group == none)
        return;
    if (named)
        check_named_groups(m);
    else if (part != none || strcmp(m->dimension, "flow") == 0)
        drop_role(m, MEMBER_GROUP);
    else if (member_kind_of(m->dimension) != MEMBER_TEXT)
        fail(
            &m->error, SHEAF_BAD_INPUT,
            "only groups are here, which may overlap; name those that do not, as in %.40s: %.60s | "
            "\u2026",
            m->dimension, m->members[group]);
}

/* Removes the whole and what is not to be added, unless nothing else was named. */
static void keep_parts(struct members *m, const struct member_choice *choice, int depth)
{
    bool named = choice->count > 0;

    settle_groups(m, named);
    if (!named || first_of(m, MEMBER_PART) < m->n_members ||
        first_of(m, MEMBER_GROUP) < m->n_members || first_of(m, MEMBER_UNSPECIFIED) < m->n_members)
        drop_role(m, MEMBER_WHOLE);
    if (strcmp(m->dimension, "flow") == 0)
        settle_flows(m, named);
    if (strcmp(m->dimension, "product") == 0)
        settle_depth(m, depth);
}

/* True when a filter names one member of the dimension, which then counts whatever it is. */
static bool is_filtered(const struct members *m)
{
    for (size_t i = 0; i < m->n_filters; i++)
        if (m->filters[i].dimension != NULL && m->filters[i].member != NULL &&
            strcmp(m->filters[i].dimension, m->dimension) == 0 && m->filters[i].member[0] != '!')
            return true;
    return false;
}

sheaf_series_list *table_parts_of(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                                  const struct member_choice *choice, int depth)
{
    struct members m;
    sheaf_series_list *list;

    if (members_open(&m, table, filters, n, choice->dimension)) {
        choose_members(&m, choice);
        find_roles(&m);
        if (m.roles != NULL && !is_filtered(&m))
            keep_parts(&m, choice, depth);
    }
    list = members_close(&m);
    if (sheaf_series_list_status(list) == SHEAF_OK && sheaf_series_list_count(list) == 0) {
        sheaf_error none = { 0 };

        fail(&none, SHEAF_BAD_INPUT, "no %.60s here is a part of the total", choice->dimension);
        series_list_fail(list, &none);
    }
    return list;
}

sheaf_series_list *sheaf_table_parts(const sheaf_table *table, const sheaf_filter *filters,
                                     size_t n, const char *dimension, int depth)
{
    return table_parts_of(table, filters, n, &(struct member_choice){ dimension, NULL, 0 }, depth);
}

/* The longest series, the first of equals: a file may call the whole by several names, each in some of
 * the periods. */
static sheaf_series *take_longest(sheaf_series_list *list)
{
    size_t longest = 0;

    for (size_t i = 1; i < sheaf_series_list_count(list); i++)
        if (sheaf_series_count(sheaf_series_list_at(list, i)) >
            sheaf_series_count(sheaf_series_list_at(list, longest)))
            longest = i;
    return sheaf_series_list_take(list, longest);
}

/* One member that a filter names is no whole of others. */
sheaf_series *table_whole_of(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                             const struct member_choice *choice)
{
    sheaf_series *whole = NULL;
    struct members m;
    bool any = false;

    if (members_open(&m, table, filters, n, choice->dimension)) {
        choose_members(&m, choice);
        find_roles(&m);
        for (size_t i = 0; i < m.n_members && m.roles != NULL && !is_filtered(&m); i++) {
            m.present[i] = has_role(&m, i, MEMBER_WHOLE);
            any = any || m.present[i];
        }
    }
    if (any) {
        sheaf_series_list *list = select_each(table, filters, n, m.index, m.present);

        series_list_fail(list, &m.error);
        whole = sheaf_series_list_status(list) == SHEAF_OK
                    ? take_longest(list)
                    : series_failed(table_alloc(table), sheaf_series_list_error(list));
        sheaf_series_list_destroy(list);
    }
    if (m.error.status == SHEAF_NO_MEMORY && whole == NULL)
        whole = series_failed(table_alloc(table), &m.error);
    arena_free(&m.arena);
    return whole;
}

sheaf_series *sheaf_table_whole(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                                const char *dimension)
{
    return table_whole_of(table, filters, n, &(struct member_choice){ dimension, NULL, 0 });
}
