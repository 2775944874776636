/* tables.c - finds the tables of a sheet that stand apart.
 *
 * Rows without an empty one between them are a block; empty columns divide a block whose parts have
 * labels and headers of their own. A block whose headers are above it continues the table there:
 * many tables have an empty line between groups of rows. Titles and notes are no tables. */
#include <string.h>

#include "readers/cell.h"
#include "readers/workbook/workbook_parts.h"
#include "sheaf/period.h"

enum { LOOK_AT = 30 }; /* rows of a block that show what it is */

/* Rows from first to last of the list, columns as in the sheet. */
struct block {
    size_t first, last;
    uint32_t first_column, last_column;
};

/* What the fields of a row within a block are. */
struct fields {
    size_t count, figures; /* those that hold something; numbers that are no periods */
    bool label_is_figure;  /* the first of them */
};

static bool is_figure(const char *text, size_t n)
{
    sheaf_period period;

    return cell_read(text, n, '.').kind == CELL_NUMBER && !sheaf_period_read(text, n, &period);
}

static struct fields look_at(const struct cells *cells, size_t row, const struct block *block)
{
    struct fields fields = { 0 };
    uint32_t last = block->last_column;
    const char *text;
    size_t n;

    if (last > block->first_column + LOOK_AT)
        last = block->first_column + LOOK_AT;
    for (uint32_t column = block->first_column; column <= last; column++)
        if (cells_field(cells, row, column, &text, &n)) {
            bool figure = is_figure(text, n);

            if (column == block->first_column)
                fields.label_is_figure = figure;
            fields.count++;
            fields.figures += figure;
        }
    return fields;
}

/* True when the block has a row of words or periods and figures below. labels: its first column has
 * words or periods, too. */
static bool is_table(const struct cells *cells, const struct block *block, bool labels)
{
    bool headers = false, figures = false;

    for (size_t i = block->first; i <= block->last && i < block->first + LOOK_AT; i++) {
        struct fields fields = look_at(cells, i, block);

        if (fields.count < 2)
            continue;
        if (!headers && fields.figures > 0)
            return false;
        headers = true;
        figures |= fields.figures > 0;
        if (labels && fields.label_is_figure)
            return false;
    }
    return headers && figures;
}

static bool has_figures(const struct cells *cells, const struct block *block)
{
    for (size_t i = block->first; i <= block->last && i < block->first + LOOK_AT; i++)
        if (look_at(cells, i, block).figures > 0)
            return true;
    return false;
}

struct search {
    const struct cells *cells;
    bool *used; /* columns of the block */
    struct cells_area *areas;
    size_t count;
};

static struct cells_area area_of(const struct cells *cells, const struct block *block)
{
    return (struct cells_area){ cells->rows[block->first].row, cells->rows[block->last].row,
                                block->first_column, block->last_column };
}

static void add_area(struct search *s, const struct block *block)
{
    if (s->count < WORKBOOK_TABLES)
        s->areas[s->count++] = area_of(s->cells, block);
}

/* The next part of the block, from a column on; false: there is none. */
static bool next_part(const struct search *s, const struct block *block, uint32_t from,
                      struct block *part)
{
    *part = *block;
    while (from <= block->last_column && !s->used[from - 1])
        from++;
    part->first_column = part->last_column = from;
    while (part->last_column < block->last_column && s->used[part->last_column])
        part->last_column++;
    return from <= block->last_column;
}

/* The rows of the block in which the part holds something. */
static void trim_rows(const struct cells *cells, struct block *part)
{
    while (part->first < part->last && look_at(cells, part->first, part).count == 0)
        part->first++;
    while (part->last > part->first && look_at(cells, part->last, part).count == 0)
        part->last--;
}

static void add_block(struct search *s, const struct block *block)
{
    struct block part, first = *block;
    size_t tables = 0;

    for (uint32_t from = block->first_column; next_part(s, block, from, &part);
         from = part.last_column + 1) {
        trim_rows(s->cells, &part);
        if (!is_table(s->cells, &part, tables > 0))
            continue;
        if (tables++ == 0)
            first = part;
        else if (tables == 2)
            add_area(s, &first);
        if (tables > 1)
            add_area(s, &part);
    }
    if (tables > 1)
        return;
    if (tables == 1 || is_table(s->cells, block, false)) {
        add_area(s, block);
    } else if (s->count > 0 && has_figures(s->cells, block)) {
        struct cells_area *above = &s->areas[s->count - 1], own = area_of(s->cells, block);

        above->last_row = own.last_row;
        if (own.first_column < above->first_column)
            above->first_column = own.first_column;
        if (own.last_column > above->last_column)
            above->last_column = own.last_column;
    }
}

static struct block block_from(const struct search *s, size_t first)
{
    const struct cells *cells = s->cells;
    struct block block = { first, first, CELLS_COLUMNS, 1 };

    for (size_t i = first;
         i < cells->count && cells->rows[i].row - cells->rows[first].row == (uint32_t)(i - first);
         i++) {
        const struct cells_row *row = &cells->rows[i];

        block.last = i;
        block.first_column = row->column < block.first_column ? row->column : block.first_column;
        block.last_column = row->last > block.last_column ? row->last : block.last_column;
    }
    memset(s->used + block.first_column - 1, 0, block.last_column - block.first_column + 1);
    cells_mark_columns(cells, block.first, block.last, s->used);
    return block;
}

size_t workbook_find_tables(const struct cells *cells, struct cells_area areas[WORKBOOK_TABLES])
{
    struct search search = { .cells = cells, .areas = areas };
    struct arena arena;

    arena_init(&arena, cells->alloc, cells->error);
    search.used = arena_array(&arena, bool, CELLS_COLUMNS);
    for (size_t i = 0; search.used != NULL && i < cells->count;) {
        struct block block = block_from(&search, i);

        add_block(&search, &block);
        i = block.last + 1;
    }
    arena_free(&arena);
    return search.count;
}
