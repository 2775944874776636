/* forms.h - what a language tells about the forms of names, periods and ordinal numbers; for the files of
 * this folder and for text/forms.c. */
#ifndef SHEAF_TEXT_LANGUAGES_FORMS_H
#define SHEAF_TEXT_LANGUAGES_FORMS_H

#include "base/strings.h"
#include "text/figures.h"
#include "text/forms.h"

struct form_call {
    struct text *text;
    struct arena *arena;
    const char *code; /* alpha-2, a region or a group; "": none that the tables could know */
    const char *name; /* as the language shows it; never "" */
};

/* The names of forms are delimited by a space; a form is told by its place among them. name is NULL
 * where the form is not known, period where the language has none for such a period. */
struct language_forms {
    const char *tag;
    const char *lists[FORM_KINDS];
    char *(*name)(const struct form_call *call, int form);
    char *(*period)(const struct form_call *call, struct date_interval period,
                    enum period_kind kind, int form);
    /* forms: bit i for the form at place i. NULL: they contradict each other. */
    char *(*ordinal)(const struct form_call *call, long number, unsigned forms);
};

extern const struct language_forms forms_en, forms_ru, forms_kk, forms_zh, forms_fr, forms_de,
    forms_ar, forms_ug;

/* NULL: no forms are known in the language. */
const struct language_forms *forms_of_locale(const char *locale);
/* The i-th language; NULL behind the last. */
const struct language_forms *forms_at(size_t i);

/* True when one of the words of a list, delimited by spaces, is the code. */
bool forms_list_has(const char *list, const char *code);

static inline bool is_one_month(struct date_interval period)
{
    return period.first.year == period.last.year && period.first.month == period.last.month;
}

#endif
