/* path.c - paths: fills, strokes, hatches. */
#include "paint/pdf/pdf.h"

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

static void set_fill_paint(struct pdf *pdf, const struct paint *paint)
{
    pdf_set_fill_alpha(pdf, needs_mask(paint) ? 255 : paint->color.alpha);
    if (paint->kind == PAINT_GRADIENT)
        pdf_set_gradient(pdf, paint, false);
    else
        pdf_set_fill(pdf, paint->color);
}

static void set_stroke_paint(struct pdf *pdf, const struct path_mark *mark)
{
    const struct paint *paint = &mark->stroke_paint;

    pdf_set_stroke_alpha(pdf, needs_mask(paint) ? 255 : paint->color.alpha);
    if (paint->kind == PAINT_GRADIENT)
        pdf_set_gradient(pdf, paint, true);
    else
        pdf_set_stroke(pdf, paint->color);
    pdf_set_pen(pdf, &mark->stroke);
}

static void put_line(void *context, struct point from, struct point to)
{
    struct pdf *pdf = context;

    pdf_put_point(pdf, from);
    buffer_text(&pdf->content, "m ");
    pdf_put_point(pdf, to);
    buffer_text(&pdf->content, "l\n");
}

static void fill_solid(struct pdf *pdf, const struct path *path, struct color color)
{
    if (color.alpha == 0)
        return;
    pdf_set_fill_alpha(pdf, color.alpha);
    pdf_set_fill(pdf, color);
    pdf_put_path(pdf, path);
    buffer_text(&pdf->content, "f\n");
}

static void ignore_line(void *context, struct point from, struct point to)
{
    (void)context, (void)from, (void)to;
}

/* The lines as one stroked path, clipped to the shape. */
static void fill_hatch(struct pdf *pdf, const struct path *path, const struct paint *hatch)
{
    const struct stroke pen = { .width = hatch->width };
    struct box box = pdf_path_box(path);

    fill_solid(pdf, path, hatch->ground);
    if (hatch->color.alpha == 0)
        return;
    if (!hatch_lines(hatch, &box, ignore_line, NULL)) {
        fill_solid(pdf, path, hatch->color);
        return;
    }
    pdf_save_state(pdf);
    pdf_put_path(pdf, path);
    buffer_text(&pdf->content, "W n\n");
    pdf_set_stroke_alpha(pdf, hatch->color.alpha);
    pdf_set_stroke(pdf, hatch->color);
    pdf_set_pen(pdf, &pen);
    hatch_lines(hatch, &box, put_line, pdf);
    buffer_text(&pdf->content, "S\n");
    pdf_restore_state(pdf);
}

static void fill_plain(struct pdf *pdf, const struct path_mark *mark)
{
    set_fill_paint(pdf, &mark->fill);
    pdf_put_path(pdf, &mark->path);
    buffer_text(&pdf->content, "f\n");
}

static void draw_fill(struct pdf *pdf, const struct path_mark *mark)
{
    if (mark->fill.kind == PAINT_HATCH) {
        fill_hatch(pdf, &mark->path, &mark->fill);
    } else if (needs_mask(&mark->fill)) {
        struct box box = pdf_path_box(&mark->path);
        pdf_save_state(pdf);
        pdf_set_gradient_mask(pdf, &mark->fill, &box);
        fill_plain(pdf, mark);
        pdf_restore_state(pdf);
    } else {
        fill_plain(pdf, mark);
    }
}

static void stroke_plain(struct pdf *pdf, const struct path_mark *mark)
{
    set_stroke_paint(pdf, mark);
    pdf_put_path(pdf, &mark->path);
    buffer_text(&pdf->content, "S\n");
}

/* Miters reach ten half widths beyond the path. */
static struct box stroke_box(const struct path_mark *mark)
{
    struct box box = pdf_path_box(&mark->path);
    double reach = 5 * mark->stroke.width;

    return (struct box){ box.left - reach, box.top - reach, box.right + reach, box.bottom + reach };
}

static void draw_stroke(struct pdf *pdf, const struct path_mark *mark)
{
    if (needs_mask(&mark->stroke_paint)) {
        struct box box = stroke_box(mark);
        pdf_save_state(pdf);
        pdf_set_gradient_mask(pdf, &mark->stroke_paint, &box);
        stroke_plain(pdf, mark);
        pdf_restore_state(pdf);
    } else {
        stroke_plain(pdf, mark);
    }
}

/* Fill and stroke may share one operator when the stroke hides what it covers: a
 * viewer knocks the fill out under it, and Cairo does not. */
static bool goes_together(const struct path_mark *mark)
{
    return mark->fill.kind != PAINT_HATCH && !needs_mask(&mark->fill) &&
           !needs_mask(&mark->stroke_paint) && mark->stroke_paint.color.alpha == 255;
}

void pdf_draw_path(struct painter *painter, const struct path_mark *mark)
{
    struct pdf *pdf = (struct pdf *)painter;
    bool fills = is_drawn(&mark->fill);
    bool strokes = is_drawn(&mark->stroke_paint) && mark->stroke.width > 0;

    if (mark->path.n_points == 0 || (!fills && !strokes))
        return;
    pdf_mark(pdf);
    if (fills && strokes && goes_together(mark)) {
        set_fill_paint(pdf, &mark->fill);
        set_stroke_paint(pdf, mark);
        pdf_put_path(pdf, &mark->path);
        buffer_text(&pdf->content, "B\n");
        return;
    }
    if (fills)
        draw_fill(pdf, mark);
    if (strokes)
        draw_stroke(pdf, mark);
}
