/* table.h - what a table holds, for the files that lay it out. */
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
    struct display display;
    int decimals; /* of all values, as the author says; or DECIMALS_FOR_PEOPLE */
};

/* The observation that a cell shows, a value or growth; NULL: unknown. A NaN has a status that
 * says why. */
const sheaf_observation *table_cell(const struct sheet_row *row, const struct sheet_column *column);

struct block_plan *table_plan(struct sheet_layout *layout, const struct block *block, double width);

#endif
