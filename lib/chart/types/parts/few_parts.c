/* few_parts.c - two or three parts of one whole: which they are, and their names. */
#include "chart/types/parts/few_parts.h"

#include <math.h>

#include "chart/across.h"
#include "chart/guides/labels.h"
#include "chart/marks.h"
#include "chart/model/member_periods.h"
#include "chart/model/parts.h"
#include "chart/plan.h"

/* The drawing takes at most this share of the width where names stand beside it. */
static const double max_width_share = 0.6;
/* From the figure to the names, and from a dot's left end to its name, in ems. */
static const double names_gap = 1.2, dot_room = 1.1;
/* A share written large: its size as a share of the plot's height, its least and greatest in ems.
 * Smaller ones would be no larger than the words around the plot. Below it its name: its size as a
 * share of the figure's, at most in ems; its line as a share of its size. */
static const double large_share = 0.085, least_large = 1.7, most_large = 4, name_share = 0.45,
                    most_name = 1.5, name_line = 1.35;

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
         "%s shows two or three parts, because more are hard to compare in it, and here are %zu%s; "
         "draw a ranking or stacked bars, or choose fewer parts",
         what, shares->n_series, shares->n_series < MAX_PARTS ? "" : " or more");
    return NULL;
}

/* The share, in the part's colour. */
static struct text_line *large_share_of(const struct plot *plot, size_t index, double size)
{
    const struct model_series *part = &plot->model->series[index];
    struct text_style style = plot->pen.theme->label_strong;
    const char *value = pen_amount(&plot->pen, plot->model, &part->figures[0], true);

    style.size = size;
    style.color = theme_word_color(plot->pen.theme, part->color);
    return pen_label(&plot->pen, pen_flagged(&plot->pen, value, &part->figures[0]), &style);
}

static double name_size(const struct plot *plot, double size)
{
    return fmax(1, fmin(name_share * size / plot->pen.em, most_name)) * plot->pen.em;
}

/* In ink: the share has the colour. */
static struct text_block *plain_name(const struct plot *plot, size_t index, double size,
                                     double most)
{
    struct text_style style = plot->pen.theme->label;

    style.size = size;
    style.leading = name_line * size;
    style.color = plot->pen.theme->ink;
    const struct text_span span = { .utf8 = plot->model->series[index].label, .style = &style };
    return text_wrap(plot->pen.text, plot->pen.arena, &span, 1, most, 1);
}

void few_parts_enlarge(const struct plot *plot, struct few_parts *parts, double plot_height)
{
    double size = fmin(large_share * plot_height, most_large * plot->pen.em), width = 0;
    double room = (1 - max_width_share) * plot->width - names_gap * plot->pen.em;
    struct text_block *names[FEW_PARTS];

    if (size < least_large * plot->pen.em)
        return;
    for (size_t i = 0; i < parts->names.n; i++) {
        size_t series = parts->names.items[i].series;
        parts->large[i] = large_share_of(plot, series, size);
        names[i] = plain_name(plot, series, name_size(plot, size), room);
        if (parts->large[i] == NULL || names[i] == NULL)
            return;
        width = fmax(width, fmax(line_width(parts->large[i]), names[i]->width));
        if (names[i]->cut || width > room)
            return;
    }
    for (size_t i = 0; i < parts->names.n; i++)
        parts->names.items[i].words = names[i];
    parts->names.width = width;
    parts->large_size = size;
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
    double before = names_gap + (parts->large_size > 0 ? 0 : dot_room);

    return parts->names.n > 0 ? parts->names.width + before * plot->pen.em : 0;
}

struct box few_parts_square(const struct plot *plot, const struct few_parts *parts)
{
    double width = plot->box.right - plot->box.left, height = plot->box.bottom - plot->box.top;
    double names = names_room(plot, parts);
    double most = names > 0 ? fmin(width - names, max_width_share * width) : width;
    double side = fmin(height, most), left = plot->box.left;

    return (struct box){ left, plot->box.top, left + side, plot->box.top + side };
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

/* The share above its name, both in the middle of the part as far as the others leave room. */
static void draw_large(const struct plot *plot, struct few_parts *parts, struct scene *scene,
                       const double *wanted, struct box square)
{
    double x = square.right + names_gap * plot->pen.em;
    double line = name_line * name_size(plot, parts->large_size);
    double height = parts->large_size + line;
    struct spread_label labels[FEW_PARTS];

    for (size_t i = 0; i < parts->names.n; i++)
        labels[i] =
            (struct spread_label){ .wanted = wanted[parts->names.items[i].series], .size = height };
    if (!labels_spread(labels, parts->names.n, square.top, square.bottom))
        return;
    for (size_t i = 0; i < parts->names.n; i++) {
        const struct part_name *name = &parts->names.items[i];
        double top = labels[i].place - height / 2;
        plot_open_series(plot, scene, name->series);
        plot_open_datum(plot, scene, name->series, 0);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        across_line(plot, scene, parts->large[i], x, top + parts->large_size / 2, ALIGN_LEFT);
        across_block(plot, scene, name->words, x, top + parts->large_size + line / 2,
                     parts->names.width);
        scene_close(scene);
        scene_close(scene);
        scene_close(scene);
    }
}

void few_parts_draw_names(const struct plot *plot, struct few_parts *parts, struct scene *scene,
                          const double *wanted, bool with_dots)
{
    struct box square = few_parts_square(plot, parts);
    double edge = square.right;

    if (parts->large_size > 0) {
        draw_large(plot, parts, scene, wanted, square);
        return;
    }
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
