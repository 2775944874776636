/* faces.h - font faces as FreeType and Cairo open them, for one painter. */
#ifndef SHEAF_PAINT_CAIRO_FACES_H
#define SHEAF_PAINT_CAIRO_FACES_H

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "paint/cairo/canvas.h"

/* In font units, y up. */
struct glyph_outline {
    FT_Outline outline;
    FT_BBox box;
};

/* The face of a font, opened at its first use; NULL after a failure. */
struct open_face *canvas_open_face(struct canvas *canvas, const struct font *font);
void canvas_close_faces(struct canvas *canvas);

FT_Library canvas_face_library(const struct open_face *open);
double canvas_face_units(const struct open_face *open);
/* NULL after a failure; a glyph that is not in the face gives an empty outline. */
const struct glyph_outline *canvas_face_outline(struct canvas *canvas, struct open_face *open,
                                                uint32_t glyph);
/* For Cairo's own text functions; NULL after a failure. */
cairo_font_face_t *canvas_face_for_text(struct canvas *canvas, struct open_face *open);

#endif
