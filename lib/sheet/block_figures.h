/* block_figures.h - between what key figures are and how they are drawn. */
#ifndef SHEAF_SHEET_BLOCK_FIGURES_H
#define SHEAF_SHEET_BLOCK_FIGURES_H

#include "sheet/block.h"
#include "sheet/layout.h"

struct figures {
    struct block block;
    struct key_figure *first;
    size_t n;
};

struct plan *figures_plan(struct layout *layout, const struct block *block, double width);

#endif
