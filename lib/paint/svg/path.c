/* path.c - paths: rectangles and circles in short, hatches as clipped lines. */
#include <math.h>
#include <string.h>

#include "paint/hatch.h"
#include "paint/svg/svg.h"

static const double near_enough = 1e-6;

static bool is_near(double a, double b)
{
    return fabs(a - b) < near_enough * fmax(1, fabs(a));
}

/* Of the four curves that scene_circle makes, from the right end on: the centre and the radius. */
static bool is_circle(const struct path *path, struct point *centre, double *radius)
{
    static const uint8_t verbs[] = { VERB_MOVE,  VERB_CURVE, VERB_CURVE,
                                     VERB_CURVE, VERB_CURVE, VERB_CLOSE };
    const double kappa = 0.5522847498;
    const struct point *p = path->points;

    if (path->n_verbs != sizeof verbs || memcmp(path->verbs, verbs, sizeof verbs) != 0)
        return false;
    *centre = (struct point){ (p[0].x + p[6].x) / 2, p[0].y };
    *radius = p[0].x - centre->x;
    return *radius > 0 && is_near(p[6].y, centre->y) && is_near(p[3].x, centre->x) &&
           is_near(p[9].x, centre->x) && is_near(fabs(p[3].y - centre->y), *radius) &&
           is_near(p[3].y + p[9].y, 2 * centre->y) && is_near(p[1].x, p[0].x) &&
           fabs(fabs(p[1].y - p[0].y) - kappa * *radius) < 1e-3 * *radius;
}

/* `<circle cx="1" cy="2" r="3"` or `<path d="M1 2z"`. */
static void begin_shape(struct svg *svg, const struct path *path)
{
    int decimals = svg_level(svg)->decimals;
    struct point centre;
    double radius;

    if (is_circle(path, &centre, &radius)) {
        buffer_text(svg->out, "<circle");
        svg_put_number(svg->out, "cx", centre.x, decimals);
        svg_put_number(svg->out, "cy", centre.y, decimals);
        svg_put_number(svg->out, "r", radius, decimals);
        return;
    }
    buffer_text(svg->out, "<path d=\"");
    svg_put_path(svg->out, path, decimals);
    buffer_byte(svg->out, '"');
}

static void put_stroke(struct svg *svg, const struct paint *paint, const struct stroke *stroke)
{
    static const char *const caps[] = { NULL, "round", "square" };
    static const char *const joins[] = { NULL, "round", "bevel" };
    struct buffer *out = svg->out;

    svg_put_color(out, "stroke", paint->color);
    if (stroke->width != 1)
        svg_put_number(out, "stroke-width", stroke->width, 3);
    if (stroke->cap != CAP_BUTT)
        svg_put_attribute(out, "stroke-linecap", caps[stroke->cap]);
    if (stroke->join != JOIN_MITER)
        svg_put_attribute(out, "stroke-linejoin", joins[stroke->join]);
    if (stroke->n_dash == 0)
        return;
    buffer_text(out, " stroke-dasharray=\"");
    for (int i = 0; i < stroke->n_dash; i++) {
        if (i > 0)
            buffer_byte(out, ' ');
        buffer_fixed(out, stroke->dash[i], 3);
    }
    buffer_byte(out, '"');
    if (stroke->dash_phase != 0)
        svg_put_number(out, "stroke-dashoffset", stroke->dash_phase, 3);
}

static void put_fill(struct svg *svg, struct color color)
{
    struct svg_style inherited = svg_level(svg)->style;

    svg_put_style(svg, &(struct svg_style){ .has_fill = true, .fill = color }, &inherited);
}

/* Hatches ---------------------------------------------------------------------- */

static void add_hatch_line(void *context, struct point from, struct point to)
{
    struct svg *svg = context;
    const struct point ends[] = { from, to };

    svg_put_points(svg->out, 'M', ends, 2, svg_level(svg)->decimals);
}

/* The lines, clipped to the shape: patterns show seams. */
static void draw_hatch(struct svg *svg, const struct path_mark *mark)
{
    struct buffer *out = svg->out;
    struct box box = hatch_box(&mark->path);
    size_t start = out->length;

    buffer_format(out, "<clipPath id=\"%s-clip-%u\">", svg->prefix, ++svg->n_clips);
    begin_shape(svg, &mark->path);
    buffer_format(out, "/></clipPath><path clip-path=\"url(#%s-clip-%u)\" d=\"", svg->prefix,
                  svg->n_clips);
    if (hatch_lines(&mark->fill, &box, add_hatch_line, svg)) {
        buffer_text(out, "\" fill=\"none\"");
        put_stroke(svg, &mark->fill, &(struct stroke){ .width = mark->fill.width });
        buffer_text(out, "/>\n");
        return;
    }
    if (!out->failed) /* no lines that can be told apart: one colour */
        out->length = start;
    svg->n_clips--;
    begin_shape(svg, &mark->path);
    put_fill(svg, mark->fill.color);
    buffer_text(out, "/>\n");
}

static bool is_seen(const struct paint *paint)
{
    return paint->kind != PAINT_NONE && paint->color.alpha > 0;
}

void svg_draw_path(struct painter *painter, const struct path_mark *mark)
{
    struct svg *svg = svg_of(painter);
    bool hatched = mark->fill.kind == PAINT_HATCH;
    struct color ground = hatched ? mark->fill.background : mark->fill.color;
    bool fills = mark->fill.kind != PAINT_NONE && ground.alpha > 0;
    bool strokes = is_seen(&mark->stroke_paint) && mark->stroke.width > 0;

    svg_end_line(svg);
    if (mark->path.n_points == 0)
        return;
    if (fills || (strokes && !hatched)) {
        begin_shape(svg, &mark->path);
        if (fills)
            put_fill(svg, ground);
        else
            buffer_text(svg->out, " fill=\"none\"");
        if (strokes && !hatched)
            put_stroke(svg, &mark->stroke_paint, &mark->stroke);
        buffer_text(svg->out, "/>\n");
    }
    if (!hatched)
        return;
    if (is_seen(&mark->fill))
        draw_hatch(svg, mark);
    if (strokes) {
        begin_shape(svg, &mark->path);
        buffer_text(svg->out, " fill=\"none\"");
        put_stroke(svg, &mark->stroke_paint, &mark->stroke);
        buffer_text(svg->out, "/>\n");
    }
}
