/* built_names.c - what a program calls members of the data, as `names:` of a spec. */
#include <string.h>

#include "sheaf/block.h"
#include "sheet/journal.h"
#include "sheet/words/names.h"
#include "vocabulary/countries.h"

/* The names that the program has given a member. NULL after a failure. */
static struct member_names *names_of(sheaf_sheet *sheet, const char *member)
{
    struct member_names *names = sheet->names;

    while (names != NULL && (names->of_spec || strcmp(names->member, member) != 0))
        names = names->next;
    if (names != NULL)
        return names;
    names = arena_new(&sheet->arena, struct member_names);
    if (names == NULL)
        return NULL;
    names->member = arena_string(&sheet->arena, member);
    names->code = country_find(member, strlen(member));
    names->next = sheet->names;
    return names->member != NULL ? sheet->names = names : NULL;
}

static struct name_in_language *in_language(sheaf_sheet *sheet, struct member_names *names)
{
    const char *tag = sheet->language != NULL ? sheet->language : "en";
    struct name_in_language **at = &names->languages;

    while (*at != NULL && strcmp((*at)->tag, tag) != 0)
        at = &(*at)->next;
    if (*at == NULL) {
        struct name_in_language *name = arena_new(&sheet->arena, struct name_in_language);
        const char *copy = arena_string(&sheet->arena, tag);

        if (name == NULL || copy == NULL)
            return NULL;
        name->tag = copy;
        *at = name;
    }
    return *at;
}

/* In place of the form that the name has, or behind its others. */
static void set_form(sheaf_sheet *sheet, struct name_in_language *name, const char *form,
                     const char *text)
{
    struct own_form *forms = arena_array(&sheet->arena, struct own_form, name->n_forms + 1);
    const char *copy = arena_string(&sheet->arena, form);
    size_t n = 0;

    if (forms == NULL || copy == NULL)
        return;
    for (size_t i = 0; i < name->n_forms; i++)
        if (strcmp(name->forms[i].form, form) != 0)
            forms[n++] = name->forms[i];
    forms[n++] = (struct own_form){ copy, text };
    name->forms = forms;
    name->n_forms = n;
}

void sheaf_sheet_set_name(sheaf_sheet *sheet, const char *member, const char *form,
                          const char *name)
{
    if (!sheet_may_add(sheet))
        return;
    if (member == NULL || member[0] == '\0' || name == NULL || name[0] == '\0') {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a member or its name is missing (NULL or \"\")");
        return;
    }
    if (form != NULL && !form_is_known(form, strlen(form))) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "'%.60s' is no form of a name; README.md lists the forms of each language", form);
        return;
    }
    struct member_names *names = names_of(sheet, member);
    struct name_in_language *own = names != NULL ? in_language(sheet, names) : NULL;
    const char *copy = arena_string(&sheet->arena, name);
    if (own == NULL || copy == NULL)
        return;
    if (form == NULL || (own->name == NULL && strcmp(form, "nominative") == 0))
        own->name = copy;
    if (form != NULL)
        set_form(sheet, own, form, copy);
    journal_add(sheet, &(struct told){ .call = TOLD_NAME, .texts = { member, form, name } });
}
