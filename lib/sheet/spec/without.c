/* without.c - leaves members out of the table of a data entry. */
#include "sheet/spec/without.h"

#include <string.h>

#include "sheet/spec/parameters.h"
#include "sheet/spec/spec.h"

enum { MOST_LEFT_OUT = 256 };

struct left_out {
    struct spec_reader *reader;
    sheaf_filter filters[MOST_LEFT_OUT];
    size_t n;
};

static bool add(struct left_out *out, const struct node *at, const char *dimension,
                const char *member)
{
    const struct sheet_scope scope = { .sheet = out->reader->sheet,
                                       .reader = out->reader,
                                       .node = at };
    size_t n = strlen(member);

    if (member[0] == '$' && n > 1 && parameter_name_length(member + 1, n - 1) == n - 1) {
        const struct spec_parameter *parameter = scope_parameter(&scope, member + 1, n - 1);
        if (parameter == NULL)
            return false;
        member = parameter->value;
    }
    if (member[0] == '!') {
        spec_fail(out->reader, at->place,
                  "'without' leaves out what it names, so that '%.60s' is left out twice; write "
                  "'%.60s'",
                  member, member + 1);
        return false;
    }
    member = arena_format(&out->reader->arena, "!%s", member);
    if (member == NULL)
        return false;
    if (out->n == MOST_LEFT_OUT) {
        spec_fail(out->reader, at->place, "'without' takes at most %d members", MOST_LEFT_OUT);
        return false;
    }
    out->filters[out->n++] = (sheaf_filter){ dimension, member };
    return true;
}

/* "partner: EU" */
static bool read_text(struct left_out *out, const struct node *node)
{
    const char *colon = strchr(node->text, ':'), *member = colon;
    const char *dimension;
    size_t n = colon != NULL ? (size_t)(colon - node->text) : 0;

    while (n > 0 && node->text[n - 1] == ' ')
        n--;
    if (colon != NULL)
        member = colon + 1 + strspn(colon + 1, " ");
    if (n == 0 || *member == '\0') {
        spec_fail(out->reader, node->place,
                  "'%.60s' is no dimension and member, such as 'partner: EU'", node->text);
        return false;
    }
    dimension = arena_text(&out->reader->arena, node->text, n);
    return dimension != NULL && add(out, node, dimension, member);
}

/* {partner: EU}, {partner: [EU, World]} */
static bool read_mapping(struct left_out *out, const struct node *node)
{
    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        const struct node *value = item->value;

        if (!keys_check_kind(out->reader, value, SPEC_TEXT | SPEC_LIST, "what is left out"))
            return false;
        if (value->kind == NODE_SCALAR && !add(out, value, item->key->text, value->text))
            return false;
        for (const struct node_item *one = value->kind == NODE_LIST ? value->items : NULL;
             one != NULL; one = one->next)
            if (!keys_check_kind(out->reader, one->value, SPEC_TEXT, "what is left out") ||
                !add(out, one->value, item->key->text, one->value->text))
                return false;
    }
    return true;
}

static bool read_any(struct left_out *out, const struct node *node)
{
    if (node->kind == NODE_MAPPING)
        return read_mapping(out, node);
    if (node->kind != NODE_LIST)
        return read_text(out, node);
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (!keys_check_kind(out->reader, item->value, SPEC_TEXT | SPEC_MAPPING,
                             "what is left out") ||
            !read_any(out, item->value))
            return false;
    return true;
}

sheaf_table *spec_table_without(struct spec_reader *reader, const struct node *node,
                                const sheaf_table *table)
{
    struct left_out out = { .reader = reader };
    const sheaf_error *error;
    sheaf_table *rest;

    if (node == NULL || !read_any(&out, node))
        return NULL;
    rest = sheaf_table_filter(table, out.filters, out.n);
    error = sheaf_table_error(rest);
    if (error->status == SHEAF_OK)
        return rest;
    if (error->status == SHEAF_NO_MEMORY)
        error_take(&reader->sheet->error, error);
    else
        spec_fail(reader, node->place, "%s", error->message);
    sheaf_table_destroy(rest);
    return NULL;
}
