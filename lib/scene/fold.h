/* fold.h - how the calls that build a scene are written, for fold.c and unfold.c. */
#ifndef SHEAF_SCENE_FOLD_H
#define SHEAF_SCENE_FOLD_H

#include "scene/scene.h"

/* How each call begins. */
enum call {
    CALL_PATH,
    CALL_GLYPHS,
    CALL_IMAGE,
    CALL_OPEN,
    CALL_CLOSE,
    CALL_CLIP,
    CALL_TRANSFORM,
    CALL_POP
};

/* What a group says beyond its role. */
enum {
    HAS_TEXTS = 1, /* label, alt, written, language, uri */
    HAS_PLACE = 2,
    HAS_DATUM = 4,
    HAS_CELLS = 8, /* labels, scope, columns, rows */
    HAS_WHOLE = 16,
    HAS_DATA = 32
};
enum { IS_RTL = 1, IS_MISSING = 2, HAS_LANGUAGE = 4, HAS_STYLE = 8 };
/* Of a glyph, beside its number. */
enum { HAS_ADVANCE = 1, HAS_X = 2, HAS_Y = 4, GLYPH_BITS = 3 };

/* Font, size and colour, which most runs share with the one before. */
struct look {
    size_t font; /* index */
    double size;
    struct color color;
};

#endif
