/* line_end.c - the name and the last value of a line, beside its end. */
#include "chart/guides/line_end.h"

static double label_gap(const struct plot *plot)
{
    return 0.4 * plot->pen.em;
}

double line_end_width(const struct plot *plot, const struct line_end *end)
{
    double name = line_width(end->name), value = line_width(end->value);

    return name + value + (name > 0 && value > 0 ? label_gap(plot) : 0);
}

struct line_end line_end_set(const struct plot *plot, size_t index, bool with_name, bool with_value,
                             double most)
{
    const struct model_series *series = &plot->model->series[index];
    const struct figure *figure = &series->figures[model_last(plot->model, series)];
    struct text_style plain = plot->pen.theme->label;
    struct text_style strong = series->is_deemphasised ? plain : plot->pen.theme->label_strong;
    struct line_end end = { .series = index };

    plain.color = strong.color = theme_word_color(plot->pen.theme, series->color);
    if (with_value)
        end.value = pen_label(
            &plot->pen,
            pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false), figure),
            &strong);
    if (with_name)
        end.name = pen_label(&plot->pen, series->label, &plain);
    if (with_name && series->code != NULL && line_end_width(plot, &end) > most)
        end.name = pen_label(&plot->pen, series->code, &plain);
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
