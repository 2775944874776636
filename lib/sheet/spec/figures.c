/* figures.c - which figures a text shows, by the expressions of its fields. */
#include <string.h>

#include "sheet/spec/texts.h"

/* The end of the expression that begins at text: the first of ",?|}" outside of brackets and quotes. */
static const char *end_of_expression(const char *text)
{
    int depth = 0;

    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\'') {
            const char *close = strchr(text + 1, *text);
            text = close != NULL ? close : text;
        } else if (*text == '(' || *text == '[') {
            depth++;
        } else if (*text == ')' || *text == ']') {
            depth--;
        } else if (*text == '}' || (depth <= 0 && strchr(",?|", *text) != NULL)) {
            break;
        }
    }
    return text;
}

/* The next figure from *at on, n bytes; names, periods and the figure of a branch, {}, are none. NULL:
 * there is no other. Fields within branches are found like any. */
static const char *next_figure(const char **at, size_t *n)
{
    while (**at != '\0') {
        const char sign = *(*at)++;

        if ((sign == '\\' && **at != '\0') || (sign == '{' && **at == '{')) {
            (*at)++;
            continue;
        }
        if (sign != '{')
            continue;
        const char *start = *at + strspn(*at, " \t\r\n");
        *at = end_of_expression(start);
        for (*n = (size_t)(*at - start); *n > 0 && strchr(" \t\r\n", start[*n - 1]) != NULL;)
            (*n)--;
        if (*n > 0 && *start != '$' && strncmp(start, "period:", 7) != 0)
            return start;
    }
    return NULL;
}

/* Whether the text shows the figure, which may be of this text: then before it. */
static bool shows(const char *text, const char *figure, size_t n)
{
    const char *own;
    size_t own_n;

    while ((own = next_figure(&text, &own_n)) != NULL && own != figure)
        if (own_n == n && memcmp(own, figure, n) == 0)
            return true;
    return false;
}

/* Adds those of the text that the other lacks, each once. */
static const char *add_missing(struct arena *arena, const char *list, const char *text,
                               const char *other, const char *sign)
{
    const char *at = text, *figure;
    size_t n;

    while (list != NULL && (figure = next_figure(&at, &n)) != NULL)
        if (!shows(other, figure, n) && !shows(text, figure, n))
            list = arena_format(arena, "%s%s%s%.*s", list, list[0] != '\0' ? ", " : "", sign,
                                (int)n, figure);
    return list;
}

const char *figures_that_differ(struct arena *arena, const char *source, const char *translation)
{
    const char *list = add_missing(arena, "", source, translation, "without ");

    return add_missing(arena, list, translation, source, "with ");
}
