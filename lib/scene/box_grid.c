/* box_grid.c - boxes are counted cell by cell, then put into one list. */
#include "scene/box_grid.h"

#include <math.h>
#include <string.h>

/* Cells that a box is in, on average: boxes that cross the whole page cost no more memory than small
 * ones then. */
enum { MOST_COPIES = 16 };

static size_t bin_of(double position, double width, size_t n)
{
    double bin = floor(position / width);

    return bin > 0 ? (bin < (double)n ? (size_t)bin : n - 1) : 0;
}

size_t box_grid_column(const struct box_grid *grid, double x)
{
    return bin_of(x - grid->left, grid->cell_width, grid->across);
}

size_t box_grid_row(const struct box_grid *grid, double y)
{
    return bin_of(y - grid->top, grid->cell_height, grid->down);
}

struct cells {
    size_t left, top, right, bottom;
};

static struct cells cells_of(const struct box_grid *grid, const struct box *box)
{
    return (struct cells){ box_grid_column(grid, box->left), box_grid_row(grid, box->top),
                           box_grid_column(grid, box->right), box_grid_row(grid, box->bottom) };
}

static struct box extent_of(const struct box_source *source)
{
    struct box extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (size_t i = 0; i < source->n; i++) {
        struct box box = source->box(source->own, i);
        extent.left = fmin(extent.left, box.left);
        extent.top = fmin(extent.top, box.top);
        extent.right = fmax(extent.right, box.right);
        extent.bottom = fmax(extent.bottom, box.bottom);
    }
    return source->n > 0 ? extent : (struct box){ 0 };
}

static size_t count_copies(const struct box_grid *grid, const struct box_source *source)
{
    size_t copies = 0;

    for (size_t i = 0; i < source->n; i++) {
        struct box box = source->box(source->own, i);
        struct cells cells = cells_of(grid, &box);
        copies += (cells.right - cells.left + 1) * (cells.bottom - cells.top + 1);
    }
    return copies;
}

static void choose_cells(struct box_grid *grid, const struct box_source *source, size_t across,
                         size_t down)
{
    const double least = 1e-6; /* of boxes in one place */
    struct box extent = extent_of(source);

    for (;; across = (across + 1) / 2, down = (down + 1) / 2) {
        *grid = (struct box_grid){ .left = extent.left,
                                   .top = extent.top,
                                   .cell_width =
                                       fmax((extent.right - extent.left) / (double)across, least),
                                   .cell_height =
                                       fmax((extent.bottom - extent.top) / (double)down, least),
                                   .across = across,
                                   .down = down };
        if ((across == 1 && down == 1) || count_copies(grid, source) <= MOST_COPIES * source->n)
            return;
    }
}

/* The next place of each cell that box i is in; places count up from the cell's beginning. */
static void put(struct box_grid *grid, const struct box_source *source, size_t i, bool counts)
{
    struct box box = source->box(source->own, i);
    struct cells cells = cells_of(grid, &box);

    for (size_t y = cells.top; y <= cells.bottom; y++)
        for (size_t x = cells.left; x <= cells.right; x++) {
            size_t cell = y * grid->across + x;
            if (counts)
                grid->first[cell + 1]++;
            else
                grid->items[grid->first[cell]++] = (uint32_t)i;
        }
}

bool box_grid_init(struct box_grid *grid, const struct box_source *source, size_t across,
                   size_t down, struct arena *arena)
{
    choose_cells(grid, source, across > 0 ? across : 1, down > 0 ? down : 1);
    size_t n_cells = grid->across * grid->down;

    grid->first = arena_array(arena, uint32_t, n_cells + 1);
    if (grid->first == NULL)
        return false;
    for (size_t i = 0; i < source->n; i++)
        put(grid, source, i, true);
    for (size_t cell = 0; cell < n_cells; cell++)
        grid->first[cell + 1] += grid->first[cell];
    grid->items = arena_array(arena, uint32_t, grid->first[n_cells]);
    if (grid->items == NULL)
        return false;
    for (size_t i = 0; i < source->n; i++)
        put(grid, source, i, false);
    memmove(grid->first + 1, grid->first, n_cells * sizeof *grid->first);
    grid->first[0] = 0;
    return true;
}
