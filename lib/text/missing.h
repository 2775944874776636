/* missing.h - the characters of a document that no face draws, and the warning that names them. */
#ifndef SHEAF_TEXT_MISSING_H
#define SHEAF_TEXT_MISSING_H

#include "scene/scene.h"

enum { MISSING_NAMED = 6, LONGEST_MISSING_MESSAGE = 512 };

struct missing {
    uint32_t
        codes[MISSING_NAMED + 1]; /* in drawing order; those behind the first six are not named */
    size_t n;
    char message[LONGEST_MISSING_MESSAGE];
};

/* Adds those of one scene, a page of the document. */
void missing_note(struct missing *missing, const struct scene *scene);
/* One sentence that names them and the way out; NULL: every character has its face. */
const char *missing_message(const struct missing *missing);

#endif
