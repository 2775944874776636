/* evaluate.h - expressions of specs and texts, evaluated over the sheet's series. */
#ifndef SHEAF_SHEET_SPEC_EVALUATE_H
#define SHEAF_SHEET_SPEC_EVALUATE_H

#include "expression/expression.h"
#include "sheet/words/markup.h"

/* What "row" and "$row" stand for in the columns of a table: the series of some rows, whose names
 * differ, and their members. */
struct sheet_rows {
    const sheaf_series_list *list;
    const char *const *members; /* one for each of the list */
    size_t n;
    const sheaf_series *total; /* "row" is this sum of them, and "$row" all of them; NULL: each */
    bool is_several;           /* false: the list is one series */
};

/* Evaluates the scope's expression, such as "turnover - exports"; the sheet keeps the result under
 * the name. A single series gets the name, several keep their own. NULL after a failure. */
struct named_series *evaluate_named(const struct sheet_scope *scope, const char *name);
/* Labels the one series that was named. */
void evaluate_label(sheaf_sheet *sheet, const struct named_series *named, const char *label);

/* Evaluates an expression, such as "top(trade, by: partner)", and calls take for each series that
 * it gives; the sheet keeps them. */
bool evaluate_each(const struct sheet_scope *scope, const char *text, size_t n,
                   void (*take)(void *context, const sheaf_series *series), void *context);

/* The series that the scope's whole text gives, which the sheet keeps. *is_several: by the kind of
 * expression, as in struct expression_value. */
bool evaluate_series(const struct sheet_scope *scope, const sheaf_series_list **list,
                     bool *is_several);

/* The same for the scope's whole text, which may be one figure, too: "exports[2023]" calls take with
 * a series of it. */
bool evaluate_any(const struct sheet_scope *scope,
                  void (*take)(void *context, const sheaf_series *series), void *context);

/* Evaluates the expression of a column for the scope's rows: a series for each row that has one, by
 * its name, or one series for all. The caller destroys the value's list. */
bool evaluate_rows(const struct sheet_scope *scope, struct expression_value *value);

/* Evaluates an expression that must give one observation, such as "turnover[2023]". */
bool evaluate_observation(const struct sheet_scope *scope, const char *text, size_t n,
                          const sheaf_series **series, sheaf_observation *observation);

/* Whether other series have the same figure as the rank that "rank(…, of: member)[period]" gave. Any other
 * expression has no tie. False after a failure. */
bool evaluate_tie(const struct sheet_scope *scope, const char *text, size_t n,
                  const sheaf_observation *rank, bool *is_tied);

#endif
