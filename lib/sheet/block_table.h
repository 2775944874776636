/* block_table.h - between what a table holds and how it is drawn. */
#ifndef SHEAF_SHEET_BLOCK_TABLE_H
#define SHEAF_SHEET_BLOCK_TABLE_H

#include "sheet/block.h"
#include "sheet/layout.h"

struct table_content {
    struct block block;
    const struct markup *title; /* NULL: none */
    const struct table_row *rows;
    size_t n_rows;
    const struct table_column *columns;
    size_t n_columns;
    int decimals; /* of all values, as the author says; or DECIMALS_FOR_PEOPLE */
};

/* What stands in a cell: growth or value; NULL: nothing is known. A value that is
 * NaN has a status that says why. */
const sheaf_observation *table_cell(const struct table_row *row, const struct table_column *column);

struct plan *table_plan(struct layout *layout, const struct block *block, double width);

#endif
