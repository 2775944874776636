/* paint.h - all painters. Each turns scenes into bytes and knows neither data nor charts nor
 * files. */
#ifndef SHEAF_PAINT_PAINT_H
#define SHEAF_PAINT_PAINT_H

#include <cairo.h>

#include "base/buffer.h"
#include "context/context.h"
#include "scene/painter.h"

/* Draws the scene on a context at its current origin, one scene point a user
 * unit; the context is left as it was found. */
sheaf_status paint_cairo(const struct scene *scene, cairo_t *context, sheaf_error *error);

/* Texts that pictures carry (PNG text chunks, SVG title and desc, PDF info);
 * any may be NULL. */
struct paint_metadata {
    const char *title, *subject, *source, *alternative, *language, *creator;
};

/* pixels_per_point is the resolution, dots_per_inch what the pHYs chunk says. Lossless: a palette
 * if there are at most 256 colours, RGB otherwise; of a transparent scene RGBA. */
sheaf_status paint_png(const struct scene *scene, double pixels_per_point, double dots_per_inch,
                       const struct paint_metadata *metadata, struct buffer *into,
                       sheaf_error *error);
/* The same for pixels that are there already: RGB rows. Tests use it. */
sheaf_status png_write(const uint8_t *rgb, int width, int height, double dots_per_inch,
                       const struct paint_metadata *metadata, struct buffer *into,
                       sheaf_error *error);

enum vector_format { PAINT_SVG, PAINT_EPS, PAINT_CAIRO_PDF };
sheaf_status paint_vector(const struct scene *scene, enum vector_format format,
                          const struct paint_metadata *metadata, struct buffer *into,
                          sheaf_error *error);

/* The fact sheet's painter: a tagged PDF 1.7 through libharu, a scene a page. */
struct pdf_options {
    sheaf_context *context; /* keeps fonts between documents; NULL: fonts are opened for this one */
    struct paint_metadata metadata;
    const char *date; /* "2024-06-26" for the info dictionary; NULL: none */
};
sheaf_status paint_pdf(const struct scene *const *pages, size_t n_pages,
                       const struct pdf_options *options, const sheaf_alloc *alloc,
                       struct buffer *into, sheaf_error *error);

#endif
