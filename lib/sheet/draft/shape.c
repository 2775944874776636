/* shape.c - which dimensions of a table vary, and the member of each that the main series is of.
 *
 * One dimension after the other is settled, and only rows that are left count for the next: a unit
 * that follows from the indicator needs no filter of its own. */
#include <math.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"
#include "vocabulary/headers.h"
#include "vocabulary/wholes.h"

/* From so many partners or products on, a sheet is made for any of them. */
enum { MANY_MEMBERS = 3 };

struct rows {
    size_t n;
    bool *left;
};

static bool is_named(const struct draft_dimension *dimension, const char *name)
{
    return strcmp(dimension->name, name) == 0;
}

static enum member_role role_of(const struct draft *draft, const struct draft_dimension *dimension,
                                uint32_t member)
{
    return member_role_of(dimension->name, table_member(draft->view, dimension->index, member),
                          table_member_name(draft->view, dimension->index, member));
}

/* Of each member, its rows that are left, and among them those with a value. */
struct member_counts {
    size_t n;
    size_t *rows, *values;
};

static struct member_counts count_members(struct draft *draft, const struct rows *rows,
                                          size_t dimension)
{
    struct member_counts counts = {
        .n = sheaf_table_member_count(draft->view, table_dimension_name(draft->view, dimension))
    };

    counts.rows = arena_array(&draft->arena, size_t, counts.n);
    counts.values = arena_array(&draft->arena, size_t, counts.n);
    for (size_t i = 0; counts.rows != NULL && counts.values != NULL && i < rows->n; i++) {
        if (!rows->left[i])
            continue;
        const uint32_t member = table_row_member(draft->view, i, dimension);
        counts.rows[member]++;
        if (!isnan(table_row_at(draft->view, i).value))
            counts.values[member]++;
    }
    if (counts.rows == NULL || counts.values == NULL)
        counts.n = 0;
    return counts;
}

static size_t count_kinds(const struct member_counts *counts)
{
    size_t n = 0;

    for (size_t i = 0; i < counts->n; i++)
        n += counts->rows[i] > 0;
    return n;
}

static void keep_rows(const struct draft *draft, struct rows *rows, size_t dimension,
                      uint32_t member)
{
    for (size_t i = 0; i < rows->n; i++)
        rows->left[i] &= table_row_member(draft->view, i, dimension) == member;
}

/* Flows ------------------------------------------------------------------------- */

static bool flow_has_values(struct draft *draft, const struct member_counts *counts,
                            const char *flow, uint32_t *member)
{
    for (uint32_t i = 0; i < counts->n; i++)
        if (counts->values[i] > 0 && strcmp(table_member(draft->view, draft->flow, i), flow) == 0) {
            *member = i;
            return true;
        }
    return false;
}

static void add_flow(struct draft *draft, uint32_t member)
{
    const char *flow = table_member(draft->view, draft->flow, member);

    draft->flows[draft->n_flows] = flow;
    draft->flow_names[draft->n_flows++] = draft_name(&draft->arena, flow, "flow");
}

static void find_flows(struct draft *draft, struct rows *rows)
{
    static const char *const known[] = { "exports", "imports", "turnover", "balance" };
    const struct member_counts counts = count_members(draft, rows, draft->flow);
    bool *kept = arena_array(&draft->arena, bool, counts.n + 1);
    uint32_t member = 0;
    size_t most = 0;

    for (size_t i = 0; kept != NULL && i < sizeof known / sizeof *known; i++)
        if (flow_has_values(draft, &counts, known[i], &member)) {
            add_flow(draft, member);
            kept[member] = true;
        }
    for (uint32_t i = 0; kept != NULL && draft->n_flows == 0 && i < counts.n; i++)
        if (counts.values[i] > counts.values[most])
            most = i;
    if (kept != NULL && draft->n_flows == 0 && counts.n > 0 &&
        draft_can_name(table_member(draft->view, draft->flow, (uint32_t)most))) {
        add_flow(draft, (uint32_t)most);
        kept[most] = true;
    }
    for (size_t i = 0; kept != NULL && i < rows->n && draft->n_flows > 0; i++)
        rows->left[i] &= kept[table_row_member(draft->view, i, draft->flow)];
}

/* The other dimensions ------------------------------------------------------------ */

/* "Quantity", "Menge (t)": beside figures in money it is not the main one. */
static bool is_quantity(const struct draft *draft, const struct draft_dimension *dimension,
                        uint32_t member)
{
    const char *text = table_member(draft->view, dimension->index, member);
    const struct header header = header_find(text, strlen(text));

    return is_named(dimension, "indicator") && header_is_quantity(header.indicator);
}

/* The one that states the sum of all, else the one with most values: the first of equal ones. */
static uint32_t choose_member(struct draft *draft, const struct draft_dimension *dimension,
                              const struct member_counts *counts, bool *is_whole)
{
    uint32_t best = UINT32_MAX, whole = UINT32_MAX;

    for (uint32_t i = 0; i < counts->n; i++) {
        const enum member_role role = role_of(draft, dimension, i);

        if (counts->values[i] == 0 ||
            !draft_can_name(table_member(draft->view, dimension->index, i)))
            continue;
        if (role == MEMBER_WHOLE &&
            (whole == UINT32_MAX || counts->values[i] > counts->values[whole]))
            whole = i;
        if ((role == MEMBER_PART || table_member(draft->view, dimension->index, i)[0] == '\0') &&
            (best == UINT32_MAX || counts->values[i] > counts->values[best] ||
             is_quantity(draft, dimension, best)) &&
            !(best != UINT32_MAX && is_quantity(draft, dimension, i)))
            best = i;
    }
    *is_whole = whole != UINT32_MAX;
    if (*is_whole)
        return whole;
    for (uint32_t i = 0; best == UINT32_MAX && i < counts->n; i++)
        if (counts->values[i] > 0 && draft_can_name(table_member(draft->view, dimension->index, i)))
            best = i;
    return best;
}

/* A country is always one, so that texts name it in their own language. */
static bool has_parameter(const struct draft_dimension *dimension, size_t n_members)
{
    if (dimension->chosen != NULL)
        return false;
    return is_named(dimension, "reporter") ||
           (is_named(dimension, "partner") && !dimension->is_whole) ||
           ((is_named(dimension, "partner") || is_named(dimension, "product")) &&
            n_members > MANY_MEMBERS);
}

/* The indicator "value", where none is named. */
static bool take_implicit(struct draft *draft, struct draft_dimension *dimension,
                          const struct member_counts *counts, struct rows *rows)
{
    for (uint32_t i = 0; is_named(dimension, "indicator") && i < counts->n; i++) {
        if (counts->values[i] == 0 ||
            strcmp(table_member(draft->view, dimension->index, i), "value") != 0)
            continue;
        dimension->focus = FOCUS_IMPLICIT;
        dimension->member = "value";
        keep_rows(draft, rows, dimension->index, i);
        return true;
    }
    return false;
}

/* The row with the first figure of a flow, in a unit unless that is UINT32_MAX; rows->n: there is none. */
static size_t first_of_flow(const struct draft *draft, const struct draft_dimension *dimension,
                            const struct rows *rows, const char *flow, uint32_t in)
{
    const size_t unit = table_find_dimension(draft->view, "unit");
    size_t i = 0;

    while (i < rows->n &&
           (!rows->left[i] || isnan(table_row_at(draft->view, i).value) ||
            (in != UINT32_MAX && table_row_member(draft->view, i, unit) != in) ||
            strcmp(table_member(draft->view, draft->flow,
                                table_row_member(draft->view, i, draft->flow)),
                   flow) != 0 ||
            !draft_can_name(table_member(draft->view, dimension->index,
                                         table_row_member(draft->view, i, dimension->index)))))
        i++;
    return i;
}

/* Columns of exports beside columns of imports: each flow has a column of its own, of the same unit. False: no
 * flow has one. */
static bool settle_columns(struct draft *draft, struct draft_dimension *dimension,
                           struct rows *rows)
{
    const size_t unit = table_find_dimension(draft->view, "unit");
    uint32_t in = UINT32_MAX;

    for (size_t flow = 0; flow < draft->n_flows; flow++) {
        const size_t row = first_of_flow(draft, dimension, rows, draft->flows[flow], in);

        if (row == rows->n)
            continue;
        dimension->of_flow[flow] = table_member(
            draft->view, dimension->index, table_row_member(draft->view, row, dimension->index));
        if (dimension->member == NULL)
            dimension->member = dimension->of_flow[flow];
        in = unit != SIZE_MAX ? table_row_member(draft->view, row, unit) : UINT32_MAX;
    }
    if (dimension->member == NULL)
        return false;
    dimension->focus = FOCUS_MEMBER;
    for (size_t i = 0; i < rows->n; i++) {
        const char *column = table_member(draft->view, dimension->index,
                                          table_row_member(draft->view, i, dimension->index));
        bool is_kept = false;

        for (size_t flow = 0; flow < draft->n_flows; flow++)
            is_kept |=
                dimension->of_flow[flow] != NULL && strcmp(dimension->of_flow[flow], column) == 0;
        rows->left[i] &= is_kept;
    }
    return true;
}

static bool has_sum(const struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_SUM)
            return true;
    return false;
}

static void settle(struct draft *draft, struct draft_dimension *dimension, struct rows *rows)
{
    const struct member_counts counts = count_members(draft, rows, dimension->index);
    const size_t n = count_kinds(&counts);

    if (n <= 1 || take_implicit(draft, dimension, &counts, rows))
        return;
    if (is_named(dimension, "series") && draft->n_flows > 0 && dimension->chosen == NULL &&
        settle_columns(draft, dimension, rows))
        return;
    const uint32_t member = choose_member(draft, dimension, &counts, &dimension->is_whole);
    if (member == UINT32_MAX)
        return;
    dimension->member = table_member(draft->view, dimension->index, member);
    dimension->parameter = draft_name(&draft->arena, dimension->name, "member");
    if (!dimension->is_whole && dimension->member[0] != '\0' && !draft->makes_no_sum &&
        !has_sum(draft) &&
        (is_named(dimension, "product") || is_named(dimension, "partner") ||
         is_named(dimension, "sector"))) {
        dimension->focus = FOCUS_SUM; /* of its parts, if they make one: see draft_find_parts */
        return;
    }
    dimension->focus = has_parameter(dimension, n) && dimension->member[0] != '\0' ? FOCUS_PARAMETER
                                                                                   : FOCUS_MEMBER;
    keep_rows(draft, rows, dimension->index, member);
}

/* What a figure is, then who reports it, then what it consists of; its unit follows. */
static void settle_all(struct draft *draft, struct rows *rows)
{
    static const char *const first[] = { "indicator", "reporter", "product", "sector", "partner" };
    struct draft_dimension *unit = NULL;
    bool *is_done = arena_array(&draft->arena, bool, draft->n_dimensions + 1);

    for (size_t k = 0; is_done != NULL && k < sizeof first / sizeof *first; k++)
        for (size_t i = 0; i < draft->n_dimensions; i++)
            if (is_named(&draft->dimensions[i], first[k])) {
                settle(draft, &draft->dimensions[i], rows);
                is_done[i] = true;
            }
    for (size_t i = 0; is_done != NULL && i < draft->n_dimensions; i++) {
        if (is_named(&draft->dimensions[i], "unit"))
            unit = &draft->dimensions[i];
        else if (!is_done[i])
            settle(draft, &draft->dimensions[i], rows);
    }
    if (unit != NULL)
        settle(draft, unit, rows);
}

/* "CHN | RUS": what the caller's filters choose of a dimension. */
static const char *choice_of(struct draft *draft, const char *dimension)
{
    const char *choice = NULL;

    for (size_t i = 0; i < draft->options->n_filters; i++) {
        const sheaf_filter *filter = &draft->options->filters[i];
        if (strcmp(filter->dimension, dimension) != 0 || filter->member[0] == '!')
            continue;
        const char *text = draft_member(&draft->arena, filter->member);
        if (text != NULL)
            choice = choice == NULL ? text : arena_format(&draft->arena, "%s | %s", choice, text);
    }
    return choice;
}

static void list_dimensions(struct draft *draft)
{
    const size_t n = sheaf_table_dimension_count(draft->view);

    draft->dimensions = arena_array(&draft->arena, struct draft_dimension, n + 1);
    for (size_t i = 0; draft->dimensions != NULL && i < n; i++) {
        const char *name = sheaf_table_dimension(draft->view, i);
        struct draft_dimension *dimension = &draft->dimensions[draft->n_dimensions];

        if (strcmp(name, "flow") == 0)
            draft->flow = i;
        if (strcmp(name, "flow") == 0 || strcmp(name, "source") == 0)
            continue; /* several sources may report one series */
        *dimension = (struct draft_dimension){ .name = name, .index = i };
        dimension->chosen = choice_of(draft, name);
        draft->n_dimensions++;
    }
}

/* The flows that the settled rows still have. */
static void drop_flows(struct draft *draft, const struct rows *rows)
{
    const struct member_counts counts = count_members(draft, rows, draft->flow);
    size_t kept = 0;
    uint32_t member;

    for (size_t i = 0; i < draft->n_flows; i++)
        if (flow_has_values(draft, &counts, draft->flows[i], &member)) {
            for (size_t k = 0; k < draft->n_dimensions; k++)
                draft->dimensions[k].of_flow[kept] = draft->dimensions[k].of_flow[i];
            draft->flows[kept] = draft->flows[i];
            draft->flow_names[kept++] = draft->flow_names[i];
        }
    draft->n_flows = kept;
}

static void find_unit(struct draft *draft, const struct rows *rows)
{
    const size_t unit = table_find_dimension(draft->view, "unit");

    if (unit == SIZE_MAX)
        return;
    for (size_t i = 0; i < rows->n; i++)
        if (rows->left[i]) {
            draft->unit_column_member =
                table_member(draft->view, unit, table_row_member(draft->view, i, unit));
            return;
        }
}

void draft_find_shape(struct draft *draft)
{
    struct rows rows = { .n = sheaf_table_row_count(draft->view) };

    draft->flow = SIZE_MAX;
    list_dimensions(draft);
    rows.left = arena_array(&draft->arena, bool, rows.n + 1);
    if (!draft_is_well(draft))
        return;
    memset(rows.left, true, rows.n);
    if (draft->flow != SIZE_MAX && sheaf_table_member_count(draft->view, "flow") > 0)
        find_flows(draft, &rows);
    settle_all(draft, &rows);
    if (draft->n_flows > 0 && draft_is_well(draft))
        drop_flows(draft, &rows);
    if (draft_is_well(draft))
        find_unit(draft, &rows);
}
