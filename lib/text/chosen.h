/* chosen.h - opens the faces that an author chose. */
#ifndef SHEAF_TEXT_CHOSEN_H
#define SHEAF_TEXT_CHOSEN_H

#include "base/memory.h"
#include "text/text.h"

/* Finds a family's face among those that the program added, or else its file through Fontconfig, and writes
 * its name, or its path and its index, in the arena. False: no such family is there, or a failure, which is in the arena's error. */
bool chosen_faces_find(sheaf_context *context, const char *family, enum chosen_face which,
                       struct chosen_faces *faces, struct arena *arena)
    __attribute__((warn_unused_result));

/* Opens the face of a path or name that is set. False: there is no face with outlines, or a failure, which is
 * in error. */
bool chosen_faces_open(sheaf_context *context, struct chosen_faces *faces, enum chosen_face which,
                       sheaf_error *error) __attribute__((warn_unused_result));

#endif
