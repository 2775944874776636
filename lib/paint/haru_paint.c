/* haru_paint.c - paths: fills, strokes, hatches. */
#include "paint/haru.h"

#include "paint/hatch.h"

static bool is_drawn(const struct paint *paint)
{
    switch (paint->kind) {
    case PAINT_NONE:
        return false;
    case PAINT_SOLID:
        return paint->color.alpha > 0;
    case PAINT_GRADIENT:
        return paint->color.alpha > 0 || paint->end.alpha > 0;
    case PAINT_HATCH:
        return paint->color.alpha > 0 || paint->ground.alpha > 0;
    }
    return false;
}

static bool needs_mask(const struct paint *paint)
{
    return paint->kind == PAINT_GRADIENT && paint->color.alpha != paint->end.alpha;
}

static void set_fill_paint(struct haru *haru, const struct paint *paint)
{
    haru_set_fill_alpha(haru, needs_mask(paint) ? 255 : paint->color.alpha);
    if (paint->kind == PAINT_GRADIENT)
        haru_set_gradient(haru, paint, false);
    else
        haru_set_fill(haru, paint->color);
}

static void set_stroke_paint(struct haru *haru, const struct path_mark *mark)
{
    const struct paint *paint = &mark->stroke_paint;

    haru_set_stroke_alpha(haru, needs_mask(paint) ? 255 : paint->color.alpha);
    if (paint->kind == PAINT_GRADIENT)
        haru_set_gradient(haru, paint, true);
    else
        haru_set_stroke(haru, paint->color);
    haru_set_pen(haru, &mark->stroke);
}

static void put_line(void *context, struct point from, struct point to)
{
    struct haru *haru = context;

    haru_put_point(haru, from);
    buffer_text(&haru->content, "m ");
    haru_put_point(haru, to);
    buffer_text(&haru->content, "l\n");
}

static void fill_solid(struct haru *haru, const struct path *path, struct color color)
{
    if (color.alpha == 0)
        return;
    haru_set_fill_alpha(haru, color.alpha);
    haru_set_fill(haru, color);
    haru_put_path(haru, path);
    buffer_text(&haru->content, "f\n");
}

static void ignore_line(void *context, struct point from, struct point to)
{
    (void)context, (void)from, (void)to;
}

/* The lines as one stroked path, clipped to the shape. */
static void fill_hatch(struct haru *haru, const struct path *path, const struct paint *hatch)
{
    const struct stroke pen = { .width = hatch->width };
    struct box box = haru_path_box(path);

    fill_solid(haru, path, hatch->ground);
    if (hatch->color.alpha == 0)
        return;
    if (!hatch_lines(hatch, &box, ignore_line, NULL)) {
        fill_solid(haru, path, hatch->color);
        return;
    }
    haru_save_state(haru);
    haru_put_path(haru, path);
    buffer_text(&haru->content, "W n\n");
    haru_set_stroke_alpha(haru, hatch->color.alpha);
    haru_set_stroke(haru, hatch->color);
    haru_set_pen(haru, &pen);
    hatch_lines(hatch, &box, put_line, haru);
    buffer_text(&haru->content, "S\n");
    haru_restore_state(haru);
}

static void fill_plain(struct haru *haru, const struct path_mark *mark)
{
    set_fill_paint(haru, &mark->fill);
    haru_put_path(haru, &mark->path);
    buffer_text(&haru->content, "f\n");
}

static void draw_fill(struct haru *haru, const struct path_mark *mark)
{
    if (mark->fill.kind == PAINT_HATCH) {
        fill_hatch(haru, &mark->path, &mark->fill);
    } else if (needs_mask(&mark->fill)) {
        struct box box = haru_path_box(&mark->path);
        haru_save_state(haru);
        haru_set_gradient_mask(haru, &mark->fill, &box);
        fill_plain(haru, mark);
        haru_restore_state(haru);
    } else {
        fill_plain(haru, mark);
    }
}

static void stroke_plain(struct haru *haru, const struct path_mark *mark)
{
    set_stroke_paint(haru, mark);
    haru_put_path(haru, &mark->path);
    buffer_text(&haru->content, "S\n");
}

/* Miters reach ten half widths beyond the path. */
static struct box stroke_box(const struct path_mark *mark)
{
    struct box box = haru_path_box(&mark->path);
    double reach = 5 * mark->stroke.width;

    return (struct box){ box.left - reach, box.top - reach, box.right + reach, box.bottom + reach };
}

static void draw_stroke(struct haru *haru, const struct path_mark *mark)
{
    if (needs_mask(&mark->stroke_paint)) {
        struct box box = stroke_box(mark);
        haru_save_state(haru);
        haru_set_gradient_mask(haru, &mark->stroke_paint, &box);
        stroke_plain(haru, mark);
        haru_restore_state(haru);
    } else {
        stroke_plain(haru, mark);
    }
}

/* Fill and stroke may share one operator when the stroke hides what it covers: a
 * viewer knocks the fill out under it, and Cairo does not. */
static bool goes_together(const struct path_mark *mark)
{
    return mark->fill.kind != PAINT_HATCH && !needs_mask(&mark->fill) &&
           !needs_mask(&mark->stroke_paint) && mark->stroke_paint.color.alpha == 255;
}

void haru_draw_path(struct painter *painter, const struct path_mark *mark)
{
    struct haru *haru = (struct haru *)painter;
    bool fills = is_drawn(&mark->fill);
    bool strokes = is_drawn(&mark->stroke_paint) && mark->stroke.width > 0;

    if (mark->path.n_points == 0 || (!fills && !strokes))
        return;
    haru_mark(haru);
    if (fills && strokes && goes_together(mark)) {
        set_fill_paint(haru, &mark->fill);
        set_stroke_paint(haru, mark);
        haru_put_path(haru, &mark->path);
        buffer_text(&haru->content, "B\n");
        return;
    }
    if (fills)
        draw_fill(haru, mark);
    if (strokes)
        draw_stroke(haru, mark);
}
