/* json_refusals.c - says where a text is no JSON, and why, in the words of YAJL where it has some. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "input/json_parse.h"

/* A word, a string or another character, as far as it can be shown. */
static size_t token_length(const char *at, const char *end)
{
    enum { SHOWN = 60 };
    const char *stop = at;

    if (*at == '"') {
        for (stop++; stop < end && *stop != '"'; stop++)
            if (*stop == '\\' && stop + 1 < end)
                stop++;
        stop += stop < end;
    } else if (json_is_of_word(*at)) {
        while (stop < end && json_is_of_word(*stop))
            stop++;
    } else {
        utf8_next(&stop, end);
    }
    size_t n = (size_t)(stop - at) <= SHOWN ? (size_t)(stop - at) : utf8_floor(at, SHOWN);
    utf8_valid(at, n, &n);
    return n;
}

int json_refuse(struct parse *parse, const char *at, const char *format, ...)
{
    va_list arguments;

    parse->failure->offset = (size_t)(at - parse->text);
    va_start(arguments, format);
    vsnprintf(parse->failure->message, sizeof parse->failure->message, format, arguments);
    va_end(arguments);
    return 0;
}

int json_refuse_near(struct parse *parse, const char *at, const char *reason)
{
    if (at == parse->end)
        return json_refuse(parse, at, "this is not JSON: %s near end of file", reason);
    return json_refuse(parse, at, "this is not JSON: %s near '%.*s'", reason,
                       (int)token_length(at, parse->end), at);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

const char *json_pass_blanks(const char *at, const char *end)
{
    while (at < end && is_blank(*at))
        at++;
    return at;
}

const char *json_next_token(const struct parse *parse, const char *stop)
{
    const char *at = json_pass_blanks(parse->at, parse->end);

    while (at < parse->end && (*at == ',' || *at == ':') && at + 1 != stop)
        at = json_pass_blanks(at + 1, parse->end);
    return at;
}

/* A string that YAJL gave up. */
static void refuse_string(struct parse *parse, const char *start, const char *words)
{
    const char *at = start + 1;

    while (at < parse->end && *at != '"' && (unsigned char)*at >= ' ')
        at += *at == '\\' && parse->end - at > 1 ? 2 : 1;
    if (at == parse->end)
        json_refuse(parse, start, "this is not JSON: a string has no closing quotation mark");
    else if (*at == '\n')
        json_refuse(parse, start, "this is not JSON: unexpected newline in a string");
    else if ((unsigned char)*at < ' ')
        json_refuse(parse, start, "this is not JSON: control character 0x%x in a string",
                    (unsigned)*at);
    else
        json_refuse_near(parse, start, words);
}

/* What YAJL says of itself, without what it is ("parse error: ") and its end. */
static char *take_words(struct parse *parse, bool *is_lexical)
{
    char *words = (char *)yajl_get_error(parse->yajl, 0, NULL, 0), *colon = strstr(words, ": ");

    *is_lexical = strncmp(words, "lexical", 7) == 0;
    words[strcspn(words, "\n")] = '\0';
    if (words[0] != '\0' && words[strlen(words) - 1] == '.')
        words[strlen(words) - 1] = '\0';
    return colon != NULL ? colon + 2 : words;
}

void json_refuse_as_yajl(struct parse *parse)
{
    bool is_lexical;
    const char *words = take_words(parse, &is_lexical);
    /* Commas and colons are wrong in their place only. */
    const char *stop =
        is_lexical || parse->at_end ? NULL : parse->text + yajl_get_bytes_consumed(parse->yajl);
    const char *at = json_next_token(parse, stop);

    if (strcmp(words, "trailing garbage") == 0)
        json_refuse_near(parse, json_pass_blanks(parse->at, parse->end), "end of file expected");
    else if (at == parse->end && parse->depth > 0)
        json_refuse(parse, at, "this is not JSON: '%c' expected near end of file",
                    parse->pending[parse->open[parse->depth - 1]].kind == JSON_OBJECT ? '}' : ']');
    else if (at == parse->end)
        json_refuse_near(parse, at, "a value expected");
    else if (*at == '"' && (is_lexical || parse->at_end))
        refuse_string(parse, at, words);
    else if (string_is(words, strlen(words), "invalid char in json text") ||
             string_is(words, strlen(words), "invalid string in json text"))
        json_refuse_near(parse, at, "invalid token");
    else
        json_refuse_near(parse, at, words);
}
