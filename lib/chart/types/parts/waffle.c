/* waffle.c - shares as squares of a hundred: ten rows of ten, filled row by row from the top. */
#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/types/parts/few_parts.h"
#include "chart/words/speech.h"

enum { ROWS = 10, SQUARES = ROWS * ROWS };

struct waffle {
    struct few_parts parts;
    int squares[FEW_PARTS];
    int first[FEW_PARTS]; /* square of each part, counted from the top */
};

static void count_squares(const struct model *model, struct waffle *waffle)
{
    double shares[FEW_PARTS];
    int first = 0;

    for (size_t i = 0; i < model->n_series; i++)
        shares[i] = model->series[i].figures[0].value;
    few_parts_squares(shares, model->n_series, waffle->squares);
    for (size_t i = 0; i < model->n_series; i++) {
        waffle->first[i] = first;
        first += waffle->squares[i];
    }
}

static void measure(struct plot *plot, double plot_height)
{
    struct waffle *waffle = arena_new(plot->pen.arena, struct waffle);

    plot->marks = NULL;
    plot->foot = 0;
    if (waffle == NULL || !few_parts_measure(plot, &waffle->parts, plot_height))
        return;
    few_parts_enlarge(plot, &waffle->parts, plot_height);
    count_squares(plot->model, waffle);
    plot->marks = waffle;
}

/* Drawing */

/* Squares lie on pixels, so that the gaps between them are all of one width. */
static double pitch_of(const struct plot *plot, struct box square)
{
    double pitch = (square.right - square.left) / ROWS;

    return plot->pen.pixel > 0 ? floor(pitch / plot->pen.pixel) * plot->pen.pixel : pitch;
}

static struct box square_at(const struct plot *plot, struct box area, int index)
{
    double pitch = pitch_of(plot, area), gap = mark_gap(&plot->pen);
    int row = index / ROWS, column = index % ROWS;
    double left = pen_snap(&plot->pen, area.left) + column * pitch;
    double top = pen_snap(&plot->pen, area.top) + row * pitch;

    return across_box(plot, (struct box){ left, top, left + pitch - gap, top + pitch - gap });
}

static void draw_part(const struct plot *plot, const struct waffle *waffle, struct scene *scene,
                      struct box area, size_t index)
{
    const struct model_series *part = &plot->model->series[index];
    struct box all = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (int i = 0; i < waffle->squares[index]; i++) {
        struct box square = square_at(plot, area, waffle->first[index] + i);
        all = (struct box){ fmin(all.left, square.left), fmin(all.top, square.top),
                            fmax(all.right, square.right), fmax(all.bottom, square.bottom) };
    }
    if (waffle->squares[index] == 0) /* it is told beside the squares */
        all = (struct box){ area.right, area.bottom, area.right, area.bottom };
    plot_note(plot, index, 0, all);
    if (waffle->squares[index] == 0)
        return;
    plot_open_series(plot, scene, index);
    plot_open_datum(plot, scene, index, 0);
    for (int i = 0; i < waffle->squares[index]; i++) {
        struct box square = square_at(plot, area, waffle->first[index] + i);
        mark_bar(&plot->pen, scene, square, part->color, part->figures[0].drawn, SIDE_NONE);
    }
    scene_close(scene);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct waffle *waffle = plot->marks;
    struct box area = few_parts_square(plot, &waffle->parts);
    double wanted[FEW_PARTS], pitch = pitch_of(plot, area);

    for (size_t i = 0; i < plot->model->n_series; i++) {
        draw_part(plot, waffle, scene, area, i);
        wanted[i] = area.top + (waffle->first[i] + waffle->squares[i] / 2.0) / ROWS * pitch +
                    (double)i * 1e-3; /* parts without squares keep their order */
    }
    few_parts_draw_names(plot, &waffle->parts, scene, wanted, false);
}

/* After the shares: "Squares of 100: China 62; Russia 25; other 13." */
static void speak(struct speech *speech)
{
    const struct chart_pen *pen = &speech->plan->pen;
    const struct model *model = speech->plan->model;
    const struct waffle *waffle = speech->plan->plots[0].marks;
    const char *squares = NULL;

    speech_say_series(speech);
    for (size_t i = 0; i < model->n_series; i++) {
        const char *count = format_number(pen->text, pen->arena, waffle->squares[i], 0);
        if (count != NULL)
            count = arena_format(pen->arena, "%s %s", model->series[i].label, count);
        squares = speech_list(speech, squares, count);
    }
    const struct blank blanks[] = { { "count", format_number(pen->text, pen->arena, SQUARES, 0) },
                                    { "parts", squares } };
    speech_say(speech, format_phrase(pen->text, pen->arena, PHRASE_SQUARES, blanks, 2));
}

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    return few_parts_gather(plan, "a waffle");
}

const struct chart_type waffle_type = {
    .word = WORD_WAFFLE,
    .subtitle_tells_period = true,
    .gather = gather,
    .measure = measure,
    .draw = draw,
    .min_height = few_parts_min_height,
    .speak = speak,
};
