/* delimited.c - reads delimited values in all formats of readers/formats.
 *
 * The first rows give the headers, the separator and the decimal mark (delimited_headers.c,
 * delimited_numbers.c); the headers give the roles of the columns (layout.c); then rows are read
 * one by one (delimited_rows.c). */
#include <string.h>

#include "readers/csv/delimited.h"
#include "readers/csv/delimited_parts.h"
#include "readers/csv/header_lines.h"
#include "readers/csv/series_lines.h"
#include "readers/csv/stacked_headers.h"
#include "readers/reader.h"

/* Binary files have a NUL in their first bytes; text has none. */
static bool recognises(const char *bytes, size_t n)
{
    return n > 0 && memchr(bytes, '\0', n < 4096 ? n : 4096) == NULL;
}

/* Reads rows up to the row of headers. */
static void go_to_headers(struct delimited *s)
{
    size_t line = s->header < s->sample.count ? s->sample.rows[s->header].line : 1;

    s->csv.separator = s->sample.separator;
    while (csv_next(&s->csv))
        if (s->csv.row_line >= line) {
            if (s->has_two_lines)
                header_lines_join(&s->sample, s->header - 1, &s->csv, &s->arena);
            if (s->series_lines > 0)
                series_lines_join(&s->sample, s->header + 1 - s->series_lines, s->series_lines,
                                  &s->csv, &s->arena);
            if (s->stacked_lines > 0)
                stacked_headers_join(&s->sample, s->header + 1 - s->stacked_lines, s->stacked_lines,
                                     &s->csv, &s->arena);
            return;
        }
    if (!delimited_failed(s))
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table) },
                "the file is empty; a header line and rows are expected");
}

/* Drops the less common dimensions of a format (mode of transport …) if all rows have one member
 * of them. */
static void drop_constant_dimensions(struct delimited *s)
{
    static const char *const kept[] = { "reporter",  "partner", "flow",  "product",
                                        "indicator", "unit",    "source" };

    for (size_t i = s->layout.count; i-- > 0 && s->layout.format->is_closed;) {
        const struct layout_column *column = &s->layout.columns[i];
        bool is_kept = column->role != COLUMN_DIMENSION || column->is_named;

        for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
            is_kept |= strcmp(column->name, kept[k]) == 0;
        if (!is_kept && sheaf_table_member_count(s->table, column->name) < 2)
            table_drop_dimension(s->table, column->name);
    }
    for (size_t i = 0; i < s->layout.n_texts; i++) {
        const char *name = s->layout.texts[i].members.name;

        if (sheaf_table_member_count(s->table, name) == 1 &&
            sheaf_table_member(s->table, name, 0)[0] == '\0')
            table_drop_dimension(s->table, name);
    }
}

static void finish(struct delimited *s)
{
    size_t limit = s->layout.format->row_limit;

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
    drop_constant_dimensions(s);
}

/* Fails if the file has no such line as the caller gave for the headers. */
static void require_header(struct delimited *s)
{
    size_t header = s->layout.options->header, n = s->sample.count;

    if (!delimited_failed(s) && header > 0 && (n == 0 || s->sample.rows[n - 1].line < header))
        fail_at(
            table_error(s->table), SHEAF_BAD_INPUT, (struct place){ .file = table_name(s->table) },
            "there is no line %zu to be the headers (" SETTING("header: %zu") ")", header, header);
}

/* True if lines end in carriage returns alone, as on old Macs: they would all be one line. */
static bool has_return_lines(const char *bytes, size_t n)
{
    const char *end = memchr(bytes, '\r', n);

    return end != NULL && end + 1 < bytes + n && memchr(bytes, '\n', n) == NULL;
}

/* Headers in several lines count up to the last of them. */
static size_t rows_above(const struct delimited *s)
{
    size_t lines = s->has_two_lines ? 2 : s->series_lines + s->stacked_lines;
    size_t joined = lines > 0 ? lines - 1 : 0;

    return s->header < s->sample.count ? s->header - joined : 0;
}

/* True below the lines of France's statistics office, where T1 is a trimestre. */
static bool is_french(const struct delimited *s)
{
    struct csv_field label = sample_cell(&s->sample, s->header, 0);

    return string_is_ignoring_case(label.text, label.n, "Période");
}

static void read_all(struct delimited *s, const char *bytes, size_t n)
{
    delimited_find_headers(s, bytes, n);
    require_header(s);
    if (delimited_failed(s))
        return;
    if (s->layout.format == NULL)
        s->layout.format = &tidy_format;
    go_to_headers(s);
    if (delimited_failed(s))
        return;
    s->layout.lookup.format = s->layout.format;
    table_set_format(s->table, s->layout.format->name);
    s->layout.first = s->header + 1;
    s->layout.has_series_lines = s->series_lines > 0;
    s->layout.has_t_quarters = s->series_lines > 0 && is_french(s);
    s->layout.above = rows_above(s);
    layout_read(&s->layout);
    if (!delimited_failed(s))
        delimited_find_decimal(s);
    if (!delimited_failed(s))
        delimited_list_columns(s);
    while (!delimited_failed(s) && csv_next(&s->csv)) {
        delimited_row(s);
        s->rows++;
        if (s->was_plain && !delimited_failed(s))
            s->rows += delimited_run(s);
    }
    if (!delimited_failed(s))
        finish(s);
}

static void start(struct delimited *s, sheaf_table *table)
{
    s->table = table;
    s->error = table_error(table);
    arena_init(&s->arena, table_alloc(table), table_error(table));
    s->layout.table = table;
    s->layout.options = table_options(table);
    s->layout.csv = &s->csv;
    s->layout.sample = &s->sample;
    s->layout.arena = &s->arena;
    s->layout.lookup = (struct member_lookup){ .table = table, .arena = &s->arena };
    if (s->layout.options->format != NULL)
        s->layout.format = format_named(s->layout.options->format);
}

static void end(struct delimited *s)
{
    const sheaf_alloc *alloc = table_alloc(s->table);

    for (size_t i = 0; i < s->layout.count; i++) {
        struct layout_column *column = &s->layout.columns[i];

        string_cache_free(&column->members.cache, alloc);
        for (size_t p = 0; p < column->n_parts; p++)
            string_cache_free(&column->parts[p].cache, alloc);
    }
    for (size_t i = 0; i < s->layout.n_texts; i++)
        string_cache_free(&s->layout.texts[i].members.cache, alloc);
    delimited_free_runs(s);
    string_cache_free(&s->periods, alloc);
    string_cache_free(&s->compounds, alloc);
    csv_end(&s->csv);
    sample_free(&s->sample);
    arena_free(&s->arena);
}

void delimited_read_rows(sheaf_table *table, struct input *input,
                         const struct delimited_origin *origin)
{
    size_t n;
    const char *text = input_text(input, &n);
    const sheaf_alloc *alloc = table_alloc(table);
    struct delimited *s;

    if (!recognises(text, n)) { /* the caller named a format of text for a binary file */
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
    if (has_return_lines(text, n))
        input_end_lines_in_returns(input);
    csv_open(&s->csv, input);
    s->csv.is_secret = delimited_row_is_secret;
    s->csv.reader = s;
    s->csv.lines = origin->lines;
    s->csv.columns = origin->columns;
    s->csv.n_columns = origin->n_columns;
    read_all(s, text, n);
    end(s);
    memory_free(alloc, s, sizeof *s);
}

static void read_delimited(sheaf_table *table, struct input *input)
{
    delimited_read_rows(table, input, &(struct delimited_origin){ NULL, NULL, 0 });
}

static bool has_format(const char *name)
{
    return format_named(name) != NULL;
}

const struct reader delimited_reader = { "tidy", "delimited values", has_format, recognises,
                                         read_delimited };
