/* operators.c - a + b, a - b, a * b, a / b, of series and plain numbers. */
#include <math.h>

#include "expression/values.h"
#include "series/series.h"

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
    double number = part->kind == EXPRESSION_SUM          ? a + b
                    : part->kind == EXPRESSION_DIFFERENCE ? a - b
                    : part->kind == EXPRESSION_PRODUCT    ? a * b
                                                          : a / b;

    if (isfinite(number))
        return (struct value){ .kind = VALUE_NUMBER, .number = number };
    evaluation_fail(e, part, SHEAF_BAD_INPUT, "this number is too large");
    return (struct value){ .kind = VALUE_FAILED };
}

/* Turns a plain number into series with that value in each period of the other operand. */
static struct value number_beside(struct evaluation *e, const struct expression *part,
                                  double number, const struct value *beside)
{
    sheaf_series_list *numbers = sheaf_series_list_create(e->alloc);

    for (size_t i = 0; i < sheaf_series_list_count(beside->list); i++) {
        const sheaf_series *like = sheaf_series_list_at(beside->list, i);
        sheaf_series *series = sheaf_series_number(like, number);

        if (beside->several)
            series_call_like(series, like);
        sheaf_series_list_add(numbers, series);
    }
    return value_of_list(e, part, numbers, beside->several, no_period);
}

/* Both operands as lists; false after a failure. */
static bool evaluate_both(struct evaluation *e, const struct expression *part,
                          struct operands *operands, struct value left, struct value right)
{
    bool number_left = left.kind == VALUE_NUMBER, number_right = right.kind == VALUE_NUMBER;

    if (!number_left)
        left = value_as_list(e, part->left, left);
    if (!number_right)
        right = value_as_list(e, part->right, right);
    if (number_left && right.kind == VALUE_LIST)
        left = number_beside(e, part->left, left.number, &right);
    else if (number_right && left.kind == VALUE_LIST)
        right = number_beside(e, part->right, right.number, &left);

    bool well = operands_take(e, part, operands, 0, left);

    return operands_take(e, part, operands, 1, right) && well;
}

struct value evaluate_binary(struct evaluation *e, const struct expression *part)
{
    static sheaf_series *(*const apply[])(const struct argument *) = {
        [EXPRESSION_SUM] = apply_sum,
        [EXPRESSION_DIFFERENCE] = apply_difference,
        [EXPRESSION_PRODUCT] = apply_product,
        [EXPRESSION_QUOTIENT] = apply_quotient,
    };
    const struct argument none[MOST_PARAMETERS] = { { .given = true }, { .given = true } };
    struct operands operands = { .period = no_period };
    struct value left = evaluate_part(e, part->left);
    struct value right = left.kind != VALUE_FAILED ? evaluate_part(e, part->right) : left;

    if (part->kind == EXPRESSION_QUOTIENT && right.kind == VALUE_NUMBER && right.number == 0) {
        evaluation_fail(e, part->right, SHEAF_BAD_INPUT, "nothing can be divided by zero");
        sheaf_series_list_destroy(left.list);
        return (struct value){ .kind = VALUE_FAILED };
    }
    if (left.kind == VALUE_NUMBER && right.kind == VALUE_NUMBER)
        return number_value(e, part, left.number, right.number);
    if (left.kind == VALUE_FAILED || right.kind == VALUE_FAILED ||
        !evaluate_both(e, part, &operands, left, right)) {
        if (operands.lists[0] != left.list)
            sheaf_series_list_destroy(left.list);
        operands_destroy(&operands);
        return (struct value){ .kind = VALUE_FAILED };
    }
    return operands_finish(e, part, &operands,
                           operands_map(e, &operands, none, apply[part->kind], NULL),
                           operands.several[0] || operands.several[1]);
}
