/* escape.h - text within other languages. What UTF-8 or the language does not allow becomes U+FFFD. */
#ifndef SHEAF_BASE_ESCAPE_H
#define SHEAF_BASE_ESCAPE_H

#include "base/buffer.h"

/* Within elements and quoted attributes of SVG and HTML; tabs and line ends become spaces. */
void escape_markup(struct buffer *into, const char *text, size_t n);
/* As a string of JSON, with its quotes. */
void escape_json(struct buffer *into, const char *text);

#endif
