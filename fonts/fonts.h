/* fonts.h - the faces that are linked into the library, as they come from their
 * packages (see fonts/CMakeLists.txt for which and from where). */
#ifndef SHEAF_FONTS_FONTS_H
#define SHEAF_FONTS_FONTS_H

#include <stdint.h>

struct linked_font {
    const char *name; /* PostScript name */
    const uint8_t *bytes, *end;
};

extern const struct linked_font linked_fonts[]; /* ends with a NULL name */

#endif
