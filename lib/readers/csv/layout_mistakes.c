/* layout_mistakes.c - fails for headers that are repeated or missing. */
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "readers/csv/layout_parts.h"

static const char *const role_names[] = {
    [COLUMN_PERIOD] = "period",
    [COLUMN_VALUE] = "value",
    [COLUMN_MULTIPLIER] = "unit_mult",
    [COLUMN_DECIMALS] = "decimals",
    [COLUMN_STATUS] = "status",
    [COLUMN_CONFIDENTIALITY] = "conf_status",
    [COLUMN_DERIVED] = "derived",
    [COLUMN_GROWTH] = "growth_pct",
    [COLUMN_FREQUENCY] = "frequency",
    [COLUMN_YEAR] = "year",
    [COLUMN_YEAR_START] = "REPORTING_YEAR_START_DAY",
    [COLUMN_LOW] = "low",
    [COLUMN_HIGH] = "high",
    [COLUMN_ESTIMATED] = "estimated",
    [COLUMN_YEAR_PART] = "month",
    [COLUMN_ACTION] = "ACTION",
    [COLUMN_ROW_KIND] = "Attribute",
};

void layout_refuse_repeated(struct layout *layout)
{
    for (size_t b = 1; b < layout->count; b++)
        for (size_t a = 0; a < b && !has_own_period(&layout->columns[b]); a++) {
            const struct layout_column *column = &layout->columns[b];

            if (!layout_same_meaning(&layout->columns[a], column) ||
                (column->role == COLUMN_VALUE &&
                 (layout->columns[a].n_fixed > 0 || column->measure != NULL)))
                continue;
            csv_fail(layout->csv, &layout->csv->fields[b], "two columns are '%.100s'",
                     column->role == COLUMN_DIMENSION ? column->name : role_names[column->role]);
        }
}

/* "no 'value' column (is 'vlaue' meant?); found: period, vlaue", or for a column that the caller
 * named: "no 'yaer' column (did you mean 'year'?); found: year, exports". */
static void fail_column(struct layout *layout, const char *wanted, bool is_named, const char *hint)
{
    const char **candidates = arena_array(layout->arena, const char *, layout->count), *nearest;
    char found[320] = "", guess[128] = "";
    size_t length = 0;

    for (size_t i = 0; i < layout->count && candidates != NULL; i++) {
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%s",
                                       i > 0 ? ", " : "", layout->columns[i].header);
        candidates[i] = layout->columns[i].header;
    }
    if (candidates == NULL)
        return;
    nearest = string_nearest(wanted, strlen(wanted), candidates, layout->count);
    if (nearest != NULL)
        snprintf(guess, sizeof guess,
                 is_named ? " (did you mean '%.60s'?)" : " (is '%.60s' meant?)", nearest);
    csv_fail(layout->csv, &layout->csv->fields[0], "no '%.100s' column%s; found: %.*s%s%s", wanted,
             guess, (int)utf8_floor(found, length < 300 ? length : 300), found,
             length > 300 ? " \u2026" : "", hint);
}

/* wanted is the format's header for the role. The caller may have given its column another role. */
static void fail_role(struct layout *layout, const char *wanted, const char *hint)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].is_named &&
            string_equal_ignoring_case(layout->columns[i].header, wanted))
            csv_fail(layout->csv, &layout->csv->fields[i],
                     "'%.60s' was given another role, and no other column takes its place",
                     layout->columns[i].header);
    fail_column(layout, wanted, false, hint);
}

static void require_header(struct layout *layout, const char *header)
{
    for (size_t i = 0; i < layout->count && header != NULL; i++)
        if (strcmp(layout->columns[i].header, header) == 0)
            return;
    if (header != NULL)
        fail_column(layout, header, true, "");
}

void layout_require_columns(struct layout *layout)
{
    const sheaf_read_options *options = layout->options;
    size_t value = layout_first_value(layout);
    const struct format_column *columns = layout->format->columns;
    const char *period = "period", *amount = "value";

    for (size_t i = 0; i < options->n_columns; i++)
        require_header(layout, options->columns[i].header);
    require_header(layout, options->period);
    for (size_t i = 0; i < options->n_values; i++)
        require_header(layout, options->values[i]);
    /* The format's own headers. */
    for (size_t i = 0; layout->format->recognises != NULL && columns[i].header != NULL; i++) {
        if (columns[i].role == COLUMN_PERIOD)
            period = columns[i].header;
        if (columns[i].role == COLUMN_VALUE)
            amount = columns[i].header;
    }
    if (layout->format->measures != NULL)
        amount = layout->format->measures[0].header;
    if (!layout_has(layout, COLUMN_PERIOD) && layout->year_column == NO_COLUMN &&
        layout->period.unit == SHEAF_NO_PERIOD &&
        (value == layout->count || layout->columns[value].period.unit == SHEAF_NO_PERIOD)) {
        layout_ask_for_worded(layout);
        fail_role(layout, period,
                  layout_may_run_over_numbers(layout)
                      ? "; if rows run over the numbers of a column, say " SETTING("x: number")
                      : "");
    }
    if (value == layout->count)
        fail_role(layout, amount, "");
}
