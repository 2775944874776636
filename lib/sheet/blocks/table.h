/* table.h - between what a table holds and how it is drawn. */
#ifndef SHEAF_SHEET_BLOCKS_TABLE_H
#define SHEAF_SHEET_BLOCKS_TABLE_H

#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"

struct table_content {
    struct block block;
    const struct markup *title; /* NULL: none */
    const struct sheet_row *rows;
    size_t n_rows;
    const struct sheet_column *columns;
    size_t n_columns;
    int decimals; /* of all values, as the author says; or DECIMALS_FOR_PEOPLE */
};

/* What stands in a cell: growth or value; NULL: nothing is known. A value that is
 * NaN has a status that says why. */
const sheaf_observation *table_cell(const struct sheet_row *row, const struct sheet_column *column);

struct block_plan *table_plan(struct sheet_layout *layout, const struct block *block, double width);

#endif
