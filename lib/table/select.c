/* select.c - selects one series of a table by filters, or one for each member of a dimension. */
#include "table/select.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "series/series.h"
#include "series/series_list.h"
#include "table/filters.h"
#include "table/select_parts.h"
#include "vocabulary/member_kinds.h"

static void name_after(struct selection *s, size_t dimension, uint32_t member)
{
    s->name = table_member(s->table, dimension, member);
    s->label = member_has_localized_name(table_dimension_name(s->table, dimension), s->name)
                   ? ""
                   : table_member_name(s->table, dimension, member);
}

/* Keeps the series that have the filter's member or, of "!World", those that have another. */
static void apply_filter(struct selection *s, const sheaf_filter *filter)
{
    bool leaves_out = filter_leaves_out(filter);
    size_t dimension, kept = 0;
    uint32_t member;

    if (!filter_find(s->table, filter, &s->arena, &s->error, &dimension, &member))
        return;
    for (size_t i = 0; i < s->series_count; i++)
        if ((select_member_of(s, i, dimension) == member) != leaves_out)
            s->series[kept++] = s->series[i];
    s->series_count = kept;
    if (!leaves_out) {
        s->filtered[dimension] = true;
        name_after(s, dimension, member);
    }
    if (kept == 0)
        fail_at(&s->error, SHEAF_BAD_INPUT, select_place(s),
                "no row has %.60s: %.100s together with the rest of the selection",
                s->table->dimensions[dimension].name, member_shown(filter->member));
}

static void take_all_series(struct selection *s)
{
    const sheaf_table *table = s->table;

    s->filtered = arena_array(&s->arena, bool, table->dimension_count);
    s->seen = arena_array(&s->arena, uint32_t *, table->dimension_count);
    s->series = s->all = arena_array(&s->arena, uint32_t, table->series_count);
    if (select_failed(s))
        return;
    for (size_t i = 0; i < table->series_count; i++)
        s->series[i] = (uint32_t)i;
    s->series_count = table->series_count;
}

/* Lists the members of a dimension among the remaining series, in order of appearance. */
size_t select_members_left(struct selection *s, size_t dimension, const char ***names)
{
    const struct dimension *d = &s->table->dimensions[dimension];
    size_t most = d->count < s->series_count ? d->count : s->series_count, count = 0;

    if (s->seen[dimension] == NULL)
        s->seen[dimension] = arena_array(&s->arena, uint32_t, d->count);
    *names = arena_array(&s->arena, const char *, most);
    if (select_failed(s))
        return 0;
    s->pass++;
    for (size_t i = 0; i < s->series_count; i++) {
        uint32_t member = select_member_of(s, i, dimension);

        if (s->seen[dimension][member] != s->pass)
            (*names)[count++] = d->members[member];
        s->seen[dimension][member] = s->pass;
    }
    return count;
}

/* Several sources may contribute periods to one series, so a choice of source is not required. */
static bool is_source(const struct selection *s, size_t dimension)
{
    return strcmp(s->table->dimensions[dimension].name, "source") == 0;
}

static void fail_several(struct selection *s, size_t dimension, const char *const *names,
                         size_t count)
{
    const char *name = s->table->dimensions[dimension].name;
    size_t example = count > 1 && names[0][0] == '\0' ? 1 : 0;

    fail_at(&s->error, SHEAF_BAD_INPUT, select_place(s),
            "more than one %.60s is left: %s; pick one, as in " SETTING("%.60s: %.100s"), name,
            member_list(&s->arena, names, count), name, names[example]);
}

/* Without a filter for the indicator (value, quantity, weight), "value" is meant. */
static void prefer_value(struct selection *s)
{
    static const sheaf_filter value = { "indicator", "value" };
    size_t indicator = table_find_dimension(s->table, "indicator");
    const char **names;
    size_t count = indicator == SIZE_MAX || s->filtered[indicator]
                       ? 0
                       : select_members_left(s, indicator, &names);

    for (size_t i = 0; i < count && count > 1; i++)
        if (strcmp(names[i], value.member) == 0) {
            apply_filter(s, &value);
            s->filtered[indicator] = false; /* this filter is ours, not the caller's */
        }
}

static void require_one_series(struct selection *s)
{
    for (size_t d = 0; d < s->table->dimension_count && !select_failed(s); d++) {
        const char **names;
        size_t count = s->filtered[d] || is_source(s, d) ? 0 : select_members_left(s, d, &names);

        if (count > 1)
            fail_several(s, d, names, count);
    }
}

static bool add_row(struct selection *s, uint32_t row)
{
    if (s->count == s->capacity && !memory_grow(&s->arena.alloc, &s->error, &s->rows, &s->capacity,
                                                s->count + 1, sizeof *s->rows))
        return false;
    s->rows[s->count++] = row;
    return true;
}

bool select_is_in_order(const struct selection *s)
{
    return s->series_count == 1 && table_series(s->table, s->series[0])->latest_period != NO_INDEX;
}

static void take_rows(struct selection *s)
{
    const sheaf_table *table = s->table;

    s->count = 0;
    if (select_is_in_order(s))
        return;
    for (size_t i = 0; i < s->series_count; i++)
        for (uint32_t row = table_series(table, s->series[i])->first; row != NO_INDEX;
             row = table_next_row(table, row))
            if (!add_row(s, row))
                return;
    if (memory_grow(&s->arena.alloc, &s->error, &s->scratch, &s->scratch_capacity, s->count,
                    sizeof *s->scratch))
        table_sort_rows(table, s->rows, s->count, s->scratch, table_order_by_period);
}

static const char *source_of(const struct selection *s, size_t source, uint32_t row)
{
    return table_member(s->table, source, table_row_member(s->table, row, source));
}

/* Two rows have the same period and nothing says which is right. */
static void fail_period(struct selection *s, uint32_t a, uint32_t b)
{
    const sheaf_table *table = s->table;
    size_t source = table_find_dimension(table, "source");
    char text[sizeof s->error.message];

    if (table_row_series(table, a) == table_row_series(table, b)) {
        table_write_conflict(table, a, b, text, sizeof text);
        fail_at(&s->error, SHEAF_BAD_INPUT,
                (struct place){ table_row_file(table, b), table_row_at(table, b).line, 0, 0 }, "%s",
                text);
        return;
    }
    sheaf_period_write(table_row_period(table, b), text);
    fail_at(
        &s->error, SHEAF_BAD_INPUT, select_place(s),
        "more than one source has %s: %.100s, %.100s; pick one, as in " SETTING("source: %.100s"),
        text, member_shown(source_of(s, source, a)), member_shown(source_of(s, source, b)),
        source_of(s, source, b));
}

static void require_one_row_a_period(struct selection *s)
{
    for (size_t i = 1; i < s->count && !select_is_in_order(s) && !select_failed(s); i++)
        if (table_order_by_period(s->table, s->rows[i - 1], s->rows[i]) == 0)
            fail_period(s, s->rows[i - 1], s->rows[i]);
}

/* Applies all filters. selection_end must follow, also after a failure. */
static void selection_begin(struct selection *s, const sheaf_table *table,
                            const sheaf_filter *filters, size_t n)
{
    *s = (struct selection){ .table = table, .name = NAMELESS, .label = "" };
    arena_init(&s->arena, table_alloc(table), &s->error);
    if (sheaf_table_status(table) != SHEAF_OK)
        error_take(&s->error, sheaf_table_error(table));
    else if (table->row_count == 0)
        fail_at(&s->error, SHEAF_BAD_INPUT, select_place(s), "the table has no rows");
    else if (filters == NULL && n > 0)
        fail(&s->error, SHEAF_BAD_ARGUMENT, "the filters are NULL");
    if (!select_failed(s))
        take_all_series(s);
    for (size_t i = 0; filters != NULL && i < n && !select_failed(s); i++)
        apply_filter(s, &filters[i]);
}

static void selection_end(struct selection *s)
{
    memory_free(&s->arena.alloc, s->rows, s->capacity * sizeof *s->rows);
    memory_free(&s->arena.alloc, s->scratch, s->scratch_capacity * sizeof *s->scratch);
    arena_free(&s->arena);
}

/* The one remaining series, or a failed one that says why there is not exactly one. */
static sheaf_series *selection_series(struct selection *s)
{
    const char *name = s->name, *label = s->label; /* prefer_value must not change them */

    if (!select_failed(s))
        prefer_value(s);
    if (!select_failed(s))
        require_one_series(s);
    if (!select_failed(s))
        take_rows(s);
    if (!select_failed(s))
        require_one_row_a_period(s);
    if (!select_failed(s) && strcmp(name, NAMELESS) == 0 &&
        select_common_member(s, "series")[0] != '\0')
        name = select_common_member(s, "series");
    return select_failed(s) ? series_failed(&s->arena.alloc, &s->error)
                            : select_make_series(s, name, label);
}

sheaf_series *sheaf_table_select(const sheaf_table *table, const sheaf_filter *filters, size_t n)
{
    struct selection s;
    sheaf_series *series;

    selection_begin(&s, table, filters, n);
    series = selection_series(&s);
    selection_end(&s);
    return series;
}

/* Each member of a dimension ---------------------------------------------------------------- */

bool select_members(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                    size_t dimension, bool *present, sheaf_error *error)
{
    struct selection s;

    selection_begin(&s, table, filters, n);
    for (size_t i = 0; i < s.series_count && !select_failed(&s); i++)
        present[select_member_of(&s, i, dimension)] = true;
    error_take(error, &s.error);
    selection_end(&s);
    return error->status == SHEAF_OK;
}

bool select_has_rows(const sheaf_table *table, const sheaf_filter *filters, size_t n)
{
    struct selection s;

    selection_begin(&s, table, filters, n);
    bool has_rows = !select_failed(&s) && s.series_count > 0;
    selection_end(&s);
    return has_rows;
}

void select_mark(const sheaf_table *table, const sheaf_filter *filters, size_t n, bool *series)
{
    struct selection s;

    selection_begin(&s, table, filters, n);
    if (!select_failed(&s))
        prefer_value(&s);
    for (size_t i = 0; i < s.series_count && !select_failed(&s); i++)
        series[s.series[i]] = true;
    selection_end(&s);
}

/* Counting sort of the series by member, stable: member m's are starts[m] to starts[m + 1].
 * NULL after a failure. */
static size_t *group_by_member(struct selection *s, size_t dimension)
{
    size_t count = s->table->dimensions[dimension].count;
    size_t *starts =
        arena_array(&s->arena, size_t, count + 2); /* shifted by one until the sort is done */
    uint32_t *grouped = arena_array(&s->arena, uint32_t, s->series_count);

    if (starts == NULL || grouped == NULL)
        return NULL;
    for (size_t i = 0; i < s->series_count; i++)
        starts[select_member_of(s, i, dimension) + 2]++;
    for (size_t m = 0; m < count; m++)
        starts[m + 2] += starts[m + 1];
    for (size_t i = 0; i < s->series_count; i++)
        grouped[starts[select_member_of(s, i, dimension) + 1]++] = s->series[i];
    s->all = grouped;
    return starts;
}

sheaf_series_list *select_each(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                               size_t dimension, const bool *wanted)
{
    sheaf_series_list *list = sheaf_series_list_create(table_alloc(table));
    const struct dimension *d = &table->dimensions[dimension];
    struct selection s;

    selection_begin(&s, table, filters, n);

    size_t *starts = select_failed(&s) ? NULL : group_by_member(&s, dimension);

    for (size_t m = 0; m < d->count && !select_failed(&s); m++) {
        if (!wanted[m] || starts[m] == starts[m + 1])
            continue;
        s.series = s.all + starts[m];
        s.series_count = starts[m + 1] - starts[m];
        s.filtered[dimension] = true;
        name_after(&s, dimension, (uint32_t)m);
        sheaf_series_list_add(list, selection_series(&s));
        error_take(&s.error, sheaf_series_list_error(list));
    }
    series_list_fail(list, &s.error);
    selection_end(&s);
    return list;
}
