/* box_grid.h - which of many boxes are near a point: a grid of cells, each with a list of the boxes that
 * reach into it. One row of cells makes columns. */
#ifndef SHEAF_SCENE_BOX_GRID_H
#define SHEAF_SCENE_BOX_GRID_H

#include "scene/scene.h"

/* The items of cell c are items[first[c]] … items[first[c + 1] - 1], in ascending order; cells are
 * counted row by row. */
struct box_grid {
    double left, top; /* of the first cell */
    double cell_width, cell_height;
    size_t across, down;
    uint32_t *first, *items;
};

/* Boxes by number, 0 to n - 1; their sides are finite. */
struct box_source {
    struct box (*box)(const void *own, size_t index);
    const void *own;
    size_t n;
};

/* With so many cells each way, or fewer where boxes reach over many of them, so that memory stays
 * within 16 numbers a box. False when memory runs out, which is then the arena's error. */
bool box_grid_init(struct box_grid *grid, const struct box_source *source, size_t across,
                   size_t down, struct arena *arena);

/* The column and the row of cells that hold a point; the outer ones hold what is beyond. */
size_t box_grid_column(const struct box_grid *grid, double x);
size_t box_grid_row(const struct box_grid *grid, double y);

#endif
