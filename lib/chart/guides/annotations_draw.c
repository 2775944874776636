/* annotations_draw.c - annotations drawn: bands and events behind the marks of a plot, the rest on
 * them. */
#include <math.h>

#include "chart/guides/annotations.h"
#include "chart/plan.h"

/* Strength of a band's ink, and width of a hairline beside the grid's, which it equals in print. */
static const double band_strength = 0.06;

static double hairline(const struct chart_plan *plan)
{
    return fmax(plan->pen.theme->grid_width, plan->pen.pixel);
}

static void draw_bar(struct scene *scene, bool is_upright, double edge, double width, double from,
                     double to, struct color color)
{
    if (is_upright)
        scene_rectangle(scene, edge, from, width, to - from);
    else
        scene_rectangle(scene, from, edge, to - from, width);
    scene_fill(scene, color);
}

/* A piece of a line from `from` to `to` along it, which stands at `at` across. A value across bars or shares, which have any
 * colour, has a halo of paper. */
static void draw_piece(const struct chart_plan *plan, struct scene *scene, bool is_upright,
                       double at, double from, double to)
{
    const struct time_frame *frame = &plan->annotations->frames[0];
    double width = hairline(plan), edge = pen_snap(&plan->pen, at - width / 2);

    if ((frame->lies && !frame->of_dots) || (frame->is_covered && !is_upright))
        draw_bar(scene, is_upright, edge - width, 3 * width, from, to, plan->pen.theme->paper);
    draw_bar(scene, is_upright, edge, width, from, to, plan->pen.theme->ink);
}

/* A line that leaves out what words of the plot stand on. */
static void draw_line(const struct chart_plan *plan, struct scene *scene, bool is_upright,
                      double at, double from, double to)
{
    double step = 0.25 * plan->annotations->style.size, begin = from;

    for (double along = from; along < to; along += step) {
        double next = fmin(along + step, to);
        struct box near = is_upright ? (struct box){ at - step / 2, along, at + step / 2, next }
                                     : (struct box){ along, at - step / 2, next, at + step / 2 };
        if ((scene_touched(plan->annotations->drawn, &near) & TOUCHES_TEXT) == 0)
            continue;
        if (along - step > begin)
            draw_piece(plan, scene, is_upright, at, begin, along - step);
        begin = next + step;
    }
    if (to > begin)
        draw_piece(plan, scene, is_upright, at, begin, to);
}

/* Where the line of words above the plot begins. */
static double words_line_top(const struct annotation_plan *all, const struct placed *item)
{
    return item->words_top + (annotations_line_height(all) - all->style.size) / 2;
}

/* From the words above the plot downwards, or within a panel. */
static void draw_event(const struct chart_plan *plan, struct scene *scene,
                       const struct placed *item)
{
    const struct annotation_plan *all = plan->annotations;

    for (size_t i = 0; i < all->n_frames; i++) {
        const struct time_frame *frame = &all->frames[i];
        double x, top = frame->box.top;
        if (!time_frame_event(frame, item->given->first, &x))
            continue;
        if (i == 0 && annotations_in_head(all, item->given))
            top = words_line_top(all, item);
        draw_line(plan, scene, true, x, top, frame->box.bottom);
    }
}

static void draw_band(const struct chart_plan *plan, struct scene *scene, const struct placed *item)
{
    const struct annotation_plan *all = plan->annotations;

    for (size_t i = 0; i < all->n_frames; i++) {
        const struct time_frame *frame = &all->frames[i];
        double left, right, top = frame->box.top;
        if (!time_frame_stretch(frame, item->given->first, item->given->last, &left, &right))
            continue;
        if (i == 0 && annotations_in_head(all, item->given))
            top = annotations_head_top(plan);
        left = pen_snap(&plan->pen, left);
        right = pen_snap(&plan->pen, right);
        scene_rectangle(scene, left, top, right - left, frame->box.bottom - top);
        scene_fill(scene, theme_tint(plan->pen.theme, plan->pen.theme->ink, band_strength));
    }
}

/* Areas hide a band; its ends are seen on them. */
static void draw_ends_of_band(const struct chart_plan *plan, struct scene *scene,
                              const struct placed *item)
{
    const struct time_frame *frame = &plan->annotations->frames[0];
    double left, right;

    if (!time_frame_stretch(frame, item->given->first, item->given->last, &left, &right))
        return;
    draw_line(plan, scene, true, left, frame->box.top, frame->box.bottom);
    if (right < frame->box.right - hairline(plan))
        draw_line(plan, scene, true, right, frame->box.top, frame->box.bottom);
}

static bool is_drawn(const struct annotation_plan *all, size_t index, enum annotation_kind kind)
{
    return all->items[index].given->kind == kind && !all->items[index].is_left_out;
}

static void draw_events(const struct chart_plan *plan, struct scene *scene)
{
    for (size_t i = 0; i < plan->annotations->n; i++)
        if (is_drawn(plan->annotations, i, ANNOTATION_EVENT))
            draw_event(plan, scene, &plan->annotations->items[i]);
        else if (plan->annotations->frames[0].of_areas &&
                 is_drawn(plan->annotations, i, ANNOTATION_BAND))
            draw_ends_of_band(plan, scene, &plan->annotations->items[i]);
}

static void draw_reference(const struct chart_plan *plan, struct scene *scene,
                           const struct placed *item)
{
    const struct annotation_plan *all = plan->annotations;

    for (size_t i = 0; i < all->n_frames; i++) {
        const struct time_frame *frame = &all->frames[i];
        if (frame->lies)
            draw_line(plan, scene, true, item->left,
                      item->words != NULL ? words_line_top(all, item) : frame->box.top,
                      frame->box.bottom);
        else if (frame->values.type != NULL)
            draw_line(plan, scene, false, annotations_reference(plan, item, frame), frame->box.left,
                      frame->box.right);
    }
}

static bool has_any(const struct annotation_plan *all)
{
    return all != NULL && !all->is_small && all->frames != NULL && all->drawn != NULL;
}

void annotations_draw_under(const struct chart_plan *plan, struct scene *scene)
{
    const struct annotation_plan *all = plan->annotations;

    if (!has_any(all))
        return;
    scene_open_role(scene, ROLE_ARTIFACT);
    for (size_t i = 0; i < all->n; i++)
        if (is_drawn(all, i, ANNOTATION_BAND))
            draw_band(plan, scene, &all->items[i]);
    if (!all->frames[0].of_areas)
        draw_events(plan, scene);
    scene_close(scene);
}

/* Over areas of any colour it has a halo of paper. */
static void draw_leader(const struct chart_plan *plan, struct scene *scene,
                        const struct placed *item)
{
    double dot = 0.6 * plan->pen.theme->end_dot;

    scene_move_to(scene, item->from.x, item->from.y);
    scene_line_to(scene, item->to.x, item->to.y);
    scene_stroke(scene, plan->pen.theme->paper, 3 * hairline(plan));
    if (item->is_inside) {
        scene_circle(scene, item->from.x, item->from.y, dot + hairline(plan));
        scene_fill(scene, plan->pen.theme->paper);
        scene_circle(scene, item->from.x, item->from.y, dot);
        scene_fill(scene, plan->pen.theme->ink);
    }
    scene_move_to(scene, item->from.x, item->from.y);
    scene_line_to(scene, item->to.x, item->to.y);
    scene_stroke(scene, plan->pen.theme->ink, hairline(plan));
}

static void draw_words(const struct chart_plan *plan, struct scene *scene,
                       const struct placed *item)
{
    const struct group group = { .role = ROLE_ANNOTATION, .label = item->label };

    scene_open(scene, &group);
    if (item->given->kind == ANNOTATION_REFERENCE)
        draw_reference(plan, scene, item);
    if (item->given->kind == ANNOTATION_CALLOUT)
        draw_leader(plan, scene, item);
    if (item->words != NULL)
        text_block_draw(item->words, scene, item->words_left, item->words_top, item->words->width);
    scene_close(scene);
}

void annotations_draw_over(const struct chart_plan *plan, struct scene *scene)
{
    const struct annotation_plan *all = plan->annotations;

    if (!has_any(all))
        return;
    if (all->frames[0].of_areas) {
        scene_open_role(scene, ROLE_ARTIFACT);
        draw_events(plan, scene);
        scene_close(scene);
    }
    for (size_t i = 0; i < all->n; i++)
        if (!all->items[i].is_left_out && (all->items[i].words != NULL || all->items[i].is_in_key))
            draw_words(plan, scene, &all->items[i]);
}
