/* calls.c - functions, applied to what their arguments are. */
#include <string.h>

#include "expression/values.h"

static size_t index_of(const struct function *function, const char *name)
{
    size_t i = 0;

    while (function->parameters[i].kind != NO_PARAMETER &&
           strcmp(function->parameters[i].name, name) != 0)
        i++;
    return i;
}

/* The parts of a table by a dimension, with the whole where it is stated. */
static bool split_table(struct evaluation *e, const struct expression *part, struct view *view,
                        struct argument *arguments, struct operands *operands, sheaf_series **whole)
{
    const struct function *function = part->function;
    const struct argument *by = &arguments[index_of(function, "by")];
    const struct argument *depth = &arguments[index_of(function, "depth")];
    struct expression place = *part;

    if (!by->given) {
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "%s(\u2026) needs 'by' with a table, as in %s", function->name,
                        function->example);
        return false;
    }
    view_drop_filter(view, by->word);
    operands->lists[0] = sheaf_table_parts(view->table, view->filters, view->count, by->word,
                                           depth->given ? (int)depth->number : 0);
    if (sheaf_series_list_status(operands->lists[0]) == SHEAF_BAD_INPUT)
        place = view_place(e, part, view);
    if (sheaf_series_list_status(operands->lists[0]) != SHEAF_OK) {
        evaluation_fail(e, &place, sheaf_series_list_status(operands->lists[0]),
                        sheaf_series_list_error(operands->lists[0])->message);
        return false;
    }
    *whole = sheaf_table_whole(view->table, view->filters, view->count, by->word);
    return true;
}

/* Several series as they are, or a table split by a dimension. */
static bool take_parts(struct evaluation *e, const struct expression *part,
                       struct argument *arguments, struct operands *operands, sheaf_series **whole)
{
    const struct expression *operand = part->argument_parts[0].expression;
    struct value value = evaluate_part(e, operand);

    if (value.kind == IS_VIEW && value.view.several == NULL)
        return split_table(e, part, &value.view, arguments, operands, whole);
    value = value_as_list(e, operand, value);
    return operands_take(e, part, operands, 0, value);
}

/* Every argument that is series, evaluated; several where one is taken by a function of
 * all at once are a failure. */
static bool take_arguments(struct evaluation *e, const struct expression *part,
                           struct argument *arguments, struct operands *operands,
                           sheaf_series **whole)
{
    const struct function *function = part->function;

    for (size_t i = 0; function->parameters[i].kind != NO_PARAMETER; i++) {
        const struct expression *operand = part->argument_parts[i].expression;

        if (function->parameters[i].kind == TAKES_PARTS) {
            if (!take_parts(e, part, arguments, operands, whole))
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
                                         const struct operands *operands, const sheaf_series *whole)
{
    if (function->one != NULL)
        return operands_map(e, operands, arguments, function->one);
    for (size_t i = 0; i < MOST_PARAMETERS; i++) {
        arguments[i].series = sheaf_series_list_at(operands->lists[i], 0);
        arguments[i].parts = operands->lists[i];
    }
    arguments[0].whole = whole;
    return function->several(arguments);
}

/* Whether what a call gives is told apart by names. */
static bool gives_several(const struct function *function, const struct argument *arguments,
                          const struct operands *operands)
{
    if (function->one != NULL)
        return operands->several[operands_leading(operands)];
    return function->gives_several &&
           (function->one_with == NULL || !arguments[index_of(function, function->one_with)].given);
}

struct value evaluate_call(struct evaluation *e, const struct expression *part)
{
    struct argument arguments[MOST_PARAMETERS];
    struct operands operands = { .period = no_period };
    sheaf_series *whole = NULL;
    struct value result = { .kind = NOTHING };

    memcpy(arguments, part->arguments, sizeof arguments);
    if (take_arguments(e, part, arguments, &operands, &whole))
        result = operands_finish(e, part, &operands,
                                 apply_function(e, part->function, arguments, &operands, whole),
                                 gives_several(part->function, arguments, &operands));
    else
        operands_destroy(&operands);
    sheaf_series_destroy(whole);
    return result;
}
