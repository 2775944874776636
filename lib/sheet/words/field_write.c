/* field_write.c - chooses a field's branch and writes its figure, name or period. */
#include <math.h>
#include <string.h>

#include "chart/words/words.h"
#include "period/period.h"
#include "series/rounding.h"
#include "sheet/words/field.h"
#include "sheet/words/names.h"
#include "text/format.h"
#include "text/forms.h"
#include "vocabulary/countries.h"
#include "vocabulary/wholes.h"

bool field_is_missing(const struct field *field)
{
    return field->kind == FIELD_VALUE && isnan(field->observation.value);
}

static struct amount amount_of_field(const struct field *field)
{
    if (field->kind == FIELD_VALUE && field->series != NULL)
        return amount_alone(field->series, &field->observation, field->decimals);
    return (struct amount){ .value = field->number,
                            .low = field->number,
                            .high = field->number,
                            .decimals = field->decimals,
                            .unit = "" };
}

static struct amount without_sign(struct amount amount)
{
    if (amount.value >= 0)
        return amount;
    const double low = -amount.high;
    amount.high = -amount.low;
    amount.low = low;
    amount.value = -amount.value;
    return amount;
}

/* Choosing -------------------------------------------------------------------- */

static const struct field_branch *find(const struct field *field, enum field_label label)
{
    const struct field_branch *branch = field->branches;

    while (branch != NULL && branch->label != label)
        branch = branch->next;
    return branch;
}

/* A figure that is shown as "<0.1" is the same, unless only rose and fell are told apart. */
static const struct field_branch *choose_by_sign(const struct field *field, double shown,
                                                 double value)
{
    const struct field_branch *little = find(field, LABEL_LITTLE), *same = find(field, LABEL_SAME);
    const struct field_branch *other = find(field, LABEL_OTHER), *way;

    if (shown == 0 && same != NULL)
        return same;
    if (little != NULL && fabs(shown) <= field->little)
        return little;
    if (shown == 0 && (other != NULL || value == 0))
        return other;
    way = find(field, value > 0 ? LABEL_UP : LABEL_DOWN);
    return way != NULL ? way : other;
}

/* "2 million" is not 2, but none of them is 0. */
static bool is_exactly(const struct field_branch *branch, const struct amount *amount, double shown)
{
    if (branch->label != LABEL_EXACT)
        return false;
    return amount->multiplier == 0 ? shown == (double)branch->exact
                                   : branch->exact == 0 && amount->value == 0;
}

static const struct field_branch *choose_by_number(const struct field *field, struct text *text,
                                                   const struct amount *amount, double shown)
{
    const int multiplier = field->options & FIELD_NO_UNIT ? 0 : amount->multiplier;
    const struct field_branch *branch = field->branches;

    if (field->is_tied && find(field, LABEL_TIE) != NULL)
        return find(field, LABEL_TIE);
    while (branch != NULL && !is_exactly(branch, amount, shown))
        branch = branch->next;
    if (branch == NULL)
        branch = find(field, LABEL_PLURAL + text_plural(text, shown, amount->decimals, multiplier));
    return branch != NULL ? branch : find(field, LABEL_OTHER);
}

/* False, and a failure of the text: its language has no such category. */
static bool has_categories(const struct field *field, struct text *text)
{
    for (const struct field_branch *branch = field->branches; branch != NULL; branch = branch->next)
        if (branch->label >= LABEL_PLURAL && branch->label < LABEL_OTHER &&
            !text_has_plural(text, (enum plural)(branch->label - LABEL_PLURAL))) {
            char has[64] = "";

            for (int category = 0; category < PLURALS; category++)
                if (text_has_plural(text, (enum plural)category)) {
                    strcat(has, has[0] != '\0' ? " " : "");
                    strcat(has, plural_name((enum plural)category));
                }
            fail_at(text_error(text), SHEAF_BAD_INPUT, branch->place,
                    "'%s' has no plural category '%s'; it has: %s", text_locale(text),
                    plural_name((enum plural)(branch->label - LABEL_PLURAL)), has);
            return false;
        }
    return true;
}

const struct field_branch *field_choose(const struct field *field, struct text *text)
{
    if (field->branches == NULL || !has_categories(field, text))
        return NULL;

    const struct amount amount = amount_of_field(field);
    const double shown = round_to(amount.value, amount.decimals);
    const struct field_branch *branch = field->by_sign
                                            ? choose_by_sign(field, shown, amount.value)
                                            : choose_by_number(field, text, &amount, fabs(shown));
    if (branch == NULL)
        fail_at(text_error(text), SHEAF_BAD_INPUT, field->place,
                "'%s' has not changed, and no branch says so: add a third one", field->words);
    return branch;
}

/* Writing --------------------------------------------------------------------- */

static const char *told(const struct field *field, struct text *text, const char *words,
                        const sheaf_error *error)
{
    if (words == NULL)
        fail_at(text_error(text), error->status != SHEAF_OK ? error->status : SHEAF_NO_MEMORY,
                field->place, "%s", error->message);
    return words;
}

static const char *write_name(const struct field *field, struct text *text, struct arena *arena)
{
    const size_t n = strlen(field->member);
    const char *code = country_find(field->member, n);
    const char *group = member_sum_of("partner", field->member, NULL);
    sheaf_error error = { 0 };

    if (field->options & FIELD_CODE)
        return code != NULL && field->name_in_data == NULL ? code : field->member;
    if (field->name_in_data != NULL) {
        const struct form_subject named = { .name = field->name_in_data };
        return told(field, text, text_name_form(text, arena, &named, field->form, &error), &error);
    }
    if (group != NULL && group[0] != '\0') /* "": it is no sum of anything that has a name */
        code = group;
    else if (code == NULL && n == 3 && strspn(field->member, "0123456789") == n)
        code = field->member; /* a region of M49 */
    const struct name_in_language *own =
        field->names != NULL ? names_in_language(field->names, text_locale(text)) : NULL;
    struct form_subject subject = { .code = code, .name = code == NULL ? field->member : NULL };
    if (own != NULL) {
        subject.name = own->name != NULL ? own->name : subject.name;
        subject.own = own->forms;
        subject.n_own = own->n_forms;
    } else if (field->names != NULL && code == NULL && field->names->languages->name != NULL) {
        subject.name = field->names->languages->name;
    }
    return told(field, text, text_name_form(text, arena, &subject, field->form, &error), &error);
}

static const char *write_ordinal(const struct field *field, struct text *text, struct arena *arena,
                                 double value, bool before_noun)
{
    sheaf_error error = { 0 };

    if (value != floor(value) || value < 0 || value > 1e9) {
        fail_at(text_error(text), SHEAF_BAD_INPUT, field->place,
                "'%s' is no whole number, of which there is an ordinal", field->words);
        return NULL;
    }
    if (before_noun)
        return arena_format(arena, "%ld-", (long)value);
    return told(field, text, text_ordinal(text, arena, (long)value, field->form, &error), &error);
}

const char *field_words(const struct field *field, struct text *text, struct arena *arena,
                        unsigned position)
{
    sheaf_error error = { 0 };

    if (field->kind == FIELD_NAME)
        return write_name(field, text, arena);
    if (field->kind == FIELD_PERIOD && field->form[0] == '\0')
        return period_words(text, arena, field->period, PERIOD_LONG);
    if (field->kind == FIELD_PERIOD)
        return told(
            field, text,
            text_period_form(text, arena, period_interval(field->period), field->form, &error),
            &error);

    struct amount amount = amount_of_field(field);
    if ((field->options & FIELD_ABSOLUTE) || ((position & FIELD_IN_BRANCH) != 0 && field->by_sign))
        amount = without_sign(amount);
    if (field->is_tied)
        amount.is_about = false; /* its branch says that others share the place */
    if (field->options & FIELD_ORDINAL)
        return write_ordinal(field, text, arena, amount.value, (position & FIELD_BEFORE_NOUN) != 0);
    return amount_text(text, arena, &amount,
                       field->options & FIELD_NO_UNIT ? AMOUNT_BARE : AMOUNT_WHOLE);
}
