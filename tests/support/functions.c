#include "support/functions.h"

#include "support/check.h"

#include <string.h>

#include "data/expression.h"

static bool calls(const char *expression, const char *function)
{
    size_t n = strlen(function);

    return strncmp(expression, function, n) == 0 && expression[n] == '(';
}

void assert_functions_tried(const char *const *expressions, size_t n)
{
    const char *name;

    for (size_t f = 0; (name = expression_function_name(f)) != NULL; f++) {
        size_t i = 0;

        while (i < n && !calls(expressions[i], name))
            i++;
        if (i == n)
            fail_msg("%s(\u2026) is not tried", name);
    }
}
