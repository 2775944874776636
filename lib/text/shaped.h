/* shaped.h - text as HarfBuzz shaped it, in font units; for the files of this room only. */
#ifndef SHEAF_TEXT_SHAPED_H
#define SHEAF_TEXT_SHAPED_H

#include "text/paragraph.h"

/* y up, as in the font. */
struct shaped_glyph {
    uint32_t id;
    uint32_t cluster; /* byte offset from the start of what was shaped */
    int32_t advance, x_offset, y_offset;
    bool is_bound; /* text that begins or ends at its cluster is shaped otherwise */
};

/* In visual order. */
struct shaped {
    const struct shaped_glyph *glyphs;
    size_t n;
    size_t offset; /* of this slice in what was shaped: clusters count from there */
};

/* Scripts whose letters join, within a word and across a change of style. */
bool script_joins(hb_script_t script);

/* Shapes [start, end) of an item as part of the line [line_start, line_end). The
 * glyphs live as long as the paragraph's work arena. False after a failure. */
bool shape_slice(const struct paragraph *paragraph, const struct item *item, size_t start,
                 size_t end, size_t line_start, size_t line_end, struct shaped *shaped);
/* Shapes all of an item as part of its paragraph; lines then take their slices of
 * it where they would come out the same. NULL after a failure. */
const struct shaped *shape_whole(const struct paragraph *paragraph, struct item *item);

#endif
