/* status_marks.h - the marks beside figures that are not plain: what Sheaf derived, and
 * SDMX's observation statuses.
 *
 * A mark is the status' own small letter in brackets, in every language: it is SDMX's
 * code, notes say in words what it means, and editions of one sheet agree. "d" has long
 * said derived here, so that a differing definition is "def". */
#ifndef SHEAF_CHART_STATUS_MARKS_H
#define SHEAF_CHART_STATUS_MARKS_H

#include "base/memory.h"
#include "sheaf/series.h"
#include "text/format.h"

/* In the order in which notes explain them. */
enum status_mark {
    MARK_DERIVED,
    MARK_PROVISIONAL,
    MARK_ESTIMATED,
    MARK_FORECAST,
    MARK_IMPUTED,
    MARK_UNVALIDATED,
    MARK_EXPERIMENTAL,
    MARK_LOW_RELIABILITY,
    MARK_BREAK,
    MARK_DEFINITION_DIFFERS,
    MARK_NOT_SIGNIFICANT,
    MARK_MISSING,
    MARK_NOT_COLLECTED,
    MARK_CANNOT_EXIST,
    MARK_SUPPRESSED,
    MARK_CONFIDENTIAL, /* stands where the figure would; the figure is nowhere */
    MARK_COUNT
};

/* A set of marks: 1 << mark each. */
unsigned marks_of(const sheaf_observation *observation);
/* "[d]" or "[d, p]"; "" for none. NULL after a failure. */
const char *marks_text(unsigned marks, struct arena *arena);
/* The word that explains a mark: WORD_PROVISIONAL. */
enum word mark_word(enum status_mark mark);

#endif
