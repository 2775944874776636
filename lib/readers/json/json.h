/* json.h - a JSON file for the readers: its tree, or walked part by part, with the places of what
 * fails, which are looked up only then, by walking the text along the path of the value. */
#ifndef SHEAF_READERS_JSON_JSON_H
#define SHEAF_READERS_JSON_JSON_H

#include "input/input.h"
#include "input/json.h"
#include "readers/observation_builder.h"

struct json {
    const char *name; /* of the file, for messages */
    const char *bytes, *end;
    sheaf_error *error;
    struct arena tree; /* the latest */
    /* The byte whose line was asked for last: they mostly go forward. */
    const char *known;
    size_t line;
};

/* Where a value is: a member (key) or an element (key NULL) of what up is; NULL: the root. */
struct json_path {
    const struct json_path *up;
    const char *key;
    size_t index;
};

/* A path that lives as long as the arena; NULL when memory runs out. */
const struct json_path *json_path_kept(struct arena *arena, const struct json_path *up,
                                       const char *key, size_t index);

/* The text of one value. */
struct json_span {
    const char *at, *end;
    size_t line; /* that it begins on */
};

/* Walks over the members of an object or the elements of an array without building them. */
struct json_walk {
    struct json_span rest, key, value; /* key: with its quotes; empty in arrays */
    size_t index;                      /* of value */
    char close;
    bool failed; /* the text is not JSON here: json_fail_syntax knows more */
};

/* False, and failed, when the input cannot be had. */
bool json_start(struct json *json, struct input *input);
void json_end(struct json *json);

/* For recognising formats by their first bytes: whether they begin a JSON object, and one with
 * such a member; then its text is *value (which may be NULL), as far as there is any. */
bool json_starts_object(const char *bytes, size_t n);
bool json_begins_with_member(const char *bytes, size_t n, const char *key, struct json_span *value);

/* The whole text. */
struct json_span json_whole(const struct json *json);
/* The tree of a value, until the next is parsed; NULL, and failed, when it is not JSON. */
const struct json_value *json_parse(struct json *json, struct json_span span);
/* Where a value of the whole text's tree begins. */
size_t json_line(struct json *json, const struct json_value *value);

/* Starts at an object or array; false when the span is neither. */
bool json_walk(struct json_walk *walk, struct json_span span);
/* The next member or element; false after the last. */
bool json_next(struct json_walk *walk);
/* After json_next was false: there was no failure, and nothing but space follows. */
bool json_walked_all(struct json_walk *walk);
bool json_key_is(const struct json_walk *walk, const char *key);

/* "FILE:LINE:COLUMN: error: data[3].primaryValue: MESSAGE". */
void json_fail(struct json *json, const struct json_path *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same with the reason why the builder refused a part. */
void json_fail_refused(struct json *json, const struct json_path *path,
                       const struct observation_builder *builder);
/* Fails with what is not JSON in the whole text. */
void json_fail_syntax(struct json *json);

#endif
