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
    case PAINT_HATCH:
        return paint->color.alpha > 0 || paint->background.alpha > 0;
    }
    return false;
}

static void set_fill_paint(struct pdf *pdf, struct color color)
{
    pdf_set_fill_alpha(pdf, color.alpha);
    pdf_set_fill(pdf, color);
}

static void set_stroke_paint(struct pdf *pdf, struct color color, const struct stroke *pen)
{
    pdf_set_stroke_alpha(pdf, color.alpha);
    pdf_set_stroke(pdf, color);
    pdf_set_pen(pdf, pen);
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
    set_fill_paint(pdf, color);
    pdf_put_path(pdf, path);
    buffer_text(&pdf->content, "f\n");
}

static void ignore_line(void *context, struct point from, struct point to)
{
    (void)context, (void)from, (void)to;
}

/* Draws all hatch lines as one stroked path, clipped to the shape. */
static void fill_hatch(struct pdf *pdf, const struct path *path, const struct paint *hatch)
{
    const struct stroke pen = { .width = hatch->width };
    struct box box = hatch_box(path);

    fill_solid(pdf, path, hatch->background);
    if (hatch->color.alpha == 0)
        return;
    if (!hatch_lines(hatch, &box, ignore_line, NULL)) {
        fill_solid(pdf, path, hatch->color);
        return;
    }
    pdf_save_state(pdf);
    pdf_put_path(pdf, path);
    buffer_text(&pdf->content, "W n\n");
    set_stroke_paint(pdf, hatch->color, &pen);
    hatch_lines(hatch, &box, put_line, pdf);
    buffer_text(&pdf->content, "S\n");
    pdf_restore_state(pdf);
}

static void draw_fill(struct pdf *pdf, const struct path_mark *mark)
{
    if (mark->fill.kind == PAINT_HATCH)
        fill_hatch(pdf, &mark->path, &mark->fill);
    else
        fill_solid(pdf, &mark->path, mark->fill.color);
}

static void draw_stroke(struct pdf *pdf, const struct path_mark *mark)
{
    set_stroke_paint(pdf, mark->stroke_paint.color, &mark->stroke);
    pdf_put_path(pdf, &mark->path);
    buffer_text(&pdf->content, "S\n");
}

/* An opaque stroke may share one operator with the fill. Under a transparent one the results
 * differ: PDF viewers leave the fill out below the stroke, Cairo does not. */
static bool goes_together(const struct path_mark *mark)
{
    return mark->fill.kind != PAINT_HATCH && mark->stroke_paint.color.alpha == 255;
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
        set_fill_paint(pdf, mark->fill.color);
        set_stroke_paint(pdf, mark->stroke_paint.color, &mark->stroke);
        pdf_put_path(pdf, &mark->path);
        buffer_text(&pdf->content, "B\n");
        return;
    }
    if (fills)
        draw_fill(pdf, mark);
    if (strokes)
        draw_stroke(pdf, mark);
}
