#include "support/functions.h"

#include "support/check.h"

#include <string.h>

#include "expression/expression.h"

static bool calls(const char *expression, const char *function)
{
    size_t n = strlen(function);

    return strncmp(expression, function, n) == 0 && expression[n] == '(';
}

static const char *expression_of(const char *const *first, size_t i, size_t bytes)
{
    return *(const char *const *)(const void *)((const char *)first + i * bytes);
}

void assert_functions_tried(const char *const *first, size_t n, size_t bytes)
{
    const char *name;

    for (size_t f = 0; (name = expression_function_name(f)) != NULL; f++) {
        size_t i = 0;

        while (i < n && !calls(expression_of(first, i, bytes), name))
            i++;
        if (i == n)
            fail_msg("%s(\u2026) is not tried", name);
    }
}
