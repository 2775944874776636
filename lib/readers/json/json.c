/* json.c - walks and parses a JSON file, and finds the places of what fails. */
#include "readers/json/json.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"

bool json_start(struct json *json, struct input *input)
{
    const struct reading *reading = input_reading(input);
    size_t n;

    *json = (struct json){ .name = reading->name, .error = reading->error, .line = 1 };
    arena_init(&json->tree, reading->alloc, reading->error);
    if (!input_whole(input, &json->bytes, &n))
        return false;
    json->end = json->bytes + n;
    json->known = json->bytes;
    return true;
}

void json_end(struct json *json)
{
    arena_free(&json->tree);
}

/* Walking ------------------------------------------------------------------- */

void json_skip_blanks(struct json_span *rest)
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

bool json_take_value(struct json_span *rest, struct json_span *value)
{
    size_t depth = 0;

    json_skip_blanks(rest);
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
            json_skip_blanks(rest);
    } while (depth > 0);
    value->end = rest->at;
    return true;
}

static bool take_byte(struct json_span *rest, char byte)
{
    json_skip_blanks(rest);
    if (rest->at == rest->end || *rest->at != byte)
        return false;
    rest->at++;
    return true;
}

bool json_walk(struct json_walk *walk, struct json_span span)
{
    *walk = (struct json_walk){ .rest = span, .index = SIZE_MAX };
    json_skip_blanks(&walk->rest);
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
                   (walk->close == '}' && (!json_take_value(&walk->rest, &walk->key) ||
                                           *walk->key.at != '"' || !take_byte(&walk->rest, ':'))) ||
                   !json_take_value(&walk->rest, &walk->value);
    return !walk->failed;
}

static bool json_key_is(const struct json_walk *walk, const char *key)
{
    size_t n = (size_t)(walk->key.end - walk->key.at);

    return n >= 2 && *walk->key.at == '"' && string_is(walk->key.at + 1, n - 2, key);
}

bool json_walked_all(struct json_walk *walk)
{
    if (walk->failed)
        return false;
    json_skip_blanks(&walk->rest);
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

bool json_starts_list(const char *bytes, size_t n)
{
    struct json_span rest = first_bytes(bytes, n);

    if (!take_byte(&rest, '['))
        return false;
    json_skip_blanks(&rest);
    return rest.at < rest.end && strchr("[{\"]", *rest.at) != NULL && *rest.at != '\0';
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
    struct json_span around;
    struct json_walk walk;

    if (path != NULL && path == json->found_path)
        return json->found;
    around = path == NULL ? json_whole(json) : find(json, path->up);
    json_skip_blanks(&around);
    if (path == NULL || !json_walk(&walk, around))
        return around;
    while (json_next(&walk))
        if (path->key != NULL ? json_key_is(&walk, path->key) : walk.index == path->index)
            return walk.value;
    return around;
}

/* The place of a byte of the text, on its line. */
static struct place place_of(const struct json *json, const char *at, size_t line)
{
    const char *start = at;

    while (start > json->bytes && start[-1] != '\n')
        start--;
    return (struct place){ .file = json->name,
                           .line = line,
                           .column = utf8_count(start, (size_t)(at - start)) + 1 +
                                     (start == json->bytes ? json->column : 0) };
}

static size_t line_of(struct json *json, const char *at)
{
    for (; json->known < at; json->known++)
        json->line += *json->known == '\n';
    for (; json->known > at; json->known--)
        json->line -= json->known[-1] == '\n';
    return json->line;
}

/* Whether the text has members that say what is confidential. Which figure they are about, a line of
 * JSON does not show: it may hold all figures, and the status elsewhere. */
static bool may_hold_secrets(const struct json *json)
{
    static const char *const words[] = {
        "tatus",  "TATUS", "tatut", "STATUT", "conf",  "Conf", "CONF", "eheim",
        "\"flag", "_flag", "_FLAG", "татус",  "онфид", "状态", "保密",
    };
    const size_t n = (size_t)(json->end - json->bytes);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (memmem(json->bytes, n, words[i], strlen(words[i])) != NULL)
            return true;
    return false;
}

/* The excerpt is the line of the failure. There is none where its start has left the window, and where
 * it may show a secret. */
static void fail_line(struct json *json, const char *at, size_t line, const char *message)
{
    const char *start = at;

    while (start > json->bytes && start[-1] != '\n')
        start--;
    fail_at(json->error, SHEAF_BAD_INPUT, place_of(json, at, line), "%s", message);
    if ((start > json->bytes || json->column == 0) && !json->hides_lines && !may_hold_secrets(json))
        error_set_excerpt_line(json->error, start, (size_t)(json->end - start));
}

struct place json_place(struct json *json, const char *at)
{
    return place_of(json, at, line_of(json, at));
}

void json_fail_there(struct json *json, const char *at, const char *format, ...)
{
    char message[sizeof json->error->message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail_line(json, at, line_of(json, at), message);
}

void json_fail(struct json *json, const struct json_path *path, const char *format, ...)
{
    struct json_span span = find(json, path);
    char where[160] = "", said[sizeof json->error->message],
         message[sizeof where + sizeof said + 2];
    size_t n = path != NULL ? write_path(path, where, sizeof where) : 0;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(said, sizeof said, format, arguments);
    va_end(arguments);
    if (n >= sizeof where)
        where[utf8_repair(where, strlen(where))] = '\0';
    snprintf(message, sizeof message, "%s%s%s", where, n > 0 ? ": " : "", said);
    fail_line(json, span.at, span.line, message);
}

void json_fail_refused(struct json *json, const struct json_path *path,
                       const struct observation_builder *builder)
{
    json->hides_lines = builder_is_secret(builder);
    json_fail(json, path, "%s", builder->reason);
    json->hides_lines = false;
}

/* Parsing ------------------------------------------------------------------- */

void json_fail_parse(struct json *json, const char *at, const struct json_failure *failure)
{
    const char *near = may_hold_secrets(json) ? strstr(failure->message, " near '") : NULL;
    const size_t n = near != NULL ? (size_t)(near - failure->message) : strlen(failure->message);

    json_fail_there(json, at, "%.*s", (int)n, failure->message);
}

size_t json_line(struct json *json, const struct json_value *value)
{
    return line_of(json, json->bytes + value->offset);
}

const struct json_value *json_parse(struct json *json, struct json_span span)
{
    struct json_failure failure;
    const struct json_value *tree;

    arena_free(&json->tree);
    tree = json_value_read(&json->tree, span.at, (size_t)(span.end - span.at), &failure);
    if (tree == NULL && failure.message[0] != '\0')
        json_fail_parse(json, span.at + failure.offset, &failure);
    return tree;
}

void json_fail_syntax(struct json *json)
{
    if (json_parse(json, json_whole(json)) != NULL)
        fail_at(json->error, SHEAF_BAD_INPUT, (struct place){ .file = json->name },
                "this is not JSON");
}
