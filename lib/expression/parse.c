/* parse.c - parses text into a syntax tree, by recursive descent.
 *
 *     expression = term { ("+" | "-") term }
 *     term       = factor { ("*" | "/") factor }
 *     factor     = ( number | "(" expression ")" | name [ "(" arguments ")" ] ) { "[" inside "]" }
 *     arguments  = argument { "," argument }            (arguments.c)
 *     inside     = periods | filters                    (brackets.c)
 *
 * A name is letters, digits and "_", not beginning with a digit, or any text in
 * quotes. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "expression/parts.h"

/* Typographic signs, accepted as well as - * /. */
#define MINUS  "\u2212"
#define TIMES  "\u00d7"
#define DIVIDE "\u00f7"

void expression_fail(sheaf_error *error, sheaf_status status, const char *text, size_t start,
                     size_t end, const char *format, ...)
{
    char message[sizeof error->message];
    struct place at = { .line = 1, .column = 1 + utf8_count(text, start) };
    va_list arguments;

    at.length = end > start ? utf8_count(text + start, end - start) : 1;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail_at(error, status, at, "%s", message);
}

static void skip_spaces(struct parser *p)
{
    while (p->at < p->end && (p->text[p->at] == ' ' || p->text[p->at] == '\t' ||
                              p->text[p->at] == '\n' || p->text[p->at] == '\r'))
        p->at++;
}

char parser_peek(struct parser *p)
{
    skip_spaces(p);
    return p->text[p->at];
}

bool parser_take(struct parser *p, char sign)
{
    if (parser_peek(p) != sign)
        return false;
    p->at++;
    return true;
}

static bool begins(const struct parser *p, size_t at, const char *sign)
{
    return strncmp(p->text + at, sign, strlen(sign)) == 0;
}

/* Takes the ASCII sign or its typographic form. */
static bool take_sign(struct parser *p, char sign, const char *printed)
{
    if (parser_take(p, sign))
        return true;
    if (!begins(p, p->at, printed))
        return false;
    p->at += strlen(printed);
    return true;
}

/* Fails with what is expected here and what stands here instead. */
void parser_fail_expected(struct parser *p, const char *expected)
{
    const char *next;

    skip_spaces(p);
    next = p->text + p->at;
    if (p->at == p->end) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, p->at, p->at,
                        "%s is expected here, and the expression ends", expected);
        return;
    }
    utf8_next(&next, p->text + p->end);

    int n = (int)(next - (p->text + p->at));

    expression_fail(p->error, SHEAF_BAD_INPUT, p->text, p->at, p->at + (size_t)n,
                    "%s is expected here, not '%.*s'", expected, n, p->text + p->at);
}

struct expression *parser_new_part(struct parser *p, enum expression_kind kind, size_t start,
                                   const struct expression *left, const struct expression *right)
{
    struct expression *part = arena_new(p->arena, struct expression);
    size_t depth = left != NULL ? left->depth : 0;

    if (part == NULL) {
        fail_memory(p->error);
        return NULL;
    }
    if (right != NULL && right->depth > depth)
        depth = right->depth;
    *part = (struct expression){ .kind = kind,
                                 .text = p->text,
                                 .start = start,
                                 .end = right != NULL ? right->end : p->at,
                                 .depth = depth + 1,
                                 .left = left,
                                 .right = right };
    if (part->depth > EXPRESSION_DEPTH) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, p->at,
                        "an expression has at most %d operations; name its parts",
                        EXPRESSION_DEPTH);
        return NULL;
    }
    return part;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

/* True for a byte of a name. The typographic signs are not part of names. */
static bool is_in_name(const struct parser *p, size_t at)
{
    return (is_letter(p->text[at]) || is_digit(p->text[at])) && !begins(p, at, MINUS) &&
           !begins(p, at, TIMES) && !begins(p, at, DIVIDE);
}

static const char *keep(struct parser *p, const char *text, size_t n)
{
    const char *copy = arena_text(p->arena, text, n);

    if (copy == NULL)
        fail_memory(p->error);
    return copy;
}

/* Reads a text in quotes of either kind, without the quotes. */
static const char *take_quoted(struct parser *p)
{
    size_t start = p->at;
    const char *close = strchr(p->text + start + 1, p->text[start]);

    if (close == NULL) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + 1,
                        "this quote is not closed");
        return NULL;
    }
    p->at = (size_t)(close - p->text) + 1;
    return keep(p, p->text + start + 1, p->at - start - 2);
}

static bool at_quote(struct parser *p)
{
    return parser_peek(p) == '"' || parser_peek(p) == '\'';
}

size_t parser_name_length(const struct parser *p)
{
    size_t end = p->at;

    if (is_letter(p->text[end]))
        while (is_in_name(p, end))
            end++;
    return end - p->at;
}

static const char *take_name(struct parser *p)
{
    size_t n;

    if (at_quote(p))
        return take_quoted(p);
    n = parser_name_length(p);
    if (n == 0) {
        parser_fail_expected(p, "the name of a series");
        return NULL;
    }
    p->at += n;
    return keep(p, p->text + p->at - n, n);
}

bool parser_is_parameter(const struct parser *p, size_t start, size_t n)
{
    size_t length = 0;

    if (p->parameters == NULL || n < 2 || p->text[start] != '$')
        return false;
    while (length + 1 < n && (unsigned char)p->text[start + 1 + length] < 0x80 &&
           (is_letter(p->text[start + 1 + length]) || is_digit(p->text[start + 1 + length])))
        length++;
    return length + 1 == n;
}

const char *parser_parameter(struct parser *p, size_t start, size_t n)
{
    sheaf_error own = { 0 };
    const char *value =
        p->parameters->find(p->parameters->context, p->text + start + 1, n - 1, &own);

    if (value != NULL)
        return keep(p, value, strlen(value));
    if (own.status == SHEAF_NO_MEMORY)
        error_take(p->error, &own);
    else
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + n, "%s", own.message);
    return NULL;
}

const char *const *parser_rows(const struct parser *p, size_t start, size_t n, size_t *count)
{
    if (!parser_is_parameter(p, start, n) || p->parameters->rows == NULL)
        return NULL;
    return p->parameters->rows(p->parameters->context, p->text + start + 1, n - 1, count);
}

const char *parser_words(struct parser *p, const char *signs, const char *expected)
{
    size_t start, n;

    if (at_quote(p))
        return take_quoted(p);
    start = p->at;
    n = strcspn(p->text + start, signs);
    p->at += n;
    while (n > 0 && p->text[start + n - 1] == ' ')
        n--;
    if (n == 0) {
        parser_fail_expected(p, expected);
        return NULL;
    }
    if (parser_is_parameter(p, start, n))
        return parser_parameter(p, start, n);
    return keep(p, p->text + start, n);
}

bool parser_expect(struct parser *p, char sign, const char *name)
{
    if (parser_take(p, sign))
        return true;
    parser_fail_expected(p, name);
    return false;
}

static struct expression *parse_named(struct parser *p)
{
    bool quoted = at_quote(p);
    size_t start = p->at, end;
    const char *name = take_name(p);
    struct expression *part;

    if (name == NULL)
        return NULL;
    end = p->at;
    if (!quoted && parser_take(p, '('))
        return parse_call(p, name, (struct span){ start, end });
    p->at = end;
    part = parser_new_part(p, EXPRESSION_NAME, start, NULL, NULL);
    if (part != NULL)
        part->name = name;
    return part;
}

/* 1000, 0.5, -2; the sign has been taken. */
static struct expression *parse_number(struct parser *p, size_t start, bool negative)
{
    size_t n = strspn(p->text + p->at, "0123456789.");
    struct expression *part;
    double number;

    if (!number_read(p->text + p->at, n, &number, NULL)) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, p->at, p->at + n,
                        "'%.*s' is not a number", (int)(n < 60 ? n : 60), p->text + p->at);
        return NULL;
    }
    p->at += n;
    part = parser_new_part(p, EXPRESSION_NUMBER, start, NULL, NULL);
    if (part != NULL)
        part->number = negative ? -number : number;
    return part;
}

/* "$rate" where a number may stand. */
static struct expression *parse_number_parameter(struct parser *p)
{
    size_t start = p->at, end = start + 1;
    double number;

    while (is_in_name(p, end))
        end++;
    if (!parser_is_parameter(p, start, end - start)) {
        parser_fail_expected(p, "the name of a series");
        return NULL;
    }
    const char *value = parser_parameter(p, start, end - start);
    if (value == NULL)
        return NULL;
    if (!number_read(value, strlen(value), &number, NULL)) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, end,
                        "a number is expected here, and '%.*s' is '%.60s'", (int)(end - start),
                        p->text + start, value);
        return NULL;
    }
    p->at = end;
    struct expression *part = parser_new_part(p, EXPRESSION_NUMBER, start, NULL, NULL);
    if (part != NULL)
        part->number = number;
    return part;
}

static struct expression *parse_grouped(struct parser *p)
{
    size_t start = p->at - 1;
    struct expression *inside = parse_sum(p);

    if (inside == NULL || !parser_expect(p, ')', "an operator or ')'"))
        return NULL;
    inside->start = start; /* messages show the brackets, too */
    inside->end = p->at;
    return inside;
}

static struct expression *parse_primary(struct parser *p)
{
    size_t start;

    if (is_digit(parser_peek(p)))
        return parse_number(p, p->at, false);
    if (p->parameters != NULL && p->text[p->at] == '$')
        return parse_number_parameter(p);
    start = p->at;
    if (take_sign(p, '-', MINUS)) {
        if (is_digit(parser_peek(p)))
            return parse_number(p, start, true);
        parser_fail_expected(p, "a number");
        return NULL;
    }
    return parser_take(p, '(') ? parse_grouped(p) : parse_named(p);
}

static struct expression *parse_factor(struct parser *p)
{
    struct expression *part = parse_primary(p);

    while (part != NULL && parser_take(p, '['))
        part = parse_brackets(p, part);
    return part;
}

static struct expression *parse_term(struct parser *p)
{
    struct expression *product = parse_factor(p);

    while (product != NULL) {
        bool times = take_sign(p, '*', TIMES), divide = !times && take_sign(p, '/', DIVIDE);
        struct expression *right;

        if (!times && !divide)
            break;
        right = parse_factor(p);
        product = right != NULL
                      ? parser_new_part(p, times ? EXPRESSION_PRODUCT : EXPRESSION_QUOTIENT,
                                        product->start, product, right)
                      : NULL;
    }
    return product;
}

struct expression *parse_sum(struct parser *p)
{
    struct expression *sum;

    if (++p->nesting > EXPRESSION_DEPTH) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, p->at, p->at + 1,
                        "brackets are nested more than %d deep", EXPRESSION_DEPTH);
        return NULL;
    }
    sum = parse_term(p);
    while (sum != NULL) {
        bool plus = parser_take(p, '+'), minus = !plus && take_sign(p, '-', MINUS);
        struct expression *right;

        if (!plus && !minus)
            break;
        right = parse_term(p);
        sum = right != NULL ? parser_new_part(p, plus ? EXPRESSION_SUM : EXPRESSION_DIFFERENCE,
                                              sum->start, sum, right)
                            : NULL;
    }
    p->nesting--;
    return sum;
}

/* Where an equals sign stands outside of brackets and quotes; SIZE_MAX: nowhere. A unit in brackets
 * may have one: data[unit: 2020 = 100]. */
static size_t find_equals(const struct parser *p)
{
    int depth = 0;
    char quote = '\0';

    for (size_t i = p->at; i < p->end; i++) {
        char at = p->text[i];

        if (quote != '\0')
            quote = at == quote ? '\0' : quote;
        else if (at == '"')
            quote = at;
        else if (at == '[' || at == '(')
            depth++;
        else if (at == ']' || at == ')')
            depth--;
        else if (at == '=' && depth == 0)
            return i;
    }
    return SIZE_MAX;
}

/* "Balance = exports - imports", or the expression alone. */
static struct expression *parse_whole(struct parser *p)
{
    struct expression *named;
    const char *name;
    size_t start, end;

    if (find_equals(p) == SIZE_MAX)
        return parse_sum(p);
    parser_peek(p);
    start = p->at;
    name = parser_words(p, "=", "the series' name before '='");
    end = p->at;
    while (end > start && p->text[end - 1] == ' ')
        end--;
    if (name == NULL || !parser_expect(p, '=', "'=' behind the series' name"))
        return NULL;
    const struct expression *left = parse_sum(p);
    named = left != NULL ? parser_new_part(p, EXPRESSION_NAMED, start, left, NULL) : NULL;
    if (named == NULL)
        return NULL;
    named->name = name;
    named->end = end;
    return named;
}

struct expression *expression_parse(struct arena *arena, const char *text, size_t n,
                                    sheaf_error *error)
{
    return expression_parse_with(arena, text, n, NULL, error);
}

struct expression *expression_parse_with(struct arena *arena, const char *text, size_t n,
                                         const struct expression_parameters *parameters,
                                         sheaf_error *error)
{
    struct parser p = { .arena = arena, .error = error, .end = n, .parameters = parameters };
    struct expression *expression;
    size_t offset;

    if (n > EXPRESSION_LENGTH) {
        fail_at(error, SHEAF_BAD_INPUT, (struct place){ .line = 1, .column = 1 },
                "an expression has at most %d bytes; name its parts", EXPRESSION_LENGTH);
        return NULL;
    }
    if (!utf8_valid(text, n, &offset) || memchr(text, '\0', n) != NULL) {
        fail_at(error, SHEAF_BAD_INPUT, (struct place){ .line = 1, .column = 1 },
                "the expression is not UTF-8 text");
        return NULL;
    }
    p.text = keep(&p, text, n);
    if (p.text == NULL)
        return NULL;
    expression = parse_whole(&p);
    if (expression != NULL && parser_peek(&p) != '\0') {
        parser_fail_expected(&p, "an operator or the end");
        return NULL;
    }
    return expression;
}
