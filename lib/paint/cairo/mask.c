/* mask.c - coverage of pixels, collected in a mask and then painted in one colour. */
#include <math.h>
#include <string.h>

#include "paint/cairo/canvas.h"

static const struct box nothing = { INFINITY, INFINITY, -INFINITY, -INFINITY };

void canvas_add_corners(struct box *box, const cairo_matrix_t *matrix, double left, double top,
                        double right, double bottom)
{
    for (int corner = 0; corner < 4; corner++) {
        double x = corner & 1 ? right : left, y = corner & 2 ? bottom : top;

        cairo_matrix_transform_point(matrix, &x, &y);
        box->left = fmin(box->left, x);
        box->top = fmin(box->top, y);
        box->right = fmax(box->right, x);
        box->bottom = fmax(box->bottom, y);
    }
}

bool canvas_begin_mask(struct canvas *canvas, const struct box *pixels, struct mask *mask)
{
    cairo_matrix_t to_pixels = canvas_to_pixels(canvas->context);
    struct box clip = nothing;
    double left, top, right, bottom;

    cairo_clip_extents(canvas->context, &left, &top, &right, &bottom);
    canvas_add_corners(&clip, &to_pixels, left, top, right, bottom);
    left = floor(fmax(pixels->left, clip.left));
    top = floor(fmax(pixels->top, clip.top));
    right = ceil(fmin(pixels->right, clip.right));
    bottom = ceil(fmin(pixels->bottom, clip.bottom));
    /* FreeType counts pixels in 16 bits; no image surface is larger. */
    if (!(left < right && top < bottom) || right - left > INT16_MAX || bottom - top > INT16_MAX)
        return false;
    *mask = (struct mask){ .left = (int)left,
                           .top = (int)top,
                           .width = (int)(right - left),
                           .height = (int)(bottom - top) };
    mask->stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, mask->width);
    mask->length = (size_t)mask->stride * (size_t)mask->height;
    mask->bytes = canvas_scratch(canvas, &canvas->mask, mask->length);
    if (mask->bytes != NULL)
        memset(mask->bytes, 0, mask->length);
    return mask->bytes != NULL;
}

/* Rounds each coverage to one of n evenly spaced shades from 0 to 255. Words of four zero bytes,
 * which are most of a mask, are skipped; Cairo's rows are whole words. */
static void reduce(struct mask *mask, int shades)
{
    uint8_t rounded[256];
    uint32_t several;
    int steps = shades - 1;

    for (int i = 0; i < 256; i++)
        rounded[i] = (uint8_t)((i * steps + 127) / 255 * 255 / steps);
    for (size_t i = 0; i < mask->length; i += sizeof several) {
        memcpy(&several, mask->bytes + i, sizeof several);
        for (size_t k = 0; several != 0 && k < sizeof several; k++)
            mask->bytes[i + k] = rounded[mask->bytes[i + k]];
    }
}

void canvas_paint_mask(struct canvas *canvas, struct mask *mask, struct color color)
{
    cairo_t *context = canvas->context;
    cairo_surface_t *target = cairo_get_group_target(context), *surface;
    double scale_x, scale_y, x, y;

    if (canvas->shades > 0)
        reduce(mask, canvas->shades);
    surface = cairo_image_surface_create_for_data(mask->bytes, CAIRO_FORMAT_A8, mask->width,
                                                  mask->height, mask->stride);
    cairo_surface_get_device_scale(target, &scale_x, &scale_y);
    cairo_surface_get_device_offset(target, &x, &y);
    cairo_surface_set_device_scale(surface, scale_x, scale_y);
    cairo_save(context);
    cairo_identity_matrix(context);
    cairo_set_source_rgba(context, color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                          color.alpha / 255.0);
    cairo_mask_surface(context, surface, (mask->left - x) / scale_x, (mask->top - y) / scale_y);
    cairo_restore(context);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}
