/* figures_positions.c - the positions of key figures in their row, and the size of type in which
 * their values fit. */
#include "sheet/blocks/figures_parts.h"

#include <math.h>

#define MIN_FIGURE_WIDTH 84.0 /* points; if figures would be narrower, they take several rows */
#define SNAP_SHARE       0.25 /* of a grid column: distance within which figures are aligned */
#define MIN_GAP_SHARE    0.8  /* of the gutter that stays between figures when they are aligned */
#define EVEN_WIDTH_SHARE 0.92 /* of an even column that counts as the figure's width */

static double line_width(const struct text_line *line, double gap)
{
    return line != NULL ? gap + line->width : 0;
}

static double value_width(const struct figures_plan *planned, const struct set_figure *set)
{
    return set->value->width + line_width(set->unit, planned->unit_gap) +
           line_width(set->mark, planned->unit_gap);
}

static double change_width(const struct figures_plan *planned, const struct set_figure *set)
{
    return set->change == NULL ? 0
                               : FIGURES_ARROW + FIGURES_ARROW_GAP + set->change->width +
                                     line_width(set->change_flag, planned->unit_gap);
}

/* Width of a figure if nothing in it is broken into lines. */
static double natural_width(struct sheet_layout *layout, const struct figures_plan *planned,
                            const struct set_figure *set)
{
    double label = text_width(layout->text, set->label_words, &layout->theme->figure_label);
    double change = change_width(planned, set);

    if (set->change != NULL && planned->base_beside)
        change += planned->unit_gap + planned->base_width;
    else if (set->change != NULL)
        change = fmax(change, planned->base_width);
    return fmax(fmax(label, change), value_width(planned, set));
}

/* Places the figures from first up to end between two positions, each with its own width and an
 * equal share of the rest. */
static void spread(struct figures_plan *planned, size_t first, size_t end, double left,
                   double right, double gutter)
{
    double spare = right - left;

    for (size_t i = first; i < end; i++)
        spare -= planned->figures[i].natural;
    for (size_t i = first; i < end; i++) {
        struct set_figure *set = &planned->figures[i];
        double pitch = set->natural + spare / (double)(end - first);
        set->left = left;
        set->width = fmax(pitch - gutter, set->natural);
        left += pitch;
    }
}

/* Width of the figures from first up to end, with minimum gaps. */
static double min_width(const struct figures_plan *planned, size_t first, size_t end, double gutter)
{
    double width = 0;

    for (size_t i = first; i < end; i++)
        width += planned->figures[i].natural + MIN_GAP_SHARE * gutter;
    return width;
}

/* Aligns figure i with an edge and spreads the figures before and after it anew. False, and
 * nothing moved, if they do not fit. */
static bool move(struct figures_plan *planned, size_t first, size_t i, double edge, double gutter)
{
    double left = planned->figures[first].left;
    double rest = min_width(planned, i, planned->n, gutter) - MIN_GAP_SHARE * gutter;

    if (left + min_width(planned, first, i, gutter) > edge || edge + rest > planned->plan.width)
        return false;
    spread(planned, first, i, left, edge, gutter);
    spread(planned, i, planned->n, edge, planned->plan.width + gutter, gutter);
    return true;
}

/* Aligns figures with the blocks of the row below, where they begin near them. */
static void snap(const struct sheet_layout *layout, struct figures_plan *planned)
{
    double near = SNAP_SHARE * (planned->plan.width + layout->gutter) / GRID_COLUMNS;
    size_t first = 0;

    for (size_t i = 1; i < planned->n; i++)
        for (size_t k = 1; k < planned->n_edges; k++)
            if (fabs(planned->edges[k] - planned->figures[i].left) <= near &&
                move(planned, first, i, planned->edges[k], layout->gutter)) {
                first = i;
                break;
            }
}

/* Gives each figure its own width and an equal share of the rest; false if they do not fit. */
static bool place_naturally(struct sheet_layout *layout, struct figures_plan *planned)
{
    double room = planned->plan.width - (double)(planned->n - 1) * layout->gutter;

    for (size_t i = 0; i < planned->n; i++) {
        struct set_figure *set = &planned->figures[i];
        set->natural = natural_width(layout, planned, set) + 0.5;
        room -= set->natural;
    }
    if (room < 0)
        return false;
    planned->n_columns = planned->n;
    spread(planned, 0, planned->n, 0, planned->plan.width + layout->gutter, layout->gutter);
    snap(layout, planned);
    return true;
}

/* Places the figures in equal columns, in rows of nearly equal numbers. */
static void place_evenly(struct sheet_layout *layout, struct figures_plan *planned)
{
    double fit = (planned->plan.width + layout->gutter) / (MIN_FIGURE_WIDTH + layout->gutter);
    size_t most = fit < 1 ? 1 : (size_t)fit;
    size_t n_rows = (planned->n + most - 1) / most;

    planned->n_columns = (planned->n + n_rows - 1) / n_rows;
    double n = (double)planned->n_columns;
    double width = (planned->plan.width - (n - 1) * layout->gutter) / n;
    for (size_t i = 0; i < planned->n; i++) {
        planned->figures[i].width = width;
        planned->figures[i].natural = EVEN_WIDTH_SHARE * width;
        planned->figures[i].left = (double)(i % planned->n_columns) * (width + layout->gutter);
    }
}

/* Factor for the size of values at which the widest fits its column; at most 1. Status marks do
 * not shrink, nor do units that have their minimum size. */
static double fitting_factor(const struct sheet_layout *layout, const struct figures_plan *planned,
                             double size)
{
    const struct theme *theme = layout->theme;
    bool units_shrink =
        theme->figure_unit.size * size / theme->figure_value.size > FIGURES_MIN_UNIT_SIZE;
    double factor = 1;

    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        double fixed = line_width(set->mark, 0) + 2 * planned->unit_gap;
        fixed += units_shrink ? 0 : line_width(set->unit, 0);
        double share = (set->width - fixed) / (value_width(planned, set) - fixed);
        if (value_width(planned, set) > set->width && share < factor)
            factor = fmax(share, 0.1);
    }
    return factor;
}

static bool fit_values(struct sheet_layout *layout, struct figures_plan *planned,
                       const struct key_figure *first)
{
    double size = layout->theme->figure_value.size;

    for (int i = 0; i < 3; i++) {
        double factor = fitting_factor(layout, planned, size);
        if (factor >= 1)
            return true;
        size *= factor;
        if (!figures_set_values(layout, planned, first, size / layout->theme->figure_value.size))
            return false;
    }
    return true;
}

/* Tries, in this order: everything on one line; "on a year earlier" on a line of its own; values
 * down to 76 % of their size; equal columns. */
bool figures_place(struct sheet_layout *layout, struct figures_plan *planned,
                   const struct key_figure *first)
{
    static const double factors[] = { 1, 0.94, 0.88, 0.82, 0.76 };

    planned->base_beside = true;
    if (place_naturally(layout, planned))
        return true;
    planned->base_beside = false;
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        if (i > 0 && !figures_set_values(layout, planned, first, factors[i]))
            return false;
        if (place_naturally(layout, planned))
            return true;
    }
    place_evenly(layout, planned);
    if (planned->n_columns == planned->n)
        snap(layout, planned);
    return figures_set_values(layout, planned, first, 1) && fit_values(layout, planned, first);
}
