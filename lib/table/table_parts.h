/* table_parts.h - the inside of a table, for the files table*.c and select.c only.
 *
 * A series is a distinct tuple of members, kept once. A row is a series, a period and what
 * is said about them, in columns; columns are in chunks that never move, so that a large
 * table is never copied while it grows. The rows of a series are a chain. */
#ifndef SHEAF_TABLE_TABLE_PARTS_H
#define SHEAF_TABLE_TABLE_PARTS_H

#include "base/hash.h"
#include "table/table.h"

enum { ROWS_A_CHUNK = 16384, SERIES_A_CHUNK = 1024, NO_INDEX = UINT32_MAX };

/* Of an open-addressing set; the owner of the set compares what has equal hashes. */
struct slot {
    uint32_t hash;
    uint32_t next_index; /* of the entry, plus 1; 0: free */
};

struct slots {
    struct slot *slots;
    size_t count; /* a power of two, or 0 */
};

struct dimension {
    const char *name;
    const char **members; /* in order of appearance */
    uint32_t *lengths;
    const char **names; /* in words, of the first name_count members; NULL: none */
    size_t count, capacity, length_capacity, name_count, name_capacity;
    uint32_t latest; /* member of the row that table_add_row added last */
    struct slots set;
};

struct growth {
    double value; /* in per cent */
    int8_t decimals;
};

/* What a row says of its value, in four bytes. */
struct row_marks {
    int8_t decimals, multiplier;
    char status;
    uint8_t confidentiality; /* an ASCII letter; with MARKED_DERIVED, of a derived figure */
};

enum { MARKED_DERIVED = 0x80 };

struct row_chunk {
    double values[ROWS_A_CHUNK];
    uint32_t series[ROWS_A_CHUNK];
    uint32_t periods[ROWS_A_CHUNK]; /* numbers in the table's periods */
    uint32_t next[ROWS_A_CHUNK];    /* row of the same series; NO_INDEX: none */
    struct row_marks marks[ROWS_A_CHUNK];
    uint32_t first_line;
    uint32_t *lines;        /* one a row; NULL: row by row one more than first_line */
    struct growth *growths; /* one a row; NULL: none is stated in this chunk */
};

struct series {
    uint32_t hash;
    uint32_t first, last;   /* rows */
    uint32_t latest_period; /* number; NO_INDEX: the rows are not in order of period */
};

struct series_chunk {
    struct series series[SERIES_A_CHUNK];
    uint32_t members[]; /* dimension_count a series */
};

/* From this row on, rows come from this file. */
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
    const char *format; /* of the reader that read it; "" before */
    const sheaf_read_options *options;
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
    const char **files; /* that rows come from besides the table's own */
    size_t file_count, file_capacity;
    struct file_run *file_runs; /* in order; rows before the first come from the table's own */
    size_t file_run_count, file_run_capacity;
    uint16_t latest_file;
    struct finding *findings;
    size_t finding_count, finding_capacity;
    const char *derivations[DERIVATIONS_KEPT];
    size_t derivation_count; /* of all */
    bool checked;
};

static inline bool table_failed(const sheaf_table *table)
{
    return table->error.status != SHEAF_OK;
}

/* Sets (table_members.c) */

/* Makes room for need entries, at most half of the slots; false, and failed, when memory runs
 * out. */
bool slots_reserve(sheaf_table *table, struct slots *set, size_t need);
void slots_put(struct slots *set, uint32_t hash, uint32_t index); /* room is there */
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

void table_free_series(sheaf_table *table); /* and periods */

/* Rows (table_rows.c) */

/* A further chunk at the end of a list of them; NULL, and failed, when memory runs out. */
void *table_add_chunk(sheaf_table *table, void *list, size_t *count, size_t *capacity, size_t size);

static inline struct row_chunk *table_chunk(const sheaf_table *table, size_t row)
{
    return table->row_chunks[row / ROWS_A_CHUNK];
}

static inline uint32_t table_row_series(const sheaf_table *table, size_t row)
{
    return table_chunk(table, row)->series[row % ROWS_A_CHUNK];
}

static inline uint32_t table_next_row(const sheaf_table *table, size_t row)
{
    return table_chunk(table, row)->next[row % ROWS_A_CHUNK];
}

static inline sheaf_period table_row_period(const sheaf_table *table, size_t row)
{
    return table->periods[table_chunk(table, row)->periods[row % ROWS_A_CHUNK]];
}

const char *table_row_file(const sheaf_table *table, size_t row);
/* Puts every row's place in its series' chain right; series numbers are right already. */
void table_chain_rows(sheaf_table *table);
/* The lines of a chunk that holds so many rows, one by one. False when memory runs out. */
bool table_reserve_lines(sheaf_table *table, struct row_chunk *chunk, size_t rows);
/* Room for the growths of a chunk that holds so many rows, none of them with a growth so far;
 * false, and failed, when memory runs out. */
bool table_reserve_growths(sheaf_table *table, struct row_chunk *chunk, size_t rows);
void table_free_rows(sheaf_table *table);

/* Repeated rows (table_repeats.c) */

typedef int table_order(const sheaf_table *table, uint32_t a, uint32_t b);
table_order table_order_by_period;
/* Stable; scratch as long as rows. */
void table_sort_rows(const sheaf_table *table, uint32_t *rows, size_t count, uint32_t *scratch,
                     table_order *order);
/* True when both say the same of their period. */
bool table_rows_agree(const sheaf_table *table, uint32_t a, uint32_t b);
/* "lines 2 and 4 are both about 2023 and differ; …", for two rows of one series. */
void table_write_conflict(const sheaf_table *table, uint32_t a, uint32_t b, char *out,
                          size_t capacity);

#endif
