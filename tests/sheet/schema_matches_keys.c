/* schema_matches_keys.c - samples/sheet.schema.json and theme.schema.json say of every mapping what the
 * readers accept: the same keys, the same required ones, the same choices. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "chart/theme_read.h"
#include "document/node.h"
#include "sheet/blocks/block.h"
#include "support/golden.h"

struct schema {
    sheaf_error error;
    struct arena arena;
    struct buffer bytes;
    struct document document;
};

static void read_schema(struct schema *schema, const char *name)
{
    char path[600];

    memset(schema, 0, sizeof *schema);
    snprintf(path, sizeof path, "%s/samples/%s.schema.json", golden_source_folder(), name);
    arena_init(&schema->arena, NULL, &schema->error);
    buffer_init(&schema->bytes, NULL, &schema->error);
    assert_int_equal(file_read(path, 1 << 20, &schema->bytes, &schema->error), SHEAF_OK);
    assert_int_equal(document_read(&schema->document, path, schema->bytes.bytes,
                                   schema->bytes.length, &schema->arena, &schema->error),
                     SHEAF_OK);
}

static void free_schema(struct schema *schema)
{
    buffer_free(&schema->bytes);
    arena_free(&schema->arena);
}

static const struct node *definition(const struct schema *schema, const char *name)
{
    const struct node *root = schema->document.root;

    return name[0] == '\0' ? root : node_find(node_find(root, "definitions"), name);
}

static bool lists(const struct node *list, const char *word)
{
    for (const struct node_item *item = list->items; item != NULL; item = item->next)
        if (strcmp(item->value->text, word) == 0)
            return true;
    return false;
}

static size_t differences(const struct node *mapping, const struct grammar *grammar)
{
    const struct node *properties = node_find(mapping, "properties");
    const struct node *required = node_find(mapping, "required");
    size_t n = 0;

    for (size_t i = 0; i < grammar->n_keys; i++) {
        const struct spec_key *key = &grammar->keys[i];
        const struct node *property = node_find(properties, key->name);

        if (property == NULL || (required != NULL && lists(required, key->name)) != key->required) {
            print_message("  %s: '%s' is missing or not as required\n", grammar->what, key->name);
            n++;
            continue;
        }
        const struct node *choices = node_find(property, "enum");
        size_t n_choices = 0;
        for (; key->choices != NULL && key->choices[n_choices] != NULL; n_choices++)
            n += choices == NULL || !lists(choices, key->choices[n_choices]);
        n += (choices != NULL ? choices->n_items : 0) != n_choices;
    }
    if (properties->n_items != grammar->n_keys)
        print_message("  %s: the schema has other keys too\n", grammar->what);
    return n + (properties->n_items != grammar->n_keys);
}

static void test_mappings(void **state)
{
    struct schema schema;

    (void)state;
    read_schema(&schema, "sheet");
    assert_true(spec_grammar_count > 5);
    for (size_t i = 0; i < spec_grammar_count; i++) {
        const struct node *mapping = definition(&schema, spec_grammars[i]->definition);

        print_message("  %s\n", spec_grammars[i]->what);
        assert_non_null(mapping);
        assert_int_equal(differences(mapping, spec_grammars[i]), 0);
        assert_string_equal(node_find(mapping, "additionalProperties")->text, "false");
    }
    free_schema(&schema);
}

static void test_themes(void **state)
{
    const struct grammar *const grammars[] = { &theme_grammar, &theme_flows_grammar,
                                               &theme_sizes_grammar, &theme_faces_grammar,
                                               &theme_logo_grammar };
    struct schema schema;

    (void)state;
    read_schema(&schema, "theme");
    for (size_t i = 0; i < LENGTH(grammars); i++) {
        const struct node *mapping = definition(&schema, grammars[i]->definition);

        assert_non_null(mapping);
        assert_int_equal(differences(mapping, grammars[i]), 0);
        assert_string_equal(node_find(mapping, "additionalProperties")->text, "false");
    }
    free_schema(&schema);
}

/* Every block, and the keys beside it. */
static void test_blocks(void **state)
{
    struct schema schema;

    (void)state;
    read_schema(&schema, "sheet");
    const struct node *forms = node_find(definition(&schema, "block"), "anyOf");
    const struct node *properties = node_find(forms->items->next->value, "properties");
    for (size_t i = 0; i < block_type_count; i++)
        assert_non_null(node_find(properties, block_types[i]->name));
    assert_non_null(node_find(properties, "id"));
    assert_non_null(node_find(properties, "span"));
    assert_non_null(node_find(properties, "scale"));
    assert_non_null(node_find(properties, "when"));
    assert_non_null(node_find(properties, "otherwise"));
    assert_non_null(node_find(properties, "columns"));
    assert_non_null(node_find(properties, "keep"));
    assert_non_null(node_find(properties, "width"));
    assert_int_equal(properties->n_items, block_type_count + 8);
    free_schema(&schema);
}

/* Every definition that is referred to is there, and every one there is referred to. */
static void check_references(const struct node *node, const struct node *definitions, bool *used)
{
    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        if (item->key != NULL && strcmp(item->key->text, "$ref") == 0) {
            size_t i = 0;
            const struct node_item *known = definitions->items;
            while (known != NULL && strcmp(known->key->text, item->value->text + 14) != 0) {
                known = known->next;
                i++;
            }
            assert_non_null(known);
            used[i] = true;
        }
        check_references(item->value, definitions, used);
    }
}

static void test_references(void **state)
{
    struct schema schema;
    bool used[64] = { false };

    (void)state;
    read_schema(&schema, "sheet");
    const struct node *definitions = node_find(schema.document.root, "definitions");
    assert_true(definitions->n_items <= LENGTH(used));
    check_references(schema.document.root, definitions, used);
    for (size_t i = 0; i < definitions->n_items; i++)
        assert_true(used[i]);
    free_schema(&schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mappings),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_themes),
        cmocka_unit_test(test_references),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
