/* line_end.c - the name and the last value of a line, beside its end. */
#include "chart/guides/line_end.h"

#include "text/format.h"

static double label_gap(const struct plot *plot)
{
    return 0.4 * plot->pen.em;
}

double line_end_width(const struct plot *plot, const struct line_end *end)
{
    double name = line_width(end->name), value = line_width(end->value);

    return name + value + (name > 0 && value > 0 ? label_gap(plot) : 0);
}

/* The last period in which any series has a value. */
static size_t last_of_all(const struct model *model)
{
    size_t last = 0;

    for (size_t i = 0; i < model->n_series; i++) {
        size_t own = model_last(model, &model->series[i]);
        last = own < model->n_periods && own > last ? own : last;
    }
    return last;
}

/* The period in which a series ends before others do; NULL: it does not. A part of a year beside
 * whole ones ends where it ends. */
static const char *early_end(const struct plot *plot, const struct model_series *series)
{
    size_t last = model_last(plot->model, series);

    if (plot->model->is_of_years || last >= last_of_all(plot->model))
        return NULL;
    return pen_period_text(&plot->pen, model_period(plot->model, series, last));
}

/* "12.4", or "2021: 12.4" where others go on. */
static const char *value_text(const struct plot *plot, const struct model_series *series)
{
    struct figure figure = series->figures[model_last(plot->model, series)];
    const char *period = early_end(plot, series);

    figure.flags &= ALL_FLAGS & ~(1U << FLAG_BREAK);
    const char *value =
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, &figure, false), &figure);
    const struct blank blanks[] = { { "period", period }, { "amount", value } };
    return period == NULL || value == NULL
               ? value
               : format_phrase(plot->pen.text, plot->pen.arena, PHRASE_FIGURE, blanks, 2);
}

/* "China", or "China, 2021" where others go on and no value says when. */
static const char *name_text(const struct plot *plot, const struct model_series *series,
                             const char *name, bool with_value)
{
    const char *period = with_value ? NULL : early_end(plot, series);

    return period == NULL
               ? name
               : arena_format(plot->pen.arena, "%s%s%s", name,
                              punctuation_of(text_locale(plot->pen.text))->comma, period);
}

struct line_end line_end_set(const struct plot *plot, size_t index, bool with_name, bool with_value,
                             double most)
{
    const struct model_series *series = &plot->model->series[index];
    struct text_style plain = plot->pen.theme->label;
    struct text_style strong = series->is_deemphasised ? plain : plot->pen.theme->label_strong;
    struct line_end end = { .series = index };

    plain.color = strong.color = theme_word_color(plot->pen.theme, series->color);
    if (with_value)
        end.value = pen_label(&plot->pen, value_text(plot, series), &strong);
    if (with_name)
        end.name =
            pen_label(&plot->pen, name_text(plot, series, series->label, with_value), &plain);
    if (with_name && series->code != NULL && line_end_width(plot, &end) > most)
        end.name = pen_label(&plot->pen, name_text(plot, series, series->code, with_value), &plain);
    return end;
}

void line_end_draw(const struct plot *plot, struct scene *scene, const struct line_end *end,
                   double x)
{
    line_draw_centered(scene, end->name, x, end->y, ALIGN_LEFT);
    if (end->name != NULL)
        x += end->name->width + label_gap(plot);
    line_draw_centered(scene, end->value, x, end->y, ALIGN_LEFT);
}

void line_end_draw_leader(const struct plot *plot, struct scene *scene, const struct line_end *end,
                          bool is_long)
{
    const struct theme *theme = plot->pen.theme;
    struct stroke stroke = { .width = theme->grid_width };
    struct paint none = paint_none(), paint = paint_color(theme->axis);

    if (is_long) {
        stroke.n_dash = 2;
        stroke.dash[0] = 0.1 * plot->pen.em;
        stroke.dash[1] = 0.25 * plot->pen.em;
    }
    scene_move_to(scene, end->at.x + theme->end_dot, end->at.y);
    scene_line_to(scene, end->left - 0.15 * plot->pen.em, end->y);
    scene_draw(scene, &none, &paint, &stroke);
}
