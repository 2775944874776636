/* paper.c - what EPS cannot have: see canvas.h.
 *
 * PostScript knows no transparency, and Cairo answers with a picture of pixels in its
 * place. Over white paper a transparent colour is nothing but a paler one, and is
 * drawn as that. What lies over other marks stays as it is. */
#include <math.h>

#include "paint/cairo/canvas.h"

static bool touch(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static bool is_on_paper(const struct canvas *canvas, const struct box *pixels)
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

void canvas_cover_paper(struct canvas *canvas, const struct box *pixels, struct color color)
{
    if (!canvas->flat || is_white(color) || color.alpha == 0)
        return;
    if (memory_grow(NULL, &canvas->painter.error, &canvas->covered, &canvas->covered_capacity,
                    canvas->n_covered + 1, sizeof *canvas->covered))
        canvas->covered[canvas->n_covered++] = *pixels;
}

struct color canvas_on_paper(const struct canvas *canvas, const struct box *pixels,
                             struct color color)
{
    if (!canvas->flat || color.alpha == 255 || !is_on_paper(canvas, pixels))
        return color;
    double share = color.alpha / 255.0;
    color.alpha = 255;
    return color_tint(color, share);
}
