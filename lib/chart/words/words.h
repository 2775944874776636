/* words.h - words as they begin a line. */
#ifndef SHEAF_CHART_WORDS_H
#define SHEAF_CHART_WORDS_H

#include "base/memory.h"

/* With a capital letter first, where the script has such (Latin, Greek, Cyrillic).
 * The text itself when nothing changes; NULL when memory runs out. */
const char *capitalized(struct arena *arena, const char *text);

#endif
