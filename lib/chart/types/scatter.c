/* scatter.c - does one follow the other: a dot a member, at two of its measures; a bubble's area is a
 * third. Each axis has its own unit, said at its end. Of very many members squares say how many lie
 * where. */
#include "chart/types/scatter.h"

#include <math.h>
#include <string.h>

#include "chart/marks.h"
#include "chart/model/figures.h"
#include "chart/model/measures.h"
#include "chart/plan.h"
#include "chart/types/density.h"
#include "chart/words/names.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "text/format.h"

/* Share of the colour in a dot, so that gridlines and dots below can be told. */
static const double dot_strength = 0.7;

static bool split(const struct plot *plot, sheaf_chart *charts[MOST_MEASURES])
{
    return measures_split(plot->plan->all, scatter_measures(plot),
                          scatter_measures(plot) == 3 ? "a bubble chart" : "a scatter plot", charts,
                          plot->pen.text, plot->pen.arena);
}

/* The members of the second measure: what is drawn upwards. */
static const sheaf_chart *gather_measures(const struct chart_plan *plan, size_t n, const char *what)
{
    sheaf_chart *charts[MOST_MEASURES];

    return measures_split(plan->all, n, what, charts, plan->pen.text, plan->pen.arena)
               ? charts[SCATTER_Y]
               : NULL;
}

static const sheaf_chart *gather_two(const struct chart_plan *plan)
{
    return gather_measures(plan, 2, "a scatter plot");
}

static const sheaf_chart *gather_three(const struct chart_plan *plan)
{
    return gather_measures(plan, 3, "a bubble chart");
}

/* The words around the plot are about no measure alone. */
static struct model *reshape(const struct plot *plot)
{
    struct model *model = arena_new(plot->pen.arena, struct model);

    if (model == NULL)
        return NULL;
    *model = *plot->model;
    model->unit = model->flow = "";
    model->multiplier = 0;
    return model;
}

static bool collect(const struct plot *plot, struct scatter *scatter)
{
    sheaf_chart *charts[MOST_MEASURES];

    if (!split(plot, charts))
        return false;
    for (size_t k = 0; k < scatter_measures(plot); k++) {
        scatter->models[k] =
            model_create(charts[k], plot->plan->flags, plot->pen.theme, NULL, plot->pen.text,
                         plot->pen.arena, text_error(plot->pen.text));
        if (scatter->models[k] == NULL || !model_list_figures(scatter->models[k], plot->pen.arena))
            return false;
    }
    scatter->n = charts[0]->n_series;
    scatter->dots = arena_array(plot->pen.arena, struct scatter_dot, scatter->n);
    if (scatter->models[SCATTER_SIZE] != NULL && scatter->models[SCATTER_SIZE]->extent.low <= 0) {
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "the area of a bubble can be neither zero nor negative, and the third measure is; "
             "draw a "
             "scatter plot of the first two");
        return false;
    }
    for (size_t k = 0; k < SCATTER_SIZE; k++)
        if (plot->scale == &log_scale && scatter->models[k]->extent.low <= 0) {
            fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
                 "a logarithmic scale has no place for zero and negative figures; choose %s, or "
                 "leave them out",
                 SETTING("axis: symlog"));
            return false;
        }
    return scatter->dots != NULL;
}

static bool measure_x(const struct plot *plot, struct scatter *scatter)
{
    return number_axis_measure(plot, &scatter->x, plot->scale,
                               number_axis_extent(plot, scatter->models[SCATTER_X]->extent),
                               scatter->left, scatter->right);
}

/* A head longer than the plot is cut by no one: it is left out, with the axis' labels still there. */
static struct text_line *head_line(const struct plot *plot, const char *words)
{
    struct text_style style = plot->pen.theme->label_strong;

    style.color = plot->pen.theme->grey;
    struct text_line *line = pen_label(&plot->pen, words, &style);
    return line_width(line) <= plot->width ? line : NULL;
}

/* 1, 2 or 5 times a power of ten, at most this. */
static double round_below(double size)
{
    double power = pow(10, floor(log10(size) + 1e-9)), digit = size / power + 1e-9;

    return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

static double key_gap(const struct plot *plot)
{
    return 0.4 * plot->pen.em;
}

static double key_width(const struct plot *plot, const struct scatter *scatter)
{
    double width = line_width(scatter->key_head) + 2 * key_gap(plot);

    for (size_t i = 0; i < 3; i++)
        width += 2 * scatter_radius(plot, scatter, scatter->key[i].size) +
                 line_width(scatter->key[i].label) + (i < 2 ? 3 : 1) * key_gap(plot);
    return width;
}

/* What areas mean: three bubbles of round sizes right above the plot, behind the measure's head, which
 * stands in the legend where they have no room. */
static void set_key(struct plot *plot, struct scatter *scatter)
{
    const struct model *model = scatter->models[SCATTER_SIZE];
    double size = round_below(model->extent.high);
    bool shown = plot->plan->detail < DETAIL_NO_AXIS;

    for (size_t i = 0; shown && i < 3; i++, size /= i == 1 ? 4 : 5) {
        int decimals = (int)fmax(0, ceil(-log10(size) - 1e-9));
        scatter->key[i].size = size;
        scatter->key[i].label =
            pen_label(&plot->pen, format_number(plot->pen.text, plot->pen.arena, size, decimals),
                      &plot->pen.theme->label);
    }
    if (shown)
        scatter->key_head = head_line(plot, scatter->heads[SCATTER_SIZE]);
    if (scatter->key_head != NULL &&
        key_width(plot, scatter) + line_width(scatter->y_head) + plot->pen.em <= plot->width) {
        scatter->head_height =
            fmax(scatter->head_height, 2 * scatter_radius(plot, scatter, scatter->key[0].size));
        return;
    }
    scatter->key_head = NULL;
    for (size_t i = 0; i < 3; i++)
        scatter->key[i].label = NULL;
    legend_add(plot->plan, scatter->heads[SCATTER_SIZE], SWATCH_DOT, plot->pen.theme->context,
               FIGURE_SOLID);
}

/* How far bubbles would reach beyond an end of an axis of such a length. */
static double overhang(const struct plot *plot, const struct scatter *scatter, size_t axis,
                       const struct scale *scale, bool at_high, double length)
{
    double most = 0;

    for (size_t i = 0; i < scatter->n && scale->high > scale->low; i++) {
        double value = scatter->models[axis]->series[i].figures[0].value;
        double share = (value - scale->low) / (scale->high - scale->low);
        double size = scatter->models[SCATTER_SIZE] == NULL
                          ? 0
                          : scatter->models[SCATTER_SIZE]->series[i].figures[0].value;
        double radius = scatter_radius(plot, scatter, size);
        most = fmax(most, radius - (at_high ? 1 - share : share) * length);
    }
    return most;
}

/* Heads and key, with room below them for the highest bubbles, and above the axis for the lowest. */
static void measure_heights(struct plot *plot, struct scatter *scatter, double plot_height)
{
    const struct theme *theme = plot->pen.theme;

    plot->foot = 0;
    if (plot->plan->detail < DETAIL_NO_AXIS) {
        number_axis_set_head(plot, &scatter->x, scatter->heads[SCATTER_X]);
        scatter->y_head = head_line(plot, scatter->heads[SCATTER_Y]);
        scatter->head_height = theme->label.leading;
        plot->foot = number_axis_height(plot);
    }
    if (scatter->models[SCATTER_SIZE] != NULL)
        set_key(plot, scatter);
    if (scatter_is_dense(plot->plan))
        scatter->key_height = density_key_height(plot, plot_height);
    plot->foot += scatter->key_height;
    if (scatter->key_head != NULL)
        scatter->head_height += 0.4 * plot->pen.em;
    double length = 0.8 * (plot_height - scatter->head_height - plot->foot);
    double above = overhang(plot, scatter, SCATTER_Y, &scatter->y.scale, true, length);
    scatter->y.room_above = scatter->head_height + fmax(above, scatter->y.room_above);
    if (scatter->models[SCATTER_SIZE] != NULL)
        scatter->y.room_below +=
            overhang(plot, scatter, SCATTER_Y, &scatter->y.scale, false, length);
}

static void measure(struct plot *plot, double plot_height)
{
    struct scatter *scatter = arena_new(plot->pen.arena, struct scatter);

    plot->marks = NULL;
    if (scatter == NULL || !collect(plot, scatter) || !scatter_set_heads(plot, scatter))
        return;
    plot->model = scatter->models[SCATTER_Y];
    plot->head_says_unit = true;
    value_axis_measure(plot, &scatter->y,
                       number_axis_extent(plot, scatter->models[SCATTER_Y]->extent), plot_height);
    scatter->largest = fmin(2.4 * plot->pen.em, 0.1 * fmin(plot->width, plot_height));
    scatter->left = scatter->y.gutter + 0.5 * plot->pen.em;
    scatter->right = plot->width - 1.5 * plot->pen.em;
    bool has_x = measure_x(plot, scatter);
    double length = 0.8 * (scatter->right - scatter->left);
    scatter->left += overhang(plot, scatter, SCATTER_X, &scatter->x.scale, false, length);
    scatter->right =
        plot->width - fmax(1.5 * plot->pen.em,
                           overhang(plot, scatter, SCATTER_X, &scatter->x.scale, true, length));
    has_x = has_x && measure_x(plot, scatter);
    measure_heights(plot, scatter, plot_height);
    plot_note_words(plot, true); /* heads say the units */
    plot->plan->figures_lost =
        !has_x || scatter->y.gutter == 0 || scatter->x.head == NULL || scatter->y_head == NULL;
    plot->marks = scatter;
}

/* Drawing */

static struct color dot_color(const struct plot *plot)
{
    return theme_tint(plot->pen.theme, theme_category(plot->pen.theme, 0), dot_strength);
}

static void draw_dot(const struct plot *plot, const struct scatter *scatter, struct scene *scene,
                     size_t member)
{
    const struct scatter_dot *dot = &scatter->dots[member];
    struct paint fill = paint_color(dot_color(plot)), paper = paint_color(plot->pen.theme->paper);
    struct stroke ring = { .width = fmax(0.1 * plot->pen.em, plot->pen.pixel) };

    plot_note(plot, member, 0,
              (struct box){ dot->at.x - dot->radius, dot->at.y - dot->radius,
                            dot->at.x + dot->radius, dot->at.y + dot->radius });
    plot_open_datum(plot, scene, member, 0);
    scene_circle(scene, dot->at.x, dot->at.y, dot->radius + ring.width / 2);
    scene_draw(scene, &fill, &paper, &ring);
    scene_close(scene);
}

/* The largest first, so that none hides a smaller one. */
static void draw_dots(const struct plot *plot, const struct scatter *scatter, struct scene *scene)
{
    double below = INFINITY;

    for (;;) {
        double next = -1;
        for (size_t i = 0; i < scatter->n; i++)
            if (scatter->dots[i].radius < below)
                next = fmax(next, scatter->dots[i].radius);
        if (next < 0)
            break;
        for (size_t i = 0; i < scatter->n; i++)
            if (scatter->dots[i].radius == next)
                draw_dot(plot, scatter, scene, i);
        below = next;
    }
}

static void draw_key(const struct plot *plot, const struct scatter *scatter, struct scene *scene)
{
    double x = plot->width - key_width(plot, scatter);
    double y = plot->box.top +
               fmax(scatter_radius(plot, scatter, scatter->key[0].size), 0.4 * plot->pen.em);

    scene_open_role(scene, ROLE_LEGEND);
    line_draw_centered(scene, scatter->key_head, x, y, ALIGN_LEFT);
    x += line_width(scatter->key_head) + 2 * key_gap(plot);
    for (size_t i = 0; i < 3; i++) {
        double radius = scatter_radius(plot, scatter, scatter->key[i].size);
        scene_circle(scene, x + radius, y, radius);
        scene_fill(scene, plot->pen.theme->context);
        x += 2 * radius + key_gap(plot);
        line_draw_centered(scene, scatter->key[i].label, x, y, ALIGN_LEFT);
        x += line_width(scatter->key[i].label) + 2 * key_gap(plot);
    }
    scene_close(scene);
}

static void draw_squares(const struct plot *plot, const struct scatter *scatter,
                         struct scene *scene)
{
    const struct density *density = scatter_density(plot, scatter);

    for (size_t i = 0; density != NULL && i < scatter->n; i++)
        plot_note(plot, i, 0, density_square(density, scatter->dots[i].at));
    density_draw(plot, density, scene);
    struct scale y = value_axis_scale(plot, &scatter->y);
    const struct density_axis axes[2] = { { .scale = &scatter->x.scale }, { .scale = &y } };
    density_note(plot, density, axes);
    if (scatter->key_height > 0)
        density_draw_key(plot, density, scene, scatter->left,
                         plot->box.bottom + number_axis_height(plot));
}

static void draw_names(const struct scatter *scatter, struct scene *scene)
{
    scene_open_role(scene, ROLE_DATUM_LABEL);
    for (size_t i = 0; i < scatter->n; i++)
        line_draw_centered(scene, scatter->dots[i].name,
                           (scatter->dots[i].name_box.left + scatter->dots[i].name_box.right) / 2,
                           (scatter->dots[i].name_box.top + scatter->dots[i].name_box.bottom) / 2,
                           ALIGN_CENTER);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct scatter *scatter = plot->marks;

    scatter_place(plot, scatter);
    value_axis_draw_grid(plot, &scatter->y, scene, plot->box.left, plot->width);
    number_axis_draw_grid(plot, &scatter->x, scene, plot->box.top + scatter->y.room_above);
    number_axis_draw_labels(plot, &scatter->x, scene);
    value_axis_draw_zero(plot, &scatter->y, scene, plot->box.left, plot->width);
    value_axis_draw_labels(plot, &scatter->y, scene);
    scene_open_role(scene, ROLE_AXIS_Y);
    line_draw_centered(scene, scatter->y_head, plot->box.left, plot->box.top + 0.4 * plot->pen.em,
                       ALIGN_LEFT);
    scene_close(scene);
    if (scatter->key[0].label != NULL)
        draw_key(plot, scatter, scene);
    if (scatter_is_dense(plot->plan)) {
        draw_squares(plot, scatter, scene);
        return;
    }
    draw_dots(plot, scatter, scene);
    draw_names(scatter, scene);
}

static const char *marks_words(const struct chart_plan *plan)
{
    return scatter_is_dense(plan) ? density_words(plan, names_counted(plan->model)) : "";
}

static double min_height(const struct plot *plot)
{
    return 12 * plot->pen.em;
}

const struct chart_type scatter_type = {
    .word = WORD_SCATTER,
    .over_numbers = &number_dots_type,
    .takes_log = true,
    .subtitle_tells_period = true,
    .takes_measures = 2,
    .gather = gather_two,
    .keeps_series = true,
    .reshape = reshape,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .marks_words = marks_words,
    .speak = scatter_speak,
};

const struct chart_type bubble_type = {
    .word = WORD_BUBBLES,
    .takes_log = true,
    .subtitle_tells_period = true,
    .takes_measures = 3,
    .gather = gather_three,
    .keeps_series = true,
    .reshape = reshape,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = scatter_speak,
};
