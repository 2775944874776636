/* json_stream.h - a long JSON text, part by part through the window of its input.
 *
 * An answer with a million records is one line of a gigabyte. The stream takes one token or value
 * at a time, so that it needs no more memory than the longest of them. Records repeat their keys:
 * one with the keys of the record before, and flat, is split at a fifth of the cost of a tree; any
 * other goes to the parser. */
#ifndef SHEAF_READERS_JSON_JSON_STREAM_H
#define SHEAF_READERS_JSON_JSON_STREAM_H

#include "readers/json/json.h"

/* The keys of the latest record, and the values of the next one with the same. */
struct json_shape {
    struct arena arena;
    struct json_value object, *items;
    size_t *lengths; /* of the keys */
    char *texts;     /* of the values */
    size_t number;   /* counts the shapes: what was found by key holds until it changes */
};

struct json_stream {
    struct json json; /* its bytes are the window */
    struct input *input;
    struct json_span rest; /* of the window */
    bool last;             /* the text ends with the window */
    const char *before;    /* stands for the text so far, in messages about its grammar */
    struct json_shape shape;
};

/* False: failed. */
bool json_stream_open(struct json_stream *stream, struct input *input);
void json_stream_close(struct json_stream *stream);

/* The next byte that is no blank; '\0': the text ends. */
char json_stream_peek(struct json_stream *stream);
/* Takes this byte, if it is next. before: a JSON text that ends where the stream then stands, such
 * as "[0," behind a comma between elements. */
bool json_stream_take(struct json_stream *stream, char byte, const char *before);
/* Takes a value; its text stays until the next call. False: failed. */
bool json_stream_value(struct json_stream *stream, struct json_span *value, const char *before);
/* Takes a value as a tree, which stays until the next one. *span is its text, as above. NULL:
 * failed. */
const struct json_value *json_stream_record(struct json_stream *stream, struct json_span *span,
                                            const char *before);

/* Fails: what comes next is not JSON here. */
void json_stream_fail(struct json_stream *stream);

#endif
