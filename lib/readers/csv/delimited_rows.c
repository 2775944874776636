/* delimited_rows.c - reads a row of delimited values: one observation for each column of values.
 * A row whose texts are in the caches allocates nothing. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/delimited_parts.h"
#include "series/rounding.h"

static bool has_all_fields(struct delimited *s)
{
    struct csv *csv = &s->csv;
    const struct csv_field *place = &csv->fields[0];

    /* A row that ends in a separator has one more field, which is empty. */
    if (csv->count == s->layout.count ||
        (csv->count == s->layout.count + 1 && csv->fields[csv->count - 1].raw_n == 0))
        return true;
    if (csv->count > s->layout.count)
        place = &csv->fields[s->layout.count];
    csv_fail(csv, place, "this row has %zu fields, the header %zu", csv->count, s->layout.count);
    return false;
}

/* What all observations of a row share. */
struct row_so_far {
    struct table_row row; /* without its period */
    uint32_t period;      /* number of the period in the table */
    int multiplier;       /* from a column of multipliers, or the options */
    int decimals;
    bool is_deleted;
};

static void read_bound(struct delimited *s, const struct csv_field *field, double *bound)
{
    struct cell cell;

    delimited_number(s, field, &cell);
    *bound = cell.value;
}

static void read_field(struct delimited *s, size_t at, struct row_so_far *so_far)
{
    const struct csv_field *field = &s->csv.fields[at];
    struct layout_column *column = &s->layout.columns[at];

    switch (column->role) {
    case COLUMN_DIMENSION:
    case COLUMN_FREQUENCY:
        delimited_member(s, at);
        break;
    case COLUMN_MULTIPLIER:
        delimited_power(s, column, field, &so_far->multiplier);
        break;
    case COLUMN_DECIMALS:
        delimited_integer(s, column, field, "count of decimals", LEAST_DECIMALS, MOST_DECIMALS,
                          &so_far->decimals);
        break;
    case COLUMN_STATUS:
        delimited_status(s, column, field, &so_far->row);
        break;
    case COLUMN_CONFIDENTIALITY:
        delimited_confidentiality(s, column, field, &so_far->row.confidentiality);
        break;
    case COLUMN_DERIVED:
        delimited_derived(s, field, &so_far->row.derived);
        break;
    case COLUMN_ESTIMATED:
        delimited_derived(s, field, &so_far->row.estimated);
        break;
    case COLUMN_LOW:
    case COLUMN_HIGH:
        read_bound(s, field, column->role == COLUMN_LOW ? &so_far->row.low : &so_far->row.high);
        break;
    case COLUMN_COMPOUND:
        delimited_compound(s, field, column);
        break;
    case COLUMN_ACTION:
        so_far->is_deleted |= field->n > 0 && (*field->text == 'D' || *field->text == 'd');
        break;
    case COLUMN_UNNAMED:
        if (field->n > 0)
            csv_fail(&s->csv, field, "a value in a column that has no name");
        break;
    default: /* values are read after everything else of the row */
        break;
    }
}

/* The power of ten from a column of multipliers (own), or from the unit or header (other). Fails if
 * they differ. */
static int multiplier_of(struct delimited *s, const struct csv_field *field, int own, int other)
{
    if (own != 0 && other != 0 && own != other)
        csv_fail(&s->csv, field,
                 "the unit says 10^%d here, and the power of ten of the row is %d; correct one of "
                 "the two",
                 other, own);
    return own != 0 ? own : other;
}

static void set_fixed(struct delimited *s, struct layout_column *column)
{
    for (size_t i = 0; i < column->n_fixed; i++) {
        struct fixed_member *fixed = &column->fixed[i];
        size_t n = strlen(fixed->text);

        if (!fixed->is_added)
            fixed->member = table_intern_member(s->table, fixed->dimension, fixed->text, n);
        fixed->is_added = true;
        s->layout.members[fixed->dimension] = fixed->member;
    }
}

static void set_unit(struct delimited *s, const struct layout_column *column, int *power)
{
    struct layout_column *unit;
    uint32_t member;

    if (column->unit_column == NO_COLUMN)
        return;
    unit = &s->layout.columns[column->unit_column];
    if (members_find(&unit->members, &s->layout.lookup, &s->csv,
                     &s->csv.fields[column->unit_column], &member, power))
        s->layout.members[unit->members.dimension] = member;
}

/* The growth that a column states of the value. */
static void read_growth(struct delimited *s, const struct layout_column *column,
                        struct table_row *row)
{
    struct cell cell;

    if (column->growth_column == NO_COLUMN)
        return;
    delimited_number(s, &s->csv.fields[column->growth_column], &cell);
    row->growth = cell.value;
    row->growth_decimals = (int8_t)cell.decimals;
}

static bool is_estimate(const struct delimited *s, const struct layout_column *column)
{
    const struct csv_field *field = &s->csv.fields[column->estimate_column];

    for (size_t i = 0; i < 3 && column->measure->estimates[i] != NULL; i++)
        if (string_is_ignoring_case(field->text, field->n, column->measure->estimates[i]))
            return true;
    return false;
}

/* True for a cell that is no observation but a gap in the table. A flag says why a figure is
 * missing: then there is an observation without a value. */
static bool is_gap(const struct delimited *s, const struct layout_column *column,
                   const struct csv_field *field, const struct cell *cell)
{
    const struct format_measure *measure = column->measure;
    bool has_flag = column->flag_column != NO_COLUMN && s->csv.fields[column->flag_column].n > 0;

    if (field->n == 0 && !has_flag &&
        (s->layout.format->is_sparse || s->series_lines > 0 || has_own_period(column)))
        return true;
    if (column->words.indicator != NULL && isnan(cell->value))
        return true;
    return measure != NULL && ((isnan(cell->value) && measure != s->layout.format->measures) ||
                               (cell->value == 0 && measure->zero_is_missing));
}

/* Fast path for plain numbers, which nearly all are. */
static void read_value(struct delimited *s, const struct csv_field *field, struct cell *cell)
{
    if (s->decimal == '.' && field->n > 0 &&
        number_read(field->text, field->n, &cell->value, &cell->decimals) && cell->decimals >= 0 &&
        cell->decimals <= MOST_DECIMALS) {
        cell->kind = CELL_NUMBER;
        cell->flag_n = 0;
        cell->currency = NULL;
        cell->status = cell->confidentiality = '\0';
    } else {
        delimited_number(s, field, cell);
    }
}

/* Adds the row to the series of its members. */
static void put_row(struct delimited *s, const struct table_row *row, uint32_t period)
{
    if (!s->is_series_known)
        s->series = delimited_series(s);
    s->is_series_known = s->only_runs;
    table_put_row(s->table, row, s->series, period);
}

/* A share among figures without a unit: the unit of this cell is %, in ones. False: it is none. */
static bool take_share(struct delimited *s, const struct layout_column *column, struct cell *cell)
{
    size_t unit = s->layout.unit_dimension;

    if (!column->has_shares || cell->flag_n != 1 || *cell->flag != '%')
        return false;
    s->layout.members[unit] = table_intern_member(s->table, unit, "%", 1);
    cell->flag_n = 0;
    return true;
}

/* A word in place of a number may say why there is none. */
static void take_word(const struct cell *cell, struct table_row *row)
{
    if (cell->confidentiality != '\0' && row->confidentiality == 'F')
        row->confidentiality = cell->confidentiality;
    if (row->status == SHEAF_NORMAL && cell->status != '\0')
        row->status = cell->status;
    if (isnan(row->value) && row->status == SHEAF_NORMAL)
        row->status = SHEAF_MISSING;
}

/* The row's observation in one column of values. */
static void add_value(struct delimited *s, size_t at, const struct row_so_far *so_far)
{
    const struct csv_field *field = &s->csv.fields[at];
    struct layout_column *column = &s->layout.columns[at];
    struct table_row row = so_far->row;
    uint32_t period = so_far->period;
    struct cell cell;
    int power = s->unit_power;
    bool is_share;

    read_value(s, field, &cell);
    if (delimited_failed(s) || is_gap(s, column, field, &cell))
        return;
    delimited_check_digits(s, field, cell.value, cell.decimals);
    row.value = cell.value;
    row.has_bounds = row.derived && row.low <= row.value && row.value <= row.high;
    row.decimals = (int8_t)(so_far->decimals != NOT_STATED ? so_far->decimals : cell.decimals);
    if (column->flag_column != NO_COLUMN)
        delimited_status(s, &s->layout.columns[column->flag_column],
                         &s->csv.fields[column->flag_column], &row);
    period = delimited_column_period(s, column, period);
    read_growth(s, column, &row);
    set_fixed(s, column);
    set_unit(s, column, &power);
    is_share = take_share(s, column, &cell);
    if (cell.flag_n > 0 || cell.currency != NULL)
        delimited_attached_flag(s, field, &cell, &row);
    if (column->status != '\0' && row.status == SHEAF_NORMAL)
        row.status = column->status;
    if (column->estimate_column != NO_COLUMN && row.status == SHEAF_NORMAL &&
        is_estimate(s, column))
        row.status = SHEAF_ESTIMATED;
    take_word(&cell, &row);
    row.multiplier = (int8_t)multiplier_of(s, field, column->has_own_unit ? 0 : so_far->multiplier,
                                           column->multiplier != 0 ? column->multiplier : power);
    if (is_share)
        row.multiplier = 0;
    put_row(s, &row, period);
}

/* Fast path for a row with one plain number. False: the row needs put_cells. */
static bool put_plain(struct delimited *s, uint32_t period)
{
    const struct csv_field *field = &s->csv.fields[s->values[0]];
    struct table_row *row = &s->plain_row;
    int decimals;

    if (s->unit_power != 0 || s->period_status != '\0' || s->decimal != '.' || field->n == 0 ||
        !number_read(field->text, field->n, &row->value, &decimals) || decimals < 0 ||
        decimals > MOST_DECIMALS)
        return false;
    delimited_check_digits(s, field, row->value, decimals);
    row->decimals = (int8_t)decimals;
    row->line = (uint32_t)s->csv.row_line;
    put_row(s, row, period);
    return true;
}

static void warn_deleted(struct delimited *s)
{
    table_warn(s->table, "deleted",
               (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
               "a row that deletes an observation (ACTION D) is skipped");
}

static size_t bytes_of_members(const struct delimited *s)
{
    return sheaf_table_dimension_count(s->table) * sizeof *s->layout.members;
}

/* Reads the row cell by cell. */
static void put_cells(struct delimited *s, uint32_t period)
{
    struct row_so_far so_far = { .row = delimited_row_of_layout(s),
                                 .period = period,
                                 .multiplier = s->layout.multiplier,
                                 .decimals = s->layout.decimals };

    for (size_t i = 0; i < s->n_others && !delimited_failed(s); i++)
        read_field(s, s->others[i], &so_far);
    if (so_far.is_deleted) {
        warn_deleted(s);
        return;
    }
    for (size_t i = 0; i < s->n_values && !delimited_failed(s); i++) {
        size_t row = sheaf_table_row_count(s->table);

        add_value(s, s->values[i], &so_far);
        if (s->rows_above != NULL)
            s->rows_above[i] = sheaf_table_row_count(s->table) > row ? row : SIZE_MAX;
    }
    if (s->rows_above != NULL)
        memcpy(s->members_above, s->layout.members, bytes_of_members(s));
}

/* Rows of statuses ------------------------------------------------------------------------ */

/* The statuses of the row above. follows: it is there. */
static void put_statuses(struct delimited *s, bool follows)
{
    if (!follows)
        table_warn(s->table, "status",
                   (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                   "a row of statuses does not follow the row of its values; it is skipped");
    for (size_t i = 0; i < s->n_values && follows; i++) {
        const struct csv_field *field = &s->csv.fields[s->values[i]];
        struct table_row row = delimited_row_of_layout(s);

        if (field->n == 0 || s->rows_above[i] == SIZE_MAX)
            continue;
        delimited_status(s, &s->layout.columns[s->values[i]], field, &row);
        table_set_status(s->table, s->rows_above[i], row.status, row.confidentiality);
    }
}

/* True for a row whose cells are no values. Statuses are read; what else there is is skipped. */
static bool is_of_other_kind(struct delimited *s)
{
    struct csv_field kind;

    if (s->layout.row_kind_column == NO_COLUMN)
        return false;
    kind = field_trimmed(&s->csv.fields[s->layout.row_kind_column]);
    if (kind.n == 0 || string_is_ignoring_case(kind.text, kind.n, "Value"))
        return false;
    /* IMF: a row "Status" has the statuses of the row "Value" above it, of the same series. */
    if (string_is_ignoring_case(kind.text, kind.n, "Status"))
        put_statuses(s, memcmp(s->members_above, s->layout.members, bytes_of_members(s)) == 0);
    return true;
}

/* True for a row "Codes", of the statuses of the row above. */
static bool is_of_codes(struct delimited *s)
{
    struct csv_field title;

    if (s->layout.codes_column == NO_COLUMN || s->csv.count < s->layout.count)
        return false;
    title = field_trimmed(&s->csv.fields[s->layout.codes_column]);
    if (!string_is_ignoring_case(title.text, title.n, "Codes"))
        return false;
    put_statuses(s, true);
    return true;
}

/* False for nearly every row, at the cost of a few comparisons: rows of figures have all their
 * fields, and end in a digit. */
static bool may_be_note(const struct delimited *s)
{
    const struct csv_field *last = &s->csv.fields[s->csv.count - 1];

    return s->csv.count != s->layout.count || s->notes_line != 0 || last->n == 0 ||
           ((unsigned char)last->text[last->n - 1] > '9' && s->period_column == 0 &&
            s->csv.fields[0].n > 0 &&
            (*s->csv.fields[0].text < '0' || *s->csv.fields[0].text > '9'));
}

/* A row with a year only, which is that of the months below it. */
static bool is_year_alone(struct delimited *s)
{
    struct csv_field field;

    if (s->period_column >= s->csv.count)
        return false;
    for (size_t i = 0; i < s->csv.count; i++)
        if (i != s->period_column && s->csv.fields[i].n > 0)
            return false;
    field = field_trimmed(&s->csv.fields[s->period_column]);
    return year_row_take(&s->year, &field, &s->layout.usage);
}

void delimited_row(struct delimited *s)
{
    uint32_t period;

    s->was_plain = false;
    if (s->layout.format->has_notes && delimited_is_note(s))
        return;
    if (may_be_note(s) && delimited_is_below_table(s)) {
        delimited_pass_over_note(s);
        return;
    }
    if (s->notes_line != 0)
        delimited_fail_below_note(s);
    if (s->layout.has_year_rows && is_year_alone(s))
        return;
    if (!has_all_fields(s) || is_of_codes(s))
        return;
    s->unit_power = 0;
    delimited_dimensions(s);
    delimited_members_in_texts(s);
    if (delimited_failed(s) || is_of_other_kind(s))
        return;
    period = delimited_period(s);
    if (period == SKIPPED_ROW)
        return;
    s->was_plain = s->is_plain && !delimited_failed(s) && put_plain(s, period);
    s->run.period = period;
    if (!delimited_failed(s) && !s->was_plain)
        put_cells(s, period);
}
