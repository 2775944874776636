/* bars_labels.c - the figures above bars, and what stands for missing bars. */
#include <math.h>

#include "chart/plan.h"
#include "chart/types/bars.h"

/* By how many bars' widths the mark of a confidential one may be wide: it stands over its neighbours. */
static const double widest_mark = 2.2;

static struct text_line *label_of(struct plot *plot, const struct figure *figure, bool with_unit)
{
    struct text_style style = plot->pen.theme->label_strong;

    if (isnan(figure->value))
        return pen_label(&plot->pen, pen_blank(&plot->pen, figure), &style);
    return pen_label(
        &plot->pen,
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, with_unit), figure),
        &style);
}

bool bars_set_labels(struct plot *plot, struct bars *bars)
{
    const struct model *model = plot->model;
    bool with_unit = !plot->plan->unit_said;

    for (size_t i = 0; i < bars->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            struct text_line *line = label_of(plot, figure, with_unit);
            double room = bars->bands[j].width / (double)bars->n_series;
            if (bars->n_series == 1)
                room += 0.8 * bars->gap * room;
            if (line_width(line) > room - 0.2 * plot->pen.em)
                return false;
            bars->labels[i * model->n_periods + j] = line;
            with_unit = with_unit && isnan(figure->value);
        }
    return true;
}

static bool is_confidential(const struct figure *figure)
{
    return (figure->flags & 1U << FLAG_CONFIDENTIAL) != 0;
}

/* What stands where no bar is seen; NULL: one is. */
static const char *words_without_bar(const struct plot *plot, const struct figure *figure)
{
    if (figure->value == 0)
        return pen_amount(&plot->pen, plot->model, figure, false);
    if (!isnan(figure->value))
        return NULL;
    return is_confidential(figure) ? pen_blank(&plot->pen, figure) : "\xE2\x80\x93";
}

void bars_set_dashes(struct plot *plot, struct bars *bars)
{
    const struct model *model = plot->model;

    bars->labels =
        arena_array(plot->pen.arena, struct text_line *, model->n_periods * bars->n_series);
    for (size_t i = 0; bars->labels != NULL && i < bars->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            const char *words = words_without_bar(plot, figure);
            if (words == NULL || plot->plan->detail >= DETAIL_NO_AXIS)
                continue;
            struct text_style style = plot->pen.theme->label_strong;
            style.color = theme_word_color(plot->pen.theme, model->series[i].color);
            struct text_line *line = pen_label(&plot->pen, words, &style);
            double left, right;
            bars_place_across(plot, bars, i, &bars->bands[j], &left, &right);
            double most = is_confidential(figure) ? widest_mark * (right - left) : right - left;
            if (line_width(line) <= most)
                bars->labels[i * model->n_periods + j] = line;
        }
}

struct text_line *bars_label(const struct plot *plot, const struct bars *bars, size_t series,
                             size_t period)
{
    return bars->labels != NULL ? bars->labels[series * plot->model->n_periods + period] : NULL;
}

unsigned bars_flags_shown(const struct plot *plot, const struct bars *bars)
{
    unsigned flags = 0;

    for (size_t i = 0; bars != NULL && bars->labels != NULL && i < bars->n_series; i++)
        for (size_t j = 0; j < plot->model->n_periods; j++) {
            const struct figure *figure = &plot->model->series[i].figures[j];
            bool marked = bars->labelled || is_confidential(figure);
            if (marked && bars_label(plot, bars, i, j) != NULL)
                flags |= figure->flags;
        }
    return flags;
}
