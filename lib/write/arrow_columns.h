/* arrow_columns.h - the columns of a table as Arrow's buffers
 * (arrow.apache.org/docs/format/Columnar.html). */
#ifndef SHEAF_WRITE_ARROW_COLUMNS_H
#define SHEAF_WRITE_ARROW_COLUMNS_H

#include "table/table.h"

enum out_content {
    OUT_PERIOD,
    OUT_NUMBER_PERIOD, /* a plain number in a period's place */
    OUT_MEMBER,
    OUT_VALUE,
    OUT_LOW,
    OUT_HIGH,
    OUT_MULTIPLIER,
    OUT_DECIMALS,
    OUT_STATUS,
    OUT_CONFIDENTIALITY,
    OUT_DERIVED,
    OUT_ESTIMATED,
    OUT_GROWTH
};

struct out_column {
    enum out_content content;
    const char *name;
    const char *format; /* Arrow's, of the cells: "g", "b", or "i" of integers and indices */
    bool has_dictionary;
    size_t dimension; /* of OUT_MEMBER */
};

struct out_columns {
    struct out_column *list;
    size_t count;
};

/* Lists the columns that the table needs, in the arena. False: memory ran out. */
bool out_list_columns(const sheaf_table *table, struct arena *arena, struct out_columns *columns);

/* The buffers of a column, in an arena. */
struct out_cells {
    unsigned char *validity;
    void *cells;
    int64_t nulls;
    /* Of the dictionary: */
    int32_t *offsets;
    char *text;
    int64_t entries;
};

/* False: failed, into the error. */
bool out_fill_column(const sheaf_table *table, const struct out_column *column, struct arena *arena,
                     struct out_cells *into, sheaf_error *error);

#endif
