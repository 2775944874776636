/* fold.h - texts that readers, and file systems, may take for one another. */
#ifndef SHEAF_TEXT_FOLD_H
#define SHEAF_TEXT_FOLD_H

#include "base/memory.h"

/* The text in Unicode's NFKC_Casefold: without differences of case and of composition ("É", "e" and an
 * accent). In the arena; NULL without memory. */
const char *text_fold(struct arena *arena, const char *text);

#endif
