/* prose.h - paragraphs set in columns: texts and notes. */
#ifndef SHEAF_SHEET_WORDS_PROSE_H
#define SHEAF_SHEET_WORDS_PROSE_H

#include "sheet/layout/layout.h"
#include "sheet/words/markup.h"

struct prose_paragraph {
    const struct text_span *spans;
    size_t n_spans;
    enum role role; /* ROLE_NONE: that of all */
    double indent;  /* of its lines, from the side where they begin */
    double gap;     /* clear space above it, unless it is the first; below 0: that of all */
    const struct text_line *label; /* a bullet or number that hangs in the indent; NULL: none */
    double label_indent;
    bool keeps_next; /* no column ends with it */
    /* For the structure: the paragraph's block and lists; NULL: a plain one. */
    const struct markup *markup;
    struct scene_place place; /* that it begins */
    const char *language;     /* BCP 47, where it is not the sheet's; NULL: it is */
};

/* Columns into which paragraphs of this width are divided; see below. */
int prose_column_count(const struct sheet_layout *layout, double width, int columns);

/* Width of the columns into which paragraphs of this width are divided, unless they have few
 * lines. columns: how many; 0: as many as the page has where they are as wide, otherwise one. */
double prose_column_width(const struct sheet_layout *layout, double width, int columns);

/* columns: as above. gap: clear space between paragraphs. role: of each. NULL after a failure. */
struct block_plan *prose_plan(struct sheet_layout *layout, const struct prose_paragraph *paragraphs,
                              size_t n, double width, int columns, double gap, enum role role);

#endif
