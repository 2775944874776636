/* table_parts.h - the inside of a table, for table.c and select.c only. */
#ifndef SHEAF_DATA_TABLE_PARTS_H
#define SHEAF_DATA_TABLE_PARTS_H

#include "data/table.h"

/* Of an open-addressing set; the owner of the set compares what has equal hashes. */
struct slot {
    uint32_t hash;
    uint32_t next_index; /* of the entry, plus 1; 0: free */
};

struct dimension {
    const char *name;
    const char **members; /* in order of appearance */
    size_t count, capacity;
    uint32_t latest;    /* member of the latest row */
    struct slot *slots; /* set of members */
    size_t slot_count;
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
    struct table_row *rows;
    size_t row_count, row_capacity;
    uint32_t *members; /* dimension_count per row */
    size_t member_capacity;
    struct slot *slots; /* set of rows by period and members */
    size_t slot_count;
    struct finding *findings;
    size_t finding_count, finding_capacity;
};

/* SIZE_MAX: there is none. */
size_t table_find_dimension(const sheaf_table *table, const char *name);

#endif
