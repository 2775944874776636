/* color_key.c - figures as colours of five steps, and the key to them. */
#include "chart/guides/color_key.h"

#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/plan.h"

/* In ems: a swatch, the gap between it and words, the room above the key and its height; a row of it
 * upright; the dot of a
 * missing figure; the bar that tells a status. */
static const double swatch_width = 1.6, swatch_height = 0.7, word_gap = 0.5, room_above = 0.7,
                    key_height = 1.2, upright_row = 1.6, missing_dot = 0.14, corner = 0.6;

static const char *edge_text(const struct plot *plot, double edge, int decimals, bool with_unit)
{
    const struct model *model = plot->model;

    return with_unit ? format_amount(plot->pen.text, plot->pen.arena, edge, model->unit,
                                     model->multiplier, decimals)
                     : format_number(plot->pen.text, plot->pen.arena, edge, decimals);
}

static const char *step_text(const struct plot *plot, const struct color_key *key, size_t step)
{
    const struct quantised *scale = &key->scale;
    bool with_unit = step + 1 == QUANTISED_STEPS && !plot->plan->unit_said;
    const struct blank ends[] = {
        { "low", edge_text(plot, scale->edges[step], scale->step_decimals, false) },
        { "high", edge_text(plot, scale->edges[step + 1], scale->step_decimals, with_unit) },
    };

    return format_phrase(plot->pen.text, plot->pen.arena, PHRASE_BETWEEN, ends, 2);
}

void color_key_measure(const struct plot *plot, struct color_key *key, double room,
                       bool has_missing)
{
    const struct extent values = plot->model->extent;
    struct text_style style = plot->pen.theme->label;

    *key = (struct color_key){ .scale = quantised_make(values.low, values.high) };
    if (plot->plan->detail >= DETAIL_NO_AXIS)
        return;
    style.color = plot->pen.theme->ink;
    key->low = pen_label(&plot->pen,
                         edge_text(plot, key->scale.edges[0], key->scale.decimals, false), &style);
    key->high = pen_label(&plot->pen,
                          edge_text(plot, key->scale.edges[QUANTISED_STEPS], key->scale.decimals,
                                    !plot->plan->unit_said),
                          &style);
    for (size_t i = 0; i < QUANTISED_STEPS; i++)
        key->steps[i] = pen_label(&plot->pen, step_text(plot, key, i), &style);
    if (has_missing)
        key->missing = pen_label(&plot->pen, format_word(plot->pen.text, WORD_NO_VALUE), &style);
    double width = line_width(key->low) + line_width(key->high) +
                   (QUANTISED_STEPS * swatch_width + 2 * word_gap) * plot->pen.em;
    if (width > room)
        key->low = key->high = NULL;
    if (key->low == NULL || width + line_width(key->missing) + 4 * word_gap * plot->pen.em > room)
        key->missing = NULL;
}

static struct color step_color(const struct plot *plot, const struct color_key *key, size_t step)
{
    double share = quantised_share(&key->scale, step);

    return key->scale.is_diverging ? theme_diverging(plot->pen.theme, share)
                                   : theme_sequential(plot->pen.theme, share);
}

double color_key_height(const struct plot *plot, const struct color_key *key)
{
    return key->low != NULL ? (room_above + key_height) * plot->pen.em : 0;
}

void color_key_draw(const struct plot *plot, const struct color_key *key, struct scene *scene,
                    double x, double y)
{
    double em = plot->pen.em, middle = y + (room_above + key_height / 2) * em, gap = word_gap * em;

    if (key->low == NULL)
        return;
    scene_open_role(scene, ROLE_LEGEND);
    across_line(plot, scene, key->low, x, middle, ALIGN_LEFT);
    x += line_width(key->low) + gap;
    for (size_t i = 0; i < QUANTISED_STEPS; i++) {
        struct box box =
            across_box(plot, (struct box){ x, middle - swatch_height / 2 * em,
                                           x + swatch_width * em - mark_gap(&plot->pen),
                                           middle + swatch_height / 2 * em });
        scene_rectangle(scene, pen_snap(&plot->pen, box.left), pen_snap(&plot->pen, box.top),
                        pen_snap(&plot->pen, box.right) - pen_snap(&plot->pen, box.left),
                        pen_snap(&plot->pen, box.bottom) - pen_snap(&plot->pen, box.top));
        scene_fill(scene, step_color(plot, key, i));
        x += swatch_width * em;
    }
    across_line(plot, scene, key->high, x + gap, middle, ALIGN_LEFT);
    x += 2 * gap + line_width(key->high);
    if (key->missing != NULL) {
        color_cell_draw_missing(
            plot, scene,
            across_box(plot, (struct box){ x + gap, middle - gap, x + 3 * gap, middle + gap }));
        across_line(plot, scene, key->missing, x + 3 * gap, middle, ALIGN_LEFT);
    }
    scene_close(scene);
}

double color_key_upright_width(const struct plot *plot, const struct color_key *key)
{
    double width = line_width(key->missing);

    for (size_t i = 0; i < QUANTISED_STEPS; i++)
        width = fmax(width, line_width(key->steps[i]));
    return width + (swatch_width + word_gap) * plot->pen.em;
}

double color_key_upright_height(const struct plot *plot, const struct color_key *key)
{
    return (QUANTISED_STEPS + (key->missing != NULL)) * upright_row * plot->pen.em;
}

void color_key_draw_upright(const struct plot *plot, const struct color_key *key,
                            struct scene *scene, double x, double y)
{
    double em = plot->pen.em, row = upright_row * em, words = x + (swatch_width + word_gap) * em;

    scene_open_role(scene, ROLE_LEGEND);
    for (size_t i = 0; i < QUANTISED_STEPS; i++) {
        double top = pen_snap(&plot->pen, y + row * (double)(QUANTISED_STEPS - 1 - i));
        struct box box = across_box(
            plot, (struct box){ x, top, x + swatch_width * em, top + row - mark_gap(&plot->pen) });
        scene_rectangle(scene, box.left, box.top, box.right - box.left, box.bottom - box.top);
        scene_fill(scene, step_color(plot, key, i));
        across_line(plot, scene, key->steps[i], words, top + row / 2, ALIGN_LEFT);
    }
    if (key->missing != NULL) {
        double top = y + QUANTISED_STEPS * row;
        color_cell_draw_missing(
            plot, scene,
            across_box(plot, (struct box){ x, top, x + swatch_width * em, top + row }));
        across_line(plot, scene, key->missing, words, top + row / 2, ALIGN_LEFT);
    }
    scene_close(scene);
}

/* Cells --------------------------------------------------------------------------------------- */

void color_cell_draw_missing(const struct plot *plot, struct scene *scene, struct box box)
{
    double room = fmin(box.right - box.left, box.bottom - box.top);

    scene_circle(scene, (box.left + box.right) / 2, (box.top + box.bottom) / 2,
                 fmin(missing_dot * plot->pen.em, room / 3));
    scene_fill(scene, plot->pen.theme->grey);
}

void color_cell_draw_area(const struct plot *plot, struct scene *scene, struct box box,
                          struct color color, enum figure_style style)
{
    double side = fmin(fmin(corner * plot->pen.em, 0.45 * (box.bottom - box.top)),
                       0.45 * (box.right - box.left));

    mark_bar(&plot->pen, scene, box, color, FIGURE_SOLID, SIDE_NONE);
    if (style == FIGURE_SOLID)
        return;
    struct box at = { box.right - side, box.top, box.right, box.top + side };
    scene_rectangle(scene, at.left, at.top, side, side);
    scene_fill(scene, plot->pen.theme->paper);
    mark_bar(&plot->pen, scene, at, plot->pen.theme->ink, style, SIDE_NONE);
}

struct color color_cell_text_color(const struct plot *plot, const struct color_key *key,
                                   const struct figure *figure)
{
    return theme_text_on(plot->pen.theme,
                         step_color(plot, key, quantised_step(&key->scale, figure->value)));
}

void color_cell_draw(const struct plot *plot, const struct color_key *key, struct scene *scene,
                     const struct figure *figure, struct box box, const char *text,
                     const struct text_style *style)
{
    struct color color = step_color(plot, key, quantised_step(&key->scale, figure->value));
    double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;

    color_cell_draw_area(plot, scene, box, color, figure->drawn);
    if (text == NULL)
        return;
    struct text_style on = *style;
    on.color = color_cell_text_color(plot, key, figure);
    struct text_line *line = pen_label(&plot->pen, text, &on);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, line, x, y, ALIGN_CENTER);
    scene_close(scene);
}
