/* root.h - files of a spec that must stay below one folder. */
#ifndef SHEAF_SHEET_SPEC_ROOT_H
#define SHEAF_SHEET_SPEC_ROOT_H

#include "base/memory.h"

/* The folder without links in its path, in the arena; NULL after a failure. */
const char *root_open(const char *folder, struct arena *arena, sheaf_error *error);

/* The file without links in its path, if it exists and lies below the root, which root_open gave.
 * NULL: it does not, or memory ran out, which is then the arena's error. */
const char *root_resolve(const char *root, const char *file, struct arena *arena);

#endif
