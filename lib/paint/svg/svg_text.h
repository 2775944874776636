/* svg_text.h - what Cairo's SVG lacks: names that depend on the drawing only, and a
 * title and a description for those who cannot see it. */
#ifndef SHEAF_PAINT_SVG_SVG_TEXT_H
#define SHEAF_PAINT_SVG_SVG_TEXT_H

#include "paint/paint.h"

/* Writes Cairo's SVG into `into` with the identifiers that Cairo numbers through
 * the process numbered anew, from 1, and with <title> and <desc>. */
void svg_finish(const struct buffer *svg, const struct paint_metadata *metadata,
                struct buffer *into, sheaf_error *error);

#endif
