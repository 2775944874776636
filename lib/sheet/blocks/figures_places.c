/* figures_places.c - where key figures stand in their row, and in what size their values fit. */
#include "sheet/blocks/figures_parts.h"

#include <math.h>

#define MIN_FIGURE_WIDTH 84.0 /* of a figure's place; more of them go on in a second row */
#define SNAP_SHARE       0.25 /* of a grid column: what begins so near an edge begins on it */
#define MIN_GAP_SHARE    0.8  /* of the gutter, between figures that are moved to an edge */
#define EVEN_WIDTH_SHARE 0.92 /* of a place in even columns */

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
                                     line_width(set->change_mark, planned->unit_gap);
}

/* Width that a figure needs on one line each. */
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

/* Figures first to end, the places of their own widths between two points: what is left
 * goes to each alike. */
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

/* What figures first to end need when they stand as close as may be. */
static double min_width(const struct figures_plan *planned, size_t first, size_t end, double gutter)
{
    double width = 0;

    for (size_t i = first; i < end; i++)
        width += planned->figures[i].natural + MIN_GAP_SHARE * gutter;
    return width;
}

/* Moves figure i to an edge, those before it and behind it closer together or apart;
 * false: they need more. */
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

/* Figures that begin near a place of the row below them begin where it does. */
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

/* Each its own width and an equal part of what is left; false: they do not fit. */
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

/* Columns of one width, as many as fit, in as even rows as can be. */
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

/* By what the values' present size must be multiplied for the longest to fit its place; marks
 * do not shrink along, nor do units that are as small as may be. */
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

/* First all on one line, then the base of the change on a line of its own, then
 * somewhat smaller values; what does not fit by then stands in even columns. */
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
