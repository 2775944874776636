/* galley.h - blocks that fill the columns of pages: down the first, then down the next, then on the next
 * page. Where a block stands across the page the columns above it end, all at one height, and begin again
 * below it. */
#ifndef SHEAF_SHEET_LAYOUT_GALLEY_H
#define SHEAF_SHEET_LAYOUT_GALLEY_H

#include "sheet/layout/pages.h"

#define GALLEY_SPACE 16.0 /* points, at least, above columns: as above a chart across below them */

/* Blocks between two that stand across. */
struct galley_plan {
    struct block_plan plan; /* as wide as the page */
    struct stack blocks;    /* as wide as a column */
    int columns;
    double column_width;
    struct page_part *taken, *tried; /* room for the parts of one page each */
};

/* How far the blocks have been placed. */
struct galley_place {
    size_t block, piece;
};

/* What a page has for columns. */
struct galley_room {
    double height, page; /* left on this page; of a page without title */
    bool squeezes;       /* blocks count with their minimum heights */
};

/* Measures the blocks of a sheet, and puts those that fill columns together. False after a failure. */
bool galley_plan_blocks(struct sheet_layout *layout, const struct block_list *list,
                        struct stack *stack);
/* A plan that goes on from column to column, as a galley of its own; another as it is. NULL after a failure. */
struct block_plan *galley_wrap(struct sheet_layout *layout, struct block_plan *plan);

/* NULL: it is a block. */
struct galley_plan *galley_of(struct block_plan *plan);
bool galley_is_done(const struct galley_plan *galley, const struct galley_place *at);
/* Takes as much as the room holds, in columns of one height if that is all that is left: *piece is then a
 * plan of it, or NULL if nothing has room. False after a failure. */
bool galley_take(struct sheet_layout *layout, const struct galley_plan *galley,
                 struct galley_place *at, const struct galley_room *room,
                 struct block_plan **piece);

/* The parts of what galley_take gave, in reading order; of a block the part itself. */
const struct page_part *galley_parts(const struct page_part *part, size_t *n);
/* Whether it is of a galley that has more behind it. */
bool galley_goes_on(const struct block_plan *plan);

#endif
