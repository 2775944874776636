/* ranking.c - many series in one period: a bar each, from the largest down, named at its bar and
 * not by its colour. Bars of one period become a ranking where that tells more. */
#include "base/strings.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/types/ranking_rows.h"
#include "chart/words/speech.h"

static bool are_flows(const struct model *model)
{
    for (size_t i = 0; i < model->n_series; i++) {
        const char *flow = sheaf_series_flow(model->series[i].series);
        if (!theme_knows_flow(flow[0] != '\0' ? flow : model->series[i].name))
            return false;
        for (size_t k = 0; k < i; k++)
            if (string_equal_ignoring_case(flow, sheaf_series_flow(model->series[k].series)))
                return false;
    }
    return true;
}

/* Fewer series than MIN_RANKS are told apart by colour. Flows are not ranked; readers know their
 * colours. */
bool ranking_suits(const struct plot *plot)
{
    const struct model *model = plot->model;

    return model->n_periods == 1 && model->n_series >= MIN_RANKS &&
           model->n_series <= ranking_room(&plot->pen, plot->plan->height) && !are_flows(model);
}

static void draw_bar(const struct plot *plot, struct scene *scene, struct box box, double end,
                     struct color color, enum figure_style style)
{
    mark_bar(&plot->pen, scene, box, color, style, end == box.left ? SIDE_RIGHT : SIDE_LEFT);
}

static const struct row_mark bar = { .name = "a ranking", .draw = draw_bar, .swatch = SWATCH_BAR };

static void check(const struct plot *plot)
{
    ranking_rows_check(plot, &bar);
}

static void measure(struct plot *plot, double plot_height)
{
    ranking_rows_measure(plot, plot_height, &bar);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    ranking_rows_draw(plot, scene, &bar);
}

const struct chart_type ranking_type = {
    .word = WORD_RANKING,
    .subtitle_tells_period = true,
    .ranks = true,
    .check = check,
    .extent = ranking_rows_extent,
    .measure = measure,
    .draw = draw,
    .min_height = ranking_rows_min_height,
    .speak = speech_say_series,
};
