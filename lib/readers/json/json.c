/* json.c - walks and parses JSON, and keeps the digits and places that a parsed tree loses. */
#include "readers/json/json.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"

enum {
    MAX_TREE_BYTES = 256 << 20, /* a tree takes about ten times its text */
    MARK = 0x7F
};

bool json_start(struct json *json, struct input *input)
{
    size_t n;

    const struct reading *reading = input_reading(input);

    *json = (struct json){ .name = reading->name, .error = reading->error };
    buffer_init(&json->copy, reading->alloc, reading->error);
    if (!input_whole(input, &json->bytes, &n))
        return false;
    json->end = json->bytes + n;
    return true;
}

void json_end(struct json *json)
{
    buffer_free(&json->copy);
}

/* Walking ------------------------------------------------------------------- */

static void skip_spaces(struct json_span *rest)
{
    for (; rest->at < rest->end; rest->at++) {
        if (*rest->at == '\n')
            rest->line++;
        else if (*rest->at != ' ' && *rest->at != '\t' && *rest->at != '\r')
            return;
    }
}

/* The position after the closing quote; NULL when there is none. */
static const char *end_of_string(const char *at, const char *end)
{
    for (at++; at < end; at++) {
        if (*at == '"')
            return at + 1;
        if (*at == '\\' && ++at == end)
            return NULL;
    }
    return NULL;
}

static bool is_of_number(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.' ||
           byte == 'e' || byte == 'E';
}

static bool is_of_word(char byte)
{
    return is_of_number(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Takes one value from rest. Brackets are only counted, not matched by kind. False when the value
 * has no end. */
static bool take_value(struct json_span *rest, struct json_span *value)
{
    size_t depth = 0;

    skip_spaces(rest);
    *value = *rest;
    do {
        char byte = rest->at < rest->end ? *rest->at : '\0';

        if (byte == '"') {
            rest->at = end_of_string(rest->at, rest->end);
            if (rest->at == NULL)
                return false;
        } else if (byte == '{' || byte == '[') {
            depth++;
            rest->at++;
        } else if ((byte == '}' || byte == ']') && depth > 0) {
            depth--;
            rest->at++;
        } else if ((byte == ',' || byte == ':') && depth > 0) {
            rest->at++;
        } else if (is_of_word(byte)) {
            while (rest->at < rest->end && is_of_word(*rest->at))
                rest->at++;
        } else {
            return false;
        }
        if (depth > 0)
            skip_spaces(rest);
    } while (depth > 0);
    value->end = rest->at;
    return true;
}

static bool take_byte(struct json_span *rest, char byte)
{
    skip_spaces(rest);
    if (rest->at == rest->end || *rest->at != byte)
        return false;
    rest->at++;
    return true;
}

bool json_walk(struct json_walk *walk, struct json_span span)
{
    *walk = (struct json_walk){ .rest = span, .index = SIZE_MAX };
    skip_spaces(&walk->rest);
    if (walk->rest.at == walk->rest.end || (*walk->rest.at != '{' && *walk->rest.at != '['))
        return false;
    walk->close = *walk->rest.at++ == '{' ? '}' : ']';
    return true;
}

bool json_next(struct json_walk *walk)
{
    bool first = walk->index == SIZE_MAX;

    if (walk->failed || walk->close == '\0')
        return false;
    walk->index++;
    walk->key = walk->value = (struct json_span){ walk->rest.at, walk->rest.at, walk->rest.line };
    if (take_byte(&walk->rest, walk->close)) {
        walk->close = '\0';
        return false;
    }
    walk->failed = (!first && !take_byte(&walk->rest, ',')) ||
                   (walk->close == '}' && (!take_value(&walk->rest, &walk->key) ||
                                           *walk->key.at != '"' || !take_byte(&walk->rest, ':'))) ||
                   !take_value(&walk->rest, &walk->value);
    return !walk->failed;
}

bool json_key_is(const struct json_walk *walk, const char *key)
{
    size_t n = (size_t)(walk->key.end - walk->key.at);

    return n >= 2 && *walk->key.at == '"' && string_is(walk->key.at + 1, n - 2, key);
}

bool json_walked_all(struct json_walk *walk)
{
    if (walk->failed)
        return false;
    skip_spaces(&walk->rest);
    return walk->close == '\0' && walk->rest.at == walk->rest.end;
}

static struct json_span first_bytes(const char *bytes, size_t n)
{
    return (struct json_span){ bytes, bytes + n, 1 };
}

bool json_starts_object(const char *bytes, size_t n)
{
    struct json_span rest = first_bytes(bytes, n);

    return take_byte(&rest, '{');
}

bool json_begins_with_member(const char *bytes, size_t n, const char *key, struct json_span *value)
{
    struct json_walk walk;
    bool found = false;

    if (!json_starts_object(bytes, n) || !json_walk(&walk, first_bytes(bytes, n)))
        return false;
    while (!found && json_next(&walk))
        found = json_key_is(&walk, key);
    /* The value may run past the first bytes. */
    found = (found || json_key_is(&walk, key)) && walk.value.at < walk.value.end;
    if (found && value != NULL)
        *value = walk.value;
    return found;
}

struct json_span json_whole(const struct json *json)
{
    return (struct json_span){ json->bytes, json->end, 1 };
}

/* Failing ------------------------------------------------------------------- */

/* Writes the path as in JavaScript: data[3].primaryValue. */
static size_t write_path(const struct json_path *path, char *out, size_t size)
{
    size_t n = path->up != NULL ? write_path(path->up, out, size) : 0;

    if (n >= size)
        return n;
    if (path->key != NULL)
        n += (size_t)snprintf(out + n, size - n, "%s%s", n > 0 ? "." : "", path->key);
    else
        n += (size_t)snprintf(out + n, size - n, "[%zu]", path->index);
    return n;
}

const struct json_path *json_path_kept(struct arena *arena, const struct json_path *up,
                                       const char *key, size_t index)
{
    struct json_path *path = arena_new(arena, struct json_path);

    if (path != NULL)
        *path = (struct json_path){ up, key, index };
    return path;
}

/* The text of the value, or of the innermost value around it that can be found. */
static struct json_span find(const struct json *json, const struct json_path *path)
{
    struct json_span around = path == NULL ? json_whole(json) : find(json, path->up);
    struct json_walk walk;

    skip_spaces(&around);
    if (path == NULL || !json_walk(&walk, around))
        return around;
    while (json_next(&walk))
        if (path->key != NULL ? json_key_is(&walk, path->key) : walk.index == path->index)
            return walk.value;
    return around;
}

void json_fail(struct json *json, const struct json_path *path, const char *format, ...)
{
    struct json_span span = find(json, path);
    struct place at = { .file = json->name, .line = span.line };
    const char *start = span.at;
    char where[160] = "", message[sizeof json->error->message];
    size_t n = path != NULL ? write_path(path, where, sizeof where) : 0;
    va_list arguments;

    while (start > json->bytes && start[-1] != '\n')
        start--;
    at.column = utf8_count(start, (size_t)(span.at - start)) + 1;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (n >= sizeof where)
        where[utf8_floor(where, sizeof where - 1)] = '\0';
    fail_at(json->error, SHEAF_BAD_INPUT, at, "%s%s%s", where, n > 0 ? ": " : "", message);
    error_set_excerpt(json->error, json->bytes, (size_t)(json->end - json->bytes));
}

void json_fail_refused(struct json *json, const struct json_path *path,
                       const struct observation_builder *builder)
{
    json_fail(json, path, "%s", builder->reason);
}

/* Fails with Jansson's message, which may quote bytes that are not UTF-8. */
static void fail_with(struct json *json, const json_error_t *error)
{
    struct place at = { .file = json->name };
    size_t n = strlen(error->text);

    utf8_valid(error->text, n, &n);
    if (error->line > 0)
        at.line = (size_t)error->line;
    if (error->column > 0)
        at.column = (size_t)error->column;
    if (json_error_code(error) == json_error_out_of_memory)
        fail_memory(json->error);
    else if (json_error_code(error) == json_error_null_character ||
             json_error_code(error) == json_error_null_byte_in_key)
        fail_at(json->error, SHEAF_BAD_INPUT, at, "a NUL character (\\u0000) in a string");
    else
        fail_at(json->error, SHEAF_BAD_INPUT, at, "this is not JSON: %.*s", (int)n, error->text);
    error_set_excerpt(json->error, json->bytes, (size_t)(json->end - json->bytes));
}

void json_fail_syntax(struct json *json)
{
    json_error_t error = { 0 };
    json_t *tree = json_loadb(json->bytes, (size_t)(json->end - json->bytes),
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);

    if (tree == NULL)
        fail_with(json, &error);
    else
        fail_at(json->error, SHEAF_BAD_INPUT, (struct place){ .file = json->name },
                "this is not JSON");
    json_decref(tree);
}

/* Parsing ------------------------------------------------------------------- */

/* Numbers of RFC 8259: no plus sign, no leading zeros, digits on both sides of the point. */
static bool is_number(const char *at, const char *end)
{
    const char *start;

    if (at < end && *at == '-')
        at++;
    for (start = at; at < end && *at >= '0' && *at <= '9'; at++)
        ;
    if (at == start || (at - start > 1 && *start == '0'))
        return false;
    if (at < end && *at == '.') {
        for (start = ++at; at < end && *at >= '0' && *at <= '9'; at++)
            ;
        if (at == start)
            return false;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '-' || *at == '+'))
            at++;
        for (start = at; at < end && *at >= '0' && *at <= '9'; at++)
            ;
        if (at == start)
            return false;
    }
    return at == end;
}

/* Copies a token that starts with a digit or a minus. A number becomes a string; a number in place
 * of a key is copied as it is, so that Jansson rejects it. */
static const char *copy_number(struct buffer *copy, const char *at, const char *end, size_t line)
{
    const char *stop = at;
    struct json_span rest;

    while (stop < end && is_of_number(*stop))
        stop++;
    rest = (struct json_span){ stop, end, line };
    if (is_number(at, stop) && !take_byte(&rest, ':')) {
        buffer_text(copy, "\"\x7F");
        buffer_integer(copy, (int64_t)line);
        buffer_byte(copy, ':');
        buffer_put(copy, at, (size_t)(stop - at));
        buffer_byte(copy, '"');
    } else {
        buffer_put(copy, at, (size_t)(stop - at));
    }
    return stop;
}

/* Whether a string, its opening quote passed, begins with the mark of numbers, as it is or as an
 * escape; a key may. */
static bool begins_with_mark(const char *at, const char *stop, const char *end, size_t line)
{
    static const char *const marks[] = { "\x7F", "\\u007f", "\\u007F" };
    struct json_span rest = { stop, end, line };
    bool marked = false;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        marked |=
            (size_t)(stop - at) > strlen(marks[i]) && memcmp(at, marks[i], strlen(marks[i])) == 0;
    return marked && !take_byte(&rest, ':');
}

/* A number is a string of the mark, its line, a colon and its digits. A text that begins with the
 * mark gets a second one, so that neither is taken for the other. */
static void copy_with_numbers_as_strings(struct buffer *copy, struct json_span span)
{
    const char *at = span.at, *from = at;

    while (at < span.end) {
        if (*at == '"') {
            const char *stop = end_of_string(at, span.end);

            if (stop != NULL && begins_with_mark(at + 1, stop, span.end, span.line)) {
                buffer_put(copy, from, (size_t)(at + 1 - from));
                buffer_byte(copy, MARK);
                from = at + 1;
            }
            at = stop != NULL ? stop : span.end;
        } else if ((*at >= '0' && *at <= '9') || *at == '-') {
            buffer_put(copy, from, (size_t)(at - from));
            at = from = copy_number(copy, at, span.end, span.line);
        } else {
            span.line += *at == '\n';
            at++;
        }
    }
    buffer_put(copy, from, (size_t)(at - from));
}

json_t *json_parse(struct json *json, struct json_span span)
{
    json_error_t error = { 0 };
    json_t *tree;

    if (span.end - span.at > MAX_TREE_BYTES) {
        fail_at(json->error, SHEAF_BAD_INPUT, (struct place){ .file = json->name },
                "this is larger than the %d MiB of JSON that are read", MAX_TREE_BYTES >> 20);
        return NULL;
    }
    buffer_clear(&json->copy);
    copy_with_numbers_as_strings(&json->copy, span);
    if (json->copy.failed)
        return NULL;
    tree = json_loadb(json->copy.bytes != NULL ? json->copy.bytes : "", json->copy.length,
                      JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (tree == NULL && json_error_code(&error) == json_error_out_of_memory)
        fail_memory(json->error);
    else if (tree == NULL)
        json_fail_syntax(json); /* finds the place in the original, not in the copy */
    return tree;
}

/* Values -------------------------------------------------------------------- */

/* The digits of a number; NULL when the value is none. */
static const char *digits_of(const json_t *value, size_t *line)
{
    const char *text = json_string_value(value), *colon;
    int64_t number = 0;

    if (text == NULL || text[0] != MARK || text[1] == MARK)
        return NULL;
    colon = strchr(text, ':');
    if (colon == NULL ||
        !number_read_integer(text + 1, (size_t)(colon - text - 1), 1, INT64_MAX, &number))
        return NULL;
    *line = (size_t)number;
    return colon + 1;
}

bool json_number(const json_t *value, struct json_number *number)
{
    size_t line;
    const char *digits = digits_of(value, &line);

    number->line = digits != NULL ? line : 0;
    return digits != NULL && number_read(digits, strlen(digits), &number->value, &number->decimals);
}

bool json_whole_number(const json_t *value, int64_t low, int64_t high, int64_t *number)
{
    size_t line;
    const char *digits = digits_of(value, &line);

    return digits != NULL && number_read_integer(digits, strlen(digits), low, high, number);
}

const char *json_text(const json_t *value)
{
    const char *text = json_string_value(value);

    if (text == NULL || text[0] != MARK)
        return text;
    return text[1] == MARK ? text + 1 : NULL;
}

const char *json_word(const json_t *value)
{
    size_t line;
    const char *digits = digits_of(value, &line);

    return digits != NULL ? digits : json_text(value);
}

const char *json_kind(const json_t *value)
{
    struct json_number number;
    size_t line;

    if (value == NULL)
        return "nothing";
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "an array";
    case JSON_STRING:
        if (digits_of(value, &line) == NULL)
            return "a text";
        return json_number(value, &number) ? "a number" : "a number beyond all bounds";
    case JSON_TRUE:
    case JSON_FALSE:
        return "true or false";
    default:
        return "null";
    }
}
