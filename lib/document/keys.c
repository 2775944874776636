/* keys.c - checks mappings of a document against their tables of keys. */
#include "document/keys.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/number.h"
#include "base/strings.h"

void grammar_fail(const struct grammar_reader *reader, struct place at, const char *format, ...)
{
    char message[sizeof reader->error->message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    document_fail(reader->document, reader->error, at, "%s", message);
}

static unsigned kind_of(const struct node *node)
{
    double value;

    switch (node->kind) {
    case NODE_NOTHING:
        return SPEC_NOTHING;
    case NODE_SCALAR:
        return SPEC_TEXT |
               (node->plain && number_read(node->text, node->length, &value, NULL) ? SPEC_NUMBER
                                                                                   : 0);
    case NODE_LIST:
        return SPEC_LIST;
    case NODE_MAPPING:
        return SPEC_MAPPING;
    }
    return 0;
}

bool grammar_check_kind(const struct grammar_reader *reader, const struct node *node,
                        unsigned takes, const char *what)
{
    static const struct {
        unsigned kind;
        const char *words;
    } kinds[] = {
        { SPEC_TEXT, "a text" },
        { SPEC_NUMBER, "a number" },
        { SPEC_LIST, "a list" },
        { SPEC_MAPPING, "a mapping of keys" },
    };
    char expected[80] = "";

    if ((kind_of(node) & takes) || ((takes & SPEC_WORDS) && node->kind == NODE_MAPPING))
        return true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!(takes & kinds[i].kind))
            continue;
        if (expected[0] != '\0')
            strcat(expected, " or ");
        strcat(expected, kinds[i].words);
    }
    if (node->kind == NODE_NOTHING)
        grammar_fail(reader, node->place, "%s needs %s, and there is nothing", what, expected);
    else
        grammar_fail(reader, node->place, "%s must be %s, not %s", what, expected,
                     node_kind_words(node));
    return false;
}

/* "title, subtitle, series": for messages that list what there is. */
static void list_words(const char *const *words, size_t n, struct buffer *into)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buffer_text(into, ", ");
        buffer_text(into, words[i]);
    }
}

void grammar_fail_unknown(const struct grammar_reader *reader, struct place at, const char *what,
                          const char *word, const char *const *known, size_t n)
{
    const char *near = string_nearest(word, strlen(word), known, n);

    if (near != NULL) {
        grammar_fail(reader, at, "%s '%.80s'; did you mean '%s'?", what, word, near);
        return;
    }
    struct buffer list;
    buffer_init(&list, &reader->arena->alloc, reader->error);
    list_words(known, n, &list);
    if (!list.failed && n > 0)
        grammar_fail(reader, at, "%s '%.80s'; there is %s", what, word, list.bytes);
    else
        grammar_fail(reader, at, "%s '%.80s'", what, word);
    buffer_free(&list);
}

static size_t find_key(const struct grammar *grammar, const char *name)
{
    size_t i = 0;

    while (i < grammar->n_keys && strcmp(grammar->keys[i].name, name) != 0)
        i++;
    return i;
}

static bool unknown_key(const struct grammar_reader *reader, const struct node *key,
                        const struct grammar *grammar)
{
    const char **names = arena_array(reader->arena, const char *, grammar->n_keys);
    char *what = arena_format(reader->arena, "%s has no key", grammar->what);

    if (names == NULL || what == NULL)
        return false;
    for (size_t i = 0; i < grammar->n_keys; i++)
        names[i] = grammar->keys[i].name;
    grammar_fail_unknown(reader, key->place, what, key->text, names, grammar->n_keys);
    return false;
}

static bool check_choice(const struct grammar_reader *reader, const struct node *value,
                         const struct spec_key *key)
{
    size_t n = 0;

    if (key->choices == NULL)
        return true;
    for (; key->choices[n] != NULL; n++)
        if (strcmp(key->choices[n], value->text) == 0)
            return true;
    char *what = arena_format(reader->arena, "unknown %s", key->name);
    if (what != NULL)
        grammar_fail_unknown(reader, value->place, what, value->text, key->choices, n);
    return false;
}

static bool go_on(const struct grammar_reader *reader)
{
    return reader->go_on != NULL && reader->go_on(reader->context);
}

/* The value of a key, checked; NULL after a failure. */
static const struct node *read_value(const struct grammar_reader *reader,
                                     const struct node_item *item, const struct spec_key *key)
{
    const char *what = arena_format(reader->arena, "'%s'", item->key->text);
    const struct node *value = item->value;

    if (reader->value != NULL && value->kind == NODE_SCALAR &&
        !(key->takes & (SPEC_WORDS | SPEC_EXPRESSION)))
        value = reader->value(reader->context, value);
    if (value == NULL || what == NULL || !grammar_check_kind(reader, value, key->takes, what))
        return NULL;
    return value->kind != NODE_SCALAR || check_choice(reader, value, key) ? value : NULL;
}

bool grammar_read(const struct grammar_reader *reader, const struct node *node,
                  const struct grammar *grammar, const struct node **values)
{
    memset(values, 0, grammar->n_keys * sizeof *values);
    if (!grammar_check_kind(reader, node, SPEC_MAPPING, grammar->what))
        return false;
    bool well = true;

    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        size_t i = find_key(grammar, item->key->text);

        if (i == grammar->n_keys)
            unknown_key(reader, item->key, grammar);
        else
            values[i] = read_value(reader, item, &grammar->keys[i]);
        if (i < grammar->n_keys && values[i] != NULL)
            continue;
        well = false;
        if (!go_on(reader))
            return false;
    }
    /* A key that is unknown may be the one that is missing, misspelt. */
    for (size_t i = 0; well && i < grammar->n_keys; i++) {
        if (!grammar->keys[i].required || values[i] != NULL)
            continue;
        grammar_fail(reader, node->place, "%s needs the key '%s'", grammar->what,
                     grammar->keys[i].name);
        return false;
    }
    return well;
}
