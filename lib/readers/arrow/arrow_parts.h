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
    bool has_dictionary;
    bool is_ignored; /* the options give it the role "" */
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
/* The index of a row in the dictionary of the column, not checked. False: null, or no dictionary. */
bool arrow_index(const struct arrow_column *column, size_t row, size_t *index);
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

/* Sources (arrow_source.c) */

/* Columns that stand for no dimension, but for what the table's own export says of derived figures. */
enum derived_part { PART_DERIVED, PART_ESTIMATED, PART_LOW, PART_HIGH, PARTS };

struct arrow_source {
    struct sql_result result;
    const struct ArrowSchema *schema;
    struct arrow_column *columns;
    size_t parts[PARTS]; /* columns; SIZE_MAX: none */
    struct ArrowArrayStream *stream;
    const struct ArrowArray *batch; /* NULL: none yet */
    struct ArrowArray own;          /* the stream's batch */
    size_t row, next, rows;         /* of the batch: this one, the next, and how many there are */
    char scratch[ARROW_CELL_TEXT];
};

static inline bool arrow_failed(const struct arrow_source *source)
{
    return sql_failed(&source->result);
}

/* Of what a column's cells are, behind the dictionary if there is one. */
static inline enum arrow_kind arrow_kind_of(const struct arrow_column *column)
{
    return column->has_dictionary ? column->dictionary.type.kind : column->cells.type.kind;
}

/* These fail into the table's error. */
bool arrow_check_schema(struct arrow_source *source);
void arrow_take_columns(struct arrow_source *source);
/* Takes a batch of the schema; its cells are read from now on. */
bool arrow_take_batch(struct arrow_source *source, const struct ArrowArray *batch);
void arrow_release_batch(struct arrow_source *source);
void arrow_fail_stream(struct arrow_source *source, const char *what, int code);

/* For struct sql_source, whose context is the source. Moves to the next row, of the next batch if
 * need be. False: there is none, or failed. */
bool arrow_next_row(void *context);
/* A cell of the row. cells NULL: null, or failed. */
struct arrow_cell arrow_find_cell(struct arrow_source *source, size_t column);
/* NULL: null, or failed. */
const char *arrow_cell_text(void *context, size_t column, size_t *n);
bool arrow_cell_code(void *context, size_t column, size_t *index);

/* Layouts (arrow_layout.c) */

/* True where the names of the columns say what all of them are, with a row an observation. */
bool arrow_is_tidy(const struct arrow_source *source);
/* Reads the rows as delimited values, in whose layouts columns may also be periods or bounds. */
void arrow_read_as_text(struct arrow_source *source);

#endif
