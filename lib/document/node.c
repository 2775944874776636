/* node.c - looking things up in a document's tree and source. */
#include "document/node.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"

const struct node *node_find(const struct node *node, const char *key)
{
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (item->key != NULL && strcmp(item->key->text, key) == 0)
            return item->value;
    return NULL;
}

const char *node_kind_words(const struct node *node)
{
    static const char *const words[] = { "nothing", "a text", "a list", "a mapping" };

    return words[node->kind];
}

/* Line and column of a byte of the source. */
static struct place place_of(const struct document *document, size_t offset)
{
    struct place place = { .file = document->file, .line = 1 };
    const char *start = document->text, *end = document->text + offset;

    for (const char *at = start; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; start = ++at)
        place.line++;
    place.column = utf8_count(start, (size_t)(end - start)) + 1;
    return place;
}

struct place document_place_within(const struct document *document, const struct node *node,
                                   const char *at, size_t n)
{
    const char *source = document->text + node->offset;
    const char *found = n == 0 ? NULL : memmem(source, document->length - node->offset, at, n);
    size_t before = (size_t)(at - node->text);

    /* The same words may come earlier in the scalar; whatever precedes them there
     * precedes them in the source too, unless it was folded or escaped. */
    if (n > 0 && before > 0 && found != NULL) {
        const char *exact = memmem(source, document->length - node->offset, node->text, before + n);
        if (exact != NULL)
            found = exact + before;
    }
    if (found == NULL)
        return node->place;

    struct place place = place_of(document, (size_t)(found - document->text));
    place.length = utf8_count(at, n);
    return place;
}

sheaf_status document_fail(const struct document *document, sheaf_error *error, struct place at,
                           const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    at.file = document->file;
    sheaf_status status = fail_at(error, SHEAF_BAD_INPUT, at, "%s", message);
    error_set_excerpt(error, document->text, document->length);
    return status;
}
