/* words.h - words as they begin a line. */
#ifndef SHEAF_CHART_WORDS_H
#define SHEAF_CHART_WORDS_H

#include "base/memory.h"
#include "sheaf/period.h"
#include "text/format.h"

/* With a capital letter first, where the script has such (Latin, Greek, Cyrillic).
 * The text itself when nothing changes; NULL when memory runs out. */
const char *capitalized(struct arena *arena, const char *text);

/* A period or, where a series runs over those, a plain number. NULL when memory runs out. */
char *period_words(struct text *text, struct arena *arena, sheaf_period period,
                   enum period_form form);

#endif
