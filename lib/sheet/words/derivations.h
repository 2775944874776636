/* derivations.h - how own estimates were made, in the words of the notes. */
#ifndef SHEAF_SHEET_WORDS_DERIVATIONS_H
#define SHEAF_SHEET_WORDS_DERIVATIONS_H

#include "sheet/layout/layout.h"

/* "turnover 2022 = 31.5 / (1 + 30.1 %)", without line breaks if it fits into width. NULL after a
 * failure. */
const char *derivation_words(struct sheet_layout *layout, const struct shown_derivation *shown,
                             double width);
/* Derivations use the multiplier of the data. If charts and tables use another one, the unit of
 * the derivations, " (USD thousand)"; else "". NULL after a failure. */
const char *derivation_unit(struct sheet_layout *layout);

#endif
