/* faces.h - the faces that text is set in: which one draws a character.
 *
 * In this order: the style's own face (Inter, or an author's before it), the other linked faces, faces found
 * in the caller's folder, faces that the program added, faces that Fontconfig knows. The choice depends on the language, the
 * style and the character alone, never on what was set before. A context opens each face once,
 * when a character first needs it, and starts Fontconfig then. */
#ifndef SHEAF_TEXT_FACES_H
#define SHEAF_TEXT_FACES_H

#include <hb.h>

#include "context/context.h"
#include "text/text.h"

/* The linked faces, by what they are for. */
enum linked_face {
    LINKED_REGULAR = 0,
    LINKED_ITALIC,
    LINKED_SEMIBOLD,
    LINKED_SEMIBOLD_ITALIC,
    LINKED_DISPLAY,
    LINKED_ARABIC,
    LINKED_ARABIC_BOLD,
    LINKED_FACES
};

enum { KEPT_CODES = 0x600 }; /* Latin, Greek, Cyrillic */

/* Shared by all threads; only the bits of drawn change, each once. */
struct face {
    const struct font *font;
    hb_font_t *shaper; /* scaled to the font's units per em */
    bool is_linked;
    uint64_t drawn[KEPT_CODES / 64]; /* a bit for each code that was found in it before; atomic */
};

/* The face that text of this style is set in. NULL after a failure. */
struct face *faces_of_style(struct text *text, const struct text_style *style);

/* The face for a cluster: a character and its marks (*n codes). When no face has
 * all of them together, *n becomes the number that it has. When no face has even the first,
 * *is_missing, and a box of the style's own face stands for the cluster. NULL after a failure. */
struct face *faces_for(struct text *text, const struct text_style *style, const uint32_t *codes,
                       size_t *n, bool *is_missing);

/* Opens a face of bytes that live as long as the program. */
struct face *face_open_linked(sheaf_context *context, const char *name, const uint8_t *bytes,
                              size_t length, sheaf_error *error);
/* Maps a file and opens one face of it; NULL, and no failure, when the file cannot be read or is no
 * face with outlines. *count gets the number of faces in the file. */
struct face *face_open_file(sheaf_context *context, const char *path, unsigned index,
                            unsigned *count, sheaf_error *error);
/* Why a file that can be read is no whole font, as font_damage; NULL: it is, or cannot be read. */
const char *face_file_damage(const char *path, sheaf_error *error);
/* Opens one face of a program's bytes, and holds them, if check does not fail; NULL, and failed. */
struct face *face_open_copy(sheaf_context *context, hb_blob_t *copy, unsigned index,
                            bool (*check)(hb_face_t *face, unsigned index, sheaf_error *error),
                            sheaf_error *error);
/* Painters embed glyf and CFF outlines; pictures of glyphs (emoji) are no use to them. */
bool face_has_outlines(hb_face_t *face);
void face_close(const sheaf_alloc *alloc, struct face *face); /* NULL: nothing happens */
/* The same, opened once a context and closed with it. */
struct face *face_keep_file(sheaf_context *context, const char *path, unsigned index,
                            unsigned *count, sheaf_error *error);

/* What is asked of faces that are not linked in. */
struct wanted {
    sheaf_context *context;
    const char *locale, *folder; /* folder NULL: none */
    bool semibold;
    const uint32_t *codes;
    size_t n;
};
/* Looks in the folder and among those added, then asks Fontconfig. NULL without a failure when no
 * face has the cluster. */
struct face *faces_find(const struct wanted *wanted, sheaf_error *error);

/* The glyph of the box that stands for what no face draws, in a linked face. PDF/A and PDF/UA do not
 * allow the glyph 0, which fonts have for this: so it is that of U+25A1 or U+FFFD. 0: it has neither. */
uint32_t face_box(struct face *face);
/* True when the face draws all of the cluster. */
bool face_covers(struct face *face, const uint32_t *codes, size_t n);

#endif
