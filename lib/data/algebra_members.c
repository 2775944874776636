/* algebra_members.c - the series of a table along one dimension: all members, the parts that
 * make up the whole, and the whole. */
#include <string.h>

#include "data/picks.h"
#include "data/series.h"
#include "data/series_list.h"
#include "data/table.h"
#include "data/vocabulary.h"

/* The members of a dimension that have rows with the picks. */
struct members {
    const sheaf_table *table;
    const sheaf_pick *picks;
    size_t n_picks;
    const char *dimension;
    const char **members;
    bool *present; /* by number of the member */
    size_t n_members;
    struct arena arena;
    sheaf_error error;
};

/* A pick, found in the table. */
struct found {
    size_t dimension;
    uint32_t member;
};

/* Marks the members of the rows that have all picks; false when there is no such row. */
static bool mark_present(struct members *m, size_t dimension, const struct found *picked)
{
    bool some = false;

    for (size_t row = 0; row < sheaf_table_row_count(m->table); row++) {
        bool fits = true;

        for (size_t i = 0; i < m->n_picks && fits; i++)
            fits = table_row_member(m->table, row, picked[i].dimension) == picked[i].member;
        if (!fits)
            continue;
        m->present[table_row_member(m->table, row, dimension)] = true;
        some = true;
    }
    return some;
}

/* Picks that are fine alone, but that no row has together: told as a selection tells it. */
static void fail_together(struct members *m)
{
    sheaf_series *series = sheaf_table_select(m->table, m->picks, m->n_picks);

    error_take(&m->error, sheaf_series_error(series));
    sheaf_series_destroy(series);
    fail(&m->error, SHEAF_BAD_INPUT, "no row goes with the selection");
}

static void find_members(struct members *m)
{
    size_t dimension = pick_find_dimension(m->table, m->dimension, &m->arena, &m->error);
    struct found *picked = arena_array(&m->arena, struct found, m->n_picks);

    if (dimension == SIZE_MAX || picked == NULL)
        return;
    for (size_t i = 0; i < m->n_picks; i++)
        if (!pick_find(m->table, &m->picks[i], &m->arena, &m->error, &picked[i].dimension,
                       &picked[i].member))
            return;
    m->n_members = sheaf_table_member_count(m->table, m->dimension);
    m->members = arena_array(&m->arena, const char *, m->n_members);
    m->present = arena_array(&m->arena, bool, m->n_members);
    if (m->members == NULL || m->present == NULL)
        return;
    for (size_t i = 0; i < m->n_members; i++)
        m->members[i] = table_member(m->table, dimension, (uint32_t)i);
    if (!mark_present(m, dimension, picked))
        fail_together(m);
}

static bool members_open(struct members *m, const sheaf_table *table, const sheaf_pick *picks,
                         size_t n, const char *dimension)
{
    *m = (struct members){ .table = table, .picks = picks, .n_picks = n, .dimension = dimension };
    arena_init(&m->arena, table_alloc(table), &m->error);
    if (sheaf_table_status(table) != SHEAF_OK)
        error_take(&m->error, sheaf_table_error(table));
    else if (dimension == NULL)
        fail(&m->error, SHEAF_BAD_ARGUMENT, "members are of a dimension");
    else
        find_members(m);
    return m->error.status == SHEAF_OK;
}

/* The series of one member, named by it. */
static sheaf_series *select_member(struct members *m, const char *member)
{
    sheaf_pick *picks = arena_array(&m->arena, sheaf_pick, m->n_picks + 1);

    if (picks == NULL)
        return series_failed(table_alloc(m->table), &m->error);
    for (size_t i = 0; i < m->n_picks; i++)
        picks[i] = m->picks[i];
    picks[m->n_picks] = (sheaf_pick){ m->dimension, member };
    return sheaf_table_select(m->table, picks, m->n_picks + 1);
}

/* depth -1: of any. */
static sheaf_series_list *members_close(struct members *m, bool totals, int depth)
{
    sheaf_series_list *list = sheaf_series_list_create(table_alloc(m->table));
    size_t n = m->error.status == SHEAF_OK ? m->n_members : 0;

    for (size_t i = 0; i < n && sheaf_series_list_status(list) == SHEAF_OK; i++) {
        const char *member = m->members[i];

        if (m->present[i] && (totals || !member_is_total(m->dimension, member)) &&
            (depth < 0 || product_depth(member) == depth))
            sheaf_series_list_add(list, select_member(m, member));
    }
    series_list_fail(list, &m->error);
    arena_free(&m->arena);
    return list;
}

sheaf_series_list *sheaf_table_members(const sheaf_table *table, const sheaf_pick *picks, size_t n,
                                       const char *dimension)
{
    struct members m;

    members_open(&m, table, picks, n, dimension);
    return members_close(&m, true, -1);
}

/* Codes of one depth, where the dimension's members are codes: -1 where they are not. Several
 * depths, of which none is asked for, are a failure. */
static int settle_depth(struct members *m, int depth)
{
    int found = -1;

    if (strcmp(m->dimension, "product") != 0)
        return -1;
    for (size_t i = 0; i < m->n_members; i++) {
        int own = product_depth(m->members[i]);

        if (!m->present[i] || member_is_total(m->dimension, m->members[i]))
            continue;
        if (found >= 0 && own != found && depth == 0)
            fail(&m->error, SHEAF_BAD_INPUT,
                 "products of %d and of %d digits are here, which are never added together; "
                 "say which, as in depth: %d",
                 found < own ? found : own, found < own ? own : found, found > 0 ? found : own);
        if (found < 0)
            found = own;
    }
    return depth > 0 ? depth : found;
}

sheaf_series_list *sheaf_table_parts(const sheaf_table *table, const sheaf_pick *picks, size_t n,
                                     const char *dimension, int depth)
{
    struct members m;
    sheaf_series_list *list;

    if (members_open(&m, table, picks, n, dimension))
        depth = settle_depth(&m, depth);
    list = members_close(&m, false, depth);
    if (sheaf_series_list_status(list) == SHEAF_OK && sheaf_series_list_count(list) == 0) {
        sheaf_error none = { 0 };

        fail(&none, SHEAF_BAD_INPUT, "no %.60s is a part of the whole here", dimension);
        series_list_fail(list, &none);
    }
    return list;
}

sheaf_series *sheaf_table_whole(const sheaf_table *table, const sheaf_pick *picks, size_t n,
                                const char *dimension)
{
    sheaf_series *whole = NULL;
    struct members m;

    if (members_open(&m, table, picks, n, dimension))
        for (size_t i = 0; i < m.n_members && whole == NULL; i++)
            if (m.present[i] && member_is_total(dimension, m.members[i]))
                whole = select_member(&m, m.members[i]);
    if (m.error.status == SHEAF_NO_MEMORY && whole == NULL)
        whole = series_failed(table_alloc(table), &m.error);
    arena_free(&m.arena);
    return whole;
}
