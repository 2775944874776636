/* algebra_members.c - the series of a table along one dimension: all members, the parts that
 * make up the whole, and the whole. */
#include <stdio.h>
#include <string.h>

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
    bool *present; /* by index of the member */
    size_t n_members;
    bool some; /* at least one is present */
    struct arena arena;
    sheaf_error error;
};

static size_t dimension_index(const sheaf_table *table, const char *name)
{
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++)
        if (strcmp(sheaf_table_dimension(table, i), name) == 0)
            return i;
    return SIZE_MAX;
}

static bool is_member(const sheaf_table *table, const char *dimension, const char *text)
{
    for (size_t i = 0; i < sheaf_table_member_count(table, dimension); i++)
        if (strcmp(sheaf_table_member(table, dimension, i), text) == 0)
            return true;
    return false;
}

/* The pick as the table spells it: "China" is CHN. */
static const char *canonical(struct members *m, struct countries **countries,
                             const sheaf_pick *pick)
{
    if (is_member(m->table, pick->dimension, pick->member))
        return pick->member;
    if (*countries == NULL)
        *countries = countries_create(table_alloc(m->table), &m->error);
    if (*countries == NULL)
        return NULL;
    return vocabulary_member(*countries, pick->dimension, pick->member, strlen(pick->member));
}

/* What is wrong with the picks is told as a selection tells it. */
static void fail_as_selection(struct members *m, size_t dimension)
{
    sheaf_pick *picks = arena_array(&m->arena, sheaf_pick, m->n_picks + 1);
    sheaf_series *series;

    if (picks == NULL)
        return;
    for (size_t i = 0; i < m->n_picks; i++)
        picks[i] = m->picks[i];
    picks[m->n_picks] = (sheaf_pick){ m->dimension, "" };
    series = sheaf_table_select(m->table, picks, m->n_picks + (dimension == SIZE_MAX));
    error_take(&m->error, sheaf_series_error(series));
    sheaf_series_destroy(series);
    fail(&m->error, SHEAF_BAD_INPUT, "no row goes with the selection");
}

/* A set of the members by their text, with their indices plus 1; 0: free. */
struct index {
    uint32_t *slots;
    size_t mask;
};

static size_t hash_of(const char *text)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

static bool index_members(struct members *m, struct index *index)
{
    size_t members = sheaf_table_member_count(m->table, m->dimension), size = 16;

    while (size < 2 * members)
        size *= 2;
    index->slots = arena_array(&m->arena, uint32_t, size);
    index->mask = size - 1;
    m->members = arena_array(&m->arena, const char *, members);
    m->present = arena_array(&m->arena, bool, members);
    if (index->slots == NULL || m->members == NULL || m->present == NULL)
        return false;
    for (size_t i = 0; i < members; i++) {
        size_t at;

        m->members[i] = sheaf_table_member(m->table, m->dimension, i);
        at = hash_of(m->members[i]) & index->mask;
        while (index->slots[at] != 0)
            at = (at + 1) & index->mask;
        index->slots[at] = (uint32_t)i + 1;
    }
    m->n_members = members;
    return true;
}

static size_t find_member(const struct members *m, const struct index *index, const char *text)
{
    size_t at = hash_of(text) & index->mask;

    while (strcmp(m->members[index->slots[at] - 1], text) != 0)
        at = (at + 1) & index->mask;
    return index->slots[at] - 1;
}

/* Marks the members of the rows that have all picks. */
static void mark_present(struct members *m, const struct index *index, size_t dimension,
                         const size_t *picked, const char *const *wanted)
{
    for (size_t row = 0; row < sheaf_table_row_count(m->table); row++) {
        bool fits = true;

        for (size_t i = 0; i < m->n_picks && fits; i++)
            fits = strcmp(sheaf_table_row_member(m->table, row, picked[i]), wanted[i]) == 0;
        if (!fits)
            continue;
        m->present[find_member(m, index, sheaf_table_row_member(m->table, row, dimension))] = true;
        m->some = true;
    }
}

static void find_members(struct members *m)
{
    size_t dimension = dimension_index(m->table, m->dimension);
    size_t *picked = arena_array(&m->arena, size_t, m->n_picks);
    const char **wanted = arena_array(&m->arena, const char *, m->n_picks);
    struct countries *countries = NULL;
    struct index index;
    bool known = dimension != SIZE_MAX;

    if (picked == NULL || wanted == NULL || !index_members(m, &index))
        return;
    for (size_t i = 0; i < m->n_picks && known; i++) {
        picked[i] = dimension_index(m->table, m->picks[i].dimension);
        wanted[i] = picked[i] != SIZE_MAX ? canonical(m, &countries, &m->picks[i]) : NULL;
        known = wanted[i] != NULL;
    }
    if (known)
        mark_present(m, &index, dimension, picked, wanted);
    if (!m->some)
        fail_as_selection(m, dimension);
    countries_destroy(countries);
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
    for (size_t i = 0; i < n && m->error.status == SHEAF_OK; i++)
        if (picks[i].dimension == NULL || picks[i].member == NULL)
            fail(&m->error, SHEAF_BAD_ARGUMENT, "a pick has a dimension and a member");
    if (m->error.status == SHEAF_OK)
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
