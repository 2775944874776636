/* expression.c - an expression is parsed, or its error points into it. */
#include "require.h"

#include "base/strings.h"
#include "data/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *text = (const char *)data;
    sheaf_error error = { .status = SHEAF_OK };
    struct expression *expression;
    struct arena arena;

    arena_init(&arena, NULL, &error);
    expression = expression_parse(&arena, text, n, &error);
    require((expression == NULL) == (error.status != SHEAF_OK));
    if (expression == NULL)
        require(error.column >= 1 && error.column <= utf8_count(text, n) + 1 &&
                error.message[0] != '\0');
    arena_free(&arena);
    return 0;
}
