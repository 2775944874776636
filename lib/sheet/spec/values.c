/* values.c - the figures that a spec names once, for the fields of its texts. */
#include "base/strings.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/spec.h"

const struct spec_value *spec_find_value(const struct spec_reader *reader, const char *name,
                                         size_t n)
{
    const struct spec_value *value = reader->values;

    while (value != NULL && !string_is(name, n, value->name))
        value = value->next;
    return value;
}

/* A name that a series or a table has would mean two things. */
static bool is_free(struct spec_reader *reader, const struct node *key)
{
    bool taken = false;

    for (const struct spec_series *entry = reader->entries; entry != NULL; entry = entry->next)
        taken |= string_is(key->text, key->length, entry->name);
    for (const struct named_table *table = reader->tables; table != NULL; table = table->next)
        taken |= string_is(key->text, key->length, table->name);
    if (taken)
        spec_fail(reader, key->place, "the name '%.60s' is a series' or a table's already",
                  key->text);
    return !taken;
}

bool spec_read_values(struct spec_reader *reader, const struct node *node)
{
    struct spec_value **last = &reader->values;

    for (const struct node_item *item = node != NULL ? node->items : NULL; item != NULL;
         item = item->next) {
        if (!keys_check_kind(reader, item->value, SPEC_TEXT, "a value") ||
            !is_free(reader, item->key)) {
            if (!spec_go_on(reader))
                return false;
            continue;
        }
        struct spec_value *value = arena_new(&reader->arena, struct spec_value);
        if (value == NULL)
            return false;
        *value = (struct spec_value){ item->key->text, item->value, NULL };
        *last = value;
        last = &value->next;
    }
    return true;
}
