/* cells.h - the cells of one sheet as rows of text, on their way from XML to the reader of
 * delimited values: a row is a line, fields are separated by tabs. */
#ifndef SHEAF_READERS_WORKBOOK_CELLS_H
#define SHEAF_READERS_WORKBOOK_CELLS_H

#include "base/buffer.h"

enum {
    CELLS_ROWS = 1 << 20, /* of a sheet in Excel and LibreOffice */
    CELLS_COLUMNS = 1 << 14,
    CELLS_BYTES = 512 << 20, /* of a sheet's text */
    CELLS_MERGED_AREAS = 100000
};

/* Rows and columns from 1, all included. */
struct cells_area {
    uint32_t first_row, last_row, first_column, last_column;
};

struct cells_row {
    size_t offset;              /* of its text */
    uint32_t row, column, last; /* its number; first and last column that hold something */
};

struct cells {
    const sheaf_alloc *alloc;
    sheaf_error *error;
    const char *place;      /* of the sheet, for messages: "book.xlsx: sheet 'Data'" */
    size_t most_rows;       /* rows after which the rest is left out; 0: all are kept */
    bool is_full;           /* the rest was left out */
    struct buffer text;     /* of all rows, each from its first cell to its last */
    struct cells_row *rows; /* those that hold something, in order */
    size_t count, capacity;
    struct cells_area *merged;
    size_t n_merged, merged_capacity;
};

/* alloc, error and place must outlive the cells. */
void cells_start(struct cells *cells, const sheaf_alloc *alloc, const char *place,
                 sheaf_error *error);
void cells_end(struct cells *cells);

/* Adds a cell behind those before it, by rows. Tabs and line ends in its text become spaces. An
 * empty one adds nothing. */
void cells_put(struct cells *cells, uint32_t row, uint32_t column, const char *text, size_t n);
void cells_merge(struct cells *cells, struct cells_area area);

/* A field of a row; false, and empty, where there is none. */
bool cells_field(const struct cells *cells, size_t index, uint32_t column, const char **text,
                 size_t *n);
/* The smallest area that holds all cells. */
struct cells_area cells_extent(const struct cells *cells);
/* Marks the columns (used[column - 1]) that hold something in rows first to last of the list. */
void cells_mark_columns(const struct cells *cells, size_t first, size_t last,
                        bool used[CELLS_COLUMNS]);

/* Writes the area as lines of fields, of which each has as many: a line for each row from row 1 on,
 * empty above the area, without columns that are empty. A merged cell's value stands in all of its
 * cells, but for those of a title, which is alone in its row. columns: receives the number of each
 * field's column, and *n_columns how many there are. */
void cells_write(struct cells *cells, struct cells_area area, struct buffer *out,
                 uint32_t columns[CELLS_COLUMNS], size_t *n_columns);

/* "C14" to its row and column; the number of bytes read, 0: none. */
size_t cells_read_place(const char *text, uint32_t *row, uint32_t *column);
/* "A1:H20" or "B2". False: it is none. */
bool cells_read_area(const char *text, struct cells_area *area);

#endif
