/* glyphs.c - runs of glyphs: as masks of FreeType's outlines where there are
 * pixels, through Cairo's own text functions elsewhere. */
#include <math.h>

#include "paint/cairo/faces.h"

/* Masks ---------------------------------------------------------------------- */

/* From a glyph's font units to pixels. */
static cairo_matrix_t glyph_matrix(const cairo_matrix_t *to_pixels, const struct glyph_run *run,
                                   const struct glyph *glyph, double units)
{
    double scale = run->size / units;
    cairo_matrix_t matrix = {
        scale, 0, 0, -scale, run->origin.x + glyph->x, run->origin.y + glyph->y
    };

    cairo_matrix_multiply(&matrix, &matrix, to_pixels);
    /* Baselines of upright text are rounded to whole pixels, so that the same label looks the same
     * everywhere; marks above letters keep their distance to it. */
    if (to_pixels->xy == 0 && to_pixels->yx == 0) {
        double baseline = run->origin.y * to_pixels->yy + to_pixels->y0;
        matrix.y0 += floor(baseline + 0.5) - baseline;
    }
    return matrix;
}

/* Bounds of the run's outlines in pixels; false after a failure. */
static bool find_ink(struct canvas *canvas, struct open_face *face, const cairo_matrix_t *to_pixels,
                     const struct glyph_run *run, struct box *ink)
{
    *ink = (struct box){ INFINITY, INFINITY, -INFINITY, -INFINITY };
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph_outline *outline = canvas_face_outline(canvas, face, run->glyphs[i].id);
        if (outline == NULL)
            return false;
        cairo_matrix_t matrix =
            glyph_matrix(to_pixels, run, &run->glyphs[i], canvas_face_units(face));
        if (outline->outline.n_points > 0)
            canvas_add_corners(ink, &matrix, (double)outline->box.xMin, (double)outline->box.yMin,
                               (double)outline->box.xMax, (double)outline->box.yMax);
    }
    return true;
}

static void add_spans(int y, int count, const FT_Span *spans, void *user)
{
    const struct mask *mask = user;
    uint8_t *row = mask->bytes + (size_t)y * (size_t)mask->stride;

    for (; count > 0; count--, spans++)
        for (int x = spans->x; x < spans->x + spans->len; x++) {
            int sum = row[x] + spans->coverage;
            row[x] = (uint8_t)(sum < 255 ? sum : 255);
        }
}

static FT_Pos to_26_6(double value)
{
    return (FT_Pos)floor(value * 64 + 0.5);
}

/* Adds one glyph to the mask. */
static void add_glyph(struct canvas *canvas, struct open_face *face, struct mask *mask,
                      const struct glyph_outline *outline, const cairo_matrix_t *matrix)
{
    FT_Outline moved = outline->outline;
    FT_Raster_Params parameters = {
        .source = &moved,
        .flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
        .gray_spans = add_spans,
        .user = mask,
        .clip_box = { 0, 0, mask->width, mask->height },
    };

    moved.points =
        canvas_scratch(canvas, &canvas->points, (size_t)moved.n_points * sizeof *moved.points);
    if (moved.points == NULL)
        return;
    for (int i = 0; i < moved.n_points; i++) {
        double x = (double)outline->outline.points[i].x, y = (double)outline->outline.points[i].y;

        cairo_matrix_transform_point(matrix, &x, &y);
        moved.points[i].x = to_26_6(x - mask->left);
        moved.points[i].y = to_26_6(y - mask->top);
    }
    if (FT_Outline_Render(canvas_face_library(face), &moved, &parameters) != 0)
        fail(&canvas->painter.error, SHEAF_SYSTEM, "FreeType cannot draw a glyph");
}

static void draw_mask(struct canvas *canvas, struct open_face *face, const struct glyph_run *run)
{
    cairo_matrix_t to_pixels = canvas_to_pixels(canvas->context);
    struct box ink;
    struct mask mask;

    if (!find_ink(canvas, face, &to_pixels, run, &ink) || !canvas_begin_mask(canvas, &ink, &mask))
        return;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph_outline *outline = canvas_face_outline(canvas, face, run->glyphs[i].id);
        cairo_matrix_t matrix =
            glyph_matrix(&to_pixels, run, &run->glyphs[i], canvas_face_units(face));
        if (outline != NULL && outline->outline.n_points > 0)
            add_glyph(canvas, face, &mask, outline, &matrix);
    }
    canvas_paint_mask(canvas, &mask, run->color);
}

/* Text ----------------------------------------------------------------------- */

/* Number of glyphs from first on in the same cluster. */
static size_t cluster_length(const struct glyph_run *run, size_t first)
{
    size_t n = 1;

    while (first + n < run->n_glyphs &&
           run->glyphs[first + n].cluster == run->glyphs[first].cluster)
        n++;
    return n;
}

/* Cairo wants the clusters in the order of the text, each with its number of bytes and glyphs. 0:
 * the clusters are out of order; then the whole run is one cluster. */
static int make_clusters(const struct glyph_run *run, cairo_text_cluster_t *clusters)
{
    int n = 0;
    uint32_t end = (uint32_t)run->length;

    if (run->right_to_left) { /* the first glyph stands for the last characters */
        for (size_t i = 0; i < run->n_glyphs; n++) {
            size_t glyphs = cluster_length(run, i);
            uint32_t start = i + glyphs == run->n_glyphs ? 0 : run->glyphs[i].cluster;
            if (start >= end)
                return 0;
            clusters[n] = (cairo_text_cluster_t){ (int)(end - start), (int)glyphs };
            end = start;
            i += glyphs;
        }
        for (int i = 0; i < n / 2; i++) {
            cairo_text_cluster_t other = clusters[i];
            clusters[i] = clusters[n - 1 - i];
            clusters[n - 1 - i] = other;
        }
        return n;
    }
    for (size_t i = 0; i < run->n_glyphs; n++) {
        size_t glyphs = cluster_length(run, i);
        uint32_t start = i == 0 ? 0 : run->glyphs[i].cluster;
        uint32_t next = i + glyphs == run->n_glyphs ? end : run->glyphs[i + glyphs].cluster;
        if (next <= start)
            return 0;
        clusters[n] = (cairo_text_cluster_t){ (int)(next - start), (int)glyphs };
        i += glyphs;
    }
    return n;
}

static void show_text(cairo_t *context, const struct glyph_run *run, const cairo_glyph_t *glyphs,
                      cairo_text_cluster_t *clusters)
{
    int n = make_clusters(run, clusters);

    if (n == 0) {
        clusters[0] = (cairo_text_cluster_t){ (int)run->length, (int)run->n_glyphs };
        n = 1;
    }
    cairo_show_text_glyphs(context, run->text, (int)run->length, glyphs, (int)run->n_glyphs,
                           clusters, n, run->right_to_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void set_font(cairo_t *context, cairo_font_face_t *face, double size)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_face(context, face);
    cairo_set_font_size(context, size);
    cairo_set_font_options(context, options);
    cairo_font_options_destroy(options);
}

static void draw_text(struct canvas *canvas, struct open_face *open, const struct glyph_run *run)
{
    cairo_t *context = canvas->context;
    cairo_font_face_t *face = canvas_face_for_text(canvas, open);
    cairo_glyph_t *glyphs = arena_array(&canvas->arena, cairo_glyph_t, run->n_glyphs);
    cairo_text_cluster_t *clusters =
        arena_array(&canvas->arena, cairo_text_cluster_t, run->n_glyphs);

    if (face == NULL || glyphs == NULL || clusters == NULL)
        return;
    for (size_t i = 0; i < run->n_glyphs; i++)
        glyphs[i] = (cairo_glyph_t){ run->glyphs[i].id, run->origin.x + run->glyphs[i].x,
                                     run->origin.y + run->glyphs[i].y };
    set_font(context, face, run->size);
    cairo_set_source_rgba(context, run->color.red / 255.0, run->color.green / 255.0,
                          run->color.blue / 255.0, run->color.alpha / 255.0);
    cairo_surface_t *target = cairo_get_group_target(context);
    if (cairo_surface_get_type(target) == CAIRO_SURFACE_TYPE_PS) {
        /* Text is written as outlines: printers prefer them, and Cairo 1.16 leaks memory with each
         * font that it embeds in PostScript. */
        cairo_new_path(context);
        cairo_glyph_path(context, glyphs, (int)run->n_glyphs);
        cairo_fill(context);
    } else if (run->length > 0 && cairo_surface_has_show_text_glyphs(target)) {
        show_text(context, run, glyphs, clusters);
    } else {
        cairo_show_glyphs(context, glyphs, (int)run->n_glyphs);
    }
}

void canvas_draw_glyphs(struct canvas *canvas, const struct glyph_run *run)
{
    struct open_face *face = canvas_open_face(canvas, run->font);

    if (face == NULL)
        return;
    if (canvas->has_pixels)
        draw_mask(canvas, face, run);
    else
        draw_text(canvas, face, run);
}
