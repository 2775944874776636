/* arguments.c - parses the arguments of a call: first those by position, then those by name, each
 * according to the kind of its parameter. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "expression/parts.h"

struct call {
    const struct function *function;
    struct argument *arguments;
    struct argument_part *parts;
    struct span name;
};

static size_t parameter_count(const struct function *function)
{
    size_t n = 0;

    while (function->parameters[n].kind != NO_PARAMETER)
        n++;
    return n;
}

/* "on, base": the parameters' names. */
static void list_parameters(const struct function *function, char *out, size_t capacity)
{
    size_t length = 0;

    out[0] = '\0';
    for (size_t i = 0; i < parameter_count(function) && length < capacity; i++)
        length += (size_t)snprintf(out + length, capacity - length, "%s%s", i > 0 ? ", " : "",
                                   function->parameters[i].name);
}

/* Words ---------------------------------------------------------------------------------- */

static void fail_word(struct parser *p, struct span span, const char *word, const char *what,
                      const char *known)
{
    const char *names[16], *nearest;
    char copy[256], *at = copy;
    size_t n = 0;

    snprintf(copy, sizeof copy, "%s", known);
    while (n < 16 && *at != '\0') {
        size_t length = strcspn(at, " ");

        names[n++] = at;
        at += length;
        if (*at != '\0')
            *at++ = '\0';
    }
    nearest = string_nearest(word, strlen(word), names, n);
    if (nearest != NULL) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, span.start, span.end,
                        "'%.60s' is no %s; did you mean '%s'?", word, what, nearest);
        return;
    }
    expression_fail(p->error, SHEAF_BAD_INPUT, p->text, span.start, span.end,
                    "'%.60s' is no %s; there is: %s", word, what, known);
}

/* True when word is in a list of words separated by spaces. */
static bool is_listed(const char *word, const char *list)
{
    size_t n = strlen(word);

    for (const char *at = list; *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");

        if (length == n && memcmp(at, word, n) == 0)
            return true;
        at += length;
    }
    return false;
}

static const struct {
    const char *word;
    sheaf_spans spans;
} known_spans[] = {
    { "year", { 12, 1, 12 } },  { "half-year", { 6, 1, 6 } }, { "trimester", { 4, 1, 4 } },
    { "quarter", { 3, 1, 3 } }, { "month", { 1, 1, 1 } },
};

/* A word, or a period, which stands for the same months of every year: 2024-T1 is January-April. */
static bool read_spans(const char *word, sheaf_spans *spans)
{
    sheaf_period period;
    int month;

    for (size_t i = 0; i < sizeof known_spans / sizeof *known_spans; i++)
        if (strcmp(known_spans[i].word, word) == 0) {
            *spans = known_spans[i].spans;
            return true;
        }
    if (!sheaf_period_read(word, strlen(word), &period) || period.unit != SHEAF_MONTHS)
        return false;
    sheaf_period_first_day(period, NULL, &month, NULL);
    *spans = (sheaf_spans){ period.count, month, 12 };
    return true;
}

static bool read_number(const char *word, size_t *number)
{
    int64_t value;

    if (!number_read_integer(word, strlen(word), 1, 9999, &value))
        return false;
    *number = (size_t)value;
    return true;
}

/* Reads a word according to the kind of its parameter; fails with what is expected. */
static bool read_word(struct parser *p, const struct parameter *parameter, const char *word,
                      struct span span, struct argument *argument)
{
    bool read = true;

    argument->given = true;
    argument->word = word;
    switch (parameter->kind) {
    case TAKES_NUMBER:
        read = read_number(word, &argument->number);
        if (!read)
            expression_fail(p->error, SHEAF_BAD_INPUT, p->text, span.start, span.end,
                            "'%.60s' is not a whole number from 1 to 9999", word);
        break;
    case TAKES_PERIOD:
        read = sheaf_period_read(word, strlen(word), &argument->period);
        if (!read)
            expression_fail(p->error, SHEAF_BAD_INPUT, p->text, span.start, span.end,
                            "'%.60s' is no period, such as 2023 or 2024-T1", word);
        break;
    case TAKES_SPANS:
        read = read_spans(word, &argument->spans);
        if (!read)
            fail_word(p, span, word, "length of periods",
                      "year half-year trimester quarter month 2024-T1");
        break;
    case TAKES_CHOICE:
        read = is_listed(word, parameter->choices);
        if (!read)
            fail_word(p, span, word, "choice here", parameter->choices);
        break;
    default:
        break;
    }
    return read;
}

/* Arguments ------------------------------------------------------------------------------ */

static const char *expected_of(enum parameter_kind kind)
{
    return kind == TAKES_NUMBER ? "a number" : kind == TAKES_PERIOD ? "a period" : "a word";
}

/* "$row" of a table of several rows, for a function that then gives one result a row. */
static bool parse_rows(struct parser *p, const struct call *call, size_t index)
{
    const char *one_with = call->function->one_with;
    struct argument *argument = &call->arguments[index];
    size_t n = strcspn(p->text + p->at, ",)");

    if (one_with == NULL || strcmp(call->function->parameters[index].name, one_with) != 0)
        return false;
    while (n > 0 && p->text[p->at + n - 1] == ' ')
        n--;
    argument->rows = parser_rows(p, p->at, n, &argument->n_rows);
    if (argument->rows == NULL)
        return false;
    argument->given = true;
    argument->word = "$row";
    p->at += n;
    call->parts[index].span.end = p->at;
    return true;
}

static bool parse_value(struct parser *p, struct call *call, size_t index)
{
    const struct parameter *parameter = &call->function->parameters[index];
    struct argument *argument = &call->arguments[index];
    struct argument_part *part = &call->parts[index];
    const char *word;

    parser_peek(p);
    part->span.start = p->at;
    if (parameter->kind == TAKES_SERIES || parameter->kind == TAKES_PARTS) {
        part->expression = parse_sum(p);
        part->span.end = p->at;
        argument->given = true;
        return part->expression != NULL;
    }
    if (parse_rows(p, call, index))
        return true;
    word = parser_words(p, ",)", expected_of(parameter->kind));
    part->span.end = p->at;
    while (part->span.end > part->span.start && p->text[part->span.end - 1] == ' ')
        part->span.end--;
    return word != NULL && read_word(p, parameter, word, part->span, argument);
}

static void fail_unknown_parameter(struct parser *p, const struct function *function,
                                   const char *name, size_t start)
{
    const char *names[MOST_PARAMETERS], *nearest;
    char known[128];
    size_t n = parameter_count(function);

    for (size_t i = 0; i < n; i++)
        names[i] = function->parameters[i].name;
    nearest = string_nearest(name, strlen(name), names, n);
    list_parameters(function, known, sizeof known);
    if (nearest != NULL)
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + strlen(name),
                        "%s(\u2026) takes no '%.60s'; did you mean '%s'?", function->name, name,
                        nearest);
    else
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + strlen(name),
                        "%s(\u2026) takes no '%.60s'; it takes: %s", function->name, name, known);
}

/* Parses "name:" and returns the index of that parameter. SIZE_MAX with *named false: there is no
 * name here. SIZE_MAX with *named true: failed, the function has no such parameter. */
static size_t parse_parameter_name(struct parser *p, const struct call *call, bool *named)
{
    size_t start, n;
    char name[64];

    parser_peek(p);
    start = p->at;
    n = parser_name_length(p);
    p->at += n;
    *named = n > 0 && parser_peek(p) == ':';
    if (!*named) {
        p->at = start;
        return SIZE_MAX;
    }
    p->at++;
    snprintf(name, sizeof name, "%.*s", (int)utf8_floor(p->text + start, n < 60 ? n : 60),
             p->text + start);
    for (size_t i = 0; i < parameter_count(call->function); i++)
        if (string_is(p->text + start, n, call->function->parameters[i].name))
            return i;
    fail_unknown_parameter(p, call->function, name, start);
    return SIZE_MAX;
}

static bool check_free(struct parser *p, const struct call *call, size_t index, size_t start)
{
    const char *name = call->function->parameters[index].name;

    if (!call->arguments[index].given)
        return true;
    expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + strlen(name),
                    "'%s' is given twice", name);
    return false;
}

/* Parses an argument. *position is the parameter of the next argument without a name; SIZE_MAX once
 * an argument had a name, because then all following must have one. */
static bool parse_argument(struct parser *p, struct call *call, size_t *position)
{
    size_t start, index, count = parameter_count(call->function);
    bool named;

    parser_peek(p);
    start = p->at;
    index = parse_parameter_name(p, call, &named);
    if (named) {
        *position = SIZE_MAX;
        return index != SIZE_MAX && check_free(p, call, index, start) &&
               parse_value(p, call, index);
    }
    if (*position == SIZE_MAX) {
        parser_fail_expected(p, "a name and ':', as the argument before has one,");
        return false;
    }
    if (*position == count) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start,
                        "%s(\u2026) takes no more than %zu argument%s: %s", call->function->name,
                        count, count == 1 ? "" : "s", call->function->example);
        return false;
    }
    return parse_value(p, call, (*position)++);
}

/* Sets the missing arguments to their defaults; fails if a required one is missing. */
static bool complete(struct parser *p, struct call *call)
{
    for (size_t i = 0; i < parameter_count(call->function); i++) {
        const struct parameter *parameter = &call->function->parameters[i];

        if (call->arguments[i].given)
            continue;
        if (parameter->fallback == NULL) {
            expression_fail(p->error, SHEAF_BAD_INPUT, p->text, call->name.start, p->at,
                            "%s(\u2026) needs '%s', as in %s", call->function->name,
                            parameter->name, call->function->example);
            return false;
        }
        if (parameter->fallback[0] != '\0' &&
            !read_word(p, parameter, parameter->fallback, call->name, &call->arguments[i]))
            return false;
    }
    return true;
}

static bool parse_arguments(struct parser *p, struct call *call)
{
    size_t position = 0;

    if (parser_peek(p) != ')')
        do {
            if (!parse_argument(p, call, &position))
                return false;
        } while (parser_take(p, ','));
    return parser_expect(p, ')', "an operator, ',' or ')'") && complete(p, call);
}

struct expression *parse_call(struct parser *p, const char *name, struct span name_span)
{
    const char *nearest;
    struct call call = { .function = expression_function(name, &nearest), .name = name_span };
    struct expression *part;
    const struct expression *deepest = NULL;

    if (call.function == NULL) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, name_span.start, name_span.end,
                        "no function named '%.60s'%s%s%s", name,
                        nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
                        nearest != NULL ? "'?" : "");
        return NULL;
    }
    call.arguments = arena_array(p->arena, struct argument, MOST_PARAMETERS);
    call.parts = arena_array(p->arena, struct argument_part, MOST_PARAMETERS);
    if (call.arguments == NULL || call.parts == NULL) {
        fail_memory(p->error);
        return NULL;
    }
    if (!parse_arguments(p, &call))
        return NULL;
    for (size_t i = 0; i < MOST_PARAMETERS; i++)
        if (call.parts[i].expression != NULL &&
            (deepest == NULL || call.parts[i].expression->depth > deepest->depth))
            deepest = call.parts[i].expression;
    part = parser_new_part(p, EXPRESSION_CALL, name_span.start, deepest, NULL);
    if (part == NULL)
        return NULL;
    part->function = call.function;
    part->arguments = call.arguments;
    part->argument_parts = call.parts;
    return part;
}
