/* donut.c - shares as a ring: from the top around, the largest first, its figure in the middle. */
#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/types/parts/few_parts.h"
#include "chart/words/speech.h"

/* Thickness of the ring, as a share of its radius; size of the figure in the middle: as a share of
 * the radius, at most in ems, and its width as a share of the hole's radius. */
static const double thickness = 0.35, figure_share = 0.42, max_figure = 7, figure_width = 1.5;
/* Distance of the names beside it, in ems. */
static const double names_pitch = 1.9;

static const double pi = 3.14159265358979323846;

struct donut {
    struct few_parts parts;
};

static void measure(struct plot *plot, double plot_height)
{
    struct donut *donut = arena_new(plot->pen.arena, struct donut);

    plot->marks = NULL;
    plot->foot = 0;
    if (donut != NULL && few_parts_measure(plot, &donut->parts, plot_height))
        plot->marks = donut;
}

/* Drawing */

struct ring {
    double x, y, outer, inner;
    bool is_mirrored; /* it turns against the clock */
};

/* Angles are turns from the top. */
static struct point on_ring(const struct ring *ring, double radius, double turn)
{
    double angle = 2 * pi * turn, side = ring->is_mirrored ? -1 : 1;

    return (struct point){ ring->x + side * radius * sin(angle), ring->y - radius * cos(angle) };
}

/* Curves of an eighth of a turn at most, which differ from the circle by less than 1/100,000. */
static void arc(struct scene *scene, const struct ring *ring, double radius, double from, double to)
{
    int n = (int)ceil(fabs(to - from) * 8);
    double side = ring->is_mirrored ? -1 : 1;

    for (int i = 0; i < n; i++) {
        double a = from + (to - from) * i / n, b = from + (to - from) * (i + 1) / n;
        double pull = 4.0 / 3 * tan(2 * pi * (b - a) / 4) * radius;
        struct point start = on_ring(ring, radius, a), end = on_ring(ring, radius, b);
        double sa = 2 * pi * a, sb = 2 * pi * b;
        scene_curve_to(
            scene, (struct point){ start.x + side * pull * cos(sa), start.y + pull * sin(sa) },
            (struct point){ end.x - side * pull * cos(sb), end.y - pull * sin(sb) }, end);
    }
}

static void ring_path(struct scene *scene, const struct ring *ring, double from, double to,
                      double gap)
{
    double out = gap / 2 / (2 * pi * ring->outer), in = gap / 2 / (2 * pi * ring->inner);

    if (to - from <= 2 * in) /* no wider than its gaps */
        out = in = 0;
    struct point start = on_ring(ring, ring->outer, from + out);
    struct point back = on_ring(ring, ring->inner, to - in);
    scene_move_to(scene, start.x, start.y);
    arc(scene, ring, ring->outer, from + out, to - out);
    scene_line_to(scene, back.x, back.y);
    arc(scene, ring, ring->inner, to - in, from + in);
    scene_close_path(scene);
}

static void draw_part(const struct plot *plot, struct scene *scene, const struct ring *ring,
                      size_t index, double from, double to)
{
    const struct model_series *part = &plot->model->series[index];
    struct point at = on_ring(ring, (ring->outer + ring->inner) / 2, (from + to) / 2);
    double half = (ring->outer - ring->inner) / 2;

    plot_note(plot, index, 0, (struct box){ at.x - half, at.y - half, at.x + half, at.y + half });
    if (!(to > from))
        return;
    plot_open_series(plot, scene, index);
    plot_open_datum(plot, scene, index, 0);
    ring_path(scene, ring, from, to, to - from < 1 ? 1.5 * mark_gap(&plot->pen) : 0);
    if (part->figures[0].drawn == FIGURE_SOLID) {
        mark_area(&plot->pen, scene, part->color);
    } else {
        mark_fill(&plot->pen, scene, part->color, part->figures[0].drawn);
        ring_path(scene, ring, from, to, to - from < 1 ? 3 * mark_gap(&plot->pen) : 0);
        scene_stroke(scene, part->color, plot->pen.theme->rule_width);
    }
    scene_close(scene);
    scene_close(scene);
}

/* The largest share; its colour is said by its name. */
static void draw_figure(const struct plot *plot, struct scene *scene, const struct ring *ring)
{
    const struct figure *figure = &plot->model->series[0].figures[0];
    struct text_style style = plot->pen.theme->label_strong;

    style.size = fmin(figure_share * ring->outer, max_figure * plot->pen.em);
    style.color = theme_word_color(plot->pen.theme, plot->model->series[0].color);
    struct text_line *line =
        pen_label(&plot->pen, pen_amount(&plot->pen, plot->model, figure, true), &style);
    if (line_width(line) > figure_width * ring->inner) {
        style.size *= figure_width * ring->inner / line_width(line);
        line = pen_label(&plot->pen, pen_amount(&plot->pen, plot->model, figure, true), &style);
    }
    if (style.size < 0.9 * plot->pen.em)
        return;
    plot_open_series(plot, scene, 0);
    plot_open_datum(plot, scene, 0, 0);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, line, ring->x, ring->y, ALIGN_CENTER);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct donut *donut = plot->marks;
    struct box square = few_parts_square(plot, &donut->parts);
    double radius = (square.right - square.left) / 2, from = 0, wanted[FEW_PARTS];
    const struct ring ring = { across_x(plot, (square.left + square.right) / 2),
                               (square.top + square.bottom) / 2, radius, radius * (1 - thickness),
                               across_is_mirrored(plot) };

    for (size_t i = 0; i < plot->model->n_series; i++) {
        double value = plot->model->series[i].figures[0].value;
        double to = isnan(value) ? from : fmin(from + value / 100, 1);
        draw_part(plot, scene, &ring, i, from, to);
        from = to;
        wanted[i] = ring.y + ((double)i - (double)(plot->model->n_series - 1) / 2) * names_pitch *
                                 plot->pen.em;
    }
    draw_figure(plot, scene, &ring);
    few_parts_draw_names(plot, &donut->parts, scene, wanted, true);
}

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    return few_parts_gather(plan, "a donut");
}

const struct chart_type donut_type = {
    .word = WORD_DONUT,
    .subtitle_tells_period = true,
    .gather = gather,
    .measure = measure,
    .draw = draw,
    .min_height = few_parts_min_height,
    .speak = speech_say_series,
};
