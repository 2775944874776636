/* displayed_parts.h - shared by the files of readers/statcan. */
#ifndef SHEAF_READERS_STATCAN_DISPLAYED_PARTS_H
#define SHEAF_READERS_STATCAN_DISPLAYED_PARTS_H

#include "input/csv.h"

enum { FOOTNOTES = 1000 }; /* footnotes have numbers below */

/* The numbers of the footnotes below a table: only these are footnotes behind a text. */
struct footnotes {
    bool has[FOOTNOTES];
};

/* Notes the number of a footnote, which is the first field of its row. */
void footnotes_note(struct footnotes *footnotes, const struct csv_field *field);

/* A text without the footnotes and the power of ten behind it: "Employment (x 1,000) 7" is
 * "Employment" and 3. *power is left alone where the text has none. */
struct csv_field displayed_text(const struct csv_field *field, const struct footnotes *footnotes,
                                int *power);

#endif
