/* displayed.c - reads tables that Statistics Canada lets people download "as displayed", in English
 * and French.
 *
 *     "International merchandise trade, by commodity (x 1,000,000) 1 2"     title
 *     "Frequency: Monthly"                                                  lines about the table
 *     "Table: 12-10-0163-01"
 *
 *     "Geography","Canada",,                            a dimension and its members, merged cells
 *     "Trade","Export",,"Import"
 *     "Products 3","January 2024","February 2024", …    dimensions of the rows, and periods; or
 *                                                       "Reference period", and periods in rows
 *     ,"Dollars",,                                      units of the rows below, up to the next ones
 *     "Energy 4","15,230.0","x", …
 *
 *     Footnotes:
 *     1,"Data are on a balance of payments basis."
 *
 * A blank line ends the table. Rows are kept until the footnotes are known, since a number behind a
 * member may be one. Flags behind figures are those of the full tables (formats/statcan.c). */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/flagged_period.h"
#include "readers/csv/sample.h"
#include "readers/formats/format.h"
#include "readers/observation_builder.h"
#include "readers/reader.h"
#include "readers/statcan/displayed_parts.h"

enum { MOST_HEADS = 16 }; /* rows of headers, and columns of members */

struct kept_row {
    const struct csv_field *fields;
    size_t count, line;
};

/* A dimension whose members head columns (row) or rows (the column of the same number). */
struct head {
    size_t dimension; /* SIZE_MAX: it is the period */
    struct csv_field member;
    int power;
};

struct displayed {
    sheaf_table *table;
    struct arena arena;
    struct csv csv;
    struct observation_builder builder;
    struct footnotes footnotes;
    struct kept_row *rows; /* of the table */
    size_t count, capacity, width;
    struct csv_field title;
    char decimal;
    size_t names;                    /* the row that names the columns of members */
    size_t stubs;                    /* columns of members */
    bool has_periods;                /* the columns behind them are periods */
    struct head above[MOST_HEADS];   /* one a row above names */
    struct head beside[MOST_HEADS];  /* one a column of members */
    size_t unit_dimension, unit_row; /* SIZE_MAX: there is none; the latest row of units */
    int title_power;
};

static bool has_failed(const struct displayed *s)
{
    return sheaf_table_status(s->table) != SHEAF_OK;
}

static void fail_row(struct displayed *s, size_t row, const char *reason)
{
    if (!has_failed(s))
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table), .line = s->rows[row].line }, "%s",
                reason);
}

/* The line with the number of the table: "Table: 12-10-0163-01", "Tableau : 12-10-0163-01". */
static bool is_number_line(const char *line, size_t n)
{
    static const char *const words[] = { "Table: ", "Tableau : ", "Tableau: " };

    if (n > 0 && *line == '"') {
        line++;
        n--;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        const char *shape = "00-00-0000";

        if (n < length + strlen(shape) || memcmp(line, words[i], length) != 0)
            continue;
        for (const char *at = line + length; *shape != '\0'; at++, shape++)
            if (*shape == '-' ? *at != '-' : *at < '0' || *at > '9')
                return false;
        return true;
    }
    return false;
}

static bool recognises(const char *bytes, size_t n)
{
    enum { LINES = 6 }; /* the number is in the third, or the fourth */
    const char *line = bytes, *end = bytes + n;

    for (int i = 0; i < LINES && line < end; i++) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        size_t length = (size_t)((feed != NULL ? feed : end) - line);

        if (i > 0 && is_number_line(line, length))
            return true;
        line += length + 1;
    }
    return false;
}

/* Keeping rows -------------------------------------------------------------------------------- */

static bool keep_row(struct displayed *s)
{
    struct csv_field *fields = arena_array(&s->arena, struct csv_field, s->csv.count);

    for (size_t i = 0; i < s->csv.count && fields != NULL; i++) {
        struct csv_field field = field_trimmed(&s->csv.fields[i]);

        if (!csv_check_text(&s->csv, &s->csv.fields[i]))
            return false;
        fields[i] =
            (struct csv_field){ .text = arena_text(&s->arena, field.text, field.n), .n = field.n };
        if (fields[i].text == NULL)
            return false;
    }
    if (fields == NULL)
        return false;
    if (s->count == s->capacity) {
        size_t capacity = s->capacity > 0 ? 2 * s->capacity : 64;
        struct kept_row *rows = memory_resize(table_alloc(s->table), s->rows,
                                              s->capacity * sizeof *rows, capacity * sizeof *rows);

        if (rows == NULL) {
            fail_memory(table_error(s->table));
            return false;
        }
        s->rows = rows;
        s->capacity = capacity;
    }
    s->rows[s->count++] = (struct kept_row){ fields, s->csv.count, s->csv.row_line };
    return true;
}

/* Lines of one field are above the table, then come its rows, and behind a blank line footnotes. */
static void keep_rows(struct displayed *s)
{
    bool is_below = false;
    size_t next = 0;

    while (!has_failed(s) && csv_next(&s->csv)) {
        if (s->title.text == NULL) {
            s->title = field_trimmed(&s->csv.fields[0]);
            s->title.text = arena_text(&s->arena, s->title.text, s->title.n);
            if (s->title.text == NULL || !csv_check_text(&s->csv, &s->csv.fields[0]))
                return;
        }
        is_below |= s->count > 0 && s->csv.row_line > next;
        if (is_below) {
            footnotes_note(&s->footnotes, &s->csv.fields[0]);
        } else if (s->csv.count > 1) {
            s->width = s->csv.count > s->width ? s->csv.count : s->width;
            if (!keep_row(s))
                return;
        }
        next = s->csv.line;
    }
}

/* Headers ------------------------------------------------------------------------------------- */

/* Empty where the row is shorter than others. */
static struct csv_field field_of(const struct displayed *s, size_t row, size_t column)
{
    return column < s->rows[row].count ? s->rows[row].fields[column]
                                       : (struct csv_field){ .text = "" };
}

static struct csv_field cell_of(const struct displayed *s, size_t row, size_t column, int *power)
{
    struct csv_field field = field_of(s, row, column);

    return displayed_text(&field, &s->footnotes, power);
}

static bool is_period(const struct displayed *s, size_t row, size_t column)
{
    static const struct period_usage nothing = { .frequency = '\0' };
    struct flagged_period found;
    int power;
    struct csv_field text = cell_of(s, row, column, &power);

    return text.n > 0 && flagged_period_read(text.text, text.n, &nothing, &found);
}

static bool is_period_name(const struct csv_field *text)
{
    return string_is_ignoring_case(text->text, text->n, "Reference period") ||
           string_is_ignoring_case(text->text, text->n, "Période de référence");
}

/* Finds the row that names the columns of members: periods follow the names, or one of them is that
 * of the periods. */
static bool find_names(struct displayed *s)
{
    for (size_t row = 0; row < s->count && row < MOST_HEADS; row++) {
        size_t end = s->width, first;

        while (end > 0 && field_of(s, row, end - 1).n == 0)
            end--;
        for (first = end; first > 1 && is_period(s, row, first - 1);)
            first--;
        s->has_periods = first < end;
        for (size_t i = 0; i < end && !s->has_periods && first == end; i++)
            if (is_period_name(&s->rows[row].fields[i]))
                first = i + 1;
        if (first < s->width && first <= MOST_HEADS &&
            (s->has_periods || is_period_name(&s->rows[row].fields[first - 1]))) {
            s->names = row;
            s->stubs = first;
            return true;
        }
    }
    return false;
}

/* What a dimension of the full tables is; HEADER_NONE: they have no such dimension. */
static enum header_role role_in_full_tables(const char *name)
{
    if (string_equal_ignoring_case(name, "Geography") ||
        string_equal_ignoring_case(name, "Géographie"))
        return HEADER_REPORTER;
    for (const struct format_column *column = statcan_format.columns; column->header != NULL;
         column++)
        if (column->role == COLUMN_DIMENSION && string_equal_ignoring_case(name, column->header))
            return header_find(column->name, strlen(column->name)).role;
    return HEADER_NONE;
}

static bool is_given(const struct displayed *s, const char *name)
{
    const sheaf_read_options *options = table_options(s->table);

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL && strcmp(options->columns[i].header, name) == 0)
            return true;
    return false;
}

/* The role by the options, the full tables or the vocabulary. *name NULL: the dimension is to be
 * skipped. */
static enum header_role role_of(struct displayed *s, const char **name)
{
    const char *own = *name;
    enum header_role role = is_given(s, own) ? HEADER_NONE : role_in_full_tables(own);

    if (role != HEADER_NONE)
        return role;
    role = builder_role(&s->builder, name);
    if (role >= HEADER_REPORTER || *name == NULL)
        return role;
    *name = own;
    return HEADER_NONE;
}

static bool open_head(struct displayed *s, struct csv_field text, struct head *head)
{
    const char *name = arena_text(&s->arena, text.text, text.n);
    enum header_role role;

    *head = (struct head){ .dimension = SIZE_MAX };
    if (name == NULL)
        return false;
    if (is_period_name(&text))
        return true;
    role = role_of(s, &name);
    if (name != NULL && role != HEADER_NONE && builder_has_dimension(&s->builder, role))
        role = HEADER_NONE;
    if (name != NULL)
        head->dimension = builder_dimension(&s->builder, role, name);
    return name == NULL || head->dimension != SIZE_MAX;
}

/* The name of the dimension above the columns; older tables leave that of the geography out. */
static struct csv_field name_above(struct displayed *s, size_t row)
{
    int power;

    for (size_t i = 0; i < s->stubs; i++) {
        struct csv_field text = cell_of(s, row, i, &power);

        if (text.n > 0)
            return text;
    }
    if (row == 0)
        return (struct csv_field){ .text = "Geography", .n = strlen("Geography") };
    const char *name = arena_format(&s->arena, "level %zu", row + 1);
    return (struct csv_field){ .text = name != NULL ? name : "",
                               .n = name != NULL ? strlen(name) : 0 };
}

static bool is_unit_row(const struct displayed *s, size_t row)
{
    for (size_t i = 0; i < s->stubs; i++)
        if (field_of(s, row, i).n > 0)
            return false;
    return true;
}

static bool open_heads(struct displayed *s)
{
    int power;

    for (size_t row = 0; row < s->names; row++)
        if (!open_head(s, name_above(s, row), &s->above[row]))
            return false;
    for (size_t i = 0; i < s->stubs; i++)
        if (!open_head(s, cell_of(s, s->names, i, &power), &s->beside[i]))
            return false;
    s->unit_dimension = SIZE_MAX;
    s->unit_row = SIZE_MAX;
    if (!s->has_periods && field_of(s, s->names, s->stubs).n > 0)
        s->unit_row = s->names; /* units stand behind "Reference period" */
    for (size_t row = s->names; row < s->count && s->unit_dimension == SIZE_MAX; row++)
        if (row == s->unit_row || (row > s->names && is_unit_row(s, row))) {
            s->unit_dimension = builder_dimension(&s->builder, HEADER_UNIT, "unit");
            if (s->unit_dimension == SIZE_MAX)
                return false;
        }
    if (builder_begin(&s->builder))
        return true;
    fail_row(s, s->names, s->builder.reason);
    return false;
}

/* Figures ------------------------------------------------------------------------------------- */

/* The text of a merged cell is in its first column. A text in a row above ends it. */
static struct csv_field text_above(const struct displayed *s, size_t row, size_t column, int *power)
{
    for (; column >= s->stubs; column--) {
        struct csv_field text = cell_of(s, row, column, power);

        if (text.n > 0)
            return text;
    }
    return (struct csv_field){ .text = "" };
}

static void put_member(struct displayed *s, size_t dimension, const struct csv_field *text)
{
    const char *name = table_dimension_name(s->table, dimension);
    struct csv_field known = *text;

    for (const struct format_alias *alias = statcan_format.aliases; alias->dimension != NULL;
         alias++)
        if (strcmp(alias->dimension, name) == 0 && string_is(text->text, text->n, alias->text))
            known = (struct csv_field){ .text = alias->member, .n = strlen(alias->member) };
    builder_put(&s->builder, dimension,
                builder_member(&s->builder, dimension, known.text, known.n));
}

/* Takes a flag of the office. False: it has no such flag. */
static bool take_flag(struct displayed *s, const char *text, size_t n)
{
    for (const struct format_flag *flag = statcan_format.flags; flag->text != NULL; flag++)
        if (string_is(text, n, flag->text)) {
            if (flag->status != '\0')
                s->builder.row.status = flag->status;
            if (flag->confidentiality != '\0')
                s->builder.row.confidentiality = flag->confidentiality;
            return true;
        }
    return false;
}

/* Reads "1,234.5", "1,234.5E", "12.5 p" or a symbol in place of a figure. */
static bool put_value(struct displayed *s, size_t row, const struct csv_field *field)
{
    struct cell cell = cell_read(field->text, field->n, s->decimal);

    if (take_flag(s, field->text, field->n)) {
        bool is_zero = string_is(field->text, field->n, "0s"); /* rounded to zero */

        builder_value(&s->builder, is_zero ? 0 : NAN, 0);
        return true;
    }
    if (cell.kind == CELL_WRONG || cell.kind == CELL_AMBIGUOUS) {
        fail_row(s, row,
                 "a cell of the table is neither a number nor one of Statistics Canada's "
                 "symbols");
        return false;
    }
    builder_value(&s->builder, cell.value, cell.decimals);
    for (size_t i = 0; i < cell.flag_n && !take_flag(s, cell.flag, cell.flag_n); i++)
        if (cell.flag[i] != ' ' && !take_flag(s, cell.flag + i, 1)) {
            fail_row(s, row, "a flag behind a number is none of Statistics Canada's symbols");
            return false;
        }
    return true;
}

static bool put_period(struct displayed *s, size_t row, size_t column)
{
    int power;
    struct csv_field text = { .text = "" };

    if (s->has_periods)
        text = cell_of(s, s->names, column, &power);
    for (size_t i = 0; i < s->stubs && !s->has_periods; i++)
        if (s->beside[i].dimension == SIZE_MAX)
            text = s->beside[i].member;
    if (builder_period(&s->builder, text.text, text.n))
        return true;
    fail_row(s, row, s->builder.reason);
    return false;
}

static bool add_figure(struct displayed *s, size_t row, size_t column)
{
    struct csv_field field = field_of(s, row, column);
    int power = s->title_power;

    if (field.n == 0)
        return true;
    builder_clear(&s->builder, s->rows[row].line);
    if (!put_value(s, row, &field) || !put_period(s, row, column))
        return false;
    for (size_t i = 0; i < s->names; i++)
        if (s->above[i].dimension != SIZE_MAX) {
            struct csv_field text = text_above(s, i, column, &power);

            put_member(s, s->above[i].dimension, &text);
        }
    for (size_t i = 0; i < s->stubs; i++)
        if (s->beside[i].dimension != SIZE_MAX) {
            put_member(s, s->beside[i].dimension, &s->beside[i].member);
            power = s->beside[i].power != 0 ? s->beside[i].power : power;
        }
    if (s->unit_dimension != SIZE_MAX && s->unit_row != SIZE_MAX) {
        struct csv_field text = text_above(s, s->unit_row, column, &power);

        put_member(s, s->unit_dimension, &text);
    }
    if ((power == 0 || builder_multiplier(&s->builder, power)) && builder_add(&s->builder))
        return true;
    fail_row(s, row, s->builder.reason);
    return false;
}

/* A member that several rows share is in the first of them. */
static void take_members(struct displayed *s, size_t row)
{
    for (size_t i = 0; i < s->stubs; i++) {
        int power = 0;
        struct csv_field text = cell_of(s, row, i, &power);

        if (text.n == 0)
            continue;
        s->beside[i].member = text;
        s->beside[i].power = power;
    }
}

static void read_figures(struct displayed *s)
{
    for (size_t row = s->names + 1; row < s->count && !has_failed(s); row++) {
        if (is_unit_row(s, row)) {
            s->unit_row = row;
            continue;
        }
        take_members(s, row);
        for (size_t i = s->stubs; i < s->width; i++)
            if (!add_figure(s, row, i))
                return;
    }
}

/* The reader ---------------------------------------------------------------------------------- */

/* The field separator of a window: lines of cells begin and end in quotes. */
static char separator_of(const char *bytes, size_t n)
{
    size_t semicolons = 0, commas = 0;

    for (size_t i = 1; i + 1 < n; i++)
        if (bytes[i - 1] == '"' && bytes[i + 1] == '"') {
            semicolons += bytes[i] == ';';
            commas += bytes[i] == ',';
        }
    return semicolons > commas ? ';' : ',';
}

/* Numbers have a comma in French, unless the caller says otherwise. */
static char decimal_of(const sheaf_table *table, const char *bytes, size_t n)
{
    const char *given = table_options(table)->decimal, *colon = memchr(bytes, ':', n);

    if (given != NULL)
        return given[0];
    /* "Fréquence : Mensuelle" is the first line about the table. */
    return colon != NULL && colon > bytes && colon[-1] == ' ' ? ',' : '.';
}

static void read_table(struct displayed *s)
{
    keep_rows(s);
    if (has_failed(s))
        return;
    if (s->count == 0 || !find_names(s)) {
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table) },
                "the table has no row of periods and no column '%s'",
                s->decimal == ',' ? "Période de référence" : "Reference period");
        return;
    }
    s->title = displayed_text(&s->title, &s->footnotes, &s->title_power);
    table_set_title(s->table, s->title.text, s->title.n);
    if (open_heads(s))
        read_figures(s);
}

static void read_displayed(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    size_t n;
    const char *bytes = input_text(input, &n);
    struct displayed *s = memory_resize(alloc, NULL, 0, sizeof *s);

    if (s == NULL) {
        fail_memory(table_error(table));
        return;
    }
    memset(s, 0, sizeof *s);
    s->table = table;
    s->decimal = decimal_of(table, bytes, n);
    arena_init(&s->arena, alloc, table_error(table));
    builder_init(&s->builder, table);
    csv_open(&s->csv, input);
    s->csv.separator = separator_of(bytes, n);
    read_table(s);
    csv_end(&s->csv);
    builder_free(&s->builder);
    arena_free(&s->arena);
    memory_free(alloc, s->rows, s->capacity * sizeof *s->rows);
    memory_free(alloc, s, sizeof *s);
}

const struct reader displayed_reader = {
    .name = "statcan-table",
    .title = "Statistics Canada's table as displayed",
    .recognises = recognises,
    .read = read_displayed,
};
