/* separated.c - reads files of separated values in every format there is of them.
 *
 * The first rows are looked at for the heads, the separator and the decimal mark; then rows
 * are read one by one, each to one observation or, where a row has several columns of values,
 * to several. Nothing is allocated for a row whose texts have been met before. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "data/cell.h"
#include "data/dates.h"
#include "data/layout.h"
#include "data/period_words.h"
#include "data/reader.h"
#include "data/rounding.h"

enum origin { ASSUMED, SHOWN, SAID };

struct separated {
    sheaf_table *table;
    const sheaf_error *error; /* the table's */
    struct arena arena;
    struct csv csv;
    struct sample sample;
    struct layout layout;
    struct memo periods, compounds;
    size_t head;         /* row of the sample */
    char decimal;        /* '\0': not known yet */
    enum origin origin;  /* of the decimal mark */
    size_t decimal_line; /* that showed it */
    size_t rows;
    size_t values[CSV_COLUMN_LIMIT], n_values; /* columns of values */
    size_t others[CSV_COLUMN_LIMIT], n_others; /* columns that are read before them */
    struct dimension_column {
        size_t at;
        struct members *members;
    } dimensions[CSV_COLUMN_LIMIT]; /* before these, as most are */
    size_t n_dimensions;
    int unit_power; /* of ten, that the unit of the row being read has */
};

static bool failed(const struct separated *s)
{
    return s->error->status != SHEAF_OK;
}

/* Binary files hold a NUL early on; text tables none. */
static bool recognises(const char *bytes, size_t n)
{
    return n > 0 && memchr(bytes, '\0', n < 4096 ? n : 4096) == NULL;
}

/* The row of heads --------------------------------------------------------------------- */

enum { LAST_PREAMBLE = 60 };

static bool is_period_head(const struct csv_field *field)
{
    const struct format_column *columns = tidy_format.columns;
    struct csv_field text = field_trimmed(field);
    enum column_role role;

    for (size_t i = 0; columns[i].head != NULL; i++)
        if (columns[i].use == USE_PERIOD &&
            string_is_ignoring_case(text.text, text.n, columns[i].head))
            return true;
    if (text.n == 0 || !utf8_valid(text.text, text.n, NULL))
        return false;
    role = head_find(text.text, text.n).role;
    return role == ROLE_PERIOD || role == ROLE_YEAR;
}

static bool field_is_period(const struct csv_field *field)
{
    struct csv_field text = field_trimmed(field);
    sheaf_period period;

    return sheaf_period_read(text.text, text.n, &period);
}

/* An earlier row of that width is full of words: then it is the heads. */
static bool has_words_above(const struct sample *sample, size_t row)
{
    for (size_t i = 0; i < row; i++) {
        bool is_words = sample->rows[i].count == sample->rows[row].count;

        for (size_t k = 0; k < sample->rows[i].count && is_words; k++) {
            const struct csv_field *field = &sample->rows[i].fields[k];

            is_words = field->n > 0 && cell_read(field->text, field->n, '\0').kind == CELL_WRONG;
        }
        if (is_words)
            return true;
    }
    return false;
}

/* A head that means periods above a period; or several heads that are periods. */
static bool is_generic_heads(const struct sample *sample, size_t row)
{
    const struct sample_row *heads = &sample->rows[row];
    size_t periods = 0, words = 0;

    for (size_t i = 0; i < heads->count; i++) {
        bool is_period = field_is_period(&heads->fields[i]);

        periods += is_period;
        words += !is_period && heads->fields[i].n > 0;
        if (!is_period && row + 1 < sample->count && is_period_head(&heads->fields[i])) {
            struct csv_field below = sample_cell(sample, row + 1, i);

            if (field_is_period(&below))
                return true;
        }
    }
    return periods >= 2 && words >= 1 && !has_words_above(sample, row);
}

static bool has_named_columns(const sheaf_read_options *options, const struct sample_row *heads)
{
    size_t found = 0, wanted = 0;

    for (size_t i = 0; i < options->n_columns; i++) {
        wanted++;
        found += options->columns[i].head != NULL &&
                 heads_have(heads->fields, heads->count, options->columns[i].head);
    }
    if (options->period != NULL) {
        wanted++;
        found += heads_have(heads->fields, heads->count, options->period);
    }
    return wanted > 0 && found == wanted;
}

/* Sets the format as well. */
static bool is_heads(struct separated *s, size_t row)
{
    const struct sample_row *heads = &s->sample.rows[row];
    const struct format *format = s->layout.format;

    if (format != NULL && format->recognises != NULL)
        return format->recognises(heads->fields, heads->count);
    if (format == NULL) {
        format = format_of_heads(heads->fields, heads->count);
        if (format != NULL) {
            s->layout.format = format;
            return true;
        }
    }
    return has_named_columns(s->layout.options, heads) || is_generic_heads(&s->sample, row);
}

static bool find_heads(struct separated *s)
{
    size_t rows = s->sample.count < LAST_PREAMBLE ? s->sample.count : LAST_PREAMBLE;
    size_t header = s->layout.options->header;

    for (size_t i = 0; i < (header > 0 ? s->sample.count : rows); i++) {
        if (header > 0 && s->sample.rows[i].line < header)
            continue;
        s->head = i;
        if (is_heads(s, i) || header > 0)
            return true;
    }
    return false;
}

/* Where no head is known: the first row that another of its width follows. */
static void assume_heads(struct separated *s)
{
    s->head = 0;
    for (size_t i = 0; i + 1 < s->sample.count && i < LAST_PREAMBLE; i++)
        if (s->sample.rows[i].count > 1 &&
            s->sample.rows[i + 1].count - s->sample.rows[i].count <= 1) {
            s->head = i;
            return;
        }
}

/* With the separator said, or that of the first line, or any that gives known heads. */
static void look_at_sample(struct separated *s, const char *bytes, size_t n)
{
    static const char others[] = { ',', ';', '\t', '|' };
    const char *said = s->layout.options->separator;
    const sheaf_alloc *alloc = table_alloc(s->table);
    char first;

    sample_take(&s->sample, alloc, bytes, n, said != NULL ? said[0] : '\0', table_error(s->table));
    first = s->sample.separator;
    if (failed(s) || find_heads(s) || said != NULL)
        return;
    for (size_t i = 0; i < sizeof others && !failed(s); i++) {
        sample_free(&s->sample);
        sample_take(&s->sample, alloc, bytes, n, others[i], table_error(s->table));
        if (failed(s) || find_heads(s))
            return;
    }
    sample_free(&s->sample);
    sample_take(&s->sample, alloc, bytes, n, first, table_error(s->table));
    assume_heads(s);
}

/* Moves the scanner to the row of heads. */
static void go_to_heads(struct separated *s)
{
    size_t line = s->head < s->sample.count ? s->sample.rows[s->head].line : 1;

    s->csv.separator = s->sample.separator;
    while (csv_next(&s->csv))
        if (s->csv.row_line >= line)
            return;
    if (!failed(s))
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table) },
                "the file is empty; a header line and rows are expected");
}

/* The decimal mark ------------------------------------------------------------------------ */

/* Of a field where its mark differs from that of an earlier line. */
#define MIXED                                                                                      \
    "the decimal mark of '%.*s' is another than in line %zu; say which is meant, with " SETTING(   \
        "decimal: '.' or ','")

/* By the figures of the sample; both marks are a contradiction. */
static void look_for_mark(struct separated *s, size_t column)
{
    for (size_t i = s->head + 1; i < s->sample.count && !failed(s); i++) {
        struct csv_field cell = sample_cell(&s->sample, i, column);
        enum cell_evidence evidence = cell_evidence(cell.text, cell.n);
        char mark = evidence == CELL_TELLS_POINT ? '.' : evidence == CELL_TELLS_COMMA ? ',' : '\0';

        if (mark == '\0')
            continue;
        if (s->origin == SHOWN && s->decimal != mark)
            sample_fail(&s->sample.rows[i], &s->csv, &cell, MIXED, (int)cell.n, cell.text,
                        s->decimal_line);
        s->decimal = mark;
        s->origin = SHOWN;
        if (s->decimal_line == 0)
            s->decimal_line = s->sample.rows[i].line;
    }
}

/* The heads that Sheaf itself writes mean the point, unless a figure such as 5,5 says otherwise
 * where commas do not separate. */
static bool has_own_heads(const struct separated *s)
{
    for (size_t i = 0; i < s->layout.count; i++)
        if (s->layout.columns[i].use == USE_VALUE && !s->layout.columns[i].is_named &&
            s->layout.columns[i].rank != SIZE_MAX)
            return s->layout.format == &tidy_format;
    return false;
}

static void find_decimal(struct separated *s)
{
    const char *said = s->layout.options->decimal;
    const struct format *format = s->layout.format;

    s->decimal = format->decimal;
    if (said != NULL) {
        s->decimal = said[0];
        s->origin = SAID;
        return;
    }
    if (has_own_heads(s) && s->csv.separator == ',') {
        s->decimal = '.';
    } else if (!format->decimal_is_sure) {
        for (size_t i = 0; i < s->layout.count; i++)
            if (s->layout.columns[i].use == USE_VALUE)
                look_for_mark(s, i);
        if (s->origin == ASSUMED && has_own_heads(s))
            s->decimal = '.';
    }
}

/* Figures ------------------------------------------------------------------------------- */

/* How much of a field a message quotes: whole characters. */
static int quoted_length(const struct csv_field *field)
{
    return (int)(field->n <= 60 ? field->n : utf8_floor(field->text, 60));
}

static bool looks_like_not_a_number(const struct csv_field *field)
{
    static const char *const words[] = { "inf", "-inf", "infinity", "-infinity", "null", "none" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(field->text, field->n, words[i]))
            return true;
    return false;
}

/* Says what is wrong with a number, and the way out. */
static void fail_number(struct separated *s, const struct csv_field *field)
{
    bool comma = memchr(field->text, ',', field->n) != NULL;
    bool point = memchr(field->text, '.', field->n) != NULL;
    const char *way_out = "a number has digits and perhaps a decimal point: 12.5";

    if (!csv_check_text(&s->csv, field))
        return;
    if (looks_like_not_a_number(field))
        way_out = "leave the cell empty for a missing value, and say why in a status column";
    else if (comma && point)
        way_out = "write it without separators between thousands: 1234.5";
    else if (comma && s->decimal == '.')
        way_out = "a decimal point is expected: 12.5; say " SETTING(
            "decimal: ','") " if the comma is meant";
    else if (point && s->decimal == ',')
        way_out = "a decimal comma is expected: 12,5; say " SETTING(
            "decimal: '.'") " if the point is meant";
    csv_fail(&s->csv, field, "'%.*s' is not a number here; %s", quoted_length(field), field->text,
             way_out);
}

static void fail_ambiguous(struct separated *s, const struct csv_field *field)
{
    csv_fail(&s->csv, field,
             "'%.*s' can be read in two ways; say which mark is the decimal one, with " SETTING(
                 "decimal: '.' or ','"),
             quoted_length(field), field->text);
}

/* A figure in any spelling; the mark that it shows is the file's from then on. */
static struct cell read_spelling(struct separated *s, const struct csv_field *field)
{
    struct cell cell = cell_read(field->text, field->n, s->decimal);
    enum cell_evidence evidence = cell_evidence(field->text, field->n);

    if (s->decimal == '\0' && cell.kind == CELL_NUMBER &&
        (evidence == CELL_TELLS_POINT || evidence == CELL_TELLS_COMMA)) {
        s->decimal = evidence == CELL_TELLS_POINT ? '.' : ',';
        s->origin = SHOWN;
        s->decimal_line = s->csv.row_line;
    }
    if (cell.kind == CELL_AMBIGUOUS ||
        (cell.kind == CELL_NUMBER && s->origin == ASSUMED && evidence == CELL_TELLS_EITHER &&
         s->decimal != '\0' && memchr(field->text, ',', field->n) != NULL))
        fail_ambiguous(s, field);
    else if (cell.kind == CELL_WRONG && s->origin == SHOWN &&
             (evidence == CELL_TELLS_POINT || evidence == CELL_TELLS_COMMA))
        csv_fail(&s->csv, field, MIXED, quoted_length(field), field->text, s->decimal_line);
    else if (cell.kind == CELL_WRONG)
        fail_number(s, field);
    if (cell.kind != CELL_NUMBER)
        cell.value = NAN;
    return cell;
}

/* A number and its decimals as written; NaN for a missing one. */
static void read_number(struct separated *s, const struct csv_field *field, struct cell *cell)
{
    *cell = (struct cell){ .kind = CELL_MISSING, .value = NAN };
    if (field->n == 0)
        return;
    if ((s->decimal == '.' && number_read(field->text, field->n, &cell->value, &cell->decimals)) ||
        (s->decimal == '\0' && memchr(field->text, '.', field->n) == NULL &&
         number_read(field->text, field->n, &cell->value, &cell->decimals)))
        cell->kind = CELL_NUMBER;
    else
        *cell = read_spelling(s, field);
    if (cell->decimals > MOST_DECIMALS)
        cell->decimals = MOST_DECIMALS;
    if (cell->decimals < LEAST_DECIMALS)
        cell->decimals = LEAST_DECIMALS;
}

static void read_small_integer(struct separated *s, const struct column *column,
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
                 quoted_length(&field), field.text, what, low, high);
}

/* Periods -------------------------------------------------------------------------------- */

enum { COUNT_BITS = 24 };

static uint64_t packed(sheaf_period period)
{
    return (uint64_t)(uint32_t)period.start << 32 | (uint64_t)period.unit << COUNT_BITS |
           (uint32_t)period.count;
}

static sheaf_period unpacked(uint64_t meaning)
{
    return (sheaf_period){ (sheaf_period_unit)(meaning >> COUNT_BITS & 3),
                           (int32_t)(uint32_t)(meaning >> 32),
                           (int32_t)(meaning & ((1u << COUNT_BITS) - 1)) };
}

static void fail_period(struct separated *s, const struct csv_field *field)
{
    const char *refusal = period_refusal(field->text, field->n);

    if (!csv_check_text(&s->csv, field))
        return;
    if (field->n == 0)
        csv_fail(&s->csv, field, "this row has no period");
    else if (refusal != NULL)
        csv_fail(&s->csv, field, "'%.*s' %s", quoted_length(field), field->text, refusal);
    else
        csv_fail(&s->csv, field,
                 "'%.*s' is not a period, or could be several; write it as 2023, 2023-Q1, "
                 "2023-04 or 2024-01-01/P4M",
                 quoted_length(field), field->text);
}

static void read_period(struct separated *s, const struct csv_field *field,
                        const struct column *column, sheaf_period *period)
{
    struct csv_field text;
    uint64_t meaning;
    int day;

    if (memo_find(&s->periods, field->text, field->n, &meaning)) {
        *period = unpacked(meaning);
        return;
    }
    text = column->is_labelled ? field_code(field) : field_trimmed(field);
    if (!sheaf_period_read(text.text, text.n, period)) {
        fail_period(s, field);
        return;
    }
    sheaf_period_first_day(*period, NULL, NULL, &day);
    if (s->layout.frequency == 'M' && s->layout.options->frequency == NULL && day != 1) {
        csv_fail(&s->csv, field,
                 "'%.*s' is no first day of a month, as those above are; say what the dates stand "
                 "for, with " SETTING("frequency: D or M"),
                 quoted_length(field), field->text);
        return;
    }
    *period = period_of_frequency(*period, s->layout.frequency);
    memo_add(&s->periods, &s->arena, field->text, field->n, packed(*period));
}

/* A year in one column, a month or quarter in another. */
static void combine_period(struct separated *s, sheaf_period *period)
{
    const struct csv_field *cells = s->csv.fields;
    const struct column *part_column = &s->layout.columns[s->layout.part_column];
    struct csv_field year = field_trimmed(&cells[s->layout.year_column]);
    struct csv_field part = field_trimmed(&cells[s->layout.part_column]);

    if (!period_of_columns(&year, &part, part_column->is_quarter, period))
        csv_fail(&s->csv, &cells[s->layout.part_column],
                 "'%.*s' of '%.*s' is not a period; a month is 1 to 12, a quarter Q1 to Q4",
                 quoted_length(&part), part.text, quoted_length(&year), year.text);
}

/* A date is the beginning of what the row's own frequency says. */
static void apply_frequency(struct separated *s, sheaf_period *period)
{
    const struct column *column;
    struct csv_field code;

    if (s->layout.frequency_column == NO_COLUMN || period->unit != SHEAF_DAYS ||
        s->layout.options->frequency != NULL)
        return;
    column = &s->layout.columns[s->layout.frequency_column];
    code = s->csv.fields[s->layout.frequency_column];
    code = column->is_labelled ? field_code(&code) : field_trimmed(&code);
    *period = period_of_frequency(*period, frequency_read(code.text, code.n));
}

/* Statuses -------------------------------------------------------------------------------- */

/* In the office's own letters, or SDMX's. */
static bool read_letters(const struct separated *s, const char *text, size_t n,
                         struct table_row *row)
{
    char letter;

    if (s->layout.format->read_flags != NULL &&
        s->layout.format->read_flags(text, n, &row->status, &row->confidentiality))
        return true;
    letter = status_find(text, n);
    if (letter != '\0')
        row->status = letter;
    return letter != '\0';
}

static void read_status(struct separated *s, const struct column *column,
                        const struct csv_field *field, struct table_row *row)
{
    struct csv_field code = column->is_labelled ? field_code(field) : field_trimmed(field);

    if (code.n == 0 || read_letters(s, code.text, code.n, row) || !csv_check_text(&s->csv, field))
        return;
    if (s->layout.format->recognises != NULL)
        table_warn(s->table, "status",
                   (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                   "the status '%.*s' is not known and passed over", quoted_length(&code),
                   code.text);
    else
        csv_fail(
            &s->csv, field,
            "'%.*s' is no status; SDMX's letters are A normal, B break, D definition differs, "
            "E estimated, F forecast, G experimental, I imputed, L not collected, M cannot exist, "
            "N not significant, O missing, P provisional, Q suppressed, U low reliability, "
            "V unvalidated",
            quoted_length(field), field->text);
}

static void read_confidentiality(struct separated *s, const struct column *column,
                                 const struct csv_field *field, char *letter)
{
    struct csv_field code = column->is_labelled ? field_code(field) : field_trimmed(field);
    char found;

    if (code.n == 0)
        return;
    found = confidentiality_find(code.text, code.n);
    if (found != '\0')
        *letter = found;
    else if (code.n == 1 && *code.text >= 'A' && *code.text <= 'Z')
        *letter = *code.text;
    else if (csv_check_text(&s->csv, field))
        csv_fail(&s->csv, field,
                 "'%.*s' is no confidentiality; SDMX's letters are F free, C confidential, "
                 "N not for publication, D secondary confidentiality",
                 quoted_length(field), field->text);
}

/* The mark glued to a figure. */
static void read_glued(struct separated *s, const struct csv_field *field, const struct cell *cell,
                       struct table_row *row)
{
    if (cell->flag_n == 0 || read_letters(s, cell->flag, cell->flag_n, row))
        return;
    table_warn(s->table, "mark",
               (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
               "what the mark of '%.*s' means is not known; it is passed over",
               quoted_length(field), field->text);
}

/* Members -------------------------------------------------------------------------------- */

/* Where the cell is empty, a column that says it in other words helps out. */
static void read_member(struct separated *s, size_t at, int *multiplier)
{
    struct column *column = &s->layout.columns[at];
    const struct csv_field *field = &s->csv.fields[at];
    uint32_t member;
    int power;

    while (field->n == 0 && column->fallback != NO_COLUMN) {
        field = &s->csv.fields[column->fallback];
        column = &s->layout.columns[column->fallback];
    }
    if (!members_find(&column->members, &s->layout.vocabulary, &s->csv, field, &member, &power))
        return;
    s->layout.members[column->members.dimension] = member;
    if (power != 0)
        *multiplier = power;
}

/* "M,EUR,KZ": looked up as one text, and each part by itself when it is new. */
static void read_compound(struct separated *s, const struct csv_field *field, struct column *column)
{
    uint64_t meaning;
    const uint32_t *members;
    uint32_t *found;
    const char *at = field->text, *end = field->text + field->n;

    if (!memo_find(&s->compounds, field->text, field->n, &meaning)) {
        found = arena_array(&s->arena, uint32_t, 2 * column->n_parts + 1);
        for (size_t p = 0; p < column->n_parts && found != NULL; p++) {
            const char *comma = memchr(at, ',', (size_t)(end - at));
            struct csv_field part = *field;
            int power;

            if ((comma == NULL) != (p + 1 == column->n_parts)) {
                csv_fail(&s->csv, field, "'%.*s' has not the %zu parts that the head has",
                         quoted_length(field), field->text, column->n_parts);
                return;
            }
            part.text = at;
            part.n = (size_t)((comma != NULL ? comma : end) - at);
            if (!members_find(&column->parts[p], &s->layout.vocabulary, &s->csv, &part, &found[p],
                              &power))
                return;
            found[column->n_parts] += (uint32_t)power;
            at = comma != NULL ? comma + 1 : end;
        }
        meaning = (uint64_t)(uintptr_t)found;
        if (found == NULL || !memo_add(&s->compounds, &s->arena, field->text, field->n, meaning))
            return;
    }
    members = (const uint32_t *)(uintptr_t)meaning;
    for (size_t p = 0; p < column->n_parts; p++)
        s->layout.members[column->parts[p].dimension] = members[p];
    s->unit_power = (int)(int32_t)members[column->n_parts];
}

/* Rows ------------------------------------------------------------------------------------ */

static bool has_all_fields(struct separated *s)
{
    struct csv *csv = &s->csv;
    const struct csv_field *place = &csv->fields[0];

    /* Rows that end in a separator have an empty field more. */
    if (csv->count == s->layout.count ||
        (csv->count == s->layout.count + 1 && csv->fields[csv->count - 1].raw_n == 0))
        return true;
    if (csv->count > s->layout.count)
        place = &csv->fields[s->layout.count];
    csv_fail(csv, place, "this row has %zu fields, the header %zu", csv->count, s->layout.count);
    return false;
}

/* What a row says besides its values. */
struct row_so_far {
    struct table_row row;
    int multiplier; /* of a column of its own */
    int decimals;
    bool is_deleted;
};

static void read_field(struct separated *s, size_t at, struct row_so_far *so_far)
{
    const struct csv_field *field = &s->csv.fields[at];
    struct column *column = &s->layout.columns[at];
    struct cell cell;

    switch (column->use) {
    case USE_DIMENSION:
    case USE_FREQUENCY:
        read_member(s, at, &s->unit_power);
        break;
    case USE_PERIOD:
        read_period(s, field, column, &so_far->row.period);
        break;
    case USE_GROWTH:
        read_number(s, field, &cell);
        so_far->row.growth = cell.value;
        so_far->row.growth_decimals = (int8_t)cell.decimals;
        break;
    case USE_MULTIPLIER:
        read_small_integer(s, column, field, "power of ten", -15, 24, &so_far->multiplier);
        break;
    case USE_DECIMALS:
        read_small_integer(s, column, field, "count of decimals", LEAST_DECIMALS, MOST_DECIMALS,
                           &so_far->decimals);
        break;
    case USE_STATUS:
        read_status(s, column, field, &so_far->row);
        break;
    case USE_CONFIDENTIALITY:
        read_confidentiality(s, column, field, &so_far->row.confidentiality);
        break;
    case USE_COMPOUND:
        read_compound(s, field, column);
        break;
    case USE_ACTION:
        so_far->is_deleted |= field->n > 0 && (*field->text == 'D' || *field->text == 'd');
        break;
    case USE_UNNAMED:
        if (field->n > 0)
            csv_fail(&s->csv, field, "a value in a column that has no name");
        break;
    default: /* values once everything else of the row is known */
        break;
    }
}

/* The power of ten by a column of its own, and by what the unit or the head says. */
static int multiplier_of(struct separated *s, const struct csv_field *field, int own, int other)
{
    if (own != 0 && other != 0 && own != other)
        csv_fail(&s->csv, field,
                 "the unit says 10^%d here, and the power of ten of the row is %d; correct one of "
                 "the two",
                 other, own);
    return own != 0 ? own : other;
}

static void set_fixed(struct separated *s, struct column *column)
{
    for (size_t i = 0; i < column->n_fixed; i++) {
        struct fixed_member *fixed = &column->fixed[i];
        size_t n = strlen(fixed->text);
        bool known = fixed->is_made;

        if (!known)
            fixed->member = table_find_member(s->table, fixed->dimension, fixed->text, n, &known);
        if (!known)
            fixed->member = table_add_member(s->table, fixed->dimension, fixed->text, n);
        fixed->is_made = true;
        s->layout.members[fixed->dimension] = fixed->member;
    }
}

static void set_unit(struct separated *s, const struct column *column, int *power)
{
    struct column *unit;
    uint32_t member;

    if (column->unit_column == NO_COLUMN)
        return;
    unit = &s->layout.columns[column->unit_column];
    if (members_find(&unit->members, &s->layout.vocabulary, &s->csv,
                     &s->csv.fields[column->unit_column], &member, power))
        s->layout.members[unit->members.dimension] = member;
}

static bool is_marked(const struct separated *s, const struct column *column)
{
    const struct csv_field *field = &s->csv.fields[column->mark_column];

    for (size_t i = 0; i < 3 && column->measure->estimates[i] != NULL; i++)
        if (string_is_ignoring_case(field->text, field->n, column->measure->estimates[i]))
            return true;
    return false;
}

/* True for what is no observation, but an empty place in the table. */
static bool is_gap(const struct separated *s, const struct column *column,
                   const struct csv_field *field, const struct cell *cell)
{
    const struct format_measure *measure = column->measure;

    if (field->n == 0 && (s->layout.format->is_sparse || column->period.unit != SHEAF_NO_PERIOD))
        return true;
    if (column->words.indicator != NULL && isnan(cell->value))
        return true;
    return measure != NULL && ((isnan(cell->value) && measure != s->layout.format->measures) ||
                               (cell->value == 0 && measure->zero_is_missing));
}

/* The row's observation in one column of values. */
static void add_value(struct separated *s, size_t at, const struct row_so_far *so_far)
{
    const struct csv_field *field = &s->csv.fields[at];
    struct column *column = &s->layout.columns[at];
    struct table_row row = so_far->row;
    struct cell cell;
    int power = s->unit_power;

    read_number(s, field, &cell);
    if (failed(s) || is_gap(s, column, field, &cell))
        return;
    row.value = cell.value;
    row.decimals = (int8_t)(so_far->decimals != NOT_SAID ? so_far->decimals : cell.decimals);
    if (cell.flag_n > 0)
        read_glued(s, field, &cell, &row);
    if (column->period.unit != SHEAF_NO_PERIOD)
        row.period = column->period;
    set_fixed(s, column);
    set_unit(s, column, &power);
    if (column->mark_column != NO_COLUMN && row.status == SHEAF_NORMAL && is_marked(s, column))
        row.status = SHEAF_ESTIMATED;
    if (isnan(row.value) && row.status == SHEAF_NORMAL)
        row.status = SHEAF_MISSING;
    row.multiplier = (int8_t)multiplier_of(s, field, column->is_apart ? 0 : so_far->multiplier,
                                           column->multiplier != 0 ? column->multiplier : power);
    table_add_row(s->table, &row, s->layout.members);
}

static void warn_deleted(struct separated *s)
{
    table_warn(s->table, "deleted",
               (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
               "a row that deletes an observation (ACTION D) is passed over");
}

static bool is_note(const struct separated *s)
{
    for (size_t i = 1; i < s->csv.count; i++)
        if (s->csv.fields[i].n > 0)
            return false;
    return true;
}

/* The columns that are nothing but members of a dimension. */
static void read_dimensions(struct separated *s)
{
    for (size_t i = 0; i < s->n_dimensions; i++) {
        struct members *members = s->dimensions[i].members;
        uint32_t member;
        int power;

        if (!members_find(members, &s->layout.vocabulary, &s->csv,
                          &s->csv.fields[s->dimensions[i].at], &member, &power))
            return;
        s->layout.members[members->dimension] = member;
        s->unit_power = power != 0 ? power : s->unit_power;
    }
}

static void read_row(struct separated *s)
{
    struct layout *layout = &s->layout;
    struct row_so_far so_far = { .row = { .period = layout->period,
                                          .value = NAN,
                                          .growth = NAN,
                                          .line = (uint32_t)s->csv.row_line,
                                          .status = layout->status,
                                          .confidentiality = layout->confidentiality },
                                 .multiplier = layout->multiplier,
                                 .decimals = layout->decimals };

    if ((layout->format->has_notes && is_note(s)) || !has_all_fields(s))
        return;
    s->unit_power = 0;
    read_dimensions(s);
    for (size_t i = 0; i < s->n_others && !failed(s); i++)
        read_field(s, s->others[i], &so_far);
    if (so_far.is_deleted) {
        warn_deleted(s);
        return;
    }
    if (layout->year_column != NO_COLUMN && !failed(s))
        combine_period(s, &so_far.row.period);
    apply_frequency(s, &so_far.row.period);
    for (size_t i = 0; i < s->n_values && !failed(s); i++)
        add_value(s, s->values[i], &so_far);
}

/* Of the measures of a format the first, the value, comes first. */
static void put_in_order(struct separated *s)
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

/* Which fields of a row are read, and as what. */
static void list_columns(struct separated *s)
{
    for (size_t i = 0; i < s->layout.count; i++)
        switch (s->layout.columns[i].use) {
        case USE_VALUE:
            s->values[s->n_values++] = i;
            break;
        case USE_PASSED:
        case USE_YEAR:
        case USE_PART:
        case USE_UNIT:
        case USE_MARK:
            break;
        case USE_DIMENSION:
            if (s->layout.columns[i].fallback == NO_COLUMN)
                s->dimensions[s->n_dimensions++] =
                    (struct dimension_column){ i, &s->layout.columns[i].members };
            else
                s->others[s->n_others++] = i;
            break;
        default:
            s->others[s->n_others++] = i;
        }
    put_in_order(s);
}

/* Dimensions of a format that few files make use of are left out where all rows have one
 * member. */
static void leave_out_constants(struct separated *s)
{
    static const char *const kept[] = { "reporter",  "partner", "flow",  "product",
                                        "indicator", "unit",    "source" };

    for (size_t i = s->layout.count; i-- > 0 && s->layout.format->is_closed;) {
        const struct column *column = &s->layout.columns[i];
        bool is_kept = column->use != USE_DIMENSION || column->is_named;

        for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
            is_kept |= strcmp(column->name, kept[k]) == 0;
        if (!is_kept && sheaf_table_member_count(s->table, column->name) < 2)
            table_drop_dimension(s->table, column->name);
    }
}

static void finish(struct separated *s)
{
    size_t limit = s->layout.format->limit;

    if (s->rows == 0)
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table) },
                "the file has a header and no rows");
    if (limit > 0 && s->rows >= limit)
        table_warn(
            s->table, "truncated", (struct place){ .file = table_name(s->table) },
            "the file has the %zu rows at which downloads of %s end; the rest may be missing",
            s->rows, s->layout.format->title);
    if (s->layout.format->is_latin1)
        table_take_back_warning(s->table, "encoding");
    leave_out_constants(s);
}

/* The line of heads that the caller names must be there. */
static void require_header(struct separated *s)
{
    size_t header = s->layout.options->header, n = s->sample.count;

    if (!failed(s) && header > 0 && (n == 0 || s->sample.rows[n - 1].line < header))
        fail_at(
            table_error(s->table), SHEAF_BAD_INPUT, (struct place){ .file = table_name(s->table) },
            "there is no line %zu to be the heads (" SETTING("header: %zu") ")", header, header);
}

static void read_all(struct separated *s, const char *bytes, size_t n)
{
    look_at_sample(s, bytes, n);
    require_header(s);
    if (failed(s))
        return;
    if (s->layout.format == NULL)
        s->layout.format = &tidy_format;
    go_to_heads(s);
    if (failed(s))
        return;
    s->layout.vocabulary.format = s->layout.format;
    table_set_format(s->table, s->layout.format->name);
    s->layout.first = s->head + 1;
    layout_read(&s->layout);
    if (!failed(s))
        find_decimal(s);
    list_columns(s);
    for (; !failed(s) && csv_next(&s->csv); s->rows++)
        read_row(s);
    if (!failed(s))
        finish(s);
}

static void start(struct separated *s, sheaf_table *table)
{
    s->table = table;
    s->error = table_error(table);
    arena_init(&s->arena, table_alloc(table), table_error(table));
    s->layout.table = table;
    s->layout.options = table_options(table);
    s->layout.csv = &s->csv;
    s->layout.sample = &s->sample;
    s->layout.arena = &s->arena;
    s->layout.vocabulary = (struct vocabulary_use){ .table = table, .arena = &s->arena };
    if (s->layout.options->format != NULL)
        s->layout.format = format_named(s->layout.options->format);
}

static void end(struct separated *s)
{
    const sheaf_alloc *alloc = table_alloc(s->table);

    for (size_t i = 0; i < s->layout.count; i++) {
        struct column *column = &s->layout.columns[i];

        memo_free(&column->members.memo, alloc);
        for (size_t p = 0; p < column->n_parts; p++)
            memo_free(&column->parts[p].memo, alloc);
    }
    memo_free(&s->periods, alloc);
    memo_free(&s->compounds, alloc);
    csv_end(&s->csv);
    sample_free(&s->sample);
    arena_free(&s->arena);
}

static void read_separated(sheaf_table *table, struct input *input)
{
    size_t n;
    const char *text = input_text(input, &n);
    const sheaf_alloc *alloc = table_alloc(table);
    struct separated *s;

    if (!recognises(text, n)) { /* a format that was named, for a file that is none of it */
        reader_fail_binary(table, text, n);
        return;
    }
    s = memory_resize(alloc, NULL, 0, sizeof *s);
    if (s == NULL) {
        fail_memory(table_error(table));
        return;
    }
    memset(s, 0, sizeof *s);
    start(s, table);
    csv_open(&s->csv, table, input);
    read_all(s, text, n);
    end(s);
    memory_free(alloc, s, sizeof *s);
}

static bool has_format(const char *name)
{
    return format_named(name) != NULL;
}

const struct reader separated_reader = { "tidy", "separated values", has_format, recognises,
                                         read_separated };
