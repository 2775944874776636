/* line_gaps.c - what is written where a line has no figure: "[c]" in the gap of a confidential one.
 *
 * A sign stands where the line would go on. It moves up or down where it would touch the line's
 * ends, another sign or the label of a line. */
#include "chart/guides/line_gaps.h"

#include <math.h>

#include "chart/model/figures.h"
#include "chart/plan.h"
#include "text/format.h"

struct gap {
    size_t series, first, last; /* periods */
    unsigned flags;
};

struct signs {
    struct box *boxes; /* that are taken */
    size_t n;
};

/* Heights at which a sign may stand, in ems from its line; the first are the nearest. */
static const double ways[] = { 0, -1.15, 1.15, -2.3, 2.3 };

/* Reasons that need a sign: that a figure is missing, a gap says by itself. */
static unsigned flags_at(const struct model_series *series, size_t period)
{
    const struct figure *figure = &series->figures[period];

    return isnan(figure->value) ? figure->flags & ~(1U << FLAG_MISSING) : 0;
}

/* A series without a value has no line, and one of plain figures has no gap. */
static bool has_gaps(const struct model_series *series)
{
    return series->n_values > 0 && !figures_are_plain(series);
}

unsigned line_gaps_flags(const struct model *model)
{
    unsigned flags = 0;

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; has_gaps(&model->series[i]) && k < model->n_periods; k++)
            flags |= flags_at(&model->series[i], k);
    return flags;
}

/* The gap that begins at a period: neighbours that are missing for one reason. */
static struct gap gap_from(const struct model *model, size_t series, size_t first)
{
    struct gap gap = { .series = series, .first = first, .last = first };
    const struct model_series *row = &model->series[series];

    gap.flags = flags_at(row, first);
    while (gap.last + 1 < model->n_periods && flags_at(row, gap.last + 1) == gap.flags &&
           isnan(row->figures[gap.last + 1].value))
        gap.last++;
    return gap;
}

/* The nearest figure before or behind a gap; n_periods: there is none. */
static size_t figure_beside(const struct model *model, const struct gap *gap, int step)
{
    const struct figure *figures = model->series[gap->series].figures;
    size_t i = step < 0 ? gap->first : gap->last;

    while (step < 0 ? i > 0 : i + 1 < model->n_periods) {
        i = step < 0 ? i - 1 : i + 1;
        if (!isnan(figures[i].value))
            return i;
    }
    return model->n_periods;
}

/* Where the line would go on, and how much room is there between its ends. */
static struct point sign_place(const struct plot *plot, const struct gap *gap,
                               const struct places *x, const struct scale *scale, double *room)
{
    const struct model *model = plot->model;
    const struct figure *figures = model->series[gap->series].figures;
    size_t none = model->n_periods, before = figure_beside(model, gap, -1),
           behind = figure_beside(model, gap, 1);
    struct point at = { .x = (places_x(x, gap->first) + places_x(x, gap->last)) / 2 };
    double left = before < none ? places_x(x, before) : -INFINITY;
    double right = behind < none ? places_x(x, behind) : INFINITY;

    *room = 2 * fmin(at.x - left, right - at.x);
    if (before == none)
        at.y = scale_position(scale, figures[behind].value);
    else if (behind == none)
        at.y = scale_position(scale, figures[before].value);
    else
        at.y = scale_position(scale, figures[before].value +
                                         (figures[behind].value - figures[before].value) *
                                             (at.x - left) / (right - left));
    return at;
}

static bool touches(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static bool is_free(const struct plot *plot, const struct signs *signs, const struct box *box)
{
    if (box->left < plot->box.left || box->right > plot->width || box->top < plot->box.top ||
        box->bottom > plot->box.bottom)
        return false;
    for (size_t i = 0; i < signs->n; i++)
        if (touches(&signs->boxes[i], box))
            return false;
    return true;
}

/* Draws the sign of a gap at the first height where it touches nothing. */
static void draw_sign(const struct plot *plot, struct scene *scene, const struct gap *gap,
                      const struct places *x, const struct scale *scale, struct signs *signs)
{
    double em = plot->pen.em, room;
    struct text_style style = plot->pen.theme->label;
    struct point at = sign_place(plot, gap, x, scale, &room);

    style.color = theme_word_color(plot->pen.theme, plot->model->series[gap->series].color);
    struct text_line *line = pen_label(&plot->pen, flags_text(gap->flags, plot->pen.arena), &style);
    double half = line_width(line) / 2 + 0.15 * em;
    for (size_t i = room < 2 * half + 0.6 * em ? 1 : 0; i < sizeof ways / sizeof *ways; i++) {
        double y = at.y + ways[i] * em;
        struct box box = { at.x - half, y - 0.55 * em, at.x + half, y + 0.55 * em };
        if (!is_free(plot, signs, &box))
            continue;
        signs->boxes[signs->n++] = box;
        plot_open_datum(plot, scene, gap->series, gap->first);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_draw_centered(scene, line, at.x, y, ALIGN_CENTER);
        scene_close(scene);
        scene_close(scene);
        return;
    }
}

/* No sign would have a key (legend_add_flags), or none is needed. */
static bool has_none(const struct plot *plot)
{
    return line_gaps_flags(plot->model) == 0 || plot->plan->detail >= DETAIL_SHORT_LEGEND;
}

void line_gaps_draw_beside(const struct plot *plot, struct scene *scene, const struct places *x,
                           const struct scale *scale, const struct box *taken, size_t n_taken)
{
    const struct model *model = plot->model;
    struct signs signs = { 0 };

    if (has_none(plot))
        return;
    signs.boxes =
        arena_array(plot->pen.arena, struct box, n_taken + model->n_series * model->n_periods);
    if (signs.boxes == NULL)
        return;
    for (; signs.n < n_taken; signs.n++)
        signs.boxes[signs.n] = taken[signs.n];
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; has_gaps(&model->series[i]) && k < model->n_periods; k++)
            if (flags_at(&model->series[i], k) != 0) {
                struct gap gap = gap_from(model, i, k);
                draw_sign(plot, scene, &gap, x, scale, &signs);
                k = gap.last;
            }
}

void line_gaps_draw(const struct plot *plot, struct scene *scene, const struct places *x,
                    const struct scale *scale, const struct line_end *ends, size_t n_ends)
{
    double em = plot->pen.em;
    struct box *taken = has_none(plot) ? NULL : arena_array(plot->pen.arena, struct box, n_ends);
    size_t n = 0;

    for (size_t i = 0; taken != NULL && i < n_ends; i++)
        if (line_end_width(plot, &ends[i]) > 0)
            taken[n++] =
                (struct box){ ends[i].left - 0.3 * em,
                              ends[i].y - line_end_height(plot, &ends[i]) / 2 - 0.05 * em,
                              ends[i].left + line_end_width(plot, &ends[i]),
                              ends[i].y + line_end_height(plot, &ends[i]) / 2 + 0.05 * em };
    line_gaps_draw_beside(plot, scene, x, scale, taken, n);
}
