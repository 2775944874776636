/* forms.c - asks a language for a form, an author's own first, and tells what is not known. */
#include "text/forms.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/strings.h"
#include "text/country_names.h"
#include "text/languages/forms.h"

enum { LONGEST_LOCALE = 32, LONGEST_CODE = 24, MOST_FORMS = 32 };

#define FORM_DELIMITERS " ,"
static const char capital[] = "capital";

/* Lists of forms ------------------------------------------------------------------ */

/* The place of a word in a list delimited by spaces; -1: it is not there. */
static int place_in(const char *list, const char *word, size_t n)
{
    for (int place = 0; *list != '\0'; place++) {
        size_t length = strcspn(list, " ");

        if (length == n && memcmp(list, word, n) == 0)
            return place;
        list += length + strspn(list + length, " ");
    }
    return -1;
}

bool forms_list_has(const char *list, const char *code)
{
    return place_in(list, code, strlen(code)) >= 0;
}

const char *text_forms(const struct text *text, enum form_kind kind)
{
    const struct language_forms *forms = text != NULL ? forms_of_locale(text_locale(text)) : NULL;

    return forms != NULL && (unsigned)kind < FORM_KINDS ? forms->lists[kind] : "";
}

bool text_has_form(const struct text *text, enum form_kind kind, const char *form, size_t n)
{
    return string_is(form, n, capital) || place_in(text_forms(text, kind), form, n) >= 0;
}

bool form_is_known(const char *form, size_t n)
{
    const struct language_forms *forms;

    if (string_is(form, n, capital))
        return true;
    for (size_t i = 0; (forms = forms_at(i)) != NULL; i++)
        for (int kind = 0; kind < FORM_KINDS; kind++)
            if (place_in(forms->lists[kind], form, n) >= 0)
                return true;
    return false;
}

/* What is asked for ----------------------------------------------------------------- */

/* The words of a form, taken apart. */
struct wanted_form {
    const struct language_forms *language; /* NULL: it has no forms */
    const char *own;                       /* an author's text */
    const char *word;                      /* the last form's, n bytes */
    size_t n;
    unsigned forms; /* bit i for the form at place i of the list */
    int last, count;
    bool capital;
};

static const char *own_of(const struct form_subject *subject, const char *word, size_t n)
{
    for (size_t i = 0; subject != NULL && i < subject->n_own; i++)
        if (string_is(word, n, subject->own[i].form))
            return subject->own[i].text;
    return NULL;
}

static void fail_unknown_form(sheaf_error *error, const char *locale, const char *list,
                              const char *word, size_t n)
{
    const char *known[MOST_FORMS] = { 0 };
    char words[512], *at = words;
    size_t count = 0;

    memcpy(words, list, strlen(list) + 1);
    for (; *at != '\0' && count < MOST_FORMS; at += strspn(at, " ")) {
        known[count++] = at;
        at += strcspn(at, " ");
        if (*at != '\0')
            *at++ = '\0';
    }
    const char *near = string_nearest(word, n, known, count);
    if (near != NULL)
        fail(error, SHEAF_BAD_INPUT, "'%s' has no form '%.*s'; did you mean '%s'?", locale, (int)n,
             word, near);
    else if (count == 0)
        fail(error, SHEAF_BAD_INPUT, "'%s' has no form '%.*s', nor any other here", locale, (int)n,
             word);
    else
        fail(error, SHEAF_BAD_INPUT, "'%s' has no form '%.*s'; it has: %s", locale, (int)n, word,
             list);
}

/* False, and an error: a form is not the language's. */
static bool read_wanted(struct wanted_form *wanted, const struct text *text, enum form_kind kind,
                        const struct form_subject *subject, const char *form, sheaf_error *error)
{
    const char *list = text_forms(text, kind), *at = form != NULL ? form : "";

    *wanted = (struct wanted_form){ .language = forms_of_locale(text_locale(text)) };
    for (at += strspn(at, FORM_DELIMITERS); *at != '\0'; at += strspn(at, FORM_DELIMITERS)) {
        size_t n = strcspn(at, FORM_DELIMITERS);
        int place = place_in(list, at, n);

        if (string_is(at, n, capital)) {
            wanted->capital = true;
        } else {
            wanted->own = own_of(subject, at, n);
            if (wanted->own == NULL && place < 0) {
                fail_unknown_form(error, text_locale(text), list, at, n);
                return false;
            }
            wanted->word = at;
            wanted->n = n;
            wanted->forms |= place >= 0 ? 1U << place : 0;
            wanted->last = place;
            wanted->count++;
        }
        at += n;
    }
    return true;
}

/* What is handed back ---------------------------------------------------------------- */

static const char *finished(const struct form_call *call, const struct wanted_form *wanted,
                            const char *words, sheaf_error *error)
{
    if (words != NULL && wanted->capital)
        words = format_capitalised(call->text, call->arena, words);
    if (words != NULL)
        return words;
    error_take(error, text_error(call->text));
    fail_memory(error);
    return NULL;
}

static bool begin(struct text *text, sheaf_error *error)
{
    if (error != NULL)
        *error = (sheaf_error){ .status = SHEAF_OK };
    if (text_is_usable(text))
        return true;
    if (text != NULL)
        error_take(error, text_error(text));
    else
        fail_memory(error);
    return false;
}

/* Names ----------------------------------------------------------------------------- */

/* The code that the tables have: alpha-2 for alpha-3; a group's or region's stays as it is. */
static const char *table_code(struct arena *arena, const char *code)
{
    char locale[LONGEST_LOCALE] = "und_", country[ULOC_COUNTRY_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    size_t n = code != NULL ? strlen(code) : 0;

    if (n == 0 || n > LONGEST_CODE)
        return "";
    const char *of_icu = country_code_of_icu(code);
    if (of_icu != code)
        return of_icu;
    if (n != 3 || strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
        return code;
    memcpy(locale + 4, code, n + 1);
    int32_t length = uloc_getCountry(locale, country, ULOC_COUNTRY_CAPACITY, &status);
    return U_SUCCESS(status) && length == 2 ? arena_string(arena, country) : code;
}

/* The language's name for a code; the code itself where it has none. */
static const char *name_of_code(struct text *text, struct arena *arena, const char *code)
{
    if (strspn(code, "0123456789") != 3 || code[3] != '\0')
        return format_country(text, arena, code);
    return format_region(text, arena, code);
}

static bool open_call(struct form_call *call, struct text *text, struct arena *arena,
                      const struct form_subject *subject)
{
    const char *code = table_code(arena, subject->code), *known;

    if (code == NULL)
        return false;
    if (*code == '\0' && (subject->name == NULL || *subject->name == '\0')) {
        call->code = call->name = "";
        return true;
    }
    known = name_of_code(text, arena, code);
    if (known == NULL)
        return false;
    call->code = code;
    call->name = subject->name;
    if (call->name == NULL || *call->name == '\0')
        call->name = known;
    else if (strcmp(call->name, known) != 0)
        call->code = country_of_name(text, call->name);
    return call->code != NULL;
}

/* The name without a form: of a group that ICU does not name, the language's, or its code. */
static const char *plain_name(const struct form_call *call, const struct language_forms *language)
{
    bool is_bare_code = *call->code != '\0' && strcmp(call->name, call->code) == 0;
    const char *group = is_bare_code && language != NULL ? language->group(call) : NULL;

    return group != NULL ? group : call->name;
}

const char *text_name_form(struct text *text, struct arena *arena,
                           const struct form_subject *subject, const char *form, sheaf_error *error)
{
    struct form_call call;
    struct wanted_form wanted;
    const char *words;
    bool is_unknown = false;

    if (!begin(text, error) || !read_wanted(&wanted, text, FORMS_OF_NAMES, subject, form, error))
        return NULL;
    call = (struct form_call){ text, arena, "", "", &is_unknown };
    if (wanted.count > 1) {
        fail(error, SHEAF_BAD_INPUT, "'%s' is more than one form of a name", form);
        return NULL;
    }
    if (wanted.own != NULL)
        return finished(&call, &wanted, arena_string(arena, wanted.own), error);
    if (!open_call(&call, text, arena, subject))
        return finished(&call, &wanted, NULL, error);
    words = wanted.count == 0 ? plain_name(&call, wanted.language)
                              : wanted.language->name(&call, wanted.last);
    if (words == NULL && is_unknown && subject->name != NULL &&
        string_is(wanted.word, wanted.n, "nominative")) {
        is_unknown = false;
        words = call.name; /* a name is given as it stands alone */
    }
    if (words == NULL && is_unknown)
        fail(error, SHEAF_BAD_INPUT,
             "no form '%.*s' is known of '%s' in '%s'; write it in " SETTING("names"),
             (int)wanted.n, wanted.word, call.name, text_locale(text));
    return finished(&call, &wanted, words, error);
}

/* Periods and ordinals ------------------------------------------------------------------ */

const char *text_period_form(struct text *text, struct arena *arena, struct date_interval period,
                             const char *form, sheaf_error *error)
{
    struct wanted_form wanted;
    const char *words;
    bool is_unknown = false;

    if (!begin(text, error) || !read_wanted(&wanted, text, FORMS_OF_PERIODS, NULL, form, error))
        return NULL;
    const struct form_call call = { text, arena, "",
                                    format_period(text, arena, period, PERIOD_LONG), &is_unknown };
    enum period_kind kind = period_kind_of(period);
    if (call.name == NULL)
        return finished(&call, &wanted, NULL, error);
    if (wanted.count > 1 || kind == KIND_NONE) {
        fail(error, SHEAF_BAD_INPUT,
             kind == KIND_NONE ? "this is no period" : "a period has one form at a time");
        return NULL;
    }
    words =
        wanted.count == 0 ? call.name : wanted.language->period(&call, period, kind, wanted.last);
    if (words == NULL && is_unknown)
        fail(error, SHEAF_BAD_INPUT, "no form '%.*s' is known of the period '%s' in '%s'",
             (int)wanted.n, wanted.word, call.name, text_locale(text));
    return finished(&call, &wanted, words, error);
}

const char *text_ordinal(struct text *text, struct arena *arena, long number, const char *form,
                         sheaf_error *error)
{
    bool is_unknown = false;
    const struct form_call call = { text, arena, "", "", &is_unknown };
    struct wanted_form wanted;
    const char *words;

    if (!begin(text, error) || !read_wanted(&wanted, text, FORMS_OF_ORDINALS, NULL, form, error))
        return NULL;
    if (number < 0 || wanted.language == NULL) {
        fail(error, SHEAF_BAD_INPUT,
             number < 0 ? "%ld is below 0 and has no place in an order"
                        : "no ordinal of %ld is known in '%s'",
             number, text_locale(text));
        return NULL;
    }
    words = wanted.language->ordinal(&call, number, wanted.forms);
    if (words == NULL && is_unknown)
        fail(error, SHEAF_BAD_INPUT, "'%s' are no forms that go together in '%s'", form,
             text_locale(text));
    return finished(&call, &wanted, words, error);
}
