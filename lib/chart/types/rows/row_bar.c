/* row_bar.c - draws the bars of rows. */
#include "chart/types/rows/row_bar.h"

#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"

/* Where a bar is broken, as a share of its length; the width of the gap and its slant, in ems. */
static const double break_share = 0.82, break_gap = 0.36, break_slant = 0.3;

/* A slanted strip of paper across a bar that does not show its whole length. */
static void draw_break(const struct plot *plot, struct scene *scene, const struct row_bar *bar,
                       const struct box *drawn)
{
    double em = plot->pen.em, x = across_x(plot, bar->zero + break_share * (bar->end - bar->zero));
    double gap = break_gap * em / 2, slant = break_slant * em / 2;

    scene_move_to(scene, x - gap - slant, drawn->bottom);
    scene_line_to(scene, x - gap + slant, drawn->top);
    scene_line_to(scene, x + gap + slant, drawn->top);
    scene_line_to(scene, x + gap - slant, drawn->bottom);
    scene_close_path(scene);
    scene_fill(scene, plot->pen.theme->paper);
}

static struct box snapped(const struct plot *plot, struct box box)
{
    return (struct box){ pen_snap(&plot->pen, box.left), pen_snap(&plot->pen, box.top),
                         pen_snap(&plot->pen, box.right), pen_snap(&plot->pen, box.bottom) };
}

static void draw_value(const struct plot *plot, struct scene *scene, const struct row *row,
                       size_t flow, const struct row_bar *bar, bool leftwards)
{
    double gap = ROW_VALUE_GAP * plot->pen.em;

    scene_open_role(scene, ROLE_DATUM_LABEL);
    across_line(plot, scene, row->values[flow], leftwards ? bar->end - gap : bar->end + gap,
                bar->middle, leftwards ? ALIGN_RIGHT : ALIGN_LEFT);
    scene_close(scene);
}

void row_bar_draw(const struct plot *plot, struct scene *scene, const struct row *row, size_t flow,
                  const struct row_bar *bar, bool leftwards)
{
    const struct figure *figure = row_figure(plot, row, flow, 0);
    double top = bar->middle - bar->height / 2, bottom = bar->middle + bar->height / 2;
    struct box box =
        snapped(plot, across_box(plot, (struct box){ fmin(bar->zero, bar->end), top,
                                                     fmax(bar->zero, bar->end), bottom }));
    int series = row->member.series[flow];

    if (series != NO_SERIES) {
        plot_note(plot, (size_t)series, 0, box);
        plot_open_series(plot, scene, (size_t)series);
        plot_open_datum(plot, scene, (size_t)series, 0);
    }
    if (figure != NULL)
        mark_bar(&plot->pen, scene, box, rows_color(plot, row, flow), figure->drawn, SIDE_NONE);
    if (figure != NULL && bar->is_broken)
        draw_break(plot, scene, bar, &box);
    if (bar->has_value)
        draw_value(plot, scene, row, flow, bar, leftwards);
    if (series != NO_SERIES) {
        scene_close(scene);
        scene_close(scene);
    }
}

void row_zero_draw(const struct plot *plot, struct scene *scene, const struct rows *rows, double x)
{
    double edge = rows_edge(plot, rows), width = plot->pen.theme->zero_width;
    double top = row_middle(plot, rows, 0) - edge;

    scene_rectangle(scene, pen_snap(&plot->pen, across_x(plot, x) - width / 2), top, width,
                    row_middle(plot, rows, rows->n - 1) + edge - top);
    scene_fill(scene, plot->pen.theme->ink);
}
