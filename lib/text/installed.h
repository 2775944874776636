/* installed.h - faces that Fontconfig knows; for the files of this room only. */
#ifndef SHEAF_TEXT_INSTALLED_H
#define SHEAF_TEXT_INSTALLED_H

#include "base/memory.h"
#include "text/faces.h"

/* The first of Fontconfig's faces, in the order in which they suit, that has the cluster. NULL
 * without a failure when none has. */
struct face *find_installed(const struct wanted *wanted, sheaf_error *error);

struct family_face {
    const char *family;
    bool semibold, italic;
};
/* The file, in the arena, and the index of a family's face that is nearest in weight. NULL: the family
 * is not installed or has no italic, or a failure, which is in the arena's error. */
const char *installed_family(sheaf_context *context, const struct family_face *wanted,
                             unsigned *index, struct arena *arena);

#endif
