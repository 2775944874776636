/* expression.h - series from expressions: "exports + imports", "top(data, by: partner)".
 *
 * The language is that of specs; samples/expressions.md is its manual. Results are lists:
 * most expressions give one series, some give several, each named by what tells it from
 * the others. An expression of one observation (exports[2023]) gives a series of only that. A
 * mistake is in the list's error, with line, column and length within the expression. An expression
 * has at most 16,384 bytes. A list owns its series: tables and series that it was computed from may
 * go. */
#ifndef SHEAF_EXPRESSION_H
#define SHEAF_EXPRESSION_H

#include "sheaf/algebra.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An expression in which the table is "data", and its members stand for what they pick: with
 * flows exports and imports, "exports" is data[flow: exports]. Countries go by any of their
 * names, whatever the table's spelling: China, CN, CHN, Китай, 中国. A member of several
 * dimensions is its flow, or must be picked from data. The caller owns the result. */
SHEAF_API sheaf_series_list *sheaf_table_evaluate(const sheaf_table *table, const char *expression);

/* A name that an expression may use: of a series, of a table or of several series, such as an
 * expression gave; the others are NULL. What is computed from several is computed of each. */
typedef struct sheaf_name {
    const char *name;
    const sheaf_series *series;
    const sheaf_table *table;
    const sheaf_series_list *list;
} sheaf_name;

/* An expression over names of your own. The first of two equal names counts. */
SHEAF_API sheaf_series_list *sheaf_evaluate(const sheaf_alloc *alloc, const sheaf_name *names,
                                            size_t n, const char *expression);

#ifdef __cplusplus
}
#endif
#endif
