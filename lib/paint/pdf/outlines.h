/* outlines.h - the faces that documents embed, opened once, and their outlines as a PDF
 * has them.
 *
 * An outline is a function of face and glyph alone, so that what is kept changes how long
 * a document takes and never its bytes. One thread at a time may use it. */
#ifndef SHEAF_PAINT_PDF_OUTLINES_H
#define SHEAF_PAINT_PDF_OUTLINES_H

#include <hb-subset.h>
#include <hb.h>

#include "paint/paint.h"
#include "paint/pdf/cff.h"

struct pdf_face {
    struct pdf_face *next;
    const struct font *font; /* retained: the bytes of face and outlines' source */
    hb_face_t *face;
    hb_font_t *shape; /* for advances, in the font's own units */
    unsigned n_glyphs;
    uint32_t space;  /* the glyph of U+0020; 0: none */
    bool is_compact; /* a CFF table, no glyf */
    bool is_named;   /* CFF whose glyphs are known by names: outlines can be kept */
    struct cff_font cff;
    struct cff_bytes *charstrings; /* by glyph; NULL: not asked for yet */
};

/* At the beginning of a document: drops all faces when they have become too many. */
void pdf_outlines_begin(struct pdf_outlines *outlines);
/* NULL on failure: error tells. */
struct pdf_face *pdf_outlines_face(struct pdf_outlines *outlines, const struct font *font,
                                   sheaf_error *error);
/* Sees to it that the charstrings of these glyphs are there. False when memory runs out
 * (then error says so), or when the face has outlines that cannot stand alone. */
bool pdf_outlines_need(struct pdf_outlines *outlines, struct pdf_face *face, const hb_set_t *glyphs,
                       sheaf_error *error);

/* All that a PDF needs of a face, cut down to these glyphs by HarfBuzz; NULL on failure. */
hb_subset_plan_t *pdf_plan_subset(hb_face_t *face, const hb_set_t *glyphs);

#endif
