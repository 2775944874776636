/* dumbbell.c - then and now, for many: a row a member, a ring for the first period, a dot for the
 * last, a rule between them, and the change in a column of its own. */
#include <math.h>

#include "chart/across.h"
#include "chart/guides/labels.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/types/rows/row_axis.h"
#include "chart/types/rows/rows.h"
#include "chart/words/change.h"
#include "chart/words/words.h"

enum { THEN, NOW };

struct dumbbell {
    struct rows rows;
    struct row_axis axis;
    struct figure *changes;     /* one a row */
    struct text_line **flags;   /* behind them */
    struct text_line **lines;   /* the changes; NULL: they have no room */
    struct text_line *head;     /* of that column */
    struct text_line *names[2]; /* of the periods */
    bool names_have_dots;       /* of their own, beside which they begin */
    double name_x[2];           /* else the middle of each, above the dots of the first row */
    double left, right;         /* of the marks */
    double name_right, change_right;
};

static const struct member_rules rules = { .what = "a dumbbell chart",
                                           .instead = "a ranking",
                                           .periods = PERIODS_FIRST_AND_LAST,
                                           .row = 1.9,
                                           .tight = 0.72,
                                           .head = 1.7 };

/* Maximum share of the width for names; ems between columns; least width of the marks, in ems;
 * ems beside the names of the periods. */
static const double max_name_share = 0.38, column_gap = 1.2, min_marks = 6, name_gap = 0.5;

static bool is_row_with_both(const struct plot *plot, const struct row *row)
{
    return row_figure(plot, row, 0, THEN) != NULL && row_figure(plot, row, 0, NOW) != NULL;
}

/* The row with the largest change; n: there is none. */
static size_t largest_change(const struct dumbbell *dumbbell)
{
    size_t largest = dumbbell->rows.n;

    for (size_t i = 0; i < dumbbell->rows.n; i++)
        if (!isnan(dumbbell->changes[i].value) && !dumbbell->rows.rows[i].member.is_rest &&
            (largest == dumbbell->rows.n ||
             fabs(dumbbell->changes[i].value) > fabs(dumbbell->changes[largest].value)))
            largest = i;
    return largest;
}

static bool set_changes(const struct plot *plot, struct dumbbell *dumbbell)
{
    dumbbell->changes = arena_array(plot->pen.arena, struct figure, dumbbell->rows.n);
    for (size_t i = 0; dumbbell->changes != NULL && i < dumbbell->rows.n; i++) {
        const struct model_series *series =
            &plot->model->series[dumbbell->rows.rows[i].member.series[0]];
        dumbbell->changes[i] = figure_change(&series->figures[THEN], &series->figures[NOW]);
        dumbbell->changes[i].flags =
            (row_statuses(&series->figures[THEN]) | row_statuses(&series->figures[NOW])) &
            ALL_FLAGS;
    }
    return dumbbell->changes != NULL;
}

/* Rings and dots say which period they are of, so statuses are told by flags beside the change. */
static bool set_lines(const struct plot *plot, struct dumbbell *dumbbell)
{
    size_t largest = largest_change(dumbbell);

    dumbbell->lines = arena_array(plot->pen.arena, struct text_line *, dumbbell->rows.n);
    dumbbell->flags = arena_array(plot->pen.arena, struct text_line *, dumbbell->rows.n);
    if (dumbbell->lines == NULL || dumbbell->flags == NULL)
        return false;
    for (size_t i = 0; i < dumbbell->rows.n; i++) {
        const struct figure *change = &dumbbell->changes[i];
        struct text_style style =
            i == largest ? plot->pen.theme->label_strong : plot->pen.theme->label;
        style.color = plot->pen.theme->ink;
        const char *words = isnan(change->value)
                                ? pen_blank(&plot->pen, change)
                                : pen_change(&plot->pen, plot->model, change, false);
        dumbbell->lines[i] = pen_label(&plot->pen, words, &style);
        dumbbell->flags[i] = isnan(change->value) || change->flags == 0
                                 ? NULL
                                 : pen_label(&plot->pen, flags_text(change->flags, plot->pen.arena),
                                             &plot->pen.theme->label);
    }
    dumbbell->head =
        pen_label(&plot->pen, format_word(plot->pen.text, WORD_CHANGE), &plot->pen.theme->label);
    return true;
}

/* Width of the changes, which end at one line, and of the flags behind it. */
static double change_width(const struct plot *plot, struct dumbbell *dumbbell)
{
    double widest = line_width(dumbbell->head), flags = 0;

    for (size_t i = 0; i < dumbbell->rows.n; i++) {
        widest = fmax(widest, line_width(dumbbell->lines[i]));
        flags = fmax(flags, line_width(dumbbell->flags[i]));
    }
    if (flags > 0)
        flags += 0.3 * plot->pen.em;
    dumbbell->change_right = plot->width - flags;
    return widest + flags;
}

static void set_period_names(const struct plot *plot, struct dumbbell *dumbbell)
{
    struct text_style styles[2] = { plot->pen.theme->label, plot->pen.theme->label_strong };

    styles[NOW].color = theme_word_color(plot->pen.theme, rows_color(plot, NULL, 0));
    for (size_t i = 0; i < 2; i++)
        dumbbell->names[i] =
            pen_label(&plot->pen, plot_period_name(plot, plot->model->periods[i]), &styles[i]);
}

/* Names at the left, changes at the right, unless they leave the marks too little. */
static void place_columns(struct plot *plot, struct dumbbell *dumbbell, double plot_height)
{
    double gap = column_gap * plot->pen.em, changes = change_width(plot, dumbbell) + gap;
    double room = plot->width - changes - gap - min_marks * plot->pen.em;

    if (room < 4 * plot->pen.em) {
        dumbbell->lines = NULL;
        changes = 0.8 * plot->pen.em;
        room = plot->width - changes - gap - min_marks * plot->pen.em;
    }
    rows_set_names(plot, &dumbbell->rows,
                   fmax(fmin(room, max_name_share * plot->width), 2 * plot->pen.em), plot_height);
    dumbbell->name_right = dumbbell->rows.names;
    dumbbell->left = dumbbell->rows.names + gap;
    dumbbell->right = plot->width - changes;
}

static double radius(const struct plot *plot)
{
    return 0.36 * plot->pen.em;
}

static double mark_x(const struct dumbbell *dumbbell, const struct figure *figure)
{
    return scale_position(&dumbbell->axis.scale, figure->value);
}

/* Above the dots of the first row. False: it lacks one, or the names have no room side by side. */
static bool names_stand_above_dots(const struct plot *plot, struct dumbbell *dumbbell)
{
    const struct row *row = &dumbbell->rows.rows[0];
    double gap = name_gap * plot->pen.em;
    struct spread_label spread[2];
    size_t order[2] = { THEN, NOW };

    if (!is_row_with_both(plot, row))
        return false;
    if (row_figure(plot, row, 0, THEN)->value > row_figure(plot, row, 0, NOW)->value) {
        order[0] = NOW;
        order[1] = THEN;
    }
    for (size_t i = 0; i < 2; i++)
        spread[i] =
            (struct spread_label){ .wanted = mark_x(dumbbell, row_figure(plot, row, 0, order[i])),
                                   .size = line_width(dumbbell->names[order[i]]) + gap };
    if (!labels_spread(spread, 2, dumbbell->left - gap, dumbbell->right + gap))
        return false;
    for (size_t i = 0; i < 2; i++)
        dumbbell->name_x[order[i]] = spread[i].place;
    return true;
}

/* Else in a line with dots of their own, from the marks' left or, for want of room, from the names'. */
static void place_period_names(const struct plot *plot, struct dumbbell *dumbbell)
{
    double gap = name_gap * plot->pen.em, dot = 2 * radius(plot) + gap;
    double width = 2 * dot + line_width(dumbbell->names[0]) + line_width(dumbbell->names[1]);
    double changes = dumbbell->lines != NULL ? line_width(dumbbell->head) + 2 * gap : 0;
    double room = (dumbbell->lines != NULL ? dumbbell->change_right : plot->width) - changes;
    double between = fmin(3 * gap, room - width);

    dumbbell->names_have_dots = !names_stand_above_dots(plot, dumbbell);
    if (!dumbbell->names_have_dots)
        return;
    double left = fmax(fmin(dumbbell->left, room - width - between), 0);
    dumbbell->name_x[THEN] = left + dot;
    dumbbell->name_x[NOW] = left + 2 * dot + line_width(dumbbell->names[THEN]) + between;
    plot->plan->period_lost = between < gap;
}

static void measure(struct plot *plot, double plot_height)
{
    struct dumbbell *dumbbell = arena_new(plot->pen.arena, struct dumbbell);

    plot->marks = NULL;
    if (dumbbell == NULL || !rows_open(plot, &dumbbell->rows) || !set_changes(plot, dumbbell) ||
        !set_lines(plot, dumbbell))
        return;
    set_period_names(plot, dumbbell);
    place_columns(plot, dumbbell, plot_height);
    row_axis_measure(plot, &dumbbell->axis, plot->extent, dumbbell->left, dumbbell->right);
    place_period_names(plot, dumbbell);
    plot->foot = row_axis_height(plot, &dumbbell->axis);
    plot->least = rows_least(plot, &dumbbell->rows);
    if (dumbbell->lines != NULL) {
        unsigned flags = 0;
        for (size_t i = 0; i < dumbbell->rows.n; i++)
            flags |= dumbbell->changes[i].flags;
        legend_add_flags(plot->plan, flags);
    }
    plot->marks = dumbbell;
}

/* Drawing */

static void draw_ring(const struct plot *plot, struct scene *scene, double x, double y,
                      struct color color)
{
    struct paint paper = paint_color(plot->pen.theme->paper), edge = paint_color(color);
    struct stroke stroke = { .width = 0.16 * plot->pen.em };

    scene_circle(scene, across_x(plot, x), y, radius(plot) - stroke.width / 2);
    scene_draw(scene, &paper, &edge, &stroke);
}

static void draw_dot(const struct plot *plot, struct scene *scene, double x, double y,
                     struct color color)
{
    scene_circle(scene, across_x(plot, x), y, radius(plot));
    scene_fill(scene, color);
}

static void draw_rule(const struct plot *plot, struct scene *scene, double a, double b, double y)
{
    double width = 2 * plot->pen.em / 7.5;
    struct box rule = across_box(plot, (struct box){ fmin(a, b), y, fmax(a, b), y });

    scene_rectangle(scene, rule.left, y - width / 2, rule.right - rule.left, width);
    scene_fill(scene, plot->pen.theme->hairline);
}

/* One period of a row, with its mark. */
static void draw_mark(const struct plot *plot, const struct dumbbell *dumbbell, struct scene *scene,
                      const struct row *row, size_t period, double y)
{
    const struct figure *figure = row_figure(plot, row, 0, period);
    size_t series = (size_t)row->member.series[0];

    if (figure == NULL)
        return;
    double x = mark_x(dumbbell, figure), at = across_x(plot, x), r = radius(plot);
    plot_note(plot, series, period, (struct box){ at - r, y - r, at + r, y + r });
    plot_open_datum(plot, scene, series, period);
    (period == THEN ? draw_ring : draw_dot)(plot, scene, x, y, rows_color(plot, row, 0));
    scene_close(scene);
}

/* "310 → 420" in place of marks that would lie off the scale, where it has room. */
static void draw_words(const struct plot *plot, const struct dumbbell *dumbbell,
                       struct scene *scene, const struct row *row, double y)
{
    const char *amounts[2], *words;
    const char *arrow = text_is_right_to_left(plot->pen.text) ? "\xE2\x86\x90" : "\xE2\x86\x92";

    if (!is_row_with_both(plot, row))
        return;
    for (size_t i = 0; i < 2; i++)
        amounts[i] = pen_amount(&plot->pen, plot->model, row_figure(plot, row, 0, i), false);
    words = amounts[0] != NULL && amounts[1] != NULL
                ? arena_format(plot->pen.arena, "%s %s %s", amounts[0], arrow, amounts[1])
                : NULL;
    struct text_line *line = pen_label(&plot->pen, words, &plot->pen.theme->label);
    double inset = radius(plot), width = line_width(line) + 2 * inset;
    if (width > dumbbell->right - dumbbell->left - inset)
        return;
    /* On paper, so that no line of the scale runs through them. */
    double left = dumbbell->left + inset, half = 0.6 * plot->pen.em;
    struct box box = across_box(plot, (struct box){ left, y - half, left + width, y + half });
    for (size_t period = THEN; period <= NOW; period++)
        plot_note(plot, (size_t)row->member.series[0], period, box);
    scene_rectangle(scene, box.left, box.top, box.right - box.left, box.bottom - box.top);
    scene_fill(scene, plot->pen.theme->paper);
    across_line(plot, scene, line, left + inset, y, ALIGN_LEFT);
}

static void draw_row(const struct plot *plot, const struct dumbbell *dumbbell, struct scene *scene,
                     size_t index)
{
    const struct row *row = &dumbbell->rows.rows[index];
    double y = row_middle(plot, &dumbbell->rows, index);

    plot_open_series(plot, scene, (size_t)row->member.series[0]);
    if (row->is_off_scale)
        draw_words(plot, dumbbell, scene, row, y);
    else if (is_row_with_both(plot, row))
        draw_rule(plot, scene, mark_x(dumbbell, row_figure(plot, row, 0, THEN)),
                  mark_x(dumbbell, row_figure(plot, row, 0, NOW)), y);
    for (size_t period = THEN; period <= NOW && !row->is_off_scale; period++)
        draw_mark(plot, dumbbell, scene, row, period, y);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    rows_draw_name(plot, &dumbbell->rows, scene, index, dumbbell->name_right, ALIGN_RIGHT);
    if (dumbbell->lines != NULL) {
        across_line(plot, scene, dumbbell->lines[index], dumbbell->change_right, y, ALIGN_RIGHT);
        across_line(plot, scene, dumbbell->flags[index], plot->width, y, ALIGN_RIGHT);
    }
    scene_close(scene);
    scene_close(scene);
}

static void draw_period_names(const struct plot *plot, const struct dumbbell *dumbbell,
                              struct scene *scene)
{
    double y = row_middle(plot, &dumbbell->rows, 0) - 1.25 * plot->pen.em;

    if (!dumbbell->names_have_dots) {
        for (size_t i = 0; i < 2; i++)
            across_line(plot, scene, dumbbell->names[i], dumbbell->name_x[i], y, ALIGN_CENTER);
        return;
    }
    y = plot->box.top + 0.6 * plot->pen.em;
    for (size_t i = 0; i < 2; i++) {
        double x = dumbbell->name_x[i], dot = x - name_gap * plot->pen.em - radius(plot);
        (i == THEN ? draw_ring : draw_dot)(plot, scene, dot, y, rows_color(plot, NULL, 0));
        across_line(plot, scene, dumbbell->names[i], x, y, ALIGN_LEFT);
    }
}

/* For references. */
static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct dumbbell *dumbbell = plot->marks;
    struct time_frame *frame =
        time_frame_of_rows(plot, &dumbbell->axis.scale, rows_bottom(plot, &dumbbell->rows));

    *n = 1;
    if (frame != NULL)
        frame->of_dots = true;
    return frame;
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct dumbbell *dumbbell = plot->marks;
    double top = row_middle(plot, &dumbbell->rows, 0) - rows_edge(plot, &dumbbell->rows);
    double bottom = rows_bottom(plot, &dumbbell->rows);

    row_axis_draw(plot, &dumbbell->axis, scene, top, bottom);
    scene_open_role(scene, ROLE_AXIS_X);
    draw_period_names(plot, dumbbell, scene);
    if (dumbbell->lines != NULL)
        across_line(plot, scene, dumbbell->head, dumbbell->change_right,
                    row_middle(plot, &dumbbell->rows, 0) - 1.25 * plot->pen.em, ALIGN_RIGHT);
    scene_close(scene);
    for (size_t i = 0; i < dumbbell->rows.n; i++)
        draw_row(plot, dumbbell, scene, i);
}

/* After all figures: "Largest change: China, +6.9." */
static void speak(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct dumbbell *dumbbell = plot->marks;
    size_t largest = largest_change(dumbbell);

    speech_say_series(speech);
    if (largest == dumbbell->rows.n || dumbbell->rows.n < 2)
        return;
    const struct blank blanks[] = { { "series", dumbbell->rows.rows[largest].label },
                                    { "amount", pen_spoken_change(&plot->pen, plot->model,
                                                                  &dumbbell->changes[largest]) } };
    const char *words =
        format_phrase(plot->pen.text, plot->pen.arena, PHRASE_LARGEST_CHANGE, blanks, 2);
    speech_say(speech, words != NULL ? capitalized(plot->pen.arena, words) : NULL);
}

const struct chart_type dumbbell_type = {
    .word = WORD_DUMBBELL,
    .members = &rules,
    .extent = rows_extent,
    .measure = measure,
    .draw = draw,
    .min_height = rows_min_height,
    .time_frames = time_frames,
    .speak = speak,
};
