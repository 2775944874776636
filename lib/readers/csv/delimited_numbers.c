/* delimited_numbers.c - reads numbers of delimited values: finds the decimal mark of the file, and
 * says what is wrong with a cell that is no number. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/delimited_parts.h"
#include "series/rounding.h"

/* The decimal mark ------------------------------------------------------------------------ */

/* For a field whose decimal mark differs from that of an earlier line. */
#define MIXED                                                                                      \
    "the decimal mark of '%.*s' differs from that in line %zu; say which is meant, with " SETTING( \
        "decimal: '.' or ','")

/* Looks for the decimal mark in the values of the sample. Fails if they show both marks. */
static void detect_mark(struct delimited *s, size_t column)
{
    for (size_t i = s->header + 1; i < s->sample.count && !delimited_failed(s); i++) {
        struct csv_field cell = sample_cell(&s->sample, i, column);
        enum cell_evidence evidence = cell_evidence(cell.text, cell.n);
        char mark = evidence == CELL_SHOWS_POINT ? '.' : evidence == CELL_SHOWS_COMMA ? ',' : '\0';

        if (mark == '\0')
            continue;
        if (s->origin == DECIMAL_DETECTED && s->decimal != mark) {
            const struct csv_field shown = delimited_shown(s, &cell);
            sample_fail(&s->sample, i, &s->csv, &cell, MIXED, (int)shown.n, shown.text,
                        s->decimal_line);
        }
        s->decimal = mark;
        s->origin = DECIMAL_DETECTED;
        if (s->decimal_line == 0)
            s->decimal_line = s->sample.rows[i].line;
    }
}

/* True for headers and separator as Sheaf writes them, which mean a decimal point. Behind another
 * separator 1.234 may be a thousand and more, as spreadsheets of many languages write it. */
static bool is_as_written_here(const struct delimited *s)
{
    if (s->csv.separator != ',')
        return false;
    for (size_t i = 0; i < s->layout.count; i++)
        if (s->layout.columns[i].role == COLUMN_VALUE && !s->layout.columns[i].is_named &&
            s->layout.columns[i].rank != SIZE_MAX)
            return s->layout.format == &tidy_format;
    return false;
}

void delimited_find_decimal(struct delimited *s)
{
    const char *given = s->layout.options->decimal;
    const struct delimited_format *format = s->layout.format;

    s->decimal = format->decimal;
    if (format->has_commas)
        s->origin = DECIMAL_GIVEN;
    if (given != NULL) {
        s->decimal = given[0];
        s->origin = DECIMAL_GIVEN;
        return;
    }
    if (is_as_written_here(s) || s->csv.columns != NULL) { /* a workbook's numbers have points */
        s->decimal = '.';
    } else if (!format->decimal_is_fixed) {
        for (size_t i = 0; i < s->layout.count; i++)
            if (s->layout.columns[i].role == COLUMN_VALUE ||
                (s->layout.columns[i].role == COLUMN_PERIOD && s->layout.has_numbers))
                detect_mark(s, i);
    }
}

/* Numbers ------------------------------------------------------------------------------- */

static bool looks_like_not_a_number(const struct csv_field *field)
{
    static const char *const words[] = { "inf", "-inf", "infinity", "-infinity", "null", "none" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(field->text, field->n, words[i]))
            return true;
    return false;
}

/* True for a field of a column that is one of values only because the sample has numbers there. */
static bool is_in_guessed_column(const struct delimited *s, const struct csv_field *field)
{
    for (size_t i = 0; i < s->layout.count; i++)
        if (s->layout.columns[i].is_guessed && field == &s->csv.fields[i])
            return true;
    return false;
}

/* True for a number beyond the range of a double, such as 1e309. */
static bool is_too_large(const struct csv_field *field)
{
    size_t exponent = 0;

    while (exponent < field->n && strchr("+-0123456789.,", field->text[exponent]) != NULL)
        exponent++;
    if (exponent == 0 || exponent + 1 >= field->n || (field->text[exponent] | 0x20) != 'e')
        return false;
    for (size_t i = exponent + 1; i < field->n; i++)
        if (strchr("+0123456789", field->text[i]) == NULL)
            return false;
    return true;
}

/* The header of the field's column, where another one has values, too; NULL: the table needs it. */
static const char *header_to_leave_out(const struct delimited *s, const struct csv_field *field)
{
    const char *header = NULL;
    bool has_other = false;

    for (size_t i = 0; i < s->layout.count; i++) {
        if (field == &s->csv.fields[i])
            header = s->layout.columns[i].header;
        else
            has_other |= s->layout.columns[i].role == COLUMN_VALUE;
    }
    return has_other && header != NULL && strpbrk(header, "'\",:{}") == NULL ? header : NULL;
}

/* What to do about "inf", which programs write for a quotient by zero: a column of prices or shares, which can
 * be left out. */
static const char *way_without_infinity(struct delimited *s, const struct csv_field *field)
{
    const char *header = header_to_leave_out(s, field);

    if (header == NULL)
        return "leave the cell empty for a missing value, and say why in a status column";
    return arena_format(s->layout.arena,
                        "leave the cell empty for a missing value, or the column out with " SETTING(
                            "columns: {\"\": %.60s}"),
                        header);
}

/* Fails with what is wrong with the field, and how to correct it. */
static void fail_number(struct delimited *s, const struct csv_field *field)
{
    enum cell_evidence evidence = cell_evidence(field->text, field->n);
    bool comma = memchr(field->text, ',', field->n) != NULL;
    bool point = memchr(field->text, '.', field->n) != NULL;
    const char *way_out = "a number has digits and perhaps a decimal point: 12.5";

    if (!csv_check_text(&s->csv, field))
        return;
    if (looks_like_not_a_number(field))
        way_out = way_without_infinity(s, field);
    else if (memchr(field->text, '\r', field->n) != NULL)
        way_out = "a lone carriage return stands in it; end lines with a line feed";
    else if (is_too_large(field))
        way_out = "it is too large; the largest number is about 1.8e308";
    else if (comma && point)
        way_out = "write it without separators between thousands: 1234.5";
    else if (comma && s->decimal == '.')
        way_out = "a decimal point is expected: 12.5; say " SETTING(
            "decimal: ','") " if the comma is meant";
    else if (point && s->decimal == ',')
        way_out = "a decimal comma is expected: 12,5; say " SETTING(
            "decimal: '.'") " if the point is meant";
    else if (point && evidence == CELL_SHOWS_COMMA)
        way_out = "a decimal point is expected: 12.5; say " SETTING(
            "decimal: ','") " if points set thousands "
                            "apart";
    else if (evidence == CELL_SHOWS_NOTHING && is_in_guessed_column(s, field))
        way_out =
            "the column has numbers above; if it is none of values, say what it is, with " SETTING(
                "columns: {product: its header}");
    const struct csv_field shown = delimited_shown(s, field);
    csv_fail(&s->csv, field, "'%.*s' is not a number here; %s", delimited_quoted(&shown),
             shown.text, way_out != NULL ? way_out : "");
}

static void fail_ambiguous(struct delimited *s, const struct csv_field *field)
{
    const struct csv_field shown = delimited_shown(s, field);

    csv_fail(&s->csv, field,
             "'%.*s' can be read in two ways; say which mark is the decimal one, with " SETTING(
                 "decimal: '.' or ','"),
             delimited_quoted(&shown), shown.text);
}

static void fail_mixed(struct delimited *s, const struct csv_field *field)
{
    const struct csv_field shown = delimited_shown(s, field);

    csv_fail(&s->csv, field, MIXED, delimited_quoted(&shown), shown.text, s->decimal_line);
}

/* Reads a number in any spelling. The decimal mark that it shows holds for the rest of the file. */
static struct cell read_spelling(struct delimited *s, const struct csv_field *field)
{
    struct cell cell = cell_read(field->text, field->n, s->decimal);
    enum cell_evidence evidence = cell_evidence(field->text, field->n);

    if (s->decimal == '\0' && cell.kind == CELL_NUMBER &&
        (evidence == CELL_SHOWS_POINT || evidence == CELL_SHOWS_COMMA)) {
        s->decimal = evidence == CELL_SHOWS_POINT ? '.' : ',';
        s->origin = DECIMAL_DETECTED;
        s->decimal_line = s->csv.row_line;
    }
    if (cell.kind == CELL_AMBIGUOUS || (cell.kind == CELL_NUMBER && s->origin == DECIMAL_ASSUMED &&
                                        evidence == CELL_SHOWS_EITHER && s->decimal != '\0' &&
                                        memchr(field->text, ',', field->n) != NULL))
        fail_ambiguous(s, field);
    else if (cell.kind == CELL_WRONG && s->origin == DECIMAL_DETECTED &&
             (evidence == CELL_SHOWS_POINT || evidence == CELL_SHOWS_COMMA))
        fail_mixed(s, field);
    else if (cell.kind == CELL_WRONG)
        fail_number(s, field);
    if (cell.kind != CELL_NUMBER)
        cell.value = NAN;
    return cell;
}

/* Fast path: digits with a decimal point or without a mark, as in most files. */
static bool read_plain(const struct delimited *s, const struct csv_field *field, double *value,
                       int *decimals)
{
    if (s->decimal == '\0' && memchr(field->text, '.', field->n) != NULL)
        return false;
    return s->decimal != ',' && number_read(field->text, field->n, value, decimals);
}

void delimited_number(struct delimited *s, const struct csv_field *field, struct cell *cell)
{
    cell->flag_n = 0;
    cell->currency = NULL;
    cell->value = NAN;
    cell->decimals = 0;
    cell->status = cell->confidentiality = '\0';
    cell->kind = CELL_MISSING;
    if (field->n == 0)
        return;
    if (read_plain(s, field, &cell->value, &cell->decimals))
        cell->kind = CELL_NUMBER;
    else
        *cell = read_spelling(s, field);
    if (cell->decimals > MOST_DECIMALS)
        cell->decimals = MOST_DECIMALS;
    if (cell->decimals < LEAST_DECIMALS)
        cell->decimals = LEAST_DECIMALS;
}

void delimited_note_digits(struct delimited *s, const struct csv_field *field, double value,
                           int decimals)
{
    struct cell cell = { .kind = CELL_NUMBER, .value = value, .decimals = decimals };
    char kept[NUMBER_TEXT];

    if (isnan(value) || !cell_loses_digits(field->text, field->n, &cell))
        return;
    const struct csv_field shown = delimited_shown(s, field);
    number_write(kept, value);
    table_warn(s->table, "digits",
               (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
               "'%.*s' has more digits than are kept (15 to 17); it is read as %s",
               delimited_quoted(&shown), shown.text, shown.text == field->text ? kept : shown.text);
}

void delimited_integer(struct delimited *s, const struct layout_column *column,
                       const struct csv_field *cell, const char *what, int low, int high,
                       int *value)
{
    struct csv_field field = column->is_labelled ? field_code(cell) : *cell;
    int64_t number = 0;

    if (field.n == 0)
        return;
    if (number_read_integer(field.text, field.n, low, high, &number))
        *value = (int)number;
    else if (csv_check_text(&s->csv, cell))
        csv_fail(&s->csv, cell, "'%.*s' is no %s; a whole number from %d to %d is expected",
                 delimited_quoted(&field), field.text, what, low, high);
}

void delimited_power(struct delimited *s, const struct layout_column *column,
                     const struct csv_field *cell, int *power)
{
    struct csv_field field = column->is_labelled ? field_code(cell) : field_trimmed(cell);
    bool is_factor, known;
    int found = 0;

    if (field.n == 0)
        return;
    known = power_find(field.text, field.n, &found, &is_factor);
    if (known && column->is_written_out && !is_factor && (found == 1 || found == 10))
        found = (int)field.n - 1; /* 1 and 10 are factors here */
    if (known)
        *power = found;
    else if (csv_check_text(&s->csv, cell))
        csv_fail(&s->csv, cell,
                 "'%.*s' is no power of ten; a whole number from -15 to 24 is expected, or a word "
                 "such as Millions",
                 delimited_quoted(&field), field.text);
}
