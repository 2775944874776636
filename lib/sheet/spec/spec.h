/* spec.h - the parts of a spec around its blocks. */
#ifndef SHEAF_SHEET_SPEC_SPEC_H
#define SHEAF_SHEET_SPEC_SPEC_H

#include "sheet/spec/reader.h"

/* Reads n bytes of a spec into an empty sheet; path names it in messages, and its
 * folder is where data files are looked for. */
void spec_read(sheaf_sheet *sheet, const char *path, const char *text, size_t n);

extern const struct grammar root_grammar, source_grammar, data_grammar, series_grammar;

/* The `sources`, `data` and `series` mappings; NULL: there is none. data opens the
 * files, series only notes the expressions: call spec_compute_all afterwards. */
bool spec_read_sources(struct spec_reader *reader, const struct node *node);
bool spec_read_data(struct spec_reader *reader, const struct node *node);
bool spec_read_series(struct spec_reader *reader, const struct node *node);
/* Computes what nothing has asked for so far, so that every mistake is found. */
bool spec_compute_all(struct spec_reader *reader);
/* Computes the entry if it is not yet; NULL after a failure. */
const struct named_series *spec_compute_series(struct spec_reader *reader,
                                               struct spec_series *entry);

#endif
