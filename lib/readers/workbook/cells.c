/* cells.c - keeps the cells of one sheet as rows of text. */
#include "readers/workbook/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/strings.h"

void cells_start(struct cells *cells, const sheaf_alloc *alloc, const char *place,
                 sheaf_error *error)
{
    *cells = (struct cells){ .alloc = alloc, .error = error, .place = place };
    buffer_init(&cells->text, alloc, error);
}

void cells_end(struct cells *cells)
{
    buffer_free(&cells->text);
    memory_free(cells->alloc, cells->rows, cells->capacity * sizeof *cells->rows);
    memory_free(cells->alloc, cells->merged, cells->merged_capacity * sizeof *cells->merged);
    cells->rows = NULL;
    cells->merged = NULL;
    cells->count = cells->capacity = cells->n_merged = cells->merged_capacity = 0;
}

static bool failed(const struct cells *cells)
{
    return cells->error->status != SHEAF_OK;
}

/* Adding -------------------------------------------------------------------------- */

static void fail_order(struct cells *cells, uint32_t row, uint32_t column)
{
    fail_at(cells->error, SHEAF_BAD_INPUT,
            (struct place){ .file = cells->place, .line = row, .column = column },
            "the cells are not in order, or outside of any sheet; the file is damaged: save it "
            "again in a spreadsheet program");
}

static bool start_row(struct cells *cells, uint32_t row, uint32_t column)
{
    if (cells->most_rows > 0 && cells->count >= cells->most_rows) {
        cells->is_full = true;
        return false;
    }
    if (!memory_grow(cells->alloc, cells->error, &cells->rows, &cells->capacity, cells->count + 1,
                     sizeof *cells->rows))
        return false;
    cells->rows[cells->count++] = (struct cells_row){ cells->text.length, row, column, column };
    return true;
}

/* One line, whose fields are separated by tabs: a field that begins with a quote is quoted. */
static void put_text(struct buffer *out, const char *text, size_t n)
{
    bool quoted = *text == '"';

    if (quoted)
        buffer_byte(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (quoted && text[i] == '"')
            buffer_byte(out, '"');
        buffer_byte(out, (unsigned char)text[i] < ' ' ? ' ' : text[i]);
    }
    if (quoted)
        buffer_byte(out, '"');
}

static bool is_plain(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)text[i] < ' ')
            return false;
    return *text != '"';
}

void cells_put(struct cells *cells, uint32_t row, uint32_t column, const char *text, size_t n)
{
    struct cells_row *last = cells->count > 0 ? &cells->rows[cells->count - 1] : NULL;

    if (n == 0 || cells->is_full || failed(cells))
        return;
    if (row == 0 || row > CELLS_ROWS || column == 0 || column > CELLS_COLUMNS ||
        (last != NULL && (row < last->row || (row == last->row && column <= last->last)))) {
        fail_order(cells, row, column);
        return;
    }
    if (last == NULL || row != last->row) {
        if (!start_row(cells, row, column))
            return;
        last = &cells->rows[cells->count - 1];
    }
    for (; last->last < column; last->last++)
        buffer_byte(&cells->text, '\t');
    if (is_plain(text, n))
        buffer_put(&cells->text, text, n);
    else
        put_text(&cells->text, text, n);
    if (cells->text.length > CELLS_BYTES)
        fail_at(cells->error, SHEAF_BAD_INPUT, (struct place){ .file = cells->place },
                "the sheet holds more than %d MiB of text; save it as CSV", CELLS_BYTES >> 20);
}

void cells_merge(struct cells *cells, struct cells_area area)
{
    if (failed(cells) || cells->n_merged == CELLS_MERGED_AREAS ||
        !memory_grow(cells->alloc, cells->error, &cells->merged, &cells->merged_capacity,
                     cells->n_merged + 1, sizeof *cells->merged))
        return;
    cells->merged[cells->n_merged++] = area;
}

/* Looking ------------------------------------------------------------------------- */

/* The text of a row, which has an end but no line feed. */
static const char *row_text(const struct cells *cells, size_t index, const char **end)
{
    size_t to = index + 1 < cells->count ? cells->rows[index + 1].offset : cells->text.length;

    *end = cells->text.bytes + to;
    return cells->text.bytes + cells->rows[index].offset;
}

/* The end of the field that starts at `at`. */
static const char *field_end(const char *at, const char *end)
{
    const char *tab = at < end ? memchr(at, '\t', (size_t)(end - at)) : NULL;

    return tab != NULL ? tab : end;
}

bool cells_field(const struct cells *cells, size_t index, uint32_t column, const char **text,
                 size_t *n)
{
    const struct cells_row *row = &cells->rows[index];
    const char *end, *at = row_text(cells, index, &end), *after;

    *text = "";
    *n = 0;
    if (column < row->column || column > row->last)
        return false;
    for (uint32_t i = row->column; (after = field_end(at, end)) < end && i < column; i++)
        at = after + 1;
    *text = at;
    *n = (size_t)(after - at);
    return *n > 0;
}

struct cells_area cells_extent(const struct cells *cells)
{
    struct cells_area extent = { 1, 1, CELLS_COLUMNS, 1 };

    for (size_t i = 0; i < cells->count; i++) {
        const struct cells_row *row = &cells->rows[i];

        extent.first_column = row->column < extent.first_column ? row->column : extent.first_column;
        extent.last_column = row->last > extent.last_column ? row->last : extent.last_column;
    }
    if (cells->count > 0) {
        extent.first_row = cells->rows[0].row;
        extent.last_row = cells->rows[cells->count - 1].row;
    }
    return extent;
}

void cells_mark_columns(const struct cells *cells, size_t first, size_t last,
                        bool used[CELLS_COLUMNS])
{
    for (size_t i = first; i <= last && i < cells->count; i++) {
        const char *end, *at = row_text(cells, i, &end), *after;
        uint32_t column = cells->rows[i].column - 1;

        for (; (after = field_end(at, end)) < end; at = after + 1, column++)
            used[column] |= after > at;
        used[column] |= after > at;
    }
}

/* Writing ------------------------------------------------------------------------- */

enum { ACTIVE_AREAS = 1000 }; /* merged areas that one row may meet; the others stay as they are */

struct piece {
    const char *text;
    size_t n;
};

/* A merged area that the row meets. */
struct active {
    struct cells_area area;
    struct piece value; /* of its first cell */
};

struct writing {
    const struct cells *cells;
    struct buffer *out;
    struct cells_area area;
    const uint32_t *columns; /* of the fields */
    size_t n_columns;
    bool is_dense;        /* no column of the area is left out */
    struct piece *fields; /* of the row, by column */
    uint32_t dirty;       /* columns of them that may hold something */
    size_t next_merged;   /* the first area that starts below the row */
    struct active *active;
    size_t n_active;
};

static void take_fields(struct writing *w, size_t index)
{
    const char *end, *at = row_text(w->cells, index, &end), *after;
    uint32_t column = w->cells->rows[index].column - 1;

    memset(w->fields, 0, w->dirty * sizeof *w->fields);
    for (; (after = field_end(at, end)) < end; at = after + 1)
        w->fields[column++] = (struct piece){ at, (size_t)(after - at) };
    w->fields[column] = (struct piece){ at, (size_t)(after - at) };
    w->dirty = column + 1;
}

/* Finds the merged areas that the row meets; they are sorted by their first row. */
static void update_active(struct writing *w, size_t index)
{
    const struct cells *cells = w->cells;
    uint32_t row = cells->rows[index].row;
    size_t kept = 0;

    for (size_t i = 0; i < w->n_active; i++)
        if (w->active[i].area.last_row >= row)
            w->active[kept++] = w->active[i];
    w->n_active = kept;
    for (; w->next_merged < cells->n_merged && cells->merged[w->next_merged].first_row <= row;
         w->next_merged++) {
        const struct cells_area *area = &cells->merged[w->next_merged];
        struct piece value = { "", 0 };

        if (area->first_row == row && w->n_active < ACTIVE_AREAS &&
            cells_field(cells, index, area->first_column, &value.text, &value.n))
            w->active[w->n_active++] = (struct active){ *area, value };
    }
}

/* True when the row holds something outside of the area's columns. */
static bool has_others(const struct writing *w, size_t index, const struct cells_area *area)
{
    const struct cells_row *row = &w->cells->rows[index];

    return row->column < area->first_column || row->last > area->last_column;
}

static void fill_merged(struct writing *w, size_t index)
{
    uint32_t left = CELLS_COLUMNS; /* areas that overlap fill no more than a row */

    for (size_t i = 0; i < w->n_active; i++) {
        const struct cells_area *area = &w->active[i].area;

        if (!has_others(w, index, area))
            continue;
        for (uint32_t column = area->first_column; column <= area->last_column && left > 0;
             column++, left--) {
            if (w->fields[column - 1].n == 0)
                w->fields[column - 1] = w->active[i].value;
            w->dirty = column > w->dirty ? column : w->dirty;
        }
    }
}

/* A row of an area without gaps is its text between empty fields. */
static void write_text(struct writing *w, size_t index)
{
    const struct cells_row *row = &w->cells->rows[index];
    const char *end, *text = row_text(w->cells, index, &end);

    for (uint32_t i = w->area.first_column; i < row->column; i++)
        buffer_byte(w->out, '\t');
    buffer_put(w->out, text, (size_t)(end - text));
    for (uint32_t i = row->last; i < w->area.last_column; i++)
        buffer_byte(w->out, '\t');
}

static void write_fields(struct writing *w, size_t index)
{
    take_fields(w, index);
    fill_merged(w, index);
    for (size_t i = 0; i < w->n_columns; i++) {
        const struct piece *field = &w->fields[w->columns[i] - 1];

        if (i > 0)
            buffer_byte(w->out, '\t');
        if (field->n > 0)
            buffer_put(w->out, field->text, field->n);
    }
}

static void write_row(struct writing *w, size_t index)
{
    const struct cells_row *row = &w->cells->rows[index];

    update_active(w, index);
    if (w->n_active == 0 && w->is_dense && row->column >= w->area.first_column &&
        row->last <= w->area.last_column)
        write_text(w, index);
    else
        write_fields(w, index);
}

/* The index of the first row from this number on. */
static size_t find_row(const struct cells *cells, uint32_t row)
{
    size_t low = 0, high = cells->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (cells->rows[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void write_rows(struct writing *w)
{
    uint32_t line = 1;

    for (size_t i = find_row(w->cells, w->area.first_row);
         i < w->cells->count && w->cells->rows[i].row <= w->area.last_row; i++) {
        for (; line < w->cells->rows[i].row; line++)
            buffer_byte(w->out, '\n');
        write_row(w, i);
        if (w->out->length > 2 * (size_t)CELLS_BYTES) {
            fail_at(w->cells->error, SHEAF_BAD_INPUT, (struct place){ .file = w->cells->place },
                    "the sheet is too wide and too long; say where its table is, as in " SETTING(
                        "sheet: 'NAME!A1:H20'"));
            return;
        }
    }
    buffer_byte(w->out, '\n');
}

static void list_columns(struct writing *w, const bool *used, uint32_t *columns)
{
    for (uint32_t i = w->area.first_column; i <= w->area.last_column; i++)
        if (used[i - 1])
            columns[w->n_columns++] = i;
    w->is_dense = w->n_columns == w->area.last_column - w->area.first_column + 1;
    w->columns = columns;
}

static int by_first_row(const void *a, const void *b)
{
    const struct cells_area *one = a, *other = b;

    if (one->first_row != other->first_row)
        return one->first_row < other->first_row ? -1 : 1;
    return one->first_column < other->first_column ? -1 : one->first_column > other->first_column;
}

void cells_write(struct cells *cells, struct cells_area area, struct buffer *out,
                 uint32_t columns[CELLS_COLUMNS], size_t *n_columns)
{
    struct arena arena;
    struct writing w = { .cells = cells, .out = out, .area = area, .dirty = CELLS_COLUMNS };
    size_t first = find_row(cells, area.first_row), end = find_row(cells, area.last_row + 1);
    bool *used;

    arena_init(&arena, cells->alloc, cells->error);
    used = arena_array(&arena, bool, CELLS_COLUMNS);
    w.fields = arena_array(&arena, struct piece, CELLS_COLUMNS);
    w.active = arena_array(&arena, struct active, ACTIVE_AREAS);
    if (!failed(cells) && end > first) {
        if (cells->n_merged > 0)
            qsort(cells->merged, cells->n_merged, sizeof *cells->merged, by_first_row);
        cells_mark_columns(cells, first, end - 1, used);
        list_columns(&w, used, columns);
        write_rows(&w);
    }
    *n_columns = w.n_columns;
    arena_free(&arena);
}

/* Places -------------------------------------------------------------------------- */

size_t cells_read_place(const char *text, uint32_t *row, uint32_t *column)
{
    const char *at = text;

    for (*column = 0; *column <= CELLS_COLUMNS; at++) {
        char letter = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;

        if (letter == '$' && (at == text || *column > 0))
            continue;
        if (letter < 'A' || letter > 'Z')
            break;
        *column = *column * 26 + (uint32_t)(letter - 'A' + 1);
    }
    for (*row = 0; *at >= '0' && *at <= '9' && *row <= CELLS_ROWS; at++)
        *row = *row * 10 + (uint32_t)(*at - '0');
    if (*column == 0 || *column > CELLS_COLUMNS || *row == 0 || *row > CELLS_ROWS)
        return 0;
    return (size_t)(at - text);
}

bool cells_read_area(const char *text, struct cells_area *area)
{
    size_t n = cells_read_place(text, &area->first_row, &area->first_column);

    if (n == 0)
        return false;
    area->last_row = area->first_row;
    area->last_column = area->first_column;
    if (text[n] == ':') {
        size_t more = cells_read_place(text + n + 1, &area->last_row, &area->last_column);

        n = more > 0 ? n + 1 + more : 0;
    }
    return n > 0 && text[n] == '\0' && area->first_row <= area->last_row &&
           area->first_column <= area->last_column;
}
