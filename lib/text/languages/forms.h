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
    bool *is_unknown; /* set where there is no such form; NULL alone means that memory ran out */
};

static inline char *form_unknown(const struct form_call *call)
{
    *call->is_unknown = true;
    return NULL;
}

/* The names of forms are delimited by a space; a form is told by its place among them. A form
 * that is not known, or ordinals' forms that contradict each other, are form_unknown(). */
struct language_forms {
    const char *tag;
    const char *lists[FORM_KINDS];
    /* The plain name of a group that ICU does not name. */
    const char *(*group)(const struct form_call *call);
    char *(*name)(const struct form_call *call, int form);
    char *(*period)(const struct form_call *call, struct date_interval period,
                    enum period_kind kind, int form);
    /* forms: bit i for the form at place i. */
    char *(*ordinal)(const struct form_call *call, long number, unsigned forms);
};

extern const struct language_forms forms_en, forms_ru, forms_kk, forms_zh, forms_fr, forms_de,
    forms_ar, forms_ug;

/* NULL: no forms are known in the language. */
const struct language_forms *forms_of_locale(const char *locale);
/* The i-th language; NULL behind the last. */
const struct language_forms *forms_at(size_t i);

/* The second text of the row whose first one is the code; NULL: there is none. */
const char *forms_find(const char *const rows[][2], size_t count, const char *code);

/* True when one of the words of a list, delimited by spaces, is the code. */
bool forms_list_has(const char *list, const char *code);

static inline bool is_one_month(struct date_interval period)
{
    return period.first.year == period.last.year && period.first.month == period.last.month;
}

#endif
