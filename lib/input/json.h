/* json.h - JSON (RFC 8259) as a tree, in an arena.
 *
 * Numbers keep their text, so that 12.50 has two decimals; a value knows its offset in the text.
 * Refused are, beside what is not JSON: a key twice in one object, NUL in a string, halves of
 * surrogate pairs, bytes that are not UTF-8, and more than JSON_DEPTH levels. */
#ifndef SHEAF_INPUT_JSON_H
#define SHEAF_INPUT_JSON_H

#include <stdint.h>

#include "base/memory.h"

enum {
    JSON_DEPTH = 512,
    JSON_MAX_BYTES = 256 << 20 /* a tree takes about ten times its text */
};

enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
};

struct json_value {
    enum json_kind kind;
    uint32_t offset;     /* of its first byte in the text */
    uint32_t key_offset; /* of its key's quotation mark */
    uint32_t count;      /* of items */
    const char *key;     /* of a member; NULL: an element or the root */
    union {
        const char *text;               /* of a string or, as written, a number */
        const struct json_value *items; /* of an array or object, in order */
    };
    const uint32_t *index; /* finds members of a large object by their keys; else NULL */
};

/* Why a text is refused, and the offset of the token where that was found. */
struct json_failure {
    size_t offset;
    char message[160]; /* "": out of memory, as the arena's error says */
};

/* The tree of a text that is one value; it lives as long as the arena. NULL: refused. */
const struct json_value *json_value_read(struct arena *arena, const char *text, size_t n,
                                         struct json_failure *failure);

/* In all that follow value may be NULL: there is none. */
static inline bool json_is(const struct json_value *value, enum json_kind kind)
{
    return value != NULL && value->kind == kind;
}

/* How many items an array or object has; 0 when the value is of another kind. */
static inline size_t json_count(const struct json_value *value, enum json_kind kind)
{
    return json_is(value, kind) ? value->count : 0;
}

/* NULL: there is no such member or element, or the value is no object or array. */
const struct json_value *json_member(const struct json_value *object, const char *key);
const struct json_value *json_element(const struct json_value *array, size_t i);

/* The index of an object, for another with the same keys in the same order. NULL: it needs none, or
 * memory ran out. */
const uint32_t *json_index_copy(struct arena *arena, const struct json_value *object);

/* False when the value is no number, or one beyond the range; decimals as written. */
bool json_number(const struct json_value *value, double *number, int *decimals);
bool json_whole_number(const struct json_value *value, int64_t low, int64_t high, int64_t *number);
/* NULL when the value is no string. */
const char *json_text(const struct json_value *value);
/* The digits of a number, or a string; NULL for everything else. */
const char *json_word(const struct json_value *value);
/* "a number", "null", "nothing" (of NULL) … */
const char *json_kind(const struct json_value *value);

#endif
