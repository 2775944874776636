/* ods_sheet.c - the cells of a sheet of ODS:
 * <table:table-cell office:value-type="float" office:value="12.5"><text:p>12,5</text:p>.
 *
 * A cell and a row may be repeated, thousands of times where they are empty. The text that a cell
 * shows depends on the language of its author; its value does not. */
#include <string.h>

#include "base/number.h"
#include "readers/workbook/workbook_parts.h"

enum value_kind { VALUE_TEXT, VALUE_NUMBER, VALUE_PERCENT, VALUE_DATE, VALUE_TRUTH };

/* A cell of the row that is open, in the row's text. */
struct row_cell {
    uint32_t column, repeated;
    size_t start, n;
    size_t format; /* of a number, plus 1; 0: none */
    enum value_kind kind;
    uint32_t columns_spanned, rows_spanned;
};

struct sheet {
    struct xml *xml;
    struct workbook *book;
    struct cells *cells;
    size_t wanted, index; /* of the sheet; sheets begun so far */
    bool is_open, is_done;
    size_t tables; /* open: one may stand inside a cell of another sheet */
    size_t depth;  /* of elements inside a cell that are no text of it */
    uint32_t row, column, row_repeated;
    struct row_cell cell; /* that is open */
    bool in_cell, is_covered, in_paragraph;
    size_t paragraphs;
    struct buffer text;     /* of the row */
    struct row_cell *items; /* of the row, but for empty cells */
    size_t n_items, item_capacity;
    size_t *column_formats; /* of the columns, plus 1 */
    bool *hidden_columns;
    bool row_is_hidden;
    uint32_t n_columns;
};

static uint32_t count_of(const char *const *attributes, const char *name, uint32_t most)
{
    const char *text = xml_attribute(attributes, name);
    int64_t number;

    if (text == NULL || !number_read_integer(text, strlen(text), 1, INT32_MAX, &number))
        return 1;
    return number < most ? (uint32_t)number : most;
}

/* The format of the style that an element names, plus 1. */
static size_t format_of(const struct sheet *s, const char *style)
{
    uint64_t format;

    return style != NULL && string_cache_find(&s->book->cell_styles, style, strlen(style), &format)
               ? (size_t)format + 1
               : 0;
}

/* Hidden by hand, or by a filter. */
static bool is_hidden(const char *const *attributes)
{
    const char *visibility = xml_attribute(attributes, "table:visibility");

    return visibility != NULL && strcmp(visibility, "visible") != 0;
}

static void start_column(struct sheet *s, const char *const *attributes)
{
    uint32_t repeated = count_of(attributes, "number-columns-repeated", CELLS_COLUMNS);
    size_t format = format_of(s, xml_attribute(attributes, "default-cell-style-name"));

    for (; repeated > 0 && s->n_columns < CELLS_COLUMNS; repeated--) {
        s->hidden_columns[s->n_columns] = is_hidden(attributes);
        s->column_formats[s->n_columns++] = format;
    }
}

static void start_row(struct sheet *s, const char *const *attributes)
{
    s->row_repeated = count_of(attributes, "number-rows-repeated", CELLS_ROWS);
    s->row_is_hidden = is_hidden(attributes);
    s->column = 1;
    s->n_items = 0;
    buffer_clear(&s->text);
}

/* Takes the value of a cell from its attributes; a text comes from the paragraphs inside. */
static void take_value(struct sheet *s, const char *const *attributes)
{
    static const struct {
        const char *type, *attribute;
        enum value_kind kind;
    } types[] = { { "float", "office:value", VALUE_NUMBER },
                  { "currency", "office:value", VALUE_NUMBER },
                  { "percentage", "office:value", VALUE_PERCENT },
                  { "date", "office:date-value", VALUE_DATE },
                  { "boolean", "office:boolean-value", VALUE_TRUTH },
                  { "string", "office:string-value", VALUE_TEXT } };
    const char *type = xml_attribute(attributes, "office:value-type"), *value;

    for (size_t i = 0; type != NULL && i < sizeof types / sizeof *types; i++)
        if (strcmp(type, types[i].type) == 0 &&
            (value = xml_attribute(attributes, types[i].attribute)) != NULL) {
            s->cell.kind = types[i].kind;
            buffer_text(&s->text, value);
        }
}

static void start_cell(struct sheet *s, const char *const *attributes, bool is_covered)
{
    const char *style = xml_attribute(attributes, "table:style-name");

    s->cell = (struct row_cell){
        .column = s->column,
        .repeated = count_of(attributes, "number-columns-repeated", CELLS_COLUMNS),
        .start = s->text.length,
        .columns_spanned = count_of(attributes, "number-columns-spanned", CELLS_COLUMNS),
        .rows_spanned = count_of(attributes, "number-rows-spanned", CELLS_ROWS),
    };
    s->in_cell = true;
    s->is_covered = is_covered; /* what it holds is not shown */
    s->paragraphs = 0;
    if (is_covered)
        return;
    if (style != NULL)
        s->cell.format = format_of(s, style);
    else if (s->column <= s->n_columns)
        s->cell.format = s->column_formats[s->column - 1];
    take_value(s, attributes);
}

/* A paragraph of a text, whose other elements are in its line. */
static void start_paragraph(struct sheet *s)
{
    s->in_paragraph = s->cell.kind == VALUE_TEXT && !s->is_covered;
    if (s->in_paragraph && s->paragraphs++ > 0)
        buffer_byte(&s->text, ' ');
    /* A text that the attribute gave is not taken again. */
    if (s->paragraphs == 1 && s->text.length > s->cell.start)
        s->in_paragraph = false;
}

static bool is_line_part(const char *name)
{
    static const char *const names[] = { "span", "a", "ruby", "ruby-base" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* An element inside a cell. */
static void start_content(struct sheet *s, const char *name)
{
    if (s->depth > 0)
        s->depth++;
    else if (strcmp(name, "p") == 0)
        start_paragraph(s);
    else if (strcmp(name, "s") == 0 || strcmp(name, "tab") == 0 ||
             strcmp(name, "line-break") == 0) {
        if (s->in_paragraph)
            buffer_byte(&s->text, ' ');
        s->depth++;
    } else if (!is_line_part(name)) {
        s->depth++; /* a note, a picture: its text is not the cell's */
    }
}

static void start_sheet(struct sheet *s)
{
    if (s->tables++ > 0)
        return;
    s->is_open = s->index++ == s->wanted;
    s->row = 1;
}

static void on_start(void *context, const char *name, const char *const *attributes)
{
    struct sheet *s = context;

    if (s->in_cell)
        start_content(s, name);
    else if (s->depth > 0)
        s->depth++;
    else if (strcmp(name, "table") == 0)
        start_sheet(s);
    else if (strcmp(name, "table-cell") == 0 && s->is_open)
        start_cell(s, attributes, false);
    else if (strcmp(name, "covered-table-cell") == 0 && s->is_open)
        start_cell(s, attributes, true);
    else if (strcmp(name, "table-row") == 0 && s->is_open)
        start_row(s, attributes);
    else if (strcmp(name, "table-column") == 0 && s->is_open)
        start_column(s, attributes);
    else if (strcmp(name, "tracked-changes") == 0 || strcmp(name, "shapes") == 0)
        s->depth++; /* have cells that are not the sheet's */
}

static void on_text(void *context, const char *text, size_t n)
{
    struct sheet *s = context;

    if (s->in_cell && s->in_paragraph && s->depth == 0)
        buffer_put(&s->text, text, n);
}

static void end_cell(struct sheet *s)
{
    s->cell.n = s->text.length - s->cell.start;
    s->in_cell = s->in_paragraph = false;
    s->column += s->cell.repeated;
    if (s->cell.n == 0 || !memory_grow(s->book->reading->alloc, s->book->reading->error, &s->items,
                                       &s->item_capacity, s->n_items + 1, sizeof *s->items))
        return;
    s->items[s->n_items++] = s->cell;
}

static void put_cell(struct sheet *s, uint32_t row, uint32_t column, const struct row_cell *cell)
{
    static const struct figure_format general = { .kind = FIGURE_NUMBER },
                                      day = { .has_day = true };
    struct figure_format format = cell->format > 0 ? s->book->formats[cell->format - 1] : general;
    const char *text = s->text.bytes + cell->start;
    char out[FIGURE_TEXT];
    size_t n = cell->n;

    if (s->row_is_hidden || (column <= s->n_columns && s->hidden_columns[column - 1]))
        workbook_warn_hidden(s->book, s->cells, row, column);
    switch (cell->kind) {
    case VALUE_NUMBER:
    case VALUE_PERCENT:
        if ((format.kind == FIGURE_PERCENT) != (cell->kind == VALUE_PERCENT) ||
            format.kind == FIGURE_DATE)
            format = general;
        if (cell->kind == VALUE_PERCENT)
            format.kind = FIGURE_PERCENT;
        workbook_put_number(s->book, s->cells, row, column, text, n, &format);
        break;
    case VALUE_DATE:
        n = figure_write_date(out, text, n, format.kind == FIGURE_DATE ? &format : &day);
        cells_put(s->cells, row, column, out, n);
        break;
    case VALUE_TRUTH:
        cells_put(s->cells, row, column, *text == 't' ? "TRUE" : "FALSE", *text == 't' ? 4 : 5);
        break;
    case VALUE_TEXT:
        if (n >= 4 && *text == '#' && text[n - 1] == '!')
            workbook_warn_error(s->book, s->cells, row, column, "an error");
        else
            cells_put(s->cells, row, column, text, n);
        break;
    }
}

static void put_merged(struct sheet *s, const struct row_cell *cell)
{
    if (cell->columns_spanned == 1 && cell->rows_spanned == 1)
        return;
    cells_merge(s->cells,
                (struct cells_area){ s->row, s->row + cell->rows_spanned - 1, cell->column,
                                     cell->column + cell->columns_spanned - 1 });
}

static void end_row(struct sheet *s)
{
    for (uint32_t i = 0;
         i < s->row_repeated && s->n_items > 0 && !workbook_failed(s->book) && !s->cells->is_full;
         i++)
        for (size_t k = 0; k < s->n_items; k++)
            for (uint32_t c = 0; c < s->items[k].repeated && !workbook_failed(s->book); c++)
                put_cell(s, s->row + i, s->items[k].column + c, &s->items[k]);
    for (size_t k = 0; k < s->n_items; k++)
        put_merged(s, &s->items[k]);
    s->row = s->row > CELLS_ROWS ? s->row : s->row + s->row_repeated;
    s->n_items = 0;
    s->is_done |= s->cells->is_full;
}

static void on_end(void *context, const char *name)
{
    struct sheet *s = context;

    if (s->depth > 0) {
        s->depth--;
        return;
    }
    if (strcmp(name, "p") == 0)
        s->in_paragraph = false;
    else if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0) {
        if (s->is_open)
            end_cell(s);
    } else if (strcmp(name, "table-row") == 0 && s->is_open) {
        end_row(s);
    } else if (strcmp(name, "table") == 0 && --s->tables == 0 && s->is_open) {
        s->is_open = false;
        s->is_done = true;
    }
}

void ods_read_sheet(struct workbook *book, size_t index, struct cells *cells)
{
    const struct reading *reading = book->reading;
    struct sheet s = { .book = book, .cells = cells, .wanted = index };
    const struct xml_events events = { &s, on_start, on_end, on_text };

    buffer_init(&s.text, reading->alloc, reading->error);
    s.column_formats = arena_array(&book->arena, size_t, CELLS_COLUMNS);
    s.hidden_columns = arena_array(&book->arena, bool, CELLS_COLUMNS);
    if (!workbook_failed(book))
        workbook_feed(book, "content.xml", &events, &s.is_done);
    buffer_free(&s.text);
    memory_free(reading->alloc, s.items, s.item_capacity * sizeof *s.items);
}
