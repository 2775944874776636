/* font_tables.h - whether the tables of a font lie within its file. */
#ifndef SHEAF_TEXT_FONT_TABLES_H
#define SHEAF_TEXT_FONT_TABLES_H

#include <stddef.h>
#include <stdint.h>

/* Why face `index` of a TrueType or OpenType font, or of a collection, is not whole: a sentence without its
 * subject. NULL: it is, or this is another format. */
const char *font_damage(const uint8_t *bytes, size_t n, unsigned index);

#endif
