/* algebra_members.c - the series of a table along one dimension: all members, the parts that add
 * up to the total, and the total. */
#include <string.h>

#include "series/series.h"
#include "series/series_list.h"
#include "table/filters.h"
#include "table/select.h"
#include "table/table.h"
#include "vocabulary/vocabulary.h"

/* The members of a dimension that have rows matching the filters. */
struct members {
    const sheaf_table *table;
    const sheaf_filter *filters;
    size_t n_filters;
    const char *dimension;
    size_t index; /* of the dimension */
    const char **members;
    bool *present; /* [member] */
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

/* Selects the series of the members still present, or fails the list. Frees m. */
static sheaf_series_list *members_close(struct members *m)
{
    sheaf_series_list *list;

    if (m->error.status == SHEAF_OK) {
        list = select_each(m->table, m->filters, m->n_filters, m->index, m->present);
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

/* The number of digits of the product codes to use; -1 in other dimensions. Fails if codes of
 * several depths are present and depth is 0: adding both would count trade twice. */
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

/* Removes totals, and codes of another depth (-1: keeps every depth). */
static void keep_parts(struct members *m, int depth)
{
    for (size_t i = 0; i < m->n_members; i++)
        m->present[i] = m->present[i] && !member_is_total(m->dimension, m->members[i]) &&
                        (depth < 0 || product_depth(m->members[i]) == depth);
}

sheaf_series_list *sheaf_table_parts(const sheaf_table *table, const sheaf_filter *filters,
                                     size_t n, const char *dimension, int depth)
{
    struct members m;
    sheaf_series_list *list;

    if (members_open(&m, table, filters, n, dimension))
        keep_parts(&m, settle_depth(&m, depth));
    list = members_close(&m);
    if (sheaf_series_list_status(list) == SHEAF_OK && sheaf_series_list_count(list) == 0) {
        sheaf_error none = { 0 };

        fail(&none, SHEAF_BAD_INPUT, "no %.60s here is a part of the total", dimension);
        series_list_fail(list, &none);
    }
    return list;
}

sheaf_series *sheaf_table_whole(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                                const char *dimension)
{
    sheaf_series *whole = NULL;
    struct members m;
    size_t total = SIZE_MAX;

    if (members_open(&m, table, filters, n, dimension))
        for (size_t i = 0; i < m.n_members; i++) {
            m.present[i] =
                total == SIZE_MAX && m.present[i] && member_is_total(dimension, m.members[i]);
            total = m.present[i] ? i : total;
        }
    if (total != SIZE_MAX) {
        sheaf_series_list *list = select_each(table, filters, n, m.index, m.present);

        series_list_fail(list, &m.error);
        whole = sheaf_series_list_status(list) == SHEAF_OK
                    ? series_list_take(list, 0)
                    : series_failed(table_alloc(table), sheaf_series_list_error(list));
        sheaf_series_list_destroy(list);
    }
    if (m.error.status == SHEAF_NO_MEMORY && whole == NULL)
        whole = series_failed(table_alloc(table), &m.error);
    arena_free(&m.arena);
    return whole;
}
