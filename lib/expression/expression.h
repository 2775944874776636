/* expression.h - the small language in which specs and command lines name series and compute with
 * them; samples/expressions.md is its manual.
 *
 *     turnover                              a series, or a table of one series
 *     trade[flow: exports, partner: CHN]    the one series of a table with these members
 *     trade[partner: CHN | RUS]             several; partner: * is all of them
 *     turnover - exports, 2 * (a + b) / 3   + - * / between series and plain numbers
 *     share(exports, of: world)             a function (functions.c lists them),
 *                                           its parameters by position or by name
 *     turnover[2023], turnover[2024-T1]     one observation, in any spelling of a period
 *     turnover[2019..2023], turnover[2019, 2023]    some of its observations
 *     "re-exports", trade[product: "a, b"]  quotes, for names that are not plain words
 *
 * Brackets bind closest, then functions, then * and /, then + and -, from left to right. An
 * observation stays a view of its series: growth(exports[2023]) is growth(exports)[2023],
 * because growth needs the year before. A range or a list of periods is a series of its own.
 *
 * A value holds at least one series. Most expressions give one. A selection of several members,
 * top(…), rank(…), mirror(…) and names of several series give several, in a meaningful order, each
 * with a distinct name ("CHN", "other"). An operation on several series applies to each of them and
 * keeps their names; its other operand is one series, used for all, or several series, paired by
 * name. */
#ifndef SHEAF_EXPRESSION_EXPRESSION_H
#define SHEAF_EXPRESSION_EXPRESSION_H

#include "base/memory.h"
#include "sheaf/algebra.h"

struct expression;

/* What a name stands for: a series, a list, or a table with filters. Borrowed. */
struct named {
    const sheaf_series *series;
    const sheaf_series_list *list; /* several, however many they are */
    const sheaf_table *table;
    const sheaf_filter *filters;
    size_t filter_count;
};

struct environment {
    void *context;
    /* Finds what has this name (NUL-terminated). False with error unset: nothing has it. False
     * with error set: it exists, but has failed. */
    bool (*find)(void *context, const char *name, struct named *named, sheaf_error *error);
    /* All names, by index, for "did you mean"; NULL after the last. */
    const char *(*name_at)(void *context, size_t index);
    /* Told of each selection that is made of a table that find gave; NULL: nobody asks. */
    void (*use)(void *context, const sheaf_table *table, const sheaf_filter *filters, size_t n);
    /* Given each list of series that was read of a table, to call them otherwise; NULL: nobody does. */
    void (*name)(void *context, sheaf_series_list *list);
    /* What a selection of each row's member stands for is their sum: the row is a total. */
    bool sums_rows;
    /* Of several members those are passed over that have no rows: an earlier release lacked them. */
    bool skips_absent;
};

struct expression_value {
    sheaf_series_list *list; /* the caller destroys it; NULL after a failure */
    bool several; /* by the kind of expression: top(…) is "several" even with one partner */
    sheaf_period period; /* the value is this one observation; SHEAF_NO_PERIOD: whole series */
    /* It failed because there are no data: no rows of members that the table knows, or of one that
     * a parameter names; no figure in the period. */
    bool is_nothing;
};

/* What "$name" stands for in an expression: one value where a member, a period, a number or a word
 * may stand, never parsed again. */
struct expression_parameters {
    void *context;
    /* The value of the n bytes at name, without "$". NULL with error set. */
    const char *(*find)(void *context, const char *name, size_t n, sheaf_error *error);
    /* "$row" of a table's columns: the members of its rows, *count of them, borrowed. A selection by
     * it gives a series for each of them that has rows, named as it is here. NULL: the name is
     * another; the function NULL: there are no rows. */
    const char *const *(*rows)(void *context, const char *name, size_t n, size_t *count);
};

/* NULL on failure. Errors, here and below, have line 1 and a column and length within text; the
 * caller adds the position of text. The result lives in the arena and keeps no pointer to text. */
struct expression *expression_parse(struct arena *arena, const char *text, size_t n,
                                    sheaf_error *error);
/* The same with parameters; NULL: "$" is a sign like any other. */
struct expression *expression_parse_with(struct arena *arena, const char *text, size_t n,
                                         const struct expression_parameters *parameters,
                                         sheaf_error *error);

/* Fails if none of the series has the period. alloc NULL: malloc's. */
sheaf_status expression_evaluate(const struct expression *expression,
                                 const struct environment *environment, const sheaf_alloc *alloc,
                                 struct expression_value *value, sheaf_error *error)
    __attribute__((warn_unused_result));

/* The functions' names, by index, for the test of the manual; NULL after the last. */
const char *expression_function_name(size_t index);

#endif
