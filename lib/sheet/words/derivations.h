/* derivations.h - how derived figures came about, as notes say it. */
#ifndef SHEAF_SHEET_WORDS_DERIVATIONS_H
#define SHEAF_SHEET_WORDS_DERIVATIONS_H

#include "sheet/layout/layout.h"

/* "turnover 2022 = 31.5 / (1 + 30.1 %) (24.16-24.26)", on one line if that is so wide; NULL after
 * a failure. */
const char *derivation_words(struct sheet_layout *layout, const struct shown_derivation *shown,
                             double width);
/* Derivations are in the multiplier of the data. Where charts and tables count in another, the
 * note says in which: " (USD thousand)"; else "". NULL after a failure. */
const char *derivation_unit(struct sheet_layout *layout);

#endif
