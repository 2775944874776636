/* added.h - faces that a program has given as bytes; for the files of this room only. */
#ifndef SHEAF_TEXT_ADDED_H
#define SHEAF_TEXT_ADDED_H

#include "text/installed.h"

/* Those of the context, in the order in which they came; *n 0 without any, and after a failure. They are no
 * longer added once text is set. */
struct face *const *added_faces(sheaf_context *context, size_t *n, sheaf_error *error);
/* The one of the family that is nearest in weight; the first of equals. NULL without a failure: there is
 * none, or no italic. */
struct face *added_family(sheaf_context *context, const struct family_face *wanted,
                          sheaf_error *error);
/* By its PostScript name. NULL without a failure: there is none. */
struct face *added_named(sheaf_context *context, const char *name, sheaf_error *error);

#endif
