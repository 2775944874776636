/* cff.h - compact fonts (CFF, Adobe Technical Note 5176): what of a table a subset needs,
 * and a table put together from it. */
#ifndef SHEAF_PAINT_PDF_CFF_H
#define SHEAF_PAINT_PDF_CFF_H

#include "base/buffer.h"

struct cff_bytes {
    const uint8_t *at; /* NULL: there is none */
    size_t length;
};

/* A name-keyed font. Everything points into the table that it was read from. */
struct cff_font {
    struct cff_bytes matrix, box;     /* FontMatrix and FontBBox with their operators */
    struct cff_bytes private_entries; /* the Private dictionary */
    size_t charstrings;               /* where the index of outlines begins */
};

/* False for a CID-keyed or damaged table, and for outlines that call subroutines. */
bool cff_read_font(const uint8_t *bytes, size_t length, struct cff_font *font);
/* The charstring of a glyph; at is NULL if the table has no such glyph. */
struct cff_bytes cff_charstring(const uint8_t *bytes, size_t length, const struct cff_font *font,
                                size_t glyph);
/* True for a charstring that needs more than itself: accented letters of old fonts are made of two
 * glyphs (endchar with four numbers), and others call subroutines. Damaged ones give true. */
bool cff_is_composed(const struct cff_bytes *charstring);

/* True when glyphs are known by CIDs; then cids[glyph] gets them, n at most.
 * Damaged tables give false. */
bool cff_read_cids(const uint8_t *bytes, size_t length, uint16_t *cids, size_t n);

/* Writes a name-keyed table of n glyphs, of which the first is .notdef. Glyph names are not kept:
 * the composite fonts of a PDF select glyphs by number. */
void cff_write(struct buffer *into, const char *name, const struct cff_font *font,
               const struct cff_bytes *charstrings, size_t n);

#endif
