/* lollipop.c - many series in one period, calmly: a dot at each value, with a thin stem from zero
 * (lollipop) or on a hairline that leads from the name to it (dots). Else as a ranking. */
#include <math.h>

#include "chart/marks.h"
#include "chart/types/rows/ranking_rows.h"
#include "chart/words/speech.h"

/* In ems of a label: half of the dot; the stem, 0.8 pt in print. */
static const double radius = 0.275, stem = 0.8 / 7.5;

/* Small rows have smaller dots, so that these do not touch. */
static double radius_in(const struct plot *plot, struct box box)
{
    return fmin(radius * plot->pen.em, (box.bottom - box.top) / 2);
}

/* Of a line between pixels, through the middle of a row. */
static double line_top(const struct plot *plot, struct box box, double width)
{
    return pen_snap(&plot->pen, (box.top + box.bottom - width) / 2);
}

static void draw_dot(const struct plot *plot, struct scene *scene, struct box box, double end,
                     struct color color, enum figure_style style)
{
    double width = plot->pen.theme->grid_width;
    const struct point at = { end, line_top(plot, box, width) + width / 2 };

    mark_status_dot(&plot->pen, scene, at, radius_in(plot, box), color, style);
}

static void draw_lollipop(const struct plot *plot, struct scene *scene, struct box box, double end,
                          struct color color, enum figure_style style)
{
    double dot = radius_in(plot, box), width = stem * plot->pen.em;
    double left = end == box.left ? box.left + dot : box.left;
    double right = end == box.left ? box.right : box.right - dot;

    if (plot->pen.pixel > 0)
        width = fmax(pen_snap(&plot->pen, width), plot->pen.pixel);
    if (right > left) {
        scene_rectangle(scene, left, line_top(plot, box, width), right - left, width);
        scene_fill(scene, color);
    }
    draw_dot(plot, scene, box, end, color, style);
}

static const struct row_mark lollipop = {
    .name = "a lollipop chart", .draw = draw_lollipop, .swatch = SWATCH_DOT, .beyond = radius
};
static const struct row_mark dots = {
    .name = "a dot chart", .draw = draw_dot, .swatch = SWATCH_DOT, .beyond = radius, .guides = true
};

static void check_lollipop(const struct plot *plot)
{
    ranking_rows_check(plot, &lollipop);
}

static void measure_lollipop(struct plot *plot, double plot_height)
{
    ranking_rows_measure(plot, plot_height, &lollipop);
}

static void draw_lollipops(const struct plot *plot, struct scene *scene)
{
    ranking_rows_draw(plot, scene, &lollipop);
}

static void check_dots(const struct plot *plot)
{
    ranking_rows_check(plot, &dots);
}

static void measure_dots(struct plot *plot, double plot_height)
{
    ranking_rows_measure(plot, plot_height, &dots);
}

static void draw_dots(const struct plot *plot, struct scene *scene)
{
    ranking_rows_draw(plot, scene, &dots);
}

const struct chart_type lollipop_type = {
    .word = WORD_DOT_CHART,
    .subtitle_tells_period = true,
    .ranks = true,
    .check = check_lollipop,
    .extent = ranking_rows_extent,
    .measure = measure_lollipop,
    .draw = draw_lollipops,
    .min_height = ranking_rows_min_height,
    .time_frames = ranking_rows_time_frames,
    .lengths = LENGTHS_LYING,
    .per_value = ranking_rows_per_value,
    .set_per_value = ranking_rows_set_per_value,
    .speak = speech_say_series,
};

const struct chart_type dots_type = {
    .word = WORD_DOT_CHART,
    .takes_log = true,
    .subtitle_tells_period = true,
    .ranks = true,
    .check = check_dots,
    .extent = ranking_rows_extent,
    .measure = measure_dots,
    .draw = draw_dots,
    .min_height = ranking_rows_min_height,
    .time_frames = ranking_rows_time_frames,
    .speak = speech_say_series,
};
