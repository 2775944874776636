/* expression_parse.c - from text to a tree, by recursive descent.
 *
 *     expression = term { ("+" | "-") term }
 *     term       = ( "(" expression ")" | name [ "(" expression ")" ] ) { "[" inside "]" }
 *     inside     = period | pick { "," pick }
 *     pick       = dimension ":" member
 *
 * A name is letters, digits and "_", not beginning with a digit, or any text in
 * quotes; inside square brackets, any text up to the next sign. */
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "data/expression_parts.h"

struct parser {
    struct arena *arena;
    sheaf_error *error;
    const char *text; /* NUL-terminated */
    size_t at, end;
    size_t nesting;
};

static struct expression *parse_sum(struct parser *p);

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

/* '\0' at the end: the text holds none. */
static char peek(struct parser *p)
{
    skip_spaces(p);
    return p->text[p->at];
}

static bool take(struct parser *p, char sign)
{
    if (peek(p) != sign)
        return false;
    p->at++;
    return true;
}

/* U+2212 is what a careful author types. */
static bool take_minus(struct parser *p)
{
    if (take(p, '-'))
        return true;
    if (strncmp(p->text + p->at, "\u2212", 3) != 0)
        return false;
    p->at += 3;
    return true;
}

/* Says what stands where something else is expected. */
static void fail_unexpected(struct parser *p, const char *expected)
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

static struct expression *new_part(struct parser *p, enum expression_kind kind, size_t start,
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
                                 .end = p->at,
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

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

/* A byte of a name; the true minus sign is none. */
static bool is_in_name(const struct parser *p, size_t at)
{
    char c = p->text[at];

    return (is_letter(c) || (c >= '0' && c <= '9')) && strncmp(p->text + at, "\u2212", 3) != 0;
}

static const char *keep(struct parser *p, const char *text, size_t n)
{
    const char *copy = arena_text(p->arena, text, n);

    if (copy == NULL)
        fail_memory(p->error);
    return copy;
}

/* What stands between quotes of either kind, without them. */
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
    return peek(p) == '"' || peek(p) == '\'';
}

static const char *take_name(struct parser *p)
{
    size_t start;

    if (at_quote(p))
        return take_quoted(p);
    start = p->at;
    if (is_letter(p->text[start]))
        while (is_in_name(p, p->at))
            p->at++;
    if (p->at == start) {
        fail_unexpected(p, "the name of a series");
        return NULL;
    }
    return keep(p, p->text + start, p->at - start);
}

/* Inside square brackets: quoted text, or all up to one of the signs, without the
 * spaces around it. */
static const char *take_words(struct parser *p, const char *signs, const char *expected)
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
        fail_unexpected(p, expected);
        return NULL;
    }
    return keep(p, p->text + start, n);
}

static bool expect(struct parser *p, char sign, const char *name)
{
    if (take(p, sign))
        return true;
    fail_unexpected(p, name);
    return false;
}

/* Counts what may be picks; each has a colon. */
static size_t count_colons(const struct parser *p)
{
    size_t count = 0;

    for (size_t i = p->at; i < p->end; i++)
        count += p->text[i] == ':';
    return count;
}

/* flow: exports, partner: CHN ] */
static struct expression *parse_picks(struct parser *p, const struct expression *left)
{
    size_t most = count_colons(p), count = 0;
    sheaf_pick *picks = arena_array(p->arena, sheaf_pick, most);
    struct span *spans = arena_array(p->arena, struct span, most);
    struct expression *part;

    if (picks == NULL || spans == NULL) {
        fail_memory(p->error);
        return NULL;
    }
    do {
        const char *dimension = take_words(p, ":,]", "a dimension (as in flow: exports)");

        if (dimension == NULL || !expect(p, ':', "':' and a member (as in flow: exports)"))
            return NULL;
        skip_spaces(p);
        spans[count].start = p->at;
        picks[count].dimension = dimension;
        picks[count].member = take_words(p, ",]", "a member (as in flow: exports)");
        if (picks[count].member == NULL)
            return NULL;
        spans[count++].end = p->at;
    } while (take(p, ','));
    if (!expect(p, ']', "',' or ']'"))
        return NULL;
    part = new_part(p, SELECTION, left->start, NULL, NULL);
    if (part == NULL)
        return NULL;
    part->name = left->name;
    part->picks = picks;
    part->spans = spans;
    part->pick_count = count;
    return part;
}

/* Neither a period nor, for want of a colon, picks. */
static void fail_inside(struct parser *p, size_t start, size_t n, bool closed)
{
    if (!closed) {
        p->at = p->end;
        fail_unexpected(p, "']'");
    } else if (n == 0) {
        fail_unexpected(p, "a period or a selection");
    } else {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + n,
                        "'%.*s' is neither a period, such as 2023 or 2024-T1, nor a selection, "
                        "such as flow: exports",
                        (int)utf8_floor(p->text + start, n < 60 ? n : 60), p->text + start);
    }
}

/* 2023 ], or picks. */
static struct expression *parse_inside(struct parser *p, const struct expression *left)
{
    size_t start, length, n;
    sheaf_period period;
    struct expression *part;

    skip_spaces(p);
    start = p->at;
    length = n = strcspn(p->text + start, "]");
    while (n > 0 && p->text[start + n - 1] == ' ')
        n--;
    if (sheaf_period_read(p->text + start, n, &period)) {
        p->at += length;
        if (!expect(p, ']', "']'"))
            return NULL;
        part = new_part(p, OBSERVATION, left->start, left, NULL);
        if (part != NULL)
            part->period = period;
        return part;
    }
    if (memchr(p->text + start, ':', n) == NULL)
        fail_inside(p, start, n, p->text[start + length] == ']');
    else if (left->kind != NAME)
        fail_unexpected(p, "a period");
    else
        return parse_picks(p, left);
    return NULL;
}

/* After a name and "(". */
static struct expression *parse_call(struct parser *p, const char *name, size_t start,
                                     size_t name_end)
{
    const char *nearest;
    const struct series_function *function = expression_function(name, &nearest);
    struct expression *operand, *call;

    if (function == NULL) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, name_end,
                        "no function named '%.60s'%s%s%s", name,
                        nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
                        nearest != NULL ? "'?" : "");
        return NULL;
    }
    operand = parse_sum(p);
    if (operand == NULL || !expect(p, ')', "'+', '-' or ')'"))
        return NULL;
    call = new_part(p, CALL, start, operand, NULL);
    if (call != NULL)
        call->function = function;
    return call;
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
    if (!quoted && take(p, '('))
        return parse_call(p, name, start, end);
    p->at = end;
    part = new_part(p, NAME, start, NULL, NULL);
    if (part != NULL)
        part->name = name;
    return part;
}

static struct expression *parse_brackets(struct parser *p)
{
    size_t start = p->at - 1;
    struct expression *inside = parse_sum(p);

    if (inside == NULL || !expect(p, ')', "'+', '-' or ')'"))
        return NULL;
    inside->start = start; /* messages show the brackets, too */
    inside->end = p->at;
    return inside;
}

static struct expression *parse_term(struct parser *p)
{
    struct expression *part = take(p, '(') ? parse_brackets(p) : parse_named(p);

    while (part != NULL && take(p, '['))
        part = parse_inside(p, part);
    return part;
}

static struct expression *parse_sum(struct parser *p)
{
    struct expression *sum;

    if (++p->nesting > EXPRESSION_DEPTH) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, p->at, p->at + 1,
                        "brackets are nested more than %d deep", EXPRESSION_DEPTH);
        return NULL;
    }
    sum = parse_term(p);
    while (sum != NULL) {
        bool plus = take(p, '+'), minus = !plus && take_minus(p);
        struct expression *right;

        if (!plus && !minus)
            break;
        right = parse_term(p);
        sum = right != NULL ? new_part(p, plus ? SUM : DIFFERENCE, sum->start, sum, right) : NULL;
    }
    p->nesting--;
    return sum;
}

struct expression *expression_parse(struct arena *arena, const char *text, size_t n,
                                    sheaf_error *error)
{
    struct parser p = { .arena = arena, .error = error, .end = n };
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
    expression = parse_sum(&p);
    if (expression != NULL && peek(&p) != '\0') {
        fail_unexpected(&p, "'+', '-' or the end");
        return NULL;
    }
    return expression;
}
