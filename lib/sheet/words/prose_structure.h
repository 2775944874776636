/* prose_structure.h - the groups of a scene around paragraphs: lists, items, quotations. */
#ifndef SHEAF_SHEET_WORDS_PROSE_STRUCTURE_H
#define SHEAF_SHEET_WORDS_PROSE_STRUCTURE_H

#include "sheet/words/prose.h"

/* The groups that are open, outermost first. */
struct prose_groups {
    struct prose_group {
        enum role role;
        int number;              /* tells lists and items apart */
        enum list_labels labels; /* of a list */
    } open[4 + 3 * MARKUP_LIST_DEPTH];
    int depth;
    const struct prose_paragraph *first; /* of all */
    bool are_notes;                      /* the paragraphs are the items of a list */
    uint64_t whole;                      /* of the block: groups go on on other pages */
};

/* Closes and opens groups until the paragraph's own one can be opened. begins: it is the first
 * part of the paragraph. label: draws the bullet or number where one begins. */
void prose_open(struct prose_groups *groups, struct scene *scene,
                const struct prose_paragraph *paragraph, enum role role, bool begins,
                void (*label)(void *context), void *context);
/* Closes all but the paragraph's own one, which its drawer closes. */
void prose_close(struct prose_groups *groups, struct scene *scene);

#endif
