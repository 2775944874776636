/* delimited_columns.c - lists the columns of delimited values in the order in which a row reads them. */
#include <math.h>

#include "readers/csv/delimited_parts.h"

/* Sorts columns of values into the order of the format's measures; the value is the first. */
static void sort_measures(struct delimited *s)
{
    for (size_t i = 1; i < s->n_values && s->layout.format->measures != NULL; i++)
        for (size_t k = i; k > 0; k--) {
            size_t here = s->values[k], before = s->values[k - 1];

            if (s->layout.columns[before].measure <= s->layout.columns[here].measure)
                break;
            s->values[k] = before;
            s->values[k - 1] = here;
        }
}

static void list_column(struct delimited *s, size_t at)
{
    const struct layout_column *column = &s->layout.columns[at];

    switch (column->role) {
    case COLUMN_VALUE:
        s->values[s->n_values++] = at;
        s->only_runs &= column->n_fixed == 0 && column->unit_column == NO_COLUMN;
        break;
    case COLUMN_PERIOD:
        s->period_column = at;
        break;
    case COLUMN_YEAR_START:
        s->year_start_column = at;
        break;
    case COLUMN_DIMENSION: /* without a fallback it is in a column run */
        if (column->fallback == NO_COLUMN)
            break;
        s->others[s->n_others++] = at;
        s->only_runs = false;
        break;
    case COLUMN_SKIPPED:
    case COLUMN_YEAR:
    case COLUMN_YEAR_PART:
    case COLUMN_UNIT:
    case COLUMN_ESTIMATE_FLAG:
    case COLUMN_FLAG: /* read with its column of values, as are its growths */
    case COLUMN_GROWTH:
        break;
    case COLUMN_ROW_KIND:
        s->layout.row_kind_column = (int)at;
        s->only_runs = false;
        break;
    default:
        s->others[s->n_others++] = at;
        s->only_runs &= column->role != COLUMN_COMPOUND && column->role != COLUMN_FREQUENCY;
    }
}

struct table_row delimited_row_of_layout(const struct delimited *s)
{
    return (struct table_row){ .value = NAN,
                               .growth = NAN,
                               .low = NAN,
                               .high = NAN,
                               .line = (uint32_t)s->csv.row_line,
                               .status =
                                   s->period_status != '\0' ? s->period_status : s->layout.status,
                               .confidentiality = s->layout.confidentiality };
}

static bool has_plain_rows(const struct delimited *s)
{
    const struct layout *layout = &s->layout;
    const struct layout_column *column;

    if (!s->only_runs || s->n_others > 0 || s->n_values != 1 || layout->format->has_notes ||
        layout->decimals != NOT_STATED || layout->row_kind_column != NO_COLUMN ||
        layout->codes_column != NO_COLUMN)
        return false;
    column = &layout->columns[s->values[0]];
    return column->measure == NULL && column->estimate_column == NO_COLUMN &&
           column->flag_column == NO_COLUMN && column->growth_column == NO_COLUMN &&
           !has_own_period(column) && column->multiplier == 0;
}

void delimited_list_columns(struct delimited *s)
{
    s->values = arena_array(&s->arena, size_t, s->layout.count);
    s->others = arena_array(&s->arena, size_t, s->layout.count);
    s->period_column = s->year_start_column = SIZE_MAX;
    s->only_runs = s->layout.n_texts == 0;
    delimited_list_runs(s);
    for (size_t i = 0; i < s->layout.count && !delimited_failed(s); i++)
        list_column(s, i);
    if (s->period_column == SIZE_MAX)
        s->year_start_column = SIZE_MAX;
    if (delimited_failed(s))
        return;
    sort_measures(s);
    s->only_runs &= s->layout.codes_column == NO_COLUMN;
    if (s->layout.row_kind_column != NO_COLUMN || s->layout.codes_column != NO_COLUMN) {
        s->rows_above = arena_array(&s->arena, size_t, s->n_values);
        s->members_above = arena_array(&s->arena, uint32_t, sheaf_table_dimension_count(s->table));
        for (size_t i = 0; i < s->n_values && s->rows_above != NULL; i++)
            s->rows_above[i] = SIZE_MAX;
    }
    s->reads_days = delimited_reads_days(s);
    s->is_plain = has_plain_rows(s);
    s->plain_row = delimited_row_of_layout(s);
    if (s->is_plain && !s->layout.columns[s->values[0]].has_own_unit)
        s->plain_row.multiplier = (int8_t)s->layout.multiplier;
}
