/* tabular.h - figures put together of their characters' glyphs, without shaping; for the files of this room
 * only. */
#ifndef SHEAF_TEXT_TABULAR_H
#define SHEAF_TEXT_TABULAR_H

#include "text/shaped.h"

/* The line of a figure in a style of tabular figures: as shaping would set it. *line NULL and true: the text is
 * none of digits and the marks of figures alone, or the style is another. False after a failure. */
bool tabular_line(struct text *text, const char *utf8, const struct text_style *style,
                  struct arena *into, struct text_line **line);
/* Its width; below 0: it is none. */
double tabular_width(struct text *text, const char *utf8, const struct text_style *style);

#endif
