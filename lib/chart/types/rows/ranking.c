/* ranking.c - many series in one period: a bar each, from the largest down, named at its bar and
 * not by its colour. */
#include "base/strings.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/types/rows/ranking_rows.h"
#include "chart/words/speech.h"

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
    .time_frames = ranking_rows_time_frames,
    .lengths = LENGTHS_LYING,
    .per_value = ranking_rows_per_value,
    .set_per_value = ranking_rows_set_per_value,
    .speak = speech_say_series,
};
