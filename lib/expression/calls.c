/* calls.c - evaluates calls: evaluates the arguments, then applies the function. */
#include <string.h>

#include "expression/values.h"
#include "table/parts.h"
#include "vocabulary/countries.h"

static size_t index_of(const struct function *function, const char *name)
{
    size_t i = 0;

    while (function->parameters[i].kind != NO_PARAMETER &&
           strcmp(function->parameters[i].name, name) != 0)
        i++;
    return i;
}

/* The dimension that splits a table: the one named by "by", or the one of which several members are
 * selected. NULL after a failure. */
static const char *splitting_dimension(struct evaluation *e, const struct expression *part,
                                       const struct view *view, const struct argument *by)
{
    const struct function *function = part->function;
    const struct choice *several = view->several;

    if (!by->given && several == NULL)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "%s(\u2026) needs 'by' with a table, as in %s", function->name,
                        function->example);
    else if (by->given && several != NULL && strcmp(several->dimension, by->word) != 0)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, several->span.start,
                        several->span.end,
                        "%.60s has several members, and the parts are by %.60s; choose one %.60s",
                        several->dimension, by->word, several->dimension);
    else
        return by->given ? by->word : several->dimension;
    return NULL;
}

/* Splits a table into its parts by a dimension; *total is the total, if the table states one. Only
 * members that the expression names are parts. */
static bool split_table(struct evaluation *e, const struct expression *part, struct view *view,
                        struct argument *arguments, struct operands *operands, sheaf_series **total)
{
    const struct function *function = part->function;
    const struct argument *depth = &arguments[index_of(function, "depth")];
    const struct choice *several = view->several;
    struct member_choice choice = { .dimension = splitting_dimension(
                                        e, part, view, &arguments[index_of(function, "by")]) };
    struct expression place = *part;

    if (choice.dimension == NULL)
        return false;
    if (several != NULL && !several->leaves_out) {
        choice.members = several->members;
        choice.count = several->count;
    }
    view_use(e, view);
    operands->lists[0] = table_parts_of(view->table, view->filters, view->count, &choice,
                                        depth->given ? (int)depth->number : 0);
    view_name(e, operands->lists[0]);
    if (sheaf_series_list_status(operands->lists[0]) == SHEAF_BAD_INPUT) {
        place = view_place(e, part, view);
        e->is_nothing = view_is_nothing(e, part, view);
    }
    if (sheaf_series_list_status(operands->lists[0]) != SHEAF_OK) {
        evaluation_fail(e, &place, sheaf_series_list_status(operands->lists[0]),
                        sheaf_series_list_error(operands->lists[0])->message);
        return false;
    }
    *total = table_whole_of(view->table, view->filters, view->count, &choice);
    return true;
}

/* The argument of TAKES_PARTS: several series, or a table to be split by a dimension. */
static bool take_parts(struct evaluation *e, const struct expression *part,
                       struct argument *arguments, struct operands *operands, sheaf_series **total)
{
    const struct expression *operand = part->argument_parts[0].expression;
    size_t by = index_of(part->function, "by");
    struct value value = evaluate_part(e, operand);

    if (value.kind == VALUE_VIEW)
        return split_table(e, part, &value.view, arguments, operands, total);
    value = value_as_list(e, operand, value);
    return operands_take(e, part, operands, 0, value) &&
           (!arguments[by].given ||
            check_attribute(e, part, arguments[by].word, part->argument_parts[by].span));
}

/* Evaluates every argument that is an expression. A function that takes all parts at once takes
 * only single series beside them. */
static bool take_arguments(struct evaluation *e, const struct expression *part,
                           struct argument *arguments, struct operands *operands,
                           sheaf_series **total)
{
    const struct function *function = part->function;

    for (size_t i = 0; function->parameters[i].kind != NO_PARAMETER; i++) {
        const struct expression *operand = part->argument_parts[i].expression;

        if (function->parameters[i].kind == TAKES_PARTS) {
            if (!take_parts(e, part, arguments, operands, total))
                return false;
        } else if (operand != NULL) {
            if (!operands_take(e, part, operands, i, evaluate_list(e, operand)))
                return false;
            if (function->several != NULL && sheaf_series_list_count(operands->lists[i]) > 1) {
                evaluation_fail(e, operand, SHEAF_BAD_INPUT,
                                "these are several series where one is wanted");
                return false;
            }
        }
    }
    return true;
}

static sheaf_series_list *apply_function(struct evaluation *e, const struct function *function,
                                         struct argument *arguments,
                                         const struct operands *operands, const sheaf_series *total)
{
    if (function->one != NULL)
        return operands_map(e, operands, arguments, function->one, function->beside);
    for (size_t i = 0; i < MOST_PARAMETERS; i++) {
        arguments[i].series = sheaf_series_list_at(operands->lists[i], 0);
        arguments[i].parts = operands->lists[i];
    }
    arguments[0].total = total;
    return function->several(arguments);
}

/* A country, or a parameter's value, that "of" names and that has no rank is no mistake of the author's: it
 * has no data. */
static void note_absent(struct evaluation *e, const struct expression *part,
                        const struct argument *arguments, const sheaf_series_list *list)
{
    const struct function *function = part->function;
    const size_t of = index_of(function, "of");

    if (function->one_with == NULL || strcmp(function->one_with, "of") != 0 ||
        !arguments[of].given || sheaf_series_list_status(list) != SHEAF_BAD_INPUT ||
        sheaf_series_list_count(list) > 0)
        return;
    e->is_nothing |= names_parameter(part, part->argument_parts[of].span) ||
                     country_find(arguments[of].word, strlen(arguments[of].word)) != NULL;
}

/* True when the result of a call is "several" series. */
static bool gives_several(const struct function *function, const struct argument *arguments,
                          const struct operands *operands)
{
    if (function->one != NULL)
        return operands->several[operands_leading(operands)];
    return function->gives_several &&
           (function->one_with == NULL ||
            !arguments[index_of(function, function->one_with)].given ||
            arguments[index_of(function, function->one_with)].rows != NULL);
}

/* A total of rows is no row: of its members nothing is asked. */
static bool is_of_total(struct evaluation *e, const struct expression *part)
{
    bool has_rows = false;

    for (size_t i = 0; i < MOST_PARAMETERS; i++)
        has_rows |= part->arguments[i].rows != NULL;
    if (!has_rows || !e->environment->sums_rows)
        return false;
    evaluation_fail(e, part, SHEAF_BAD_INPUT, "a total is no row");
    e->is_nothing = true;
    return true;
}

static struct value evaluate_computed(struct evaluation *e, const struct expression *part)
{
    struct argument arguments[MOST_PARAMETERS];
    struct operands operands = { .period = no_period };
    sheaf_series *total = NULL;
    struct value result = { .kind = VALUE_FAILED };

    if (is_of_total(e, part))
        return result;
    memcpy(arguments, part->arguments, sizeof arguments);
    if (take_arguments(e, part, arguments, &operands, &total)) {
        sheaf_series_list *list = apply_function(e, part->function, arguments, &operands, total);

        note_absent(e, part, arguments, list);
        result = operands_finish(e, part, &operands, list,
                                 gives_several(part->function, arguments, &operands));
    } else {
        operands_destroy(&operands);
    }
    sheaf_series_destroy(total);
    return result;
}

struct value evaluate_call(struct evaluation *e, const struct expression *part)
{
    const struct function *function = part->function;

    return function->moment == NULL
               ? evaluate_computed(e, part)
               : value_at_moment(e, part, evaluate_list(e, part->argument_parts[0].expression),
                                 function->moment);
}
