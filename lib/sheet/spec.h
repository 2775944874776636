/* spec.h - the parts of a spec around its blocks. */
#ifndef SHEAF_SHEET_SPEC_H
#define SHEAF_SHEET_SPEC_H

#include "sheet/reader.h"

/* Reads n bytes of a spec into an empty sheet; path names it in messages, and its
 * folder is where data files are looked for. */
void spec_read(sheaf_sheet *sheet, const char *path, const char *text, size_t n);

extern const struct grammar root_grammar, source_grammar, data_grammar, series_grammar;

/* The `sources`, `data` and `series` mappings; NULL: there is none. data opens the
 * files, series only notes the expressions: call series_compute afterwards. */
bool sources_read(struct reader *reader, const struct node *node);
bool data_read(struct reader *reader, const struct node *node);
bool series_read(struct reader *reader, const struct node *node);
/* Computes what nothing has asked for so far, so that every mistake is found. */
bool series_compute(struct reader *reader);
/* Computes the entry if it is not yet; NULL after a failure. */
const struct named_series *entry_compute(struct reader *reader, struct entry *entry);

#endif
