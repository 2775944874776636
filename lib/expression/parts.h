/* parts.h - the parsed form, for the files of the expression language only. */
#ifndef SHEAF_EXPRESSION_PARTS_H
#define SHEAF_EXPRESSION_PARTS_H

#include "expression/expression.h"

enum { EXPRESSION_DEPTH = 200, EXPRESSION_LENGTH = 16384, MOST_PARAMETERS = 5 };

/* A part of the text, in bytes. */
struct span {
    size_t start, end;
};

/* Functions ----------------------------------------------------------------------------- */

enum parameter_kind {
    NO_PARAMETER, /* after the last */
    TAKES_SERIES, /* an expression; of several series, each in turn */
    TAKES_PARTS,  /* an expression: several series, or a table, split by the parameter "by" */
    TAKES_NUMBER, /* a whole number from 1 on */
    TAKES_PERIOD, /* 2023, 2024-T1 */
    TAKES_SPANS,  /* year, half-year, trimester, quarter, month, or a period of every year */
    TAKES_CHOICE, /* one of the words in choices */
    TAKES_NAME    /* any word: a dimension, a member */
};

struct parameter {
    const char *name;
    enum parameter_kind kind;
    const char *fallback; /* as if this had been written; "": may be left out; NULL: may not */
    const char *choices;  /* TAKES_CHOICE: "year previous" */
};

/* What a function gets for each parameter. */
struct argument {
    bool given;                     /* or fallen back upon */
    const sheaf_series *series;     /* TAKES_SERIES */
    const sheaf_series_list *parts; /* TAKES_PARTS */
    const sheaf_series *whole;      /* TAKES_PARTS: as the table states it; NULL: it does not */
    size_t number;
    sheaf_period period;
    sheaf_spans spans;
    const char *word; /* TAKES_CHOICE, TAKES_NAME */
};

/* A new function is one row in expression_functions.c and one C function: either of the
 * two, the first for each series of its arguments. */
struct function {
    const char *name;
    struct parameter parameters[MOST_PARAMETERS + 1];
    sheaf_series *(*one)(const struct argument *arguments);
    sheaf_series_list *(*several)(const struct argument *arguments);
    bool gives_several;   /* series that are told apart by their names */
    const char *one_with; /* unless this parameter is given; NULL: none */
    const char *example;  /* shown when an argument is missing */
};

/* NULL: there is none. nearest (may be NULL) then gets the name meant, or NULL. */
const struct function *expression_function(const char *name, const char **nearest);

/* The tree ------------------------------------------------------------------------------ */

enum expression_kind {
    NUMBER,
    NAME,
    SELECTION,   /* of left, by filters */
    OBSERVATION, /* of left, in a period */
    RANGES,      /* of left, in ranges */
    SUM,
    DIFFERENCE,
    PRODUCT,
    QUOTIENT,
    CALL
};

/* A dimension and the members that are picked of it. */
struct choice {
    const char *dimension;
    const char **members;
    size_t count; /* 0: all */
    struct span span;
};

struct range {
    sheaf_period first, last; /* SHEAF_NO_PERIOD: open */
    bool exact;               /* one period, and none within it */
};

struct argument_part {
    const struct expression *expression; /* NULL where none is taken */
    struct span span;
};

struct expression {
    enum expression_kind kind;
    const char *text;                      /* the whole text, NUL-terminated */
    size_t start, end;                     /* this part of it, in bytes */
    size_t depth;                          /* of the tree below */
    const struct expression *left, *right; /* left: also what brackets stand behind */
    double number;                         /* NUMBER */
    const char *name;                      /* NAME */
    const struct choice *choices;          /* SELECTION */
    size_t choice_count;
    sheaf_period period;        /* OBSERVATION */
    const struct range *ranges; /* RANGES */
    size_t range_count;
    const struct function *function;  /* CALL */
    const struct argument *arguments; /* CALL: one a parameter; without series yet */
    const struct argument_part *argument_parts;
};

/* Fails at a part of the text. */
void expression_fail(sheaf_error *error, sheaf_status status, const char *text, size_t start,
                     size_t end, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* The parser ---------------------------------------------------------------------------- */

struct parser {
    struct arena *arena;
    sheaf_error *error;
    const char *text; /* NUL-terminated */
    size_t at, end;
    size_t nesting;
};

/* expression_parse.c, for the others. */
struct expression *parse_sum(struct parser *p);
char parser_peek(struct parser *p); /* after spaces; '\0' at the end: the text holds none */
bool parser_take(struct parser *p, char sign);
bool parser_expect(struct parser *p, char sign, const char *name);
void parser_fail_expected(struct parser *p, const char *expected);
bool parser_at_quote(struct parser *p);
/* Quoted text, or all up to one of the signs, without the spaces around it. */
const char *parser_words(struct parser *p, const char *signs, const char *expected);
/* How many bytes of a plain name begin here. */
size_t parser_name_length(const struct parser *p);
struct expression *parser_new_part(struct parser *p, enum expression_kind kind, size_t start,
                                   const struct expression *left, const struct expression *right);

/* What stands in square brackets behind left, after "[" (expression_brackets.c). */
struct expression *parse_brackets(struct parser *p, const struct expression *left);
/* The arguments of a call, after "(" (expression_arguments.c); name is what stands before it. */
struct expression *parse_call(struct parser *p, const char *name, struct span name_span);

#endif
