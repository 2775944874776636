/* line_end.c - what a line is called and how far it came, said where it ends. */
#include "chart/guides/line_end.h"

#include "chart/plan.h"

static double label_gap(const struct chart_plan *plan)
{
    return 0.4 * plan->em;
}

double line_end_width(const struct chart_plan *plan, const struct line_end *end)
{
    double name = line_width(end->name), value = line_width(end->value);

    return name + value + (name > 0 && value > 0 ? label_gap(plan) : 0);
}

struct line_end line_end_set(struct chart_plan *plan, size_t index, bool with_name, bool with_value,
                             double most)
{
    const struct model_series *series = &plan->model->series[index];
    const struct figure *figure = &series->figures[model_last(plan->model, series)];
    struct text_style plain = plan->theme.label;
    struct text_style strong = series->is_deemphasised ? plain : plan->theme.label_strong;
    struct line_end end = { .series = index };

    plain.color = strong.color = theme_word_color(series->color);
    if (with_value)
        end.value =
            plan_label(plan, plan_marked(plan, plan_amount(plan, figure, false), figure), &strong);
    if (with_name)
        end.name = plan_label(plan, series->label, &plain);
    if (with_name && series->code != NULL && line_end_width(plan, &end) > most)
        end.name = plan_label(plan, series->code, &plain);
    return end;
}

void line_end_draw(const struct chart_plan *plan, struct scene *scene, const struct line_end *end,
                   double x)
{
    plan_draw_centered(scene, end->name, x, end->y, ALIGN_LEFT);
    if (end->name != NULL)
        x += end->name->width + label_gap(plan);
    plan_draw_centered(scene, end->value, x, end->y, ALIGN_LEFT);
}
