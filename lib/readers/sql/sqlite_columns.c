/* sqlite_columns.c - finds the roles of the columns of a query's result, from the options or else
 * from their names, as for the headers of a CSV file. */
#include "readers/sql/sqlite_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"

enum { MAX_COLUMNS = 1000 };

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

static void resolve_column(struct sqlite *sqlite, struct sql_column *column)
{
    const sheaf_read_options *options = table_options(sqlite->table);
    const char *name = column->name;

    column->dimension = column->flow = column->unit = column->series = SIZE_MAX;
    if (!role_by_options(options, column)) {
        column->role = builder_role(&sqlite->builder, &name);
        column->is_skipped =
            name == NULL || (column->role == HEADER_PERIOD && options->period != NULL) ||
            (column->role == HEADER_VALUE && options->n_values > 0) ||
            (column->role == HEADER_NONE && name == column->name && options->n_values > 0);
    }
    if (!column->is_skipped && (column->role == HEADER_NONE || column->role >= HEADER_REPORTER))
        column->dimension = builder_dimension(&sqlite->builder, column->role, name);
}

/* Without a year or a period beside it, a column of months, quarters or weeks has whole periods. */
static void take_whole_parts(struct sqlite *sqlite)
{
    static const enum header_role parts[] = { HEADER_WEEK, HEADER_MONTH, HEADER_QUARTER };

    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        for (int i = 0; i < sqlite->count; i++) {
            struct sql_column *column = &sqlite->columns[i];

            if (column->is_skipped || column->role != parts[k] ||
                sqlite_count_role(sqlite, HEADER_PERIOD) > 0 ||
                sqlite_count_role(sqlite, HEADER_YEAR) > 0)
                continue;
            column->role = HEADER_PERIOD;
            if (parts[k] == HEADER_WEEK && sqlite->builder.frequency == '\0')
                sqlite->builder.frequency = 'W';
        }
}

size_t sqlite_count_role(const struct sqlite *sqlite, enum header_role role)
{
    size_t count = 0;

    for (int i = 0; i < sqlite->count; i++)
        count += !sqlite->columns[i].is_skipped && sqlite->columns[i].role == role;
    return count;
}

/* Names of columns of values give flow and unit. If they name no flow, several columns of values are
 * members of a dimension "series". */
static void resolve_values(struct sqlite *sqlite)
{
    bool several = sqlite_count_role(sqlite, HEADER_VALUE) > 1;
    bool has_flow = builder_has_dimension(&sqlite->builder, HEADER_FLOW);
    bool has_unit = builder_has_dimension(&sqlite->builder, HEADER_UNIT);

    for (int i = 0; i < sqlite->count && !sqlite_failed(sqlite); i++) {
        struct sql_column *column = &sqlite->columns[i];
        struct header header = header_find(column->name, strlen(column->name));

        if (column->role != HEADER_VALUE || column->is_skipped)
            continue;
        if (header.flow != NULL && !has_flow)
            column->flow = builder_dimension(&sqlite->builder, HEADER_FLOW, NULL);
        else if (several)
            column->series = builder_dimension(&sqlite->builder, HEADER_NONE, "series");
        if (header.unit != NULL && !has_unit)
            column->unit = builder_dimension(&sqlite->builder, HEADER_UNIT, NULL);
    }
}

static void resolve_value_members(struct sqlite *sqlite, struct sql_column *column)
{
    struct header header = header_find(column->name, strlen(column->name));

    if (column->flow != SIZE_MAX)
        column->flow_member =
            builder_member_as_is(&sqlite->builder, column->flow, header.flow, strlen(header.flow));
    if (column->unit != SIZE_MAX) {
        column->unit_member =
            builder_member_as_is(&sqlite->builder, column->unit, header.unit, strlen(header.unit));
        column->unit_member.power = header.multiplier;
    }
    if (column->series != SIZE_MAX)
        column->series_member = builder_member_as_is(&sqlite->builder, column->series, column->name,
                                                     strlen(column->name));
}

/* "no 'value' column (is 'vlaue' meant?); found: period, vlaue". */
static void fail_column(struct sqlite *sqlite, const char *wanted)
{
    const char *names[MAX_COLUMNS], *nearest;
    char found[240] = "";
    size_t length = 0;

    for (int i = 0; i < sqlite->count; i++) {
        names[i] = sqlite->columns[i].name;
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%.60s",
                                       i > 0 ? ", " : "", names[i]);
    }
    nearest = string_nearest(wanted, strlen(wanted), names, (size_t)sqlite->count);
    sqlite_fail(sqlite, "no '%.60s' column%s%.60s%s; found: %s", wanted,
                nearest != NULL ? " (is '" : "", nearest != NULL ? nearest : "",
                nearest != NULL ? "' meant?)" : "", found);
}

static void require_columns(struct sqlite *sqlite)
{
    const sheaf_read_options *options = table_options(sqlite->table);
    const char *names[MAX_COLUMNS] = { 0 };

    for (int i = 0; i < sqlite->count; i++)
        names[i] = sqlite->columns[i].name;
    if (options->period != NULL && !is_listed(options->period, names, (size_t)sqlite->count))
        fail_column(sqlite, options->period);
    for (size_t i = 0; i < options->n_values; i++)
        if (!is_listed(options->values[i], names, (size_t)sqlite->count))
            fail_column(sqlite, options->values[i]);
    if (sqlite_count_role(sqlite, HEADER_PERIOD) + sqlite_count_role(sqlite, HEADER_YEAR) == 0)
        fail_column(sqlite, "period");
    if (sqlite_count_role(sqlite, HEADER_VALUE) == 0)
        fail_column(sqlite, "value");
}

/* Fails if two columns have the same role or dimension. */
static void refuse_repeated(struct sqlite *sqlite)
{
    for (int i = 0; i < sqlite->count; i++)
        for (int k = 0; k < i; k++) {
            const struct sql_column *a = &sqlite->columns[i], *b = &sqlite->columns[k];

            if (a->is_skipped || b->is_skipped || a->role != b->role ||
                a->dimension != b->dimension)
                continue;
            if (a->role == HEADER_VALUE &&
                (a->flow_member.number != b->flow_member.number ||
                 a->series_member.number != b->series_member.number || a->flow != b->flow))
                continue;
            sqlite_fail(sqlite,
                        "the columns '%.60s' and '%.60s' say the same; leave one of them out",
                        b->name, a->name);
        }
}

void sqlite_read_columns(struct sqlite *sqlite)
{
    sqlite->count = sqlite->api.column_count(sqlite->statement);
    if (sqlite->count > MAX_COLUMNS) {
        sqlite_fail(sqlite, "the result has %d columns; at most %d are read", sqlite->count,
                    MAX_COLUMNS);
        return;
    }
    sqlite->columns = arena_array(&sqlite->builder.arena, struct sql_column, (size_t)sqlite->count);
    for (int i = 0; i < sqlite->count && !sqlite_failed(sqlite); i++) {
        const char *name = sqlite->api.column_name(sqlite->statement, i);

        if (name == NULL)
            fail_memory(table_error(sqlite->table));
        else if (!utf8_valid(name, strlen(name), NULL))
            sqlite_fail(sqlite, "the name of column %d is not UTF-8", i + 1);
        else
            sqlite->columns[i].name = arena_string(&sqlite->builder.arena, name);
        if (!sqlite_failed(sqlite))
            resolve_column(sqlite, &sqlite->columns[i]);
    }
    if (!sqlite_failed(sqlite)) {
        take_whole_parts(sqlite);
        require_columns(sqlite);
    }
    if (!sqlite_failed(sqlite))
        resolve_values(sqlite);
    if (!sqlite_failed(sqlite) && !builder_begin(&sqlite->builder))
        sqlite_fail(sqlite, "%s", sqlite->builder.reason);
    for (int i = 0; i < sqlite->count && !sqlite_failed(sqlite); i++)
        resolve_value_members(sqlite, &sqlite->columns[i]);
    if (!sqlite_failed(sqlite))
        refuse_repeated(sqlite);
}
