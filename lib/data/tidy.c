/* tidy.c - reads tidy CSV: a header, then a row an observation.
 *
 * Columns are found by name, in any order and any case; SDMX's names are the same
 * columns. What has no role of its own is a dimension. The caller may name the
 * columns instead, several of values among them. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "data/csv.h"
#include "data/reader.h"
#include "data/rounding.h"

enum role {
    DIMENSION,
    PERIOD,
    VALUE,
    MULTIPLIER,
    DECIMALS,
    STATUS,
    CONFIDENTIALITY,
    GROWTH,
    UNNAMED,
    PASSED_OVER,
    ROLES
};

static const char *const role_names[ROLES] = {
    [PERIOD] = "period",     [VALUE] = "value",   [MULTIPLIER] = "unit_mult",
    [DECIMALS] = "decimals", [STATUS] = "status", [CONFIDENTIALITY] = "conf_status",
    [GROWTH] = "growth_pct"
};

static const struct known_column {
    const char *column;
    enum role role;
    const char *dimension; /* as it is called in selections */
} known_columns[] = {
    { "period", PERIOD, NULL },
    { "time_period", PERIOD, NULL },
    { "time", PERIOD, NULL },
    { "year", PERIOD, NULL },
    { "value", VALUE, NULL },
    { "obs_value", VALUE, NULL },
    { "unit_mult", MULTIPLIER, NULL },
    { "decimals", DECIMALS, NULL },
    { "status", STATUS, NULL },
    { "obs_status", STATUS, NULL },
    { "conf_status", CONFIDENTIALITY, NULL },
    { "growth_pct", GROWTH, NULL },
    { "reporter", DIMENSION, "reporter" },
    { "ref_area", DIMENSION, "reporter" },
    { "partner", DIMENSION, "partner" },
    { "counterpart_area", DIMENSION, "partner" },
    { "flow", DIMENSION, "flow" },
    { "product", DIMENSION, "product" },
    { "indicator", DIMENSION, "indicator" },
    { "unit", DIMENSION, "unit" },
    { "unit_measure", DIMENSION, "unit" },
    { "source", DIMENSION, "source" },
};

struct column {
    enum role role;
    size_t dimension; /* of the table, for DIMENSION */
    uint32_t member;  /* of the dimension "series", for VALUE where there are several */
    const char *name; /* as the header spells it */
};

struct tidy {
    sheaf_table *table;
    struct arena arena;
    struct csv csv;
    struct column columns[CSV_COLUMN_LIMIT];
    size_t column_count;
    uint32_t members[CSV_COLUMN_LIMIT]; /* of the row being read */
    size_t series;                      /* the dimension of several value columns, else SIZE_MAX */
};

static bool failed(const struct tidy *tidy)
{
    return sheaf_table_status(tidy->table) != SHEAF_OK;
}

/* Binary files hold a NUL early on; text tables none. */
static bool recognises(const char *bytes, size_t n)
{
    return n > 0 && memchr(bytes, '\0', n < 4096 ? n : 4096) == NULL;
}

/* The header ---------------------------------------------------------------- */

static const struct known_column *find_known(const char *name)
{
    for (size_t i = 0; i < sizeof known_columns / sizeof *known_columns; i++)
        if (string_equal_ignoring_case(name, known_columns[i].column))
            return &known_columns[i];
    return NULL;
}

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

/* By what the caller said, then by its name. */
static enum role role_of(const sheaf_read_options *options, const char *name,
                         const struct known_column *known)
{
    enum role role = known != NULL ? known->role : DIMENSION;

    if (name[0] == '\0')
        return UNNAMED;
    if (options->period != NULL && strcmp(options->period, name) == 0)
        return PERIOD;
    if (is_listed(name, options->values, options->n_values))
        return VALUE;
    if (is_listed(name, options->dimensions, options->n_dimensions))
        return DIMENSION;
    /* Another column was named in its place. */
    if ((role == PERIOD && options->period != NULL) || (role == VALUE && options->n_values > 0))
        return PASSED_OVER;
    return known == NULL && options->n_values > 0 ? PASSED_OVER : role;
}

static struct column column_named(struct tidy *tidy, const char *name)
{
    const struct known_column *known = find_known(name);
    struct column column = { role_of(table_options(tidy->table), name, known), 0, 0, name };
    const char *dimension = known != NULL && known->dimension != NULL ? known->dimension : name;

    if (column.role == DIMENSION)
        column.dimension = table_add_dimension(tidy->table, dimension, strlen(dimension));
    if (column.role == VALUE && tidy->series != SIZE_MAX)
        column.member = table_add_member(tidy->table, tidy->series, name, strlen(name));
    return column;
}

/* The same role, or the same dimension, as a column further left. */
static bool is_taken(const struct tidy *tidy, const struct column *column)
{
    for (size_t i = 0; i < tidy->column_count; i++)
        if (tidy->columns[i].role == column->role && column->role != UNNAMED &&
            column->role != PASSED_OVER &&
            (column->role != DIMENSION || tidy->columns[i].dimension == column->dimension) &&
            (column->role != VALUE || tidy->columns[i].member == column->member))
            return true;
    return false;
}

static void read_header(struct tidy *tidy)
{
    struct csv *csv = &tidy->csv;

    if (table_options(tidy->table)->n_values > 1)
        tidy->series = table_add_dimension(tidy->table, "series", strlen("series"));
    for (size_t i = 0; i < csv->count && !failed(tidy); i++) {
        const struct csv_field *field = &csv->fields[i];
        const char *name;
        struct column column;

        if (!csv_check_text(csv, field))
            return;
        name = arena_text(&tidy->arena, field->text, field->n);
        if (name == NULL)
            return;
        column = column_named(tidy, name);
        if (failed(tidy))
            return;
        if (is_taken(tidy, &column)) {
            csv_fail(csv, field, "two columns are '%.100s'",
                     column.role == DIMENSION ? table_dimension_name(tidy->table, column.dimension)
                                              : role_names[column.role]);
            return;
        }
        tidy->columns[tidy->column_count++] = column;
    }
}

/* "no 'value' column (is 'vlaue' meant?); found: period, vlaue", or, where the caller
 * named it, "no 'yaer' column (did you mean 'year'?); found: year, exports". */
static void fail_column(struct tidy *tidy, const char *wanted, bool is_named)
{
    const char *candidates[CSV_COLUMN_LIMIT] = { NULL }, *nearest;
    char found[320] = "", guess[128] = "";
    size_t length = 0;

    for (size_t i = 0; i < tidy->column_count; i++) {
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%s",
                                       i > 0 ? ", " : "", tidy->columns[i].name);
        candidates[i] = tidy->columns[i].name;
    }
    nearest = string_nearest(wanted, strlen(wanted), candidates, tidy->column_count);
    if (nearest != NULL)
        snprintf(guess, sizeof guess,
                 is_named ? " (did you mean '%.60s'?)" : " (is '%.60s' meant?)", nearest);
    csv_fail(&tidy->csv, &tidy->csv.fields[0], "no '%.100s' column%s; found: %.*s%s", wanted, guess,
             (int)utf8_floor(found, length < 300 ? length : 300), found,
             length > 300 ? " \u2026" : "");
}

static void require_role(struct tidy *tidy, enum role role)
{
    for (size_t i = 0; i < tidy->column_count; i++)
        if (tidy->columns[i].role == role)
            return;
    fail_column(tidy, role_names[role], false);
}

static void require_names(struct tidy *tidy, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool found = names[i] == NULL;

        for (size_t k = 0; k < tidy->column_count && !found; k++)
            found = strcmp(tidy->columns[k].name, names[i]) == 0;
        if (!found)
            fail_column(tidy, names[i], true);
    }
}

static void require_columns(struct tidy *tidy)
{
    const sheaf_read_options *options = table_options(tidy->table);

    require_names(tidy, &options->period, 1);
    require_names(tidy, options->values, options->n_values);
    require_role(tidy, PERIOD);
    require_role(tidy, VALUE);
}

/* The rows ------------------------------------------------------------------ */

static bool is_missing(const struct csv_field *field)
{
    return field->n == 0 || string_is(field->text, field->n, ":") ||
           string_is(field->text, field->n, "..");
}

static bool looks_like_not_a_number(const struct csv_field *field)
{
    static const char *const words[] = { "nan",      "na", "n/a", "#n/a", "inf", "-inf",
                                         "infinity", "-",  ".",   "null", "x",   "none" };
    char text[16] = "";

    if (field->n >= sizeof text)
        return false;
    memcpy(text, field->text, field->n);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_equal_ignoring_case(text, words[i]))
            return true;
    return false;
}

/* How much of a field a message quotes: whole characters. */
static int quoted_length(const struct csv_field *field)
{
    return (int)(field->n <= 60 ? field->n : utf8_floor(field->text, 60));
}

/* Says what is wrong with a number, and the way out. */
static void fail_number(struct tidy *tidy, const struct csv_field *field)
{
    int n = quoted_length(field);
    bool comma = memchr(field->text, ',', field->n) != NULL;
    bool point = memchr(field->text, '.', field->n) != NULL;
    bool space =
        memchr(field->text, ' ', field->n) != NULL || memchr(field->text, '\'', field->n) != NULL;
    const char *way_out = "a number has digits and perhaps a decimal point: 12.5";

    if (!csv_check_text(&tidy->csv, field))
        return;
    if (looks_like_not_a_number(field))
        way_out = "leave the cell empty for a missing value, and say why in a status column";
    else if (space || (comma && point))
        way_out = "write it without separators between thousands: 1234.5";
    else if (comma)
        way_out = "a decimal point is expected: 12.5";
    csv_fail(&tidy->csv, field, "'%.*s' is not a number here; %s", n, field->text, way_out);
}

/* A number and its decimals as written; NaN for a missing one. */
static void read_number(struct tidy *tidy, const struct csv_field *field, double *value,
                        int8_t *decimals)
{
    int places = 0;

    *value = NAN;
    if (is_missing(field))
        return;
    if (!number_read(field->text, field->n, value, &places))
        fail_number(tidy, field);
    places = places > MOST_DECIMALS ? MOST_DECIMALS : places;
    *decimals = (int8_t)(places < LEAST_DECIMALS ? LEAST_DECIMALS : places);
}

static void read_small_integer(struct tidy *tidy, const struct csv_field *field, const char *what,
                               int low, int high, int8_t *value)
{
    int64_t number = 0;

    if (field->n == 0)
        return;
    if (number_read_integer(field->text, field->n, low, high, &number))
        *value = (int8_t)number;
    else if (csv_check_text(&tidy->csv, field))
        csv_fail(&tidy->csv, field, "'%.*s' is no %s; a whole number from %d to %d is expected",
                 quoted_length(field), field->text, what, low, high);
}

static void read_period(struct tidy *tidy, const struct csv_field *field, sheaf_period *period)
{
    if (sheaf_period_read(field->text, field->n, period) || !csv_check_text(&tidy->csv, field))
        return;
    if (field->n == 0)
        csv_fail(&tidy->csv, field, "this row has no period");
    else
        csv_fail(&tidy->csv, field,
                 "'%.*s' is not a period, or could be several; write it as 2023, 2023-Q1, "
                 "2023-04 or 2024-01-01/P4M",
                 quoted_length(field), field->text);
}

static void read_status(struct tidy *tidy, const struct csv_field *field, char *status)
{
    if (field->n == 0)
        return;
    if (field->n == 1 && *field->text != '\0' && strchr("ABDEFGILMNOPQUV", *field->text) != NULL)
        *status = *field->text;
    else if (csv_check_text(&tidy->csv, field))
        csv_fail(&tidy->csv, field,
                 "'%.*s' is no status; SDMX's letters are A normal, B break, D definition "
                 "differs, E estimated, F forecast, G experimental, I imputed, L not collected, "
                 "M cannot exist, N not significant, O missing, P provisional, Q suppressed, "
                 "U low reliability, V unvalidated",
                 quoted_length(field), field->text);
}

static void read_confidentiality(struct tidy *tidy, const struct csv_field *field, char *letter)
{
    if (field->n == 0)
        return;
    if (field->n == 1 && *field->text >= 'A' && *field->text <= 'Z')
        *letter = *field->text;
    else if (csv_check_text(&tidy->csv, field))
        csv_fail(&tidy->csv, field,
                 "'%.*s' is no confidentiality; SDMX's letters are F free, C confidential, "
                 "N not for publication, D secondary confidentiality",
                 quoted_length(field), field->text);
}

static void read_member(struct tidy *tidy, const struct csv_field *field, size_t dimension)
{
    bool known;
    uint32_t member = table_find_member(tidy->table, dimension, field->text, field->n, &known);

    if (!known && csv_check_text(&tidy->csv, field))
        member = table_add_member(tidy->table, dimension, field->text, field->n);
    tidy->members[dimension] = member;
}

static void read_field(struct tidy *tidy, const struct csv_field *field,
                       const struct column *column, struct table_row *row, int8_t *decimals)
{
    switch (column->role) {
    case PERIOD:
        read_period(tidy, field, &row->period);
        break;
    case GROWTH:
        read_number(tidy, field, &row->growth, &row->growth_decimals);
        break;
    case MULTIPLIER:
        read_small_integer(tidy, field, "power of ten", -15, 24, &row->multiplier);
        break;
    case DECIMALS:
        read_small_integer(tidy, field, "count of decimals", LEAST_DECIMALS, MOST_DECIMALS,
                           decimals);
        break;
    case STATUS:
        read_status(tidy, field, &row->status);
        break;
    case CONFIDENTIALITY:
        read_confidentiality(tidy, field, &row->confidentiality);
        break;
    case DIMENSION:
        read_member(tidy, field, column->dimension);
        break;
    case VALUE: /* once everything else of the row is known */
    case PASSED_OVER:
        break;
    default:
        if (field->n > 0)
            csv_fail(&tidy->csv, field, "a value in a column that has no name");
    }
}

static bool has_all_fields(struct tidy *tidy)
{
    struct csv *csv = &tidy->csv;
    const struct csv_field *place = &csv->fields[0];

    if (csv->count == tidy->column_count)
        return true;
    if (csv->count > tidy->column_count)
        place = &csv->fields[tidy->column_count];
    csv_fail(csv, place, "this row has %zu fields, the header %zu", csv->count, tidy->column_count);
    return false;
}

enum { NOT_SAID = INT8_MAX };

/* The row's observation in one column of values. */
static void add_value(struct tidy *tidy, size_t at, const struct table_row *shared, int8_t decimals)
{
    struct csv *csv = &tidy->csv;
    struct table_row row = *shared;

    read_number(tidy, &csv->fields[at], &row.value, &row.decimals);
    if (failed(tidy))
        return;
    if (decimals != NOT_SAID)
        row.decimals = decimals;
    if (isnan(row.value) && row.status == SHEAF_NORMAL)
        row.status = SHEAF_MISSING;
    if (tidy->series != SIZE_MAX)
        tidy->members[tidy->series] = tidy->columns[at].member;
    table_add_row(tidy->table, &row, tidy->members);
}

static void read_row(struct tidy *tidy)
{
    struct csv *csv = &tidy->csv;
    struct table_row row = { .value = NAN,
                             .growth = NAN,
                             .line = (uint32_t)csv->row_line,
                             .status = SHEAF_NORMAL,
                             .confidentiality = 'F' };
    int8_t decimals = NOT_SAID;

    if (!has_all_fields(tidy))
        return;
    for (size_t i = 0; i < csv->count && !failed(tidy); i++)
        read_field(tidy, &csv->fields[i], &tidy->columns[i], &row, &decimals);
    for (size_t i = 0; i < csv->count && !failed(tidy); i++)
        if (tidy->columns[i].role == VALUE)
            add_value(tidy, i, &row, decimals);
}

static void read_all(struct tidy *tidy)
{
    struct csv *csv = &tidy->csv;
    size_t rows = 0;

    if (csv_next(csv))
        read_header(tidy);
    else
        fail_at(table_error(tidy->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(tidy->table) },
                "the file is empty; a header line and rows are expected");
    if (!failed(tidy))
        require_columns(tidy);
    for (; !failed(tidy) && csv_next(csv); rows++)
        read_row(tidy);
    if (!failed(tidy) && rows == 0)
        fail_at(table_error(tidy->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(tidy->table) },
                "the file has a header and no rows");
}

static void read_tidy(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct tidy *tidy = memory_resize(alloc, NULL, 0, sizeof *tidy);

    if (tidy == NULL) {
        fail_memory(table_error(table));
        return;
    }
    tidy->table = table;
    tidy->column_count = 0;
    tidy->series = SIZE_MAX;
    memset(tidy->members, 0, sizeof tidy->members);
    arena_init(&tidy->arena, alloc, table_error(table));
    csv_open(&tidy->csv, table, input);
    read_all(tidy);
    csv_end(&tidy->csv);
    arena_free(&tidy->arena);
    memory_free(alloc, tidy, sizeof *tidy);
}

const struct reader tidy_reader = { "tidy", "tidy CSV", recognises, read_tidy };
