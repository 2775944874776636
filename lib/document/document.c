/* document.c - which of its languages a document is written in, and what is no text at all. */
#include <string.h>

#include "base/strings.h"
#include "document/tree.h"

static bool is_printable(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code <= 0x7E) ||
           code == 0x85 || (code >= 0xA0 && code <= 0xFFFD) || code >= 0x10000;
}

/* Refuses what is not text before libyaml sees it, with the one message a reader
 * of the wrong file needs. */
static sheaf_status check_text(const struct document *document, sheaf_error *error)
{
    const char *at = document->text, *end = at + document->length;
    struct place place = { .line = 1, .column = 1, .length = 1 };

    if (document->length >= 2 && (memcmp(at, "\xFF\xFE", 2) == 0 || memcmp(at, "\xFE\xFF", 2) == 0))
        return fail_at(error, SHEAF_BAD_INPUT, (struct place){ .file = document->file },
                       "this is UTF-16; save the file as UTF-8");
    while (at < end) {
        unsigned byte = (unsigned char)*at;
        uint32_t code = utf8_next(&at, end);

        if (code == UTF8_INVALID)
            return document_fail(document, error, place,
                                 "byte 0x%02X is not UTF-8; is this text, saved as UTF-8?", byte);
        if (!is_printable(code))
            return document_fail(document, error, place,
                                 "the control character U+%04X has no place here; is this text?",
                                 (unsigned)code);
        place.column++;
        if (code == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return SHEAF_OK;
}

/* The next sign that is no blank; 0 at the end. */
static char next_sign(const struct document *document, size_t *at)
{
    for (; *at < document->length; ++*at)
        if (document->text[*at] == '\0' || strchr(" \t\r\n", document->text[*at]) == NULL)
            return document->text[*at];
    return '\0';
}

/* Both JSON and YAML's flow style begin with a bracket; a quoted key behind it is JSON's custom. */
static bool begins_with_bracket(const struct document *document, bool *has_quoted_key)
{
    size_t at = 0;
    char first = next_sign(document, &at);

    at++;
    *has_quoted_key = first == '{' && next_sign(document, &at) == '"';
    return first == '{' || first == '[';
}

/* True when what the first points at ends behind the start of what the second points at. */
static bool is_later(const sheaf_error *first, const sheaf_error *second)
{
    return first->line > second->line ||
           (first->line == second->line && first->column + first->length > second->column);
}

/* What begins as JSON and is none may be YAML. If it is neither, the reader that got further
 * tells what is wrong. */
static void read_either(struct document *document, struct arena *arena, sheaf_error *error)
{
    sheaf_error of_json = { 0 }, of_yaml = { 0 };
    struct tree json = { document, arena, &of_json, 0 }, yaml = { document, arena, &of_yaml, 0 };
    bool looks_like_json;

    if (begins_with_bracket(document, &looks_like_json))
        document->root = json_read(&json);
    if (document->root == NULL && error->status == SHEAF_OK && of_json.status != SHEAF_NO_MEMORY &&
        check_text(document, &of_yaml) == SHEAF_OK)
        document->root = yaml_read(&yaml);
    if (document->root == NULL)
        error_take(error, looks_like_json && is_later(&of_json, &of_yaml) ? &of_json : &of_yaml);
}

sheaf_status document_read(struct document *document, const char *file, const char *text, size_t n,
                           struct arena *arena, sheaf_error *error)
{
    if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) { /* a byte order mark */
        text += 3;
        n -= 3;
    }
    *document = (struct document){ .file = file, .text = text, .length = n };
    read_either(document, arena, error);
    if (document->root != NULL)
        return SHEAF_OK;
    return error->status != SHEAF_OK ? error->status : fail_memory(error);
}
