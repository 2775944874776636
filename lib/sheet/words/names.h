/* names.h - how an author calls members of the data, `names:` in a spec, a language each, with the forms
 * that sentences need. */
#ifndef SHEAF_SHEET_WORDS_NAMES_H
#define SHEAF_SHEET_WORDS_NAMES_H

#include "sheet/model.h"
#include "text/forms.h"

/* A member's name in one language. */
struct name_in_language {
    const char *tag;  /* BCP 47 */
    const char *name; /* NULL: only forms are said; the plain name stays as it is */
    const struct own_form *forms;
    size_t n_forms;
    struct name_in_language *next;
};

struct member_names {
    const char *member; /* as the spec has it: a code, or a name of the file's */
    const char *code;   /* of the country that it is; NULL: none */
    struct name_in_language *languages;
    bool of_spec; /* false: a program says so */
    struct member_names *next;
};

/* The names of a member; NULL: the spec has none. */
const struct member_names *names_find(const sheaf_sheet *sheet, const char *member);
/* Those of a language, by shorter and shorter tags; NULL: there are none. */
const struct name_in_language *names_in_language(const struct member_names *names, const char *tag);

/* Gives each series of the list the names of its members. */
void names_give(const sheaf_sheet *sheet, sheaf_series_list *list);

#endif
