/* expression.c - what an expression's series is. */
#include <string.h>

#include "base/strings.h"
#include "data/expression_parts.h"
#include "data/period.h"
#include "data/series.h"

/* A new function is one row. */
static const struct series_function functions[] = {
    { "growth", sheaf_series_growth },
    { "imply", sheaf_series_imply },
};

enum { FUNCTIONS = sizeof functions / sizeof *functions, NAMES_COMPARED = 1000 };

const struct series_function *expression_function(const char *name, const char **nearest)
{
    const char *names[FUNCTIONS];

    for (size_t i = 0; i < FUNCTIONS; i++) {
        names[i] = functions[i].name;
        if (strcmp(names[i], name) == 0)
            return &functions[i];
    }
    if (nearest != NULL)
        *nearest = string_nearest(name, strlen(name), names, FUNCTIONS);
    return NULL;
}

struct evaluation {
    const struct environment *environment;
    const sheaf_alloc *alloc;
    sheaf_error *error;
};

static struct expression_value evaluate(struct evaluation *e, const struct expression *part);

static const struct expression_value nothing = { NULL, { SHEAF_NO_PERIOD, 0, 0 } };

static void fail_in(struct evaluation *e, const struct expression *part, sheaf_status status,
                    const char *message)
{
    expression_fail(e->error, status, part->text, part->start, part->end, "%s", message);
}

/* The result of an operation, or nothing when it failed: then its message is told of
 * the part that asked for it. */
static struct expression_value checked(struct evaluation *e, const struct expression *part,
                                       sheaf_series *series, sheaf_period period)
{
    if (sheaf_series_status(series) == SHEAF_OK)
        return (struct expression_value){ series, period };
    fail_in(e, part, sheaf_series_status(series), sheaf_series_message(series));
    sheaf_series_destroy(series);
    return nothing;
}

/* "no series named 'exprots'; did you mean 'exports'?" */
static void fail_unknown(struct evaluation *e, const struct expression *part)
{
    const struct environment *environment = e->environment;
    const char *names[NAMES_COMPARED], *nearest;
    size_t count = 0;

    while (count < NAMES_COMPARED &&
           (names[count] = environment->name_at(environment->context, count)) != NULL)
        count++;
    nearest = string_nearest(part->name, strlen(part->name), names, count);
    if (nearest == NULL && expression_function(part->name, NULL) != NULL)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.60s' is a function; write %.60s(\u2026)", part->name, part->name);
    expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                    "no series named '%.100s'%s%.100s%s", part->name,
                    nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
                    nearest != NULL ? "'?" : "");
}

static bool find_named(struct evaluation *e, const struct expression *part, struct named *named)
{
    const struct environment *environment = e->environment;
    sheaf_error error = { 0 };

    *named = (struct named){ 0 };
    if (environment->find(environment->context, part->name, named, &error))
        return true;
    if (error.status != SHEAF_OK)
        error_take(e->error, &error); /* with the place that it names itself */
    else
        fail_unknown(e, part);
    return false;
}

static bool has_member(const sheaf_table *table, const sheaf_pick *pick)
{
    size_t count = sheaf_table_member_count(table, pick->dimension);

    for (size_t i = 0; i < count; i++)
        if (strcmp(sheaf_table_member(table, pick->dimension, i), pick->member) == 0)
            return true;
    return false;
}

/* The one series of a table; a member that the table does not have is pointed at. */
static struct expression_value
evaluate_selection(struct evaluation *e, const struct expression *part, const sheaf_table *table)
{
    sheaf_series *series = sheaf_table_select(table, part->picks, part->pick_count);
    struct expression place = *part;

    for (size_t i = part->pick_count; i-- > 0 && sheaf_series_status(series) == SHEAF_BAD_INPUT;)
        if (!has_member(table, &part->picks[i])) {
            place.start = part->spans[i].start;
            place.end = part->spans[i].end;
        }
    return checked(e, &place, series, nothing.period);
}

static struct expression_value evaluate_name(struct evaluation *e, const struct expression *part)
{
    struct named named;

    if (!find_named(e, part, &named))
        return nothing;
    if (named.table != NULL)
        return evaluate_selection(e, part, named.table);
    if (part->kind == NAME)
        return checked(e, part, series_copy(e->alloc, named.series), nothing.period);
    expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                    "'%.60s' is a series already; only a table takes [%.60s: \u2026]", part->name,
                    part->picks[0].dimension);
    return nothing;
}

/* Which period the observation is of; fails when the series has none of it. */
static struct expression_value at_period(struct evaluation *e, const struct expression *part,
                                         struct expression_value value, sheaf_period period)
{
    char wanted[SHEAF_PERIOD_TEXT], first[SHEAF_PERIOD_TEXT], last[SHEAF_PERIOD_TEXT];
    size_t n = sheaf_series_count(value.series);

    if (value.series == NULL || sheaf_series_find(value.series, period) != NULL)
        return (struct expression_value){ value.series, period };
    sheaf_period_write(period, wanted);
    if (n == 0) {
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.100s' has no %s; it is empty", sheaf_series_name(value.series), wanted);
    } else {
        sheaf_period_write(sheaf_series_at(value.series, 0)->period, first);
        sheaf_period_write(sheaf_series_at(value.series, n - 1)->period, last);
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.100s' has no %s; it has %s%s%s", sheaf_series_name(value.series),
                        wanted, first, n > 1 ? " to " : "", n > 1 ? last : "");
    }
    sheaf_series_destroy(value.series);
    return nothing;
}

static struct expression_value evaluate_call(struct evaluation *e, const struct expression *part)
{
    struct expression_value operand = evaluate(e, part->left), result;

    if (operand.series == NULL)
        return nothing;
    result = checked(e, part, part->function->apply(operand.series), operand.period);
    sheaf_series_destroy(operand.series);
    if (period_valid(result.period))
        return at_period(e, part, result, result.period);
    return result;
}

static struct expression_value evaluate_binary(struct evaluation *e, const struct expression *part)
{
    struct expression_value left = evaluate(e, part->left);
    struct expression_value right = left.series != NULL ? evaluate(e, part->right) : nothing;
    struct expression_value result = nothing;
    sheaf_period period = period_valid(left.period) ? left.period : right.period;
    bool differ = period_valid(left.period) && period_valid(right.period) &&
                  sheaf_period_compare(left.period, right.period) != 0;

    if (right.series != NULL && differ)
        fail_in(e, part, SHEAF_BAD_INPUT, "these are observations of different periods");
    else if (right.series != NULL)
        result = checked(e, part,
                         part->kind == SUM ? sheaf_series_sum(left.series, right.series)
                                           : sheaf_series_difference(left.series, right.series),
                         period);
    sheaf_series_destroy(left.series);
    sheaf_series_destroy(right.series);
    if (period_valid(result.period))
        return at_period(e, part, result, result.period);
    return result;
}

/* Depth is limited by the parser. */
static struct expression_value evaluate(struct evaluation *e, const struct expression *part)
{
    switch (part->kind) {
    case NAME:
    case SELECTION:
        return evaluate_name(e, part);
    case OBSERVATION:
        return at_period(e, part, evaluate(e, part->left), part->period);
    case CALL:
        return evaluate_call(e, part);
    default:
        return evaluate_binary(e, part);
    }
}

sheaf_status expression_evaluate(const struct expression *expression,
                                 const struct environment *environment, const sheaf_alloc *alloc,
                                 struct expression_value *value, sheaf_error *error)
{
    sheaf_error own = { 0 };
    struct evaluation e = { environment, alloc, &own };

    *value = evaluate(&e, expression);
    error_take(error, &own);
    return own.status;
}

const sheaf_observation *expression_observation(const struct expression_value *value)
{
    return sheaf_series_find(value->series, value->period);
}
