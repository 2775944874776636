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
#include <string.h>

#include "readers/csv/sample.h"
#include "readers/reader.h"
#include "readers/statcan/displayed_parts.h"

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

static bool is_blank(const struct csv *csv)
{
    for (size_t i = 0; i < csv->count; i++)
        if (field_trimmed(&csv->fields[i]).n > 0)
            return false;
    return true;
}

/* Lines of one field, or of empty ones, are above the table, then come its rows, and behind a blank line
 * footnotes. */
static void keep_rows(struct displayed *s)
{
    bool is_below = false;
    size_t next = 0;

    while (!displayed_failed(s) && csv_next(&s->csv)) {
        if (s->title.text == NULL) {
            s->title = field_trimmed(&s->csv.fields[0]);
            s->title.text = arena_text(&s->arena, s->title.text, s->title.n);
            if (s->title.text == NULL || !csv_check_text(&s->csv, &s->csv.fields[0]))
                return;
        }
        is_below |= s->count > 0 && s->csv.row_line > next;
        if (is_below) {
            footnotes_note(&s->footnotes, &s->csv.fields[0]);
        } else if (s->csv.count > 1 && (s->count > 0 || !is_blank(&s->csv))) {
            s->width = s->csv.count > s->width ? s->csv.count : s->width;
            if (!keep_row(s))
                return;
        }
        next = s->csv.line;
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
    if (displayed_failed(s))
        return;
    if (s->count == 0 || !displayed_find_names(s)) {
        fail_at(table_error(s->table), SHEAF_BAD_INPUT,
                (struct place){ .file = table_name(s->table) },
                "the table has no row of periods and no column '%s'",
                s->decimal == ',' ? "Période de référence" : "Reference period");
        return;
    }
    s->title = displayed_text(&s->title, &s->footnotes, &s->title_power);
    table_set_title(s->table, s->title.text, s->title.n);
    if (displayed_open_heads(s))
        displayed_read_figures(s);
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
    builder_settle_countries(&s->builder);
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
