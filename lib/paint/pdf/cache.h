/* cache.h - what one document leaves to the next: the faces that were embedded, their
 * outlines as a PDF has them, and the compressor.
 *
 * An outline is a function of face and glyph alone, so that what is kept changes how long
 * a document takes and never its bytes. One thread at a time may use a cache. */
#ifndef SHEAF_PAINT_PDF_CACHE_H
#define SHEAF_PAINT_PDF_CACHE_H

#include <hb-subset.h>
#include <hb.h>
#include <libdeflate.h>

#include "context/keep.h"
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

extern const struct keep_kind pdf_cache_kind;                 /* without a key */
struct pdf_cache *pdf_cache_create(const sheaf_alloc *alloc); /* NULL when memory runs out */
void pdf_cache_destroy(struct pdf_cache *cache);              /* NULL: nothing happens */

/* At the beginning of a document: drops all faces when they have become too many. */
void pdf_cache_begin(struct pdf_cache *cache);
/* NULL on failure: error tells. */
struct pdf_face *pdf_cache_face(struct pdf_cache *cache, const struct font *font,
                                sheaf_error *error);
/* Sees to it that the charstrings of these glyphs are there. False when memory runs out
 * (then error says so), or when the face has outlines that cannot stand alone. */
bool pdf_cache_need(struct pdf_cache *cache, struct pdf_face *face, const hb_set_t *glyphs,
                    sheaf_error *error);

/* NULL when memory runs out. */
struct libdeflate_compressor *pdf_cache_compressor(struct pdf_cache *cache, sheaf_error *error);

/* All that a PDF needs of a face, cut down to these glyphs by HarfBuzz; NULL on failure. */
hb_subset_plan_t *pdf_plan_subset(hb_face_t *face, const hb_set_t *glyphs);

#endif
