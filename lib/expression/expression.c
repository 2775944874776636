/* expression.c - evaluates the syntax tree; each kind of part has its own file. */
#include "expression/values.h"
#include "series/series.h"
#include "series/series_list.h"

void evaluation_fail(struct evaluation *e, const struct expression *part, sheaf_status status,
                     const char *message)
{
    expression_fail(e->error, status, part->text, part->start, part->end, "%s", message);
}

struct value value_of_list(struct evaluation *e, const struct expression *part,
                           sheaf_series_list *list, bool several, sheaf_period period)
{
    const sheaf_error *error = sheaf_series_list_error(list);
    struct value value = { .kind = VALUE_LIST, .list = list, .several = several, .period = period };

    if (error->status == SHEAF_OK && sheaf_series_list_count(list) > 0)
        return value;
    e->is_nothing |= error->status == SHEAF_OK;
    if (error->status == SHEAF_OK)
        evaluation_fail(e, part, SHEAF_BAD_INPUT, "there is no series here");
    else
        evaluation_fail(e, part, error->status, error->message);
    sheaf_series_list_destroy(list);
    return (struct value){ .kind = VALUE_FAILED };
}

struct value value_of_series(struct evaluation *e, const struct expression *part,
                             sheaf_series *series)
{
    sheaf_series_list *list = sheaf_series_list_create(e->alloc);

    sheaf_series_list_add(list, series);
    return value_of_list(e, part, list, false, no_period);
}

struct value evaluate_list(struct evaluation *e, const struct expression *part)
{
    return value_as_list(e, part, evaluate_part(e, part));
}

/* One series gets the author's name. */
static struct value evaluate_with_name(struct evaluation *e, const struct expression *part)
{
    struct value value = evaluate_list(e, part->left);
    size_t n = sheaf_series_list_count(value.list);
    sheaf_series *series;

    if (value.kind == VALUE_FAILED)
        return value;
    if (n > 1) {
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.60s' would name %zu series; a name is for one", part->name, n);
        sheaf_series_list_destroy(value.list);
        return (struct value){ .kind = VALUE_FAILED };
    }
    series = sheaf_series_list_take(value.list, 0);
    sheaf_series_list_destroy(value.list);
    series_call_by_author(series, part->name);
    value.list = sheaf_series_list_create(e->alloc);
    sheaf_series_list_add(value.list, series);
    return value_of_list(e, part, value.list, false, value.period);
}

/* Recursive; the parser limits the depth to EXPRESSION_DEPTH. */
struct value evaluate_part(struct evaluation *e, const struct expression *part)
{
    switch (part->kind) {
    case EXPRESSION_NUMBER:
        return (struct value){ .kind = VALUE_NUMBER, .number = part->number };
    case EXPRESSION_NAME:
        return evaluate_name(e, part);
    case EXPRESSION_SELECTION:
        return evaluate_selection(e, part);
    case EXPRESSION_OBSERVATION:
        return evaluate_one_period(e, part);
    case EXPRESSION_LATEST:
        return value_at_moment(e, part, evaluate_list(e, part->left), sheaf_series_latest);
    case EXPRESSION_RANGES:
        return evaluate_ranges(e, part);
    case EXPRESSION_NAMED:
        return evaluate_with_name(e, part);
    case EXPRESSION_CALL:
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
    struct evaluation e = { .environment = environment, .alloc = alloc, .error = &own };
    struct value result;

    arena_init(&e.arena, alloc, &own);
    result = evaluate_list(&e, expression);
    arena_free(&e.arena);
    if (own.status != SHEAF_OK) {
        sheaf_series_list_destroy(result.list);
        result.list = NULL;
    }
    *value = (struct expression_value){ .list = result.list,
                                        .several = result.several,
                                        .period = result.period,
                                        .is_nothing = result.list == NULL && e.is_nothing };
    error_take(error, &own);
    return own.status;
}
