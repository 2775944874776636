/* xlsx_sheet.c - the cells of a sheet of XLSX: <row r="2"><c r="A2" s="1" t="s"><v>0</v></c></row>.
 *
 * r may be missing: the cell is the next one. A formula's cell has the value that the spreadsheet
 * program computed last; a file that a program wrote without computing it has none. */
#include <string.h>

#include "base/number.h"
#include "readers/workbook/workbook_parts.h"

enum cell_type { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_TRUTH, TYPE_ERROR, TYPE_DATE };

struct sheet {
    struct xml *xml;
    struct workbook *book;
    struct cells *cells;
    uint32_t row, column;
    enum cell_type type;
    size_t style;
    bool in_value;    /* in <v>, or in <t> of <is> */
    bool in_phonetic; /* in <rPh> */
    bool has_value, has_formula;
    bool row_is_hidden;
    bool *hidden_columns; /* NULL: none is */
    struct buffer value;
};

static enum cell_type type_of(const char *text)
{
    static const struct {
        const char *text;
        enum cell_type type;
    } types[] = { { "s", TYPE_SHARED }, { "str", TYPE_TEXT }, { "inlineStr", TYPE_TEXT },
                  { "b", TYPE_TRUTH },  { "e", TYPE_ERROR },  { "d", TYPE_DATE } };

    for (size_t i = 0; text != NULL && i < sizeof types / sizeof *types; i++)
        if (strcmp(text, types[i].text) == 0)
            return types[i].type;
    return TYPE_NUMBER;
}

static uint32_t number_of(const char *text)
{
    uint32_t number = 0;

    for (; *text >= '0' && *text <= '9' && number < 100000000; text++)
        number = number * 10 + (uint32_t)(*text - '0');
    return number;
}

static void start_cell(struct sheet *s, const char *const *attributes)
{
    const char *type = NULL;
    uint32_t row, column;

    s->column++;
    s->style = 0;
    s->has_value = s->has_formula = false;
    if (s->value.length > 0)
        buffer_clear(&s->value);
    for (; *attributes != NULL; attributes += 2) {
        const char *name = attributes[0];

        if (name[0] == '\0' || name[1] != '\0')
            continue;
        if (name[0] == 't')
            type = attributes[1];
        else if (name[0] == 's')
            s->style = number_of(attributes[1]);
        else if (name[0] == 'r' && cells_read_place(attributes[1], &row, &column) > 0) {
            s->row = row;
            s->column = column;
        }
    }
    s->type = type_of(type);
}

static bool is_hidden(const char *const *attributes)
{
    const char *hidden = xml_attribute(attributes, "hidden");

    return hidden != NULL && (*hidden == '1' || *hidden == 't');
}

static void start_row(struct sheet *s, const char *const *attributes)
{
    const char *number = xml_attribute(attributes, "r");

    s->row = number != NULL ? number_of(number) : s->row + 1;
    s->column = 0;
    s->row_is_hidden = is_hidden(attributes);
}

/* <col min="4" max="5" hidden="1"/> */
static void start_columns(struct sheet *s, const char *const *attributes)
{
    const char *min = xml_attribute(attributes, "min"), *max = xml_attribute(attributes, "max");
    uint32_t last = max != NULL ? number_of(max) : 0;

    if (min == NULL || !is_hidden(attributes))
        return;
    if (s->hidden_columns == NULL)
        s->hidden_columns = arena_array(&s->book->arena, bool, CELLS_COLUMNS + 1);
    for (uint32_t i = number_of(min); s->hidden_columns != NULL && i <= last && i <= CELLS_COLUMNS;
         i++)
        s->hidden_columns[i] = true;
}

static void start_merge(struct sheet *s, const char *const *attributes)
{
    const char *text = xml_attribute(attributes, "ref");
    struct cells_area area;

    if (text != NULL && cells_read_area(text, &area))
        cells_merge(s->cells, area);
}

static void on_start(void *context, const char *name, const char *const *attributes)
{
    struct sheet *s = context;

    if (name[1] == '\0') {
        if (name[0] == 'c')
            start_cell(s, attributes);
        else if (name[0] == 'v' || name[0] == 't')
            s->in_value = s->has_value = !s->in_phonetic;
        else if (name[0] == 'f')
            s->has_formula = true;
    } else if (strcmp(name, "row") == 0) {
        start_row(s, attributes);
    } else if (strcmp(name, "col") == 0) {
        start_columns(s, attributes);
    } else if (strcmp(name, "rPh") == 0) {
        s->in_phonetic = true;
    } else if (strcmp(name, "mergeCell") == 0) {
        start_merge(s, attributes);
    }
}

static void on_text(void *context, const char *text, size_t n)
{
    struct sheet *s = context;

    if (s->in_value)
        buffer_put(&s->value, text, n);
}

static void put_shared(struct sheet *s)
{
    const struct workbook *book = s->book;
    int64_t index;
    size_t start;

    if (!number_read_integer(s->value.bytes, s->value.length, 0, (int64_t)book->n_strings - 1,
                             &index)) {
        fail_at(book->reading->error, SHEAF_BAD_INPUT,
                (struct place){ .file = s->cells->place, .line = s->row, .column = s->column },
                "the text of this cell is missing in the file, which is damaged; save it again in "
                "a spreadsheet program");
        return;
    }
    start = index > 0 ? book->string_ends[index - 1] : 0;
    cells_put(s->cells, s->row, s->column, book->strings.bytes + start,
              book->string_ends[index] - start);
}

static void warn_not_computed(struct sheet *s)
{
    if (s->cells->most_rows == 0)
        table_warn(s->book->table, "formula",
                   (struct place){ .file = s->cells->place, .line = s->row, .column = s->column },
                   "this cell has a formula without its result and is read as missing; open the "
                   "file in a spreadsheet program and save it");
}

static void put_cell(struct sheet *s)
{
    static const struct figure_format general = { .kind = FIGURE_NUMBER },
                                      day = { .has_day = true };
    struct workbook *book = s->book;
    const struct figure_format *format =
        s->style < book->n_formats ? &book->formats[s->style] : &general;
    char *text = s->value.bytes, date[FIGURE_TEXT];
    size_t n = s->value.length;

    if (!s->has_value && s->has_formula)
        warn_not_computed(s);
    if (n == 0)
        return;
    if (s->row_is_hidden ||
        (s->hidden_columns != NULL && s->column <= CELLS_COLUMNS && s->hidden_columns[s->column]))
        workbook_warn_hidden(book, s->cells, s->row, s->column);
    switch (s->type) {
    case TYPE_NUMBER:
        workbook_put_number(book, s->cells, s->row, s->column, text, n, format);
        break;
    case TYPE_SHARED:
        put_shared(s);
        break;
    case TYPE_TEXT:
        cells_put(s->cells, s->row, s->column, text, xlsx_unescape(text, n));
        break;
    case TYPE_TRUTH:
        cells_put(s->cells, s->row, s->column, *text == '1' ? "TRUE" : "FALSE",
                  *text == '1' ? 4 : 5);
        break;
    case TYPE_ERROR:
        workbook_warn_error(book, s->cells, s->row, s->column, text);
        break;
    case TYPE_DATE:
        n = figure_write_date(date, text, n, format->kind == FIGURE_DATE ? format : &day);
        cells_put(s->cells, s->row, s->column, date, n);
        break;
    }
}

static void on_end(void *context, const char *name)
{
    struct sheet *s = context;

    if (name[1] == '\0' && name[0] == 'c')
        put_cell(s);
    else if (name[1] == '\0')
        s->in_value = false;
    else if (strcmp(name, "rPh") == 0)
        s->in_phonetic = false;
}

void xlsx_read_sheet(struct workbook *book, const struct workbook_sheet *sheet, struct cells *cells)
{
    struct sheet s = { .book = book, .cells = cells };
    const struct xml_events events = { &s, on_start, on_end, on_text };

    xlsx_read_strings(book);
    buffer_init(&s.value, book->reading->alloc, book->reading->error);
    if (!workbook_failed(book))
        workbook_feed(book, sheet->part, &events, &cells->is_full);
    buffer_free(&s.value);
}
