/* json.h - a JSON file for the readers, parsed as a tree (input/json.h) or walked part by part. The
 * places of values are searched only after a failure, by walking the text along their path. */
#ifndef SHEAF_READERS_JSON_JSON_H
#define SHEAF_READERS_JSON_JSON_H

#include "input/input.h"
#include "input/json.h"
#include "readers/observation_builder.h"

/* The text of one value. */
struct json_span {
    const char *at, *end;
    size_t line; /* of at */
};

/* The path of a value: the member key, or the element index if key is NULL, of the value up. A
 * path of NULL is the root. */
struct json_path {
    const struct json_path *up;
    const char *key;
    size_t index;
};

struct json {
    const char *name; /* of the file, for messages */
    const char *bytes, *end;
    sheaf_error *error;
    struct arena tree; /* the latest */
    /* The byte whose line was asked for last: they mostly go forward. */
    const char *known;
    size_t line;
    /* Where the bytes are a window of the text (json_stream.h): the characters of the first line
     * before it, and a path whose value was found before. */
    size_t column;
    const struct json_path *found_path;
    struct json_span found;
    bool hides_lines; /* a failure has no excerpt: it is about a secret */
};

/* A path in the arena; NULL when memory runs out. */
const struct json_path *json_path_kept(struct arena *arena, const struct json_path *up,
                                       const char *key, size_t index);

/* Walks over the members of an object or the elements of an array without building them. */
struct json_walk {
    struct json_span rest, key, value; /* key: with its quotes; empty in arrays */
    size_t index;                      /* of value */
    char close;                        /* closing bracket; '\0': it has been read */
    bool failed;                       /* the text is not JSON: call json_fail_syntax */
};

/* Reads all of the input. False: failed. */
bool json_start(struct json *json, struct input *input);
void json_end(struct json *json);

/* For recognising formats by the first bytes of a file: whether they start a JSON object, and one
 * with this member. *value (may be NULL) is then the text of the member, possibly cut off. */
bool json_starts_object(const char *bytes, size_t n);
/* A list of lists, objects or texts, or an empty one. */
bool json_starts_list(const char *bytes, size_t n);
bool json_begins_with_member(const char *bytes, size_t n, const char *key, struct json_span *value);

/* The text of the file. */
struct json_span json_whole(const struct json *json);
/* Parses a value. The tree lives until the next is parsed. NULL: failed. */
const struct json_value *json_parse(struct json *json, struct json_span span);
/* The line of a value in the tree of the whole text. */
size_t json_line(struct json *json, const struct json_value *value);

void json_skip_blanks(struct json_span *rest);
/* Takes one value from rest. Brackets are only counted, not matched by kind. False when the value
 * has no end; rest.at is then where that was found, or NULL in a string. */
bool json_take_value(struct json_span *rest, struct json_span *value);
/* Starts a walk over an object or array. False when the span is neither. */
bool json_walk(struct json_walk *walk, struct json_span span);
/* Goes on to the next member or element. False after the last one. */
bool json_next(struct json_walk *walk);
/* Call after json_next has returned false. True when the text was complete, and only spaces
 * follow. */
bool json_walked_all(struct json_walk *walk);

/* "FILE:LINE:COLUMN: error: data[3].primaryValue: MESSAGE". */
void json_fail(struct json *json, const struct json_path *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
struct place json_place(struct json *json, const char *at);
/* "FILE:LINE:COLUMN: error: MESSAGE", at a byte of the text. */
void json_fail_there(struct json *json, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Fails with what the parser says; what it quotes is left out where it may be a secret. */
void json_fail_parse(struct json *json, const char *at, const struct json_failure *failure);
/* Fails with the reason for which the builder refused a part. */
void json_fail_refused(struct json *json, const struct json_path *path,
                       const struct observation_builder *builder);
/* Fails with the first place where the whole text is not JSON. */
void json_fail_syntax(struct json *json);

#endif
