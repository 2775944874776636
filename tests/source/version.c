/* version.c - compiles where the public header has the project's version. */
#include "sheaf/base.h"

_Static_assert(SHEAF_VERSION_MAJOR == MAJOR, "SHEAF_VERSION_MAJOR is the project's");
_Static_assert(SHEAF_VERSION_MINOR == MINOR, "SHEAF_VERSION_MINOR is the project's");
_Static_assert(SHEAF_VERSION_PATCH == PATCH, "SHEAF_VERSION_PATCH is the project's");
_Static_assert(SHEAF_VERSION_NUMBER == SHEAF_VERSION_ENCODE(MAJOR, MINOR, PATCH),
               "SHEAF_VERSION_NUMBER is made of the three");
_Static_assert(SHEAF_VERSION_ENCODE(1, 0, 0) > SHEAF_VERSION_ENCODE(0, 99, 999),
               "a later version has the greater number");
