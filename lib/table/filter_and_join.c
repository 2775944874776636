/* filter_and_join.c - new tables from tables: some rows of one, or all rows of several. */
#include <stdlib.h>
#include <string.h>

#include "period/period.h"
#include "table/filters.h"
#include "table/table.h"
#include "table/table_parts.h"

/* Copying rows ------------------------------------------------------------------------ */

/* Copies rows from one table to another, whose dimensions and members have other numbers. */
struct copy {
    const sheaf_table *from;
    sheaf_table *to;
    struct arena arena;
    size_t *dimensions; /* [dimension of from]: its number in to */
    uint32_t *
        *members;  /* [dimension][member of from]: its number in to, plus 1; 0: not copied yet */
    uint32_t *row; /* one member of to for each dimension of to */
    uint16_t file;
};

static bool failed(const sheaf_table *table)
{
    return sheaf_table_status(table) != SHEAF_OK;
}

static bool copy_start(struct copy *c)
{
    size_t count = sheaf_table_dimension_count(c->from);

    arena_init(&c->arena, table_alloc(c->to), table_error(c->to));
    c->dimensions = arena_array(&c->arena, size_t, count);
    c->members = arena_array(&c->arena, uint32_t *, count);
    c->row = arena_array(&c->arena, uint32_t, sheaf_table_dimension_count(c->to));
    for (size_t d = 0; d < count && !failed(c->to); d++) {
        const char *name = sheaf_table_dimension(c->from, d);

        c->dimensions[d] = table_find_dimension(c->to, name);
        c->members[d] = arena_array(&c->arena, uint32_t, sheaf_table_member_count(c->from, name));
    }
    return !failed(c->to);
}

static uint32_t copy_member(struct copy *c, size_t dimension, uint32_t member)
{
    const char *text = table_member(c->from, dimension, member);
    const char *name = table_member_name(c->from, dimension, member);
    uint32_t copy = table_intern_member(c->to, c->dimensions[dimension], text, strlen(text));

    if (!failed(c->to))
        table_name_member(c->to, c->dimensions[dimension], copy, name, strlen(name));
    return copy;
}

/* In dimensions that the source table lacks, the row gets the member "". */
static void copy_row(struct copy *c, size_t index)
{
    size_t width = sheaf_table_dimension_count(c->to);
    struct table_row row = table_row_at(c->from, index);

    for (size_t d = 0; d < width; d++)
        c->row[d] = UINT32_MAX;
    for (size_t d = 0; d < sheaf_table_dimension_count(c->from); d++) {
        uint32_t own = table_row_member(c->from, index, d), *known = &c->members[d][own];

        if (*known == 0)
            *known = 1 + copy_member(c, d, own);
        c->row[c->dimensions[d]] = *known - 1;
    }
    for (size_t d = 0; d < width; d++)
        if (c->row[d] == UINT32_MAX)
            c->row[d] = table_intern_member(c->to, d, "", 0);
    row.file = c->file;
    table_add_row(c->to, &row, c->row);
}

static void add_dimensions(const sheaf_table *from, sheaf_table *to)
{
    for (size_t d = 0; d < sheaf_table_dimension_count(from); d++) {
        const char *name = sheaf_table_dimension(from, d);

        table_add_dimension(to, name, strlen(name));
    }
}

/* Filter -------------------------------------------------------------------------------- */

struct range {
    sheaf_period first, last; /* SHEAF_NO_PERIOD: open at that end */
    bool exact;               /* only this period, not shorter ones within it */
};

/* The members and periods to keep, and the members to leave out. */
struct wanted {
    const sheaf_table *table;
    struct arena arena;
    sheaf_error *error;
    bool **members;  /* by dimension; NULL: all */
    bool **left_out; /* by dimension; NULL: none */
    struct range *ranges;
    size_t range_count; /* 0: all periods */
};

/* One end of a range; an empty text is an open end. */
static bool read_end(const char *text, size_t n, bool may_be_open, sheaf_period *period)
{
    *period = (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    return n == 0 ? may_be_open : sheaf_period_read(text, n, period);
}

/* "2023", "2019..2023", "2019.." or "..2023". */
static void want_periods(struct wanted *w, const char *text)
{
    const char *dots = strstr(text, "..");
    struct range *range = &w->ranges[w->range_count];
    size_t n = dots != NULL ? (size_t)(dots - text) : strlen(text);
    const char *last = dots != NULL ? dots + 2 : text;

    range->exact = dots == NULL;
    if (!read_end(text, n, !range->exact && last[0] != '\0', &range->first) ||
        !read_end(last, strlen(last), !range->exact && n > 0, &range->last))
        fail(w->error, SHEAF_BAD_INPUT,
             "'%.60s' is no period, nor a range of periods (2023, 2023-T1, 2019..2023)", text);
    else if (!range->exact && n > 0 && last[0] != '\0' &&
             sheaf_period_compare(range->first, range->last) > 0)
        fail(w->error, SHEAF_BAD_INPUT, "the range %.60s ends before it begins", text);
    else
        w->range_count++;
}

static void want(struct wanted *w, const sheaf_filter *filter)
{
    size_t dimension;
    uint32_t member;
    bool **set;

    if (filter->dimension != NULL && filter->member != NULL &&
        strcmp(filter->dimension, "period") == 0) {
        want_periods(w, filter->member);
        return;
    }
    if (!filter_find(w->table, filter, &w->arena, w->error, &dimension, &member))
        return;
    set = filter_leaves_out(filter) ? &w->left_out[dimension] : &w->members[dimension];
    if (*set == NULL)
        *set = arena_array(
            &w->arena, bool,
            sheaf_table_member_count(w->table, table_dimension_name(w->table, dimension)));
    if (*set != NULL)
        (*set)[member] = true;
}

/* A range includes shorter periods within its last one: 2019..2023 has December 2023. */
static bool in_range(const struct range *range, sheaf_period period)
{
    if (range->exact)
        return sheaf_period_compare(range->first, period) == 0;
    return (range->first.unit == SHEAF_NO_PERIOD ||
            sheaf_period_compare(range->first, period) <= 0) &&
           (range->last.unit == SHEAF_NO_PERIOD || sheaf_period_compare(period, range->last) <= 0 ||
            sheaf_period_contains(range->last, period));
}

static bool is_wanted(const struct wanted *w, size_t row)
{
    bool in_time = w->range_count == 0;

    for (size_t d = 0; d < sheaf_table_dimension_count(w->table); d++) {
        uint32_t member = table_row_member(w->table, row, d);

        if ((w->members[d] != NULL && !w->members[d][member]) ||
            (w->left_out[d] != NULL && w->left_out[d][member]))
            return false;
    }
    for (size_t i = 0; i < w->range_count && !in_time; i++)
        in_time = in_range(&w->ranges[i], table_row_at(w->table, row).period);
    return in_time;
}

/* Copies the wanted rows unchanged: each keeps its source, multiplier, file and line. */
static void filter_rows(const struct wanted *w, sheaf_table *result)
{
    struct copy c = { .from = w->table, .to = result };

    if (copy_start(&c))
        for (size_t i = 0; i < sheaf_table_row_count(w->table) && !failed(result); i++)
            if (is_wanted(w, i)) {
                c.file = table_file_like(result, w->table, i);
                copy_row(&c, i);
            }
    arena_free(&c.arena);
    table_finish(result);
    if (!failed(result) && sheaf_table_row_count(result) == 0)
        fail_at(table_error(result), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(w->table) }, "no row is left by the selection");
}

static sheaf_table *create_like(const sheaf_table *table)
{
    sheaf_table *like = table_create(table_alloc(table), table_name(table));

    if (!failed(like))
        error_take(table_error(like), sheaf_table_error(table));
    if (!failed(like)) {
        table_set_format(like, sheaf_table_format(table));
        table_set_title(like, sheaf_table_title(table), strlen(sheaf_table_title(table)));
        table_set_x(like, table_x(table));
        table_take_warnings(like, table);
        add_dimensions(table, like);
    }
    return like;
}

sheaf_table *sheaf_table_filter(const sheaf_table *table, const sheaf_filter *filters, size_t n)
{
    sheaf_table *result = create_like(table);
    struct wanted w = { .table = table };

    if (failed(result))
        return result;
    w.error = table_error(result);
    if (filters == NULL && n > 0)
        fail(w.error, SHEAF_BAD_ARGUMENT, "the filters are NULL");
    arena_init(&w.arena, table_alloc(table), w.error);
    w.members = arena_array(&w.arena, bool *, sheaf_table_dimension_count(table));
    w.left_out = arena_array(&w.arena, bool *, sheaf_table_dimension_count(table));
    w.ranges = arena_array(&w.arena, struct range, n);
    for (size_t i = 0; filters != NULL && i < n && !failed(result); i++)
        want(&w, &filters[i]);
    if (!failed(result))
        filter_rows(&w, result);
    arena_free(&w.arena);
    return result;
}

/* True if the members of a dimension have the numbers that a copy of all rows would give them: in the
 * order of rows, and each has one. Series are in the order of their first rows. */
static bool are_members_of_rows(const sheaf_table *table, size_t dimension)
{
    uint32_t seen = 0;

    for (uint32_t i = 0; i < table->series_count; i++) {
        uint32_t member = table_series_members(table, i)[dimension];

        if (member > seen)
            return false;
        seen += member == seen;
    }
    return seen == table->dimensions[dimension].count;
}

static bool are_series_of_rows(const sheaf_table *table)
{
    for (uint32_t i = 0; i < table->series_count; i++)
        if (table_series(table, i)->first == NO_INDEX ||
            (i > 0 && table_series(table, i)->first < table_series(table, i - 1)->first))
            return false;
    return true;
}

/* True if a copy of all rows would be the table again. */
static bool is_its_own_copy(const sheaf_table *table)
{
    if (failed(table) || table->row_count == 0 || table->derivation_count > 0 ||
        table->steps != NULL || !are_series_of_rows(table))
        return false;
    for (size_t d = 0; d < table->dimension_count; d++)
        if (!are_members_of_rows(table, d))
            return false;
    return true;
}

sheaf_table *sheaf_table_narrow(sheaf_table *table, const sheaf_filter *filters, size_t n)
{
    if (n == 0 && is_its_own_copy(table))
        return table;
    sheaf_table *narrowed = sheaf_table_filter(table, filters, n);

    sheaf_table_destroy(table);
    return narrowed;
}

/* Some series ------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;

    return (one > other) - (one < other);
}

/* The rows of the marked series, in their order. NULL: out of memory. */
static uint32_t *rows_of_series(const sheaf_table *table, const bool *series, struct arena *arena,
                                size_t *count)
{
    size_t n = 0;
    uint32_t *rows;

    for (uint32_t i = 0; i < table->series_count; i++)
        for (uint32_t row = series[i] ? table_series(table, i)->first : NO_INDEX; row != NO_INDEX;
             row = table_next_row(table, row))
            n++;
    rows = arena_array(arena, uint32_t, n + 1);
    *count = 0;
    for (uint32_t i = 0; i < table->series_count && rows != NULL; i++)
        for (uint32_t row = series[i] ? table_series(table, i)->first : NO_INDEX; row != NO_INDEX;
             row = table_next_row(table, row))
            rows[(*count)++] = row;
    if (rows != NULL)
        qsort(rows, *count, sizeof *rows, by_number);
    return rows;
}

sheaf_table *table_of_marked_series(const sheaf_table *table, const bool *series)
{
    sheaf_table *result = create_like(table);
    struct copy c = { .from = table, .to = result };
    size_t count = 0;

    if (failed(result))
        return result;
    if (copy_start(&c)) {
        const uint32_t *rows = rows_of_series(table, series, &c.arena, &count);

        for (size_t i = 0; i < count && rows != NULL && !failed(result); i++) {
            c.file = table_file_like(result, table, rows[i]);
            copy_row(&c, rows[i]);
        }
    }
    arena_free(&c.arena);
    table_finish(result);
    return result;
}

/* Join ------------------------------------------------------------------------------------ */

static void append(const sheaf_table *table, sheaf_table *result)
{
    struct copy c = { .from = table, .to = result };

    if (copy_start(&c))
        for (size_t i = 0; i < sheaf_table_row_count(table) && !failed(result); i++) {
            c.file = table_file_like(result, table, i);
            copy_row(&c, i);
        }
    arena_free(&c.arena);
    table_take_warnings(result, table);
}

sheaf_table *sheaf_table_join(const sheaf_table *const *tables, size_t count)
{
    size_t n = tables != NULL ? count : 0;
    static const char none[] = "";
    sheaf_table *result =
        table_create(n > 0 ? table_alloc(tables[0]) : NULL, n > 0 ? table_name(tables[0]) : none);

    if (tables == NULL && count > 0)
        fail(table_error(result), SHEAF_BAD_ARGUMENT, "there are no tables to join (NULL)");
    for (size_t i = 0; i < n && !failed(result); i++) {
        error_take(table_error(result), sheaf_table_error(tables[i]));
        if (!failed(result))
            add_dimensions(tables[i], result);
    }
    for (size_t i = 0; i < n && !failed(result); i++) {
        append(tables[i], result);
        if (i == 0)
            table_set_format(result, sheaf_table_format(tables[0]));
    }
    table_finish(result);
    return result;
}
