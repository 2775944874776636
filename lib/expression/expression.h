/* expression.h - the small language in which specs and command lines name and combine
 * series; samples/expressions.md is its manual.
 *
 *     turnover                              a series, or a table of one series
 *     trade[flow: exports, partner: CHN]    the one series of a table with these members
 *     trade[partner: CHN | RUS]             several; partner: * is all of them
 *     turnover - exports, 2 * (a + b) / 3   + - * / between series and plain numbers
 *     share(exports, of: world)             a function (expression_functions.c lists them),
 *                                           its parameters by position or by name
 *     turnover[2023], turnover[2024-T1]     one observation, in any spelling of a period
 *     turnover[2019..2023], turnover[2019, 2023]    some of its observations
 *     "re-exports", trade[product: "a, b"]  quotes, for what is no plain word
 *
 * Brackets bind closest, then functions, then * and /, then + and -, from left to right. An
 * observation stays a view of its series: growth(exports[2023]) is growth(exports)[2023],
 * because growth needs the year before. A range or a list of periods is a series of its own.
 *
 * What a value holds. Always at least one series. Most expressions give one; a selection of
 * several members, top(…), rank(…) and mirror(…) give several, in an order that means
 * something, each named by what tells it from the others ("CHN", "other"); so does a name of
 * several. Operations on several apply to each, with one series beside them for all, or with
 * several of the same names paired by name; they keep their names. Who needs one series takes
 * expression_value_one, which is NULL for several. */
#ifndef SHEAF_EXPRESSION_EXPRESSION_H
#define SHEAF_EXPRESSION_EXPRESSION_H

#include "base/memory.h"
#include "sheaf/algebra.h"

struct expression;

/* A series, several, or a table and perhaps filters within it; all are the environment's. */
struct named {
    const sheaf_series *series;
    const sheaf_series_list *list; /* several, however many they are */
    const sheaf_table *table;
    const sheaf_filter *filters;
    size_t filter_count;
};

struct environment {
    void *context;
    /* What has this name (NUL-terminated). False: nothing has; or, with error set,
     * what has it failed, and error says how. */
    bool (*find)(void *context, const char *name, struct named *named, sheaf_error *error);
    /* All names, by index, for "did you mean"; NULL after the last. */
    const char *(*name_at)(void *context, size_t index);
};

struct expression_value {
    sheaf_series_list *list; /* the caller destroys it; NULL after a failure */
    bool several;            /* what kind of expression it is: top(…) of one partner is several */
    sheaf_period period;     /* of the one observation that is meant; SHEAF_NO_PERIOD: all */
};

/* NULL on failure. Errors, here and below, have line 1, a column and a length
 * within text; the caller adds where text stands. The result lives in the arena
 * and keeps no pointer to text. */
struct expression *expression_parse(struct arena *arena, const char *text, size_t n,
                                    sheaf_error *error);

/* A period that none of the series has is a failure. alloc NULL: malloc's. */
sheaf_status expression_evaluate(const struct expression *expression,
                                 const struct environment *environment, const sheaf_alloc *alloc,
                                 struct expression_value *value, sheaf_error *error)
    __attribute__((warn_unused_result));

/* The series, when it is one; else NULL. */
const sheaf_series *expression_value_one(const struct expression_value *value);
/* The observation meant, or NULL when a whole series is, or several are. */
const sheaf_observation *expression_observation(const struct expression_value *value);

/* The functions, by index, for the manual's test; NULL after the last. */
const char *expression_function_name(size_t index);

#endif
