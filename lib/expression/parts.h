/* parts.h - the syntax tree, the functions and the parser, for files of this room only. */
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
    NO_PARAMETER, /* ends the list */
    TAKES_SERIES, /* an expression; the function is applied to each of several series */
    TAKES_PARTS,  /* an expression: several series, or a table, split by the parameter "by" */
    TAKES_NUMBER, /* a whole number, at least 1 */
    TAKES_PERIOD, /* 2023, 2024-T1 */
    TAKES_SPANS,  /* year, half-year, trimester, quarter, month, or a period of every year */
    TAKES_CHOICE, /* one of the words in choices */
    TAKES_NAME    /* any word: a dimension, a member */
};

struct parameter {
    const char *name;
    enum parameter_kind kind;
    const char *fallback; /* the default, as written; "": optional, no default; NULL: required */
    const char *choices;  /* TAKES_CHOICE: "year previous" */
};

/* What a function gets for each parameter. */
struct argument {
    bool given;                     /* written, or set by the default */
    const sheaf_series *series;     /* TAKES_SERIES */
    const sheaf_series_list *parts; /* TAKES_PARTS */
    const sheaf_series *total;      /* TAKES_PARTS: as stated in the table; NULL: not stated */
    size_t number;
    sheaf_period period;
    sheaf_spans spans;
    const char *word;        /* TAKES_CHOICE, TAKES_NAME */
    const char *const *rows; /* in its place "$row" of several rows: their members; NULL */
    size_t n_rows;
};

/* A new function is one row in functions.c and one C function: one, which is called for each series
 * of the arguments; several, which is called once with all of them; or moment, which picks a period
 * of a series, so that the call is the series' observation of that period. */
struct function {
    const char *name;
    struct parameter parameters[MOST_PARAMETERS + 1];
    sheaf_series *(*one)(const struct argument *arguments);
    /* For a series beside others whose result did not fail: has missing figures where it lacks its base.
     * NULL: one that fails is the failure of all. */
    sheaf_series *(*beside)(const struct argument *arguments);
    sheaf_series_list *(*several)(const struct argument *arguments);
    sheaf_period (*moment)(const sheaf_series *series);
    bool gives_several;   /* the result is "several" series with distinct names … */
    const char *one_with; /* … unless this parameter is given; may be NULL; takes "$row" */
    const char *example;  /* shown when an argument is missing */
};

/* NULL if there is no such function; nearest (may be NULL) then gets the name that was probably
 * meant, or NULL. */
const struct function *expression_function(const char *name, const char **nearest);

/* The tree ------------------------------------------------------------------------------ */

enum expression_kind {
    EXPRESSION_NUMBER,
    EXPRESSION_NAME,
    EXPRESSION_SELECTION,   /* left[flow: exports] */
    EXPRESSION_OBSERVATION, /* left[2023]; left[latest(right)] */
    EXPRESSION_LATEST,      /* left[latest] */
    EXPRESSION_RANGES,      /* left[2019..2023, 2025] */
    EXPRESSION_SUM,
    EXPRESSION_DIFFERENCE,
    EXPRESSION_PRODUCT,
    EXPRESSION_QUOTIENT,
    EXPRESSION_CALL,
    EXPRESSION_NAMED /* name = left: an author's name for the one series on the left */
};

/* A dimension and the members selected in it. */
struct choice {
    const char *dimension;
    const char *const *members;
    size_t count;    /* 0: all */
    bool leaves_out; /* all but these; each begins with "!" */
    bool of_rows;    /* "$row": some of them may have no rows */
    struct span span;
};

struct range {
    sheaf_period first, last; /* SHEAF_NO_PERIOD: open */
    bool exact;               /* only this period, not shorter ones within it */
};

struct argument_part {
    const struct expression *expression; /* NULL: the parameter takes a word */
    struct span span;
};

struct expression {
    enum expression_kind kind;
    const char *text;                      /* the whole text, NUL-terminated */
    size_t start, end;                     /* this part of it, in bytes */
    size_t depth;                          /* of the tree below */
    const struct expression *left, *right; /* left: also what brackets stand behind; right: also a
                                              call in brackets, which names a period */
    double number;                         /* EXPRESSION_NUMBER */
    const char *name;                      /* EXPRESSION_NAME, EXPRESSION_NAMED */
    const struct choice *choices;          /* EXPRESSION_SELECTION */
    size_t choice_count;
    sheaf_period period;        /* EXPRESSION_OBSERVATION; SHEAF_NO_PERIOD: that of right */
    const struct range *ranges; /* EXPRESSION_RANGES */
    size_t range_count;
    const struct function *function;  /* EXPRESSION_CALL */
    const struct argument *arguments; /* EXPRESSION_CALL: one a parameter; without series yet */
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
    const struct expression_parameters *parameters; /* NULL: there are none */
};

/* parse.c */
struct expression *parse_sum(struct parser *p);
char parser_peek(struct parser *p); /* skips spaces; '\0' at the end (the text contains no NUL) */
bool parser_take(struct parser *p, char sign);
bool parser_expect(struct parser *p, char sign, const char *name);
void parser_fail_expected(struct parser *p, const char *expected);
/* Reads a quoted text, or everything before one of the signs, trimmed. */
const char *parser_words(struct parser *p, const char *signs, const char *expected);
/* The n bytes from start are a parameter and nothing else, such as "$partner". */
bool parser_is_parameter(const struct parser *p, size_t start, size_t n);
/* Its value; NULL after a failure, which is at its place. */
const char *parser_parameter(struct parser *p, size_t start, size_t n);
/* The members that the n bytes from start stand for, "$row"; NULL: they stand for one value. */
const char *const *parser_rows(const struct parser *p, size_t start, size_t n, size_t *count);
/* The length in bytes of the plain name that begins here; 0: none does. */
size_t parser_name_length(const struct parser *p);
struct expression *parser_new_part(struct parser *p, enum expression_kind kind, size_t start,
                                   const struct expression *left, const struct expression *right);

/* Parses the contents of square brackets after left; "[" has been read (brackets.c). */
struct expression *parse_brackets(struct parser *p, const struct expression *left);
/* Parses the arguments of a call of name; "(" has been read (arguments.c). */
struct expression *parse_call(struct parser *p, const char *name, struct span name_span);

#endif
