/* table_parts.h - the internals of a table, for table*.c, order.c and select.c only.
 *
 * A series is a distinct tuple of members and stored once. A row is a series, a period and a value
 * with its attributes. Rows are stored column by column, in chunks that never move, so a large
 * table is never copied while it grows. The rows of a series form a linked list. */
#ifndef SHEAF_TABLE_TABLE_PARTS_H
#define SHEAF_TABLE_TABLE_PARTS_H

#include "base/hash.h"
#include "table/table.h"

enum { ROWS_A_CHUNK = 16384, SERIES_A_CHUNK = 1024, NO_INDEX = UINT32_MAX };

/* A slot of an open-addressing hash set of indices. The set's owner compares entries of equal
 * hash. */
struct slot {
    uint32_t hash;
    uint32_t index_plus_1; /* 0: free */
};

struct slots {
    struct slot *slots;
    size_t count; /* a power of two, or 0 */
};

struct dimension {
    const char *name;
    const char **members; /* in order of appearance */
    uint32_t *lengths;
    const char **names; /* readable names of the first name_count members; NULL: none */
    size_t count, capacity, length_capacity, name_count, name_capacity;
    uint32_t latest; /* member of the row that was added last */
    struct slots set;
};

struct growth {
    double value; /* in per cent */
    int8_t decimals;
};

/* The rounding interval of a derived figure. */
struct bounds {
    bool known;
    double low, high;
};

/* The attributes of a row's value, packed into four bytes. */
struct row_flags {
    int8_t decimals, multiplier;
    uint8_t status; /* an ASCII letter, plus FLAG_OWN_ESTIMATED if the figure is estimated */
    uint8_t confidentiality; /* an ASCII letter, plus FLAG_DERIVED if the figure is derived */
};

enum { FLAG_DERIVED = 0x80, FLAG_OWN_ESTIMATED = 0x80 };

/* What rows have besides their values: a column of each. */
struct row_cells {
    uint32_t series[ROWS_A_CHUNK];
    uint32_t periods[ROWS_A_CHUNK]; /* numbers in the table's periods */
    uint32_t next[ROWS_A_CHUNK];    /* next row of the same series; NO_INDEX: none */
    struct row_flags flags[ROWS_A_CHUNK];
};

/* The rows of long series are alike: of one series, with one set of flags, and each of the period whose
 * number comes after that of the row above. A chunk of such rows takes 8 bytes a row, with cells 24. */
struct row_chunk {
    double values[ROWS_A_CHUNK];
    struct row_cells *cells; /* NULL: all rows are as the first, whose cells these are: */
    uint32_t series, first_period;
    struct row_flags flags;
    uint32_t next_after; /* next row of the series after the last of a full chunk */
    uint32_t first_line;
    uint32_t *lines;        /* one for each row; NULL: consecutive lines from first_line on */
    struct growth *growths; /* one for each row; NULL: no row here states its growth */
    struct bounds *bounds;  /* one for each row; NULL: no row here has its own */
};

struct series {
    uint32_t hash;
    uint32_t first, last;   /* rows */
    uint32_t latest_period; /* its number; NO_INDEX: the rows are not in order of period */
};

struct series_chunk {
    struct series series[SERIES_A_CHUNK];
    uint32_t members[]; /* dimension_count for each series */
};

/* Rows come from this file from first_row on. */
struct file_run {
    uint32_t first_row;
    uint16_t file;
};

struct finding {
    const char *kind;
    sheaf_warning warning;
};

struct sheaf_table {
    sheaf_error error;
    struct arena arena;
    const char *name;   /* of the file */
    const char *format; /* the reader's name; "" before it is known */
    const char *title;  /* what the file calls the table; "": nothing */
    const char *x;      /* header of the numbers that stand in place of periods; NULL: none do */
    const sheaf_read_options *options;
    const struct table_watch *watch; /* NULL: nobody is asked */
    sheaf_flags flags;
    bool is_safe; /* for spreadsheets: no text is written that is a formula to them */
    struct dimension *dimensions;
    size_t dimension_count, dimension_capacity;
    sheaf_period *periods; /* distinct, in order of appearance */
    size_t period_count, period_capacity;
    uint32_t latest_period;
    struct slots period_set;
    struct series_chunk **series_chunks;
    size_t series_count, series_chunk_count, series_chunk_capacity;
    uint32_t latest_series;
    struct slots series_set;
    struct row_chunk **row_chunks;
    size_t row_count, row_chunk_count, row_chunk_capacity;
    const char **files; /* files of rows, besides the table's own */
    size_t file_count, file_capacity;
    struct file_run *file_runs; /* in order; rows before the first come from the table's own */
    size_t file_run_count, file_run_capacity;
    uint16_t latest_file;
    struct finding *findings;
    size_t finding_count, finding_capacity;
    const char **passed_over; /* headers of columns of numbers that are not read */
    size_t passed_over_count, passed_over_capacity;
    const char *derivations[DERIVATIONS_KEPT];
    size_t derivation_count; /* also of those not stored */
    bool checked;
    sheaf_series *steps; /* NULL: none of its figures was computed */
    /* Texts of files that are read otherwise than written (table_texts.c). */
    struct {
        const char *text; /* the first, as it is read, … */
        uint32_t code;    /* … and what it was written with */
        size_t count;
    } harmful;
};

static inline bool table_failed(const sheaf_table *table)
{
    return table->error.status != SHEAF_OK;
}

/* Sets (table_members.c) */

/* Makes room for need entries, which take at most half of the slots. When memory runs out, fails
 * the table and returns false. */
bool slots_reserve(sheaf_table *table, struct slots *set, size_t need);
void slots_put(struct slots *set, uint32_t hash, uint32_t index); /* after slots_reserve */
void slots_free(sheaf_table *table, struct slots *set);

void table_free_dimension(sheaf_table *table, struct dimension *dimension);

/* Series (table_series.c) */

static inline struct series *table_series(const sheaf_table *table, uint32_t series)
{
    return &table->series_chunks[series / SERIES_A_CHUNK]->series[series % SERIES_A_CHUNK];
}

static inline uint32_t *table_series_members(const sheaf_table *table, uint32_t series)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a series has its chunk */
    return table->series_chunks[series / SERIES_A_CHUNK]->members +
           series % SERIES_A_CHUNK * table->dimension_count;
}

void table_free_series(sheaf_table *table); /* and its periods */
/* How many of the days, which ascend, are the periods with the numbers from first on; those behind the
 * last are added. When memory runs out, fails the table. */
size_t table_follow_days(sheaf_table *table, uint32_t first, const int32_t *days, size_t n);

/* Rows (table_rows.c, table_put.c) */

/* Small tables are not populated in advance: most of their last chunk may stay unused. */
enum { FEW_CHUNKS = 8 };

/* Appends a chunk of size bytes to a list of chunks. When memory runs out, fails the table and
 * returns NULL. */
void *table_add_chunk(sheaf_table *table, void *list, size_t *count, size_t *capacity, size_t size);

static inline struct row_chunk *table_chunk(const sheaf_table *table, size_t row)
{
    return table->row_chunks[row / ROWS_A_CHUNK];
}

static inline uint32_t table_chunk_period(const struct row_chunk *chunk, size_t at)
{
    return chunk->cells != NULL ? chunk->cells->periods[at] : chunk->first_period + (uint32_t)at;
}

static inline struct row_flags table_row_flags(const sheaf_table *table, size_t row)
{
    const struct row_chunk *chunk = table_chunk(table, row);

    return chunk->cells != NULL ? chunk->cells->flags[row % ROWS_A_CHUNK] : chunk->flags;
}

static inline uint32_t table_row_series(const sheaf_table *table, size_t row)
{
    const struct row_chunk *chunk = table_chunk(table, row);

    return chunk->cells != NULL ? chunk->cells->series[row % ROWS_A_CHUNK] : chunk->series;
}

static inline uint32_t table_next_row(const sheaf_table *table, size_t row)
{
    const struct row_chunk *chunk = table_chunk(table, row);

    if (chunk->cells != NULL)
        return chunk->cells->next[row % ROWS_A_CHUNK];
    if (row % ROWS_A_CHUNK == ROWS_A_CHUNK - 1)
        return chunk->next_after;
    return row + 1 < table->row_count ? (uint32_t)row + 1 : NO_INDEX;
}

/* Of equal periods the numbers are equal, too. */
static inline uint32_t table_row_period_number(const sheaf_table *table, size_t row)
{
    return table_chunk_period(table_chunk(table, row), row % ROWS_A_CHUNK);
}

static inline sheaf_period table_row_period(const sheaf_table *table, size_t row)
{
    return table->periods[table_row_period_number(table, row)];
}

static inline char table_row_status(const sheaf_table *table, size_t row)
{
    return (char)(table_row_flags(table, row).status & ~FLAG_OWN_ESTIMATED);
}

static inline int table_row_multiplier(const sheaf_table *table, size_t row)
{
    return table_row_flags(table, row).multiplier;
}

static inline double table_row_value(const sheaf_table *table, size_t row, int *multiplier)
{
    *multiplier = table_row_multiplier(table, row);
    return table_chunk(table, row)->values[row % ROWS_A_CHUNK];
}

/* How many rows from this one on share its series and its flags, and have the next periods and places. */
static inline size_t table_count_alike(const sheaf_table *table, size_t row)
{
    size_t at = row % ROWS_A_CHUNK, left = table->row_count - row;

    if (table_chunk(table, row)->cells != NULL)
        return 1;
    return left < ROWS_A_CHUNK - at ? left : ROWS_A_CHUNK - at;
}

static inline uint32_t table_chunk_line(const struct row_chunk *chunk, size_t at)
{
    return chunk->lines != NULL ? chunk->lines[at] : chunk->first_line + (uint32_t)at;
}

/* False: neither the row nor those near it state their growth. */
static inline bool table_has_growths(const sheaf_table *table, size_t row)
{
    return table_chunk(table, row)->growths != NULL;
}

const char *table_row_file(const sheaf_table *table, size_t row);

/* Texts (table_texts.c) */

/* A copy of n bytes that is harmless to what is around it, and its length. */
char *table_copy_text(sheaf_table *table, const char *text, size_t n, size_t *length);
void table_warn_of_texts(sheaf_table *table); /* after the last row */
/* Gives the chunk of that number, of so many rows, cells. When memory runs out, fails the table and returns
 * NULL. */
struct row_cells *table_reserve_cells(sheaf_table *table, size_t number, size_t rows);
size_t table_chunk_rows(const sheaf_table *table, size_t number);
/* Rebuilds the linked lists of rows from the rows' series numbers. */
void table_chain_rows(sheaf_table *table);
/* Gives a chunk of so many rows an explicit column of lines. False when memory runs out. */
bool table_reserve_lines(sheaf_table *table, struct row_chunk *chunk, size_t rows);
/* Gives a chunk of so many rows a column of growths, if it has none; all are "not stated". When
 * memory runs out, fails the table and returns false. */
bool table_reserve_growths(sheaf_table *table, struct row_chunk *chunk, size_t rows);
/* The same of bounds; none are known. */
bool table_reserve_bounds(sheaf_table *table, struct row_chunk *chunk, size_t rows);
void table_free_rows(sheaf_table *table);

/* Repeated rows (table_repeats.c) */

typedef int table_order(const sheaf_table *table, uint32_t a, uint32_t b);
table_order table_order_by_period;
/* A stable merge sort. scratch has room for count rows. */
void table_sort_rows(const sheaf_table *table, uint32_t *rows, size_t count, uint32_t *scratch,
                     table_order *order);
/* True when two rows of one series and period are duplicates. */
bool table_rows_agree(const sheaf_table *table, uint32_t a, uint32_t b);
/* Warns that a row is dropped because an earlier one is the same. Rows without a value are passed
 * over: nothing is lost with them. */
void table_warn_identical(sheaf_table *table, uint32_t kept, uint32_t dropped);
/* "lines 2 and 4 are both about 2023 and differ; …", for two rows of one series. */
void table_write_conflict(const sheaf_table *table, uint32_t a, uint32_t b, char *out,
                          size_t capacity);

#endif
