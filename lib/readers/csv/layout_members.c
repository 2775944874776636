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

/* Of several columns of statuses, each is of the column of values to its left: "2022, Status, 2023,
 * Status". */
static void link_neighbours(struct layout *layout)
{
    size_t statuses = 0;

    for (size_t i = 0; i < layout->count; i++) {
        if (layout->columns[i].role != COLUMN_STATUS)
            continue;
        if (i == 0 || layout->columns[i - 1].role != COLUMN_VALUE)
            return;
        statuses++;
    }
    for (size_t i = 1; i < layout->count && statuses > 1; i++)
        if (layout->columns[i].role == COLUMN_STATUS) {
            layout->columns[i].role = COLUMN_FLAG;
            layout->columns[i - 1].flag_column = (int)i;
        }
}

void layout_link_flags(struct layout *layout)
{
    link_neighbours(layout);
    for (size_t f = 0; f < layout->count; f++)
        for (size_t i = 0; i < layout->count && layout->columns[f].role == COLUMN_FLAG; i++)
            if (layout->columns[i].role == COLUMN_VALUE &&
                layout->columns[i].period.unit != SHEAF_NO_PERIOD &&
                sheaf_period_compare(layout->columns[i].period, layout->columns[f].period) == 0)
                layout->columns[i].flag_column = (int)f;
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

static bool is_given(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->options->n_constants; i++)
        if (strcmp(layout->options->constants[i].dimension, name) == 0)
            return true;
    return false;
}

/* True if the caller gave the unit of values, which the format only assumes. */
static bool has_given_unit(const struct layout *layout)
{
    return layout->format->assumption != NULL &&
           (is_given(layout, "unit") || is_given(layout, "unit_mult"));
}

void layout_warn_assumed_unit(const struct layout *layout)
{
    if (layout->format->assumption != NULL && !has_given_unit(layout))
        table_warn(
            layout->table, "unit",
            (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
            "%s", layout->format->assumption);
}

/* The unit of a measure. One that the caller gave is that of the first measure, the value, where
 * the format has only an assumption. */
static void open_unit(struct layout *layout, struct layout_column *column)
{
    const struct format_measure *measure = column->measure;
    const char *unit = measure->unit;
    bool is_assumed = has_given_unit(layout) && measure == layout->format->measures;

    column->has_own_unit = has_given_unit(layout) && !is_assumed;
    column->multiplier = is_assumed && layout->has_multiplier ? 0 : measure->multiplier;
    if (is_assumed && is_given(layout, "unit"))
        unit = layout_constant_unit(layout);
    if (unit != NULL || column->unit_column == NO_COLUMN)
        layout_fix(layout, column, "unit", unit != NULL ? unit : "");
}

/* For a format with several columns of values. */
void layout_open_measures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || column->measure == NULL)
            continue;
        layout_fix(layout, column, "indicator", column->measure->indicator);
        if (column->words.flow != NULL)
            layout_fix(layout, column, "flow", column->words.flow);
        open_unit(layout, column);
    }
}

/* True if the sample has a text that mentions a member. */
static bool mentions_member(const struct layout *layout, size_t column,
                            const struct format_text *text)
{
    struct csv_field last = { .n = 0 };

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (cell.n == last.n && (cell.n == 0 || memcmp(cell.text, last.text, cell.n) == 0))
            continue;
        last = cell;
        if (text->read(cell.text, cell.n) != NULL)
            return true;
    }
    return false;
}

/* In a file without a format, the column of indicators ("Exports of goods, FOB, US dollar"), unless
 * headers of values name the flow. */
static int find_indicators(const struct layout *layout, const struct format_text *text)
{
    int column = NO_COLUMN;

    for (size_t i = 0; i < layout->count; i++) {
        if (layout->columns[i].role == COLUMN_VALUE && layout->columns[i].words.flow != NULL)
            return NO_COLUMN;
        if (layout->columns[i].role == COLUMN_DIMENSION && column == NO_COLUMN &&
            strcmp(layout->columns[i].name, "indicator") == 0 && mentions_member(layout, i, text))
            column = (int)i;
    }
    return column;
}

/* Adds a member that the texts of a column mention, if no column has it by itself. */
static void open_text(struct layout *layout, const struct format_text *text)
{
    int column = text->headers == NULL ? find_indicators(layout, text) : NO_COLUMN;

    for (size_t i = 0; text->headers != NULL && text->headers[i] != NULL && column == NO_COLUMN;
         i++)
        column = find_header(layout, text->headers[i]);
    if (column == NO_COLUMN || layout_has_dimension(layout, text->dimension))
        return;
    layout->texts[layout->n_texts].column = (size_t)column;
    layout_open(layout, text->dimension, &layout->texts[layout->n_texts].members);
    layout->texts[layout->n_texts].members.kind = MEMBER_IN_TEXT;
    layout->texts[layout->n_texts++].members.in_text = text;
}

static bool starts_with_number(const struct layout *layout, size_t at)
{
    struct csv_field cell = { .n = 0 };

    if (layout->first < layout->sample->count)
        cell = sample_cell(layout->sample, layout->first, at);
    return cell.n > 0 && *cell.text >= '0' && *cell.text <= '9';
}

/* Codes of an office are kept where there are no names beside them. */
static void warn_kept_codes(const struct layout *layout, size_t at)
{
    const struct layout_column *column = &layout->columns[at];

    if (column->is_code && column->fallback == NO_COLUMN &&
        column->members.kind == MEMBER_COUNTRY && starts_with_number(layout, at))
        table_warn(
            layout->table, "codes",
            (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
            "the numbers in '%.60s' are the office's own codes, not those of ISO 3166; they are "
            "kept behind %s, as no column has the names",
            column->header, layout->format->code_prefix);
}

/* Adds the dimension of a column, or of its fallback. */
static void open_members(struct layout *layout, const char *name, size_t at)
{
    struct layout_column *column = &layout->columns[at];
    struct members *members = &column->members;

    members->is_labelled = column->is_labelled;
    members->is_code = column->is_code;
    if (layout_open(layout, name, members) && members->kind == MEMBER_COUNTRY) {
        members->keeps_numbers = layout_keeps_numbers(layout, at);
        layout_study_countries(layout, at, members);
    }
}

void layout_open_dimensions(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        bool is_dimension = column->role == COLUMN_DIMENSION || column->role == COLUMN_FREQUENCY;

        if (is_dimension) {
            open_members(layout, column->name, i);
            warn_kept_codes(layout, i);
        }
        for (int k = column->fallback; k != NO_COLUMN && is_dimension;
             k = layout->columns[k].fallback)
            open_members(layout, column->name, (size_t)k);
        if (column->role == COLUMN_UNIT)
            layout_open(layout, "unit", &column->members);
        for (size_t p = 0; p < column->n_parts; p++)
            layout_open(layout, column->parts[p].name, &column->parts[p]);
    }
    for (const struct format_text *text = layout->format->texts;
         text != NULL && text->dimension != NULL && !layout_failed(layout); text++)
        open_text(layout, text);
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
