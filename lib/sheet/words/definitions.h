/* definitions.h - of what computed series are made, in the words of the notes. */
#ifndef SHEAF_SHEET_WORDS_DEFINITIONS_H
#define SHEAF_SHEET_WORDS_DEFINITIONS_H

#include "sheet/layout/layout.h"

/* "Imports = turnover − exports; growth on the same period of the year before": the definitions of
 * all computed series that are shown, each once. *n: how many there are. NULL after a failure. */
const char *definitions_words(struct sheet_layout *layout, size_t *n);

/* That so many more are not written out. NULL after a failure. */
const char *words_of_more(struct sheet_layout *layout, size_t n);

#endif
