/* values.h - what the evaluating files share. The value of a part of an expression is a plain
 * number, a table with filters, or a list of series. */
#ifndef SHEAF_EXPRESSION_VALUES_H
#define SHEAF_EXPRESSION_VALUES_H

#include "expression/parts.h"

struct evaluation {
    const struct environment *environment;
    const sheaf_alloc *alloc;
    struct arena arena; /* holds filters and texts of messages */
    sheaf_error *error;
    bool is_nothing; /* as in struct expression_value */
};

/* A table with filters. One dimension may have several members instead of a filter. */
struct view {
    const sheaf_table *table;
    sheaf_filter *filters;
    struct span *spans; /* position of each filter's member in the expression */
    size_t count;
    const struct choice *several; /* the dimension with several members; NULL: none */
};

struct value {
    enum { VALUE_FAILED, VALUE_NUMBER, VALUE_VIEW, VALUE_LIST } kind; /* VALUE_FAILED: it failed */
    double number;
    struct view view;
    sheaf_series_list *list;
    bool several;        /* as in struct expression_value */
    sheaf_period period; /* as in struct expression_value */
};

static const sheaf_period no_period = { SHEAF_NO_PERIOD, 0, 0 };

/* tables.c: tells the environment that the rows of a view are read. */
void view_use(struct evaluation *e, struct view *view);
/* Has series that were read of a table called as the environment calls them. */
void view_name(const struct evaluation *e, sheaf_series_list *list);

/* expression.c */

struct value evaluate_part(struct evaluation *e, const struct expression *part);
/* Evaluates where series are required: see value_as_list. */
struct value evaluate_list(struct evaluation *e, const struct expression *part);
/* Fails with a message that points at this part of the expression. */
void evaluation_fail(struct evaluation *e, const struct expression *part, sheaf_status status,
                     const char *message);
/* Takes the list over as a value. If the list has failed or is empty, the evaluation fails at the
 * part. */
struct value value_of_list(struct evaluation *e, const struct expression *part,
                           sheaf_series_list *list, bool several, sheaf_period period);
struct value value_of_series(struct evaluation *e, const struct expression *part,
                             sheaf_series *series);

/* Names, and selections from tables and lists (names.c, tables.c, lists.c) */

struct value evaluate_name(struct evaluation *e, const struct expression *part);
struct value evaluate_selection(struct evaluation *e, const struct expression *part);
/* Fails at the choice if series have no attribute of that name. */
bool check_attribute(struct evaluation *e, const struct expression *part, const char *dimension,
                     struct span span);
/* Keeps the series of a list that a selection names. */
struct value value_chosen(struct evaluation *e, const struct expression *part, struct value value);
/* Makes room for more filters; false when memory runs out. */
bool view_reserve(struct evaluation *e, struct view *view, size_t more);
/* The position for the message of a failed selection: the first member that the table does not
 * have, else the whole part. */
struct expression view_place(struct evaluation *e, const struct expression *part,
                             const struct view *view);
/* True if the table has no rows for the view, though the author has misspelt none of its members:
 * those that are unknown come from parameters. */
bool view_is_nothing(struct evaluation *e, const struct expression *part, const struct view *view);
/* Whether the span of the part's text holds a parameter: "$partner". */
bool names_parameter(const struct expression *part, struct span span);
/* Turns a table into its series; fails for a number. */
struct value value_as_list(struct evaluation *e, const struct expression *part, struct value value);

/* Periods (periods.c) */

/* Marks the value as the observation of one period; fails if no series has it. */
struct value value_at_period(struct evaluation *e, const struct expression *part,
                             struct value value, sheaf_period period);
/* Marks the value as the observation of the latest of the periods that moment picks in its series. */
struct value value_at_moment(struct evaluation *e, const struct expression *part,
                             struct value value, sheaf_period (*moment)(const sheaf_series *));
struct value evaluate_one_period(struct evaluation *e, const struct expression *part);
struct value evaluate_ranges(struct evaluation *e, const struct expression *part);

/* Several series side by side (operands.c) */

/* The series of each argument; NULL for parameters that take no series. */
struct operands {
    sheaf_series_list *lists[MOST_PARAMETERS];
    bool several[MOST_PARAMETERS];
    sheaf_period period; /* of an operand that is one observation, if any is */
};

void operands_destroy(struct operands *operands);
/* Takes over a value's list. False if the value has failed, or if it is an observation of another
 * period than an earlier operand. */
bool operands_take(struct evaluation *e, const struct expression *part, struct operands *operands,
                   size_t index, struct value value);
/* The leading operand: the first with several series, else the first. The others are matched to
 * it. */
size_t operands_leading(const struct operands *operands);
/* Calls a function of single series for each series of the leading operand, with the matching series
 * of the others. A series that lacks a match is left out. Several results keep their names. beside: as
 * in struct function. */
sheaf_series_list *operands_map(struct evaluation *e, const struct operands *operands,
                                const struct argument *given,
                                sheaf_series *(*apply)(const struct argument *arguments),
                                sheaf_series *(*beside)(const struct argument *arguments));
/* Makes a value of the resulting list; if an operand was one observation, so is the value. Destroys
 * the operands. */
struct value operands_finish(struct evaluation *e, const struct expression *part,
                             struct operands *operands, sheaf_series_list *list, bool several);

/* Operators and calls (operators.c, calls.c) */

struct value evaluate_binary(struct evaluation *e, const struct expression *part);
struct value evaluate_call(struct evaluation *e, const struct expression *part);

#endif
