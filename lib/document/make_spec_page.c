/* make_spec_page.c - writes sheaf-spec(5), the manual page of the spec's grammar, from its JSON Schema:
 * make_spec_page sheet.schema.json sheaf-spec.5. Run by the build. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/node.h"

static const char reference[] = "#/definitions/";

static void print_text(FILE *out, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '\\')
            fputs("\\e", out);
        else if (*text == '-')
            fputs("\\-", out);
        else if (*text == '\t')
            fputs("the tabulator", out);
        else if (text[0] == '.' && text[1] == ' ' && text[2] >= 'A' && text[2] <= 'Z')
            fputs(".\n\\&", out), text++;
        else
            putc(*text, out);
}

static const char *text_of(const struct node *node, const char *key)
{
    const struct node *value = node_find(node, key);

    return value != NULL && value->kind == NODE_SCALAR ? value->text : NULL;
}

/* The name of the definition that a node refers to; NULL: it refers to none. */
static const char *referred(const struct node *node)
{
    const char *path = text_of(node, "$ref");

    return path != NULL && strncmp(path, reference, strlen(reference)) == 0
               ? path + strlen(reference)
               : NULL;
}

static bool is_empty(const struct node *node)
{
    return node == NULL || node->n_items == 0;
}

static void print_kind(FILE *out, const struct node *node);

/* "a, b, c" of a list's items. */
static void print_items(FILE *out, const struct node *list, const char *separator, bool are_kinds)
{
    for (const struct node_item *item = list->items; item != NULL; item = item->next) {
        if (are_kinds)
            print_kind(out, item->value);
        else
            print_text(out, item->value->text);
        if (item->next != NULL)
            fputs(separator, out);
    }
}

/* What a value may be, in a few words. */
static void print_kind(FILE *out, const struct node *node)
{
    const struct node *choices = node_find(node, "anyOf"), *words = node_find(node, "enum");
    const struct node *type = node_find(node, "type"), *items = node_find(node, "items");

    if (choices == NULL)
        choices = node_find(node, "oneOf");
    if (referred(node) != NULL) {
        print_text(out, referred(node));
    } else if (!is_empty(words)) {
        print_items(out, words, ", ", false);
    } else if (!is_empty(choices) && type == NULL) {
        print_items(out, choices, ", or ", true);
    } else if (items != NULL && items->kind == NODE_MAPPING) {
        fputs("a list of ", out);
        print_kind(out, items);
    } else if (type != NULL && type->kind == NODE_SCALAR) {
        print_text(out, strcmp(type->text, "object") == 0    ? "a mapping"
                        : strcmp(type->text, "array") == 0   ? "a list"
                        : strcmp(type->text, "string") == 0  ? "a text"
                        : strcmp(type->text, "integer") == 0 ? "a whole number"
                        : strcmp(type->text, "null") == 0    ? "nothing"
                                                             : "a number");
    } else if (!is_empty(type)) {
        print_items(out, type, " or ", false);
    } else {
        fputs("any value", out);
    }
}

static bool is_required(const struct node *mapping, const char *key)
{
    const struct node *required = node_find(mapping, "required");

    for (const struct node_item *item = required != NULL ? required->items : NULL; item != NULL;
         item = item->next)
        if (item->value->kind == NODE_SCALAR && strcmp(item->value->text, key) == 0)
            return true;
    return false;
}

static void print_keys(FILE *out, const struct node *mapping)
{
    const struct node *keys = node_find(mapping, "properties");

    if (is_empty(keys))
        return;
    fputs(".Bl -tag -width Ds\n", out);
    for (const struct node_item *item = keys->items; item != NULL; item = item->next) {
        fputs(".It Cm \"\\&", out);
        print_text(out, item->key->text);
        fputs("\"\n\\&", out);
        if (is_required(mapping, item->key->text))
            fputs("Required; ", out);
        print_kind(out, item->value);
        fputs(".\n", out);
        if (text_of(item->value, "description") != NULL) {
            fputs("\\&", out);
            print_text(out, text_of(item->value, "description"));
            putc('\n', out);
        }
    }
    fputs(".El\n", out);
}

/* The keys of a definition stand in itself, or in those of its choices that are mappings. */
static void print_definition(FILE *out, const struct node_item *definition)
{
    const struct node *node = definition->value, *choices = node_find(node, "anyOf");

    fputs(".Ss ", out);
    print_text(out, definition->key->text);
    fputs("\n\\&", out);
    print_kind(out, node);
    fputs(".\n", out);
    if (text_of(node, "description") != NULL) {
        fputs("\\&", out);
        print_text(out, text_of(node, "description"));
        putc('\n', out);
    }
    print_keys(out, node);
    for (const struct node_item *item = choices != NULL ? choices->items : NULL; item != NULL;
         item = item->next)
        print_keys(out, item->value);
}

static void print_page(FILE *out, const struct node *schema)
{
    const struct node *definitions = node_find(schema, "definitions");

    fputs(".\\\" Made from sheet.schema.json.\n"
          ".Dd November 30, 2026\n.Dt SHEAF-SPEC 5\n.Os\n.Sh NAME\n.Nm sheaf-spec\n"
          ".Nd the grammar of a fact sheet's spec\n.Sh DESCRIPTION\n"
          "A spec is a YAML or JSON file, which\n.Xr sheaf-sheet 1\nand\n.Xr sheaf-batch 1\nread.\n"
          "These are its keys at the top, with what their values may be; the values that have a "
          "name\n"
          "follow by that name.\n",
          out);
    print_keys(out, schema);
    fputs(".Sh VALUES\n", out);
    for (const struct node_item *item = definitions != NULL ? definitions->items : NULL;
         item != NULL; item = item->next)
        print_definition(out, item);
    fputs(".Sh SEE ALSO\n.Xr sheaf 1 ,\n.Xr sheaf-schema 1 ,\n.Xr sheaf-sheet 1\n", out);
}

static char *read_all(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(DOCUMENT_BYTES);

    *n = 0;
    if (file != NULL && bytes != NULL)
        *n = fread(bytes, 1, DOCUMENT_BYTES, file);
    if (file != NULL)
        fclose(file);
    return bytes;
}

int main(int n_words, char **words)
{
    struct arena arena;
    struct document document;
    sheaf_error error = { 0 };
    size_t n;

    if (n_words != 3) {
        fputs("usage: make_spec_page SCHEMA PAGE\n", stderr);
        return 2;
    }
    char *text = read_all(words[1], &n);
    arena_init(&arena, NULL, &error);
    FILE *out = fopen(words[2], "w");
    int code = 1;
    if (text == NULL || n == 0 || out == NULL)
        fprintf(stderr, "%s: %s\n", words[1], strerror(errno));
    else if (document_read(&document, words[1], text, n, &arena, &error) != SHEAF_OK)
        fprintf(stderr, "%s:%zu: %s\n", words[1], error.line, error.message);
    else {
        print_page(out, document.root);
        code = 0;
    }
    if (out != NULL && fclose(out) != 0)
        code = 1;
    arena_free(&arena);
    free(text);
    if (code != 0)
        remove(words[2]);
    return code;
}
