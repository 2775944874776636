/* canvas.c - scenes on any cairo_t. */
#include <math.h>
#include <string.h>

#include "paint/cairo/faces.h"
#include "paint/paint.h"

void canvas_note_failure(struct canvas *painter, cairo_status_t status)
{
    if (status == CAIRO_STATUS_NO_MEMORY)
        fail_memory(&painter->painter.error);
    else if (status != CAIRO_STATUS_SUCCESS)
        fail(&painter->painter.error, SHEAF_SYSTEM, "Cairo cannot draw: %s",
             cairo_status_to_string(status));
}

cairo_matrix_t canvas_to_pixels(cairo_t *context)
{
    cairo_surface_t *target = cairo_get_group_target(context);
    cairo_matrix_t user, device;
    double x, y;

    cairo_get_matrix(context, &user);
    cairo_surface_get_device_scale(target, &x, &y);
    cairo_matrix_init_scale(&device, x, y);
    cairo_surface_get_device_offset(target, &device.x0, &device.y0);
    cairo_matrix_multiply(&user, &user, &device);
    return user;
}

void *canvas_scratch(struct canvas *canvas, struct scratch *scratch, size_t n)
{
    return memory_grow(NULL, &canvas->painter.error, &scratch->bytes, &scratch->capacity, n, 1)
               ? scratch->bytes
               : NULL;
}

void canvas_set_defaults(cairo_t *context)
{
    cairo_set_operator(context, CAIRO_OPERATOR_OVER);
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GRAY);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
    cairo_set_tolerance(context, 0.1);
    cairo_set_miter_limit(context, 10);
}

/* Operations ----------------------------------------------------------------- */

static struct canvas *self(struct painter *painter)
{
    return (struct canvas *)painter;
}

static void begin_page(struct painter *painter, double width, double height)
{
    (void)width;
    (void)height;
    canvas_set_defaults(self(painter)->context);
    cairo_new_path(self(painter)->context);
}

/* What a selection leaves out keeps a quarter of its colour: it is opaque, so that no gridline shows
 * through bars. */
struct color canvas_color(const struct canvas *canvas, struct color color)
{
    static const double part = 0.25;

    if (canvas->pale_from == 0)
        return color;
    return color_mix(color, canvas->selection->paper, part);
}

/* The first of the selection that is not before another. */
static size_t lower_bound(const struct paint_selection *selection, size_t series, size_t period)
{
    size_t low = 0, high = selection->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct scene_datum *at = &selection->data[middle];
        if (at->series < series || (at->series == series && at->period < period))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool holds(const struct paint_selection *selection, size_t series, size_t period)
{
    size_t at = lower_bound(selection, series, period);

    return at < selection->n && selection->data[at].series == series &&
           selection->data[at].period == period;
}

/* The group of a whole series is selected with any of its data. */
static bool selection_has(const struct paint_selection *selection, const struct scene_datum *datum)
{
    size_t first = lower_bound(selection, datum->series, 0);

    if (datum->period == ALL_PERIODS)
        return first < selection->n && selection->data[first].series == datum->series;
    return holds(selection, datum->series, datum->period) ||
           holds(selection, datum->series, ALL_PERIODS);
}

static void draw_path(struct painter *painter, const struct path_mark *mark)
{
    struct canvas *p = self(painter);

    if (mark->fill.kind == PAINT_HATCH) {
        const struct paint ground = { .kind = PAINT_SOLID, .color = mark->fill.background };
        if (ground.color.alpha > 0)
            canvas_cover(p, mark, &ground, COVER_FILL);
        canvas_cover(p, mark, &mark->fill, COVER_HATCH);
    } else if (mark->fill.kind != PAINT_NONE) {
        canvas_cover(p, mark, &mark->fill, COVER_FILL);
    }
    if (mark->stroke_paint.kind != PAINT_NONE)
        canvas_cover(p, mark, &mark->stroke_paint, COVER_STROKE);
    canvas_note_failure(p, cairo_status(p->context));
}

/* The bounds allow for glyphs that reach beyond their advances by up to their size. */
static void draw_flat_glyphs(struct canvas *canvas, const struct glyph_run *run)
{
    cairo_matrix_t to_pixels = canvas_to_pixels(canvas->context);
    struct box pixels = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    struct glyph_run flat = *run;
    double advance = 0;

    for (size_t i = 0; i < run->n_glyphs; i++)
        advance += run->glyphs[i].advance;
    canvas_add_corners(&pixels, &to_pixels, run->origin.x - run->size, run->origin.y - run->size,
                       run->origin.x + advance + run->size, run->origin.y + run->size);
    flat.color = canvas_flatten(canvas, &pixels, run->color);
    canvas_draw_glyphs(canvas, &flat);
    canvas_note_covered(canvas, &pixels, flat.color);
    canvas_note_failure(canvas, cairo_status(canvas->context));
}

static void draw_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct canvas *p = self(painter);

    if (p->flat) {
        draw_flat_glyphs(p, run);
        return;
    }
    struct glyph_run seen = *run;
    seen.color = canvas_color(p, run->color);
    canvas_draw_glyphs(p, &seen);
    canvas_note_failure(p, cairo_status(p->context));
}

static uint32_t premultiplied(const uint8_t *pixel, int channels)
{
    uint32_t alpha = channels == 4 ? pixel[3] : 255, value = alpha << 24;

    for (int i = 0; i < 3; i++)
        value |= (pixel[i] * alpha + 127) / 255 << (16 - 8 * i);
    return value;
}

static cairo_surface_t *image_surface(const struct image_mark *image)
{
    cairo_format_t format = image->channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
    cairo_surface_t *surface = cairo_image_surface_create(format, image->width, image->height);
    uint8_t *data = cairo_image_surface_get_data(surface);
    const uint8_t *from = image->pixels;

    if (data == NULL)
        return surface;
    for (int y = 0; y < image->height; y++) {
        uint8_t *row = data + (size_t)y * (size_t)cairo_image_surface_get_stride(surface);
        for (int x = 0; x < image->width; x++, from += image->channels) {
            uint32_t value = premultiplied(from, image->channels);
            memcpy(row + 4 * (size_t)x, &value, sizeof value);
        }
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

/* From an enlargement of 4 on, pixels are drawn as squares, as PDF viewers do. PAD repeats the
 * last pixel beyond the edge, which would fade otherwise. In vector formats Cairo turns PAD into
 * an image of the whole page, so it is used for pixels only. */
static void set_filter(struct canvas *canvas, double enlargement)
{
    cairo_pattern_t *pattern = cairo_get_source(canvas->context);

    if (!canvas->has_pixels)
        return;
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(pattern, enlargement >= 4 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
}

static void draw_image(struct painter *painter, const struct image_mark *image)
{
    struct canvas *p = self(painter);
    const struct box place = canvas_align_box(p, image->place);
    double width = place.right - place.left, height = place.bottom - place.top;
    cairo_matrix_t to_pixels = canvas_to_pixels(p->context);
    cairo_surface_t *surface = image_surface(image);

    cairo_save(p->context);
    cairo_rectangle(p->context, place.left, place.top, width, height);
    cairo_translate(p->context, place.left, place.top);
    cairo_scale(p->context, width / image->width, height / image->height);
    cairo_set_source_surface(p->context, surface, 0, 0);
    set_filter(p, width / image->width * hypot(to_pixels.xx, to_pixels.yx));
    cairo_fill(p->context);
    cairo_restore(p->context);
    cairo_surface_destroy(surface);
    struct box pixels = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    canvas_add_corners(&pixels, &to_pixels, place.left, place.top, place.right, place.bottom);
    canvas_note_covered(p, &pixels, (struct color){ .alpha = 255 });
    canvas_note_failure(p, cairo_status(p->context));
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct canvas *p = self(painter);
    double no_stroke = 0;

    cairo_save(p->context);
    p->depth++;
    canvas_append_aligned(p, path, &no_stroke, false);
    cairo_clip(p->context);
    canvas_note_failure(p, cairo_status(p->context));
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    struct canvas *p = self(painter);
    const cairo_matrix_t same = { matrix->xx, matrix->yx, matrix->xy,
                                  matrix->yy, matrix->x0, matrix->y0 };

    cairo_save(p->context);
    p->depth++;
    cairo_transform(p->context, &same);
    canvas_note_failure(p, cairo_status(p->context));
}

static void pop(struct painter *painter)
{
    struct canvas *p = self(painter);

    cairo_restore(p->context);
    p->depth--;
    canvas_note_failure(p, cairo_status(p->context));
}

static void open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct canvas *p = self(painter);

    (void)bounds;
    p->open++;
    if (p->selection != NULL && p->pale_from == 0 && group->datum != NULL &&
        !selection_has(p->selection, group->datum))
        p->pale_from = p->open;
}

static void close_group(struct painter *painter, const struct group *group)
{
    struct canvas *p = self(painter);

    (void)group;
    if (p->pale_from == p->open)
        p->pale_from = 0;
    p->open--;
}

static const struct painter_operations operations = { .name = "cairo",
                                                      .begin_page = begin_page,
                                                      .path = draw_path,
                                                      .glyphs = draw_glyphs,
                                                      .image = draw_image,
                                                      .push_clip = push_clip,
                                                      .push_transform = push_transform,
                                                      .pop = pop,
                                                      .open = open_group,
                                                      .close = close_group };

static bool target_has_pixels(cairo_t *context)
{
    switch (cairo_surface_get_type(cairo_get_group_target(context))) {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_SCRIPT:
    case CAIRO_SURFACE_TYPE_RECORDING:
    case CAIRO_SURFACE_TYPE_WIN32_PRINTING:
    case CAIRO_SURFACE_TYPE_TEE:
    case CAIRO_SURFACE_TYPE_XML:
        return false;
    default:
        return true;
    }
}

/* Where memory runs out while Cairo 1.16 takes the edges of a path, its rasteriser jumps through a
 * buffer that is not set yet, and the program crashes. So a scene is painted only where there is
 * memory for all that its paths take: of charts and pages less than 1 MB. */
static void check_memory(struct canvas *canvas)
{
    enum { RESERVE = 4 << 20 };
    void *volatile reserve =
        memory_resize(NULL, NULL, 0, RESERVE); /* volatile: not optimised away */

    if (reserve == NULL)
        fail_memory(&canvas->painter.error);
    memory_free(NULL, reserve, RESERVE);
}

/* cairo_save keeps everything but the current path, which a clip would take in. */
static cairo_path_t *keep_state(cairo_t *context)
{
    cairo_path_t *path = cairo_copy_path(context);

    cairo_save(context);
    cairo_new_path(context);
    return path;
}

cairo_path_t *paint_cairo_begin(cairo_t *context, double x, double y, double width, double height)
{
    cairo_path_t *path = keep_state(context);

    cairo_translate(context, x, y);
    cairo_rectangle(context, 0, 0, width, height);
    cairo_clip(context);
    return path;
}

void paint_cairo_end(cairo_t *context, cairo_path_t *path)
{
    cairo_restore(context);
    cairo_new_path(context);
    cairo_append_path(context, path);
    cairo_path_destroy(path);
}

sheaf_status canvas_paint(const struct scene *scene, cairo_t *context, int shades,
                          struct coverages *kept, const struct paint_selection *selection,
                          sheaf_error *error)
{
    struct canvas painter = { .painter = { .operations = &operations },
                              .context = context,
                              .shades = shades,
                              .kept = kept,
                              .selection = selection };

    canvas_note_failure(&painter, cairo_status(context));
    check_memory(&painter);
    if (painter.painter.error.status == SHEAF_OK) {
        cairo_path_t *path = keep_state(context);
        painter.has_pixels = target_has_pixels(context);
        painter.flat =
            cairo_surface_get_type(cairo_get_group_target(context)) == CAIRO_SURFACE_TYPE_PS;
        arena_init(&painter.arena, NULL, &painter.painter.error);
        scene_replay(scene, &painter.painter);
        for (; painter.depth > 0; painter.depth--)
            cairo_restore(context);
        canvas_close_faces(&painter);
        arena_free(&painter.arena);
        memory_free(NULL, painter.mask.bytes, painter.mask.capacity);
        memory_free(NULL, painter.points.bytes, painter.points.capacity);
        memory_free(NULL, painter.covered, painter.covered_capacity * sizeof *painter.covered);
        paint_cairo_end(context, path);
    }
    error_take(error, &painter.painter.error);
    return painter.painter.error.status;
}

sheaf_status paint_cairo(const struct scene *scene, cairo_t *context, sheaf_error *error)
{
    return canvas_paint(scene, context, 0, NULL, NULL, error);
}

sheaf_status paint_cairo_again(const struct scene *scene, struct coverages *kept,
                               const struct paint_selection *selection, cairo_t *context,
                               sheaf_error *error)
{
    return canvas_paint(scene, context, 0, kept, selection, error);
}
