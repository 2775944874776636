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
    double number = part->kind == SUM          ? a + b
                    : part->kind == DIFFERENCE ? a - b
                    : part->kind == PRODUCT    ? a * b
                                               : a / b;

    if (isfinite(number))
        return (struct value){ .kind = IS_NUMBER, .number = number };
    evaluation_fail(e, part, SHEAF_BAD_INPUT, "this is beyond all numbers");
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
            series_call_like(series, like);
        sheaf_series_list_add(numbers, series);
    }
    return value_of_list(e, part, numbers, beside->several, no_period);
}

/* Both operands as lists; false after a failure. */
static bool evaluate_both(struct evaluation *e, const struct expression *part,
                          struct operands *operands, struct value left, struct value right)
{
    bool number_left = left.kind == IS_NUMBER, number_right = right.kind == IS_NUMBER;

    if (!number_left)
        left = value_as_list(e, part->left, left);
    if (!number_right)
        right = value_as_list(e, part->right, right);
    if (number_left && right.kind == IS_LIST)
        left = number_beside(e, part->left, left.number, &right);
    else if (number_right && left.kind == IS_LIST)
        right = number_beside(e, part->right, right.number, &left);

    bool well = operands_take(e, part, operands, 0, left);

    return operands_take(e, part, operands, 1, right) && well;
}

struct value evaluate_binary(struct evaluation *e, const struct expression *part)
{
    static sheaf_series *(*const apply[])(const struct argument *) = {
        [SUM] = apply_sum,
        [DIFFERENCE] = apply_difference,
        [PRODUCT] = apply_product,
        [QUOTIENT] = apply_quotient,
    };
    const struct argument none[MOST_PARAMETERS] = { { .given = true }, { .given = true } };
    struct operands operands = { .period = no_period };
    struct value left = evaluate_part(e, part->left);
    struct value right = left.kind != NOTHING ? evaluate_part(e, part->right) : left;

    if (part->kind == QUOTIENT && right.kind == IS_NUMBER && right.number == 0) {
        evaluation_fail(e, part->right, SHEAF_BAD_INPUT, "nothing can be divided by zero");
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
    return operands_finish(e, part, &operands, operands_map(e, &operands, none, apply[part->kind]),
                           operands.several[0] || operands.several[1]);
}
