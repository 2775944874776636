/* expression.h - series from expressions: "exports + imports", "top(data, by: partner)".
 *
 * The language is that of specs; samples/expressions.md is its manual. Results are lists:
 * most expressions give one series, some give several with distinct names. An expression of one
 * observation (exports[2023]) gives a series with only this observation. A mistake is in the list's
 * error, with line, column and length within the expression. A name of yours may stand in front of an
 * expression that gives one series: "Balance = exports - imports". An expression has at most 16,384
 * bytes. A list owns its series: the tables and series that it was computed from may be destroyed. */
#ifndef SHEAF_EXPRESSION_H
#define SHEAF_EXPRESSION_H

#include "sheaf/algebra.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Evaluates an expression over a table. In it the table is "data", and the name of a member is the
 * table filtered by that member: "exports" is data[flow: exports]. Countries have any of their
 * names, whatever the table's spelling: China, CN, CHN, Китай, 中国. A name that is a member of
 * several dimensions means the flow; if no flow has it, write data[partner: CHN]. The caller owns
 * the result. */
SHEAF_API sheaf_series_list *sheaf_table_evaluate(const sheaf_table *table, const char *expression);

/* A name that an expression may use. It stands for a series, a table, or several series, such as the
 * result of another expression; the other two pointers are NULL. An operation on several series
 * applies to each. */
typedef struct sheaf_name {
    const char *name;
    const sheaf_series *series;
    const sheaf_table *table;
    const sheaf_series_list *list;
} sheaf_name;

/* Evaluates an expression over names of your own. Of two equal names the first counts. */
SHEAF_API sheaf_series_list *sheaf_evaluate(const sheaf_alloc *alloc, const sheaf_name *names,
                                            size_t n, const char *expression);

#ifdef __cplusplus
}
#endif
#endif
