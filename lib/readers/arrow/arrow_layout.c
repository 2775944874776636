/* arrow_layout.c - data frames that are laid out otherwise than with a row an observation: a column a
 * period, bounds beside values, plain numbers in place of periods.
 *
 * The layouts of delimited values know these (readers/csv/), so that such a frame becomes text. Its
 * figures are the same: floats are written with the fewest digits that are read back as the same. */
#include <string.h>

#include "readers/arrow/arrow_parts.h"
#include "readers/csv/delimited.h"

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

static bool is_period(enum header_role role)
{
    return role == HEADER_PERIOD || role == HEADER_YEAR || role == HEADER_MONTH ||
           role == HEADER_QUARTER || role == HEADER_WEEK;
}

static bool is_number(enum arrow_kind kind)
{
    return kind == ARROW_INTEGER || kind == ARROW_UNSIGNED || kind == ARROW_FLOAT ||
           kind == ARROW_DECIMAL;
}

/* What Sheaf's own tables say of derived figures. */
static bool is_own(const struct arrow_source *source, const char *name)
{
    static const char *const bounds[] = { "low", "high" };

    for (size_t i = 0; i < source->result.count; i++)
        if (strcmp(source->result.columns[i].name, "derived") == 0 &&
            arrow_kind_of(&source->columns[i]) == ARROW_BOOLEAN)
            return is_listed(name, bounds, 2);
    return false;
}

bool arrow_is_tidy(const struct arrow_source *source)
{
    const sheaf_read_options *options = table_options(source->result.table);
    bool has_period = options->period != NULL, has_value = options->n_values > 0;

    for (size_t i = 0; i < source->result.count; i++) {
        const char *own = source->result.columns[i].name, *name = own;
        enum header_role role = builder_role(&source->result.builder, &name);

        has_period |= is_period(role);
        has_value |= role == HEADER_VALUE;
        if (role != HEADER_NONE || name != own || options->n_values > 0 || is_own(source, own) ||
            is_listed(own, &options->period, 1) ||
            is_listed(own, options->dimensions, options->n_dimensions))
            continue;
        if (is_number(arrow_kind_of(&source->columns[i])))
            return false;
    }
    return has_period && has_value && options->x == NULL;
}

/* A line end within a text becomes a blank, so that a line is a row. */
static void put_text(struct buffer *into, const char *text, size_t n)
{
    buffer_byte(into, '"');
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '"')
            buffer_byte(into, '"');
        buffer_byte(into, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
    }
    buffer_byte(into, '"');
}

static void put_cell(struct arrow_source *source, size_t column, struct buffer *into)
{
    size_t n = 0;
    const char *text = arrow_cell_text(source, column, &n);

    if (text != NULL && is_number(arrow_kind_of(&source->columns[column])))
        buffer_put(into, text, n);
    else if (text != NULL)
        put_text(into, text, n);
}

/* The lines' numbers: 1 of the headers, then the rows from 1. */
struct lines {
    uint32_t *numbers;
    size_t count, capacity;
};

static bool add_line(struct arrow_source *source, struct lines *lines)
{
    sheaf_table *table = source->result.table;
    uint32_t number = lines->count < UINT32_MAX ? (uint32_t)lines->count : UINT32_MAX;

    if (!memory_grow(table_alloc(table), table_error(table), &lines->numbers, &lines->capacity,
                     lines->count + 1, sizeof *lines->numbers))
        return false;
    lines->numbers[lines->count++] = number > 0 ? number : 1;
    source->result.builder.row.line = number; /* for messages about a cell */
    return true;
}

static void write_rows(struct arrow_source *source, struct buffer *into, struct lines *lines)
{
    bool is_header = true;

    do {
        bool is_first = true;

        if (!add_line(source, lines))
            return;
        for (size_t i = 0; i < source->result.count && !arrow_failed(source); i++) {
            const char *name = source->result.columns[i].name;

            if (source->columns[i].is_ignored)
                continue;
            if (!is_first)
                buffer_byte(into, ',');
            is_first = false;
            if (is_header)
                put_text(into, name, strlen(name));
            else
                put_cell(source, i, into);
        }
        buffer_byte(into, '\n');
        is_header = false;
    } while (!arrow_failed(source) && arrow_next_row(source));
}

static bool has_floats(const struct arrow_source *source)
{
    for (size_t i = 0; i < source->result.count; i++)
        if (arrow_kind_of(&source->columns[i]) == ARROW_FLOAT ||
            arrow_kind_of(&source->columns[i]) == ARROW_DECIMAL)
            return true;
    return false;
}

static void warn(void *table, const char *kind, struct place at, const char *message)
{
    table_warn(table, kind, at, "%s", message);
}

static void read_text(sheaf_table *table, const struct buffer *text, const struct lines *lines,
                      bool with_point)
{
    const struct reading reading = { .alloc = table_alloc(table),
                                     .name = table_name(table),
                                     .encoding = "UTF-8",
                                     .error = table_error(table),
                                     .warn = warn,
                                     .warn_context = table };
    const sheaf_read_options *given = table_options(table);
    sheaf_read_options options = *given;
    struct input *input = input_open_bytes(&reading, text->bytes, text->length);

    options.format = NULL;
    options.separator = ",";
    if (with_point)
        options.decimal = "."; /* 1.234 is a number of this program's */
    options.header = 1;
    table_set_options(table, &options);
    if (input != NULL)
        delimited_read_rows(table, input, &(struct delimited_origin){ .lines = lines->numbers });
    input_close(input);
    table_set_options(table, given);
}

void arrow_read_as_text(struct arrow_source *source)
{
    sheaf_table *table = source->result.table;
    struct lines lines = { 0 };
    struct buffer text;

    buffer_init(&text, table_alloc(table), table_error(table));
    write_rows(source, &text, &lines);
    if (!arrow_failed(source) && lines.count < 2)
        sql_require_rows(&source->result, 0);
    if (!arrow_failed(source))
        read_text(table, &text, &lines, has_floats(source));
    buffer_free(&text);
    memory_free(table_alloc(table), lines.numbers, lines.capacity * sizeof *lines.numbers);
}
