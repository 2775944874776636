/* json_parse.h - a parse of JSON by YAJL, for json.c and json_refusals.c only. */
#ifndef SHEAF_INPUT_JSON_PARSE_H
#define SHEAF_INPUT_JSON_PARSE_H

#include <setjmp.h>
#include <yajl/yajl_parse.h>

#include "input/json.h"

struct parse {
    struct arena *arena;
    struct json_failure *failure;
    const char *text, *end;
    const char *at; /* behind the last token */
    bool at_end;    /* YAJL has been given all, and counts no longer */
    const char *key;
    size_t key_offset;
    /* Values whose array or object is still open. It stands before its items. */
    struct json_value *pending;
    size_t n_pending, capacity;
    size_t open[JSON_DEPTH], depth; /* places in pending */
    yajl_handle yajl;
    struct arena yajl_memory;
    jmp_buf no_memory;
};

/* True for a byte of a number or of true, false and null. */
static inline bool json_is_of_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '+' || byte == '.';
}

/* json_refusals.c. The first two return 0, which is how a callback stops YAJL. */
int json_refuse(struct parse *parse, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int json_refuse_near(struct parse *parse, const char *at, const char *reason);
/* Refuses what YAJL gave up. */
void json_refuse_as_yajl(struct parse *parse);
const char *json_pass_blanks(const char *at, const char *end);
/* Where the next token starts, of those that are not a comma or colon. One that ends at stop is
 * where YAJL gave up. */
const char *json_next_token(const struct parse *parse, const char *stop);

#endif
