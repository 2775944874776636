/* faces.h - the faces that a text object sets in: which one draws a character.
 *
 * In this order: the style's own face (Inter), the other linked faces, faces found
 * in the caller's folder, faces that Fontconfig knows. Files are mapped, and
 * Fontconfig is started, only when a character needs it. */
#ifndef SHEAF_TEXT_FACES_H
#define SHEAF_TEXT_FACES_H

#include <hb.h>

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

struct face {
    const struct font *font;
    hb_font_t *shaper; /* scaled to the font's units per em */
    bool is_linked;
    uint64_t drawn[KEPT_CODES / 64]; /* a bit for each code that was found in it before */
};

/* A face opened at run time, and for which weight. */
struct found_face {
    struct face *face;
    bool semibold;
};

struct faces {
    const sheaf_alloc *alloc;
    sheaf_error *error;
    struct arena *arena;
    const char *locale;
    const char *folder;                /* NULL: none */
    struct face *linked[LINKED_FACES]; /* opened when first used */
    struct found_face *found;
    size_t n_found, found_capacity;
    bool folder_was_read;
    char **files; /* of the folder, sorted by name */
    size_t n_files;
    struct _FcConfig *system; /* Fontconfig's, NULL until it was needed */
};

void faces_init(struct faces *faces, struct arena *arena, const char *locale, const char *folder,
                sheaf_error *error);
void faces_close(struct faces *faces);

/* The face that text of this style is set in. NULL after a failure. */
struct face *faces_of_style(struct faces *faces, const struct text_style *style);

/* The face for a cluster: a character and its marks (*n codes). When no face has
 * all of them together, *n becomes the number that it has. Fails with
 * SHEAF_NO_FACE when no face has even the first. */
struct face *faces_for(struct faces *faces, const struct text_style *style, const uint32_t *codes,
                       size_t *n);
/* Opens a face of bytes that live as long as the program. */
struct face *face_open_linked(struct faces *faces, const char *name, const uint8_t *bytes,
                              size_t length);
/* Maps a file and opens one face of it; NULL, and no failure, when the file is no
 * face with outlines. *count (may be NULL) gets the number of faces in the file. */
struct face *face_open_file(struct faces *faces, const char *path, unsigned index, unsigned *count);
void face_close(struct faces *faces, struct face *face); /* NULL: nothing happens */

/* Looks in the folder, then asks Fontconfig. NULL without a failure when no
 * face has the cluster. */
struct face *faces_find(struct faces *faces, const struct text_style *style, const uint32_t *codes,
                        size_t n);
/* The same among those found before. */
struct face *faces_find_open(struct faces *faces, const struct text_style *style,
                             const uint32_t *codes, size_t n);
void faces_close_found(struct faces *faces);

/* True when the face draws all of the cluster. */
bool face_covers(struct face *face, const uint32_t *codes, size_t n);

#endif
