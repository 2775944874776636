/* flag_links.h - the status flags beside figures lead to the notes that explain them, and these back.
 *
 * The note of "[p]" is the place "note.p". In a table or a row of key figures the first of each flag on a page
 * leads there, not every cell: a table of thousands would have thousands of annotations. */
#ifndef SHEAF_SHEET_WORDS_FLAG_LINKS_H
#define SHEAF_SHEET_WORDS_FLAG_LINKS_H

#include "sheet/layout/layout.h"

/* "note.p"; NULL after a failure. */
const char *flag_note_id(struct arena *arena, enum status_flag flag);

/* What the first of the flags links to, "#note.p"; NULL: none of them is in the set told, or a failure. */
const char *flag_uri(struct arena *arena, unsigned flags, unsigned told);

/* Begins a table or row of key figures on a page. */
void flag_links_begin(struct sheet_layout *layout);
/* Opens a link around what is drawn next, if it is the first of one of these flags here. Returns
 * whether it did: the caller closes it. */
bool flag_link_open(struct sheet_layout *layout, struct scene *scene, unsigned flags);

#endif
