/* forms_list.c - the languages whose forms are known. */
#include <string.h>

#include "text/languages/forms.h"

static const struct language_forms *const all[] = { &forms_en, &forms_ru, &forms_kk, &forms_zh,
                                                    &forms_fr, &forms_de, &forms_ar, &forms_ug };

const struct language_forms *forms_at(size_t i)
{
    return i < sizeof all / sizeof *all ? all[i] : NULL;
}

const char *forms_find(const char *const rows[][2], size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i][0], code) == 0)
            return rows[i][1];
    return NULL;
}

const struct language_forms *forms_of_locale(const char *locale)
{
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (string_is_ignoring_case(locale, strcspn(locale, "-_"), all[i]->tag))
            return all[i];
    return NULL;
}
