/* expression.h - the small language in which specs name and combine series.
 *
 *     turnover                              a series, or a table of one series
 *     trade[flow: exports, partner: CHN]    the one series of a table with these members
 *     turnover - exports, exports + imports
 *     imply(turnover), growth(exports)      a function of a series (expression.c lists them)
 *     turnover[2023], turnover[2024-T1]     one observation, in any spelling of a period
 *     "re-exports", trade[product: "a, b"]  quotes, for what is no plain word
 *
 * Brackets bind closest, then functions, then + and - from left to right. An
 * observation stays a view of its series: growth(exports[2023]) is
 * growth(exports)[2023], because growth needs the year before. */
#ifndef SHEAF_DATA_EXPRESSION_H
#define SHEAF_DATA_EXPRESSION_H

#include "base/memory.h"
#include "sheaf/table.h"

struct expression;

/* Exactly one is set; both are the environment's. */
struct named {
    const sheaf_series *series;
    const sheaf_table *table;
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
    sheaf_series *series; /* the caller destroys it */
    sheaf_period period;  /* of the one observation that is meant; SHEAF_NO_PERIOD: all */
};

/* NULL on failure. Errors, here and below, have line 1, a column and a length
 * within text; the caller adds where text stands. The result lives in the arena
 * and keeps no pointer to text. */
struct expression *expression_parse(struct arena *arena, const char *text, size_t n,
                                    sheaf_error *error);

/* On failure value->series is NULL. A period that the series does not have is a
 * failure. alloc NULL: malloc's. */
sheaf_status expression_evaluate(const struct expression *expression,
                                 const struct environment *environment, const sheaf_alloc *alloc,
                                 struct expression_value *value, sheaf_error *error)
    __attribute__((warn_unused_result));

/* The observation meant, or NULL when the whole series is. */
const sheaf_observation *expression_observation(const struct expression_value *value);

#endif
