/* expression_parts.h - the parsed form, for expression.c and expression_parse.c only. */
#ifndef SHEAF_DATA_EXPRESSION_PARTS_H
#define SHEAF_DATA_EXPRESSION_PARTS_H

#include "data/expression.h"

enum { EXPRESSION_DEPTH = 200, EXPRESSION_LENGTH = 16384 };

/* A function of a series; a new one is a row in expression.c. */
struct series_function {
    const char *name;
    sheaf_series *(*apply)(const sheaf_series *series);
};

/* NULL: there is none. nearest (may be NULL) then gets the name meant, or NULL. */
const struct series_function *expression_function(const char *name, const char **nearest);

/* A part of the text, in bytes. */
struct span {
    size_t start, end;
};

enum expression_kind { NAME, SELECTION, OBSERVATION, SUM, DIFFERENCE, CALL };

struct expression {
    enum expression_kind kind;
    const char *text;                       /* the whole text, NUL-terminated */
    size_t start, end;                      /* this part of it, in bytes */
    size_t depth;                           /* of the tree below */
    const char *name;                       /* NAME, SELECTION */
    const sheaf_pick *picks;                /* SELECTION */
    const struct span *spans;               /* SELECTION: where the members stand */
    size_t pick_count;                      /* SELECTION */
    sheaf_period period;                    /* OBSERVATION */
    const struct series_function *function; /* CALL */
    const struct expression *left, *right;  /* left: also the operand of OBSERVATION and CALL */
};

/* Fails at a part of the text. */
void expression_fail(sheaf_error *error, sheaf_status status, const char *text, size_t start,
                     size_t end, const char *format, ...) __attribute__((format(printf, 6, 7)));

#endif
