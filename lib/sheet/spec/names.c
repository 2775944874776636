/* names.c - reads `names:`, what an author calls members of the data.
 *
 *     names:
 *       Textiles: {de: Textilien, ru: {nominative: Текстиль, genitive: текстиля}}
 *       XKX: Kosovo
 *
 * A name is a text, a text a language, or in a language a mapping of forms: `name` is the plain one,
 * which may also be called nominative, and the others are those that text_forms tells. */
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"
#include "sheet/words/names.h"
#include "vocabulary/countries.h"

static const char plain_form[] = "name", nominative[] = "nominative";

static bool add_form(struct spec_reader *reader, const struct node_item *item,
                     struct name_in_language *name, struct own_form *forms)
{
    const struct node *key = item->key;
    bool is_plain = string_is(key->text, key->length, plain_form);

    if (!keys_check_kind(reader, item->value, SPEC_TEXT, "a name"))
        return false;
    if (!is_plain && !form_is_known(key->text, key->length)) {
        spec_fail(reader, key->place,
                  "'%.60s' is no form of a name; the plain name is called 'name', and README.md "
                  "lists the forms of each language",
                  key->text);
        return false;
    }
    const char *text = spec_string(reader, item->value);
    if (is_plain || (name->name == NULL && strcmp(key->text, nominative) == 0))
        name->name = text;
    if (!is_plain)
        forms[name->n_forms++] =
            (struct own_form){ arena_string(&reader->sheet->arena, key->text), text };
    return sheet_is_well(reader->sheet);
}

/* A name in one language: a text, or its forms. */
static struct name_in_language *read_name(struct spec_reader *reader, const char *tag,
                                          const struct node *node)
{
    struct name_in_language *name = arena_new(&reader->sheet->arena, struct name_in_language);

    if (name == NULL || !keys_check_kind(reader, node, SPEC_TEXT | SPEC_MAPPING, "a name"))
        return NULL;
    name->tag = arena_string(&reader->sheet->arena, tag);
    if (node->kind != NODE_MAPPING) {
        name->name = spec_string(reader, node);
        return sheet_is_well(reader->sheet) ? name : NULL;
    }
    struct own_form *forms = arena_array(&reader->sheet->arena, struct own_form, node->n_items);
    if (forms == NULL)
        return NULL;
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (!add_form(reader, item, name, forms))
            return NULL;
    name->forms = forms;
    return name;
}

/* The spec's own language comes first, so that labels fall back to it. */
static bool is_first(const struct spec_reader *reader, const struct member_names *names,
                     const char *tag)
{
    return names->languages == NULL || strcmp(reader->main_language, tag) == 0;
}

static void add_language(const struct spec_reader *reader, struct member_names *names,
                         struct name_in_language *name)
{
    struct name_in_language **last = &names->languages;

    while (!is_first(reader, names, name->tag) && *last != NULL)
        last = &(*last)->next;
    name->next = *last;
    *last = name;
}

/* The name in the spec's own language, or the first one; NULL: only forms are said. */
static const struct node *plain_name(const struct spec_reader *reader, const struct node *value)
{
    const struct node *name = value;

    if (value->kind == NODE_MAPPING) {
        name = node_find(value, reader->main_language);
        if (name == NULL && value->items != NULL)
            name = value->items->value;
    }
    if (name == NULL || name->kind != NODE_MAPPING)
        return name;
    value = name;
    name = node_find(value, plain_form);
    return name != NULL ? name : node_find(value, nominative);
}

/* A name that the sheet's language lacks may be in its catalogue; else a translator owes it. */
static bool look_in_catalogue(struct spec_reader *reader, struct member_names *names,
                              const struct node *plain)
{
    const char *wanted = reader->sheet->language;

    if (plain == NULL || names_in_language(names, wanted) != NULL)
        return true;
    const struct node *found = spec_text(reader, plain).node;
    if (found == NULL || found == plain) {
        const char *tag = names->languages->tag; /* what labels fall back to */
        if (!text_languages_agree(tag, wanted))
            spec_note_foreign(reader, names->languages->name, tag);
        return sheet_is_well(reader->sheet);
    }
    struct name_in_language *name = read_name(reader, wanted, found);
    if (name != NULL)
        add_language(reader, names, name);
    return name != NULL;
}

static bool read_member(struct spec_reader *reader, const struct node_item *item)
{
    struct member_names *names = arena_new(&reader->sheet->arena, struct member_names);
    const struct node *value = item->value, *key = item->key;

    if (names == NULL)
        return false;
    names->member = arena_string(&reader->sheet->arena, key->text);
    names->code = country_find(key->text, key->length);
    names->of_spec = true;
    names->next = reader->sheet->names;
    if (value->kind != NODE_MAPPING) {
        names->languages = read_name(reader, reader->main_language, value);
    } else if (!spec_check_languages(reader, value, SPEC_TEXT | SPEC_MAPPING)) {
        return false;
    } else {
        for (const struct node_item *one = value->items; one != NULL; one = one->next) {
            struct name_in_language *name = read_name(reader, one->key->text, one->value);

            if (name == NULL)
                return false;
            add_language(reader, names, name);
        }
    }
    if (names->languages == NULL || names->member == NULL)
        return false;
    reader->sheet->names = names;
    return look_in_catalogue(reader, names, plain_name(reader, value));
}

/* Leaves the sheet without names; those of a program go to *own, and where more can follow is returned. */
static struct member_names **take_program_names(sheaf_sheet *sheet, struct member_names **own)
{
    struct member_names **last = own;

    for (struct member_names *names = sheet->names; names != NULL; names = names->next)
        if (!names->of_spec) {
            *last = names;
            last = &names->next;
        }
    *last = NULL;
    sheet->names = NULL;
    return last;
}

/* What a program calls a member counts before what the spec does. */
bool spec_read_names(struct spec_reader *reader, const struct node *node)
{
    struct member_names *own;
    struct member_names **last = take_program_names(reader->sheet, &own);
    for (const struct node_item *item = node != NULL ? node->items : NULL; item != NULL;
         item = item->next)
        if (!read_member(reader, item) && !spec_go_on(reader))
            return false;
    *last = reader->sheet->names;
    reader->sheet->names = own;
    return true;
}
