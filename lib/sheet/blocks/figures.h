/* figures.h - what a block of key figures holds, for the files that lay it out. */
#ifndef SHEAF_SHEET_BLOCKS_FIGURES_H
#define SHEAF_SHEET_BLOCKS_FIGURES_H

#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"

struct figures {
    struct block block;
    struct key_figure *first, *last;
    size_t n;
};

struct block_plan *figures_plan(struct sheet_layout *layout, const struct block *block,
                                double width);

#endif
