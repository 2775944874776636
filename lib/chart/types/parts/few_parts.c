/* few_parts.c - two or three parts of one whole: which they are, and their names. */
#include "chart/types/parts/few_parts.h"

#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/model/member_periods.h"
#include "chart/model/parts.h"
#include "chart/plan.h"

/* The figure takes at most this share of the width where names stand beside it, and so many ems: a
 * larger one says no more, and its names get lost beside it. */
static const double max_width_share = 0.6, max_side = 30;
/* From the figure to the names, and from a dot's left end to its name, in ems. */
static const double names_gap = 1.2, dot_room = 1.1;

const sheaf_chart *few_parts_gather(const struct chart_plan *plan, const char *what)
{
    static const struct member_rules last = { .periods = PERIOD_LAST };
    struct chart_plan of_period = *plan;
    sheaf_chart *chart = arena_new(plan->pen.arena, sheaf_chart);

    if (chart == NULL)
        return NULL;
    *chart = *plan->all;
    if (!member_periods_choose(chart, &last, plan->pen.text, plan->pen.arena))
        return NULL;
    of_period.all = chart;
    const sheaf_chart *shares = parts_as_shares(&of_period, MAX_PARTS);
    if (shares == NULL || shares->n_series <= FEW_PARTS)
        return shares;
    fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
         "%s shows two or three parts, because more are hard to compare in it, and here are %zu or "
         "more; draw a ranking or stacked bars, or choose fewer parts",
         what, shares->n_series);
    return NULL;
}

bool few_parts_measure(struct plot *plot, struct few_parts *parts, double plot_height)
{
    unsigned flags = 0;

    if (!part_names_set(plot, &parts->names, 0, 0, true, plot_height)) {
        parts->names.n = 0;
        legend_add_series(plot->plan, 0, plot->model->n_series, SWATCH_BAR);
    }
    for (size_t i = 0; i < parts->names.n; i++)
        flags |= plot->model->series[parts->names.items[i].series].figures[0].flags;
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, flags);
    return !pen_failed(&plot->pen);
}

/* Width of the names with the space before them. */
static double names_room(const struct plot *plot, const struct few_parts *parts)
{
    return parts->names.n > 0 ? parts->names.width + (names_gap + dot_room) * plot->pen.em : 0;
}

struct box few_parts_square(const struct plot *plot, const struct few_parts *parts)
{
    double width = plot->box.right - plot->box.left, height = plot->box.bottom - plot->box.top;
    double names = names_room(plot, parts);
    double most = names > 0 ? fmin(width - names, max_width_share * width) : width;
    double side = fmin(fmin(height, most), max_side * plot->pen.em);
    double left = plot->box.left + (width - side - names) / 2;
    double top = plot->box.top + (height - side) / 2;

    return (struct box){ left, top, left + side, top + side };
}

static void draw_name(const struct plot *plot, const struct few_parts *parts, struct scene *scene,
                      const struct part_name *name, double edge, bool with_dots)
{
    double em = plot->pen.em, x = edge + (names_gap + dot_room) * em;
    const struct model_series *part = &plot->model->series[name->series];

    plot_open_series(plot, scene, name->series);
    plot_open_datum(plot, scene, name->series, 0);
    if (with_dots) {
        scene_circle(scene, across_x(plot, edge + (names_gap + 0.4) * em), name->y, 0.36 * em);
        mark_area(&plot->pen, scene, part->color);
    } else if (fabs(name->y - name->wanted) > 0.35 * em) {
        scene_move_to(scene, across_x(plot, edge + 0.2 * em), name->wanted);
        scene_line_to(scene, across_x(plot, x - 0.3 * em), name->y);
        scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    across_block(plot, scene, name->words, x, name->y, parts->names.width);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

void few_parts_draw_names(const struct plot *plot, struct few_parts *parts, struct scene *scene,
                          const double *wanted, bool with_dots)
{
    double edge = few_parts_square(plot, parts).right;

    for (size_t i = 0; i < parts->names.n; i++)
        parts->names.items[i].wanted = wanted[parts->names.items[i].series];
    part_names_spread(plot, &parts->names, plot->box.top, plot->box.bottom);
    for (size_t i = 0; i < parts->names.n; i++)
        draw_name(plot, parts, scene, &parts->names.items[i], edge, with_dots);
}

void few_parts_squares(const double *shares, size_t n, int *squares)
{
    int left = 100;

    for (size_t i = 0; i < n; i++) {
        squares[i] = isnan(shares[i]) ? 0 : (int)floor(shares[i]);
        left -= squares[i];
    }
    for (; left > 0; left--) {
        size_t largest = n;
        for (size_t i = 0; i < n; i++)
            if (!isnan(shares[i]) &&
                (largest == n || shares[i] - squares[i] > shares[largest] - squares[largest]))
                largest = i;
        if (largest == n)
            return;
        squares[largest]++;
    }
}

double few_parts_min_height(const struct plot *plot)
{
    return 9 * plot->pen.em;
}
