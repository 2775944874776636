/* parts.c - between which members of a table there is something to compare.
 *
 * The parts of a dimension are its members in the rows that otherwise are the main series': without
 * sums, and of products of one depth. */
#include <math.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"
#include "vocabulary/product_codes.h"
#include "vocabulary/wholes.h"

enum { MOST_SPLITS = 2, MOST_DEPTH = 10 };

/* The numbers of what the main series is of; UINT32_MAX: any. */
static uint32_t *focus_numbers(struct draft *draft)
{
    uint32_t *numbers = arena_array(&draft->arena, uint32_t, draft->n_dimensions + 1);

    for (size_t i = 0; numbers != NULL && i < draft->n_dimensions; i++) {
        const struct draft_dimension *dimension = &draft->dimensions[i];
        bool known = false;

        if (dimension->member != NULL && dimension->focus != FOCUS_SUM)
            numbers[i] = table_find_member(draft->view, dimension->index, dimension->member,
                                           strlen(dimension->member), &known);
        if (!known)
            numbers[i] = UINT32_MAX;
    }
    return numbers;
}

/* The one dimension in which the row is of another member; SIZE_MAX: none; n: several. */
static size_t differs_in(const struct draft *draft, size_t row, const uint32_t *numbers)
{
    size_t differs = SIZE_MAX;

    for (size_t i = 0; i < draft->n_dimensions; i++) {
        const struct draft_dimension *dimension = &draft->dimensions[i];
        if (numbers[i] == UINT32_MAX ||
            table_row_member(draft->view, row, dimension->index) == numbers[i])
            continue;
        if (strcmp(dimension->name, "unit") == 0)
            continue; /* of a part, it is seen below */
        if (differs != SIZE_MAX)
            return draft->n_dimensions;
        differs = i;
    }
    return differs;
}

static bool is_of_flow(const struct draft *draft, size_t row)
{
    if (draft->n_flows == 0)
        return true;
    return strcmp(table_member(draft->view, draft->flow,
                               table_row_member(draft->view, row, draft->flow)),
                  draft->flows[0]) == 0;
}

static void mark_member(struct draft *draft, struct draft_dimension *dimension, size_t row)
{
    const uint32_t member = table_row_member(draft->view, row, dimension->index);
    const char *code = table_member(draft->view, dimension->index, member);
    const char *name = table_member_name(draft->view, dimension->index, member);
    const enum member_role role = member_role_of(dimension->name, code, name);

    if (role == MEMBER_PART && code[0] != '\0')
        dimension->is_part[member] = true;
    else
        dimension->is_other[member] = true;
    const struct table_row at = table_row_at(draft->view, row);
    const bool is_later = dimension->last[member].unit == SHEAF_NO_PERIOD ||
                          sheaf_period_compare(dimension->last[member], at.period) < 0;
    if (is_later) {
        dimension->last[member] = at.period;
        dimension->size[member] = at.value * pow(10, at.multiplier);
    }
}

static void mark_row(struct draft *draft, size_t row, const uint32_t *numbers)
{
    const size_t differs = differs_in(draft, row, numbers);
    const size_t unit = table_find_dimension(draft->view, "unit");
    const bool has_unit =
        unit == SIZE_MAX || draft->unit_column_member == NULL ||
        strcmp(table_member(draft->view, unit, table_row_member(draft->view, row, unit)),
               draft->unit_column_member) == 0;

    for (size_t i = 0; i < draft->n_dimensions; i++) {
        struct draft_dimension *dimension = &draft->dimensions[i];
        if (dimension->is_part == NULL || (differs != SIZE_MAX && differs != i))
            continue;
        if (has_unit)
            mark_member(draft, dimension, row);
        else
            dimension->splits_units = true;
    }
}

/* The shallowest depth of which there are several codes; 0: there is but one, or names. */
static int find_depth(struct draft *draft, const struct draft_dimension *dimension)
{
    size_t counts[MOST_DEPTH + 1] = { 0 }, n_depths = 0;

    if (strcmp(dimension->name, "product") != 0)
        return 0;
    for (uint32_t i = 0; i < sheaf_table_member_count(draft->view, dimension->name); i++) {
        const int depth = product_depth(table_member(draft->view, dimension->index, i));
        if (dimension->is_part[i] && depth <= MOST_DEPTH)
            n_depths += counts[depth]++ == 0;
    }
    for (int depth = 1; n_depths > 1 && depth <= MOST_DEPTH; depth++)
        if (counts[depth] > 1)
            return depth;
    return 0;
}

static void count_parts(struct draft *draft, struct draft_dimension *dimension)
{
    dimension->depth = find_depth(draft, dimension);
    for (uint32_t i = 0; i < sheaf_table_member_count(draft->view, dimension->name); i++) {
        if (dimension->depth > 0 && dimension->is_part[i] &&
            product_depth(table_member(draft->view, dimension->index, i)) != dimension->depth) {
            dimension->is_part[i] = false;
            dimension->is_other[i] = true;
        }
        dimension->n_parts += dimension->is_part[i];
        dimension->n_others += dimension->is_other[i];
    }
}

/* Whether the parts of the dimension make the total that the main series is to be. */
static bool makes_sum(struct draft *draft, const struct draft_dimension *dimension)
{
    return dimension->focus != FOCUS_SUM ||
           (dimension->n_parts > 1 && draft_gives(draft, draft_main(draft, 0, true), NULL));
}

/* Reporters are compared, and never added up; nor are shares and prices, nor columns, which may be parts
 * beside their whole. */
static bool add_up(struct draft *draft, const struct draft_dimension *dimension)
{
    return strcmp(dimension->name, "reporter") != 0 && strcmp(dimension->name, "series") != 0 &&
           draft_gives(draft, draft_total(draft, 0, dimension), NULL);
}

/* Whether the parts leave nothing of the stated whole but what rounding leaves: per mille. */
static bool are_complete(struct draft *draft, const struct draft_dimension *dimension)
{
    bool known = false;
    double sum = 0;

    if (!dimension->is_whole)
        return false;
    const uint32_t whole = table_find_member(draft->view, dimension->index, dimension->member,
                                             strlen(dimension->member), &known);
    for (uint32_t i = 0; i < sheaf_table_member_count(draft->view, dimension->name); i++)
        sum += dimension->is_part[i] ? dimension->size[i] : 0;
    return known && fabs(dimension->size[whole] - sum) <= 0.001 * fabs(dimension->size[whole]);
}

static bool is_measure(const struct draft_dimension *dimension)
{
    return strcmp(dimension->name, "indicator") == 0 || strcmp(dimension->name, "unit") == 0;
}

void draft_find_parts(struct draft *draft)
{
    const uint32_t *numbers = focus_numbers(draft);
    size_t n_compared = 0;

    for (size_t i = 0; i < draft->n_dimensions; i++) {
        struct draft_dimension *dimension = &draft->dimensions[i];
        const size_t n = sheaf_table_member_count(draft->view, dimension->name) + 1;

        if (dimension->focus == FOCUS_NONE || is_measure(dimension))
            continue;
        dimension->is_part = arena_array(&draft->arena, bool, n);
        dimension->is_other = arena_array(&draft->arena, bool, n);
        dimension->size = arena_array(&draft->arena, double, n);
        dimension->last = arena_array(&draft->arena, sheaf_period, n);
    }
    for (size_t row = 0; draft_is_well(draft) && row < sheaf_table_row_count(draft->view); row++)
        if (is_of_flow(draft, row) && !isnan(table_row_at(draft->view, row).value))
            mark_row(draft, row, numbers);
    for (size_t i = 0; draft_is_well(draft) && i < draft->n_dimensions; i++)
        if (draft->dimensions[i].is_part != NULL)
            count_parts(draft, &draft->dimensions[i]);
    for (size_t i = 0; draft_is_well(draft) && i < draft->n_dimensions; i++) {
        struct draft_dimension *dimension = &draft->dimensions[i];

        if (dimension->is_part == NULL)
            continue;
        if (!makes_sum(draft, dimension)) {
            draft->makes_no_sum = true;
            return;
        }
        if (dimension->n_parts < 2 || n_compared == MOST_SPLITS)
            continue;
        dimension->is_complete = are_complete(draft, dimension);
        dimension->has_largest = true;
        dimension->has_largest =
            draft_gives(draft, draft_parts(draft, 0, dimension, LARGEST_SHOWN, true, true), NULL);
        dimension->adds_up = dimension->has_largest && add_up(draft, dimension);
        dimension->is_compared =
            draft_gives(draft, draft_parts(draft, 0, dimension, LARGEST_SHOWN, false, true), NULL);
        n_compared += dimension->is_compared;
    }
}
