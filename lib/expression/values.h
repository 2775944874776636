/* values.h - what the files that evaluate expressions share: the values of parts, which
 * are plain numbers, tables narrowed by filters, or lists of series. */
#ifndef SHEAF_EXPRESSION_VALUES_H
#define SHEAF_EXPRESSION_VALUES_H

#include "expression/parts.h"

struct evaluation {
    const struct environment *environment;
    const sheaf_alloc *alloc;
    struct arena arena; /* of what is picked */
    sheaf_error *error;
};

/* A table and what is picked of it: one member each, and of one dimension perhaps several. */
struct view {
    const sheaf_table *table;
    sheaf_filter *filters;
    struct span *spans; /* where the members stand in the expression */
    size_t count;
    const struct choice *several; /* NULL: of none */
};

struct value {
    enum { NOTHING, IS_NUMBER, IS_VIEW, IS_LIST } kind; /* NOTHING: it failed */
    double number;
    struct view view;
    sheaf_series_list *list;
    bool several;        /* the list's series are told apart by their names */
    sheaf_period period; /* of the one observation meant */
};

static const sheaf_period no_period = { SHEAF_NO_PERIOD, 0, 0 };

/* expression.c */

struct value evaluate_part(struct evaluation *e, const struct expression *part);
/* Series, where series are needed. */
struct value evaluate_list(struct evaluation *e, const struct expression *part);
/* Fails at a part of the expression. */
void evaluation_fail(struct evaluation *e, const struct expression *part, sheaf_status status,
                     const char *message);
/* The list, or nothing when it failed: then its message is told of the part that asked for it. */
struct value value_of_list(struct evaluation *e, const struct expression *part,
                           sheaf_series_list *list, bool several, sheaf_period period);
struct value value_of_series(struct evaluation *e, const struct expression *part,
                             sheaf_series *series);

/* Names, and what is picked of tables and lists (expression_names.c, expression_tables.c,
 * expression_lists.c) */

struct value evaluate_name(struct evaluation *e, const struct expression *part);
struct value evaluate_selection(struct evaluation *e, const struct expression *part);
/* Of several series those that a selection names. */
struct value value_chosen(struct evaluation *e, const struct expression *part, struct value value);
/* Room for more filters; false when memory runs out. */
bool view_reserve(struct evaluation *e, struct view *view, size_t more);
/* Drops the filter of a dimension that is picked anew. */
void view_drop_filter(struct view *view, const char *dimension);
/* Where a failed selection went wrong: at a member that the table does not have, else at the
 * whole. */
struct expression view_place(struct evaluation *e, const struct expression *part,
                             const struct view *view);
/* A number is a failure, a table becomes its series. */
struct value value_as_list(struct evaluation *e, const struct expression *part, struct value value);

/* Periods (expression_periods.c) */

/* Which period the observation is of; fails when no series has any of it. */
struct value value_at_period(struct evaluation *e, const struct expression *part,
                             struct value value, sheaf_period period);
struct value evaluate_ranges(struct evaluation *e, const struct expression *part);

/* Several series side by side (expression_operands.c) */

/* Lists of arguments, NULL where a parameter takes no series. */
struct operands {
    sheaf_series_list *lists[MOST_PARAMETERS];
    bool several[MOST_PARAMETERS];
    sheaf_period period; /* that one of them is an observation of */
};

void operands_destroy(struct operands *operands);
/* Takes over a value's list; false when it is an observation of another period than the
 * others are, or nothing. */
bool operands_take(struct evaluation *e, const struct expression *part, struct operands *operands,
                   size_t index, struct value value);
/* The first operand of several series; else the first of all. */
size_t operands_leading(const struct operands *operands);
/* Applies a function of single series to each of the leading list, with what goes with it;
 * what nothing goes with is left out. Several results keep their names. */
sheaf_series_list *operands_map(struct evaluation *e, const struct operands *operands,
                                const struct argument *given,
                                sheaf_series *(*apply)(const struct argument *arguments));
/* The value that a list is, of one period where an operand was; operands are destroyed. */
struct value operands_finish(struct evaluation *e, const struct expression *part,
                             struct operands *operands, sheaf_series_list *list, bool several);

/* Operators and calls (expression_operators.c, expression_calls.c) */

struct value evaluate_binary(struct evaluation *e, const struct expression *part);
struct value evaluate_call(struct evaluation *e, const struct expression *part);

#endif
