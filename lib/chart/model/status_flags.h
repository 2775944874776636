/* status_flags.h - the status flags beside figures: SDMX's observation statuses, what is
 * Sheaf's own estimate, and, where an author wants it, what Sheaf computed.
 *
 * A flag is the status' own small letter in brackets, in every language: it is SDMX's
 * code, notes say in words what it means, and editions of one sheet agree. "d" says
 * computed (derived), so that a differing definition is "def"; "e" is an estimate of the
 * source, so that an own one is "est"; "nc" says that no growth, share or index is computed. */
#ifndef SHEAF_CHART_STATUS_FLAGS_H
#define SHEAF_CHART_STATUS_FLAGS_H

#include "base/memory.h"
#include "sheaf/chart.h"
#include "sheaf/series.h"
#include "text/format.h"

/* In the order in which notes explain them. */
enum status_flag {
    FLAG_COMPUTED,
    FLAG_OWN_ESTIMATE,
    FLAG_PROVISIONAL,
    FLAG_ESTIMATED,
    FLAG_FORECAST,
    FLAG_IMPUTED,
    FLAG_UNVALIDATED,
    FLAG_EXPERIMENTAL,
    FLAG_LOW_RELIABILITY,
    FLAG_BREAK,
    FLAG_DEFINITION_DIFFERS,
    FLAG_REVISED, /* since the last release; no status of SDMX, set where both are known */
    FLAG_NOT_SIGNIFICANT,
    FLAG_MISSING,
    FLAG_NOT_COLLECTED,
    FLAG_CANNOT_EXIST,
    FLAG_NOT_COMPUTED, /* of the same status, where Sheaf would have computed the figure */
    FLAG_SUPPRESSED,
    FLAG_CONFIDENTIAL, /* stands where the figure would; the figure is nowhere */
    FLAG_COUNT
};
#define ALL_FLAGS    ((1U << FLAG_COUNT) - 1)
/* What is suppressed may be so for being confidential: SDMX has one status for both. */
#define SECRET_FLAGS (1U << FLAG_CONFIDENTIAL | 1U << FLAG_SUPPRESSED)

/* A set of flags: 1 << flag each. Whatever the author wants, a missing figure says why it is
 * missing. */
unsigned flags_of(const sheaf_observation *observation, sheaf_flags wanted);
/* "[p]" or "[est, p]"; "" for none. NULL after a failure. */
const char *flags_text(unsigned flags, struct arena *arena);
/* "p", as in brackets. */
const char *flag_letter(enum status_flag flag);
/* The word that explains a flag: WORD_PROVISIONAL. */
enum word flag_word(enum status_flag flag);

#endif
