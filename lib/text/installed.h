/* installed.h - faces that Fontconfig knows; for the files of this room only. */
#ifndef SHEAF_TEXT_INSTALLED_H
#define SHEAF_TEXT_INSTALLED_H

#include "text/faces.h"

/* The first of Fontconfig's faces, in the order in which they suit, that has the cluster. NULL
 * without a failure when none has. */
struct face *find_installed(const struct wanted *wanted, sheaf_error *error);

#endif
