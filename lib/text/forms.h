/* forms.h - names, periods and numbers in the forms that sentences need: "the Netherlands",
 * "с Китаем", "in der Schweiz", "aux Pays-Bas", "в мае 2024 года", "3rd".
 *
 * A form is asked for by name; which names a language has, text_forms tells (README.md has the table).
 * The words are Sheaf's own tables and rules in languages/forms_*.c. What they do not know is an
 * error that names member and form, never the plain name in silence. The word "capital" beside a form
 * begins the result with a capital letter; alone, it does so to the plain name.
 *
 * Results come from the arena. NULL after a failure: error (overwritten) tells why; when memory or
 * ICU failed, it is the text's error as well. One thread at a time for a text. */
#ifndef SHEAF_TEXT_FORMS_H
#define SHEAF_TEXT_FORMS_H

#include "base/calendar.h"
#include "text/text.h"

/* A form that an author supplied for a member ("names:" in a spec). */
struct own_form {
    const char *form, *text;
};

/* What is named. code: ISO 3166 alpha-2 or alpha-3, a region of M49 in digits, or a group as
 * member_sum_of calls it ("WLD", "EU", "CIS"); NULL: it has none. name: as the sheet shows it in the
 * language; NULL: the language's name of the code. A name that is not the language's own for the code is
 * an author's, and the tables say nothing about it. */
struct form_subject {
    const char *code, *name;
    const struct own_form *own; /* tried first */
    size_t n_own;
};

/* form: one name of a form, perhaps with "capital", delimited by spaces or commas; "" or NULL: the
 * plain name. */
const char *text_name_form(struct text *text, struct arena *arena,
                           const struct form_subject *subject, const char *form,
                           sheaf_error *error);

/* "" or NULL: as format_period writes it in full. The period must be valid. */
const char *text_period_form(struct text *text, struct arena *arena, struct date_interval period,
                             const char *form, sheaf_error *error);

/* The ordinal number: "3rd", "3-е", "3.", "3e", "第3". form: none or several names that go together, as
 * gender and case do ("feminine genitive"). number must not be negative. */
const char *text_ordinal(struct text *text, struct arena *arena, long number, const char *form,
                         sheaf_error *error);

/* The names of all forms that the language has, delimited by a space; "" for none. */
enum form_kind { FORMS_OF_NAMES, FORMS_OF_PERIODS, FORMS_OF_ORDINALS, FORM_KINDS };
const char *text_forms(const struct text *text, enum form_kind kind);
/* True for a name of a form of the language, and for "capital". */
bool text_has_form(const struct text *text, enum form_kind kind, const char *form, size_t n);
/* True for a form of any kind in any language: such an option is no misspelt one of another kind. */
bool form_is_known(const char *form, size_t n);

/* Plural categories, as CLDR has them. */
enum plural { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER, PLURALS };
/* The category of a number as it is shown: with so many decimals (below 0 counts as 0), and a word for
 * 10^multiplier behind it (0: none). Russian: 1 one, 1,5 other, 1 thousand (тыс.) many. Without regard
 * to the sign. PLURAL_OTHER for what is not finite, and after a failure of the text. */
enum plural text_plural(struct text *text, double value, int decimals, int multiplier);
/* True when whole numbers or fractions of the language can have the category. */
bool text_has_plural(struct text *text, enum plural category);
/* "few"; false: no category has the name. */
const char *plural_name(enum plural category);
bool plural_read(const char *name, size_t n, enum plural *category);

#endif
