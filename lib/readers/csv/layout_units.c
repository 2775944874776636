/* layout_units.c - which values a column of units belongs to, how a column of powers of ten is
 * written, and words beside units that are not understood. */
#include <string.h>

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/layout_parts.h"

static struct place header_place(const struct layout *layout)
{
    return (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line };
}

/* Units of quantities ------------------------------------------------------------------- */

/* What a column of units holds in the sample. */
struct unit_cells {
    size_t currencies, measures;
    struct csv_field measure; /* the first cell that is no currency */
};

static struct unit_cells study_units(const struct layout *layout, size_t column)
{
    struct unit_cells cells = { .currencies = 0 };
    struct csv_field last = { .n = 0 };

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        const char *name;

        if (cell.n == 0 || (cell.n == last.n && memcmp(cell.text, last.text, cell.n) == 0))
            continue;
        last = cell;
        name = unit_find(cell.text, cell.n);
        if (name != NULL && unit_is_currency(name)) {
            cells.currencies++;
        } else {
            cells.measure = cells.measures == 0 ? cell : cells.measure;
            cells.measures++;
        }
    }
    return cells;
}

static bool is_quantity(const struct layout_column *column)
{
    return column->role == COLUMN_VALUE && header_is_quantity(column->words.indicator);
}

static bool is_money(const struct layout_column *column)
{
    return column->role == COLUMN_VALUE && !is_quantity(column) && !column->words.is_ratio &&
           (column->words.unit == NULL || strcmp(column->words.unit, "%") != 0);
}

static size_t count_columns(const struct layout *layout, bool (*is)(const struct layout_column *))
{
    size_t count = 0;

    for (size_t i = 0; i < layout->count; i++)
        count += is(&layout->columns[i]);
    return count;
}

/* Gives the column of units to the columns of one kind whose headers name no unit. False: there are
 * none. Of a quantity and a weight, a column of units belongs to the quantity. */
static bool give_unit(struct layout *layout, size_t unit, bool (*is)(const struct layout_column *))
{
    bool has_plain = false, given = false;

    for (size_t i = 0; i < layout->count; i++)
        has_plain |= is_quantity(&layout->columns[i]) && layout->columns[i].words.unit == NULL &&
                     strcmp(layout->columns[i].words.indicator, "quantity") == 0;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (!is(column) || column->words.unit != NULL || column->unit_column != NO_COLUMN ||
            (is == is_quantity && has_plain && strcmp(column->words.indicator, "quantity") != 0))
            continue;
        column->unit_column = (int)unit;
        given = true;
    }
    layout->columns[unit].role = given ? COLUMN_UNIT : layout->columns[unit].role;
    layout->columns[unit].members.is_of_quantity = is == is_quantity;
    return given;
}

static void skip_unit(struct layout *layout, size_t at, const struct csv_field *cell,
                      const char *value)
{
    struct layout_column *column = &layout->columns[at];

    column->role = COLUMN_SKIPPED;
    table_warn(
        layout->table, "unit", header_place(layout),
        "'%.*s' in the column '%.60s' is no unit of '%.60s', whose header names its own; the "
        "column is skipped; if it is right, say " SETTING("columns: {unit: %.60s, value: %.60s}"),
        (int)(cell->n <= 40 ? cell->n : utf8_floor(cell->text, 40)), cell->text, column->header,
        value, column->header, value);
}

/* A value whose header names a currency is in that currency. */
static void refuse_other_unit(struct layout *layout, size_t unit, const struct unit_cells *cells)
{
    for (size_t i = 0; i < layout->count && cells->measures > 0; i++) {
        const struct layout_column *column = &layout->columns[i];

        if (is_money(column) && column->words.unit != NULL && !column->is_named &&
            unit_is_currency(column->words.unit)) {
            skip_unit(layout, unit, &cells->measure, column->header);
            return;
        }
    }
}

static void resolve_unit(struct layout *layout, size_t unit)
{
    struct unit_cells cells = study_units(layout, unit);
    bool has_quantity = count_columns(layout, is_quantity) > 0;
    bool has_money = count_columns(layout, is_money) > 0;

    if (has_quantity && has_money && cells.measures > 0) {
        if (!give_unit(layout, unit, is_quantity))
            refuse_other_unit(layout, unit, &cells);
    } else if (has_quantity && has_money && cells.currencies > 0) {
        give_unit(layout, unit, is_money);
    } else if (has_quantity) {
        layout->columns[unit].members.is_of_quantity = true;
    } else {
        refuse_other_unit(layout, unit, &cells);
    }
}

void layout_resolve_units(struct layout *layout)
{
    if (layout->format->recognises != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_DIMENSION &&
            strcmp(layout->columns[i].name, "unit") == 0)
            resolve_unit(layout, i);
}

bool layout_is_quantity(const struct layout_column *column)
{
    return is_quantity(column);
}

/* Units in cells ---------------------------------------------------------------------------- */

/* The unit of a cell, from a sign before the number or a unit behind it that is no status. */
static const char *unit_of_cell(const struct csv_field *field)
{
    struct cell cell = cell_read(field->text, field->n, '\0');

    if (cell.kind == CELL_MISSING || cell.kind == CELL_WRONG)
        return NULL;
    if (cell.currency != NULL || cell.flag_n == 0 || status_find(cell.flag, cell.flag_n) != '\0' ||
        confidentiality_find(cell.flag, cell.flag_n) != '\0')
        return cell.currency;
    return unit_find(cell.flag, cell.flag_n);
}

/* The unit that all values of a column in the sample have: "$12", "15 kg"; NULL: there is none. */
static const char *unit_of_cells(const struct layout *layout, size_t column)
{
    const char *unit = NULL;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field field = sample_cell(layout->sample, i, column);
        const char *own = unit_of_cell(&field);

        if (own == NULL && cell_read(field.text, field.n, '\0').kind == CELL_MISSING)
            continue;
        if (own == NULL || (unit != NULL && strcmp(own, unit) != 0))
            return NULL;
        unit = own;
    }
    return unit;
}

void layout_take_units_of_cells(struct layout *layout)
{
    if (layout->format->recognises != NULL || layout_has_dimension(layout, "unit"))
        return;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role == COLUMN_VALUE && column->words.unit == NULL &&
            (column->worded == NULL || column->unit_column == NO_COLUMN))
            column->words.unit = unit_of_cells(layout, i);
    }
}

void layout_fix_units_of_periods(struct layout *layout)
{
    bool has_unit = false;

    for (size_t i = 0; i < layout->count; i++)
        has_unit |=
            layout->columns[i].role == COLUMN_VALUE &&
            layout->columns[i].period.unit != SHEAF_NO_PERIOD &&
            (layout->columns[i].words.unit != NULL ||
             (layout->columns[i].worded != NULL && layout->columns[i].unit_column != NO_COLUMN));
    if (!has_unit || layout_has_dimension(layout, "unit"))
        return;
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role == COLUMN_VALUE && column->period.unit != SHEAF_NO_PERIOD &&
            (column->worded == NULL || column->unit_column == NO_COLUMN))
            layout_fix(layout, column, "unit",
                       column->words.unit != NULL ? column->words.unit : "");
    }
}

/* Words that are not understood ------------------------------------------------------------ */

static bool has_constant(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->options->n_constants; i++)
        if (strcmp(layout->options->constants[i].dimension, name) == 0)
            return true;
    return false;
}

void layout_warn_unclear_units(const struct layout *layout)
{
    if (layout->has_multiplier || has_constant(layout, "unit") ||
        layout->format->recognises != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        const struct header *words = &column->words;

        if (column->role == COLUMN_VALUE && words->unclear != NULL)
            table_warn(
                layout->table, "unit", header_place(layout),
                "'%.*s' in the header '%.60s' is not understood and may be a power of ten, "
                "so that unit and power of the values are unknown; give both, with " SETTING(
                    "set: {unit: USD, unit_mult: 6}"),
                (int)(words->unclear_n <= 40 ? words->unclear_n : utf8_floor(words->unclear, 40)),
                words->unclear, column->header);
    }
}

/* Digits with a point among them or none: a number that nothing else stands beside, as most cells are. */
static bool is_bare_number(const struct csv_field *field)
{
    size_t points = 0, digits = 0;

    for (size_t i = 0; i < field->n; i++) {
        digits += field->text[i] >= '0' && field->text[i] <= '9';
        points += field->text[i] == '.';
    }
    return field->n > 0 && digits + points == field->n && points <= 1 && field->text[0] != '.' &&
           field->text[field->n - 1] != '.';
}

/* True when some cells of a column are in per cent and others are numbers without a unit, as rows of
 * a workbook that hold shares below rows of money. */
static bool has_some_shares(const struct layout *layout, size_t column)
{
    size_t shares = 0, plain = 0;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field field = sample_cell(layout->sample, i, column);

        if (is_bare_number(&field)) {
            plain++;
            continue;
        }
        struct cell cell = cell_read(field.text, field.n, '\0');
        const char *unit = unit_of_cell(&field);
        if (cell.kind == CELL_MISSING || cell.kind == CELL_WRONG)
            continue;
        shares += unit != NULL && strcmp(unit, "%") == 0;
        plain += unit == NULL;
    }
    return shares > 0 && plain > 0;
}

void layout_find_shares(struct layout *layout)
{
    const char *unit = has_constant(layout, "unit") ? layout_constant_unit(layout) : NULL;

    if (layout->format->recognises != NULL ||
        (unit == NULL && layout_has_dimension(layout, "unit")))
        return;
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_VALUE || column->words.unit != NULL ||
            column->unit_column != NO_COLUMN || !has_some_shares(layout, i))
            continue;
        column->has_shares = true;
        for (size_t k = 0; k < column->n_fixed; k++)
            if (column->fixed[k].dimension == layout->unit_dimension)
                column->n_fixed = k; /* it was the last one */
        layout_fix(layout, column, "unit", unit != NULL ? unit : "");
    }
}

/* Powers of ten ---------------------------------------------------------------------------- */

/* True for the headers of SDMX and the OECD, whose numbers are exponents. */
static bool has_exponents(const struct layout_column *column)
{
    static const char *const headers[] = { "unit_mult", "unit multiplier", "powercode code",
                                           "powercode" };

    if (column->is_named || column->rank != SIZE_MAX)
        return true;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (string_equal_ignoring_case(column->header, headers[i]))
            return true;
    return false;
}

/* What the cells of a column of powers show in the sample. */
struct power_cells {
    size_t words, exponents, factors, wrong;
    size_t ones; /* "1" or "10": a factor or an exponent */
    size_t row;  /* the first of these */
};

static struct power_cells study_powers(const struct layout *layout, size_t column)
{
    struct power_cells cells = { .words = 0 };

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        bool is_factor;
        int power;

        if (cell.n == 0)
            continue;
        if (!power_find(cell.text, cell.n, &power, &is_factor)) {
            cells.wrong++;
        } else if (string_is_ignoring_case(cell.text, cell.n, "1") ||
                   string_is_ignoring_case(cell.text, cell.n, "10")) {
            cells.row = cells.ones++ == 0 ? i : cells.row;
        } else if (is_factor) {
            cells.factors++;
        } else if ((*cell.text >= '0' && *cell.text <= '9') || *cell.text == '-') {
            cells.exponents++;
        } else {
            cells.words++;
        }
    }
    return cells;
}

static void fail_power(struct layout *layout, size_t column, size_t row)
{
    struct csv_field cell = sample_cell(layout->sample, row, column);

    sample_fail(
        layout->sample, row, layout->csv, &cell,
        "'%.*s' may be the number that the values are multiplied by, or a power of ten; "
        "give the power and leave the column '%.60s' out, with " SETTING("set: {unit_mult: 0}"),
        (int)cell.n, cell.text, layout->columns[column].header);
}

/* A header such as "scale" may stand above something else than powers. */
void layout_resolve_powers(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];
        struct power_cells cells;

        if (column->role != COLUMN_MULTIPLIER || has_exponents(column))
            continue;
        cells = study_powers(layout, i);
        column->is_written_out = cells.factors > 0;
        if (cells.wrong > 0 && cells.words + cells.exponents + cells.factors + cells.ones == 0) {
            column->role = COLUMN_DIMENSION;
            column->name = column->header;
            column->is_unknown = true;
        } else if (cells.ones > 0 && cells.exponents == 0 && cells.factors == 0) {
            fail_power(layout, i, cells.row);
        }
    }
}
