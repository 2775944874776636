/* layout.c - finds the roles of columns from their headers, step by step. */
#include "readers/csv/layout.h"

#include <string.h>

#include "base/strings.h"
#include "readers/csv/dates.h"
#include "readers/csv/layout_parts.h"
#include "readers/period_question.h"

bool layout_failed(const struct layout *layout)
{
    return sheaf_table_status(layout->table) != SHEAF_OK;
}

bool layout_has(const struct layout *layout, enum column_role role)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == role)
            return true;
    return false;
}

bool layout_has_dimension(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->options->n_constants; i++)
        if (strcmp(layout->options->constants[i].dimension, name) == 0)
            return true;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];

        if (column->role == COLUMN_DIMENSION && strcmp(column->name, name) == 0)
            return true;
        for (size_t p = 0; column->role == COLUMN_COMPOUND && p < column->n_parts; p++)
            if (strcmp(column->parts[p].name, name) == 0)
                return true;
    }
    return false;
}

bool layout_open(struct layout *layout, const char *name, struct members *members)
{
    members->name = name;
    members->kind = member_kind_of(name);
    members->dimension = table_add_dimension(layout->table, name, strlen(name));
    if (members->dimension != SIZE_MAX && members->kind == MEMBER_UNIT)
        layout->unit_dimension = members->dimension;
    return members->dimension != SIZE_MAX;
}

size_t layout_first_value(const struct layout *layout)
{
    size_t i = 0;

    while (i < layout->count && layout->columns[i].role != COLUMN_VALUE)
        i++;
    return i;
}

/* "M" alone is imports, male, or a month: no trade is in metres. */
static bool is_lone_metre(const struct layout_column *column)
{
    return column->words.role == HEADER_VALUE && column->role == COLUMN_VALUE &&
           !column->is_named && string_equal_ignoring_case(column->header, "m");
}

/* True when every cell of a column is a word for a flow, and there are two: "Warenverkehr" above Ausfuhr and
 * Einfuhr. Codes (M, X, 1) may mean something else. */
static bool holds_flows(const struct layout *layout, size_t at)
{
    enum { CODE = 2 };
    const char *first = NULL;
    bool differ = false;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, at);
        const char *flow = cell.n > CODE ? flow_find(cell.text, cell.n) : NULL;

        if (flow == NULL && cell.n > 0)
            return false;
        first = first != NULL ? first : flow;
        differ = differ || (flow != NULL && flow != first);
    }
    return differ;
}

/* The header of a column of flows has many words, and may say "turnover" (进出口), as of values. */
static void find_flows(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (layout->format->recognises != NULL || column->is_named ||
            !(column->is_unknown || column->role == COLUMN_VALUE) ||
            layout_has_dimension(layout, "flow") || !holds_flows(layout, i))
            continue;
        column->role = COLUMN_DIMENSION;
        column->name = "flow";
        column->is_unknown = false;
        column->words = (struct header){ .role = HEADER_FLOW };
    }
}

/* Corrects what the words of a header seem to say. A header that is a unit ("item") may stand above
 * texts: then it is a dimension. A single word without a role ("t") names nothing. */
static void correct_words(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->words.role == HEADER_VALUE && column->role == COLUMN_VALUE &&
            !column->is_named && layout_is_text(layout, i)) {
            column->role = COLUMN_DIMENSION;
            column->name = column->header;
            column->is_unknown = true;
        }
        if (is_lone_metre(column)) {
            column->role = COLUMN_DIMENSION;
            column->name = column->header;
            column->is_unknown = true;
            column->words = (struct header){ .role = HEADER_NONE };
        }
        if (column->words.role == HEADER_NONE && strpbrk(column->header, " _(") == NULL)
            column->words = (struct header){ .is_ratio = column->words.is_ratio };
    }
}

/* Each row starts with members 0: constants are the first members of their dimensions. */
static void allocate_members(struct layout *layout)
{
    size_t n = sheaf_table_dimension_count(layout->table);

    layout->members = arena_array(layout->arena, uint32_t, n);
}

/* False: failed. */
static bool read_headers(struct layout *layout)
{
    layout->columns = arena_array(layout->arena, struct layout_column, layout->csv->count);
    for (size_t i = 0; i < layout->csv->count && layout->columns != NULL; i++, layout->count++) {
        layout->columns[i] = (struct layout_column){ .role = COLUMN_SKIPPED };
        if (!layout_read_header(layout, &layout->csv->fields[i], &layout->columns[i]))
            return false;
    }
    return layout->columns != NULL;
}

/* Each column has been read by itself; this considers them together. */
static void resolve(struct layout *layout)
{
    layout_read_series_rows(layout);
    layout_split_compound(layout, &layout->columns[0]);
    layout_link_names(layout);
    layout_skip_attributes(layout);
    layout_skip_notes(layout);
    layout_resolve_powers(layout);
    layout_find_growth(layout);
    layout_take_said_numbers(layout);
    layout_guess_period(layout);
    find_flows(layout);
    correct_words(layout);
    layout_resolve_countries(layout);
    layout_resolve_units(layout);
    layout_choose(layout);
    layout_warn_assumed_reporter(layout);
    layout_open_constants(layout);
    layout_resolve_period(layout);
    layout_guess_numbers(layout);
    layout_find_values(layout);
    layout_take_units_of_cells(layout);
    layout_warn_unclear_units(layout);
    layout_link_growth(layout);
    layout_link_measures(layout);
    layout_link_flags(layout);
    if (!layout_failed(layout) && layout->format->measures == NULL)
        layout_distinguish_values(layout);
    if (!layout_failed(layout))
        layout_distinguish_worded(layout);
    if (!layout_failed(layout))
        layout_fix_units_of_periods(layout);
    layout_find_shares(layout);
    layout_refuse_repeated(layout);
    layout_require_columns(layout);
    layout_warn_assumed_unit(layout);
    layout_warn_unit_above(layout);
}

void layout_read(struct layout *layout)
{
    layout->unit_dimension = SIZE_MAX;
    layout->decimals = NOT_STATED;
    layout->status = SHEAF_NORMAL;
    layout->confidentiality = 'F';
    layout->year_column = layout->part_column = NO_COLUMN;
    layout->frequency_column = layout->compound_column = layout->row_kind_column = NO_COLUMN;
    layout->codes_column = NO_COLUMN;
    layout->usage = period_usage_of(layout->options);
    layout->usage.has_t_quarters = layout->has_t_quarters;
    layout->usage.has_short_years |= layout->format->has_short_years;
    layout_learn_from_headers(layout);
    if (!read_headers(layout))
        return;
    resolve(layout);
    if (layout_failed(layout))
        return;
    layout_open_dimensions(layout);
    layout_open_measures(layout);
    dates_find_frequency(layout);
    allocate_members(layout);
}
