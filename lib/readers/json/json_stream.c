/* json_stream.c - takes a JSON text from the window of its input, and splits records that are alike. */
#include "readers/json/json_stream.h"

#include <string.h>

#include "base/buffer.h"

enum {
    RECORD_TEXTS = 1 << 16, /* bytes of the values of a record that is split */
    SHORT_REST = 1 << 13    /* a rest of the window that may cut a record off */
};

/* The window -------------------------------------------------------------------- */

static void look(struct json_stream *stream, size_t line)
{
    struct json *json = &stream->json;
    size_t n;

    json->bytes = input_text(stream->input, &n);
    json->end = json->bytes + n;
    json->known = json->bytes;
    json->line = line;
    stream->rest = (struct json_span){ json->bytes, json->end, line };
}

bool json_stream_open(struct json_stream *stream, struct input *input)
{
    const struct reading *reading = input_reading(input);

    *stream = (struct json_stream){ .input = input, .before = "" };
    stream->json = (struct json){ .name = reading->name, .error = reading->error };
    arena_init(&stream->json.tree, reading->alloc, reading->error);
    arena_init(&stream->shape.arena, reading->alloc, reading->error);
    look(stream, 1);
    return reading->error->status == SHEAF_OK;
}

void json_stream_close(struct json_stream *stream)
{
    arena_free(&stream->shape.arena);
    arena_free(&stream->json.tree);
}

/* The characters between the start of the line, which may lie before the window, and at. */
static size_t column_of(const struct json *json, const char *at)
{
    size_t column = 0;
    const char *start = at;

    for (; start > json->bytes && start[-1] != '\n'; start--)
        column += ((unsigned char)start[-1] & 0xC0) != 0x80;
    return start == json->bytes ? column + json->column : column;
}

/* Slides the window to the rest of the text. False: nothing was added, at its end or after a
 * failure. */
static bool slide(struct json_stream *stream)
{
    size_t column, line = stream->rest.line;

    if (stream->last)
        return false;
    column = column_of(&stream->json, stream->rest.at);
    stream->last = !input_slide(stream->input, stream->rest.at, line);
    look(stream, line);
    stream->json.column = column;
    return !stream->last;
}

/* Tokens ------------------------------------------------------------------------ */

char json_stream_peek(struct json_stream *stream)
{
    do {
        json_skip_blanks(&stream->rest);
        if (stream->rest.at < stream->rest.end)
            return *stream->rest.at;
    } while (slide(stream));
    return '\0';
}

bool json_stream_take(struct json_stream *stream, char byte, const char *before)
{
    if (json_stream_peek(stream) != byte || byte == '\0')
        return false;
    stream->rest.at++;
    stream->before = before;
    return true;
}

bool json_stream_value(struct json_stream *stream, struct json_span *value, const char *before)
{
    for (;;) {
        struct json_span rest = stream->rest;
        bool whole = json_take_value(&rest, value);

        /* The next bytes of a number or word that ends the window may belong to it. */
        if (whole && (rest.at < rest.end || stream->last)) {
            stream->rest = rest;
            stream->before = before;
            return true;
        }
        if (!whole && rest.at != NULL && rest.at < rest.end)
            break;
        if (!slide(stream) && !whole)
            break;
    }
    json_stream_fail(stream);
    return false;
}

/* Records that are alike ---------------------------------------------------------- */

/* Keeps the keys of a flat record; texts of their values have room for the longest that is split. */
static void learn(struct json_shape *shape, const struct json_value *record)
{
    size_t count = json_count(record, JSON_OBJECT);

    arena_free(&shape->arena);
    shape->number++;
    shape->object = (struct json_value){ .kind = JSON_OBJECT, .count = 0 };
    shape->items = arena_array(&shape->arena, struct json_value, count);
    shape->lengths = arena_array(&shape->arena, size_t, count);
    shape->texts = arena_take(&shape->arena, RECORD_TEXTS, 1);
    if (shape->items == NULL || shape->lengths == NULL || shape->texts == NULL)
        return;
    for (size_t i = 0; i < count; i++) {
        shape->items[i].key = arena_string(&shape->arena, record->items[i].key);
        if (shape->items[i].key == NULL)
            return;
        shape->lengths[i] = strlen(shape->items[i].key);
    }
    shape->object.items = shape->items;
    shape->object.index = json_index_copy(&shape->arena, record);
    if (shape->object.index != NULL || record->index == NULL)
        shape->object.count = (uint32_t)count;
}

static const char *past_digits(const char *at, const char *end)
{
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return at;
}

/* The end of a number as RFC 8259 has it, before the end of the window; NULL: it is none. */
static const char *end_of_number(const char *at, const char *end)
{
    const char *digits = at += at < end && *at == '-';

    at = past_digits(at, end);
    if (at == digits || (*digits == '0' && at > digits + 1))
        return NULL;
    if (at < end && *at == '.') {
        digits = at + 1;
        at = past_digits(digits, end);
        if (at == digits)
            return NULL;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        digits = at + 1;
        digits += digits < end && (*digits == '+' || *digits == '-');
        at = past_digits(digits, end);
        if (at == digits)
            return NULL;
    }
    return at < end ? at : NULL;
}

/* The closing quotation mark of a string without escapes and control characters; NULL: it is not so
 * simple. */
static const char *end_of_plain(const char *at, const char *end)
{
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= ' ')
        at++;
    return at < end && *at == '"' ? at : NULL;
}

static bool split_word(struct json_span *rest, struct json_value *item, enum json_kind kind,
                       const char *word)
{
    size_t n = strlen(word);

    if ((size_t)(rest->end - rest->at) <= n || memcmp(rest->at, word, n) != 0)
        return false;
    item->kind = kind;
    rest->at += n;
    return true;
}

/* Where the texts of the values go. */
struct texts {
    char *at, *end;
};

static bool keep_text(struct texts *texts, struct json_value *item, enum json_kind kind,
                      const char *text, size_t n)
{
    if ((size_t)(texts->end - texts->at) <= n)
        return false;
    memcpy(texts->at, text, n);
    texts->at[n] = '\0';
    item->kind = kind;
    item->text = texts->at;
    texts->at += n + 1;
    return true;
}

/* Takes one value that is no array and no object. False: it is one, or not a simple text. */
static bool split_value(struct json_span *rest, struct json_value *item, struct texts *texts)
{
    const char *at = rest->at, *end;

    switch (*at) {
    case '"':
        end = end_of_plain(at + 1, rest->end);
        rest->at = end != NULL ? end + 1 : at;
        return end != NULL && keep_text(texts, item, JSON_STRING, at + 1, (size_t)(end - at - 1));
    case 'n':
        return split_word(rest, item, JSON_NULL, "null");
    case 't':
        return split_word(rest, item, JSON_TRUE, "true");
    case 'f':
        return split_word(rest, item, JSON_FALSE, "false");
    default:
        end = end_of_number(at, rest->end);
        rest->at = end != NULL ? end : at;
        return end != NULL && keep_text(texts, item, JSON_NUMBER, at, (size_t)(end - at));
    }
}

static bool split_byte(struct json_span *rest, char byte)
{
    json_skip_blanks(rest);
    if (rest->at == rest->end || *rest->at != byte)
        return false;
    rest->at++;
    json_skip_blanks(rest);
    return rest->at < rest->end;
}

/* Splits a record with the keys of the latest one. False: it has others, or is not in the window. */
static bool split_alike(struct json_shape *shape, struct json_span *rest)
{
    struct texts texts;

    if (shape->object.count == 0 || !split_byte(rest, '{'))
        return false;
    texts = (struct texts){ shape->texts, shape->texts + RECORD_TEXTS };
    for (size_t i = 0; i < shape->object.count; i++) {
        size_t n = shape->lengths[i];

        if (i > 0 && !split_byte(rest, ','))
            return false;
        if ((size_t)(rest->end - rest->at) < n + 2 || rest->at[0] != '"' ||
            rest->at[n + 1] != '"' || memcmp(rest->at + 1, shape->items[i].key, n) != 0)
            return false;
        rest->at += n + 2;
        if (!split_byte(rest, ':') || !split_value(rest, &shape->items[i], &texts))
            return false;
    }
    json_skip_blanks(rest);
    if (rest->at == rest->end || *rest->at != '}')
        return false;
    rest->at++;
    return true;
}

static bool take_alike(struct json_stream *stream, struct json_span *span, const char *before)
{
    struct json_span rest = stream->rest;

    if (!split_alike(&stream->shape, &rest))
        return false;
    *span = (struct json_span){ stream->rest.at, rest.at, stream->rest.line };
    stream->rest = rest;
    stream->before = before;
    return true;
}

const struct json_value *json_stream_record(struct json_stream *stream, struct json_span *span,
                                            const char *before)
{
    const struct json_value *record;

    json_stream_peek(stream);
    if (take_alike(stream, span, before) || (stream->rest.end - stream->rest.at < SHORT_REST &&
                                             slide(stream) && take_alike(stream, span, before)))
        return &stream->shape.object;
    if (!json_stream_value(stream, span, before))
        return NULL;
    record = json_parse(&stream->json, *span);
    if (record != NULL)
        learn(&stream->shape, record);
    return record;
}

/* Failing ------------------------------------------------------------------------ */

void json_stream_fail(struct json_stream *stream)
{
    struct json *json = &stream->json;
    struct json_failure failure;
    struct buffer text;
    size_t n = strlen(stream->before);

    if (json->error->status != SHEAF_OK)
        return;
    buffer_init(&text, &json->tree.alloc, json->error);
    buffer_text(&text, stream->before);
    buffer_put(&text, stream->rest.at, (size_t)(stream->rest.end - stream->rest.at));
    if (json->error->status == SHEAF_OK &&
        json_value_read(&json->tree, text.bytes, text.length, &failure) == NULL &&
        failure.message[0] != '\0')
        json_fail_parse(json, stream->rest.at + (failure.offset > n ? failure.offset - n : 0),
                        &failure);
    else if (json->error->status == SHEAF_OK)
        json_fail_there(json, stream->rest.at, "this is not JSON");
    buffer_free(&text);
}
