/* arrow_parts.h - columns of the Arrow C data interface: their types, and their cells. Buffers are
 * read through memcpy, because producers need not align them. */
#ifndef SHEAF_READERS_ARROW_ARROW_PARTS_H
#define SHEAF_READERS_ARROW_ARROW_PARTS_H

#include "readers/sql/sql_result.h"
#include "sheaf/arrow.h"

enum arrow_kind {
    ARROW_REFUSED, /* a type that has no place in a table */
    ARROW_NULL,
    ARROW_BOOLEAN,
    ARROW_INTEGER,
    ARROW_UNSIGNED,
    ARROW_FLOAT,
    ARROW_DECIMAL,
    ARROW_TEXT, /* utf8; width: of its offsets */
    ARROW_TEXT_VIEW,
    ARROW_TIME /* a date or timestamp, in ticks since 1970 */
};

struct arrow_type {
    enum arrow_kind kind;
    uint8_t width;        /* bytes of a value in the buffer; of booleans 0 */
    int scale;            /* of a decimal */
    int64_t ticks;        /* a day has */
    int32_t zone_minutes; /* ahead of UTC */
    const char *refusal;  /* of ARROW_REFUSED: "it is nested (a list)" */
};

/* The type of a format string such as "d:19,10". */
struct arrow_type arrow_type_of(const char *format);

/* A column, or the dictionary behind one. */
struct arrow_cells {
    struct arrow_type type;
    const struct ArrowArray *array;
};

struct arrow_column {
    struct arrow_cells cells;      /* of a dictionary-encoded column: indices */
    struct arrow_cells dictionary; /* array NULL: there is none */
};

enum { ARROW_CELL_TEXT = 128 }; /* any number or date as text */

/* A cell, found: which cells, and the index in their buffers. cells NULL: null. */
struct arrow_cell {
    const struct arrow_cells *cells;
    size_t index;
};

/* Why the array cannot be one of this type, with at least so many cells. NULL: it can. */
const char *arrow_array_fault(const struct arrow_type *type, const struct ArrowArray *array);

/* Finds the cell of a row of the column, through its dictionary. False, with a reason: malformed. */
bool arrow_find(const struct arrow_column *column, size_t row, struct arrow_cell *cell,
                const char **reason);
/* True where the validity bitmap of the array says that a cell is null. */
bool arrow_is_null(const struct ArrowArray *array, size_t index);

/* The text of a cell: in place, or in scratch. NULL, with a reason: malformed, or no text. */
const char *arrow_text(const struct arrow_cell *cell, char scratch[ARROW_CELL_TEXT], size_t *n,
                       const char **reason);
/* The number in a cell with its decimals. False: the cell is of another type. */
bool arrow_number(const struct arrow_cell *cell, double *value, int *decimals);
bool arrow_boolean(const struct arrow_cell *cell);

/* Numbers as text (arrow_numbers.c) */

/* Writes a whole number of width bytes (two's complement), with its last scale digits behind a point. */
size_t arrow_write_decimal(char out[ARROW_CELL_TEXT], const unsigned char *bytes, size_t width,
                           int scale);
/* A float of 2, 4 or 8 bytes as the double whose text is shortest. */
double arrow_read_float(const unsigned char *bytes, size_t width);

#endif
