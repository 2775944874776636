/* check.c - looks for likely mistakes in a table and warns; corrects nothing. */
#include "table/check.h"

#include <stdio.h>

#include "base/number.h"

static void (*const checks[])(sheaf_table *table, struct arena *arena) = {
    check_series, check_parts, check_groups, check_places, check_statuses,
};

struct place check_place(const sheaf_table *table, size_t row)
{
    sheaf_row at = SHEAF_ROW_INIT;

    if (!sheaf_table_row(table, row, &at))
        return (struct place){ .file = table_name(table) };
    return (struct place){ .file = at.file, .line = at.line };
}

const char *check_subject(const sheaf_table *table, size_t row, struct arena *arena)
{
    const char *subject = "";

    for (size_t d = 0; d < sheaf_table_dimension_count(table) && subject != NULL; d++) {
        const char *member = sheaf_table_row_member(table, row, d);

        if (sheaf_table_member_count(table, sheaf_table_dimension(table, d)) > 1 &&
            member[0] != '\0')
            subject =
                arena_format(arena, "%s%s%.60s", subject, subject[0] != '\0' ? ", " : " (", member);
    }
    if (subject != NULL && subject[0] != '\0')
        subject = arena_format(arena, "%s)", subject);
    return subject != NULL ? subject : "";
}

bool check_is_confidential(const sheaf_table *table, size_t row)
{
    char confidentiality = table_row_at(table, row).confidentiality;

    return confidentiality != '\0' && confidentiality != 'F';
}

const char *check_figure(const sheaf_table *table, size_t row, char out[CHECK_FIGURE])
{
    struct table_row at = table_row_at(table, row);

    if (check_is_confidential(table, row))
        snprintf(out, CHECK_FIGURE, "a confidential figure");
    else if (at.status == SHEAF_SUPPRESSED)
        snprintf(out, CHECK_FIGURE, "a figure");
    else
        number_write_given(out, at.value, at.decimals);
    return out;
}

/* Some spreadsheets and download portals silently stop at a row limit. Tells it of the file, whichever of its
 * rows told has. */
static void check_size(const sheaf_table *file, sheaf_table *told)
{
    static const size_t limits[] = { 65536, 100000, 1048576 };
    size_t count = sheaf_table_row_count(file);
    sheaf_row last = SHEAF_ROW_INIT;

    if (!sheaf_table_row(file, count - 1, &last) || table_has_warning(told, "truncated"))
        return;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (last.line == limits[i] || last.line == limits[i] + 1)
            table_warn(told, "truncated", check_place(file, count - 1),
                       "the file ends at the %zu rows that some programs stop at; it may be cut "
                       "short",
                       limits[i]);
}

static void check_rows(sheaf_table *table, const sheaf_table *file)
{
    struct arena arena;

    if (sheaf_table_status(table) != SHEAF_OK || !table_begin_check(table))
        return;
    arena_init(&arena, table_alloc(table), table_error(table));
    check_size(file, table);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (sheaf_table_status(table) == SHEAF_OK)
            checks[i](table, &arena);
    arena_free(&arena);
}

void sheaf_table_check(sheaf_table *table)
{
    check_rows(table, table);
}

struct series_findings findings_of_series(const sheaf_table *table, const bool *series)
{
    sheaf_table *rows = table_of_marked_series(table, series);
    struct series_findings found = { .table = table_create(table_alloc(table), table_name(table)) };

    table_take_warnings(found.table, rows);
    found.first = sheaf_table_warning_count(found.table);
    check_rows(rows, table);
    table_take_warnings(found.table, rows);
    error_take(table_error(found.table), sheaf_table_error(rows));
    sheaf_table_destroy(rows);
    return found;
}
