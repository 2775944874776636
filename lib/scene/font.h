/* font.h - a font file in memory, as scenes refer to it and painters open it.
 *
 * A font is bytes and a few facts read from them; text shapes with it and painters
 * embed or draw it, each with its own library. It never changes once made, and
 * is counted, because scenes outlive the text object that chose it. */
#ifndef SHEAF_SCENE_FONT_H
#define SHEAF_SCENE_FONT_H

#include "base/memory.h"

struct font {
    const uint8_t *bytes; /* the whole file */
    size_t length;
    unsigned index;   /* face in a collection */
    const char *name; /* PostScript name: "Inter-SemiBold" */
    double units_per_em;
    /* In ems, y up: how far a line reaches above and below its baseline, and
     * the heights of "H" and "x". */
    double ascent, descent, cap_height, x_height;
    bool is_italic, is_bold;
    void (*release)(const struct font *font); /* at the last font_release; NULL: static */
    void *owner;                              /* for release */
    int references;                           /* atomic; unused when static */
};

const struct font *font_retain(const struct font *font);
void font_release(const struct font *font); /* NULL: nothing happens */

/* True for the same face of the same file, even if it was opened twice: a document embeds it once. */
bool font_same(const struct font *a, const struct font *b);

#endif
