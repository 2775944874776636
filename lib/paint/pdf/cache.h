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
    const struct font *font; /* retained, because face borrows its bytes */
    hb_face_t *face;
    hb_font_t *shape; /* for advances, in the font's own units */
    unsigned n_glyphs;
    uint32_t space;     /* the glyph of U+0020; 0: none */
    bool is_cff;        /* a CFF table, no glyf */
    bool is_name_keyed; /* CFF without CIDs: its outlines can be kept */
    struct cff_font cff;
    struct cff_bytes *charstrings; /* by glyph; at NULL: not needed so far */
};

extern const struct keep_kind pdf_cache_kind;                 /* without a key */
struct pdf_cache *pdf_cache_create(const sheaf_alloc *alloc); /* NULL when memory runs out */
void pdf_cache_destroy(struct pdf_cache *cache);              /* NULL: nothing happens */

/* Called at the beginning of a document; drops all faces when there are too many. */
void pdf_cache_begin(struct pdf_cache *cache);
/* The open face of a font; NULL after a failure. */
struct pdf_face *pdf_cache_face(struct pdf_cache *cache, const struct font *font,
                                sheaf_error *error);
/* Fills face->charstrings for these glyphs. False when memory runs out (then error says so), or
 * when an outline needs other glyphs or subroutines. */
bool pdf_cache_need(struct pdf_cache *cache, struct pdf_face *face, const hb_set_t *glyphs,
                    sheaf_error *error);

/* NULL when memory runs out. */
struct libdeflate_compressor *pdf_cache_compressor(struct pdf_cache *cache, sheaf_error *error);

/* HarfBuzz's plan for the tables that a PDF needs, with these glyphs; NULL on failure. */
hb_subset_plan_t *pdf_plan_subset(hb_face_t *face, const hb_set_t *glyphs);

#endif
