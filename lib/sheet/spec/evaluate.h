/* evaluate.h - expressions of specs and texts, evaluated over the sheet's series. */
#ifndef SHEAF_SHEET_SPEC_EVALUATE_H
#define SHEAF_SHEET_SPEC_EVALUATE_H

#include "sheet/words/markup.h"

/* The series, or the several, that the scope's expression such as "turnover - exports" gives,
 * kept by the sheet under a name; NULL after a failure. One series is called by the name
 * from now on, and shown by the label (NULL: by the name). Several keep their own names. */
struct named_series *evaluate_named(const struct sheet_scope *scope, const char *name,
                                    const char *label);

/* Each of the series, one or several, that an expression such as "top(trade, by: partner)" gives,
 * kept by the sheet. */
bool evaluate_each(const struct sheet_scope *scope, const char *text, size_t n,
                   void (*take)(void *context, const sheaf_series *series), void *context);

/* The one observation that "turnover[2023]" gives, and its series. */
bool evaluate_observation(const struct sheet_scope *scope, const char *text, size_t n,
                          const sheaf_series **series, sheaf_observation *observation);

#endif
