/* slope_foot.c - what is unknown of a slope, below its rules. */
#include "chart/types/slope_foot.h"

#include <math.h>

#include "chart/plan.h"
#include "chart/types/movers.h"
#include "text/format.h"

/* In ems: height of a row, above the first, between a sign and its name. */
static const double row_height = 1.25, above = 0.5, name_gap = 0.5;
/* Share of a plot's height that they may take with their names. */
static const double most_share = 0.3;

/* Reasons that need a sign: that a figure is missing, the end of a line says by itself. */
static unsigned reasons(const struct plot *plot, size_t series, size_t period)
{
    const struct figure *figure = &plot->model->series[series].figures[period];

    return isnan(figure->value) ? figure->flags & ~(1U << FLAG_MISSING) : 0;
}

static bool is_end(const struct plot *plot, size_t period)
{
    return period == 0 || period + 1 == plot->model->n_periods;
}

static unsigned reasons_in(const struct plot *plot, size_t period)
{
    unsigned flags = 0;

    for (size_t i = 0; i < plot->model->n_series; i++)
        flags |= reasons(plot, i, period);
    return flags;
}

/* The sign of one figure or, in ink, of all of a period. */
static struct slope_sign sign_of(const struct plot *plot, size_t series, size_t period,
                                 unsigned flags, bool is_alone)
{
    struct text_style style = movers_style(plot, &plot->model->series[series]);

    if (is_alone) {
        style = plot->pen.theme->label;
        style.color = plot->pen.theme->ink;
    }
    return (struct slope_sign){ .series = series,
                                .period = period,
                                .sign = pen_label(&plot->pen, flags_text(flags, plot->pen.arena),
                                                  &style) };
}

static struct row_name name_of(const struct plot *plot, const struct slope_sign *sign, double most)
{
    const struct model_series *series = &plot->model->series[sign->series];
    struct text_style style = movers_style(plot, series);
    double room = most - line_width(sign->sign) - name_gap * plot->pen.em;

    return row_name_set(plot, room > plot->pen.em ? series->label : NULL, series->code, &style,
                        room, 1, row_name_leading(plot));
}

/* Adds the signs of a period; returns how many rows they take. */
static size_t add_period(const struct plot *plot, struct slope_foot *foot, size_t period,
                         bool with_names, double most)
{
    size_t rows = 0;

    for (size_t i = 0; i < plot->model->n_series; i++) {
        unsigned flags = reasons(plot, i, period);
        bool is_alone = !with_names || !is_end(plot, period);
        if (flags == 0)
            continue;
        struct slope_sign *sign = &foot->signs[foot->n++];
        *sign = sign_of(plot, i, period, is_alone ? reasons_in(plot, period) : flags, is_alone);
        sign->row = rows++;
        if (is_alone)
            break;
        sign->name = name_of(plot, sign, most);
    }
    return rows;
}

static size_t add_all(const struct plot *plot, struct slope_foot *foot, bool with_names,
                      double most)
{
    size_t rows = 0;

    foot->n = 0;
    for (size_t period = 0; period < plot->model->n_periods; period++) {
        size_t of_period = add_period(plot, foot, period, with_names, most);
        rows = of_period > rows ? of_period : rows;
        foot->flags |= reasons_in(plot, period);
    }
    return rows;
}

bool slope_foot_measure(const struct plot *plot, struct slope_foot *foot, double most,
                        double plot_height)
{
    const struct model *model = plot->model;
    double em = plot->pen.em;

    *foot = (struct slope_foot){ 0 };
    if (plot->plan->detail >= DETAIL_SHORT_LEGEND) /* no key would explain them */
        return true;
    foot->signs =
        arena_array(plot->pen.arena, struct slope_sign, model->n_series * model->n_periods);
    if (foot->signs == NULL)
        return false;
    size_t rows = add_all(plot, foot, true, most);
    if ((double)rows * row_height * em > most_share * plot_height)
        rows = add_all(plot, foot, false, most);
    foot->height = rows > 0 ? ((double)rows * row_height + above) * em : 0;
    return true;
}

static double width_of(const struct plot *plot, const struct slope_sign *sign)
{
    double name = sign->name.width;

    return line_width(sign->sign) + (name > 0 ? name + name_gap * plot->pen.em : 0);
}

double slope_foot_width(const struct plot *plot, const struct slope_foot *foot, size_t period)
{
    double widest = 0;

    for (size_t i = 0; i < foot->n; i++)
        if (foot->signs[i].period == period)
            widest = fmax(widest, width_of(plot, &foot->signs[i]));
    return widest;
}

void slope_foot_draw(const struct plot *plot, const struct slope_foot *foot, struct scene *scene,
                     const double *x, double beside)
{
    double em = plot->pen.em, top = plot->box.bottom - foot->height + above * em;

    for (size_t i = 0; i < foot->n; i++) {
        const struct slope_sign *sign = &foot->signs[i];
        bool is_first = sign->period == 0;
        double y = top + ((double)sign->row + 0.5) * row_height * em, at = x[sign->period];
        double way = is_first ? -1 : 1;
        enum text_align align = is_first ? ALIGN_RIGHT : ALIGN_LEFT;

        plot_open_series(plot, scene, sign->series);
        plot_open_datum(plot, scene, sign->series, sign->period);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        if (is_end(plot, sign->period)) {
            at += way * beside;
            line_draw_centered(scene, sign->sign, at, y, align);
            at += way * (line_width(sign->sign) + name_gap * em);
            row_name_draw_at(&sign->name, scene, at, y, INFINITY, align);
        } else {
            line_draw_centered(scene, sign->sign, at, y, ALIGN_CENTER);
        }
        scene_close(scene);
        scene_close(scene);
        scene_close(scene);
    }
}
