/* hyphens.h - where words may be divided: by libhyphen and its patterns, and where authors put soft
 * hyphens. */
#ifndef SHEAF_TEXT_HYPHENS_H
#define SHEAF_TEXT_HYPHENS_H

#include "text/paragraph.h"

/* Lines of more ems than this are even enough without divided words. */
#define HYPHENATED_EMS 28.0

/* Sets the chance of each place within a word where it may be divided: behind two letters and before
 * three, and in the paragraph's last word only if with_last. language: BCP 47. Without patterns for the language, only
 * soft hyphens count. False after a failure. */
bool hyphens_find(const struct paragraph *paragraph, const char *language, bool with_last,
                  uint8_t chance, uint8_t *chances);

/* The line with the hyphen, a line of one run, at its end: there its text is a soft hyphen. NULL when
 * memory runs out. */
const struct text_line *line_with_hyphen(const struct text_line *line,
                                         const struct text_line *hyphen, struct arena *into);

#endif
