/* layout_worded.c - columns of values whose headers have a period among other words: "Exports 2022
 * (USD bn)", "2022, млн долл. США".
 *
 * The words say the flow, the measure and the unit. Words that are not understood name a series if
 * they stand beside several periods ("Food 2022", "Food 2023"), or if the caller names the column. */
#include <string.h>

#include "readers/csv/layout_parts.h"
#include "readers/csv/worded_period.h"

static bool may_have_period(const struct layout_column *column)
{
    return column->is_named ? column->role == COLUMN_VALUE : column->is_unknown;
}

/* The worded period of a header, in the arena with its words; NULL: there is none. */
static const struct worded_period *keep(struct layout *layout, struct layout_column *column,
                                        const struct worded_period *found)
{
    struct worded_period *kept = arena_array(layout->arena, struct worded_period, 1);

    column->rest = arena_text(layout->arena, found->rest, found->rest_n);
    if (kept == NULL || column->rest == NULL)
        return NULL;
    *kept = *found;
    kept->words = header_find(column->rest, found->rest_n);
    header_join_price(layout->arena, &kept->words);
    return kept;
}

void layout_find_worded(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        struct flagged_period plain;
        struct worded_period found;

        if (may_have_period(column) && !header_read_period(layout, column->header, &plain) &&
            worded_period_read(column->header, strlen(column->header), &layout->usage, &found) &&
            !layout_is_text(layout, i))
            column->worded = keep(layout, column, &found);
    }
}

/* True when another column has the same words beside another period. */
static bool has_other_period(const struct layout *layout, size_t at)
{
    const struct layout_column *column = &layout->columns[at];

    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *other = &layout->columns[i];

        if (i != at && other->worded != NULL && strcmp(other->rest, column->rest) == 0 &&
            memcmp(&other->worded->found.period, &column->worded->found.period,
                   sizeof(sheaf_period)) != 0)
            return true;
    }
    return false;
}

bool layout_take_worded(struct layout *layout, size_t at)
{
    struct layout_column *column = &layout->columns[at];
    const struct worded_period *worded = column->worded;

    if (worded == NULL ||
        (!worded->is_understood && !column->is_named && !has_other_period(layout, at)))
        return false;
    column->period = worded->found.period;
    column->status = worded->found.status;
    column->words = worded->words;
    return true;
}

/* Columns of different years are periods. */
void layout_refuse_price_years(struct layout *layout)
{
    const struct layout_column *first = NULL;
    char year[SHEAF_PERIOD_TEXT];
    size_t at = 0;

    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || !has_own_period(column))
            continue;
        if (column->worded == NULL || !column->worded->may_be_price_year ||
            (first != NULL && column->period.start != first->period.start))
            return;
        first = column;
        at = i;
    }
    if (first == NULL)
        return;
    sheaf_period_write(first->period, year);
    csv_fail(layout->csv, &layout->csv->fields[at],
             "%s in '%.60s' may be the period, or the year of the prices; if it is the period, say "
             "so with " SETTING("set: {period: %s}"),
             year, first->header, year);
}

static const char *word_or_none(const char *word)
{
    return word != NULL ? word : "";
}

static bool is_of_period(const struct layout_column *column)
{
    return column->role == COLUMN_VALUE && column->period.unit != SHEAF_NO_PERIOD;
}

void layout_distinguish_worded(struct layout *layout)
{
    bool has_flow = false, has_indicator = false, has_series = false;

    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];

        if (!is_of_period(column) || column->worded == NULL)
            continue;
        has_flow |= column->words.flow != NULL;
        has_indicator |= column->words.indicator != NULL;
        has_series |= !column->worded->is_understood;
    }
    has_flow = has_flow && !layout_has_dimension(layout, "flow");
    has_indicator = has_indicator && !layout_has_dimension(layout, "indicator");
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        if (!is_of_period(column))
            continue;
        if (column->worded != NULL)
            column->multiplier = column->words.multiplier;
        if (has_series)
            layout_fix(layout, column, "series",
                       column->worded != NULL && !column->worded->is_understood ? column->rest
                                                                                : "");
        if (has_flow)
            layout_fix(layout, column, "flow", word_or_none(column->words.flow));
        if (has_indicator)
            layout_fix(layout, column, "indicator",
                       column->words.indicator != NULL ? column->words.indicator : "value");
    }
}

void layout_ask_for_worded(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        char period[SHEAF_PERIOD_TEXT];

        if (column->worded == NULL)
            continue;
        sheaf_period_write(column->worded->found.period, period);
        csv_fail(layout->csv, &layout->csv->fields[i],
                 "%s stands beside '%.60s', which is not understood; if these are values, say so "
                 "with " SETTING("columns: {value: %.60s}"),
                 period, column->rest, column->header);
        return;
    }
}
