/* annotations_place.c - places for the words of annotations between the marks of a plot.
 *
 * The plots are drawn once into a scene that nobody sees, and each text is put where nothing of it
 * lies; then it is drawn there, too, so that the next one keeps clear of it. */
#include <math.h>

#include "chart/datum.h"
#include "chart/guides/annotations.h"
#include "chart/layout.h"
#include "chart/plan.h"
#include "chart/plan_fit.h"

/* In ems of the words: free room around them. */
static const double clear = 0.35;

static void put_line(struct scene *scene, struct point from, struct point to, double width)
{
    scene_move_to(scene, from.x, from.y);
    scene_line_to(scene, to.x, to.y);
    scene_stroke(scene, color_hex(0), width);
}

static void put_words(const struct annotation_plan *all, const struct placed *item)
{
    if (item->words != NULL)
        text_block_draw(item->words, all->drawn, item->words_left, item->words_top,
                        item->words->width);
}

static bool is_free(const struct annotation_plan *all, struct box box)
{
    double room = clear * all->style.size;

    box = (struct box){ box.left - room, box.top - room / 2, box.right + room,
                        box.bottom + room / 2 };
    return scene_touched(all->drawn, &box) == 0;
}

static struct box words_box(const struct text_block *words, double left, double top)
{
    return (struct box){ left, top, left + words->width, top + words->height };
}

/* Above the plot ----------------------------------------------------------------------------- */

static void place_in_head(const struct chart_plan *plan, struct placed *item)
{
    struct annotation_plan *all = plan->annotations;

    if (item->words == NULL)
        return;
    item->words_top = annotations_head_bottom(plan) -
                      (double)(item->row + item->words->n_lines) * annotations_line_height(all);
    put_words(all, item);
}

/* Lines of events, which other words keep clear of. */
static void put_event(const struct annotation_plan *all, const struct placed *item)
{
    for (size_t i = 0; i < all->n_frames; i++) {
        const struct time_frame *frame = &all->frames[i];
        double x;
        if (time_frame_event(frame, item->given->first, &x))
            put_line(all->drawn, (struct point){ x, frame->box.top },
                     (struct point){ x, frame->box.bottom }, 0.4);
    }
}

/* In panels ---------------------------------------------------------------------------------- */

static bool try_in_panel(const struct chart_plan *plan, struct placed *item,
                         const struct time_frame *frame)
{
    struct annotation_plan *all = plan->annotations;
    bool is_band = item->given->kind == ANNOTATION_BAND;
    /* The line of an event is drawn already, and the words keep clear of it, too. */
    double gap = (is_band ? clear : clear + 0.1) * all->style.size, left, right;
    double step = annotations_line_height(all) / 2;

    if (is_band ? !time_frame_stretch(frame, item->given->first, item->given->last, &left, &right)
                : !time_frame_event(frame, item->given->first, &left))
        return false;
    right = is_band ? right : left;
    struct text_block *words[2] = {
        annotations_words(plan, item, frame->box.right - left - gap),
        annotations_words(plan, item, right - gap - frame->box.left),
    };
    for (double top = frame->box.top; top < frame->box.bottom; top += step)
        for (int side = 0; side < 2; side++) {
            if (words[side] == NULL)
                continue;
            double x = side == 0 ? left + gap : right - gap - words[side]->width;
            if (top + words[side]->height > frame->box.bottom ||
                !is_free(all, words_box(words[side], x, top)))
                continue;
            item->words = words[side];
            item->words_left = x;
            item->words_top = top;
            return true;
        }
    return false;
}

/* Said once, in the first panel that has room. */
static void place_in_panels(const struct chart_plan *plan, struct placed *item)
{
    struct annotation_plan *all = plan->annotations;

    item->words = NULL;
    for (size_t i = 0; item->words == NULL && i < all->n_frames; i++)
        (void)try_in_panel(plan, item, &all->frames[i]);
    item->is_left_out = item->words == NULL;
    put_words(all, item);
}

/* References --------------------------------------------------------------------------------- */

/* Where words stand to the line of a reference. */
enum beside { ABOVE, BELOW, ON_LINE, BESIDES };

static double top_beside(const struct annotation_plan *all, const struct text_block *words,
                         double y, enum beside where)
{
    double size = all->style.size, slack = (annotations_line_height(all) - size) / 2;

    return where == ABOVE   ? y - 0.2 * size + slack / 2 - words->height
           : where == BELOW ? y + 0.2 * size - slack / 2
                            : y - words->height / 2;
}

/* As near to the right end as there is room, and below the subtitle or the legend, which may end closely
 * above the plot. */
static bool try_words(const struct chart_plan *plan, struct placed *item, const struct box *frame,
                      struct text_block *words, double y)
{
    const struct annotation_plan *all = plan->annotations;
    bool touches_ends = all->frames[0].is_timeless; /* rules of slopes stand there */
    double size = all->style.size, slack = (annotations_line_height(all) - size) / 2;

    double right = frame->right - (touches_ends ? clear * size : 0);

    for (enum beside where = ABOVE; where < BESIDES; where++)
        for (double x = right - words->width; x >= frame->left; x -= size / 2) {
            double top = top_beside(all, words, y, where);
            if (top + slack < plan_words_bottom(plan) || top + words->height > frame->bottom ||
                !is_free(all, words_box(words, x, top)))
                continue;
            item->words = words;
            item->words_left = x;
            item->words_top = top;
            return true;
        }
    return false;
}

/* Above the line, below it, or on it, which ends before the words; in as few lines as have room. */
static bool try_beside_line(const struct chart_plan *plan, struct placed *item,
                            const struct time_frame *frame, double y)
{
    static const double narrower[] = { 9, 6 }; /* ems */
    struct annotation_plan *all = plan->annotations;
    double width = frame->box.right - frame->box.left, size = all->style.size;
    struct text_block *words = annotations_words(plan, item, width);

    if (words != NULL && try_words(plan, item, &frame->box, words, y))
        return true;
    for (size_t i = 0; i < sizeof narrower / sizeof *narrower; i++) {
        words = annotations_words(plan, item, fmin(width, narrower[i] * size));
        if (words != NULL && words->n_lines > 1 && try_words(plan, item, &frame->box, words, y))
            return true;
    }
    return false;
}

double annotations_reference(const struct chart_plan *plan, const struct placed *item,
                             const struct time_frame *frame)
{
    return scale_position(&frame->values, annotations_value(plan, frame->model, item->given));
}

static void place_reference(const struct chart_plan *plan, struct placed *item)
{
    struct annotation_plan *all = plan->annotations;

    item->words = NULL;
    for (size_t i = 0; item->words == NULL && !item->is_in_key && i < all->n_frames; i++)
        if (all->frames[i].values.type != NULL)
            (void)try_beside_line(plan, item, &all->frames[i],
                                  annotations_reference(plan, item, &all->frames[i]));
    item->is_left_out = item->words == NULL && !item->is_in_key;
    put_words(all, item);
    for (size_t i = 0; i < all->n_frames && !item->is_left_out; i++) {
        const struct box *box = &all->frames[i].box;
        if (all->frames[i].values.type == NULL)
            continue;
        double y = annotations_reference(plan, item, &all->frames[i]);
        put_line(all->drawn, (struct point){ box->left, y }, (struct point){ box->right, y }, 0.4);
    }
}

/* Call-outs ---------------------------------------------------------------------------------- */

/* The box of the figure that it is about; NULL: the type does not draw it. */
static const struct datum_note *find_datum(const struct chart_plan *plan,
                                           const struct annotation *given,
                                           const struct datum_list *data)
{
    size_t series, period;

    if (!annotations_find_figure(plan, given, &series, &period))
        return NULL;
    for (size_t i = 0; i < data->n; i++)
        if (data->notes[i].series == series && data->notes[i].period == period)
            return &data->notes[i];
    return NULL;
}

/* The middle of a dot; of a bar its end, above the figure that stands there. Of a part on which
 * another stands its middle: such an anchor is inside. */
static struct point anchor_of(const struct chart_plan *plan, const struct datum_note *note,
                              bool *is_inside)
{
    const struct annotation_plan *all = plan->annotations;
    struct box box = { note->datum.box.left, note->datum.box.top, note->datum.box.right,
                       note->datum.box.bottom };
    double dot = 3 * plan->pen.theme->end_dot, step = 0.25 * all->style.size;
    struct point at = { (box.left + box.right) / 2, (box.top + box.bottom) / 2 };
    bool is_dot = box.right - box.left <= dot && box.bottom - box.top <= dot;
    bool hangs = note->datum.value < 0;

    *is_inside = false;
    if (is_dot)
        return at;
    double y = hangs ? box.bottom : box.top, away = hangs ? 1 : -1;
    struct box beyond = { at.x - 0.5, fmin(y, y + away * 2 * step) + 0.1, at.x + 0.5,
                          fmax(y, y + away * 2 * step) - 0.1 };
    unsigned touched = scene_touched(all->drawn, &beyond);
    *is_inside = (touched & TOUCHES_MARKS) != 0;
    if (*is_inside)
        return at;
    for (int i = 0; i < 16; i++) {
        struct box near = { at.x - step, y - step, at.x + step, y + step };
        if ((scene_touched(all->drawn, &near) & TOUCHES_TEXT) == 0)
            break;
        y += away * step;
    }
    return (struct point){ at.x, y };
}

/* How much of a hairline lies on marks; negative: it crosses words. */
static double crossing_of(const struct annotation_plan *all, struct point from, struct point to)
{
    double length = hypot(to.x - from.x, to.y - from.y), crossed = 0;
    int pieces = (int)fmax(ceil(length / (0.3 * all->style.size)), 4);

    for (int i = 1; i < pieces; i++) {
        double share = (double)i / pieces;
        struct point at = { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
        struct box near = { at.x - 1, at.y - 1, at.x + 1, at.y + 1 };
        unsigned touched = scene_touched(all->drawn, &near);
        if ((touched & TOUCHES_TEXT) != 0)
            return -1;
        crossed += (touched & TOUCHES_MARKS) != 0 ? 1.0 / pieces : 0;
    }
    return crossed;
}

/* The area of the triangle, twice; its sign says on which side of a line a point lies. */
static double side_of(struct point from, struct point to, struct point at)
{
    return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

/* Whether a hairline would meet that of a call-out that has its place. */
static bool meets_leader(const struct annotation_plan *all, struct point from, struct point to)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct placed *item = &all->items[i];
        if (item->given->kind == ANNOTATION_CALLOUT && item->words != NULL &&
            side_of(from, to, item->from) * side_of(from, to, item->to) <= 0 &&
            side_of(item->from, item->to, from) * side_of(item->from, item->to, to) <= 0)
            return true;
    }
    return false;
}

/* Directions from the figure to its words, the better ones first. */
static const struct {
    double x, y, cost;
} ways[] = {
    { 0, -1, 0 },       { 0.7, -0.7, 0.2 },  { -0.7, -0.7, 0.3 }, { 1, 0, 0.5 },
    { -1, 0, 0.6 },     { 0.7, 0.7, 0.8 },   { -0.7, 0.7, 0.9 },  { 0, 1, 0.8 },
    { 0.4, -0.9, 0.2 }, { -0.4, -0.9, 0.3 },
};
static const double distances[] = { 1.3, 1.8, 2.4, 3.4, 4.6, 6.2, 8.2, 11 };
/* From a part within a stack upwards, over the parts on it: so far at most. */
enum { MOST_UPWARDS = 80 };

struct trial {
    double cost;
    struct point from, to;
    struct box words;
};

/* The words in one direction and distance; their nearest point ends the hairline. */
static bool try_place(const struct chart_plan *plan, const struct text_block *words,
                      struct point anchor, size_t way, double distance, struct trial *trial)
{
    const struct annotation_plan *all = plan->annotations;
    double size = all->style.size, x = ways[way].x, y = ways[way].y;
    struct point end = { anchor.x + x * distance * size, anchor.y + y * distance * size };
    double slack = (annotations_line_height(all) - size) / 2;
    double left = x > 0.5 ? end.x : x < -0.5 ? end.x - words->width : end.x - words->width / 2;
    double top = y < -0.5  ? end.y - words->height + slack / 2
                 : y > 0.5 ? end.y - slack / 2
                           : end.y - words->height / 2;
    double ceiling = plan->area.top - annotations_height(plan);
    double floor = plan->area.bottom;

    double pushed = fmin(fmax(left, 0), plan->width - words->width);
    if (pushed != left && fabs(y) <= 0.5) /* a hairline from the side would run into them */
        return false;
    left = pushed;
    trial->words = words_box(words, left, top);
    if (top < ceiling || trial->words.bottom > floor || left < 0 || !is_free(all, trial->words))
        return false;
    trial->to.x = fmin(fmax(end.x, left - 0.2 * size), trial->words.right + 0.2 * size);
    trial->to.y = end.y;
    double length = hypot(trial->to.x - anchor.x, trial->to.y - anchor.y);
    double begin = fmin(plan->pen.theme->end_dot + 0.1 * size, 0.5 * length);
    trial->from.x = anchor.x + (trial->to.x - anchor.x) * begin / length;
    trial->from.y = anchor.y + (trial->to.y - anchor.y) * begin / length;
    double crossed = crossing_of(all, trial->from, trial->to);
    trial->cost = distance + ways[way].cost + 8 * crossed;
    return crossed >= 0 && !meets_leader(all, anchor, trial->to);
}

/* Straight up from a part within a stack, beside the figures in it and on it. */
static bool place_above_stack(const struct chart_plan *plan, const struct text_block *words,
                              struct point middle, double width, struct trial *best)
{
    static const double aside[] = { 0, 0.35, -0.35, 0.46, -0.46 };

    for (size_t k = 0; k < sizeof aside / sizeof *aside; k++) {
        struct point anchor = { middle.x + aside[k] * width, middle.y };
        for (int i = 0; i < MOST_UPWARDS; i++) {
            if (!try_place(plan, words, anchor, 0, 1.3 + 0.5 * i, best))
                continue;
            best->from = anchor;
            return true;
        }
    }
    return false;
}

/* The best place around a figure that nothing covers. */
static bool place_around(const struct chart_plan *plan, const struct text_block *words,
                         struct point anchor, struct trial *best)
{
    best->cost = INFINITY;
    for (size_t d = 0; d < sizeof distances / sizeof *distances; d++)
        for (size_t way = 0; way < sizeof ways / sizeof *ways && distances[d] < best->cost; way++) {
            struct trial trial;
            if (try_place(plan, words, anchor, way, distances[d], &trial) &&
                trial.cost < best->cost)
                *best = trial;
        }
    return isfinite(best->cost);
}

static void place_callout(const struct chart_plan *plan, struct placed *item,
                          const struct datum_list *data)
{
    struct annotation_plan *all = plan->annotations;
    const struct datum_note *note = find_datum(plan, item->given, data);
    struct trial best;

    item->is_left_out = true;
    struct text_block *words = annotations_words(plan, item, plan->width);
    if (note == NULL || words == NULL)
        return;
    struct point anchor = anchor_of(plan, note, &item->is_inside);
    double width = note->datum.box.right - note->datum.box.left;
    if (item->is_inside ? !place_above_stack(plan, words, anchor, width, &best)
                        : !place_around(plan, words, anchor, &best))
        return;
    item->is_left_out = false;
    item->words = words;
    item->words_left = best.words.left;
    item->words_top = best.words.top;
    item->from = best.from;
    item->to = best.to;
    put_words(all, item);
    put_line(all->drawn, item->from, item->to, 0.4);
}

/* All ---------------------------------------------------------------------------------------- */

/* The line at zero belongs to the grid, but is in ink. */
static void put_zero(const struct annotation_plan *all)
{
    for (size_t i = 0; i < all->n_frames; i++) {
        const struct time_frame *frame = &all->frames[i];
        if (frame->values.type == NULL || frame->values.type == &log_scale ||
            frame->values.low > 0 || frame->values.high < 0)
            continue;
        double y = scale_position(&frame->values, 0);
        put_line(all->drawn, (struct point){ frame->box.left, y },
                 (struct point){ frame->box.right, y }, 0.75);
    }
}

/* Draws the plots unseen; data gets the boxes of their figures. */
static void draw_plots(struct chart_plan *plan, struct datum_list *data)
{
    struct datum_list *asked = plan->data;

    plan->annotations->drawn = scene_create(chart_alloc(plan->all), plan->width, plan->height);
    plan->data = data;
    for (size_t i = 0; i < plan->n_plots; i++)
        plan->plots[i].type->draw(&plan->plots[i], plan->annotations->drawn);
    plan->data = asked;
    put_zero(plan->annotations);
}

/* A length may be shared with other charts after it was measured: then references across rows stand
 * elsewhere, in the room that there is. */
static void find_across_again(struct chart_plan *plan)
{
    struct annotation_plan *all = plan->annotations;
    size_t rows = all->rows;

    if (!all->frames[0].lies || rows == 0)
        return;
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].given->kind == ANNOTATION_REFERENCE)
            annotations_find_across(plan, &all->items[i]);
    annotations_stack(plan, (double)rows);
    all->rows = rows;
}

void annotations_place(struct chart_plan *plan)
{
    struct annotation_plan *all = plan->annotations;
    struct datum_list data = { .arena = plan->pen.arena,
                               .width = plan->width,
                               .height = plan->height };

    if (all == NULL || all->is_small)
        return;
    all->frames = plan->type->time_frames(&plan->plots[0], &all->n_frames);
    if (all->frames == NULL)
        return;
    find_across_again(plan);
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].given->kind == ANNOTATION_CALLOUT)
            all->items[i].words = NULL; /* of another size */
    draw_plots(plan, &data);
    for (size_t i = 0; i < all->n; i++)
        if (annotations_in_head(all, all->items[i].given))
            place_in_head(plan, &all->items[i]);
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].given->kind == ANNOTATION_EVENT && !all->items[i].is_left_out)
            put_event(all, &all->items[i]);
    for (size_t i = 0; i < all->n; i++) {
        enum annotation_kind kind = all->items[i].given->kind;
        if (kind == ANNOTATION_CALLOUT || annotations_in_head(all, all->items[i].given))
            continue;
        if (kind == ANNOTATION_REFERENCE)
            place_reference(plan, &all->items[i]);
        else
            place_in_panels(plan, &all->items[i]);
    }
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].given->kind == ANNOTATION_CALLOUT)
            place_callout(plan, &all->items[i], &data);
}

void annotations_end(struct chart_plan *plan)
{
    if (plan->annotations == NULL || plan->annotations->drawn == NULL)
        return;
    scene_destroy(plan->annotations->drawn);
    plan->annotations->drawn = NULL;
}
