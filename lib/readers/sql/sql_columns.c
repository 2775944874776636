/* sql_columns.c - finds the roles of the columns of a query's result, from the options or else
 * from their names, as for the headers of a CSV file. */
#include "readers/sql/sql_result.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "readers/beside_values.h"
#include "readers/cell.h"

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

/* Sets the role that the options give a column. False: they give none. */
static bool role_by_options(const sheaf_read_options *options, struct sql_column *column)
{
    if (options->period != NULL && strcmp(options->period, column->name) == 0)
        column->role = HEADER_PERIOD;
    else if (is_listed(column->name, options->values, options->n_values))
        column->role = HEADER_VALUE;
    else if (is_listed(column->name, options->dimensions, options->n_dimensions))
        column->role = HEADER_NONE;
    else
        return false;
    return true;
}

static void resolve_column(struct sql_result *result, struct sql_column *column)
{
    const sheaf_read_options *options = table_options(result->table);
    const char *name = column->name;
    bool is_named = role_by_options(options, column);

    column->dimension = column->flow = column->unit = column->series = SIZE_MAX;
    if (!is_named) {
        column->role = builder_role(&result->builder, &name);
        column->is_skipped =
            name == NULL || (column->role == HEADER_PERIOD && options->period != NULL) ||
            (column->role == HEADER_VALUE && options->n_values > 0) ||
            (column->role == HEADER_NONE && name == column->name && options->n_values > 0);
    }
    column->dimension_name = name;
    column->is_unknown =
        column->role == HEADER_NONE && !column->is_skipped && name == column->name && !is_named;
}

static struct place place_of(const struct sql_result *result)
{
    return (struct place){ .file = table_name(result->table) };
}

static void skip_notes(struct sql_result *result)
{
    for (size_t i = 0; i < result->count; i++) {
        struct sql_column *column = &result->columns[i];

        if (!column->is_unknown || !header_is_note(column->name, strlen(column->name)))
            continue;
        column->is_skipped = true;
        warn_of_notes(result->table, place_of(result), column->name);
    }
}

/* True when the cell of the first row is a number that is no member: it has decimals, or the name
 * of its column says so. Numbers such as 01.1 are codes. */
static bool is_figure(const struct sql_column *column, const char *text, size_t n)
{
    struct header words = header_find(column->name, strlen(column->name));
    struct cell cell = cell_read(text, n, '.');
    bool is_code = n > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';

    return cell.kind == CELL_NUMBER && !is_code &&
           (cell.decimals > 0 || header_is_of_figures(column->name, &words));
}

/* Unknown columns of figures beside the values make no dimensions. */
static void skip_figures(struct sql_result *result, const struct sql_source *first_row)
{
    for (size_t i = 0; i < result->count && !sql_failed(result); i++) {
        struct sql_column *column = &result->columns[i];
        const char *text;
        size_t n = 0;

        if (!column->is_unknown || column->is_skipped)
            continue;
        text = first_row->text(first_row->context, i, &n);
        if (text == NULL || !is_figure(column, text, n))
            continue;
        column->is_skipped = true;
        warn_of_figures(result->table, place_of(result), column->name);
    }
}

static void add_dimensions(struct sql_result *result)
{
    for (size_t i = 0; i < result->count && !sql_failed(result); i++) {
        struct sql_column *column = &result->columns[i];

        if (!column->is_skipped && (column->role == HEADER_NONE || column->role >= HEADER_REPORTER))
            column->dimension =
                builder_dimension(&result->builder, column->role, column->dimension_name);
    }
}

/* Without a year or a period beside it, a column of months, quarters or weeks has whole periods. */
static void take_whole_parts(struct sql_result *result)
{
    static const enum header_role parts[] = { HEADER_WEEK, HEADER_MONTH, HEADER_QUARTER };

    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        for (size_t i = 0; i < result->count; i++) {
            struct sql_column *column = &result->columns[i];

            if (column->is_skipped || column->role != parts[k] ||
                sql_count_role(result, HEADER_PERIOD) > 0 ||
                sql_count_role(result, HEADER_YEAR) > 0)
                continue;
            column->role = HEADER_PERIOD;
            if (parts[k] == HEADER_WEEK && result->builder.frequency == '\0')
                result->builder.frequency = 'W';
        }
}

size_t sql_count_role(const struct sql_result *result, enum header_role role)
{
    size_t count = 0;

    for (size_t i = 0; i < result->count; i++)
        count += !result->columns[i].is_skipped && result->columns[i].role == role;
    return count;
}

static void warn_unclear(struct sql_result *result, const struct header *header, const char *name)
{
    table_warn(
        result->table, "unit", (struct place){ .file = table_name(result->table) },
        "'%.*s' in the column name '%.60s' is not understood and may be a power of ten, so that "
        "unit and power of the values are unknown; give both, with " SETTING(
            "set: {unit: USD, unit_mult: 6}"),
        (int)(header->unclear_n < 40 ? header->unclear_n : utf8_floor(header->unclear, 40)),
        header->unclear, name);
}

static bool has_quantities_beside_money(const struct sql_result *result)
{
    size_t quantities = 0;

    for (size_t i = 0; i < result->count; i++) {
        const struct sql_column *column = &result->columns[i];
        struct header header = header_find(column->name, strlen(column->name));

        quantities += column->role == HEADER_VALUE && !column->is_skipped &&
                      header_is_quantity(header.indicator);
    }
    return quantities > 0 && quantities < sql_count_role(result, HEADER_VALUE);
}

/* Names of columns of values give flow and unit. If they name no flow, several columns of values are
 * members of a dimension "series". */
static void resolve_values(struct sql_result *result)
{
    bool several = sql_count_role(result, HEADER_VALUE) > 1;
    bool has_flow = builder_has_dimension(&result->builder, HEADER_FLOW);
    bool has_unit = builder_has_dimension(&result->builder, HEADER_UNIT);
    bool has_both = has_quantities_beside_money(result);

    for (size_t i = 0; i < result->count && !sql_failed(result); i++) {
        struct sql_column *column = &result->columns[i];
        struct header header = header_find(column->name, strlen(column->name));

        if (column->role != HEADER_VALUE || column->is_skipped)
            continue;
        if (header.flow != NULL && !has_flow)
            column->flow = builder_dimension(&result->builder, HEADER_FLOW, NULL);
        else if (several)
            column->series = builder_dimension(&result->builder, HEADER_NONE, "series");
        if (header.unit != NULL && (!has_unit || has_both))
            column->unit = builder_dimension(&result->builder, HEADER_UNIT, NULL);
        column->power = header.multiplier;
        column->is_quantity = header_is_quantity(header.indicator);
        if (header.unclear != NULL)
            warn_unclear(result, &header, column->name);
    }
    if (has_unit && has_both)
        result->shared_unit = builder_dimension(&result->builder, HEADER_UNIT, NULL);
}

/* Stated growth of one of several columns of values: which one is not known. */
static void skip_growth(struct sql_result *result)
{
    for (size_t i = 0; i < result->count && sql_count_role(result, HEADER_VALUE) > 1; i++) {
        struct sql_column *column = &result->columns[i];

        if (column->role != HEADER_GROWTH || column->is_skipped)
            continue;
        column->is_skipped = true;
        table_warn(result->table, "growth", place_of(result),
                   "the column '%.60s' is skipped: it may be the growth of several columns",
                   column->name);
    }
}

static void resolve_value_members(struct sql_result *result, struct sql_column *column)
{
    struct header header = header_find(column->name, strlen(column->name));

    header_join_price(&result->builder.arena, &header);
    if (column->flow != SIZE_MAX)
        column->flow_member =
            builder_member_as_is(&result->builder, column->flow, header.flow, strlen(header.flow));
    if (column->unit != SIZE_MAX) {
        column->unit_member =
            builder_member_as_is(&result->builder, column->unit, header.unit, strlen(header.unit));
        column->unit_member.power = header.multiplier;
        column->power = 0; /* comes with the unit */
    }
    if (column->series != SIZE_MAX)
        column->series_member = builder_member_as_is(&result->builder, column->series, column->name,
                                                     strlen(column->name));
}

/* "no 'value' column (is 'vlaue' meant?); found: period, vlaue". */
static void fail_column(struct sql_result *result, const char *wanted)
{
    const char *names[SQL_MAX_COLUMNS], *nearest;
    char found[240] = "";
    size_t length = 0;

    for (size_t i = 0; i < result->count; i++) {
        names[i] = result->columns[i].name;
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%.60s",
                                       i > 0 ? ", " : "", names[i]);
    }
    nearest = string_nearest(wanted, strlen(wanted), names, result->count);
    sql_fail(result, "no '%.60s' column%s%.60s%s; found: %s", wanted,
             nearest != NULL ? " (is '" : "", nearest != NULL ? nearest : "",
             nearest != NULL ? "' meant?)" : "", found);
}

static void require_columns(struct sql_result *result)
{
    const sheaf_read_options *options = table_options(result->table);
    const char *names[SQL_MAX_COLUMNS] = { 0 };

    for (size_t i = 0; i < result->count; i++)
        names[i] = result->columns[i].name;
    if (options->period != NULL && !is_listed(options->period, names, result->count))
        fail_column(result, options->period);
    for (size_t i = 0; i < options->n_values; i++)
        if (!is_listed(options->values[i], names, result->count))
            fail_column(result, options->values[i]);
    if (sql_count_role(result, HEADER_PERIOD) + sql_count_role(result, HEADER_YEAR) == 0)
        fail_column(result, "period");
    if (sql_count_role(result, HEADER_VALUE) == 0)
        fail_column(result, "value");
}

/* Fails if two columns have the same role or dimension. */
static void refuse_repeated(struct sql_result *result)
{
    for (size_t i = 0; i < result->count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct sql_column *a = &result->columns[i], *b = &result->columns[k];

            if (a->is_skipped || b->is_skipped || a->role != b->role ||
                a->dimension != b->dimension)
                continue;
            if (a->role == HEADER_VALUE &&
                (a->flow_member.number != b->flow_member.number ||
                 a->series_member.number != b->series_member.number || a->flow != b->flow))
                continue;
            sql_fail(result, "the columns '%.60s' and '%.60s' say the same; leave one of them out",
                     b->name, a->name);
        }
}

void sql_reserve_columns(struct sql_result *result, size_t count)
{
    if (count > SQL_MAX_COLUMNS) {
        sql_fail(result, "the result has %zu columns; at most %d are read", count, SQL_MAX_COLUMNS);
        return;
    }
    result->columns = arena_array(&result->builder.arena, struct sql_column, count);
    result->count = result->columns != NULL ? count : 0;
}

void sql_name_column(struct sql_result *result, size_t column, const char *name)
{
    if (!utf8_valid(name, strlen(name), NULL))
        sql_fail(result, "the name of column %zu is not UTF-8", column + 1);
    else
        result->columns[column].name = arena_string(&result->builder.arena, name);
}

void sql_resolve_columns(struct sql_result *result)
{
    for (size_t i = 0; i < result->count && !sql_failed(result); i++)
        resolve_column(result, &result->columns[i]);
    if (sql_failed(result))
        return;
    skip_notes(result);
    take_whole_parts(result);
    require_columns(result);
}

void sql_settle_columns(struct sql_result *result, const struct sql_source *first_row)
{
    result->shared_unit = SIZE_MAX;
    if (first_row != NULL)
        skip_figures(result, first_row);
    add_dimensions(result);
    if (!sql_failed(result)) {
        skip_growth(result);
        resolve_values(result);
    }
    if (!sql_failed(result) && !builder_begin(&result->builder))
        sql_fail(result, "%s", result->builder.reason);
    for (size_t i = 0; i < result->count && !sql_failed(result); i++)
        resolve_value_members(result, &result->columns[i]);
    if (result->shared_unit != SIZE_MAX && !sql_failed(result))
        result->no_unit = builder_member_as_is(&result->builder, result->shared_unit, "", 0).number;
    if (!sql_failed(result))
        refuse_repeated(result);
}
