/* bullet.c - horizontal measures against targets. A target is a light track up to an ink
 * tick; only what was reached is a bar, and where nothing is known to be reached there is
 * none. */
#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "chart/words.h"
#include "text/format.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define MIDDLE_DOT     "\xC2\xB7"

struct row {
    const struct target *target;
    struct text_line *label, *reached, *amount;
    double end; /* of the scale, in the target's unit without its multiplier */
};

struct bullet {
    struct row *rows;
    size_t n;
};

/* In ems: a line of words and a track below it; words and track side by side. */
static const double least_row = 2.9, most_row = 10, least_flat_row = 1.35;
/* The share of a row that is free above the next one's words; ems from words to their
 * track, and of a track at least and at most. */
static const double free_share = 0.28, words_to_track = 0.4, least_track = 0.9, most_track = 1.9;

static double in_units(double value, int multiplier)
{
    return value * pow(10, multiplier);
}

static double reach(const struct target *target)
{
    double most = isnan(target->reached) ? target->aim : fmax(target->aim, target->reached);

    return in_units(most, target->multiplier);
}

/* One scale for all where the units are one: then rows may be compared. A tenth
 * beyond the largest, so that a tick never stands at the edge. */
static double scale_end(const struct sheaf_chart *chart, size_t row)
{
    double most = reach(&chart->targets[row]);
    bool one_unit = true;

    for (size_t i = 0; i < chart->n_targets; i++)
        one_unit = one_unit && strcmp(chart->targets[0].unit, chart->targets[i].unit) == 0;
    for (size_t i = 0; one_unit && i < chart->n_targets; i++)
        most = fmax(most, reach(&chart->targets[i]));
    return 1.1 * most;
}

/* The decimals that a person would write the figure with. */
static int decimals_of(double value)
{
    int decimals = 0;

    while (decimals < 6) {
        double shifted = value * pow(10, decimals);
        if (fabs(shifted - nearbyint(shifted)) <= 1e-9 * fabs(shifted))
            break;
        decimals++;
    }
    return decimals;
}

/* 3000 thousand is 3 million: the multiplier that the aim is said in. */
static int spoken_multiplier(const struct chart_plan *plan, const struct target *target)
{
    int step = words_count_by_myriads(text_locale(plan->text)) ? 4 : 3;
    int multiplier = target->multiplier;

    while (multiplier % step == 0 && multiplier + step <= 12 &&
           in_units(target->aim, target->multiplier - multiplier) >= pow(10, step))
        multiplier += step;
    return multiplier;
}

static const char *amount_text(struct chart_plan *plan, const struct target *target)
{
    int multiplier = spoken_multiplier(plan, target);
    double aim = in_units(target->aim, target->multiplier - multiplier);

    return format_amount(plan->text, plan->arena, aim, target->unit, multiplier, decimals_of(aim));
}

static const char *reached_text(struct chart_plan *plan, const struct target *target)
{
    int multiplier = spoken_multiplier(plan, target);
    double reached = in_units(target->reached, target->multiplier - multiplier);

    return format_number(plan->text, plan->arena, reached, decimals_of(reached));
}

/* "62%" of the target; never "100%" of one that is missed, or "100%" that is more. */
static const char *share_text(struct chart_plan *plan, const struct target *target)
{
    double share = 100 * target->reached / target->aim;
    int decimals = 0;

    if (!isfinite(share))
        return NULL;
    while (decimals < 3 && share != 100 &&
           nearbyint(share * pow(10, decimals)) == pow(10, decimals + 2))
        decimals++;
    return format_percent(plan->text, plan->arena, share, decimals, false);
}

static double words_gap(const struct chart_plan *plan)
{
    return 0.7 * plan->em;
}

/* " / 500 thousand t · 62%" */
static const char *rest_text(struct chart_plan *plan, const struct target *target)
{
    const char *amount = amount_text(plan, target), *share = share_text(plan, target);

    if (amount == NULL)
        return NULL;
    return share == NULL
               ? arena_format(plan->arena, NO_BREAK_SPACE "/ %s", amount)
               : arena_format(plan->arena, NO_BREAK_SPACE "/ %s " MIDDLE_DOT " %s", amount, share);
}

/* "Beef  310 / 500 thousand t · 62%": the name gives way before the figures do. */
static void set_row(struct chart_plan *plan, struct row *row, double width)
{
    const struct target *target = row->target;
    struct text_style name = plan->theme.label, strong = plan->theme.label_strong;

    name.color = plan->theme.ink;
    if (!isnan(target->reached)) {
        row->amount = plan_label(plan, rest_text(plan, target), &name);
        strong.color = plan->theme.categories[0];
        row->reached = plan_label(plan, reached_text(plan, target), &strong);
    } else {
        row->amount = plan_label(plan, amount_text(plan, target), &strong);
    }
    double room = width - words_gap(plan) - line_width(row->amount) - line_width(row->reached);
    if (room < 2.5 * plan->em) {
        row->amount = row->reached = NULL;
        room = width;
    }
    row->label = text_fit(plan->text, plan->arena, target->label, &name, room);
}

static void check(struct chart_plan *plan)
{
    const struct sheaf_chart *chart = plan->chart;

    if (chart->n_series > 0)
        fail(text_error(plan->text), SHEAF_BAD_INPUT,
             "a bullet chart draws targets, not series such as '%s'",
             sheaf_series_name(chart->series[0]));
    else if (chart->n_targets == 0)
        fail(text_error(plan->text), SHEAF_BAD_INPUT, "the chart has no targets to draw");
}

static void measure(struct chart_plan *plan, double plot_height)
{
    const struct sheaf_chart *chart = plan->chart;
    struct bullet *bullet = arena_new(plan->arena, struct bullet);
    const char *target = capitalized(plan->arena, format_word(plan->text, WORD_TARGET));

    plan->marks = bullet;
    plan->foot = 0;
    if (bullet == NULL)
        return;
    bullet->rows = arena_array(plan->arena, struct row, chart->n_targets);
    if (bullet->rows == NULL)
        return;
    bullet->n = chart->n_targets;
    for (size_t i = 0; i < bullet->n; i++)
        bullet->rows[i] = (struct row){ .target = &chart->targets[i], .end = scale_end(chart, i) };
    /* The amounts say more than the key; they need rows of some height. */
    if (plan->detail < DETAIL_SHORT_KEY &&
        plot_height >= (double)bullet->n * least_row * plan->em + plan->theme.label.leading)
        key_add(plan, target, SWATCH_TARGET, plan->theme.ink, FIGURE_SOLID);
}

/* Drawing */

/* Of a track, where rows are so far apart: words and track belong together, so the space
 * between rows grows along. */
static double track_height(const struct chart_plan *plan, double pitch)
{
    double words = plan->theme.label.leading + words_to_track * plan->em;
    double height = (1 - free_share) * pitch - words;

    return fmax(least_track * plan->em, fmin(height, most_track * plan->em));
}

/* Rows begin where the language does. */
static double placed(const struct chart_plan *plan, double x)
{
    return text_is_right_to_left(plan->text) ? plan->plot.left + plan->plot.right - x : x;
}

static void draw_words(struct chart_plan *plan, struct scene *scene, const struct row *row,
                       double y)
{
    double x = plan->plot.left + line_width(row->label) + words_gap(plan);
    enum text_align align = text_is_right_to_left(plan->text) ? ALIGN_RIGHT : ALIGN_LEFT;

    scene_open_role(scene, ROLE_DATUM_LABEL);
    plan_draw_centered(scene, row->label, placed(plan, plan->plot.left), y, align);
    plan_draw_centered(scene, row->reached, placed(plan, x), y, align);
    plan_draw_centered(scene, row->amount, placed(plan, x + line_width(row->reached)), y, align);
    scene_close(scene);
}

static void fill_box(const struct chart_plan *plan, struct scene *scene, struct box box,
                     struct color color)
{
    double a = placed(plan, box.left), b = placed(plan, box.right);
    double left = plan_snap(plan, fmin(a, b)), top = plan_snap(plan, box.top);
    double least = plan->pixel > 0 ? plan->pixel : 0;

    scene_rectangle(scene, left, top, fmax(plan_snap(plan, fmax(a, b)) - left, least),
                    fmax(plan_snap(plan, box.bottom) - top, least));
    scene_fill(scene, color);
}

static void draw_track(struct chart_plan *plan, struct scene *scene, const struct row *row,
                       struct box track)
{
    const struct target *target = row->target;
    double width = track.right - track.left, height = track.bottom - track.top;
    double aim = track.left + width * in_units(target->aim, target->multiplier) / row->end;
    double tick = 0.26 * plan->em, rise = fmin(0.2 * height, 0.25 * plan->em);

    /* The target's length is the track; where nothing else is known it is all there is to see. */
    fill_box(plan, scene, (struct box){ track.left, track.top, aim, track.bottom },
             plan->theme.hairline);
    if (!isnan(target->reached)) {
        double end = track.left + width * in_units(target->reached, target->multiplier) / row->end;
        fill_box(plan, scene,
                 (struct box){ track.left, track.top + 0.25 * height, end,
                               track.bottom - 0.25 * height },
                 plan->theme.categories[0]);
    }
    fill_box(plan, scene,
             (struct box){ aim - tick / 2, track.top - rise, aim + tick / 2, track.bottom + rise },
             plan->theme.ink);
}

const char *bullet_name(struct chart_plan *plan, const struct target *target)
{
    const char *amount = amount_text(plan, target);
    const char *word = uncapitalized(plan->arena, format_word(plan->text, WORD_TARGET));

    if (amount == NULL || word == NULL)
        return NULL;
    if (isnan(target->reached))
        return arena_format(plan->arena, "%s, %s: %s", target->label, word, amount);
    const char *reached = reached_text(plan, target), *share = share_text(plan, target);
    if (reached == NULL)
        return NULL;
    if (share == NULL)
        return arena_format(plan->arena, "%s, %s, %s: %s", target->label, reached, word, amount);
    return arena_format(plan->arena, "%s, %s, %s: %s, %s", target->label, reached, word, amount,
                        share);
}

static void draw_row(struct chart_plan *plan, struct scene *scene, struct row *row, double top,
                     double pitch)
{
    struct group group = { .role = ROLE_DATUM, .label = bullet_name(plan, row->target) };
    struct box track = { plan->plot.left, 0, plan->plot.right, 0 };
    double words = plan->theme.label.leading, height = track_height(plan, pitch);
    double width = plan->plot.right - plan->plot.left;

    scene_open(scene, &group);
    if (pitch >= least_row * plan->em) {
        set_row(plan, row, width);
        draw_words(plan, scene, row, top + words / 2);
        track.top = top + words + words_to_track * plan->em;
    } else {
        /* Side by side; below that, tracks alone. */
        height = fmin(0.6 * pitch, height);
        track.top = top + (pitch - height) / 2;
        if (pitch >= least_flat_row * plan->em) {
            set_row(plan, row, width / 2 - plan->em);
            draw_words(plan, scene, row, top + pitch / 2);
            track.left += width / 2;
        }
    }
    track.bottom = track.top + height;
    draw_track(plan, scene, row, track);
    scene_close(scene);
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    const struct bullet *bullet = plan->marks;
    double height = plan->plot.bottom - plan->plot.top;
    double pitch = fmin(height / (double)bullet->n, most_row * plan->em);

    for (size_t i = 0; i < bullet->n; i++)
        draw_row(plan, scene, &bullet->rows[i], plan->plot.top + (double)i * pitch, pitch);
}

static double least_height(const struct chart_plan *plan)
{
    return (double)plan->chart->n_targets * 3.4 * plan->em;
}

const struct chart_type bullet_type = {
    SHEAF_BULLET, "bullet", "bullets", check, measure, draw, least_height,
};
