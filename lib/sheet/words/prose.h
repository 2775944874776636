/* prose.h - paragraphs set in one or two columns: texts and notes. */
#ifndef SHEAF_SHEET_WORDS_PROSE_H
#define SHEAF_SHEET_WORDS_PROSE_H

#include "sheet/layout/layout.h"

struct prose_paragraph {
    const struct text_span *spans;
    size_t n_spans;
    const char *language; /* BCP 47, where it is not the sheet's; NULL: it is */
};

/* Width of the columns into which paragraphs of this width are divided, unless they have few
 * lines. */
double prose_column_width(const struct sheet_layout *layout, double width);

/* gap: clear space between paragraphs. role: of each. NULL after a failure. */
struct block_plan *prose_plan(struct sheet_layout *layout, const struct prose_paragraph *paragraphs,
                              size_t n, double width, double gap, enum role role);

#endif
