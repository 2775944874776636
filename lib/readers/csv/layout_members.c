/* layout_members.c - adds the dimensions of columns, measures and constants to the table. */
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/csv/dates.h"
#include "readers/csv/layout_parts.h"

static int find_header(const struct layout *layout, const char *header)
{
    for (size_t i = 0; i < layout->count && header != NULL; i++)
        if (string_equal_ignoring_case(layout->columns[i].header, header))
            return (int)i;
    return NO_COLUMN;
}

void layout_link_measures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || column->measure == NULL)
            continue;
        column->unit_column = find_header(layout, column->measure->unit_header);
        column->estimate_column = find_header(layout, column->measure->estimate_header);
    }
}

/* The dimensions --------------------------------------------------------------------- */

void layout_fix(struct layout *layout, struct layout_column *column, const char *dimension,
                const char *text)
{
    struct members members = { 0 };

    if (layout_open(layout, dimension, &members))
        column->fixed[column->n_fixed++] =
            (struct fixed_member){ .dimension = members.dimension, .text = text };
}

/* For a format with several columns of values. */
void layout_open_measures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || column->measure == NULL)
            continue;
        column->multiplier = column->measure->multiplier;
        layout_fix(layout, column, "indicator", column->measure->indicator);
        if (column->measure->unit != NULL || column->unit_column == NO_COLUMN)
            layout_fix(layout, column, "unit",
                       column->measure->unit != NULL ? column->measure->unit : "");
    }
}

/* Adds the flow that the texts of a column mention, if no column has it by itself. */
static void open_flow_in_text(struct layout *layout)
{
    const char *const *headers = layout->format->flow_headers;
    int column = NO_COLUMN;

    for (; headers != NULL && *headers != NULL && column == NO_COLUMN; headers++)
        column = find_header(layout, *headers);
    if (column == NO_COLUMN || layout_has_dimension(layout, "flow"))
        return;
    layout->columns[column].flow = arena_new(layout->arena, struct members);
    if (layout->columns[column].flow == NULL)
        return;
    layout_open(layout, "flow", layout->columns[column].flow);
    layout->columns[column].flow->kind = MEMBER_FLOW_IN_TEXT;
}

static void open_members(struct layout *layout, size_t at, const char *name)
{
    struct members *members = &layout->columns[at].members;

    if (layout_open(layout, name, members) && members->kind == MEMBER_COUNTRY)
        members->keeps_numbers = layout_keeps_numbers(layout, at);
}

void layout_open_dimensions(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        bool is_dimension = column->role == COLUMN_DIMENSION || column->role == COLUMN_FREQUENCY;

        column->members.is_labelled = column->is_labelled;
        if (is_dimension)
            open_members(layout, i, column->name);
        for (int k = column->fallback; k != NO_COLUMN && is_dimension;
             k = layout->columns[k].fallback) {
            layout->columns[k].members.is_labelled = layout->columns[k].is_labelled;
            open_members(layout, (size_t)k, column->name);
        }
        if (column->role == COLUMN_UNIT)
            layout_open(layout, "unit", &column->members);
        for (size_t p = 0; p < column->n_parts; p++)
            layout_open(layout, column->parts[p].name, &column->parts[p]);
    }
    open_flow_in_text(layout);
}

/* Constants ---------------------------------------------------------------------------- */

static bool read_small(const char *text, int low, int high, int *value)
{
    int64_t number;

    if (!number_read_integer(text, strlen(text), low, high, &number))
        return false;
    *value = (int)number;
    return true;
}

/* Sets a constant that is not a member of a dimension. False: it is one. */
static bool set_constant(struct layout *layout, const sheaf_filter *constant)
{
    const char *name = constant->dimension, *text = constant->member;
    bool ok = true;

    if (strcmp(name, "unit_mult") == 0)
        ok = layout->has_multiplier = read_small(text, -15, 24, &layout->multiplier);
    else if (strcmp(name, "decimals") == 0)
        ok = read_small(text, -9, 15, &layout->decimals);
    else if (strcmp(name, "status") == 0)
        ok = (layout->status = status_find(text, strlen(text))) != '\0';
    else if (strcmp(name, "conf_status") == 0)
        ok = (layout->confidentiality = confidentiality_find(text, strlen(text))) != '\0';
    else if (strcmp(name, "period") == 0)
        ok = sheaf_period_read(text, strlen(text), &layout->period);
    else if (strcmp(name, "frequency") == 0)
        ok = (layout->frequency = frequency_read(text, strlen(text))) != '\0';
    else
        return false;
    if (!ok)
        fail(table_error(layout->table), SHEAF_BAD_ARGUMENT, "'%.60s' is no %.60s for all rows",
             text, name);
    return true;
}

/* A year, with or without a month, counts as the period. */
static enum column_role role_of(const struct layout_column *column)
{
    return column->role == COLUMN_YEAR || column->role == COLUMN_YEAR_PART ? COLUMN_PERIOD
                                                                           : column->role;
}

static void refuse_doubled(struct layout *layout, const char *name)
{
    struct layout_column given = { .role = COLUMN_SKIPPED };

    layout_set_role(&given, name);
    for (size_t i = 0; i < layout->count; i++)
        if (role_of(&layout->columns[i]) == given.role &&
            (given.role != COLUMN_DIMENSION || strcmp(layout->columns[i].name, given.name) == 0))
            csv_fail(layout->csv, &layout->csv->fields[i],
                     "%.60s is given for the whole file, and a column has it too; leave one of "
                     "them out",
                     name);
}

static void open_constant(struct layout *layout, const char *name, const char *text)
{
    struct members members = { 0 };
    uint32_t member;
    int multiplier = 0;

    if (!layout_open(layout, name, &members) ||
        !members_add(&members, &layout->lookup, text, &member, &multiplier))
        return;
    if (multiplier != 0) {
        layout->multiplier = multiplier;
        layout->has_multiplier = true;
    }
}

void layout_open_constants(struct layout *layout)
{
    const sheaf_read_options *options = layout->options;

    for (size_t i = 0; i < options->n_constants && !layout_failed(layout); i++) {
        const sheaf_filter *constant = &options->constants[i];

        refuse_doubled(layout, constant->dimension);
        if (!set_constant(layout, constant))
            open_constant(layout, constant->dimension, constant->member);
    }
    for (const struct format_alias *constant = layout->format->constants;
         constant != NULL && constant->dimension != NULL && !layout_failed(layout); constant++)
        if (!layout_has_dimension(layout, constant->dimension))
            open_constant(layout, constant->dimension, constant->member);
}
