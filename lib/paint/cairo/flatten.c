/* flatten.c - transparency in EPS: see canvas.h.
 *
 * PostScript has no transparency, and Cairo replaces what is transparent by an image. On
 * the white page a transparent colour equals a paler opaque one, which is drawn instead.
 * Where other marks lie below, the colour stays transparent. */
#include <math.h>

#include "paint/cairo/canvas.h"

static bool touch(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static bool is_on_page(const struct canvas *canvas, const struct box *pixels)
{
    for (size_t i = 0; i < canvas->n_covered; i++)
        if (touch(&canvas->covered[i], pixels))
            return false;
    return true;
}

static bool is_white(struct color color)
{
    return color.red == 255 && color.green == 255 && color.blue == 255;
}

void canvas_note_covered(struct canvas *canvas, const struct box *pixels, struct color color)
{
    if (!canvas->flat || is_white(color) || color.alpha == 0)
        return;
    if (memory_grow(NULL, &canvas->painter.error, &canvas->covered, &canvas->covered_capacity,
                    canvas->n_covered + 1, sizeof *canvas->covered))
        canvas->covered[canvas->n_covered++] = *pixels;
}

struct color canvas_flatten(const struct canvas *canvas, const struct box *pixels,
                            struct color color)
{
    if (!canvas->flat || color.alpha == 255 || !is_on_page(canvas, pixels))
        return color;
    double share = color.alpha / 255.0;
    color.alpha = 255;
    return color_mix(color, color_hex(0xFFFFFF), share);
}
