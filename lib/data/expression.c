/* expression.c - what an expression's series are.
 *
 * While it is evaluated, a part is a plain number, a table narrowed by picks, or a list of
 * series; a table becomes series where series are needed. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "data/expression_parts.h"
#include "data/period.h"
#include "data/picks.h"
#include "data/series.h"
#include "data/series_list.h"

enum { NAMES_COMPARED = 1000 };

struct evaluation {
    const struct environment *environment;
    const sheaf_alloc *alloc;
    struct arena arena; /* of what is picked */
    sheaf_error *error;
};

/* A table and what is picked of it: one member each, and of one dimension perhaps several. */
struct view {
    const sheaf_table *table;
    sheaf_pick *picks;
    struct span *spans; /* where the members stand in the expression */
    size_t count;
    const struct choice *several; /* NULL: of none */
};

struct value {
    enum { NOTHING, IS_NUMBER, IS_VIEW, IS_LIST } kind;
    double number;
    struct view view;
    sheaf_series_list *list;
    bool several;        /* the list's series are told apart by their names */
    sheaf_period period; /* of the one observation meant */
};

static struct value evaluate(struct evaluation *e, const struct expression *part);

static const sheaf_period no_period = { SHEAF_NO_PERIOD, 0, 0 };

static void fail_in(struct evaluation *e, const struct expression *part, sheaf_status status,
                    const char *message)
{
    expression_fail(e->error, status, part->text, part->start, part->end, "%s", message);
}

/* The list, or nothing when it failed: then its message is told of the part that asked for it. */
static struct value list_value(struct evaluation *e, const struct expression *part,
                               sheaf_series_list *list, bool several, sheaf_period period)
{
    const sheaf_error *error = sheaf_series_list_error(list);

    if (error->status == SHEAF_OK && sheaf_series_list_count(list) > 0)
        return (
            struct value){ .kind = IS_LIST, .list = list, .several = several, .period = period };
    if (error->status == SHEAF_OK)
        fail_in(e, part, SHEAF_BAD_INPUT, "there is no series here");
    else
        fail_in(e, part, error->status, error->message);
    sheaf_series_list_destroy(list);
    return (struct value){ .kind = NOTHING };
}

static struct value series_value(struct evaluation *e, const struct expression *part,
                                 sheaf_series *series)
{
    sheaf_series_list *list = sheaf_series_list_create(e->alloc);

    sheaf_series_list_add(list, series);
    return list_value(e, part, list, false, no_period);
}

static struct value copied_list(struct evaluation *e, const struct expression *part,
                                const sheaf_series_list *from)
{
    sheaf_series_list *list = sheaf_series_list_create(e->alloc);

    series_list_fail(list, sheaf_series_list_error(from));
    for (size_t i = 0; i < sheaf_series_list_count(from); i++)
        sheaf_series_list_add(list, series_copy(e->alloc, sheaf_series_list_at(from, i)));
    return list_value(e, part, list, true, no_period);
}

/* Names --------------------------------------------------------------------------------- */

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

/* What failed in the environment has its own place, or is told at the name. */
static bool find_named(struct evaluation *e, const struct expression *part, struct named *named)
{
    const struct environment *environment = e->environment;
    sheaf_error error = { 0 };

    *named = (struct named){ 0 };
    if (environment->find(environment->context, part->name, named, &error))
        return true;
    if (error.status == SHEAF_OK)
        fail_unknown(e, part);
    else if (error.line == 0 && error.file[0] == '\0')
        fail_in(e, part, error.status, error.message);
    else
        error_take(e->error, &error);
    return false;
}

static bool grow_view(struct evaluation *e, struct view *view, size_t more)
{
    sheaf_pick *picks = arena_array(&e->arena, sheaf_pick, view->count + more);
    struct span *spans = arena_array(&e->arena, struct span, view->count + more);

    if (picks == NULL || spans == NULL)
        return false;
    if (view->count > 0) {
        memcpy(picks, view->picks, view->count * sizeof *picks);
        memcpy(spans, view->spans, view->count * sizeof *spans);
    }
    view->picks = picks;
    view->spans = spans;
    return true;
}

static struct value evaluate_name(struct evaluation *e, const struct expression *part)
{
    struct value value = { .kind = IS_VIEW };
    struct named named;

    if (!find_named(e, part, &named))
        return (struct value){ .kind = NOTHING };
    if (named.list != NULL)
        return copied_list(e, part, named.list);
    if (named.table == NULL)
        return series_value(e, part, series_copy(e->alloc, named.series));
    value.view.table = named.table;
    if (!grow_view(e, &value.view, named.pick_count))
        return (struct value){ .kind = NOTHING };
    for (size_t i = 0; i < named.pick_count; i++) {
        value.view.spans[i] = (struct span){ part->start, part->end };
        value.view.picks[value.view.count++] = named.picks[i];
    }
    return value;
}

/* Tables -------------------------------------------------------------------------------- */

/* Drops the pick of a dimension that is picked anew. */
static void unpick(struct view *view, const char *dimension)
{
    size_t kept = 0;

    for (size_t i = 0; i < view->count; i++)
        if (strcmp(view->picks[i].dimension, dimension) != 0) {
            view->picks[kept] = view->picks[i];
            view->spans[kept++] = view->spans[i];
        }
    view->count = kept;
    if (view->several != NULL && strcmp(view->several->dimension, dimension) == 0)
        view->several = NULL;
}

static struct value narrow(struct evaluation *e, const struct expression *part, struct value value)
{
    struct view *view = &value.view;

    if (!grow_view(e, view, part->choice_count))
        return (struct value){ .kind = NOTHING };
    for (size_t i = 0; i < part->choice_count; i++) {
        const struct choice *choice = &part->choices[i];

        unpick(view, choice->dimension);
        if (choice->count == 1) {
            view->spans[view->count] = choice->span;
            view->picks[view->count++] = (sheaf_pick){ choice->dimension, choice->members[0] };
            continue;
        }
        if (view->several != NULL) {
            expression_fail(e->error, SHEAF_BAD_INPUT, part->text, choice->span.start,
                            choice->span.end,
                            "only one dimension may have several members; '%.60s' "
                            "has them already",
                            view->several->dimension);
            return (struct value){ .kind = NOTHING };
        }
        view->several = choice;
    }
    return value;
}

static struct value evaluate_selection(struct evaluation *e, const struct expression *part)
{
    struct value value = evaluate(e, part->left);

    if (value.kind == IS_VIEW)
        return narrow(e, part, value);
    if (value.kind != NOTHING)
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.60s' is a series already; only a table takes [%.60s: \u2026]",
                        part->left->kind == NAME ? part->left->name : "this",
                        part->choices[0].dimension);
    sheaf_series_list_destroy(value.list);
    return (struct value){ .kind = NOTHING };
}

static bool has_member(struct evaluation *e, const sheaf_table *table, const sheaf_pick *pick)
{
    sheaf_error none = { 0 };
    size_t dimension;
    uint32_t member;

    return pick_find(table, pick, &e->arena, &none, &dimension, &member);
}

/* Where a failed selection went wrong: at a member that the table does not have, else at
 * the whole. */
static struct expression place_of(struct evaluation *e, const struct expression *part,
                                  const struct view *view)
{
    struct expression place = *part;

    for (size_t i = view->count; i-- > 0;)
        if (!has_member(e, view->table, &view->picks[i])) {
            place.start = view->spans[i].start;
            place.end = view->spans[i].end;
        }
    return place;
}

/* A series for each member that is picked of the dimension of several. */
static sheaf_series_list *select_several(struct evaluation *e, struct view *view)
{
    const struct choice *several = view->several;
    sheaf_series_list *list;

    if (several->count == 0)
        return sheaf_table_members(view->table, view->picks, view->count, several->dimension);
    list = sheaf_series_list_create(e->alloc);
    if (!grow_view(e, view, 1))
        return list;
    view->spans[view->count] = several->span;
    for (size_t i = 0; i < several->count; i++) {
        view->picks[view->count] = (sheaf_pick){ several->dimension, several->members[i] };
        sheaf_series_list_add(list, sheaf_table_select(view->table, view->picks, view->count + 1));
    }
    view->count++;
    return list;
}

/* Series where series are needed. */
static struct value as_list(struct evaluation *e, const struct expression *part, struct value value)
{
    bool several = value.kind == IS_VIEW && value.view.several != NULL;
    struct expression place = *part;
    sheaf_series_list *list;

    if (value.kind == IS_NUMBER) {
        fail_in(e, part, SHEAF_BAD_INPUT, "this is a plain number where a series is wanted");
        return (struct value){ .kind = NOTHING };
    }
    if (value.kind != IS_VIEW)
        return value;
    if (several) {
        list = select_several(e, &value.view);
    } else {
        list = sheaf_series_list_create(e->alloc);
        sheaf_series_list_add(
            list, sheaf_table_select(value.view.table, value.view.picks, value.view.count));
    }
    if (sheaf_series_list_status(list) == SHEAF_BAD_INPUT)
        place = place_of(e, part, &value.view);
    return list_value(e, &place, list, several, value.period);
}

static struct value evaluate_list(struct evaluation *e, const struct expression *part)
{
    return as_list(e, part, evaluate(e, part));
}

/* Periods ------------------------------------------------------------------------------- */

/* Which period the observation is of; fails when no series has any of it. */
static struct value at_period(struct evaluation *e, const struct expression *part,
                              struct value value, sheaf_period period)
{
    const sheaf_series *first = sheaf_series_list_at(value.list, 0);
    char wanted[SHEAF_PERIOD_TEXT], from[SHEAF_PERIOD_TEXT], to[SHEAF_PERIOD_TEXT];
    size_t n = sheaf_series_count(first);

    if (value.kind != IS_LIST)
        return value;
    for (size_t i = 0; i < sheaf_series_list_count(value.list); i++)
        if (sheaf_series_find(sheaf_series_list_at(value.list, i), period) != NULL) {
            value.period = period;
            return value;
        }
    sheaf_period_write(period, wanted);
    if (n == 0) {
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.100s' has no %s; it is empty", sheaf_series_name(first), wanted);
    } else {
        sheaf_period_write(sheaf_series_at(first, 0)->period, from);
        sheaf_period_write(sheaf_series_at(first, n - 1)->period, to);
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "'%.100s' has no %s; it has %s%s%s", sheaf_series_name(first), wanted, from,
                        n > 1 ? " to " : "", n > 1 ? to : "");
    }
    sheaf_series_list_destroy(value.list);
    return (struct value){ .kind = NOTHING };
}

/* The observations of all ranges, once each. */
static sheaf_series *within_ranges(const sheaf_series *series, const struct expression *part)
{
    sheaf_series *result =
        series_create_like(series, sheaf_series_name(series), sheaf_series_unit(series),
                           sheaf_series_multiplier(series));

    for (size_t i = 0; i < part->range_count; i++) {
        const struct range *range = &part->ranges[i];
        sheaf_series *some = range->exact ? sheaf_series_pick(series, &range->first, 1)
                                          : sheaf_series_filter(series, range->first, range->last);

        series_take_error(result, sheaf_series_error(some));
        for (size_t k = 0; k < sheaf_series_count(some); k++)
            if (sheaf_series_find(result, sheaf_series_at(some, k)->period) == NULL)
                sheaf_series_add_observation(result, sheaf_series_at(some, k));
        sheaf_series_destroy(some);
    }
    series_keep_derivations(result, series);
    return result;
}

static struct value evaluate_ranges(struct evaluation *e, const struct expression *part)
{
    struct value value = evaluate_list(e, part->left);
    sheaf_series_list *list;

    if (value.kind == NOTHING)
        return value;
    list = sheaf_series_list_create(e->alloc);
    for (size_t i = 0; i < sheaf_series_list_count(value.list); i++)
        sheaf_series_list_add(list, within_ranges(sheaf_series_list_at(value.list, i), part));
    sheaf_series_list_destroy(value.list);
    return list_value(e, part, list, value.several, no_period);
}

/* Several series side by side ----------------------------------------------------------- */

/* Lists of arguments, NULL where a parameter takes no series. */
struct operands {
    sheaf_series_list *lists[MOST_PARAMETERS];
    bool several[MOST_PARAMETERS];
    sheaf_period period; /* that one of them is an observation of */
};

/* The series of an operand that goes with one of the leading list: the only one, or the one of its
 * name, looked for at its place first; NULL: there is none. */
static const sheaf_series *partner_of(const struct operands *operands, size_t index,
                                      const sheaf_series *leader, size_t place)
{
    const sheaf_series_list *list = operands->lists[index];
    const char *name = sheaf_series_name(leader);
    size_t n = sheaf_series_list_count(list);

    if (!operands->several[index])
        return sheaf_series_list_at(list, 0);
    for (size_t i = 0; i < n; i++) {
        const sheaf_series *series = sheaf_series_list_at(list, (place + i) % n);

        if (strcmp(sheaf_series_name(series), name) == 0)
            return series;
    }
    return NULL;
}

/* The first operand of several series; else the first of all. */
static size_t leading_operand(const struct operands *operands)
{
    size_t first = 0;

    while (operands->lists[first] == NULL)
        first++;
    for (size_t i = 0; i < MOST_PARAMETERS; i++)
        if (operands->several[i])
            return i;
    return first;
}

static void operands_destroy(struct operands *operands)
{
    for (size_t i = 0; i < MOST_PARAMETERS; i++)
        sheaf_series_list_destroy(operands->lists[i]);
}

/* Takes over a value's list; false when it is an observation of another period than the
 * others are, or nothing. */
static bool operands_take(struct evaluation *e, const struct expression *part,
                          struct operands *operands, size_t index, struct value value)
{
    char one[SHEAF_PERIOD_TEXT], other[SHEAF_PERIOD_TEXT];

    operands->lists[index] = value.list;
    operands->several[index] = value.several;
    if (value.kind == NOTHING)
        return false;
    if (!period_valid(value.period))
        return true;
    if (period_valid(operands->period) &&
        sheaf_period_compare(operands->period, value.period) != 0) {
        sheaf_period_write(operands->period, one);
        sheaf_period_write(value.period, other);
        expression_fail(e->error, SHEAF_BAD_INPUT, part->text, part->start, part->end,
                        "these are observations of different periods, %s and %s", one, other);
        return false;
    }
    operands->period = value.period;
    return true;
}

/* Applies a function of single series to each of the leading list, with what goes with it;
 * what nothing goes with is left out. Several results keep their names. */
static sheaf_series_list *map(struct evaluation *e, const struct operands *operands,
                              const struct argument *given,
                              sheaf_series *(*apply)(const struct argument *arguments))
{
    sheaf_series_list *result = sheaf_series_list_create(e->alloc);
    size_t leading = leading_operand(operands);
    size_t count = sheaf_series_list_count(operands->lists[leading]);

    for (size_t i = 0; i < count; i++) {
        struct argument arguments[MOST_PARAMETERS];
        const sheaf_series *leader = sheaf_series_list_at(operands->lists[leading], i);
        bool complete = true;

        memcpy(arguments, given, sizeof arguments);
        for (size_t k = 0; k < MOST_PARAMETERS; k++)
            if (operands->lists[k] != NULL) {
                arguments[k].series = k == leading ? leader : partner_of(operands, k, leader, i);
                complete &= arguments[k].series != NULL;
            }
        if (!complete)
            continue;
        sheaf_series *made = apply(arguments);

        if (operands->several[leading])
            series_set_name(made, sheaf_series_name(leader));
        sheaf_series_list_add(result, made);
    }
    return result;
}

/* Operators ----------------------------------------------------------------------------- */

static sheaf_series *apply_sum(const struct argument *a)
{
    return sheaf_series_sum(a[0].series, a[1].series);
}

static sheaf_series *apply_difference(const struct argument *a)
{
    return sheaf_series_difference(a[0].series, a[1].series);
}

static sheaf_series *apply_product(const struct argument *a)
{
    return sheaf_series_multiply(a[0].series, a[1].series);
}

static sheaf_series *apply_quotient(const struct argument *a)
{
    return sheaf_series_divide(a[0].series, a[1].series);
}

static struct value number_value(struct evaluation *e, const struct expression *part, double a,
                                 double b)
{
    double number = part->kind == SUM          ? a + b
                    : part->kind == DIFFERENCE ? a - b
                    : part->kind == PRODUCT    ? a * b
                                               : a / b;

    if (isfinite(number))
        return (struct value){ .kind = IS_NUMBER, .number = number };
    fail_in(e, part, SHEAF_BAD_INPUT, "this is beyond all numbers");
    return (struct value){ .kind = NOTHING };
}

/* A plain number beside series: one for each of their periods. */
static struct value number_beside(struct evaluation *e, const struct expression *part,
                                  double number, const struct value *beside)
{
    sheaf_series_list *numbers = sheaf_series_list_create(e->alloc);

    for (size_t i = 0; i < sheaf_series_list_count(beside->list); i++) {
        const sheaf_series *like = sheaf_series_list_at(beside->list, i);
        sheaf_series *series = sheaf_series_number(like, number);

        if (beside->several)
            series_set_name(series, sheaf_series_name(like));
        sheaf_series_list_add(numbers, series);
    }
    return list_value(e, part, numbers, beside->several, no_period);
}

/* Both operands as lists; false after a failure. */
static bool evaluate_both(struct evaluation *e, const struct expression *part,
                          struct operands *operands, struct value left, struct value right)
{
    bool number_left = left.kind == IS_NUMBER, number_right = right.kind == IS_NUMBER;

    if (!number_left)
        left = as_list(e, part->left, left);
    if (!number_right)
        right = as_list(e, part->right, right);
    if (number_left && right.kind == IS_LIST)
        left = number_beside(e, part->left, left.number, &right);
    else if (number_right && left.kind == IS_LIST)
        right = number_beside(e, part->right, right.number, &left);

    bool well = operands_take(e, part, operands, 0, left);

    return operands_take(e, part, operands, 1, right) && well;
}

/* An observation is a view of the whole result. */
static struct value finish(struct evaluation *e, const struct expression *part,
                           struct operands *operands, sheaf_series_list *list, bool several)
{
    struct value result = list_value(e, part, list, several, no_period);

    if (period_valid(operands->period))
        result = at_period(e, part, result, operands->period);
    operands_destroy(operands);
    return result;
}

static struct value evaluate_binary(struct evaluation *e, const struct expression *part)
{
    static sheaf_series *(*const apply[])(const struct argument *) = {
        [SUM] = apply_sum,
        [DIFFERENCE] = apply_difference,
        [PRODUCT] = apply_product,
        [QUOTIENT] = apply_quotient,
    };
    const struct argument none[MOST_PARAMETERS] = { { .given = true }, { .given = true } };
    struct operands operands = { .period = no_period };
    struct value left = evaluate(e, part->left);
    struct value right = left.kind != NOTHING ? evaluate(e, part->right) : left;

    if (part->kind == QUOTIENT && right.kind == IS_NUMBER && right.number == 0) {
        fail_in(e, part->right, SHEAF_BAD_INPUT, "nothing can be divided by zero");
        sheaf_series_list_destroy(left.list);
        return (struct value){ .kind = NOTHING };
    }
    if (left.kind == IS_NUMBER && right.kind == IS_NUMBER)
        return number_value(e, part, left.number, right.number);
    if (left.kind == NOTHING || right.kind == NOTHING ||
        !evaluate_both(e, part, &operands, left, right)) {
        if (operands.lists[0] != left.list)
            sheaf_series_list_destroy(left.list);
        operands_destroy(&operands);
        return (struct value){ .kind = NOTHING };
    }
    return finish(e, part, &operands, map(e, &operands, none, apply[part->kind]),
                  operands.several[0] || operands.several[1]);
}

/* Calls --------------------------------------------------------------------------------- */

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
    unpick(view, by->word);
    operands->lists[0] = sheaf_table_parts(view->table, view->picks, view->count, by->word,
                                           depth->given ? (int)depth->number : 0);
    if (sheaf_series_list_status(operands->lists[0]) == SHEAF_BAD_INPUT)
        place = place_of(e, part, view);
    if (sheaf_series_list_status(operands->lists[0]) != SHEAF_OK) {
        fail_in(e, &place, sheaf_series_list_status(operands->lists[0]),
                sheaf_series_list_error(operands->lists[0])->message);
        return false;
    }
    *whole = sheaf_table_whole(view->table, view->picks, view->count, by->word);
    return true;
}

/* Several series as they are, or a table split by a dimension. */
static bool take_parts(struct evaluation *e, const struct expression *part,
                       struct argument *arguments, struct operands *operands, sheaf_series **whole)
{
    const struct expression *operand = part->argument_parts[0].expression;
    struct value value = evaluate(e, operand);

    if (value.kind == IS_VIEW && value.view.several == NULL)
        return split_table(e, part, &value.view, arguments, operands, whole);
    value = as_list(e, operand, value);
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
                fail_in(e, operand, SHEAF_BAD_INPUT,
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
        return map(e, operands, arguments, function->one);
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
        return operands->several[leading_operand(operands)];
    return function->gives_several &&
           (function->one_with == NULL || !arguments[index_of(function, function->one_with)].given);
}

static struct value evaluate_call(struct evaluation *e, const struct expression *part)
{
    struct argument arguments[MOST_PARAMETERS];
    struct operands operands = { .period = no_period };
    sheaf_series *whole = NULL;
    struct value result = { .kind = NOTHING };

    memcpy(arguments, part->arguments, sizeof arguments);
    if (take_arguments(e, part, arguments, &operands, &whole))
        result = finish(e, part, &operands,
                        apply_function(e, part->function, arguments, &operands, whole),
                        gives_several(part->function, arguments, &operands));
    else
        operands_destroy(&operands);
    sheaf_series_destroy(whole);
    return result;
}

/* Depth is limited by the parser. */
static struct value evaluate(struct evaluation *e, const struct expression *part)
{
    switch (part->kind) {
    case NUMBER:
        return (struct value){ .kind = IS_NUMBER, .number = part->number };
    case NAME:
        return evaluate_name(e, part);
    case SELECTION:
        return evaluate_selection(e, part);
    case OBSERVATION:
        return at_period(e, part, evaluate_list(e, part->left), part->period);
    case RANGES:
        return evaluate_ranges(e, part);
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
    struct evaluation e = { .environment = environment, .alloc = alloc, .error = &own };
    struct value result;

    arena_init(&e.arena, alloc, &own);
    result = evaluate_list(&e, expression);
    arena_free(&e.arena);
    if (own.status != SHEAF_OK) {
        sheaf_series_list_destroy(result.list);
        result.list = NULL;
    }
    *value = (struct expression_value){ result.list, result.several, result.period };
    error_take(error, &own);
    return own.status;
}

const sheaf_series *expression_value_one(const struct expression_value *value)
{
    return sheaf_series_list_count(value->list) == 1 ? sheaf_series_list_at(value->list, 0) : NULL;
}

const sheaf_observation *expression_observation(const struct expression_value *value)
{
    return sheaf_series_find(expression_value_one(value), value->period);
}
