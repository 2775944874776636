/* yaml_failure.c - libyaml's error messages in words that help the author. */
#include "document/yaml_failure.h"

#include <string.h>

struct place yaml_place(yaml_mark_t mark)
{
    return (struct place){ .line = mark.line + 1, .column = mark.column + 1, .length = 1 };
}

/* Mistakes, in libyaml's words. */
#define NOT_A_KEY    "mapping values are not allowed in this context"
#define NO_KEY       "did not find expected key"
#define NO_COLON     "could not find expected ':'"
#define NEVER_CLOSED "found unexpected end of stream"

/* … and in ours. */
static const char *plain_words(const char *problem)
{
    static const struct {
        const char *theirs, *ours;
    } words[] = {
        { NOT_A_KEY, "a ':' is not expected here; quote a text that holds ': '" },
        { NO_COLON, "this line is no 'key: value'; is a ':' missing" },
        { NO_KEY, "a key is expected here; is the indentation right" },
        { "did not find expected '-' indicator",
          "a list item ('- …') is expected here; is the indentation right" },
        { "did not find expected ',' or ']'", "',' or ']' is expected here" },
        { "did not find expected ',' or '}'", "',' or '}' is expected here" },
        { NEVER_CLOSED, "a quotation mark is never closed" },
        { "did not find expected whitespace or line break",
          "'!' begins a YAML tag: put the text in quotes, or leave a member out by 'without:'" },
        { "found undefined tag handle",
          "tags such as '!name' have no meaning here; put a text that begins with '!' in quotes" },
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(problem, words[i].theirs) == 0)
            return words[i].ours;
    return NULL;
}

/* Indentation of the line that holds this byte, including the dashes of list items. */
static size_t indent_of(const struct document *document, size_t offset)
{
    const char *text = document->text;
    size_t start = offset, at;

    while (start > 0 && text[start - 1] != '\n')
        start--;
    for (at = start; at < document->length && (text[at] == ' ' || text[at] == '-');)
        at++;
    return at - start;
}

/* Offset of the end of the nearest line above that is neither blank nor a comment; 0: there is
 * none. */
static size_t line_above(const struct document *document, size_t offset)
{
    const char *text = document->text;
    bool says = false;

    while (offset > 0 && text[offset - 1] != '\n')
        offset--;
    while (offset > 0) {
        size_t end = --offset;

        for (says = false; offset > 0 && text[offset - 1] != '\n'; offset--)
            says = text[offset - 1] == '#' ? false : says || text[offset - 1] != ' ';
        if (says)
            return end;
    }
    return 0;
}

/* True for the first ':' of a line: then the key itself is misplaced. */
static bool is_key_of_line(const struct document *document, size_t offset)
{
    size_t at = offset;

    while (at > 0 && document->text[at - 1] != '\n' && document->text[at - 1] != ':')
        at--;
    return at == 0 || document->text[at - 1] == '\n';
}

static bool indent_failure(const struct document *document, struct place at, size_t offset,
                           sheaf_error *error)
{
    size_t above = line_above(document, offset);
    size_t here = indent_of(document, offset), there = indent_of(document, above);

    if (above == 0 || here == there || !is_key_of_line(document, offset))
        return false;
    at.column = here + 1;
    document_fail(document, error, at,
                  "this line begins in column %zu, the one above in column %zu; keys of one "
                  "mapping stand below each other",
                  here + 1, there + 1);
    return true;
}

/* The byte is behind "{$partner} rose" or in "{turnover[2023]} rose": the text begins with a brace,
 * which opens a mapping. There is no colon within the braces, as a mapping's would be. */
static bool begins_with_brace(const struct document *document, size_t offset)
{
    const char *text = document->text;
    size_t at = offset < document->length ? offset : document->length, open;

    for (open = at; open > 0 && text[open - 1] != '{' && text[open - 1] != '\n'; open--)
        if (text[open - 1] == ':')
            return false;
    if (open < 2 || text[open - 1] != '{')
        return false;
    for (open--; open > 0 && text[open - 1] == ' '; open--)
        ;
    return open > 0 && (text[open - 1] == ':' || text[open - 1] == '-');
}

void yaml_failure(const struct document *document, const yaml_parser_t *parser, size_t offset,
                  sheaf_error *error)
{
    const char *problem = parser->problem != NULL ? parser->problem : "not valid YAML";
    bool at_start = strcmp(problem, NO_COLON) == 0 || strcmp(problem, NEVER_CLOSED) == 0;
    struct place at = yaml_place(at_start ? parser->context_mark : parser->problem_mark);
    const char *ours = plain_words(problem);

    if (parser->error == YAML_MEMORY_ERROR) {
        fail_memory(error);
        return;
    }
    if (begins_with_brace(document, offset))
        ours = "a text that begins with { needs quotes: \"{$partner} …\"";
    else if (offset < document->length && document->text[offset] == '\t')
        ours = "a tab cannot indent here; use spaces";
    else if (parser->context != NULL && strstr(parser->context, "flow mapping") != NULL &&
             offset < document->length && document->text[offset] == '[')
        ours = "within braces a text that holds '[' stands in quotes: \"exports[2023]\"";
    if ((strcmp(problem, NOT_A_KEY) == 0 || strcmp(problem, NO_KEY) == 0) &&
        indent_failure(document, at, offset, error))
        return;
    if (ours != NULL)
        document_fail(document, error, at, "%s", ours);
    else
        document_fail(document, error, at, "not valid YAML: %s", problem);
}
