/* bullet.c - horizontal measures against targets. A target is a light track up to an ink
 * tick; only what was reached is a bar, and where nothing is known to be reached there is
 * none. */
#include "chart/types/bullet.h"

#include <math.h>
#include <string.h>

#include "chart/across.h"
#include "chart/datum.h"
#include "chart/guides/row_name.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/words/speech.h"
#include "text/format.h"
#include "vocabulary/country_codes.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define MIDDLE_DOT     "\xC2\xB7"

struct row {
    const struct target *target;
    struct row_name label;
    struct text_line *reached, *amount;
    double end; /* of the scale, in the target's unit without its multiplier */
};

struct bullet {
    struct row *rows;
    size_t n;
};

/* In ems: a line of words and a track below it; words and track side by side. */
static const double min_row = 2.9, max_row = 14, min_flat_row = 1.35;
/* Minimum label width, in ems: enough to stay distinguishable when truncated; below `min_label`
 * it is not drawn. */
static const double enough_label = 12, min_label = 2.5;
/* Share of a row left free below its track; distance from words to track, least and greatest height
 * of a track, in ems. */
static const double free_share = 0.28, words_to_track = 0.4, min_track = 0.9, max_track = 5.5;

/* End of a row's scale. Rows of one unit share it, so that they may be compared. It lies a tenth
 * beyond the largest value, so that no tick stands at the edge. */
static double scale_end(const struct sheaf_chart *chart, size_t row)
{
    double most = bullet_reach(&chart->targets[row]);
    bool one_unit = true;

    for (size_t i = 0; i < chart->n_targets; i++)
        one_unit = one_unit && strcmp(chart->targets[0].unit, chart->targets[i].unit) == 0;
    for (size_t i = 0; one_unit && i < chart->n_targets; i++)
        most = fmax(most, bullet_reach(&chart->targets[i]));
    return 1.1 * most;
}

static double words_gap(const struct plot *plot)
{
    return 0.7 * plot->pen.em;
}

/* " / 500 thousand t · 62%" */
static const char *rest_text(const struct plot *plot, const char *aim, const char *share)
{
    const char *rest;

    if (aim == NULL)
        return NULL;
    aim = pen_isolated(&plot->pen, aim);
    share = pen_isolated(&plot->pen, share);
    rest = share == NULL
               ? arena_format(plot->pen.arena, NO_BREAK_SPACE "/ %s", aim)
               : arena_format(plot->pen.arena, NO_BREAK_SPACE "/ %s " MIDDLE_DOT " %s", aim, share);
    return pen_in_order(&plot->pen, rest);
}

static void set_figures(const struct plot *plot, struct row *row, int digits, bool with_share)
{
    const struct target *target = row->target;
    struct text_style plain = plot->pen.theme->label, strong = plot->pen.theme->label_strong;
    const char *aim = bullet_aim(plot, target, digits, !plot->plan->unit_said);

    if (isnan(target->reached)) {
        row->amount = pen_label(&plot->pen, aim, &strong);
        return;
    }
    plain.color = plot->pen.theme->ink;
    strong.color = plot->pen.theme->categories[0];
    row->reached = pen_label(&plot->pen, bullet_reached(plot, target, digits), &strong);
    row->amount = pen_label(
        &plot->pen, rest_text(plot, aim, with_share ? bullet_share(plot, target) : NULL), &plain);
}

/* A country's code by its name. */
static const char *label_of(const struct plot *plot, const struct target *target)
{
    const char *name = country_is_iso3(target->label)
                           ? format_country(plot->pen.text, plot->pen.arena, target->label)
                           : target->label;

    return name != NULL ? name : target->label;
}

/* Width that the figures leave for the name. */
static double label_room(const struct plot *plot, const struct row *row, double width)
{
    return row->amount == NULL
               ? width
               : width - words_gap(plot) - line_width(row->reached) - line_width(row->amount);
}

/* "Beef  310 / 500 thousand t · 62%". For want of room the share is dropped first, since it follows
 * from the others, then digits, then the name is cut, then the figures are dropped; figures are
 * never cut. */
static void set_row(const struct plot *plot, struct row *row, double width, size_t lines)
{
    struct text_style name = plot->pen.theme->label;
    const char *words = label_of(plot, row->target);
    double label = text_width(plot->pen.text, words, &name);
    double enough = fmin(label, enough_label * plot->pen.em);

    set_figures(plot, row, ALL_DIGITS, true);
    if (label_room(plot, row, width) < enough)
        set_figures(plot, row, ALL_DIGITS, false);
    if (label_room(plot, row, width) < enough)
        set_figures(plot, row, bullet_few_digits(plot, row->target), false);
    if (label_room(plot, row, width) < fmin(label, min_label * plot->pen.em))
        row->amount = row->reached = NULL;
    name.color = plot->pen.theme->ink;
    row->label = row_name_set(plot, words, NULL, &name, label_room(plot, row, width), lines,
                              row_name_leading(plot));
}

static void check(const struct plot *plot)
{
    const struct sheaf_chart *chart = plot->plan->chart;

    if (chart->n_series > 0)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a bullet chart draws targets, not series such as '%s'",
             sheaf_series_name(chart->series[0]));
    else if (chart->n_targets == 0)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT, "the chart has no targets to draw");
}

static void measure(struct plot *plot, double plot_height)
{
    const struct sheaf_chart *chart = plot->plan->chart;
    struct bullet *bullet = arena_new(plot->pen.arena, struct bullet);
    const char *target = format_word(plot->pen.text, WORD_TARGET);

    plot->marks = bullet;
    plot->foot = 0;
    if (bullet == NULL)
        return;
    bullet->rows = arena_array(plot->pen.arena, struct row, chart->n_targets);
    if (bullet->rows == NULL)
        return;
    bullet->n = chart->n_targets;
    for (size_t i = 0; i < bullet->n; i++)
        bullet->rows[i] = (struct row){ .target = &chart->targets[i], .end = scale_end(chart, i) };
    /* The amounts say more than the legend; they need rows of some height. */
    if (plot->plan->detail < DETAIL_SHORT_LEGEND &&
        plot_height >= (double)bullet->n * min_row * plot->pen.em + plot->pen.theme->label.leading)
        legend_add(plot->plan, target, SWATCH_TARGET, plot->pen.theme->ink, FIGURE_SOLID);
}

/* Drawing */

static double words_height(const struct plot *plot, const struct row *row)
{
    return plot->pen.theme->label.leading + row_name_more(&row->label);
}

/* Height of a track for rows of this pitch below words of this height. Words and track belong together, so the space between
 * rows grows, too. */
static double track_height(const struct plot *plot, double pitch, double words)
{
    double height = (1 - free_share) * pitch - words - words_to_track * plot->pen.em;

    return fmax(min_track * plot->pen.em, fmin(height, max_track * plot->pen.em));
}

/* y: of the first line, which has the figures. */
static void draw_words(const struct plot *plot, struct scene *scene, const struct row *row,
                       double y)
{
    double x = plot->box.left + row->label.width + words_gap(plot);

    scene_open_role(scene, ROLE_DATUM_LABEL);
    row_name_draw(plot, &row->label, scene, plot->box.left, y + row_name_more(&row->label) / 2,
                  INFINITY, ALIGN_LEFT);
    across_line(plot, scene, row->reached, x, y, ALIGN_LEFT);
    across_line(plot, scene, row->amount, x + line_width(row->reached), y, ALIGN_LEFT);
    scene_close(scene);
}

static void fill_box(const struct plot *plot, struct scene *scene, struct box box,
                     struct color color)
{
    struct box placed = across_box(plot, box);
    double left = pen_snap(&plot->pen, placed.left), top = pen_snap(&plot->pen, box.top);
    double least = plot->pen.pixel > 0 ? plot->pen.pixel : 0;

    scene_rectangle(scene, left, top, fmax(pen_snap(&plot->pen, placed.right) - left, least),
                    fmax(pen_snap(&plot->pen, box.bottom) - top, least));
    mark_area(&plot->pen, scene, color);
}

static void draw_track(const struct plot *plot, struct scene *scene, const struct row *row,
                       struct box track)
{
    const struct target *target = row->target;
    double width = track.right - track.left, height = track.bottom - track.top;
    double aim = track.left + width * bullet_in_units(target->aim, target->multiplier) / row->end;
    double tick = 0.26 * plot->pen.em, rise = fmin(0.2 * height, 0.25 * plot->pen.em);

    /* The track is as long as the target. */
    fill_box(plot, scene, (struct box){ track.left, track.top, aim, track.bottom },
             plot->pen.theme->hairline);
    if (!isnan(target->reached)) {
        double end =
            track.left + width * bullet_in_units(target->reached, target->multiplier) / row->end;
        fill_box(plot, scene,
                 (struct box){ track.left, track.top + 0.25 * height, end,
                               track.bottom - 0.25 * height },
                 plot->pen.theme->categories[0]);
    }
    fill_box(plot, scene,
             (struct box){ aim - tick / 2, track.top - rise, aim + tick / 2, track.bottom + rise },
             plot->pen.theme->ink);
}

static const char *target_name(const struct plot *plot, const struct target *target)
{
    struct blank blanks[] = { { "name", label_of(plot, target) },
                              { "target", bullet_aim(plot, target, ALL_DIGITS, true) },
                              { "reached", NULL },
                              { "share", NULL } };

    if (isnan(target->reached))
        return format_phrase(plot->pen.text, plot->pen.arena, PHRASE_TARGET, blanks, 2);
    blanks[2].text = bullet_reached(plot, target, ALL_DIGITS);
    blanks[3].text = bullet_share(plot, target);
    if (blanks[3].text == NULL)
        return format_phrase(plot->pen.text, plot->pen.arena, PHRASE_TARGET_REACHED, blanks, 3);
    return format_phrase(plot->pen.text, plot->pen.arena, PHRASE_TARGET_SHARE, blanks, 4);
}

static const char *datum_text(const struct plot *plot, const struct target *target)
{
    const char *aim = bullet_aim(plot, target, ALL_DIGITS, true);

    if (isnan(target->reached))
        return aim;
    const char *reached = bullet_reached(plot, target, ALL_DIGITS);
    const char *rest = rest_text(plot, aim, bullet_share(plot, target));
    return reached != NULL && rest != NULL ? arena_format(plot->pen.arena, "%s%s", reached, rest)
                                           : NULL;
}

/* Adds a target to the picture's data. Its box reaches from the track's start to the larger of
 * target and value. */
static void note_row(const struct plot *plot, const struct row *row, size_t index, struct box track)
{
    const struct target *target = row->target;
    double end = track.left + (track.right - track.left) * bullet_reach(target) / row->end;
    struct box box = across_box(plot, (struct box){ track.left, track.top, end, track.bottom });

    if (plot->plan->data == NULL)
        return;
    const sheaf_datum datum = { .size = sizeof datum,
                                .series = label_of(plot, target),
                                .value = target->reached,
                                .low = target->reached,
                                .high = target->reached,
                                .status = isnan(target->reached) ? SHEAF_MISSING : SHEAF_NORMAL,
                                .text = datum_text(plot, target),
                                .label = target_name(plot, target),
                                .box = { box.left, box.top, box.right, box.bottom },
                                .unit = target->unit,
                                .multiplier = target->multiplier };
    datum_list_add(plot->plan->data, index, 0, &datum);
}

/* Of a long name: as many lines as leave the row what one of one line needs. */
static size_t lines_in(const struct plot *plot, double pitch)
{
    enum { MOST_LINES = 3 };
    double more = (pitch - min_row * plot->pen.em) / row_name_leading(plot);

    return more < 1 ? 1 : more < MOST_LINES - 1 ? (size_t)more + 1 : MOST_LINES;
}

static void draw_row(const struct plot *plot, struct scene *scene, struct row *row, size_t index,
                     double top, double pitch, double height)
{
    const struct scene_datum datum = { index, 0, row->target->reached };
    struct group group = { .role = ROLE_DATUM,
                           .label = target_name(plot, row->target),
                           .datum = &datum };
    struct box track = { plot->box.left, 0, plot->box.right, 0 };
    double words = plot->pen.theme->label.leading;
    double width = plot->box.right - plot->box.left;

    scene_open(scene, &group);
    if (pitch >= min_row * plot->pen.em) {
        draw_words(plot, scene, row, top + words / 2);
        track.top = top + words_height(plot, row) + words_to_track * plot->pen.em;
    } else {
        /* Side by side; below that, tracks alone. */
        height = fmin(0.6 * pitch, height);
        track.top = top + (pitch - height) / 2;
        if (pitch >= min_flat_row * plot->pen.em) {
            set_row(plot, row, width / 2 - plot->pen.em, 1);
            draw_words(plot, scene, row, top + pitch / 2);
            track.left += width / 2;
        }
    }
    track.bottom = track.top + height;
    note_row(plot, row, index, track);
    draw_track(plot, scene, row, track);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct bullet *bullet = plot->marks;
    double height = plot->box.bottom - plot->box.top;
    double pitch = fmin(height / (double)bullet->n, max_row * plot->pen.em);
    double tracks = track_height(plot, pitch, plot->pen.theme->label.leading);

    for (size_t i = 0; i < bullet->n && pitch >= min_row * plot->pen.em; i++) {
        set_row(plot, &bullet->rows[i], plot->box.right - plot->box.left, lines_in(plot, pitch));
        tracks = fmin(tracks, track_height(plot, pitch, words_height(plot, &bullet->rows[i])));
    }
    for (size_t i = 0; i < bullet->n; i++)
        draw_row(plot, scene, &bullet->rows[i], i, plot->box.top + (double)i * pitch, pitch,
                 tracks);
}

static double min_height(const struct plot *plot)
{
    return (double)plot->plan->chart->n_targets * 3.4 * plot->pen.em;
}

static void speak(struct speech *speech)
{
    const struct sheaf_chart *chart = speech->plan->chart;
    const char *words = NULL;

    size_t i = 0;
    for (; i < chart->n_targets && speech_has_room(speech, words); i++)
        words =
            speech_list(speech, words, target_name(&speech->plan->plots[0], &chart->targets[i]));
    speech_say(speech, speech_list_more(speech, words, chart->n_targets - i));
}

const struct chart_type bullet_type = {
    .word = WORD_TARGETS,
    .takes_targets = true,
    .unit_words = bullet_unit,
    .check = check,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speak,
};
